"""Rows of what hangs on an incident: its timeline, cameras, clip locks, units, parties, checklist, files, links.

Belongs here: SQL and strict reading. Does not belong here: the incident itself (incidents.py), who may do it, sealing.
Invariants: 1. The timeline is only added to; its order is the row's number, which a clock that falls does not touch.
2. A sealed party's row holds no text of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from safecity_console.core.ids import new_id
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
from safecity_console.db.transaction import Log, Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.incident_parts import (
    CameraLink,
    ClipLock,
    EventKind,
    IncidentCamera,
    IncidentEvent,
    IncidentFile,
    Party,
    PartyKind,
    PartyRole,
    Related,
    Tick,
    UnitOnIt,
)

Content = Mapping[str, str | int | float | bool | None]


def append_event(transaction: Transaction, event: IncidentEvent) -> None:
    """Add a line to a timeline."""
    row = transaction.one("SELECT coalesce(max(n), 0) + 1 AS n FROM incident_event")
    transaction.append(Log.INCIDENT_EVENT, {
        "n": 1 if row is None else integer(row, "n"), "id": event.id or new_id(), "incident_id": event.incident_id,
        "kind": event.kind.value, "event_at": time_text(event.event_at), "entered_at": time_text(event.entered_at),
        "badge": event.badge, "content": json.dumps(dict(event.content), ensure_ascii=False)})


def read_events(view: Readable, incident_id: str) -> tuple[IncidentEvent, ...]:
    """Read a timeline in the order it was written."""
    return tuple(map(_event, view.rows("SELECT * FROM incident_event WHERE incident_id = ? ORDER BY n",
                                       [incident_id])))


def read_version(view: Readable) -> int:
    """Read how many lines all timelines have: every deed adds one, so a higher number says that something changed."""
    return integer(view.rows("SELECT coalesce(max(n), 0) AS n FROM incident_event")[0], "n")


def read_touched(view: Readable, after: int) -> tuple[str, ...]:
    """Read whose timelines grew since a number."""
    rows = view.rows("SELECT DISTINCT incident_id FROM incident_event WHERE n > ?", [after])
    return tuple(text(row, "incident_id") for row in rows)


def put_camera(transaction: Transaction, incident_id: str, camera: IncidentCamera) -> None:
    """Add a camera, or say anew why it stands there; its state of then stays."""
    row = transaction.one("SELECT id FROM incident_camera WHERE incident_id = ? AND camera_id = ?",
                          [incident_id, camera.camera_id])
    if row is not None:
        transaction.update(Table.INCIDENT_CAMERA, text(row, "id"), {"link": camera.link.value})
        return
    transaction.insert(Table.INCIDENT_CAMERA, {
        "incident_id": incident_id, "camera_id": camera.camera_id, "link": camera.link.value, "state": camera.state,
        "layer": camera.layer, "fault_no": camera.fault_no, "distance_m": camera.distance_m})


def remove_camera_link(transaction: Transaction, incident_id: str, camera_id: str) -> bool:
    """Take a camera out of an incident; False where it is not in it."""
    row = transaction.one("SELECT id FROM incident_camera WHERE incident_id = ? AND camera_id = ?",
                          [incident_id, camera_id])
    if row is not None:
        transaction.delete(Table.INCIDENT_CAMERA, text(row, "id"))
    return row is not None


def read_cameras_of(view: Readable, incident_id: str) -> tuple[IncidentCamera, ...]:
    """Read an incident's cameras: the one it was entered from, linked ones, nearby ones by distance."""
    rows = view.rows("SELECT * FROM incident_camera WHERE incident_id = ? ORDER BY link = 'nearby', link <>"
                     " 'entered_from', distance_m, id", [incident_id])
    return tuple(IncidentCamera(text(row, "camera_id"), word(row, "link", CameraLink), text(row, "state"),
                                text(row, "layer"), text(row, "fault_no"), optional_real(row, "distance_m"))
                 for row in rows)


