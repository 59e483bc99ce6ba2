"""The history in simulated time: spans, crashes, steps of the clock, availability."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safecity_console.core.clock import ManualClock
from safecity_console.db.history import Note, Recorded
from safecity_console.db.transaction import Table
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.watch import HistorySpan, HistoryState
from safecity_console.services import history as module
from safecity_console.services.check import check_data
from safecity_console.services.history import Availability, HistoryService
from tests.fakes.records import Records, open_records

LIVE, LATE, OFFLINE = HistoryState.LIVE, HistoryState.LATE, HistoryState.OFFLINE
UNKNOWN, DISABLED = HistoryState.UNKNOWN, HistoryState.DISABLED
NEVER_S = 3600.0


class Watch:
    """A console's history with one camera and a clock moved by hand."""

    def __init__(self, records: Records) -> None:
        assert isinstance(records.clock, ManualClock)
        self.records = records
        self.clock = records.clock
        self.camera_id = records.cameras.add(CameraDraft(1, "Chowk", "rtsp://h/")).id
        self.begin = self.clock.now()
        self.history = self.fresh()

    def fresh(self) -> HistoryService:
        return HistoryService(self.records.door, self.records.reader, self.clock, heartbeat_s=NEVER_S)

    def say(self, state: HistoryState, layer: str = "", fault: str = "", after_s: float = 0.0) -> None:
        self.clock.advance(after_s)
        self.history.note(self.camera_id, state, layer, fault, self.clock.now())

    def settle(self) -> None:
        self.records.door.write(lambda tx: None)

    def spans(self) -> list[tuple[str, float, float | None]]:
        """Give (state, from, to) in seconds since the beginning, as recorded."""
        self.settle()
        rows = self.records.rows("SELECT state, from_at, to_at FROM camera_state ORDER BY rowid")
        return [(str(r["state"]), self._at(r["from_at"]) or 0.0, self._at(r["to_at"])) for r in rows]

    def _at(self, text: object) -> float | None:
        return None if text is None else (datetime.fromisoformat(str(text)) - self.begin).total_seconds()

    def figures(self) -> Availability:
        self.settle()
        return self.history.availability(self.camera_id, self.begin, self.clock.now())

    def problems(self) -> list[str]:
        return [p.detail for p in check_data(self.records.paths, True, use_keyring=False)]


@pytest.fixture
def watch(data_folder: Path) -> Iterator[Watch]:
    with open_records(data_folder) as records:
        made = Watch(records)
        made.history.start()
        yield made
        made.history.stop()
        assert made.problems() == []


def test_spans_follow_each_other_without_a_gap(watch: Watch) -> None:
    watch.say(LIVE)
    watch.say(OFFLINE, "port", "port_refused", after_s=60)
    watch.say(LIVE, after_s=30)
    assert watch.spans() == [("live", 0, 60), ("offline", 60, 90), ("live", 90, None)]


def test_the_same_thing_said_again_is_not_written(watch: Watch) -> None:
    watch.say(LIVE)
    watch.settle()
    commits = watch.records.door.commits
    for _ in range(50):
        watch.say(LIVE, after_s=1)
    assert watch.records.door.commits == commits
    assert len(watch.spans()) == 1


def test_another_layer_or_fault_is_another_span(watch: Watch) -> None:
    watch.say(OFFLINE, "port", "port_refused")
    watch.say(OFFLINE, "port", "port_timeout", after_s=5)
    watch.say(OFFLINE, "login", "wrong_password", after_s=5)
    rows = watch.records.rows("SELECT layer, fault FROM camera_state WHERE 1 ORDER BY rowid") if watch.spans() else []
    assert [(r["layer"], r["fault"]) for r in rows] == [
        ("port", "port_refused"),
        ("port", "port_timeout"),
        ("login", "wrong_password"),
    ]


def test_which_cameras_were_down_and_where(watch: Watch) -> None:
    other = watch.records.cameras.add(CameraDraft(2, "Gate", "rtsp://h/2")).id
    watch.history.note_many(
        [
            Note(watch.camera_id, LIVE, "", "", watch.clock.now()),
            Note(other, OFFLINE, "name", "no_such_host", watch.clock.now()),
        ]
    )
    watch.say(OFFLINE, "login", "wrong_password", after_s=100)
    watch.clock.advance(100)
    watch.settle()
    early, late = watch.begin + timedelta(seconds=50), watch.begin + timedelta(seconds=150)
    assert [(d.camera_id, d.layer, d.fault) for d in watch.history.down_at(early)] == [(other, "name", "no_such_host")]
    assert {(d.camera_id, d.layer) for d in watch.history.down_at(late)} == {
        (other, "name"),
        (watch.camera_id, "login"),
    }
    assert watch.history.down_at(watch.begin - timedelta(seconds=1)) == ()


