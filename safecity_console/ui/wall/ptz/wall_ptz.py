"""Steering on one wall: the selected camera's hand, PTZ mode, the commands, the marks of steered tiles.

Belongs here: joining hand, pointer and keys with the wall, which camera is in PTZ mode. Does not belong here: the
section beside the wall (section.py), calls of services (hand.py).
Invariants: 1. PTZ mode is switched on by the officer, stands on its tile in a word, and ends with another selection,
when the wall goes out of sight, another officer or nobody is at the desk, or the camera cannot be steered any more.
2. Every camera that can be steered has its mark, and who holds it stands beside. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QRegion

from safecity_console.domain.wall import MAIN_PLACE
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import number_text
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.hands import Hands
from safecity_console.ui.wall.model import Part
from safecity_console.ui.wall.ptz.asking import PtzAsking
from safecity_console.ui.wall.ptz.hand import PtzHand
from safecity_console.ui.wall.ptz.keys import WallKeys
from safecity_console.ui.wall.ptz.pointer import VideoPointer
from safecity_console.ui.wall.ptz.words import mark_text
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.tile_painter import paint_frame

translate = QCoreApplication.translate


class WallPtz(QObject):
    """The steering of one wall; `mode_changed` tells that PTZ mode began or ended."""

    mode_changed = Signal()

    def __init__(self, services: ConsoleServices, wall: Hands, tiles: Callable[[], Sequence[Tile]],
                 bridge: Bridge) -> None:
        super().__init__(wall)
        self._services, self._wall, self._tiles = services, wall, tiles
        self._mode = ""
        controller = wall.controller
        self.hand = PtzHand(services, bridge, self, tells=controller.place == MAIN_PLACE)
        self.asking = PtzAsking(services, self.hand, wall)
        self.pointer = VideoPointer(self.hand, wall, self._tile)
        self.keys = WallKeys(self.hand, controller, wall, self)
        self.hand.said.connect(controller.said)
        self.hand.changed.connect(lambda _camera_id: self.mark())
        self.pointer.moved.connect(self._repaint)
        self.pointer.hidden.connect(self.end)
        bridge.seat_changed.connect(self.end)
        controller.selection_changed.connect(self._on_selection)
        controller.offer({
            "ptz.mouse": self.toggle, "ptz.stop": lambda: self._on_selected(self.hand.stop),
            "ptz.stop_all": self._stop_all, "ptz.home": lambda: self._on_selected(self.hand.home),
            "ptz.auto_focus": lambda: self._on_selected(self.hand.auto_focus),
            "ptz.patrol": lambda: self._on_selected(self.asking.patrol),
            "ptz.give_back": lambda: self._on_selected(self.hand.give_back),
        })

    @property
    def mode_camera(self) -> str:
        """Give the camera in PTZ mode; empty: none."""
        return self._mode

    def toggle(self) -> bool:
        """Begin or end PTZ mode on the selected tile."""
        if self._mode:
            self.end()
            return True
        return self._on_selected(self._begin)

    def end(self) -> None:
        """End PTZ mode; what is held is let go."""
        if self._mode:
            self._mode = ""
            self.pointer.let_go()
            self.keys.let_go()
            self.hand.let_go()
            self._wall.unsetCursor()
            self.mark()
            self._wall.update()
            self.mode_changed.emit()

    def escape(self) -> bool:
        """Stop what moves of the selected camera, else leave the mode; False where there was neither."""
        camera_id = self._wall.selected_camera()
        if camera_id and self._under_way(camera_id):
            self.pointer.let_go()
            self.hand.stop(camera_id)
            return True
        had = bool(self._mode)
        self.end()
        return had

    def preset(self, number: int, store: bool) -> None:
        """Go to a preset of the selected camera, or ask to store it."""
        self._on_selected(lambda camera_id: self.asking.store(camera_id, number) if store
                          else self.hand.go(camera_id, number))

    def mark(self) -> None:
        """Put the marks of the tiles as they are now."""
        if self._mode and not self.hand.can_steer(self._mode):
            self.end()
        for tile in self._tiles():
            text = self._mark_of(tile)
            if text != tile.ptz:
                tile.ptz = text
                self._wall.update(tile.rect)

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Draw over the tile in PTZ mode where the region needs it."""
        tile = self._tile()
        if tile is not None and region.intersects(tile.rect):
            paint_frame(painter, tile.rect, self._wall.theme.selection, 4)
            self.pointer.paint(painter, DARK.selection)  # on video as in every theme

    def release(self) -> None:
        """Let everything go, before the wall ends."""
        self.end()
        self.hand.let_go()

    def _begin(self, camera_id: str) -> None:
        self._mode = camera_id
        self.hand.prepare(camera_id)
        self._wall.setCursor(Qt.CursorShape.CrossCursor)
        self._wall.take_focus()
        self.mark()
        self._wall.update()
        self.mode_changed.emit()

    def _under_way(self, camera_id: str) -> bool:
        shown = self.hand.shown(camera_id)
        return self.hand.held.camera_id == camera_id or shown.moving or bool(shown.status.moving)

    def _on_selected(self, work: Callable[[str], object]) -> bool:
        """Do it with the selected camera; one that cannot be steered says so."""
        camera_id = self._wall.selected_camera()
        if camera_id is None:
            return False
        if self.hand.can_steer(camera_id):
            work(camera_id)
            return True
        camera = self.hand.camera(camera_id)
        self._wall.controller.refuse(translate("ptz", "Camera {number} cannot be steered.").format(
            number=number_text(camera.number if camera is not None else 0)))
        return True

    def _stop_all(self) -> bool:
        self.pointer.let_go()
        self.hand.stop_all()
        return True

    def _on_selection(self, camera_id: object) -> None:
        self.keys.let_go()
        if self.hand.held.camera_id not in ("", camera_id):
            self.hand.let_go()
        if camera_id != self._mode:
            self.end()

    def _tile(self) -> Tile | None:
        """Give the tile in PTZ mode: the selected one, of the camera's two where one is the hotspot."""
        selected = self._wall.controller.model.selected
        if not self._mode or selected.part is not Part.TILE:
            return None
        tiles = self._tiles()
        tile = tiles[selected.index] if selected.index < len(tiles) else None
        return tile if tile is not None and tile.camera is not None and tile.camera.id == self._mode else None

    def _mark_of(self, tile: Tile) -> str | None:
        if tile.camera is None or not self.hand.can_steer(tile.camera.id):
            return None
        shown = self.hand.shown(tile.camera.id)
        text = mark_text(shown)
        if tile.camera.id != self._mode:
            return text if shown.abilities is not None or text else None  # not asked yet: it may be a fixed one
        mode = translate("ptz", "PTZ mode")
        return translate("ptz", "{mode} · {holder}").format(mode=mode, holder=text) if text else mode

    def _repaint(self) -> None:
        tile = self._tile()
        self._wall.update(*(() if tile is None else (tile.rect,)))
