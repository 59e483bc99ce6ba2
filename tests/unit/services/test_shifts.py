"""Shifts: duty is never double, no gap goes unseen, both sign what both saw."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safecity_console.core.secrets import Secret
from safecity_console.domain.errors import Refused
from safecity_console.domain.handover_content import content_of, form_of
from safecity_console.domain.incident import Category, Severity
from safecity_console.domain.roster import STANDARD_HOURS, ShiftHours, fit_hours, over, proposed, seam_of, window
from safecity_console.domain.shift import CheckSource, CheckState, FormClip, LineKind, sha256_of
from safecity_console.services.check import check_data
from safecity_console.services.handover_form import without_misconduct
from tests.fakes.duty import START, WORD, DutyRoom

PKT = ZoneInfo("Asia/Karachi")
HOSTILE = "<b>x</b>'); DROP TABLE shift;--\u202e\x00=cmd|' /C calc'!A0 اردو " + "ا" * 10_000


@pytest.fixture
def room(data_folder: Path) -> Iterator[DutyRoom]:
    made = DutyRoom(data_folder)
    yield made
    made.console.close()


def refused(code: str, work: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        work()
    assert caught.value.code == code
    return caught.value


@given(st.integers(0, 3 * 1440), st.integers(0, 1439), st.integers(0, 1439))
def test_a_window_holds_its_hour_or_is_the_nearest(minute: int, start: int, end: int) -> None:
    at = START + timedelta(minutes=minute)
    hours = ShiftHours("X", start, end)
    found = window(hours, at, PKT)
    local = found.from_at.astimezone(PKT)
    assert (local.hour * 60 + local.minute, found.to_at - found.from_at) == (start, hours.length)
    other_days = [timedelta(days=d) for d in (-1, 1)]
    gap = max(timedelta(), found.from_at - at, at - found.to_at)
    assert all(gap <= max(timedelta(), found.from_at + d - at, at - found.to_at - d) for d in other_days)


@pytest.mark.parametrize(("local", "after", "code", "from_hour"), [
    ("14:00", "", "B", 14), ("13:59", "", "A", 6), ("13:30", "A", "B", 14), ("22:00", "B", "C", 22),
    ("01:30", "", "C", 22), ("05:59", "C", "A", 6), ("06:00", "C", "A", 6), ("03:00", "C", "C", 22),
])
def test_the_shift_proposed_is_the_one_due(local: str, after: str, code: str, from_hour: int) -> None:
    at = datetime.fromisoformat(f"2026-11-24T{local}:00+05:00").astimezone(UTC)
    found = proposed(STANDARD_HOURS, at, PKT, after)
    assert (found.hours.code, found.from_at.astimezone(PKT).hour) == (code, from_hour)
    assert over(found.to_at, found.to_at + timedelta(minutes=80)) == timedelta(minutes=80)


def test_hours_that_do_not_fit_are_refused() -> None:
    twice = (ShiftHours("A", 1, 2), ShiftHours("a", 3, 4))
    for bad in ((), (ShiftHours("", 0, 1),), (ShiftHours("A", 0, 1440),), twice):
        with pytest.raises(Refused):
            fit_hours(bad)


def steps_of_duty() -> st.SearchStrategy[list[tuple[str, int]]]:
    deed = st.sampled_from(["take", "order", "hand", "sign_out", "wait", "restart", "clock_back"])
    return st.lists(st.tuples(deed, st.integers(1, 700)), min_size=3, max_size=14)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps_of_duty())
def test_no_gap_and_no_overlap_goes_unseen(tmp_path_factory: pytest.TempPathFactory,
                                           deeds: list[tuple[str, int]]) -> None:
    room = DutyRoom(tmp_path_factory.mktemp("duty") / "data")
    try:
        for deed, minutes in deeds:
            room.clock.advance(minutes * 60 + 0.1234)
            _do(room, deed, minutes)
            spans = room.services.shifts.spans(START - timedelta(days=30), START + timedelta(days=30))
            for number, one in enumerate(spans):
                before = spans[number - 1] if number else None
                assert one.to_at is None or one.to_at >= one.from_at
                assert one.to_at is not None or number == len(spans) - 1, "two on duty"
                if before is not None:
                    assert before.to_at is not None, "two on duty"
                    assert before.to_at <= one.from_at, "an overlap"
                    assert before.to_at == one.from_at or (one.gap_from == before.to_at and one.reason), "a gap unseen"
                    assert seam_of(before, one)
    finally:
        room.console.close()
    assert check_data(room.services.paths, deep=True, use_keyring=False) == ()


def _do(room: DutyRoom, deed: str, minutes: int) -> None:
    shifts = room.services.shifts
    duty = shifts.on_duty()
    other = "A2" if duty is not None and duty.badge == "A1" else "A1"
    if deed == "take":
        room.sit(other)
        if duty is None:
            seam, since = shifts.gap()
            if since is not None:
                refused("reason_missing", shifts.take)
            assert shifts.take(reason=f"{seam}: power cut").badge == other
        else:
            assert refused("shift_taken", shifts.take).figures["badge"] == duty.badge
    elif deed == "order" and duty is not None:
        room.sit(duty.badge)
        refused("order_unfit", lambda: shifts.end_by_order("he went home", other, WORD))
        shifts.end_by_order("he went home", "S1", WORD)
    elif deed == "hand" and duty is not None:
        room.sit(duty.badge)
        shifts.handover.begin()
        shifts.handover.identify(other, WORD)
        shifts.handover.sign(WORD, WORD)
        assert room.services.desk.session is not None
        assert room.services.desk.session.officer.badge == other
    elif deed == "sign_out":
        room.services.access.sign_out()
        assert shifts.on_duty() == duty
    elif deed == "restart":
        room.again()
    elif deed == "clock_back":
        room.clock.set_wall(room.clock.now() - timedelta(minutes=3 * minutes))


def test_a_handover_is_whole(room: DutyRoom) -> None:
    shifts, handover = room.services.shifts, room.services.shifts.handover
    room.sit("T1")
    refused("not_permitted", shifts.take)
    room.sit("A1")
    shift = shifts.take()
    assert (shift.code, shift.planned_to - shift.planned_from) == ("B", timedelta(hours=8))
    refused("shift_taken", shifts.take)
    checks = {one.source: one for one in shifts.checks.of(shift.id)}
    assert checks[CheckSource.HEADQUARTERS].state is CheckState.UNKNOWN
    assert checks[CheckSource.AUDIT].state is CheckState.OK
    refused("check_by_program", lambda: shifts.checks.answer(checks[CheckSource.AUDIT].id, CheckState.OK))
    refused("check_note_missing", lambda: shifts.checks.answer(checks[CheckSource.HAND].id, CheckState.DEFECT))
    shifts.checks.answer(checks[CheckSource.HAND].id, CheckState.DEFECT, "handle loose")
    shifts.log(HOSTILE)
    refused("log_line_empty", lambda: shifts.log(" \u202e\x00 "))
    refused("log_event_future", lambda: shifts.log("x", room.clock.now() + timedelta(hours=1)))
    grave, minor = room.incidents.put(1), room.incidents.put(2, Severity.S3)
    hidden = room.incidents.put(3, category=Category.MISCONDUCT, series="M", entered_by="Q")
    room.incidents.put(4, Severity.S3, category=Category.MISCONDUCT, series="M", entered_by="A2")  # counted nowhere
    room.clock.advance(8 * 3600)
    handover.begin()
    handover.keep(events=HOSTILE, remarks="watch the bus stand")
    refused("handover_nobody", lambda: handover.sign(WORD, WORD))
    refused("incoming_same", lambda: handover.identify("A1", WORD))
    refused("incoming_unfit", lambda: handover.identify("T1", WORD))
    room.again()  # the power goes: the outgoing is on duty, the draft is kept
    room.sit("A1")
    shifts, handover = room.services.shifts, room.services.shifts.handover
    assert shifts.on_duty() is not None
    assert handover.incoming is None
    assert handover.form().remarks == "watch the bus stand"
    handover.identify("A2", WORD)
    form = handover.form()
    assert [one.id for one in form.incidents] == [grave.id]
    assert form.others == {"S3": 1, "S4": 0}
    assert hidden.what not in content_of(form)
    clips = tuple(FormClip(label, 1, shift.from_at, shift.from_at, shift.from_at) for label in ("M-3", "I-1"))
    assert [one.incident for one in without_misconduct(replace(form, clips=clips)).clips] == ["I-1"]
    assert minor.what not in content_of(form)
    assert (form.exports_waiting, form.ptz_off_home, form.hq_waiting) == (None, (), None)
    assert refused("handover_unopened", lambda: handover.sign(WORD, WORD)).figures["labels"] == "I-1"
    handover.open(grave.id)
    room.incidents.put(1, revision=2)  # changed since: to be opened again
    refused("handover_unopened", lambda: handover.sign(WORD, WORD))
    handover.open(grave.id)
    handover.keep(incoming_remarks="cross-checked")
    for outgoing, incoming, side in ((Secret("wrong"), WORD, "outgoing"), (WORD, Secret("wrong"), "incoming")):
        assert refused("sign_in_wrong", lambda o=outgoing, i=incoming: handover.sign(o, i)).figures["side"] == side
    assert shifts.on_duty() == shifts.shift(shift.id)
    record = handover.sign(WORD, WORD)
    begun = shifts.on_duty()
    assert begun is not None
    assert begun.badge == "A2"
    assert begun.code == "C"
    assert begun.from_at == shifts.shift(shift.id).to_at
    own = [one for one in shifts.checks.of(begun.id) if one.source is not CheckSource.HAND]
    assert all(one.state is not CheckState.OPEN for one in own), "the program did not answer its checks"
    signed = handover.read(record.id)
    assert signed.signed
    assert signed.sha256 == sha256_of(record.content) == record.sha256
    assert signed.defects[-1].note == "handle loose"
    assert signed.incoming_remarks == "cross-checked"
    assert "\\u202e" not in ascii(record.content)
    assert len(signed.events) == 10_000
    assert content_of(form_of(record.content)) == record.content
    with closing(sqlite3.connect(room.services.paths.database)) as raw:
        row = raw.execute("SELECT body FROM audit WHERE action = 'shift.handover'").fetchone()[0]
        assert record.sha256 in row
        assert signed.head is not None
        assert f'"prev":"{signed.head.hash}"' in row
        for table in ("handover", "shift_log", "shift"):
            for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET n = n + 9",
                              f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"):
                with pytest.raises(sqlite3.IntegrityError):
                    raw.execute(statement)
    room.console.close()
    assert check_data(room.services.paths, deep=True, use_keyring=False) == ()
    with closing(sqlite3.connect(room.services.paths.database)) as raw:
        raw.execute("DROP TRIGGER handover_no_update")
        raw.execute("UPDATE handover SET content = replace(content, 'cross-checked', 'all is well')")
        raw.commit()
    found = {one.kind for one in check_data(room.services.paths, use_keyring=False)}
    assert "handover_changed" in found


def test_the_log_writes_what_happens_at_the_desk(room: DutyRoom) -> None:
    shifts, access = room.services.shifts, room.services.access
    room.sit("A1")
    shift = shifts.take()
    shifts.watch.start()
    access.lock()
    access.unlock(WORD)
    access.sign_out()
    shifts.watch.stop()
    left = shifts.on_duty()
    assert left is not None
    assert left.absent_since is not None
    room.again()
    shifts = room.services.shifts
    shifts.watch.start()
    room.sit("A1")
    room.sit("T1")
    room.services.settings.set("incident.near_m", 700)
    room.sit("S1")
    shifts.watch.stop()
    back = shifts.on_duty()
    assert back is not None
    assert back.from_at == left.from_at
    shifts.end_by_order("does not come back")
    kinds = [one.kind for one in shifts.lines(shift.id)]
    assert kinds == [LineKind.TAKEN, LineKind.CONSOLE_STARTED, LineKind.LOCKED, LineKind.UNLOCKED, LineKind.ABSENT,
                     LineKind.CONSOLE_STARTED, LineKind.RETURNED, LineKind.SIGNED_IN, LineKind.ABSENT, LineKind.SETTING,
                     LineKind.SIGNED_OUT, LineKind.SIGNED_IN, LineKind.ORDERED]
    assert shifts.on_duty() is None
