"""JPEG headers: what RFC 2435 needs to know of one baseline picture.

Belongs here: walking the marker segments of a JPEG of our own clips.
Does not belong here: decoding, RTP (rtp.py).
Invariants: 1. Pictures RFC 2435 cannot carry (other Huffman tables, odd sampling, too large) are
refused, not sent wrongly.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from safecity_console.simulator.clips import ClipError

MAX_SIDE = 2040
# The receiver rebuilds the tables of ITU T.81 Annex K.3; digest of those four, sorted, as bytes.
STANDARD_HUFFMAN_SHA256 = "532fd667aa5541439e4fc89f189259b1b137993ca5dfcbb6970ab411aee79cdf"


@dataclass(frozen=True, slots=True)
class JpegParts:
    """Hold one picture: RFC 2435 type (0 is 4:2:2, 1 is 4:2:0), two quantisation tables, the scan."""

    width: int
    height: int
    kind: int
    tables: bytes
    scan: bytes


def split_jpeg(data: bytes) -> JpegParts:
    """Split a baseline JPEG; raise ClipError where RFC 2435 cannot carry it."""
    if data[:2] != b"\xff\xd8":
        raise ClipError("not a JPEG")
    tables: dict[int, bytes] = {}
    frame = b""
    huffman: list[bytes] = []
    for marker, body, end in _segments(data):
        if marker == 0xDB:
            tables.update(_quantisation(body))
        elif marker == 0xC0:
            frame = body
        elif marker == 0xC4:
            huffman.extend(_huffman_tables(body))
        elif marker == 0xDD and any(body[:2]):
            raise ClipError("JPEG restart intervals are not served")
        elif marker == 0xDA:
            return _assemble(frame, tables, huffman, _scan(data, end))
    raise ClipError("JPEG without a scan")


def _segments(data: bytes) -> list[tuple[int, bytes, int]]:
    """Return (marker, body, offset after it) up to and with the start of scan."""
    found: list[tuple[int, bytes, int]] = []
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        found.append((marker, data[at + 4 : end], end))
        if marker == 0xDA:
            break
        at = end
    return found


def _quantisation(body: bytes) -> dict[int, bytes]:
    tables: dict[int, bytes] = {}
    at = 0
    while at + 65 <= len(body):
        if body[at] >> 4:
            raise ClipError("16-bit JPEG tables are not served")
        tables[body[at] & 0x0F] = body[at + 1 : at + 65]
        at += 65
    return tables


def _huffman_tables(body: bytes) -> list[bytes]:
    tables: list[bytes] = []
    at = 0
    while at + 17 <= len(body):
        size = 17 + sum(body[at + 1 : at + 17])
        tables.append(body[at : at + size])
        at += size
    return tables


def _assemble(frame: bytes, tables: dict[int, bytes], huffman: list[bytes], scan: bytes) -> JpegParts:
    if len(frame) < 15 or frame[0] != 8 or frame[5] != 3:
        raise ClipError("only baseline 8-bit colour JPEG is served")
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    if width > MAX_SIDE or height > MAX_SIDE or width % 8 or height % 8:
        raise ClipError(f"RFC 2435 cannot carry a {width}x{height} picture")
    kinds = {0x21: 0, 0x22: 1}
    if frame[7] not in kinds or 0 not in tables:
        raise ClipError("JPEG sampling is neither 4:2:0 nor 4:2:2")
    if hashlib.sha256(b"".join(sorted(huffman))).hexdigest() != STANDARD_HUFFMAN_SHA256:
        raise ClipError("JPEG uses Huffman tables of its own")
    chroma = tables.get(frame[11], tables[0])
    return JpegParts(width, height, kinds[frame[7]], tables[frame[8]] + chroma, scan)


def _scan(data: bytes, start: int) -> bytes:
    end = data.rfind(b"\xff\xd9")
    return data[start : end if end > start else len(data)]
