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
