"""Find anything: opening, typing, choosing, closing, over the real window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from safecity_console.domain.finding import Entry, Kind
from safecity_console.domain.grid import parse
from safecity_console.domain.tour import TourKind, TourStep, tour_of
from safecity_console.domain.wall import filled_wall
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.palette.panel import Palette
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(shown: MainWindow, qtbot: Any) -> Palette:
    qtbot.keyClick(shown, Qt.Key.Key_K, CONTROL)
    panel = shown.findChild(Palette)
    assert panel is not None
    qtbot.waitUntil(panel.line.hasFocus, timeout=2000)
    return panel


def titles(panel: Palette) -> list[str]:
    return [entry.title for entry in entries(panel)]


def entries(panel: Palette) -> list[Entry]:
    found = [panel.rows.entry(row) for row in range(panel.rows.rowCount())]
    return [entry for entry in found if entry is not None]


@pytest.fixture
def here(room: OpenRoom) -> Room:
    made = room(range(1, 13))
    made.live(1, 2, 3)
    return made


def test_it_opens_over_the_window_and_esc_gives_the_keyboard_back(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    view = shown.wall_page.view
    view.take_focus()
    panel = opened(shown, qtbot)
    assert panel.window() is shown, "no dialog, no window of its own"
    assert QApplication.activeModalWidget() is None
    assert panel.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    assert shown.rect().contains(panel.geometry())
    qtbot.keyClick(panel.line, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert view.hasFocus()
    assert opened(shown, qtbot) is panel
    qtbot.keyClick(shown, Qt.Key.Key_K, CONTROL)
    assert not panel.isVisible(), "the same key closes it"


def test_it_closes_when_the_keyboard_goes_elsewhere(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    panel = opened(shown, qtbot)
    shown.wall_page.list.search.setFocus()
    assert not panel.isVisible()
    assert shown.wall_page.list.search.hasFocus()


def test_a_number_and_enter_bring_a_camera_into_the_selected_tile(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    shown.show_page("settings")
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "12")
    assert entries(panel)[0].number == 12
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert shown.page == "wall"
    assert not panel.isVisible()
    assert shown.wall_page.view.wall().tiles[0] == here.camera(12).id
    assert shown.wall_page.view.hasFocus()


def test_control_and_enter_show_it_large_and_leave_the_wall_as_it_is(here: Room, window: OpenWindow,
                                                                     qtbot: Any) -> None:
    shown = window(here)
    before = shown.wall_page.view.wall()
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "bank")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return, CONTROL)
    model = shown.wall_page.view.controller.model
    assert model.expanded == here.camera(10).id
    assert shown.wall_page.view.wall() == before


def test_commands_are_run_and_what_cannot_be_done_says_why(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    shown.show_page("settings")
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "snapsh")
    assert titles(panel)[0] == "Snapshot"
    assert entries(panel)[0].why_not == "Only on the Wall page."
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert panel.isVisible(), "nothing was done"
    panel.line.clear()
    qtbot.keyClicks(panel.line, "full scr")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert shown.isFullScreen()
    shown.run("window.full_screen")


def test_a_kept_wall_a_page_and_a_setting_are_shown(here: Room, window: OpenWindow, qtbot: Any) -> None:
    kept = filled_wall("4", [here.camera(n).id for n in (7, 8)])
    here.services.walls.save("Night gates", kept)
    shown = window(here)
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "night")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert shown.wall_page.view.wall() == kept
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "cameras")
    page = next(row for row, entry in enumerate(entries(panel)) if entry.kind is Kind.PAGE)
    for _ in range(page):
        qtbot.keyClick(panel.line, Qt.Key.Key_Down)
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert shown.page == "cameras"
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "time zone")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert shown.page == "settings"
    assert shown.settings_page.editors["screen.time_zone"].hasFocus()


def test_a_place_leads_to_its_cameras_and_backspace_back(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "mirpur")
    place = next(row for row, entry in enumerate(entries(panel)) if entry.kind is Kind.PLACE)
    panel.list.setCurrentIndex(panel.rows.index(place, 0))
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert panel.isVisible()
    assert [entry.number for entry in entries(panel)] == list(range(1, 13))
    qtbot.keyClicks(panel.line, "snap")
    assert entries(panel) == []
    assert "Nothing matches" in panel._nothing.text()
    for _ in range(5):
        qtbot.keyClick(panel.line, Qt.Key.Key_Backspace)
    assert any(entry.kind is Kind.COMMAND for entry in entries(panel))


def typed_by_place(panel: Palette, text: str, scan: int) -> None:
    key = ord(text)
    QApplication.sendEvent(panel.line, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, scan, 0, 0,
                                                 text))


def test_the_urdu_layout_finds_latin_names_by_the_places_of_keys(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    panel = opened(shown, qtbot)
    for letter, scan in (("ا", 56), ("َ", 38), ("ن", 57), ("ک", 45)):  # where b, a, n and k stand
        typed_by_place(panel, letter, scan)
    assert panel.line.by_place() == "bank"
    assert titles(panel)[0] == "Bank Square"


def test_used_last_comes_first_and_nothing_moves_under_the_pointer(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "press")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    panel = opened(shown, qtbot)
    assert titles(panel)[0] == "Press Club"
    before = entries(panel)
    here.live(*range(1, 12))
    here.services.cameras.remove(here.camera(9).id)
    qtbot.wait(400)
    assert entries(panel) == before, "only typing changes what is listed"
    gone = next(row for row, entry in enumerate(before) if entry.number == 9)
    panel.list.scrollTo(panel.rows.index(gone, 0))
    at = panel.list.visualRect(panel.rows.index(gone, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert not panel.isVisible()
    assert "removed" in shown.toasts.texts()[-1]


def test_the_index_is_built_before_anybody_asks(here: Room, window: OpenWindow, qtbot: Any) -> None:
    panel = window(here).findChild(Palette)
    assert panel is not None
    finder = here.services.finder
    assert finder.folded == 0
    qtbot.waitUntil(lambda: finder.folded > len(here.cameras), timeout=10000)
    qtbot.waitUntil(lambda: not panel._warming, timeout=5000)
    before = finder.folded
    panel.toggle()
    assert finder.folded - before <= 60, "commands follow the situation; cameras are not folded again"


def test_another_language_builds_another_panel(here: Room, window: OpenWindow, qtbot: Any) -> None:
    shown = window(here)
    opened(shown, qtbot)
    here.services.settings.set("screen.language", "ur")
    qtbot.waitUntil(lambda: len([p for p in shown.findChildren(Palette) if not p.isVisible()]) >= 1, timeout=3000)
    qtbot.wait(50)
    shown.run("find.anything")
    panel = next(p for p in shown.findChildren(Palette) if p.isVisible())
    qtbot.keyClicks(panel.line, "bank")
    assert titles(panel)[0] == "بینک سکوائر"
    assert panel.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for typed, found in (("snapshot", "wall.snapshot"), ("time zone", "screen.time_zone"), ("theme", "screen.theme")):
        panel.line.clear()
        qtbot.keyClicks(panel.line, typed)
        assert entries(panel)[0].id == found, "by its English name too"


def test_an_own_layout_is_laid_out_and_a_tour_is_started(here: Room, window: OpenWindow, qtbot: Any) -> None:
    services = here.services
    own = services.layouts.save("Three gates", parse("g3x2:0.0.2.2,2.0.1.1,2.1.1.1"))
    steps = [TourStep(camera.id) for camera in here.cameras[:3]]
    services.tours.save(tour_of("Night round", TourKind.CAMERAS, steps))
    shown = window(here)
    view = shown.wall_page.view
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "three gates")
    assert entries(panel)[0].kind is Kind.LAYOUT
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert view.wall().layout == own.key
    panel = opened(shown, qtbot)
    qtbot.keyClicks(panel.line, "night round")
    assert entries(panel)[0].kind is Kind.TOUR
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert view.touring.status is not None
    view.touring.stop()
