"""Signing in and out, locking, unlocking, and the second officer's agreement.

Belongs here: whose session it is, approvals. Does not belong here: checking credentials with their delays
(credentials.py), what a role allows (domain/access.py), making and changing officers (officers.py).
Invariants: 1. Every sign-in, refusal, lock and sign-out stands in the audit; a sign-in is on the disk before the desk
is taken. 2. What takes long (a password) is checked first, and whose desk it is again after it: a session that ended
meanwhile does not come back. 3. A PIN only unlocks the session of the officer who locked; after FREE_TRIES wrong ones
the password is needed. 4. An officer made inactive or given another role loses what he lost at once. 5. Once a first
officer was made, setting up is over, whichever process made him; taking him out of the file does not bring it back.
Thread: any; sign-in, unlock by password and countersigning cost an Argon2 and a commit: not for the GUI thread.
"""

from __future__ import annotations

import threading

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.ids import new_id
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.officers import read_groups, read_officers, read_roles, was_set_up
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import (
    FREE_TRIES,
    NEEDED_FOR,
    PASSWORD_LEAST,
    SECOND_NEEDS,
    Officer,
    Permission,
    Role,
    TwoPerson,
    fit_reason,
)
from safecity_console.domain.audit import NOTHING, Action, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.services.credentials import Credentials
from safecity_console.services.desk import Approval, Desk, Seat, Session
from safecity_console.services.events import OfficersChanged, SeatChanged


