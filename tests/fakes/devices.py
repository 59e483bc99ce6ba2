"""A graphics device that is none: libav's own decoder behind the narrowest seam, with failures by name.

Belongs here: opening, decoding into NV12 as devices do, failing as asked. Does not belong here: what the console makes
of it.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

import av.error
from av.codec import CodecContext

from safecity_console.video.devices import DeviceFailed


@dataclass
class FakeAccelerator:
    """`fault`: "", open, first, later (after `good` packets), mute (no picture ever), hang (until `release`), wrong."""

    fault: str = ""
    good: int = 10
    layout: str = "nv12"
    opened: list[FakeDevice] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    def open(self, kind: str, like: Any) -> Any:
        """Open, or fail as a missing driver does."""
        if self.fault == "open":
            raise DeviceFailed("no device or no driver")
        device = FakeDevice(self, like)
        self.opened.append(device)
        return device


class FakeDevice:
    """One decoder on it."""

    def __init__(self, maker: FakeAccelerator, like: Any) -> None:
        self._maker = maker
        self._real = CodecContext.create(like.name, "r")
        if like.extradata:
            self._real.extradata = like.extradata
        self._real.thread_count = 1
        self.packets = self.flushes = self.frames = 0
        self.skip_frame = "DEFAULT"

    @property
    def name(self) -> str:
        return str(self._real.name)

    @property
    def sample_aspect_ratio(self) -> Any:
        return self._real.sample_aspect_ratio

    def flush_buffers(self) -> None:
        self.flushes += 1
        self._real.flush_buffers()

    def decode(self, packet: Any) -> list[Any]:
        fault, good = self._maker.fault, self._maker.good
        self.packets += packet is not None
        if fault == "first" or (fault == "later" and self.packets > good):
            raise av.error.ExternalError(542398533, "the driver says no")
        if fault == "once" and self.packets == good:
            raise av.error.InvalidDataError(1094995529, "a bad packet")
        if fault == "hang" and self.packets > good:
            self._maker.release.wait(20.0)
        self._real.skip_frame = self.skip_frame
        frames = [f.reformat(format=self._maker.layout) for f in self._real.decode(packet)]
        if fault == "wrong":
            for frame in frames:
                frame.planes[0].update(bytes(frame.planes[0].buffer_size))
        self.frames += len(frames)
        return [] if fault == "mute" else frames
