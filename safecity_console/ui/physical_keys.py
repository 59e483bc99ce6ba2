"""Letter shortcuts by the place of the key: with the Urdu layout Ctrl and the K key arrive as Ctrl+ک and match nothing.

Belongs here: scan code to Latin letter. Does not belong here: which commands there are (domain/command.py).
Invariants: 1. Only keys with Ctrl that did not arrive as a Latin letter are read by place. Source:
linux/input-event-codes.h (X11 and Wayland give these plus 8; Windows gives the same numbers, being scan code set 1).
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

X_OFFSET = 8
_ROWS = ((16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
_LETTERS = {first + at: letter for first, row in _ROWS for at, letter in enumerate(row)}
_LATIN_LAST = 0x7F


def physical_sequence(event: QKeyEvent, platform: str = "") -> str:
    """Give "Ctrl+K" for a Ctrl key that stands where K stands but arrived as no Latin letter; else empty."""
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier or event.key() <= _LATIN_LAST:
        return ""
    offset = 0 if (platform or QGuiApplication.platformName()) == "windows" else X_OFFSET
    letter = _LETTERS.get(event.nativeScanCode() - offset, "")
    return f"Ctrl+{letter}" if letter else ""
