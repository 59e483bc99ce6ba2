"""Officers, roles and camera groups: making and changing them.

Belongs here: who may make whom, hashing of what was typed, the first administrator. Does not belong here: signing in
(access.py), SQL, what a role allows.
Invariants: 1. There is no default password: whoever is made is given one by a person, and changes it at the first
sign-in where another person knows it. 2. Nobody takes the last active officer with MANAGE_OFFICERS away. 3. Giving
MANAGE_OFFICERS to anybody (by role or by changing a role) needs two officers. 4. Nobody changes his own role.
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
    fit_badge,
    fit_password,
    fit_pin,
)
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.services.desk import Approval, Desk, Seat
from safecity_console.services.events import OfficersChanged

STANDARD_NAMES: dict[RoleCode, tuple[str, str]] = {
    RoleCode.DUTY_OFFICER: ("Duty officer", "ڈیوٹی افسر"),
    RoleCode.SUPERVISOR: ("Supervisor", "نگران افسر"),
    RoleCode.TECHNICIAN: ("Technician", "ٹیکنیشن"),
    RoleCode.EVIDENCE_CUSTODIAN: ("Evidence custodian", "محافظِ شواہد"),
    RoleCode.WOMENS_DESK: ("Women's desk", "خواتین ڈیسک"),
    RoleCode.DISTRICT_HEAD: ("District head (SSP)", "ضلعی سربراہ (ایس ایس پی)"),
    RoleCode.ADMINISTRATOR: ("Administrator", "منتظم"),
}


class OfficerService:
    """The officers of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk, passwords: Passwords) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk
        self._passwords = passwords

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
            if read_officers(transaction):
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
        fitted = self._fitted(officer)
        second = self._second(self._role(fitted.role_id), None, approval)
        hashed = self._hashed(password, fitted.badge, fitted.name)

        def job(transaction: Transaction) -> str:
            officer_id = put_officer(transaction, replace(fitted, id=""))
            put_password(transaction, officer_id, hashed, must_change)
            self._desk.append(transaction, Action.OFFICER_ADD, Subject("officer", fitted.badge), Outcome.DONE, actor,
                              role=self._role(fitted.role_id).code, **second)
            return officer_id

        return self._written(self._door.write(job))

    def change(self, officer: Officer, approval: Approval | None = None) -> Officer:
        """Change name, rank, role, superior, active; raises Refused, NotFound, Conflict("changed_meanwhile")."""
        before = self._must_be(officer.id)
        actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("officer", before.badge))
        fitted = replace(self._fitted(officer), badge=before.badge)
        if fitted.role_id != before.role_id and before.badge == actor.badge:
            raise Refused("own_role")
        second = self._second(self._role(fitted.role_id), self._role(before.role_id), approval) \
            if fitted.active else {}
        self._keep_one(fitted)

        def job(transaction: Transaction) -> str:
            put_officer(transaction, fitted, officer.revision or None)
            self._desk.append(transaction, Action.OFFICER_CHANGE, Subject("officer", fitted.badge), Outcome.DONE, actor,
                              role=self._role(fitted.role_id).code, active=fitted.active, **second)
            return fitted.id

        return self._written(self._door.write(job))

    def set_password(self, officer_id: str, password: Secret, own_current: Secret | None = None) -> None:
        """Give a new password: one's own (with the current one), or another officer's, who must then change it.

        Raises Refused("sign_in_wrong" | "password_same" | "password_length" | "password_obvious").
        """
        officer = self._must_be(officer_id)
        session = self._desk.session
        own = session is not None and session.officer.id == officer_id
        if own:
            self._check_own(officer, own_current, password)
            actor = self._desk.actor
        else:
            actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("officer", officer.badge))
        hashed = self._hashed(password, officer.badge, officer.name)

        def job(transaction: Transaction) -> None:
            put_password(transaction, officer_id, hashed, must_change=not own)
            self._desk.append(transaction, Action.PASSWORD, Subject("officer", officer.badge), actor=actor)

        self._door.write(job)
        self._bus.publish(OfficersChanged())

    def set_pin(self, pin: Secret | None, password: Secret) -> None:
        """Give or take away the signed-in officer's own PIN, by his password; raises Refused."""
        session = self._desk.session
        if session is None:
            raise Refused("not_signed_in")
        officer = session.officer
        if not self._right(officer.id, password):
            raise Refused("sign_in_wrong")
        hashed = None if pin is None else self._passwords.hash(Secret(fit_pin(pin.reveal())))

        def job(transaction: Transaction) -> None:
            put_pin(transaction, officer.id, hashed)
            self._desk.append(transaction, Action.PASSWORD, Subject("officer", officer.badge), pin=pin is not None)

        self._door.write(job)
        self._bus.publish(OfficersChanged())

    def put_role(self, role: Role, approval: Approval | None = None) -> Role:
        """Write a role; raises Refused, Conflict."""
        actor = self._desk.must(Permission.MANAGE_OFFICERS, Subject("role", role.code[:40]))
        before = self._role(role.id) if role.id else None
        fitted = replace(role, name=_name(role.name), name_ur=clean_line(role.name_ur, NAME_MOST),
                         code=role.code if before is None else before.code)
        second = self._second(fitted, before, approval)
        self._keep_one_role(fitted)

        def job(transaction: Transaction) -> str:
            role_id = put_role(transaction, fitted, role.revision or None)
            self._desk.append(transaction, Action.ROLE_CHANGE, Subject("role", fitted.code), Outcome.DONE, actor,
                              grants=sorted(one.value for one in fitted.permissions), **second)
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

    def _second(self, role: Role, before: Role | None, approval: Approval | None) -> dict[str, str]:
        """Ask for two officers where MANAGE_OFFICERS is given that was not there before."""
        had = before is not None and Permission.MANAGE_OFFICERS in before.permissions
        if Permission.MANAGE_OFFICERS not in role.permissions or had or not self._others_fit():
            return {}
        return dict(self._desk.spend(approval, TwoPerson.ADD_ADMINISTRATOR))

    def _others_fit(self) -> bool:
        """Tell whether anybody else could countersign at all: the very first officers are made by one."""
        session = self._desk.session
        roles = {role.id: role for role in self.roles()}
        fit = {Permission.MANAGE_OFFICERS, Permission.SEE_MISCONDUCT}
        return any(one.active and roles[one.role_id].permissions & fit for one in self.officers()
                   if session is None or one.id != session.officer.id)

    def _keep_one(self, changed: Officer) -> None:
        roles = {role.id: role for role in self.roles()}
        after = [changed if one.id == changed.id else one for one in self.officers()]
        if not any(one.active and Permission.MANAGE_OFFICERS in roles[one.role_id].permissions for one in after):
            raise Refused("last_administrator")

    def _keep_one_role(self, changed: Role) -> None:
        roles = {role.id: role for role in self.roles()} | ({changed.id: changed} if changed.id else {})
        officers = self.officers()
        if officers and not any(one.active and Permission.MANAGE_OFFICERS in roles[one.role_id].permissions
                                for one in officers):
            raise Refused("last_administrator")

    def _check_own(self, officer: Officer, current: Secret | None, new: Secret) -> None:
        if current is None or not self._right(officer.id, current):
            raise Refused("sign_in_wrong")
        if current == new:
            raise Refused("password_same")

    def _right(self, officer_id: str, password: Secret) -> bool:
        credential = self._reader.read(lambda view: read_credential(view, officer_id))
        return self._passwords.verify(None if credential is None else credential.password_hash, password)

    def _hashed(self, password: Secret, badge: str, name: str) -> str:
        return self._passwords.hash(Secret(fit_password(password.reveal(), badge, name)))

    def _fitted(self, officer: Officer) -> Officer:
        self._role(officer.role_id)
        if officer.reports_to:
            superior = self._must_be(officer.reports_to)
            if superior.id == officer.id:
                raise Refused("reports_to_self")
        return replace(officer, badge=fit_badge(officer.badge), name=_name(officer.name),
                       name_ur=clean_line(officer.name_ur, NAME_MOST), rank=clean_line(officer.rank, 40))

    def _role(self, role_id: str) -> Role:
        found = next((one for one in self.roles() if one.id == role_id), None)
        if found is None:
            raise NotFound("role_missing")
        return found

    def _must_be(self, officer_id: str) -> Officer:
        found = next((one for one in self.officers() if one.id == officer_id), None)
        if found is None:
            raise NotFound("officer_missing")
        return found

    def _written(self, officer_id: str) -> Officer:
        self._bus.publish(OfficersChanged())
        return self._must_be(officer_id)


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
