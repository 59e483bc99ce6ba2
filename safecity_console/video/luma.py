"""A frame's brightness alone, as eight-bit rows, whatever layout a decoder gave it.

Belongs here: which layouts begin with a plane of luma. Does not belong here: judging it (picture_probe.py).
Invariants: 1. Nothing is copied where luma has eight bits. 2. A layout not named here gives None: never a guess.
"""

from __future__ import annotations

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

EIGHT_BITS = frozenset({"yuv420p", "yuvj420p", "yuv422p", "yuvj422p", "yuv444p", "yuvj444p", "nv12", "nv16", "gray"})
# Sixteen-bit words, little-endian: how far to shift right until eight bits are left. Devices give P010 for ten bits.
SHIFTED = {"p010le": 8, "p012le": 8, "p016le": 8, "yuv420p10le": 2, "yuv422p10le": 2}


def luma_of(frame: VideoFrame) -> NDArray[np.uint8] | None:
    """Give the luma as (height, width), valid while the frame lives; None for layouts without one of its own."""
    plane = frame.planes[0] if frame.format.name in EIGHT_BITS or frame.format.name in SHIFTED else None
    if plane is None:
        return None
    if frame.format.name in EIGHT_BITS:
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        return rows[: frame.height, : frame.width]
    words = np.frombuffer(memoryview(plane), "<u2").reshape(-1, plane.line_size // 2)
    return (words[: frame.height, : frame.width] >> SHIFTED[frame.format.name]).astype(np.uint8)
