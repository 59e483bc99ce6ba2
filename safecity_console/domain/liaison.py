"""Citizens and liaison: committees, contacts of a place, requests for footage, consents, and what a complaint brings.

Belongs here: types and pure rules. Does not belong here: the incident a complaint becomes (incident.py), counts of a
month (liaison_counts.py), rows (db/liaison.py, db/consents.py), sentences.
Invariants: 1. An answer of a request is given once and with a time; a wrong one is answered anew, and both stand in
the history. 2. A consent ends by its own date or by being withdrawn, never by being deleted. 3. A text from outside is
cleaned here and nowhere later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from safecity_console.domain.errors import Refused
from safecity_console.domain.finding import fold
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.incident import COMPLAINT_SOURCES, Category, Severity, Source

NAME_MOST, PHONE_MOST, PHONES_MOST, LINE_MOST, NOTES_MOST = 80, 24, 6, 200, 2000
CAMERAS_MOST, KEPT_DAYS_MOST, PRESENT_MOST = 999, 3650, 9999


class ContactKind(StrEnum):
    """What a contact is to the control room."""

    COMMITTEE_MEMBER = "committee_member"
    SHOP_CAMERA = "shop_camera"  # a shop with cameras of its own
    ELDER = "elder"
    POWER_OFFICE = "power_office"
    RESCUE_1122 = "rescue_1122"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    OTHER = "other"


class Answer(StrEnum):
    """What came of a request for footage."""

    WAITING = "waiting"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Committee:
    """A liaison committee of citizens; `place` in words, `site_id` where it is a place of the registry."""

    id: str
    name: str
    name_ur: str = ""
    place: str = ""
    site_id: str = ""
    notes: str = ""
    active: bool = True
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """A committee that met; a line that is only added."""

    id: str
    committee_id: str
    met_at: datetime
    present: int = 0  # 0: not counted
    note: str = ""
    entered_at: datetime | None = None
    badge: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or office; the three figures of private cameras are of shops and others that have some."""

    id: str
    kind: ContactKind
    name: str
    name_ur: str = ""
    phones: tuple[str, ...] = ()
    site_id: str = ""
    committee_id: str = ""
    cameras: int = 0
    look_at: str = ""
    kept_days: int = 0  # 0: not known
    notes: str = ""
    active: bool = True
    revision: int = 0


@dataclass(frozen=True, slots=True)
class FootageRequest:
    """Footage asked of a contact; `label` is "FR-12"."""

    id: str
    serial: int
    contact_id: str
    what: str  # which camera, what it should show
    from_at: datetime
    to_at: datetime
    reason: str
    asked_at: datetime
    asked_by: str = ""  # badge
    incident_id: str = ""
    incident_label: str = ""
    answer: Answer = Answer.WAITING
    answered_at: datetime | None = None
    handed_over: str = ""  # how: USB stick, DVR taken, copied at the desk
    receipt_no: str = ""
    revision: int = 0

    @property
    def label(self) -> str:
        """Give its short number."""
        return f"FR-{self.serial}"


class ConsentState(StrEnum):
    """Whether a consent counts now."""

    GOOD = "good"
    OVER = "over"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Consent:
    """What a contact agreed to; `until` None: until he withdraws it."""

    id: str
    contact_id: str
    scope: str
    given_at: datetime
    until: datetime | None = None
    withdrawn_at: datetime | None = None
    why_withdrawn: str = ""
    taken_by: str = ""  # badge
    receipt_no: str = ""
    revision: int = 0

    def state(self, now: datetime) -> ConsentState:
        """Tell whether it counts at a moment."""
        if self.withdrawn_at is not None and self.withdrawn_at <= now:
            return ConsentState.WITHDRAWN
        return ConsentState.OVER if self.until is not None and self.until <= now else ConsentState.GOOD


class Told(StrEnum):
    """What a line of the history tells; words of the file, only added to."""

    REQUEST_ASKED = "request_asked"
    REQUEST_ANSWERED = "request_answered"
    CONSENT_GIVEN = "consent_given"
    CONSENT_CHANGED = "consent_changed"
    CONSENT_WITHDRAWN = "consent_withdrawn"


@dataclass(frozen=True, slots=True)
class LiaisonEvent:
    """One line of the history of requests and consents, never changed."""

    id: str
    about: str  # id of the request or consent
    contact_id: str
    told: Told
    at: datetime
    badge: str
    content: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ComplaintDraft:
    """What a citizen brings; `call_back_by` None: he wishes none."""

    what: str
    source: Source
    category: Category
    severity: Severity = Severity.S3
    name: str = ""
    phone: str = ""
    place: str = ""
    site_id: str = ""
    note: str = ""
    call_back_by: datetime | None = None
    seal: bool = False
    named_officer_id: str = ""


