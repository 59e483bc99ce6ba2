"""Lines the running log writes itself: cameras lost and back, incidents, who signs in, the duty officer's absence.

Belongs here: hearing, holding, writing. Does not belong here: lines of officers (shifts.py), words.
Invariants: 1. Listeners only put into a queue; one thread writes, in the order things were heard. 2. A camera is told
only when the hold has passed, and only when it worked before. 3. Signing out does not end duty: the officer is absent
until he signs in again, and both are written. 4. Misconduct is never in the log. 5. A line that cannot be written is
logged and costs nothing else. Thread: a worker of its own; listeners any.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.db.door import Door
from safecity_console.db.shifts import append_line, now_of, put_absent, read_open_shift
from safecity_console.db.transaction import Transaction
from safecity_console.domain.camera_losses import LossWatch, Turn
from safecity_console.domain.errors import WorldError
from safecity_console.domain.incident import Category, Incident
from safecity_console.domain.shift import LineKind
from safecity_console.domain.watch import Condition
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk, Seat
from safecity_console.services.events import (
    CamerasChanged,
    ConditionChanged,
    IncidentsChanged,
    SeatChanged,
    SettingChanged,
    ShiftChanged,
)
from safecity_console.services.settings import SettingsService

ROUND_S = 2.0
NOTABLE = frozenset({
    "place.name", "place.code", "stream.transport", "stream.late_after_s", "stream.reopen_after_s", "picture.check",
    "picture.hold_s", "console.lock_after_min", "console.lock_covers_screens", "incident.near_m",
    "incident.lock_before_min", "incident.lock_after_min", "incident.keep_picture", "load.govern",
    "shift.camera_hold_s",
})
_WORKS = frozenset({Condition.LIVE, Condition.LATE, Condition.IMPAIRED})
_DOWN = frozenset({Condition.OFFLINE, Condition.REFUSED})


class KnownIncidents(Protocol):
    """What the log asks of the incidents: their state, whoever sits at the desk."""

    def known(self, ids: frozenset[str]) -> tuple[Incident, ...]:
        """Give incidents by id, for the program's own use."""
        ...


@dataclass(frozen=True, slots=True)
class Sat:
    """Who sat at the desk when it was heard."""

    seat: Seat
    badge: str = ""
    officer: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    kind: LineKind
    content: dict[str, str | int]
    event_at: datetime | None = None
    badge: str = ""


