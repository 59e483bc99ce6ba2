"""The life cycle of an incident: what no walk through it may do, and who may know of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.access import EVERY_PERMISSION, Officer, Permission, chain_of
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import (
    ENDED,
    Category,
    Incident,
    Severity,
    Source,
    State,
    Transfer,
    check_step,
    must_force,
    sees,
    steps_of,
)
from safecity_console.domain.incident_clock import running
from safecity_console.domain.incident_counts import count_open, urgent_first
from safecity_console.domain.incident_steps import StepWish, check_hold, check_wish, given_time, stepped
from safecity_console.domain.nearness import distance_m

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
INCIDENT = Incident("i", "I", 2026, 1, "MPR", "fight", Category.PERSON, Severity.S1, Source.CALL_15, State.NEW,
                    NOW - timedelta(minutes=3), NOW, "D-1")
permission_sets = st.frozensets(st.sampled_from([Permission.LOG_INCIDENTS, Permission.WORK_INCIDENTS,
                                                 Permission.REVIEW_INCIDENTS, Permission.SEE_MISCONDUCT]))
wishes = st.builds(StepWish, st.sampled_from(State), st.sampled_from(["", "because of it"]),
                   st.sampled_from(["", "settled"]), st.sampled_from(["", "other"]),
                   st.sampled_from([None, *Transfer]))
# What happens at the desk: a step with its wish, whose permissions, with a review or not, and how the clock moved.
moves = st.tuples(wishes, permission_sets, st.booleans(), st.integers(-7200, 7200))
starts = st.builds(lambda category, severity, due: replace(INCIDENT, category=category, severity=severity,
                                                           call_back_due_at=NOW if due else None),
                   st.sampled_from(Category), st.sampled_from(Severity), st.booleans())


@given(starts, st.lists(moves, max_size=14), st.integers(0, 2))
def test_no_walk_breaks_the_life_cycle(incident: Incident, walk: list[Any], steps_open: int) -> None:
    now = NOW
    for wish, permissions, review, moved_s in walk:
        now += timedelta(seconds=moved_s)
        try:
            check_step(incident, wish.to, permissions, steps_open, review)
            check_wish(incident, wish, must_force(incident, wish.to, steps_open))
        except Refused:
            continue
        after = stepped(incident, wish, now, "D-2")
        assert after.ended == (after.ended_at is not None)
        if incident.ended:
            assert review, "it left its end without a review"
            assert Permission.REVIEW_INCIDENTS in permissions
            assert after.state is State.ACKNOWLEDGED
        if incident.category is Category.MISCONDUCT and (after.ended or incident.ended):
            assert Permission.SEE_MISCONDUCT in permissions
        if after.state in (State.RESOLVED, State.CLOSED) and steps_open:
            assert Permission.REVIEW_INCIDENTS in permissions
            assert wish.why, "forced without a reason"
        if after.state is State.ON_SCENE:
            assert after.dispatched_at is not None, "somebody arrived who was not sent"
        for name in ("acknowledged_at", "verified_at", "dispatched_at", "on_scene_at"):
            assert getattr(incident, name) in (None, getattr(after, name)), f"the first {name} was written over"
        for name in ("event_at", "entered_at", "entered_by", "serial"):
            assert getattr(after, name) == getattr(incident, name)
        assert (after.duplicate_of != "") == (after.state is State.DUPLICATE)
        assert (after.transferred_to is not None) == (after.state is State.TRANSFERRED)
        assert after.hold_until is None
        assert running(after, now).elapsed >= timedelta(), "a response clock below nothing"
        incident = after


@given(starts, st.sampled_from(State), st.booleans())
def test_one_key_ends_any_open_incident_as_a_hoax(incident: Incident, state: State, dispatched: bool) -> None:
    incident = replace(incident, state=state, dispatched_at=NOW if dispatched else None,
                       ended_at=NOW if state in ENDED else None)
    if incident.ended:
        with pytest.raises(Refused):
            check_step(incident, State.HOAX, EVERY_PERMISSION)
    else:
        check_step(incident, State.HOAX, EVERY_PERMISSION, steps_open=5)
        assert State.HOAX in steps_of(incident)


@pytest.mark.parametrize(("at", "before", "code"), [
    (NOW + timedelta(seconds=3), None, "time_future"), (datetime(1026, 1, 1, tzinfo=UTC), None, "time_too_old"),
    (NOW - timedelta(hours=1), NOW - timedelta(minutes=3), "time_before"),
])
def test_times_given_by_hand_are_bounded(at: datetime, before: datetime | None, code: str) -> None:
    with pytest.raises(Refused) as caught:
        given_time(at, NOW, before)
    assert caught.value.code == code


def test_times_not_given_are_the_doors_whatever_the_clock_did() -> None:
    assert given_time(None, NOW, NOW + timedelta(hours=1)) == NOW  # the clock fell
    assert given_time(NOW + timedelta(seconds=1), NOW) == NOW  # a clock's hair
    for until in (NOW, NOW + timedelta(days=31)):
        with pytest.raises(Refused, match="hold_time"):
            check_hold(until, NOW)


@given(st.integers(-10**6, 10**6), st.sampled_from(State), st.integers(-10**4, 10**4))
def test_clocks_never_fall_below_nothing(moved_s: int, state: State, dispatched_s: int) -> None:
    one = replace(INCIDENT, state=state, ended_at=NOW if state in ENDED else None,
                  dispatched_at=NOW + timedelta(seconds=dispatched_s), hold_until=NOW)
    now = NOW + timedelta(seconds=moved_s)
    assert running(one, now).elapsed >= timedelta()
    held = replace(one, ended_at=None, state=State.NEW, hold_until=now + timedelta(hours=1))
    assert not running(held, now).late


OFFICERS = [Officer(name, name, name, "r", reports_to=above) for name, above in
            [("constable", "sho"), ("sho", "dsp"), ("dsp", "ssp"), ("ssp", ""), ("other", "dsp")]]


@given(st.sampled_from(["", *(o.id for o in OFFICERS)]), st.sampled_from(OFFICERS), st.sampled_from(OFFICERS),
       permission_sets)
def test_misconduct_is_hidden_from_the_named_and_his_chain(named: str, who: Officer, entered_by: Officer,
                                                           permissions: frozenset[Permission]) -> None:
    one = replace(INCIDENT, category=Category.MISCONDUCT, named_officer_id=named, entered_by=entered_by.badge)
    chain = chain_of(named, OFFICERS) if named else frozenset[str]()
    seen = sees(one, who.id, who.badge, permissions, chain)
    if who.id == named or Permission.LOG_INCIDENTS not in permissions:
        assert not seen
    elif Permission.SEE_MISCONDUCT in permissions:
        assert seen
    else:
        assert seen == (who.id == entered_by.id and who.id not in chain)


def test_open_ones_are_counted_and_ordered_by_urgency() -> None:
    rows = [replace(INCIDENT, id=f"{n}", severity=severity, entered_at=NOW + timedelta(seconds=n)) for n, severity in
            enumerate([Severity.S3, Severity.S1, Severity.S1, Severity.S4])]
    assert [one.id for one in urgent_first(rows)] == ["1", "2", "0", "3"]
    counts = count_open(rows, NOW + timedelta(seconds=60), {})
    assert (counts.open, counts.new, counts.late, counts.by_severity[Severity.S1]) == (4, 4, 2, 2)


def test_distances_on_the_ground() -> None:
    assert distance_m(33.1480, 73.7510, 33.1480, 73.7510) == 0
    assert abs(distance_m(33.0, 73.75, 34.0, 73.75) - 111_195) < 200  # a degree of latitude
    assert abs(distance_m(33.148, 73.751, 33.148, 73.752) - 93.1) < 1
