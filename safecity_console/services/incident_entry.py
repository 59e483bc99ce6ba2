"""Entering an incident: one transaction with everything that is known at that moment.

Belongs here: the draft made fit, number, checklist, cameras and their state at the event's minute, clip locks, picture.
Does not belong here: what becomes of it (incident_steps.py, incident_work.py).
Invariants: 1. An incident is in the file with its first line, checklist, cameras, locks and audit row, or not at all.
2. The entry time is the door's; the event time is the officer's and never in the future. 3. A caller who must be sealed
is sealed or the entry is refused. 4. A camera nobody watched at that minute is "unknown", never up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from safecity_console.core.ids import new_id
from safecity_console.db.history import read_held
from safecity_console.db.incident_parts import insert_clip, insert_file, insert_ticks, put_camera
from safecity_console.db.incidents import MISCONDUCT_SERIES, SERIES, insert_incident, next_serial
from safecity_console.db.rows import Readable
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Subject
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import NotFound, Refused, WorldError
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.incident import (
    CALLER_SOURCES,
    NOTE_MOST,
    PLACE_MOST,
    WHAT_MOST,
    Category,
    Incident,
    IncidentDraft,
    State,
    Transfer,
)
from safecity_console.domain.incident_parts import CameraLink, ClipLock, EventKind, IncidentCamera, IncidentFile, Tick
from safecity_console.domain.incident_steps import given_time
from safecity_console.domain.nearness import distance_m
from safecity_console.domain.procedure import Procedure
from safecity_console.domain.watch import HistoryState
from safecity_console.services.incident_core import Act, IncidentCore
from safecity_console.services.incident_seal import seal_caller
from safecity_console.services.incident_sight import eyes_of, who
from safecity_console.services.settings import SettingsService
from safecity_console.services.snapshots import SnapshotFile

LOCK_KEPT_DAYS = 180
NAME_MOST, PHONE_MOST, STATION_MOST, NUMBER_MOST = 80, 40, 80, 40
NEARBY_MOST = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is worked out before the transaction."""

    id: str
    draft: IncidentDraft
    procedure: Procedure
    cameras: tuple[IncidentCamera, ...]
    file: IncidentFile | None


