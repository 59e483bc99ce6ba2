"""English of papers: the words of an incident's codes, and a line of its timeline as a sentence.

Belongs here: code to words, for print and spreadsheets. Does not belong here: the screen's words (ui/), layout.
Invariant: every code of the domain has its words (a test counts them).
"""

from __future__ import annotations

from collections.abc import Mapping

from safecity_console.domain.incident import Category, Severity, Source, State, Transfer
from safecity_console.domain.incident_parts import EventKind, IncidentEvent, PartyKind, PartyRole
from safecity_console.domain.shift import LineKind, LogLine

STATES: Mapping[State, str] = {
    State.NEW: "New", State.ACKNOWLEDGED: "Acknowledged", State.VERIFIED: "Verified on camera",
    State.DISPATCHED: "Dispatched", State.ON_SCENE: "On scene", State.RESOLVED: "Resolved", State.CLOSED: "Closed",
    State.FALSE_ALARM: "False alarm", State.HOAX: "Hoax", State.DUPLICATE: "Duplicate",
    State.TRANSFERRED: "Transferred",
}
CATEGORIES: Mapping[Category, str] = {
    Category.PERSON: "Crime against person", Category.PROPERTY: "Crime against property",
    Category.PUBLIC_ORDER: "Public order", Category.TRAFFIC: "Traffic",
    Category.WOMEN_CHILDREN: "Women and children", Category.DRUGS: "Drugs",
    Category.CYBER: "Cyber crime and fake IDs", Category.MISSING: "Missing or found",
    Category.SUSPICIOUS: "Suspicious person or vehicle", Category.HOAX: "Hoax call",
    Category.MISCONDUCT: "Police misconduct", Category.SOS: "SOS", Category.INFORMATION: "Information",
}
SEVERITIES: Mapping[Severity, str] = {
    Severity.S1: "S1 – life in danger", Severity.S2: "S2 – in progress", Severity.S3: "S3 – after the fact",
    Severity.S4: "S4 – information",
}
SOURCES: Mapping[Source, str] = {
    Source.CAMERA: "Camera", Source.CALL_15: "15 call", Source.PATROL: "Patrol",
    Source.COMMITTEE: "Liaison committee", Source.CITIZEN: "Citizen at the desk", Source.PHONE: "Citizen by phone",
    Source.JOURNALIST: "Journalist", Source.SOS: "SOS", Source.ANALYTICS: "Analytics",
}
TRANSFERS: Mapping[Transfer, str] = {
    Transfer.RESCUE_1122: "Rescue 1122", Transfer.TRAFFIC: "Traffic police", Transfer.NCCIA: "NCCIA",
    Transfer.WOMENS_DESK: "Women's police station", Transfer.POLICE_STATION: "Another police station",
    Transfer.POWER: "Power company",
}
PARTY_KINDS: Mapping[PartyKind, str] = {PartyKind.PERSON: "Person", PartyKind.VEHICLE: "Vehicle"}
PARTY_ROLES: Mapping[PartyRole, str] = {
    PartyRole.CALLER: "caller", PartyRole.VICTIM: "victim", PartyRole.SUSPECT: "suspect",
    PartyRole.WITNESS: "witness", PartyRole.OTHER: "other",
}
_EVENTS: Mapping[EventKind, str] = {
    EventKind.ENTERED: "Entered", EventKind.STEP: "Step", EventKind.NOTE: "Note", EventKind.FIELD: "Changed",
    EventKind.UNIT_TOLD: "Unit told", EventKind.UNIT_ON_SCENE: "Unit on scene", EventKind.UNIT_CLEAR: "Unit clear",
    EventKind.TICK: "Step of the procedure done", EventKind.UNTICK: "Step of the procedure taken back",
    EventKind.CAMERA_LINKED: "Camera linked", EventKind.CAMERA_UNLINKED: "Camera unlinked",
    EventKind.CLIP_LOCKED: "Recording locked", EventKind.CLIP_UNLOCKED: "Lock of a recording lifted",
    EventKind.LINKED: "Linked", EventKind.PARTY_ADDED: "Party added", EventKind.PARTY_REMOVED: "Party removed",
    EventKind.FILE_ADDED: "File added", EventKind.CALLED_BACK: "Caller called back", EventKind.HELD: "On hold",
    EventKind.RELEASED: "Hold ended", EventKind.SEALED_OPENED: "Sealed identity opened",
    EventKind.REVIEWED: "Reviewed", EventKind.PRINTED: "Printed", EventKind.SEALED: "Identity sealed",
    EventKind.ROUTED: "Routed",
}
CAMERA_STATES: Mapping[str, str] = {
    "live": "live", "late": "live, late", "offline": "offline", "disabled": "switched off", "unknown": "not watched",
}

_LINES: Mapping[LineKind, str] = {
    LineKind.ENTRY: "{text}", LineKind.TAKEN: "Duty taken, shift {code}",
    LineKind.HANDED_OVER: "Duty handed over to {incoming}", LineKind.ORDERED: "Duty ended by order of {by}: {reason}",
    LineKind.ABSENT: "Duty officer signed out without a handover", LineKind.RETURNED: "Duty officer is back",
    LineKind.SIGNED_IN: "{officer} signed in", LineKind.SIGNED_OUT: "{officer} signed out",
    LineKind.LOCKED: "Console locked", LineKind.UNLOCKED: "Console unlocked",
    LineKind.CAMERA_LOST: "Camera {number} {name} lost", LineKind.CAMERA_BACK: "Camera {number} {name} is back",
    LineKind.INCIDENT_ENTERED: "{label} entered, {severity}: {what}", LineKind.INCIDENT_ENDED: "{label} ended: {state}",
    LineKind.SETTING: "Setting {key} is now {value}", LineKind.DEFECT: "Defect: {check} {note}",
    LineKind.CONSOLE_STARTED: "Console started",
}


class _Told(dict[str, object]):
    """Figures of a line; one that is missing costs its place, not the line."""

    def __missing__(self, key: str) -> str:
        return ""


def log_line(line: LogLine) -> str:
    """Give a line of the running log in words."""
    pattern = _LINES.get(line.kind, "{text}")
    return pattern.format_map(_Told(line.content, text=line.text)).strip()


def event_line(event: IncidentEvent) -> str:
    """Give a line of the timeline in words: its kind, then what it holds, in the order it was written."""
    head = _EVENTS.get(event.kind, event.kind.value)
    said = [_value(key, value) for key, value in event.content.items() if value not in ("", None)]
    return f"{head}: {' · '.join(said)}" if said else head


def _value(key: str, value: object) -> str:
    text = str(value)
    try:
        if key in ("to", "state", "before", "after", "from"):
            return STATES[State(text)]
        if key == "category":
            return CATEGORIES[Category(text)]
        if key == "severity":
            return SEVERITIES[Severity(text)]
        if key == "source":
            return SOURCES[Source(text)]
    except ValueError:
        pass
    if isinstance(value, bool):
        return f"{key}: {'yes' if value else 'no'}"
    return text if key in ("text", "what", "name", "why", "note", "reason") else f"{key.replace('_', ' ')}: {text}"
