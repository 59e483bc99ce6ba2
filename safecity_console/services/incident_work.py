"""Working on what an incident holds: notes, fields, checklist, call-back, cameras, links.

Belongs here: changes that move no state. Does not belong here: the life cycle (incident_steps.py), people, files and
clips (incident_evidence.py).
Invariants: 1. A changed field stands in the timeline with what it was before; a caller's texts never do, for the
incident may be sealed later and the timeline stays. 2. A category's change brings its checklist, what was done stays
done. 3. Misconduct is a series of its own: nothing becomes it or ceases to be it. 4. Ticking the call-back is calling
back, and the other way round. 5. A link of misconduct with another incident is known on its own side only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from safecity_console.db.history import read_held
from safecity_console.db.incident_parts import (
    drop_open_ticks,
    insert_clip,
    insert_related,
    insert_ticks,
    put_camera,
    put_party,
    read_cameras_of,
    read_clips,
    read_parties,
    read_ticks,
    remove_camera_link,
    set_tick,
)
from safecity_console.db.incidents import read_incident, read_sealed
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.incident import (
    NOTE_MOST,
    PLACE_MOST,
    SEALED_MOST,
    WHAT_MOST,
    Category,
    Incident,
    Severity,
    Transfer,
)
from safecity_console.domain.incident_parts import CameraLink, ClipLock, EventKind, IncidentCamera, Related, Tick
from safecity_console.domain.incident_steps import given_time
from safecity_console.domain.watch import HistoryState
from safecity_console.services.incident_core import Act, IncidentCore
from safecity_console.services.incident_entry import (
    NAME_MOST,
    NUMBER_MOST,
    PHONE_MOST,
    STATION_MOST,
    call_back_due,
    clip_of,
    ticks_of,
    told_of,
)
from safecity_console.services.incident_seal import open_caller, seal_caller, seal_party

LINES: dict[str, int] = {"what": WHAT_MOST, "place": PLACE_MOST, "beat": STATION_MOST, "police_station": STATION_MOST,
                         "rapat_no": NUMBER_MOST, "fir_no": NUMBER_MOST, "owner": 20}
CALLER: dict[str, int] = {"caller_name": NAME_MOST, "caller_phone": PHONE_MOST}
RELATED_KINDS = frozenset({"incident", "watch_notice", "fault"})


class IncidentWork(IncidentCore):
    """Working on incidents."""

    def note(self, incident_id: str, text: str, event_at: datetime | None = None) -> None:
        """Add a note; raises Refused("note_empty" | "time_*" | "incident_ended")."""
        kept = clean_note(text, NOTE_MOST)
        if not kept:
            raise Refused("note_empty")

        def deed(act: Act) -> None:
            act.tell(EventKind.NOTE, given_time(event_at, act.now, act.incident.event_at), text=kept)
            act.audit(Action.INCIDENT_NOTE, letters=len(kept))

        self._act(incident_id, Permission.LOG_INCIDENTS, deed)

    def change(self, incident_id: str, expected_revision: int | None = None, **fields: Any) -> Incident:
        """Change fields; raises Refused("field_unknown" | "incident_what" | "misconduct_apart" | …), Conflict.

        Known: what category severity place site_id beat police_station latitude longitude rapat_no fir_no outcome
        named_officer_id owner caller_name caller_phone.
        """
        wanted = _fitted(fields)

        def deed(act: Act) -> None:
            before = act.incident
            caller = {key: wanted[key] for key in CALLER if key in wanted}
            plain = {key: value for key, value in wanted.items()
                     if key not in CALLER and getattr(before, key) != value}
            self._check_change(act, plain)
            act.set(**plain)
            for key, value in plain.items():
                act.tell(EventKind.FIELD, field=key, before=_plain(getattr(before, key)), after=_plain(value))
            if "category" in plain:
                self._other_category(act)
            if caller:
                self._set_caller(act, caller)
                act.tell(EventKind.FIELD, field="caller")
            if plain or caller:
                act.audit(Action.INCIDENT_CHANGE, fields=sorted({*plain, *caller}))

        return self._act(incident_id, Permission.WORK_INCIDENTS, deed, expected_revision=expected_revision)

    def seal(self, incident_id: str) -> Incident:
        """Seal the caller and all parties from now on; raises Refused("seal_locked")."""

        def deed(act: Act) -> None:
            if not act.incident.sealed:
                self._seal(act)
                act.audit(Action.INCIDENT_CHANGE, sealed=True)

        return self._act(incident_id, Permission.LOG_INCIDENTS, deed)

    def tick(self, incident_id: str, tick_id: str, done: bool) -> None:
        """Tick a step of the checklist, or take the tick back; twice changes nothing. Raises NotFound."""

        def deed(act: Act) -> None:
            tick = next((one for one in read_ticks(act.tx, act.id) if one.id == tick_id), None)
            if tick is None:
                raise NotFound("tick_missing")
            if bool(tick.done_by or tick.done_at) == done:
                return
            self._tick(act, tick, done)
            if tick.call_back:
                act.set(called_back_at=act.now if done else None)

        self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def called_back(self, incident_id: str, note: str = "") -> Incident:
        """Note that the caller was called back; raises Refused("called_back")."""
        kept = clean_note(note, NOTE_MOST)

        def deed(act: Act) -> None:
            if act.incident.called_back_at is not None:
                raise Refused("called_back")
            act.set(called_back_at=act.now)
            act.tell(EventKind.CALLED_BACK, text=kept)
            for tick in read_ticks(act.tx, act.id):
                if tick.call_back and tick.done_at is None:
                    self._tick(act, tick, done=True)
            act.audit(Action.INCIDENT_CHANGE, called_back=True)

        return self._act(incident_id, Permission.LOG_INCIDENTS, deed)

    def link_camera(self, incident_id: str, camera_id: str) -> None:
        """Link a camera with the state it had at the event's minute and lock its clip; raises NotFound."""
        camera = self._around.cameras.by_id(camera_id)
        if camera is None:
            raise NotFound("camera_unknown")
        clips: list[ClipLock] = []

        def deed(act: Act) -> None:
            held = read_held(act.tx, camera_id, act.incident.event_at)
            state = HistoryState.UNKNOWN if held is None else held.state
            known = {one.camera_id: one.link for one in read_cameras_of(act.tx, act.id)}
            if known.get(camera_id, CameraLink.NEARBY) is not CameraLink.NEARBY:
                return  # it is linked already
            put_camera(act.tx, act.id, IncidentCamera(camera_id, CameraLink.LINKED, state.value,
                                                      "" if held is None else held.layer))
            act.found_anew = True
            act.tell(EventKind.CAMERA_LINKED, camera_id=camera_id, number=camera.number, state=state.value)
            act.audit(Action.INCIDENT_CHANGE, camera=camera.number, linked=True)
            if camera_id not in {one.camera_id for one in read_clips(act.tx, act.id)}:
                clips.append(clip_of(act.incident, camera_id, self._around.settings))
                insert_clip(act.tx, clips[0])
                act.tell(EventKind.CLIP_LOCKED, camera_id=camera_id, number=camera.number, **told_of(clips[0]))

        self._act(incident_id, Permission.WORK_INCIDENTS, deed)
        for clip in clips:
            self._around.keeper.keep(clip)

    def unlink_camera(self, incident_id: str, camera_id: str) -> None:
        """Take a camera out; its clips stay locked. Raises NotFound("camera_unlinked")."""
        camera = self._around.cameras.by_id(camera_id)
        number = 0 if camera is None else camera.number

        def deed(act: Act) -> None:
            if not remove_camera_link(act.tx, act.id, camera_id):
                raise NotFound("camera_unlinked")
            act.found_anew = True
            act.tell(EventKind.CAMERA_UNLINKED, camera_id=camera_id, number=number)
            act.audit(Action.INCIDENT_CHANGE, camera=number, linked=False)

        self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def link(self, incident_id: str, kind: str, other_id: str, label: str) -> None:
        """Link another incident, a watch notice or a fault; raises Refused("link_kind" | "link_self"), NotFound."""
        if kind not in RELATED_KINDS:
            raise Refused("link_kind")
        related = Related(kind, clean_line(other_id, 60), clean_line(label, 80))

        def deed(act: Act) -> None:
            kept = related
            if kind == "incident":
                other = self._other(act, other_id)
                if other.category is Category.MISCONDUCT and act.incident.category is not Category.MISCONDUCT:
                    raise Refused("link_misconduct")  # from its own side, where nobody else reads of it
                kept = Related(kind, other.id, other.label)
            if insert_related(act.tx, act.id, kept):
                act.tell(EventKind.LINKED, kind=kind, other_id=kept.id, label=kept.label)
                act.audit(Action.INCIDENT_CHANGE, linked_kind=kind, linked_label=kept.label)

        self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    # ------------------------------------------------------------------------------------------------------------------

    def _other(self, act: Act, other_id: str) -> Incident:
        if other_id == act.id:
            raise Refused("link_self")
        other = read_incident(act.tx, other_id)
        if other is None or not act.eyes.sees(other):
            raise NotFound("incident_missing")
        return other

    def _tick(self, act: Act, tick: Tick, done: bool) -> None:
        set_tick(act.tx, replace(tick, done_by=act.badge if done else "", done_at=act.now if done else None))
        act.tell(EventKind.TICK if done else EventKind.UNTICK, text=tick.text, text_ur=tick.text_ur,
                 position=tick.position)
        act.audit(Action.INCIDENT_CHANGE, tick=tick.position, done=done)

    def _check_change(self, act: Act, fields: dict[str, Any]) -> None:
        if Category.MISCONDUCT in (act.incident.category, fields.get("category")) and "category" in fields:
            raise Refused("misconduct_apart")
        if "named_officer_id" in fields and act.incident.category is not Category.MISCONDUCT:
            raise Refused("misconduct_apart")
        site_id = fields.get("site_id")
        if site_id and site_id not in {site.id for site in self._around.cameras.sites()}:
            raise NotFound("incident_site")
        both = [fields.get(key, getattr(act.incident, key)) for key in ("latitude", "longitude")]
        if (both[0] is None) != (both[1] is None):
            raise Refused("place_half")

    def _other_category(self, act: Act) -> None:
        """Bring the checklist of the new category, and the call-back, the women's desk and the seal with it."""
        procedure = self._around.procedures.of(act.incident.category)
        last = drop_open_ticks(act.tx, act.id)
        insert_ticks(act.tx, act.id, ticks_of(procedure, last + 1))
        if act.incident.call_back_due_at is None:
            act.set(call_back_due_at=call_back_due(act.incident, procedure, act.now))
        if act.incident.category is Category.WOMEN_CHILDREN:
            act.set(routed_to=Transfer.WOMENS_DESK)
            act.tell(EventKind.ROUTED, to=Transfer.WOMENS_DESK.value)
            if not act.incident.sealed:
                self._seal(act)

    def _seal(self, act: Act) -> None:
        incident = act.incident
        act.columns["sealed_caller"] = seal_caller(self._around.safe, act.id, incident.caller_name,
                                                   incident.caller_phone)
        act.set(sealed=True, caller_name="", caller_phone="")
        for party in read_parties(act.tx, act.id):
            if not party.sealed:
                put_party(act.tx, act.id, party, seal_party(self._around.safe, act.id, party))
        act.tell(EventKind.SEALED)

    def _set_caller(self, act: Act, caller: dict[str, str]) -> None:
        """Write the caller; of a sealed incident what was not given anew stays, and nobody is shown it."""
        if not act.incident.sealed:
            act.set(**caller)
            return
        kept = read_sealed(act.tx, act.id)
        before = {} if kept is None or len(caller) == 2 else open_caller(self._around.safe, act.id, kept)
        both = {**before, **caller}
        act.columns["sealed_caller"] = seal_caller(self._around.safe, act.id, both.get("caller_name", ""),
                                                   both.get("caller_phone", ""))


