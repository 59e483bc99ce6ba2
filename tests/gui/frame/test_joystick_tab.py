"""The Joystick tab and the window's ear for sticks, with sticks that SDL sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from safecity_console.domain.access import RoleCode
from safecity_console.domain.errors import Refused
from safecity_console.domain.ptz import Velocity
from safecity_console.domain.stick import standard_profile
from safecity_console.joystick.virtual import DESK, GAMEPAD, VirtualStick
from safecity_console.services.stick_aim import Hand
from safecity_console.ui.joystick.desk import StickDesk
from safecity_console.ui.joystick.page import JoystickTab
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.screen import screen_of
from tests.fakes import staffed
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow, screen_for


@pytest.fixture
def sticks_of(room: OpenRoom) -> Iterator[Room]:
    made = room(range(1, 3))
    made.services.sticks.start()
    yield made
    made.services.sticks.stop()


@pytest.fixture
def tab(sticks_of: Room, app: object, qtbot: Any) -> Iterator[JoystickTab]:
    made = JoystickTab(screen_for(sticks_of))
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


def plug_in(tab: JoystickTab, room: Room, qtbot: Any, **more: Any) -> VirtualStick:
    count = tab.list.count()
    stick = VirtualStick.plug_in(room.services.sticks.reader, **more)
    qtbot.waitUntil(lambda: tab.list.count() == count + 1)
    return stick


def test_a_stick_is_tried_arranged_and_kept(tab: JoystickTab, sticks_of: Room, qtbot: Any) -> None:
    sticks = sticks_of.services.sticks
    assert not tab.save.isEnabled()
    assert "No joystick" in tab.empty.text()
    stick = plug_in(tab, sticks_of, qtbot)
    qtbot.waitUntil(lambda: len(tab.form.axes.rows) == 3)
    pan = tab.form.axes.rows[0]
    down = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    for editor in pan.editors:
        QApplication.sendEvent(editor, down)
    assert tab.form.profile == standard_profile(DESK), "scrolled past, not changed"
    stick.move(pan=1)
    qtbot.waitUntil(lambda: "+100" in pan.figure.text())
    stick.press(4)
    qtbot.waitUntil(lambda: tab.form.buttons.list.currentRow() == 4)
    assert not tab.save.isEnabled()
    pan.invert.click()
    qtbot.waitUntil(lambda: "-100" in pan.figure.text())
    buttons = tab.form.buttons
    buttons.kind.setCurrentIndex(buttons.kind.findData("command"))
    buttons.command.setCurrentIndex(buttons.command.findData("wall.snapshot"))
    assert tab.save.isEnabled()
    with qtbot.waitSignal(tab.said):
        qtbot.keyClick(tab.save, Qt.Key.Key_Return)
    kept = sticks.profiles.of(DESK)
    assert kept.axes[0].invert
    assert kept.buttons[4] == "wall.snapshot"
    assert not tab.save.isEnabled()
    pan.dead.setValue(40)
    tab.undo.click()
    assert tab.form.profile == kept
    sticks.reset(DESK)
    qtbot.waitUntil(lambda: tab.form.profile == standard_profile(DESK))


def test_centre_and_range_are_learnt(tab: JoystickTab, sticks_of: Room, qtbot: Any) -> None:
    stick = plug_in(tab, sticks_of, qtbot)
    calibration = tab.form.calibration
    stick.move(pan=0.25)
    qtbot.waitUntil(lambda: calibration.isVisible() and tab.form.axes.rows[0].bar.isVisible())
    qtbot.waitUntil(lambda: sticks_of.services.sticks.sticks()[0].state.axes[0] > 0.2)
    calibration.centre.click()
    qtbot.waitUntil(lambda: abs(tab.form.profile.axes[0].centre - 0.25) < 0.01)
    calibration.range.click()
    for place in (-0.5, 0.75):
        stick.move(pan=place)
        qtbot.waitUntil(lambda at=place: abs(tab.form.axes._state.axes[0] - at) < 0.01)
    calibration.range.click()
    pan = tab.form.profile.axes[0]
    assert (round(pan.least, 2), round(pan.most, 2)) == (-0.5, 0.75)
    assert "2, 3" in calibration.word.text()
    stick.unplug()
    qtbot.waitUntil(lambda: tab.list.count() == 0)
    plug_in(tab, sticks_of, qtbot)
    qtbot.waitUntil(lambda: tab.form.profile.axes[0] == pan), "what was not saved is kept"


def test_two_of_one_model_and_a_file(tab: JoystickTab, sticks_of: Room, qtbot: Any, tmp_path: Path) -> None:
    plug_in(tab, sticks_of, qtbot)
    plug_in(tab, sticks_of, qtbot)
    assert tab.list.item(0).text() != tab.list.item(1).text()
    tab.list.setCurrentRow(1)
    tab.take.click()
    qtbot.waitUntil(lambda: sticks_of.services.sticks.sticks()[1].active)
    file = tmp_path / "stick.json"
    with qtbot.waitSignal(tab.said):
        tab.export_to(file)
    text = file.read_text(encoding="utf-8")
    (tmp_path / "bad.json").write_text(text.replace("preset:1", "rm -rf /"), encoding="utf-8")
    tab.import_from(tmp_path / "bad.json")
    qtbot.waitUntil(tab.refusal.isVisible)
    assert tab.form.profile == standard_profile(DESK)
    file.write_text(text.replace("preset:1", "preset:77"), encoding="utf-8")
    with qtbot.waitSignal(tab.said):
        tab.import_from(file)
    assert tab.form.profile.buttons[0] == "preset:77"
    assert tab.save.isEnabled()
    assert sticks_of.services.sticks.profiles.of(DESK) == standard_profile(DESK)


class Hands:
    def __init__(self) -> None:
        self.got, self.moved = [Velocity()], ""
        self.refuses: set[str] = set()

    def steer(self, camera_id: str, velocity: Velocity) -> None:
        if camera_id in self.refuses:
            raise Refused("not_permitted")
        self.got.append(velocity)
        self.moved = camera_id


def test_focus_page_and_buttons_in_the_window(sticks_of: Room, window: OpenWindow, qtbot: Any) -> None:
    services, hands = sticks_of.services, Hands()
    services.sticks.serve(Hand(hands.steer, lambda _camera, _speed: None))
    services.sticks.put(replace(standard_profile(GAMEPAD), buttons={0: "page.cameras", 1: "preset:9"}))
    shown: MainWindow = window(sticks_of)
    desk = shown.findChild(StickDesk)
    assert desk is not None
    presets: list[int] = []
    desk.preset_wanted.connect(presets.append)
    desk.on_state(Qt.ApplicationState.ApplicationActive)
    stick = VirtualStick.plug_in(services.sticks.reader, GAMEPAD)
    qtbot.waitUntil(lambda: bool(services.sticks.sticks()))
    stick.press(0)
    stick.press(1)
    qtbot.waitUntil(lambda: shown.page == "cameras" and presets == [9])
    stick.move(a0=1)
    qtbot.waitUntil(lambda: services.sticks.sticks()[0].state.axes[0] == 1)
    assert hands.got[-1].still, "nobody moves what he does not see"
    stick.move(a0=0)
    shown.show_page("wall")
    shown.wall_page.view.call_camera(sticks_of.camera(2).id)
    shown.wall_page.view.select_camera(sticks_of.camera(2).id)
    qtbot.waitUntil(lambda: services.sticks.aimed_at == sticks_of.camera(2).id)
    stick.move(a0=1)
    qtbot.waitUntil(lambda: hands.got[-1].pan == 1)
    desk.on_state(Qt.ApplicationState.ApplicationInactive)
    assert hands.got[-1].still
    desk.on_state(Qt.ApplicationState.ApplicationActive)
    stick.move(a0=0)
    stick.move(a0=-1)
    qtbot.waitUntil(lambda: hands.got[-1].pan == -1)
    assert hands.moved == sticks_of.camera(2).id
    shown.show_page("settings")
    shown.findChild(type(shown._pages.settings_tabs)).go_to("joystick")
    qtbot.waitUntil(lambda: hands.got[-1].still)
    stick.move(a0=0)
    stick.move(a0=1)
    stick.press(0)
    qtbot.waitUntil(lambda: services.sticks.sticks()[0].presses == 3)
    assert hands.got[-1].still
    assert shown.page == "settings"


def test_who_may_not_change_settings_looks(data_folder: Path, app: object, qtbot: Any) -> None:
    with staffed.open_console(data_folder) as console:
        services = console.services
        staffed.begin(services)
        staffed.make(services, "D-104", RoleCode.DUTY_OFFICER)
        staffed.enter(services, "D-104")
        services.sticks.start()
        try:
            VirtualStick.plug_in(services.sticks.reader)
            tab = JoystickTab(screen_of(services))
            qtbot.addWidget(tab)
            tab.show()
            qtbot.waitUntil(lambda: len(tab.form.axes.rows) == 3)
            shut = [tab.save, tab.import_, tab.reset, tab.form.calibration.centre, tab.form.buttons.kind,
                    *tab.form.axes.rows[0].editors]
            assert not [one for one in shut if one.isEnabled()]
            assert "may look" in tab.word.text()
            tab.save_shown()
            assert services.sticks.profiles.of(DESK) == standard_profile(DESK)
        finally:
            services.sticks.stop()
