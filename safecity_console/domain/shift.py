"""A span of duty and what belongs to it: running log, checks at its start, the handover form and its signed content.

Belongs here: types, limits, the canonical form of what is signed. Does not belong here: hours and how spans meet
(roster.py), filling the form (services/handover_form.py), rows (db/shifts.py, db/handovers.py), sentences.
Invariants: 1. A line of the log is never changed; its event's time and its entry's time are two values. 2. What the
program can find out is not ticked by hand. 3. What is signed is canonical JSON (sorted keys, no blanks, UTF-8) with the
audit's head at the signing; its SHA-256 is what both signatures stand for. 4. What this console cannot know yet is
None, never nought: exports, PTZ off home, headquarters' backlog.
Source: evidence-and-operations §4.4 (prepare, exchange, cross-check).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from safecity_console.domain.audit import Head
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line, clean_note

LINE_MOST, NOTES_MOST, CHECK_TEXT_MOST, CHECK_NOTE_MOST, CHECKS_MOST = 500, 10_000, 120, 300, 30


class Began(StrEnum):
    """How a span of duty began."""

    FROM_NOBODY = "from_nobody"
    HANDOVER = "handover"


class Ended(StrEnum):
    """How it ended."""

    HANDOVER = "handover"
    ORDER = "order"  # a supervisor's, with a reason


@dataclass(frozen=True, slots=True)
class Shift:
    """One officer's span of duty; `to_at` None: he is on duty. Times are UTC.

    `planned_*` are the shift's hours as they were when it was taken. `gap_from`: since when nobody had been on duty
    before it, with `reason`. `absent_since`: he signed out without a handover and duty goes on.
    """

    id: str
    n: int
    code: str
    officer_id: str
    badge: str
    officer: str
    planned_from: datetime
    planned_to: datetime
    from_at: datetime
    to_at: datetime | None = None
    name: str = ""
    rank: str = ""
    began: Began = Began.FROM_NOBODY
    ended: Ended | None = None
    gap_from: datetime | None = None
    reason: str = ""
    ended_by: str = ""  # badge of who ordered it
    end_reason: str = ""
    absent_since: datetime | None = None
    clock_stepped: bool = False
    revision: int = 0


class LineKind(StrEnum):
    """What a line of the running log tells; words of the file, only added to. All but ENTRY are the program's own."""

    ENTRY = "entry"
    TAKEN = "taken"  # code, gap_s where there was one
    HANDED_OVER = "handed_over"  # incoming, sha256
    ORDERED = "ordered"  # by, reason
    ABSENT = "absent"
    RETURNED = "returned"
    SIGNED_IN = "signed_in"  # officer
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    CAMERA_LOST = "camera_lost"  # number, name
    CAMERA_BACK = "camera_back"  # number, name, away_s
    INCIDENT_ENTERED = "incident_entered"  # label, severity, what
    INCIDENT_ENDED = "incident_ended"  # label, state
    SETTING = "setting"  # key, value
    DEFECT = "defect"  # check, note
    CONSOLE_STARTED = "console_started"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line; `shift_id` empty: nobody was on duty. `content` holds what an automatic kind needs."""

    id: str
    shift_id: str
    kind: LineKind
    event_at: datetime
    entered_at: datetime
    badge: str = ""
    text: str = ""
    content: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def automatic(self) -> bool:
        """Tell whether the program wrote it."""
        return self.kind is not LineKind.ENTRY


def fit_line(text: str) -> str:
    """Give a line of the log as it is kept; raises Refused("log_line_empty")."""
    kept = clean_line(text, LINE_MOST)
    if not kept:
        raise Refused("log_line_empty")
    return kept


class CheckSource(StrEnum):
    """Who answers a check: the officer, or what of the program."""

    HAND = "hand"
    CLOCK = "clock"
    DISK = "disk"
    CAMERAS = "cameras"
    AUDIT = "audit"
    HEADQUARTERS = "headquarters"


class CheckState(StrEnum):
    """What a check found."""

    OPEN = "open"
    OK = "ok"
    DEFECT = "defect"
    UNKNOWN = "unknown"  # the program cannot find out on this machine, or not yet


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of the list of checks."""

    text: str
    text_ur: str = ""
    source: CheckSource = CheckSource.HAND


