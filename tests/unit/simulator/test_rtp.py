"""Packets: what goes in comes out again, stamped; nothing is too large."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from safecity_console.simulator.clips import AccessUnit, Clip, ClipError, Codec, is_parameter_set, read_clip
from safecity_console.simulator.jpeg import split_jpeg
from safecity_console.simulator.rtp import (
    MAX_PAYLOAD,
    RTP_HEADER,
    packetise_clip,
    patch_unit,
    sender_report,
    unit_payloads,
)


def _depacketise(codec: Codec, payloads: list[bytes]) -> list[bytes]:
    """Rebuild NAL units, written apart from the packetiser: RFC 6184 5.6/5.8, RFC 7798 4.4.1/4.4.3."""
    nals: list[bytes] = []
    part = b""
    for payload in payloads:
        if codec is Codec.H264 and payload[0] & 0x1F == 28:
            if payload[1] & 0x80:
                part = bytes((payload[0] & 0xE0 | payload[1] & 0x1F,))
            part += payload[2:]
            end = payload[1] & 0x40
        elif codec is Codec.H265 and payload[0] >> 1 & 0x3F == 49:
            if payload[2] & 0x80:
                part = bytes((payload[0] & 0x81 | (payload[2] & 0x3F) << 1, payload[1]))
            part += payload[3:]
            end = payload[2] & 0x40
        else:
            part, end = payload, 1
        if end:
            nals.append(part)
            part = b""
    assert part == b""
    return nals


@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
def test_every_unit_comes_back_whole(clips: dict[Codec, Path], codec: Codec) -> None:
    clip = read_clip(clips[codec])
    fragmented = 0
    for unit in clip.units:
        payloads = unit_payloads(codec, unit, clip.parameter_sets)
        assert max(map(len, payloads)) <= MAX_PAYLOAD
        fragmented += len(payloads) > len(unit.nals) + len(clip.parameter_sets)
        own = [nal for nal in unit.nals if not (unit.key and is_parameter_set(codec, nal))]
        sets = list(clip.parameter_sets) if unit.key else []
        assert _depacketise(codec, payloads) == sets + own
    assert fragmented > 0


@pytest.mark.parametrize("size", [1, MAX_PAYLOAD, MAX_PAYLOAD + 1, 3 * MAX_PAYLOAD, 70_001])
@pytest.mark.parametrize(("codec", "head"), [(Codec.H264, b"\x65"), (Codec.H265, b"\x26\x01")])
def test_nal_of_any_size_comes_back(codec: Codec, head: bytes, size: int) -> None:
    nal = head + bytes(number % 251 for number in range(size))
    payloads = unit_payloads(codec, AccessUnit((nal,), 0, 0, False), ())
    assert max(map(len, payloads)) <= MAX_PAYLOAD
    assert _depacketise(codec, payloads) == [nal]


def test_jpeg_scan_and_tables_come_back(clips: dict[Codec, Path]) -> None:
    unit = read_clip(clips[Codec.MJPEG]).units[3]
    payloads = unit_payloads(Codec.MJPEG, unit, ())
    picture = split_jpeg(unit.nals[0])
    scan = b""
    for payload in payloads:
        offset, kind, quality = int.from_bytes(payload[1:4], "big"), payload[4], payload[5]
        assert (offset, kind, quality) == (len(scan), 1, 255)
        assert payload[6:8] == bytes((320 // 8, 192 // 8))
        start = 8
        if offset == 0:
            assert payload[8:12] == b"\0\0\0\x80"
            assert payload[12:140] == picture.tables
            start = 140
        scan += payload[start:]
    assert scan == picture.scan
    assert scan in unit.nals[0]


@pytest.mark.parametrize("damage", ["progressive", "own tables", "not one"])
def test_jpeg_that_rfc_2435_cannot_carry_is_refused(clips: dict[Codec, Path], damage: str) -> None:
    data = read_clip(clips[Codec.MJPEG]).units[0].nals[0]
    broken = {
        "progressive": data.replace(b"\xff\xc0", b"\xff\xc2", 1),
        "own tables": data.replace(b"\xff\xc4\x01\xa2\x00\x00\x01\x05", b"\xff\xc4\x01\xa2\x00\x00\x02\x04", 1),
        "not one": b"GIF89a" + data,
    }[damage]
    assert broken != data
    with pytest.raises(ClipError):
        split_jpeg(broken)


def test_patched_packets_carry_sequence_time_and_source(clips: dict[Codec, Path]) -> None:
    clip = packetise_clip(read_clip(clips[Codec.H264]))
    unit = clip.units[0]
    blob = patch_unit(unit, channel=4, sequence=0xFFFE, timestamp=0x1_0000_0005, ssrc=0xAABBCCDD)
    at, sequence = 0, 0xFFFE
    while at < len(blob):
        dollar, channel, size = struct.unpack_from(">BBH", blob, at)
        first, second, number, stamp, ssrc = struct.unpack_from(">BBHII", blob, at + 4)
        assert (dollar, channel, first, number, stamp, ssrc) == (0x24, 4, 0x80, sequence & 0xFFFF, 5, 0xAABBCCDD)
        last = at + 4 + size == len(blob)
        assert second == (0x80 if last else 0) | 96
        at += 4 + size
        sequence += 1
    assert len(unit.starts) > 3
    assert unit.blob[unit.starts[0] + 2 : unit.starts[0] + RTP_HEADER] == bytes(10)  # the template is untouched


def test_sender_report_follows_rfc_3550() -> None:
    report = sender_report(ssrc=7, wall_s=1_000_000_000.5, timestamp=1 << 32 | 9, packets=3, octets=400, cname=b"abc")
    head, kind, words, ssrc, seconds, fraction, stamp, packets, octets = struct.unpack_from(">BBHIIIIII", report)
    assert (head, kind, words, ssrc, packets, octets, stamp) == (0x80, 200, 6, 7, 3, 400, 9)
    assert seconds == 1_000_000_000 + 2_208_988_800
    assert fraction == 1 << 31
    sdes = report[28:]
    assert sdes[:2] == b"\x81\xca"
    assert len(sdes) == 4 * (int.from_bytes(sdes[2:4], "big") + 1)
    assert sdes[8:13] == b"\x01\x03abc"


def test_clip_knows_its_shape(clips: dict[Codec, Path]) -> None:
    for codec, path in clips.items():
        clip = read_clip(path)
        assert (clip.codec, clip.width, clip.height, clip.fps, len(clip.units)) == (codec, 320, 192, 15, 30)
        assert clip.length_ticks == 180_000
        assert clip.gop_s == (1.0 if codec is not Codec.MJPEG else pytest.approx(1 / 15, abs=0.001))


def test_index_follows_the_loop(clips: dict[Codec, Path]) -> None:
    clip = packetise_clip(read_clip(clips[Codec.H264]))
    assert [clip.index_at(ticks) for ticks in (0, 5999, 6000, 179_999, 180_000, 186_000)] == [0, 0, 1, 29, 0, 1]
    assert [clip.key_at(ticks) for ticks in (0, 89_999, 90_000, 179_999, 180_000)] == [0, 0, 15, 15, 0]


def test_unreadable_clips_are_refused(tmp_path: Path) -> None:
    nonsense = tmp_path / "nonsense.mp4"
    nonsense.write_bytes(b"no video here" * 100)
    for path in (nonsense, tmp_path / "missing.mp4"):
        with pytest.raises(ClipError):
            read_clip(path)


def test_clip_must_start_with_a_key_frame(clips: dict[Codec, Path]) -> None:
    clip = read_clip(clips[Codec.H264])
    assert isinstance(clip, Clip)
    assert clip.units[0].key
    assert not clip.units[1].key
