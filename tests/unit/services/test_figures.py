"""Figures of streams: rates of what was painted, losses over midnight and restarts, the table as a file."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.core.clock import ManualClock
from safecity_console.domain.camera import Camera, CameraDraft, Transport
from safecity_console.domain.errors import Refused
from safecity_console.domain.figures import SERIES_S, Measure, losses
from safecity_console.domain.governor import Reduction
from safecity_console.domain.stream import Failure, Fault, Layer, StreamState, StreamStatus
from safecity_console.domain.watch import CameraWatch, Condition, HistoryState, StreamFacts
from safecity_console.services import figures as figures_module
from safecity_console.services.figures import FigureService
from safecity_console.services.figures_csv import COLUMNS, streams_csv
from safecity_console.services.history import HistoryService
from tests.fakes.records import Records, open_records

KARACHI = ZoneInfo("Asia/Karachi")
LOST = Failure(Layer.FIRST_PACKET, Fault.CLOSED)


class Hand:
    """Watches moved by hand."""

    def __init__(self) -> None:
        self.held: dict[str, CameraWatch] = {}

    def watches(self) -> Mapping[str, CameraWatch]:
        return MappingProxyType(self.held)

    def reader_of(self, camera_id: str) -> None:
        return None

    def set(self, camera: Camera, at: datetime, condition: Condition = Condition.LIVE, **status: Any) -> None:
        state = StreamState.LIVE if condition is Condition.LIVE else StreamState.BACKOFF
        facts = StreamFacts(codec="h264", width=640, height=360, received_fps=15.0, bitrate_bps=530_000)
        self.held[camera.id] = CameraWatch(camera.id, camera.number, camera.name, condition, at,
                                           StreamStatus(state, **status), facts=facts)


class Desk:
    """The service over real records."""

    def __init__(self, records: Records) -> None:
        assert isinstance(records.clock, ManualClock)
        self.clock, self.records, self.hand = records.clock, records, Hand()
        self.camera = records.cameras.add(CameraDraft(7, "=Kotli Rd", "rtsp://192.0.2.7/main", user="viewer"), None)
        self.history = HistoryService(records.door, records.reader, self.clock)
        self.service = self.make()

    def make(self) -> FigureService:
        return FigureService(self.hand, self.records.cameras, self.history, self.clock,
                             lambda _camera, _role: Transport.TCP, lambda: KARACHI)

    def after(self, seconds: float, **status: Any) -> Any:
        self.clock.advance(seconds)
        if status or not self.hand.held:
            self.hand.set(self.camera, self.clock.now(), **status)
        self.service.sample()
        return self.service.figures()[self.camera.id]


@pytest.fixture
def desk(data_folder: Path) -> Iterator[Desk]:
    with open_records(data_folder) as records:
        yield Desk(records)


def test_the_rate_shown_is_that_of_the_window_that_shows_most(desk: Desk) -> None:
    desk.after(0)
    for place, counts in (("main", (10, 25)), ("screen-2", (100, 108))):
        desk.service.note_painted(place, {desk.camera.id: counts[0]})
    desk.clock.advance(1.0)
    for place, counts in (("main", (10, 25)), ("screen-2", (100, 108))):
        desk.service.note_painted(place, {desk.camera.id: counts[1]})
    assert desk.after(0).shown_fps == 15.0
    desk.service.note_painted("main", {})
    assert desk.after(0).shown_fps == 8.0
    assert desk.after(10).shown_fps is None, "a window that fell silent shows nothing"


def test_series_hold_two_minutes_and_gaps_are_no_zeros(desk: Desk) -> None:
    desk.after(0)
    values = desk.service.series(desk.camera.id, Measure.RECEIVED_FPS)
    assert values.shape == (SERIES_S,)
    assert np.isnan(values[:-1]).all()
    assert values[-1] == 15.0
    desk.after(1, condition=Condition.OFFLINE)
    values = desk.service.series(desk.camera.id, Measure.RECEIVED_FPS)
    assert values[-2:].tolist() == [15.0, 0.0]
    assert np.isnan(desk.service.series(desk.camera.id, Measure.LAG_S)[-1])
    for _ in range(SERIES_S):
        desk.after(1)
    assert not np.isnan(desk.service.series(desk.camera.id, Measure.RECEIVED_FPS)).any()


def test_a_camera_that_left_the_registry_leaves_nothing(desk: Desk) -> None:
    desk.after(0)
    desk.hand.held.clear()
    desk.service.sample()
    assert desk.service.figures() == {}
    assert np.isnan(desk.service.series(desk.camera.id, Measure.KBIT_S)).all()


def test_losses_are_counted_over_a_restart_and_anew_at_the_officers_midnight(desk: Desk) -> None:
    start = desk.clock.now()
    desk.history.start()
    live, down = HistoryState.LIVE, HistoryState.OFFLINE
    for state, fault in ((live, ""), (down, "closed"), (live, ""), (down, "closed"), (down, "no_answer"), (live, "")):
        desk.history.note(desk.camera.id, state, "rtsp" if fault else "", fault, desk.clock.now())
        desk.clock.advance(10)
    desk.history.stop()
    desk.service = desk.make()
    assert desk.after(0, reconnects=0).reconnects_today == 2
    assert desk.after(1, reconnects=3).reconnects_today == 5
    assert desk.after(1, reconnects=0).reconnects_today == 5, "switched off and on the machine counts anew"
    assert desk.after(1, reconnects=1).reconnects_today == 6
    local = start.astimezone(KARACHI)
    midnight = datetime(local.year, local.month, local.day, tzinfo=KARACHI) + timedelta(days=1)
    assert desk.after((midnight - desk.clock.now()).total_seconds() - 1).reconnects_today == 6
    assert desk.after(1).reconnects_today == 0
    assert desk.after(1, reconnects=2).reconnects_today == 1


def test_the_last_error_stays_after_the_stream_is_well_again(desk: Desk) -> None:
    assert desk.after(0).last_failure is None
    found = desk.after(5, condition=Condition.OFFLINE, failure=LOST)
    seen = found.last_failure_at
    assert (found.last_failure, seen) == (LOST, desk.clock.now())
    found = desk.after(60)
    found = desk.after(60, condition=Condition.LIVE)
    assert (found.last_failure, found.last_failure_at) == (LOST, seen)


@given(st.lists(st.sampled_from(HistoryState), max_size=40))
def test_a_loss_needs_a_stream_that_ran(states: list[HistoryState]) -> None:
    ran = sum(s in (HistoryState.LIVE, HistoryState.LATE) for s in states)
    assert losses(states) <= min(ran, states.count(HistoryState.OFFLINE))


def test_the_table_as_a_file_is_whole_and_defused(desk: Desk) -> None:
    desk.after(0)
    found = desk.after(1, condition=Condition.LIVE, failure=LOST, lag_s=0.126)
    at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    unknown = replace(desk.camera, id="other", number=8, name="Press Club")
    found = replace(found, watch=replace(found.watch, reduction=Reduction.HALF))
    rows = list(csv.DictReader(io.StringIO(streams_csv([desk.camera, unknown], {desk.camera.id: found}, at))))
    assert tuple(rows[0]) == COLUMNS
    first = rows[0]
    assert (first["at"], first["number"], first["name"]) == ("2026-11-22T10:00:00+00:00", "7", "'=Kotli Rd")
    assert (first["codec"], first["width"], first["received_fps"], first["shown_fps"]) == ("h264", "640", "15.0", "")
    assert (first["bitrate_kbit_s"], first["lag_s"], first["transport"]) == ("530", "0.13", "tcp")
    assert (first["last_error_layer"], first["last_error"]) == ("first_packet", "closed")
    assert (rows[1]["number"], rows[1]["condition"]) == ("8", "")
    assert (first["slowed"], first["decoded_by"]) == ("half", "processor")
    assert "192.0.2.7" not in str(rows)
    assert "viewer" not in str(rows)


def test_a_disk_that_fails_costs_todays_earlier_losses_and_not_the_figures(
        desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def fail(*_: object) -> None:
        raise Refused("disk_failed")

    monkeypatch.setattr(desk.history, "losses_between", fail)
    assert desk.after(1, reconnects=0).reconnects_today == 0
    assert desk.after(1, reconnects=1).reconnects_today == 1
    assert caplog.text.count("history_unread") == 1


def test_a_bug_in_one_sample_does_not_end_the_figures_for_good(desk: Desk, monkeypatch: pytest.MonkeyPatch,
                                                              expect_errors: Any) -> None:
    expect_errors("sample_failed")
    failing = iter([True, False])
    watches = desk.hand.watches

    def sometimes() -> Mapping[str, CameraWatch]:
        if next(failing, False):
            raise RuntimeError("once")
        return watches()

    monkeypatch.setattr(figures_module, "EVERY_S", 0.01)
    monkeypatch.setattr(desk.hand, "watches", sometimes)
    desk.service.start()
    try:
        until_s = time.monotonic() + 10
        while desk.service.generation == 0 and time.monotonic() < until_s:
            time.sleep(0.01)
        assert desk.service.generation > 0
    finally:
        assert desk.service.stop()
