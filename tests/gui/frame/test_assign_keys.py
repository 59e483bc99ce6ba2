"""Other keys for commands: the dialog, the recorder, and that a change counts at once everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from safecity_console.domain.command import COMMANDS
from safecity_console.ui.key_sheet import KeySheet
from safecity_console.ui.keys.assign import AssignKeys
from safecity_console.ui.keys.row import KeyRow
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.physical_keys import physical_sequence, pressed_text
from safecity_console.ui.widgets.question import Question
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT, KEYPAD = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
                      Qt.KeyboardModifier.KeypadModifier)


@pytest.fixture
def here(room: OpenRoom) -> Room:
    made = room((1, 2, 3))
    made.live(1, 2)
    return made


@pytest.fixture
def shown(here: Room, window: OpenWindow) -> MainWindow:
    return window(here)


@pytest.fixture
def dialog(shown: MainWindow, qtbot: Any) -> AssignKeys:
    shown.settings_page.command_wanted.emit("keys.assign")
    made = shown.findChild(AssignKeys)
    assert made is not None
    qtbot.waitExposed(made)
    return made


def press(row: KeyRow, qtbot: Any, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    row.recorder.click()
    assert row.recorder.isChecked()
    qtbot.keyClick(row.recorder, key, modifiers)


def caps(row: KeyRow) -> list[str]:
    found = [b.text() for b in row.findChildren(QPushButton) if b.property("kind") == "keycap" and not b.isHidden()]
    return [text.strip("\u2066\u2069") for text in found]


def sentence(row: KeyRow) -> str:
    shown = row._trouble.isVisibleTo(row)
    text = row._sentence.text() if shown else ""
    return "".join(c for c in text if ord(c) not in range(0x2066, 0x206A))


def test_every_command_has_a_row(dialog: AssignKeys) -> None:
    assert list(dialog.rows) == [command.id for command in COMMANDS]
    assert caps(dialog.rows["wall.snapshot"]) == ["F4"]
    assert caps(dialog.rows["help.keys"]) == [], "F1 is not to be taken away"


def test_a_pressed_key_is_given_at_once_everywhere(dialog: AssignKeys, shown: MainWindow, here: Room,
                                                   qtbot: Any) -> None:
    row = dialog.rows["wall.snapshot"]
    press(row, qtbot, Qt.Key.Key_B, CONTROL)
    qtbot.waitUntil(lambda: caps(row) == ["F4", "Ctrl+B"], timeout=2000)
    assert here.services.keys.keys_of("wall.snapshot") == ("F4", "Ctrl+B")
    shortcuts = [s.toString() for s in shown.actions_of_table.action("wall.snapshot").shortcuts()]
    assert shortcuts == ["F4", "Ctrl+B"]
    press(dialog.rows["wall.expand"], qtbot, Qt.Key.Key_B)
    assert here.services.keys.owner_of("B") == "wall.expand", "a letter is a second way"
    dialog.accept()
    sheet = KeySheet(shown, here.services.keys, "wall")
    qtbot.addWidget(sheet)
    texts = [label.text().strip("\u2066\u2069") for label in sheet.findChildren(QLabel)]
    assert "F4 · Ctrl+B" in texts
    here.services.keys.remove("wall.snapshot", "F4")
    menu = shown.wall_page.view.menu()
    assert any(action.text().endswith("\tCtrl+B") for action in menu.actions())


def test_a_taken_key_says_who_has_it_and_moves_only_when_told(dialog: AssignKeys, here: Room, qtbot: Any) -> None:
    row, owner = dialog.rows["wall.snapshot"], dialog.rows["wall.what_works"]
    press(row, qtbot, Qt.Key.Key_F5)
    assert sentence(row) == "F5 belongs to “What works / all places”."
    assert here.services.keys.owner_of("F5") == "wall.what_works"
    row.keep_there.click()
    assert sentence(row) == ""
    press(row, qtbot, Qt.Key.Key_F5)
    row.move_here.click()
    qtbot.waitUntil(lambda: caps(owner) == [], timeout=2000)
    qtbot.waitUntil(lambda: caps(row) == ["F4", "F5"], timeout=2000)
    owner.reset.click()
    assert sentence(owner) == "F5 stays with “Snapshot”."


@pytest.mark.parametrize(("key", "modifiers", "said"), [
    (Qt.Key.Key_5, NONE, "Digits call cameras to the wall."),
    (Qt.Key.Key_Return, NONE, "The wall itself uses Return."),
    (Qt.Key.Key_F1, NONE, "F1 and ? always show the keys."),
    (Qt.Key.Key_Tab, NONE, "Tab goes from field to field."),
    (Qt.Key.Key_Home, NONE, "The number pad sends Home while NumLock is off."),
])
def test_reserved_keys_are_refused_with_a_reason(dialog: AssignKeys, here: Room, qtbot: Any, key: Qt.Key,
                                                 modifiers: Qt.KeyboardModifier, said: str) -> None:
    row = dialog.rows["wall.snapshot"]
    press(row, qtbot, key, modifiers)
    assert sentence(row) == said
    assert not here.services.keys.any_own()


def test_escape_and_another_place_stop_hearing(dialog: AssignKeys, here: Room, qtbot: Any) -> None:
    row = dialog.rows["wall.snapshot"]
    press(row, qtbot, Qt.Key.Key_Escape)
    assert not row.recorder.isChecked()
    assert dialog.isVisible(), "Esc only stopped hearing"
    row.recorder.click()
    qtbot.keyClick(row.recorder, Qt.Key.Key_Control, CONTROL)
    assert row.recorder.isChecked(), "a modifier alone is no key"
    dialog.search.setFocus()
    qtbot.waitUntil(lambda: not row.recorder.isChecked(), timeout=2000)
    assert not here.services.keys.any_own()


def test_one_and_all_are_reset(dialog: AssignKeys, here: Room, qtbot: Any) -> None:
    row = dialog.rows["wall.snapshot"]
    assert not row.reset.isEnabled()
    press(row, qtbot, Qt.Key.Key_F9)
    qtbot.waitUntil(row.reset.isEnabled, timeout=2000)
    row.reset.click()
    qtbot.waitUntil(lambda: caps(row) == ["F4"], timeout=2000)
    press(row, qtbot, Qt.Key.Key_F9)
    press(dialog.rows["wall.expand"], qtbot, Qt.Key.Key_F10)
    qtbot.waitUntil(dialog.reset_all.isEnabled, timeout=2000)
    dialog.reset_all.click()
    question = dialog.findChild(Question)
    assert question is not None
    question.go.click()
    qtbot.waitUntil(lambda: caps(row) == ["F4"] and not dialog.reset_all.isEnabled(), timeout=2000)
    assert not here.services.keys.any_own()


def test_a_command_is_found_by_its_words_and_its_key(dialog: AssignKeys, qtbot: Any) -> None:
    qtbot.keyClicks(dialog.search, "snapshot")
    assert [c for c, row in dialog.rows.items() if not row.isHidden()] == ["wall.snapshot"]
    dialog.search.setText("ctrl+f5")
    assert [c for c, row in dialog.rows.items() if not row.isHidden()] == ["wall.retry"]


def arrived(key: int, scan: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "", virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize(("event", "platform", "wanted"), [
    (arrived(0x06A9, 45), "xcb", "K"),
    (arrived(0x06A9, 45), "wayland", "K"),
    (arrived(0x06A9, 37), "windows", "K"),
    (arrived(0x06A9, 0, virtual=0x4B), "windows", "K"),
    (arrived(0x062E, 45, SHIFT), "xcb", "Shift+K"),
    (arrived(0x06A9, 45, ALT), "xcb", "Alt+K"),
    (arrived(0x06A9, 45, CONTROL | ALT), "xcb", "Ctrl+Alt+K"),
    (arrived(0x061F, 61, SHIFT), "xcb", "?"),
    (arrived(0x06F1, 10, CONTROL), "xcb", "Ctrl+1"),
    (arrived(0x06D4, 60), "xcb", "."),
    (arrived(int(Qt.Key.Key_K), 45), "xcb", ""),
    (arrived(int(Qt.Key.Key_F5), 71), "xcb", ""),
    (arrived(int(Qt.Key.Key_Home), 79, KEYPAD), "xcb", ""),
    (arrived(0x06A9, 45, Qt.KeyboardModifier.GroupSwitchModifier), "xcb", ""),
])
def test_keys_are_read_by_place(event: QKeyEvent, platform: str, wanted: str) -> None:
    assert physical_sequence(event, platform) == wanted


def test_a_modifier_alone_is_no_key_and_latin_letters_are_themselves() -> None:
    assert pressed_text(arrived(int(Qt.Key.Key_Shift), 50, SHIFT)) == ""
    assert pressed_text(arrived(int(Qt.Key.Key_K), 45, CONTROL, "k")) == "Ctrl+K"


def test_an_assigned_letter_is_heard_under_the_urdu_layout(shown: MainWindow, here: Room, qtbot: Any) -> None:
    here.services.keys.add("wall.next_layout", "B")
    qtbot.waitUntil(lambda: len(shown.actions_of_table.action("wall.next_layout").shortcuts()) == 2, timeout=2000)
    wanted: list[str] = []
    shown.actions_of_table.wanted.connect(wanted.append)
    view = shown.wall_page.view
    view.take_focus()
    QApplication.sendEvent(view, arrived(0x0628, 56, NONE, "ب"))
    assert wanted == ["wall.next_layout"]
    held = QKeyEvent(QEvent.Type.KeyPress, 0x0628, NONE, 56, 0, 0, "ب", True)
    QApplication.sendEvent(view, held)
    assert wanted == ["wall.next_layout"], "held down counts once"
    line = shown.wall_page.list.search
    line.setFocus()
    QApplication.sendEvent(line, arrived(0x0628, 56, NONE, "ب"))
    assert line.text() == "ب"
    assert wanted == ["wall.next_layout"], "typing is typing"
    row = AssignKeys(shown._screen, shown).rows["wall.snapshot"]
    row.recorder.setChecked(True)
    QApplication.sendEvent(row.recorder, arrived(0x06A9, 45, CONTROL, "ک"))
    assert here.services.keys.owner_of("Ctrl+K") == "find.anything"
    assert "Find anything" in sentence(row)


def test_the_sheet_begins_with_this_page(shown: MainWindow, here: Room, qtbot: Any) -> None:
    for page, first in (("wall", "Click a tile"), ("cameras", "All cameras"), ("settings", "Every change")):
        sheet = KeySheet(shown, here.services.keys, page)
        qtbot.addWidget(sheet)
        texts = [label.text() for label in sheet.findChildren(QLabel)]
        assert any(text.startswith(first) for text in texts)
        assert sorted(sheet.titles)[0]
    with qtbot.waitSignal(sheet.assign_wanted):
        next(b for b in sheet.findChildren(QPushButton) if b.text() == "Assign keys…").click()
