"""The settings page is made of the declarations, counts at once, and says what the environment holds."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSpinBox

from safecity_console.core.settings import SETTINGS
from safecity_console.domain.watch import Condition
from safecity_console.ui.settings.page import SettingsPage
from safecity_console.ui.theme import DARK, LIGHT
from safecity_console.wiring import Console, Options
from tests.gui.frame.conftest import OpenRoom, OpenWindow, screen_for


def plain(text: str) -> str:
    return text.replace("\u2066", "").replace("\u2069", "")


def test_every_setting_is_on_the_page(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    page = SettingsPage(screen_for(room()))
    qtbot.addWidget(page)
    assert set(page.editors) == {setting.key for setting in SETTINGS}


def test_a_change_counts_at_once(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    here = room()
    page = SettingsPage(screen_for(here))
    qtbot.addWidget(page)
    fps, check = page.editors["wall.fps"], page.editors["picture.check"]
    assert isinstance(fps, QSpinBox)
    assert isinstance(check, QCheckBox)
    fps.setValue(25)
    check.setChecked(False)
    assert here.services.settings.number("wall.fps") == 25
    assert not here.services.settings.flag("picture.check")


def test_a_time_zone_nobody_knows_is_refused(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    here = room()
    page = SettingsPage(screen_for(here))
    qtbot.addWidget(page)
    zone = page.editors["screen.time_zone"]
    assert isinstance(zone, QComboBox)
    line = zone.lineEdit()
    assert line is not None
    for typed in ("Mars/Olympus", "../../etc/passwd", ""):
        line.setText(typed)
        line.editingFinished.emit()
        assert page.refusal("screen.time_zone") == "There is no such time zone."
        assert here.services.settings.text("screen.time_zone") == "Asia/Karachi"
    line.setText("UTC")
    line.editingFinished.emit()
    assert page.refusal("screen.time_zone") == ""
    assert here.services.settings.text("screen.time_zone") == "UTC"


def test_what_the_environment_holds_is_locked_and_says_so(app: QApplication, qtbot: Any, data_folder: Any) -> None:
    with Console(Options(data=data_folder, environment={"SAFECITY_WALL_FPS": "12"})) as console:
        from safecity_console.ui.screen import screen_of

        page = SettingsPage(screen_of(console.services))
        qtbot.addWidget(page)
        assert not page.editors["wall.fps"].isEnabled()
        assert page.editors["wall.mode"].isEnabled()
        said = " ".join(label.text() for label in page.findChildren(QLabel))
        assert "SAFECITY_WALL_FPS" in said


def test_the_place_stands_in_the_strip(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    line = shown.settings_page.editors["place.name"]
    assert isinstance(line, QLineEdit)
    line.setText("Dadyal Control Room")
    line.editingFinished.emit()
    qtbot.waitUntil(lambda: shown._strip._place.text() == "Dadyal Control Room", timeout=2000)


def test_the_theme_switches_live(window: OpenWindow, room: OpenRoom, qtbot: Any, app: QApplication) -> None:
    here = room((1,))
    shown = window(here)
    shown.show_page("settings")
    assert app.palette().window().color().name() == DARK.panel
    here.services.settings.set("screen.theme", "light")
    qtbot.waitUntil(lambda: app.palette().window().color().name() == LIGHT.panel, timeout=2000)
    assert shown.page == "settings"
    qtbot.waitUntil(lambda: shown.settings_page.isVisible(), timeout=2000)
    picture = shown.settings_page.grab().toImage()
    assert picture.pixelColor(4, 4).name() == LIGHT.panel
    assert picture.pixelColor(picture.width() - 24, 4).name() == LIGHT.window


def test_the_language_switches_live_and_back(window: OpenWindow, room: OpenRoom, qtbot: Any, app: QApplication) -> None:
    here = room((1,))
    shown = window(here)
    shown.show_page("settings")
    language = shown.settings_page.editors["screen.language"]
    assert isinstance(language, QComboBox)
    language.setFocus()
    language.activated.emit(1)
    qtbot.waitUntil(lambda: app.layoutDirection() is Qt.LayoutDirection.RightToLeft, timeout=2000)
    assert shown.actions_of_table.action("page.cameras").text() == "کیمرے"
    assert shown.focusWidget() is shown.settings_page.editors["screen.language"], "the hand stays where it was"
    here.services.settings.set("screen.language", "en")
    qtbot.waitUntil(lambda: app.layoutDirection() is Qt.LayoutDirection.LeftToRight, timeout=2000)
    assert shown.actions_of_table.action("page.cameras").text() == "Cameras"


@pytest.mark.parametrize("shows", [True, False])
def test_the_side_column_comes_and_goes(window: OpenWindow, room: OpenRoom, qtbot: Any, shows: bool) -> None:
    here = room((1,), {"wall.side_column": not shows})
    shown = window(here)
    assert shown.wall_page.side.isVisible() is not shows
    here.services.settings.set("wall.side_column", shows)
    qtbot.waitUntil(lambda: shown.wall_page.side.isVisible() is shows, timeout=2000)


def test_switching_often_leaves_no_old_pages_listening(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                      app: QApplication) -> None:
    here = room((1,))
    shown = window(here)
    for theme in ("light", "dark", "light"):
        here.services.settings.set("screen.theme", theme)
        wanted = {"light": LIGHT, "dark": DARK}[theme].panel
        qtbot.waitUntil(lambda wanted=wanted: app.palette().window().color().name() == wanted, timeout=2000)
    qtbot.wait(50)
    assert len(shown.findChildren(SettingsPage)) == 1
    before = len(here.streams.shown)
    shown.resize(1300, 760)
    qtbot.wait(200)
    assert len(here.streams.shown) - before <= 2, "old walls still ask for streams"


def test_what_does_not_fit_is_said_and_not_bent(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    here = room()
    page = SettingsPage(screen_for(here))
    qtbot.addWidget(page)
    fps = page.editors["wall.fps"]
    assert isinstance(fps, QSpinBox)
    fps.setValue(90)
    assert plain(page.refusal("wall.fps")) == "Not kept: this must lie between 5 and 30. 15 still counts."
    assert fps.value() == 90, "what was typed stays, to be mended"
    assert here.services.settings.number("wall.fps") == 15
    fps.setValue(20)
    assert page.refusal("wall.fps") == ""
    assert here.services.settings.number("wall.fps") == 20


def test_late_comes_before_connecting_again(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    here = room()
    page = SettingsPage(screen_for(here))
    qtbot.addWidget(page)
    late, reopen = page.editors["stream.late_after_s"], page.editors["stream.reopen_after_s"]
    assert isinstance(late, QDoubleSpinBox)
    assert isinstance(reopen, QDoubleSpinBox)
    late.setValue(4.0)
    assert "shorter than the 3.0 s" in plain(page.refusal("stream.late_after_s"))
    assert here.services.settings.number("stream.late_after_s") == 1.5
    reopen.setValue(6.0)
    assert page.refusal("stream.late_after_s") == "", "it fits now"
    assert here.services.settings.number("stream.late_after_s") == 4.0
    reopen.setValue(2.0)
    assert "longer than the 4.0 s" in plain(page.refusal("stream.reopen_after_s"))
    assert here.services.settings.number("stream.reopen_after_s") == 6.0


def test_the_control_room_keeps_a_name(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    here = room()
    page = SettingsPage(screen_for(here))
    qtbot.addWidget(page)
    line = page.editors["place.name"]
    assert isinstance(line, QLineEdit)
    line.setText("   ")
    line.editingFinished.emit()
    assert page.refusal("place.name") == "Not kept: the control room needs a name."
    assert here.services.settings.text("place.name") == "Mirpur Control Room"


def test_a_box_says_what_it_is(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    page = SettingsPage(screen_for(room()))
    qtbot.addWidget(page)
    box = page.editors["stream.check_tls"]
    assert isinstance(box, QCheckBox)
    assert box.text() == "Off"
    box.setChecked(True)
    assert box.text() == "On"


def test_typing_leaves_the_settings_that_hold_the_words(app: QApplication, qtbot: Any, room: OpenRoom) -> None:
    page = SettingsPage(screen_for(room()))
    qtbot.addWidget(page)
    page.narrow("certificates encrypted")
    assert [key for key, one in page.rows.items() if not one.isHidden()] == ["stream.check_tls"]
    assert [group for group, (title, _card) in page._cards.items() if not title.isHidden()] == ["stream"]
    page.narrow("")
    assert not [key for key, one in page.rows.items() if one.isHidden()]


def test_a_group_comes_to_the_top(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    shown = window(room((1,)))
    shown.show_page("settings")
    page = shown.settings_page
    title, _card = page._cards["wall"]
    qtbot.waitUntil(lambda: title.height() > 0)
    page.go_to("wall")
    assert 0 <= title.mapTo(page, title.rect().topLeft()).y() <= 40


def test_a_setting_says_what_it_does_right_now(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room((1, 2, 3))
    here.live(1, 2)
    here.figures.sample()
    shown = window(here)
    shown.show_page("settings")
    rows = shown.settings_page.rows
    assert plain(rows["wall.main_from_width_px"].effect.text()) == "Now: 0 full pictures and 2 small streams run."
    assert plain(rows["stream.late_after_s"].effect.text()) == "Now late: 0."
    assert rows["place.name"].effect.isHidden()
    assert plain(rows["load.govern"].effect.text()) == "Now slowed: 0 tiles."
    assert "%" in rows["load.cpu_most_percent"].effect.text()
    here.streams.set(here.camera(2), Condition.LATE)
    qtbot.waitUntil(lambda: plain(rows["stream.late_after_s"].effect.text()) == "Now late: 1.", timeout=3000)
