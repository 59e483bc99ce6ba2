"""Real devices as they answered one day: what the adapter reads of each.

The recordings lie beside the checkout (`../shared/media/onvif`, or SAFECITY_RECORDINGS) and are not ours to hand on;
the tests say so and are left out where they are not there. Facts of the answers stand here as the expected table.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.onvif import Endpoint, OnvifError, OnvifFault
from safecity_console.onvif.device import Device
from tests.fakes.onvif_server import OnvifServer, replay

_ROOT = Path(__file__).resolve().parents[3]
_PLACES = [Path(os.environ.get("SAFECITY_RECORDINGS", "")), _ROOT.parent / "shared/media/onvif",
           _ROOT.parent.parent / "shared/media/onvif"]
RECORDINGS = next((one for one in _PLACES if (one / "reolink_e1_zoom.json").is_file()), None)
pytestmark = pytest.mark.skipif(RECORDINGS is None, reason="the recordings of real devices are not on this machine")

# maker, model, profiles, main stream, moves (None: no PTZ), MAC told, stream addresses read, presets
TABLE = {
    "axis_q3819-pve": ("AXIS", "Q3819-PVE", 2, ("H264", 8192, 1728), None, True, 2, 0),
    "bosch_autodome_5000i": ("Bosch", "AUTODOME IP starlight 5000i", 3, ("H264", 1536, 864), True, True, 3, 2),
    "dlink_dcs-6511": ("D-Link Corporation", "DCS-6511", 2, ("H264", 1280, 1024), None, False, 0, 0),
    "enp1a14-ir_25x_ptz": ("ONVIF", "ENP1A14-IR/25X", 3, ("H265", 2560, 1440), True, False, 3, 40),
    "hikvision_ipc": ("", "", 2, ("H265", 1920, 1080), None, False, 0, 0),
    "ipg-8150pss_ptz": ("ONVIF_IPNC", "IPG-8150PSS", 2, ("H264", 2560, 1920), True, False, 2, 0),
    "reolink_e1_zoom": ("REOLINK", "E1 Zoom", 2, ("H264", 2048, 1536), True, True, 2, 0),
}


def read(name: str) -> tuple[object, ...]:
    """Connect to a replay and read what taking it on would read."""
    assert RECORDINGS is not None
    with OnvifServer(replay(RECORDINGS / f"{name}.json")) as server:
        device = Device(Endpoint("127.0.0.1", server.port), "", Secret(""))
        try:
            try:
                device.connect()
            except OnvifError as error:
                if error.fault is not OnvifFault.NOT_ONVIF:  # one recording holds no device service
                    raise
            report = device.report()
            streams = 0
            for one in report.profiles:
                try:
                    streams += device.stream_uri(one.token).startswith("rtsp://127.0.0.1")
                except OnvifError as error:
                    if error.fault is not OnvifFault.NOT_SUPPORTED:
                        raise
            main = max(report.profiles, key=lambda one: one.width * one.height)
            moves = report.ptz.moves if report.ptz is not None else None
            presets = len(device.presets(report.ptz.profile_token)) if report.ptz is not None else 0
            return (report.information.maker, report.information.model, len(report.profiles),
                    (main.codec, main.width, main.height), moves, bool(report.mac), streams, presets)
        finally:
            device.close()


@pytest.mark.parametrize("name", TABLE)
def test_a_recorded_device_is_read(name: str) -> None:
    assert read(name) == TABLE[name]


def test_an_axis_without_an_onvif_user_is_a_refused_login() -> None:
    assert RECORDINGS is not None
    with OnvifServer(replay(RECORDINGS / "axis_no_onvif_user.json")) as server:
        device = Device(Endpoint("127.0.0.1", server.port), "root", Secret("pass"))
        with pytest.raises(OnvifError) as caught:
            device.connect()
        assert caught.value.fault is OnvifFault.WRONG_PASSWORD
        assert len(server.logins()) == 1
        device.close()
