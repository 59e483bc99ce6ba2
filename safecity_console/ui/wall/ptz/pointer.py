"""The pointer over the video of a camera in PTZ mode: pull to turn, click to centre, box and wheel to zoom.

Belongs here: mouse events as steering, the arrow and the box that show it. Does not belong here: which camera is in the
mode (wall_ptz.py), digital zoom and dragging tiles (ui/wall/), the geometry of steps (domain/ptz_view.py).
Invariants: 1. Outside PTZ mode, and on every other tile, the wall hears the mouse as ever. 2. A pull begins beyond the
platform's drag distance: below it a press is a click. 3. Whatever ends a pull lets the camera go. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from safecity_console.domain.ptz import Velocity
from safecity_console.domain.ptz_view import Box
from safecity_console.services.ptz import Source
from safecity_console.ui.wall.ptz.hand import PtzHand
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.zoom import part

WHEEL_HOLD_MS = 250  # how long a notch of the wheel zooms
NOTCH_UNITS = 120
DEAD_PX, HEAD_PX = 12.0, 12.0
BOX_LEAST_PX = 12


class VideoPointer(QObject):
    """The pointer; `moved` asks for a repaint of the tile."""

    moved = Signal()
    hidden = Signal()  # the wall went out of sight

    def __init__(self, hand: PtzHand, wall: QWidget, tile: Callable[[], Tile | None]) -> None:
        super().__init__(wall)
        self._hand, self._wall, self._tile = hand, wall, tile
        self._pressed: QPoint | None = None
        self._at = QPoint()
        self._pulled = self._boxing = False
        self._wheel = QTimer(self)
        self._wheel.setSingleShot(True)
        self._wheel.setInterval(WHEEL_HOLD_MS)
        self._wheel.timeout.connect(hand.let_go)
        wall.installEventFilter(self)

    def let_go(self) -> None:
        """End a pull or a box without doing what it was for."""
        held, self._pressed = self._pressed is not None or self._wheel.isActive(), None
        self._wheel.stop()
        self._pulled = self._boxing = False
        if held:
            self._hand.let_go()
            self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse over the tile in the mode."""
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.let_go()
            if kind is QEvent.Type.Hide:
                self.hidden.emit()
        elif isinstance(event, QWheelEvent):
            return self._turn(event)
        elif isinstance(event, QMouseEvent) and event.button() is not Qt.MouseButton.RightButton:
            if kind is QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind is QEvent.Type.MouseMove and self._pressed is not None:
                return self._pull(event.position().toPoint())
            if kind is QEvent.Type.MouseButtonRelease and self._pressed is not None:
                return self._release()
            if kind is QEvent.Type.MouseButtonDblClick:
                return self._inside(event.position().toPoint()) is not None
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, color: str) -> None:
        """Draw the middle of the picture, the arrow of a pull, or the box."""
        tile = self._tile()
        if tile is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(tile.rect)
        middle = QPointF(picture_rect(tile).center())
        for ink, width in (("#000000", 4.0), (color, 2.0)):  # dark below: it is seen on any picture
            painter.setPen(QPen(QColor(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._boxing and self._pulled and self._pressed is not None:
                painter.drawRect(QRectF(QPointF(self._pressed), QPointF(self._at)).normalized())
            elif self._pulled:
                _draw_arrow(painter, middle, QPointF(self._at))
            for way in (QPointF(9, 0), QPointF(0, 9)):
                painter.drawLine(middle - way, middle - way / 3)
                painter.drawLine(middle + way / 3, middle + way)
        painter.restore()

    def _press(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton or self._inside(point) is None:
            return False
        self._wall.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = self._at = point
        self._pulled = False
        self._boxing = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return True

    def _pull(self, point: QPoint) -> bool:
        tile, pressed = self._tile(), self._pressed
        if tile is None or pressed is None:
            self.let_go()
            return True
        self._at = point
        self._pulled = self._pulled or (point - pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._pulled and not self._boxing and tile.camera is not None:
            self._hand.steer(tile.camera.id, pulled_velocity(point, picture_rect(tile)), Source.MOUSE)
        self.moved.emit()
        return True

    def _release(self) -> bool:
        tile, pressed, pulled, boxing = self._tile(), self._pressed, self._pulled, self._boxing
        self.let_go()
        if tile is None or tile.camera is None or pressed is None:
            return True
        if boxing and pulled:
            here = QRect(pressed, self._at).normalized()
            if min(here.width(), here.height()) >= BOX_LEAST_PX:
                (x, y), (right, bottom) = share_at(here.topLeft(), tile), share_at(here.bottomRight(), tile)
                self._hand.zoom_box(tile.camera.id, Box(x, y, right - x, bottom - y))
        elif not pulled and picture_rect(tile).contains(pressed):
            self._hand.centre_on(tile.camera.id, *share_at(pressed, tile))
        return True

    def _turn(self, event: QWheelEvent) -> bool:
        tile, turned = self._inside(event.position().toPoint()), event.angleDelta().y()
        if tile is None or tile.camera is None or not turned:
            return tile is not None
        speed = max(-1.0, min(1.0, turned / NOTCH_UNITS))
        self._hand.steer(tile.camera.id, Velocity(zoom=speed), Source.MOUSE)
        self._wheel.start()
        event.accept()
        return True

    def _inside(self, point: QPoint) -> Tile | None:
        tile = self._tile()
        return tile if tile is not None and tile.rect.contains(point) else None


def picture_rect(tile: Tile) -> QRect:
    """Give where a tile's picture lies."""
    return tile.plan.target if tile.plan is not None else tile.rect


def pulled_velocity(at: QPoint, picture: QRect) -> Velocity:
    """Give what a pull to a point wants: nothing at the picture's middle, full speed at its nearer edge."""
    way = QPointF(at - picture.center())
    reach = max(1.0, min(picture.width(), picture.height()) / 2)
    if (way.x() ** 2 + way.y() ** 2) ** 0.5 <= DEAD_PX:
        return Velocity()
    pan, tilt = (max(-1.0, min(1.0, one / reach)) for one in (way.x(), -way.y()))
    return Velocity(pan, tilt)


def share_at(point: QPoint, tile: Tile) -> tuple[float, float]:
    """Give a point as shares of the whole picture from its top left, also where a part of it is in sight."""
    target = picture_rect(tile)
    x = (point.x() - target.left()) / max(1, target.width())
    y = (point.y() - target.top()) / max(1, target.height())
    if tile.zoom is None:
        return x, y
    seen = part(tile.zoom, tile.frame())
    return seen.left + x * seen.width, seen.top + y * seen.height


def _draw_arrow(painter: QPainter, start: QPointF, end: QPointF) -> None:
    painter.drawLine(start, end)
    way = end - start
    length = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
    along, across = way / length * HEAD_PX, QPointF(-way.y(), way.x()) / length * HEAD_PX / 2
    painter.drawPolyline(QPolygonF([end - along + across, end, end - along - across]))
