"""Rules of joysticks: shaping, standard profiles, centred first, calibration, the file form."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.stick import (
    AXES_MOST,
    STOP,
    TAKE,
    AxisUse,
    CentredFirst,
    Motion,
    StickBuild,
    StickProfile,
    StickState,
    begin_learning,
    fit_profile,
    focus_speed,
    learn,
    names_something,
    preset_number,
    shaped,
    standard_profile,
    velocity,
    with_centre,
    with_learnt,
)
from safecity_console.domain.stick_file import profile_of, values_of

shares = st.floats(-1, 1)
anything = st.floats(allow_nan=True, allow_infinity=True)


@st.composite
def uses(draw: st.DrawFn, axis: int | None = None) -> AxisUse:
    least, most = draw(st.floats(-1, -0.2)), draw(st.floats(0.2, 1))
    return AxisUse(draw(st.integers(0, AXES_MOST - 1)) if axis is None else axis, draw(st.sampled_from(Motion)),
                   draw(st.booleans()), draw(st.floats(0, 0.9)), draw(st.floats(1, 5)),
                   draw(st.floats(least, most)), least, most)


@st.composite
def profiles(draw: st.DrawFn) -> StickProfile:
    axes = draw(st.lists(st.integers(0, AXES_MOST - 1), unique=True, max_size=5))
    words = st.sampled_from(["preset:1", "preset:99", TAKE, STOP, "wall.snapshot", "incident.new"])
    return StickProfile("068e:00ca:Desk", draw(st.text(max_size=20)), tuple(draw(uses(n)) for n in axes),
                        draw(st.dictionaries(st.integers(0, 127), words, max_size=6)), draw(st.booleans()))


@given(uses(), shares, shares)
def test_an_axis_is_still_at_rest_never_jumps_and_never_turns_back(use: AxisUse, one: float, other: float) -> None:
    assert shaped(use.centre, use) == 0.0
    low, high = sorted((one, other))
    at_low, at_high = shaped(low, use), shaped(high, use)
    assert -1 <= at_low <= 1
    assert at_low >= at_high if use.invert else at_low <= at_high
    edge = use.centre + (use.most - use.centre) * (use.dead_zone + 1e-6)
    assert abs(shaped(min(1.0, edge), use)) < 1e-3


@given(uses(), anything)
def test_nothing_a_device_says_leaves_the_range(use: AxisUse, raw: float) -> None:
    assert -1 <= shaped(raw, use) <= 1


@given(profiles(), st.lists(anything, max_size=8), st.tuples(st.integers(-9, 9), st.integers(-9, 9)))
def test_what_a_stick_wants_is_a_velocity(profile: StickProfile, axes: list[float], hat: tuple[int, int]) -> None:
    state = StickState(tuple(axes), frozenset(), hat)
    wanted = velocity(state, profile)
    assert all(-1 <= one <= 1 for one in (wanted.pan, wanted.tilt, wanted.zoom, focus_speed(state, profile)))


@given(profiles())
def test_a_profile_survives_its_file(profile: StickProfile) -> None:
    fit = fit_profile(profile)
    assert profile_of(json.loads(json.dumps(values_of(fit)))) == fit


_GOOD = values_of(standard_profile(StickBuild("Desk", 1, 2, 3, 12)))
_AXIS = _GOOD["axes"][0]


@pytest.mark.parametrize("values", [
    None, [], "x", {}, {**_GOOD, "more": 1}, {**_GOOD, "format": "other"}, {**_GOOD, "version": 2},
    {**_GOOD, "version": True}, {**_GOOD, "axes": {}}, {**_GOOD, "axes": [_AXIS] * 40}, {**_GOOD, "axes": [1]},
    {**_GOOD, "axes": [_AXIS, _AXIS]}, {**_GOOD, "axes": [{**_AXIS, "axis": True}]},
    {**_GOOD, "axes": [{**_AXIS, "axis": -1}]}, {**_GOOD, "axes": [{**_AXIS, "motion": "fly"}]},
    {**_GOOD, "axes": [{**_AXIS, "motion": ["pan"]}]}, {**_GOOD, "axes": [{**_AXIS, "curve": 99}]},
    {**_GOOD, "axes": [{**_AXIS, "curve": float("nan")}]}, {**_GOOD, "axes": [{**_AXIS, "dead_zone": "1"}]},
    {**_GOOD, "axes": [{**_AXIS, "least": 1, "most": -1}]}, {**_GOOD, "axes": [{**_AXIS, "most": 10**400}]},
    {**_GOOD, "buttons": []}, {**_GOOD, "buttons": {"-1": "preset:1"}}, {**_GOOD, "buttons": {"01": "preset:1"}},
    {**_GOOD, "buttons": {"999": "preset:1"}}, {**_GOOD, "buttons": {"1": "rm -rf"}}, {**_GOOD, "buttons": {"1": 3}},
    {**_GOOD, "hat_steers": 1}, {**_GOOD, "name": 3},
])
def test_an_odd_file_is_refused(values: Any) -> None:
    with pytest.raises(Refused, match="stick_"):
        profile_of(values)


@pytest.mark.parametrize(("word", "number"), [
    ("preset:1", 1), ("preset:99", 99), ("preset:0", None), ("preset:100", None), ("preset:", None),
    ("preset:-1", None),    ("preset:01", None), ("preset:٣", None), ("wall.snapshot", None), ("", None),
])
def test_presets_of_buttons(word: str, number: int | None) -> None:
    assert preset_number(word) == number
    assert names_something(word) is (number is not None or word == "wall.snapshot")


@pytest.mark.parametrize("build", [
    StickBuild("AXIS T8311", 0x068E, 0xCA, 3, 12), StickBuild("Flight stick", 1, 2, 4, 8, 1),
    StickBuild("Wheel", 1, 2, 1), StickBuild("Pad", 3, 4, 6, 11, 1, gamepad=True), StickBuild("Box", 5, 6, 0, 24),
])
def test_every_build_has_a_profile_that_fits_it(build: StickBuild) -> None:
    profile = standard_profile(build)
    assert fit_profile(profile) == profile
    assert all(use.axis < build.axes for use in profile.axes)
    assert all(button < build.buttons for button in profile.buttons)


def test_a_desk_turns_right_and_up_as_the_hand_does() -> None:
    profile = standard_profile(StickBuild("Desk", axes=3, buttons=12))
    wanted = velocity(StickState((1.0, -1.0, 1.0)), profile)
    assert (wanted.pan, wanted.tilt, wanted.zoom) == (1.0, 1.0, 1.0)


def test_a_stick_moves_nothing_before_every_axis_and_the_hat_were_let_go() -> None:
    first = CentredFirst(standard_profile(StickBuild("Desk", axes=3, buttons=2, hats=1)))
    assert not first.see(StickState((1.0, 0.0, 0.0), hat=(0, 1)))
    assert first.waits_for == {0}
    assert not first.see(StickState((0.05, 0.0, 0.0), hat=(0, 1)))
    assert first.see(StickState((0.0, 1.0, 0.0)))
    assert CentredFirst(StickProfile("m", "n", (AxisUse(7, Motion.PAN),))).see(StickState((1.0,)))  # no such axis


@given(st.lists(st.tuples(shares, shares), min_size=1, max_size=20), st.tuples(shares, shares))
def test_calibration_keeps_the_profile_fit(seen: list[tuple[float, float]], rest: tuple[float, float]) -> None:
    profile = StickProfile("m", "n", (AxisUse(0, Motion.PAN), AxisUse(1, Motion.TILT)))
    known = begin_learning(StickState(rest))
    for axes in seen:
        known = learn(known, StickState(axes))
    learnt, unmoved = with_learnt(profile, known)
    fit_profile(learnt)
    for use in learnt.axes:
        assert (use.axis in unmoved) == (use == replace(use, least=-1.0, most=1.0, centre=0.0) and use in profile.axes)
    centred = fit_profile(with_centre(profile, [StickState(rest)]))
    assert all(shaped(rest[use.axis], use) == 0.0 for use in centred.axes)
