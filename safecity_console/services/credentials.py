"""Checking an officer's password or PIN, with the delay after wrong ones.

Belongs here: right or wrong, counting wrong tries, waiting, renewing an old hash. Does not belong here: who sits at the
desk (access.py), making officers (officers.py), hashing (core/passwords.py).
Invariants: 1. An unknown badge, a wrong password and an inactive officer are told apart by nobody at the keyboard: one
code, one cost. 2. Wrong tries are counted in the file before the answer is given, so that a restart forgives nothing.
3. A clock set back makes nobody wait longer than the wait itself, and one set on shortens no wait of this process. 4.
One credential is checked at a time. Thread: any but the GUI's; a check costs an Argon2, a wrong one a commit too.
"""

from __future__ import annotations

import threading
from datetime import timedelta

from safecity_console.core.clock import Clock
from safecity_console.core.passwords import Passwords
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.officers import (
    forget_tries,
    move_tries,
    put_password,
    put_wrong_try,
    read_credential,
    read_officers,
    read_roles,
    read_tries,
)
from safecity_console.db.reader import Reader
from safecity_console.db.rows import Readable
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Officer, Role, ascii_digits, fit_badge, wait_after
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.services.desk import Desk

_BADGES_MOST = 1000
TYPED_MOST = 1000  # characters; nothing so long is anybody's password


class Credentials:
    """What officers know, checked."""

    def __init__(self, door: Door, reader: Reader, clock: Clock, desk: Desk, passwords: Passwords) -> None:
        self._door, self._reader, self._clock, self._desk = door, reader, clock, desk
        self._passwords = passwords
        self._gate = threading.Lock()
        self._wrong_s: dict[str, float] = {}  # by badge: the last wrong try by the clock nobody sets

    def check(self, badge: str, password: Secret, action: Action) -> tuple[Officer, Role]:
        """Give whose credential it is; raises Refused("sign_in_wrong" | "sign_in_wait", seconds=…), audited."""
        try:
            kept = fit_badge(badge)
        except Refused as error:
            self._desk.note(action, Subject("officer"), Outcome.REFUSED, self._who(), reason=error.code)
            raise Refused("sign_in_wrong") from None
        with self._gate:
            self._wait_over(kept, action)
            officer, role, stored = self._reader.read(lambda view: _find(view, kept))
            fits = len(password.reveal()) <= TYPED_MOST
            right = self._passwords.verify(stored, password if fits else Secret("")) and fits
            if right and officer is not None and role is not None and stored is not None:
                self._note_right(officer, stored, password)
                return officer, role
            self._door.write(lambda tx: self._note_wrong(tx, kept, action))
            if len(self._wrong_s) >= _BADGES_MOST:
                self._wrong_s.clear()
            self._wrong_s[kept] = self._clock.monotonic_s()
            raise Refused("sign_in_wrong")

    def pin_right(self, officer: Officer, secret: Secret) -> bool:
        """Tell whether it is the officer's PIN; counts nothing."""
        credential = self._reader.read(lambda view: read_credential(view, officer.id))
        stored = None if credential is None else credential.pin_hash
        return self._passwords.verify(stored, Secret(ascii_digits(secret.reveal()[:TYPED_MOST])))

    def _wait_over(self, badge: str, action: Action) -> None:
        failures, last_at = self._reader.read(lambda view: read_tries(view, badge))
        wait, now = wait_after(failures), self._clock.now()
        if last_at is None or wait <= timedelta():
            return
        if last_at > now:  # the clock was set back: the wait counts from now, else it might never end
            self._door.write(lambda tx: move_tries(tx, badge))
        left = min(wait, wait - (now - last_at))
        if badge in self._wrong_s:
            left = max(left, wait - timedelta(seconds=self._clock.monotonic_s() - self._wrong_s[badge]))
        if left > timedelta():
            self._desk.note(action, Subject("officer", badge), Outcome.REFUSED, self._who(), reason="sign_in_wait")
            raise Refused("sign_in_wait", seconds=int(left.total_seconds()) + 1)

    def _note_right(self, officer: Officer, stored: str, password: Secret) -> None:
        renewed = self._passwords.hash(password) if self._passwords.out_of_date(stored) else None

        def job(transaction: Transaction) -> None:
            forget_tries(transaction, officer.badge)
            there = read_credential(transaction, officer.id)
            # Another password may have been given meanwhile: that one stays.
            if renewed is not None and there is not None and there.password_hash == stored:
                put_password(transaction, officer.id, renewed, there.must_change)

        if renewed is not None or self._reader.read(lambda view: read_tries(view, officer.badge))[0]:
            self._door.write(job)

    def _note_wrong(self, transaction: Transaction, badge: str, action: Action) -> None:
        failures = put_wrong_try(transaction, badge)
        self._desk.append(transaction, action, Subject("officer", badge), Outcome.REFUSED, self._who(),
                          reason="sign_in_wrong", failures=failures)

    def _who(self) -> Actor:
        return self._desk.actor if self._desk.session is not None else Actor()


def _find(view: Readable, badge: str) -> tuple[Officer | None, Role | None, str | None]:
    officer = next((one for one in read_officers(view) if one.badge == badge and one.active), None)
    if officer is None:
        return None, None, None
    role = next((one for one in read_roles(view) if one.id == officer.role_id), None)
    credential = read_credential(view, officer.id)
    return officer, role, None if credential is None else credential.password_hash
