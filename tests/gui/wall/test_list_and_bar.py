"""The list of cameras beside the wall and the bar above it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from safecity_console.domain.camera import Camera
from safecity_console.domain.wall import LAYOUTS
from safecity_console.domain.watch import Condition
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.camera_list import CameraList
from safecity_console.ui.wall.camera_rows import CAMERA_ROLE, WATCH_ROLE, CameraRows
from safecity_console.ui.wall.drag import camera_of
from safecity_console.ui.wall.toolbar import WallToolbar
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.widgets.name_dialog import NameDialog
from tests.gui.doubles import Room, draft


class Page(QWidget):
    """Bar, wall and list in one window."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.view = WallView(room.services, DARK)
        self.bar = WallToolbar(room.services, DARK, self.view)
        self.list = CameraList(room.services, DARK, self.view)
        box = QVBoxLayout(self)
        for widget in (self.bar, self.view, self.list):
            box.addWidget(widget)
        self.resize(1280, 900)


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room(range(1, 31))


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[Page]:
    made = Page(room)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.view.controller.set_layout("9")
    yield made
    made.view.stop()


def numbers(page: Page) -> list[int]:
    model = page.list.list.model()
    return [model.index(r, 0).data(CAMERA_ROLE).number for r in range(model.rowCount())]


@pytest.mark.parametrize(("typed", "found"), [
    ("12", [12]), ("2", [2, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]), ("stadium", [11, 23]), ("STADIUM", [11, 23]),
    ("سٹیڈیم", [11, 23]), ("mirpur", list(range(1, 31))), ("zzz", []), ("  ", list(range(1, 31))), ("07", [7]),
])
def test_typing_filters_by_number_name_and_place(page: Page, typed: str, found: list[int]) -> None:
    page.list.search.setText(typed)
    assert numbers(page) == found


def test_enter_brings_the_camera_into_the_selected_tile(room: Room, page: Page, qtbot: QtBot) -> None:
    page.list.search.setFocus()
    qtbot.keyClicks(page.list.search, "12")
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.view.wall().tiles[0] == room.camera(12).id
    assert page.list.search.text() == ""
    assert page.view.hasFocus()


