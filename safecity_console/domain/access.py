"""What an officer may do, as data: permissions, roles, camera groups, officers, the rules of passwords and lock-out.

Belongs here: types and pure rules. Does not belong here: who is signed in (services/access.py), hashing
(core/passwords.py), rows (db/officers.py), sentences.
Invariants: 1. A role is data: its grants name permissions and, for what touches a camera, the camera groups they reach.
2. What stands in TWO_PERSON is never done by one officer alone. 3. No object here holds a password or its hash.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line


class Permission(StrEnum):
    """One thing a role may be allowed."""

    VIEW_LIVE = "view_live"
    ARRANGE_WALL = "arrange_wall"
    SNAPSHOT = "snapshot"
    EDIT_CAMERAS = "edit_cameras"
    EDIT_SETTINGS = "edit_settings"
    LOG_INCIDENTS = "log_incidents"  # enter, read, note
    WORK_INCIDENTS = "work_incidents"  # steps, dispatch, hold, link
    REVIEW_INCIDENTS = "review_incidents"  # supervisor's review, resolve with steps open, reopen
    OPEN_SEALED = "open_sealed"  # identities of women and children; each opening is audited first
    SEE_MISCONDUCT = "see_misconduct"
    EDIT_PROCEDURES = "edit_procedures"  # SOPs, categories, response targets
    EDIT_PLACES = "edit_places"  # sites, units, contacts, committees
    TAKE_COMPLAINTS = "take_complaints"
    POST_WATCH = "post_watch"  # watch notices
    TAKE_DUTY = "take_duty"  # shift, handover
    PRINT_REPORTS = "print_reports"
    READ_AUDIT = "read_audit"
    MANAGE_OFFICERS = "manage_officers"
    RELEASE_EVIDENCE = "release_evidence"
    UNLOCK_EVIDENCE = "unlock_evidence"
    SHORTEN_RETENTION = "shorten_retention"
    RESTORE_DATABASE = "restore_database"


EVERY_PERMISSION: frozenset[Permission] = frozenset(Permission)
OF_CAMERAS: frozenset[Permission] = frozenset({Permission.VIEW_LIVE, Permission.SNAPSHOT})
"""Permissions whose grant may be bound to camera groups."""


class TwoPerson(StrEnum):
    """An action that a second officer must countersign with a credential of his own and a reason."""

    RELEASE_EVIDENCE = "release_evidence"
    UNLOCK_EVIDENCE = "unlock_evidence"
    SHORTEN_RETENTION = "shorten_retention"
    ADD_ADMINISTRATOR = "add_administrator"
    RESTORE_DATABASE = "restore_database"
    OPEN_MISCONDUCT = "open_misconduct"  # misconduct footage


NEEDED_FOR: Mapping[TwoPerson, Permission] = {
    TwoPerson.RELEASE_EVIDENCE: Permission.RELEASE_EVIDENCE,
    TwoPerson.UNLOCK_EVIDENCE: Permission.UNLOCK_EVIDENCE,
    TwoPerson.SHORTEN_RETENTION: Permission.SHORTEN_RETENTION,
    TwoPerson.ADD_ADMINISTRATOR: Permission.MANAGE_OFFICERS,
    TwoPerson.RESTORE_DATABASE: Permission.RESTORE_DATABASE,
    TwoPerson.OPEN_MISCONDUCT: Permission.SEE_MISCONDUCT,
}
"""The permission the first officer needs; SECOND_NEEDS says what the second one needs."""

SECOND_NEEDS: Mapping[TwoPerson, frozenset[Permission]] = {
    TwoPerson.RELEASE_EVIDENCE: frozenset({Permission.RELEASE_EVIDENCE, Permission.REVIEW_INCIDENTS}),
    TwoPerson.UNLOCK_EVIDENCE: frozenset({Permission.UNLOCK_EVIDENCE, Permission.REVIEW_INCIDENTS}),
    TwoPerson.SHORTEN_RETENTION: frozenset({Permission.SHORTEN_RETENTION, Permission.REVIEW_INCIDENTS}),
    TwoPerson.ADD_ADMINISTRATOR: frozenset({Permission.MANAGE_OFFICERS, Permission.SEE_MISCONDUCT}),
    TwoPerson.RESTORE_DATABASE: frozenset({Permission.RESTORE_DATABASE, Permission.SEE_MISCONDUCT}),
    TwoPerson.OPEN_MISCONDUCT: frozenset({Permission.SEE_MISCONDUCT, Permission.MANAGE_OFFICERS}),
}
"""Any one of these makes an officer fit to countersign."""


class RoleCode(StrEnum):
    """The seven roles a fresh console knows; more may be added as data."""

    DUTY_OFFICER = "duty_officer"
    SUPERVISOR = "supervisor"
    TECHNICIAN = "technician"
    EVIDENCE_CUSTODIAN = "evidence_custodian"
    WOMENS_DESK = "womens_desk"
    DISTRICT_HEAD = "district_head"  # SSP
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class CameraGroup:
    """Cameras that a grant may be bound to."""

    id: str
    name: str
    camera_ids: frozenset[str] = frozenset()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Role:
    """What officers of one kind may do. A grant's value: ids of the camera groups it reaches; None: all cameras."""

    id: str
    code: str
    name: str
    name_ur: str = ""
    grants: Mapping[Permission, frozenset[str] | None] = field(default_factory=dict)
    revision: int = 0

    @property
    def permissions(self) -> frozenset[Permission]:
        """Give what is granted at all."""
        return frozenset(self.grants)


