"""Variants: altered copies of a clip, made once: out of focus, covered, other size, codec or GOP.

Belongs here: decoding a clip, altering its pictures, encoding them again with the same timing; the shelf that keeps
clips and makes missing variants on one background thread.
Does not belong here: choosing between them (feed.py). A file CLIP.defocus.mp4 beside CLIP.mp4 is used as it is.
Invariants: 1. A variant has the clip's frame rate, and key frames at the clip's own places (except the long GOP).
2. The shelf never makes the same variant twice. Thread: `ready` any; making happens on the shelf's own thread.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from safecity_console.core.logs import get_logger
from safecity_console.simulator.clips import Clip, ClipError, Codec, read_clip
from safecity_console.simulator.rtp import PacketisedClip, packetise_clip

Picture = NDArray[np.uint8]
_ENCODER = {Codec.H264: "libx264", Codec.H265: "libx265", Codec.MJPEG: "mjpeg"}


class Variant(Enum):
    """Name a copy of a clip; the value is the word in a prepared file's name."""

    HEALTHY = "healthy"
    DEFOCUS = "defocus"
    COVERED = "covered"
    HALF_SIZE = "half"
    OTHER_CODEC = "codec"
    LONG_GOP = "gop"
    MJPEG = "mjpeg"


def defocus(picture: Picture) -> Picture:
    """Blur a BGR picture as a lens far out of focus does."""
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), max(2.0, picture.shape[1] / 210))
    return _picture(cv2.resize(soft, (picture.shape[1], picture.shape[0]), interpolation=cv2.INTER_LINEAR))


def cover(picture: Picture) -> Picture:
    """Hide a BGR picture behind something close to the lens: dark cloth, a thin edge of light."""
    height, width = picture.shape[:2]
    glow = cv2.GaussianBlur(cv2.resize(picture, (32, 18), interpolation=cv2.INTER_AREA), (0, 0), 4)
    cloth = np.full((height, width, 3), (26, 30, 34), np.float32)
    cloth += cv2.resize(glow, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32) * 0.05
    folds = 5 * np.sin(np.linspace(0, 9, width, dtype=np.float32))[None, :, None]
    out: Picture = np.clip(cloth + folds, 0, 255).astype(np.uint8)
    edge = width // 40
    out[:, width - edge :] = cv2.GaussianBlur(picture[:, width - edge :], (0, 0), 6) // 2
    return out


def _picture(array: Any) -> Picture:
    picture: Picture = np.asarray(array, np.uint8)
    return picture


def _half(picture: Picture) -> Picture:
    height, width = picture.shape[0] // 4 * 2, picture.shape[1] // 4 * 2
    return _picture(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA))


def _same(picture: Picture) -> Picture:
    return picture


_ALTER: dict[Variant, Callable[[Picture], Picture]] = {
    Variant.DEFOCUS: defocus,
    Variant.COVERED: cover,
    Variant.HALF_SIZE: _half,
}


def decode_pictures(path: Path) -> Iterator[Picture]:
    """Decode a clip's pictures as BGR arrays."""
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            yield _picture(frame.to_ndarray(format="bgr24"))


def make_variant(path: Path, variant: Variant, gop_s: float) -> Clip:
    """Make an altered copy of a clip; raise ClipError where the file cannot be read."""
    original = read_clip(path)
    codec = original.codec
    if variant is Variant.OTHER_CODEC:
        codec = Codec.H265 if codec is Codec.H264 else Codec.H264
    if variant is Variant.MJPEG:
        codec = Codec.MJPEG
    keys = {number for number, unit in enumerate(original.units) if unit.key}
    pictures = decode_pictures(path)
    if variant is Variant.LONG_GOP:
        keys = {0}
        pictures = _repeat(path, round(gop_s * original.fps))
    alter = _ALTER.get(variant, _same)
    return read_clip(encode_pictures(map(alter, pictures), codec, original.fps, keys))


