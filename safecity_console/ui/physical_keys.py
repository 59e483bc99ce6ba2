"""Keys by their place: with the Urdu layout the K key arrives as ک, with or without Ctrl, and matches no shortcut.

Belongs here: scan code to the key's name on a Latin keyboard, a key event as portable text. Does not belong here: which
commands there are (domain/command.py), digits typed on the wall (wall/keys.py).
Invariants: 1. Only keys that arrived as neither a Latin character nor a named key are read by place: who types with a
Latin layout of his own means its letters. 2. AltGr and keys of the number pad are never read by place. Source:
linux/input-event-codes.h (X11 and Wayland give these plus 8; Windows gives the same numbers, being scan code set 1,
and where it gives none, as from an on-screen keyboard, its virtual key is the Latin letter). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

X_OFFSET = 8
_ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'`"), (43, "\\ZXCVBNM,./"))
_NAMES = {first + at: name for first, row in _ROWS for at, name in enumerate(row)}
_LATIN_LAST = 0x7F
_NAMED_FIRST = 0x01000000  # Qt's own keys, such as F5, from here on
_VIRTUAL = {ord(name): name for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}
_HELD = (
    (Qt.KeyboardModifier.MetaModifier, "Meta"), (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"), (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)
_NOT_BY_PLACE = Qt.KeyboardModifier.GroupSwitchModifier | Qt.KeyboardModifier.KeypadModifier
_ALONE = frozenset({
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_unknown,
    Qt.Key.Key_Mode_switch, Qt.Key.Key_Multi_key,
})


def physical_name(event: QKeyEvent, platform: str = "") -> str:
    """Give the Latin name of the key that was pressed where it arrived as no Latin character; else empty."""
    if not _LATIN_LAST < event.key() < _NAMED_FIRST or event.modifiers() & _NOT_BY_PLACE:
        return ""
    if (platform or QGuiApplication.platformName()) != "windows":
        return _NAMES.get(event.nativeScanCode() - X_OFFSET, "")
    return _NAMES.get(event.nativeScanCode(), "") or _VIRTUAL.get(event.nativeVirtualKey(), "")


def physical_sequence(event: QKeyEvent, platform: str = "") -> str:
    """Give "Ctrl+K", "Alt+K" or "K" for a key that stands where K stands but arrived as no Latin letter; else empty."""
    name = physical_name(event, platform)
    if name == "/" and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
        return "?"  # Urdu layouts have their own question mark there
    return "+".join((*_held(event), name)) if name else ""


def pressed_text(event: QKeyEvent) -> str:
    """Give any key press as portable text, by place where it must be; empty for a modifier alone."""
    if event.key() in _ALONE or event.key() == 0:
        return ""
    return physical_sequence(event) or QKeySequence(event.keyCombination()).toString(
        QKeySequence.SequenceFormat.PortableText)


def held_text(event: QKeyEvent) -> str:
    """Give the modifiers that are held, as they are shown while a key is awaited: "Ctrl+"."""
    return "".join(f"{name}+" for name in _held(event))


def _held(event: QKeyEvent) -> tuple[str, ...]:
    return tuple(name for modifier, name in _HELD if event.modifiers() & modifier)