def insert_clip(transaction: Transaction, clip: ClipLock) -> None:
    """Add a clip lock under its id."""
    transaction.insert(Table.CLIP_LOCK, {
        "incident_id": clip.incident_id, "camera_id": clip.camera_id, "from_at": time_text(clip.from_at),
        "to_at": time_text(clip.to_at), "until": None if clip.until is None else time_text(clip.until),
        "reason": clip.reason}, clip.id)


def release_clip(transaction: Transaction, clip_id: str) -> None:
    """Mark a lock as given up; its row stays."""
    transaction.update(Table.CLIP_LOCK, clip_id, {"released_at": time_text(transaction.now)})


def read_clips(view: Readable, incident_id: str) -> tuple[ClipLock, ...]:
    """Read an incident's clip locks, given up ones too."""
    return tuple(map(_clip, view.rows("SELECT * FROM clip_lock WHERE incident_id = ? ORDER BY rowid", [incident_id])))


def read_standing_locks(view: Readable) -> tuple[ClipLock, ...]:
    """Read every lock that was not given up, for the recorder and for "locks expiring"."""
    return tuple(map(_clip, view.rows("SELECT * FROM clip_lock WHERE released_at IS NULL ORDER BY rowid")))


def insert_unit(transaction: Transaction, incident_id: str, unit: UnitOnIt) -> None:
    """Add a unit that was told."""
    transaction.insert(Table.INCIDENT_UNIT, {"incident_id": incident_id, "unit_id": unit.unit_id, "name": unit.name,
                                             "told_at": time_text(unit.told_at)}, unit.id)


def set_unit_time(transaction: Transaction, unit: UnitOnIt) -> None:
    """Write a unit's times."""
    transaction.update(Table.INCIDENT_UNIT, unit.id, {
        "on_scene_at": None if unit.on_scene_at is None else time_text(unit.on_scene_at),
        "clear_at": None if unit.clear_at is None else time_text(unit.clear_at)})


def read_units_of(view: Readable, incident_id: str) -> tuple[UnitOnIt, ...]:
    """Read the units sent to an incident, in the order they were told."""
    rows = view.rows("SELECT * FROM incident_unit WHERE incident_id = ? ORDER BY rowid", [incident_id])
    return tuple(UnitOnIt(text(row, "id"), text(row, "unit_id"), text(row, "name"), moment(row, "told_at"),
                          optional_moment(row, "on_scene_at"), optional_moment(row, "clear_at")) for row in rows)


def put_party(transaction: Transaction, incident_id: str, party: Party, sealed: bytes | None = None) -> None:
    """Write a party under its id; with `sealed` its texts are in there and nowhere else."""
    name, more = ("", "") if sealed is not None else (party.name, party.more)
    transaction.upsert(Table.INCIDENT_PARTY, party.id, {
        "incident_id": incident_id, "kind": party.kind.value, "role": party.role.value, "name": name, "more": more,
        "sealed": int(sealed is not None), "content": sealed})


def read_parties(view: Readable, incident_id: str) -> tuple[Party, ...]:
    """Read an incident's parties; the sealed ones without texts."""
    rows = view.rows("SELECT * FROM incident_party WHERE incident_id = ? ORDER BY rowid", [incident_id])
    return tuple(Party(text(row, "id"), word(row, "kind", PartyKind), word(row, "role", PartyRole), text(row, "name"),
                       text(row, "more"), flag(row, "sealed")) for row in rows)


def read_sealed_parties(view: Readable, incident_id: str) -> dict[str, bytes]:
    """Read what is sealed of an incident's parties, by party id."""
    rows = view.rows("SELECT id, content FROM incident_party WHERE incident_id = ? AND sealed = 1 ORDER BY rowid",
                     [incident_id])
    return {text(row, "id"): bytes(row["content"]) for row in rows}


def insert_ticks(transaction: Transaction, incident_id: str, ticks: Iterable[Tick]) -> None:
    """Add the steps of a checklist."""
    for tick in ticks:
        transaction.insert(Table.INCIDENT_TICK, {
            "incident_id": incident_id, "position": tick.position, "text": tick.text, "text_ur": tick.text_ur,
            "required": int(tick.required), "call_back": int(tick.call_back)}, tick.id)


