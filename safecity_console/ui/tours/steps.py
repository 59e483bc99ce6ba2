"""The steps of a tour in their order, each with its own time where it has one.

Belongs here: the list, moving by drag, buttons and keys, the step's own time. Does not belong here: what can be added
(source.py), what is valid (domain/tour.py).
Invariants: 1. Nothing stands twice. 2. A step whose camera or wall is gone says so and stays until it is taken out.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSpinBox, QVBoxLayout, QWidget

from safecity_console.domain.tour import DWELL_LEAST_S, DWELL_MOST_S, TourStep
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import button, label, roomy, row
from safecity_console.ui.widgets.field import name_editor

TOOL_PX = 38
STEP_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Words = Callable[[str], str]


class TourSteps(QWidget):
    """The list and what changes it; `words_of` names a target, empty where it is gone."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words_of: Words = str
        self._quiet = False
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setAccessibleName(self.tr("Steps of the tour"))
        self.list.setAccessibleDescription(self.tr("Drag a step to another place, or move it with Alt and the arrows."))
        self.list.installEventFilter(self)
        self.dwell = dwell_box(self.tr("As the tour"))
        name_editor(self.dwell, self.tr("Time of the selected steps"))
        self.up = self._tool("chevron-up", self.tr("Earlier"), lambda: self.shift(-1))
        self.down = self._tool("chevron-down", self.tr("Later"), lambda: self.shift(1))
        self.out = self._tool("x", self.tr("Take out of the tour"), self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(label(self.tr("Own time"), "small"), self.dwell, None, self.up, self.down,
                          self.out, spacing=6))
        box.addWidget(self.list, 1)
        self.list.itemSelectionChanged.connect(self._on_selection)
        self.list.model().rowsMoved.connect(self._on_order)
        self.list.model().rowsInserted.connect(self._on_order)
        self.dwell.valueChanged.connect(self._on_dwell)
        self._on_selection()

    def fill(self, steps: Sequence[TourStep], words_of: Words) -> None:
        """Show these steps."""
        self._words_of = words_of
        self._quiet = True
        self.list.clear()
        for one in steps:
            self._append(one)
        self._quiet = False
        self._renumber()
        self._on_selection()

    def steps(self) -> tuple[TourStep, ...]:
        """Give the steps in their order."""
        return tuple(self.list.item(n).data(STEP_ROLE) for n in range(self.list.count()))

    def add(self, targets: Iterable[str]) -> int:
        """Add what is not in the tour yet, at its end; give how many."""
        there = {one.target for one in self.steps()}
        fresh = [one for one in targets if one not in there]
        self._quiet = True
        for target in fresh:
            self._append(TourStep(target))
        self._quiet = False
        if fresh:
            self.list.scrollToBottom()
            self._on_order()
        return len(fresh)

    def shift(self, way: int) -> None:
        """Move the selected steps by one place."""
        rows = sorted((self.list.row(item) for item in self.list.selectedItems()), reverse=way > 0)
        if not rows or not 0 <= rows[0] + way < self.list.count():
            return
        self._quiet = True
        moved = []
        for place in rows:
            item = self.list.takeItem(place)
            self.list.insertItem(place + way, item)
            moved.append(item)
        self.list.setCurrentItem(moved[-1])
        for item in moved:
            item.setSelected(True)
        self._quiet = False
        self._on_order()

    def remove(self) -> None:
        """Take the selected steps out."""
        self._quiet = True
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._quiet = False
        self._on_order()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.remove()
                return True
            way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.shift(way)
                return True
        return super().eventFilter(watched, event)

    def _tool(self, icon_name: str, title: str, do: Callable[[], None]) -> QWidget:
        made = button("", "quiet", self._theme, icon_name, title)
        made.setAccessibleName(title)
        made.setProperty("kind", "small")
        made.setFixedWidth(TOOL_PX)
        made.clicked.connect(lambda _checked=False: do())
        return made

    def _append(self, step: TourStep) -> None:
        item = QListWidgetItem(icon("grip-vertical", self._theme), "")
        item.setData(STEP_ROLE, step)
        self.list.addItem(item)

    def _renumber(self) -> None:
        for n in range(self.list.count()):
            step: TourStep = self.list.item(n).data(STEP_ROLE)
            words = self._words_of(step.target) or self.tr("No longer there")
            if step.dwell_s is not None:
                pattern = self.tr("{step} · {seconds} s")
                words = pattern.format(step=words, seconds=ltr(step.dwell_s))
            self.list.item(n).setText(words)

    def _on_order(self) -> None:
        if self._quiet:
            return
        self._renumber()
        self._on_selection()
        self.changed.emit()

    def _on_selection(self) -> None:
        if self._quiet:
            return
        chosen = self.list.selectedItems()
        for widget in (self.dwell, self.up, self.down, self.out):
            widget.setEnabled(bool(chosen))
        first: TourStep | None = chosen[0].data(STEP_ROLE) if chosen else None
        with QSignalBlocker(self.dwell):
            self.dwell.setValue(first.dwell_s if first is not None and first.dwell_s else self.dwell.minimum())

    def _on_dwell(self, seconds: int) -> None:
        own = seconds if seconds >= DWELL_LEAST_S else None
        for item in self.list.selectedItems():
            item.setData(STEP_ROLE, TourStep(item.data(STEP_ROLE).target, own))
        self._renumber()
        self.changed.emit()


def dwell_box(usual: str) -> QSpinBox:
    """Make a box of seconds whose lowest value means "none of its own", said in the words `usual`."""
    made = QSpinBox()
    made.setRange(DWELL_LEAST_S - 1, DWELL_MOST_S)
    made.setSpecialValueText(usual)
    made.setSuffix(QCoreApplication.translate("tour", " s", "seconds, after a number in a box"))
    made.setMinimumWidth(132)
    roomy(made)
    made.ensurePolished()
    made.setMinimumHeight(made.sizeHint().height())  # beside a list that takes all there is it would give way
    return made
