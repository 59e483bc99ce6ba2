"""Rows of checklists, response targets and units.

Belongs here: SQL and strict reading. Does not belong here: the standard ones (services/standard_procedures.py), who may
edit.
Invariants: 1. What has no row here has its standard one. 2. Units are never deleted: incidents name them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from safecity_console.db.rows import Readable, Row, flag, integer, text, word
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import Conflict, DatabaseDamaged
from safecity_console.domain.incident import Category, Severity
from safecity_console.domain.incident_clock import Targets
from safecity_console.domain.procedure import Procedure, ProcedureStep
from safecity_console.domain.unit import Unit, UnitKind


def read_procedures(view: Readable) -> dict[Category, Procedure]:
    """Read the edited checklists."""
    found = map(_procedure, view.rows("SELECT * FROM procedure"))
    return {one.category: one for one in found}


def put_procedure(transaction: Transaction, procedure: Procedure) -> None:
    """Write a checklist; raises Conflict("changed_meanwhile")."""
    steps = [{"text": s.text, "text_ur": s.text_ur, "required": s.required, "call_back": s.call_back}
             for s in procedure.steps]
    values = {"steps": json.dumps(steps, ensure_ascii=False), "shown": int(procedure.shown),
              "call_back_within_s": procedure.call_back_within_s}
    found = transaction.revision(Table.PROCEDURE, procedure.category.value)
    if (found or 0) != procedure.revision:
        raise Conflict("changed_meanwhile", kind="procedure", expected=procedure.revision, found=found or 0)
    transaction.upsert(Table.PROCEDURE, procedure.category.value, values)


def read_targets(view: Readable) -> dict[Severity, Targets]:
    """Read the edited response targets."""
    return {word(row, "severity", Severity): Targets(integer(row, "acknowledge_s"), integer(row, "dispatch_s"),
                                                     integer(row, "arrive_s"))
            for row in view.rows("SELECT * FROM response_target")}


def put_targets(transaction: Transaction, severity: Severity, targets: Targets) -> None:
    """Write the response targets of a severity."""
    transaction.upsert(Table.RESPONSE_TARGET, severity.value, {
        "acknowledge_s": targets.acknowledge_s, "dispatch_s": targets.dispatch_s, "arrive_s": targets.arrive_s})


def read_units(view: Readable, also_inactive: bool = False) -> tuple[Unit, ...]:
    """Read the units by name."""
    rows = view.rows("SELECT * FROM unit WHERE active = 1 OR ? ORDER BY active DESC, name COLLATE NOCASE, id",
                     [int(also_inactive)])
    return tuple(map(_unit, rows))


def read_unit(view: Readable, unit_id: str) -> Unit | None:
    """Read one unit."""
    rows = view.rows("SELECT * FROM unit WHERE id = ?", [unit_id])
    return _unit(rows[0]) if rows else None


def put_unit(transaction: Transaction, unit: Unit) -> str:
    """Write a unit, a new one where its id is empty; raises Conflict("unit_taken" | "changed_meanwhile")."""
    if unit.active and transaction.one("SELECT 1 AS there FROM unit WHERE name = ? COLLATE NOCASE AND active = 1"
                                       " AND id <> ?", [unit.name, unit.id]) is not None:
        raise Conflict("unit_taken")
    values = {"name": unit.name, "kind": unit.kind.value, "call_sign": unit.call_sign, "phone": unit.phone,
              "police_station": unit.police_station, "active": int(unit.active)}
    if not unit.id:
        return transaction.insert(Table.UNIT, values).row_id
    return transaction.update(Table.UNIT, unit.id, values, unit.revision or None).row_id


def _unit(row: Row) -> Unit:
    return Unit(text(row, "id"), text(row, "name"), word(row, "kind", UnitKind), text(row, "call_sign"),
                text(row, "phone"), text(row, "police_station"), flag(row, "active"), integer(row, "revision"))


def _procedure(row: Row) -> Procedure:
    try:
        said = json.loads(text(row, "steps"))
        steps = tuple(_step(one) for one in said)
    except (ValueError, AttributeError, TypeError, KeyError, RecursionError):
        raise DatabaseDamaged("column steps holds no checklist") from None
    within = row.get("call_back_within_s")
    return Procedure(word(row, "category", Category), steps, flag(row, "shown"),
                     within if isinstance(within, int) else None, integer(row, "revision"))


def _step(said: Mapping[str, object]) -> ProcedureStep:
    return ProcedureStep(str(said["text"]), str(said.get("text_ur", "")), said.get("required") is True,
                         said.get("call_back") is True)
