"""The audit chain: what an entry holds, its canonical form and its hash.

Belongs here: the form, an entry as it is read, what may be looked for. Does not belong here: the rules of verifying
(audit_proof.py), rows and triggers (db/audit.py), when an entry is written (services/).
Invariants: 1. An entry's bytes are canonical JSON (RFC 8785 for what stands in it: sorted keys, no blanks, UTF-8; whole
numbers and text only). 2. hash = SHA-256 of these bytes, which hold `prev`, the hash before. 3. Numbers rise by one
from 1. Names and numbers of an entry are kept as they were: a later change of a badge does not reach back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

FIRST_PREV = "0" * 64
DETAIL_MOST = 4000  # characters of a detail's canonical form
TEXT_MOST = 500  # characters of one text in a detail


class Outcome(StrEnum):
    """How it ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class Action(StrEnum):
    """What was done or tried; words of the file, never changed, only added to."""

    SETUP = "console.setup"
    STARTED = "console.started"
    STOPPED = "console.stopped"
    CLOCK = "clock.changed"
    SIGN_IN = "officer.sign_in"
    SIGN_OUT = "officer.sign_out"
    LOCK = "console.lock"
    UNLOCK = "console.unlock"
    COUNTERSIGN = "officer.countersign"
    OFFICER_ADD = "officer.add"
    OFFICER_CHANGE = "officer.change"
    PASSWORD = "officer.password"
    ROLE_CHANGE = "role.change"
    GROUP_CHANGE = "group.change"
    REFUSAL = "permission.refused"
    VIEW = "camera.view"
    SNAPSHOT = "camera.snapshot"
    PTZ = "camera.ptz"  # a burst of moves, a preset gone to, home
    PTZ_TAKE = "ptz.take"
    PTZ_PRESET = "ptz.preset"
    PTZ_PATROL = "ptz.patrol"
    PTZ_SECTOR = "ptz.sector"
    CAMERA_EVENT = "camera.event_seen"  # what a camera told was called no concern
    CAMERA_ADD = "camera.add"
    CAMERA_CHANGE = "camera.change"
    CAMERA_REMOVE = "camera.remove"
    CAMERA_IMPORT = "camera.import"
    DISCOVER = "camera.discover"
    ONBOARD = "camera.onboard"
    WALL_CHANGE = "wall.change"
    SETTING = "setting.change"
    KEYS = "keys.change"
    STICK = "stick.change"
    SEARCH = "search"
    EXPORT = "export"
    PRINT = "print"
    INCIDENT_NEW = "incident.new"
    INCIDENT_VIEW = "incident.view"
    INCIDENT_STEP = "incident.step"
    INCIDENT_CHANGE = "incident.change"
    INCIDENT_NOTE = "incident.note"
    SEALED_OPEN = "incident.sealed_open"
    MISCONDUCT_VIEW = "incident.misconduct_view"
    CLIP_LOCK = "clip.lock"
    CLIP_UNLOCK = "clip.unlock"
    PROCEDURE = "procedure.change"
    PLACE = "place.change"
    UNIT = "unit.change"
    CONTACT = "contact.change"
    CONSENT = "consent.change"
    WATCH_NOTICE = "watch.change"
    WATCH_VIEW = "watch.view"
    SHIFT_TAKE = "shift.take"
    SHIFT_LOG = "shift.log"
    SHIFT_HANDOVER = "shift.handover"
    SHIFT_END = "shift.end"
    AUDIT_READ = "audit.read"
    AUDIT_VERIFY = "audit.verify"
    AUDIT_BREAK = "audit.break"  # at a start the chain did not fit its head that is kept outside the database
    AUDIT_BREAK_SEEN = "audit.break_seen"  # somebody who reads the audit took note of it
    RESTORE = "database.restore"


Detail = str | int | bool | list[str] | list[int] | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a kind ("camera", "incident", …), its id or number, empty where it has none."""

    kind: str = ""
    id: str = ""


NOTHING = Subject()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acted, as known then; an empty badge is the console itself or somebody not signed in."""

    badge: str = ""
    name: str = ""
    role: str = ""
    session: str = ""


CONSOLE = Actor(name="console")
OF_MISCONDUCT = "M-"
"""Detail `incident` of a row that names no case and yet is only for who sees misconduct, as db/audit.py hides it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a service wants written; number, time and hash are given at the door."""

    action: Action
    actor: Actor
    about: Subject = NOTHING
    outcome: Outcome = Outcome.DONE
    detail: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry's number and hash: what is printed on a handover sheet and sent to headquarters."""

    n: int = 0
    hash: str = FIRST_PREV

    def __str__(self) -> str:
        return f"{self.n}:{self.hash}"


def canonical(n: int, at: str, prev: str, deed: Deed, station: str) -> str:
    """Give an entry's bytes as text; `at` is UTC ISO 8601 with milliseconds and Z."""
    body = {
        "about": [deed.about.kind, deed.about.id], "action": deed.action.value, "at": at, "badge": deed.actor.badge,
        "detail": _bounded(deed.detail), "n": n, "name": deed.actor.name, "outcome": deed.outcome.value, "prev": prev,
        "role": deed.actor.role, "session": deed.actor.session, "station": station,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(body: str) -> str:
    """Give the hash of an entry's bytes; a lone surrogate, which UTF-8 has no bytes for, cannot stand in one."""
    return hashlib.sha256(body.encode()).hexdigest()


def _bounded(detail: Mapping[str, Detail]) -> dict[str, object]:
    """Cut texts to what an entry may hold; an entry is a line of a log, not a store of documents."""
    kept: dict[str, object] = {key: _cut(value) for key, value in detail.items() if value is not None}
    if len(json.dumps(kept, ensure_ascii=False)) > DETAIL_MOST:
        return {"cut": True, **{k: v for k, v in kept.items() if not isinstance(v, list | str)}}
    return kept


def _cut(value: Detail) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()[:TEXT_MOST]
    if isinstance(value, list):
        return [one[:TEXT_MOST] if isinstance(one, str) else one for one in value[:500]]
    return value


class Row(NamedTuple):
    """A stored entry as it lies in the table; a tuple, as a million are made to verify a chain."""

    n: int
    at: str
    action: str
    badge: str
    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An entry as it is read: `body` its canonical bytes as text; `action` also one that this version does not know."""

    n: int
    at: datetime
    action: str
    actor: Actor
    about: Subject
    outcome: str
    detail: Mapping[str, object]
    station: str
    body: str
    hash: str

    @property
    def known(self) -> Action | None:
        """Give the action as this version knows it."""
        return next((one for one in Action if one.value == self.action), None)


@dataclass(frozen=True, slots=True)
class StandingBreak:
    """A start's find that nobody took note of yet; `n` its row, 0 where the row could not be written."""

    n: int
    at: datetime
    kind: str  # a Flaw's word


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What entries are looked for; empty fields do not narrow. `about` holds ids or numbers, any of which fits."""

    badge: str = ""
    actions: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    from_at: datetime | None = None
    to_at: datetime | None = None
    refused_only: bool = False
    text: str = ""


def head_of(text: str) -> Head | None:
    """Read a head as it is printed, "1204:9f…"; None where it is none."""
    number, colon, kept = text.strip().partition(":")
    kept = kept.strip().lower()
    if not colon or not number.isascii() or not number.isdigit() or not 1 <= len(number) <= 18 or len(kept) != 64 \
            or set(kept) - set("0123456789abcdef"):
        return None
    return Head(int(number), kept)
