"""A button that hears the next key whole, whatever that key does elsewhere.

Belongs here: hearing, showing what is held. Does not belong here: whether the key may be given (services/keys.py).
Invariants: 1. While it hears, no key reaches a shortcut, Tab included. 2. It stops hearing at the first key, on Esc and
when the keyboard goes elsewhere. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.physical_keys import held_text, pressed_text
from safecity_console.ui.theme import Theme

LEAST_PX = 150


class Recorder(QPushButton):
    """The button; `heard` carries the key as portable text."""

    heard = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._icon = icon("plus", theme, size_px=14)
        self.setProperty("kind", "small")
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def event(self, event: QEvent) -> bool:
        """Take every key while hearing."""
        if self.isChecked() and isinstance(event, QKeyEvent):
            event.accept()
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._hear(event)
            elif event.type() is QEvent.Type.KeyRelease:
                self.setText(self._waiting())
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop hearing."""
        self.setChecked(False)
        super().focusOutEvent(event)

    def _hear(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.setChecked(False)
            return
        text = pressed_text(event)
        if text:
            self.setChecked(False)
            self.heard.emit(text)
        else:
            self.setText(ltr(held_text(event) + "…"))

    def _on_toggled(self, hearing: bool) -> None:
        if hearing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setIcon(type(self._icon)() if hearing else self._icon)
        self.setText(self._waiting() if hearing else QCoreApplication.translate("keys", "Add a key"))
        self.setMinimumWidth(LEAST_PX if hearing else 0)

    @staticmethod
    def _waiting() -> str:
        return QCoreApplication.translate("keys", "Press the key…")
