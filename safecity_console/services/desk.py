"""The desk: who sits at this workstation, what he may do, and the one way every deed gets into the audit chain.

Belongs here: the seat, permission, refusals, notes and rows of the chain, spending an approval. Does not belong here:
signing in (access.py), making officers (officers.py), reading the chain (audit.py).
Invariants: 1. A service asks `must` before it acts and appends its deed inside the transaction that does it: both are
in the file or neither. 2. A refusal is audited before the caller hears of it, without waiting for the disk. 3. While
no officer was ever made the desk is being set up: everything is permitted and said to be done by "setup". 4. An
approval is for one action, by another officer, good for a short while, and spent once.
Thread: any; `note` costs a queue's put.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from safecity_console.core.clock import Clock
from safecity_console.core.ids import new_id
from safecity_console.core.logs import get_logger
from safecity_console.db.audit import append_audit
from safecity_console.db.door import Door
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import (
    EVERY_PERMISSION,
    CameraGroup,
    Officer,
    Permission,
    Role,
    TwoPerson,
    may,
)
from safecity_console.domain.audit import CONSOLE, NOTHING, Action, Actor, Deed, Detail, Outcome, Subject
from safecity_console.domain.errors import Refused, WorldError

APPROVAL_GOOD_S = 120.0


class Seat(StrEnum):
    """How the desk is taken."""

    SETUP = "setup"  # no officer was ever made
    EMPTY = "empty"
    TAKEN = "taken"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Session:
    """One officer's time at the desk."""

    id: str
    officer: Officer
    role: Role
    started_at: datetime
    groups: tuple[CameraGroup, ...] = ()

    @property
    def actor(self) -> Actor:
        """Give how the audit names him."""
        return Actor(self.officer.badge, self.officer.name, self.role.code, self.id)


@dataclass(frozen=True, slots=True)
class Approval:
    """A second officer's agreement to one action; made by access.py, spent by the service that acts."""

    action: TwoPerson
    first: str  # badges
    second: str
    reason: str
    made_s: float
    id: str = field(default_factory=new_id)


SETUP_ACTOR = Actor(name="setup", role="setup")


