"""The officer's hands on the wall: mouse, wheel, keys, drags, menu.

Belongs here: Qt's input events and the calls the frame makes. Does not belong here: deciding (controller.py), decoding
keys (keys.py), painting and ticking (view.py).
Invariants: 1. A press that never moved is a click, a pull beyond the platform's drag distance is a drag. 2. Keys the
wall has no use for are left to the frame. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from safecity_console.core.clock import Clock
from safecity_console.domain.command import Situation
from safecity_console.services.keys import KeyService
from safecity_console.ui.format import number_text
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.cards import Label
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.drag import TileDrag, camera_of
from safecity_console.ui.wall.geometry import Places
from safecity_console.ui.wall.keys import Act, decode, is_numpad_digit, panned, refused_command
from safecity_console.ui.wall.menu import tile_menu
from safecity_console.ui.wall.model import Part, Spot
from safecity_console.ui.wall.overlay import Overlay
from safecity_console.ui.wall.pinch import PINCHES, pinched
from safecity_console.ui.wall.zooming import Zooming


class Hands(QWidget):
    """Input of the wall; `selection_changed` carries a camera id or None, `said` a text and its kind."""

    selection_changed = Signal(object)
    command_wanted = Signal(str)
    said = Signal(str, str)
    state_changed = Signal()
    overlay: Overlay
    places: Places
    zooming: Zooming
    keys: KeyService

    def __init__(self, controller: WallController, clock: Clock, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.theme = theme
        self._clock = clock
        self._drag: TileDrag | None = None
        self._pan: TileDrag | None = None
        controller.selection_changed.connect(self.selection_changed)
        controller.command_wanted.connect(self.command_wanted)
        controller.said.connect(self.said)
        controller.state_changed.connect(self.state_changed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(QCoreApplication.translate("wall", "Video wall"))

    def run(self, command_id: str) -> bool:
        """Carry out a command of the wall by id; False where it finds nothing to do."""
        return self.controller.run(command_id)

    def selected_camera(self) -> str | None:
        """Give the selected camera's id."""
        return self.controller.model.selected_camera

    def select_camera(self, camera_id: str) -> bool:
        """Select a camera where it stands; False where it is not on this wall."""
        return self.controller.select_camera(camera_id)

    def call_camera(self, camera_id: str) -> None:
        """Bring a camera into the selected tile."""
        self.controller.call_camera(camera_id)

    def take_focus(self) -> None:
        """Take the focus back, so that the number keys mean the wall."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_soon(self) -> None:
        """Take the focus back once a menu has closed, unless what was chosen opened a dialog or the search line."""
        QTimer.singleShot(0, self, self._focus_if_free)

    def turn_strip(self, pages: int) -> None:
        """Turn the strip of cards by pages; the widget lays out anew."""

    def hand_on(self) -> bool:
        """Tell whether a button is held on a tile or a menu is open: nothing may change under it."""
        return self._drag is not None or QApplication.activePopupWidget() is not None

    def spot_at(self, point: QPoint) -> Spot | None:
        """Give the spot under a point."""
        card = self.places.card_at(point)
        if card is not None:
            return Spot(Part.CARD, card)
        tile = self.places.tile_at(point)
        return Spot(Part.TILE, tile) if tile is not None else None

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_numpad_digit(event):
            event.accept()  # with NumLock off it would pass for a shortcut of Home, End or Del
            return True
        pinch = pinched(event, self) if kind in PINCHES else None
        tile = self.places.tile_at(pinch.at.toPoint()) if pinch is not None else None
        if pinch is not None and tile is not None and self.zooming.scale(tile, pinch.factor, pinch.at):
            self.zooming.pull(tile, pinch.moved)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = panned(event)
        if direction is not None and self.zooming.step(*direction):
            return
        press = decode(event)
        clearing = press is not None and press.act is Act.CLEAR and not self.controller.entry.text
        if clearing and self.zooming.reset():
            return
        if press is not None and self.controller.press(press):
            return
        # The frame's action is off where it would find nothing to do; the officer is told why all the same.
        refused = refused_command(event, self.keys.keys_of) if press is None else ""
        if not refused or not self.run(refused):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        spot = self.spot_at(point)
        if self.places.more is not None and self.places.more.contains(point):
            self.turn_strip(1)
        if spot is None:
            return
        self.controller.select(spot)
        held = event.button() is Qt.MouseButton.LeftButton and spot.part is Part.TILE
        if held and self.zooming.is_zoomed(spot.index):
            self._pan = TileDrag(spot.index, point, point)
        elif held and self.controller.can_arrange():
            self._drag = TileDrag(spot.index, point, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.controller.model.pointer_moved(self._clock.monotonic_s())
        if self._pan is not None:
            self._pull(self._pan, event.position().toPoint())
        drag = self._drag
        if drag is None:
            return
        drag.at = event.position().toPoint()
        if (drag.at - drag.pressed_at).manhattanLength() >= QApplication.startDragDistance():
            drag.pulled = drag.pulled or self._camera_of_tile(drag.tile) is not None
        if drag.pulled:
            self._show_drag(drag)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan is not None:
            self._pan = None
            self.unsetCursor()
        drag, self._drag = self._drag, None
        if drag is None or not drag.pulled:
            return
        self._hide_drag()
        target = self.places.tile_at(event.position().toPoint())
        if target is not None:
            self.controller.swap(drag.tile, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self._drag = self._pan = None
            self.unsetCursor()
            self.controller.select(spot)
            self.controller.toggle_expanded()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.places.strip is not None and self.places.strip.contains(event.position().toPoint()):
            turned = event.angleDelta()
            self.turn_strip(-1 if (turned.y() or turned.x()) > 0 else 1)
            event.accept()
            return
        tile = self.places.tile_at(event.position().toPoint())
        turned_y = event.angleDelta().y()
        if tile is not None and turned_y and self.zooming.turn(tile, turned_y, event.position()):
            event.accept()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.controller.model.pointer_left()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = self.spot_at(event.pos()) if event.reason() is QContextMenuEvent.Reason.Mouse else None
        if spot is not None:
            self.controller.select(spot)
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Make the menu of the selected tile."""
        menu = tile_menu(self, self.theme, self.situation(), self._on_menu, self.keys)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self.focus_soon)
        return menu

    def situation(self) -> Situation:
        """Give what the command table needs to know of the wall."""
        chosen = self.selected_camera()
        return Situation(self.controller.permissions, "wall", bool(self.controller.model.cameras()), chosen is not None,
                         chosen is not None and self.controller.works(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if camera_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.controller.model.pointer_moved(self._clock.monotonic_s())
        tile = self.places.tile_at(event.position().toPoint())
        if tile is None or camera_of(event.mimeData()) is None or not self.controller.can_arrange():
            event.ignore()
            self.update(self.overlay.set_drop(None))
            return
        event.acceptProposedAction()
        self.update(self.overlay.set_drop(self.places.tiles[tile]))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.update(self.overlay.set_drop(None))

    def dropEvent(self, event: QDropEvent) -> None:
        self.update(self.overlay.set_drop(None))
        camera_id = camera_of(event.mimeData())
        tile = self.places.tile_at(event.position().toPoint())
        if camera_id is None or tile is None or self.controller.model.camera(camera_id) is None:
            return
        event.acceptProposedAction()
        self.controller.drop(camera_id, tile)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_if_free(self) -> None:
        held = QApplication.focusWidget()
        typing = isinstance(held, QLineEdit) and held.window() is self.window()
        if QApplication.activeModalWidget() is None and not typing:
            self.take_focus()

    def _camera_of_tile(self, tile: int) -> str | None:
        return self.controller.model.scene.camera_at(Spot(Part.TILE, tile))

    def _show_drag(self, drag: TileDrag) -> None:
        camera_id = self._camera_of_tile(drag.tile)
        camera = self.controller.model.camera(camera_id) if camera_id is not None else None
        if camera is None:
            return
        target = self.places.tile_at(drag.at)
        place: QRect | None = self.places.tiles[target] if target is not None and target != drag.tile else None
        touched = self.overlay.set_ghost(Label(number_text(camera.number), camera.name), drag.at)
        self.update(touched + self.overlay.set_drop(place))

    def _pull(self, pan: TileDrag, point: QPoint) -> None:
        if not pan.pulled:
            pan.pulled = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.zooming.pull(pan.tile, point - pan.at)
        pan.at = point

    def _hide_drag(self) -> None:
        self.update(self.overlay.set_ghost(None, QPoint()) + self.overlay.set_drop(None))

    def _on_menu(self, command_id: str) -> None:
        if not self.run(command_id) and not command_id.startswith(("wall.", "zoom.", "ptz.")):
            self.command_wanted.emit(command_id)
