"""The monthly liaison sheet's figures: counts only, and none that points to a person.

Belongs here: the figures and the rule of small ones. Does not belong here: counting (db/liaison_counts.py), paper.
Invariants: 1. A sensitive kind with fewer than `FEW` complaints is not told apart from none at all: two cases of
violence against women in one town within a month are known to neighbours by name. 2. Complaints of such a kind are left
out of every other line: no sum of the sheet gives the hidden figure back. 3. Nothing here holds a name, a place, a
number of an incident or a time of a single case.
Not covered: two sheets over periods that differ by a few days can be subtracted from each other; the screen offers
whole months only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safecity_console.domain.incident import Category, Source
from safecity_console.domain.liaison import Answer

FEW = 3
SENSITIVE: frozenset[Category] = frozenset({Category.WOMEN_CHILDREN, Category.MISCONDUCT, Category.MISSING,
                                            Category.DRUGS, Category.CYBER})


class Within(StrEnum):
    """How soon a complaint was resolved or ended otherwise, counted from its entry."""

    DAY = "day"
    THREE_DAYS = "three_days"
    WEEK = "week"
    LATER = "later"
    OPEN = "open"


_LIMITS = ((Within.DAY, timedelta(days=1)), (Within.THREE_DAYS, timedelta(days=3)), (Within.WEEK, timedelta(days=7)))


@dataclass(frozen=True, slots=True)
class CountedComplaint:
    """What counting needs of one complaint, and nothing else."""

    source: Source
    category: Category
    entered_at: datetime
    ended_at: datetime | None = None
    call_back_due_at: datetime | None = None
    called_back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of the sheet; None: fewer than `FEW`, none included."""

    count: int | None

    @property
    def few(self) -> bool:
        """Tell whether the figure is not told."""
        return self.count is None


@dataclass(frozen=True, slots=True)
class LiaisonCounts:
    """One period's sheet. `complaints` is the sum of `by_source`, and of the figures of `by_kind` that are told."""

    from_at: datetime
    to_at: datetime
    complaints: int
    by_source: Mapping[Source, int]
    by_kind: Mapping[Category, Cell]
    ended_within: Mapping[Within, int]
    call_backs_due: int
    call_backs_kept: int  # in time
    call_backs_late: int  # called back, but after the time
    requests: Mapping[Answer, int]
    consents_given: int
    consents_withdrawn: int
    meetings: int
    committees_met: int
    committees: int

    @property
    def call_backs_open(self) -> int:
        """Give how many were promised and not made."""
        return self.call_backs_due - self.call_backs_kept - self.call_backs_late


def cell_of(category: Category, count: int) -> Cell:
    """Give a kind's figure as it may be told."""
    return Cell(None if category in SENSITIVE and count < FEW else count)


def within(one: CountedComplaint) -> Within:
    """Tell how soon a complaint ended."""
    if one.ended_at is None:
        return Within.OPEN
    took = one.ended_at - one.entered_at
    return next((word for word, limit in _LIMITS if took <= limit), Within.LATER)


def told(complaints: Iterable[CountedComplaint]) -> tuple[dict[Category, Cell], tuple[CountedComplaint, ...]]:
    """Give the figures by kind, and the complaints that the other lines may count."""
    every = tuple(complaints)
    raw = {kind: sum(one.category is kind for one in every) for kind in Category}
    cells = {kind: cell_of(kind, count) for kind, count in raw.items() if kind is not Category.HOAX or count}
    return cells, tuple(one for one in every if not cells[one.category].few)


def month_of(at: datetime) -> tuple[datetime, datetime]:
    """Give the first moment of a local month and of the next; the zone of `at` is kept."""
    first = at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = first.replace(year=first.year + 1, month=1) if first.month == 12 else first.replace(
        month=first.month + 1)
    return first, following
