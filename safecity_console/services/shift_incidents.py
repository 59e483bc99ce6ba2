"""What a shift asks of the incidents, answered by their service and their rows.

Belongs here: the open ones, opening one, clip locks that end, states for the running log. Does not belong here: who may
see what (services/incident_sight.py), what stands on the form (handover_form.py).
Invariants: 1. What an officer asks goes through the incidents' service and is audited there. 2. `known` is for the
program's own log alone, which never shows misconduct. Thread: any.
"""

from __future__ import annotations

from datetime import datetime

from safecity_console.db.incident_parts import read_standing_locks
from safecity_console.db.incidents import read_incident
from safecity_console.db.reader import Reader, View
from safecity_console.domain.incident import Incident
from safecity_console.domain.incident_parts import ClipLock, IncidentDetail
from safecity_console.services.incidents import IncidentService


class ShiftIncidents:
    """The incidents as the shifts see them."""

    def __init__(self, reader: Reader, incidents: IncidentService) -> None:
        self._reader, self._incidents = reader, incidents

    def open_ones(self) -> tuple[Incident, ...]:
        """Give the open incidents that the officer at the desk may see."""
        return self._incidents.open_ones()

    def detail(self, incident_id: str) -> IncidentDetail:
        """Open one; audited."""
        return self._incidents.detail(incident_id)

    def clips_ending(self, until: datetime) -> tuple[tuple[str, ClipLock], ...]:
        """Give clip locks that end by themselves before a moment, each with its incident's id, soonest first."""
        ending = [one for one in self._reader.read(read_standing_locks) if one.until is not None and one.until <= until]
        return tuple((one.incident_id, one) for one in sorted(ending, key=lambda one: one.until or until))

    def known(self, ids: frozenset[str]) -> tuple[Incident, ...]:
        """Give incidents by id, for the program's own use."""
        def read(view: View) -> list[Incident | None]:
            return [read_incident(view, one) for one in sorted(ids)]

        return tuple(one for one in self._reader.read(read) if one is not None)
