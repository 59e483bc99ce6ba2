"""The decode floor: the same streams through bare libavcodec, to measure the wall against.

Belongs here: opening and decoding, nothing else: no scaling, no hand-over, no drawing. Does not belong here: the
figures made of it (services/wall_bench.py). Invariants: 1. Same library, same options, one thread a stream, one decoder
thread.
2. `stop` joins every thread.
"""

from __future__ import annotations

from collections.abc import Sequence

import av.error

from safecity_console.core.worker import Worker
from safecity_console.video.reader import NICE
from safecity_console.video.source import SourceAddress, SourceFailed, open_source


class _BareReader(Worker):
    def __init__(self, name: str, address: SourceAddress) -> None:
        super().__init__(name, NICE)
        self._address = address
        self.frames = 0

    def run(self) -> None:
        try:
            source = open_source(self._address)
        except SourceFailed:
            return
        try:
            for packet in source.container.demux(source.stream):
                if self.stopping:
                    return
                self.frames += len(source.stream.codec_context.decode(packet))
        except av.error.FFmpegError:
            return
        finally:
            source.close()


class DecodeFloor:
    """Decodes streams for nobody."""

    def __init__(self, addresses: Sequence[SourceAddress]) -> None:
        self._readers = [_BareReader(f"bare-{i}", address) for i, address in enumerate(addresses)]

    def start(self) -> None:
        """Open all streams."""
        for reader in self._readers:
            reader.start()

    def frames(self) -> int:
        """Count the pictures decoded so far."""
        return sum(reader.frames for reader in self._readers)

    def stop(self) -> None:
        """Close all streams and join."""
        for reader in self._readers:
            reader.ask_stop()
        for reader in self._readers:
            reader.stop()