class IncidentEntry(IncidentCore):
    """Entering incidents."""

    def enter(self, draft: IncidentDraft, snapshot: SnapshotFile | None = None) -> Incident:
        """Enter an incident; raises Refused, NotFound.

        Codes: incident_what, place_half, place_range, time_future, time_too_old, seal_locked, file_*.
        """
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("incident"))
        fitted = self._with_place(fit_draft(draft))
        given_time(fitted.event_at, self._clock.now())
        incident_id = new_id()
        file = None if snapshot is None else self._files.keep(incident_id, snapshot.path, "snapshot",
                                                              fitted.camera_id, snapshot.taken_at)
        entry = Entry(incident_id, fitted, self._around.procedures.of(fitted.category), self._around_it(fitted), file)
        clips: list[ClipLock] = []
        try:
            entered = self._door.write(lambda tx: self._enter(tx, entry, actor, clips))
        except WorldError as error:
            # What was only slow may be written yet, and then it wants its file.
            if file is not None and not (isinstance(error, Refused) and error.code == "database_slow"):
                self._files.drop(file)
            raise
        for clip in clips:
            self._around.keeper.keep(clip)
        self._changed(frozenset({incident_id}))
        return entered

    def nearby(self, about: IncidentDraft | Incident) -> tuple[IncidentCamera, ...]:
        """Give the cameras near a place or of its site, with the state they had at that minute; nearest first."""
        at = about.event_at or self._clock.now()
        return self._reader.read(lambda view: tuple(_as_it_was(view, one, at) for one in self._around_it(about)))

    def _enter(self, tx: Transaction, entry: Entry, actor: Actor, clips: list[ClipLock]) -> Incident:
        incident = self._incident(tx, entry, actor)
        draft = entry.draft
        sealed = seal_caller(self._around.safe, entry.id, draft.caller_name, draft.caller_phone) \
            if incident.sealed else None
        insert_incident(tx, incident, sealed)
        act = Act(tx, incident, actor, self._desk, eyes_of(self._desk, self._reader, actor))
        act.tell(EventKind.ENTERED, incident.event_at, source=draft.source.value, severity=draft.severity.value,
                 category=draft.category.value)
        if incident.routed_to is not None:
            act.tell(EventKind.ROUTED, to=incident.routed_to.value)
        insert_ticks(tx, entry.id, ticks_of(entry.procedure))
        clips += self._cameras_of(act, [_as_it_was(tx, one, incident.event_at) for one in entry.cameras])
        if entry.file is not None:
            insert_file(tx, entry.id, entry.file)
            act.tell(EventKind.FILE_ADDED, kind=entry.file.kind, name=entry.file.name, sha256=entry.file.sha256)
        if draft.note:
            act.tell(EventKind.NOTE, text=draft.note)
        act.found_anew = True
        act.audit(Action.INCIDENT_NEW, category=draft.category.value, severity=draft.severity.value,
                  late_s=int((incident.entered_at - incident.event_at).total_seconds()), sealed=incident.sealed)
        return act.finish(None)

    def _incident(self, tx: Transaction, entry: Entry, actor: Actor) -> Incident:
        draft, now = entry.draft, tx.now
        misconduct, women = draft.category is Category.MISCONDUCT, draft.category is Category.WOMEN_CHILDREN
        station = clean_line(self._around.settings.text("place.code"), 20) or "-"
        series, year = MISCONDUCT_SERIES if misconduct else SERIES, now.astimezone(self._zone()).year
        sealed = draft.seal or women
        return Incident(
            id=entry.id, series=series, year=year, serial=next_serial(tx, station, series, year), station=station,
            what=draft.what, category=draft.category, severity=draft.severity, source=draft.source, state=State.NEW,
            event_at=given_time(draft.event_at, now), entered_at=now, entered_by=who(actor), place=draft.place,
            site_id=draft.site_id, beat=draft.beat, police_station=draft.police_station, latitude=draft.latitude,
            longitude=draft.longitude, caller_name="" if sealed else draft.caller_name,
            caller_phone="" if sealed else draft.caller_phone, sealed=sealed,
            named_officer_id=draft.named_officer_id if misconduct else "",
            call_back_due_at=call_back_due(draft, entry.procedure, now), rapat_no=draft.rapat_no, fir_no=draft.fir_no,
            camera_id=draft.camera_id, routed_to=Transfer.WOMENS_DESK if women else None)

    def _cameras_of(self, act: Act, cameras: Sequence[IncidentCamera]) -> list[ClipLock]:
        clips = [clip_of(act.incident, one.camera_id, self._around.settings) for one in cameras]
        for camera, clip in zip(cameras, clips, strict=True):
            put_camera(act.tx, act.id, camera)
            insert_clip(act.tx, clip)
        if clips:
            act.tell(EventKind.CAMERA_LINKED, cameras=len(cameras), down=sum(one.down for one in cameras),
                     unknown=sum(one.state == HistoryState.UNKNOWN for one in cameras))
            act.tell(EventKind.CLIP_LOCKED, cameras=len(cameras), **told_of(clips[0]))
        return clips

    def _with_place(self, draft: IncidentDraft) -> IncidentDraft:
        """Fill in the site of the camera it is entered from; raises NotFound("camera_unknown" | "incident_site")."""
        camera = self._around.cameras.by_id(draft.camera_id) if draft.camera_id else None
        if draft.camera_id and camera is None:
            raise NotFound("camera_unknown")
        if draft.site_id and draft.site_id not in {site.id for site in self._around.cameras.sites()}:
            raise NotFound("incident_site")
        return replace(draft, site_id=draft.site_id or (camera.site_id or "" if camera is not None else ""))

    def _around_it(self, about: IncidentDraft | Incident) -> tuple[IncidentCamera, ...]:
        """Give the camera it was entered from and those near it, states not looked at yet."""
        cameras = self._around.cameras
        sites = {site.id: site for site in cameras.sites()}
        own = cameras.by_id(about.camera_id) if about.camera_id else None
        site_ids = {about.site_id, own.site_id if own is not None else None} - {"", None}
        origin = _place(about.latitude, about.longitude)
        for site_id in (about.site_id, own.site_id if own is not None else ""):
            site = sites.get(site_id or "")
            origin = origin or (_place(site.latitude, site.longitude) if site is not None else None)

        def metres(camera: Camera) -> float | None:
            site = sites.get(camera.site_id or "")
            there = _place(site.latitude, site.longitude) if site is not None else None
            return None if origin is None or there is None else round(distance_m(*origin, *there), 1)

        near_m = self._around.settings.number("incident.near_m")
        found = [IncidentCamera(c.id, CameraLink.NEARBY, HistoryState.UNKNOWN.value, distance_m=away)
                 for c in cameras.cameras() if c is not own
                 for away in [metres(c)] if c.site_id in site_ids or (away is not None and away <= near_m)]
        found.sort(key=lambda one: (one.distance_m is None, one.distance_m or 0.0, one.camera_id))
        first = [] if own is None else [IncidentCamera(own.id, CameraLink.ENTERED_FROM, HistoryState.UNKNOWN.value,
                                                       distance_m=metres(own))]
        return (*first, *found[:NEARBY_MOST])

    def _zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self._around.settings.text("screen.time_zone"))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo("UTC")


