"""A new user: the first-run page, the first camera, and the wall in its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from safecity_console.services import camera_csv
from safecity_console.ui.cameras.dialog import CameraDialog
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


def test_the_demo_choice_explains_itself(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room())
    demo = next(b for b in shown.first_run.findChildren(QPushButton) if "simulated" in b.accessibleName())
    assert not shown.first_run._demo.isVisible()
    qtbot.mouseClick(demo, Qt.MouseButton.LeftButton)
    assert shown.first_run._demo.isVisible()
    assert "make demo" in shown.first_run._demo.text()


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
