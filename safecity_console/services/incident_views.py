"""Looking at incidents: the open ones, figures, search, one in full.

Belongs here: reading with sight and the audit of looking. Does not belong here: changing anything (the other
incident modules), SQL.
Invariants: 1. What comes out of here passed the rule of sight, by statement or by `Eyes`. 2. A text search is audited
with its words and how many it found; opening one incident is audited, misconduct on the disk before it is read.
3. The open ones are at hand: giving them costs no disk. Thread: any.
"""

from __future__ import annotations

import re
from dataclasses import replace

from safecity_console.db.incident_duty import Duty, count_duty
from safecity_console.db.incident_parts import (
    read_cameras_of,
    read_clips,
    read_events,
    read_files,
    read_parties,
    read_related,
    read_standing_locks,
    read_ticks,
    read_units_of,
)
from safecity_console.db.incident_text import search_incidents
from safecity_console.db.incidents import read_incident, read_numbered
from safecity_console.db.rows import Readable
from safecity_console.db.shifts import read_open_shift
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import OF_MISCONDUCT, Action, Subject
from safecity_console.domain.errors import NotFound
from safecity_console.domain.finding import fold
from safecity_console.domain.incident import Category, Filter, Incident
from safecity_console.domain.incident_counts import IncidentCounts, count_open, urgent_first
from safecity_console.domain.incident_parts import ClipLock, IncidentDetail, Related
from safecity_console.services.incident_core import Around, IncidentCore
from safecity_console.services.incident_sight import Eyes, eyes_of

SEEN_AGAIN_S = 60.0
_NAMES_APART = re.compile(r"(?i)(?:^|[\s-])m[\s-]*\d")
_SHORT = re.compile(r"(?:(i|m) ?)?0*(\d{1,9})")
_FULL = re.compile(r"(?:.* )?(i|m) (\d{4}) 0*(\d{1,9})")


class IncidentViews(IncidentCore):
    """Looking at incidents."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._looks: dict[str, tuple[str, str, float]] = {}

    def find(self, wanted: Filter) -> tuple[Incident, ...]:
        """Give the incidents that fit and may be seen, newest first; raises Refused."""
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("incident"))
        eyes, now = eyes_of(self._desk, self._reader, actor), self._clock.now()
        found = self._reader.read(lambda view: search_incidents(view, wanted, eyes.sight, now, self._duty(view)))
        if wanted.text.strip() and not self._seen_just_now("search", actor.session or actor.badge, wanted.text):
            apart = Category.MISCONDUCT in {one.category for one in found} or _NAMES_APART.search(wanted.text)
            self._desk.note(Action.SEARCH, Subject("incident"), actor=actor, text=wanted.text[:200], found=len(found),
                            incident=OF_MISCONDUCT if apart else None)
        return found

    def open_ones(self) -> tuple[Incident, ...]:
        """Give the open incidents that may be seen, gravest first, then oldest; none while the desk is locked."""
        eyes = eyes_of(self._desk, self._reader, self._desk.actor)
        return urgent_first(one for one in self._every_open() if eyes.sees(one))

    def counts(self) -> IncidentCounts:
        """Give the figures over the open incidents that may be seen."""
        eyes = eyes_of(self._desk, self._reader, self._desk.actor)

        def count(view: Readable) -> int:
            duty = self._duty(view) if eyes.permissions else None
            return 0 if duty is None else count_duty(view, duty, eyes.sight)

        mine = self._reader.read(count)
        return count_open(self.open_ones(), self._clock.now(), self._around.procedures.targets(), mine)

    def detail(self, incident_id: str) -> IncidentDetail:
        """Give one incident with all that hangs on it; audited. Raises Refused, NotFound("incident_missing")."""
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("incident", incident_id[:36]))
        eyes = eyes_of(self._desk, self._reader, actor)
        incident = self._reader.read(lambda view: self._seen(view, incident_id, eyes))
        if incident.category is Category.MISCONDUCT:
            self._desk.note_now(Action.MISCONDUCT_VIEW, Subject("incident", incident_id), actor=actor)
        elif not self._seen_just_now("view", actor.session or actor.badge, incident_id):
            self._desk.note(Action.INCIDENT_VIEW, Subject("incident", incident_id), actor=actor,
                            label=incident.full_label)
        return self._reader.read(lambda view: self._detail(view, incident_id, eyes))

    def by_label(self, label: str) -> Incident:
        """Find an incident by "I-2291", "2291", its number on papers or its id; raises NotFound("incident_missing")."""
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("incident"))
        eyes = eyes_of(self._desk, self._reader, actor)
        plain = fold(label[:80])
        full, short = _FULL.fullmatch(plain), _SHORT.fullmatch(plain)
        if full is not None:
            year, series, serial = int(full[2]), full[1].upper(), int(full[3])
        elif short is not None:
            year, series, serial = None, (short[1] or "i").upper(), int(short[2])
        else:
            return self._reader.read(lambda view: self._seen(view, label.strip()[:36], eyes))
        found = self._reader.read(lambda view: read_numbered(view, series, serial, eyes.sight, year))
        if found is None:
            raise NotFound("incident_missing")
        return found

    def standing_locks(self) -> tuple[ClipLock, ...]:
        """Give every clip lock of an incident that may be seen, for "locks expiring"."""
        actor = self._desk.must(Permission.LOG_INCIDENTS, Subject("clip_lock"))
        eyes = eyes_of(self._desk, self._reader, actor)

        def read(view: Readable) -> tuple[ClipLock, ...]:
            known: dict[str, bool] = {}
            for lock in (locks := read_standing_locks(view)):
                if lock.incident_id not in known:
                    incident = read_incident(view, lock.incident_id)
                    known[lock.incident_id] = incident is not None and eyes.sees(incident)
            return tuple(lock for lock in locks if known[lock.incident_id])

        return self._reader.read(read)

    def _duty(self, view: Readable) -> Duty | None:
        """Give whose incidents are "mine" and since when: his duty where he has it, else since he signed in."""
        session = self._desk.session
        if session is None:
            return None
        shift, badge = read_open_shift(view), session.officer.badge
        return Duty(badge, shift.from_at if shift is not None and shift.badge == badge else session.started_at)

    def _detail(self, view: Readable, incident_id: str, eyes: Eyes) -> IncidentDetail:
        return IncidentDetail(
            self._seen(view, incident_id, eyes), read_events(view, incident_id), read_cameras_of(view, incident_id),
            read_clips(view, incident_id), read_units_of(view, incident_id), read_parties(view, incident_id),
            read_ticks(view, incident_id), read_files(view, incident_id), self._related(view, incident_id, eyes))

    def _related(self, view: Readable, incident_id: str, eyes: Eyes) -> tuple[Related, ...]:
        """Leave out other incidents that may not be seen; their labels are read now, not kept."""
        kept = []
        for one in read_related(view, incident_id):
            if one.kind != "incident":
                kept.append(one)
                continue
            other = read_incident(view, one.id)
            if other is not None and eyes.sees(other):
                kept.append(replace(one, label=other.label))
        return tuple({(one.kind, one.id): one for one in kept}.values())

    def _seen_just_now(self, way: str, who: str, what: str) -> bool:
        """Tell whether the same officer looks at the same thing still: a screen that refreshes is one look."""
        now_s, (last_who, last_what, at_s) = self._clock.monotonic_s(), self._looks.get(way, ("", "", 0.0))
        if (last_who, last_what) == (who, what) and now_s - at_s < SEEN_AGAIN_S:
            return True
        self._looks[way] = (who, what, now_s)
        return False
