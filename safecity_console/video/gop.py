"""The packets since the last key frame of a stream that is not decoded, so that it can be shown at once.

Belongs here: keeping and handing out. Does not belong here: the recorder's ring, which comes with recording.
Invariants: 1. The first packet kept is a key frame. 2. Bytes kept never exceed the limit; past it nothing is kept until
the next key frame. Thread: the reader's own.
"""

from __future__ import annotations

from typing import TypeAlias

from av.packet import Packet
from av.video.stream import VideoStream

# The stubs make Packet generic, the compiled class is not: hence the text.
VideoPacket: TypeAlias = "Packet[VideoStream]"
LIMIT_BYTES = 4_000_000


class GopKeeper:
    """Holds one GOP."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._packets: list[VideoPacket] = []
        self._bytes = 0

    def push(self, packet: VideoPacket) -> None:
        """Keep a packet, beginning anew at each key frame."""
        if packet.is_keyframe:
            self.clear()
        elif not self._packets:
            return
        self._bytes += packet.size
        if self._bytes > self._limit_bytes:
            self.clear()
            return
        self._packets.append(packet)

    def take(self) -> list[VideoPacket]:
        """Hand out what is kept, oldest first, and forget it."""
        packets, self._packets, self._bytes = self._packets, [], 0
        return packets

    def clear(self) -> None:
        """Forget everything."""
        self._packets = []
        self._bytes = 0
