"""A deed off the GUI thread ends with exactly one outcome, also where the world or a bug stops it."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from safecity_console.domain.errors import Refused
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.physical_keys import physical_sequence
from safecity_console.ui.refusals import outcome_sentence
from tests.gui.frame.conftest import OpenRoom, OpenWindow


def outcome_of(deed: Background, qtbot: Any) -> object:
    with qtbot.waitSignal(deed.ended, timeout=3000) as heard:
        deed.start()
    assert deed.wait(3.0)
    return heard.args[0]


def test_the_result_comes_back(app: QApplication, qtbot: Any) -> None:
    ran: list[int] = []
    outcome = outcome_of(Background("deed", lambda: ran.append(threading.get_ident()) or "done"), qtbot)
    assert outcome == "done"
    assert ran[0] != threading.get_ident()


def test_a_refusal_comes_back_as_itself(app: QApplication, qtbot: Any) -> None:
    def refuse() -> None:
        raise Refused("number_taken")

    outcome = outcome_of(Background("deed", refuse), qtbot)
    assert outcome_sentence(outcome) == "Another camera already has this number."


def test_a_bug_ends_it_too(app: QApplication, qtbot: Any, expect_errors: Any) -> None:
    expect_errors("worker_crashed")

    def fail() -> None:
        raise RuntimeError("bug")

    outcome = outcome_of(Background("deed", fail), qtbot)
    assert outcome is Unfinished.UNFINISHED
    assert outcome_sentence(outcome) == "This did not work; nothing was changed."


def press(key: int, scan: int, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("key", "scan", "platform", "sequence"),
    [
        (0x06A9, 45, "xcb", "Ctrl+K"),
        (0x06A9, 37, "windows", "Ctrl+K"),
        (0x0642, 24, "xcb", "Ctrl+Q"),
        (int(Qt.Key.Key_K), 45, "xcb", ""),
        (0x06A9, 200, "xcb", ""),
    ],
)
def test_letters_are_read_by_place(key: int, scan: int, platform: str, sequence: str) -> None:
    assert physical_sequence(press(key, scan), platform) == sequence


def test_the_urdu_layout_reaches_a_letter_command(app: QApplication, window: OpenWindow, room: OpenRoom) -> None:
    shown = window(room((1,)))
    wanted: list[str] = []
    shown.actions_of_table.wanted.connect(wanted.append)
    app.sendEvent(shown, press(0x0641, 41, "ف"))  # the F key: ف
    assert wanted == ["wall.find"]
