"""The desk itself works: a small program on it gets keys, is seen, is read by a screen reader and is asked to close."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.desk import wait_for

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("A small window")
window.setStyleSheet("background: #ff0000")
field = QLineEdit(accessibleName="Number")
QVBoxLayout(window).addWidget(field)
field.returnPressed.connect(lambda: open(sys.argv[1], "w").write(field.text()))
window.resize(300, 200)
window.show()
sys.exit(app.exec())
"""


def test_hands_eyes_and_ears(on_desk: Start, tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = on_desk(command=[sys.executable, "-c", WINDOW, str(told)])
    window = program.window("A small window")
    program.activate(window)
    assert program.find("text", "^Number$").width > 50

    program.type("12")
    assert wait_for(lambda: [w for w in program.widgets() if w.name == "Number" and w.text == "12"], "the typed text")
    program.keys("Return")
    wait_for(told.exists, "the key Return to arrive")
    assert told.read_text() == "12"

    assert program.display is not None
    picture = program.display.picture()
    assert picture.shape == (1080, 1920, 3)
    assert (picture[:, :, 2] == 255).sum() > 20_000

    program.close_window(window)
    assert program.wait(5.0) == 0
    program.said_nothing_wrong()


def test_a_crash_is_heard(on_desk: Start) -> None:
    program = on_desk(command=[sys.executable, "-c", "1 / 0"])
    assert program.wait(10.0) == 1
    with pytest.raises(AssertionError, match="Traceback"):
        program.said_nothing_wrong()
    with pytest.raises(AssertionError, match="ended with 1"):
        program.window("never")
