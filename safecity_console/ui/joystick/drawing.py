"""What a stick does now, drawn: a bar an axis, and the curve of one.

Belongs here: painting. Does not belong here: values (domain/stick.py), editors (axes.py).
Invariant: left is left in every language: a bar shows the hand, not the text. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from safecity_console.domain.stick import AxisUse, shaped
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme

BAR_PX, BAR_LEAST_PX = 22, 110
CURVE_PX, STEPS = 190, 80


class AxisBar(QWidget):
    """Where an axis stands (the upright line), its dead zone, and what comes of it (the bar from the middle)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._use: AxisUse | None = None
        self._raw = 0.0
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(BAR_PX)
        self.setMinimumWidth(BAR_LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_axis(self, raw: float, use: AxisUse | None) -> None:
        """Show an axis; without a use only where it stands."""
        if (raw, use) != (self._raw, self._use):
            self._raw, self._use = raw, use
            self.update()

    def sizeHint(self) -> QSize:
        """Give a width that reads well."""
        return QSize(260, BAR_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, dead zone, range, result and place."""
        painter, theme = QPainter(self), self._theme
        track = QRectF(0, 3, self.width(), self.height() - 6)
        painter.fillRect(track, QColor(mixed(theme.control, theme.raised, 0.6)))
        use = self._use
        if use is not None:
            self._fill(painter, use.least, use.most, track, QColor(theme.control))
            dead_left = use.centre - (use.centre - use.least) * use.dead_zone
            dead_right = use.centre + (use.most - use.centre) * use.dead_zone
            self._fill(painter, dead_left, dead_right, track, QColor(theme.hairline))
            result = shaped(self._raw, use)
            low, high = sorted((0.0, result))
            inner = track.adjusted(0, 5, 0, -5)
            self._fill(painter, low, high, inner, QColor(theme.good))
        painter.setPen(QPen(QColor(theme.secondary), 1))
        painter.drawLine(QPointF(self._x(0.0), 3), QPointF(self._x(0.0), self.height() - 4))
        place = min(self.width() - 2.0, max(1.0, self._x(self._raw)))
        painter.fillRect(QRectF(place - 1, 0, 3, self.height()),
                         QColor(theme.selection if use is not None else theme.disabled))

    def _fill(self, painter: QPainter, low: float, high: float, track: QRectF, color: QColor) -> None:
        left, right = self._x(low), self._x(high)
        painter.fillRect(QRectF(left, track.top(), right - left, track.height()), color)

    def _x(self, share: float) -> float:
        return (share + 1) / 2 * self.width()


class CurveView(QWidget):
    """What comes of every place of an axis, and where it stands now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._use: AxisUse | None = None
        self._raw = 0.0
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedSize(CURVE_PX, CURVE_PX)

    def show_axis(self, raw: float, use: AxisUse | None) -> None:
        """Show an axis; without a use an empty field."""
        if (raw, use) != (self._raw, self._use):
            self._raw, self._use = raw, use
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the curve and the place."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(field, 6, 6)
        middle = self._point(0, 0)
        painter.drawLine(QPointF(6, middle.y()), QPointF(self.width() - 6, middle.y()))
        painter.drawLine(QPointF(middle.x(), 6), QPointF(middle.x(), self.height() - 6))
        use = self._use
        if use is None:
            return
        places = [-1 + 2 * step / STEPS for step in range(STEPS + 1)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.selection), 2))
        painter.drawPolyline(QPolygonF([self._point(raw, shaped(raw, use)) for raw in places]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.good))
        painter.drawEllipse(self._point(self._raw, shaped(self._raw, use)), 5, 5)

    def _point(self, raw: float, result: float) -> QPointF:
        side, edge = self.width(), 10
        span = side - 2 * edge
        return QPointF(edge + (raw + 1) / 2 * span, side - edge - (result + 1) / 2 * span)
