"""The line of the palette: what is typed, and what the places of the keys would spell on a Latin keyboard.

Belongs here: learning which Latin letter stands where a typed one does, keys that belong to the list. Does not belong
here: matching, results.
Invariants: 1. Both readings have the same length: each character is read alone. 2. Keys the list is driven by never
reach a shortcut of the window. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from safecity_console.domain.finding import TYPED_MOST
from safecity_console.ui.physical_keys import physical_name

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL, _KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


class PaletteLine(QLineEdit):
    """One line: `stepped` by rows, `entered` with Ctrl or not, `left` by Esc, `emptied` by Backspace on nothing."""

    stepped = Signal(int)
    entered = Signal(bool)
    left = Signal()
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._latin: dict[str, str] = {}
        self.setMaxLength(TYPED_MOST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # it would take the focus, and the palette close

    def by_place(self) -> str:
        """Give what the same keys spell on a Latin keyboard, as far as they were seen."""
        return "".join(self._latin.get(character, character) for character in self.text())

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drive the list, else type."""
        key = event.key()
        if key in _ENTERS:
            self.entered.emit(bool(event.modifiers() & _CONTROL))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS and not event.modifiers() & _KEYPAD:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            name = physical_name(event)
            if name and len(event.text()) == 1:
                self._latin[event.text()] = name.lower()
            super().keyPressEvent(event)


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in _ENTERS or event.key() == Qt.Key.Key_Escape or (
        event.key() in _STEPS and event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD))
