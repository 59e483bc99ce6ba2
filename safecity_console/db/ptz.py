"""PTZ as rows: presets, patrols, privacy sectors, where cameras were left, who holds one.

Belongs here: their SQL. Does not belong here: what makes them fit (domain/ptz_plan.py), moving (services/ptz*.py).
Invariants: 1. Of each camera a preset's number and its token stand once. 2. A lease is valid for `IDLE_RELEASE_S` after
`used_at`; a row that is older holds nobody. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from safecity_console.db.rows import (
    Readable,
    Row,
    flag,
    integer,
    moment,
    optional_moment,
    optional_real,
    text,
    time_text,
    word,
)
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged, NotFound
from safecity_console.domain.ptz import Holder, Position
from safecity_console.domain.ptz_plan import KeptPreset, Patrol, PatrolStep, PtzState, Sector


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """Who holds a camera, as every process of this workstation reads it; `console` names the process's console."""

    camera_id: str
    holder: Holder
    badge: str
    name: str
    console: str
    since_at: datetime
    used_at: datetime


def read_presets(view: Readable) -> tuple[KeptPreset, ...]:
    """Read every preset, by camera and number."""
    return tuple(_preset(row) for row in view.rows("SELECT * FROM ptz_preset ORDER BY camera_id, number"))


def put_preset(transaction: Transaction, preset: KeptPreset) -> None:
    """Write a preset under its camera and number."""
    found = transaction.one("SELECT id FROM ptz_preset WHERE camera_id = ? AND number = ?",
                            [preset.camera_id, preset.number])
    values = {"camera_id": preset.camera_id, "number": preset.number, "token": preset.token, "name": preset.name,
              **_place(preset.position), "picture": preset.picture, "made_by": preset.made_by, "gone": int(preset.gone)}
    if found is None:
        transaction.insert(Table.PTZ_PRESET, values)
    else:
        transaction.update(Table.PTZ_PRESET, text(found, "id"), values)


def delete_preset(transaction: Transaction, camera_id: str, number: int) -> None:
    """Delete a preset; raises NotFound("preset_unknown")."""
    found = transaction.one("SELECT id FROM ptz_preset WHERE camera_id = ? AND number = ?", [camera_id, number])
    if found is None:
        raise NotFound("preset_unknown", number=number)
    transaction.delete(Table.PTZ_PRESET, text(found, "id"))


def read_patrols(view: Readable) -> tuple[Patrol, ...]:
    """Read every patrol, by camera and number."""
    return tuple(_patrol(row) for row in view.rows("SELECT * FROM ptz_patrol ORDER BY camera_id, number"))


def put_patrol(transaction: Transaction, patrol: Patrol) -> None:
    """Write a patrol under its camera and number."""
    steps = json.dumps([[step.preset, step.dwell_s] for step in patrol.steps])
    found = transaction.one("SELECT id FROM ptz_patrol WHERE camera_id = ? AND number = ?",
                            [patrol.camera_id, patrol.number])
    values = {"camera_id": patrol.camera_id, "number": patrol.number, "name": patrol.name, "steps": steps,
              "tour_token": patrol.tour_token, "running": int(patrol.running), "running_by": patrol.running_by}
    if found is None:
        transaction.insert(Table.PTZ_PATROL, values)
    else:
        transaction.update(Table.PTZ_PATROL, text(found, "id"), values)


def delete_patrol(transaction: Transaction, camera_id: str, number: int) -> None:
    """Delete a patrol; raises NotFound("patrol_unknown")."""
    found = transaction.one("SELECT id FROM ptz_patrol WHERE camera_id = ? AND number = ?", [camera_id, number])
    if found is None:
        raise NotFound("patrol_unknown", number=number)
    transaction.delete(Table.PTZ_PATROL, text(found, "id"))


def read_sectors(view: Readable) -> tuple[Sector, ...]:
    """Read every privacy sector."""
    return tuple(Sector(text(row, "camera_id"), text(row, "name"), _real(row, "pan_from"), _real(row, "pan_to"),
                        _real(row, "tilt_from"), _real(row, "tilt_to"), text(row, "id"))
                 for row in view.rows("SELECT * FROM ptz_sector ORDER BY camera_id, name, id"))