@dataclass(frozen=True, slots=True)
class Officer:
    """One person who may sign in; `reports_to` is the id of his superior, empty where he has none here."""

    id: str
    badge: str
    name: str
    role_id: str
    name_ur: str = ""
    rank: str = ""
    reports_to: str = ""
    active: bool = True
    has_pin: bool = False
    must_change_password: bool = False
    revision: int = 0
    created_at: datetime | None = None


_DESK = frozenset({Permission.VIEW_LIVE, Permission.ARRANGE_WALL, Permission.SNAPSHOT, Permission.LOG_INCIDENTS})
_DUTY = _DESK | {Permission.WORK_INCIDENTS, Permission.TAKE_COMPLAINTS, Permission.TAKE_DUTY, Permission.POST_WATCH,
                 Permission.PRINT_REPORTS}
_SUPERVISOR = _DUTY | {Permission.REVIEW_INCIDENTS, Permission.EDIT_PROCEDURES, Permission.EDIT_PLACES,
                       Permission.READ_AUDIT, Permission.EDIT_CAMERAS, Permission.RELEASE_EVIDENCE,
                       Permission.UNLOCK_EVIDENCE}
STANDARD_ROLES: Mapping[RoleCode, frozenset[Permission]] = {
    RoleCode.DUTY_OFFICER: _DUTY,
    RoleCode.SUPERVISOR: _SUPERVISOR,
    RoleCode.TECHNICIAN: frozenset({Permission.VIEW_LIVE, Permission.ARRANGE_WALL, Permission.SNAPSHOT,
                                    Permission.EDIT_CAMERAS, Permission.EDIT_SETTINGS}),
    RoleCode.EVIDENCE_CUSTODIAN: _DESK | {Permission.RELEASE_EVIDENCE, Permission.UNLOCK_EVIDENCE,
                                          Permission.PRINT_REPORTS},
    RoleCode.WOMENS_DESK: _DESK | {Permission.WORK_INCIDENTS, Permission.OPEN_SEALED, Permission.TAKE_COMPLAINTS,
                                   Permission.PRINT_REPORTS},
    RoleCode.DISTRICT_HEAD: _SUPERVISOR | {Permission.SEE_MISCONDUCT, Permission.SHORTEN_RETENTION,
                                           Permission.RESTORE_DATABASE},
    RoleCode.ADMINISTRATOR: frozenset({Permission.VIEW_LIVE, Permission.ARRANGE_WALL, Permission.EDIT_CAMERAS,
                                       Permission.EDIT_SETTINGS, Permission.MANAGE_OFFICERS, Permission.READ_AUDIT,
                                       Permission.EDIT_PLACES, Permission.RESTORE_DATABASE,
                                       Permission.SHORTEN_RETENTION}),
}
"""Who administers the console does not read incidents, and who reads them does not make officers."""


