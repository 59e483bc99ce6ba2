"""Opening a decoder on a graphics device with libav.

Belongs here: which decoder of libav serves a codec on a kind of device, opening it, the count of those open. Does not
belong here: when to use one and what to do when it fails (decoder.py), trying a device (device_child.py), sharing
(services/).
Invariants: 1. A decoder opened here never falls back silently (`allow_software_fallback` is off): whoever asked must
know what he has. 2. Pictures come back to RAM (`is_hw_owned` is off) in the device's own layout, NV12 or P010.
3. Never more than `Sessions.most` are open, those hanging in a driver included.
PyAV 18 holds the GIL while it opens a device and while it copies a picture back (seen in its source): a driver that
hangs while opening would stop the whole console, which is why a device is used only after a child process has tried it.
Threads: any.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Protocol, cast

import av.error
from av.codec import Codec, CodecContext
from av.codec.codec import UnknownCodecError
from av.codec.hwaccel import HWAccel, HWDeviceType, hwdevices_available
from av.video.codeccontext import VideoCodecContext

# Kinds whose decoders libav keeps apart from its own: h264_qsv, hevc_amf.
_OWN_DECODERS = ("qsv", "amf")
# Windows' own way first; then the makers' own; the rest in libav's order.
_BEST_FIRST = ("d3d11va", "cuda", "qsv", "amf", "dxva2")
# All cameras share the device's primary context; each would otherwise take some hundred megabytes of its own.
_OPTIONS: dict[str, dict[str, object]] = {"cuda": {"primary_ctx": "1"}}


class DeviceFailed(Exception):
    """A device could not be used; the text is short English for the log."""


class Accelerator(Protocol):
    """Opens decoders on devices; the one place tests replace."""

    def open(self, kind: str, like: VideoCodecContext) -> VideoCodecContext:
        """Open a decoder for the same stream as another one; raises DeviceFailed."""
        ...


class Sessions:
    """Counts the decoders open on devices."""

    def __init__(self, most: int) -> None:
        self._lock = threading.Lock()
        self.most = most
        self.open = 0

    def take(self) -> bool:
        """Count one more; False where that would be too many."""
        with self._lock:
            if self.open >= self.most:
                return False
            self.open += 1
            return True

    def give_back(self) -> None:
        """Count one less."""
        with self._lock:
            self.open -= 1


@dataclass(frozen=True, slots=True)
class DeviceGrant:
    """Leave to decode one stream on a kind of device."""

    kind: str
    accelerator: Accelerator
    sessions: Sessions


class LibavAccelerator:
    """The real devices."""

    def open(self, kind: str, like: VideoCodecContext) -> VideoCodecContext:
        """Open a decoder for the same stream as another one; raises DeviceFailed."""
        name = decoder_name(like.name, kind)
        if name is None:
            raise DeviceFailed("no decoder in this build of libav")
        accel = HWAccel(kind, allow_software_fallback=False, is_hw_owned=False, options=_OPTIONS.get(kind))
        try:
            made = cast("VideoCodecContext", CodecContext.create(name, "r", hwaccel=accel))
        except (av.error.FFmpegError, OSError, RuntimeError, ValueError) as error:
            # An errno of libav's, not the system's: without a driver CUDA says "not permitted", AMF "unknown".
            raise DeviceFailed(f"no device or no driver ({type(error).__name__})") from None
        if not made.is_hwaccel:
            # PyAV swallows "not implemented", which is what QSV says without a device.
            raise DeviceFailed("no device or no driver")
        if like.extradata:
            made.extradata = like.extradata
        made.thread_count = 1
        made.options = dict(like.options)
        return made


def decoder_name(codec: str, kind: str) -> str | None:
    """Give the name of libav's decoder for a codec on a kind of device; None where this build has none."""
    for name in (codec, *(f"{codec}_{own}" for own in _OWN_DECODERS if own == kind)):
        try:
            configs = Codec(name, "r").hardware_configs
            if any(c.is_supported and HWDeviceType(c.device_type).name == kind for c in configs):
                return name
        except (UnknownCodecError, ValueError):
            continue  # not in this build, or of a kind younger than PyAV's list
    return None


def device_kinds() -> tuple[str, ...]:
    """Give the kinds of device this build of libav knows, best first."""
    known = list(hwdevices_available())
    return tuple([k for k in _BEST_FIRST if k in known] + [k for k in known if k not in _BEST_FIRST])

