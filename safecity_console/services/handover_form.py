"""The handover form, filled by the program: incidents, cameras, clocks that run out, defects, what cannot be known yet.

Belongs here: gathering and choosing what stands on the form. Does not belong here: drafts and signing (handover.py),
words, printing (exports/).
Invariants: 1. Misconduct stands on the form only as far as the incoming officer may see it; while he is not known, not
at all, and then by its number without words. 2. What the console cannot know yet is None. 3. Filling changes nothing.
Thread: any but the GUI's: the history of every camera is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from safecity_console.db.handovers import read_checks
from safecity_console.db.officers import read_officers
from safecity_console.db.ptz import read_states
from safecity_console.db.reader import Reader
from safecity_console.db.shifts import read_entries
from safecity_console.domain.access import Officer, Role, chain_of
from safecity_console.domain.camera import Camera
from safecity_console.domain.camera_losses import Turn, turns
from safecity_console.domain.incident import Category, Incident, Severity, sees
from safecity_console.domain.incident_parts import ClipLock, IncidentDetail
from safecity_console.domain.roster import Window
from safecity_console.domain.shift import (
    CheckState,
    FormCamera,
    FormClip,
    FormIncident,
    HandoverDraft,
    HandoverForm,
    Shift,
)
from safecity_console.services.cameras import CameraService
from safecity_console.services.history import HistoryService
from safecity_console.services.settings import SettingsService

GRAVE = frozenset({Severity.S1, Severity.S2})
SOON = timedelta(hours=10)
"""What ends within the next shift stands on the form."""


class OpenIncidents(Protocol):
    """What the form asks of the incidents."""

    def open_ones(self) -> tuple[Incident, ...]:
        """Give the open incidents that the officer at the desk may see."""
        ...

    def detail(self, incident_id: str) -> IncidentDetail:
        """Open one; audited."""
        ...

    def clips_ending(self, until: datetime) -> tuple[tuple[str, ClipLock], ...]:
        """Give clip locks that end by themselves before a moment, each with its incident's id."""
        ...


@dataclass(frozen=True, slots=True)
class Incoming:
    """The officer who identified himself to take over."""

    officer: Officer
    role: Role


