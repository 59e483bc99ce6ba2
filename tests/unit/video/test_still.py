"""Snapshots as files: read back by readers nobody here wrote."""

from __future__ import annotations

import hashlib
import struct
import zlib

import cv2
import numpy as np
import pytest
from av.video.frame import VideoFrame
from PySide6.QtGui import QImage

from safecity_console.video import still

TEXTS = {
    "Title": "Camera 7 Press Club",
    "Camera-Name": "چوک شہیداں",
    "Taken-UTC": "2026-11-23T10:42:07.123+00:00",
    "Empty": "",
}


def picture() -> np.ndarray:
    return np.random.default_rng(2).integers(0, 256, (54, 96, 3), dtype=np.uint8)


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """Parse a PNG by its specification, checking every CRC."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at, found = 8, []
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        found.append((kind, body))
        at += 12 + length
    return found


def test_texts_are_read_by_qt_and_by_the_specification() -> None:
    png = still.png_bytes(picture(), TEXTS)
    image = QImage.fromData(png)
    assert not image.isNull()
    assert {key: image.text(key) for key in TEXTS} == TEXTS
    kinds = [kind for kind, _ in chunks(png)]
    assert kinds[0] == b"IHDR"
    assert kinds[-1] == b"IEND"
    assert kinds.count(b"iTXt") == len(TEXTS)
    assert kinds.index(b"iTXt") < kinds.index(b"IDAT")
    assert still.read_texts(png) == TEXTS


def test_the_hash_is_over_the_pixels_and_anybody_can_recompute_it() -> None:
    rgb = picture()
    digest = still.pixels_sha256(rgb)
    png = still.png_bytes(rgb, {"Pixels-SHA256": digest})
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB888)
    rows = [bytes(image.constScanLine(y))[: image.width() * 3] for y in range(image.height())]
    assert hashlib.sha256(b"".join(rows)).hexdigest() == digest == image.text("Pixels-SHA256")
    decoded = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert np.array_equal(decoded[:, :, ::-1], rgb)


def test_a_frame_keeps_its_own_size() -> None:
    frame = VideoFrame.from_ndarray(picture(), format="rgb24").reformat(format="yuv420p")
    assert still.rgb_of(frame).shape == (54, 96, 3)


@pytest.mark.parametrize("png", [b"", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, b"x" * 7])
def test_reading_texts_never_raises(png: bytes) -> None:
    assert still.read_texts(png) == {}
