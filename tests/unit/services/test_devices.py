"""Taking devices on: streams chosen, one login for many, what is kept, who is in the registry already, refusals."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from safecity_console.cli import sentences
from safecity_console.core.login import Login
from safecity_console.core.passwords import Cost
from safecity_console.core.secrets import Secret
from safecity_console.db.onvif_devices import report_from, report_to
from safecity_console.domain.camera import CameraDraft, StreamRole
from safecity_console.domain.device_streams import MAKERS, check_template, choose, name_by, usual_paths
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import (
    DEVICE_PATH,
    DeviceReport,
    Endpoint,
    FoundDevice,
    MediaProfile,
    OnvifFault,
    PtzAbilities,
    Range,
    Search,
    endpoint_of,
)
from safecity_console.services.desk import Seat
from safecity_console.services.device_matches import Matches
from safecity_console.services.devices import DeviceReading, TakenOn, TakeOn, refused_of
from safecity_console.ui.refusals import known_codes
from safecity_console.wiring import Console, Options
from tests.fakes.certificates import self_signed
from tests.fakes.onvif_server import PASSWORD, USER, OnvifServer, StrictDevice, fault, whole_device

LOGIN = Login(USER, Secret(PASSWORD))


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    with Console(Options(tmp_path / "data", {}, use_keyring=False, password_cost=Cost(8, 1, 1))) as one:
        yield one


def found(server: OnvifServer, **more: Any) -> FoundDevice:
    return FoundDevice(more.pop("reference", ""), Endpoint("127.0.0.1", server.port), **more)


def audited(console: Console, tmp_path: Path) -> list[tuple[str, str]]:
    import sqlite3

    console.close()
    with sqlite3.connect(tmp_path / "data" / "console.db") as db:
        return [(a, b) for a, b in db.execute("SELECT action, body FROM audit ORDER BY n")]


# Choosing -------------------------------------------------------------------------------------------------------------


def _p(token: str, codec: str, width: int, height: int, source: str = "s") -> MediaProfile:
    return MediaProfile(token, codec=codec, width=width, height=height, source_token=source)


@pytest.mark.parametrize(("profiles", "main", "sub"), [
    ([_p("a", "H264", 640, 360), _p("b", "H265", 3840, 2160), _p("c", "H264", 1280, 720)], "b", "a"),
    ([_p("a", "H264", 1920, 1080), _p("b", "JPEG", 640, 480)], "a", None),
    ([_p("a", "JPEG", 1920, 1080), _p("b", "JPEG", 640, 480)], "a", "b"),
    ([_p("a", "H264", 1920, 1080), _p("b", "H264", 1920, 1080)], "a", None),
    ([_p("a", "H264", 1920, 1080), _p("b", "H264", 1280, 720), _p("c", "H264", 1024, 576)], "a", "c"),
    ([_p("a", "", 0, 0), _p("b", "", 0, 0)], "a", "b"),
    ([_p("a", "MPEG4", 1920, 1080)], None, None),
    ([_p("a", "H264", 640, 360, "one"), _p("b", "H264", 4096, 2160, "two")], "a", None),
    ([], None, None),
])  # fmt: skip
def test_main_is_the_largest_and_sub_a_small_one(profiles: list[MediaProfile], main: str | None,
                                                 sub: str | None) -> None:
    chosen = choose(profiles)
    assert (chosen.main and chosen.main.token, chosen.sub and chosen.sub.token) == (main, sub)


def test_templates_and_makers() -> None:
    words = {"place": "Chowk Shaheedan", "n": "7", "maker": "", "model": "X"}
    assert name_by("{place} {maker} {n}", words) == "Chowk Shaheedan 7"
    for bad in ("{place", "{}", "{plaice} {n}", "  ", "{n.__class__}"):
        with pytest.raises(Refused) as caught:
            check_template(bad)
        assert caught.value.code == "template_unknown"
    assert usual_paths("HIKVISION DS") is MAKERS[0]
    assert usual_paths("Nobody") is None


@pytest.mark.parametrize(("text", "endpoint"), [
    ("192.0.2.5", Endpoint("192.0.2.5")), ("192.0.2.5:8000", Endpoint("192.0.2.5", 8000)),
    ("https://cam.lan/onvif/x", Endpoint("cam.lan", 443, "/onvif/x", True)), ("fd00::5", Endpoint("fd00::5")),
    ("[fd00::5]:81", Endpoint("fd00::5", 81)),
])  # fmt: skip
def test_endpoints_are_written_as_they_are_read(text: str, endpoint: Endpoint) -> None:
    assert endpoint_of(text) == endpoint
    assert endpoint_of(endpoint.short) == endpoint
    assert endpoint.path != DEVICE_PATH or "onvif" not in endpoint.short


@pytest.mark.parametrize("text", ["", "http://", "rtsp://x", "a b", "x:99999", "x" * 300])
def test_an_address_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        endpoint_of(text)
    assert caught.value.code == "onvif_address"


# Taking on ------------------------------------------------------------------------------------------------------------


def test_devices_become_cameras_with_streams_ptz_and_a_sealed_login(console: Console, tmp_path: Path) -> None:
    services = console.services
    services.cameras.add(CameraDraft(2, "Old", "rtsp://192.0.2.2/a"))
    device = StrictDevice(whole_device(), digest=True)
    with OnvifServer(device) as first, OnvifServer(device) as second, \
            OnvifServer(StrictDevice(whole_device(), token=True, password="another")) as third:
        wanted = [found(first), found(second), found(third)]
        told: list[TakenOn] = []
        taken = services.devices.take_on(wanted, LOGIN, TakeOn("{place} {n}", "Chowk", 1),
                                         lambda done, of, one: told.append(one))
        assert [one.camera.number if one.camera else one.refused.code for one in taken] == [  # type: ignore[union-attr]
            1, 3, "onvif_wrong_password"]
        assert told == list(taken)
        heard = len(third.heard)
        again = services.devices.take_on([wanted[2]], LOGIN)
        assert again[0].refused is not None
        assert (again[0].refused.code, len(third.heard)) == ("onvif_login_stopped", heard)  # type: ignore[attr-defined]
        camera = taken[0].camera
        assert camera is not None
        assert (camera.name, camera.site_name, camera.onvif_host) == ("Chowk 1", "Chowk", f"127.0.0.1:{first.port}")
        assert {p.role: p.url for p in camera.profiles} == {
            StreamRole.MAIN: "rtsp://127.0.0.1/live/main", StreamRole.SUB: "rtsp://127.0.0.1/live/sub"}
        assert services.cameras.login(camera.id) == LOGIN
        known = services.devices.known(camera.id)
        assert known is not None
        assert known.ptz is not None
        again_known = services.devices.read_again(camera.id)
        assert again_known.information == known.information
    entries = audited(console, tmp_path)
    assert sum(action == "camera.onboard" for action, _ in entries) == 3
    raw = (tmp_path / "data" / "console.db").read_bytes()
    assert PASSWORD.encode() not in raw


def test_what_is_found_and_known_already_carries_its_number(console: Console) -> None:
    services = console.services
    with OnvifServer(StrictDevice(whole_device())) as server, OnvifServer(StrictDevice(whole_device())) as other:
        (one,) = services.devices.take_on([found(server)], Login())
        ports = (server.port,)
        (seen,) = services.devices.discover(Search(multicast=False, ranges=("127.0.0.1",), ports=ports))
        (new,) = services.devices.discover(Search(multicast=False, ranges=("127.0.0.1",), ports=(other.port,)))
    assert one.camera is not None
    assert (seen.number, new.number) == (one.camera.number, None)


def test_a_device_that_moved_is_known_by_its_mac_and_a_bare_stream_by_its_host(console: Console) -> None:
    cameras = console.services.cameras
    known = cameras.add(CameraDraft(1, "A", "rtsp://192.0.2.1/a", onvif_host="192.0.2.1"))
    cameras.add(CameraDraft(2, "B", "rtsp://192.0.2.2/a"))
    for number in (3, 4):
        cameras.add(CameraDraft(number, "Channel", f"rtsp://192.0.2.3/{number}"))
    report = DeviceReport(Endpoint("192.0.2.1"), mac="aa:bb:cc:00:11:22")
    matches = Matches(cameras.cameras(), {known.id: report})

    def number(host: str, reference: str = "", **more: Any) -> int | None:
        return matches.number(FoundDevice(reference, Endpoint(host), **more))

    assert number("192.0.2.1") == 1
    assert number("192.0.2.99", "urn:uuid:00000000-0000-0000-0000-AABBCC001122") == 1
    assert number("192.0.2.99", mac="AA-BB-CC-00-11-22") == 1
    assert number("192.0.2.2") == 2
    assert number("192.0.2.3") is None  # channels of a recorder
    assert number("192.0.2.99") is None


def test_a_certificate_is_pinned_on_first_use_and_a_change_is_refused(console: Console, tmp_path: Path) -> None:
    devices = console.services.devices
    script = StrictDevice(whole_device(), token=True)
    with OnvifServer(script, self_signed(tmp_path / "a.pem")) as server:
        endpoint = Endpoint("127.0.0.1", server.port, tls=True)
        reading = devices.read(endpoint, LOGIN)
        assert len(reading.report.pinned) == 64
        camera = devices.add(CameraDraft(1, "A", ""), reading, LOGIN.password)
        assert devices.certificate(camera.id) == reading.report.pinned
        assert endpoint_of(camera.onvif_host) == endpoint
    with OnvifServer(script, self_signed(tmp_path / "b.pem")) as server:
        with pytest.raises(Refused) as caught:
            devices.read(Endpoint("127.0.0.1", server.port, tls=True), LOGIN, reading.report.pinned)
        assert caught.value.code == "onvif_certificate_changed"
        assert not server.heard


def test_a_makers_usual_paths_stand_in_where_no_address_is_told(console: Console) -> None:
    answers = whole_device(GetStreamUri=fault("ActionNotSupported", "", 500))
    named = {**answers, "GetDeviceInformation": answers["GetDeviceInformation"].replace(">Test<", ">HIKVISION<")}
    with OnvifServer(StrictDevice(named)) as server, OnvifServer(StrictDevice(answers)) as nameless:
        reading = console.services.devices.read(Endpoint("127.0.0.1", server.port), Login())
        with pytest.raises(Refused) as caught:
            console.services.devices.read(Endpoint("127.0.0.1", nameless.port), Login())
    assert reading.main_url == "rtsp://127.0.0.1/Streaming/Channels/101"
    assert caught.value.code == "onvif_no_stream"


def test_who_does_not_sit_here_finds_and_adds_nothing(console: Console) -> None:
    console.services.desk.sit(Seat.EMPTY)
    devices = console.services.devices
    with OnvifServer(StrictDevice(whole_device())) as server:
        for work in (lambda: devices.discover(Search(multicast=False, ranges=("127.0.0.1",), ports=(server.port,))),
                     lambda: devices.read(Endpoint("127.0.0.1", server.port), Login()),
                     lambda: devices.take_on([found(server)], Login())):
            with pytest.raises(Refused) as caught:
                work()
            assert caught.value.code == "not_signed_in"
        assert not server.heard


def test_taking_on_can_be_stopped(console: Console) -> None:
    stop = threading.Event()
    stop.set()
    with OnvifServer(StrictDevice(whole_device())) as server:
        (one,) = console.services.devices.take_on([found(server)], Login(), stop=stop)
        assert one.refused is not None
        assert not server.heard


def test_every_fault_has_its_sentence_in_both_places() -> None:
    codes = {refused_of_code(one) for one in OnvifFault}
    assert codes <= known_codes()
    assert codes <= sentences.SENTENCES.keys()


def refused_of_code(one: OnvifFault) -> str:
    from safecity_console.domain.onvif import OnvifError

    return refused_of(OnvifError(one), Endpoint("h")).code


def test_a_report_is_kept_whole_and_a_spoilt_one_is_none() -> None:
    with OnvifServer(StrictDevice(whole_device())) as server:
        from safecity_console.onvif.device import Device

        device = Device(Endpoint("127.0.0.1", server.port), "", Secret(""))
        device.connect()
        report = replace(device.report(), mac="aa:bb:cc:00:11:22", addresses=("10.0.0.1",), pinned="a" * 64,
                         quirks=frozenset({"no_timeout"}), ptz=PtzAbilities(pan_speed=Range(-2, 3), auxiliary=("a",)))
        device.close()
    assert report_from(report_to(report)) == report
    for spoilt in ("", "[]", "{}", "null", '{"endpoint": 3}', '{"endpoint": {"host": "h"}, "profiles": [{"size": 1}]}'):
        assert report_from(spoilt) is None or not spoilt.startswith(("[", "n"))


def test_the_onvif_code_is_not_loaded_by_what_starts_the_console() -> None:
    asked = ("import sys, safecity_console.wiring, safecity_console.cli.main; "
             "print([m for m in sys.modules if m.startswith(('safecity_console.onvif', 'onveef'))])")
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_a_reading_names_no_login() -> None:
    assert PASSWORD not in repr(DeviceReading(DeviceReport(Endpoint("h")), "rtsp://h/a"))
