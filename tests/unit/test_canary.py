"""The canary: this interpreter and this Qt must not lose references to None, and the known bad pair is refused.

A lost reference goes unnoticed until the process aborts, so this counts instead of waiting.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import PySide6
import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from safecity_console import app
from safecity_console.core.platform_guard import refuse_bad_pair

CALLS = 500
NOISE = 60  # caches filled by the way move the count by a few; the bad pair loses one a call


class _Painted(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(4, 12, str(self.paints))
        painter.end()
        self.paints += 1


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12: its count does not move")
@pytest.mark.parametrize("work", ["update", "repaint", "focus_widget"])
def test_qt_does_not_steal_none(qtbot: QtBot, work: str) -> None:
    widget = _Painted()
    qtbot.addWidget(widget)
    widget.resize(80, 40)
    with qtbot.waitExposed(widget):
        widget.show()
    call = {"update": widget.update, "repaint": widget.repaint, "focus_widget": widget.focusWidget}[work]
    call()
    painted_before = widget.paints
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    lost = before - sys.getrefcount(None)
    assert lost < NOISE, f"{lost} references to None lost over {CALLS} x {work}: the process would abort"
    if work == "repaint":
        assert widget.paints - painted_before >= CALLS


@pytest.mark.parametrize(
    ("python", "pyside", "code"),
    [
        ((3, 11, 2), "6.12.0", "pyside_steals_none"),
        ((3, 11, 7), "6.12.1", "pyside_steals_none"),
        ((3, 11, 2), "6.13.0a1", "pyside_steals_none"),
        ((3, 11, 2), "7.0.0", "pyside_steals_none"),
        ((3, 11, 2), "unheard-of", "pyside_version_unknown"),
        ((3, 11, 2), "6.11.3", None),
        ((3, 12, 0), "6.12.0", None),
        ((3, 13, 0), "6.12.0", None),
    ],
)
def test_the_guard_refuses_only_the_bad_pairs(python: tuple[int, ...], pyside: str, code: str | None) -> None:
    assert refuse_bad_pair(python, pyside) == code


def test_the_installed_pair_may_start() -> None:
    assert refuse_bad_pair(sys.version_info[:3], PySide6.__version__) is None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="no pair is refused from Python 3.12")
def test_the_program_refuses_to_start_on_the_bad_pair(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], expect_errors: Callable[..., object]
) -> None:
    monkeypatch.setattr(PySide6, "__version__", "6.12.0")
    expect_errors("qt_refused")

    def never() -> app.OpenConsole:
        raise AssertionError("services were built beside a Qt that was refused")

    assert app.run_console(never) == 1
    assert "6.12" in capsys.readouterr().err
