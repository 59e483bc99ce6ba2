"""A dome's stream: its clip as it is while the head looks at home, else what the lens sees, encoded live.

Belongs here: changing over between the two for each client, without a jump in time. Does not belong here: encoding
(lens.py), motors (head.py), pacing of clips (../player.py).
Invariants: 1. Pictures are encoded only while somebody watches and the head is away or turns. 2. A client's media time
rises strictly over every change, and each change begins with a key frame. 3. At rest at home nothing is done here.
Thread: the server's loop; the lens has one of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from safecity_console.simulator.clips import TICKS_PER_S
from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.onvif.footage import Footage
from safecity_console.simulator.onvif.head import Head
from safecity_console.simulator.onvif.lens import Lens
from safecity_console.simulator.player import HOLDING, ClipPlayer, Feed, Player, StartMode
from safecity_console.simulator.rtp import PacketisedClip, UnitPackets
from safecity_console.simulator.sender import UnitSender, ticks_between
from safecity_console.simulator.sound import SoundTrack

LEAST_STEP_TICKS = TICKS_PER_S // 100


class MovingStream:
    """Offer one stream of a dome."""

    def __init__(
        self,
        feed: Feed,
        head: Head,
        footage: Footage,
        effects_at: Callable[[float], Effects],
        sound: SoundTrack | None = None,
    ) -> None:
        self.sound = sound
        self._feed, self._head, self._footage, self._effects_at = feed, head, footage, effects_at
        self._loop = asyncio.get_running_loop()
        self._players: set[MovingPlayer] = set()
        self._lens: Lens | None = None
        self._ended: list[Lens] = []  # to be joined at the end: joining would hold the loop
        head.woken.append(self._wake)

    @property
    def live(self) -> bool:
        """Tell whether pictures are encoded now."""
        return self._lens is not None

    def describe(self, now_s: float) -> PacketisedClip:
        """Return the clip that is right now; what the lens sees has the same size and codec."""
        return self._feed.clip(now_s)

    def player(self, sender: UnitSender, mode: StartMode) -> Player:
        """Return a player for one client."""
        return MovingPlayer(self, ClipPlayer(self._feed, sender, mode), sender)

    def close(self) -> None:
        """End the lens."""
        self._players.clear()
        self._stop_lens()
        for lens in self._ended:
            lens.join(5.0)

    def join(self, player: MovingPlayer) -> None:
        """Have this player follow."""
        self._players.add(player)
        if self._lens is None and self._head.away:
            self._start_lens()
        if self._lens is not None:
            player.go_live()
            self._lens.ask_key_frame()
        else:
            player.go_home()

    def leave(self, player: MovingPlayer) -> None:
        """Send nothing more to this player."""
        self._players.discard(player)
        if not self._players:
            self._stop_lens()

    def _wake(self) -> None:
        if self._lens is None and self._players:
            self._start_lens()
            for player in tuple(self._players):
                player.go_live()

    def _start_lens(self) -> None:
        lens = Lens(self._feed.clip(self._loop.time()), self._head, self._footage, self._effects_at,
                    lambda unit: self._from_lens(lens, unit))
        self._lens = lens
        lens.start()

    def _stop_lens(self) -> None:
        if self._lens is not None:
            self._lens.ask_stop()
            self._ended = [one for one in (*self._ended, self._lens) if one.alive]
            self._lens = None

    def _from_lens(self, lens: Lens, unit: UnitPackets | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._hand_out, lens, unit)
        except RuntimeError:
            return  # the loop ended first; the lens is stopped next

    def _hand_out(self, lens: Lens, unit: UnitPackets | None) -> None:
        """Send a unit to every client; none means that the head has come to rest at home."""
        if lens is not self._lens:
            return
        if unit is not None:
            effects = self._effects_at(self._loop.time())
            for player in tuple(self._players):
                player.send(unit, effects)
        elif not self._head.away:
            self._stop_lens()
            for player in tuple(self._players):
                player.go_home()


class MovingPlayer:
    """Play a dome's stream to one client: the clip, or units of the lens."""

    def __init__(self, stream: MovingStream, clip: ClipPlayer, sender: UnitSender) -> None:
        self._stream, self._clip, self._sender = stream, clip, sender
        self._loop = asyncio.get_running_loop()
        self._live = False
        self._wait_for_key = True
        self._base_ticks = self._next_ticks = 0
        self._base_s = 0.0

    def start(self) -> None:
        """Begin or go on."""
        self._stream.join(self)

    def stop(self) -> None:
        """Send nothing more."""
        self._stream.leave(self)
        self._leave_live()
        self._clip.stop()

    def go_live(self) -> None:
        """Take units of the lens from its next key frame on."""
        if self._live:
            return
        self._clip.stop()
        self._live = self._wait_for_key = True
        self._base_s = self._loop.time()
        self._base_ticks = self._next_ticks = self._clip.ticks

    def go_home(self) -> None:
        """Take the clip again, from a key frame at once."""
        self._leave_live()
        self._clip.start()

    def _leave_live(self) -> None:
        if self._live:
            self._live = False
            self._clip.skip_to(max(self._next_ticks, self._now_ticks()))

    def _now_ticks(self) -> int:
        return self._base_ticks + ticks_between(self._base_s, self._loop.time())

    def send(self, unit: UnitPackets, effects: Effects) -> None:
        """Send one unit of the lens; the first one is a key frame."""
        if not self._live:
            return
        if effects.faults and effects.has(*HOLDING, FaultKind.ZERO_FPS):
            self._wait_for_key = True
            return
        if self._wait_for_key and not unit.key:
            return
        self._wait_for_key = False
        ticks = max(self._next_ticks, self._now_ticks())
        self._next_ticks = ticks + LEAST_STEP_TICKS
        self._sender.report(ticks)
        self._sender.send_unit(unit, ticks, effects)
