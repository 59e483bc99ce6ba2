"""One picture on its way from a decoder to a screen.

Belongs here: the hand-off value that video writes and ui reads without copying. Does not belong here: Qt, libav.
Invariants: 1. `buffer` is BGRA (little-endian 0xffRRGGBB), `height` rows of `stride` bytes, valid while `owner` lives.
2. Nobody writes into a picture after it was put into a slot.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A scaled picture; sizes in device px (`source_*`: decoded), `arrived_s` monotonic, `lag_s` behind the camera."""

    buffer: memoryview
    width: int
    height: int
    stride: int
    arrived_s: float
    lag_s: float
    source_width: int
    source_height: int
    owner: object


@dataclass(frozen=True, slots=True)
class TileWish:
    """How a screen wants a camera: tile size in device px; `prominent` (selected, expanded) gets full rate and main.

    `selected`, `zoomed` and `alarmed` say why a tile is never reduced under load. A zoomed tile asks for the size its
    whole picture has at that zoom; it is given no more than the camera sends.
    """

    width: int
    height: int
    prominent: bool = False
    selected: bool = False
    zoomed: bool = False
    alarmed: bool = False

    @property
    def spared(self) -> bool:
        """Tell whether this tile keeps its quality whatever the load."""
        return self.selected or self.zoomed or self.alarmed
