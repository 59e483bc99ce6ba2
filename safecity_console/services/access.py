"""Signing in and out, locking, unlocking, and the second officer's agreement.

Belongs here: checking credentials with their delays, whose session it is, approvals. Does not belong here: what a role
allows (domain/access.py), making and changing officers (officers.py), the audit's form.
Invariants: 1. An unknown badge, a wrong password and an inactive officer are told apart by nobody at the keyboard: one
code, one cost. 2. Wrong tries are counted in the file before the answer is given, so that a restart forgives nothing.
3. Every sign-in, refusal, lock and sign-out stands in the audit; a sign-in is on the disk before the desk is taken.
4. A PIN only unlocks the session of the officer who locked; after FREE_TRIES wrong ones the password is needed.
5. An officer made inactive or given another role loses what he lost at once.
Thread: any; sign-in, unlock by password and countersigning cost an Argon2 and a commit: not for the GUI thread.
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.ids import new_id
from safecity_console.core.passwords import Passwords
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.officers import (
    forget_tries,
    put_password,
    put_wrong_try,
    read_credential,
    read_groups,
    read_officers,
    read_roles,
    read_tries,
)
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import (
    FREE_TRIES,
    NEEDED_FOR,
    SECOND_NEEDS,
    Officer,
    Permission,
    Role,
    TwoPerson,
    fit_badge,
    fit_reason,
    wait_after,
)
from safecity_console.domain.audit import NOTHING, Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.services.desk import Approval, Desk, Seat, Session
from safecity_console.services.events import OfficersChanged, SeatChanged


class AccessService:
    """Who sits at the desk."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk, passwords: Passwords) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk
        self._passwords = passwords
        self._gate = threading.Lock()  # one credential is checked at a time
        self._wrong_pins = 0
        desk.sit(Seat.EMPTY if reader.read(read_officers) else Seat.SETUP)
        bus.subscribe(OfficersChanged, lambda _event: self._follow())

    @property
    def seat(self) -> Seat:
        """Give how the desk is taken."""
        return self._desk.seat

    @property
    def session(self) -> Session | None:
        """Give whose time it is; also while locked."""
        return self._desk.session

    @property
    def permissions(self) -> frozenset[Permission]:
        """Give what may be done now."""
        return self._desk.permissions

    def may(self, permission: Permission, camera_id: str = "") -> bool:
        """Tell whether something may be done now."""
        return self._desk.may(permission, camera_id)

    def sign_in(self, badge: str, password: Secret) -> Session:
        """Take the desk; raises Refused("sign_in_wrong" | "sign_in_wait", seconds=…)."""
        officer, role = self._check(badge, password, Action.SIGN_IN)
        session = Session(new_id(), officer, role, self._clock.now(), self._reader.read(read_groups))
        before = self._desk.session
        if before is not None:
            self._desk.note(Action.SIGN_OUT, NOTHING, Outcome.DONE, before.actor, why="another_signed_in")
        self._desk.note_now(Action.SIGN_IN, Subject("officer", officer.badge), Outcome.DONE, session.actor)
        self._desk.sit(Seat.TAKEN, session)
        self._wrong_pins = 0
        self._bus.publish(SeatChanged())
        return session

    def sign_out(self, why: str = "officer") -> None:
        """Leave the desk."""
        session = self._desk.session
        if session is None:
            return
        self._desk.note(Action.SIGN_OUT, NOTHING, Outcome.DONE, session.actor, why=why)
        self._desk.sit(Seat.EMPTY)
        self._bus.publish(SeatChanged())

    def lock(self) -> None:
        """Lock the desk; nothing happens where nobody sits there."""
        session = self._desk.session
        if session is None or self._desk.seat is not Seat.TAKEN:
            return
        self._desk.note(Action.LOCK)
        self._desk.sit(Seat.LOCKED, session)
        self._wrong_pins = 0
        self._bus.publish(SeatChanged())

    @property
    def pin_fits(self) -> bool:
        """Tell whether a PIN would unlock now; else the password is needed."""
        session = self._desk.session
        return session is not None and session.officer.has_pin and self._wrong_pins < FREE_TRIES

    def unlock(self, secret: Secret) -> None:
        """Unlock by PIN or password; raises Refused("sign_in_wrong" | "sign_in_wait")."""
        session = self._desk.session
        if session is None or self._desk.seat is not Seat.LOCKED:
            raise Refused("not_signed_in")
        if self.pin_fits and self._pin_right(session.officer, secret):
            how = "pin"
        else:
            self._check(session.officer.badge, secret, Action.UNLOCK)
            how = "password"
        self._desk.note(Action.UNLOCK, NOTHING, Outcome.DONE, session.actor, how=how)
        self._desk.sit(Seat.TAKEN, session)
        self._wrong_pins = 0
        self._follow()
        self._bus.publish(SeatChanged())

    def confirm(self, password: Secret) -> Session:
        """Check the signed-in officer's own password again, as for a signature; raises as `sign_in` does."""
        session = self._desk.session
        if session is None:
            raise Refused("not_signed_in")
        self._check(session.officer.badge, password, Action.COUNTERSIGN)
        return session

    def who_is(self, badge: str, password: Secret) -> tuple[Officer, Role]:
        """Check another officer's credential without giving him the desk (the incoming at a handover)."""
        return self._check(badge, password, Action.COUNTERSIGN)

    def countersign(self, action: TwoPerson, badge: str, password: Secret, reason: str) -> Approval:
        """Take a second officer's agreement.

        Raises Refused("second_same" | "second_unfit" | "reason_missing" | "not_permitted") and as `sign_in` does.
        """
        self._desk.must(NEEDED_FOR[action], Subject("two_person", action.value))
        session, kept_reason = self._desk.session, fit_reason(reason)
        if session is None:
            raise Refused("not_signed_in")
        officer, role = self._check(badge, password, Action.COUNTERSIGN)
        code = _unfit_second(session.officer, officer, role, action)
        about = Subject("two_person", action.value)
        if code:
            self._desk.note(Action.COUNTERSIGN, about, Outcome.REFUSED, second=officer.badge, reason=code)
            raise Refused(code, action=action.value)
        self._desk.note_now(Action.COUNTERSIGN, about, Outcome.DONE, second=officer.badge, reason=kept_reason)
        return Approval(action, session.officer.badge, officer.badge, kept_reason, self._clock.monotonic_s())

    def _pin_right(self, officer: Officer, secret: Secret) -> bool:
        credential = self._reader.read(lambda view: read_credential(view, officer.id))
        if credential is None or credential.pin_hash is None or not secret.reveal().isdigit():
            return False
        if self._passwords.verify(credential.pin_hash, secret):
            return True
        self._wrong_pins += 1
        self._desk.note(Action.UNLOCK, NOTHING, Outcome.REFUSED, how="pin")
        raise Refused("sign_in_wrong")

    def _check(self, badge: str, password: Secret, action: Action) -> tuple[Officer, Role]:
        try:
            kept = fit_badge(badge)
        except Refused:
            raise Refused("sign_in_wrong") from None
        with self._gate:
            self._wait_over(kept, action)
            officer, role, stored = self._find(kept)
            if self._passwords.verify(stored, password) and officer is not None and role is not None:
                self._door.write(lambda tx: self._note_right(tx, officer, stored or "", password))
                return officer, role
            self._door.write(lambda tx: self._note_wrong(tx, kept, action))
            raise Refused("sign_in_wrong")

    def _find(self, badge: str) -> tuple[Officer | None, Role | None, str | None]:
        officer = next((one for one in self._reader.read(read_officers) if one.badge == badge and one.active), None)
        if officer is None:
            return None, None, None
        role = next((one for one in self._reader.read(read_roles) if one.id == officer.role_id), None)
        credential = self._reader.read(lambda view: read_credential(view, officer.id))
        return officer, role, None if credential is None else credential.password_hash

    def _wait_over(self, badge: str, action: Action) -> None:
        failures, last_at = self._reader.read(lambda view: read_tries(view, badge))
        left = _left(self._clock.now(), last_at, wait_after(failures))
        if left > timedelta():
            self._desk.note(action, Subject("officer", badge), Outcome.REFUSED, reason="sign_in_wait")
            raise Refused("sign_in_wait", seconds=int(left.total_seconds()) + 1)

    def _note_right(self, transaction: Transaction, officer: Officer, stored: str, password: Secret) -> None:
        forget_tries(transaction, officer.badge)
        if self._passwords.out_of_date(stored):
            put_password(transaction, officer.id, self._passwords.hash(password), officer.must_change_password)

    def _note_wrong(self, transaction: Transaction, badge: str, action: Action) -> None:
        failures = put_wrong_try(transaction, badge)
        who = self._desk.actor if self._desk.session is not None else Actor()
        self._desk.append(transaction, action, Subject("officer", badge), Outcome.REFUSED, who,
                          reason="sign_in_wrong", failures=failures)

    def _follow(self) -> None:
        """Take over what was changed of the officer who sits here; he is out where he was made inactive."""
        session = self._desk.session
        if self._desk.seat is Seat.SETUP and self._reader.read(read_officers):
            self._desk.sit(Seat.EMPTY)
            self._bus.publish(SeatChanged())
        if session is None:
            return
        officer = next((o for o in self._reader.read(read_officers) if o.id == session.officer.id), None)
        role = next((r for r in self._reader.read(read_roles) if officer and r.id == officer.role_id), None)
        if officer is None or role is None or not officer.active:
            self.sign_out("made_inactive")
            return
        self._desk.regroup(role, self._reader.read(read_groups), officer)
        self._bus.publish(SeatChanged())


def _unfit_second(first: Officer, second: Officer, role: Role, action: TwoPerson) -> str:
    if second.id == first.id:
        return "second_same"
    return "" if role.permissions & SECOND_NEEDS[action] else "second_unfit"


def _left(now: datetime, last_at: datetime | None, wait: timedelta) -> timedelta:
    """Give how long is still to be waited; a clock set back adds nothing to the wait."""
    if last_at is None:
        return timedelta()
    passed = max(timedelta(), now - last_at)
    return min(wait, wait - passed)
