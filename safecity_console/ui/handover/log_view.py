"""The running log: every line with its time and who, the program's own in a quieter voice, and a line to write in.

Belongs here: the list, the entry line. Does not belong here: writing to the file (services/shifts.py).
Invariants: 1. What is read stays where it is: new lines move the list only where its end was in sight. 2. A late entry
shows both its times. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from safecity_console.domain.shift import LINE_MOST, LogLine
from safecity_console.ui.format import ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import line_text
from safecity_console.ui.widgets.basics import button, row, surface

TIME_PX, WHO_PX, PAD_PX = 116, 92, 16
LATE_S = 60
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole


class LogModel(QAbstractListModel):
    """The lines, oldest first."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self._lines: tuple[LogLine, ...] = ()

    def set_lines(self, lines: Sequence[LogLine]) -> bool:
        """Take over the lines; tells whether anything changed."""
        new = tuple(lines)
        if [one.id for one in new] == [one.id for one in self._lines]:
            return False
        if self._lines and new[: len(self._lines)] == self._lines:
            self.beginInsertRows(ROOT, len(self._lines), len(new) - 1)
            self._lines = new
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
        return True

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            pattern = self.tr("{at} {who}: {text}") if line.badge else self.tr("{at}: {text}")
            return pattern.format(at=self._screen.moment(line.event_at), who=ltr(line.badge), text=self.words(line))
        return None

    def words(self, line: LogLine) -> str:
        """Give a line in words, with the time of its entry where it was entered late."""
        said = line_text(line)
        if line.automatic or (line.entered_at - line.event_at).total_seconds() < LATE_S:
            return said
        return self.tr("{text} (entered {at})").format(text=said, at=self._screen.moment(line.entered_at))


class _Painter(QStyledItemDelegate):
    def __init__(self, screen: Screen, model: LogModel, view: QListView) -> None:
        super().__init__(view)
        self._screen, self._model, self._view = screen, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        words = self._laid(option, self._model.words(index.data(LINE_ROLE)), width - TIME_PX - WHO_PX - 2 * PAD_PX)
        return QSize(width, int(max(20.0, words.boundingRect().height())) + 11)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: LogLine = index.data(LINE_ROLE)
        theme = self._screen.theme
        painter.save()
        rect = option.rect
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.fillRect(rect, QColor(theme.control))
        painter.setFont(option.font)
        quiet = QColor(theme.secondary)
        parts = ((TIME_PX, self._screen.moment(line.event_at), quiet),
                 (WHO_PX, ltr(line.badge) if not line.automatic else self._model.tr("console"), quiet),
                 (rect.width() - TIME_PX - WHO_PX - 2 * PAD_PX, self._model.words(line),
                  quiet if line.automatic else QColor(theme.text)))
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        at = rect.right() - PAD_PX if rtl else rect.left() + PAD_PX
        for width, text, color in parts:
            painter.setPen(color)
            self._laid(option, text, width).draw(painter, QPointF(at - width if rtl else at, rect.top() + 5))
            at += -width if rtl else width
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _laid(self, option: QStyleOptionViewItem, text: str, width: int) -> QTextLayout:
        """Break a text into lines: at words, inside one only where it alone is too long."""
        rules = QTextOption(Qt.AlignmentFlag.AlignLeading)
        rules.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rules.setTextDirection(option.direction)
        layout = QTextLayout(text, option.font)
        layout.setTextOption(rules)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(60, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


class LogView(QWidget):
    """List and entry line; `written` carries what was typed."""

    written = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._model = LogModel(screen, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Painter(screen, self._model, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setAccessibleName(self.tr("Running log"))
        self.entry = QLineEdit()
        self.entry.setMaxLength(LINE_MOST)
        self.entry.setPlaceholderText(self.tr("Write what happened, then Enter"))
        self.entry.setAccessibleName(self.tr("New line in the running log"))
        self.add = button(self.tr("Add"), "", screen.theme, "plus")
        self.entry.returnPressed.connect(self._on_enter)
        self.add.clicked.connect(self._on_enter)
        foot = surface("foot")
        line = row(self.entry, self.add, margins=(12, 8, 12, 8))
        line.setStretchFactor(self.entry, 1)
        foot.setLayout(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addWidget(foot)

    def show_lines(self, lines: Sequence[LogLine], may: bool) -> None:
        """Show the lines; `may`: the officer who sits here writes."""
        for one in (self.entry, self.add):
            one.setEnabled(may)
        bar = self.list.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 8
        if self._model.set_lines(lines) and at_end:
            self.list.scrollToBottom()

    def taken(self) -> None:
        """Clear what was typed: it is in the file."""
        self.entry.clear()

    def _on_enter(self) -> None:
        if self.entry.text().strip():
            self.written.emit(self.entry.text())
