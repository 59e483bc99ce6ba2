"""F2: an incident in ten seconds by keyboard, from anywhere, and nothing typed is lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safecity_console.domain.access import RoleCode
from safecity_console.domain.camera import StreamRole
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Category, Severity, Source
from safecity_console.services.snapshots import SnapshotFile
from safecity_console.ui.incidents.new_panel import NewIncident
from tests.fakes.staffed import begin, make, password_of
from tests.fakes.staffed import enter as sign_in
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenWindow

KEY = Qt.Key


def _press(qtbot: Any, *keys: Any) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            qtbot.keyClicks(focused, key)
        else:
            qtbot.keyClick(focused, key)


def _panel(shown: Any) -> NewIncident | None:
    found = shown.findChildren(NewIncident)
    return next((one for one in found if one.isVisible()), None)


def _open(shown: Any, qtbot: Any) -> NewIncident:
    qtbot.keyClick(shown, KEY.Key_F2)
    panel = _panel(shown)
    assert panel is not None
    return panel


def test_ten_seconds_by_keyboard(window: OpenWindow, here: Room, qtbot: Any) -> None:
    shown = window(here)
    shown.wall_page.view.select_camera(here.camera(2).id)
    panel = _open(shown, qtbot)
    assert (panel.form.kind.key, panel.form.grave.key, panel.form.told.key) == ("suspicious", "S2", "camera")
    _press(qtbot, "Car upside down", KEY.Key_Down, "4", KEY.Key_Down, "1", KEY.Key_Return)
    qtbot.waitUntil(lambda: _panel(shown) is None, timeout=5000)
    (saved,) = here.services.incidents.open_ones()
    assert (saved.what, saved.category, saved.severity, saved.source) == (
        "Car upside down", Category.TRAFFIC, Severity.S1, Source.CAMERA)
    assert saved.camera_id == here.camera(2).id
    assert "Nangi" in saved.place
    assert shown.page == "wall", "the officer stays where he was"
    offer = shown._parts.incidents.offer
    assert offer.isVisible()
    offer.open.click()
    assert shown.page == "incidents"
    qtbot.waitUntil(lambda: shown._pages.incidents.detail.detail is not None, timeout=5000)


def test_enter_alone_and_times_that_cannot_be_are_refused_in_place(window: OpenWindow, here: Room, qtbot: Any) -> None:
    shown = window(here)
    shown.show_page("settings")
    panel = _open(shown, qtbot)
    assert panel.form.camera is None, "a camera that is not in sight is not meant"
    assert panel.form.told.key == "call_15"
    _press(qtbot, KEY.Key_Return)
    assert panel.refusal
    _press(qtbot, "Shop shutter forced")
    for typed in ("soon", "99:99"):
        panel.form.more.when.setText(typed)
        panel.save()
        assert "cannot be read" in panel.refusal
    panel.form.more.when.setText("-5")
    panel.save()
    qtbot.waitUntil(lambda: _panel(shown) is None, timeout=5000)
    (saved,) = here.services.incidents.open_ones()
    assert saved.entered_at - saved.event_at == timedelta(minutes=5)


def test_esc_asks_only_for_what_was_typed_and_the_look_may_change_meanwhile(window: OpenWindow, here: Room,
                                                                          qtbot: Any) -> None:
    shown = window(here)
    panel = _open(shown, qtbot)
    _press(qtbot, KEY.Key_Escape)
    assert _panel(shown) is None
    panel = _open(shown, qtbot)
    _press(qtbot, "Crowd <b>forming</b>")
    panel.form.kind.choose("women_children")
    assert "sealed" in panel.foot
    panel.form.kind.choose("misconduct")
    assert "district head" in panel.foot
    _press(qtbot, KEY.Key_Escape)
    question = QApplication.activeModalWidget()
    assert question is not None
    question.reject()  # type: ignore[attr-defined]
    here.services.settings.set("screen.theme", "light")
    qtbot.waitUntil(lambda: _panel(shown) not in (None, panel), timeout=5000)
    back = _panel(shown)
    assert back is not None
    assert (back.form.what.text(), back.form.kind.key) == ("Crowd <b>forming</b>", "misconduct")
    back.leave()


def test_a_lock_keeps_what_is_typed_for_its_officer_and_for_nobody_else(window: OpenWindow, here: Room,
                                                                      qtbot: Any) -> None:
    services = here.services
    begin(services)
    for badge in ("D-104", "D-105"):
        make(services, badge, RoleCode.DUTY_OFFICER)
    services.access.sign_out()
    sign_in(services, "D-104")
    shown = window(here)
    panel = _open(shown, qtbot)
    _press(qtbot, "Two men follow a girl")
    shown.gate.lock()
    assert _panel(shown) is None
    services.access.unlock(password_of("D-104"))
    qtbot.waitUntil(lambda: _panel(shown) is panel, timeout=5000)
    assert panel.form.what.text() == "Two men follow a girl"
    services.access.sign_out()
    qtbot.waitUntil(lambda: _panel(shown) is None, timeout=5000)
    sign_in(services, "D-105")
    qtbot.waitUntil(lambda: not shown.gate.shut, timeout=5000)
    qtbot.wait(50)  # a draft would come back with the next turn of the loop
    assert _panel(shown) is None
    assert _open(shown, qtbot).form.what.text() == ""


class _Slow:
    """Takes a picture when it is let."""

    def __init__(self, folder: Path, works: bool) -> None:
        self.let, self._folder, self._works = threading.Event(), folder, works

    def take(self, camera_id: str) -> SnapshotFile:
        self.let.wait(5)
        if not self._works:
            raise Refused("no_picture", number=1)
        file = self._folder / "now.png"
        file.write_bytes(b"\x89PNG")
        return SnapshotFile(file, "0" * 64, 16, 9, self._at, StreamRole.MAIN)

    _at: Any = None


@pytest.mark.parametrize("works", [True, False])
def test_saving_never_waits_for_the_picture(window: OpenWindow, here: Room, qtbot: Any, tmp_path: Path,
                                            works: bool) -> None:
    slow = _Slow(tmp_path, works)
    slow._at = here.clock.now()
    here.services = replace(here.services, snapshots=slow)  # type: ignore[arg-type]
    shown = window(here)
    shown.wall_page.view.select_camera(here.camera(1).id)
    panel = _open(shown, qtbot)
    _press(qtbot, "Fire in a shop", KEY.Key_Return)
    qtbot.waitUntil(lambda: _panel(shown) is None, timeout=5000)
    incidents = here.services.incidents
    (saved,) = incidents.open_ones()
    assert incidents.detail(saved.id).files == ()
    slow.let.set()
    snapshot = panel._snapshot
    qtbot.waitUntil(lambda: not snapshot._deeds.busy, timeout=5000)
    files = incidents.detail(saved.id).files
    assert [one.kind for one in files] == (["snapshot"] if works else [])
