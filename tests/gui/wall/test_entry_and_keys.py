"""Digits, operators and arrows, from every keyboard an officer may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from safecity_console.ui.wall.entry import CallCamera, NumberEntry, SelectTile
from safecity_console.ui.wall.keys import Act, Press, decode

PAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "", repeat: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text, repeat)


def typed(text: str) -> NumberEntry:
    entry = NumberEntry()
    for character in text:
        entry.star(0.0) if character == "*" else entry.digit(character, 0.0)
    return entry


@pytest.mark.parametrize(("text", "wish"), [
    ("12", CallCamera(12)), ("12*3", CallCamera(12, 3)), ("7*", CallCamera(7)), ("0012", CallCamera(12)), ("", None),
    ("*3", CallCamera(3)),
])
def test_enter_calls_a_camera(text: str, wish: CallCamera | None) -> None:
    entry = typed(text)
    assert entry.enter() == wish
    assert entry.text == ""


def test_slash_selects_a_tile_only_without_a_star() -> None:
    assert typed("3").slash() == SelectTile(3)
    assert typed("3*4").slash() is None
    assert typed("").slash() is None


def test_an_unfinished_number_is_dropped_after_three_seconds() -> None:
    entry = NumberEntry()
    entry.digit("1", 10.0)
    assert not entry.dropped(12.9)
    entry.digit("2", 12.9)
    assert not entry.dropped(15.8)
    assert entry.dropped(15.9)
    assert entry.text == ""


def test_back_takes_one_key_at_a_time() -> None:
    entry = typed("12*3")
    shown = []
    for _ in range(4):
        entry.back(0.0)
        shown.append(entry.text)
    assert shown == ["12 * ", "12", "1", ""]


@given(st.text(alphabet="0123456789*", max_size=40))
def test_no_entry_grows_or_breaks(text: str) -> None:
    entry = typed(text)
    assert len(entry.text) <= 11
    wish = entry.enter()
    assert wish is None or 0 <= wish.number <= 9999


@pytest.mark.parametrize(("code", "digit"), [
    (Qt.Key.Key_Insert, "0"), (Qt.Key.Key_End, "1"), (Qt.Key.Key_Down, "2"), (Qt.Key.Key_PageDown, "3"),
    (Qt.Key.Key_Left, "4"), (Qt.Key.Key_Clear, "5"), (Qt.Key.Key_Right, "6"), (Qt.Key.Key_Home, "7"),
    (Qt.Key.Key_Up, "8"), (Qt.Key.Key_PageUp, "9"),
])
def test_the_numpad_types_digits_with_numlock_off(code: Qt.Key, digit: str) -> None:
    assert decode(key(code, PAD)) == Press(Act.DIGIT, digit)
    assert decode(key(code, PAD, repeat=True)) is None


@pytest.mark.parametrize(("event", "press"), [
    (key(Qt.Key.Key_7, text="7"), Press(Act.DIGIT, "7")),
    (key(Qt.Key.Key_7, PAD, "7"), Press(Act.DIGIT, "7")),
    (key(Qt.Key.Key_unknown, text="۷"), Press(Act.DIGIT, "7")),
    (key(Qt.Key.Key_7, text="7", repeat=True), None),
    (key(Qt.Key.Key_Left), Press(Act.MOVE, dx=-1)),
    (key(Qt.Key.Key_Down, repeat=True), Press(Act.MOVE, dy=1)),
    (key(Qt.Key.Key_Asterisk, PAD, "*"), Press(Act.STAR)),
    (key(Qt.Key.Key_Slash, PAD, "/"), Press(Act.SLASH)),
    (key(Qt.Key.Key_Enter, PAD), Press(Act.ENTER)),
    (key(Qt.Key.Key_Return), Press(Act.ENTER)),
    (key(Qt.Key.Key_Escape), Press(Act.CLEAR)),
    (key(Qt.Key.Key_Minus, PAD, "-"), Press(Act.PREVIOUS)),
    (key(Qt.Key.Key_Minus, text="-"), None),
    (key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier), None),
    (key(Qt.Key.Key_F5), None),
    (key(Qt.Key.Key_S, text="س"), None),
])
def test_keys_mean_the_same_on_every_keyboard(event: QKeyEvent, press: Press | None) -> None:
    assert decode(event) == press
