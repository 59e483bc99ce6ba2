"""What every deed on an incident has in common: permission, sight, one transaction, timeline, audit, telling.

Belongs here: the frame of a deed and the open incidents kept at hand. Does not belong here: the deeds
(incident_entry.py, incident_steps.py, incident_work.py), reading (incident_views.py).
Invariants: 1. Row, timeline, full text and audit of a deed are in one commit. 2. What an officer may not see does not
exist for him: incident_missing. 3. An ended incident is left alone but by a review and by what concerns its footage.
4. The audit of misconduct holds no text of it. 5. IncidentsChanged is published after the commit. Thread: any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.ids import new_id
from safecity_console.db.door import Door
from safecity_console.db.incident_parts import append_event, read_touched, read_version
from safecity_console.db.incident_text import index_event, index_fields
from safecity_console.db.incidents import read_incident, read_open, update_incident
from safecity_console.db.reader import Reader
from safecity_console.db.rows import Readable
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Detail, Outcome, Subject
from safecity_console.domain.errors import Conflict, NotFound, Refused
from safecity_console.domain.incident import Category, Incident
from safecity_console.domain.incident_parts import ClipLock, EventKind, IncidentEvent
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk
from safecity_console.services.events import IncidentsChanged
from safecity_console.services.incident_files import IncidentFiles
from safecity_console.services.incident_sight import Eyes, eyes_of, who
from safecity_console.services.procedures import ProcedureService
from safecity_console.services.safe import Safe
from safecity_console.services.settings import SettingsService

_TOLD_OF_MISCONDUCT = frozenset({"forced", "second", "reason", "to"})


class ClipKeeper(Protocol):
    """Who keeps recordings; told after the lock is in the file, and again of standing locks at its start."""

    def keep(self, lock: ClipLock) -> None:
        """Keep a span of a camera's recording."""
        ...

    def release(self, lock_id: str) -> None:
        """Keep it no longer for this lock's sake."""
        ...


class RowsOnly:
    """Nothing records yet: the rows stand until there is somebody to read them."""

    def keep(self, lock: ClipLock) -> None:
        """Leave it at the row."""

    def release(self, lock_id: str) -> None:
        """Leave it at the row."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the incident services lean on."""

    door: Door
    reader: Reader
    bus: Bus
    clock: Clock
    desk: Desk
    safe: Safe
    settings: SettingsService
    cameras: CameraService
    procedures: ProcedureService
    folder: Path
    keeper: ClipKeeper


class Act:
    """One deed on one incident, inside its transaction."""

    def __init__(self, transaction: Transaction, incident: Incident, actor: Actor, desk: Desk, eyes: Eyes) -> None:
        self.tx, self.before, self.incident, self.actor, self.eyes = transaction, incident, incident, actor, eyes
        self._desk = desk
        self.columns: dict[str, bytes | None] = {}
        self.found_anew = False

    @property
    def id(self) -> str:
        """Give the incident's id."""
        return self.before.id

    @property
    def now(self) -> datetime:
        """Give the entry time of everything this deed writes."""
        return self.tx.now

    @property
    def badge(self) -> str:
        """Give who does it, as the incident keeps it."""
        return who(self.actor)

    def set(self, **fields: Any) -> None:
        """Change fields; written at the end."""
        self.incident = replace(self.incident, **fields)

    def tell(self, kind: EventKind, event_at: datetime | None = None, /, **content: Any) -> None:
        """Add a line to the timeline."""
        self._told(IncidentEvent(new_id(), self.id, kind, event_at or self.now, self.now, self.badge, content))

    def audit(self, action: Action, outcome: Outcome = Outcome.DONE, /, **detail: Detail) -> None:
        """Add the deed to the chain."""
        append_of(self._desk, self.tx, self.incident, self.actor, action, outcome, detail)

    def finish(self, expected_revision: int | None) -> Incident:
        """Write what was set."""
        if self.incident != self.before or self.columns:
            update_incident(self.tx, self.before, self.incident, expected_revision, **self.columns)
            self.found_anew = True
        if self.found_anew:
            index_fields(self.tx, self.incident)
        found = read_incident(self.tx, self.id)
        if found is None:
            raise NotFound("incident_missing")
        return found

    def _told(self, event: IncidentEvent) -> None:
        append_event(self.tx, event)
        index_event(self.tx, event)


