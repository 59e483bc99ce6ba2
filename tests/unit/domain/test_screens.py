"""Finding the right screen again: the better evidence wins, no screen is given twice, nothing hostile is read."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.screens import (
    Box,
    ScreenName,
    likeness,
    matched,
    same_screen,
    screen_called,
    screen_from,
    screen_to,
    shifted,
)

LEFT, RIGHT, SMALL = Box(0, 0, 1920, 1080), Box(1920, 0, 1920, 1080), Box(0, 0, 1280, 720)
boxes = st.sampled_from([LEFT, RIGHT, SMALL])
few = st.sampled_from(["", "a", "b"])
names = st.builds(ScreenName, few, few, few, few, boxes, st.integers(0, 5))
rows = st.lists(names, max_size=6)


def screen(name: str, serial: str = "", box: Box = LEFT, index: int = 0, model: str = "") -> ScreenName:
    return ScreenName(name, model, "", serial, box, index)


@given(rows, rows, st.sets(st.integers(0, 5), max_size=3))
def test_no_screen_is_given_twice_and_as_many_as_can_be(
    wanted: list[ScreenName], present: list[ScreenName], taken: set[int]
) -> None:
    given_ = matched(wanted, present, taken)
    found = [at for at in given_ if at is not None]
    free = [at for at in range(len(present)) if at not in taken]
    assert len(given_) == len(wanted)
    assert len(found) == len(set(found)) == min(len(wanted), len(free))
    assert set(found) <= set(free)


@given(rows, rows)
def test_nobody_would_gain_by_changing_places(wanted: list[ScreenName], present: list[ScreenName]) -> None:
    given_ = matched(wanted, present)
    pairs = [(one, at) for one, at in enumerate(given_) if at is not None]
    for (a, at_a), (b, at_b) in combinations(pairs, 2):
        now = min(likeness(wanted[a], present[at_a]), likeness(wanted[b], present[at_b]))
        crossed = min(likeness(wanted[a], present[at_b]), likeness(wanted[b], present[at_a]))
        assert now <= crossed, "the best of the evidence is honoured"


@given(st.lists(names, max_size=6, unique_by=lambda s: s.name))
def test_the_same_screens_in_another_order_are_found_by_name(present: list[ScreenName]) -> None:
    wanted = [one for one in present if one.name]
    given_ = matched(wanted, list(reversed(present)))
    assert all(at is not None and list(reversed(present))[at].name == one.name
               for one, at in zip(wanted, given_, strict=True) if not one.serial)


def test_serial_and_name_beat_everything_else() -> None:
    wall = screen("HDMI-2", "S1", RIGHT, 1, "Dell")
    moved = screen("DP-1", "S1", LEFT, 0, "Dell")
    other = screen("HDMI-2", "S2", RIGHT, 1, "Dell")
    assert matched([wall], [other, moved]) == (1,), "the monitor itself, though on another plug"
    assert matched([wall], [other, moved, wall]) == (2,)
    assert matched([wall], [other]) == (0,), "another monitor on the same plug is better than none"


def test_screens_of_one_name_are_told_apart_by_geometry() -> None:
    big, small = screen("screen", box=LEFT), screen("screen", box=SMALL, index=1)
    assert matched([small], [big, small]) == (1,)
    assert matched([big, small], [small, big]) == (1, 0)
    assert matched([small], [small, small], {0}) == (1,)


def test_a_screen_that_is_taken_is_not_given_and_the_first_waits() -> None:
    wall = screen("HDMI-2", box=RIGHT, index=1)
    assert matched([wall], [wall], {0}) == (None,)
    assert matched([wall, wall], [screen("x"), wall], {0}) == (1, None)


def test_a_free_screen_is_not_the_same_screen() -> None:
    assert same_screen(screen("HDMI-2", box=RIGHT), [screen("DP-1", box=LEFT)]) is None
    assert same_screen(screen("HDMI-2", box=RIGHT), [screen("DP-1"), screen("HDMI-2")]) == 1
    assert same_screen(screen(""), []) is None


@pytest.mark.parametrize(("said", "found"), [
    ("1", 0), ("2", 1), ("3", None), ("0", None), ("hdmi-2", 1), (" HDMI-2 ", 1), ("U2720Q", 0), ("S7", 1), ("", None),
    ("-1", None), ("9999", None), ("٢", None),
])
def test_an_officer_calls_a_screen(said: str, found: int | None) -> None:
    present = [screen("DP-1", model="U2720Q"), screen("HDMI-2", "S7")]
    assert screen_called(said, present) == found


def test_a_screen_called_by_a_number_is_found_by_name_first() -> None:
    assert screen_called("2", [screen("2"), screen("1")]) == 0


@given(names)
def test_a_screens_name_is_written_and_read_back(one: ScreenName) -> None:
    assert screen_from(screen_to(one)) == one


@pytest.mark.parametrize("change", [
    {"box": None}, {"box": [0, 0, 1]}, {"box": [0, 0, -5, 5]}, {"box": [0, 0, 5.0, 5]}, {"box": [0, 0, True, 5]},
    {"box": [10**9, 0, 5, 5]}, {"index": -1}, {"index": "0"}, {"index": True}, {"index": 10**6}, {"name": None},
    {"serial": 5}, {"model": "x" * 121},
])
def test_what_is_no_screens_name_is_not_read(change: dict[str, object]) -> None:
    assert screen_from(screen_to(screen("HDMI-2")) | change) is None
    assert screen_from([change]) is None


@given(st.builds(Box, *(st.integers(-3000, 6000),) * 2, *(st.integers(0, 4000),) * 2), boxes, boxes)
def test_a_window_moved_to_a_screen_is_inside_it(box: Box, before: Box, now: Box) -> None:
    there = shifted(box, before, now)
    assert there.x >= now.x
    assert there.y >= now.y
    assert there.x + there.width <= now.x + now.width
    assert there.y + there.height <= now.y + now.height
