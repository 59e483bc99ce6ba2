"""Officers, roles and camera groups: making and changing them.

Belongs here: who may make whom, hashing of what was typed, the first administrator. Does not belong here: signing in
(access.py), SQL, what a role allows.
Invariants: 1. There is no default password: whoever is made is given one by a person, and changes it at the first
sign-in where another person knows it. 2. What domain/staff.py says of a change is judged in its transaction, over what
the file holds then: of two that are each allowed, the second may be no more. 3. An approval is spent by a change that
is made, not by one that is refused. 4. Own passwords are checked with the delay of a sign-in.
What is true after a crash: an officer is there with his credential and his audit row, or not at all.
Thread: any; making one costs an Argon2 and a commit.
"""

from __future__ import annotations

from dataclasses import replace

from safecity_console.core.bus import Bus
from safecity_console.core.passwords import Passwords
from safecity_console.core.secrets import Secret
from safecity_console.db.door import Door
from safecity_console.db.officers import (
    put_group,
    put_officer,
    put_password,
    put_pin,
    put_role,
    read_credential,
    read_groups,
    read_officers,
    read_roles,
    was_set_up,
)
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import (
    NAME_MOST,
    STANDARD_ROLES,
    CameraGroup,
    Officer,
    Permission,
    Role,
    RoleCode,
    TwoPerson,
    chain_of,
    fit_badge,
    fit_password,
    fit_pin,
)
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.staff import Staff, needs_second, password_needs_second
from safecity_console.services.credentials import Credentials
from safecity_console.services.desk import Approval, Desk, Seat
from safecity_console.services.events import OfficersChanged

STANDARD_NAMES: dict[RoleCode, tuple[str, str]] = {
    RoleCode.DUTY_OFFICER: ("Duty officer", "ڈیوٹی افسر"),
    RoleCode.SUPERVISOR: ("Supervisor", "سپروائزر"),
    RoleCode.TECHNICIAN: ("Technician", "ٹیکنیشن"),
    RoleCode.EVIDENCE_CUSTODIAN: ("Evidence custodian", "محافظِ شواہد"),
    RoleCode.WOMENS_DESK: ("Women's desk", "خواتین ڈیسک"),
    RoleCode.DISTRICT_HEAD: ("District head (SSP)", "ضلعی سربراہ (ایس ایس پی)"),
    RoleCode.ADMINISTRATOR: ("Administrator", "منتظم"),
}


