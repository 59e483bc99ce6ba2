"""The layout editor by hand: pointer, keys, buttons, what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from safecity_console.domain.grid_edit import grid_of_layout, plain_grid
from safecity_console.ui.layouts.editor import LayoutEditor
from safecity_console.ui.layouts.manage import WallsDialog
from safecity_console.ui.main_window import MainWindow
from tests.gui.doubles import Room

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk_room(room: Callable[..., Room]) -> Room:
    return room(range(1, 13))


@pytest.fixture
def shown(desk_room: Room, window: Callable[..., MainWindow]) -> MainWindow:
    made = window(desk_room)
    made.wall_page.view.controller.set_layout("4")
    return made


@pytest.fixture
def editor(shown: MainWindow, qtbot: QtBot) -> Any:
    shown.run("wall.edit_layout")
    dialog = shown.wall_page.desk.open_dialog
    assert isinstance(dialog, LayoutEditor)
    qtbot.waitUntil(dialog.isVisible, timeout=2000)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=2000)
    yield dialog
    for _ in range(2):
        if shown.wall_page.desk.open_dialog is dialog:
            dialog.reject()


def move(editor: LayoutEditor, to: QPoint, buttons: Any = LEFT) -> None:
    """Move the pointer by an event: the offscreen screen is smaller than the window, whose edge stops a pointer."""
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), editor.canvas.mapToGlobal(QPointF(to)),
                        Qt.MouseButton.NoButton, buttons, NONE)
    QApplication.sendEvent(editor.canvas, event)


def pull(qtbot: QtBot, editor: LayoutEditor, start: QPoint, end: QPoint, modifier: Any = NONE) -> None:
    canvas = editor.canvas
    qtbot.mousePress(canvas, LEFT, modifier, start)
    move(editor, (start + end) / 2)
    move(editor, end)
    qtbot.mouseRelease(canvas, LEFT, modifier, end)


def test_an_edge_is_pulled_and_the_neighbour_follows(editor: LayoutEditor, qtbot: QtBot) -> None:
    area, first = editor.canvas.area(), editor.canvas.rects()[0]
    start = QPoint(area.center().x(), first.center().y())
    move(editor, start, Qt.MouseButton.NoButton)
    assert editor.canvas.cursor().shape() is Qt.CursorShape.SplitHCursor
    pull(qtbot, editor, start, QPoint(area.left() + area.width() * 3 // 4, first.center().y()))
    text = editor.drawing.grid.text
    assert text == "g4x2:0.0.3.1,3.0.1.1,0.1.2.1,2.1.2.1"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.drawing.grid == plain_grid(2, 2)
    qtbot.keyClick(editor, Qt.Key.Key_Y, CTRL)
    assert editor.drawing.grid.text == text


def test_with_shift_the_whole_line_moves(editor: LayoutEditor, qtbot: QtBot) -> None:
    area, first = editor.canvas.area(), editor.canvas.rects()[0]
    start = QPoint(area.center().x(), first.center().y())
    pull(qtbot, editor, start, QPoint(area.left() + area.width() // 4, start.y()), SHIFT)
    assert editor.drawing.grid.text == "g4x2:0.0.1.1,1.0.3.1,0.1.1.1,1.1.3.1"


def test_a_level_edge_has_its_own_cursor_and_stops_before_a_tile_vanishes(editor: LayoutEditor, qtbot: QtBot) -> None:
    area, first = editor.canvas.area(), editor.canvas.rects()[0]
    start = QPoint(first.center().x(), area.center().y())
    move(editor, start, Qt.MouseButton.NoButton)
    assert editor.canvas.cursor().shape() is Qt.CursorShape.SplitVCursor
    pull(qtbot, editor, start, QPoint(first.center().x(), area.bottom() + 400))
    assert min(block.height for block in editor.drawing.grid.blocks) >= 1
    assert len(editor.drawing.grid.blocks) == 4


def test_tiles_are_swept_and_merged(editor: LayoutEditor, qtbot: QtBot) -> None:
    rects = editor.canvas.rects()
    pull(qtbot, editor, rects[0].center(), rects[2].center())
    assert editor.drawing.chosen == {0, 2}
    qtbot.keyClick(editor, Qt.Key.Key_F4)
    assert len(editor.drawing.grid.blocks) == 3
    qtbot.mouseClick(editor.canvas, LEFT, NONE, editor.canvas.rects()[1].center())
    qtbot.mouseClick(editor.canvas, LEFT, CTRL, editor.canvas.rects()[0].center())
    assert editor.drawing.chosen == {0, 1}
    before = editor.drawing.grid
    editor.tools.join.click()
    assert editor.drawing.grid == before
    assert "rectangle" in editor.status.text()


def test_everything_is_done_from_the_keyboard(editor: LayoutEditor, qtbot: QtBot) -> None:
    canvas = editor.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert editor.drawing.cursor == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    assert editor.drawing.chosen == {1, 3}
    qtbot.keyClick(editor, Qt.Key.Key_F4)
    qtbot.keyClick(editor, Qt.Key.Key_F3)
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    assert len(editor.drawing.grid.blocks) == 5
    qtbot.keyClick(editor, Qt.Key.Key_F7)
    assert editor.drawing.cursor == 2
    qtbot.keyClick(editor, Qt.Key.Key_F6)
    qtbot.keyClick(editor, Qt.Key.Key_F6)
    assert editor.drawing.cursor == 0
    qtbot.keyClick(editor, Qt.Key.Key_F6)
    assert "There is no tile" in editor.status.text()
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    assert list(editor.drawing.grid.blocks) == sorted(editor.drawing.grid.blocks)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, CTRL)
    before = editor.drawing.grid
    qtbot.keyClick(canvas, Qt.Key.Key_Down, CTRL | SHIFT)
    assert editor.drawing.grid != before
    qtbot.keyClick(editor, Qt.Key.Key_F5)
    assert len(editor.drawing.grid.blocks) == 8


def test_no_key_of_the_editor_is_a_bare_letter(editor: LayoutEditor) -> None:
    keys = [shortcut.key() for shortcut in editor.findChildren(QShortcut)]
    assert len(keys) >= 11
    for key in keys:
        text = key.toString(QKeySequence.SequenceFormat.PortableText)
        assert text[0] == "F" or text.startswith("Ctrl+"), text
    assert len({k.toString() for k in keys}) == len(keys)


def test_one_begins_with_a_ready_an_own_or_a_plain_layout(
    desk_room: Room, editor: LayoutEditor, qtbot: QtBot
) -> None:
    box = editor.tools.beginnings
    box.activated.emit(box.findData("1+7"))
    assert editor.drawing.grid == grid_of_layout("1+7")
    editor.tools.columns.setValue(5)
    editor.tools.rows.setValue(2)
    editor.tools.plain.click()
    assert editor.drawing.grid == plain_grid(5, 2)
    editor.tools.columns.setValue(12)
    editor.tools.rows.setValue(12)
    editor.tools.plain.click()
    assert editor.drawing.grid == plain_grid(5, 2)
    assert "64" in editor.status.text()
    editor.name.setText("Gate")
    qtbot.keyClick(editor, Qt.Key.Key_F9)
    assert box.findText("Gate") >= 0
    assert desk_room.services.layouts.own()[0].grid == plain_grid(5, 2)


def test_a_drawing_is_kept_under_a_name_and_applied(
    desk_room: Room, shown: MainWindow, editor: LayoutEditor, qtbot: QtBot
) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    qtbot.keyClick(editor, Qt.Key.Key_F9)
    assert "name first" in editor.status.text()
    editor.name.setText("a\u202eb")
    editor.save.click()
    assert "letters" in editor.status.text()
    assert desk_room.services.layouts.own() == ()
    editor.name.setText("Gate")
    editor.save.click()
    assert shown.wall_page.view.wall().layout == "4"
    qtbot.keyClick(editor, Qt.Key.Key_F10)
    assert shown.wall_page.view.wall().layout == desk_room.services.layouts.own()[0].key
    assert len(shown.wall_page.view.wall().tiles) == 5
    shown.run("wall.undo")
    assert shown.wall_page.view.wall().layout == "4"


def test_what_equals_a_ready_layout_is_applied_as_it(shown: MainWindow, editor: LayoutEditor) -> None:
    editor.tools.columns.setValue(3)
    editor.tools.rows.setValue(3)
    editor.tools.plain.click()
    editor.apply.click()
    assert shown.wall_page.view.wall().layout == "9"


def test_a_drawing_is_not_lost_by_one_escape(shown: MainWindow, editor: LayoutEditor, qtbot: QtBot) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert shown.wall_page.desk.open_dialog is editor
    assert "not kept" in editor.status.text()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert shown.wall_page.desk.open_dialog is None
    assert shown.wall_page.view.wall().layout == "4"


def test_a_locked_wall_is_not_edited(shown: MainWindow) -> None:
    shown.run("wall.lock")
    shown.run("wall.edit_layout")
    assert shown.wall_page.desk.open_dialog is None
    assert any("locked" in text for text in shown.toasts.texts())
    shown.run("wall.manage")
    assert isinstance(shown.wall_page.desk.open_dialog, WallsDialog)
    shown.wall_page.desk.open_dialog.reject()


def test_tiles_say_what_would_stand_there(desk_room: Room, editor: LayoutEditor) -> None:
    assert "Chowk Shaheedan" in editor._would_stand(0)
    editor.drawing.renumber(3)
    assert "Chowk Shaheedan" in editor._would_stand(0)
    assert editor.canvas.grab().width() > 0


def test_every_button_and_box_has_a_name(editor: LayoutEditor) -> None:
    for button in editor.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
    for spin in (editor.tools.columns, editor.tools.rows, editor.tools.across, editor.tools.down, editor.tools.number):
        assert spin.accessibleName()
