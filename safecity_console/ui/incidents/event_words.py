"""The timeline in words: one whole sentence for each kind of event.

Belongs here: sentences and the dot's colour. Does not belong here: the widgets (timeline.py), states and fields
(ui/incident_texts.py).
Invariants: 1. Every kind has a sentence (a test counts them); a missing figure shows as a dash. 2. Notes are given as
they stand, never as a pattern. 3. No event holds a sealed identity. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.incident import Source, State
from safecity_console.domain.incident_parts import EventKind, IncidentEvent
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import code_text, field_text
from safecity_console.ui.incidents.row_words import CameraOf, camera_words

translate = QCoreApplication.translate


class _Figures(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"


def dot_role(kind: EventKind) -> str:
    """Give the colour of an event's dot: red how it began, violet for evidence, blue for steps, grey for the rest."""
    if kind is EventKind.ENTERED:
        return "critical"
    if kind in (EventKind.CLIP_LOCKED, EventKind.CLIP_UNLOCKED, EventKind.FILE_ADDED, EventKind.SEALED_OPENED):
        return "evidence"
    return "selection" if kind in (EventKind.STEP, EventKind.REVIEWED) else "disabled"


def event_sentence(event: IncidentEvent, camera_of: CameraOf, moment: Callable[[object], str] = str,
                   urdu: bool = False) -> str:
    """Give what happened in a sentence; `moment` reads a time that stands in the content as ISO 8601."""
    raw = event.content
    said = _Figures({key: isolated(str(value)) for key, value in raw.items() if value not in (None, "")})
    said["badge"] = ltr(event.badge or "setup")
    camera = camera_of(str(raw.get("camera_id", "")))
    said["camera"] = camera_words(camera) or said["camera"]
    if isinstance(raw.get("cameras"), int):
        said |= {"count": ltr(raw["cameras"]), "down": ltr(raw.get("down", 0))}
    if raw.get("text") and event.kind in (EventKind.TICK, EventKind.UNTICK):
        said["step"] = isolated(str(raw["text_ur"] if urdu and raw.get("text_ur") else raw["text"]))
    for key in ("until", "from_at", "to_at"):
        if raw.get(key):
            said[key] = moment(raw[key])
    _put_words(said, raw, event.kind)
    return _SENTENCES[event.kind](raw).format_map(said)


def event_note(event: IncidentEvent) -> str:
    """Give the text an officer wrote with an event: a note, a reason, an outcome."""
    if event.kind in (EventKind.TICK, EventKind.UNTICK):
        return ""
    return "\n".join(str(event.content[key]) for key in ("text", "outcome", "why", "reason") if event.content.get(key))


def _put_words(said: _Figures, raw: Mapping[str, object], event_kind: EventKind) -> None:
    if raw.get("source"):
        said["source"] = code_text("source", raw["source"])
    for key in ("before", "after"):
        if key in raw:
            said[f"{key}_word"] = code_text(str(raw.get("field", "state")), raw[key])
    if event_kind is EventKind.ROUTED:
        said["whom"] = code_text("transferred_to", raw.get("to"))
    if raw.get("field"):
        said["field_word"] = field_text(str(raw["field"]))
    if raw.get("transferred_to"):
        said["whom"] = code_text("transferred_to", raw["transferred_to"])


def _entered(raw: Mapping[str, object]) -> str:
    source = str(raw.get("source", ""))
    if source == Source.CAMERA.value:
        return translate("incidents", "Seen on a camera, entered by {badge}")
    if source in {one.value for one in Source}:
        return translate("incidents", "Reported by {source}, entered by {badge}")
    return translate("incidents", "Entered by {badge}")


def _step(raw: Mapping[str, object]) -> str:
    patterns = {
        State.ACKNOWLEDGED.value: translate("incidents", "Seen by {badge}"),
        State.VERIFIED.value: translate("incidents", "Verified on camera by {badge}"),
        State.DISPATCHED.value: translate("incidents", "Dispatched by {badge}"),
        State.ON_SCENE.value: translate("incidents", "A unit is on scene"),
        State.RESOLVED.value: translate("incidents", "Resolved by {badge}"),
        State.CLOSED.value: translate("incidents", "Closed by {badge}"),
        State.FALSE_ALARM.value: translate("incidents", "Ended as a false alarm by {badge}"),
        State.HOAX.value: translate("incidents", "Ended as a hoax call by {badge}"),
        State.DUPLICATE.value: translate("incidents", "Ended as a duplicate by {badge}"),
        State.TRANSFERRED.value: translate("incidents", "Handed to {whom} by {badge}"),
    }
    return patterns.get(str(raw.get("to", raw.get("after", ""))), translate("incidents", "Changed by {badge}"))


