"""Words of incidents by the codes of the domain: states, kinds, how grave, who told, where to, what a party is.

Belongs here: whole words and sentences, marked for translation. Does not belong here: the timeline's sentences
(ui/incidents/event_words.py), running clocks (ui/incidents/clock_words.py), refusals of the house (refusals.py).
Invariants: 1. Every code of the domain has its words (a test counts them). 2. A code from a newer console shows itself
rather than nothing. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.incident import Category, Incident, Severity, Source, State, Transfer
from safecity_console.domain.incident_parts import PartyKind, PartyRole
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.refusals import code_sentence, outcome_sentence

CONTEXT = "incidents"

_STATES: Mapping[State, str] = {
    State.NEW: QT_TRANSLATE_NOOP("incidents", "New"),
    State.ACKNOWLEDGED: QT_TRANSLATE_NOOP("incidents", "Seen"),
    State.VERIFIED: QT_TRANSLATE_NOOP("incidents", "Verified"),
    State.DISPATCHED: QT_TRANSLATE_NOOP("incidents", "Dispatched"),
    State.ON_SCENE: QT_TRANSLATE_NOOP("incidents", "On scene"),
    State.RESOLVED: QT_TRANSLATE_NOOP("incidents", "Resolved"),
    State.CLOSED: QT_TRANSLATE_NOOP("incidents", "Closed"),
    State.FALSE_ALARM: QT_TRANSLATE_NOOP("incidents", "False alarm"),
    State.HOAX: QT_TRANSLATE_NOOP("incidents", "Hoax"),
    State.DUPLICATE: QT_TRANSLATE_NOOP("incidents", "Duplicate"),
    State.TRANSFERRED: QT_TRANSLATE_NOOP("incidents", "Transferred"),
}
_DEEDS: Mapping[State, str] = {
    State.ACKNOWLEDGED: QT_TRANSLATE_NOOP("incidents", "Acknowledge"),
    State.VERIFIED: QT_TRANSLATE_NOOP("incidents", "Verified"),
    State.DISPATCHED: QT_TRANSLATE_NOOP("incidents", "Send a unit"),
    State.ON_SCENE: QT_TRANSLATE_NOOP("incidents", "On scene"),
    State.RESOLVED: QT_TRANSLATE_NOOP("incidents", "Resolve"),
    State.CLOSED: QT_TRANSLATE_NOOP("incidents", "Close"),
    State.FALSE_ALARM: QT_TRANSLATE_NOOP("incidents", "False alarm"),
    State.HOAX: QT_TRANSLATE_NOOP("incidents", "Hoax"),
    State.DUPLICATE: QT_TRANSLATE_NOOP("incidents", "Duplicate of…"),
    State.TRANSFERRED: QT_TRANSLATE_NOOP("incidents", "Transfer…"),
}
_CATEGORIES: Mapping[Category, str] = {
    Category.PERSON: QT_TRANSLATE_NOOP("incidents", "Person"),
    Category.PROPERTY: QT_TRANSLATE_NOOP("incidents", "Property"),
    Category.PUBLIC_ORDER: QT_TRANSLATE_NOOP("incidents", "Public order"),
    Category.TRAFFIC: QT_TRANSLATE_NOOP("incidents", "Traffic"),
    Category.WOMEN_CHILDREN: QT_TRANSLATE_NOOP("incidents", "Women & children"),
    Category.DRUGS: QT_TRANSLATE_NOOP("incidents", "Drugs"),
    Category.CYBER: QT_TRANSLATE_NOOP("incidents", "Cyber and fake IDs"),
    Category.MISSING: QT_TRANSLATE_NOOP("incidents", "Missing or found"),
    Category.SUSPICIOUS: QT_TRANSLATE_NOOP("incidents", "Suspicious"),
    Category.HOAX: QT_TRANSLATE_NOOP("incidents", "Hoax call"),
    Category.MISCONDUCT: QT_TRANSLATE_NOOP("incidents", "Police misconduct"),
    Category.SOS: QT_TRANSLATE_NOOP("incidents", "SOS, red alert"),
    Category.INFORMATION: QT_TRANSLATE_NOOP("incidents", "Information"),
}
_SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    Severity.S1: (QT_TRANSLATE_NOOP("incidents", "life"), QT_TRANSLATE_NOOP("incidents", "Life is in danger.")),
    Severity.S2: (QT_TRANSLATE_NOOP("incidents", "now"), QT_TRANSLATE_NOOP("incidents", "It is going on now.")),
    Severity.S3: (QT_TRANSLATE_NOOP("incidents", "after"),
                  QT_TRANSLATE_NOOP("incidents", "It is over; this comes after the fact.")),
    Severity.S4: (QT_TRANSLATE_NOOP("incidents", "note"), QT_TRANSLATE_NOOP("incidents", "It is information only.")),
}
_SOURCES: Mapping[Source, str] = {
    Source.CAMERA: QT_TRANSLATE_NOOP("incidents", "Camera"),
    Source.CALL_15: QT_TRANSLATE_NOOP("incidents", "15 call"),
    Source.PATROL: QT_TRANSLATE_NOOP("incidents", "Patrol"),
    Source.COMMITTEE: QT_TRANSLATE_NOOP("incidents", "Committee"),
    Source.CITIZEN: QT_TRANSLATE_NOOP("incidents", "Citizen"),
    Source.PHONE: QT_TRANSLATE_NOOP("incidents", "Phone"),
    Source.JOURNALIST: QT_TRANSLATE_NOOP("incidents", "Journalist"),
    Source.SOS: QT_TRANSLATE_NOOP("incidents", "SOS button"),
    Source.ANALYTICS: QT_TRANSLATE_NOOP("incidents", "Analytics"),
}
_TRANSFERS: Mapping[Transfer, str] = {
    Transfer.RESCUE_1122: QT_TRANSLATE_NOOP("incidents", "Rescue 1122"),
    Transfer.TRAFFIC: QT_TRANSLATE_NOOP("incidents", "Traffic police"),
    Transfer.NCCIA: QT_TRANSLATE_NOOP("incidents", "NCCIA (cyber crime)"),
    Transfer.WOMENS_DESK: QT_TRANSLATE_NOOP("incidents", "Women's desk"),
    Transfer.POLICE_STATION: QT_TRANSLATE_NOOP("incidents", "Police station"),
    Transfer.POWER: QT_TRANSLATE_NOOP("incidents", "Power office"),
}
_PARTY_KINDS: Mapping[PartyKind, str] = {
    PartyKind.PERSON: QT_TRANSLATE_NOOP("incidents", "Person"),
    PartyKind.VEHICLE: QT_TRANSLATE_NOOP("incidents", "Vehicle"),
}
_ROLES: Mapping[PartyRole, str] = {
    PartyRole.CALLER: QT_TRANSLATE_NOOP("incidents", "Caller"),
    PartyRole.VICTIM: QT_TRANSLATE_NOOP("incidents", "Victim"),
    PartyRole.SUSPECT: QT_TRANSLATE_NOOP("incidents", "Suspect"),
    PartyRole.WITNESS: QT_TRANSLATE_NOOP("incidents", "Witness"),
    PartyRole.OTHER: QT_TRANSLATE_NOOP("incidents", "Other"),
}
_FIELDS: Mapping[str, str] = {
    "what": QT_TRANSLATE_NOOP("incidents", "What"), "category": QT_TRANSLATE_NOOP("incidents", "Kind"),
    "severity": QT_TRANSLATE_NOOP("incidents", "How grave"), "place": QT_TRANSLATE_NOOP("incidents", "Place"),
    "beat": QT_TRANSLATE_NOOP("incidents", "Beat"),
    "police_station": QT_TRANSLATE_NOOP("incidents", "Police station"),
    "rapat_no": QT_TRANSLATE_NOOP("incidents", "Rapat no."), "fir_no": QT_TRANSLATE_NOOP("incidents", "FIR no."),
    "outcome": QT_TRANSLATE_NOOP("incidents", "Outcome"), "owner": QT_TRANSLATE_NOOP("incidents", "Worked by"),
    "source": QT_TRANSLATE_NOOP("incidents", "Told by"), "site_id": QT_TRANSLATE_NOOP("incidents", "Place"),
    "named_officer_id": QT_TRANSLATE_NOOP("incidents", "Named officer"),
    "event_at": QT_TRANSLATE_NOOP("incidents", "When it happened"),
    "caller_name": QT_TRANSLATE_NOOP("incidents", "Caller's name"),
    "caller_phone": QT_TRANSLATE_NOOP("incidents", "Caller's phone"),
}
USUAL_CATEGORIES = (Category.PUBLIC_ORDER, Category.PERSON, Category.PROPERTY, Category.TRAFFIC,
                    Category.WOMEN_CHILDREN, Category.SUSPICIOUS)
"""The six that stand as chips; the rest is behind "More…"."""
USUAL_SOURCES = (Source.CAMERA, Source.CALL_15, Source.PATROL, Source.COMMITTEE, Source.CITIZEN)


def tr(source: str) -> str:
    """Translate a text of this context that was marked elsewhere."""
    return QCoreApplication.translate(CONTEXT, source)


def state_text(state: State) -> str:
    """Give the word of a state, as it stands on the strip of the life cycle."""
    return tr(_STATES[state])


def deed_text(to: State) -> str:
    """Give what the button says that leads to a state."""
    return tr(_DEEDS[to])


def category_text(category: Category) -> str:
    """Give the word of a kind."""
    return tr(_CATEGORIES[category])


def severity_text(severity: Severity) -> str:
    """Give "S2 now"."""
    return f"{ltr(severity.value)} {tr(_SEVERITIES[severity][0])}"


def severity_help(severity: Severity) -> str:
    """Give what a severity means, in a sentence."""
    return tr(_SEVERITIES[severity][1])


def source_text(source: Source) -> str:
    """Give who told it."""
    return tr(_SOURCES[source])


def transfer_text(to: Transfer) -> str:
    """Give where an incident is handed to."""
    return tr(_TRANSFERS[to])


def party_kind_text(kind: PartyKind) -> str:
    """Give what a party is."""
    return tr(_PARTY_KINDS[kind])


def role_text(role: PartyRole) -> str:
    """Give what part a party has."""
    return tr(_ROLES[role])


def field_text(name: str) -> str:
    """Give the title of a field by its name in the domain; an unknown one shows its name."""
    source = _FIELDS.get(name)
    return tr(source) if source is not None else name


def code_text(field: str, value: object) -> str:
    """Give a field's value as it is read: codes in words, texts as they stand, nothing as a dash."""
    readings: Mapping[str, type[StrEnum]] = {
        "category": Category, "severity": Severity, "source": Source, "state": State, "transferred_to": Transfer}
    kind, text = readings.get(field), "" if value is None else str(value)
    if not text:
        return "–"
    if kind is None or text not in {one.value for one in kind}:
        return isolated(text)
    words: Mapping[type[StrEnum], Callable[[str], str]] = {
        Category: lambda code: category_text(Category(code)), Severity: lambda code: severity_text(Severity(code)),
        Source: lambda code: source_text(Source(code)), State: lambda code: state_text(State(code)),
        Transfer: lambda code: transfer_text(Transfer(code))}
    return words[kind](text)


def numbered(incident: Incident) -> str:
    """Give "I-2291", isolated."""
    return ltr(incident.label)


def titled(incident: Incident) -> str:
    """Give "I-2291 · Street fight"."""
    return f"{numbered(incident)} · {isolated(incident.what)}"


def refused_sentence(outcome: object) -> str:
    """Give why a deed was refused, with the life cycle's states in words."""
    if isinstance(outcome, Refused) and outcome.code == "incident_step":
        figures = {key: code_text("state", value).strip("\u2068\u2069") for key, value in outcome.figures.items()}
        return code_sentence(outcome.code, figures)
    return outcome_sentence(outcome if isinstance(outcome, WorldError) else None)
