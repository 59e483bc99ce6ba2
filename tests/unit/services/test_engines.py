"""Which engine an attempt gets, and a camera PyAV refuses shown by real VLC through the whole service."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.core.slot import NewestSlot, SlotReader
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.picture import TileWish
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.domain.watch import Condition
from safecity_console.services import doctor
from safecity_console.services.engines import CANNOT_READ, Engines
from safecity_console.video import reader as pyav_reader
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan
from safecity_console.video.source import SourceAddress, SourceFailed
from safecity_console.video.vlc_input import VLC
from safecity_console.video.vlc_probe import VlcAbilities, VlcState, probe_vlc
from safecity_console.wiring import Console, Options

PLAN = ReaderPlan("cam1", SourceAddress("http://127.0.0.1:1/x"), NewestSlot(), PictureProbe(), SystemClock(),
                  lambda: None)


class Second:
    def __init__(self, can: bool = True) -> None:
        self.can, self.asked = can, 0

    def can_open(self, address: SourceAddress) -> bool:
        self.asked += 1
        return self.can

    def reader(self, plan: ReaderPlan) -> Any:
        return "second"


def chosen(failure: Failure | None, second: Second | None, allowed: bool = True) -> object:
    return Engines(second, lambda: allowed).reader(PLAN, failure, lambda _plan: "first")  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize("fault", list(Fault))
def test_only_what_could_not_be_read_is_given_to_the_second_engine(fault: Fault) -> None:
    expected = "second" if fault in (Fault.UNSUPPORTED, Fault.NO_VIDEO, Fault.UNDECODABLE) else "first"
    second = Second()
    assert chosen(Failure(Layer.STREAM, fault), second) == expected
    assert second.asked == (expected == "second"), "VLC was tried out for a failure that is none of its business"


@pytest.mark.parametrize("fault", sorted(CANNOT_READ))
def test_after_both_failed_the_first_has_its_turn_again(fault: Fault) -> None:
    assert chosen(Failure(Layer.STREAM, fault, VLC), Second()) == "first"


def test_without_setting_ability_or_engine_nothing_changes() -> None:
    failure = Failure(Layer.STREAM, Fault.UNSUPPORTED, "codec")
    assert chosen(failure, Second(), allowed=False) == "first"
    assert chosen(failure, Second(can=False)) == "first"
    assert chosen(failure, None) == "first"
    assert chosen(None, Second()) == "first"


def _refusing(failure: Failure) -> Callable[[SourceAddress], Any]:
    """Refuse every opening: the seam where PyAV says it cannot read."""

    def refuse(_address: SourceAddress) -> Any:
        raise SourceFailed(failure)

    return refuse


@pytest.mark.parametrize("setting", ["auto", "off"])
def test_a_camera_pyav_refuses_is_shown_by_vlc_where_the_setting_allows_it(
        data_folder: Path, clips: dict[str, Path], monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    if find_spec("vlc") is None or "file" not in probe_vlc().schemes:
        pytest.skip("no VLC here that shows a file")
    refusal = Failure(Layer.STREAM, Fault.UNSUPPORTED, "codec")
    monkeypatch.setattr(pyav_reader, "open_source", _refusing(refusal))
    with Console(Options(data=data_folder, environment={})) as console:
        services = console.services
        services.settings.set("video.second_engine", setting)
        services.cameras.add(CameraDraft(1, "Old recorder", clips["sub"].as_uri()), None)
        console.watch()
        (camera,) = services.cameras.cameras()
        services.streams.show("main", {camera.id: TileWish(160, 96)})

        def condition() -> Condition | None:
            watch = services.streams.watches().get(camera.id)
            return watch.condition if watch is not None else None

        if setting == "off":
            time.sleep(4.0)
            assert condition() is Condition.OFFLINE
            return
        end_s = time.monotonic() + 40.0
        while condition() is not Condition.LIVE:
            assert time.monotonic() < end_s, services.streams.watches()
            time.sleep(0.05)
        pictures = SlotReader(services.streams.slot(camera.id))
        while pictures.take_new() is None:
            assert time.monotonic() < end_s, "no picture"
            time.sleep(0.02)
        while "vlc" not in services.streams.watches()[camera.id].facts.codec:
            assert time.monotonic() < end_s, services.streams.watches()[camera.id].facts
            time.sleep(0.05)
        taken = services.snapshots.take(camera.id)
        assert (taken.width, taken.height) == (320, 192)


@pytest.mark.parametrize(("found", "library", "words"), [
    (VlcAbilities(VlcState.NO_BINDING), True, "its Python part (python-vlc) is not"),
    (VlcAbilities(VlcState.NO_LIBRARY), False, "VLC itself is not"),
    (VlcAbilities(VlcState.SILENT), True, "gave no answer when it was tried out"),
    (VlcAbilities(VlcState.WORKS, "3.0.24", frozenset({"file", "http"})), True,
     "opens files and HTTP here but no RTSP"),
    (VlcAbilities(VlcState.WORKS, "3.0.24", frozenset({"file", "http", "rtsp"})), True, "opens files, HTTP and RTSP"),
    (VlcAbilities(VlcState.WORKS, "3.0.24"), True, "shows nothing here"),
])
def test_doctor_says_in_plain_words_what_vlc_is_good_for(found: VlcAbilities, library: bool, words: str) -> None:
    assert words in doctor.vlc_words(found, library)


def test_doctor_needs_no_vlc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.ctypes.util, "find_library", lambda _name: None)
    monkeypatch.setattr(doctor, "find_spec", lambda _name: None)
    (check,) = [c for c in doctor.optional_checks() if c.name == "libvlc"]
    assert check.ok
    assert "not here" in check.detail