STANDARD_CHECKS: tuple[CheckItem, ...] = (
    CheckItem("Clock held by network time", "گھڑی نیٹ ورک کے وقت پر", CheckSource.CLOCK),
    CheckItem("Room on the disk", "ڈسک پر جگہ", CheckSource.DISK),
    CheckItem("Cameras live and lost", "کیمرے چالو اور بند", CheckSource.CAMERAS),
    CheckItem("Audit chain", "آڈٹ کی زنجیر", CheckSource.AUDIT),
    CheckItem("Link to headquarters", "ہیڈکوارٹر سے رابطہ", CheckSource.HEADQUARTERS),
    CheckItem("Joystick moves a camera", "جوائے اسٹک کیمرا گھماتی ہے"),
    CheckItem("Radio: test call answered", "وائرلیس: آزمائشی کال کا جواب ملا"),
    CheckItem("Emergency lines 15 and 1122", "ہنگامی لائنیں 15 اور 1122"),
    CheckItem("Screens and their pictures", "اسکرینیں اور ان کی تصویریں"),
    CheckItem("Power backup and generator", "متبادل بجلی اور جنریٹر"),
    CheckItem("Registers and keys of the room", "کمرے کے رجسٹر اور چابیاں"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One check of one shift; `figures` hold what the program found."""

    id: str
    position: int
    text: str
    text_ur: str = ""
    source: CheckSource = CheckSource.HAND
    state: CheckState = CheckState.OPEN
    note: str = ""
    figures: Mapping[str, int | str] = field(default_factory=dict)
    badge: str = ""
    at: datetime | None = None


def fit_checks(items: tuple[CheckItem, ...]) -> tuple[CheckItem, ...]:
    """Give a list of checks as it is kept; raises Refused("checks_count" | "check_text" | "check_source_twice")."""
    kept = tuple(CheckItem(clean_line(one.text, CHECK_TEXT_MOST), clean_line(one.text_ur, CHECK_TEXT_MOST), one.source)
                 for one in items)
    if not 1 <= len(kept) <= CHECKS_MOST:
        raise Refused("checks_count", most=CHECKS_MOST)
    if not all(one.text for one in kept):
        raise Refused("check_text")
    asked = [one.source for one in kept if one.source is not CheckSource.HAND]
    if len(set(asked)) < len(asked):
        raise Refused("check_source_twice")
    return kept


@dataclass(frozen=True, slots=True)
class FormIncident:
    """An open incident on the form; `must_open`: the incoming officer opens it before he signs."""

    id: str
    label: str
    severity: str
    category: str
    what: str
    place: str
    state: str
    owner: str
    entered_at: datetime
    revision: int
    hold_until: datetime | None = None
    call_back_due_at: datetime | None = None
    must_open: bool = False


@dataclass(frozen=True, slots=True)
class FormCamera:
    """A camera on the form; `since`: lost, restored or down since."""

    number: int
    name: str
    since: datetime
    layer: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class FormClip:
    """A clip lock that ends by itself soon."""

    incident: str
    camera: int
    from_at: datetime
    to_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """One officer's signature."""

    badge: str
    name: str
    rank: str
    role: str
    at: datetime
    method: str = "password"


@dataclass(frozen=True, slots=True)
class HandoverForm:
    """The whole form, filled by the program and by both officers; unsigned while `incoming_signature` is None.

    `others`: open incidents by severity that are not listed. `opened`: ids of incidents the incoming officer opened.
    None in `exports_waiting`, `ptz_off_home`, `hq_waiting`: this console cannot know yet.
    """

    station: str
    place: str
    made_at: datetime
    shift: Shift
    next_code: str = ""
    next_from: datetime | None = None
    next_to: datetime | None = None
    incidents: tuple[FormIncident, ...] = ()
    others: Mapping[str, int] = field(default_factory=dict)
    holds: tuple[FormIncident, ...] = ()
    call_backs: tuple[FormIncident, ...] = ()
    cameras_lost: tuple[FormCamera, ...] = ()
    cameras_restored: tuple[FormCamera, ...] = ()
    cameras_down: tuple[FormCamera, ...] = ()
    clips: tuple[FormClip, ...] = ()
    exports_waiting: int | None = None
    ptz_off_home: tuple[FormCamera, ...] | None = None
    hq_waiting: int | None = None
    defects: tuple[Check, ...] = ()
    checks_open: int = 0
    log: tuple[LogLine, ...] = ()  # what officers wrote in this shift
    events: str = ""  # special events and notes of the outgoing officer
    remarks: str = ""  # of the outgoing officer, to the incoming one
    incoming_remarks: str = ""
    incoming_badge: str = ""
    incoming_name: str = ""
    opened: frozenset[str] = frozenset()
    head: Head | None = None
    outgoing_signature: Signature | None = None
    incoming_signature: Signature | None = None
    sha256: str = ""

    @property
    def to_open(self) -> tuple[FormIncident, ...]:
        """Give what the incoming officer must still open."""
        return tuple(one for one in self.incidents if one.must_open and one.id not in self.opened)

    @property
    def signed(self) -> bool:
        """Tell whether both have signed."""
        return self.outgoing_signature is not None and self.incoming_signature is not None


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """A signed handover as it lies in the file: `content` is what was signed, never to change."""

    id: str
    shift_id: str
    next_shift_id: str
    outgoing: str  # badges
    incoming: str
    signed_at: datetime
    content: str
    sha256: str

    @property
    def whole(self) -> bool:
        """Tell whether the content still gives the hash it was signed with."""
        return sha256_of(self.content) == self.sha256


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """A handover that is being prepared; it outlives a power cut. `opened`: incident id → revision it was opened at."""

    id: str
    shift_id: str
    events: str = ""
    remarks: str = ""
    incoming_remarks: str = ""
    next_code: str = ""
    incoming_id: str = ""
    opened: Mapping[str, int] = field(default_factory=dict)
    revision: int = 0


def fit_notes(text: str) -> str:
    """Give remarks as they are kept."""
    return clean_note(text, NOTES_MOST)


def sha256_of(content: str) -> str:
    """Give the hash that both signatures stand for."""
    return hashlib.sha256(content.encode()).hexdigest()


def stamp(at: datetime) -> str:
    """Give a time as it stands in signed content: UTC, ISO 8601, milliseconds, Z."""
    utc = at.astimezone(UTC)
    return f"{utc.isoformat()[:19]}.{utc.microsecond // 1000:03d}Z"


def canonical(body: Mapping[str, object]) -> str:
    """Give signed content as text: sorted keys, no blanks."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
