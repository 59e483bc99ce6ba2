"""Events that cameras tell of themselves, made alike whatever maker they come from.

Belongs here: kinds, what a device said (`Notice`), the event the console keeps of it (`CameraEvent`), which topic is
which kind. Does not belong here: SOAP (onvif/notices.py), folding notices into events
(services/camera_event_book.py), rows, sentences.
Invariants: 1. A topic that is not known stays visible as OTHER with its own words. 2. A state that begins is ended by
the device, or after `clear_after_s` by us, and then says so (`timed_out`). 3. Motion is never an alarm.
Source: ONVIF Core 9, Imaging 24.12 §B; quirk 21 of onvif.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

CLEAR_AFTER_S = 60.0
RAW_MOST = 1_000  # characters of XML kept of an event
TOPIC_MOST, SOURCE_MOST = 200, 120


class EventKind(StrEnum):
    """What happened."""

    MOTION = "motion"
    TAMPER = "tamper"
    SCENE_CHANGE = "scene_change"
    BLUR = "blur"
    DARK = "dark"
    BRIGHT = "bright"
    SIGNAL_LOSS = "signal_loss"
    DIGITAL_INPUT = "digital_input"
    RELAY = "relay"
    STORAGE = "storage"
    REBOOT = "reboot"
    CLOCK_SYNC = "clock_sync"
    OTHER = "other"


ALARMS: frozenset[EventKind] = frozenset({
    EventKind.TAMPER, EventKind.SCENE_CHANGE, EventKind.SIGNAL_LOSS, EventKind.STORAGE, EventKind.DIGITAL_INPUT})
"""Kinds that an officer is told of; the others are kept and shown where he looks."""

FACTS: frozenset[EventKind] = frozenset({EventKind.REBOOT, EventKind.CLOCK_SYNC})
"""Kinds whose value is a moment the device remembers: only another value than before is an event."""

_CLEARING: frozenset[EventKind] = frozenset({EventKind.MOTION, EventKind.OTHER})


@dataclass(frozen=True, slots=True)
class Notice:
    """What a device said once; `active` None: it is a moment, not a state. `raw` is its XML without secrets."""

    kind: EventKind
    active: bool | None
    topic: str = ""
    source: str = ""
    value: str = ""
    device_at: datetime | None = None
    initial: bool = False  # how it stands at subscribing, not a change
    ended: bool = False  # the thing it speaks of is gone (PropertyOperation "Deleted")
    raw: str = ""

    @property
    def key(self) -> str:
        """Tell one state of a device from another."""
        return f"{self.topic}|{self.source}"


@dataclass(frozen=True, slots=True)
class CameraEvent:
    """One event as kept; a moment has `ended_at` = `began_at`, a state that lasts has none."""

    id: str
    camera_id: str
    kind: EventKind
    began_at: datetime  # our clock
    topic: str = ""
    source: str = ""
    device_began_at: datetime | None = None
    ended_at: datetime | None = None
    device_ended_at: datetime | None = None
    moment: bool = False
    initial: bool = False  # lasted already when the console subscribed: nobody knows since when
    timed_out: bool = False  # ended by us: the device never said so
    seen_by: str = ""  # badge of who called it no concern
    seen_at: datetime | None = None
    raw: str = ""

    @property
    def lasts(self) -> bool:
        """Tell whether it is still so."""
        return self.ended_at is None

    @property
    def alarm(self) -> bool:
        """Tell whether an officer is told of it."""
        return self.kind in ALARMS and self.seen_at is None

    @property
    def key(self) -> str:
        """Tell one state of a device from another."""
        return f"{self.topic}|{self.source}"


@dataclass(frozen=True, slots=True)
class CameraAlarm:
    """What an officer is told of one camera: its newest alarm, and how many wait for him together."""

    camera_id: str
    newest: CameraEvent
    count: int
    lasts: bool
    kinds: tuple[EventKind, ...] = ()


_TOPICS: Mapping[str, EventKind] = {  # words of a topic without prefixes, lower case; the longest that fits wins
    "videosource/motionalarm": EventKind.MOTION,
    "cellmotiondetector/motion": EventKind.MOTION,
    "motionregiondetector/motion": EventKind.MOTION,
    "videoanalytics/motion": EventKind.MOTION,  # Bosch
    "videoanalytics/motiondetection": EventKind.MOTION,
    "videoanalytics/globalscenechange": EventKind.SCENE_CHANGE,
    "myruledetector/motion": EventKind.MOTION,  # Reolink, Hikvision
    "videosource/motion": EventKind.MOTION,
    "motionalarm": EventKind.MOTION,
    "motiondetection": EventKind.MOTION,  # Axis before 5.60
    "tamperdetector/tamper": EventKind.TAMPER,
    "videosource/tampering": EventKind.TAMPER,  # Axis: tns1:VideoSource/tnsaxis:Tampering
    "videosource/tamper": EventKind.TAMPER,
    "device/casing": EventKind.TAMPER,  # Axis: the housing is open
    "videosource/globalscenechange": EventKind.SCENE_CHANGE,
    "videosource/imagetooblurry": EventKind.BLUR,
    "videosource/imagetoodark": EventKind.DARK,
    "videosource/imagetoobright": EventKind.BRIGHT,
    "videosource/signalloss": EventKind.SIGNAL_LOSS,
    "videosource/videoloss": EventKind.SIGNAL_LOSS,
    "videosource/videolost": EventKind.SIGNAL_LOSS,
    "videosource/signal": EventKind.SIGNAL_LOSS,
    "trigger/digitalinput": EventKind.DIGITAL_INPUT,
    "io/port": EventKind.DIGITAL_INPUT,  # Axis: tns1:Device/tnsaxis:IO/Port
    "trigger/relay": EventKind.RELAY,
    "hardwarefailure/storagefailure": EventKind.STORAGE,
    "storage/disruption": EventKind.STORAGE,  # Axis: tnsaxis:Storage/Disruption
    "operatingtime/lastreboot": EventKind.REBOOT,
    "operatingtime/lastreset": EventKind.REBOOT,
    "operatingtime/lastclocksynchronization": EventKind.CLOCK_SYNC,
}
_LONGEST_FIRST = tuple(sorted(_TOPICS, key=lambda one: (-one.count("/"), -len(one))))
ACTIVE_ITEMS = ("state", "ismotion", "logicalstate", "istamper", "tampering", "failed", "disruption", "active",
                "motion", "signalloss", "isinside", "ison", "open", "value")
_YES = ("true", "1", "on", "active", "yes")
_NO = ("false", "0", "off", "inactive", "no", "ok")


def kind_of(topic: str) -> EventKind:
    """Tell which kind a topic is."""
    words = [part.rpartition(":")[2].strip() for part in topic.lower().split("/")]
    path = f"/{'/'.join(word for word in words if word)}/"
    return next((_TOPICS[known] for known in _LONGEST_FIRST if f"/{known}/" in path), EventKind.OTHER)


def active_of(items: Mapping[str, str]) -> bool | None:
    """Tell whether a state begins or ends, whatever a maker calls the item; None: neither is said."""
    found = {key.lower(): value.strip().lower() for key, value in items.items()}
    for item in ACTIVE_ITEMS:
        if found.get(item) in _YES:
            return True
        if found.get(item) in _NO:
            return False
    return None


def clear_after_s(kind: EventKind) -> float | None:
    """Give after how long without news a state counts as ended; None: only the device ends it."""
    return CLEAR_AFTER_S if kind in _CLEARING else None
