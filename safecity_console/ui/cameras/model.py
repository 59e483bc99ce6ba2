"""The registry as a table: one row a camera, in words.

Belongs here: cells, sorting keys, filtering, folding new snapshots in place. Does not belong here: widgets, editing.
Invariants: 1. A new snapshot changes cells in place; rows move only when cameras come or go, or the officer sorts.
2. No cell holds a password. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor

from safecity_console.domain.camera import Camera
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.ui.attention import trouble_since
from safecity_console.ui.format import number_text, plain_tip
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import condition_text
from safecity_console.ui.wall.words import fault_sentence, picture_fault_word

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SEARCH_ROLE = int(Qt.ItemDataRole.UserRole) + 2
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 3
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns in order."""

    NUMBER = 0
    NAME = 1
    PLACE = 2
    PHASE = 3
    CONDITION = 4
    SINCE = 5
    WHY = 6
    STREAMS = 7
    LOGIN = 8


_COLORS = {Condition.LATE: "impaired", Condition.IMPAIRED: "impaired", Condition.OFFLINE: "impaired",
           Condition.REFUSED: "impaired", Condition.DISABLED: "disabled", Condition.CONNECTING: "secondary"}
_QUIET = frozenset({Column.PHASE, Column.SINCE, Column.WHY, Column.STREAMS, Column.LOGIN, Column.PLACE})


class CameraTable(QAbstractTableModel):
    """All cameras with what is known of them now."""

    def __init__(self, screen: Screen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._cameras: tuple[Camera, ...] = ()
        self._watches: Mapping[str, CameraWatch] = {}

    def set_cameras(self, cameras: Sequence[Camera]) -> None:
        """Take over the registry."""
        self.beginResetModel()
        self._cameras = tuple(cameras)
        self.endResetModel()

    def set_watches(self, watches: Mapping[str, CameraWatch]) -> None:
        """Take over a snapshot; only cells of cameras that changed are told."""
        before, self._watches = self._watches, watches
        for number, camera in enumerate(self._cameras):
            if before.get(camera.id) != watches.get(camera.id):
                self.dataChanged.emit(self.index(number, Column.CONDITION), self.index(number, Column.WHY))

    def camera_at(self, row: int) -> Camera:
        """Give the camera of a row."""
        return self._cameras[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Count the cameras."""
        return 0 if parent.isValid() else len(self._cameras)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a heading."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("No."), Column.NAME: self.tr("Camera"), Column.PLACE: self.tr("Place"),
            Column.PHASE: self.tr("Phase"), Column.CONDITION: self.tr("Condition"), Column.SINCE: self.tr("Since"),
            Column.WHY: self.tr("What is wrong"), Column.STREAMS: self.tr("Streams"), Column.LOGIN: self.tr("Login"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell."""
        camera, column = self._cameras[index.row()], Column(index.column())
        watch = self._watches.get(camera.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(camera, watch, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(camera, watch, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(str(getattr(self._screen.theme, self._shade(watch, column))))
        if role == SORT_ROLE:
            return self._sort_key(camera, watch, column)
        if role == SEARCH_ROLE:
            words = (camera.number, f"{camera.number:02d}", camera.name, camera.name_ur, camera.site_name,
                     self._state_text(camera, watch, Column.CONDITION), self._state_text(camera, watch, Column.WHY))
            return " ".join(map(str, words)).casefold()
        if role == ID_ROLE:
            return camera.id
        return None

    def _text(self, camera: Camera, watch: CameraWatch | None, column: Column) -> str:
        if column in (Column.SINCE, Column.WHY, Column.CONDITION):
            return self._state_text(camera, watch, column)
        urdu = self._screen.language == "ur" and camera.name_ur
        return {
            Column.NUMBER: number_text(camera.number),
            Column.NAME: camera.name_ur if urdu else camera.name,
            Column.PLACE: camera.site_name,
            Column.PHASE: str(camera.phase),
            Column.STREAMS: self.tr("main and small") if camera.has_two_streams else self.tr("one"),
            Column.LOGIN: self.tr("yes") if camera.has_password or camera.user else self.tr("none"),
        }[column]

    def _state_text(self, camera: Camera, watch: CameraWatch | None, column: Column) -> str:
        if watch is None:
            return "" if column is not Column.CONDITION or camera.enabled else condition_text(Condition.DISABLED)
        if column is Column.CONDITION:
            return condition_text(watch.condition)
        if column is Column.SINCE:
            return self._screen.moment(trouble_since(watch))
        if watch.condition is Condition.IMPAIRED and watch.picture_fault is not None:
            return picture_fault_word(watch.picture_fault)
        return fault_sentence(watch.failure) if watch.failure is not None and not watch.works else ""

    def _shade(self, watch: CameraWatch | None, column: Column) -> str:
        if column is Column.CONDITION and watch is not None:
            return _COLORS.get(watch.condition, "text")
        return "secondary" if column in _QUIET else "text"

    def _sort_key(self, camera: Camera, watch: CameraWatch | None, column: Column) -> Any:
        if column is Column.NUMBER:
            return camera.number
        if column is Column.PHASE:
            return camera.phase
        if column is Column.SINCE:
            return trouble_since(watch).timestamp() if watch is not None else 0.0
        return self._text(camera, watch, column).casefold()


class CameraFilter(QSortFilterProxyModel):
    """Shows the cameras that hold what was typed, in the order the officer chose."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed: tuple[str, ...] = ()
        self._only: frozenset[str] = frozenset()
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(False)  # rows must not move under the pointer when a condition changes

    def set_typed(self, text: str) -> None:
        """Keep the cameras that hold every typed word."""
        self.beginFilterChange()
        self._typed = tuple(text.casefold().split())
        self.endFilterChange()

    def set_only(self, camera_ids: frozenset[str]) -> None:
        """Keep these cameras only; none named keeps all."""
        self.beginFilterChange()
        self._only = camera_ids
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Decide on one camera."""
        source = self.sourceModel()
        index = source.index(row, 0, parent)
        if self._only and source.data(index, ID_ROLE) not in self._only:
            return False
        held = str(source.data(index, SEARCH_ROLE))
        return all(word in held for word in self._typed)
