"""Pictures for demo watch notices: outlines drawn by code, of nobody.

Belongs here: drawing and the PNG's bytes. Does not belong here: notices (cli/demo_liaison.py). No picture of a person
stands in this program. Thread: any.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

WIDE, HIGH = 300, 372
Shape = NDArray[np.bool_]


def person(shade: tuple[int, int, int], child: bool = False) -> bytes:
    """Draw a head and shoulders; a child's are smaller and stand lower."""
    scale, low = (0.78, 60) if child else (1.0, 0)
    head = _ellipse(WIDE / 2, 140 + low, 62 * scale, 76 * scale)
    body = _ellipse(WIDE / 2, 372 + low, 128 * scale, 150 * scale)
    neck = _box(WIDE / 2 - 24 * scale, 180 + low, WIDE / 2 + 24 * scale, 260 + low)
    return _png(_painted((body, shade), (neck, (150, 122, 104)), (head, (168, 138, 118))))


def car(shade: tuple[int, int, int]) -> bytes:
    """Draw a car from its side."""
    cabin = _ellipse(150, 176, 78, 52) & _box(0, 100, WIDE, 186)
    glass = _ellipse(150, 178, 64, 40) & _box(0, 100, WIDE, 178)
    body = _box(32, 176, 268, 232) | _ellipse(40, 206, 20, 26) | _ellipse(262, 206, 22, 26)
    wheels = _ellipse(88, 234, 28, 28) | _ellipse(214, 234, 28, 28)
    hubs = _ellipse(88, 234, 12, 12) | _ellipse(214, 234, 12, 12)
    black, grey, blue = (26, 28, 32), (120, 126, 134), (78, 92, 108)
    return _png(_painted((cabin | body, shade), (glass, blue), (wheels, black), (hubs, grey)))


def _grid() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    y, x = np.mgrid[0:HIGH, 0:WIDE].astype(np.float64)
    return x, y


def _ellipse(x0: float, y0: float, a: float, b: float) -> Shape:
    x, y = _grid()
    inside: Shape = ((x - x0) / a) ** 2 + ((y - y0) / b) ** 2 <= 1
    return inside


def _box(left: float, top: float, right: float, bottom: float) -> Shape:
    x, y = _grid()
    inside: Shape = (x >= left) & (x < right) & (y >= top) & (y < bottom)
    return inside


def _painted(*shapes: tuple[Shape, tuple[int, int, int]]) -> NDArray[np.uint8]:
    down = np.linspace(1, 0, HIGH)[:, None, None]
    image = (np.array([58, 66, 78]) + down * np.array([40, 44, 48])) * np.ones((HIGH, WIDE, 1))
    for inside, shade in shapes:
        image[inside] = shade
    made: NDArray[np.uint8] = image.astype(np.uint8)
    return made


def _png(image: NDArray[np.uint8]) -> bytes:
    rows = b"".join(b"\0" + row.tobytes() for row in image)
    head = struct.pack(">IIBBBBB", image.shape[1], image.shape[0], 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks)