def test_availability_says_every_figure(watch: Watch) -> None:
    watch.clock.advance(10)  # nothing said yet: unknown
    for state, seconds in ((LIVE, 60), (LATE, 20), (OFFLINE, 10), (DISABLED, 100)):
        watch.say(state)
        watch.clock.advance(seconds)
    found = watch.figures()
    assert (found.live_s, found.late_s, found.offline_s, found.disabled_s, found.unknown_s) == (60, 20, 10, 100, 10)
    assert found.total_s == 200
    assert found.raw == pytest.approx(60 / 200)
    assert found.contract == pytest.approx(60 / 90)
    assert found.connected == pytest.approx(80 / 90)


def test_a_period_is_cut_at_both_ends_and_the_future_is_not_counted(watch: Watch) -> None:
    watch.say(LIVE)
    watch.clock.advance(100)
    watch.settle()
    found = watch.history.availability(
        watch.camera_id, watch.begin + timedelta(seconds=40), watch.begin + timedelta(days=1)
    )
    assert (found.live_s, found.total_s) == (60, 60)
    empty = watch.history.availability(watch.camera_id, watch.clock.now(), watch.begin)
    assert (empty.total_s, empty.raw, empty.contract, empty.connected) == (0, None, None, None)


def test_after_a_crash_the_time_since_the_last_heartbeat_is_unknown(watch: Watch) -> None:
    watch.say(LIVE)
    watch.clock.advance(30)
    watch.history.beat()
    watch.clock.advance(7)  # the process dies here; nobody says anything
    crashed = watch.history
    watch.clock.advance(600)
    watch.history = watch.fresh()
    watch.history.start()
    watch.say(LIVE, after_s=3)
    assert watch.spans() == [("live", 0, 30), ("unknown", 30, 640), ("live", 640, None)]
    watch.clock.advance(60)
    found = watch.figures()
    assert (found.live_s, found.unknown_s) == (90, 610)
    assert crashed.stop()
    watch.records.door.write(lambda tx: None)


def test_after_an_orderly_stop_the_time_off_is_unknown(watch: Watch) -> None:
    watch.say(OFFLINE, "port", "port_refused")
    watch.clock.advance(30)
    watch.history.stop()
    watch.clock.advance(600)
    watch.history = watch.fresh()
    watch.history.start()
    watch.clock.advance(5)
    assert watch.spans() == [("offline", 0, 30), ("unknown", 30, None)]
    assert watch.history.down_at(watch.clock.now()) == ()


def test_notes_outside_of_a_run_are_not_taken(watch: Watch) -> None:
    watch.history.stop()
    watch.say(LIVE)
    assert watch.spans() == []


def test_a_small_backward_step_ends_and_goes_on(watch: Watch) -> None:
    watch.say(LIVE)
    watch.clock.advance(60)
    watch.history.beat()
    watch.clock.set_wall(watch.clock.now() - timedelta(seconds=20))
    watch.clock.advance(1)
    watch.history.beat()
    assert watch.spans() == [("live", 0, 60), ("live", 41, None)]
    watch.say(OFFLINE, "port", "port_refused", after_s=9)
    watch.clock.advance(40)
    found = watch.figures()  # the wall clock says 90 s: in the overlap the later recorded spans hold
    assert (found.live_s, found.offline_s, found.total_s) == (50, 40, 90)


def test_a_clock_years_off_bends_nothing_that_was_recorded_right(watch: Watch) -> None:
    right = watch.clock.now()
    watch.say(LIVE)
    watch.clock.advance(60)
    watch.history.beat()
    watch.clock.set_wall(right.replace(year=2009))  # an empty battery
    watch.history.beat()
    watch.say(OFFLINE, "port", "port_refused", after_s=60)
    watch.history.beat()
    watch.clock.set_wall(right + timedelta(seconds=180))
    watch.history.beat()
    watch.clock.advance(20)
    found = watch.figures()
    assert (found.live_s, found.unknown_s, found.offline_s) == (60, 120, 20)


def test_a_machine_that_slept_was_not_watching(watch: Watch) -> None:
    watch.say(LIVE)
    watch.clock.advance(60)
    watch.history.beat()
    watch.clock.set_wall(watch.clock.now() + timedelta(hours=8))  # monotonic time stands still in sleep
    watch.history.beat()
    watch.clock.advance(60)
    found = watch.figures()
    assert (found.live_s, found.unknown_s) == (120, 8 * 3600)


def test_a_note_before_the_open_span_never_ends_before_it_began(watch: Watch) -> None:
    watch.say(LIVE, after_s=60)
    watch.history.note(watch.camera_id, OFFLINE, "port", "port_refused", watch.begin)
    assert watch.spans() == [("live", 60, 60), ("offline", 60, None)]


