"""The audit chain: what an entry holds, its canonical form, its hash, and what proves a chain unbroken.

Belongs here: the form and the pure rules of verifying. Does not belong here: rows and triggers (db/audit.py), when an
entry is written (services/).
Invariants: 1. An entry's bytes are canonical JSON (RFC 8785 for what stands in it: sorted keys, no blanks, UTF-8; whole
numbers and text only). 2. hash = SHA-256 of these bytes, which hold `prev`, the hash before. 3. Numbers rise by one
from 1. Names and numbers of an entry are kept as they were: a later change of a badge does not reach back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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
    PTZ = "camera.ptz"
    CAMERA_ADD = "camera.add"
    CAMERA_CHANGE = "camera.change"
    CAMERA_REMOVE = "camera.remove"
    CAMERA_IMPORT = "camera.import"
    DISCOVER = "camera.discover"
    ONBOARD = "camera.onboard"
    WALL_CHANGE = "wall.change"
    SETTING = "setting.change"
    KEYS = "keys.change"
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


class Flaw(StrEnum):
    """What can be wrong with a chain."""

    MISSING = "missing"  # rows between two others are not there
    CHANGED = "changed"  # a row's bytes do not give its hash
    REORDERED = "reordered"  # a row names another row before it than the one that stands there
    COLUMN = "column"  # a column beside the bytes says something else than they do
    CUT_OFF = "cut_off"  # the chain ends before a head that is known
    REWRITTEN = "rewritten"  # a known head's row has another hash
    UNREADABLE = "unreadable"
    BACKWARDS = "backwards"  # time falls with no entry of a changed clock between


@dataclass(frozen=True, slots=True)
class Break:
    """One flaw and the row it was found at."""

    flaw: Flaw
    n: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A stored entry as it lies in the table."""

    n: int
    at: str
    action: str
    badge: str
    body: str
    hash: str


def breaks(rows: Iterable[Row], heads: Iterable[Head] = ()) -> Iterator[Break]:
    """Find every flaw of a chain given in order of its numbers, against the heads known from elsewhere."""
    known = {head.n: head.hash for head in heads if head.n > 0}
    at_n, prev = 0, FIRST_PREV
    for row in rows:
        if row.n != at_n + 1:
            last = row.n - 1
            yield Break(Flaw.MISSING, at_n + 1, f"{at_n + 1}–{last}" if last > at_n + 1 else str(at_n + 1))
            prev = ""  # what stood before is gone, so its hash cannot be compared
        yield from _flaws_of(row, prev)
        if row.n in known and known.pop(row.n) != row.hash:
            yield Break(Flaw.REWRITTEN, row.n)
        at_n, prev = row.n, row.hash
    for n in sorted(known):
        if n > at_n:
            yield Break(Flaw.CUT_OFF, at_n + 1, f"{at_n + 1}–{n}" if n > at_n + 1 else str(n))


def _flaws_of(row: Row, prev: str) -> Iterator[Break]:
    if hash_of(row.body) != row.hash:
        yield Break(Flaw.CHANGED, row.n)
        return
    try:
        body = json.loads(row.body)
        said = (body["n"], body["at"], body["action"], body["badge"], body["prev"])
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Break(Flaw.UNREADABLE, row.n)
        return
    if said[:4] != (row.n, row.at, row.action, row.badge):
        yield Break(Flaw.COLUMN, row.n)
    if prev and said[4] != prev:
        yield Break(Flaw.REORDERED, row.n)
