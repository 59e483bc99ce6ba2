"""The lag meter and the conversion budget, on times given by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.video.lag import JUMP_S, WINDOW_S, Budget, DrainMeter, LagMeter


def feed(meter: LagMeter, pairs: list[tuple[float, float]]) -> list[float]:
    return [round(meter.measure(arrived, pts), 3) for arrived, pts in pairs]


def test_lag_is_the_time_behind_the_quickest_packet() -> None:
    assert feed(LagMeter(), [(100.0, 5.0), (100.2, 5.1), (100.3, 5.3), (101.5, 5.4)]) == [0.0, 0.1, 0.0, 1.1]


def test_a_backlog_worked_off_is_lag_no_more() -> None:
    meter = LagMeter()
    assert feed(meter, [(100 + i / 15, i / 15) for i in range(15)])[-1] == 0.0
    burst = feed(meter, [(104.0, 1 + i / 15) for i in range(45)])
    assert burst[0] == 3.0
    assert burst[-1] == pytest.approx(0.067, abs=0.001)


def test_a_slow_drift_of_the_clocks_never_adds_up() -> None:
    meter = LagMeter()
    worst = max(meter.measure(t * 1.002, float(t)) for t in range(3600))
    assert worst <= 2 * WINDOW_S * 0.002 + 0.01


@pytest.mark.parametrize("jump_s", [-100_000.0, -JUMP_S, -5.0, -1.5, JUMP_S + 1, 1e9])
def test_a_jump_of_the_timestamps_is_not_lag(jump_s: float) -> None:
    meter = LagMeter()
    feed(meter, [(100 + i / 15, 1000 + i / 15) for i in range(30)])
    after = feed(meter, [(102 + i / 15, 1002 + jump_s + i / 15) for i in range(30)])
    assert max(after) < 0.1


@pytest.mark.parametrize("pts_of", [lambda _t: 7.0, lambda t: -t, lambda t: t / 2, lambda t: 0.85 * t],
                         ids=["standing", "backwards", "half", "seven-eighths"])
def test_a_clock_that_is_plainly_wrong_is_not_believed_for_good(pts_of: Callable[[float], float]) -> None:
    meter = LagMeter()
    late = [meter.measure(i / 25, pts_of(i / 25)) for i in range(25 * 120)]
    assert not meter.believed
    assert late[-1] == 0.0
    assert sum(lag > 0.5 for lag in late) / 25 < 45, "seconds a tile stands still before"


def test_a_backlog_that_is_worked_off_slowly_is_believed() -> None:
    meter = LagMeter()
    feed(meter, [(i / 25, i / 25) for i in range(100)])
    # Twenty seconds late, worked off a quarter faster than it was sent: by then a minute and more has passed.
    late = [meter.measure(24 + i / 25, 4 + 1.25 * i / 25) for i in range(25 * 80)]
    assert late[0] == pytest.approx(20.04, abs=0.1)
    assert late[500] > 14
    assert meter.believed


def test_reordered_pictures_do_not_start_it_anew() -> None:
    meter = LagMeter()
    feed(meter, [(10.0, 1.0), (10.1, 1.4), (10.2, 1.2), (10.3, 1.3)])
    assert meter.measure(12.0, 1.5) == pytest.approx(12.0 - 1.5 - 8.7, abs=0.001)


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(-1e6, 1e6)), max_size=60))
def test_lag_is_never_negative_whatever_comes(steps: list[tuple[float, float]]) -> None:
    meter, now_s = LagMeter(), 0.0
    for wait_s, pts_s in steps:
        now_s += wait_s
        assert meter.measure(now_s, pts_s) >= 0.0


def test_without_times_lag_is_how_long_nothing_had_to_be_waited_for() -> None:
    meter, now_s, lags = DrainMeter(), 100.0, []
    for work_s in [0.03] * 50 + [0.06] * 50 + [0.001] * 75:  # in time, too slow, nothing but reading
        sent_s = 100.0 + 0.04 * len(lags)
        now_s = max(now_s, sent_s) + 0.0005
        lags.append(meter.came(now_s))
        now_s += work_s
        meter.ask(now_s)
    assert max(lags[:50]) == 0.0
    assert lags[99] > 2.5
    assert lags[-1] == 0.0


def test_the_budget_lets_its_rate_through_whatever_the_rate_of_asking() -> None:
    for asked in (15, 16, 25, 60):
        budget = Budget(15.0)
        passed = sum(budget.allow(i / asked) for i in range(asked * 20))
        assert 15 * 20 <= passed <= 15 * 20 + 3, asked


def test_jitter_of_a_network_costs_no_picture() -> None:
    budget = Budget(15.0)
    times = [i / 15 + (0.04 if i % 2 else 0.0) for i in range(150)]
    assert all(budget.allow(t) for t in times)


def test_a_pause_does_not_save_up_more_than_the_burst() -> None:
    budget = Budget(15.0)
    budget.allow(0.0)
    assert sum(budget.allow(100.0) for _ in range(20)) == 2
