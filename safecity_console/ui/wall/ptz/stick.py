"""The stick on screen: pulled from its middle it wants a velocity, let go it springs back.

Belongs here: the widget, its drawing, mouse and arrow keys on it. Does not belong here: whom it moves (section.py).
Invariants: 1. Left stays left in every language. 2. A button that comes up, a focus that goes, a widget that is hidden:
each of them lets go. Thread: GUI.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from safecity_console.domain.ptz import STILL, Velocity
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.ptz.keys import SteerKeys

DEAD = 0.08
KNOB = 0.34  # of the whole width
SIZES_PX = (104, 124)  # on low and on high screens


class Stick(QWidget):
    """The stick; `moved` brings what it wants, `released` that it was let go."""

    moved = Signal(object)
    released = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._at = QPointF()
        self._pulled = False
        self._keys = SteerKeys()
        self.setFixedSize(SIZES_PX[1], SIZES_PX[1])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Stick"))
        tip = self.tr("Pull it to turn the camera, the farther the faster; let go to stop.")
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def sizeHint(self) -> QSize:
        """Be as large as it was made."""
        return self.size()

    def show_velocity(self, velocity: Velocity) -> None:
        """Show what another hand holds, as the keys or a joystick."""
        if not self._pulled:
            self._put(QPointF(velocity.pan, -velocity.tilt))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pulled = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pull(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled:
            self._pull(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.press(event):
            self._by_keys()
        elif not self._keys.holds(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._keys.release(event):
            self._by_keys()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_go()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._let_go()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = self._theme, self.isEnabled()
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.selection if self.hasFocus() else theme.hairline), 1.5))
        painter.setBrush(QColor(mixed(theme.selection, theme.raised, 0.06) if on else theme.panel))
        painter.drawEllipse(whole)
        middle, radius = whole.center(), whole.width() / 2
        self._draw_ticks(painter, middle, radius)
        knob = KNOB * radius
        at = middle + self._at * (radius - knob - 2)
        painter.setPen(QPen(QColor(theme.selection if self._at != QPointF() else theme.disabled), 1.5))
        painter.setBrush(QColor(mixed(theme.selection, theme.control, 0.28 if on else 0.04)))
        painter.drawEllipse(at, knob, knob)
        painter.end()

    def _draw_ticks(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        """Draw the four ways as small arrow heads: where they point is plain without a word."""
        painter.setPen(QPen(QColor(self._theme.secondary if self.isEnabled() else self._theme.disabled), 1.5))
        tip, back, wide = radius * 0.88, radius * 0.80, radius * 0.07
        for quarter in range(4):
            painter.save()
            painter.translate(middle)
            painter.rotate(90.0 * quarter)
            painter.drawPolyline([QPointF(back, -wide), QPointF(tip, 0), QPointF(back, wide)])
            painter.restore()

    def _pull(self, at: QPointF) -> None:
        radius = self.width() / 2
        way = (at - QPointF(radius, radius)) / (radius * (1 - KNOB))
        length = math.hypot(way.x(), way.y())
        self._put(way / length if length > 1 else way)
        if length <= DEAD:
            self.moved.emit(STILL)
        else:
            self.moved.emit(Velocity(self._at.x(), -self._at.y()))

    def _by_keys(self) -> None:
        velocity = self._keys.velocity()
        self._put(QPointF(velocity.pan, -velocity.tilt))
        if velocity.still:
            self.released.emit()
        else:
            self.moved.emit(velocity)

    def _let_go(self) -> None:
        held = self._pulled or self._keys.clear()
        self._pulled = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._put(QPointF())
        if held:
            self.released.emit()

    def _put(self, at: QPointF) -> None:
        if at != self._at:
            self._at = at
            self.update()