def _repeat(path: Path, count: int) -> Iterator[Picture]:
    made = 0
    while made < count:
        for picture in decode_pictures(path):
            if made >= count:
                return
            made += 1
            yield picture


def encode_pictures(pictures: Iterator[Picture], codec: Codec, fps: float, keys: set[int]) -> bytes:
    """Encode BGR pictures into an MP4 in memory, key frames where told."""
    out = io.BytesIO()
    rate = Fraction(fps).limit_denominator(1001)
    with av.open(out, "w", format="mp4") as container:
        stream: Any = None
        for number, picture in enumerate(pictures):
            if stream is None:
                stream = _add_stream(container, codec, rate, picture.shape)
            frame = VideoFrame.from_ndarray(picture, format="bgr24")
            frame = frame.reformat(width=stream.width, height=stream.height, format=stream.pix_fmt)
            frame.pts = number
            frame.time_base = 1 / rate
            frame.pict_type = av.video.frame.PictureType.I if number in keys else 0
            container.mux(stream.encode(frame))
        if stream is None:
            raise ClipError("a clip without pictures")
        container.mux(stream.encode(None))
    return out.getvalue()


def _add_stream(container: av.container.OutputContainer, codec: Codec, rate: Fraction, shape: tuple[int, ...]) -> Any:
    stream: Any = container.add_stream(_ENCODER[codec], rate=rate)
    stream.width, stream.height = shape[1] // 8 * 8 if codec is Codec.MJPEG else shape[1], shape[0]
    stream.pix_fmt = "yuvj420p" if codec is Codec.MJPEG else "yuv420p"
    stream.codec_context.thread_count = 1
    if codec is Codec.MJPEG:
        stream.options = {"huffman": "default"}
        stream.codec_context.qmin = stream.codec_context.qmax = 7
        return stream
    stream.codec_context.gop_size = 100_000
    stream.options = {"preset": "ultrafast", "tune": "zerolatency", "crf": "24", "forced-idr": "1"}
    if codec is Codec.H264:
        stream.options |= {"x264-params": "scenecut=0:bframes=0"}
    else:
        stream.options |= {"x265-params": "log-level=none:bframes=0:scenecut=0:keyint=-1:pools=none"}
    return stream


class Shelf:
    """Keep packetised clips by file and variant; make missing variants in the background."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._clips: dict[tuple[Path, Variant, float], PacketisedClip] = {}
        self._asked: set[tuple[Path, Variant, float]] = set()
        self._maker = ThreadPoolExecutor(1, "simulator-variants")
        self._log = get_logger("simulator")

    def load(self, path: Path, variant: Variant = Variant.HEALTHY, gop_s: float = 0.0) -> PacketisedClip:
        """Return a clip, reading or making it first if need be (blocks); raise ClipError."""
        key = (path, variant, gop_s)
        with self._lock:
            if key in self._clips:
                return self._clips[key]
        prepared = path.with_name(f"{path.stem}.{variant.value}.mp4")
        if variant is Variant.HEALTHY:
            clip = read_clip(path)
        elif prepared.is_file():
            clip = read_clip(prepared)
        else:
            clip = make_variant(path, variant, gop_s)
        with self._lock:
            return self._clips.setdefault(key, packetise_clip(clip))

    def ready(self, path: Path, variant: Variant, gop_s: float) -> PacketisedClip | None:
        """Return the clip if it is ready, else have it made and return nothing."""
        key = (path, variant, gop_s)
        with self._lock:
            found = self._clips.get(key)
            if found is None and key not in self._asked:
                self._asked.add(key)
                self._maker.submit(self._make, *key)
            return found

    def close(self) -> None:
        """End the background thread."""
        self._maker.shutdown(wait=True, cancel_futures=True)

    def _make(self, path: Path, variant: Variant, gop_s: float) -> None:
        try:
            self.load(path, variant, gop_s)
        except (ClipError, av.error.FFmpegError, cv2.error, OSError) as error:
            self._log.warning("variant_not_made", clip=path.name, variant=variant.value, reason=str(error))