def fit_committee(committee: Committee) -> Committee:
    """Give a committee as it is kept; raises Refused("person_name_missing")."""
    return replace(committee, name=_named(committee.name), name_ur=clean_line(committee.name_ur, NAME_MOST),
                   place=clean_line(committee.place, LINE_MOST), notes=clean_note(committee.notes, NOTES_MOST))


def fit_contact(contact: Contact) -> Contact:
    """Give a contact as it is kept; raises Refused("person_name_missing" | "phone_unfit" | "contact_figure")."""
    phones = tuple(dict.fromkeys(fit_phone(one) for one in contact.phones if one.strip()))[:PHONES_MOST]
    if not 0 <= contact.cameras <= CAMERAS_MOST or not 0 <= contact.kept_days <= KEPT_DAYS_MOST:
        raise Refused("contact_figure", cameras=CAMERAS_MOST, days=KEPT_DAYS_MOST)
    return replace(contact, name=_named(contact.name), name_ur=clean_line(contact.name_ur, NAME_MOST), phones=phones,
                   look_at=clean_line(contact.look_at, LINE_MOST), notes=clean_note(contact.notes, NOTES_MOST))


def fit_phone(phone: str) -> str:
    """Give a telephone number as it is kept: digits in groups as typed; raises Refused("phone_unfit")."""
    kept = "".join(c if not c.isdecimal() else str(int(c)) for c in clean_line(phone, PHONE_MOST + 1))
    if not sum(c.isdigit() for c in kept) >= 2 or len(kept) > PHONE_MOST or not re.fullmatch(r"\+?[0-9 ()/.-]+", kept):
        raise Refused("phone_unfit", most=PHONE_MOST)
    return kept


def fit_request(request: FootageRequest) -> FootageRequest:
    """Give a request as it is kept; raises Refused("request_what_missing" | "period_backwards" | "reason_missing")."""
    what, reason = clean_line(request.what, LINE_MOST), clean_note(request.reason, NOTES_MOST)
    if not what:
        raise Refused("request_what_missing")
    if request.to_at <= request.from_at:
        raise Refused("period_backwards")
    if not reason:
        raise Refused("request_reason_missing")
    return replace(request, what=what, reason=reason, handed_over=clean_line(request.handed_over, LINE_MOST),
                   receipt_no=clean_line(request.receipt_no, 40))


def answered(request: FootageRequest, answer: Answer, now: datetime, handed_over: str = "",
             receipt_no: str = "") -> FootageRequest:
    """Give a request with its answer; a given one says how it was handed over. Raises Refused."""
    handed = clean_line(handed_over, LINE_MOST)
    if answer is Answer.WAITING:
        raise Refused("answer_missing")
    if answer is Answer.GIVEN and not handed:
        raise Refused("handed_over_missing")
    return replace(request, answer=answer, answered_at=now, handed_over=handed if answer is Answer.GIVEN else "",
                   receipt_no=clean_line(receipt_no, 40))


def fit_consent(consent: Consent) -> Consent:
    """Give a consent as it is kept; raises Refused("consent_scope_missing" | "period_backwards")."""
    scope = clean_note(consent.scope, NOTES_MOST)
    if not scope:
        raise Refused("consent_scope_missing")
    if consent.until is not None and consent.until <= consent.given_at:
        raise Refused("period_backwards")
    return replace(consent, scope=scope, receipt_no=clean_line(consent.receipt_no, 40))


def fit_complaint(draft: ComplaintDraft) -> ComplaintDraft:
    """Check what the desk must have asked.

    Raises Refused("complaint_source" | "complaint_what_missing" | "phone_missing" | "phone_unfit").
    """
    if draft.source not in COMPLAINT_SOURCES:
        raise Refused("complaint_source")
    what = clean_line(draft.what, LINE_MOST)
    if not what:
        raise Refused("complaint_what_missing")
    phone = fit_phone(draft.phone) if draft.phone.strip() else ""
    if draft.call_back_by is not None and not phone:
        raise Refused("phone_missing")
    return replace(draft, what=what, name=clean_line(draft.name, NAME_MOST), phone=phone)


def found(contacts: Iterable[Contact], typed: str, places: Mapping[str, str]) -> tuple[Contact, ...]:
    """Give the contacts that hold every typed word, in English or Urdu; `places` are names by site or committee id."""
    tokens = fold(typed[:NAME_MOST]).split()
    digits = re.sub(r"\D", "", typed)

    def holds(one: Contact) -> bool:
        words = fold(" ".join((one.name, one.name_ur, *one.phones, one.look_at, one.notes, one.kind.value,
                               places.get(one.site_id, ""), places.get(one.committee_id, ""))))
        squeezed = "".join(re.sub(r"\D", "", phone) + " " for phone in one.phones)
        return all(token in words for token in tokens) or (len(digits) >= 3 and digits in squeezed)

    return tuple(one for one in contacts if not tokens or holds(one))


def _named(name: str) -> str:
    kept = clean_line(name, NAME_MOST)
    if not kept:
        raise Refused("person_name_missing")
    return kept
