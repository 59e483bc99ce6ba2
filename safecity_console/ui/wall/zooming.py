"""Who of the wall is zoomed: one zoom for a tile and the camera in it, changed by wheel, hand, pinch and keys.

Belongs here: keeping zooms, handing them to the tiles, the commands zoom.in, zoom.out and zoom.reset. Does not belong
here: geometry (zoom.py), Qt's events (hands.py), painting (tile_painter.py).
Invariants: 1. A zoom is forgotten when its camera leaves the tile, and the large view has zooms of its own. 2. Only a
tile that shows a picture can be zoomed. 3. A change of the part in sight asks for a repaint and nothing else: the whole
picture is at hand. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal

from safecity_console.ui.wall import zoom as geometry
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.model import Mode, Part, Scene, Spot
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.words import Face
from safecity_console.ui.wall.zoom import Zoom

NOTCH_UNITS = 120  # of an angle delta
NOTCHES_MOST = 20  # more than from the whole picture to the largest scale
_Place = tuple[int, str]
_LARGE, _WORKS = -1, -2


class Zooming(QObject):
    """The zooms of one wall; `moved` asks for a repaint, `begun_or_ended` for tiles made anew, `sized` for wishes."""

    moved = Signal(QRect)
    sized = Signal()
    begun_or_ended = Signal()

    def __init__(self, controller: WallController, tiles: Callable[[], Sequence[Tile]], parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._tiles = controller, tiles
        self._zooms: dict[_Place, Zoom] = {}
        self._last: _Place | None = None
        controller.offer({
            "zoom.in": lambda: self._key(geometry.KEY_STEP), "zoom.out": lambda: self._key(1 / geometry.KEY_STEP),
            "zoom.reset": self.reset,
        })

    def settle(self) -> None:
        """Hand the zooms to the tiles of a new scene and forget those whose camera left its tile."""
        model = self._controller.model
        there = _places(model.scene, model.mode) | _places(model.scene_below, model.mode)
        self._zooms = {place: zoom for place, zoom in self._zooms.items() if place in there}
        for index, tile in enumerate(self._tiles()):
            place = self._place(index)
            tile.zoom = self._zooms.get(place) if place is not None else None
            tile.prominent = tile.prominent or tile.zoom is not None

    def is_zoomed(self, tile: int) -> bool:
        """Tell whether a tile shows a part of its picture only."""
        return self._place(tile) in self._zooms

    def turn(self, tile: int, units: float, at: QPointF) -> bool:
        """Zoom as the wheel turned (in Qt's eighths of a degree) at a point of the wall; False where nothing can be."""
        # Bounded: what a broken mouse or a synthesised event claims has no float for its power.
        notches = min(NOTCHES_MOST, max(-NOTCHES_MOST, units / NOTCH_UNITS))
        return self.scale(tile, geometry.NOTCH ** notches, at)

    def scale(self, tile: int, factor: float, at: QPointF | None) -> bool:
        """Zoom a tile by a factor at a point of the wall (None: its middle); False where it shows no picture."""
        place, of = self._place(tile), self._frame(tile)
        if place is None or of is None:
            return False
        corner = QPointF(self._tiles()[tile].rect.topLeft())
        point = None if at is None else ((at - corner).x(), (at - corner).y())
        before = self._zooms.get(place)
        self._put(tile, place, geometry.zoomed(before, factor, point, of))
        return True

    def pull(self, tile: int, by: QPoint | QPointF) -> bool:
        """Pull a zoomed picture by so many pixels; False where the tile is not zoomed."""
        place, of = self._place(tile), self._frame(tile)
        now = self._zooms.get(place) if place is not None else None
        if place is None or of is None or now is None:
            return False
        self._put(tile, place, geometry.panned(now, by.x(), by.y(), of))
        return True

    def step(self, dx: int, dy: int) -> bool:
        """Look further within the selected tile; False where it is not zoomed."""
        tile = self._selected()
        place, of = (self._place(tile), self._frame(tile)) if tile is not None else (None, None)
        now = self._zooms.get(place) if place is not None else None
        if tile is None or place is None or of is None or now is None:
            return False
        self._put(tile, place, geometry.stepped(now, dx, dy, of))
        return True

    def reset(self) -> bool:
        """Give the whole picture of the selected tile, else of the one zoomed last; False where neither is zoomed."""
        chosen = self._selected()
        own = self._place(chosen) if chosen is not None else None
        for place in (own, self._last):
            tile = next((i for i in range(len(self._tiles())) if self._place(i) == place), None)
            if place is not None and place in self._zooms and tile is not None:
                self._put(tile, place, None)
                return True
        return False

    def _key(self, factor: float) -> bool:
        tile = self._selected()
        return tile is not None and self.scale(tile, factor, None)

    def _put(self, tile: int, place: _Place, zoom: Zoom | None) -> None:
        before = self._zooms.get(place)
        if zoom == before:
            return
        if zoom is None:
            del self._zooms[place]
        else:
            self._zooms[place] = zoom
            self._last = place
        shown = self._tiles()[tile]
        shown.zoom = zoom
        if (zoom is None) is not (before is None):
            self.begun_or_ended.emit()
        elif zoom is not None and before is not None and zoom.scale != before.scale:
            self.sized.emit()
        self.moved.emit(shown.rect)

    def _selected(self) -> int | None:
        selected: Spot = self._controller.model.selected
        return selected.index if selected.part is Part.TILE else None

    def _place(self, tile: int) -> _Place | None:
        model = self._controller.model
        camera_id = model.scene.tiles[tile] if 0 <= tile < len(model.scene.tiles) else None
        return None if camera_id is None else (_where(tile, model.scene, model.mode), camera_id)

    def _frame(self, tile: int) -> geometry.Frame | None:
        tiles = self._tiles()
        shown = tiles[tile] if 0 <= tile < len(tiles) else None
        if shown is None or shown.image is None or shown.words.face is not Face.PICTURE:
            return None
        return shown.frame()


def _where(tile: int, scene: Scene, mode: Mode) -> int:
    # In "what works" tiles move up when another camera goes; that is no reason to lose what is being looked at.
    if scene.expanded:
        return _LARGE
    return _WORKS if mode is Mode.WHAT_WORKS else tile


def _places(scene: Scene, mode: Mode) -> set[_Place]:
    return {(_where(i, scene, mode), camera_id) for i, camera_id in enumerate(scene.tiles) if camera_id is not None}
