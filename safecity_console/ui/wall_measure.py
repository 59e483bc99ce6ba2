"""The real wall, watched while it works: pictures painted, the GUI thread's lateness, processor time, memory.

Belongs here: one measurement of one wall. Does not belong here: the floor it is compared with, printing (cli/bench.py).
Invariant: what is measured is the officer's own WallView on the officer's own services; nothing is switched off for it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer

from safecity_console.domain.governor import Reduction
from safecity_console.domain.watch import Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView

TIMER_MS = 10
OPEN_PATIENCE_S = 15.0
LOOK_EVERY = 10


@dataclass(frozen=True, slots=True)
class WallFigures:
    """One measurement; times in milliseconds, memory in megabytes, `shown` by camera id over `seconds`.

    `lags_s` is how late the shown pictures were when scaled, `unsaid_ages_s` how old they grew on tiles that said
    neither "slowed" nor "late", `reductions` how far each camera's tile was reduced at the end.
    """

    seconds: float
    cores: float
    packets: int
    decoded: int
    shown: dict[str, int]
    late_ms: tuple[float, ...]
    first_picture_ms: tuple[float, ...]
    rss_mb: float
    reduced_tiles: int
    selected: str | None
    lags_s: tuple[float, ...]
    unsaid_ages_s: tuple[float, ...]
    reductions: dict[str, Reduction]


class WallMeasure:
    """A wall of a given size, offscreen or not, that is opened once and measured."""

    def __init__(self, services: ConsoleServices, size: tuple[int, int]) -> None:
        self._services = services
        self._view = WallView(services, DARK)
        self._view.resize(*size)
        self._late_ms: list[float] = []
        self._last_s = 0.0
        self._lags_s: list[float] = []
        self._unsaid_ages_s: list[float] = []
        self._first_ms: dict[str, float] = {}
        self._began_s = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer)

    def open(self, cameras: int, patience_s: float = OPEN_PATIENCE_S) -> int:
        """Show the wall and wait until every tile has painted a picture; gives how many have."""
        self._view.show()
        self._began_s = self._last_s = time.perf_counter()
        self._timer.start(TIMER_MS)
        until_s = self._began_s + patience_s
        while len(self._first_ms) < cameras and time.perf_counter() < until_s:
            self._spin(0.01)
            self._note_first()
        return len(self._first_ms)

    def measure(self, seconds: float) -> WallFigures:
        """Let the wall run for so long and say what it did."""
        before, totals = dict(self._view.stats().shown), self._services.streams.totals()
        self._late_ms.clear()
        self._lags_s.clear()
        self._unsaid_ages_s.clear()
        self._last_s = time.perf_counter()
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        self._spin(seconds)
        span_s = time.perf_counter() - wall_s
        cores = (time.process_time() - cpu_s) / span_s
        after, now = self._view.stats().shown, self._services.streams.totals()
        shown = {cid: count - before.get(cid, 0) for cid, count in after.items()}
        reductions = {cid: watch.reduction for cid, watch in self._services.streams.watches().items()}
        return WallFigures(span_s, cores, now.packets - totals.packets, now.decoded - totals.decoded, shown,
                           tuple(self._late_ms), tuple(self._first_ms.values()),
                           psutil.Process().memory_info().rss / 1e6,
                           sum(level is not Reduction.NONE for level in reductions.values()),
                           self._view.controller.model.selected_camera, tuple(self._lags_s),
                           tuple(self._unsaid_ages_s), reductions)

    def close(self) -> None:
        """Close the wall."""
        self._timer.stop()
        self._view.stop()
        self._view.close()
        self._view.deleteLater()

    def _spin(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def _on_timer(self) -> None:
        now_s = time.perf_counter()
        self._late_ms.append(max(0.0, (now_s - self._last_s) * 1000 - TIMER_MS))
        self._last_s = now_s
        if len(self._late_ms) % LOOK_EVERY == 0:
            self._look_at_ages()

    def _note_first(self) -> None:
        now_ms = (time.perf_counter() - self._began_s) * 1000
        for camera_id, count in self._view.stats().shown.items():
            if count and camera_id not in self._first_ms:
                self._first_ms[camera_id] = now_ms

    def _look_at_ages(self) -> None:
        now_s = self._services.clock.monotonic_s()
        for camera_id, watch in self._services.streams.watches().items():
            picture = self._services.streams.slot(camera_id).peek()
            if picture is None:
                continue
            self._lags_s.append(picture.lag_s)
            if watch.reduction is Reduction.NONE and watch.condition in (Condition.LIVE, Condition.IMPAIRED):
                self._unsaid_ages_s.append(now_s - picture.arrived_s + picture.lag_s)
