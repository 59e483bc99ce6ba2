"""Whether a long run stayed flat: rows of a table, their drift, the bounds.

Belongs here: pure arithmetic and its words. Does not belong here: sampling (soak.py).
Flat means, for each figure, after the warm-up: 1. the drift over what is left of the run, by the Theil-Sen slope (the
median of the slopes between all pairs, which a few odd rows cannot move), is within the bound; 2. where the run ends as
calm as it began, the calm figures differ by no more than the bound. A row's figure is the median of its samples.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WARM_UP_SHARE, WARM_UP_S = 0.25, 180.0  # whichever is longer: the bounded caches of words fill meanwhile
ROWS_LEAST = 4
BOUNDS: Mapping[str, float] = {"rss_mb": 12.0, "threads": 3.0, "handles": 4.0, "widgets": 2.0}
WORDS = {"rss_mb": "memory, MB", "threads": "threads", "handles": "open handles", "widgets": "live widgets"}
MEMORY_SHARE = 0.04  # of its median: what a long run may drift where that is more than the bound


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of the table."""

    at_s: float
    rss_mb: float
    threads: float
    handles: float
    widgets: float
    live: int
    shown: int
    late_p99_ms: float

    def of(self, key: str) -> float:
        """Give a figure by its name."""
        return float(getattr(self, key))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Give the Theil-Sen slope, 0 for fewer than two points."""
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.combinations(points, 2) if b[0] != a[0]]
    return statistics.median(slopes) if slopes else 0.0


def bound(key: str, rows: Sequence[Moment]) -> float:
    """Give how far a figure may drift."""
    share = MEMORY_SHARE * statistics.median(r.rss_mb for r in rows) if key == "rss_mb" and rows else 0.0
    return max(BOUNDS[key], share)


def drifts(rows: Sequence[Moment]) -> dict[str, float]:
    """Give each figure's drift over the rows after the warm-up; empty where too few are left to tell."""
    warm_s = max(WARM_UP_S, WARM_UP_SHARE * rows[-1].at_s) if rows else 0.0
    kept = [row for row in rows if row.at_s >= warm_s]
    if len(kept) < ROWS_LEAST:
        return {}
    span_s = kept[-1].at_s - kept[0].at_s
    return {key: slope([(r.at_s, r.of(key)) for r in kept]) * span_s for key in BOUNDS}


def complaints(rows: Sequence[Moment], calm: tuple[Moment, Moment] | None = None) -> list[str]:
    """Say in what the run was not flat; `calm` are the figures before and after with all cameras well."""
    said = []
    for key, drift in drifts(rows).items():
        if drift > bound(key, rows):
            said.append(f"{WORDS[key]}: drifts by {drift:+.1f} after the warm-up, {bound(key, rows):.1f} allowed")
    if calm is not None:
        for key in ("threads", "handles", "widgets"):
            more = calm[1].of(key) - calm[0].of(key)
            if more > BOUNDS[key]:
                said.append(f"{WORDS[key]}: {more:+.0f} from calm to calm, {BOUNDS[key]:.0f} allowed")
    return said


HEAD = " ".join(f"{word:>{width}}" for word, width in (("at", 7), ("RSS MB", 8), ("threads", 8), ("handles", 8),
                                                       ("widgets", 8), ("live", 5), ("shown", 8), ("late p99 ms", 12)))


def line(row: Moment, label: str = "") -> str:
    """Give a row as text, under HEAD."""
    at = label or f"{int(row.at_s // 60)}:{int(row.at_s % 60):02d}"
    return (f"{at:>7} {row.rss_mb:>8.1f} {row.threads:>8.0f} {row.handles:>8.0f} {row.widgets:>8.0f} {row.live:>5d} "
            f"{row.shown:>8d} {row.late_p99_ms:>12.1f}")