class Desk:
    """The seat of one workstation and its pen in the audit chain."""

    def __init__(self, door: Door, clock: Clock, station: Callable[[], str]) -> None:
        self._door, self._clock, self._station = door, clock, station
        self._lock = threading.Lock()
        self._place: tuple[Seat, Session | None] = (Seat.EMPTY, None)  # replaced whole: both are read at once
        self._spent: set[str] = set()
        self._log = get_logger("desk")

    # The seat ---------------------------------------------------------------------------------------------------------

    @property
    def seat(self) -> Seat:
        """Give how the desk is taken."""
        return self._place[0]

    @property
    def session(self) -> Session | None:
        """Give whose time it is; also while locked."""
        return self._place[1]

    def sit(self, seat: Seat, session: Session | None = None) -> None:
        """Change who sits here; access.py alone decides that."""
        with self._lock:
            self._place = (seat, session)

    def pass_on(self, before: Session, seat: Seat, session: Session | None = None, was: Seat | None = None) -> bool:
        """Change the seat where it is still `before`'s time (and the seat as it `was`); tells whether it was."""
        with self._lock:
            now_seat, now = self._place
            if now is None or now.id != before.id or (was is not None and now_seat is not was):
                return False
            self._place = (seat, session)
            return True

    def end_setup(self) -> None:
        """Let nothing be done without signing in from now on."""
        with self._lock:
            if self._place[0] is Seat.SETUP:
                self._place = (Seat.EMPTY, None)

    def regroup(self, before: Session, role: Role, groups: tuple[CameraGroup, ...], officer: Officer) -> bool:
        """Take over what was changed of the officer who sits here; tells whether anything was."""
        with self._lock:
            seat, now = self._place
            if now is None or now.id != before.id or (now.role, now.groups, now.officer) == (role, groups, officer):
                return False
            self._place = (seat, replace(now, role=role, groups=groups, officer=officer))
            return True

    @property
    def station(self) -> str:
        """Give the code of this place, as the chain names it."""
        return self._station()

    @property
    def actor(self) -> Actor:
        """Give who acts now, as the audit names him."""
        return _actor(*self._place)

    @property
    def permissions(self) -> frozenset[Permission]:
        """Give what may be done here now; nothing while the desk is empty or locked."""
        seat, session = self._place
        if seat is Seat.SETUP:
            return EVERY_PERMISSION
        return session.role.permissions if session is not None and seat is Seat.TAKEN else frozenset()

    def may(self, permission: Permission, camera_id: str = "") -> bool:
        """Tell whether something may be done here now; for one camera where one is named."""
        return _allows(*self._place, permission, camera_id)

    def must(self, permission: Permission, about: Subject = NOTHING, camera_id: str = "") -> Actor:
        """Give who acts; raises Refused("not_permitted" | "console_locked" | "not_signed_in"), which is audited."""
        seat, session = self._place
        if _allows(seat, session, permission, camera_id):
            return _actor(seat, session)
        code = {Seat.EMPTY: "not_signed_in", Seat.LOCKED: "console_locked"}.get(seat, "not_permitted")
        self.note(Action.REFUSAL, about, Outcome.REFUSED, _actor(seat, session), permission=permission.value,
                  reason=code)
        raise Refused(code, permission=permission.value)

    def must_be_in(self, about: Subject = NOTHING) -> Actor:
        """Give who acts where anybody signed in may; raises Refused("console_locked" | "not_signed_in"), audited."""
        seat, session = self._place
        if seat in (Seat.SETUP, Seat.TAKEN):
            return _actor(seat, session)
        code = "console_locked" if seat is Seat.LOCKED else "not_signed_in"
        self.note(Action.REFUSAL, about, Outcome.REFUSED, _actor(seat, session), reason=code)
        raise Refused(code)

    # The chain --------------------------------------------------------------------------------------------------------

    def append(self, transaction: Transaction, action: Action, about: Subject = NOTHING,
               outcome: Outcome = Outcome.DONE, actor: Actor | None = None, **detail: Detail) -> None:
        """Add a deed to the chain inside the transaction that does it; `actor` is what `must` gave."""
        append_audit(transaction, Deed(action, actor or self.actor, about, outcome, detail), self._station())

    def note(self, action: Action, about: Subject = NOTHING, outcome: Outcome = Outcome.DONE,
             actor: Actor | None = None, **detail: Detail) -> Future[None] | None:
        """Add a deed to the chain soon, without waiting; the future is for who must know that it is on the disk."""
        deed = Deed(action, actor or self.actor, about, outcome, detail)

        def job(transaction: Transaction) -> None:
            append_audit(transaction, deed, self._station())

        try:
            future = self._door.submit(job)
        except WorldError as error:
            self._log.warning("audit_not_written", action=action.value, error=str(error))
            return None
        future.add_done_callback(lambda done: self._told(done, action))
        return future

    def note_now(self, action: Action, about: Subject = NOTHING, outcome: Outcome = Outcome.DONE,
                 actor: Actor | None = None, **detail: Detail) -> None:
        """Add a deed to the chain and wait for the disk: what must stand there before it happens. Raises Refused."""
        deed = Deed(action, actor or self.actor, about, outcome, detail)
        self._door.write(lambda tx: append_audit(tx, deed, self._station()))

    def spend(self, approval: Approval | None, action: TwoPerson) -> Mapping[str, str]:
        """Use an approval up; gives what the deed's detail must say of it. Raises Refused("second_officer_needed")."""
        with self._lock:
            seat, session = self._place
            if seat is Seat.SETUP:
                return {}
            fits = (approval is not None and approval.action is action and seat is Seat.TAKEN and session is not None
                    and approval.first == session.officer.badge and approval.id not in self._spent
                    and 0 <= self._clock.monotonic_s() - approval.made_s <= APPROVAL_GOOD_S)
            if approval is not None and fits:
                self._spent.add(approval.id)
                return {"second": approval.second, "reason": approval.reason}
        if approval is not None:  # one that was asked for only now is no misuse
            self.note(Action.REFUSAL, Subject("two_person", action.value), Outcome.REFUSED,
                      reason="second_officer_needed", second=approval.second)
        raise Refused("second_officer_needed", action=action.value)

    def _told(self, done: Future[None], action: Action) -> None:
        error = done.exception() if not done.cancelled() else None
        if error is not None:
            self._log.warning("audit_not_written", action=action.value, error=str(error))


def _allows(seat: Seat, session: Session | None, permission: Permission, camera_id: str) -> bool:
    if seat is Seat.SETUP:
        return True
    return seat is Seat.TAKEN and session is not None and may(session.role, permission, camera_id, session.groups)


def _actor(seat: Seat, session: Session | None) -> Actor:
    if seat is Seat.SETUP:
        return SETUP_ACTOR
    return CONSOLE if session is None else session.actor