class ShiftWatch(Worker):
    """Writes the automatic lines; `start` after the history, `stop` before it."""

    def __init__(self, door: Door, bus: Bus, clock: Clock, desk: Desk, cameras: CameraService,
                 settings: SettingsService, incidents: KnownIncidents) -> None:
        super().__init__("shift-log")
        self._door, self._bus, self._clock, self._desk = door, bus, clock, desk
        self._cameras, self._settings, self._incidents = cameras, settings, incidents
        self._heard: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._losses = LossWatch(settings.number("shift.camera_hold_s"))
        self._sat = Sat(Seat.EMPTY)
        self._told: dict[str, bool] = {}  # incidents by id: ended, as last written
        self._stops: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begin to hear, and say that the console started."""
        for kind in (ConditionChanged, CamerasChanged, IncidentsChanged, SettingChanged):
            self._stops.append(self._bus.subscribe(kind, self._heard.put))
        self._stops.append(self._bus.subscribe(SeatChanged, lambda _event: self._heard.put(self._who())))
        if self._desk.seat is not Seat.SETUP:
            self._heard.put(_Line(LineKind.CONSOLE_STARTED, {}))
            self._heard.put(self._who())
        super().start()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Hear no more, write what was heard."""
        for stop in self._stops:
            stop()
        return super().stop(timeout_s)

    def run(self) -> None:
        """Write what was heard until stopped."""
        while not self.wait(ROUND_S):
            self.write_heard()
        self.write_heard()

    def write_heard(self) -> None:
        """Write what was heard and what the hold has confirmed."""
        wrote = False
        while True:
            try:
                event = self._heard.get_nowait()
            except queue.Empty:
                break
            wrote |= self._tried(lambda event=event: self._take(event))  # type: ignore[misc]
        self._losses.hold_s = self._settings.number("shift.camera_hold_s")
        lines = [line for turn in self._losses.due(self._clock.monotonic_s()) for line in self._turned(turn)]
        wrote |= self._tried(lambda: self._write(lines))
        if wrote:
            self._bus.publish(ShiftChanged())

    def _tried(self, work: Callable[[], bool]) -> bool:
        try:
            return work()
        except WorldError as error:
            get_logger("shift").warning("line_not_written", error=str(error))
            return False

    def _take(self, event: object) -> bool:
        if isinstance(event, Sat):
            return self._seated(event)
        if isinstance(event, _Line):
            return self._write([event])
        if isinstance(event, ConditionChanged):
            self._condition(event)
        elif isinstance(event, CamerasChanged):
            for camera_id in event.removed:
                self._losses.forget(camera_id)
        elif isinstance(event, IncidentsChanged):
            return self._write(self._incident_lines(event.ids))
        elif isinstance(event, SettingChanged) and event.key in NOTABLE:
            value = self._settings.get(event.key)
            shown = value if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)) \
                else str(value)
            return self._write([_Line(LineKind.SETTING, {"key": event.key, "value": shown},
                                      badge=self._desk.actor.badge)])
        return False

    def _condition(self, event: ConditionChanged) -> None:
        now, now_s = self._clock.now(), self._clock.monotonic_s()
        if event.after in _WORKS or event.after in _DOWN:
            self._losses.tell(event.camera_id, event.after in _WORKS, now, now_s)
        elif event.after is Condition.DISABLED:
            self._losses.forget(event.camera_id)

    def _turned(self, turn: Turn) -> list[_Line]:
        camera = self._cameras.by_id(turn.camera_id)
        if camera is None:
            return []
        content: dict[str, str | int] = {"number": camera.number, "name": camera.name}
        if turn.back:
            return [_Line(LineKind.CAMERA_BACK, {**content, "away_s": int(turn.away.total_seconds())}, turn.at)]
        return [_Line(LineKind.CAMERA_LOST, content, turn.at)]

    def _incident_lines(self, ids: frozenset[str]) -> list[_Line]:
        lines = []
        for one in self._incidents.known(ids):
            before = self._told.get(one.id)
            self._told[one.id] = one.ended
            if one.category is Category.MISCONDUCT or before is one.ended:
                continue
            if one.ended:
                lines.append(_Line(LineKind.INCIDENT_ENDED, {"label": one.label, "state": one.state.value},
                                   one.ended_at, one.owner))
            elif before is None and one.revision <= 1:
                content: dict[str, str | int] = {"label": one.label, "severity": one.severity.value, "what": one.what}
                lines.append(_Line(LineKind.INCIDENT_ENTERED, content, one.event_at, one.entered_by))
        return lines

    def _write(self, lines: list[_Line]) -> bool:
        if not lines:
            return False

        def job(tx: Transaction) -> None:
            shift = read_open_shift(tx)
            for line in lines:
                at = None if line.event_at is None else min(line.event_at, now_of(tx))
                append_line(tx, "" if shift is None else shift.id, line.kind, line.badge, "", at, line.content)

        self._door.write(job)
        return True

    def _who(self) -> Sat:
        session = self._desk.session
        if session is None:
            return Sat(self._desk.seat)
        return Sat(self._desk.seat, session.officer.badge, session.officer.name)

    def _seated(self, now: Sat) -> bool:
        before, self._sat = self._sat, now
        lines = _seat_lines(before, now)

        def job(tx: Transaction) -> bool:
            shift = read_open_shift(tx)
            shift_id = "" if shift is None else shift.id
            duty = "" if shift is None else shift.badge
            wrote = False
            for line in lines:
                if line.badge != duty or line.kind in (LineKind.LOCKED, LineKind.UNLOCKED):
                    append_line(tx, shift_id, line.kind, line.badge, content=line.content)
                    wrote = True
            if shift is None:
                return wrote
            there = now.badge == duty
            if there != (shift.absent_since is None):
                put_absent(tx, shift_id, None if there else now_of(tx))
                append_line(tx, shift_id, LineKind.RETURNED if there else LineKind.ABSENT, duty,
                            content={"officer": shift.officer})
                wrote = True
            return wrote

        return self._door.write(job)


def _seat_lines(before: Sat, now: Sat) -> list[_Line]:
    """Say in lines what happened between two looks at the seat."""
    def line(kind: LineKind, who: Sat) -> _Line:
        return _Line(kind, {"officer": who.officer}, badge=who.badge)

    if before.badge == now.badge:
        if now.badge and {before.seat, now.seat} == {Seat.TAKEN, Seat.LOCKED}:
            return [line(LineKind.LOCKED if now.seat is Seat.LOCKED else LineKind.UNLOCKED, now)]
        return []
    lines = [line(LineKind.SIGNED_OUT, before)] if before.badge else []
    return [*lines, line(LineKind.SIGNED_IN, now)] if now.badge else lines