def fit_draft(draft: IncidentDraft) -> IncidentDraft:
    """Give a draft as it is kept; raises Refused("incident_what" | "place_half" | "place_range")."""
    what = clean_line(draft.what, WHAT_MOST)
    if not what:
        raise Refused("incident_what")
    if (draft.latitude is None) != (draft.longitude is None):
        raise Refused("place_half")
    if not (-90 <= (draft.latitude or 0.0) <= 90 and -180 <= (draft.longitude or 0.0) <= 180):
        raise Refused("place_range")
    return replace(
        draft, what=what, place=clean_line(draft.place, PLACE_MOST), beat=clean_line(draft.beat, STATION_MOST),
        police_station=clean_line(draft.police_station, STATION_MOST), note=clean_note(draft.note, NOTE_MOST),
        caller_name=clean_line(draft.caller_name, NAME_MOST), caller_phone=clean_line(draft.caller_phone, PHONE_MOST),
        rapat_no=clean_line(draft.rapat_no, NUMBER_MOST), fir_no=clean_line(draft.fir_no, NUMBER_MOST))


def clip_of(incident: Incident, camera_id: str, settings: SettingsService) -> ClipLock:
    """Give the lock of an incident's camera; misconduct is kept until somebody lets it go."""
    to_at = incident.event_at + timedelta(minutes=settings.number("incident.lock_after_min"))
    until = None if incident.category is Category.MISCONDUCT else to_at + timedelta(days=LOCK_KEPT_DAYS)
    from_at = incident.event_at - timedelta(minutes=settings.number("incident.lock_before_min"))
    return ClipLock(new_id(), incident.id, camera_id, from_at, to_at, until)


def told_of(clip: ClipLock) -> dict[str, str | None]:
    """Give what a timeline says of a lock."""
    return {"from_at": clip.from_at.isoformat(), "to_at": clip.to_at.isoformat(),
            "until": None if clip.until is None else clip.until.isoformat()}


def ticks_of(procedure: Procedure, first: int = 0) -> tuple[Tick, ...]:
    """Give a checklist as open steps of an incident."""
    return tuple(Tick(new_id(), first + at, step.text, step.text_ur, step.required, step.call_back)
                 for at, step in enumerate(procedure.steps))


def call_back_due(about: IncidentDraft | Incident, procedure: Procedure, now: datetime) -> datetime | None:
    """Give when the caller is to be called back; None where nobody waits."""
    if isinstance(about, IncidentDraft) and about.call_back_by is not None:
        return about.call_back_by
    if procedure.call_back_within_s is None or not (about.source in CALLER_SOURCES or about.caller_phone):
        return None
    return now + timedelta(seconds=procedure.call_back_within_s)


def _place(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    return None if latitude is None or longitude is None else (latitude, longitude)


def _as_it_was(view: Readable, camera: IncidentCamera, at: datetime) -> IncidentCamera:
    held = read_held(view, camera.camera_id, at)
    return camera if held is None else replace(camera, state=held.state.value, layer=held.layer)
