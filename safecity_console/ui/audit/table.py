"""Entries of the audit as a table over any length: numbers known at once, rows read by page as they come into sight.

Belongs here: cells, the pages kept. Does not belong here: finding (services/audit.py), sentences (audit_texts.py).
Invariants: 1. At most PAGES_KEPT pages are held, whatever the chain's length. 2. A row never moves: new entries come
with the next search. Thread: GUI; a page costs a millisecond or two.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from safecity_console.domain.audit import Action, AuditEntry, Outcome
from safecity_console.domain.errors import WorldError
from safecity_console.ui.audit_texts import Named, sentence, who_text
from safecity_console.ui.cameras.model import ROOT, Index
from safecity_console.ui.format import ltr, plain_tip
from safecity_console.ui.screen import Screen

PAGE_ROWS = 64
PAGES_KEPT = 64
_LOUD = frozenset({Action.AUDIT_BREAK.value, Action.CLOCK.value, Action.RESTORE.value})
Entries = Callable[[Sequence[int]], tuple[AuditEntry, ...]]


class Column(IntEnum):
    """The columns in order."""

    NUMBER = 0
    TIME = 1
    WHO = 2
    WHAT = 3


class AuditTable(QAbstractTableModel):
    """The entries found, newest first."""

    def __init__(self, screen: Screen, named: Named, entries: Entries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen, self._named, self._entries = screen, named, entries
        self._numbers: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, AuditEntry]] = OrderedDict()

    def set_numbers(self, numbers: Sequence[int]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self.endResetModel()

    def entry_at(self, row: int) -> AuditEntry | None:
        """Give the entry of a row; None where it is no longer to be had."""
        number = row // PAGE_ROWS
        page = self._pages.get(number)
        if page is None:
            wanted = list(self._numbers[number * PAGE_ROWS:(number + 1) * PAGE_ROWS])
            try:
                page = {one.n: one for one in self._entries(wanted)}
            except WorldError:
                page = {}  # signed out meanwhile: the rows are blank
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._numbers[row])

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {Column.NUMBER: self.tr("No."), Column.TIME: self.tr("Time"), Column.WHO: self.tr("Who"),
                Column.WHAT: self.tr("What was done")}[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return None
        entry = self.entry_at(index.row())
        if entry is None:
            return ltr(self._numbers[index.row()]) if column is Column.NUMBER and role == 0 else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._color(entry, column))
        text = self._text(entry, column)
        return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)

    def _text(self, entry: AuditEntry, column: Column) -> str:
        if column is Column.NUMBER:
            return ltr(entry.n)
        if column is Column.TIME:
            return self._screen.moment(entry.at)
        return who_text(entry) if column is Column.WHO else sentence(entry, self._named)

    def _color(self, entry: AuditEntry, column: Column) -> str:
        theme = self._screen.theme
        if column is Column.WHAT:
            if entry.outcome != Outcome.DONE.value or entry.action in _LOUD:
                return theme.impaired
            return theme.text
        return theme.text if column is Column.WHO else theme.secondary


def _aligned(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignTrailing if column is Column.NUMBER else Qt.AlignmentFlag.AlignLeading
    return int(side | Qt.AlignmentFlag.AlignVCenter)
