"""The checklist of an incident: its steps with their ticks.

Belongs here: the widgets. Does not belong here: ticking (part_hands.py), the procedures (procedures.py).
Invariants: 1. A box shows what is kept, not what was pressed: a refused tick goes back. 2. A required step says so in
a word. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.incident_parts import Tick
from safecity_console.ui.format import ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import clear, label


class Checklist(QWidget):
    """The steps; `ticked` with id and whether done."""

    ticked = Signal(str, bool)
    call_back_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._ticks: tuple[Tick, ...] | None = None
        self.boxes: dict[str, QCheckBox] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 8, 16, 8)
        self._box.setSpacing(6)

    def show_ticks(self, ticks: tuple[Tick, ...], may_work: bool) -> None:
        """Show the steps."""
        if ticks == self._ticks and all(box.isEnabled() == may_work for box in self.boxes.values()):
            for tick in ticks:
                self.boxes[tick.id].setChecked(bool(tick.done_by))
            return
        held = next((key for key, box in self.boxes.items() if box.hasFocus()), "")
        self._ticks = ticks
        clear(self._box)
        self.boxes = {}
        for tick in sorted(ticks, key=lambda one: one.position):
            self._box.addWidget(self._line(tick, may_work))
        if held in self.boxes:
            self.boxes[held].setFocus()

    def _line(self, tick: Tick, may_work: bool) -> QWidget:
        text = tick.text_ur if self._screen.language == "ur" and tick.text_ur else tick.text
        box = QCheckBox()
        box.setAccessibleName(text)
        box.setChecked(bool(tick.done_by))
        box.setEnabled(may_work)
        box.clicked.connect(lambda done: self._on_clicked(tick, done))  # of a partial Qt asks no argument
        self.boxes[tick.id] = box
        words = label(text, "secondary" if tick.done_by else "", wrap=True)
        words.mousePressEvent = lambda _event: box.click()  # type: ignore[method-assign]
        line = QWidget()
        laid = QHBoxLayout(line)
        laid.setContentsMargins(0, 0, 0, 0)
        laid.setSpacing(8)
        laid.addWidget(box)
        laid.addWidget(words, 1)
        if tick.done_by and tick.done_at is not None:
            done = self.tr("{badge}, {time}").format(badge=ltr(tick.done_by), time=self._screen.moment(tick.done_at))
            laid.addWidget(label(done, "small"))
        elif tick.required:
            laid.addWidget(label(self.tr("required"), "impaired_small"))
        elif tick.call_back:
            laid.addWidget(label(self.tr("call back"), "small"))
        return line

    def _on_clicked(self, tick: Tick, done: bool) -> None:
        self.boxes[tick.id].setChecked(bool(tick.done_by))  # until it is kept
        if tick.call_back and done:
            self.call_back_wanted.emit()
        else:
            self.ticked.emit(tick.id, done)
