"""A picture from outside made into one of our own: looked at by its header, decoded in a child, written anew.

Belongs here: what a PNG or JPEG header says, the child that decodes, its limits. Does not belong here: where pictures
are kept (services/watch_pictures.py), pictures of cameras (still.py).
Why a child: decoders of pictures have a long list of CVEs; what crashes or eats memory takes the child with it and not
the wall. Why anew: what a camera or a stranger wrote beside the pixels (position, names, a program) stays outside.
Invariants: 1. Nothing is decoded whose header is not PNG or JPEG, or says more than `PIXELS_MOST`. 2. The child gets
`MEMORY_MOST` and `DEADLINE_S`. 3. What comes out is a JPEG within `EDGE_MOST`. Thread: any; blocks.
"""

from __future__ import annotations

import importlib
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from safecity_console.core.child import ChildEnd, end_by_itself, run_child

BYTES_MOST = 12 * 1024 * 1024
PIXELS_MOST, SIDE_MOST, SIDE_LEAST = 40_000_000, 12_000, 16
EDGE_MOST, QUALITY = 1280, 88
MEMORY_MOST = 1024 ** 3  # beyond what the libraries take
DEADLINE_S = 15.0
CHILD = "safecity_console.video.picture_file"
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # SOFn of ITU-T T.81


class Unfit(StrEnum):
    """Why a picture is not taken."""

    KIND = "kind"  # neither PNG nor JPEG
    SIZE = "size"  # too many pixels, or too few
    BROKEN = "broken"


class PictureUnfit(Exception):
    """The picture is not taken."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """A JPEG of our own making."""

    data: bytes
    width: int
    height: int


def header_size(data: bytes) -> tuple[int, int]:
    """Give width and height as the header says; raises PictureUnfit."""
    if data.startswith(_PNG):
        if len(data) < 33 or data[12:16] != b"IHDR":
            raise PictureUnfit(Unfit.BROKEN)
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith(_JPEG):
        width, height = _jpeg_size(data)
    else:
        raise PictureUnfit(Unfit.KIND)
    if not min(width, height) >= SIDE_LEAST or max(width, height) > SIDE_MOST or width * height > PIXELS_MOST:
        raise PictureUnfit(Unfit.SIZE)
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            break
        mark = data[at + 1]
        if mark == 0xFF:
            at += 1
        elif mark in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5:at + 9])
            return width, height
        elif mark == 0x01 or 0xD0 <= mark <= 0xD8:
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2:at + 4], "big"))
    raise PictureUnfit(Unfit.BROKEN)


def made_own(source: Path, target: Path) -> OwnPicture:
    """Decode `source` in a child that writes `target`; raises PictureUnfit, OSError. Both stay for the caller."""
    said = run_child(CHILD, (str(source), str(target)), DEADLINE_S)
    if said.end is not ChildEnd.DONE or not target.exists():
        raise PictureUnfit(Unfit.BROKEN)
    data = target.read_bytes()
    try:
        width, height = header_size(data)
    except PictureUnfit:
        raise PictureUnfit(Unfit.BROKEN) from None
    if not data.startswith(_JPEG) or max(width, height) > EDGE_MOST:
        raise PictureUnfit(Unfit.BROKEN)
    return OwnPicture(data, width, height)


def _decode(source: Path, target: Path) -> int:
    """Do the child's work; gives its exit status."""
    import cv2  # noqa: PLC0415 - the parent never needs it
    import numpy as np  # noqa: PLC0415

    end_by_itself()
    _bound_memory()
    cv2.setNumThreads(1)
    data = source.read_bytes()[: BYTES_MOST + 1]
    header_size(data)
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)  # turned as its EXIF says
    if image is None:
        return 1
    height, width = image.shape[:2]
    scale = EDGE_MOST / max(height, width)
    if scale < 1:
        size = max(SIDE_LEAST, round(width * scale)), max(SIDE_LEAST, round(height * scale))
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    good, encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    if not good:
        return 1
    target.write_bytes(encoded.tobytes())
    return 0


def _bound_memory() -> None:
    """Bound this process's memory where the system can; elsewhere the pixels alone are bounded."""
    with suppress(ImportError, ValueError, OSError, IndexError):
        resource = importlib.import_module("resource")  # not on Windows
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY_MOST  # threads of NumPy reserve much before anything is decoded
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    try:
        sys.exit(_decode(Path(sys.argv[1]), Path(sys.argv[2])))
    except PictureUnfit:
        sys.exit(1)
