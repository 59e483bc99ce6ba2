"""Key presses as what they mean on the wall, whatever the keyboard's state.

Belongs here: decoding digits of both rows, the numpad with NumLock off, operators. Does not belong here: acting.
Invariants: 1. Digits and operators held down count once: auto-repeat is no second press. 2. Function keys and commands
are the frame's actions, never decoded here;
those in `ANSWERED` are recognised where their action is off.
After UX.md: the Urdu layout swallows letters, so nothing here is a letter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from safecity_console.ui.physical_keys import pressed_text


class Act(StrEnum):
    """What a key does."""

    DIGIT = "digit"
    STAR = "star"
    SLASH = "slash"
    ENTER = "enter"
    BACK = "back"
    CLEAR = "clear"
    MOVE = "move"
    PREVIOUS = "previous"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Press:
    """One decoded key; `digit` for DIGIT, `dx` and `dy` for MOVE."""

    act: Act
    digit: str = ""
    dx: int = 0
    dy: int = 0


# What the numpad's digit keys send while NumLock is off.
_NUMPAD_OFF: dict[int, str] = {
    Qt.Key.Key_Insert: "0", Qt.Key.Key_End: "1", Qt.Key.Key_Down: "2", Qt.Key.Key_PageDown: "3", Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5", Qt.Key.Key_Right: "6", Qt.Key.Key_Home: "7", Qt.Key.Key_Up: "8", Qt.Key.Key_PageUp: "9",
}
_MOVES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}
_PLAIN: dict[int, Act] = {
    Qt.Key.Key_Asterisk: Act.STAR, Qt.Key.Key_Slash: Act.SLASH, Qt.Key.Key_Return: Act.ENTER,
    Qt.Key.Key_Enter: Act.ENTER, Qt.Key.Key_Backspace: Act.BACK, Qt.Key.Key_Escape: Act.CLEAR,
    Qt.Key.Key_Space: Act.PAUSE,
}
ANSWERED = ("wall.snapshot", "wall.retry")
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def refused_command(event: QKeyEvent, keys_of: Callable[[str], tuple[str, ...]]) -> str:
    """Give the command whose key came through because its action is off; empty where it is none that answers."""
    pressed = pressed_text(event)
    found = next((command_id for command_id in ANSWERED if pressed in keys_of(command_id)), "")
    return "" if event.isAutoRepeat() else found


def is_numpad_digit(event: QKeyEvent) -> bool:
    """Tell a digit of the number pad, NumLock on or off: with it off it looks like Home or End to a shortcut."""
    press = decode(event)
    return press is not None and press.act is Act.DIGIT and bool(
        event.modifiers() & Qt.KeyboardModifier.KeypadModifier)


def panned(event: QKeyEvent) -> tuple[int, int] | None:
    """Give the direction of an arrow held with Shift, that moves within a zoomed picture."""
    if event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
        return None
    return _MOVES.get(event.key())


def decode(event: QKeyEvent) -> Press | None:
    """Give the meaning of a key press; None where the wall has no use for it."""
    key, modifiers = event.key(), event.modifiers()
    if modifiers & _HELD:
        return None
    numpad = bool(modifiers & Qt.KeyboardModifier.KeypadModifier)
    if numpad and key in _NUMPAD_OFF:
        return None if event.isAutoRepeat() else Press(Act.DIGIT, _NUMPAD_OFF[key])
    if key in _MOVES:
        dx, dy = _MOVES[key]
        return Press(Act.MOVE, dx=dx, dy=dy)
    if event.isAutoRepeat():
        return None
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return Press(Act.DIGIT, str(key - Qt.Key.Key_0))
    if numpad and key == Qt.Key.Key_Minus:
        return Press(Act.PREVIOUS)
    # Urdu and Arabic layouts send their own digits; they are digits all the same.
    text = event.text()
    if len(text) == 1 and text.isdecimal():
        return Press(Act.DIGIT, str(int(text)))
    act = _PLAIN.get(key)
    return Press(act) if act is not None else None