class OfficerService:
    """The officers of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk, passwords: Passwords,
                 credentials: Credentials) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk
        self._passwords, self._credentials = passwords, credentials

    def officers(self) -> tuple[Officer, ...]:
        """Give every officer by badge, inactive ones too."""
        return self._reader.read(read_officers)

    def roles(self) -> tuple[Role, ...]:
        """Give every role."""
        return self._reader.read(read_roles)

    def groups(self) -> tuple[CameraGroup, ...]:
        """Give every camera group."""
        return self._reader.read(read_groups)

    def by_badge(self, badge: str) -> Officer | None:
        """Find an officer."""
        return next((one for one in self.officers() if one.badge == badge), None)

    def role_of(self, officer: Officer) -> Role:
        """Give an officer's role; raises NotFound("role_missing")."""
        return self._role(officer.role_id)

    def begin(self, badge: str, name: str, password: Secret) -> Officer:
        """Make the standard roles and the first administrator of a fresh console; raises Refused("setup_done")."""
        if self._desk.seat is not Seat.SETUP:
            raise Refused("setup_done")
        kept_badge, kept_name, hashed = fit_badge(badge), _name(name), self._hashed(password, badge, name)

        def job(transaction: Transaction) -> str:
            if was_set_up(transaction):
                raise Refused("setup_done")
            roles = {role.code: role.id for role in read_roles(transaction)} or _make_roles(transaction)
            officer = Officer("", kept_badge, kept_name, roles[RoleCode.ADMINISTRATOR])
            officer_id = put_officer(transaction, officer)
            put_password(transaction, officer_id, hashed, must_change=False)
            self._desk.append(transaction, Action.SETUP, Subject("officer", kept_badge))
            return officer_id

        return self._written(self._door.write(job))

    def add(self, officer: Officer, password: Secret, approval: Approval | None = None,
            must_change: bool = True) -> Officer:
        """Make an officer; raises Refused, Conflict("badge_taken")."""
        actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("officer", officer.badge[:20]))
        fitted = replace(_fitted(officer), id="")
        hashed = self._hashed(password, fitted.badge, fitted.name)

        def job(transaction: Transaction) -> str:
            before = _staff(transaction)
            role = _role(before, fitted.role_id)
            _check_superior(before, fitted)
            officer_id = put_officer(transaction, fitted)
            put_password(transaction, officer_id, hashed, must_change)
            second = self._judged(transaction, before, approval)
            self._desk.append(transaction, Action.OFFICER_ADD, Subject("officer", fitted.badge), Outcome.DONE, actor,
                              role=role.code, active=fitted.active, **second)
            return officer_id

        return self._written(self._door.write(job))

    def change(self, officer: Officer, approval: Approval | None = None) -> Officer:
        """Change name, rank, role, superior, active; raises Refused, NotFound, Conflict("changed_meanwhile")."""
        known = self._must_be(officer.id)
        actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("officer", known.badge))
        fitted = replace(_fitted(officer), badge=known.badge)

        def job(transaction: Transaction) -> str:
            before = _staff(transaction)
            role = _role(before, fitted.role_id)
            _check_superior(before, fitted)
            put_officer(transaction, fitted, officer.revision or None)
            second = self._judged(transaction, before, approval)
            self._desk.append(transaction, Action.OFFICER_CHANGE, Subject("officer", fitted.badge), Outcome.DONE, actor,
                              role=role.code, active=fitted.active, **second)
            return fitted.id

        return self._written(self._door.write(job))

    def set_password(self, officer_id: str, password: Secret, own_current: Secret | None = None,
                     approval: Approval | None = None) -> None:
        """Give a new password: one's own (with the current one), or another officer's, who must then change it.

        Raises Refused("sign_in_wrong" | "password_same" | "password_length" | "password_obvious", and as `change` where
        the other is one who could agree to a new administrator).
        """
        officer = self._must_be(officer_id)
        session = self._desk.session
        own = session is not None and session.officer.id == officer_id and self._desk.seat is Seat.TAKEN
        if own:
            actor = self._desk.actor
            self._check_own(officer, own_current, password)
        else:
            actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("officer", officer.badge))
        hashed = self._hashed(password, officer.badge, officer.name)

        def job(transaction: Transaction) -> None:
            put_password(transaction, officer_id, hashed, must_change=not own)
            second: dict[str, str] = {}
            if session is not None and not own and password_needs_second(
                    _staff(transaction), session.officer.id, officer_id):
                second = dict(self._desk.spend(approval, TwoPerson.ADD_ADMINISTRATOR))
            self._desk.append(transaction, Action.PASSWORD, Subject("officer", officer.badge), Outcome.DONE, actor,
                              **second)

        self._door.write(job)
        self._bus.publish(OfficersChanged())

    def set_pin(self, pin: Secret | None, password: Secret) -> None:
        """Give or take away the signed-in officer's own PIN, by his password; raises Refused."""
        session = self._desk.session
        if session is None or self._desk.seat is not Seat.TAKEN:
            raise Refused("not_signed_in")
        kept = None if pin is None else Secret(fit_pin(pin.reveal()))
        officer, _role_now = self._credentials.check(session.officer.badge, password, Action.PASSWORD)
        hashed = None if kept is None else self._passwords.hash(kept)

        def job(transaction: Transaction) -> None:
            put_pin(transaction, officer.id, hashed)
            self._desk.append(transaction, Action.PASSWORD, Subject("officer", officer.badge), actor=session.actor,
                              pin=pin is not None)

        self._door.write(job)
        self._bus.publish(OfficersChanged())

    def put_role(self, role: Role, approval: Approval | None = None) -> Role:
        """Write a role; raises Refused, Conflict."""
        actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("role", role.code[:40]))
        fitted = replace(role, name=_name(role.name), name_ur=clean_line(role.name_ur, NAME_MOST))

        def job(transaction: Transaction) -> str:
            before = _staff(transaction)
            named = replace(fitted, code=_role(before, role.id).code) if role.id else fitted
            role_id = put_role(transaction, named, role.revision or None)
            second = self._judged(transaction, before, approval)
            self._desk.append(transaction, Action.ROLE_CHANGE, Subject("role", named.code), Outcome.DONE, actor,
                              grants=_words(named), **second)
            return role_id

        role_id = self._door.write(job)
        self._bus.publish(OfficersChanged())
        return self._role(role_id)

    def put_group(self, group: CameraGroup) -> CameraGroup:
        """Write a camera group; raises Refused, Conflict."""
        actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("camera_group", group.id))
        fitted = replace(group, name=_name(group.name))

        def job(transaction: Transaction) -> str:
            group_id = put_group(transaction, fitted, group.revision or None)
            self._desk.append(transaction, Action.GROUP_CHANGE, Subject("camera_group", group_id), actor=actor,
                              name=fitted.name, cameras=len(fitted.camera_ids))
            return group_id

        group_id = self._door.write(job)
        self._bus.publish(OfficersChanged())
        return next(one for one in self.groups() if one.id == group_id)

    def _judged(self, transaction: Transaction, before: Staff, approval: Approval | None) -> dict[str, str]:
        """Judge a change already written, which a refusal takes back; gives what the audit says of the second."""
        session = self._desk.session
        if not needs_second(before, _staff(transaction), "" if session is None else session.officer.id):
            return {}
        return dict(self._desk.spend(approval, TwoPerson.ADD_ADMINISTRATOR))

    def _check_own(self, officer: Officer, current: Secret | None, new: Secret) -> None:
        if current is None:
            raise Refused("sign_in_wrong")
        self._credentials.check(officer.badge, current, Action.PASSWORD)
        credential = self._reader.read(lambda view: read_credential(view, officer.id))
        if credential is not None and self._passwords.verify(credential.password_hash, new):
            raise Refused("password_same")

    def _hashed(self, password: Secret, badge: str, name: str) -> str:
        return self._passwords.hash(Secret(fit_password(password.reveal(), badge, name)))

    def _role(self, role_id: str) -> Role:
        return _role(Staff(roles=self.roles()), role_id)

    def _must_be(self, officer_id: str) -> Officer:
        found = next((one for one in self.officers() if one.id == officer_id), None)
        if found is None:
            raise NotFound("officer_missing")
        return found

    def _written(self, officer_id: str) -> Officer:
        self._bus.publish(OfficersChanged())
        return self._must_be(officer_id)


