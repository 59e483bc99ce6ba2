"""A value that is edited where it stands: it looks like text until it has the hand or the keyboard.

Belongs here: the line and the choice, keeping what is typed when the value changes underneath. Does not belong here:
words, saving.
Invariants: 1. Enter or leaving the line with another text tells `committed`, once; Esc gives the old text back.
2. A new value from outside never replaces what is being typed: the editor says `stale` and keeps it. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from safecity_console.ui.style import mark


class InlineLine(QLineEdit):
    """A line."""

    committed = Signal(str)

    def __init__(self, name: str, most: int, empty: str = "–") -> None:
        super().__init__()
        self.name = name
        self.setProperty("kind", "inline")
        self.setMaxLength(most)
        self.setPlaceholderText(empty)
        self._kept = ""

    @property
    def typing(self) -> bool:
        """Tell whether something stands here that is not kept."""
        return self.text() != self._kept

    @property
    def stale(self) -> bool:
        """Tell whether the value changed underneath what is being typed."""
        return bool(self.property("stale") == "yes")

    def set_value(self, value: str, anew: bool = False) -> None:
        """Show a value; `anew`: it is another thing's, what was typed goes."""
        if self.typing and not anew and value not in (self._kept, self.text()):
            mark(self, "stale", "yes")
            self._kept = value
            return
        if value == self.text():
            self._kept = value
            mark(self, "stale", "no")
        if not self.typing or anew:
            self._kept = value
            self.setText(value)
            self.setCursorPosition(0)
            mark(self, "stale", "no")

    def give_back(self) -> None:
        """Let what was typed go."""
        self.setText(self._kept)
        mark(self, "stale", "no")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep or give back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.typing:
            self.give_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the keyboard leaves, but not over somebody else's change."""
        super().focusOutEvent(event)
        if not self.stale and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
                                                 Qt.FocusReason.MouseFocusReason):
            self._commit()

    def _commit(self) -> None:
        if self.typing:
            self.committed.emit(self.text())


class InlineChoice(QComboBox):
    """A choice."""

    committed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setProperty("kind", "inline")
        self.activated.connect(self._on_activated)
        self._kept = ""

    def set_value(self, value: str) -> None:
        """Show a value without telling."""
        self._kept = value
        self.setCurrentIndex(self.findData(value))

    def give_back(self) -> None:
        """Show the kept value again."""
        self.set_value(self._kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel must not change an incident."""
        event.ignore()

    def _on_activated(self, _index: int) -> None:
        if str(self.currentData()) != self._kept:
            self.committed.emit(str(self.currentData()))
