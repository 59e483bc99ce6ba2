"""Clock strip: unix milliseconds as black and white blocks along a picture's top edge.

Belongs here: drawing the strip and reading it back from a picture that was coded and scaled.
Does not belong here: encoding video (clock_overlay.py).
Layout: BLOCKS equal columns over the whole width, BAND of the height: white, black, 41 bits of milliseconds (most
significant first), 7 bits of checksum, black, white. Pure functions. Thread: any.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

TIME_BITS = 41  # enough until 2039
CHECK_BITS = 7
BLOCKS = 2 + TIME_BITS + CHECK_BITS + 2
BAND = 1 / 12
CHECK_PRIME = 113
MIN_CONTRAST = 60


def strip_bits(unix_ms: int) -> NDArray[np.uint8]:
    """Return the strip's blocks, 0 or 1."""
    check = unix_ms % CHECK_PRIME
    bits = [1, 0]
    bits += [(unix_ms >> at) & 1 for at in range(TIME_BITS - 1, -1, -1)]
    bits += [(check >> at) & 1 for at in range(CHECK_BITS - 1, -1, -1)]
    return np.array([*bits, 0, 1], np.uint8)


def draw_clock_strip(picture: NDArray[np.uint8], unix_ms: int) -> None:
    """Draw the strip into a picture (height, width[, channels]) in place."""
    height, width = picture.shape[:2]
    band = max(8, round(height * BAND))
    block_of_column = np.arange(width) * BLOCKS // width
    row = strip_bits(unix_ms)[block_of_column] * np.uint8(219) + np.uint8(16)
    picture[:band] = row[None, :] if picture.ndim == 2 else row[None, :, None]


def read_clock_strip(picture: NDArray[Any]) -> int | None:
    """Return the strip's unix milliseconds from a grey, BGR or BGRA picture, None where there is no valid strip."""
    height, width = picture.shape[:2]
    if width < BLOCKS * 3 or height < 36:
        return None
    band = height * BAND
    rows = picture[round(band * 0.3) : max(round(band * 0.3) + 1, round(band * 0.7))]
    grey = rows.astype(np.float32)
    if grey.ndim == 3:
        grey = grey[:, :, :3].mean(axis=2)
    columns = grey.mean(axis=0)
    block = width / BLOCKS
    centres = [columns[int((n + 0.3) * block) : int((n + 0.7) * block) + 1].mean() for n in range(BLOCKS)]
    white, black = min(centres[0], centres[-1]), max(centres[1], centres[-2])
    if white - black < MIN_CONTRAST:
        return None
    threshold = (white + black) / 2
    value = 0
    for centre in centres[2:-2]:
        value = value << 1 | int(centre > threshold)
    unix_ms, check = value >> CHECK_BITS, value & ((1 << CHECK_BITS) - 1)
    return unix_ms if check == unix_ms % CHECK_PRIME else None
