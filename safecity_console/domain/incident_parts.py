"""What hangs on an incident: its timeline, cameras, clip locks, units, parties, checklist, files.

Belongs here: types. Does not belong here: the incident itself and its life cycle (incident.py), rows (db/incidents.py).
Invariants: 1. A line of the timeline is never changed. 2. A camera stands with the state it had at the event's minute,
whatever became of it since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from safecity_console.domain.incident import Incident


class EventKind(StrEnum):
    """What a line of the timeline tells; words of the file, only added to."""

    ENTERED = "entered"
    STEP = "step"
    NOTE = "note"
    FIELD = "field"  # a field was changed: field, before, after
    UNIT_TOLD = "unit_told"
    UNIT_ON_SCENE = "unit_on_scene"
    UNIT_CLEAR = "unit_clear"
    TICK = "tick"
    UNTICK = "untick"
    CAMERA_LINKED = "camera_linked"
    CAMERA_UNLINKED = "camera_unlinked"
    CLIP_LOCKED = "clip_locked"
    CLIP_UNLOCKED = "clip_unlocked"
    LINKED = "linked"  # another incident, a watch notice, a fault
    PARTY_ADDED = "party_added"
    PARTY_REMOVED = "party_removed"
    FILE_ADDED = "file_added"
    CALLED_BACK = "called_back"
    HELD = "held"
    RELEASED = "released"
    SEALED = "sealed"  # afterwards, on request or with its category
    SEALED_OPENED = "sealed_opened"
    ROUTED = "routed"  # to whose desk: transfer
    REVIEWED = "reviewed"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class IncidentEvent:
    """One line of the timeline; `content` holds what its kind needs, as text and numbers."""

    id: str
    incident_id: str
    kind: EventKind
    event_at: datetime
    entered_at: datetime
    badge: str
    content: Mapping[str, str | int | float | bool | None] = field(default_factory=dict)


class CameraLink(StrEnum):
    """Why a camera stands in an incident."""

    ENTERED_FROM = "entered_from"
    LINKED = "linked"
    NEARBY = "nearby"


@dataclass(frozen=True, slots=True)
class IncidentCamera:
    """A camera and its state at the event's minute; `state` is a HistoryState's word, "unknown" where not watched."""

    camera_id: str
    link: CameraLink
    state: str
    layer: str = ""
    fault_no: str = ""
    distance_m: float | None = None

    @property
    def down(self) -> bool:
        """Tell whether it gave no picture then."""
        return self.state in ("offline", "disabled")


@dataclass(frozen=True, slots=True)
class ClipLock:
    """A wish that a camera's recording of a span is not deleted; the recorder will keep to it."""

    id: str
    incident_id: str
    camera_id: str
    from_at: datetime
    to_at: datetime
    until: datetime | None  # None: not by itself
    reason: str = ""
    released_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnitOnIt:
    """A unit sent to an incident and its times."""

    id: str
    unit_id: str
    name: str
    told_at: datetime
    on_scene_at: datetime | None = None
    clear_at: datetime | None = None


class PartyKind(StrEnum):
    """What a linked party is."""

    PERSON = "person"
    VEHICLE = "vehicle"


class PartyRole(StrEnum):
    """What part it has."""

    CALLER = "caller"
    VICTIM = "victim"
    SUSPECT = "suspect"
    WITNESS = "witness"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Party:
    """A person or vehicle; where `sealed`, the texts are empty until opened."""

    id: str
    kind: PartyKind
    role: PartyRole
    name: str = ""  # or plate
    more: str = ""
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """One step of the checklist as it was when the incident was entered; `done_by` empty: open."""

    id: str
    position: int
    text: str
    text_ur: str = ""
    required: bool = False
    call_back: bool = False
    done_by: str = ""
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """A file kept with an incident, below the data folder; SHA-256 over its bytes."""

    id: str
    name: str
    path: str
    sha256: str
    bytes: int
    kind: str = "snapshot"
    camera_id: str = ""
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another thing the incident is linked to: kind "incident", "watch_notice", "fault"."""

    kind: str
    id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class IncidentDetail:
    """An incident with everything that hangs on it, as one officer may see it."""

    incident: Incident
    events: tuple[IncidentEvent, ...] = ()
    cameras: tuple[IncidentCamera, ...] = ()
    clips: tuple[ClipLock, ...] = ()
    units: tuple[UnitOnIt, ...] = ()
    parties: tuple[Party, ...] = ()
    ticks: tuple[Tick, ...] = ()
    files: tuple[IncidentFile, ...] = ()
    related: tuple[Related, ...] = ()
