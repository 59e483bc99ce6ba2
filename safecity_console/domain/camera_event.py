"""Events that cameras tell of themselves, made alike whatever maker they come from.

Belongs here: kinds, the normalised event, which topic is which kind. Does not belong here: SOAP (onvif/events.py),
rows.
Invariants: 1. A topic that is not known stays visible as OTHER with its own words. 2. A state that begins is ended by
the device, or after CLEAR_AFTER_S by us, and then says so (`timed_out`).
Source: ONVIF Core 9, Imaging 24.12 §B; quirk 21 of onvif.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

CLEAR_AFTER_S = 60.0


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


@dataclass(frozen=True, slots=True)
class CameraEvent:
    """One event; `active` None: it is a moment, not a state. `raw` is its XML without secrets, bounded."""

    camera_id: str
    kind: EventKind
    active: bool | None
    source: str = ""
    topic: str = ""
    device_at: datetime | None = None
    at: datetime | None = None
    initial: bool = False  # told at subscribing, not happening now
    timed_out: bool = False
    raw: str = ""


_TOPICS: Mapping[str, EventKind] = {  # last words of a topic, lower case, longest match wins
    "videosource/motionalarm": EventKind.MOTION,
    "cellmotiondetector/motion": EventKind.MOTION,
    "motionregiondetector/motion": EventKind.MOTION,
    "videoanalytics/motion": EventKind.MOTION,
    "ruleengine/myruledetector/motion": EventKind.MOTION,
    "tamperdetector/tamper": EventKind.TAMPER,
    "videosource/globalscenechange": EventKind.SCENE_CHANGE,
    "videosource/imagetooblurry": EventKind.BLUR,
    "videosource/imagetoodark": EventKind.DARK,
    "videosource/imagetoobright": EventKind.BRIGHT,
    "videosource/signalloss": EventKind.SIGNAL_LOSS,
    "videosource/videoloss": EventKind.SIGNAL_LOSS,
    "trigger/digitalinput": EventKind.DIGITAL_INPUT,
    "trigger/relay": EventKind.RELAY,
    "hardwarefailure/storagefailure": EventKind.STORAGE,
    "operatingtime/lastreboot": EventKind.REBOOT,
    "operatingtime/lastreset": EventKind.REBOOT,
    "operatingtime/lastclocksynchronization": EventKind.CLOCK_SYNC,
}
ACTIVE_ITEMS = ("state", "ismotion", "logicalstate", "value", "istamper", "failed", "active", "motion")


def kind_of(topic: str) -> EventKind:
    """Tell which kind a topic is."""
    words = [part.rpartition(":")[2] for part in topic.lower().split("/") if part]
    path = "/".join(words)
    for known in sorted(_TOPICS, key=len, reverse=True):
        if f"/{known}/" in f"/{path}/":
            return _TOPICS[known]
    return EventKind.OTHER


def active_of(items: Mapping[str, str]) -> bool | None:
    """Tell whether a state begins or ends, whatever a maker calls the item; None: neither is said."""
    found = {key.lower(): value.strip().lower() for key, value in items.items()}
    for item in ACTIVE_ITEMS:
        if item in found:
            return found[item] in ("true", "1", "on", "active", "yes")
    return None
