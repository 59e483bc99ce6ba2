"""One stream's decoder: the processor's, or one on a graphics device, changed at key frames and never missed.

Belongs here: changing between the two, noticing that a device fails, going on by processor within the same packet.
Does not belong here: opening devices (devices.py), who is granted one (services/decode_desk.py), packets and pictures
(reader.py).
Invariants: 1. A change happens at a key frame, or by a failure; then the packets since the key frame are decoded again
by processor, and the picture goes on from there. 2. A kind of device that failed on this stream is never tried on it
again; it is not blamed for packets the processor cannot decode either. 3. What skips frames on the processor's decoder
skips them on the device. 4. `inside` is the number of the call into a driver that lasts, 0 without one: nobody can end
one that hangs, but others can see that it is still the same.
Thread: the reader's; `kind`, `refused` and `inside` are read from any.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import av.error
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from safecity_console.core.logs import get_logger
from safecity_console.video.devices import DeviceFailed, DeviceGrant, Sessions
from safecity_console.video.gop import GopKeeper, VideoPacket

ERRORS_IN_ROW = 3
SILENT_MOST = 40  # packets without a picture: past any delay of reordering
KEPT_BYTES = 16_000_000

SoftwareDecode: TypeAlias = "Callable[[VideoPacket | None], list[VideoFrame]]"


class StreamDecoder:
    """Decodes one stream."""

    def __init__(self, context: VideoCodecContext, decode: SoftwareDecode | None = None) -> None:
        self._software = context
        self._decode_software: SoftwareDecode = decode or context.decode
        self._device: VideoCodecContext | None = None
        self._sessions: Sessions | None = None
        self._gop = GopKeeper(KEPT_BYTES)
        self._proven = False
        self._errors = self._silent = 0
        self.kind = ""
        self.refused: dict[str, str] = {}
        self.inside = 0
        self._calls = 0

    @property
    def context(self) -> VideoCodecContext:
        """Give the decoder in use, which knows what the pictures' headers say."""
        return self._device or self._software

    def use(self, software: VideoCodecContext) -> None:
        """Decode by another decoder of the processor from now on; only at a key frame."""
        self._software, self._decode_software = software, software.decode

    def decode(self, packet: VideoPacket | None, grant: DeviceGrant | None = None) -> list[VideoFrame]:
        """Decode a packet (None: hand out what is held back); raises av.error.FFmpegError for a bad one."""
        left = self._change(grant) if packet is not None and packet.is_keyframe else []
        if self._device is None:
            return left + self._decode_software(packet)
        return left + self._decode_on_device(self._device, packet)

    def flush(self) -> None:
        """Forget what is half decoded, as before a jump."""
        self._software.flush_buffers()
        if self._device is not None:
            self._gop.clear()
            self._device.flush_buffers()

    def close(self) -> None:
        """Let the device go; safe to call twice."""
        self._device = None
        self.kind = ""
        self._gop.clear()
        if self._sessions is not None:
            self._sessions.give_back()
            self._sessions = None

    def _change(self, grant: DeviceGrant | None) -> list[VideoFrame]:
        """Take up what is granted, or let it go; give the pictures the old decoder still held."""
        wanted = grant.kind if grant is not None and grant.kind not in self.refused else ""
        if wanted == self.kind:
            return []
        left = self._drained()
        self.close()
        self._software.flush_buffers()
        if grant is not None and wanted:
            self._open(grant)
        return left

    def _open(self, grant: DeviceGrant) -> None:
        if not grant.sessions.take():
            return  # another camera has not let go yet: asked again at the next key frame
        self._enter()
        try:
            self._device = grant.accelerator.open(grant.kind, self._software)
        except DeviceFailed as failed:
            grant.sessions.give_back()
            self._refuse(grant.kind, str(failed))
            return
        finally:
            self.inside = 0
        self._sessions, self.kind = grant.sessions, grant.kind
        self._proven, self._errors, self._silent = False, 0, 0

    def _enter(self) -> None:
        self._calls += 1
        self.inside = self._calls

    def _drained(self) -> list[VideoFrame]:
        if self._device is None and not self._software.is_open:
            return []
        try:
            if self._device is None:
                return self._decode_software(None)
            self._enter()
            return self._device.decode(None)
        except (av.error.FFmpegError, OSError, RuntimeError):
            return []
        finally:
            self.inside = 0

    def _decode_on_device(self, device: VideoCodecContext, packet: VideoPacket | None) -> list[VideoFrame]:
        if packet is not None:
            self._gop.push(packet)
        if device.skip_frame != self._software.skip_frame:
            device.skip_frame = self._software.skip_frame
        self._enter()
        try:
            frames = device.decode(packet)
        except (av.error.FFmpegError, OSError, RuntimeError) as error:
            self._errors += 1
            if self._proven and self._errors < ERRORS_IN_ROW and isinstance(error, av.error.FFmpegError):
                raise  # one bad packet is the camera's or the network's
            return self._go_on_by_processor(type(error).__name__)
        finally:
            self.inside = 0
        self._count(frames, packet)
        return self._go_on_by_processor("no pictures") if self._silent > SILENT_MOST else frames

    def _count(self, frames: list[VideoFrame], packet: VideoPacket | None) -> None:
        if frames:
            self._proven, self._errors, self._silent = True, 0, 0
        elif packet is not None and self._software.skip_frame == "DEFAULT":
            self._silent += 1

    def _go_on_by_processor(self, reason: str) -> list[VideoFrame]:
        """Leave the device at once and decode again what it was given since the key frame; give the newest pictures."""
        kind, packets = self.kind, self._gop.take()
        self.close()
        self._software.flush_buffers()
        newest: list[VideoFrame] = []
        broken: av.error.FFmpegError | None = None
        for packet in packets:
            try:
                newest = self._decode_software(packet) or newest
            except av.error.FFmpegError as error:
                broken = error
        if newest or broken is None:
            self._refuse(kind, reason)
        elif broken is not None:
            raise broken
        return newest

    def _refuse(self, kind: str, reason: str) -> None:
        self.refused = {**self.refused, kind: reason}
        get_logger("video").warning("device_refused", kind=kind, codec=self._software.name, reason=reason)