def test_a_restart_with_the_clock_set_back_begins_now(watch: Watch) -> None:
    watch.say(LIVE)
    watch.clock.advance(600)
    watch.history.stop()
    watch.clock.set_wall(watch.begin + timedelta(seconds=100))
    watch.history = watch.fresh()
    watch.history.start()
    assert watch.spans() == [("live", 0, 600), ("unknown", 100, None)]


def test_a_removed_camera_says_nothing_any_more(watch: Watch) -> None:
    watch.say(LIVE)
    watch.clock.advance(10)
    watch.settle()
    watch.records.cameras.remove(watch.camera_id)
    watch.say(OFFLINE, "port", "port_refused", after_s=10)
    assert watch.spans() == [("live", 0, 10)]


def test_since_when_a_camera_is_down_survives_restarts(watch: Watch) -> None:
    watch.say(LIVE)
    watch.say(OFFLINE, "port", "port_refused", after_s=60)
    watch.say(OFFLINE, "login", "wrong_password", after_s=60)
    watch.history.stop()
    watch.clock.advance(3600)
    watch.history = watch.fresh()
    assert watch.history.last_worked() == {watch.camera_id: watch.begin + timedelta(seconds=60)}
    watch.history.start()
    assert watch.history.last_worked() == {watch.camera_id: watch.begin + timedelta(seconds=60)}
    watch.say(LIVE)
    watch.settle()
    assert watch.history.last_worked() == {}


def test_states_of_the_same_moment_count_in_the_order_they_were_said(watch: Watch) -> None:
    watch.say(OFFLINE, "port", "port_refused")
    watch.say(LIVE)
    watch.settle()
    assert watch.history.last_worked() == {}
    watch.say(OFFLINE, "port", "port_refused")
    watch.settle()
    assert watch.history.last_worked() == {watch.camera_id: watch.begin}


def test_a_note_that_could_not_be_written_is_tried_again(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise ValueError("disk")

    with monkeypatch.context() as patch:
        patch.setattr(module, "put_note", full)
        watch.say(LIVE)
        watch.settle()
    watch.say(LIVE, after_s=5)
    assert watch.spans() == [("live", 5, None)]


def test_a_stop_after_the_door_closed_is_repaired_at_the_next_start(data_folder: Path) -> None:
    clock = ManualClock()
    with open_records(data_folder, clock) as records:
        watch = Watch(records)
        watch.history.start()
        watch.say(LIVE)
        watch.settle()
        clock.advance(60)
        records.door.stop()
        assert watch.history.stop()
    with open_records(data_folder, clock) as records:
        history = HistoryService(records.door, records.reader, clock, heartbeat_s=NEVER_S)
        history.start()
        rows = records.rows("SELECT state, to_at = from_at AS empty FROM camera_state ORDER BY rowid")
        assert [(r["state"], r["empty"]) for r in rows] == [("live", 1), ("unknown", None)]
        history.stop()


def test_the_heartbeat_beats_by_itself(
    data_folder: Path, wait_until: Callable[[Callable[[], bool], float], None]
) -> None:
    with open_records(data_folder) as records:
        history = HistoryService(records.door, records.reader, records.clock, heartbeat_s=0.01)
        history.start()
        wait_until(lambda: int(str(records.rows("SELECT revision FROM console_run")[0]["revision"])) > 3, 5.0)
        history.stop()
        (run,) = records.rows("SELECT * FROM console_run")
        assert run["ended_at"] is not None


STATES = st.sampled_from([LIVE, LATE, OFFLINE, DISABLED])
SPANS = st.lists(st.tuples(STATES, st.integers(0, 50), st.integers(0, 50)), max_size=12)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SPANS)
def test_overlapping_spans_add_up_second_by_second(raw: list[tuple[HistoryState, int, int]]) -> None:
    begin = ManualClock().now()
    recorded = [
        Recorded(
            HistorySpan("", "", state, "", "", begin + timedelta(seconds=a), begin + timedelta(seconds=a + b)), False
        )
        for state, a, b in raw
    ]
    seconds = module._seconds_by_state(recorded, begin + timedelta(seconds=5), begin + timedelta(seconds=60))
    wanted = dict.fromkeys(HistoryState, 0)
    for second in range(5, 60):
        held = [state for state, a, b in raw if a <= second < a + b]
        if held:
            wanted[held[-1]] += 1
    assert seconds == wanted


def test_thousands_of_spans_are_read_fast_enough(watch: Watch) -> None:
    def many(tx) -> None:
        for n in range(3000):
            at = (watch.begin + timedelta(seconds=n)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            to = (watch.begin + timedelta(seconds=n + 1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
            values = {"camera_id": watch.camera_id, "state": "live", "from_at": at, "to_at": to}
            tx.insert(Table.CAMERA_STATE, values)

    watch.records.door.write(many, 60)
    watch.clock.advance(3000)
    assert watch.figures().live_s == 3000