def test_arrows_choose_among_the_found(room: Room, page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.list.search, "stadium")
    qtbot.keyClick(page.list.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.view.wall().tiles[0] == room.camera(23).id


def test_no_match_is_said(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.list.search, "zzz")
    with qtbot.waitSignal(page.view.said) as told:
        qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert "zzz" in told.args[0]


def test_a_double_click_places_and_a_drag_carries_the_camera(room: Room, page: Page, qtbot: QtBot) -> None:
    model = page.list.list.model()
    page.list.list.doubleClicked.emit(model.index(19, 0))
    assert page.view.wall().tiles[0] == room.camera(20).id
    assert camera_of(model.mimeData([model.index(4, 0)])) == room.camera(5).id
    assert model.flags(model.index(4, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_conditions_change_in_place(room: Room, page: Page, qtbot: QtBot) -> None:
    qtbot.wait(600)
    model, changed, resets = page.list.list.model(), [], []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.modelReset.connect(lambda: resets.append(1))
    room.streams.set(room.camera(7), Condition.LATE, lag_s=1.2)
    qtbot.waitUntil(lambda: changed == [6], timeout=2000)
    assert model.index(6, 0).data(WATCH_ROLE).condition is Condition.LATE
    assert "Late" in model.index(6, 0).data()
    assert resets == []


def test_new_cameras_come_by_number(room: Room, page: Page, qtbot: QtBot) -> None:
    room.services.cameras.remove(room.camera(5).id)
    room.services.cameras.add(draft(99), None)
    qtbot.waitUntil(lambda: numbers(page) == [n for n in range(1, 31) if n != 5] + [99], timeout=2000)


def test_two_thousand_cameras_are_filtered_and_followed_fast(room: Room) -> None:
    rows = CameraRows(room.services.streams, "en")
    rows.set_cameras([Camera(f"c{n}", n, f"Camera {n} Chowk") for n in range(2000, 0, -1)])
    assert rows.rowCount() == 2000
    assert rows.index(0, 0).data(CAMERA_ROLE).number == 1
    began = time.perf_counter()
    for typed in ("c", "ca", "cam", "camera 19", "19", ""):
        rows.set_filter(typed)
    room.streams.generation += 1
    rows.follow()
    assert (time.perf_counter() - began) / 7 < 0.02
    assert not rows.index_of("nobody").isValid()
    assert rows.rowCount(QModelIndex()) == 2000


def test_the_bar_shows_what_is_on_screen(room: Room, page: Page) -> None:
    chosen = [b.text() for b in page.bar.segments.findChildren(QAbstractButton) if b.isChecked()]
    assert chosen == ["9"]
    button = next(b for b in page.bar.segments.findChildren(QAbstractButton) if b.text() == "1+7")
    button.click()
    assert page.view.wall().layout == "1+7"
    page.bar.works.click()
    assert "What works" in page.bar.works.text()
    assert not any(b.isChecked() for b in page.bar.segments.findChildren(QAbstractButton))
    page.view.run("wall.what_works")
    assert "All places" in page.bar.works.text()
    assert [b.text() for b in page.bar.segments.findChildren(QAbstractButton) if b.isChecked()] == ["1+7"]


def test_a_narrow_bar_keeps_every_layout_in_reach(page: Page, qtbot: QtBot) -> None:
    page.resize(700, 700)
    qtbot.wait(50)
    assert page.bar.more.isVisible()
    shown = {b.text() for b in page.bar.segments.findChildren(QAbstractButton) if b.isVisible()}
    page.bar.more.click()
    menu = next(m for m in page.bar.findChildren(QMenu) if m.isVisible())
    assert shown | {a.text() for a in menu.actions()} >= {layout.key for layout in LAYOUTS}
    menu.close()
    assert all(b.geometry().right() <= page.bar.width() for b in (page.bar.picker, page.bar.works, page.bar.go_to))


def test_saved_walls_are_chosen_renamed_and_deleted(room: Room, page: Page, qtbot: QtBot) -> None:
    walls = room.services.walls
    saved = walls.save("City centre", page.view.wall())
    walls.set_current(page.view.wall(), "City centre")
    qtbot.waitUntil(lambda: "City centre" in page.bar.picker.text(), timeout=2000)
    page.view.controller.set_layout("4")
    assert "changed" in page.bar.picker.accessibleName()
    page.bar.walls_menu().actions()[0].trigger()
    assert page.view.wall() == saved.wall
    actions = page.bar.walls_menu().actions()
    next(a for a in actions if "Rename" in a.text()).trigger()
    dialog = page.bar.findChild(NameDialog)
    dialog.findChild(QLineEdit).setText("Night")
    dialog.go.click()
    qtbot.waitUntil(lambda: "Night" in page.bar.picker.text(), timeout=2000)
    next(a for a in page.bar.walls_menu().actions() if "Delete" in a.text()).trigger()
    box = page.bar.findChild(QMessageBox)
    assert "Night" in box.text()
    next(b for b in box.buttons() if "Delete" in b.text()).click()
    qtbot.waitUntil(lambda: walls.saved() == (), timeout=2000)
    assert page.view.wall() == saved.wall


def test_the_number_keys_go_on_after_the_bar_its_menus_and_dialogs(room: Room, page: Page, qtbot: QtBot) -> None:
    saved = room.services.walls.save("City centre", page.view.wall())
    room.services.walls.set_current(page.view.wall(), "City centre")
    qtbot.waitUntil(lambda: page.view.controller.saved_wall() is not None, timeout=2000)
    page.activateWindow()
    page.bar.picker.setFocus(Qt.FocusReason.TabFocusReason)
    page.bar.picker.click()
    menu = next(m for m in page.bar.findChildren(QMenu) if m.isVisible())
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.focusWidget() is page.view, timeout=2000)
    page.bar.picker.setFocus(Qt.FocusReason.TabFocusReason)
    next(a for a in page.bar.walls_menu().actions() if "Rename" in a.text()).trigger()
    page.bar.findChild(NameDialog).reject()
    qtbot.waitUntil(lambda: page.focusWidget() is page.view, timeout=2000)
    page.list.search.setFocus()
    qtbot.mouseClick(page.bar.works, Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.view
    assert room.services.walls.saved() == (saved,)


def test_an_empty_tile_leaves_no_camera_marked_in_the_list(room: Room, page: Page) -> None:
    page.view.controller.select_camera(room.camera(2).id)
    assert page.list.list.currentIndex().row() == 1
    page.view.run("wall.clear_tile")
    assert not page.list.list.currentIndex().isValid()
    assert not page.list.list.selectedIndexes()


def test_saving_is_asked_of_the_frame(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.view.command_wanted) as told:
        next(a for a in page.bar.walls_menu().actions() if "Save" in a.text()).trigger()
    assert told.args == ["wall.save"]


def test_find_is_asked_of_the_frame_and_of_the_search(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.view.command_wanted) as told:
        page.bar.go_to.click()
    assert told.args == ["find.anything"]
    assert page.view.run("wall.find")
    assert page.list.search.hasFocus()


def test_tool_tips_show_the_keys_in_force(page: Page, room: Room, qtbot: QtBot) -> None:
    assert "F5" in page.bar.works.toolTip()
    room.services.keys.move("find.anything", "F5")
    qtbot.waitUntil(lambda: "F5" not in page.bar.works.toolTip(), timeout=2000)


def test_every_button_has_a_name(page: Page) -> None:
    for button in page.bar.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
