"""Rules of steering: leases by rank, pace, speed by zoom, view steps, sectors."""

from __future__ import annotations

import itertools
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import PtzAbilities, Range
from safecity_console.domain.ptz import (
    IDLE_RELEASE_S,
    STILL,
    Holder,
    Lease,
    Position,
    Take,
    Velocity,
    fit,
    holder_of,
    slowed,
    take,
    view_deg,
    zoom_share,
)
from safecity_console.domain.ptz_pace import (
    APART_S,
    HAND_SILENT_S,
    RENEW_SHARE,
    Do,
    Pace,
    next_due,
    timeout_of,
)
from safecity_console.domain.ptz_plan import Patrol, PatrolStep, Sector, blocked, fit_patrol, fit_sector, sector_at
from safecity_console.domain.ptz_view import FACTOR_MOST, Box, box_step, centre_step, zoom_way

UNIT = st.floats(-1, 1)
ANY = st.floats(allow_nan=True, allow_infinity=True)
VELOCITIES = st.builds(Velocity, UNIT, UNIT, UNIT)
RANKS = list(Holder)


@given(st.sampled_from(RANKS), st.sampled_from(RANKS), st.sampled_from(["", "A", "B"]), st.sampled_from(["", "A", "B"]),
       st.floats(0, 40))
def test_a_camera_goes_to_the_stronger_hand_and_to_nobody_else(has: Holder, asks: Holder, his: str, other: str,
                                                              idle_s: float) -> None:
    held, wanted = Lease("c", has, his, used_s=100.0), Lease("c", asks, other)
    answer = take(held, wanted, 100.0 + idle_s)
    if idle_s >= IDLE_RELEASE_S:
        assert answer is Take.GIVEN
    elif (has, his) == (asks, other):
        assert answer is Take.KEPT
    else:
        assert (answer is Take.TAKEN_OVER) == (RANKS.index(asks) > RANKS.index(has))
        assert answer in (Take.TAKEN_OVER, Take.HELD)


def test_ranks_of_hands() -> None:
    assert holder_of("district_head", may_enter=True) is Holder.HEAD
    assert holder_of("supervisor", may_enter=True) is Holder.SUPERVISOR
    assert holder_of("duty_officer", may_enter=False) is Holder.OFFICER


@given(ANY, ANY, ANY)
def test_a_velocity_fits_whatever_a_stick_says(pan: float, tilt: float, zoom: float) -> None:
    fitted = fit(Velocity(pan, tilt, zoom))
    assert all(-1 <= one <= 1 for one in (fitted.pan, fitted.tilt, fitted.zoom))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 1))
def test_the_narrower_the_view_the_slower_and_as_fast_in_the_picture(one: float, other: float, pan: float) -> None:
    wide, narrow = sorted((one, other))
    fast, slow = (slowed(Velocity(pan, zoom=0.5), share, least=0.0) for share in (wide, narrow))
    assert fast.pan >= slow.pan > 0
    assert fast.zoom == slow.zoom == 0.5
    # the picture moves by the same part of its width within a factor that the tangent leaves
    in_view = [moved.pan / view_deg(share) for moved, share in ((fast, wide), (slow, narrow))]
    assert 0.8 < in_view[0] / in_view[1] < 1.25
    assert slowed(Velocity(pan), None).pan == pan / 2


def test_a_zoom_that_is_not_said_or_has_no_way_is_not_known() -> None:
    able = PtzAbilities(zoom=Range(1, 20))
    assert zoom_share(Position(zoom=20), able) == 1
    assert zoom_share(Position(zoom=1), able) == 0
    for at, of in ((None, able), (3.0, PtzAbilities()), (3.0, PtzAbilities(zoom=Range(2, 2))), (float("nan"), able)):
        assert zoom_share(Position(zoom=at), of) is None


DEEDS = st.sampled_from(["want", "still", "halt", "hold", "fail"])
STEPS = st.lists(st.tuples(DEEDS, VELOCITIES, st.floats(0.01, 0.6)), max_size=40)


@settings(max_examples=200)
@given(STEPS, st.floats(0.5, 10))
def test_pace_stops_first_never_floods_and_never_forgets(steps: list[tuple[str, Velocity, float]],
                                                         timeout_s: float) -> None:
    pace, now_s, moves, wanted_since = Pace(timeout_s=timeout_s), 0.0, [], 0.0
    stop_asked, failing = False, False
    for deed, velocity, gap_s in steps:
        if deed in ("want", "hold"):
            pace, wanted_since = pace.want(velocity, now_s), now_s
        elif deed == "still":
            stop_asked = stop_asked or not pace.sent.still
            pace = pace.want(STILL, now_s)
        elif deed == "halt":
            pace, stop_asked = pace.halt(), True
        failing = deed == "fail"
        until_s = now_s + gap_s
        while now_s <= until_s:
            due = next_due(pace, now_s)
            if due.do is Do.STOP:
                pace = pace.stopped(now_s)
                stop_asked = False
            elif due.do is Do.MOVE:
                assert not stop_asked, "a move went before a Stop that was due"
                assert not due.velocity.still
                assert now_s - wanted_since < HAND_SILENT_S
                moves.append(now_s)
                pace = pace.moved(due.velocity, now_s, 0.01, failed=failing)
                stop_asked = failing
            if due.do is Do.NOTHING:
                if not pace.sent.still:
                    assert due.wait_s is not None, "something moves and nothing would ever look again"
                    assert due.wait_s <= max(RENEW_SHARE * timeout_s, APART_S) + 1e-9
                now_s += max(0.001, min(due.wait_s if due.wait_s is not None else gap_s, gap_s))
    assert all(b - a >= APART_S - 1e-6 for a, b in itertools.pairwise(moves))
    # left alone, whatever moves is stopped within the hand's silence
    for _ in range(1000):
        due = next_due(pace, now_s)
        if due.do is Do.STOP:
            pace = pace.stopped(now_s)
        elif due.do is Do.MOVE:
            pace = pace.moved(due.velocity, now_s, 0.01)
        now_s += 0.05
    assert not pace.moving


