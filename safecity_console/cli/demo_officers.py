"""The officers of a simulated district: one of every role, each with a random password of his own.

Belongs here: who they are, making them, showing them. Does not belong here: the verb (demo.py), what a role may do.
Invariants: 1. No password is the same in two runs, and none is kept but as its hash; it is printed once. 2. They are
made as people make them: the administrator first, who signs in, makes the others and leaves.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode, fit_badge, fit_password
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.services.console import ConsoleServices

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look like another


@dataclass(frozen=True, slots=True)
class MadeOfficer:
    """An officer and the password he was made with; `role` is the role's code."""

    badge: str
    name: str
    role: str
    password: Secret


@dataclass(frozen=True, slots=True)
class _Person:
    badge: str
    name: str
    name_ur: str
    rank: str
    role: RoleCode
    reports_to: str = ""


ADMINISTRATOR = _Person("MPR-001", "Adeel Qureshi", "عدیل قریشی", "IT officer", RoleCode.ADMINISTRATOR)
SUPERVISOR_BADGE, TECHNICIAN_BADGE = "MPR-104", "MPR-207"
DUTY_BADGE, NAMED_BADGE = "MPR-118", "MPR-212"  # who enters the demo's incidents, and whom one of them names
PEOPLE = (
    _Person("MPR-010", "Khalid Mehmood", "خالد محمود", "SSP", RoleCode.DISTRICT_HEAD),
    _Person(SUPERVISOR_BADGE, "Shazia Parveen", "شازیہ پروین", "Inspector", RoleCode.SUPERVISOR, "MPR-010"),
    _Person(DUTY_BADGE, "Imran Hussain", "عمران حسین", "ASI", RoleCode.DUTY_OFFICER, SUPERVISOR_BADGE),
    _Person(TECHNICIAN_BADGE, "Bilal Ahmed", "بلال احمد", "Technician", RoleCode.TECHNICIAN, SUPERVISOR_BADGE),
    _Person(NAMED_BADGE, "Naveed Akhtar", "نوید اختر", "Head constable", RoleCode.EVIDENCE_CUSTODIAN,
            SUPERVISOR_BADGE),
    _Person("MPR-305", "Saima Kausar", "صائمہ کوثر", "SI", RoleCode.WOMENS_DESK, "MPR-010"),
)


def make_officers(services: ConsoleServices) -> tuple[MadeOfficer, ...]:
    """Make one officer of every role on a fresh console."""
    first = _made(ADMINISTRATOR)
    services.officers.begin(first.badge, first.name, first.password)
    services.access.sign_in(first.badge, first.password, via="demo")
    made = [first]
    try:
        roles = {role.code: role.id for role in services.officers.roles()}
        ids: dict[str, str] = {}
        for person in PEOPLE:
            one = _made(person)
            officer = Officer("", person.badge, person.name, roles[person.role.value], person.name_ur, person.rank,
                              ids.get(person.reports_to, ""))
            ids[person.badge] = services.officers.add(officer, one.password, must_change=False).id
            made.append(one)
    finally:
        services.access.sign_out("demo")
    return tuple(made)


def of_badge(officers: Sequence[MadeOfficer], badge: str) -> MadeOfficer:
    """Find one of them; raises NotFound("officer_missing")."""
    try:
        kept = fit_badge(badge)
    except Refused:
        raise NotFound("officer_missing") from None
    found = next((one for one in officers if one.badge == kept), None)
    if found is None:
        raise NotFound("officer_missing")
    return found


def officer_rows(officers: Sequence[MadeOfficer]) -> list[dict[str, object]]:
    """Give them as the JSON of `demo`."""
    return [{"badge": one.badge, "name": one.name, "role": one.role, "password": one.password.reveal()}
            for one in officers]


def officer_lines(officers: Sequence[MadeOfficer]) -> list[str]:
    """Give them as lines for people."""
    return [f"{one.badge:<9} {one.role:<20} {one.name:<18} {one.password.reveal()}" for one in officers]


def _made(person: _Person) -> MadeOfficer:
    while True:
        typed = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
        try:
            return MadeOfficer(person.badge, person.name, person.role.value,
                               Secret(fit_password(typed, person.badge, person.name)))
        except Refused:  # one in very many is too plain
            continue
