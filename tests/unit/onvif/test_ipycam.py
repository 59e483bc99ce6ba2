"""A camera that nobody here wrote: PyPI ipycam, in a process and an environment of its own (`make setup-test`).

It guards GetSystemDateAndTime, answers 401 without a challenge, forgets to declare prefixes, and answers faults as 200.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.onvif import AuthScheme, Endpoint, OnvifError, OnvifFault
from safecity_console.domain.ptz import Velocity
from safecity_console.onvif.device import Device
from safecity_console.onvif.probe_words import read_answer

ROOT = Path(__file__).resolve().parents[3]
PYTHON = ROOT / ".venv-ipycam/bin/python"


@pytest.fixture(scope="module")
def camera(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """Run ipycam and give what it says of itself."""
    assert PYTHON.exists(), "ipycam is not installed: run tools/ipycam.sh (make setup-test does)"
    told = subprocess.run([PYTHON, "-c", "import ipycam"], capture_output=True, text=True, timeout=120, check=False)
    assert told.returncode == 0, f"ipycam cannot be imported: {told.stderr[-300:]}"
    with subprocess.Popen([PYTHON, str(ROOT / "tests/fakes/ipycam_camera.py"), "admin", "s3cret"], text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          cwd=tmp_path_factory.mktemp("ipycam")) as child:  # it writes its presets where it stands
        try:
            assert child.stdout is not None
            yield json.loads(child.stdout.readline())
        finally:
            child.kill()


@pytest.fixture
def device(camera: dict[str, Any]) -> Iterator[Device]:
    """Give the camera as a device, connected."""
    one = Device(Endpoint("127.0.0.1", camera["port"]), "admin", Secret("s3cret"))
    one.connect()
    yield one
    one.close()


def test_it_is_read_and_taken_on_within_ten_calls(device: Device) -> None:
    report = device.report()
    urls = [device.stream_uri(one.token) for one in report.profiles[:2]]
    assert report.calls + len(urls) <= 10
    assert report.scheme is AuthScheme.TOKEN
    assert report.clock is not None
    assert (report.clock.source, abs(report.clock.offset_s) < 3) == ("Date", True)
    assert report.information.maker
    assert [(one.width, one.height) for one in report.profiles[:2]] == [(640, 360), (320, 180)]
    assert all(url.startswith("rtsp://127.0.0.1") and "@" not in url for url in urls)
    assert report.ptz is not None
    assert report.ptz.moves


def test_it_is_steered_and_keeps_presets(device: Device) -> None:
    token = device.abilities().profile_token
    device.move(token, Velocity(0.5, 0.2, 0.0), 1.0)
    device.stop(token)
    device.move_by(token, 0.1, 0.0, 0.0)
    kept = device.set_preset(token, "Gate")
    assert (kept, "Gate") in [(one.token, one.name) for one in device.presets(token)]  # undeclared prefixes: quirk 7
    device.goto_preset(token, kept)
    device.home(token)
    assert device.status(token).position.pan is not None


def test_what_it_does_not_have_is_not_supported(device: Device) -> None:
    for work in (device.relays, lambda: device.imaging("VideoSource_1"), lambda: device.tours("x")):
        with pytest.raises(OnvifError) as caught:
            work()
        assert caught.value.fault in (OnvifFault.NOT_SUPPORTED, OnvifFault.DEVICE_FAULT)


def test_a_wrong_password_is_refused_once(camera: dict[str, Any]) -> None:
    one = Device(Endpoint("127.0.0.1", camera["port"]), "admin", Secret("wrong"))
    for expected in (OnvifFault.WRONG_PASSWORD, OnvifFault.LOGIN_STOPPED):
        with pytest.raises(OnvifError) as caught:
            one.connect()
        assert caught.value.fault is expected
    one.close()


def test_its_malformed_probe_match_is_understood(camera: dict[str, Any]) -> None:
    (found,) = read_answer(camera["probe_match"].encode(), "127.0.0.1")
    assert found.endpoint == Endpoint("127.0.0.1", camera["port"])