def _staff(transaction: Transaction) -> Staff:
    return Staff(read_officers(transaction), read_roles(transaction))


def _role(staff: Staff, role_id: str) -> Role:
    found = next((one for one in staff.roles if one.id == role_id), None)
    if found is None:
        raise NotFound("role_missing")
    return found


def _check_superior(staff: Staff, officer: Officer) -> None:
    if officer.reports_to and not any(one.id == officer.reports_to for one in staff.officers):
        raise NotFound("officer_missing")
    if officer.id in chain_of(officer.reports_to, staff.officers):
        raise Refused("reports_to_self")


def _fitted(officer: Officer) -> Officer:
    return replace(officer, badge=fit_badge(officer.badge), name=_name(officer.name),
                   name_ur=clean_line(officer.name_ur, NAME_MOST), rank=clean_line(officer.rank, 40))


def _words(role: Role) -> list[str]:
    """Give a role's grants as the audit lists them: "view_live" or, bound to camera groups, "view_live:2 groups"."""
    return sorted(one.value if bound is None else f"{one.value}:{len(bound)} groups"
                  for one, bound in role.grants.items())


def _make_roles(transaction: Transaction) -> dict[str, str]:
    made = {}
    for code, permissions in STANDARD_ROLES.items():
        name, name_ur = STANDARD_NAMES[code]
        made[code.value] = put_role(transaction, Role("", code.value, name, name_ur, dict.fromkeys(permissions)))
    return made


def _name(name: str) -> str:
    kept = clean_line(name, NAME_MOST)
    if not kept:
        raise Refused("person_name_missing")
    return kept
