"""Events of simulated cameras through the whole service: each quirk by its name, a restart in the middle."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera_event import EventKind
from safecity_console.domain.onvif import endpoint_of
from safecity_console.onvif.device import Device
from safecity_console.simulator.district import District
from tests.unit.services.test_camera_events import Wait, at_once, stage_of

USER, PASSWORD = "operator", "p@ss"
__all__ = ["at_once"]


@pytest.mark.parametrize("quirks", [
    "", "renew refused, slots 1", "needs message id, relative addresses", "empty pulls, digest only",
    "clock skew 3600s, token only", "wrong host, undeclared prefixes"])
def test_a_simulated_camera_is_heard(serve: Callable[..., District], tmp_path: Path, wait_until: Wait,
                                     quirks: str) -> None:
    district = serve(onvif=True, user=USER, password=PASSWORD, quirks=quirks)
    with ExitStack() as stack:
        stage = stage_of(stack, tmp_path / "data", wait_until)
        camera_id = stage.add(12, urlsplit(district.onvif_url(1)).port or 0, PASSWORD)
        wait_until(lambda: stage.heard(camera_id), 6.0)
        district.tell(1, "tamper", "true")
        stage.wait(lambda: (EventKind.TAMPER, True) in stage.kinds(), 6.0)
        district.tell(1, "tamper", "false")
        stage.wait(lambda: (EventKind.TAMPER, False) in stage.kinds(), 6.0)
        assert stage.services.camera_events.alarms()[camera_id].count == 1


def test_a_restart_is_survived_and_told_as_such(serve: Callable[..., District], tmp_path: Path,
                                                wait_until: Wait) -> None:
    district = serve(onvif=True, user=USER, password=PASSWORD)
    with ExitStack() as stack:
        stage = stage_of(stack, tmp_path / "data", wait_until)
        camera_id = stage.add(12, urlsplit(district.onvif_url(1)).port or 0, PASSWORD)
        wait_until(lambda: stage.heard(camera_id), 6.0)
        device = Device(endpoint_of(district.onvif_url(1)), USER, Secret(PASSWORD))
        stack.callback(device.close)
        device.connect()
        device.reboot()
        wait_until(lambda: not stage.heard(camera_id), 6.0)
        wait_until(lambda: stage.heard(camera_id) and (EventKind.REBOOT, False) in stage.kinds(), 12.0)
        district.tell(1, "digital_input", "true")
        wait_until(lambda: (EventKind.DIGITAL_INPUT, True) in stage.kinds(), 6.0)
        assert set(stage.kinds()) == {(EventKind.REBOOT, False), (EventKind.DIGITAL_INPUT, True)}
