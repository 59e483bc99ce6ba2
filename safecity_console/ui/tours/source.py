"""What a tour can go through: the cameras by place, or the kept walls, with a search line.

Belongs here: the tree, the search, giving out what is chosen. Does not belong here: the steps (steps.py), saving
(dialog.py).
Invariants: 1. Cameras stand by place and number, whatever their condition. 2. A chosen place means its cameras that
match the search. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from safecity_console.domain.camera import Camera
from safecity_console.domain.wall import SavedWall
from safecity_console.ui.format import ltr, number_text
from safecity_console.ui.icons import icon
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.camera_rows import search_key
from safecity_console.ui.wall.words import camera_name

TARGET_ROLE = int(Qt.ItemDataRole.UserRole) + 1
KEY_ROLE = TARGET_ROLE + 1
NUMBER_ROLE = TARGET_ROLE + 2
LEAST_PX = 260


class TourSource(QWidget):
    """Search line and tree; `chosen` carries the ids to be added."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Number, name or place"))
        self.search.setAccessibleName(self.tr("Find what the tour shall show"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", theme), QLineEdit.ActionPosition.LeadingPosition)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(16)
        self.tree.setMinimumWidth(LEAST_PX)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setAccessibleName(self.tr("What a tour can show"))
        self.tree.setAccessibleDescription(self.tr("Enter or a double-click adds it to the tour."))
        self.tree.installEventFilter(self)
        self.search.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self.tree, 1)
        self.search.textChanged.connect(self._on_search)
        self.tree.itemDoubleClicked.connect(lambda item, _column: self.chosen.emit(self._below(item)))

    def show_cameras(self, cameras: Sequence[Camera]) -> None:
        """Show cameras in their places."""
        self.tree.clear()
        self.tree.setRootIsDecorated(True)
        groups: dict[str, QTreeWidgetItem] = {}
        for camera in sorted(cameras, key=lambda c: (c.site_name == "", c.site_name.casefold(), c.number)):
            place = camera.site_name or self.tr("Without a place")
            if place not in groups:
                groups[place] = QTreeWidgetItem(self.tree, [place])
                groups[place].setIcon(0, icon("map-pin", self._theme))
            words = f"{number_text(camera.number)}  {camera_name(camera, self._language)}"
            item = QTreeWidgetItem(groups[place], [words])
            item.setData(0, TARGET_ROLE, camera.id)
            item.setData(0, KEY_ROLE, search_key(camera))
            item.setData(0, NUMBER_ROLE, str(camera.number))
        for place, group in groups.items():
            group.setText(0, f"{place} · {ltr(group.childCount())}")
        self.tree.expandAll()
        self._on_search(self.search.text())

    def show_walls(self, walls: Sequence[SavedWall]) -> None:
        """Show the kept walls."""
        self.tree.clear()
        self.tree.setRootIsDecorated(False)
        for wall in walls:
            item = QTreeWidgetItem(self.tree, [wall.name])
            item.setIcon(0, icon("layout-grid", self._theme))
            item.setData(0, TARGET_ROLE, wall.id)
            item.setData(0, KEY_ROLE, wall.name.casefold())
        self._on_search(self.search.text())

    def add_selected(self) -> None:
        """Give out what is selected; without a selection, everything that matches."""
        found = [one for item in self.tree.selectedItems() or self._top() for one in self._below(item)]
        self.chosen.emit(list(dict.fromkeys(found)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.add_selected()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down:
                self.tree.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _top(self) -> list[QTreeWidgetItem]:
        items = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _below(self, item: QTreeWidgetItem) -> list[str]:
        if item.isHidden():
            return []
        target = item.data(0, TARGET_ROLE)
        if isinstance(target, str):
            return [target]
        return [one for child in _children(item) for one in self._below(child)]

    def _on_search(self, text: str) -> None:
        wanted = " ".join(text.casefold().split())
        for top in self._top():
            if top.data(0, TARGET_ROLE) is not None:
                top.setHidden(not _matches(top, wanted))
                continue
            for child in _children(top):
                child.setHidden(not _matches(child, wanted))
            top.setHidden(all(child.isHidden() for child in _children(top)))
        self.tree.clearSelection()


def _matches(item: QTreeWidgetItem, wanted: str) -> bool:
    """Tell whether the text is in the names, or begins the number, as in the list beside the wall."""
    number = str(item.data(0, NUMBER_ROLE) or "")
    if wanted.isdecimal() and number.startswith(str(int(wanted))):
        return True
    return wanted in str(item.data(0, KEY_ROLE))


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for n in range(item.childCount()):
        child = item.child(n)
        if child is not None:
            yield child
