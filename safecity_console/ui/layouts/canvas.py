"""The sheet a layout is drawn on: tiles to choose, edges to pull.

Belongs here: painting the drawing, pointer and arrow keys. Does not belong here: what a gesture does (drawing.py), the
buttons around it (editor.py).
Invariants: 1. Left stays left in every language, as on the wall. 2. Under the pointer the cursor says what a pull would
do. 3. What cannot be done is handed to `refused`, nothing is changed. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import Grid
from safecity_console.domain.grid_edit import Axis, Edge, edge_of, edges
from safecity_console.domain.wall import layout_of
from safecity_console.ui.format import ltr
from safecity_console.ui.layouts.drawing import Drawing
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.geometry import tile_rects

GRIP_PX = 7  # so near an edge the pointer takes it
LINES_FROM_PX = 14  # snap lines closer than this are not shown
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}
_CURSORS = {Axis.ACROSS: Qt.CursorShape.SplitHCursor, Axis.DOWN: Qt.CursorShape.SplitVCursor}
Naming = Callable[[int], str]


@dataclass(slots=True)
class _Pull:
    edge: Edge
    since: Grid


class LayoutCanvas(QWidget):
    """The sheet; `naming` gives what would stand in a tile."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, drawing: Drawing, theme: Theme, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = drawing
        self._theme, self._naming = theme, naming
        self._pull: _Pull | None = None
        self._swept_from: int | None = None
        self._held: Edge | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMinimumSize(480, 270)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Tiles of the layout"))

    def sizeHint(self) -> QSize:
        """Ask for a wall's own proportions."""
        return QSize(960, 540)

    def area(self) -> QRect:
        """Give the rectangle of the wall: 16:9, in the middle."""
        width = min(self.width() - 2, (self.height() - 2) * 16 // 9)
        made = QRect(0, 0, width, width * 9 // 16)
        made.moveCenter(self.rect().center())
        return made

    def rects(self) -> tuple[QRect, ...]:
        """Give the tiles' rectangles, in the order of their numbers."""
        return tile_rects(layout_of(self.drawing.grid.text).cells, self.area())

    def line_at(self, edge: Edge) -> QRect:
        """Give where an edge lies, as a thin rectangle."""
        area, grid = self.area(), self.drawing.grid
        if edge.axis is Axis.ACROSS:
            x = area.left() + round(edge.at * area.width() / grid.columns)
            top, foot = (area.top() + round(v * area.height() / grid.rows) for v in (edge.low, edge.high))
            return QRect(x - 1, top, 2, foot - top)
        y = area.top() + round(edge.at * area.height() / grid.rows)
        left, right = (area.left() + round(v * area.width() / grid.columns) for v in (edge.low, edge.high))
        return QRect(left, y - 1, right - left, 2)

    # ---- pointer ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        edge = self._edge_near(point)
        if edge is not None:
            grid = self.drawing.grid
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                edge = edge_of(grid, min(edge.before), edge.axis, far=True, whole=True)
            self._pull = _Pull(edge, grid)
            return
        tile = self._tile_at(point)
        if tile is not None:
            held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            self.drawing.choose(tile, bool(event.modifiers() & held))
            self._swept_from = tile
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pull is not None:
            self._pull_to(self._pull, point)
        elif self._swept_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._sweep(self._swept_from, point)
        else:
            self._hold(self._edge_near(point))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pull = self._swept_from = None
        self.update()

    # ---- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(event.key())
        if arrow is None:
            super().keyPressEvent(event)
            return
        held = event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.ControlModifier:
            try:
                self.drawing.nudge(*arrow, whole=shift)
            except Refused as error:
                self.refused.emit(error)
                return
        else:
            self.drawing.step(*arrow, adding=shift)
        self._tell()

    # ---- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(self.area().adjusted(-1, -1, 1, 1), QColor(self._theme.hairline))
        for tile, rect in enumerate(self.rects()):
            self._paint_tile(painter, tile, rect)
        if self._pull is not None:
            self._paint_lines(painter, self._pull)
        elif self._held is not None:
            painter.fillRect(self.line_at(self._held).adjusted(-1, -1, 1, 1), QColor(self._theme.selection))
        painter.end()

    def _paint_tile(self, painter: QPainter, tile: int, rect: QRect) -> None:
        theme, chosen = self._theme, tile in self.drawing.chosen
        painter.fillRect(rect, QColor(mixed(theme.selection, theme.panel, 0.24) if chosen else theme.raised))
        if tile == self.drawing.cursor:
            painter.setPen(QPen(QColor(theme.selection), 3))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        font = QFont(self.font())
        font.setPixelSize(max(12, min(40, rect.height() // 3)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        said = self._naming(tile)
        roomy = rect.height() >= 74 and rect.width() >= 96 and bool(said)
        number = rect.adjusted(0, 0, 0, -22) if roomy else rect
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), ltr(tile + 1))
        if not roomy:
            return
        painter.setFont(self.font())
        painter.setPen(QColor(theme.secondary))
        room = rect.adjusted(8, rect.height() // 2 + min(26, rect.height() // 4), -8, -4)
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), shown)

    def _paint_lines(self, painter: QPainter, pull: _Pull) -> None:
        """Show where a pulled edge can stop, and where it stands."""
        area, theme, edge = self.area(), self._theme, pull.edge
        across = edge.axis is Axis.ACROSS
        fine = _fine_units(pull)
        length = area.width() if across else area.height()
        if length / fine >= LINES_FROM_PX:
            painter.setPen(QPen(QColor(mixed(theme.selection, theme.panel, 0.45)), 1, Qt.PenStyle.DotLine))
            for line in range(edge.least, edge.most + 1):
                at = round(line * length / fine)
                if across:
                    painter.drawLine(area.left() + at, area.top(), area.left() + at, area.bottom())
                else:
                    painter.drawLine(area.left(), area.top() + at, area.right(), area.top() + at)
        now = self._same_edge(edge)
        if now is not None:
            painter.fillRect(self.line_at(now).adjusted(-1, -1, 1, 1), QColor(theme.selection))

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _same_edge(self, edge: Edge) -> Edge | None:
        """Give the pulled edge where it stands now; its tiles keep their numbers."""
        try:
            return edge_of(self.drawing.grid, min(edge.before), edge.axis, far=True)
        except Refused:
            return None

    def _pull_to(self, pull: _Pull, point: QPoint) -> None:
        area, across = self.area(), pull.edge.axis is Axis.ACROSS
        along = (point.x() - area.left()) / area.width() if across else (point.y() - area.top()) / area.height()
        wanted = round(along * _fine_units(pull))
        self.drawing.move(pull.edge, max(pull.edge.least, min(pull.edge.most, wanted)), pull.since)
        self._tell()

    def _sweep(self, first: int, point: QPoint) -> None:
        """Choose every tile between the first and the one under the pointer."""
        last = self._tile_at(point)
        if last is None or (last == first and self.drawing.chosen == {first}):
            return
        rects = self.rects()
        span = rects[first].united(rects[last])
        self.drawing.choose_all([i for i, rect in enumerate(rects) if span.intersects(rect)], last)
        self._tell()

    def _hold(self, edge: Edge | None) -> None:
        if edge != self._held:
            self._held = edge
            self.setCursor(_CURSORS[edge.axis] if edge is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def _edge_near(self, point: QPoint) -> Edge | None:
        near = [(self._away(edge, point), index) for index, edge in enumerate(edges(self.drawing.grid))]
        taken = [one for one in near if one[0] <= GRIP_PX]
        return edges(self.drawing.grid)[min(taken)[1]] if taken else None

    def _away(self, edge: Edge, point: QPoint) -> int:
        line = self.line_at(edge)
        grown = line.adjusted(-GRIP_PX, 0, GRIP_PX, 0) if edge.axis is Axis.ACROSS \
            else line.adjusted(0, -GRIP_PX, 0, GRIP_PX)
        if not grown.contains(point):
            return GRIP_PX + 1
        return abs(point.x() - line.center().x()) if edge.axis is Axis.ACROSS else abs(point.y() - line.center().y())

    def _tile_at(self, point: QPoint) -> int | None:
        return next((i for i, rect in enumerate(self.rects()) if rect.contains(point)), None)

    def _tell(self) -> None:
        self.update()
        self.changed.emit()


def _fine_units(pull: _Pull) -> int:
    units = pull.since.columns if pull.edge.axis is Axis.ACROSS else pull.since.rows
    return units * pull.edge.factor
