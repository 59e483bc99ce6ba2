"""RTP: access units packetised once, patched per client; RTCP sender reports.

Belongs here: RFC 6184 (H.264), RFC 7798 (H.265), RFC 2435 (JPEG), RFC 3550 sender reports.
Does not belong here: sockets (sinks.py), pacing (player.py), deliberate damage (damage.py).
Invariants: 1. A template never changes; each client patches a copy. 2. No RTP packet is larger than
12 + MAX_PAYLOAD bytes. 3. The last packet of a unit, and only it, carries the marker.
"""

from __future__ import annotations

import bisect
import struct
from dataclasses import dataclass

from safecity_console.simulator.clips import AccessUnit, Clip, Codec, is_parameter_set
from safecity_console.simulator.jpeg import split_jpeg

MAX_PAYLOAD = 1400
RTP_HEADER = 12
FRAMING = 4  # '$', channel, two bytes of length (RFC 2326, 10.12)
PAYLOAD_TYPE = {Codec.H264: 96, Codec.H265: 97, Codec.MJPEG: 26}
_NTP_OFFSET_S = 2_208_988_800  # 1900 to 1970, RFC 868
_PATCH = struct.Struct(">HII")


@dataclass(frozen=True, slots=True)
class UnitPackets:
    """Hold one access unit as interleaved RTP packets; sequence, time and SSRC are still zero.

    `starts` and `ends` are the offsets of each RTP packet (without its framing) in `blob`.
    `jpeg` is the picture itself where the codec is MJPEG, for HTTP.
    """

    blob: bytes
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    at_ticks: int
    step_ticks: int
    shown_after_ticks: int
    key: bool
    jpeg: bytes = b""


@dataclass(frozen=True, slots=True)
class PacketisedClip:
    """Hold a clip's packets and what a DESCRIBE must say about it."""

    codec: Codec
    width: int
    height: int
    fps: float
    parameter_sets: tuple[bytes, ...]
    units: tuple[UnitPackets, ...]
    length_ticks: int
    keys: tuple[int, ...]

    def index_at(self, ticks: int) -> int:
        """Return the unit being shown `ticks` after the loop's first start."""
        into = ticks % self.length_ticks
        return bisect.bisect_right(self.units, into, key=lambda unit: unit.at_ticks) - 1

    def key_at(self, ticks: int) -> int:
        """Return the last key frame at or before `ticks`."""
        index = self.index_at(ticks)
        return self.keys[bisect.bisect_right(self.keys, index) - 1]


def packetise_clip(clip: Clip) -> PacketisedClip:
    """Packetise every unit of the clip."""
    units: list[UnitPackets] = []
    for number, unit in enumerate(clip.units):
        last = number + 1 == len(clip.units)
        following = clip.length_ticks if last else clip.units[number + 1].at_ticks
        units.append(packetise_unit(clip, unit, following - unit.at_ticks))
    return PacketisedClip(
        codec=clip.codec,
        width=clip.width,
        height=clip.height,
        fps=clip.fps,
        parameter_sets=clip.parameter_sets,
        units=tuple(units),
        length_ticks=clip.length_ticks,
        keys=tuple(number for number, unit in enumerate(units) if unit.key),
    )


def packetise_unit(clip: Clip, unit: AccessUnit, step_ticks: int) -> UnitPackets:
    """Packetise one unit; a key frame is preceded by the clip's parameter sets."""
    payloads = unit_payloads(clip.codec, unit, clip.parameter_sets)
    payload_type = PAYLOAD_TYPE[clip.codec]
    blob = bytearray()
    starts: list[int] = []
    ends: list[int] = []
    for number, payload in enumerate(payloads):
        marker = 0x80 if number + 1 == len(payloads) else 0
        blob += struct.pack(">BBH", 0x24, 0, RTP_HEADER + len(payload))
        starts.append(len(blob))
        blob += bytes((0x80, marker | payload_type)) + bytes(10) + payload
        ends.append(len(blob))
    return UnitPackets(
        blob=bytes(blob),
        starts=tuple(starts),
        ends=tuple(ends),
        at_ticks=unit.at_ticks,
        step_ticks=step_ticks,
        shown_after_ticks=unit.shown_after_ticks,
        key=unit.key,
        jpeg=unit.nals[0] if clip.codec is Codec.MJPEG else b"",
    )


