"""Time as a parameter: wall clock and monotonic clock together.

Belongs here: the port, the real clock, the hand-moved one of tests and simulations. Does not belong here: formatting.
Invariants: 1. Wall times are aware and in UTC. 2. `monotonic_s` never falls. Thread: any.
"""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Both clocks of the machine."""

    def now(self) -> datetime:
        """Give the wall-clock time in UTC."""
        ...

    def monotonic_s(self) -> float:
        """Give seconds that only rise."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> datetime:
        """Give the wall-clock time in UTC."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """Give seconds that only rise."""
        return time.monotonic()


class StepWatch:
    """Notices that the wall clock was set: it and the monotonic clock went different ways. Thread: one.

    A machine that slept looks as if its clock was set forward, which is told too: nothing was watched meanwhile.
    """

    def __init__(self, clock: Clock, slack_s: float) -> None:
        self._clock, self._slack_s = clock, slack_s
        self._wall, self._monotonic_s = clock.now(), clock.monotonic_s()

    def look(self) -> tuple[datetime, float]:
        """Give the time and by how many seconds it was set since `told`; 0.0 within the slack."""
        now, monotonic_s = self._clock.now(), self._clock.monotonic_s()
        step_s = (now - self._wall).total_seconds() - (monotonic_s - self._monotonic_s)
        if abs(step_s) > self._slack_s:
            return now, step_s
        self._wall, self._monotonic_s = now, monotonic_s  # a clock that is slewed is followed
        return now, 0.0

    def told(self) -> None:
        """Begin anew: the step stands where it must."""
        self._wall, self._monotonic_s = self._clock.now(), self._clock.monotonic_s()


class ManualClock:
    """A clock moved by hand, for simulated time."""

    def __init__(self, start: datetime | None = None) -> None:
        self._lock = threading.Lock()
        self._now = start or datetime(2026, 11, 23, 10, 42, 7, tzinfo=UTC)
        self._monotonic_s = 1000.0

    def now(self) -> datetime:
        """Give the set time."""
        with self._lock:
            return self._now

    def monotonic_s(self) -> float:
        """Give the set monotonic time."""
        with self._lock:
            return self._monotonic_s

    def advance(self, seconds: float) -> None:
        """Move both clocks on."""
        with self._lock:
            self._monotonic_s += seconds
            self._now += timedelta(seconds=seconds)

    def set_wall(self, now: datetime) -> None:
        """Set the wall clock alone, as when NTP or a hand corrects it."""
        with self._lock:
            self._now = now