class FormFiller:
    """Fills forms of one console."""

    def __init__(self, reader: Reader, settings: SettingsService, cameras: CameraService, history: HistoryService,
                 incidents: OpenIncidents) -> None:
        self._reader, self._settings = reader, settings
        self._cameras, self._history, self._incidents = cameras, history, incidents

    def fill(self, shift: Shift, draft: HandoverDraft, span: Window, incoming: Incoming | None,
             now: datetime) -> HandoverForm:
        """Give the form as it stands at a moment."""
        checks = self._reader.read(lambda view: read_checks(view, shift.id))
        form = HandoverForm(
            station=self._settings.text("place.code"), place=self._settings.text("place.name"), made_at=now,
            shift=shift, next_code=span.hours.code, next_from=span.from_at, next_to=span.to_at,
            defects=tuple(one for one in checks if one.state is CheckState.DEFECT),
            checks_open=sum(one.state is CheckState.OPEN for one in checks),
            log=self._reader.read(lambda view: read_entries(view, shift.id)), events=draft.events,
            remarks=draft.remarks, incoming_remarks=draft.incoming_remarks,
            incoming_badge="" if incoming is None else incoming.officer.badge,
            incoming_name="" if incoming is None else incoming.officer.name)
        return self._with_incidents(self._with_cameras(form, now), draft, incoming, now)

    def _with_incidents(self, form: HandoverForm, draft: HandoverDraft, incoming: Incoming | None,
                        now: datetime) -> HandoverForm:
        source = self._incidents
        seen = self._seen(source.open_ones(), incoming)
        listed = [_listed(one, one.severity in GRAVE) for one in seen]
        grave = tuple(one for one in listed if one.must_open)
        kept = {one.id: one.revision for one in grave}
        # A figure cannot be taken back from who reads the signed form later: misconduct is in none.
        others = {level.value: sum(one.severity is level and one.category is not Category.MISCONDUCT for one in seen)
                  for level in Severity if level not in GRAVE}
        labels = {one.id: one.label for one in seen}
        return replace(
            form, incidents=grave, others=others,
            holds=tuple(one for one in listed if one.hold_until is not None and now < one.hold_until <= now + SOON),
            call_backs=tuple(one for one in listed if one.call_back_due_at is not None
                             and one.call_back_due_at <= now + SOON),
            clips=tuple(self._clip(labels[one], lock) for one, lock in source.clips_ending(now + SOON)
                        if one in labels),
            opened=frozenset(one for one, revision in draft.opened.items() if kept.get(one) == revision))

    def _seen(self, found: Sequence[Incident], incoming: Incoming | None) -> list[Incident]:
        """Leave only what the incoming officer may know of."""
        if incoming is None:
            return [one for one in found if one.category is not Category.MISCONDUCT]
        officers, officer = self._reader.read(read_officers), incoming.officer
        return [one for one in found if sees(one, officer.id, officer.badge, incoming.role.permissions,
                                             chain_of(one.named_officer_id, officers))]

    def _with_cameras(self, form: HandoverForm, now: datetime) -> HandoverForm:
        hold = timedelta(seconds=self._settings.number("shift.camera_hold_s"))
        known = {one.id: one for one in self._cameras.cameras()}
        since = self._history.last_worked()
        down = {one.camera_id: one for one in self._history.down_at(now) if one.camera_id in known}
        lost: list[FormCamera] = []
        back: list[FormCamera] = []
        off_home = {one.camera_id: one.off_home_since for one in self._reader.read(read_states)}
        for camera in known.values():
            spans = self._history.spans(camera.id, form.shift.from_at, now)
            for turn in _last_of_each(turns(spans, form.shift.from_at, now, hold)):
                (back if turn.back else lost).append(_turned(camera, turn))
        return replace(
            form, ptz_off_home=_ordered(FormCamera(known[key].number, known[key].name, since_at)
                                        for key, since_at in off_home.items() if since_at is not None and key in known),
            cameras_lost=_ordered(lost), cameras_restored=_ordered(back),
            cameras_down=_ordered(FormCamera(known[key].number, known[key].name, since.get(key, one.since), one.layer,
                                             one.fault) for key, one in down.items()))

    def _clip(self, label: str, lock: ClipLock) -> FormClip:
        camera = self._cameras.by_id(lock.camera_id)
        number = 0 if camera is None else camera.number
        return FormClip(label, number, lock.from_at, lock.to_at, lock.until or lock.to_at)


def without_misconduct(form: HandoverForm) -> HandoverForm:
    """Give a form as somebody may read it who neither signed it nor may see misconduct."""
    def left(listed: tuple[FormIncident, ...]) -> tuple[FormIncident, ...]:
        return tuple(one for one in listed if one.category != Category.MISCONDUCT.value)

    clips = tuple(one for one in form.clips if not one.incident.startswith("M-"))
    return replace(form, incidents=left(form.incidents), holds=left(form.holds), call_backs=left(form.call_backs),
                   clips=clips, opened=form.opened & {one.id for one in left(form.incidents)})


def _listed(one: Incident, grave: bool) -> FormIncident:
    """Give an incident as it stands on the form; of misconduct the number alone, never the words."""
    silent = one.category is Category.MISCONDUCT
    return FormIncident(one.id, one.label, one.severity.value, one.category.value, "" if silent else one.what,
                        "" if silent else one.place,
                        one.state.value, one.owner, one.entered_at, one.revision, one.hold_until,
                        one.call_back_due_at if one.called_back_at is None else None, grave)


def _last_of_each(found: Sequence[Turn]) -> list[Turn]:
    return list({turn.back: turn for turn in found}.values())


def _turned(camera: Camera, turn: Turn) -> FormCamera:
    return FormCamera(camera.number, camera.name, turn.at)


def _ordered(cameras: Iterable[FormCamera]) -> tuple[FormCamera, ...]:
    return tuple(sorted(cameras, key=lambda one: one.number))
