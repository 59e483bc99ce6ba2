"""An incident: what it is, the life cycle it goes through, who may see it.

Belongs here: types and pure rules of the life cycle and of sight. Does not belong here: what a step must bring and
what it makes of an incident (incident_steps.py), response clocks (incident_clock.py), checklists (procedure.py), rows
(db/incidents.py), sentences.
Invariants: 1. A step that the life cycle does not know is refused with the state it stands in. 2. An event's time and
the time it was entered are two values; the entry time is the door's and is never set by hand. 3. An ended incident
changes no more but by a review that reopens it, with a reason. 4. A misconduct incident is seen by the district head
and whoever entered it, never by the named officer nor by anybody he reports to.
Source: evidence-and-operations §4.1–4.3; Genetec's and Milestone's states plus dispatch and arrival.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import Refused


class State(StrEnum):
    """Where an incident stands."""

    NEW = "new"
    ACKNOWLEDGED = "acknowledged"
    VERIFIED = "verified"  # on camera
    DISPATCHED = "dispatched"
    ON_SCENE = "on_scene"
    RESOLVED = "resolved"
    CLOSED = "closed"
    FALSE_ALARM = "false_alarm"
    HOAX = "hoax"
    DUPLICATE = "duplicate"
    TRANSFERRED = "transferred"


LINE: tuple[State, ...] = (State.NEW, State.ACKNOWLEDGED, State.VERIFIED, State.DISPATCHED, State.ON_SCENE,
                           State.RESOLVED, State.CLOSED)
ENDED: frozenset[State] = frozenset({State.CLOSED, State.FALSE_ALARM, State.HOAX, State.DUPLICATE,
                                     State.TRANSFERRED})
_OPEN_ENDS = frozenset({State.FALSE_ALARM, State.HOAX, State.DUPLICATE, State.TRANSFERRED})
NEXT: Mapping[State, frozenset[State]] = {
    State.NEW: frozenset({State.ACKNOWLEDGED}) | _OPEN_ENDS,
    State.ACKNOWLEDGED: frozenset({State.VERIFIED, State.DISPATCHED, State.RESOLVED}) | _OPEN_ENDS,
    State.VERIFIED: frozenset({State.DISPATCHED, State.ON_SCENE, State.RESOLVED}) | _OPEN_ENDS,
    State.DISPATCHED: frozenset({State.VERIFIED, State.ON_SCENE, State.RESOLVED}) | _OPEN_ENDS,
    State.ON_SCENE: frozenset({State.VERIFIED, State.DISPATCHED, State.RESOLVED}) | _OPEN_ENDS,
    State.RESOLVED: frozenset({State.CLOSED, State.ACKNOWLEDGED}) | _OPEN_ENDS,
    **{one: frozenset({State.ACKNOWLEDGED}) for one in ENDED},  # reopened by a review
}


class Severity(StrEnum):
    """How grave: life in danger, going on now, after the fact, information."""

    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"


class Category(StrEnum):
    """What kind, in PSCA's headings and the SSP's additions; each has its checklist (procedure.py)."""

    PERSON = "person"
    PROPERTY = "property"
    PUBLIC_ORDER = "public_order"
    TRAFFIC = "traffic"
    WOMEN_CHILDREN = "women_children"
    DRUGS = "drugs"
    CYBER = "cyber"  # and fake IDs
    MISSING = "missing"
    SUSPICIOUS = "suspicious"
    HOAX = "hoax"
    MISCONDUCT = "misconduct"
    SOS = "sos"
    INFORMATION = "information"


class Source(StrEnum):
    """Who told it."""

    CAMERA = "camera"
    CALL_15 = "call_15"
    PATROL = "patrol"
    COMMITTEE = "committee"
    CITIZEN = "citizen"  # at the desk
    PHONE = "phone"
    JOURNALIST = "journalist"
    SOS = "sos"
    ANALYTICS = "analytics"


COMPLAINT_SOURCES = frozenset({Source.COMMITTEE, Source.CITIZEN, Source.PHONE, Source.JOURNALIST})
CALLER_SOURCES = COMPLAINT_SOURCES | {Source.CALL_15}
"""Sources with somebody who is called back; of any other source, a caller whose number was noted."""


class Transfer(StrEnum):
    """Where an incident may be handed to."""

    RESCUE_1122 = "rescue_1122"
    TRAFFIC = "traffic"
    NCCIA = "nccia"
    WOMENS_DESK = "womens_desk"
    POLICE_STATION = "police_station"
    POWER = "power"


WHAT_MOST, PLACE_MOST, NOTE_MOST, SEALED_MOST = 160, 160, 10_000, 2_000


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """What an officer enters; `event_at` None: now. Caller and parties are sealed where `seal` says so."""

    what: str
    category: Category
    severity: Severity
    source: Source
    place: str = ""
    site_id: str = ""
    beat: str = ""
    police_station: str = ""
    latitude: float | None = None
    longitude: float | None = None
    event_at: datetime | None = None
    camera_id: str = ""
    caller_name: str = ""
    caller_phone: str = ""
    note: str = ""
    seal: bool = False  # always so for women and children
    named_officer_id: str = ""  # misconduct
    rapat_no: str = ""
    fir_no: str = ""
    call_back_by: datetime | None = None  # the caller's own wish; None: as the procedure says


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident as it stands; `caller_*` are empty where sealed. Times are UTC; None: not yet.

    `label` is "I-2291" ("M-3" for misconduct, which has a series of its own so that a gap gives nothing away);
    `full_label` "MPR-I-2026-002291" stands on papers.
    """

    id: str
    series: str
    year: int
    serial: int
    station: str
    what: str
    category: Category
    severity: Severity
    source: Source
    state: State
    event_at: datetime
    entered_at: datetime
    entered_by: str  # badge
    place: str = ""
    site_id: str = ""
    beat: str = ""
    police_station: str = ""
    latitude: float | None = None
    longitude: float | None = None
    acknowledged_at: datetime | None = None
    verified_at: datetime | None = None
    dispatched_at: datetime | None = None
    on_scene_at: datetime | None = None
    resolved_at: datetime | None = None
    ended_at: datetime | None = None
    hold_until: datetime | None = None
    hold_reason: str = ""
    owner: str = ""  # badge of who works it
    caller_name: str = ""
    caller_phone: str = ""
    sealed: bool = False
    named_officer_id: str = ""
    call_back_due_at: datetime | None = None
    called_back_at: datetime | None = None
    duplicate_of: str = ""
    transferred_to: Transfer | None = None
    outcome: str = ""
    rapat_no: str = ""
    fir_no: str = ""
    reviewed_by: str = ""
    camera_id: str = ""  # the one it was entered from
    updated_at: datetime | None = None
    revision: int = 0
    routed_to: Transfer | None = None  # whose desk is to know of it, though it is worked here: women and children

    @property
    def label(self) -> str:
        """Give its short number."""
        return f"{self.series}-{self.serial}"

    @property
    def full_label(self) -> str:
        """Give its number on papers."""
        return f"{self.station}-{self.series}-{self.year}-{self.serial:06d}"

    @property
    def ended(self) -> bool:
        """Tell whether it is over."""
        return self.state in ENDED

    def on_hold(self, now: datetime) -> bool:
        """Tell whether it waits; a hold ends by itself."""
        return not self.ended and self.hold_until is not None and now < self.hold_until


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; empty parts do not narrow. `text` is matched in full text, English and Urdu."""

    text: str = ""
    open_only: bool = False
    states: frozenset[State] = frozenset()
    categories: frozenset[Category] = frozenset()
    severities: frozenset[Severity] = frozenset()
    sources: frozenset[Source] = frozenset()
    camera_id: str = ""
    site_id: str = ""
    badge: str = ""  # entered or worked by
    from_at: datetime | None = None
    to_at: datetime | None = None
    call_back_due: bool = False
    limit: int = 500
    mine: bool = False  # entered or worked by who sits at the desk, since his duty began


def check_step(incident: Incident, to: State, permissions: frozenset[Permission], steps_open: int = 0,
               review: bool = False) -> None:
    """Check a change of state; raises Refused with why not. `review`: it comes with a supervisor's review.

    Codes: incident_already (state), incident_step (from, to), incident_reopen, incident_steps_open (count),
    incident_ssp_only, incident_call_back.
    """
    if to is incident.state:
        raise Refused("incident_already", state=to.value)
    if to not in steps_of(incident):
        raise Refused("incident_step", before=incident.state.value, after=to.value)
    reopening = incident.state in ENDED or (incident.state is State.RESOLVED and to is State.ACKNOWLEDGED)
    if reopening and not (review and Permission.REVIEW_INCIDENTS in permissions):
        raise Refused("incident_reopen")
    ending = to in ENDED or to is State.RESOLVED
    if incident.category is Category.MISCONDUCT and (ending or reopening) \
            and Permission.SEE_MISCONDUCT not in permissions:
        raise Refused("incident_ssp_only")
    if must_force(incident, to, steps_open) and Permission.REVIEW_INCIDENTS not in permissions:
        raise Refused("incident_steps_open", count=steps_open) if steps_open else Refused("incident_call_back")


def steps_from(state: State) -> tuple[State, ...]:
    """Give where a state can go, the usual way first."""
    order = {one: at for at, one in enumerate(State)}
    return tuple(sorted(NEXT[state], key=lambda one: order[one]))


def steps_of(incident: Incident) -> tuple[State, ...]:
    """Give where this incident can go, the usual way first: nobody arrives who was not sent."""
    return tuple(one for one in steps_from(incident.state)
                 if one is not State.ON_SCENE or incident.dispatched_at is not None)


def must_force(incident: Incident, to: State, steps_open: int) -> bool:
    """Tell whether a step is one that only a reviewer may take, with a reason."""
    call_back = incident.call_back_due_at is not None and incident.called_back_at is None
    return (to in (State.RESOLVED, State.CLOSED) and steps_open > 0) or (to is State.CLOSED and call_back)


def sees(incident: Incident, officer_id: str, badge: str, permissions: frozenset[Permission],
         chain_of_named: frozenset[str]) -> bool:
    """Tell whether an officer may know of an incident; `chain_of_named`: the named officer and all he reports to.

    The district head stands at the end of every chain; he sees all but what names himself.
    """
    if incident.category is not Category.MISCONDUCT:
        return Permission.LOG_INCIDENTS in permissions
    if Permission.LOG_INCIDENTS not in permissions or (officer_id and officer_id == incident.named_officer_id):
        return False  # an incident that names nobody yet names nobody here either
    if Permission.SEE_MISCONDUCT in permissions:
        return True
    return badge == incident.entered_by and officer_id not in chain_of_named
