"""Digital zoom as geometry: which part of a picture a tile shows, and where in the tile.

Belongs here: the value and what wheel, hand and keys make of it. Does not belong here: whose zoom it is and when it is
forgotten (zooming.py), painting (tile_painter.py).
Invariants: 1. What is shown lies within the picture: there is never a bar that more of the picture could fill. 2. What
is under the pointer stays under it, as far as 1 allows. 3. A scale lies between 1 and `MOST`; at 1 there is no zoom,
which is None. Pixels are the tile's own, from its left upper corner; parts of the picture are fractions of it.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST = 8.0
NOTCH = 1.25  # a notch of the wheel
KEY_STEP = 1.5
PAN_STEP = 0.2  # of what is in sight
LEAST = 1.02  # nearer to the whole picture than this is the whole picture
SNAP = 0.015  # an aspect this near the tile's fills it, as the scaler has it


@dataclass(frozen=True, slots=True)
class Zoom:
    """A scale and the middle of what is in sight, in fractions of the picture."""

    scale: float
    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: of a tile in its pixels, of a picture in its fractions."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A tile's size, and the size its whole picture has in it without zoom."""

    tile: tuple[float, float]
    whole: tuple[float, float]


def frame(tile: tuple[float, float], aspect: float) -> Frame:
    """Fit a picture of an aspect (width over height) into a tile, one of no size as into one of a pixel."""
    tile = max(1.0, tile[0]), max(1.0, tile[1])
    width = min(tile[0], tile[1] * aspect)
    height = width / aspect
    if tile[0] - width <= SNAP * tile[0] and tile[1] - height <= SNAP * tile[1]:
        return Frame(tile, tile)
    return Frame(tile, (width, height))


def shown(zoom: Zoom, of: Frame) -> Box:
    """Give where in the tile the picture lies."""
    width, height = (min(t, w * zoom.scale) for t, w in zip(of.tile, of.whole, strict=True))
    return Box((of.tile[0] - width) / 2, (of.tile[1] - height) / 2, width, height)


def part(zoom: Zoom, of: Frame) -> Box:
    """Give which part of the picture is in sight."""
    box = shown(zoom, of)
    width, height = box.width / (of.whole[0] * zoom.scale), box.height / (of.whole[1] * zoom.scale)
    return Box(zoom.x - width / 2, zoom.y - height / 2, width, height)


def zoomed(now: Zoom | None, factor: float, at: tuple[float, float] | None, of: Frame) -> Zoom | None:
    """Zoom by a factor at a point of the tile (None: the middle of what is in sight); None is the whole picture."""
    old = now or Zoom(1.0)
    scale = min(MOST, old.scale * factor)
    if scale < LEAST:
        return None
    if at is None:
        return _held_inside(Zoom(scale, old.x, old.y), of)
    box, seen = shown(old, of), part(old, of)
    across = min(1.0, max(0.0, (at[0] - box.left) / box.width))
    down = min(1.0, max(0.0, (at[1] - box.top) / box.height))
    under = seen.left + across * seen.width, seen.top + down * seen.height
    new = shown(Zoom(scale), of)
    seen = part(Zoom(scale), of)
    x = under[0] + (new.left + new.width / 2 - at[0]) / new.width * seen.width
    y = under[1] + (new.top + new.height / 2 - at[1]) / new.height * seen.height
    return _held_inside(Zoom(scale, x, y), of)


def panned(now: Zoom, dx: float, dy: float, of: Frame) -> Zoom:
    """Pull the picture by so many pixels of the tile: what was under the hand stays under it."""
    moved = Zoom(now.scale, now.x - dx / (of.whole[0] * now.scale), now.y - dy / (of.whole[1] * now.scale))
    return _held_inside(moved, of)


def stepped(now: Zoom, dx: int, dy: int, of: Frame) -> Zoom:
    """Look further by a step in a direction."""
    box = shown(now, of)
    return panned(now, -dx * PAN_STEP * box.width, -dy * PAN_STEP * box.height, of)


def _held_inside(zoom: Zoom, of: Frame) -> Zoom:
    seen = part(zoom, of)
    half_width, half_height = seen.width / 2, seen.height / 2
    return Zoom(zoom.scale, min(1 - half_width, max(half_width, zoom.x)),
                min(1 - half_height, max(half_height, zoom.y)))
