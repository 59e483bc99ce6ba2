"""Start and stop: services built beside Qt, failures in one sentence, crashes written without secrets, pages as
pictures."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox

from safecity_console import app as program
from safecity_console.core.clock import ManualClock
from safecity_console.core.secrets import Secret
from safecity_console.core.timesync import SyncState, judge, read_time_sync
from safecity_console.domain.errors import DatabaseTooNew
from safecity_console.ui.crash import CrashHook
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.theme import DARK, LIGHT
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom

SECRET = "hunter-2-of-the-tests"


class HandConsole:
    """What wiring would build, over a room."""

    def __init__(self, room: Room) -> None:
        self.services = room.services
        self.calls: list[str] = []

    def watch(self) -> None:
        self.calls.append("watch")

    def close(self) -> None:
        self.calls.append("close")


def main_window() -> MainWindow | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)


def when_shown(do: Callable[[MainWindow], None]) -> QTimer:
    """Do something with the window once it is there."""
    timer = QTimer()

    def look() -> None:
        shown = main_window()
        if shown is not None:
            timer.stop()
            do(shown)

    timer.timeout.connect(look)
    timer.start(30)
    return timer


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    assert (sys.excepthook, threading.excepthook) == before, "the hooks were not put back"


def test_the_console_opens_watches_and_closes(app: QApplication, room: OpenRoom, hooks: None) -> None:
    console = HandConsole(room((1,)))
    timer = when_shown(lambda shown: QTimer.singleShot(100, shown.close) and None)
    assert program.run_console(lambda: console) == 0
    timer.stop()
    assert console.calls == ["watch", "close"]


def test_a_signal_closes_it_in_order(app: QApplication, room: OpenRoom, hooks: None) -> None:
    console = HandConsole(room((1,)))
    timer = when_shown(lambda _shown: os.kill(os.getpid(), signal.SIGTERM))
    assert program.run_console(lambda: console) == 0
    timer.stop()
    assert console.calls == ["watch", "close"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_console_that_cannot_open_says_why(app: QApplication, capsys: pytest.CaptureFixture[str],
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()) or 0)

    def refuse() -> HandConsole:
        raise DatabaseTooNew(9, 3)

    assert program.run_console(refuse) == 1
    assert "newer console" in said[0]
    assert "newer console" in capsys.readouterr().err


def test_a_bad_pair_of_python_and_qt_is_refused(monkeypatch: pytest.MonkeyPatch, expect_errors: Any,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    expect_errors("qt_refused")
    monkeypatch.setattr(program, "refuse_bad_pair", lambda _python, _qt: "pyside_steals_none")
    built: list[int] = []
    assert program.run_console(lambda: built.append(1) or HandConsole(None)) == 1  # type: ignore[arg-type]
    assert built == []
    assert "PySide6" in capsys.readouterr().err


def test_a_bug_is_written_down_without_secrets_and_the_console_lives(
    app: QApplication, room: OpenRoom, hooks: None, expect_errors: Any, capture_none: None
) -> None:
    expect_errors("unexpected_failure")
    here = room((1,))
    here.services.officers.begin("A-001", "Sajid Mahmood", Secret("corridor lamp nine"))
    here.services.access.sign_in("A-001", Secret("corridor lamp nine"))  # a shut gate shows no message
    console = HandConsole(here)
    toasts: list[tuple[str, ...]] = []

    def fail(shown: MainWindow) -> None:
        def boom() -> None:
            raise RuntimeError(f"rtsp://admin:{SECRET}@10.0.0.1/x failed")

        QTimer.singleShot(0, boom)
        QTimer.singleShot(200, lambda: toasts.append(shown.toasts.texts()))
        QTimer.singleShot(250, shown.close)

    timer = when_shown(fail)
    assert program.run_console(lambda: console) == 0
    timer.stop()
    files = list(here.services.paths.logs.glob("crash-*.txt"))
    assert len(files) == 1
    text = files[0].read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert SECRET not in text
    assert "it goes on" in toasts[0][0]


@pytest.fixture
def capture_none(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let this test's own exception reach the program's hook instead of pytest-qt's."""
    request.node.add_marker(pytest.mark.qt_no_exception_capture)


def test_crash_files_are_few(tmp_path: Path, expect_errors: Any) -> None:
    expect_errors("unexpected_failure")
    hook = CrashHook(tmp_path, ManualClock())
    for _ in range(30):
        hook.caught(RuntimeError, RuntimeError("again"), None)
    hook.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(list(tmp_path.iterdir())) == 20


@pytest.mark.parametrize(("theme", "lang", "x", "color"), [("dark", "en", 360, DARK.window),
                                                         ("light", "ur", 100, LIGHT.window)])
def test_a_page_becomes_a_picture(app: QApplication, room: OpenRoom, tmp_path: Path, theme: str, lang: str, x: int,
                                  color: str) -> None:
    here = room((1, 2))
    out = tmp_path / "page.png"
    program.render_page(here.services, "settings", (1366, 768), 0.1, theme, lang, out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1366, 768)
    assert image.pixelColor(x, 400).name() == color, "beside the cards"
    assert here.services.settings.text("screen.theme") == "dark", "a picture changes no setting"


def test_a_picture_that_cannot_be_written_is_an_error(app: QApplication, room: OpenRoom, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=re.escape("x.png")):
        program.render_page(room((1,)).services, "wall", (1024, 640), 0.0, "", "", tmp_path / "none" / "x.png")


@pytest.mark.parametrize(("answer", "status", "state"), [(0, 0x2001, SyncState.HELD), (5, 0, SyncState.NOT_HELD),
                                                         (0, 0x40, SyncState.NOT_HELD)])
def test_the_kernels_word_on_the_clock(answer: int, status: int, state: SyncState) -> None:
    assert judge(answer, status, 4000).state is state
    assert judge(0, 0x2001, 4000).error_ms == 4.0
    assert read_time_sync().state in SyncState
