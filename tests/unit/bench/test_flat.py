"""Judging whether a long run stayed flat."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bench import flat
from tests.bench.flat import Moment, complaints, drifts, slope

ROW = Moment(0.0, 300.0, 50.0, 60.0, 1.0, 40, 30_000, 5.0)


def run_of(count: int, key: str = "", per_row: float = 0.0) -> list[Moment]:
    rows = []
    for number in range(count):
        row = replace(ROW, at_s=60.0 * (number + 1))
        rows.append(replace(row, **{key: row.of(key) + per_row * number}) if key else row)
    return rows


def test_the_slope_is_not_moved_by_a_few_odd_rows() -> None:
    points = [(float(x), 2.0 * x) for x in range(20)]
    points[3], points[11] = (3.0, 900.0), (11.0, -900.0)
    assert slope(points) == pytest.approx(2.0)
    assert slope([(1.0, 5.0)]) == 0.0


@pytest.mark.parametrize(("key", "per_row"), [("rss_mb", 1.0), ("threads", 0.2), ("handles", 0.2), ("widgets", 0.1)])
def test_a_steady_growth_is_named(key: str, per_row: float) -> None:
    (said,) = complaints(run_of(60, key, per_row))
    assert said.startswith(flat.WORDS[key])


def test_a_flat_run_and_a_shrinking_one_are_flat() -> None:
    assert complaints(run_of(60)) == []
    assert complaints(run_of(60, "rss_mb", -3.0)) == []


def test_growth_while_warming_up_is_no_growth() -> None:
    rows = run_of(60)
    rows[:15] = [replace(row, rss_mb=100.0 + 13 * n) for n, row in enumerate(rows[:15])]
    assert complaints(rows) == []


def test_noise_and_single_peaks_are_no_growth() -> None:
    rows = [replace(row, threads=50.0 + n % 7, rss_mb=300.0 + 8 * (n % 2)) for n, row in enumerate(run_of(60))]
    rows[40] = replace(rows[40], rss_mb=500.0, handles=200.0)
    assert complaints(rows) == []


def test_too_few_rows_tell_nothing_but_calm_against_calm_does() -> None:
    assert drifts(run_of(3, "rss_mb", 50.0)) == {}
    assert complaints([], (ROW, ROW)) == []
    said = complaints([], (ROW, replace(ROW, threads=55.0, handles=70.0)))
    assert len(said) == 2
    assert said[0].startswith("threads: +5 from calm to calm")


def test_a_row_reads_under_its_head() -> None:
    text = flat.line(replace(ROW, at_s=3661.0))
    assert text.split() == ["61:01", "300.0", "50", "60", "1", "40", "30000", "5.0"]
    assert len(text) == len(flat.HEAD)
