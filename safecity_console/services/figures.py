"""Figures of every stream, once a second: what tile info and the table of streams show, and what is exported.

Belongs here: reading watches and connections, rates of what screens painted, two minutes of each figure, the table as
CSV. Does not belong here: a stream's life (streams.py, channel.py), words and drawing (ui/).
Invariants: 1. `figures()` is an immutable snapshot, replaced whole; `generation` rises with each. 2. Memory is bounded:
`SERIES_S` values of four figures a camera, and nothing for cameras that left the registry. 3. Reconnects today go over
restarts: what was lost before this run is read from the history once. Nothing is written; after a crash the two minutes
are gone. Threads: a worker samples, any thread reads, the GUI tells what it painted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Protocol
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.domain.camera import Camera, StreamRole, Transport
from safecity_console.domain.errors import WorldError
from safecity_console.domain.figures import SERIES_S, Measure, StreamFigures
from safecity_console.domain.stream import Failure
from safecity_console.domain.watch import CameraWatch
from safecity_console.services.cameras import CameraService
from safecity_console.services.history import HistoryService
from safecity_console.video.face import Reader

EVERY_S = 1.0
Series = npt.NDArray[np.float32]
TransportOf = Callable[[Camera, StreamRole], Transport | None]
_ROW = {measure: number for number, measure in enumerate(Measure)}


@dataclass(slots=True)
class _Kept:
    """What is remembered of one camera between two samples."""

    values: Series = field(default_factory=lambda: np.full((len(Measure), SERIES_S), np.nan, np.float32))
    reconnects: int = 0
    today: int = 0
    failure: Failure | None = None
    failure_at: datetime | None = None


@dataclass(slots=True)
class _Painted:
    """What one window has painted by camera, and the rates worked out of it."""

    counts: Mapping[str, int]
    at_s: float
    fps: Mapping[str, float] = field(default_factory=dict)


class Watched(Protocol):
    """What is asked of the streams."""

    def watches(self) -> Mapping[str, CameraWatch]:
        """Give what is known of every camera, by id."""
        ...

    def reader_of(self, camera_id: str) -> Reader | None:
        """Give a camera's running connection."""
        ...


class FigureService(Worker):
    """Samples all streams; `zone` gives the time zone a day is counted in."""

    def __init__(self, streams: Watched, cameras: CameraService, history: HistoryService, clock: Clock,
                 transport_of: TransportOf, zone: Callable[[], ZoneInfo]) -> None:
        super().__init__("figures")
        self._streams, self._cameras, self._history, self._clock = streams, cameras, history, clock
        self._transport_of, self._zone = transport_of, zone
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}
        self._painted: dict[str, _Painted] = {}
        self._day: date | None = None
        self._lost_before: Mapping[str, int] = {}
        self._figures: Mapping[str, StreamFigures] = MappingProxyType({})
        self.generation = 0

    def figures(self) -> Mapping[str, StreamFigures]:
        """Give the newest figures of every camera, by id."""
        return self._figures

    def series(self, camera_id: str, measure: Measure) -> Series:
        """Give the last `SERIES_S` values of a figure, one a second, the newest last; NaN where none was measured."""
        with self._lock:
            kept = self._kept.get(camera_id)
            return kept.values[_ROW[measure]].copy() if kept is not None else np.full(SERIES_S, np.nan, np.float32)

    def note_painted(self, place: str, counts: Mapping[str, int]) -> None:
        """Take note of how many pictures a window has painted since it was made, by camera; none: it paints no more."""
        now_s = self._clock.monotonic_s()
        with self._lock:
            before = self._painted.get(place)
            if not counts:
                self._painted.pop(place, None)
                return
            if before is None:
                self._painted[place] = _Painted(dict(counts), now_s)
                return
            span_s = now_s - before.at_s
            if span_s >= EVERY_S:
                fps = {cid: max(0, n - before.counts.get(cid, 0)) / span_s for cid, n in counts.items()}
                self._painted[place] = _Painted(dict(counts), now_s, fps)

    def run(self) -> None:
        """Sample until stopped."""
        while not self.wait(EVERY_S):
            try:
                self.sample()
            except Exception:  # noqa: BLE001 - a thread's edge: a disk that fails once must not end the figures for good
                get_logger("figures").exception("sample_failed")

    def sample(self) -> None:
        """Take one sample of every camera."""
        now = self._clock.now()
        self._turn_day(now)
        watches = self._streams.watches()
        with self._lock:
            shown = self._shown()
            for gone in [cid for cid in self._kept if cid not in watches]:
                del self._kept[gone]
            made = {cid: self._sampled(watch, shown.get(cid), now) for cid, watch in watches.items()}
        self._figures = MappingProxyType(made)
        self.generation += 1

    def _turn_day(self, now: datetime) -> None:
        today = now.astimezone(self._zone()).date()
        if today == self._day:
            return
        # Midnight of the officers' own day; what this run has seen itself is counted as it happens.
        midnight = datetime(today.year, today.month, today.day, tzinfo=self._zone())
        self._lost_before = self._lost_since(midnight, now) if self._day is None else {}
        self._day = today
        with self._lock:
            for kept in self._kept.values():
                kept.today = 0

    def _lost_since(self, midnight: datetime, now: datetime) -> Mapping[str, int]:
        """Read what was lost before this run; a disk that says no leaves today's figures without it."""
        try:
            return self._history.losses_between(midnight, now)
        except WorldError as error:
            get_logger("figures").warning("history_unread", error=str(error))
            return {}

    def _shown(self) -> dict[str, float]:
        """Give, by camera, the rate of the window that shows most of it; a window that fell silent counts no more."""
        now_s, most = self._clock.monotonic_s(), dict[str, float]()
        for painted in self._painted.values():
            if now_s - painted.at_s < 3 * EVERY_S:
                for camera_id, fps in painted.fps.items():
                    most[camera_id] = max(most.get(camera_id, 0.0), fps)
        return most

    def _sampled(self, watch: CameraWatch, shown_fps: float | None, now: datetime) -> StreamFigures:
        kept = self._kept.get(watch.camera_id)
        if kept is None:
            kept = self._kept[watch.camera_id] = _Kept(reconnects=watch.status.reconnects)
        # The count begins anew with a camera that is switched on again.
        kept.today += max(0, watch.status.reconnects - kept.reconnects)
        kept.reconnects = watch.status.reconnects
        if watch.status.failure is not None and watch.status.failure != kept.failure:
            kept.failure, kept.failure_at = watch.status.failure, now
        facts, works = watch.facts, watch.works
        kept.values[:, :-1] = kept.values[:, 1:]
        shown_fps = shown_fps if works else None
        kept.values[:, -1] = (facts.received_fps, np.nan if shown_fps is None else shown_fps, facts.bitrate_bps / 1000,
                              watch.status.lag_s) if works else (0.0, np.nan, 0.0, np.nan)
        reader = self._streams.reader_of(watch.camera_id)
        camera = self._cameras.by_id(watch.camera_id)
        return StreamFigures(
            watch, shown_fps,
            skipped=reader.counts.reduced + reader.counts.left_out if reader is not None else 0,
            damaged=reader.counts.bad_packets if reader is not None else 0,
            transport=self._transport_of(camera, facts.role) if camera is not None else None,
            reconnects_today=kept.today + self._lost_before.get(watch.camera_id, 0),
            last_failure=kept.failure, last_failure_at=kept.failure_at)
