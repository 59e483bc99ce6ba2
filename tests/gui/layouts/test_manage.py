"""Walls and layouts: order, names, whose wall, files there and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from safecity_console.domain.grid_edit import plain_grid
from safecity_console.domain.wall import filled_wall
from safecity_console.ui.layouts.import_preview import WallImport
from safecity_console.ui.layouts.manage import WallsDialog
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.widgets.name_dialog import NameDialog
from safecity_console.ui.widgets.question import Question
from tests.gui.doubles import Room


@pytest.fixture
def desk_room(room: Callable[..., Room]) -> Room:
    made = room(range(1, 7))
    ids = [c.id for c in made.cameras]
    for name in ("Alpha", "Beta", "Gamma"):
        made.services.walls.save(name, filled_wall("4", ids))
    made.services.layouts.save("Gate", plain_grid(3, 1))
    made.services.layouts.save("Yard", plain_grid(1, 3))
    return made


@pytest.fixture
def shown(desk_room: Room, window: Callable[..., MainWindow]) -> MainWindow:
    return window(desk_room)


@pytest.fixture
def dialog(shown: MainWindow, qtbot: QtBot) -> Any:
    shown.run("wall.manage")
    made = shown.wall_page.desk.open_dialog
    assert isinstance(made, WallsDialog)
    qtbot.waitUntil(made.isVisible, timeout=2000)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=2000)
    yield made
    if shown.wall_page.desk.open_dialog is made:
        made.reject()


def names(dialog: WallsDialog) -> list[str]:
    return [dialog.walls.list.item(at).text().split("\n")[0] for at in range(dialog.walls.list.count())]


def test_rows_are_moved_with_buttons_keys_and_by_dragging(
    desk_room: Room, dialog: WallsDialog, qtbot: QtBot
) -> None:
    dialog.walls.list.setCurrentRow(0)
    dialog.walls.down.click()
    assert names(dialog) == ["Beta", "Alpha", "Gamma"] == [w.name for w in desk_room.services.walls.saved()]
    assert dialog.walls.list.currentRow() == 1
    dialog.walls.list.setFocus()
    qtbot.keyClick(dialog.walls.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(dialog) == ["Beta", "Gamma", "Alpha"]
    assert not dialog.walls.down.isEnabled()
    model, root = dialog.walls.list.model(), dialog.walls.list.rootIndex()
    assert model.moveRow(root, 0, root, 3)
    assert names(dialog) == ["Gamma", "Alpha", "Beta"] == [w.name for w in desk_room.services.walls.saved()]
    dialog.layouts.list.setCurrentRow(1)
    dialog.layouts.up.click()
    assert [own.name for own in desk_room.services.layouts.own()] == ["Yard", "Gate"]


def test_names_are_changed_and_a_taken_one_is_refused(desk_room: Room, dialog: WallsDialog) -> None:
    dialog.walls.list.setCurrentRow(0)
    dialog.walls.rename.click()
    ask = dialog.findChild(NameDialog)
    ask.findChild(QLineEdit).setText("beta")
    ask.go.click()
    assert "Another wall" in ask.field.refusal
    ask.findChild(QLineEdit).setText("Morning")
    ask.go.click()
    assert "Morning" in names(dialog)
    dialog.layouts.list.setCurrentRow(0)
    dialog.layouts.rename_wanted.emit(dialog.layouts.chosen())
    ask = dialog.findChildren(NameDialog)[-1]
    ask.findChild(QLineEdit).setText("Yard")
    ask.go.click()
    assert "Another layout" in ask.field.refusal
    ask.reject()


def test_nothing_is_deleted_without_a_sentence(desk_room: Room, dialog: WallsDialog, qtbot: QtBot) -> None:
    dialog.walls.list.setCurrentRow(1)
    qtbot.keyClick(dialog.walls.list, Qt.Key.Key_Delete)
    question = dialog.findChild(Question)
    assert "Beta" in question.accessibleDescription()
    question.leave.click()
    assert len(names(dialog)) == 3
    qtbot.waitUntil(lambda: dialog.findChild(Question) is None, timeout=2000)
    dialog.walls.delete.click()
    dialog.findChild(Question).go.click()
    assert names(dialog) == ["Alpha", "Gamma"]
    qtbot.waitUntil(lambda: dialog.findChild(Question) is None, timeout=2000)
    dialog.layouts.list.setCurrentRow(0)
    dialog.layouts.delete.click()
    dialog.findChild(Question).go.click()
    assert [own.name for own in desk_room.services.layouts.own()] == ["Yard"]


def test_the_officers_wall_is_set_and_shown(desk_room: Room, shown: MainWindow, dialog: WallsDialog) -> None:
    dialog.walls.list.setCurrentRow(2)
    dialog.mine.click()
    assert desk_room.services.walls.default() == desk_room.services.walls.saved()[2]
    assert "★" in dialog.walls.list.item(2).text()
    assert "No longer" in dialog.mine.text()
    shown.run("wall.home")
    assert shown.wall_page.view.controller.wall_name == "Gamma"
    dialog.mine.click()
    assert desk_room.services.walls.default() is None
    dialog.walls.list.setCurrentRow(0)
    dialog.show_wall.click()
    assert shown.wall_page.view.controller.wall_name == "Alpha"
    assert shown.wall_page.desk.open_dialog is None


def test_a_file_goes_out_and_comes_in(
    desk_room: Room, shown: MainWindow, dialog: WallsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    file, desk, services = tmp_path / "walls.json", shown.wall_page.desk, desk_room.services
    desk.export(file, dialog)
    assert "walls.json" in dialog.note.text()
    assert "rtsp" not in file.read_text(encoding="utf-8")
    content = json.loads(file.read_text(encoding="utf-8"))
    content["walls"][0]["cameras"][1]["number"] = 77
    content["walls"][1]["name"] = "Delta"
    file.write_text(json.dumps(content), encoding="utf-8")
    for saved in services.walls.saved():
        services.walls.delete(saved.id)
    services.layouts.delete(services.layouts.own()[1].id)
    desk.preview(file, dialog)
    qtbot.waitUntil(lambda: dialog.findChild(WallImport) is not None, timeout=5000)
    preview = dialog.findChild(WallImport)
    texts = [preview.list.item(at).text() for at in range(preview.list.count())]
    assert "Takes the place" in texts[0]
    assert "new here" in texts[1]
    assert "77" in texts[2]
    assert "77" not in texts[3]
    preview.list.item(4).setCheckState(Qt.CheckState.Unchecked)
    assert "4" in preview.go.text()
    assert services.walls.saved() == ()
    preview.go.click()
    assert sorted(w.name for w in services.walls.saved()) == ["Alpha", "Delta"]
    alpha = next(w for w in services.walls.saved() if w.name == "Alpha")
    assert alpha.wall.tiles[1] is None
    assert alpha.wall.tiles[0] == desk_room.camera(1).id
    assert sorted(own.name for own in services.layouts.own()) == ["Gate", "Yard"]
    assert "4" in dialog.note.text()


@pytest.mark.parametrize(("spoil", "line"), [
    (lambda text: text.replace('"tile": 2', '"tile": 99', 1), "\u206617\u2069"),
    (lambda text: text[: len(text) // 2], "Line"), (lambda text: "[" * 5000, "\u20661\u2069"),
    (lambda text: "", "\u20661\u2069"),
    (lambda text: text.replace("Alpha", "Al\u202epha", 1), "\u206610\u2069"),
])
def test_a_corrupt_file_is_refused_with_its_line(
    desk_room: Room, shown: MainWindow, dialog: WallsDialog, qtbot: QtBot, tmp_path: Path,
    spoil: Callable[[str], str], line: str,
) -> None:
    file, desk = tmp_path / "walls.json", shown.wall_page.desk
    desk.export(file, dialog)
    file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")
    dialog.tell("")
    desk.preview(file, dialog)
    qtbot.waitUntil(lambda: bool(dialog.note.text()), timeout=5000)
    assert dialog.note.text().startswith("Nothing was taken")
    assert line in dialog.note.text()
    assert dialog.findChild(WallImport) is None


def test_a_file_that_cannot_be_written_or_read_is_said(
    shown: MainWindow, dialog: WallsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.wall_page.desk.export(tmp_path, dialog)
    assert "cannot be written" in dialog.note.text()
    dialog.tell("")
    shown.wall_page.desk.preview(tmp_path / "none.json", dialog)
    qtbot.waitUntil(lambda: "cannot be read" in dialog.note.text(), timeout=5000)


def test_empty_lists_say_what_fills_them(
    room: Callable[..., Room], window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    shown = window(room(range(1, 3)))
    shown.run("wall.manage")
    dialog = shown.wall_page.desk.open_dialog
    assert isinstance(dialog, WallsDialog)
    assert not dialog.walls.list.isVisible()
    assert not dialog.export.isEnabled()
    assert not dialog.walls.rename.isEnabled()
    assert not dialog.mine.isEnabled()
    dialog.reject()