def test_renewal_settling_and_failed_stops() -> None:
    pace = Pace().want(Velocity(1), 10.0)
    assert next_due(pace, 10.0).do is Do.MOVE
    pace = pace.moved(Velocity(1), 10.0, 0.01)
    assert next_due(pace, 10.39).do is Do.NOTHING
    assert next_due(pace, 10.41).do is Do.MOVE
    late = pace.moved(Velocity(1), 10.4, 0.9).want(STILL, 11.3)
    assert next_due(late, 11.3).do is Do.STOP
    again = late.stop_failed(11.4)
    assert next_due(again, 11.5).do is Do.NOTHING
    assert next_due(again, 11.7).do is Do.STOP
    settled = again.stopped(11.7)  # a late move may land behind it: Stop again twice
    assert [next_due(settled, at_s).do for at_s in (11.9, 12.21)] == [Do.NOTHING, Do.STOP]
    assert next_due(settled.stopped(12.21), 13.21).do is Do.STOP
    assert next_due(settled.stopped(12.21).stopped(13.21), 20.0) == (Do.NOTHING, STILL, None)


@pytest.mark.parametrize(("least", "most", "wanted"), [
    (None, None, 1.0), (5.0, 20.0, 5.0), (0.2, 10.0, 1.0), (None, 0.5, 0.5), (10.0, 5.0, 10.0), (0.0, 0.0, 1.0)])
def test_timeouts(least: float | None, most: float | None, wanted: float) -> None:
    assert timeout_of(PtzAbilities(timeout_least_s=least, timeout_most_s=most)) == wanted


@given(ANY, ANY, ANY, ANY)
def test_steps_of_spots_and_boxes(x: float, y: float, width: float, height: float) -> None:
    for step in (centre_step(x, y), box_step(Box(x, y, width, height))):
        assert -1 <= step.pan <= 1
        assert -1 <= step.tilt <= 1
        assert 1 <= step.factor <= FACTOR_MOST
    assert -1 <= zoom_way(x) <= 1


def test_right_is_right_and_up_is_up() -> None:
    assert centre_step(1, 0) == centre_step(2, -5)
    assert (centre_step(1, 0).pan, centre_step(1, 0).tilt) == (1, 1)
    assert centre_step(0.5, 0.5).pan == centre_step(0.5, 0.5).tilt == 0
    drawn = [box_step(Box(0.25, 0.25, 0.5, 0.5)), box_step(Box(0.75, 0.75, -0.5, -0.5))]
    assert drawn[0] == drawn[1]
    assert drawn[0].factor == 2


@given(UNIT, UNIT, UNIT, UNIT, UNIT, UNIT, st.floats(0.01, 0.3))
def test_nobody_is_led_into_a_sector_and_everybody_out(pan: float, tilt: float, vp: float, vt: float, left: float,
                                                       right: float, ahead: float) -> None:
    if left == right:
        return
    sector, at, velocity = Sector("c", "s", left, right, -0.5, 0.5), Position(pan, tilt), Velocity(vp, vt)
    found = blocked([sector], at, velocity, ahead)
    if not vp and not vt:
        assert found is None
    elif not sector.holds(at):
        most = max(abs(vp), abs(vt))
        assert (found is not None) == sector.holds(Position(pan + vp / most * ahead, tilt + vt / most * ahead))
    assert blocked([sector], Position(), velocity) is None, "a camera that says nothing keeps nothing"


def test_out_of_a_sector_by_the_shorter_way_and_over_the_seam() -> None:
    sector = Sector("c", "s", 0.0, 0.4, -1, 1)
    at = Position(0.1, 0.0)
    assert blocked([sector], at, Velocity(-1), 0.05) is None
    assert blocked([sector], at, Velocity(1), 0.05) is sector
    seam = Sector("c", "s", 0.9, -0.9, -1, 1)
    assert [seam.holds(Position(pan, 0)) for pan in (0.95, -0.95, 0.0)] == [True, True, False]
    assert sector_at([sector, seam], Position(-0.95)) is seam


@pytest.mark.parametrize(("patrol", "code"), [
    (Patrol("c", 0, "n", (PatrolStep(1), PatrolStep(2))), "preset_number"),
    (Patrol("c", 1, " ", (PatrolStep(1), PatrolStep(2))), "ptz_name"),
    (Patrol("c", 1, "n", (PatrolStep(1),)), "patrol_steps"),
    (Patrol("c", 1, "n", (PatrolStep(1), PatrolStep(9))), "preset_unknown"),
    (Patrol("c", 1, "n", (PatrolStep(1), PatrolStep(2, 1))), "patrol_dwell"),
])
def test_unfit_patrols(patrol: Patrol, code: str) -> None:
    with pytest.raises(Refused, match=code):
        fit_patrol(patrol, (1, 2))


@given(ANY, ANY, ANY, ANY)
def test_sectors_fit_or_are_refused(a: float, b: float, c: float, d: float) -> None:
    with suppress(Refused):
        kept = fit_sector(Sector("c", "Home", a, b, c, d))
        assert kept.tilt_from <= kept.tilt_to
        assert kept.pan_from != kept.pan_to
