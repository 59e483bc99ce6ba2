"""Steering over real sockets: a hand, its absence, and cameras that misbehave, each by its name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from safecity_console.db.check import inspect
from safecity_console.domain.access import Permission, RoleCode
from safecity_console.domain.errors import Refused
from safecity_console.domain.ptz import STILL, Holder, Lease, Position, Velocity
from safecity_console.domain.ptz_pace import HAND_SILENT_S
from safecity_console.domain.ptz_plan import Keeping, Patrol, PatrolStep, Sector
from safecity_console.domain.ptz_view import Box
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import LeaseChanged, PtzTrouble
from tests.fakes.staffed import begin, deeds, enter, make
from tests.fakes.steered import Steered, add, console_of

RIGHT = Velocity(1.0)


@dataclass
class Stage:
    services: ConsoleServices
    camera: Steered
    camera_id: str
    troubles: list[str]
    leases: list[LeaseChanged]
    wait: Callable[[Callable[[], bool], float], None]
    folder: Path

    def hold(self, seconds: float, velocity: Velocity = RIGHT) -> None:
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            self.services.ptz.steer(self.camera_id, velocity)
            time.sleep(0.1)

    def let_go(self) -> float:
        at_s = time.monotonic()
        self.services.ptz.steer(self.camera_id, STILL)
        return at_s

    def moving(self) -> None:
        """Steer until the camera moves."""
        self.services.ptz.steer(self.camera_id, RIGHT)
        self.wait(lambda: self.camera.moving, 5.0)

    def stops(self) -> int:
        return len(self.camera.said("Stop"))

    def stopped(self, timeout_s: float = 4.0) -> None:
        self.wait(lambda: self.stops() > 0 and not self.camera.moving, timeout_s)

    def role(self, code: RoleCode, badge: str) -> None:
        make(self.services, badge, code)


@pytest.fixture
def stage(tmp_path: Path, wait_until: Any) -> Iterator[Stage]:
    camera = Steered()
    try:
        with console_of(tmp_path / "data") as console:
            services = console.services
            troubles: list[str] = []
            leases: list[LeaseChanged] = []
            services.bus.subscribe(PtzTrouble, lambda event: troubles.append(event.code))
            services.bus.subscribe(LeaseChanged, leases.append)
            yield Stage(services, camera, add(services, 12, camera), troubles, leases, wait_until, tmp_path / "data")
    finally:
        camera.close()


def test_a_hand_moves_renews_and_stops_and_the_audit_has_one_line_a_burst(stage: Stage) -> None:
    stage.services.ptz.prepare(stage.camera_id).result(5)
    stage.hold(1.3)
    stage.let_go()
    stage.stopped()
    moves = stage.camera.said("ContinuousMove")
    assert 2 <= len(moves) <= 6, "on change and to renew, not for every word of the hand"
    assert {one.timeout for one in moves} == {"PT1S"}
    assert moves[0].pan == 1.0
    stage.camera.ignore_timeout = True
    stage.wait(lambda: bool(deeds(stage.services, "camera.ptz")), 5.0)
    assert [row[0] for row in deeds(stage.services, "ptz.take")] == ["ptz.take"]
    ((_, outcome, _, detail),) = deeds(stage.services, "camera.ptz")
    assert outcome == "done"
    assert 1000 < detail["ms"] < 3000
    assert detail["source"] == "mouse"
    state = stage.services.ptz.states.of(stage.camera_id)
    assert state.off_home_since is not None
    assert state.position.pan is not None


@pytest.mark.parametrize("odd", ["ignore_timeout", "refuse_timeout", "refuse_stop"])
def test_let_go_stops_cameras_that_know_no_timeout_or_no_stop(stage: Stage, odd: str) -> None:
    setattr(stage.camera, odd, True)
    stage.moving()
    stage.let_go()
    stage.stopped()
    if odd == "refuse_stop":
        assert stage.camera.said("ContinuousMove")[1].pan == 0.0, "a zero velocity stops what refuses Stop"


def test_gui_hang_a_hand_that_falls_silent_is_let_go(stage: Stage) -> None:
    stage.camera.ignore_timeout = True
    stage.moving()
    stage.stopped(HAND_SILENT_S + 5.0)


def test_slow_answers_the_stop_does_not_wait_behind_them(stage: Stage) -> None:
    stage.services.ptz.prepare(stage.camera_id).result(5)
    stage.camera.ignore_timeout, stage.camera.slow_s = True, 2.0
    stage.services.ptz.steer(stage.camera_id, RIGHT)
    stage.wait(lambda: bool(stage.camera.said("ContinuousMove")), 3.0)
    let_go_s = stage.let_go()
    stage.wait(lambda: stage.stops() > 0, 3.0)
    assert stage.camera.said("Stop")[0].at_s - let_go_s < 0.8, "the slow move was cut short before its deadline"
    stage.camera.slow_s = 0.0
    # the late move may land behind that Stop: it is sent again, and is the last word
    stage.wait(lambda: stage.stops() >= 2 and not stage.camera.moving, 6.0)
    assert stage.camera.notes[-1].operation == "Stop"


def test_late_answers_after_stop_the_last_word_is_stop(stage: Stage) -> None:
    stage.services.ptz.prepare(stage.camera_id).result(5)
    stage.camera.slow_s = 0.4
    for turn in range(6):
        stage.services.ptz.steer(stage.camera_id, Velocity(0.5 + turn / 20))
        time.sleep(0.05)
    stage.let_go()
    stage.wait(lambda: stage.stops() >= 3, 8.0)
    stage.camera.slow_s = 0.0
    stage.wait(lambda: not stage.services.ptz.shown(stage.camera_id).moving, 5.0)
    assert stage.camera.notes[-1].operation == "Stop"
    assert not stage.camera.moving


def test_connection_dropped_is_opened_anew(stage: Stage) -> None:
    stage.moving()
    stage.camera.server.drop_connections()
    stage.hold(0.6)
    stage.let_go()
    stage.stopped()
    stage.camera.server.drop_connections()
    stage.moving()


def test_link_drop_while_moving_stop_is_tried_until_it_is_taken(stage: Stage) -> None:
    stage.camera.ignore_timeout = True
    stage.moving()
    stage.camera.down = True
    stage.let_go()
    stage.wait(lambda: "ptz_not_stopped" in stage.troubles, 8.0)
    assert stage.camera.moving
    stage.camera.down = False
    stage.stopped(8.0)
    stage.wait(lambda: "ptz_stopped_late" in stage.troubles, 3.0)


def test_stop_all_and_release_and_closing_stop_what_moves(stage: Stage) -> None:
    stage.camera.ignore_timeout = True
    stage.moving()
    stage.services.ptz.stop_all()
    stage.stopped()
    stage.moving()
    stage.services.ptz.release(stage.camera_id)
    stage.wait(lambda: not stage.camera.moving, 3.0)
    assert stage.services.ptz.lease(stage.camera_id) is None
    stage.moving()
    stage.services.ptz.close()
    assert not stage.camera.moving


def test_leaving_the_desk_stops_and_gives_back(stage: Stage) -> None:
    begin(stage.services)
    stage.role(RoleCode.DUTY_OFFICER, "D-1")
    enter(stage.services, "D-1")
    stage.camera.ignore_timeout = True
    stage.moving()
    assert stage.services.ptz.shown(stage.camera_id).mine
    stage.services.access.lock()
    stage.wait(lambda: not stage.camera.moving, 3.0)
    assert stage.leases[-1].why == "seat"
    assert stage.leases[-1].lease is None
    with pytest.raises(Refused, match="console_locked"):
        stage.services.ptz.steer(stage.camera_id, RIGHT)


def test_who_may_not_steer_is_refused_and_noted_once_in_a_while(stage: Stage) -> None:
    begin(stage.services)  # an administrator has no PTZ
    for _ in range(5):
        with pytest.raises(Refused, match="not_permitted"):
            stage.services.ptz.steer(stage.camera_id, RIGHT)
    refused = [row for row in deeds(stage.services, "permission") if row[3].get("permission") == Permission.PTZ.value]
    assert len(refused) == 1
    assert stage.camera.notes == []


def test_two_officers_on_two_consoles_of_one_workstation(stage: Stage) -> None:
    """The command line beside an open window: another process, the same file."""
    begin(stage.services)
    for badge, role in (("D-1", RoleCode.DUTY_OFFICER), ("D-2", RoleCode.DUTY_OFFICER), ("S-1", RoleCode.SUPERVISOR)):
        stage.role(role, badge)
    enter(stage.services, "D-1")
    stage.moving()
    with console_of(stage.folder) as other:
        enter(other.services, "D-2")
        other.services.ptz.look()
        with pytest.raises(Refused, match="ptz_held") as refused:
            other.services.ptz.steer(stage.camera_id, RIGHT)
        assert refused.value.figures["badge"] == "D-1"
        assert 0 < int(str(refused.value.figures["seconds"])) <= 15
        other.services.access.sign_out()
        enter(other.services, "S-1")
        told: list[LeaseChanged] = []
        other.services.bus.subscribe(LeaseChanged, told.append)
        other.services.ptz.steer(stage.camera_id, Velocity(-1.0))
        assert told[0].lost is not None
        assert told[0].lost.badge == "D-1"
        stage.wait(lambda: any(one.pan == -1.0 for one in stage.camera.said("ContinuousMove")), 4.0)
        # the officer hears of it while he holds on
        stage.wait(lambda: _held_on_is_refused(stage), 6.0)
    takes = deeds(stage.services, "ptz.take")
    assert [(row[1], row[2]) for row in takes][:3] == [("done", "D-1"), ("refused", "D-2"), ("done", "S-1")]
    assert takes[2][3]["lost_by"] == "D-1"


def _held_on_is_refused(stage: Stage) -> bool:
    try:
        stage.services.ptz.steer(stage.camera_id, RIGHT)
    except Refused as error:
        return error.code == "ptz_held" and error.figures["badge"] == "S-1"
    return False


def test_a_lease_runs_out(stage: Stage) -> None:
    stage.moving()
    book = stage.services.ptz.leases
    hold = book._held[stage.camera_id]
    idle = Lease(stage.camera_id, Holder.OFFICER, "", "setup", hold.lease.since_s, hold.lease.used_s - 20)
    book._held[stage.camera_id] = type(hold)(idle, hold.actor, None, hold.written_s)
    stage.wait(lambda: stage.leases[-1].why == "idle", 3.0)
    stage.stopped()


def test_steps_positions_home_and_auxiliaries(stage: Stage) -> None:
    ptz, camera_id = stage.services.ptz, stage.camera_id
    ptz.centre_on(camera_id, 1.0, 0.5).result(5)
    ptz.zoom_box(camera_id, Box(0.25, 0.25, 0.5, 0.5)).result(5)
    ptz.goto(camera_id, Position(0.4, 0.0, 0.0)).result(5)
    assert len(stage.camera.said("AbsoluteMove")) >= 2
    assert stage.camera.said("AbsoluteMove")[-1].pan == 0.4
    assert ptz.states.of(camera_id).off_home_since is not None
    ptz.home(camera_id).result(5)
    assert ptz.states.of(camera_id).off_home_since is None
    with pytest.raises(Refused, match="ptz_unable"):
        ptz.auxiliary(camera_id, "tt:Laser|On")
    assert [row[3]["deed"] for row in deeds(stage.services, "camera.ptz")] == ["view", "view", "position", "home"]
    with pytest.raises(Refused, match="onvif_not_supported"):
        ptz.auxiliary(camera_id, "tt:Wiper|On").result(5)


def test_presets_by_number(stage: Stage) -> None:
    presets, camera_id = stage.services.presets, stage.camera_id
    presets.refresh(camera_id).result(5)
    assert [(one.number, one.token) for one in presets.of(camera_id)] == [(1, "1"), (2, "tok-b")]
    stored = presets.store(camera_id, 40, "Chowk").result(10)
    assert stored.picture_missing
    assert stored.preset.token == "made-2"
    assert stored.preset.position.pan is not None
    presets.go(camera_id, 40).result(5)
    assert stage.camera.said("GotoPreset")[-1].x == ("made-2",)
    assert stage.services.ptz.states.of(camera_id).preset == 40
    presets.rename(camera_id, 40, "Fountain\x00 chowk")
    assert presets.by_number(camera_id, 40).name == "Fountain chowk"
    del stage.camera.presets["tok-b"]
    presets.refresh(camera_id).result(5)
    with pytest.raises(Refused, match="preset_gone"):
        presets.go(camera_id, 2)
    presets.delete(camera_id, 40).result(5)
    assert [one.number for one in presets.of(camera_id)] == [1, 2]
    assert "made-2" not in stage.camera.presets
    shot = stage.folder / "shot.png"
    shot.write_bytes(b"PNG")
    pictures = SimpleNamespace(take=lambda _id: SimpleNamespace(path=shot))
    presets._pictures = pictures  # type: ignore[assignment]
    stored = presets.store(camera_id, 41, "Gate").result(10)
    picture = presets.picture_of(stored.preset)
    assert not stored.picture_missing
    assert picture is not None
    assert picture.read_bytes() == b"PNG"
    assert stage.services.officers._reader.read(lambda view: inspect(view, deep=True)) == ()
    assert [row[3]["deed"] for row in deeds(stage.services, "ptz.preset")] == ["store", "rename", "delete", "store"]


def test_a_patrol_rests_while_an_officer_holds_the_camera_and_goes_on(stage: Stage) -> None:
    presets, patrols, camera_id = stage.services.presets, stage.services.patrols, stage.camera_id
    presets.refresh(camera_id).result(5)
    patrols.put(Patrol(camera_id, 1, "Round", (PatrolStep(1, 3), PatrolStep(2, 3))))
    patrols.start(camera_id, 1)
    stage.wait(lambda: len(stage.camera.said("GotoPreset")) == 1, 5.0)
    assert stage.services.ptz.lease(camera_id).holder is Holder.PATROL  # type: ignore[union-attr]
    stage.moving()
    stage.wait(lambda: patrols.resting(camera_id), 3.0)
    stage.stopped()
    walked = len(stage.camera.said("GotoPreset"))
    stage.services.ptz.release(camera_id)
    stage.wait(lambda: len(stage.camera.said("GotoPreset")) > walked, 5.0)
    assert not patrols.resting(camera_id)
    patrols.stop(camera_id)
    assert stage.services.ptz.lease(camera_id) is None
    assert not any(one.running for one in patrols.of(camera_id))
    assert [row[3]["deed"] for row in deeds(stage.services, "ptz.patrol")] == ["put", "start", "stop"]


def test_a_tour_of_the_cameras_own_is_started_paused_and_ended_there(stage: Stage) -> None:
    patrols, camera_id = stage.services.patrols, stage.camera_id
    patrols.refresh(camera_id).result(5)
    patrols.start(camera_id, 1)
    orders = lambda: [one.x[-1] for one in stage.camera.said("OperatePresetTour")]  # noqa: E731
    stage.wait(lambda: orders() == ["Start"], 5.0)
    stage.moving()
    stage.wait(lambda: "Pause" in orders(), 3.0)
    stage.services.ptz.release(camera_id)
    stage.wait(lambda: orders() == ["Start", "Pause", "Start"], 5.0)
    patrols.stop(camera_id)
    stage.wait(lambda: orders()[-1] == "Stop", 5.0)


def test_sectors_keep_an_officer_out_and_let_a_supervisor_in(stage: Stage) -> None:
    ptz, camera_id = stage.services.ptz, stage.camera_id
    ptz.limits.put(Sector(camera_id, "Rooftops", 0.3, 0.9, -1, 1))
    begin(stage.services)
    stage.role(RoleCode.DUTY_OFFICER, "D-1")
    stage.role(RoleCode.SUPERVISOR, "S-1")
    enter(stage.services, "D-1")
    with pytest.raises(Refused, match="privacy_sector"):
        ptz.goto(camera_id, Position(0.5, 0, 0))
    stage.camera.ignore_timeout = True
    stage.moving()
    stage.wait(lambda: _kept_out(stage), 6.0)
    stage.wait(lambda: not stage.camera.moving and stage.camera.pan < 0.3, 5.0)
    assert ptz.limits.keeping(camera_id) is Keeping.KEPT
    stage.services.access.sign_out()
    enter(stage.services, "S-1")
    ptz.goto(camera_id, Position(0.5, 0, 0)).result(5)
    stage.camera.silent_place = True
    assert any(row[1] == "refused" for row in deeds(stage.services, "camera.ptz"))


def _kept_out(stage: Stage) -> bool:
    if "privacy_sector" not in stage.troubles:
        stage.services.ptz.steer(stage.camera_id, Velocity(0.5))
    return "privacy_sector" in stage.troubles


def test_a_camera_that_says_no_position_keeps_no_sector_and_that_is_said(stage: Stage) -> None:
    stage.camera.silent_place = True
    stage.services.ptz.limits.put(Sector(stage.camera_id, "Rooftops", 0.3, 0.9, -1, 1))
    assert stage.services.ptz.limits.keeping(stage.camera_id) is Keeping.UNKNOWN
    stage.services.ptz.prepare(stage.camera_id).result(5)
    assert stage.services.ptz.limits.keeping(stage.camera_id) is Keeping.NO_POSITION
    stage.moving()


def test_home_after_a_while_unless_somebody_holds_it(stage: Stage) -> None:
    stage.services.settings.set("ptz.home_after_min", 1)
    stage.moving()
    stage.let_go()
    stage.stopped()
    stage.wait(lambda: bool(stage.services.ptz.states.off_home()), 5.0)
    state = stage.services.ptz.states.of(stage.camera_id)
    states = stage.services.ptz.states
    from dataclasses import replace
    from datetime import timedelta

    states._put(replace(state, moved_at=stage.services.clock.now() - timedelta(minutes=2)))
    stage.services.patrols.round()
    assert stage.camera.said("GotoHomePosition") == [], "an officer still holds it"
    stage.services.ptz.release(stage.camera_id)
    stage.services.patrols.round()
    stage.wait(lambda: bool(stage.camera.said("GotoHomePosition")), 3.0)
    stage.wait(lambda: not states.off_home(), 3.0)


KILLED = """
import sys, time
from pathlib import Path
from tests.fakes.steered import console_of
from safecity_console.domain.ptz import Velocity
with console_of(Path(sys.argv[1])) as console:
    camera = console.services.cameras.by_number(12)
    while True:
        console.services.ptz.steer(camera.id, Velocity(1.0))
        time.sleep(0.1)
