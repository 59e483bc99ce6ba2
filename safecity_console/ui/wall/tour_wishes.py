"""How the cameras of a tour's next step are opened before it comes.

Belongs here: their wishes. Does not belong here: which cameras and when (touring.py).
Invariant: what is opened early is small: it takes the camera's small stream, whatever the tile will be. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize

from safecity_console.domain.picture import TileWish
from safecity_console.ui.wall.geometry import Places

SMALL = QSize(320, 180)
WIDEST_PX = 480


def tour_wishes(coming: Mapping[str, int], places: Places, dpr: float) -> dict[str, TileWish]:
    """Give a wish for each coming camera, by the tile it will stand in."""
    found = {}
    for camera_id, tile in coming.items():
        size = places.tiles[tile].size() if len(coming) <= len(places.tiles) and tile < len(places.tiles) else SMALL
        scale = min(dpr, WIDEST_PX / max(1, size.width()))
        found[camera_id] = TileWish(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
    return found
