"""Rows of words for the tables of the Liaison page.

Belongs here: the model, a table over it. Does not belong here: what the rows say.
Invariants: 1. A row keeps its id; the selection survives new rows. 2. Cells are plain text. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safecity_console.ui.format import plain_tip
from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.tables import quiet_table

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class WordsRow:
    """One row: id, cells, by column what it is sorted by where that is not the cell, and colours by role."""

    id: str
    cells: tuple[str, ...]
    sort: Mapping[int, object]
    shades: Mapping[int, str]


class WordsModel(QAbstractTableModel):
    """The rows."""

    def __init__(self, titles: Sequence[str], theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._titles, self._theme = tuple(titles), theme
        self._rows: tuple[WordsRow, ...] = ()

    def set_rows(self, rows: Sequence[WordsRow]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, number: int) -> WordsRow:
        """Give a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a heading."""
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell."""
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column].replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.cells[column])
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(str(getattr(self._theme, row.shades.get(column, "text"))))
        return row.sort.get(column, row.cells[column].casefold()) if role == SORT_ROLE else None


class WordsTable(QWidget):
    """A table of such rows; `chosen` carries the id of the row that is opened, `selected_changed` comes with it."""

    chosen = Signal(str)
    selected_changed = Signal()

    def __init__(self, name: str, titles: Sequence[str], widths: Mapping[int, int], stretched: int,
                 theme: Theme) -> None:
        super().__init__()
        self._model = WordsModel(titles, theme, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT_ROLE)
        self.table = quiet_table(self._sorted, name, widths, stretched)
        # Rows come in the order that says what is to be done first; a heading sorts them otherwise.
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._sorted.sort(-1)
        self.table.activated.connect(lambda index: self.chosen.emit(self._id(index)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.selected_changed.emit())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table)
        self.setFocusProxy(self.table)

    @property
    def count(self) -> int:
        """Give how many rows there are."""
        return self._model.rowCount()

    def selected(self) -> str:
        """Give the id of the selected row; empty where none is."""
        rows = self.table.selectionModel().selectedRows()
        return self._id(rows[0]) if rows else ""

    def set_rows(self, rows: Sequence[WordsRow]) -> None:
        """Show others, the selection kept."""
        before = self.selected()
        self._model.set_rows(rows)
        self.select(before)
        self.selected_changed.emit()

    def select(self, row_id: str) -> None:
        """Select a row by its id."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        for number in range(self._sorted.rowCount()):
            index = self._sorted.index(number, 0)
            if row_id and self._id(index) == row_id:
                self.table.selectionModel().setCurrentIndex(index, flags)
                self.table.scrollTo(index)

    def _id(self, index: QModelIndex) -> str:
        return self._model.row_at(self._sorted.mapToSource(index).row()).id