"""


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSTOP])
def test_kill_9_and_a_frozen_program_the_watchdog_stops_the_camera(stage: Stage, end: signal.Signals) -> None:
    stage.camera.ignore_timeout = True
    program = subprocess.Popen([sys.executable, "-c", KILLED, str(stage.folder)], env={**os.environ},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        stage.wait(lambda: stage.camera.moving, 20.0)
        assert stage.stops() == 0
        os.kill(program.pid, end)
        stage.wait(lambda: stage.stops() > 0 and not stage.camera.moving, 15.0)
    finally:
        program.kill()
        program.wait(10)
    stage.wait(lambda: not _watchdogs(program.pid), 15.0)


def _watchdogs(_parent: int) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
            mine = (path.parent / "environ").read_bytes().find(os.environ["HOME"].encode()) >= 0
        except OSError:
            continue
        if mine and b"safecity_console.services.ptz_watchdog" in words:
            assert words[-2] == b"safecity_console.services.ptz_watchdog", "a login in its arguments"
            found.append(path.parent.name)
    return found


def test_the_watchdog_killed_is_replaced_and_told_again(stage: Stage) -> None:
    stage.camera.ignore_timeout = True
    stage.moving()
    guard = stage.services.ptz._room.guard
    first = guard.child_pid  # type: ignore[attr-defined]
    os.kill(first, signal.SIGKILL)
    stage.hold(1.0)
    second = guard.child_pid  # type: ignore[attr-defined]
    assert second not in (None, first)
    stage.let_go()
    stage.stopped()


def test_a_start_with_many_cameras_opens_nothing(stage: Stage) -> None:
    for number in range(20, 50):
        add(stage.services, number, stage.camera)
    before = threading.active_count()
    stage.services.patrols.begin()
    stage.services.ptz.look()
    assert all(stage.services.ptz.can_steer(one.id) for one in stage.services.cameras.cameras())
    assert threading.active_count() == before
    assert stage.camera.server.heard == []
