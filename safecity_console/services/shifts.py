"""Shifts: their hours, who is on duty, taking duty from nobody, ending it by order, the running log.

Belongs here: permission, act, audit, publish. Does not belong here: handing over (handover.py), checks
(shift_checks.py), lines that write themselves (shift_watch.py), how spans meet (domain/roster.py).
Invariants: 1. One officer is on duty or nobody is; a second taking is refused by the file itself. 2. Where nobody was
on duty, the next taking says since when and why. 3. Duty ends by a handover both signed or by a supervisor's order with
a reason; signing out does not end it. 4. Each change stands in the file with its line and its audit row, or not at all.
Thread: any; writing waits for the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.handovers import begin_checks
from safecity_console.db.reader import Reader
from safecity_console.db.shifts import (
    append_line,
    close_shift,
    gap_before,
    now_of,
    open_shift,
    put_hours,
    read_hours,
    read_last_shift,
    read_lines,
    read_newest_lines,
    read_open_shift,
    read_shift,
    read_shifts,
)
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission, fit_reason
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.roster import STANDARD_HOURS, Seam, ShiftHours, Window, fit_hours, proposed, window
from safecity_console.domain.shift import Began, Check, Ended, HandoverForm, LineKind, LogLine, Shift, fit_line
from safecity_console.services.access import AccessService
from safecity_console.services.desk import Desk
from safecity_console.services.events import ShiftChanged
from safecity_console.services.handover import HandoverService
from safecity_console.services.shift_checks import ShiftChecks
from safecity_console.services.shift_watch import ShiftWatch

FUTURE_MOST = timedelta(minutes=1)


class ShiftService:
    """The shifts of one console; `checks`, `handover` and `watch` are its other parts."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk, access: AccessService,
                 zone: Callable[[], tzinfo], checks: ShiftChecks, handover: HandoverService,
                 watch: ShiftWatch) -> None:
        self._door, self._reader, self._bus, self._clock = door, reader, bus, clock
        self._desk, self._access, self._zone = desk, access, zone
        self.checks, self.handover, self.watch = checks, handover, watch

    # Reading ----------------------------------------------------------------------------------------------------------

    def hours(self) -> tuple[ShiftHours, ...]:
        """Give the shifts of the day."""
        return self._reader.read(read_hours) or STANDARD_HOURS

    def on_duty(self) -> Shift | None:
        """Give who is on duty."""
        return self._reader.read(read_open_shift)

    @property
    def on_duty_here(self) -> bool:
        """Tell whether the officer who sits here is on duty: leaving then asks first."""
        session, shift = self._desk.session, self.on_duty()
        return session is not None and shift is not None and shift.badge == session.officer.badge

    def gap(self) -> tuple[Seam, datetime | None]:
        """Tell how a taking now would meet the last span, and since when nobody has been on duty."""
        return self._reader.read(lambda view: gap_before(view, self._clock.now()))

    def proposed(self) -> Window:
        """Give the shift that would be taken now."""
        last = self._reader.read(read_last_shift)
        return proposed(self.hours(), self._clock.now(), self._zone(), "" if last is None else last.code)

    def shift(self, shift_id: str) -> Shift:
        """Give one span; raises NotFound("shift_missing")."""
        return self._reader.read(lambda view: read_shift(view, shift_id))

    def spans(self, from_at: datetime, to_at: datetime) -> tuple[Shift, ...]:
        """Give the spans of duty that touch a period, in order."""
        return self._reader.read(lambda view: read_shifts(view, from_at, to_at))

    def lines(self, shift_id: str = "") -> tuple[LogLine, ...]:
        """Give the lines of a span, or the newest of the desk; newest last."""
        if shift_id:
            return self._reader.read(lambda view: read_lines(view, shift_id))
        return self._reader.read(read_newest_lines)

    def checks_of(self, shift_id: str) -> tuple[Check, ...]:
        """Give the checks of a span."""
        return self.checks.of(shift_id)

    def signed(self, record_id: str) -> HandoverForm:
        """Give a signed handover; raises NotFound, Refused."""
        return self.handover.read(record_id)

    def form(self) -> HandoverForm:
        """Give the handover form as it stands now; raises Refused("shift_nobody")."""
        return self.handover.form()

    # Acting -----------------------------------------------------------------------------------------------------------

    def put_hours(self, hours: tuple[ShiftHours, ...]) -> None:
        """Change the shifts of the day; raises Refused."""
        actor = self._desk.must(Permission.EDIT_PROCEDURES, Subject("shift_hours"))
        kept = fit_hours(hours)

        def job(tx: Transaction) -> None:
            put_hours(tx, kept)
            self._desk.append(tx, Action.PROCEDURE, Subject("shift_hours"), actor=actor,
                              hours=[f"{one.code} {one.start_min}–{one.end_min}" for one in kept])

        self._door.write(job)
        self._bus.publish(ShiftChanged())

    def take(self, code: str = "", reason: str = "") -> Shift:
        """Take duty from nobody.

        Raises Refused("not_signed_in" | "not_permitted" | "reason_missing" | "shift_unknown"), Conflict("shift_taken").
        """
        actor = self._desk.must(Permission.TAKE_DUTY, Subject("shift"))
        session = self._desk.session
        if session is None:
            raise Refused("not_signed_in")
        span = self._window(code)

        def job(tx: Transaction) -> Shift:
            shift = open_shift(tx, session.officer, span, Began.FROM_NOBODY, reason)
            gap_s = 0 if shift.gap_from is None else int((shift.from_at - shift.gap_from).total_seconds())
            begin_checks(tx, shift.id, self.checks.items())
            append_line(tx, shift.id, LineKind.TAKEN, shift.badge, content={
                "code": shift.code, **({"gap_s": gap_s, "reason": shift.reason} if shift.gap_from else {})})
            self._desk.append(tx, Action.SHIFT_TAKE, Subject("shift", shift.id), Outcome.DONE, actor, code=shift.code,
                              gap_s=gap_s, reason=shift.reason or None, clock_stepped=shift.clock_stepped)
            return shift

        shift = self._door.write(job)
        self.checks.fill()
        return shift

    def end_by_order(self, reason: str, badge: str = "", password: Secret | None = None) -> Shift:
        """End the running duty by a supervisor's order: of who sits here, or of who identifies himself.

        Raises Refused("shift_nobody" | "order_unfit" | "order_own" | "reason_missing") and as `sign_in` does.
        """
        kept, by = fit_reason(reason), self._who_orders(badge, password)
        running = self.on_duty()
        if running is None:
            raise Refused("shift_nobody")
        if by.badge == running.badge:
            raise Refused("order_own")

        def job(tx: Transaction) -> Shift:
            shift = close_shift(tx, running.id, Ended.ORDER, by.badge, kept)
            append_line(tx, shift.id, LineKind.ORDERED, by.badge, content={"officer": shift.officer, "reason": kept})
            self._desk.append(tx, Action.SHIFT_END, Subject("shift", shift.id), Outcome.DONE, by,
                              officer=shift.badge, reason=kept)
            return shift

        shift = self._door.write(job)
        self._bus.publish(ShiftChanged())
        return shift

    def log(self, text: str, event_at: datetime | None = None) -> None:
        """Add a line to the running log; raises Refused("log_line_empty" | "log_event_future")."""
        actor = self._desk.must(Permission.TAKE_DUTY, Subject("shift_log"))
        kept = fit_line(text)
        if event_at is not None and event_at > self._clock.now() + FUTURE_MOST:
            raise Refused("log_event_future")

        def job(tx: Transaction) -> None:
            shift = read_open_shift(tx)
            at = None if event_at is None else min(event_at, now_of(tx))
            line_id = append_line(tx, "" if shift is None else shift.id, LineKind.ENTRY, actor.badge, kept, at)
            self._desk.append(tx, Action.SHIFT_LOG, Subject("shift_log", line_id), actor=actor)

        self._door.write(job)
        self._bus.publish(ShiftChanged())

    def _window(self, code: str) -> Window:
        if not code:
            return self.proposed()
        found = next((one for one in self.hours() if one.code == code.upper()), None)
        if found is None:
            raise Refused("shift_unknown", shift=code[:20])
        return window(found, self._clock.now(), self._zone())

    def _who_orders(self, badge: str, password: Secret | None) -> Actor:
        if password is None:
            return self._desk.must(Permission.REVIEW_INCIDENTS, Subject("shift"))
        officer, role = self._access.who_is(badge, password)
        actor = Actor(officer.badge, officer.name, role.code)
        if Permission.REVIEW_INCIDENTS not in role.permissions:
            self._desk.note(Action.REFUSAL, Subject("shift"), Outcome.REFUSED, actor, reason="order_unfit")
            raise Refused("order_unfit")
        return actor
