"""The roster: names and hours of shifts, which shift an hour belongs to, how two spans of duty meet.

Belongs here: hours as data, windows across midnight, seams between spans, time over. Does not belong here: who is on
duty and what he writes (shift.py), rows (db/shifts.py), sentences.
Invariants: 1. Hours are minutes of the local day; a shift whose end is not after its beginning reaches into the next
day. 2. Two spans of duty in a row meet, or the desk stood alone between them, or the clock was set back: nothing else,
and the last two carry a reason. 3. A span never ends before it begins and never begins before the one before it ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Protocol

from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line

CODE_MOST, SHIFT_NAME_MOST, HOURS_MOST, DAY_MIN = 8, 40, 12, 24 * 60


@dataclass(frozen=True, slots=True)
class ShiftHours:
    """One shift of the day; `start_min`, `end_min`: minutes after local midnight."""

    code: str
    start_min: int
    end_min: int
    name: str = ""
    name_ur: str = ""

    @property
    def length(self) -> timedelta:
        """Give how long it lasts; the same hour twice is a whole day."""
        return timedelta(minutes=(self.end_min - self.start_min) % DAY_MIN or DAY_MIN)


STANDARD_HOURS: tuple[ShiftHours, ...] = (
    ShiftHours("A", 6 * 60, 14 * 60), ShiftHours("B", 14 * 60, 22 * 60), ShiftHours("C", 22 * 60, 6 * 60),
)


@dataclass(frozen=True, slots=True)
class Window:
    """One shift of one day, in UTC."""

    hours: ShiftHours
    from_at: datetime
    to_at: datetime


def fit_hours(hours: Iterable[ShiftHours]) -> tuple[ShiftHours, ...]:
    """Give hours as they are kept; raises Refused("shift_hours_count" | "shift_code" | "shift_code_twice" | …)."""
    kept = tuple(ShiftHours(clean_line(one.code, CODE_MOST + 1).upper(), one.start_min, one.end_min,
                            clean_line(one.name, SHIFT_NAME_MOST), clean_line(one.name_ur, SHIFT_NAME_MOST))
                 for one in hours)
    if not 1 <= len(kept) <= HOURS_MOST:
        raise Refused("shift_hours_count", most=HOURS_MOST)
    for one in kept:
        if not 1 <= len(one.code) <= CODE_MOST:
            raise Refused("shift_code", most=CODE_MOST)
        if not (0 <= one.start_min < DAY_MIN and 0 <= one.end_min < DAY_MIN):
            raise Refused("shift_hour")
    if len({one.code for one in kept}) < len(kept):
        raise Refused("shift_code_twice")
    return kept


def window(hours: ShiftHours, at: datetime, zone: tzinfo) -> Window:
    """Give the shift of these hours that holds a moment, else the one that lies nearest; of two, the later."""
    day = at.astimezone(zone).date()
    near = [_of_day(hours, day + timedelta(days=off), zone) for off in (-2, -1, 0, 1, 2)]
    return min(reversed(near), key=lambda one: max(timedelta(), one.from_at - at, at - one.to_at + _INSTANT))


_INSTANT = timedelta(microseconds=1)  # a shift's end is not in it


def proposed(plan: Sequence[ShiftHours], at: datetime, zone: tzinfo, after: str = "") -> Window:
    """Give the shift to be taken at a moment: the one next to `after` in the plan where it is due, else by the hour."""
    windows = [window(one, at, zone) for one in plan]
    codes = [one.code for one in plan]
    if after in codes and len(plan) > 1:
        due = windows[(codes.index(after) + 1) % len(plan)]
        if due.from_at - EARLY <= at < due.to_at:
            return due
    holding = [one for one in windows if one.from_at <= at < one.to_at]
    if holding:
        return max(holding, key=lambda one: one.from_at)
    return min(windows, key=lambda one: max(one.from_at - at, at - one.to_at))


EARLY = timedelta(hours=2)
"""How long before its hour a shift may be handed over as that shift."""


def _of_day(hours: ShiftHours, day: date, zone: tzinfo) -> Window:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    begins = midnight + timedelta(minutes=hours.start_min)  # wall-clock arithmetic: the hour on the wall counts
    ends = begins + hours.length
    from_at = datetime.fromtimestamp(begins.timestamp(), tz=UTC)
    return Window(hours, from_at, max(datetime.fromtimestamp(ends.timestamp(), tz=UTC), from_at + _INSTANT))


class Seam(StrEnum):
    """How a span of duty meets the one before it."""

    FIRST = "first"
    JOINED = "joined"
    GAP = "gap"  # nobody was on duty between
    CLOCK = "clock"  # the clock stood before the last end: how long nobody was on duty cannot be known


class Spanned(Protocol):
    """What the rules of spans need of a span."""

    @property
    def from_at(self) -> datetime:
        """Give its beginning."""
        ...

    @property
    def to_at(self) -> datetime | None:
        """Give its end; None: it goes on."""
        ...

    @property
    def clock_stepped(self) -> bool:
        """Tell whether the clock was found set back at its beginning."""
        ...


@dataclass(frozen=True, slots=True)
class Start:
    """Where a new span begins, and how it meets the last."""

    at: datetime
    seam: Seam
    gap_from: datetime | None = None


def start_after(last_end: datetime | None, now: datetime) -> Start:
    """Give where a span taken from nobody begins: now, but never before the last one ended."""
    if last_end is None:
        return Start(now, Seam.FIRST)
    if now == last_end:
        return Start(now, Seam.JOINED)
    if now < last_end:
        return Start(last_end, Seam.CLOCK, last_end)
    return Start(now, Seam.GAP, last_end)


def end_of(from_at: datetime, now: datetime) -> datetime:
    """Give where a span ends: now, but never before it began."""
    return max(from_at, now)


def seam_of(before: Spanned | None, after: Spanned) -> Seam:
    """Tell how two spans in a row meet."""
    if before is None:
        return Seam.FIRST
    if after.clock_stepped:
        return Seam.CLOCK
    return Seam.JOINED if before.to_at == after.from_at else Seam.GAP


def over(planned_to: datetime, now: datetime) -> timedelta:
    """Give how long a shift has run past its hours; nothing while it has not."""
    return max(timedelta(), now - planned_to)


def flaws(spans: Sequence[Spanned]) -> tuple[int, ...]:
    """Find spans, by place, that break the rules: open before the last, backwards, over the one before."""
    found = []
    for place, one in enumerate(spans):
        last = place == len(spans) - 1
        backwards = one.to_at is not None and one.to_at < one.from_at
        before = spans[place - 1].to_at if place else None
        if backwards or (one.to_at is None and not last) or (before is not None and one.from_at < before):
            found.append(place)
    return tuple(found)