def _fitted(fields: dict[str, Any]) -> dict[str, Any]:
    """Give the fields as they are kept; raises Refused("field_unknown" | "incident_what" | "place_range")."""
    readers: dict[str, Callable[[Any], Any]] = {
        "category": Category, "severity": Severity, "outcome": lambda value: clean_note(str(value), SEALED_MOST),
        "site_id": _line(36), "named_officer_id": _line(36),
        "latitude": _degrees(90), "longitude": _degrees(180),
        **{key: _line(most) for key, most in {**LINES, **CALLER}.items()},
    }
    unknown = sorted(set(fields) - set(readers))
    if unknown:
        raise Refused("field_unknown", field=unknown[0][:40])
    try:
        kept = {key: readers[key](value) for key, value in fields.items()}
    except (ValueError, TypeError):
        raise Refused("field_unfit") from None
    if kept.get("what") == "":
        raise Refused("incident_what")
    return kept


def _line(most: int) -> Callable[[Any], str]:
    return lambda value: clean_line(str(value), most)


def _degrees(most: float) -> Callable[[Any], float | None]:
    def read(value: Any) -> float | None:
        if value is None:
            return None
        if not -most <= float(value) <= most:
            raise Refused("place_range")
        return float(value)

    return read


def _plain(value: object) -> str | float | None:
    return value if value is None or isinstance(value, float) else str(value)
