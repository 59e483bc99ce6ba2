"""Trying the machine once a run, as the settings say, and telling; the checks of `doctor`."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.child import ChildEnd, ChildSaid
from safecity_console.core.clock import SystemClock
from safecity_console.domain.hardware import DecodeMode, DeviceFinding, DeviceState
from safecity_console.domain.renderer import Renderer, RendererKind
from safecity_console.services.events import MachineProbed
from safecity_console.services.hardware import HardwareService
from safecity_console.services.machine import decode_check, renderer_check
from safecity_console.services.renderer import RendererService, ask_renderer, read_answer
from safecity_console.services.settings import SettingsService
from tests.fakes.devices import FakeAccelerator
from tests.fakes.records import Records, open_records

FOUND = (DeviceFinding("cuda", "h264", DeviceState.WORKS), DeviceFinding("cuda", "hevc", DeviceState.NO_DECODER),
         DeviceFinding("qsv", "h264", DeviceState.NO_DEVICE))


class NoStreams:
    """Nobody is connected."""

    def watches(self) -> Mapping[str, Any]:
        return {}

    def reader_of(self, camera_id: str) -> None:
        return None


class Asked:
    """Counts, waits to be let, answers."""

    def __init__(self, answer: Any, free: bool = True) -> None:
        self.answer, self.times = answer, 0
        self.may = threading.Event()
        if free:
            self.may.set()

    def __call__(self, stopping: Callable[[], bool]) -> Any:
        self.times += 1
        while not self.may.wait(0.02):
            if stopping():
                break
        return self.answer


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


@pytest.fixture
def settings(records: Records) -> SettingsService:
    return SettingsService(records.door, records.reader, records.bus, {}, records.desk)


@pytest.fixture
def told(records: Records) -> threading.Event:
    event = threading.Event()
    records.bus.subscribe(MachineProbed, lambda _: event.set())
    return event


@pytest.fixture
def hardware(records: Records, settings: SettingsService) -> Iterator[Callable[[Asked], HardwareService]]:
    made: list[HardwareService] = []

    def make(probe: Asked) -> HardwareService:
        made.append(HardwareService(settings, records.bus, NoStreams(), SystemClock(), probe, FakeAccelerator()))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def test_devices_are_tried_once_and_told(hardware: Any, settings: SettingsService, told: threading.Event) -> None:
    probe = Asked(FOUND)
    service = hardware(probe)
    assert service.findings() is None
    service.start(0.0)
    assert told.wait(5.0)
    assert service.findings() == FOUND
    assert service.using() == {"cuda"}
    for value in ("hardware", "processor", "auto"):
        settings.set("video.decode", value)
    assert probe.times == 1
    assert service.desk._rules.devices == {"h264": ("cuda",)}
    settings.set("video.hardware_most", 3)
    assert service.desk._rules.most == service.desk._sessions.most == 3


def test_the_processor_alone_means_that_nothing_is_tried_until_it_is_wished(
    hardware: Any, settings: SettingsService, told: threading.Event
) -> None:
    settings.set("video.decode", "processor")
    probe = Asked(FOUND)
    service = hardware(probe)
    service.start(0.0)
    assert service.mode() is DecodeMode.PROCESSOR
    assert probe.times == 0
    settings.set("video.decode", "auto")
    assert told.wait(5.0)
    assert probe.times == 1


def test_stopped_while_trying_it_ends_and_tells_nothing(hardware: Any, told: threading.Event) -> None:
    service = hardware(Asked(FOUND, free=False))
    service.start(0.0)
    service.stop()
    assert service.findings() is None
    assert not told.is_set()


def test_the_renderer_is_asked_once_judged_and_given_up_when_it_fails(
    records: Records, settings: SettingsService, told: threading.Event
) -> None:
    ask = Asked(Renderer(RendererKind.REAL, "NVIDIA"))
    service = RendererService(settings, records.bus, ask)
    settings.set("video.draw", "processor")
    service.start()
    assert ask.times == 0
    settings.set("video.draw", "auto")
    assert told.wait(5.0)
    found = service.renderer()
    assert found is not None
    assert found.kind is RendererKind.REAL
    service.failed("context_lost")
    assert service.renderer() == Renderer(RendererKind.NONE, "NVIDIA", "context_lost")
    settings.set("video.draw", "graphics")
    service.stop()
    assert ask.times == 1


def answer(**told: str) -> ChildSaid:
    return ChildSaid(ChildEnd.DONE, ("chatter of a driver", json.dumps(told)))


@pytest.mark.parametrize(
    ("said", "kind", "because"),
    [
        (answer(vendor="Mesa", renderer="llvmpipe (LLVM 15)"), RendererKind.SOFTWARE, "llvmpipe"),
        (answer(vendor="Intel", renderer="Mesa Intel(R) UHD"), RendererKind.REAL, ""),
        (answer(error="no_context"), RendererKind.NONE, "no_context"),
        (answer(vendor="only"), RendererKind.NONE, "nameless"),
        (ChildSaid(ChildEnd.DONE, ("[1]", "rubbish")), RendererKind.NONE, "nameless"),
        (ChildSaid(ChildEnd.HUNG, ()), RendererKind.NONE, "hung"),
        (ChildSaid(ChildEnd.CRASHED, ()), RendererKind.NONE, "crashed"),
        (ChildSaid(ChildEnd.FAILED, ()), RendererKind.NONE, "no_window"),
    ],
)
def test_a_childs_answer_is_judged(said: ChildSaid, kind: RendererKind, because: str) -> None:
    found = read_answer(said)
    assert (found.kind, found.because) == (kind, because)


def test_the_child_of_this_machine_answers() -> None:
    """Under the tests' own platform there is a software renderer, or none; never a crash that is taken for one."""
    found = ask_renderer(lambda: False)
    assert found.kind in (RendererKind.NONE, RendererKind.SOFTWARE) or found.name


def test_doctor_says_what_was_found() -> None:
    said = "by graphics: cuda: h264 decodes, hevc does not decode it; qsv: no device or no driver"
    assert decode_check(FOUND).detail == said
    assert decode_check(()).detail == "by the processor; this build of libav knows no graphics devices"
    soft = renderer_check(Renderer(RendererKind.SOFTWARE, "llvmpipe (LLVM 15)", "llvmpipe"))
    assert (soft.ok, "refused" in soft.detail, "llvmpipe" in soft.detail) == (True, True, True)
    assert renderer_check(Renderer(RendererKind.NONE, "", "no_context")).detail == "none (no_context)"
    assert "real" in renderer_check(Renderer(RendererKind.REAL, "NVIDIA")).detail
