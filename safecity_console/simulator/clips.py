"""Clips: one video file read once into access units, ready to be packetised.

Belongs here: opening a file with PyAV, splitting it into access units and parameter sets.
Does not belong here: RTP (rtp.py), impaired copies (variants.py), pacing (player.py).
Invariants: 1. A clip starts with a key frame. 2. Decode times rise strictly. 3. Nothing is decoded.
Thread: any; a Clip never changes.
"""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import av
from av.video.stream import VideoStream

TICKS_PER_S = 90_000
MAX_CLIP_BYTES = 200_000_000


class Codec(Enum):
    """Name a video codec the simulator can serve."""

    H264 = "h264"
    H265 = "hevc"
    MJPEG = "mjpeg"


class ClipError(ValueError):
    """Say why a file cannot be served."""


@dataclass(frozen=True, slots=True)
class AccessUnit:
    """Hold one coded picture: its NAL units (or its one JPEG) and its times in 90 kHz ticks."""

    nals: tuple[bytes, ...]
    at_ticks: int
    shown_after_ticks: int
    key: bool


@dataclass(frozen=True, slots=True)
class Clip:
    """Hold a whole clip as coded; `length_ticks` is the loop's length."""

    codec: Codec
    width: int
    height: int
    fps: float
    parameter_sets: tuple[bytes, ...]
    units: tuple[AccessUnit, ...]
    length_ticks: int

    @property
    def gop_s(self) -> float:
        """Return the longest distance between two key frames, seconds, across the loop."""
        keys = [unit.at_ticks for unit in self.units if unit.key]
        keys.append(self.length_ticks)
        return max(b - a for a, b in itertools.pairwise(keys)) / TICKS_PER_S


def read_clip(source: Path | bytes) -> Clip:
    """Read a video file (or its bytes) into a Clip; raise ClipError when it cannot be served."""
    if isinstance(source, Path) and not source.is_file():
        raise ClipError(f"no such clip: {source.name}")
    if isinstance(source, Path) and source.stat().st_size > MAX_CLIP_BYTES:
        raise ClipError(f"clip larger than {MAX_CLIP_BYTES} bytes: {source.name}")
    try:
        file = str(source) if isinstance(source, Path) else io.BytesIO(source)
        with av.open(file, "r") as container:
            if not container.streams.video:
                raise ClipError("the file holds no video")
            return _read_stream(container, container.streams.video[0])
    except av.error.FFmpegError as error:
        raise ClipError(f"not a readable video: {error}") from error


def _read_stream(container: av.container.InputContainer, stream: VideoStream) -> Clip:
    try:
        codec = Codec(stream.codec_context.name)
    except ValueError as error:
        raise ClipError(f"codec {stream.codec_context.name} cannot be served") from error
    splitter = _Splitter(codec, bytes(stream.codec_context.extradata or b""))
    fps = float(stream.average_rate or 15)
    step = round(TICKS_PER_S / fps)
    units = _units(container, stream, splitter, step)
    if not units or not units[0].key:
        raise ClipError("the clip does not start with a key frame")
    return Clip(
        codec=codec,
        width=stream.width,
        height=stream.height,
        fps=fps,
        parameter_sets=splitter.parameter_sets or _parameter_sets_in(codec, units[0].nals),
        units=tuple(units),
        length_ticks=units[-1].at_ticks + step,
    )


def _units(
    container: av.container.InputContainer, stream: VideoStream, splitter: _Splitter, step: int
) -> list[AccessUnit]:
    units: list[AccessUnit] = []
    first_dts: int | None = None
    first_delay = 0
    tick = float(stream.time_base or 1) * TICKS_PER_S
    last = -step
    for packet in container.demux(stream):
        if packet.size == 0 or packet.dts is None:
            continue
        pts = packet.pts if packet.pts is not None else packet.dts
        if first_dts is None:
            first_dts, first_delay = packet.dts, pts - packet.dts
        at = max(last + 1, round((packet.dts - first_dts) * tick))
        delay = max(0, round((pts - packet.dts - first_delay) * tick))
        units.append(AccessUnit(splitter.split(bytes(packet)), at, delay, packet.is_keyframe))
        last = at
    return units


class _Splitter:
    """Split one codec's packets into NAL units: length-prefixed (MP4) or Annex B."""

    def __init__(self, codec: Codec, extradata: bytes) -> None:
        self._codec = codec
        self._length_size = 0
        self.parameter_sets: tuple[bytes, ...] = ()
        if codec is Codec.H264 and extradata[:1] == b"\x01":
            self._read_avcc(extradata)
        elif codec is Codec.H265 and extradata[:1] == b"\x01":
            self._read_hvcc(extradata)
        elif codec is not Codec.MJPEG and extradata:
            self.parameter_sets = _parameter_sets_in(codec, split_annex_b(extradata))

    def split(self, packet: bytes) -> tuple[bytes, ...]:
        """Return the packet's NAL units; a JPEG is returned whole."""
        if self._codec is Codec.MJPEG:
            return (packet,)
        if self._length_size == 0:
            return split_annex_b(packet)
        nals: list[bytes] = []
        at = 0
        while at + self._length_size <= len(packet):
            size = int.from_bytes(packet[at : at + self._length_size], "big")
            at += self._length_size
            if size == 0 or at + size > len(packet):
                raise ClipError("a NAL unit is longer than its packet")
            nals.append(packet[at : at + size])
            at += size
        return tuple(nals)

    def _read_avcc(self, data: bytes) -> None:
        """Read an avcC box (ISO 14496-15, 5.3.3.1)."""
        self._length_size = (data[4] & 3) + 1
        sets: list[bytes] = []
        at = 5
        for mask in (0x1F, 0xFF):
            count = data[at] & mask
            at += 1
            for _ in range(count):
                size = int.from_bytes(data[at : at + 2], "big")
                sets.append(data[at + 2 : at + 2 + size])
                at += 2 + size
        self.parameter_sets = tuple(sets)

    def _read_hvcc(self, data: bytes) -> None:
        """Read an hvcC box (ISO 14496-15, 8.3.3.1)."""
        self._length_size = (data[21] & 3) + 1
        sets: list[bytes] = []
        at = 23
        for _ in range(data[22]):
            count = int.from_bytes(data[at + 1 : at + 3], "big")
            at += 3
            for _ in range(count):
                size = int.from_bytes(data[at : at + 2], "big")
                sets.append(data[at + 2 : at + 2 + size])
                at += 2 + size
        self.parameter_sets = _parameter_sets_in(Codec.H265, tuple(sets))


def split_annex_b(data: bytes) -> tuple[bytes, ...]:
    """Split an Annex B byte stream at its start codes."""
    parts = data.replace(b"\x00\x00\x00\x01", b"\x00\x00\x01").split(b"\x00\x00\x01")
    return tuple(part for part in parts if part)


def nal_type(codec: Codec, nal: bytes) -> int:
    """Return the NAL unit's type number in its codec's own numbering."""
    return nal[0] & 0x1F if codec is Codec.H264 else (nal[0] >> 1) & 0x3F


def is_parameter_set(codec: Codec, nal: bytes) -> bool:
    """Tell whether the NAL unit is an SPS or PPS (H.265: or VPS)."""
    wanted = (7, 8) if codec is Codec.H264 else (32, 33, 34)
    return nal_type(codec, nal) in wanted


def _parameter_sets_in(codec: Codec, nals: tuple[bytes, ...]) -> tuple[bytes, ...]:
    if codec is Codec.MJPEG:
        return ()
    return tuple(nal for nal in nals if is_parameter_set(codec, nal))
