"""What a search found, as a table with ticks, and what became of each device.

Belongs here: the model. Does not belong here: searching (dialog.py), the device's text being fit to show (onvif/ cleans
it). Invariants: 1. What is in the registry already is not ticked, and its number is said. 2. Rows keep their order:
what is found later stands below. 3. What was taken on is not offered again. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from safecity_console.domain.onvif import FoundDevice
from safecity_console.services.devices import TakenOn
from safecity_console.ui.format import isolated, ltr, number_text, plain_tip
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns in order."""

    NAME = 0
    MAKER = 1
    ADDRESS = 2
    BECAME = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One device; `words` say what became of it, `taken` that it is a camera now."""

    found: FoundDevice
    ticked: bool
    words: str = ""
    taken: bool = False
    failed: bool = False


class FoundTable(QAbstractTableModel):
    """The model; `ticked_changed` when another number of devices is ticked."""

    ticked_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[Row] = []

    def show_found(self, found: tuple[FoundDevice, ...]) -> None:
        """Show what a search found; what was found before stays."""
        known = {_key(row.found) for row in self.rows}
        fresh = [one for one in found if _key(one) not in known]
        if fresh:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self.rows += [Row(one, one.number is None, self._known_words(one)) for one in fresh]
            self.endInsertRows()
            self.ticked_changed.emit()

    def ticked(self) -> tuple[FoundDevice, ...]:
        """Give the devices that are ticked."""
        return tuple(row.found for row in self.rows if row.ticked)

    def tick_all(self, on: bool) -> None:
        """Tick every device that is no camera yet, or none."""
        self.rows = [replace(row, ticked=on and not row.taken and row.found.number is None) for row in self.rows]
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, Column.BECAME))
        self.ticked_changed.emit()

    def say(self, found: FoundDevice, words: str) -> None:
        """Say what happens with a device now."""
        self._put(found, lambda row: replace(row, words=words, failed=False))

    def note(self, outcome: TakenOn) -> None:
        """Show what became of a device; one that failed stays ticked for another try."""
        words = self._outcome_words(outcome)
        taken = outcome.camera is not None
        self._put(outcome.found, lambda row: replace(row, words=words, taken=taken, failed=not taken,
                                                     ticked=row.ticked and not taken))
        self.ticked_changed.emit()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return {Column.NAME: self.tr("Device"), Column.MAKER: self.tr("Maker"), Column.ADDRESS: self.tr("Address"),
                Column.BECAME: self.tr("In the list")}[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.NAME and not self._settled(row):
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            if column is Column.BECAME and row.failed:
                return QColor(self._theme.critical)
            return QColor(self._theme.secondary) if self._settled(row) and not row.taken else None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._settled(self.rows[index.row()]):
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self.rows[index.row()] = replace(self.rows[index.row()], ticked=on)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        tickable = index.column() == Column.NAME and not self._settled(self.rows[index.row()])
        return base | Qt.ItemFlag.ItemIsUserCheckable if tickable else base

    def _settled(self, row: Row) -> bool:
        return row.taken or row.found.number is not None

    def _text(self, row: Row, column: Column) -> str:
        found = row.found
        if column is Column.NAME:
            return isolated(found.name or found.hardware or found.endpoint.host)
        if column is Column.MAKER:
            both = " ".join(filter(None, (found.maker, found.hardware if found.hardware != found.name else "")))
            return isolated(both) if both else "–"
        return ltr(found.endpoint.short) if column is Column.ADDRESS else row.words

    def _known_words(self, found: FoundDevice) -> str:
        if found.number is None:
            return self.tr("New")
        return self.tr("Already camera {number}").format(number=number_text(found.number))

    def _outcome_words(self, outcome: TakenOn) -> str:
        if outcome.camera is None:
            return world_sentence(outcome.refused) if outcome.refused is not None else ""
        named = {"number": number_text(outcome.camera.number), "name": isolated(outcome.camera.name),
                 "count": ltr(outcome.sources)}
        if outcome.sources > 1:
            return self.tr("Camera {number} {name}; it has {count} picture sources, the first one is taken.").format(
                **named)
        return self.tr("Camera {number} {name} is in the list.").format(**named)

    def _put(self, found: FoundDevice, change: Callable[[Row], Row]) -> None:
        for at, row in enumerate(self.rows):
            if _key(row.found) == _key(found):
                self.rows[at] = change(row)
                self.dataChanged.emit(self.index(at, 0), self.index(at, Column.BECAME))


def _key(found: FoundDevice) -> tuple[str, str]:
    return found.reference, found.endpoint.url
