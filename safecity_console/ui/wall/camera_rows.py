"""The cameras as rows for Qt: filtered by what is typed, their conditions renewed in place.

Belongs here: the list model. Does not belong here: widgets (camera_list.py), drawing (camera_row_painter.py).
Invariants: 1. Rows are in the order of numbers. 2. A changed condition sends `dataChanged` for its row only.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from safecity_console.domain.camera import Camera
from safecity_console.domain.watch import CameraWatch
from safecity_console.services.streams import StreamService
from safecity_console.ui.format import number_text, plain_tip
from safecity_console.ui.texts import condition_text
from safecity_console.ui.wall.drag import MIME, camera_mime
from safecity_console.ui.wall.words import camera_name

CAMERA_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WATCH_ROLE = CAMERA_ROLE + 1
MOVING_ROLE = CAMERA_ROLE + 2  # whether the camera itself tells of motion now
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CameraRows(QAbstractListModel):
    """Cameras that match the filter."""

    def __init__(self, streams: StreamService, language: str, parent: QObject | None = None,
                 moving: Callable[[], frozenset[str]] = frozenset) -> None:
        super().__init__(parent)
        self._streams = streams
        self._moving_now, self._moving = moving, frozenset[str]()
        self._language = language
        self._all: tuple[Camera, ...] = ()
        self._keys: dict[str, str] = {}
        self._shown: tuple[Camera, ...] = ()
        self._filter = ""
        self._watches: Mapping[str, CameraWatch] = {}
        self._generation = -1

    def set_cameras(self, cameras: Sequence[Camera]) -> None:
        """Take over the registry."""
        self.beginResetModel()
        self._all = tuple(sorted(cameras, key=lambda c: c.number))
        self._keys = {c.id: search_key(c) for c in self._all}
        self._watches = self._streams.watches()
        self._shown = self._matching()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only cameras whose number, names or place hold the text."""
        wanted = " ".join(text.casefold().split())
        if wanted != self._filter:
            self.beginResetModel()
            self._filter = wanted
            self._shown = self._matching()
            self.endResetModel()

    def follow(self) -> None:
        """Renew the conditions of rows whose camera says something else now."""
        self._follow_motion()
        if self._streams.generation == self._generation:
            return
        self._generation = self._streams.generation
        before, self._watches = self._watches, self._streams.watches()
        for row, camera in enumerate(self._shown):
            old, new = before.get(camera.id), self._watches.get(camera.id)
            if (old.condition if old else None) is not (new.condition if new else None):
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _follow_motion(self) -> None:
        before, self._moving = self._moving, self._moving_now()
        for camera_id in before ^ self._moving:
            index = self.index_of(camera_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def camera_at(self, index: Index) -> Camera | None:
        """Give the camera of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def index_of(self, camera_id: str) -> QModelIndex:
        """Give the row of a camera; an invalid index where it is not shown."""
        row = next((i for i, c in enumerate(self._shown) if c.id == camera_id), None)
        return self.index(row, 0) if row is not None else QModelIndex()

    def best(self, typed: str, current: QModelIndex) -> QModelIndex:
        """Give the camera of exactly the typed number, else the current row, else the first."""
        if typed.isdecimal():
            row = next((i for i, c in enumerate(self._shown) if c.number == int(typed)), None)
            if row is not None:
                return self.index(row, 0)
        if current.isValid() and current.row() < len(self._shown):
            return current
        return self.index(0, 0) if self._shown else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        camera = self.camera_at(index)
        if camera is None:
            return None
        if role == CAMERA_ROLE:
            return camera
        watch = self._watches.get(camera.id)
        if role == WATCH_ROLE:
            return watch
        if role == MOVING_ROLE:
            return camera.id in self._moving
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            word = condition_text(watch.condition) if watch is not None else ""
            pattern = self.tr("{number} {name} · {condition} · motion") if camera.id in self._moving \
                else self.tr("{number} {name} · {condition}")
            name = camera_name(camera, self._language)
            return pattern.format(number=number_text(camera.number), name=name, condition=word)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(camera.site_name) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else base

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        camera = self.camera_at(indexes[0]) if indexes else None
        return camera_mime(camera.id) if camera is not None else QMimeData()

    def _matching(self) -> tuple[Camera, ...]:
        if not self._filter:
            return self._all
        if self._filter.isdecimal():
            wanted = str(int(self._filter))
            return tuple(c for c in self._all if str(c.number).startswith(wanted) or self._filter in self._keys[c.id])
        return tuple(c for c in self._all if self._filter in self._keys[c.id])


def search_key(camera: Camera) -> str:
    """Give what a typed text is looked for in."""
    return " ".join(f"{camera.name} {camera.name_ur} {camera.site_name}".casefold().split())
