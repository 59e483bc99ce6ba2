"""The Cameras page: the whole registry in a table, and what can be done with it.

Belongs here: table, filter, buttons, removing. Does not belong here: the table's cells (model.py), the dialog
(dialog.py).
Invariants: 1. Removing says in one sentence what will happen, and asks. 2. The selection survives a change of the
registry. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from safecity_console.domain.camera import Camera
from safecity_console.domain.watch import CameraWatch
from safecity_console.ui.cameras.model import CameraFilter, CameraTable, Column
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.icons import icon
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, surface
from safecity_console.ui.widgets.question import Question
from safecity_console.ui.widgets.tables import quiet_table

WIDTHS: dict[int, int] = {
    Column.NUMBER: 64, Column.NAME: 220, Column.PLACE: 180, Column.PHASE: 64, Column.CONDITION: 130, Column.SINCE: 150,
    Column.STREAMS: 120, Column.LOGIN: 72,
}


class CamerasPage(QFrame):
    """The page; the window carries its commands out."""

    command_wanted = Signal(str)
    edit_wanted = Signal(str)
    remove_wanted = Signal(object)
    export_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setProperty("surface", "page")
        self._model = CameraTable(screen, self)
        self._filter = CameraFilter(self)
        self._filter.setSourceModel(self._model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, name, place or condition"))
        self.search.setAccessibleName(self.tr("Find a camera"))
        self.search.setClearButtonEnabled(True)
        glass = self.search.addAction(icon("search", screen.theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.search.accessibleName())
        self.search.setFixedWidth(290)
        self.search.textChanged.connect(self._on_typed)
        self._chip = button(self.tr("All cameras"), "small", screen.theme, "x", self.tr("Shows all cameras again."))
        self._chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft if screen.language != "ur"
                                      else Qt.LayoutDirection.LeftToRight)
        self._chip.clicked.connect(self.widen)
        self._chip.hide()
        self._count = label("", "secondary")
        self.table = self._made_table()
        self._hint = self._made_hint()
        self._edit = button(self.tr("Edit"), "", screen.theme, "pencil")
        self._remove = button(self.tr("Remove"), "", screen.theme, "trash-2")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._bar())
        box.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.set_cameras()
        self._on_selected()

    def set_cameras(self) -> None:
        """Show the registry as it is now, the selection kept."""
        chosen = {camera.id for camera in self.selected()}
        self._model.set_cameras(self._screen.services.sight.cameras())
        self._model.set_watches(self._screen.services.streams.watches())
        self._select(chosen)
        self._show_count()

    def set_watches(self, watches: Mapping[str, CameraWatch]) -> None:
        """Show what the cameras say now."""
        self._model.set_watches(watches)

    def selected(self) -> tuple[Camera, ...]:
        """Give the selected cameras in the order shown."""
        rows = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(self._model.camera_at(self._filter.mapToSource(index).row()) for index in rows)

    def select(self, camera_id: str) -> None:
        """Select one camera."""
        self._select({camera_id})

    @property
    def chip(self) -> QPushButton:
        """Give the button that names the narrowing and takes it away."""
        return self._chip

    @property
    def count_text(self) -> str:
        """Give how many cameras are shown."""
        return self._count.text()

    @property
    def hint(self) -> str:
        """Give the sentence that stands in an empty table."""
        return self._hint.text()

    def narrow(self, words: str, camera_ids: frozenset[str]) -> None:
        """Show these cameras only, under these words, until the chip is pressed."""
        self.search.clear()
        self._filter.set_only(camera_ids)
        if camera_ids:
            self._chip.setText(words)
            self._chip.setAccessibleName(words)
        self._chip.setVisible(bool(camera_ids))
        self._show_count()

    def widen(self) -> None:
        """Show all cameras again."""
        self.narrow("", frozenset())
        self.table.setFocus()

    def _on_typed(self, text: str) -> None:
        self._filter.set_typed(text)
        self._show_count()

    def _show_count(self) -> None:
        total, shown = self._model.rowCount(), self._filter.rowCount()
        figures = {"count": ltr(total), "shown": ltr(shown)}
        if shown != total:
            self._count.setText(self.tr("{shown} of {count} cameras").format(**figures))
        else:
            self._count.setText(self.tr("{count} cameras").format(**figures) if total != 1 else self.tr("1 camera"))
        self._hint.setText(self._hint_text(total, shown))

    def _hint_text(self, total: int, shown: int) -> str:
        if not total:
            return self.tr("No cameras yet. Add one, or import a list.")
        if shown:
            return ""
        typed = self.search.text().strip()
        if typed:
            return self.tr("No camera fits “{text}”. Try a number, a name, a place or a condition.").format(
                text=isolated(typed))
        return self.tr("None of these cameras is registered any more.")

    def _made_hint(self) -> QLabel:
        hint = label("", "secondary", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.table.viewport()).addWidget(hint)
        return hint

    def _bar(self) -> QFrame:
        theme = self._screen.theme
        add = button(self.tr("Add a camera…"), "primary", theme, "plus")
        takes = self.tr("Takes in a CSV list, with a preview first.")
        writes = self.tr("Writes the list as CSV, without passwords.")
        finds = button(self.tr("Discover…"), "quiet", theme, "radar",
                       self.tr("Looks for cameras in the network and adds many with one login."))
        finds.clicked.connect(lambda: self.command_wanted.emit("camera.discover"))
        many = button(self.tr("Import…"), "quiet", theme, "file-up", takes)
        out = button(self.tr("Export…"), "quiet", theme, "file-down", writes)
        add.clicked.connect(lambda: self.command_wanted.emit("camera.add"))
        many.clicked.connect(lambda: self.command_wanted.emit("camera.import"))
        out.clicked.connect(self.export_wanted)
        self._edit.clicked.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        bar = surface("strip")
        buttons = (self._edit, self._remove, finds, many, out, add)
        bar.setLayout(row(self.search, self._chip, self._count, None, *buttons, margins=(12, 7, 12, 7)))
        return bar

    def _made_table(self) -> QTableView:
        table = quiet_table(self._filter, self.tr("All cameras"), WIDTHS, Column.WHY, many=True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu)
        table.activated.connect(self._on_activated)
        table.selectionModel().selectionChanged.connect(self._on_selected)
        return table

    def _select(self, camera_ids: set[str]) -> None:
        model = self.table.selectionModel()
        model.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number in range(self._filter.rowCount()):
            index = self._filter.index(number, 0)
            if self._model.camera_at(self._filter.mapToSource(index).row()).id in camera_ids:
                model.select(index, flags)
                model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _on_selected(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        self._edit.setEnabled(count == 1)
        self._remove.setEnabled(count > 0)
        self.selection_changed.emit()

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_edit()

    def _on_edit(self) -> None:
        cameras = self.selected()
        if len(cameras) == 1:
            self.edit_wanted.emit(cameras[0].id)

    def _on_remove(self) -> None:
        cameras = self.selected()
        if cameras:
            question = Question(self.tr("Remove cameras"), self._remove_sentence(cameras), self.tr("Remove"), self)
            question.agreed.connect(lambda: self.remove_wanted.emit(cameras))
            question.open()

    def _remove_sentence(self, cameras: tuple[Camera, ...]) -> str:
        if len(cameras) == 1:
            return self.tr("Camera {number} {name} leaves the list and every wall; its history is kept.").format(
                number=number_text(cameras[0].number), name=isolated(cameras[0].name))
        return self.tr("{count} cameras leave the list and every wall; their history is kept.").format(
            count=ltr(len(cameras)))

    def _on_menu(self, at: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self.selected()) == 1:
            menu.addAction(self._edit.text()).triggered.connect(self._on_edit)
        menu.addAction(self._remove.text()).triggered.connect(self._on_remove)
        menu.popup(self.table.viewport().mapToGlobal(at))
