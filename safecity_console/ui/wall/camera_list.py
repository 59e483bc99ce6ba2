"""The searchable list of cameras beside the wall.

Belongs here: search line and list, what Enter, double-click and drag do. Does not belong here: the registry's table
(ui/cameras/), filtering and rows (camera_rows.py), drawing a row (camera_row_painter.py).
Invariants: 1. Cameras stand in the order of their numbers, whatever their condition. 2. While the pointer is over the
list no row comes, goes or moves; conditions change in place. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.hygiene import clean_line
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.camera_row_painter import CameraRowPainter
from safecity_console.ui.wall.camera_rows import CameraRows
from safecity_console.ui.wall.view import WallView

LOOK_EVERY_MS = 500
FOCUS_AFTER_MS = 150


class CameraList(QWidget):
    """Search line and list."""

    def __init__(self, services: ConsoleServices, theme: Theme, view: WallView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._view = services, view
        language = view.language
        self._rows = CameraRows(services.streams, language, self, services.camera_events.moving)
        self._rows.set_cameras(services.sight.cameras())
        self._waiting = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, name or place"))
        self.search.setAccessibleName(self.tr("Find a camera by number, name or place"))
        self.search.setClearButtonEnabled(True)
        glass = self.search.addAction(icon("search", theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.search.accessibleName())
        self.list = self._make_list(theme, language)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(8, 8, 8, 8)
        line.addWidget(self.search)
        box.addLayout(line)
        box.addWidget(self.list, 1)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self.call_found)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.list.doubleClicked.connect(self._on_called)
        self.list.clicked.connect(self._on_clicked)
        view.controller.find_wanted.connect(self.focus_search)
        view.selection_changed.connect(self._on_wall_selection)
        self._bridge = Bridge(services.bus, self)
        self._bridge.cameras_changed.connect(self._on_cameras_changed)
        self._bridge.seat_changed.connect(self._take_cameras)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_look)
        self._timer.start(LOOK_EVERY_MS)

    def focus_search(self) -> None:
        """Put the caret into the search line; a hidden column is shown for it."""
        if not self.isVisible():
            self._services.settings.set("wall.side_column", True)
            QTimer.singleShot(FOCUS_AFTER_MS, self, self._focus)
        else:
            self._focus()

    def call_found(self) -> None:
        """Bring the chosen camera, else the best match, into the wall's selected tile."""
        typed = self.search.text().strip()
        if typed:
            self._services.desk.note(Action.SEARCH, Subject("cameras"), text=clean_line(typed, 120))
        index = self._rows.best(typed, self.list.currentIndex())
        if not index.isValid():
            self._view.said.emit(self.tr("No camera matches “{text}”.").format(text=ltr(typed)), "warning")
            return
        self._on_called(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if event.type() is QEvent.Type.Leave and watched is self.list.viewport() and self._waiting:
            self._take_cameras()
        return super().eventFilter(watched, event)

    def _make_list(self, theme: Theme, language: str) -> QListView:
        made = QListView()
        made.setModel(self._rows)
        made.setItemDelegate(CameraRowPainter(theme, language, self._services, made))
        made.setUniformItemSizes(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setDragEnabled(True)
        made.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(self.tr("Cameras"))
        made.setAccessibleDescription(self.tr("Enter or a double-click brings the camera into the selected tile."))
        return made

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = min(max(0, self.list.currentIndex().row() + step), self._rows.rowCount() - 1)
            self.list.setCurrentIndex(self._rows.index(row, 0))
            return True
        if key == Qt.Key.Key_Escape:
            self.search.clear()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if watched is self.list and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_called(self.list.currentIndex())
            return True
        return False

    def _focus(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_search(self, text: str) -> None:
        self._rows.set_filter(text)
        if text.strip() and self._rows.rowCount():
            self.list.setCurrentIndex(self._rows.best(text.strip(), QModelIndex()))

    def _on_called(self, index: QModelIndex) -> None:
        camera = self._rows.camera_at(index)
        if camera is None:
            return
        self._view.call_camera(camera.id)
        self.search.clear()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        camera = self._rows.camera_at(index)
        if camera is not None:
            self._view.select_camera(camera.id)

    def _on_wall_selection(self, camera_id: object) -> None:
        if camera_id is None:
            # An empty tile is selected: a camera still marked here would seem to be the one meant.
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        elif isinstance(camera_id, str) and not self.list.viewport().underMouse():
            index = self._rows.index_of(camera_id)
            if index.isValid():
                self.list.setCurrentIndex(index)

    def _on_cameras_changed(self, _event: object) -> None:
        self._waiting = True
        if not self.list.viewport().underMouse():
            self._take_cameras()

    def _take_cameras(self) -> None:
        self._waiting = False
        self._rows.set_cameras(self._services.sight.cameras())

    def _on_look(self) -> None:
        if self.isVisible():
            self._rows.follow()
