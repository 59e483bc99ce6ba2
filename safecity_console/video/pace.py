"""Footage from a file at the speed it was filmed at.

Belongs here: how long a packet waits. Does not belong here: waiting (reader.py). Thread: the reader's.
"""

from __future__ import annotations

from safecity_console.core.clock import Clock
from safecity_console.video.gop import VideoPacket

UNTIMED_PAUSE_S = 0.04


class FilePace:
    """Holds a file's packets back to the speed they were filmed at."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._zero_s: float | None = None

    def restart(self) -> None:
        """Begin anew with the next packet, as at a file's end."""
        self._zero_s = None

    def pause_s(self, packet: VideoPacket) -> float:
        """Give how long to wait before this packet."""
        if packet.dts is None or packet.time_base is None:
            return UNTIMED_PAUSE_S if packet.size > 0 else 0.0
        at_s = float(packet.dts * packet.time_base)
        now_s = self._clock.monotonic_s()
        if self._zero_s is None:
            self._zero_s = now_s - at_s
        return min(2.0, max(0.0, self._zero_s + at_s - now_s))
