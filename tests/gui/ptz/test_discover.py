"""The discovery dialog and the camera dialog's reading: what is found becomes cameras, what fails says why."""

from __future__ import annotations

import pytest

from safecity_console.domain.onvif import Endpoint, FoundDevice, Search
from safecity_console.ui.cameras.dialog import CameraDialog
from safecity_console.ui.discover.dialog import DiscoverDialog
from tests.fakes.steered import PASSWORD, USER, Steered
from tests.gui.ptz.conftest import Desk


@pytest.fixture
def dialog(desk: Desk) -> DiscoverDialog:
    desk.window.run("camera.discover")
    made = desk.window.desk.open_dialog
    assert isinstance(made, DiscoverDialog)
    return made


def test_ticked_devices_become_cameras_and_what_fails_stays_ticked(desk: Desk, dialog: DiscoverDialog) -> None:
    new = Steered()
    try:
        known, port = desk.device.server.port, new.server.port
        dead = FoundDevice("dead", Endpoint("127.0.0.1", 9), "Dead <b>")
        found = (FoundDevice("a", Endpoint("127.0.0.1", known), number=1),
                 FoundDevice("b", Endpoint("127.0.0.1", port), "Dome", maker="Maker"), dead)
        dialog.model.show_found(found)
        assert [one.reference for one in dialog.model.ticked()] == ["b", "dead"], "a known one is not ticked"
        dialog.how.user.setText(USER)
        dialog.how.password.setText(PASSWORD)
        dialog.how.place.setCurrentText("Chowk")
        dialog.take.click()
        desk.wait(lambda: not dialog.busy)
        camera = desk.room.camera(5)
        assert camera.name == "Chowk 5"
        assert camera.has_password
        assert camera.onvif_host.endswith(str(port))
        assert [one.reference for one in dialog.model.ticked()] == ["dead"]
        assert dialog.model.rows[2].failed
        assert dialog.model.rows[2].words
        assert dialog.added == 1
        assert "Not added" in dialog.note.text()
        dialog.how.template.setText("{oops}")
        dialog.take.click()
        desk.wait(lambda: not dialog.busy)
        assert dialog.how.template_field.refusal
    finally:
        new.close()


def test_a_search_tells_how_far_it_is_and_can_be_stopped(desk: Desk, dialog: DiscoverDialog) -> None:
    dialog.where.search = lambda: Search(30.0, "", False, ("127.0.0.0/24",), (9,))  # type: ignore[method-assign]
    dialog.search.click()
    assert dialog.busy
    assert dialog.search.isEnabled()
    assert not dialog.take.isEnabled()
    dialog.search.click()
    desk.wait(lambda: not dialog.busy)
    dialog.where.search = lambda: Search(1.0, "", False, ("nonsense/99",), (9,))  # type: ignore[method-assign]
    dialog.where.ranges.setText("nonsense/99")
    dialog.search.click()
    desk.wait(lambda: not dialog.busy)
    assert dialog.where.ranges_field.refusal


def test_a_camera_is_read_from_its_own_device(desk: Desk) -> None:
    desk.window.desk.edit(desk.camera_id)
    dialog = desk.window.desk.open_dialog
    assert isinstance(dialog, CameraDialog)
    dialog.onvif.go.click()
    desk.wait(lambda: dialog.onvif.go.isEnabled())
    draft = dialog.form.draft()
    assert draft.main_url.startswith("rtsp://127.0.0.1")
    assert "clock" in dialog.onvif.words.text()
    assert USER not in draft.main_url
    assert PASSWORD not in draft.main_url
    dialog.save.click()
    known = desk.room.services.devices.known(desk.camera_id)
    assert known is not None
    assert known.ptz is not None
