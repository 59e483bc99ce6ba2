"""Camera: one simulated camera while the district runs: its streams, faults and open connections.

Belongs here: which fault acts now, finding a stream by path, cutting connections off.
Does not belong here: the description of a camera (district.py), sockets that listen (server.py), RTSP (session.py).
Invariants: 1. A plan set later counts its times from when it was set. 2. A camera stopped by hand is dead whatever
its plan says. Thread: the server's loop.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from safecity_console.simulator.auth import Authenticator
from safecity_console.simulator.faults import Effects, FaultKind, FaultPlan
from safecity_console.simulator.player import ClipPlayer, Feed, Player, StartMode
from safecity_console.simulator.rtp import PacketisedClip
from safecity_console.simulator.sdp import CONTROL, SOUND_CONTROL
from safecity_console.simulator.sender import UnitSender
from safecity_console.simulator.sound import SoundTrack

DEAD_KINDS = (FaultKind.DIES, FaultKind.REFUSED, FaultKind.NO_SUCH_HOST)


class Stream(Protocol):
    """Offer one stream: its description and players of it."""

    @property
    def sound(self) -> SoundTrack | None:
        """Return what is heard with it, if anything."""
        ...

    def describe(self, now_s: float) -> PacketisedClip:
        """Return the clip as a DESCRIBE sees it now."""
        ...

    def player(self, sender: UnitSender, mode: StartMode) -> Player:
        """Return a player for one client."""
        ...


class LoopingStream:
    """Offer a looping clip."""

    def __init__(self, feed: Feed, sound: SoundTrack | None = None) -> None:
        self._feed = feed
        self.sound = sound

    def describe(self, now_s: float) -> PacketisedClip:
        """Return the clip that is right now."""
        return self._feed.clip(now_s)

    def player(self, sender: UnitSender, mode: StartMode) -> Player:
        """Return a player of the clip."""
        return ClipPlayer(self._feed, sender, mode)


class LiveFaults:
    """Answer which faults of one camera act now."""

    def __init__(self, plan: FaultPlan, start_s: float) -> None:
        self._plan = plan
        self._start_s = start_s
        self._effects = plan.effects(0.0)

    def set_plan(self, plan: FaultPlan, now_s: float) -> None:
        """Follow another plan from now."""
        self._plan = plan
        self._start_s = now_s
        self._effects = plan.effects(0.0)

    def at(self, now_s: float) -> Effects:
        """Return what acts now."""
        elapsed_s = now_s - self._start_s
        if elapsed_s >= self._effects.until_s:
            self._effects = self._plan.effects(elapsed_s)
        return self._effects

    def next_change_s(self, now_s: float) -> float:
        """Return when, on the loop's clock, the effects can change next."""
        return self._start_s + self.at(now_s).until_s


class Camera:
    """Run one simulated camera."""

    def __init__(
        self,
        number: int,
        streams: Mapping[str, Stream],
        faults: LiveFaults,
        auth: Authenticator | None,
        mode: StartMode,
    ) -> None:
        self.number = number
        self.faults = faults
        self.auth = auth
        self.mode = mode
        self.stopped = False
        self.rebooting = False
        self._streams = dict(streams)
        self._connections: set[Connection] = set()

    @property
    def clients(self) -> int:
        """Return how many connections are open to this camera."""
        return len(self._connections)

    def stream(self, path: str) -> Stream | None:
        """Return the stream of a path such as "/cam07/sub", with or without its track."""
        return self._streams.get(path.removesuffix("/" + CONTROL).removesuffix("/" + SOUND_CONTROL).rstrip("/"))

    def clip(self, path: str, now_s: float) -> PacketisedClip:
        """Return the clip of a stream as a DESCRIBE sees it."""
        return self._streams[path].describe(now_s)

    def dead(self, now_s: float) -> bool:
        """Tell whether nothing of this camera may be reached."""
        return self.stopped or self.rebooting or self.faults.at(now_s).has(*DEAD_KINDS)

    def attach(self, connection: Connection) -> None:
        """Note an open connection."""
        self._connections.add(connection)

    def detach(self, connection: Connection) -> None:
        """Forget a closed connection."""
        self._connections.discard(connection)

    def obey_changes(self) -> None:
        """Let every connection look at the faults anew."""
        for connection in tuple(self._connections):
            connection.obey_changes()

    def cut_off(self) -> None:
        """Close every connection at once."""
        for connection in tuple(self._connections):
            connection.abort()


class Connection(Protocol):
    """A client's connection, as a camera sees it."""

    def abort(self) -> None:
        """Close it at once."""
        ...

    def obey_changes(self) -> None:
        """Look at the faults anew."""
        ...
