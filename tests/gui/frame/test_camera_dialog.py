"""Adding and changing a camera: judging while typing, logins, refusals beside the field, the live test."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport
from safecity_console.domain.picture import Picture
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.ui.cameras.dialog import CameraDialog
from safecity_console.ui.widgets.question import Question
from tests.gui.doubles import Room, draft, picture
from tests.gui.frame.conftest import OpenRoom, screen_for

PASSWORD = "hunter-2-of-the-tests"


class HandTriage:
    """Climbs as told: gives rungs, a picture, waits to be stopped where asked."""

    def __init__(self, rungs: tuple[LayerResult, ...], failing: str | None, hold: bool = False,
                 shows: bool = False) -> None:
        self.rungs, self.failing, self.hold, self.shows = rungs, failing, hold, shows
        self.asked: list[tuple[str, str, Secret]] = []
        self.stopped = threading.Event()
        self.threads: list[int] = []

    def probe(self, url: str, user: str, password: Secret, transport: Transport,
              on_layer: Callable[[LayerResult], None], stop: threading.Event,
              on_picture: Callable[[Picture], None], check_tls: bool = False) -> ProbeReport:
        self.asked.append((url, user, password))
        self.threads.append(threading.get_ident())
        for rung in self.rungs:
            on_layer(rung)
        if self.shows:
            on_picture(picture(480, 270, 0.0))
        if self.hold:
            stop.wait(10)
            self.stopped.set()
        return ProbeReport(self.rungs, self.failing, codec="h264", size="640x360", fps=15.0)


GOOD = (LayerResult("name", True, 3.2), LayerResult("route", True, 0.4), LayerResult("first_picture", True, 120.0))
BROKEN = (LayerResult("name", True, 3.2), LayerResult("port", False, 2.0, "port_refused connection refused"))


@pytest.fixture
def dialog(app: QApplication, qtbot: Any, room: OpenRoom) -> Callable[..., tuple[Room, CameraDialog]]:
    def make(numbers: Any = (), camera: int = 0, triage: Any = None) -> tuple[Room, CameraDialog]:
        here = room(numbers, triage=triage)
        made = CameraDialog(screen_for(here), here.camera(camera) if camera else None)
        qtbot.addWidget(made, before_close_func=lambda one: one.test.wait_end(3.0))
        with qtbot.waitExposed(made):
            made.show()
        return here, made

    return make


def editor(made: CameraDialog, name: str) -> Any:
    return made.form.fields[name].editor


def test_a_camera_is_added_by_keyboard(dialog: Any, qtbot: Any) -> None:
    here, made = dialog(numbers=(1, 2, 4))
    assert editor(made, "number").value() == 3, "the next free number is proposed"
    assert not made.save.isEnabled()
    qtbot.keyClicks(editor(made, "name"), "Press Club")
    qtbot.keyClicks(editor(made, "main_url"), "rtsp://10.0.0.3/main")
    assert made.save.isEnabled()
    qtbot.keyClick(editor(made, "main_url"), Qt.Key.Key_Return)
    camera = here.services.cameras.by_number(3)
    assert camera is not None
    assert (camera.name, camera.profiles[0].url) == ("Press Club", "rtsp://10.0.0.3/main")
    assert not made.isVisible()


def test_a_pasted_login_moves_to_its_fields_and_is_never_shown(dialog: Any) -> None:
    here, made = dialog()
    editor(made, "name").setText("Bank Square")
    editor(made, "main_url").setText(f"rtsp://admin:{PASSWORD}@10.0.0.9:8554/main")
    assert editor(made, "main_url").text() == "rtsp://10.0.0.9:8554/main"
    assert editor(made, "user").text() == "admin"
    assert editor(made, "password").echoMode() is QLineEdit.EchoMode.Password
    made.save.click()
    camera = here.services.cameras.by_number(1)
    assert camera is not None
    assert camera.has_password
    assert here.services.cameras.login(camera.id).password == Secret(PASSWORD)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("main_url", "gopher://10.0.0.1/x", "must begin with"),
        ("main_url", "rtsp://10.0.0.1:99999/x", "between 1 and 65535"),
        ("main_url", "rtsp:///x", "names no camera"),
        ("name", " ", "needs a name"),
    ],
)
def test_a_refusal_stands_beside_its_field(dialog: Any, name: str, value: str, words: str) -> None:
    _here, made = dialog()
    editor(made, "name").setText("Dam View")
    editor(made, "main_url").setText("rtsp://10.0.0.1/x")
    assert made.save.isEnabled()
    editor(made, name).setText(value)
    plain = made.form.fields[name].refusal.replace("\u2066", "").replace("\u2069", "")
    assert words in plain
    assert not made.save.isEnabled()
    editor(made, name).setText("rtsp://10.0.0.1/x")
    assert made.form.fields[name].refusal == ""


def test_a_taken_number_is_said_while_typing(dialog: Any) -> None:
    _here, made = dialog(numbers=(7,))
    editor(made, "name").setText("Twin")
    editor(made, "main_url").setText("rtsp://10.0.0.1/x")
    editor(made, "number").setValue(7)
    assert made.form.fields["number"].refusal == "Another camera already has this number."
    assert not made.save.isEnabled()


def test_an_untouched_password_stays(dialog: Any, app: QApplication, qtbot: Any) -> None:
    here, made = dialog()
    here.services.cameras.add(draft(5), Secret(PASSWORD))
    camera = here.camera(5)
    change = CameraDialog(screen_for(here), camera)
    qtbot.addWidget(change)
    assert editor(change, "password").text() == ""
    assert editor(change, "password").placeholderText() == "unchanged"
    editor(change, "name").setText("Renamed")
    change.save.click()
    assert here.camera(5).name == "Renamed"
    assert here.services.cameras.login(camera.id).password == Secret(PASSWORD)
    assert made.isVisible()


def test_a_change_made_meanwhile_is_refused_and_nothing_is_lost(dialog: Any) -> None:
    here, made = dialog(numbers=(2,), camera=2)
    camera = here.camera(2)
    other = here.services.cameras.draft(camera)
    here.services.cameras.change(camera.id, replace(other, name="X"), None, camera.revision)
    editor(made, "name").setText("My own name")
    made.save.click()
    assert made.isVisible()
    assert "Somebody else" in made.note
    assert editor(made, "name").text() == "My own name"
    assert here.camera(2).name == "X"


def test_the_live_test_shows_every_rung_and_the_picture(dialog: Any, qtbot: Any) -> None:
    triage = HandTriage(GOOD, None, shows=True)
    _here, made = dialog(triage=triage)
    editor(made, "main_url").setText("rtsp://u:p@10.0.0.1/x")
    assert made.test.go.isEnabled(), "an address is enough for a test"
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        qtbot.mouseClick(made.test.go, Qt.MouseButton.LeftButton)
    assert triage.asked == [("rtsp://10.0.0.1/x", "u", Secret("p"))]
    assert triage.threads[0] != threading.get_ident(), "never in the GUI thread"
    assert [w.accessibleName() for w in made.test._shown] == [
        "Name is known", "There is a way to it", "The picture can be shown"]
    assert made.test.preview.has_picture
    assert "It works" in made.test.verdict


def test_the_live_test_names_the_broken_rung(dialog: Any, qtbot: Any) -> None:
    _here, made = dialog(triage=HandTriage(BROKEN, "port"))
    editor(made, "main_url").setText("rtsp://10.0.0.1/x")
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        made.test.go.click()
    assert made.test._shown[-1].accessibleName() == "Nothing listens on its port"
    assert "does not work yet" in made.test.verdict


def test_a_test_can_be_stopped_and_says_nothing_afterwards(dialog: Any, qtbot: Any) -> None:
    triage = HandTriage(GOOD, None, hold=True)
    _here, made = dialog(triage=triage)
    editor(made, "main_url").setText("rtsp://10.0.0.1/x")
    made.test.go.click()
    qtbot.waitUntil(lambda: len(made.test._shown) == 3, timeout=3000)
    assert made.test.running
    made.test.go.click()
    assert not made.test.running
    assert triage.stopped.wait(3)
    qtbot.wait(50)
    assert made.test.verdict == "Stopped."


def test_closing_the_dialog_stops_the_test(dialog: Any, qtbot: Any) -> None:
    triage = HandTriage((), None, hold=True)
    _here, made = dialog(triage=triage)
    editor(made, "main_url").setText("rtsp://10.0.0.1/x")
    made.test.go.click()
    qtbot.waitUntil(lambda: bool(triage.asked), timeout=3000)
    made.done(0)
    assert triage.stopped.wait(3)


def test_the_test_of_a_known_camera_uses_its_own_password(dialog: Any, qtbot: Any) -> None:
    triage = HandTriage(GOOD, None)
    here, _made = dialog(triage=triage)
    here.services.cameras.add(draft(5), Secret(PASSWORD))
    known = CameraDialog(screen_for(here), here.camera(5))
    qtbot.addWidget(known)
    with qtbot.waitSignal(known.test.ended, timeout=3000):
        known.test.go.click()
    assert triage.asked[0][2] == Secret(PASSWORD)
    assert known.test.wait_end(3)


def test_the_preview_shows_the_pictures_own_pixels(dialog: Any, qtbot: Any) -> None:
    _here, made = dialog()
    red = np.zeros((90, 160, 4), np.uint8)
    red[..., 2], red[..., 3] = 200, 255
    made.test.preview.show_picture(Picture(memoryview(red.reshape(-1)), 160, 90, 640, 0.0, 0.0, 160, 90, red), "red")
    middle = made.test.preview.grab().toImage().pixelColor(made.test.preview.rect().center())
    assert (middle.red(), middle.green(), middle.blue()) == (200, 0, 0)


def question_of(made: CameraDialog) -> Question:
    return made.findChildren(Question)[-1]


def test_escape_asks_before_typed_things_are_lost(dialog: Any, qtbot: Any) -> None:
    _here, made = dialog(numbers=(1,), camera=1)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible(), "nothing typed, nothing asked"
    _here, made = dialog()
    editor(made, "name").setText("Half a name")
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    question_of(made).leave.click()
    assert made.isVisible()
    assert editor(made, "name").text() == "Half a name"
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    qtbot.keyClick(question_of(made).go, Qt.Key.Key_Return)
    assert not made.isVisible()


def test_more_fields_are_folded_until_they_hold_something(dialog: Any, qtbot: Any) -> None:
    here, made = dialog()
    more = made.form.more
    assert not editor(made, "notes").isVisible()
    qtbot.keyClick(more.unfold, Qt.Key.Key_Return)
    assert editor(made, "notes").isVisible()
    editor(made, "name").setText("Dam View")
    editor(made, "main_url").setText("rtsp://10.0.0.1/x")
    editor(made, "latitude").setText("33,1484")
    assert not made.save.isEnabled(), "half a place"
    editor(made, "longitude").setText("east")
    assert made.form.fields["latitude"].refusal == "Latitude or longitude is not a number."
    editor(made, "longitude").setText("73.7515")
    editor(made, "onvif_host").setText("10.0.0.1:80")
    editor(made, "notes").setPlainText("Ladder in the school")
    assert made.save.isEnabled()
    made.save.click()
    camera = here.camera(1)
    kept = here.services.cameras.draft(camera)
    assert (kept.latitude, kept.longitude, kept.site) == (33.1484, 73.7515, "Dam View")
    assert (kept.onvif_host, kept.notes) == ("10.0.0.1:80", "Ladder in the school")
    again = CameraDialog(screen_for(here), camera)
    qtbot.addWidget(again)
    assert again.form.more.unfold.isChecked()
    assert editor(again, "latitude").text() == "33.1484"
    editor(again, "site").setCurrentText("Another place")
    assert editor(again, "latitude").text() == "", "another place has its own coordinates"
    editor(again, "site").setCurrentText("Dam View")
    assert editor(again, "latitude").text() == "33.1484"
    assert not again.changed


WHOLE = (LayerResult("name", True, 3.2), LayerResult("login", True, 8.0), LayerResult("stream", True, 4.0, "h264"),
         LayerResult("first_picture", True, 0.2, "640x360"), LayerResult("clock", True, 2500.0, "not told"),
         LayerResult("picture_quality", True, 0.0))


def test_the_small_stream_is_tested_too(dialog: Any, qtbot: Any) -> None:
    triage = HandTriage(WHOLE, None, shows=True)
    _here, made = dialog(triage=triage)
    editor(made, "main_url").setText("rtsp://10.0.0.1/main")
    editor(made, "sub_url").setText("rtsp://10.0.0.1/sub")
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        made.test.go.click()
    assert [url for url, _user, _password in triage.asked] == ["rtsp://10.0.0.1/main", "rtsp://10.0.0.1/sub"]
    assert [w.accessibleName() for w in made.test._shown] == [
        "Name is known", "The login is accepted", "Full picture: It has this stream",
        "Full picture: The picture can be shown", "It does not tell its time", "Full picture: The picture is good",
        "Small picture: It has this stream", "Small picture: The picture can be shown",
        "Small picture: The picture is good"]
    assert made.test.verdict.startswith("Both work")


def test_a_broken_small_stream_is_said_of_it(dialog: Any, qtbot: Any) -> None:
    class SmallBroken(HandTriage):
        def probe(self, url: str, *rest: Any) -> ProbeReport:
            if url.endswith("/sub"):
                self.rungs, self.failing = (LayerResult("stream", False, 5.0, "stream_missing 404"),), "stream"
            return super().probe(url, *rest)

    _here, made = dialog(triage=SmallBroken(WHOLE, None, shows=True))
    editor(made, "main_url").setText("rtsp://10.0.0.1/main")
    editor(made, "sub_url").setText("rtsp://10.0.0.1/sub")
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        made.test.go.click()
    assert made.test._shown[-1].accessibleName().startswith("Small picture: ")
    assert made.test.verdict == "The full picture works, but the small one has a fault."


def test_a_broken_full_stream_is_not_tried_twice(dialog: Any, qtbot: Any) -> None:
    triage = HandTriage((LayerResult("login", False, 5.0, "login_refused 401"),), "login")
    _here, made = dialog(triage=triage)
    editor(made, "main_url").setText("rtsp://10.0.0.1/main")
    editor(made, "sub_url").setText("rtsp://10.0.0.1/sub")
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        made.test.go.click()
    assert len(triage.asked) == 1, "one refused login a test: cameras lock accounts"


def test_waiting_is_no_measurement(dialog: Any, qtbot: Any) -> None:
    _here, made = dialog(triage=HandTriage(WHOLE, None, shows=True))
    editor(made, "main_url").setText("rtsp://10.0.0.1/main")
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        made.test.go.click()
    said = [[label.text() for label in w.findChildren(QLabel) if "ms" in label.text()] for w in made.test._shown]
    assert [bool(one) for one in said] == [True, True, True, False, False, False]


def test_the_picture_of_an_ended_test_is_marked_as_still(dialog: Any, qtbot: Any) -> None:
    _here, made = dialog(triage=HandTriage(WHOLE, None, shows=True))
    editor(made, "main_url").setText("rtsp://10.0.0.1/main")
    with qtbot.waitSignal(made.test.ended, timeout=3000):
        made.test.go.click()
    assert made.test.preview.mark == "Still picture of \u206615:42:07\u2069"
    live = made.test.preview.grab().toImage().pixelColor(made.test.preview.rect().center()).lightness()
    made.test.preview.show_picture(picture(480, 270, 0.0), "live")
    assert made.test.preview.mark == ""
    assert made.test.preview.grab().toImage().pixelColor(made.test.preview.rect().center()).lightness() > live + 20