def unit_payloads(codec: Codec, unit: AccessUnit, sets: tuple[bytes, ...]) -> list[bytes]:
    """Return the RTP payloads of one access unit."""
    if codec is Codec.MJPEG:
        return _jpeg_payloads(unit.nals[0])
    nals = [nal for nal in unit.nals if not (unit.key and is_parameter_set(codec, nal))]
    if unit.key:
        nals = [*sets, *nals]
    fragment = _fragments_h264 if codec is Codec.H264 else _fragments_h265
    payloads: list[bytes] = []
    for nal in nals:
        payloads.extend([nal] if len(nal) <= MAX_PAYLOAD else fragment(nal))
    return payloads


def _fragments_h264(nal: bytes) -> list[bytes]:
    """Cut a NAL unit into FU-A packets (RFC 6184, 5.8)."""
    indicator = (nal[0] & 0xE0) | 28
    kind = nal[0] & 0x1F
    return [bytes((indicator, flags | kind)) + part for flags, part in _cut(nal[1:], MAX_PAYLOAD - 2)]


def _fragments_h265(nal: bytes) -> list[bytes]:
    """Cut a NAL unit into FU packets (RFC 7798, 4.4.3)."""
    header = bytes(((nal[0] & 0x81) | (49 << 1), nal[1]))
    kind = (nal[0] >> 1) & 0x3F
    return [header + bytes((flags | kind,)) + part for flags, part in _cut(nal[2:], MAX_PAYLOAD - 3)]


def _cut(body: bytes, size: int) -> list[tuple[int, bytes]]:
    """Return (start/end flags, bytes) of each fragment."""
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    flags = [0] * len(parts)
    flags[0] |= 0x80
    flags[-1] |= 0x40
    return list(zip(flags, parts, strict=True))


def _jpeg_payloads(data: bytes) -> list[bytes]:
    """Return RFC 2435 payloads, quantisation tables in the first (Q = 255)."""
    picture = split_jpeg(data)
    size = bytes((picture.width // 8, picture.height // 8))
    tables = struct.pack(">BBH", 0, 0, len(picture.tables)) + picture.tables
    payloads: list[bytes] = []
    at = 0
    while at < len(picture.scan):
        head = struct.pack(">I", at) + bytes((picture.kind, 255)) + size
        head += tables if at == 0 else b""
        part = picture.scan[at : at + MAX_PAYLOAD - len(head)]
        payloads.append(head + part)
        at += len(part)
    return payloads


def patch_unit(unit: UnitPackets, *, channel: int, sequence: int, timestamp: int, ssrc: int) -> bytearray:
    """Return a copy of the unit's packets stamped for one client."""
    blob = bytearray(unit.blob)
    stamp = _PATCH.pack_into
    for start in unit.starts:
        blob[start - 3] = channel
        stamp(blob, start + 2, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, ssrc)
        sequence += 1
    return blob


def sender_report(*, ssrc: int, wall_s: float, timestamp: int, packets: int, octets: int, cname: bytes) -> bytes:
    """Return an RTCP compound packet: sender report and CNAME (RFC 3550, 6.4.1 and 6.5)."""
    seconds = int(wall_s)
    report = struct.pack(
        ">BBHIIIIII",
        0x80,
        200,
        6,
        ssrc,
        (seconds + _NTP_OFFSET_S) & 0xFFFFFFFF,
        int((wall_s - seconds) * (1 << 32)) & 0xFFFFFFFF,
        timestamp & 0xFFFFFFFF,
        packets & 0xFFFFFFFF,
        octets & 0xFFFFFFFF,
    )
    item = bytes((1, len(cname))) + cname
    chunk = struct.pack(">I", ssrc) + item + b"\x00"
    chunk += bytes(-len(chunk) % 4)
    return report + struct.pack(">BBH", 0x81, 202, len(chunk) // 4) + chunk


def goodbye(ssrc: int) -> bytes:
    """Return an RTCP BYE."""
    return struct.pack(">BBHI", 0x81, 203, 1, ssrc)