def set_tick(transaction: Transaction, tick: Tick) -> None:
    """Write whether a step is done."""
    transaction.update(Table.INCIDENT_TICK, tick.id, {
        "done_by": tick.done_by, "done_at": None if tick.done_at is None else time_text(tick.done_at)})


def read_ticks(view: Readable, incident_id: str) -> tuple[Tick, ...]:
    """Read an incident's checklist in order."""
    rows = view.rows("SELECT * FROM incident_tick WHERE incident_id = ? ORDER BY position, rowid", [incident_id])
    return tuple(Tick(text(row, "id"), integer(row, "position"), text(row, "text"), text(row, "text_ur"),
                      flag(row, "required"), flag(row, "call_back"), text(row, "done_by"),
                      optional_moment(row, "done_at")) for row in rows)


def insert_file(transaction: Transaction, incident_id: str, file: IncidentFile) -> None:
    """Add a file that lies below the data folder already."""
    transaction.insert(Table.INCIDENT_FILE, {
        "incident_id": incident_id, "name": file.name, "path": file.path, "sha256": file.sha256, "bytes": file.bytes,
        "kind": file.kind, "camera_id": file.camera_id,
        "taken_at": None if file.taken_at is None else time_text(file.taken_at)}, file.id)


def read_files(view: Readable, incident_id: str = "") -> tuple[IncidentFile, ...]:
    """Read an incident's files, or all; paths are below the folder of incident files."""
    rows = view.rows("SELECT * FROM incident_file WHERE ? IN ('', incident_id) ORDER BY rowid", [incident_id])
    return tuple(IncidentFile(text(row, "id"), text(row, "name"), text(row, "path"), text(row, "sha256"),
                              integer(row, "bytes"), text(row, "kind"), text(row, "camera_id"),
                              optional_moment(row, "taken_at")) for row in rows)


def insert_related(transaction: Transaction, incident_id: str, related: Related) -> bool:
    """Link an incident to another thing; False where it is linked already."""
    there = transaction.one("SELECT 1 AS there FROM incident_related WHERE incident_id = ? AND kind = ?"
                            " AND other_id = ?", [incident_id, related.kind, related.id])
    if there is None:
        transaction.insert(Table.INCIDENT_RELATED, {"incident_id": incident_id, "kind": related.kind,
                                                    "other_id": related.id, "label": related.label})
    return there is None


def read_related(view: Readable, incident_id: str) -> tuple[Related, ...]:
    """Read what an incident is linked to, from either side; whether another incident may be seen is judged above."""
    rows = view.rows("SELECT kind, other_id, label FROM incident_related WHERE incident_id = ? UNION"
                     " SELECT kind, incident_id, '' FROM incident_related WHERE kind = 'incident' AND other_id = ?",
                     [incident_id, incident_id])
    return tuple(Related(text(row, "kind"), text(row, "other_id"), text(row, "label")) for row in rows)


def drop_open_ticks(transaction: Transaction, incident_id: str) -> int:
    """Take the steps away that nobody did, as when another checklist takes their place; gives the last position."""
    ticks = read_ticks(transaction, incident_id)
    for tick in ticks:
        if not tick.done_by:
            transaction.delete(Table.INCIDENT_TICK, tick.id)
    return max((tick.position for tick in ticks if tick.done_by), default=-1)


def with_time(unit: UnitOnIt, on_scene_at: datetime | None = None, clear_at: datetime | None = None) -> UnitOnIt:
    """Give a unit with a further time."""
    return replace(unit, on_scene_at=on_scene_at or unit.on_scene_at, clear_at=clear_at or unit.clear_at)


def _event(row: Row) -> IncidentEvent:
    try:
        content = json.loads(text(row, "content"))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise DatabaseDamaged("column content holds no event")
    return IncidentEvent(text(row, "id"), text(row, "incident_id"), word(row, "kind", EventKind),
                         moment(row, "event_at"), moment(row, "entered_at"), text(row, "badge"), content)


def _clip(row: Row) -> ClipLock:
    return ClipLock(text(row, "id"), text(row, "incident_id"), text(row, "camera_id"), moment(row, "from_at"),
                    moment(row, "to_at"), optional_moment(row, "until"), text(row, "reason"),
                    optional_moment(row, "released_at"))