def may(role: Role, permission: Permission, camera_id: str = "", groups: Iterable[CameraGroup] = ()) -> bool:
    """Tell whether a role allows something, for one camera where one is named."""
    if permission not in role.grants:
        return False
    bound = role.grants[permission]
    if bound is None or not camera_id or permission not in OF_CAMERAS:
        return True
    return any(group.id in bound and camera_id in group.camera_ids for group in groups)


def chain_of(officer_id: str, officers: Iterable[Officer]) -> frozenset[str]:
    """Give an officer and everybody he reports to, upwards; a circle in the data ends the walk."""
    superior = {one.id: one.reports_to for one in officers}
    chain: list[str] = []
    while officer_id and officer_id not in chain:
        chain.append(officer_id)
        officer_id = superior.get(officer_id, "")
    return frozenset(chain)


BADGE_MOST, NAME_MOST, PASSWORD_LEAST, PASSWORD_MOST, PIN_LEAST, PIN_MOST = 20, 80, 10, 128, 6, 12
REASON_LEAST, REASON_MOST = 5, 500


def ascii_digits(text: str) -> str:
    """Give a text with the digits of every script as 0-9: an Urdu keyboard types ۱۲۳."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def fit_badge(badge: str) -> str:
    """Give a badge as it is kept: capitals, digits 0-9, no blanks; raises Refused("badge_unfit")."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", badge).upper())
    kept = ascii_digits("".join(folded.split()))
    if not 1 <= len(kept) <= BADGE_MOST or not all(c.isalnum() or c in "-/._" for c in kept):
        raise Refused("badge_unfit", most=BADGE_MOST)
    return kept


def fit_password(password: str, badge: str, name: str = "") -> str:
    """Check a new password by length and against the obvious (NIST SP 800-63B §5.1.1); raises Refused."""
    folded = unicodedata.normalize("NFKC", password).casefold()
    if not PASSWORD_LEAST <= len(password) <= PASSWORD_MOST or len(folded) < PASSWORD_LEAST:
        raise Refused("password_length", least=PASSWORD_LEAST, most=PASSWORD_MOST)
    known = (badge, *name.split())  # short ones stand in too many good passwords by chance
    plain = [word.casefold() for word in known if len(word) >= _TOLD_LEAST]
    if len(set(folded)) < _LETTERS_LEAST or any(word in folded for word in (*plain, "password")) \
            or any(folded in row for row in _ROWS):
        raise Refused("password_obvious")
    return password


_TOLD_LEAST, _LETTERS_LEAST = 4, 5
_ROWS = ("01234567890123456789", "98765432109876543210", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz")


def fit_pin(pin: str) -> str:
    """Give a new PIN in digits 0-9; raises Refused("pin_unfit")."""
    kept = ascii_digits(pin)
    steps = {ord(b) - ord(a) for a, b in itertools.pairwise(kept)}
    if not PIN_LEAST <= len(kept) <= PIN_MOST or not (kept.isascii() and kept.isdigit()) or steps in ({0}, {1}, {-1}):
        raise Refused("pin_unfit", least=PIN_LEAST, most=PIN_MOST)
    return kept


def fit_reason(reason: str) -> str:
    """Give a reason as it is kept; raises Refused("reason_missing")."""
    kept = clean_line(reason, REASON_MOST)
    if len(kept) < REASON_LEAST:
        raise Refused("reason_missing", least=REASON_LEAST)
    return kept


FREE_TRIES = 3
_FIRST_WAIT_S, _LONGEST_WAIT_S = 5, 900


def wait_after(failures: int) -> timedelta:
    """Give how long no further try is taken after so many wrong ones: 5 s from the third, doubling, 15 min at most.

    A delay, not a lock: a stranger at the keyboard cannot shut an officer out for good.
    """
    if failures < FREE_TRIES:
        return timedelta()
    return timedelta(seconds=min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2 ** min(20, failures - FREE_TRIES)))