def _field(raw: Mapping[str, object]) -> str:
    if "before" not in raw and "after" not in raw:
        return translate("incidents", "{field_word} changed by {badge}")
    if not raw.get("before"):
        return translate("incidents", "{field_word}: {after_word}, by {badge}")
    return translate("incidents", "{field_word}: {before_word} is now {after_word}, by {badge}")


def _linked(raw: Mapping[str, object]) -> str:
    kinds = {"watch_notice": translate("incidents", "Linked to watch notice {label} by {badge}"),
             "fault": translate("incidents", "Linked to fault {label} by {badge}")}
    return kinds.get(str(raw.get("kind", "")), translate("incidents", "Linked to {label} by {badge}"))


def _clip_locked(raw: Mapping[str, object]) -> str:
    if raw.get("cameras") == 1:
        return translate("incidents", "The clip of 1 camera, {from_at} to {to_at}, is to be kept")
    if raw.get("cameras"):
        return translate("incidents", "The clips of {count} cameras, {from_at} to {to_at}, are to be kept")
    if raw.get("until"):
        return translate("incidents", "Clip of {camera}, {from_at} to {to_at}, to be kept until {until}")
    return translate("incidents", "Clip of {camera}, {from_at} to {to_at}, to be kept")


def _party(raw: Mapping[str, object]) -> str:
    if raw.get("sealed"):
        return translate("incidents", "A person or vehicle was added, sealed, by {badge}")
    return translate("incidents", "A person or vehicle was added by {badge}")


def _camera_linked(raw: Mapping[str, object]) -> str:
    if "cameras" not in raw:
        return translate("incidents", "Linked {camera}, by {badge}")
    if raw.get("cameras") == 1:
        return translate("incidents", "1 camera noted with its state at that minute; down: {down}")
    return translate("incidents", "{count} cameras noted with their state at that minute; down: {down}")


_SENTENCES: Mapping[EventKind, Callable[[Mapping[str, object]], str]] = {
    EventKind.ENTERED: _entered, EventKind.STEP: _step, EventKind.FIELD: _field,
    EventKind.NOTE: lambda _raw: translate("incidents", "Note by {badge}"),
    EventKind.UNIT_TOLD: lambda _raw: translate("incidents", "{unit} told by {badge}"),
    EventKind.UNIT_ON_SCENE: lambda _raw: translate("incidents", "{unit} is on scene"),
    EventKind.UNIT_CLEAR: lambda _raw: translate("incidents", "{unit} is clear"),
    EventKind.TICK: lambda _raw: translate("incidents", "Done: {step}, by {badge}"),
    EventKind.UNTICK: lambda _raw: translate("incidents", "Open again: {step}, by {badge}"),
    EventKind.CAMERA_LINKED: _camera_linked,
    EventKind.CAMERA_UNLINKED: lambda _raw: translate("incidents", "Unlinked {camera}, by {badge}"),
    EventKind.CLIP_LOCKED: _clip_locked,
    EventKind.CLIP_UNLOCKED: lambda _raw: translate("incidents", "Clip of {camera} unlocked by {badge} and {second}"),
    EventKind.LINKED: _linked, EventKind.PARTY_ADDED: _party,
    EventKind.PARTY_REMOVED: lambda _raw: translate("incidents", "A party was removed by {badge}"),
    EventKind.FILE_ADDED: lambda _raw: translate("incidents", "File kept: {name}"),
    EventKind.CALLED_BACK: lambda _raw: translate("incidents", "The caller was called back by {badge}"),
    EventKind.HELD: lambda _raw: translate("incidents", "On hold until {until}, by {badge}"),
    EventKind.RELEASED: lambda _raw: translate("incidents", "The hold was ended by {badge}"),
    EventKind.SEALED: lambda _raw: translate("incidents", "The identities were sealed by {badge}"),
    EventKind.ROUTED: lambda _raw: translate("incidents", "Made known to: {whom}"),
    EventKind.SEALED_OPENED: lambda _raw: translate("incidents", "The sealed identity was opened by {badge}"),
    EventKind.REVIEWED: lambda _raw: translate("incidents", "Reviewed by {badge}"),
    EventKind.PRINTED: lambda _raw: translate("incidents", "Printed by {badge}"),
}


def sentenced_kinds() -> frozenset[EventKind]:
    """Give the kinds that have a sentence."""
    return frozenset(_SENTENCES)