def put_sector(transaction: Transaction, sector: Sector) -> str:
    """Write a sector; gives its id."""
    values = {"camera_id": sector.camera_id, "name": sector.name,
              **{edge: getattr(sector, edge) for edge in _EDGES}}
    if not sector.id:
        return transaction.insert(Table.PTZ_SECTOR, values).row_id
    return transaction.update(Table.PTZ_SECTOR, sector.id, values).row_id


def delete_sector(transaction: Transaction, sector_id: str) -> None:
    """Delete a sector; raises NotFound."""
    transaction.delete(Table.PTZ_SECTOR, sector_id)


def read_states(view: Readable) -> tuple[PtzState, ...]:
    """Read where the cameras were left."""
    return tuple(PtzState(text(row, "camera_id"), _position(row),
                          None if row.get("preset") is None else integer(row, "preset"),
                          optional_moment(row, "off_home_since"), optional_moment(row, "moved_at"),
                          text(row, "moved_by"))
                 for row in view.rows("SELECT * FROM ptz_state ORDER BY camera_id"))


def put_state(transaction: Transaction, state: PtzState) -> None:
    """Write where a camera was left."""
    transaction.upsert(Table.PTZ_STATE, state.camera_id, {
        **_place(state.position), "preset": state.preset, "off_home_since": _optional(state.off_home_since),
        "moved_at": _optional(state.moved_at), "moved_by": state.moved_by})


def read_leases(view: Readable) -> tuple[LeaseRow, ...]:
    """Read who holds what, also what has run out."""
    return tuple(LeaseRow(text(row, "camera_id"), word(row, "holder", Holder), text(row, "badge"), text(row, "name"),
                          text(row, "console"), moment(row, "since_at"), moment(row, "used_at"))
                 for row in view.rows("SELECT * FROM ptz_lease"))


def put_lease(transaction: Transaction, lease: LeaseRow) -> None:
    """Write who holds a camera."""
    transaction.upsert(Table.PTZ_LEASE, lease.camera_id, {
        "holder": lease.holder.value, "badge": lease.badge, "name": lease.name, "console": lease.console,
        "since_at": time_text(lease.since_at), "used_at": time_text(lease.used_at)})


def delete_lease(transaction: Transaction, camera_id: str, console: str) -> None:
    """Let a camera go where this console holds it."""
    if transaction.rows("SELECT 1 AS one FROM ptz_lease WHERE camera_id = ? AND console = ?", [camera_id, console]):
        transaction.delete(Table.PTZ_LEASE, camera_id)


_EDGES = ("pan_from", "pan_to", "tilt_from", "tilt_to")


def _preset(row: Row) -> KeptPreset:
    return KeptPreset(text(row, "camera_id"), integer(row, "number"), text(row, "token"), text(row, "name"),
                      _position(row), text(row, "picture"), text(row, "made_by"), flag(row, "gone"), text(row, "id"),
                      moment(row, "updated_at"))


def _patrol(row: Row) -> Patrol:
    try:
        steps = tuple(PatrolStep(int(preset), int(dwell_s)) for preset, dwell_s in json.loads(text(row, "steps")))
    except (ValueError, TypeError, RecursionError):
        raise DatabaseDamaged("column steps holds no steps") from None
    return Patrol(text(row, "camera_id"), integer(row, "number"), text(row, "name"), steps, text(row, "tour_token"),
                  flag(row, "running"), text(row, "running_by"), text(row, "id"), integer(row, "revision"))


def _position(row: Row) -> Position:
    return Position(optional_real(row, "pan"), optional_real(row, "tilt"), optional_real(row, "zoom"))


def _place(position: Position) -> dict[str, float | None]:
    return {"pan": position.pan, "tilt": position.tilt, "zoom": position.zoom}


def _real(row: Row, column: str) -> float:
    value = optional_real(row, column)
    if value is None:
        raise DatabaseDamaged(f"column {column} holds no number")
    return value


def _optional(at: datetime | None) -> str | None:
    return None if at is None else time_text(at)
