"""The triage ladder against every fault the simulator has, and `camera probe --json` of the same."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import Transport
from safecity_console.domain.picture import Picture
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.domain.stream import Fault, Layer
from safecity_console.services import triage as module
from safecity_console.services.triage import TriageService
from safecity_console.simulator.district import District, simple_district
from safecity_console.simulator.mirpur import demo_clip
from safecity_console.simulator.player import StartMode
from tests.fakes.scripted import ScriptedServer, refuses_login, rtsp

Serve = Callable[..., District]
USER, PASSWORD = "control", "Pr0be-me-n0t"
ORDER = [layer.value for layer in Layer]


def probe(url: str, *, told: list[LayerResult] | None = None, stop: threading.Event | None = None,
          pictures: list[Picture] | None = None, transport: Transport = Transport.TCP) -> ProbeReport:
    heard = told if told is not None else []
    seen = pictures if pictures is not None else []
    service = TriageService(SystemClock())
    return service.probe(url, USER, Secret(PASSWORD), transport, heard.append, stop or threading.Event(), seen.append)


def held(report: ProbeReport) -> list[str]:
    return [rung.layer for rung in report.layers if rung.ok]


def side_by_side(*work: Callable[[], None]) -> None:
    """Do what mostly waits all at once; the first that fails is raised."""
    with ThreadPoolExecutor(len(work)) as pool:
        for done in [pool.submit(one) for one in work]:
            done.result(60.0)


def test_a_healthy_camera_holds_on_every_rung_by_every_transport(serve: Serve) -> None:
    url = serve(user=USER, password=PASSWORD).url(1)
    side_by_side(*(partial(holds_on_every_rung, url, transport) for transport in Transport))


def holds_on_every_rung(url: str, transport: Transport) -> None:
    told: list[LayerResult] = []
    pictures: list[Picture] = []
    report = probe(url, told=told, pictures=pictures, transport=transport)
    assert report.failing_layer is None
    assert [rung.layer for rung in report.layers] == ORDER
    assert all(rung.ok and rung.ms >= 0 for rung in report.layers)
    assert told == list(report.layers)
    assert (report.codec, report.size) == ("h264", "320x192")
    assert report.fps == pytest.approx(15, abs=1.5)
    assert report.gop_s == pytest.approx(1.0, abs=0.1)
    assert pictures
    assert pictures[0].width <= 480
    assert PASSWORD not in repr(report)


FAULTS = {
    "no such host": (Layer.NAME, Fault.NO_SUCH_HOST),
    "refused": (Layer.PORT, Fault.PORT_REFUSED),
    "never answers": (Layer.RTSP, Fault.NO_ANSWER),
    "garbage": (Layer.RTSP, Fault.BAD_ANSWER),
    "wrong password": (Layer.LOGIN, Fault.WRONG_PASSWORD),
    "path 404": (Layer.STREAM, Fault.NOT_FOUND),
    "garbage sdp": (Layer.STREAM, Fault.SERVER_ERROR),
    "never sends": (Layer.FIRST_PACKET, Fault.NO_PACKETS),
}


def test_each_fault_breaks_its_own_rung_and_those_below_hold(serve: Serve) -> None:
    urls = {fault: serve(fault, own_ports=True, user=USER, password=PASSWORD).url(1) for fault in FAULTS}
    side_by_side(*(partial(breaks_its_own_rung, url, fault) for fault, url in urls.items()))


def breaks_its_own_rung(url: str, fault: str) -> None:
    report = probe(url)
    layer, kind = FAULTS[fault]
    assert (report.failing_layer, report.fault) == (layer.value, kind.value), fault
    assert held(report) == ORDER[: ORDER.index(layer.value)]
    assert [rung.layer for rung in report.layers][-1] == layer.value
    assert report.layers[-1].ok is False
    assert PASSWORD not in repr(report)


def test_the_picture_is_the_last_rung() -> None:
    side_by_side(*(partial(breaks_at_the_picture, fault) for fault in ("covered", "defocus", "frozen")))


def breaks_at_the_picture(fault: str) -> None:
    clip = demo_clip("stadium" if fault == "covered" else "school", "sub")
    with simple_district(1, clip=clip, fault=fault) as district:
        report = probe(district.url(1))
    assert (report.failing_layer, report.fault) == (Layer.PICTURE_QUALITY.value, fault)
    assert held(report) == ORDER[:-1]


def test_at_most_one_login() -> None:
    with ScriptedServer(refuses_login()) as server:
        report = probe(server.url())
        assert report.failing_layer == "login"
        time.sleep(0.5)
        assert len(server.logins()) == 1


def test_a_rung_that_held_at_first_stands_once_as_it_ended() -> None:
    def only_options(method: str, _request: str) -> bytes | None:
        return rtsp(Public="OPTIONS, DESCRIBE") if method == "OPTIONS" else None

    with ScriptedServer(only_options) as server:
        report = probe(server.url())
    assert [rung.layer for rung in report.layers] == ["name", "route", "port", "rtsp"]
    assert (report.failing_layer, report.layers[-1].ok) == ("rtsp", False)


def test_a_camera_whose_clock_is_wrong_says_so_and_goes_on(serve: Serve) -> None:
    climb = module._Climb(SystemClock(), lambda _: None, threading.Event())
    climb.begin()
    climb.clock_offset_s = -7200.0
    TriageService(SystemClock())._say_clock(climb)
    assert (climb.layers[0].layer, climb.layers[0].ok, climb.layers[0].detail) == ("clock", False, "-7200 s")


def test_rare_key_frames_are_waited_for_and_a_stop_is_heard(serve: Serve) -> None:
    url = serve("gop 12s", start_mode=StartMode.MID_GOP).url(1)
    time.sleep(0.5)
    stop = threading.Event()
    threading.Timer(1.5, stop.set).start()
    began_s = time.monotonic()
    report = probe(url, stop=stop)
    assert time.monotonic() - began_s < 6.0
    assert held(report)[-1] == "first_packet"
    assert report.failing_layer == "first_key_frame"


def test_a_file_whatever_its_name_and_a_needless_login(clips: dict[str, Path], tmp_path: Path) -> None:
    film = tmp_path / "چوک 100% film.mp4"
    film.write_bytes(clips["sub"].read_bytes())
    report = probe(film.as_uri())
    assert report.failing_layer is None
    assert held(report)[0] == "login"


def verb(*words: str, data: Path) -> tuple[int, dict, str]:
    done = subprocess.run(
        [sys.executable, "-m", "safecity_console", "camera", "probe", *words, "--json", "--data", str(data)],
        input=PASSWORD + "\n", capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout), done.stderr


def test_the_verb_on_a_good_and_on_a_bad_address(serve: Serve, data_folder: Path) -> None:
    district = serve(user=USER, password=PASSWORD)
    status, document, err = verb(district.url(1), "--user", USER, "--password-stdin", data=data_folder)
    assert status == 0, err
    assert {"layers", "failing_layer", "codec", "size", "fps", "gop_s"} <= set(document)
    assert all({"layer", "ok", "ms", "detail"} <= set(rung) for rung in document["layers"])
    assert document["failing_layer"] is None
    assert (document["codec"], document["size"]) == ("h264", "320x192")
    status, document, err = verb(district.url(1), "--user", "nobody", "--password-stdin", data=data_folder)
    assert (status, document["failing_layer"], document["fault"]) == (1, "login", "wrong_password")
    assert PASSWORD not in json.dumps(document) + err
