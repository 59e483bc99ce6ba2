"""Still pictures: a decoded frame at full size to PNG, with text that says what it is.

Belongs here: the conversion and the PNG file's text chunks (PNG 3rd edition, iTXt). Does not belong here: names and
folders (services/snapshots.py), writing the file (core/whole_file.py), evidence and its seal (later).
Invariant: `pixels_sha256` is over the RGB bytes row by row, so anybody can recompute it from the picture itself.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping

import av.error
import cv2
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

_SIGNATURE_AND_IHDR = 8 + 25


class StillFailed(Exception):
    """The frame could not be made a picture."""


def rgb_of(frame: VideoFrame) -> NDArray[np.uint8]:
    """Give a frame as (height, width, 3) RGB; raises StillFailed."""
    try:
        return np.ascontiguousarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8)
    except (av.error.FFmpegError, ValueError) as error:
        raise StillFailed(type(error).__name__) from None


def pixels_sha256(rgb: NDArray[np.uint8]) -> str:
    """Hash the pixels, not the file: the file carries this very value."""
    return hashlib.sha256(rgb.tobytes()).hexdigest()


def png_bytes(rgb: NDArray[np.uint8], texts: Mapping[str, str]) -> bytes:
    """Encode RGB pixels as PNG with iTXt chunks after the header; raises StillFailed."""
    good, encoded = cv2.imencode(".png", cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_PNG_COMPRESSION, 3])
    if not good:
        raise StillFailed("png")
    raw = encoded.tobytes()
    chunks = b"".join(_text_chunk(key, value) for key, value in texts.items())
    return raw[:_SIGNATURE_AND_IHDR] + chunks + raw[_SIGNATURE_AND_IHDR:]


def _text_chunk(key: str, value: str) -> bytes:
    body = key.encode("latin-1", "replace")[:79] + b"\0\0\0\0\0" + value.encode()
    return struct.pack(">I", len(body)) + b"iTXt" + body + struct.pack(">I", zlib.crc32(b"iTXt" + body))


def read_texts(png: bytes) -> dict[str, str]:
    """Read the iTXt chunks back; unreadable ones are left out."""
    texts: dict[str, str] = {}
    at = 8
    while at + 12 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"iTXt" and body.count(b"\0") >= 5:
            key, _, rest = body.partition(b"\0")
            texts[key.decode("latin-1")] = rest[2:].split(b"\0", 2)[2].decode("utf-8", "replace")
        at += 12 + length
    return texts
