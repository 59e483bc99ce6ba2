"""The presets of the selected camera as a grid, each with number, name and picture.

Belongs here: the buttons, their menus. Does not belong here: dialogs (asking.py), keeping presets
(services/ptz_presets.py).
Invariants: 1. The grid has two lines at most: what has no button stands in the last one's menu. 2. Left stays left.
3. A preset that the camera lost stays in sight and says so. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from safecity_console.domain.ptz_plan import KeptPreset
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.style import mark
from safecity_console.ui.wall.ptz.asking import PtzAsking
from safecity_console.ui.wall.ptz.hand import PtzHand
from safecity_console.ui.widgets.basics import button

COLUMNS, LINES = 4, 2
PICTURE_PX, SIDE_PX = 240, 16


class PresetGrid(QWidget):
    """The grid of one camera at a time."""

    def __init__(self, hand: PtzHand, asking: PtzAsking, picture_of: Callable[[KeptPreset], Path | None]) -> None:
        super().__init__()
        self._hand, self._asking, self._picture_of = hand, asking, picture_of
        self._camera_id = ""
        self._presets: tuple[KeptPreset, ...] = ()
        self._may_edit = True
        self._current: int | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self.cells: list[QPushButton] = []
        for at in range(COLUMNS * LINES):
            cell = button("", "preset")
            cell.setAccessibleName(self.tr("Preset"))
            cell.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            cell.customContextMenuRequested.connect(partial(self._on_menu, at))
            cell.clicked.connect(partial(self._on_pressed, at))
            grid.addWidget(cell, at // COLUMNS, at % COLUMNS)
            grid.setColumnStretch(at % COLUMNS, 1)
            self.cells.append(cell)

    def show_presets(self, camera_id: str, presets: tuple[KeptPreset, ...], current: int | None,
                     may_edit: bool) -> None:
        """Show a camera's presets; `current` is where it stands."""
        self._camera_id, self._presets = camera_id, presets
        self._current, self._may_edit = current, may_edit
        shown = presets[: len(self.cells) - 1]
        for at, cell in enumerate(self.cells):
            if at < len(shown):
                self._show(cell, shown[at], shown[at].number == current)
            else:
                cell.setVisible(at == len(shown) and (may_edit or self._more))
        last = self.cells[len(shown)]
        self._say(last, "…" if self._more else "+", "")
        words = self.tr("More presets") if self._more else self.tr("Store this view as a preset")
        last.setToolTip(words)
        last.setAccessibleName(words)
        mark(last, "current", "no")
        mark(last, "gone", "no")

    def changeable_menu(self, preset: KeptPreset) -> QMenu:
        """Make the menu of one preset."""
        menu = QMenu(self)
        menu.addAction(self.tr("Go there")).triggered.connect(
            lambda: self._hand.go(self._camera_id, preset.number))
        if self._may_edit:
            menu.addSeparator()
            menu.addAction(self.tr("Store this view here…")).triggered.connect(
                lambda: self._asking.store(self._camera_id, preset.number))
            menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self._asking.rename(preset))
            menu.addAction(self.tr("Delete…")).triggered.connect(lambda: self._asking.delete(preset))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @property
    def _more(self) -> bool:
        return len(self._presets) >= len(self.cells)

    def _show(self, cell: QPushButton, preset: KeptPreset, current: bool) -> None:
        name = preset.name or self.tr("Preset {number}").format(number=ltr(preset.number))
        self._say(cell, str(preset.number), preset.name)
        mark(cell, "current", "yes" if current else "no")
        mark(cell, "gone", "yes" if preset.gone else "no")
        cell.setToolTip(self._tip(preset, name))
        words = self.tr("Preset {number}, {name}").format(number=ltr(preset.number), name=isolated(name))
        if preset.gone:
            words = self.tr("Preset {number}, {name}, lost by the camera").format(
                number=ltr(preset.number), name=isolated(name))
        cell.setAccessibleName(words)
        cell.setVisible(True)

    def _say(self, cell: QPushButton, head: str, name: str) -> None:
        metrics = QFontMetrics(cell.font())
        room = self.width() // COLUMNS - SIDE_PX - metrics.horizontalAdvance(f"{head} ")
        short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(8, room))
        cell.setText(ltr(f"{head} {isolated(short)}" if name else head).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the names anew."""
        super().resizeEvent(event)
        if self._camera_id:
            self.show_presets(self._camera_id, self._presets, self._current, self._may_edit)

    def _tip(self, preset: KeptPreset, name: str) -> str:
        words = self.tr("The camera has lost this preset; store it again.") if preset.gone else ""
        picture = self._picture_of(preset)
        image = f'<br><img src="{escape(picture.as_posix(), quote=True)}" width="{PICTURE_PX}">' if picture else ""
        more = f"<br>{escape(words)}" if words else ""
        return f"<qt>{escape(name)}{more}{image}</qt>"

    def _on_pressed(self, at: int, _checked: bool = False) -> None:
        shown = self._presets[: len(self.cells) - 1]
        if at < len(shown):
            self._hand.go(self._camera_id, shown[at].number)
        elif not self._more:
            self._asking.store(self._camera_id, self._asking.free_number(self._camera_id))
        else:
            self._rest_menu().popup(self.cells[at].mapToGlobal(QPoint(0, self.cells[at].height())))

    def _rest_menu(self) -> QMenu:
        menu = QMenu(self)
        for preset in self._presets[len(self.cells) - 1:]:
            text = self.tr("{number} {name}").format(number=ltr(preset.number), name=isolated(preset.name))
            menu.addAction(text.replace("&", "&&")).triggered.connect(
                partial(self._go, preset.number))
        if self._may_edit:
            menu.addSeparator()
            menu.addAction(self.tr("Store this view as a preset…")).triggered.connect(
                lambda: self._asking.store(self._camera_id, self._asking.free_number(self._camera_id)))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _go(self, number: int, _checked: bool = False) -> None:
        self._hand.go(self._camera_id, number)

    def _on_menu(self, at: int, point: QPoint) -> None:
        shown = self._presets[: len(self.cells) - 1]
        if at < len(shown):
            self.changeable_menu(shown[at]).popup(self.cells[at].mapToGlobal(point))
