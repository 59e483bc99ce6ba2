"""Watch notices: a wanted person, a vehicle, a missing child, and who saw it.

Belongs here: types, when a notice is on the board, what counts as the same plate. Does not belong here: the picture's
bytes (services/watch_pictures.py), rows (db/watch_notices.py), watching cameras (watch.py).
Invariants: 1. Every notice has an expiry; an expired one leaves the board by itself, without anything being written.
2. A notice ends with a reason, and what ended is never opened again: a new one is posted. 3. Who saw what is only
added. 4. A face is shown on the board alone: nothing here is made for lists, papers or exports.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from safecity_console.domain.errors import Refused
from safecity_console.domain.finding import fold
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.incident import WHAT_MOST, Category, IncidentDraft, Severity, Source

TITLE_MOST, TEXT_MOST, PLATE_MOST, ISSUER_MOST = 80, 2000, 24, 80
LONGEST = timedelta(days=365)


class WatchKind(StrEnum):
    """What is watched for; on the board they stand in this order."""

    MISSING_CHILD = "missing_child"
    WANTED_PERSON = "wanted_person"
    VEHICLE = "vehicle"
    OTHER = "other"


class WatchEnd(StrEnum):
    """How a notice ended by hand."""

    WITHDRAWN = "withdrawn"
    FOUND = "found"


class WatchState(StrEnum):
    """Where a notice stands at a moment."""

    OPEN = "open"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    FOUND = "found"


class WatchOrigin(StrEnum):
    """Who posted it."""

    LOCAL = "local"
    HQ = "hq"


@dataclass(frozen=True, slots=True)
class WatchPicture:
    """A picture of our own making below the data folder's `incidents`; SHA-256 over the file's bytes."""

    path: str
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class WatchNotice:
    """One notice; `label` is "W-001", `full_label` "MPR-2026-W001"."""

    id: str
    kind: WatchKind
    title: str
    expires_at: datetime
    description: str = ""
    plate: str = ""
    issued_by: str = ""
    picture: WatchPicture | None = None
    station: str = ""
    year: int = 0
    serial: int = 0
    posted_at: datetime | None = None
    posted_by: str = ""  # badge
    end: WatchEnd | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    end_reason: str = ""
    origin: WatchOrigin = WatchOrigin.LOCAL
    revision: int = 0

    @property
    def label(self) -> str:
        """Give its short number."""
        return f"W-{self.serial:03d}"

    @property
    def full_label(self) -> str:
        """Give its number among stations and years."""
        return f"{self.station}-{self.year}-W{self.serial:03d}"

    def state(self, now: datetime) -> WatchState:
        """Tell where it stands at a moment."""
        if self.end is not None:
            return WatchState(self.end.value)
        return WatchState.EXPIRED if self.expires_at <= now else WatchState.OPEN


class WatchTold(StrEnum):
    """What a line of a notice's history tells; words of the file, only added to."""

    POSTED = "posted"
    CHANGED = "changed"
    SEEN = "seen"
    ENDED = "ended"
    INCIDENT = "incident"  # an incident was linked


@dataclass(frozen=True, slots=True)
class WatchEvent:
    """One line of a notice's history; `content` holds what its kind needs, as text."""

    id: str
    notice_id: str
    told: WatchTold
    at: datetime  # seen or done
    entered_at: datetime
    badge: str
    camera_id: str = ""
    content: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What an officer says he saw; `seen_at` None: now."""

    notice_id: str
    camera_id: str = ""
    note: str = ""
    seen_at: datetime | None = None
    with_snapshot: bool = False


@dataclass(frozen=True, slots=True)
class OnBoard:
    """A notice as the board shows it, with who saw it last."""

    notice: WatchNotice
    seen: int = 0
    last_seen: WatchEvent | None = None


def fit_notice(notice: WatchNotice, now: datetime) -> WatchNotice:
    """Give a notice as it is kept.

    Raises Refused("watch_title_missing" | "watch_issuer_missing" | "watch_plate_missing" | "watch_expiry").
    """
    title, issuer = clean_line(notice.title, TITLE_MOST), clean_line(notice.issued_by, ISSUER_MOST)
    plate = clean_line(notice.plate, PLATE_MOST)
    if not title:
        raise Refused("watch_title_missing")
    if not issuer:
        raise Refused("watch_issuer_missing")
    if notice.kind is WatchKind.VEHICLE and not plate_key(plate):
        raise Refused("watch_plate_missing")
    if not now < notice.expires_at <= now + LONGEST:
        raise Refused("watch_expiry", days=LONGEST.days)
    return replace(notice, title=title, issued_by=issuer, plate=plate,
                   description=clean_note(notice.description, TEXT_MOST))


def board_order(rows: Iterable[OnBoard]) -> tuple[OnBoard, ...]:
    """Give the board's order: children first, then by kind, the newest of a kind first."""
    order = {kind: at for at, kind in enumerate(WatchKind)}
    return tuple(sorted(rows, key=lambda one: (order[one.notice.kind], -one.notice.year, -one.notice.serial)))


def plate_key(plate: str) -> str:
    """Give a plate as it is compared: letters and digits alone, capitals, digits of any script as 0–9."""
    folded = unicodedata.normalize("NFKC", plate)
    return "".join(str(int(c)) if c.isdecimal() else c.upper() for c in folded if c.isalnum())


_ALIKE = str.maketrans("OQDILSZB", "00011528")


def same_plate(one: str, other: str) -> bool:
    """Tell whether two plates may be one: also where O is read as 0, I as 1, S as 5, Z as 2, B as 8."""
    a, b = plate_key(one).translate(_ALIKE), plate_key(other).translate(_ALIKE)
    return bool(a) and a == b


def matches(notice: WatchNotice, typed: str) -> bool:
    """Tell whether a notice holds what was typed: words in English or Urdu, its number, or a part of its plate."""
    tokens = fold(typed[:TITLE_MOST]).split()
    words = fold(f"{notice.title} {notice.description} {notice.issued_by} {notice.label} {notice.plate}")
    if all(token in words for token in tokens):
        return True
    part, plate = plate_key(typed).translate(_ALIKE), plate_key(notice.plate).translate(_ALIKE)
    return len(part) >= 2 and part in plate


_CATEGORIES = {WatchKind.MISSING_CHILD: Category.MISSING, WatchKind.WANTED_PERSON: Category.SUSPICIOUS,
               WatchKind.VEHICLE: Category.SUSPICIOUS, WatchKind.OTHER: Category.SUSPICIOUS}


def incident_of(notice: WatchNotice, sighting: Sighting, place: str, site_id: str) -> IncidentDraft:
    """Give the incident of a sighting: a child is in danger until it is found, anything else is going on now."""
    plate = f" {notice.plate}" if notice.plate else ""
    severity = Severity.S1 if notice.kind is WatchKind.MISSING_CHILD else Severity.S2
    return IncidentDraft(
        what=clean_line(f"{notice.label} {notice.title}{plate}", WHAT_MOST), category=_CATEGORIES[notice.kind],
        severity=severity, source=Source.CAMERA if sighting.camera_id else Source.PATROL, place=place,
        site_id=site_id, event_at=sighting.seen_at, camera_id=sighting.camera_id,
        note=clean_note(sighting.note, TEXT_MOST))