class AccessService:
    """Who sits at the desk."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk,
                 credentials: Credentials) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk
        self._credentials = credentials
        self._pin_gate, self._moving = threading.Lock(), threading.Lock()
        self._wrong_pins = 0
        desk.sit(Seat.EMPTY if reader.read(was_set_up) else Seat.SETUP)
        bus.subscribe(OfficersChanged, lambda _event: self.look())

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

    def sign_in(self, badge: str, password: Secret, via: str = "") -> Session:
        """Take the desk, `via` what the audit says of the way; raises Refused("sign_in_wrong" | "sign_in_wait")."""
        officer, role = self._credentials.check(badge, password, Action.SIGN_IN)
        session = Session(new_id(), officer, role, self._clock.now(), self._reader.read(read_groups))

        def job(transaction: Transaction) -> None:
            before = self._desk.session
            if before is not None:
                self._desk.append(transaction, Action.SIGN_OUT, NOTHING, Outcome.DONE, before.actor,
                                  why="another_signed_in")
            self._desk.append(transaction, Action.SIGN_IN, Subject("officer", officer.badge), Outcome.DONE,
                              session.actor, via=via or None)

        with self._moving:  # nobody comes or goes between what the audit says and what is so
            self._door.write(job)
            self._desk.sit(Seat.TAKEN, session)
            self._wrong_pins = 0
        self._bus.publish(SeatChanged())
        self.look()  # what was changed of him while his password was checked
        return session

    def sign_out(self, why: str = "officer") -> None:
        """Leave the desk."""
        with self._moving:
            session = self._desk.session
            if session is None or not self._desk.pass_on(session, Seat.EMPTY):
                return
            self._desk.note(Action.SIGN_OUT, NOTHING, Outcome.DONE, session.actor, why=why)
        self._bus.publish(SeatChanged())

    def lock(self) -> None:
        """Lock the desk; nothing happens where nobody sits there."""
        session = self._desk.session
        if session is not None and self._desk.pass_on(session, Seat.LOCKED, session, was=Seat.TAKEN):
            self._wrong_pins = 0
            self._desk.note(Action.LOCK, NOTHING, Outcome.DONE, session.actor)
            self._bus.publish(SeatChanged())

    @property
    def pin_fits(self) -> bool:
        """Tell whether a PIN would unlock now; else the password is needed."""
        session = self._desk.session
        return session is not None and session.officer.has_pin and self._wrong_pins < FREE_TRIES

    def unlock(self, secret: Secret) -> None:
        """Unlock by PIN or password; raises Refused("sign_in_wrong" | "sign_in_wait" | "not_signed_in")."""
        session = self._desk.session
        if session is None or self._desk.seat is not Seat.LOCKED:
            raise Refused("not_signed_in")
        if self._pin_right(session, secret):
            how = "pin"
        else:
            self._credentials.check(session.officer.badge, secret, Action.UNLOCK)
            how = "password"
        if not self._desk.pass_on(session, Seat.TAKEN, self._desk.session, was=Seat.LOCKED):
            raise Refused("not_signed_in")
        self._wrong_pins = 0
        self._desk.note(Action.UNLOCK, NOTHING, Outcome.DONE, session.actor, how=how)
        self._bus.publish(SeatChanged())
        self.look()

    def confirm(self, password: Secret) -> Session:
        """Check the signed-in officer's own password again, as for a signature; raises as `sign_in` does."""
        session = self._desk.session
        if session is None or self._desk.seat is not Seat.TAKEN:
            raise Refused("not_signed_in")
        self._credentials.check(session.officer.badge, password, Action.COUNTERSIGN)
        return session

    def who_is(self, badge: str, password: Secret) -> tuple[Officer, Role]:
        """Check another officer's credential without giving him the desk (the incoming at a handover).

        Raises Refused("password_must_change") and as `sign_in` does.
        """
        officer, role = self._credentials.check(badge, password, Action.COUNTERSIGN)
        if officer.must_change_password:
            raise Refused("password_must_change", badge=officer.badge)  # whoever gave him this one knows it too
        return officer, role

    def countersign(self, action: TwoPerson, badge: str, password: Secret, reason: str) -> Approval:
        """Take a second officer's agreement.

        Raises Refused("second_same" | "second_unfit" | "password_must_change" | "reason_missing" | "not_permitted")
        and as `sign_in` does.
        """
        about = Subject("two_person", action.value)
        actor = self._desk.must(NEEDED_FOR[action], about)
        session, kept_reason = self._desk.session, fit_reason(reason)
        if session is None:
            raise Refused("not_signed_in")
        officer, role = self._credentials.check(badge, password, Action.COUNTERSIGN)
        code = _unfit_second(session.officer, officer, role, action)
        if code:
            self._desk.note(Action.COUNTERSIGN, about, Outcome.REFUSED, actor, second=officer.badge, reason=code)
            raise Refused(code, action=action.value, badge=officer.badge)
        self._desk.note_now(Action.COUNTERSIGN, about, Outcome.DONE, actor, second=officer.badge, reason=kept_reason)
        return Approval(action, session.officer.badge, officer.badge, kept_reason, self._clock.monotonic_s())

    def look(self) -> None:
        """Take over what was changed of the officer who sits here, by this process or another.

        He is out where he was made inactive; setting up is over where a first officer was made.
        """
        if self._desk.seat is Seat.SETUP and self._reader.read(was_set_up):
            self._desk.end_setup()
            self._bus.publish(SeatChanged())
        session = self._desk.session
        if session is None:
            return
        officer = next((o for o in self._reader.read(read_officers) if o.id == session.officer.id), None)
        role = next((r for r in self._reader.read(read_roles) if officer and r.id == officer.role_id), None)
        if officer is None or role is None or not officer.active:
            self.sign_out("made_inactive")
        elif self._desk.regroup(session, role, self._reader.read(read_groups), officer):
            self._bus.publish(SeatChanged())

    def _pin_right(self, session: Session, secret: Secret) -> bool:
        """Tell whether it was the PIN; False where it must be the password. Raises Refused("sign_in_wrong")."""
        typed = secret.reveal()
        with self._pin_gate:
            if not self.pin_fits or not typed.isdecimal():
                return False
            if self._credentials.pin_right(session.officer, secret):
                return True
            if len(typed) >= PASSWORD_LEAST:  # a password may be all digits
                return False
            self._wrong_pins += 1
        self._desk.note(Action.UNLOCK, NOTHING, Outcome.REFUSED, session.actor, how="pin")
        raise Refused("sign_in_wrong")


def _unfit_second(first: Officer, second: Officer, role: Role, action: TwoPerson) -> str:
    if second.id == first.id:
        return "second_same"
    if not role.permissions & SECOND_NEEDS[action]:
        return "second_unfit"
    return "password_must_change" if second.must_change_password else ""  # whoever gave him this one knows it too
