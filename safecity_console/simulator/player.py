"""Players: send one client its units at the right moments.

Belongs here: pacing over the loop, where to begin, what the faults do to the flow of pictures.
Does not belong here: stamping (sender.py), faults of the connection (session.py), which clip is right (feed.py).
Invariants: 1. A client's media time rises strictly, also across the loop, except by the fault "timestamps back".
2. The clip changes only at a key frame. 3. A player stopped sends nothing more. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
from enum import Enum
from typing import Protocol

from safecity_console.simulator.clips import TICKS_PER_S
from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.rtp import PacketisedClip, UnitPackets
from safecity_console.simulator.sender import UnitSender, ticks_between

LATE_LIMIT_S = 1.0
HOLD_CHECK_S = 0.05
BACK_JUMP_S = 10.0
HOLDING = (FaultKind.STALL, FaultKind.NEVER_SENDS)


class StartMode(Enum):
    """Say what a new client is sent first."""

    KEY_FRAME = "key frame"  # the last key frame at once, then on from there in real time
    BURST = "burst"  # everything since the last key frame at once, then live (a relay with a GOP cache)
    MID_GOP = "mid gop"  # live, wherever it is (a relay without one)


class Feed(Protocol):
    """Say what a stream shows now."""

    def clip(self, now_s: float) -> PacketisedClip:
        """Return the clip that is right at this moment."""
        ...

    def effects(self, now_s: float) -> Effects:
        """Return the faults that act now."""
        ...

    def live_ticks(self, now_s: float) -> int:
        """Return the stream's own position since the server's start."""
        ...

    def frozen_unit(self, now_s: float) -> UnitPackets:
        """Return the key frame a frozen picture shows."""
        ...


class Player(Protocol):
    """Play one stream to one client."""

    def start(self) -> None:
        """Begin or go on."""
        ...

    def stop(self) -> None:
        """Send nothing more."""
        ...


class ClipPlayer:
    """Play a feed's clips in a loop."""

    def __init__(self, feed: Feed, sender: UnitSender, mode: StartMode) -> None:
        self._feed = feed
        self._sender = sender
        self._mode = mode
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._clip = feed.clip(self._loop.time())
        self._index = 0
        self._ticks = 0
        self._start_s = 0.0
        self._frozen = False
        self._held = False
        self._sent = 0

    def start(self) -> None:
        """Begin at the feed's live position, as the start mode says."""
        if self._timer is not None:
            return
        now_s = self._loop.time()
        self._clip = self._feed.clip(now_s)
        live = self._feed.live_ticks(now_s)
        key = self._clip.key_at(live)
        self._index = self._clip.index_at(live) if self._mode is StartMode.MID_GOP else key
        behind_s = 0.0
        if self._mode is StartMode.BURST:
            into = live % self._clip.length_ticks - self._clip.units[key].at_ticks
            behind_s = into / TICKS_PER_S
        self._start_s = now_s - behind_s - self._ticks / TICKS_PER_S
        self._tick()

    @property
    def ticks(self) -> int:
        """Return the media time of the next unit."""
        return self._ticks

    def skip_to(self, ticks: int) -> None:
        """Have the next unit carry this media time; only while stopped."""
        self._ticks = ticks

    def stop(self) -> None:
        """Cancel the next unit."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tick(self) -> None:
        now_s = self._loop.time()
        effects = self._feed.effects(now_s)
        if effects.faults and self._must_hold(effects):
            self._held = True
            self._timer = self._loop.call_later(HOLD_CHECK_S, self._tick)
            return
        if self._held:
            self._resume(now_s)
        due_s = self._due_s()
        if now_s - due_s > LATE_LIMIT_S and self._mode is not StartMode.BURST:
            self._start_s = now_s - self._ticks / TICKS_PER_S  # the process slept; do not rush after
        while self._due_s() <= now_s + 0.0005:
            self._send_one(now_s, effects)
        self._mode = StartMode.KEY_FRAME  # a burst happens once
        self._timer = self._loop.call_at(self._due_s(), self._tick)

    def _due_s(self) -> float:
        return self._start_s + self._ticks / TICKS_PER_S

    def _must_hold(self, effects: Effects) -> bool:
        return effects.has(*HOLDING) or (self._sent > 0 and effects.has(FaultKind.ZERO_FPS))

    def _resume(self, now_s: float) -> None:
        """Go on after silence: time has passed, the picture starts at a key frame."""
        self._held = False
        self._ticks = max(self._ticks, ticks_between(self._start_s, now_s))
        self._clip = self._feed.clip(now_s)
        self._index = self._clip.key_at(self._feed.live_ticks(now_s))

    def _send_one(self, now_s: float, effects: Effects) -> None:
        unit = self._clip.units[self._index]
        if unit.key:
            unit = self._at_key_frame(now_s, effects)
        ticks = self._ticks
        if effects.faults and effects.has(FaultKind.TIMESTAMPS_BACK):
            ticks -= round(BACK_JUMP_S * TICKS_PER_S)
        self._sender.report(ticks)
        self._sender.send_unit(unit, ticks, effects)
        self._sent += 1
        if self._frozen:
            self._ticks += round(TICKS_PER_S / self._clip.fps)
            return
        self._ticks += unit.step_ticks
        self._index = (self._index + 1) % len(self._clip.units)

    def _at_key_frame(self, now_s: float, effects: Effects) -> UnitPackets:
        """Change the clip or freeze, which only a key frame allows; return the unit to send."""
        self._frozen = bool(effects.faults) and effects.has(FaultKind.FROZEN)
        if self._frozen:
            return self._feed.frozen_unit(now_s)
        clip = self._feed.clip(now_s)
        if clip is not self._clip:
            at = self._clip.units[self._index].at_ticks
            self._clip = clip
            self._index = clip.key_at(at)
        return self._clip.units[self._index]
