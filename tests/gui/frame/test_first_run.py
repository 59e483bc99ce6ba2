"""A new user: the first-run page, the first camera, and the wall in its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from safecity_console.services import camera_csv
from safecity_console.ui.cameras.dialog import CameraDialog
from safecity_console.ui.demo_window import DemoWindow, demo_command
from safecity_console.ui.main_window import MainWindow
from tests.gui.doubles import draft
from tests.gui.frame.conftest import OpenRoom, OpenWindow


def test_an_empty_registry_opens_on_the_first_run_page(window: OpenWindow, room: OpenRoom) -> None:
    shown = window(room())
    assert shown.first_run.isVisible()
    assert not shown.wall_page.isVisible()
    assert shown.focusWidget() is shown.first_run.first_choice


def test_the_first_camera_brings_the_wall(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room()
    shown = window(here)
    here.services.cameras.add(draft(1), None)
    qtbot.waitUntil(lambda: shown.wall_page.isVisible(), timeout=2000)
    here.services.cameras.remove(here.cameras[0].id)
    qtbot.waitUntil(lambda: shown.first_run.isVisible(), timeout=2000)


def test_enter_on_the_first_choice_opens_the_dialog(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room())
    qtbot.keyClick(shown.first_run.first_choice, Qt.Key.Key_Return)
    assert isinstance(shown.desk.open_dialog, CameraDialog)


def test_arrows_walk_between_the_choices(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room())
    first = shown.first_run.first_choice
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = shown.focusWidget()
    assert second is not first
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert shown.focusWidget() is first


def demo_card(shown: MainWindow) -> QPushButton:
    return next(b for b in shown.first_run.findChildren(QPushButton) if "simulated" in b.accessibleName())


def test_the_demo_opens_in_a_process_of_its_own(window: OpenWindow, room: OpenRoom, qtbot: Any, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    script = ("import os, pathlib, sys; p = pathlib.Path(sys.argv[1]); "
              "p.write_text(repr([n for n in os.environ if n.startswith('SAFECITY_')])); sys.stdin.read()")
    monkeypatch.setattr("safecity_console.ui.demo_window.demo_command",
                        lambda: (sys.executable, "-c", script, str(told)))
    monkeypatch.setenv("SAFECITY_DATA", "/somewhere/secret")
    shown = window(room())
    qtbot.mouseClick(demo_card(shown), Qt.MouseButton.LeftButton)
    assert shown.toasts.texts() == ("The simulated district opens in its own window.",)
    qtbot.waitUntil(lambda: told.exists() and told.read_text() == "[]", timeout=10_000)
    process = shown._demo._process
    assert process is not None
    assert process.wait(5) == 0


def test_a_demo_that_cannot_open_is_said(app: QApplication, qtbot: Any, tmp_path: Path) -> None:
    said: list[tuple[str, str]] = []
    for command in ((str(tmp_path / "no-such-program"),), (sys.executable, "-c", "raise SystemExit(3)")):
        parent = QObject()
        demo = DemoWindow(parent, command)
        demo.said.connect(lambda text, kind: said.append((text, kind)))
        demo.open()
        qtbot.waitUntil(lambda: bool(said) and said[-1][1] == "warning", timeout=10_000)
        assert "could not be opened" in said[-1][0]
        said.clear()


def test_one_demo_at_a_time(app: QApplication, qtbot: Any, tmp_path: Path) -> None:
    said: list[str] = []
    parent = QObject()
    demo = DemoWindow(parent, (sys.executable, "-c", "import time; time.sleep(60)"))
    demo.said.connect(lambda text, _kind: said.append(text))
    demo.open()
    process = demo._process
    assert process is not None
    demo.open()
    assert demo._process is process
    assert said[-1].startswith("The simulated district is open already")
    process.kill()
    process.wait(5)


def test_the_demos_command_is_this_program() -> None:
    assert demo_command() == (sys.executable, "-m", "safecity_console", "demo")


def test_enter_presses_the_example(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room())
    example = next(b for b in shown.first_run.findChildren(QPushButton) if "example" in b.text())
    with qtbot.waitSignal(shown.first_run.example_wanted, timeout=1000):
        shown.first_run.example_wanted.disconnect(shown.desk.choose_example)
        qtbot.keyClick(example, Qt.Key.Key_Return)


def test_the_example_is_a_file_the_import_takes(window: OpenWindow, room: OpenRoom, tmp_path: Path) -> None:
    here = room()
    shown = window(here)
    file = tmp_path / "example.csv"
    shown.desk.write(file, camera_csv.write(()))
    assert "Saved as" in shown.toasts.texts()[0]
    report = here.services.cameras.import_csv(file, dry_run=True)
    assert report.refused == ()
    assert report.added == ()


def test_a_folder_that_cannot_be_written_is_said(window: OpenWindow, room: OpenRoom, tmp_path: Path) -> None:
    shown = window(room())
    shown.desk.write(tmp_path / "no" / "such" / "folder.csv", "x")
    assert shown.toasts.texts() == ("The file cannot be written there.",)
