"""The history of each camera's state: taking notes, heartbeats, and the figures that rest on it.

Belongs here: runs of the console, steps of the wall clock, availability, "which cameras were down". Does not belong
here: SQL (db/history.py), deciding a camera's state (services/streams.py, domain/watch.py).
Invariants: 1. What is said of a camera twice is written once. 2. Time not watched is UNKNOWN, never up: console
off, crash (from the last heartbeat on), the machine asleep, the wall clock stepped. 3. Notes never wait for the
disk; they are written in the order they came. Threads: notes and queries any; the heartbeat is a thread of its own.

A wall clock set back by NTP or a hand must not bend the past: the heartbeat compares wall and monotonic time. At a
step every open span ends at the last moment of the old clock and goes on at the new one, marked `clock_stepped`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.db.door import Door
from safecity_console.db.history import (
    Note,
    Recorded,
    beat,
    begin_run,
    end_run,
    put_note,
    read_at,
    read_down_since,
    read_spans,
    read_states,
    resume_after_step,
)
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.errors import WorldError
from safecity_console.domain.figures import losses
from safecity_console.domain.watch import HistorySpan, HistoryState

HEARTBEAT_S = 10.0
STEP_S = 2.0


class Said(Protocol):
    """What is said of a camera from a moment on; `layer` and `fault` are empty but for OFFLINE."""

    @property
    def camera_id(self) -> str:
        """Give the camera."""
        ...

    @property
    def state(self) -> HistoryState:
        """Give its state."""
        ...

    @property
    def layer(self) -> str:
        """Give the layer that failed."""
        ...

    @property
    def fault(self) -> str:
        """Give what went wrong there."""
        ...

    @property
    def at(self) -> datetime:
        """Give the moment, UTC."""
        ...


@dataclass(frozen=True, slots=True)
class DownCamera:
    """A camera that was down at a moment, and the layer that failed."""

    camera_id: str
    layer: str
    fault: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Availability:
    """Seconds of one camera in a period; they add up to it. Formulas: evidence-and-operations.md §3.3."""

    camera_id: str
    from_at: datetime
    to_at: datetime
    live_s: float = 0.0
    late_s: float = 0.0
    offline_s: float = 0.0
    disabled_s: float = 0.0
    unknown_s: float = 0.0

    @property
    def total_s(self) -> float:
        """Give the length of the period."""
        return (self.to_at - self.from_at).total_seconds()

    @property
    def watched_s(self) -> float:
        """Give the seconds that count: without planned (disabled) and unknown ones."""
        return self.live_s + self.late_s + self.offline_s

    @property
    def raw(self) -> float | None:
        """Give UP ÷ T, None for an empty period; printed beside `contract`, so that "planned" cannot hide blindness."""
        return self.live_s / self.total_s if self.total_s > 0 else None

    @property
    def contract(self) -> float | None:
        """Give UP ÷ (T − PLANNED − UNKNOWN), None where nothing was watched; LATE is degraded, not up."""
        return self.live_s / self.watched_s if self.watched_s > 0 else None

    @property
    def connected(self) -> float | None:
        """Give (UP + DEGRADED) ÷ (T − PLANNED − UNKNOWN), None where nothing was watched."""
        return (self.live_s + self.late_s) / self.watched_s if self.watched_s > 0 else None


class HistoryService(Worker):
    """Keeps the history of one console; `start` before the first note, `stop` before the door."""

    def __init__(self, door: Door, reader: Reader, clock: Clock, heartbeat_s: float = HEARTBEAT_S) -> None:
        super().__init__("history-heartbeat")
        self._door = door
        self._reader = reader
        self._clock = clock
        self._heartbeat_s = heartbeat_s
        self._lock = threading.Lock()
        self._said: dict[str, tuple[HistoryState, str, str]] = {}
        self._run_id = ""
        self._seen: tuple[datetime, float] = (clock.now(), clock.monotonic_s())

    def start(self) -> None:
        """Repair what a crash left, begin a run, begin the heartbeat; raises Refused where the database does."""
        at = self._clock.now()
        with self._lock:
            self._seen = (at, self._clock.monotonic_s())
            self._run_id = self._door.write(lambda tx: begin_run(tx, at))
        super().start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End the heartbeat, close every span and the run; a disk that says no is left to the next start to repair."""
        ended = super().stop(timeout_s)
        with self._lock:
            run_id, self._run_id = self._run_id, ""
        if run_id:
            at = self._clock.now()
            try:
                self._door.write(lambda tx: end_run(tx, run_id, at))
            except WorldError as error:
                get_logger("history").warning("run_end_not_written", error=str(error))
        return ended

    def note(self, camera_id: str, state: HistoryState, layer: str, fault: str, at: datetime) -> None:
        """Say a camera's state from a moment on; does not wait."""
        self.note_many([Note(camera_id, state, layer, fault, at)])

    def note_many(self, notes: Sequence[Said]) -> None:
        """Say many at once, written in one commit; does not wait. Nothing is written for what was said already.

        Outside of a run (before `start`, after `stop`) nothing is taken: nobody could tell when such a span ended.
        """
        with self._lock:
            if not self._run_id:
                return
            fresh: list[Note] = []
            for said in notes:
                if self._said.get(said.camera_id) != (said.state, said.layer, said.fault):
                    self._said[said.camera_id] = (said.state, said.layer, said.fault)
                    fresh.append(Note(said.camera_id, said.state, said.layer, said.fault, said.at))
            if not fresh:
                return

            def job(transaction: Transaction) -> None:
                for note in fresh:
                    put_note(transaction, note)

            future = self._door.submit(job)
        future.add_done_callback(lambda done: self._on_written(done, fresh))

    def beat(self) -> None:
        """Say that the console runs; cuts the spans where the wall clock was stepped (or the machine slept)."""
        with self._lock:
            run_id, seen = self._run_id, self._seen
            now, now_s = self._clock.now(), self._clock.monotonic_s()
            self._seen = (now, now_s)
        if not run_id:
            return
        expected = seen[0] + timedelta(seconds=now_s - seen[1])
        stepped = abs((now - expected).total_seconds()) > STEP_S

        def job(transaction: Transaction) -> None:
            if stepped:
                resume_after_step(transaction, seen[0], now)
            beat(transaction, run_id, now)

        if stepped:
            get_logger("history").warning("clock_stepped", seconds=round((now - expected).total_seconds(), 1))
        self._door.write(job)

    def run(self) -> None:
        """Beat until stopped; a database that says no is logged and asked again at the next beat."""
        while not self.wait(self._heartbeat_s):
            try:
                self.beat()
            except WorldError as error:
                get_logger("history").warning("heartbeat_not_written", error=str(error))

    def spans(self, camera_id: str, from_at: datetime, to_at: datetime) -> tuple[HistorySpan, ...]:
        """Give a camera's spans that touch a period, as recorded."""
        return tuple(one.span for one in self._recorded(camera_id, from_at, to_at))

    def down_at(self, at: datetime) -> tuple[DownCamera, ...]:
        """Give the cameras that were down at a moment, with the layer that failed."""
        held = self._reader.read(lambda view: read_at(view, at))
        down = [span for span in held if span.state is HistoryState.OFFLINE]
        return tuple(DownCamera(span.camera_id, span.layer, span.fault, span.from_at) for span in down)

    def last_worked(self) -> Mapping[str, datetime]:
        """Give, by camera id, since when cameras known to be down have been."""
        return self._reader.read(read_down_since)

    def availability(self, camera_id: str, from_at: datetime, to_at: datetime) -> Availability:
        """Count a camera's seconds by state in a period; what lies after now is left out of the period."""
        end = max(from_at, min(to_at, self._clock.now()))
        seconds = _seconds_by_state(self._recorded(camera_id, from_at, end), from_at, end)
        rest = (end - from_at).total_seconds() - sum(seconds.values())
        return Availability(
            camera_id,
            from_at,
            end,
            seconds[HistoryState.LIVE],
            seconds[HistoryState.LATE],
            seconds[HistoryState.OFFLINE],
            seconds[HistoryState.DISABLED],
            max(0.0, seconds[HistoryState.UNKNOWN] + rest),
        )

    def losses_between(self, from_at: datetime, to_at: datetime) -> Mapping[str, int]:
        """Count, by camera id, how often a running stream was lost in a period; cameras without a loss are left out."""
        states: dict[str, list[HistoryState]] = {}
        for camera_id, state in self._reader.read(lambda view: read_states(view, from_at, to_at)):
            states.setdefault(camera_id, []).append(state)
        counted = {camera_id: losses(held) for camera_id, held in states.items()}
        return {camera_id: count for camera_id, count in counted.items() if count}

    def _recorded(self, camera_id: str, from_at: datetime, to_at: datetime) -> tuple[Recorded, ...]:
        return self._reader.read(lambda view: read_spans(view, camera_id, from_at, to_at))

    def _on_written(self, done: Future[None], notes: Iterable[Note]) -> None:
        error = done.exception()
        if error is not None:
            get_logger("history").warning("notes_not_written", error=str(error))
            with self._lock:
                self._forget(notes)

    def _forget(self, notes: Iterable[Note]) -> None:
        """Let the next note of these cameras be written, whatever it says."""
        for note in notes:
            self._said.pop(note.camera_id, None)


def _seconds_by_state(recorded: Sequence[Recorded], from_at: datetime, to_at: datetime) -> dict[HistoryState, float]:
    """Add up the states of a period; where spans overlap (a clock set back) the later recorded one holds."""
    seconds = dict.fromkeys(HistoryState, 0.0)
    taken: list[tuple[datetime, datetime]] = []
    for one in reversed(recorded):
        start, end = max(one.span.from_at, from_at), min(one.span.to_at or to_at, to_at)
        for piece_start, piece_end in _free(start, end, taken):
            seconds[one.span.state] += (piece_end - piece_start).total_seconds()
        if end > start:
            taken = _merged([*taken, (start, end)])
    return seconds


def _free(
    start: datetime, end: datetime, taken: Sequence[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    """Give the pieces of a span that no other has taken; `taken` is in order and without overlap."""
    pieces: list[tuple[datetime, datetime]] = []
    at = start
    for taken_start, taken_end in taken:
        if taken_start >= end:
            break
        if taken_start > at:
            pieces.append((at, taken_start))
        at = max(at, taken_end)
    if at < end:
        pieces.append((at, end))
    return pieces


def _merged(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    merged: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
