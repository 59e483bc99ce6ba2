"""Events of cameras at the socket, through lanes, rows and bus, misbehaviour by misbehaviour."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.secrets import Secret
from safecity_console.db.camera_events import prune_events, put_events, read_recent
from safecity_console.db.check import inspect
from safecity_console.domain.access import RoleCode
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.camera_event import CameraEvent, EventKind, Notice
from safecity_console.domain.errors import Refused
from safecity_console.services import camera_events, event_lane
from safecity_console.services.camera_event_book import BURST
from safecity_console.services.console import ConsoleServices
from safecity_console.services.event_lane import Hearing
from safecity_console.services.events import CameraEventHappened
from safecity_console.wiring import Console
from tests.fakes.onvif_server import USER, Reply
from tests.fakes.staffed import begin, deeds, enter, make
from tests.fakes.steered import console_of
from tests.fakes.telling import MOTION, TAMPER, Telling

Wait = Callable[[Callable[[], bool], float], None]


@dataclass
class Stage:
    console: Console
    services: ConsoleServices
    told: list[CameraEvent]
    wait: Wait
    folder: Path

    def add(self, number: int, port: int, password: str = "p@ss") -> str:
        draft = CameraDraft(number, f"Camera {number}", "rtsp://127.0.0.1:9/x", user=USER,
                            onvif_host=f"127.0.0.1:{port}")
        return self.services.cameras.add(draft, Secret(password)).id

    def heard(self, camera_id: str) -> bool:
        figures = self.services.camera_events.hearing(camera_id)
        return figures is not None and figures.state is Hearing.HEARD

    def state(self, camera_id: str) -> Hearing | None:
        figures = self.services.camera_events.hearing(camera_id)
        return None if figures is None else figures.state

    def kinds(self) -> list[tuple[EventKind, bool]]:
        return [(one.kind, one.lasts) for one in self.told]

    def tells(self, *expected: tuple[EventKind, bool]) -> None:
        self.wait(lambda: len(self.told) >= len(expected), 6.0)
        assert self.kinds() == list(expected)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera_events, "KEEP_S", 0.05)
    monkeypatch.setattr(camera_events, "FIRST_S", 0.0)
    monkeypatch.setattr(camera_events, "APART_S", 0.0)
    monkeypatch.setattr(event_lane, "REST_S", 0.1)


def stage_of(stack: ExitStack, folder: Path, wait: Wait) -> Stage:
    console = stack.enter_context(console_of(folder))
    services = console.services
    told: list[CameraEvent] = []
    services.bus.subscribe(CameraEventHappened, lambda event: told.append(event.event))
    services.camera_events.start()
    stack.callback(services.camera_events.stop)
    return Stage(console, services, told, wait, folder)


@pytest.fixture
def stage(tmp_path: Path, wait_until: Any) -> Iterator[Stage]:
    with ExitStack() as stack:
        yield stage_of(stack, tmp_path / "data", wait_until)


@pytest.fixture
def camera() -> Iterator[Telling]:
    with Telling("p@ss") as made:
        yield made


def test_a_state_is_told_kept_and_ended(stage: Stage, camera: Telling) -> None:
    camera_id = stage.add(12, camera.server.port)
    stage.wait(lambda: stage.heard(camera_id), 5.0)
    camera.tell(TAMPER, "IsTamper=true")
    stage.tells((EventKind.TAMPER, True))
    assert stage.services.camera_events.alarms()[camera_id].lasts
    camera.tell(TAMPER, "IsTamper=false")
    stage.tells((EventKind.TAMPER, True), (EventKind.TAMPER, False))
    (kept,) = stage.services.camera_events.recent(camera_id)
    assert kept.ended_at is not None
    assert kept.device_began_at is not None
    assert kept.source == "V1"
    assert not stage.services.camera_events.alarms()[camera_id].lasts, "it waits for an officer all the same"
    assert len(camera.said("CreatePullPointSubscription")) == 1
    stage.services.camera_events.stop()
    assert camera.subscriptions == {}, "given back"


def test_a_restart_of_the_camera_is_survived_and_nothing_is_told_twice(stage: Stage, camera: Telling) -> None:
    camera.needs_message_id = camera.relative = True
    camera_id = stage.add(12, camera.server.port)
    stage.wait(lambda: stage.heard(camera_id), 5.0)
    camera.tell(TAMPER, "IsTamper=true")
    stage.tells((EventKind.TAMPER, True))
    for _ in range(2):
        made = camera.number
        camera.restart()
        stage.wait(lambda made=made: camera.number > made and not any(camera.subscriptions.values()), 6.0)  # type: ignore[misc]
    camera.tell(MOTION, "State=true")
    stage.tells((EventKind.TAMPER, True), (EventKind.MOTION, True))
    assert stage.services.camera_events.moving() == {camera_id}
    assert camera_id in stage.services.camera_events.alarms()
    assert stage.services.camera_events.alarms()[camera_id].newest.kind is EventKind.TAMPER, "motion is no alarm"


def test_a_restart_of_the_console_tells_nothing_twice_and_keeps_what_waits(
        tmp_path: Path, wait_until: Any, camera: Telling) -> None:
    with ExitStack() as stack:
        before = stage_of(stack, tmp_path / "data", wait_until)
        camera_id = before.add(12, camera.server.port)
        wait_until(lambda: before.heard(camera_id), 5.0)
        camera.tell(TAMPER, "IsTamper=true")
        before.tells((EventKind.TAMPER, True))
    with ExitStack() as stack:
        after = stage_of(stack, tmp_path / "data", wait_until)
        wait_until(lambda: after.heard(camera_id) and not any(camera.subscriptions.values()), 5.0)
        camera.tell(MOTION, "State=true")
        after.tells((EventKind.MOTION, True))
        assert after.services.camera_events.alarms()[camera_id].count == 1


def test_dead_slow_and_mad_cameras_take_time_from_nobody(stage: Stage, camera: Telling) -> None:
    with ExitStack() as stack:
        mute = stack.enter_context(Telling("p@ss"))
        release = threading.Event()
        stack.callback(release.set)
        mute.device.answers["CreatePullPointSubscription"] = lambda heard: (release.wait(10.0), Reply(hang_up=True))[1]
        huge = stack.enter_context(Telling("p@ss"))
        huge.next_pull = Reply(chunks=[b"HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n", b"x" * 1000])
        full = stack.enter_context(Telling("p@ss"))
        full.slots = 0
        for number, port in enumerate([9, 9, mute.server.port, huge.server.port, full.server.port], start=20):
            stage.add(number, port)
        camera_id = stage.add(12, camera.server.port)
        stage.wait(lambda: stage.heard(camera_id), 5.0)
        began_s = time.monotonic()
        camera.tell(TAMPER, "IsTamper=true")
        stage.wait(lambda: bool(stage.told), 2.0)
        assert time.monotonic() - began_s < 2.0
        assert len(full.said("CreatePullPointSubscription")) < 12, "it rests longer each time"
        release.set()
        began_s = time.monotonic()
        stage.services.camera_events.stop()
        assert time.monotonic() - began_s < 5.0


def test_a_refused_login_is_not_tried_again_until_it_is_changed(stage: Stage, camera: Telling) -> None:
    camera_id = stage.add(12, camera.server.port, "wrong")
    stage.wait(lambda: stage.state(camera_id) is Hearing.STOPPED, 5.0)
    assert camera.device.refusals == 1
    now = stage.services.cameras.by_id(camera_id)
    assert now is not None
    stage.services.cameras.change(camera_id, stage.services.cameras.draft(now), Secret("p@ss"), now.revision)
    stage.wait(lambda: stage.heard(camera_id), 5.0)
    assert camera.device.refusals == 1


def test_a_mad_camera_fills_nothing_and_what_was_left_out_is_counted(stage: Stage, camera: Telling) -> None:
    camera_id = stage.add(12, camera.server.port)
    stage.wait(lambda: stage.heard(camera_id), 5.0)
    for number in range(150):
        camera.tell(f"tns1:Own/Thing{number}", "State=true")
    stage.wait(lambda: (stage.services.camera_events.hearing(camera_id) or stage).dropped >= 150 - BURST - 3, 8.0)  # type: ignore[union-attr]
    stage.wait(lambda: len(stage.told) >= BURST, 5.0)
    assert len(stage.told) <= BURST + 3


def test_switched_off_gives_every_subscription_back(stage: Stage, camera: Telling) -> None:
    camera_id = stage.add(12, camera.server.port)
    stage.wait(lambda: stage.heard(camera_id), 5.0)
    stage.services.settings.set("camera.events", False)
    stage.wait(lambda: not camera.subscriptions, 5.0)
    assert stage.services.camera_events.hearing(camera_id) is None
    stage.services.settings.set("camera.events", True)
    stage.wait(lambda: stage.heard(camera_id), 5.0)


def test_no_concern_is_of_who_may_see_the_camera_is_audited_and_lasts(stage: Stage, camera: Telling) -> None:
    camera_id = stage.add(12, camera.server.port)
    stage.wait(lambda: stage.heard(camera_id), 5.0)
    for source in ("1", "2"):
        camera.tell("tns1:Device/Trigger/DigitalInput", "LogicalState=true", source=source)
    stage.wait(lambda: len(stage.told) == 2, 5.0)
    events = stage.services.camera_events
    assert events.alarms()[camera_id].count == 2
    begin(stage.services)
    make(stage.services, "4471", RoleCode.DUTY_OFFICER)
    stage.services.access.sign_out()
    with pytest.raises(Refused):
        events.no_concern(camera_id)
    assert events.recent(camera_id) == ()
    enter(stage.services, "4471")
    assert events.no_concern(camera_id) == 2
    assert events.no_concern(camera_id) == 0
    assert events.alarms() == {}
    ((_, _outcome, _, detail),) = [row for row in deeds(stage.services, "camera.event_seen") if row[1] == "done"]
    assert detail["count"] == 2
    assert detail["kinds"] == ["digital_input"]
    camera.tell("tns1:Device/Trigger/DigitalInput", "LogicalState=false", source="1")
    stage.wait(lambda: len(stage.told) == 3, 5.0)
    assert all(one.seen_by == "4471" for one in events.recent(camera_id))
    assert events.alarms() == {}


def test_rows_are_pruned_by_age_and_by_camera(stage: Stage) -> None:
    camera_id = stage.add(12, 9)
    services, now = stage.services, stage.services.clock.now()
    book = camera_events.EventBook(camera_id, 0.0)
    made = []
    for number in range(20):
        event = book.fold(Notice(EventKind.OTHER, None, f"t{number}"), now - timedelta(days=number), number * 60.0)
        assert event is not None
        made.append(event)
    door = services.camera_events._door
    stranger = replace(made[0], id="0" * 36, camera_id="1" * 36)
    assert len(door.write(lambda tx: put_events(tx, [*made, stranger]))) == 20
    assert door.write(lambda tx: prune_events(tx, now - timedelta(days=9, hours=1), 6)) == 14
    kept = services.camera_events._reader.read(lambda view: read_recent(view, camera_id, 50))
    assert [one.topic for one in kept] == [f"t{number}" for number in range(6)]
    assert services.camera_events._reader.read(lambda view: inspect(view, deep=True)) == ()
