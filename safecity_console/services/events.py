"""What services tell on the bus: frozen facts in the past tense.

Belongs here: events of the registry, walls, settings, the machine and conditions. Does not belong here: frames
(core/slot.py).
Invariants: 1. An event is published after its commit, never before. 2. No event holds a secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from safecity_console.domain.camera_event import CameraEvent
from safecity_console.domain.ptz import Lease
from safecity_console.domain.sound import SoundStatus
from safecity_console.domain.watch import Condition


@dataclass(frozen=True, slots=True)
class CamerasChanged:
    """Cameras came, changed or went, by id; `login_changed` ⊆ `changed`: address, user or password is another now."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    login_changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WallsChanged:
    """The saved walls, their order, whose default they are, or own layouts are others now."""


@dataclass(frozen=True, slots=True)
class ToursChanged:
    """The kept tours are others now."""


@dataclass(frozen=True, slots=True)
class KeysChanged:
    """Commands have other keys now."""


@dataclass(frozen=True, slots=True)
class SticksChanged:
    """A joystick came or went, another one is active, or one is used in another way."""


@dataclass(frozen=True, slots=True)
class StickHeldBack:
    """A joystick moves nothing until it was let go once: it was held when it came or when it was given the cameras."""

    name: str
    axes: tuple[int, ...] = ()  # which are away from their centre, from 0


@dataclass(frozen=True, slots=True)
class StickRefused:
    """A camera may not be moved by the joystick, and why."""

    camera_id: str
    code: str
    figures: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StickCommanded:
    """A button of the active joystick gave a command of the table, or "preset:3"."""

    command: str


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """A setting has a new value."""

    key: str


@dataclass(frozen=True, slots=True)
class MachineProbed:
    """What this machine has for decoding or drawing is known now, or known better."""


@dataclass(frozen=True, slots=True)
class SoundChanged:
    """Another camera is heard, or the same in another way."""

    status: SoundStatus


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """A camera's word changed; `before` None where it was not watched yet."""

    camera_id: str
    before: Condition | None
    after: Condition


@dataclass(frozen=True, slots=True)
class SeatChanged:
    """Somebody signed in or out, locked or unlocked, or what he may do is another."""


@dataclass(frozen=True, slots=True)
class OfficersChanged:
    """Officers, roles or camera groups are others now."""


@dataclass(frozen=True, slots=True)
class IncidentsChanged:
    """Incidents were entered or changed, by id."""

    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ProceduresChanged:
    """Checklists, response targets or units are others now."""


@dataclass(frozen=True, slots=True)
class ContactsChanged:
    """Contacts, committees, consents or call-backs are others now."""


@dataclass(frozen=True, slots=True)
class WatchNoticesChanged:
    """The watch board is another now."""


@dataclass(frozen=True, slots=True)
class AuditBreakSeen:
    """Somebody took note of the break of the audit that a start had found."""


@dataclass(frozen=True, slots=True)
class ShiftChanged:
    """The duty, its log or its handover is another now."""


class LeaseEnd(StrEnum):
    """Why somebody holds a camera no more."""

    GIVEN_BACK = "given_back"
    IDLE = "idle"
    TAKEN_OVER = "taken_over"
    SEAT = "seat"  # signed out, locked, or not allowed any more


@dataclass(frozen=True, slots=True)
class LeaseChanged:
    """A camera is held by somebody else now, or by nobody; `lost` is who held it before."""

    camera_id: str
    lease: Lease | None
    lost: Lease | None = None
    why: LeaseEnd | None = None


@dataclass(frozen=True, slots=True)
class PtzChanged:
    """What is known of a camera's steering is another now: reached, abilities, where it looks, whether it moves."""

    camera_id: str


@dataclass(frozen=True, slots=True)
class PtzTrouble:
    """A camera did not do what a hand wanted; code and figures are those of a refusal, with its sentence."""

    camera_id: str
    code: str
    figures: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PresetsChanged:
    """A camera's presets are others now."""

    camera_id: str


@dataclass(frozen=True, slots=True)
class CameraEventHappened:
    """A camera told something, and it is kept: an event began (`event.lasts` or a moment) or ended."""

    event: CameraEvent


@dataclass(frozen=True, slots=True)
class CameraEventsSeen:
    """An officer called what a camera told no concern."""

    camera_id: str


@dataclass(frozen=True, slots=True)
class PatrolsChanged:
    """A camera's patrols are others now, or run or rest."""

    camera_id: str


@dataclass(frozen=True, slots=True)
class SectorsChanged:
    """A camera's privacy sectors are others now."""

    camera_id: str