def append_of(desk: Desk, transaction: Transaction, incident: Incident, actor: Actor, action: Action,
              outcome: Outcome, detail: Mapping[str, Detail]) -> None:
    """Add a deed on an incident to the chain; of misconduct it says that something was done, not what."""
    kept = {key: value for key, value in detail.items() if key in _TOLD_OF_MISCONDUCT} \
        if incident.category is Category.MISCONDUCT else {"label": incident.full_label, **detail}
    desk.append(transaction, action, Subject("incident", incident.id), outcome, actor, **kept)


class IncidentCore:
    """The frame that all deeds on incidents stand in."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._door, self._reader, self._desk, self._clock = around.door, around.reader, around.desk, around.clock
        self._files = IncidentFiles(around.folder)
        self._fresh = threading.Lock()  # what is at hand never goes back behind another's write
        self._open_now: tuple[Incident, ...] | None = None
        self._version: int | None = None

    def reload(self) -> None:
        """Read anew, as when another process wrote an incident, and tell what changed."""
        self._around.procedures.reload()
        self._changed(frozenset())

    def _act(self, incident_id: str, permission: Permission, deed: Callable[[Act], None], *,
             also_ended: bool = False, expected_revision: int | None = None) -> Incident:
        """Do a deed; raises Refused, NotFound("incident_missing"), Conflict("changed_meanwhile")."""
        actor = self._desk.must(permission, Subject("incident", incident_id[:36]))
        eyes = eyes_of(self._desk, self._reader, actor)

        def job(transaction: Transaction) -> Incident:
            incident = self._seen(transaction, incident_id, eyes)
            if expected_revision is not None and incident.revision != expected_revision:
                raise Conflict("changed_meanwhile", kind="incident", expected=expected_revision,
                               found=incident.revision)
            if incident.ended and not also_ended:
                raise Refused("incident_ended", label=incident.label)
            act = Act(transaction, incident, actor, self._desk, eyes)
            deed(act)
            return act.finish(expected_revision)

        after = self._door.write(job)
        self._changed(frozenset({incident_id}))
        return after

    def _seen(self, view: Readable, incident_id: str, eyes: Eyes) -> Incident:
        incident = read_incident(view, incident_id)
        if incident is None or not eyes.sees(incident):
            raise NotFound("incident_missing")
        return incident

    def _changed(self, ids: frozenset[str]) -> None:
        """Read what is open anew and tell who changed: this desk's deed, and others' since the last look."""
        with self._fresh:
            told = ids | self._reader.read(lambda view: self._refresh(view, ids))
        if told:
            self._around.bus.publish(IncidentsChanged(told))

    def _refresh(self, view: Readable, ids: frozenset[str]) -> frozenset[str]:
        """Bring what is at hand to what the file says; gives whom others changed. Only what changed is read."""
        version, known, held = read_version(view), self._version, self._open_now
        touched = frozenset[str]() if known is None or known == version else frozenset(read_touched(view, known))
        self._version = version
        if held is None:
            self._open_now = read_open(view)
            return touched
        changed = {one: read_incident(view, one) for one in ids | touched}
        if changed:
            self._open_now = (*(one for one in held if one.id not in changed),
                              *(one for one in changed.values() if one is not None and not one.ended))
        return touched

    def _every_open(self) -> tuple[Incident, ...]:
        found = self._open_now
        if found is None:
            self._changed(frozenset())
            found = self._open_now or ()
        return found
