"""The face of a connection: what a channel, a snapshot and a measurement need of whoever reads a stream.

Belongs here: the Protocol. Does not belong here: reading (reader.py with PyAV, vlc_reader.py with VLC).
Invariant: every attribute may be read from any thread at any time; `wish` and `fps_cap` may be set so.
"""

from __future__ import annotations

from typing import Protocol

from av.video.frame import VideoFrame

from safecity_console.core.slot import NewestSlot
from safecity_console.domain.governor import Ration
from safecity_console.domain.health import PictureReading
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.stream import Failure
from safecity_console.video.hangup import Peer
from safecity_console.video.reader import ReaderCounts


class Reader(Protocol):
    """One connection to one stream."""

    wish: TileWish | None
    fps_cap: float
    ration: Ration
    counts: ReaderCounts
    failure: Failure | None
    first_packet_s: float | None
    last_packet_s: float | None
    last_picture_s: float | None
    lag_s: float
    size: tuple[int, int]
    codec: str
    peers: frozenset[Peer]
    told_fps: float
    reading: PictureReading | None

    @property
    def cut_s(self) -> float | None:
        """Give when pictures were last left out to catch up (monotonic)."""
        ...

    @property
    def key_every_s(self) -> float:
        """Give the seconds from one key frame to the next, 0 where that is not known."""
        ...

    def take_worst_lag(self) -> float:
        """Give the largest lag since last asked."""
        ...

    @property
    def hardware(self) -> str:
        """Give the kind of device that decodes, empty for the processor."""
        ...

    @property
    def last_frame(self) -> VideoFrame | None:
        """Give the newest decoded picture at its own size."""
        ...

    @property
    def name(self) -> str:
        """Give the thread's name."""
        ...

    @property
    def alive(self) -> bool:
        """Tell whether the thread runs."""
        ...

    def start(self) -> None:
        """Begin; once."""
        ...

    def ask_stop(self) -> None:
        """Ask it to stop without waiting."""
        ...

    def join(self, timeout_s: float) -> bool:
        """Wait for its end; True if it ended."""
        ...

    def use_slot(self, slot: NewestSlot[Picture]) -> None:
        """Hand pictures to another slot from now on."""
        ...
