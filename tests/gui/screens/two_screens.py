"""Two screens: what is sent stands there, comes back there, and is never lost. Run by test_in_a_child.py.

A screen cannot be unplugged offscreen: `take_screens`, which hears Qt's word, is given the list instead.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from safecity_console.core.settings import SETTING_BY_KEY
from safecity_console.domain.screens import SentKind
from safecity_console.domain.wall import filled_wall
from safecity_console.services.screen_windows import ScreenWindowService
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.opening import Opening, bring_up
from safecity_console.ui.screens.attached import box_of
from safecity_console.ui.screens.home import move_window
from safecity_console.ui.screens.window import ScreenWindow
from safecity_console.ui.wall.model import Part, Spot
from safecity_console.ui.wall.screen_menu import OWN_WINDOW
from safecity_console.ui.window_place import keep_place, restore_place
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow


def screens() -> Any:
    found = QGuiApplication.screens()
    assert [s.name() for s in found] == ["DP-1", "HDMI-2"]
    return found


def kept(room: Room) -> Any:
    return room.services.screen_windows.windows()


def only(main: MainWindow) -> ScreenWindow:
    (window,) = main.screens.stage.windows()
    return window


def fills(window: ScreenWindow, screen: Any) -> bool:
    return window.isVisible() and window.isFullScreen() and window.geometry() == screen.geometry()


def items(menu: QMenu | None) -> list[str]:
    assert menu is not None
    return [action.text().replace("\u2066", "").replace("\u2068", "").replace("\u2069", "")
            for action in menu.actions() if not action.isSeparator()]


@pytest.fixture
def here(room: OpenRoom) -> Room:
    made = room(range(1, 7))
    made.live(1, 2, 3)
    return made


@pytest.fixture
def main(here: Room, window: OpenWindow) -> MainWindow:
    made = window(here)
    made.screens.stage.open()
    assert made.screen() is screens()[0]
    return made


def test_shift_f11_sends_the_wall_to_the_only_other_screen(here: Room, main: MainWindow, qtbot: Any) -> None:
    main.wall_page.view.controller.set_layout("4")
    qtbot.keyClick(main, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    sent = only(main)
    assert fills(sent, screens()[1])
    assert sent.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert sent.view.wall() == main.wall_page.view.wall()
    assert not main.isFullScreen()
    assert "screen \u20662\u2069" in main.toasts.texts()[0]
    (row,) = ScreenWindowService(here._console.services.screen_windows._door,
                                 here.services.history._reader, here.services.desk).windows()
    assert (row.screen.name, row.kind, row.place) == ("HDMI-2", SentKind.WALL, sent.sent.place)


def test_ctrl_f11_sends_the_selected_camera_alone(here: Room, main: MainWindow, qtbot: Any) -> None:
    main.wall_page.view.select_camera(here.camera(2).id)
    qtbot.keyClick(main, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)
    sent = only(main)
    assert sent.view.wall().tiles == (here.camera(2).id,)
    assert "Nangi" in sent.windowTitle()
    assert main.wall_page.view.wall().layout != "1"


def test_what_stands_there_is_its_own(here: Room, main: MainWindow, qtbot: Any) -> None:
    main.screens.send(SentKind.WALL, 1)
    view, mine = only(main).view, main.wall_page.view
    mine.select_camera(here.camera(1).id)
    before = mine.wall()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_5)
    assert mine.controller.entry.text == ""
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.selected_camera() == here.camera(5).id
    assert mine.selected_camera() == here.camera(1).id
    assert mine.wall() == before != view.wall()
    only(main).activateWindow()
    qtbot.waitUntil(only(main).isActiveWindow)
    qtbot.keyClick(only(main), Qt.Key.Key_F8)
    assert view.wall().layout != before.layout
    assert mine.wall() == before
    qtbot.keyClick(only(main), Qt.Key.Key_F5)
    assert here.services.settings.text("wall.mode") == SETTING_BY_KEY["wall.mode"].default


def test_double_click_enlarges_and_escape_goes_to_the_main_window(main: MainWindow, qtbot: Any) -> None:
    main.screens.send(SentKind.WALL, 1)
    sent = only(main)
    view = sent.view
    asked: list[int] = []
    sent.main_wanted.connect(lambda: asked.append(1))
    centre = view.places.tiles[1].center()
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=centre)
    assert view.controller.model.expanded is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.controller.model.expanded is None
    assert not asked
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert asked == [1]


def test_what_only_the_main_wall_can_is_said_and_pages_open_there(main: MainWindow) -> None:
    main.screens.send(SentKind.WALL, 1)
    sent = only(main)
    sent.run("tour.manage")
    assert "main window" in sent.toasts.texts()[-1]
    sent.run("wall.find")
    assert "number" in sent.toasts.texts()[-1]
    sent.run("page.settings")
    assert main.page == "settings"


def test_a_removed_camera_leaves_and_a_new_one_does_not_come(here: Room, main: MainWindow, qtbot: Any) -> None:
    from tests.gui.doubles import draft

    main.wall_page.view.select_camera(here.camera(2).id)
    main.screens.send(SentKind.CAMERA, 1)
    view = only(main).view
    here.services.cameras.add(draft(9), None)
    qtbot.waitUntil(lambda: len(view.controller.model.cameras()) == 7)
    assert view.wall().tiles == (here.camera(2).id,)
    here.services.cameras.remove(here.camera(2).id)
    qtbot.waitUntil(lambda: view.wall().tiles == (None,))


def test_it_comes_back_after_a_restart_where_it_stood(here: Room, main: MainWindow, window: OpenWindow) -> None:
    main.screens.send(SentKind.WALL, 1)
    only(main).view.controller.set_layout("16")
    place, wall = only(main).sent.place, only(main).view.wall()
    main.close()
    assert main.screens.stage.windows() == ()
    assert here.streams.shown[-1][1] == {}
    again = window(here)
    assert again.screens.stage.windows() == (), "nothing before it is asked for"
    again.screens.stage.open()
    assert fills(only(again), screens()[1])
    assert (only(again).sent.place, only(again).view.wall()) == (place, wall)


def test_a_change_of_look_makes_them_anew(here: Room, main: MainWindow, qtbot: Any) -> None:
    main.screens.send(SentKind.WALL, 1)
    first = only(main)
    here.services.settings.set("screen.theme", "light")
    qtbot.waitUntil(lambda: only(main) is not first)
    assert fills(only(main), screens()[1])
    assert only(main).view.theme.name == "light"
    here.services.settings.set("screen.language", "ur")
    qtbot.waitUntil(lambda: only(main).layoutDirection() is Qt.LayoutDirection.RightToLeft)
    assert only(main).view.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_unplugged_it_is_shown_here_and_goes_back_by_itself(here: Room, main: MainWindow) -> None:
    main.screens.send(SentKind.WALL, 1)
    sent = only(main)
    wall = sent.view.wall()
    both = screens()
    main.screens.stage.take_screens(both[:1])
    assert only(main) is sent, "its tiles move with it"
    assert not sent.isFullScreen()
    assert sent.isVisible()
    assert both[0].geometry().contains(sent.geometry())
    assert not sent.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert "HDMI-2" in sent.head.waits.accessibleName()
    assert "HDMI-2" in main.toasts.texts()[-1]
    assert "waiting" in main.wall_page.toolbar.screens.accessibleName()
    assert kept(here)[0].screen.name == "HDMI-2", "where it belongs is not forgotten"
    main.screens.stage.take_screens(both)
    assert only(main) is sent
    assert fills(sent, both[1])
    assert sent.view.wall() == wall
    assert "waiting" not in main.wall_page.toolbar.screens.accessibleName()


def test_set_aside_it_waits_in_the_menu_and_comes_back_with_its_screen(main: MainWindow) -> None:
    main.screens.send(SentKind.WALL, 1)
    both = screens()
    main.screens.stage.take_screens(both[:1])
    only(main).head.aside.click()
    assert main.screens.stage.windows() == ()
    menu = main.wall_page.toolbar.screens.whole_menu()
    assert any("waits for screen HDMI-2" in text for text in items(menu))
    main.screens.show_again(main.screens.standing()[0].place)
    assert only(main).isVisible()
    only(main).head.aside.click()
    main.screens.stage.take_screens(both)
    assert fills(only(main), both[1])


def test_the_screen_under_the_main_window_goes_and_comes_back(main: MainWindow) -> None:
    main.screens.send(SentKind.WALL, 1)
    both = screens()
    main.screens.stage.take_screens(both[1:])
    assert main.screen() is both[1]
    assert both[1].geometry().contains(main.geometry().center())
    assert not only(main).isFullScreen(), "the main window is not covered"
    main.screens.stage.take_screens(both)
    assert main.screen() is both[0]
    assert fills(only(main), both[1])


def test_a_second_wall_replaces_the_first_and_says_so_before(here: Room, main: MainWindow) -> None:
    here.services.walls.save("Night", filled_wall("4", [here.camera(1).id]))
    main.wall_page.view.controller.show_wall(here.services.walls.saved()[0].wall, "Night")
    main.screens.send(SentKind.WALL, 1)
    menu = main.wall_page.toolbar.screens.ask(SentKind.WALL)
    assert "Screen 2 · HDMI-2 · 1280×720\treplaces “Night”" in items(menu)
    assert menu is not None
    menu.close()
    main.wall_page.view.controller.set_layout("9")
    main.screens.send(SentKind.WALL, 1)
    assert only(main).view.wall().layout == "9"
    assert len(kept(here)) == 1


def test_a_window_of_its_own_moves_to_a_screen_and_back(here: Room, main: MainWindow) -> None:
    main.screens.send(SentKind.WALL, OWN_WINDOW)
    sent = only(main)
    assert sent.isVisible()
    assert not sent.isFullScreen()
    assert kept(here)[0].box is not None
    sent.head.fill.click()
    assert fills(sent, screens()[1])
    sent.run("window.full_screen")
    assert not sent.isFullScreen()
    sent.resize(700, 500)
    main.close()
    assert kept(here)[0].box.width == 700


def test_two_windows_change_places(here: Room, main: MainWindow) -> None:
    main.screens.send(SentKind.WALL, 1)
    first = only(main).sent.place
    main.wall_page.view.select_camera(here.camera(3).id)
    main.screens.send(SentKind.CAMERA, OWN_WINDOW)
    second = next(w for w in main.screens.stage.windows() if w.sent.place != first).sent.place
    main.screens.move(second, 1)
    by_place = {w.sent.place: w for w in main.screens.stage.windows()}
    assert fills(by_place[second], screens()[1])
    assert not by_place[first].isFullScreen()
    assert by_place[first].isVisible()


def test_taken_back_it_is_gone_for_good(here: Room, main: MainWindow, qtbot: Any) -> None:
    main.screens.send(SentKind.WALL, 1)
    sent = only(main)
    QApplication.sendEvent(sent, QCloseEvent())  # as Alt+F4 does
    assert main.screens.stage.windows() == ()
    assert kept(here) == ()
    assert here.services.walls.current(sent.sent.place) is None
    main.screens.send(SentKind.WALL, 1)
    main.run("screen.take_back")
    assert kept(here) == ()
    main.run("screen.take_back")
    assert "Nothing stands" in main.toasts.texts()[-1]


def test_the_head_hides_and_comes_with_the_pointer(main: MainWindow, qtbot: Any) -> None:
    main.screens.send(SentKind.WALL, 1)
    sent = only(main)
    assert sent.head.isVisible()
    assert sent.view.geometry() == sent.rect(), "a full screen belongs to the video"
    sent._head_timer.setInterval(1)
    sent.show_head()
    qtbot.waitUntil(lambda: not sent.head.isVisible())
    qtbot.mouseMove(sent.view, QPoint(600, 400))
    assert not sent.head.isVisible()
    qtbot.mouseMove(sent.view, QPoint(600, 10))
    qtbot.waitUntil(lambda: sent.head.isVisible())


def test_the_bar_says_what_it_can(main: MainWindow) -> None:
    bar = main.wall_page.toolbar.screens
    assert bar.accessibleName() == "Send to screen \u20662\u2069"
    assert "Screen 2 · HDMI-2 · 1280×720\tfree" in items(bar.whole_menu())
    main.screens.stage.take_screens(screens()[:1])
    assert bar.accessibleName() == "Send to a window"
    texts = items(bar.whole_menu())
    assert "This computer has no other screen now." in texts
    assert "A window of its own" in texts


def test_no_camera_selected_is_said(main: MainWindow) -> None:
    main.wall_page.view.controller.set_layout("9")
    main.wall_page.view.controller.select(Spot(Part.TILE, 8))
    main.run("screen.send_camera")
    assert "Select a camera" in main.toasts.texts()[-1]
    assert main.screens.stage.windows() == ()


def test_the_main_window_comes_back_to_its_screen(here: Room, main: MainWindow, window: OpenWindow) -> None:
    both, folder = screens(), here.services.paths.root
    move_window(main, both[1], box_of(both[1].geometry().adjusted(20, 20, -60, -40)))
    assert main.screen() is both[1]
    keep_place(main, folder)
    other = window(here)
    assert restore_place(other, folder)
    assert other.screen() is both[1]
    named = (folder / "window.screen").read_text()
    (folder / "window.screen").write_text(named.replace("HDMI-2", "DP-1").replace("1280, 720", "1, 1"))
    assert restore_place(other, folder)
    assert other.screen() is both[0], "the name wins over Qt's number"
    for spoilt in ("", "[]", "{", "[" * 3000):
        (folder / "window.screen").write_text(spoilt)
        assert restore_place(other, folder)


def test_start_options_choose_screen_and_wall(here: Room, window: OpenWindow) -> None:
    here.services.walls.save("Night", filled_wall("4", [here.camera(1).id]))
    made = window(here)
    assert bring_up(made, here.services, Opening(screen="hdmi-2", wall="night")) is None
    assert made.screen() is screens()[1]
    assert made.wall_page.view.wall().layout == "4"
    bring_up(made, here.services, Opening(screen="7", wall="Day"))
    assert made.screen() is screens()[1]
    assert made.isVisible()
    said = " ".join(made.toasts.texts())
    assert "no screen" in said
    assert "no saved wall" in said


def test_a_kiosk_fills_the_screen_it_is_given(here: Room, window: OpenWindow) -> None:
    made = window(here)
    made.hide()
    kiosk = bring_up(made, here.services, Opening(screen="2", kiosk=True))
    assert kiosk is not None
    assert made.isFullScreen()
    assert made.geometry() == screens()[1].geometry()
    kiosk.agree()
    QApplication.sendEvent(made, QEvent(QEvent.Type.None_))
