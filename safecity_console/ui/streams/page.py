"""The Streams page: the figures of all streams, two minutes of each, and the table as a file.

Belongs here: table, filter, plots of the selected stream, export. Does not belong here: cells (model.py), measuring
(services/figures.py).
Invariants: 1. Nothing is renewed while the page is hidden. 2. pyqtgraph is loaded when the page is first shown: the
console's start does not wait for it. 3. Rows do not move by themselves. Thread: GUI.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QTableView, QVBoxLayout

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.camera import Camera
from safecity_console.domain.figures import Measure
from safecity_console.services.figures import Series
from safecity_console.services.figures_csv import streams_csv
from safecity_console.ui.cameras.model import CameraFilter
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.streams.model import Column, StreamTable
from safecity_console.ui.streams.plots import Plots
from safecity_console.ui.streams.spark import Spark
from safecity_console.ui.widgets.basics import button, label, row, surface
from safecity_console.ui.widgets.tables import quiet_table

WIDTHS: dict[int, int] = {
    Column.NUMBER: 56, Column.NAME: 190, Column.CONDITION: 132, Column.STREAM: 66, Column.CODEC: 66, Column.SIZE: 98,
    Column.RECEIVED: 88, Column.SHOWN: 76, Column.FPS_PLOT: 120, Column.RATE: 92, Column.RATE_PLOT: 120,
    Column.LAG: 72, Column.SKIPPED: 84, Column.DAMAGED: 78, Column.TRANSPORT: 82, Column.RECONNECTS: 94,
}
# Where the page is narrow the columns that say least go first; the file has them all.
GIVES_WAY = (Column.DAMAGED, Column.RATE_PLOT, Column.TRANSPORT, Column.SKIPPED, Column.CODEC, Column.FPS_PLOT)
ERROR_LEAST_PX = 180
RENEW_MS = 1000


class StreamsPage(QFrame):
    """The page."""

    said = Signal(str, str)
    camera_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._figures = screen.services.figures
        self.plots: Plots | None = None
        self.setProperty("surface", "page")
        self._model = StreamTable(screen, self)
        self._filter = CameraFilter(self)
        self._filter.setSourceModel(self._model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, name, place, state or error"))
        self.search.setAccessibleName(self.tr("Find a stream"))
        self.search.setClearButtonEnabled(True)
        glass = self.search.addAction(icon("search", screen.theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.search.accessibleName())
        self.search.setFixedWidth(290)
        self.search.textChanged.connect(self._on_typed)
        self.count = label("", "secondary")
        self.table = self._made_table()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._bar())
        self._box.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.renew)
        self.set_cameras()

    def set_cameras(self) -> None:
        """Show the registry as it is now, the selection kept."""
        chosen = self.selected_camera()
        self._model.set_cameras(self._screen.services.sight.cameras())
        self.renew()
        if chosen is not None:
            self.select(chosen)

    def renew(self) -> None:
        """Show the newest figures."""
        self._model.set_figures(self._figures.figures())
        total, shown = self._model.rowCount(), self._filter.rowCount()
        self.count.setText(self.tr("{shown} of {count} streams").format(shown=ltr(shown), count=ltr(total)))
        if self.plots is not None:
            self.plots.show_camera(self.selected_camera())

    def selected_camera(self) -> str | None:
        """Give the selected row's camera."""
        rows = self.table.selectionModel().selectedRows()
        return self._camera_of(rows[0].row()).id if len(rows) == 1 else None

    def select(self, camera_id: str) -> None:
        """Select a camera's row and bring it into sight; nothing happens where it is filtered out."""
        for number in range(self._filter.rowCount()):
            if self._camera_of(number).id == camera_id:
                index = self._filter.index(number, 0)
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().setCurrentIndex(index, flags)
                self.table.scrollTo(index)

    def write(self, file: Path) -> None:
        """Write the table as CSV: UTF-8 with its mark, so that spreadsheets show Urdu names."""
        services = self._screen.services
        services.desk.note(Action.EXPORT, Subject("streams"), form="csv")
        text = streams_csv(services.sight.cameras(), self._figures.figures(), services.clock.now())
        try:
            write_whole(file, text.encode("utf-8-sig"), SHARED)
        except OSError:
            self.said.emit(code_sentence("file_unwritable", {}), "warning")
        else:
            self.said.emit(self.tr("Saved as {file}.").format(file=ltr(file.name)), "info")

    def choose_export(self) -> None:
        """Ask where to and write the table."""
        dialog = QFileDialog(self, self.tr("Export the table of streams"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("csv")
        now = self._screen.services.clock.now().astimezone(self._screen.zone)
        dialog.selectFile(f"streams-{now:%Y%m%d-%H%M%S}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()
        self.renew()
        self._timer.start(RENEW_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: object) -> None:
        self._give_way()

    def _dress(self) -> None:
        """Put in what needs pyqtgraph."""
        if self.plots is not None:
            return
        theme = self._screen.theme
        for column, series_of in ((Column.FPS_PLOT, self._fps), (Column.RATE_PLOT, self._rate)):
            self.table.setItemDelegateForColumn(column, Spark(theme, series_of, self.table))
        self.plots = Plots(theme, self._figures)
        self._box.addWidget(self.plots)
        if self.selected_camera() is None and self._filter.rowCount():
            self.select(self._camera_of(0).id)

    def _fps(self, camera_id: str) -> tuple[Series, ...]:
        return (self._figures.series(camera_id, Measure.RECEIVED_FPS),
                self._figures.series(camera_id, Measure.SHOWN_FPS))

    def _rate(self, camera_id: str) -> tuple[Series, ...]:
        return (self._figures.series(camera_id, Measure.KBIT_S),)

    def _camera_of(self, row_number: int) -> Camera:
        return self._model.camera_at(self._filter.mapToSource(self._filter.index(row_number, 0)).row())

    def _bar(self) -> QFrame:
        tip = self.tr("Writes every figure of every stream as a table (CSV).")
        out = button(self.tr("Export…"), "quiet", self._screen.theme, "file-down", tip)
        out.clicked.connect(self.choose_export)
        bar = surface("strip")
        bar.setLayout(row(self.search, self.count, None, out, margins=(12, 7, 12, 7)))
        return bar

    def _made_table(self) -> QTableView:
        table = quiet_table(self._filter, self.tr("All streams"), WIDTHS, Column.ERROR)
        table.activated.connect(lambda index: self.camera_wanted.emit(self._camera_of(index.row()).id))
        table.selectionModel().selectionChanged.connect(lambda *_: self.renew())
        return table

    def _give_way(self) -> None:
        room = self.width() - sum(WIDTHS.values()) - ERROR_LEAST_PX
        for column in GIVES_WAY:
            hidden = room < 0
            self.table.setColumnHidden(column, hidden)
            room += WIDTHS[column] if hidden else 0

    def _on_typed(self, text: str) -> None:
        self._filter.set_typed(text)
        self.renew()
