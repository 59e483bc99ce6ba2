"""Toasts stand at full height, the newest on top, and never more than three."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from safecity_console.ui.theme import DARK
from safecity_console.ui.toast import MOST, Toasts

LONG = "The file cannot be written there, and this sentence is so long that it takes more than one line of a toast."


def cards(toasts: Toasts) -> list[QFrame]:
    shown = [c for c in toasts.findChildren(QFrame) if c.accessibleName() and c.isVisible()]
    return sorted(shown, key=lambda c: c.y())


def test_several_at_once_keep_their_height(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    toasts = Toasts(window, DARK)
    for text in ("One.", "Two.", LONG, "Four.", "Two."):
        toasts.say(text, "warning")
    assert toasts.texts() == (LONG, "Four.", "Two.")
    shown = cards(toasts)
    assert [c.accessibleName() for c in shown] == ["Two.", "Four.", LONG]
    assert len(shown) == MOST
    assert all(c.height() >= 34 for c in shown)
    assert shown[2].height() > shown[1].height()
    assert all(a.geometry().bottom() < b.geometry().top() for a, b in pairwise(shown))
    assert toasts.rect().contains(shown[2].geometry())
    assert toasts.geometry().bottom() < window.height() // 2
