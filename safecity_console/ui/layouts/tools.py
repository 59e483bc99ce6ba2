"""The panel beside the sheet: what to begin with, and a button with its key for every gesture.

Belongs here: the buttons and which can be pressed. Does not belong here: the gestures (drawing.py), the dialog.
Invariants: 1. A gesture that cannot be made now is refused in words, not by a dead button; only undo and redo are dead
where there is nothing. 2. Keys are function keys or digits with Ctrl: the Urdu layout swallows none. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid_edit import PARTS_MOST, grid_of_layout, plain_grid
from safecity_console.domain.wall import LAYOUTS
from safecity_console.ui.format import ltr
from safecity_console.ui.layouts.drawing import Drawing
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import Button, button, column, label, roomy, row, surface

translate = QCoreApplication.translate

WIDE_PX = 372
SIDE_MOST = 12


class EditorTools(QWidget):
    """The panel; `changed` when the drawing did, `refused` with the reason where it could not."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, screen: Screen, drawing: Drawing) -> None:
        super().__init__()
        self._screen, self._drawing = screen, drawing
        self.setFixedWidth(WIDE_PX)
        self.beginnings = QComboBox()
        self.beginnings.setAccessibleName(self.tr("Begin with"))
        self.beginnings.setPlaceholderText(self.tr("A ready or own layout…"))
        self.columns, self.rows = self._spin(4, SIDE_MOST), self._spin(3, SIDE_MOST)
        self.across, self.down = self._spin(2, PARTS_MOST), self._spin(2, PARTS_MOST)
        self.number = self._spin(1, 1)
        self._name_spins()
        panel = surface("card")
        panel.setLayout(self._body())
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 12)
        box.addWidget(panel)
        box.addStretch(1)
        self.show_beginnings()
        self.beginnings.activated.connect(self._on_beginning)
        self.number.valueChanged.connect(self._on_number)
        self.show_state()

    def show_beginnings(self) -> None:
        """List the layouts to begin with: ready ones, then own ones."""
        self.beginnings.clear()
        for ready in LAYOUTS:
            pattern = translate("EditorTools", "Layout {key}")
            self.beginnings.addItem(pattern.format(key=ltr(ready.key)), ready.key)
        for own in self._screen.services.layouts.own():
            self.beginnings.addItem(own.name, own.key)
        self.beginnings.setCurrentIndex(-1)

    def show_state(self) -> None:
        """Show what can be done now."""
        drawing = self._drawing
        self.undo.setEnabled(drawing.can_undo)
        self.redo.setEnabled(drawing.can_redo)
        self.number.blockSignals(True)
        self.number.setRange(1, len(drawing.grid.blocks))
        self.number.setValue(drawing.cursor + 1)
        self.number.blockSignals(False)
        self._chosen.setText(self.tr("Tile {tile}").format(tile=ltr(drawing.cursor + 1)) if len(drawing.chosen) == 1
                             else self.tr("{count} tiles chosen").format(count=ltr(len(drawing.chosen))))

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _body(self) -> QVBoxLayout:
        self._chosen = label("", "strong")
        drawing = self._drawing
        self.undo = self._tool(self.tr("Undo"), "Ctrl+Z", "undo-2", drawing.undo)
        self.redo = self._tool(self.tr("Redo"), "Ctrl+Y", "redo-2", drawing.redo)
        self.side = self._tool(self.tr("Side by side"), "F2", "square-split-horizontal", partial(drawing.split, 2, 1))
        self.stack = self._tool(self.tr("One above the other"), "F3", "square-split-vertical",
                                partial(drawing.split, 1, 2))
        self.parts = self._tool(self.tr("Into parts"), "F5", "grid-2x2", self._split_into_parts)
        self.join = self._tool(self.tr("Merge the chosen tiles"), "F4", "combine", drawing.merge)
        self.earlier = self._tool(self.tr("Earlier"), "F6", "arrow-left", partial(self._renumber, -1))
        self.later = self._tool(self.tr("Later"), "F7", "arrow-right", partial(self._renumber, 1))
        self.by_rows = self._tool(self.tr("Number row by row"), "F8", "list", drawing.number_by_rows)
        self.plain = self._tool(self.tr("Draw"), "", "", self._begin_plain)
        self.plain.setAccessibleName(self.tr("Draw rows and columns"))
        return column(
            label(self.tr("Begin with"), "group"), self.beginnings, self._line(self.columns, self.rows, self.plain), 6,
            self._chosen, label(self.tr("Split"), "small"), self.side, self.stack,
            self._line(self.across, self.down, self.parts), 6, self.join, 6,
            label(self.tr("Number of the tile"), "small"), self._wide(row(self.number, self.by_rows)),
            self._wide(row(self.earlier, self.later)), 8, self._wide(row(self.undo, self.redo)),
            margins=(16, 14, 16, 14), spacing=7)

    def _name_spins(self) -> None:
        names = ((self.columns, self.tr("Columns")), (self.rows, self.tr("Rows")),
                 (self.across, self.tr("Parts side by side")), (self.down, self.tr("Parts one above the other")),
                 (self.number, self.tr("Number of the tile")))
        for spin, name in names:
            spin.setAccessibleName(name)
            spin.setToolTip(name)

    def _line(self, first: QSpinBox, second: QSpinBox, go: Button) -> QWidget:
        made = self._wide(row(first, label("×"), second, go, spacing=6))
        return made

    def _wide(self, box: QHBoxLayout) -> QWidget:
        made = QWidget()
        box.setContentsMargins(0, 0, 0, 0)
        made.setLayout(box)
        for at in range(box.count()):
            item = box.itemAt(at)
            box.setStretch(at, int(item is not None and isinstance(item.widget(), Button)))
        return made

    def _spin(self, value: int, most: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(1, most)
        made.setValue(value)
        made.setFixedWidth(58)
        roomy(made)
        return made

    def _tool(self, title: str, key: str, icon_name: str, deed: Callable[[], object]) -> Button:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        made = button(f"{title}  {ltr(shown)}" if shown else title, "", self._screen.theme, icon_name)
        made.setAccessibleName(title)
        if key:
            # Not the shortcut of the button: that one holds it down for a tenth of a second and is deaf meanwhile.
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._do, deed))
        made.clicked.connect(partial(self._do, deed))
        return made

    def _do(self, deed: Callable[[], object], _checked: bool = False) -> None:
        try:
            deed()
        except Refused as error:
            self.refused.emit(error)
            return
        self.changed.emit()

    def _split_into_parts(self) -> None:
        self._drawing.split(self.across.value(), self.down.value())

    def _renumber(self, by: int) -> None:
        self._drawing.renumber(self._drawing.cursor + by)

    def _on_number(self, number: int) -> None:
        self._do(partial(self._drawing.renumber, number - 1))

    def _begin_plain(self) -> None:
        self._drawing.begin_with(plain_grid(self.columns.value(), self.rows.value()))

    def _on_beginning(self, index: int) -> None:
        key = self.beginnings.itemData(index)
        self._do(lambda: self._drawing.begin_with(grid_of_layout(key)))
        self.beginnings.setCurrentIndex(-1)  # what is drawn from here on is no longer that layout
