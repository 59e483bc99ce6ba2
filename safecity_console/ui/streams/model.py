"""All streams as a table: one row a camera, renewed in place once a second.

Belongs here: cells, sort keys. Does not belong here: the filter (ui/cameras/model.py has it), plots (spark.py,
plots.py), words of figures (ui/wall/figure_words.py).
Invariants: 1. New figures change cells in place; rows move only when cameras come or go, or the officer sorts.
2. No cell holds an address or a login. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from safecity_console.domain.camera import Camera
from safecity_console.domain.figures import StreamFigures
from safecity_console.domain.watch import Condition
from safecity_console.ui.cameras.model import ID_ROLE, ROOT, SEARCH_ROLE, SORT_ROLE, Index
from safecity_console.ui.format import ltr, number_text, plain_tip
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import condition_text
from safecity_console.ui.wall import figure_words as words
from safecity_console.ui.wall.words import camera_name


class Column(IntEnum):
    """The columns in order."""

    NUMBER = 0
    NAME = 1
    CONDITION = 2
    STREAM = 3
    CODEC = 4
    SIZE = 5
    RECEIVED = 6
    SHOWN = 7
    FPS_PLOT = 8
    RATE = 9
    RATE_PLOT = 10
    LAG = 11
    SKIPPED = 12
    DAMAGED = 13
    TRANSPORT = 14
    RECONNECTS = 15
    ERROR = 16


_RIGHT = frozenset({Column.RECEIVED, Column.SHOWN, Column.RATE, Column.LAG, Column.SKIPPED, Column.DAMAGED,
                    Column.RECONNECTS})
_LOUD = frozenset({Condition.LATE, Condition.IMPAIRED, Condition.OFFLINE, Condition.REFUSED})


class StreamTable(QAbstractTableModel):
    """All cameras with the figures of their streams."""

    def __init__(self, screen: Screen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._cameras: tuple[Camera, ...] = ()
        self._figures: Mapping[str, StreamFigures] = {}

    def set_cameras(self, cameras: Sequence[Camera]) -> None:
        """Take over the registry."""
        self.beginResetModel()
        self._cameras = tuple(cameras)
        self.endResetModel()

    def set_figures(self, figures: Mapping[str, StreamFigures]) -> None:
        """Take over new figures."""
        self._figures = figures
        if self._cameras:
            self.dataChanged.emit(self.index(0, Column.CONDITION), self.index(len(self._cameras) - 1, Column.ERROR))

    def camera_at(self, row: int) -> Camera:
        """Give the camera of a row."""
        return self._cameras[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._cameras)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(Column(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("No."), Column.NAME: self.tr("Camera"), Column.CONDITION: self.tr("State"),
            Column.STREAM: self.tr("Stream"), Column.CODEC: self.tr("Codec"), Column.SIZE: self.tr("Size"),
            Column.RECEIVED: self.tr("Received/s"), Column.SHOWN: self.tr("Shown/s"),
            Column.FPS_PLOT: self.tr("Two minutes"), Column.RATE: self.tr("Bit rate"),
            Column.RATE_PLOT: self.tr("Two minutes"), Column.LAG: self.tr("Behind"),
            Column.SKIPPED: self.tr("Not shown"), Column.DAMAGED: self.tr("Damaged"),
            Column.TRANSPORT: self.tr("Transport"), Column.RECONNECTS: self.tr("Reconnects"),
            Column.ERROR: self.tr("Last error"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        camera, column = self._cameras[index.row()], Column(index.column())
        found = self._figures.get(camera.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(camera, found, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(camera, found, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._color(found, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role == SORT_ROLE:
            return self._sort_key(camera, found, column)
        if role == SEARCH_ROLE:
            said = (camera.number, f"{camera.number:02d}", camera.name, camera.name_ur, camera.site_name,
                    self._text(camera, found, Column.CONDITION), self._text(camera, found, Column.ERROR))
            return " ".join(map(str, said)).casefold()
        return camera.id if role == ID_ROLE else None

    def _text(self, camera: Camera, found: StreamFigures | None, column: Column) -> str:
        if column is Column.NUMBER:
            return number_text(camera.number)
        if column is Column.NAME:
            return camera_name(camera, self._screen.language)
        if column in (Column.FPS_PLOT, Column.RATE_PLOT):
            return ""
        if found is None:
            return words.NOTHING
        return _TEXTS[column](camera, found)

    def _color(self, found: StreamFigures | None, column: Column) -> str:
        theme = self._screen.theme
        if column in (Column.NUMBER, Column.NAME):
            return theme.text
        if found is None or (not found.watch.works and column is not Column.CONDITION):
            return theme.secondary
        if column is Column.CONDITION and found.watch.condition in _LOUD:
            return theme.impaired
        return theme.secondary if column in (Column.ERROR, Column.TRANSPORT) else theme.text

    def _sort_key(self, camera: Camera, found: StreamFigures | None, column: Column) -> Any:
        if column is Column.NUMBER:
            return camera.number
        if found is None:
            return -1.0 if column in _NUMBERS else ""
        number = _NUMBERS.get(column)
        return float(number(found)) if number is not None else self._text(camera, found, column).casefold()


def _aligned(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignTrailing if column in _RIGHT else Qt.AlignmentFlag.AlignLeading
    return int(side | Qt.AlignmentFlag.AlignVCenter)


_TEXTS: dict[Column, Callable[[Camera, StreamFigures], str]] = {
    Column.CONDITION: lambda _camera, found: words.slowed_text(found) or condition_text(found.watch.condition),
    Column.STREAM: words.stream_text,
    Column.CODEC: lambda _camera, found: words.codec_text(found),
    Column.SIZE: lambda _camera, found: words.size_text(found),
    Column.RECEIVED: lambda _camera, found: words.fps_text(found.watch.facts.received_fps, found),
    Column.SHOWN: lambda _camera, found: words.fps_text(found.shown_fps, found),
    Column.RATE: lambda _camera, found: words.rate_text(found),
    Column.LAG: lambda _camera, found: words.lag_text(found),
    Column.SKIPPED: lambda _camera, found: ltr(found.skipped) if found.watch.works else words.NOTHING,
    Column.DAMAGED: lambda _camera, found: ltr(found.damaged) if found.watch.works else words.NOTHING,
    Column.TRANSPORT: lambda _camera, found: words.transport_text(found),
    Column.RECONNECTS: lambda _camera, found: ltr(found.reconnects_today),
    Column.ERROR: lambda _camera, found: words.error_text(found),
}
_NUMBERS: dict[Column, Callable[[StreamFigures], float]] = {
    Column.SIZE: lambda found: found.watch.facts.width * found.watch.facts.height,
    Column.RECEIVED: lambda found: found.watch.facts.received_fps, Column.SHOWN: lambda found: found.shown_fps or 0.0,
    Column.FPS_PLOT: lambda found: found.watch.facts.received_fps,
    Column.RATE: lambda found: found.watch.facts.bitrate_bps,
    Column.RATE_PLOT: lambda found: found.watch.facts.bitrate_bps, Column.LAG: lambda found: found.watch.status.lag_s,
    Column.SKIPPED: lambda found: found.skipped, Column.DAMAGED: lambda found: found.damaged,
    Column.RECONNECTS: lambda found: found.reconnects_today,
}
