"""A tour shows everything in turn, nothing twice, and moves only when it may."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.tour import (
    AFTER_HOLD_S,
    PATIENCE_S,
    Hold,
    Line,
    Tour,
    TourKind,
    TourState,
    TourStep,
    TourTiles,
    begin,
    bring,
    position,
    step,
    tick,
    tour_name,
    tour_of,
    upcoming,
)

NONE: frozenset[Hold] = frozenset()
untimed = settings(deadline=None)


def line(count: int, tiles: int, turn: bool = False, dwell_s: float = 10.0, dead: frozenset[int] = frozenset()) -> Line:
    return Line((dwell_s,) * count, tuple(i for i in range(count) if i not in dead), tuple(range(tiles)), turn)


lines = st.builds(
    lambda alive, tiles, turn, dwells: Line(tuple(dwells), tuple(sorted(alive)), tuple(sorted(tiles)), turn),
    st.sets(st.integers(0, 29), min_size=1), st.sets(st.integers(0, 15), min_size=1, max_size=9), st.booleans(),
    st.lists(st.floats(2, 240), min_size=30, max_size=30),
)


def run(state: TourState, of: Line, seconds: float, holds: frozenset[Hold] = NONE, ready: bool = True) -> TourState:
    """Let time pass in ticks of a fifth of a second."""
    for _ in range(round(seconds * 5)):
        state = tick(state, of, state.seen_s + 0.2, holds, ready)
    return state


@untimed
@given(lines, st.integers(0, 40), st.booleans())
def test_tiles_are_full_and_nothing_stands_twice(of: Line, steps: int, forward: bool) -> None:
    state = begin(of, 0.0)
    for _ in range(steps):
        state = step(state, of, 0.0, forward)
        shown = list(state.shown.values())
        assert len(shown) == len(set(shown)) == of.places
        assert set(shown) <= set(of.eligible)
        assert set(state.shown) <= set(of.tiles)
        number, count = position(state, of)
        assert 1 <= number <= count


@untimed
@given(lines)
def test_a_round_shows_everything(of: Line) -> None:
    state = begin(of, 0.0)
    seen = set(state.shown.values())
    for _ in range(len(of.eligible)):
        state = step(state, of, 0.0)
        seen |= set(state.shown.values())
    assert seen == set(of.eligible)


@untimed
@given(lines, st.integers(0, 12))
def test_previous_takes_next_back(of: Line, before: int) -> None:
    state = begin(of, 0.0)
    for _ in range(before):
        state = step(state, of, 0.0)
    there_and_back = step(step(state, of, 0.0), of, 0.0, forward=False)
    assert there_and_back.shown == state.shown
    assert position(there_and_back, of) == position(state, of)


@untimed
@given(lines, st.sets(st.sampled_from(list(Hold)), min_size=1), st.floats(0, 500))
def test_held_nothing_moves(of: Line, holds: set[Hold], seconds: float) -> None:
    state = begin(of, 0.0)
    held = tick(tick(state, of, seconds, frozenset(holds)), of, 2 * seconds, frozenset(holds))
    assert (held.shown, held.left_s) == (state.shown, state.left_s)
    assert held.hold is next(h for h in Hold if h in holds)


@untimed
@given(lines, st.lists(st.tuples(st.floats(0, 30), st.booleans(), st.booleans()), max_size=30))
def test_time_left_stays_within_the_dwell(of: Line, moments: list[tuple[float, bool, bool]]) -> None:
    state, now_s = begin(of, 0.0), 0.0
    for passed_s, held, ready in moments:
        now_s += passed_s
        before = state
        state = tick(state, of, now_s, frozenset({Hold.ASKED}) if held else NONE, ready)
        assert 0 <= state.left_s <= 240
        if state.shown != before.shown:
            assert not held
            assert not before.holds


@untimed
@given(lines, st.integers(0, 29), st.integers(0, 5))
def test_what_is_brought_is_shown_and_nothing_is_lost(of: Line, wanted: int, steps: int) -> None:
    state = begin(of, 0.0)
    for _ in range(steps):
        state = step(state, of, 0.0)
    brought = bring(state, of, wanted, 5.0)
    shown = list(brought.shown.values())
    assert wanted in shown
    assert len(shown) == len(set(shown))
    if wanted in state.shown.values():
        assert brought == state
    assert step(brought, of, 6.0).shown.keys() <= set(of.tiles)


@untimed
@given(lines, st.sets(st.integers(0, 29), min_size=1))
def test_cameras_that_die_or_return_leave_this_step_alone(of: Line, alive: set[int]) -> None:
    state = begin(of, 0.0)
    changed = replace(of, eligible=tuple(sorted(alive)))
    assert tick(state, changed, 0.2, NONE).shown == state.shown
    assert set(step(state, changed, 0.2).shown.values()) <= alive | set(state.shown.values())


def test_a_page_after_another_and_a_full_last_page() -> None:
    of = line(7, 3)
    state = begin(of, 0.0)
    assert dict(state.shown) == {0: 0, 1: 1, 2: 2}
    pages = []
    for _ in range(4):
        pages.append((list(state.shown.values()), position(state, of)))
        state = step(state, of, 0.0)
    assert pages == [([0, 1, 2], (1, 3)), ([3, 4, 5], (2, 3)), ([6, 0, 1], (3, 3)), ([0, 1, 2], (1, 3))]


def test_one_tile_after_another_changes_the_oldest() -> None:
    of = line(5, 2, turn=True)
    state = begin(of, 0.0)
    shown = []
    for _ in range(4):
        state = step(state, of, 0.0)
        shown.append(list(state.shown.values()))
    assert shown == [[2, 1], [2, 3], [4, 3], [4, 0]]


def test_a_step_lasts_its_dwell() -> None:
    of = line(6, 2, dwell_s=4.0)
    state = run(begin(of, 0.0), of, 3.8)
    assert list(state.shown.values()) == [0, 1]
    assert list(run(state, of, 0.4).shown.values()) == [2, 3]
    longer = replace(of, dwells_s=(4.0, 8.0, 4.0, 4.0, 4.0, 4.0))
    state = run(begin(longer, 0.0), longer, 7.6)
    assert list(state.shown.values()) == [0, 1]
    assert list(run(state, longer, 0.8).shown.values()) == [2, 3]


def test_a_shorter_dwell_counts_at_once() -> None:
    of = line(4, 2, dwell_s=100.0)
    state = run(begin(of, 0.0), of, 1.0)
    assert list(run(state, replace(of, dwells_s=(2.0,) * 4), 2.4).shown.values()) == [2, 3]


def test_after_a_hold_the_tour_waits_a_moment() -> None:
    of = line(4, 2)
    state = run(run(begin(of, 0.0), of, 9.6), of, 30.0, frozenset({Hold.POINTER}))
    state = run(state, of, AFTER_HOLD_S - 0.2)
    assert list(state.shown.values()) == [0, 1]
    assert list(run(state, of, 0.6).shown.values()) == [2, 3]


def test_a_machine_that_slept_moves_one_step_at_most() -> None:
    of = line(30, 3, dwell_s=2.0)
    state = run(begin(of, 0.0), of, 1.8)
    assert list(tick(state, of, 9000.0, NONE).shown.values()) == [3, 4, 5]


def test_the_next_step_waits_for_its_pictures_but_not_for_ever() -> None:
    of = line(4, 2, dwell_s=4.0)
    state = run(begin(of, 0.0), of, 4.0 + PATIENCE_S - 0.6, ready=False)
    assert list(state.shown.values()) == [0, 1]
    assert state.left_s == 0
    assert list(tick(state, of, state.seen_s + 0.2, NONE, ready=True).shown.values()) == [2, 3]
    assert list(run(state, of, 1.0, ready=False).shown.values()) == [2, 3]


def test_what_comes_next_is_known_beforehand() -> None:
    of = line(5, 3)
    state = begin(of, 0.0)
    assert dict(upcoming(state, of)) == {0: 3, 1: 4}  # the third tile takes camera 0 again, which is shown now
    fits = line(3, 3)
    assert dict(upcoming(begin(fits, 0.0), fits)) == {}


def test_what_fits_at_once_stays_where_it_is() -> None:
    of = line(3, 9, dwell_s=2.0)
    state = begin(of, 0.0)
    assert run(state, of, 60.0).shown == state.shown
    assert position(state, of) == (1, 1)


def test_nothing_to_show_is_no_error() -> None:
    of = Line((10.0, 10.0), (), (0, 1))
    state = begin(of, 0.0)
    assert dict(step(tick(state, of, 50.0, NONE), of, 60.0).shown) == {}
    assert position(state, of) == (0, 0)


@pytest.mark.parametrize(("change", "code"), [
    ({"name": "  "}, "tour_name"), ({"name": "x" * 81}, "tour_name"), ({"name": "a\nb"}, "tour_name"),
    ({"name": "a\u202eb"}, "tour_name"),
    ({"steps": []}, "tour_empty"), ({"steps": [TourStep(str(n)) for n in range(2001)]}, "tour_steps"),
    ({"steps": [TourStep("a"), TourStep("a", 5)]}, "tour_twice"), ({"dwell_s": 1}, "tour_dwell"),
    ({"dwell_s": 241}, "tour_dwell"), ({"steps": [TourStep("a", 0)]}, "tour_dwell"),
])
def test_what_is_no_tour_is_refused(change: dict[str, object], code: str) -> None:
    fields: dict[str, object] = {"name": "Night", "kind": TourKind.CAMERAS, "steps": [TourStep("a")], **change}
    with pytest.raises(Refused) as caught:
        tour_of(**fields)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_a_name_loses_its_outer_blanks() -> None:
    made = tour_of(" Night ", TourKind.WALLS, [TourStep("a", 2), TourStep("b", 240)], dwell_s=2)
    assert made == Tour("Night", TourKind.WALLS, (TourStep("a", 2), TourStep("b", 240)), TourTiles.PAGE, 2)


def test_an_urdu_name_keeps_its_joiners() -> None:
    # A wall could be called so, a tour could not.
    assert tour_name(" رات\u200cکا گشت ") == "رات\u200cکا گشت"
