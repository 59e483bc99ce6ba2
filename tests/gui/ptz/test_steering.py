"""Steering by stick, mouse and keys on a real window: what reaches the camera, and that everything lets go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from safecity_console.domain.errors import Refused
from safecity_console.domain.ptz import STILL, Holder, Lease, Velocity
from safecity_console.services.events import LeaseChanged, LeaseEnd
from safecity_console.services.ptz import Source
from safecity_console.ui.wall.ptz.held import Held
from safecity_console.ui.widgets.name_dialog import NameDialog
from tests.gui.ptz.conftest import LEFT, Desk

PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
FAR = QPoint(60, 0)


def pull(desk: Desk) -> None:
    """Pull from the middle of camera 1's picture to the right, and hold."""
    desk.mouse(PRESS, desk.middle())
    desk.mouse(MOVE, desk.middle() + FAR)
    desk.wait(lambda: desk.device.moving)


def stands(desk: Desk) -> None:
    desk.wait(lambda: desk.device.said("Stop") and not desk.device.moving)


def test_what_is_held_is_said_anew_and_let_go_once(qtbot: QtBot) -> None:
    said: list[tuple[str, Velocity]] = []
    refusing: list[str] = []

    def steer(camera_id: str, velocity: Velocity, _source: Source) -> None:
        said.append((camera_id, velocity))
        if camera_id in refusing:
            raise Refused("ptz_held", name="Ali", seconds=9)

    parent = QObject()
    held, right = Held(steer, parent), Velocity(1.0)
    told: list[object] = []
    held.refused.connect(told.append)
    held.hold("a", right, Source.MOUSE)
    held.hold("a", Velocity(0.995), Source.MOUSE)  # a tremor of the hand
    assert said == [("a", right)]
    qtbot.waitUntil(lambda: len(said) >= 3)
    held.hold("b", right, Source.MOUSE)
    assert said[-2:] == [("a", STILL), ("b", right)], "the first camera stops before another is touched"
    held.let_go()
    held.let_go()
    assert said[-1] == ("b", STILL)
    assert said.count(("b", STILL)) == 1
    refusing.append("c")
    said.clear()
    for _ in range(5):
        held.hold("c", right, Source.KEYS)
    assert (said, len(told)) == ([("c", right)], 1), "an officer is told once"
    held.let_go()
    held.hold("c", right, Source.KEYS)
    assert len(told) == 2


def test_the_stick_moves_the_camera_until_it_is_let_go(desk: Desk) -> None:
    stick = desk.window.wall_page.side.ptz.stick
    desk.wait(stick.isVisible)
    QTest.mousePress(stick, LEFT, pos=stick.rect().center() + QPoint(stick.width() // 2, 0))
    desk.wait(lambda: desk.device.moving)
    section = desk.window.wall_page.side.ptz
    desk.wait(lambda: section.figures["held"].text().startswith("You"))
    QTest.mouseRelease(stick, LEFT)
    stands(desk)
    assert not desk.ptz.hand.held.camera_id


def focus_out(desk: Desk) -> None:
    desk.app.sendEvent(desk.view, QFocusEvent(QEvent.Type.FocusOut))


@pytest.mark.parametrize("end", [
    lambda desk: desk.mouse(RELEASE, desk.middle() + FAR),
    focus_out,
    lambda desk: desk.app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive),
    lambda desk: desk.key(Qt.Key.Key_Escape),
    lambda desk: desk.window.run("ptz.stop_all"),
    lambda desk: desk.view.select_camera(desk.room.camera(2).id),
    lambda desk: desk.view.stop(),
], ids=["release", "focus lost", "program left", "Esc", "Shift+Esc", "another camera", "wall ends"])
def test_a_pull_on_the_video_steers_and_everything_ends_it(desk: Desk, end: Callable[[Desk], None]) -> None:
    assert desk.view.run("ptz.mouse")
    pull(desk)
    end(desk)
    stands(desk)
    moved = [note for note in desk.device.said("ContinuousMove") if note.pan]
    assert moved
    assert all((note.pan or 0.0) > 0 for note in moved)
    assert not desk.ptz.hand.held.camera_id


def test_click_box_and_wheel_in_the_mode_and_only_there(desk: Desk) -> None:
    hand, seen = desk.ptz.hand, []
    hand.centre_on = lambda _id, x, y: seen.append(("centre", round(x, 1), round(y, 1)))  # type: ignore[method-assign]
    hand.zoom_box = lambda _id, box: seen.append(("box", box.width > 0.1))  # type: ignore[method-assign]
    hand.steer = lambda _id, velocity, _source: seen.append(("steer", velocity.zoom))  # type: ignore[method-assign]
    at = desk.middle()
    desk.wheel(at, 120)
    assert not seen, "outside the mode the wheel enlarges the picture at hand"
    desk.view.zooming.reset()
    desk.view.run("ptz.mouse")
    desk.mouse(PRESS, at)
    desk.mouse(RELEASE, at)
    control = Qt.KeyboardModifier.ControlModifier
    desk.mouse(PRESS, at - QPoint(60, 40), control)
    desk.mouse(MOVE, at + QPoint(60, 40), control)
    desk.mouse(RELEASE, at + QPoint(60, 40), control)
    desk.wheel(at, -120)
    assert seen == [("centre", 0.5, 0.5), ("box", True), ("steer", -1.0)]
    desk.mouse(PRESS, desk.middle(1))
    desk.mouse(RELEASE, desk.middle(1))
    assert not desk.ptz.mode_camera
    assert desk.view.selected_camera() == desk.room.camera(2).id


def test_arrows_steer_while_held_and_repeat_nothing(desk: Desk) -> None:
    said: list[Velocity] = []
    hand = desk.ptz.hand
    hand.steer = lambda _id, velocity, _source: said.append(velocity)  # type: ignore[method-assign]
    desk.view.run("ptz.mouse")
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right, repeat=True)
    desk.key(Qt.Key.Key_Right, down=False, repeat=True)  # X11 sends a release with each repeat
    desk.key(Qt.Key.Key_PageUp)
    desk.key(Qt.Key.Key_Right, down=False)
    desk.key(Qt.Key.Key_PageUp, down=False)
    assert said == [Velocity(1), Velocity(1, 0, 1), Velocity(0, 0, 1), STILL]
    assert desk.view.selected_camera() == desk.camera_id
    desk.key(Qt.Key.Key_Escape)
    assert not desk.ptz.mode_camera, "nothing moves: Esc leaves the mode"
    desk.key(Qt.Key.Key_Right)
    assert len(said) == 4
    assert desk.view.selected_camera() == desk.room.camera(2).id, "as ever outside the mode"


