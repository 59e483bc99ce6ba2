"""Tours in the console's window: their keys, their dialog, and what the wall keeps over a restart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safecity_console.domain.tour import Hold, TourKind, TourStep, tour_of
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.tours.dialog import ToursDialog
from tests.gui.doubles import Room

ALL = range(1, 13)


def test_keys_start_step_hold_and_stop(room: Callable[..., Room], window: Callable[..., MainWindow],
                                       qtbot: QtBot) -> None:
    services_of = room(ALL)
    services_of.live(*ALL)
    made = window(services_of)
    view = made.wall_page.view
    view.controller.set_layout("4")
    before = services_of.services.walls.current()
    made.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert view.touring.status is not None
    assert view.touring.status.position == 1
    qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.touring.status.position == 2
    qtbot.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.touring.status.position == 1
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.touring.status.hold is Hold.ASKED
    assert services_of.services.walls.current() == before
    qtbot.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert view.touring.status is None
    qtbot.keyClick(view, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert view.wall().pinned == {0}
    services_of.services.walls.flush()
    kept = services_of.services.walls.current()
    assert kept is not None
    assert kept[0].pinned == {0}


def test_another_page_holds_the_tour_and_the_wall_again_lets_it_go_on(
    room: Callable[..., Room], window: Callable[..., MainWindow]
) -> None:
    services_of = room(ALL)
    made = window(services_of)
    view = made.wall_page.view
    view.controller.set_layout("4")
    made.run("tour.toggle")
    made.show_page("settings")
    view.touring.tick()
    assert view.touring.status is not None
    assert view.touring.status.hold is Hold.HIDDEN
    made.show_page("wall")
    view.touring.tick()
    assert view.touring.status.hold is None


def test_the_dialog_opens_in_both_directions_and_a_new_look_ends_a_tour(
    room: Callable[..., Room], window: Callable[..., MainWindow], app: QApplication
) -> None:
    services_of = room(ALL, {"screen.language": "ur"})
    steps = [TourStep(camera.id) for camera in services_of.cameras]
    services_of.services.tours.save(tour_of("Night", TourKind.CAMERAS, steps))
    made = window(services_of)
    made.run("tour.manage")
    dialog = made.findChild(ToursDialog)
    assert dialog is not None
    assert dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert dialog.form.steps.list.count() == 12
    dialog.reject()
    before = services_of.services.walls.current()
    made.run("tour.toggle")
    services_of.services.settings.set("screen.theme", "light")
    app.processEvents()
    assert made.wall_page.view.touring.run is None
    assert services_of.services.walls.current() == before
