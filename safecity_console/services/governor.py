"""The one place that decides quality under load: measures once a second, steers, tells the channels.

Belongs here: processor time, lateness of the screens, lags, when to look. Does not belong here: the rule
(domain/governor.py), carrying a step out (diet.py).
Invariants: 1. `note_lateness` never blocks and costs no more than a store: screens call it each tick. 2. Switched off
it takes every step back at once. Threads: the supervisor's; `note_lateness` and reading `load` from any.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

import psutil

from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.domain.governor import Course, Limits, Load, Reduction, TileRank, steer
from safecity_console.services.channel import Channel

EVERY_S = 1.0
LATENESS_KEPT = 1024


@dataclass(frozen=True, slots=True)
class GovernorRules:
    """The figures in force, from the settings; `on` False reduces nothing."""

    on: bool = True
    limits: Limits = field(default_factory=Limits)
    slow_fps: float = 8.0


class Meter(Protocol):
    """Measures processor time since it was last asked."""

    def shares(self) -> tuple[float, float]:
        """Give the shares of the cores this process and all processes used."""
        ...


class ProcessorMeter:
    """The machine's own figures."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._process = psutil.Process()
        self._cores = _cores(self._process)
        self._at_s = clock.monotonic_s()
        self._cpu_s = self._spent_s()
        psutil.cpu_percent(None)

    def shares(self) -> tuple[float, float]:
        """Give the shares of the cores this process and all processes used."""
        now_s, cpu_s = self._clock.monotonic_s(), self._spent_s()
        span_s = max(0.001, now_s - self._at_s)
        share = (cpu_s - self._cpu_s) / span_s / self._cores
        self._at_s, self._cpu_s = now_s, cpu_s
        return share, psutil.cpu_percent(None) / 100

    def _spent_s(self) -> float:
        times = self._process.cpu_times()
        return float(times.user + times.system)


class Governor:
    """Steers the quality of all channels."""

    def __init__(self, clock: Clock, meter: Meter | None = None) -> None:
        self._clock = clock
        self._meter: Meter = meter or ProcessorMeter(clock)
        self._late_ms: deque[float] = deque(maxlen=LATENESS_KEPT)
        self._course = Course()
        self._due_s = clock.monotonic_s() + EVERY_S
        self.rules = GovernorRules()
        self.load = Load()

    def note_lateness(self, ms: float) -> None:
        """Take how late a screen's tick came."""
        self._late_ms.append(ms)

    def look(self, channels: Collection[Channel]) -> None:
        """Measure and steer, where a second has passed."""
        now_s = self._clock.monotonic_s()
        if now_s < self._due_s:
            return
        self._due_s = now_s + EVERY_S
        shown = [(rank, channel.take_worst_lag()) for channel in channels if (rank := channel.rank()) is not None]
        self.load = self._measure(shown)
        tiles = [rank for rank, _ in shown]
        before = self._course
        self._course = steer(before, tiles, self.load, now_s, self.rules.limits) if self.rules.on else Course()
        self._log(before, tiles)
        for channel in channels:
            channel.reduce(self._course.level(channel.camera.id), self.rules.slow_fps)

    def _measure(self, shown: Collection[tuple[TileRank, float]]) -> Load:
        own, machine = self._meter.shares()
        late_ms = sorted(self._late_ms.popleft() for _ in range(len(self._late_ms)))
        p95_ms = late_ms[min(len(late_ms) - 1, int(0.95 * len(late_ms)))] if late_ms else 0.0
        lag_s = max((lag_s for _, lag_s in shown), default=0.0)
        spared_s = max((lag_s for rank, lag_s in shown if rank.spared), default=0.0)
        return Load(own, machine, p95_ms, lag_s, spared_s)

    def _log(self, before: Course, tiles: Collection[TileRank]) -> None:
        reduced = sum(self._course.level(t.camera_id) is not Reduction.NONE for t in tiles)
        was = sum(level is not Reduction.NONE for level in before.levels.values())
        if (reduced > 0) is not (was > 0):
            load = self.load
            get_logger("governor").info("reducing" if reduced else "recovered", tiles=reduced,
                                        cpu=round(load.cpu_share, 2), machine=round(load.machine_share, 2),
                                        late_ms=round(load.late_p95_ms, 1), lag_s=round(load.worst_lag_s, 2))


def _cores(process: psutil.Process) -> int:
    """Count the cores this process may use, where the platform tells."""
    try:
        return max(1, len(process.cpu_affinity() or ()))
    except (AttributeError, psutil.Error):
        return max(1, psutil.cpu_count() or 1)