def test_a_number_then_plus_goes_to_a_preset_or_asks_to_store_it(desk: Desk) -> None:
    grid = desk.window.wall_page.side.ptz.grid
    desk.wait(lambda: "Gate" in grid.cells[0].text() and "Bazaar" in grid.cells[1].text())
    desk.key(Qt.Key.Key_2, text="2")
    desk.key(Qt.Key.Key_Plus, text="+")
    desk.wait(lambda: [one.x for one in desk.device.said("GotoPreset")] == [("tok-b",)])
    desk.wait(lambda: grid.cells[1].property("current") == "yes")
    desk.key(Qt.Key.Key_3, text="3")
    desk.key(Qt.Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier)
    dialog = next(one for one in desk.window.findChildren(QDialog) if isinstance(one, NameDialog))
    dialog.line.setText("Mosque <b>")
    dialog.go.click()
    desk.wait(lambda: "Mosque" in grid.cells[2].accessibleName())
    assert "&lt;b&gt;" in grid.cells[2].toolTip(), "a name is shown as it stands"
    assert not desk.view.controller.entry.text
    desk.key(Qt.Key.Key_9, text="9")
    desk.key(Qt.Key.Key_Plus, text="+")
    desk.wait(lambda: any("no preset" in text for text in desk.window.toasts.texts()))


def test_the_section_folds_where_nothing_can_be_steered(desk: Desk) -> None:
    section = desk.window.wall_page.side.ptz
    desk.wait(section.stick.isVisible)
    desk.view.select_camera(desk.room.camera(2).id)
    assert "cannot be turned" in section.quiet.text()
    assert section.quiet.isVisible()
    assert not section.stick.isVisible()
    assert desk.view.run("ptz.home")
    desk.wait(lambda: any("cannot be steered" in text for text in desk.window.toasts.texts()))


def test_whoever_loses_a_camera_is_told_and_lets_go(desk: Desk) -> None:
    desk.view.run("ptz.mouse")
    pull(desk)
    mine = desk.ptz.hand.shown(desk.camera_id).lease
    other = Lease(desk.camera_id, Holder.SUPERVISOR, "S-7", "Sana")
    desk.room.services.bus.publish(LeaseChanged(desk.camera_id, other, mine, LeaseEnd.TAKEN_OVER))
    desk.wait(lambda: any("Sana" in text and "from you" in text for text in desk.window.toasts.texts()))
    assert not desk.ptz.hand.held.camera_id
