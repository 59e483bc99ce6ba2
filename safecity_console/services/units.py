"""Units that can be sent: keeping the list.

Belongs here: who may edit it, auditing. Does not belong here: sending one (incident_steps.py), what makes one fit
(domain/unit.py).
Invariant: a unit is put out of service, never deleted: incidents name it. Thread: any.
"""

from __future__ import annotations

from dataclasses import replace

from safecity_console.core.bus import Bus
from safecity_console.db.door import Door
from safecity_console.db.procedures import put_unit, read_unit, read_units
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.errors import NotFound
from safecity_console.domain.unit import Unit, fit_unit
from safecity_console.services.desk import Desk
from safecity_console.services.events import ProceduresChanged


class UnitService:
    """The units of one district."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk

    def units(self, also_inactive: bool = False) -> tuple[Unit, ...]:
        """Give the units by name."""
        return self._reader.read(lambda view: read_units(view, also_inactive))

    def by_id(self, unit_id: str) -> Unit | None:
        """Find a unit, also one out of service."""
        return self._reader.read(lambda view: read_unit(view, unit_id))

    def put(self, unit: Unit) -> Unit:
        """Keep a new or changed unit; raises Refused("unit_name"), Conflict("unit_taken" | "changed_meanwhile")."""
        actor = self._desk.must(Permission.EDIT_PLACES, Subject("unit", unit.id))
        fitted = fit_unit(unit)

        def job(transaction: Transaction) -> str:
            unit_id = put_unit(transaction, fitted)
            self._desk.append(transaction, Action.UNIT, Subject("unit", unit_id), Outcome.DONE, actor,
                              name=fitted.name, kind=fitted.kind.value, active=fitted.active, new=not unit.id)
            return unit_id

        unit_id = self._door.write(job)
        self._bus.publish(ProceduresChanged())
        return self._must_be(unit_id)

    def remove(self, unit_id: str) -> None:
        """Put a unit out of service; raises NotFound("unit_missing")."""
        self.put(replace(self._must_be(unit_id), active=False))

    def _must_be(self, unit_id: str) -> Unit:
        unit = self.by_id(unit_id)
        if unit is None:
            raise NotFound("unit_missing")
        return unit
