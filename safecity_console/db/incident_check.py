"""Looking over the tables of incidents: what our own rules say of their rows.

Belongs here: findings inside the database. Does not belong here: files beside it (services/check.py), SQLite's own
checks (check.py).
Invariants: 1. Nothing is written. 2. No finding shows a text of an incident, for it may be sealed or of misconduct: it
names rows by number or id.
"""

from __future__ import annotations

from collections.abc import Iterator

from safecity_console.db.incident_parts import (
    read_cameras_of,
    read_clips,
    read_events,
    read_parties,
    read_related,
    read_ticks,
    read_units_of,
)
from safecity_console.db.incident_text import facets_of, fields_of
from safecity_console.db.incidents import incident_of
from safecity_console.db.procedures import read_procedures, read_targets, read_units
from safecity_console.db.rows import Readable, Row, integer, text
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.incident import Incident, State
from safecity_console.domain.incident_parts import EventKind
from safecity_console.domain.report import Problem

PAGE = 500


def check_incidents(view: Readable, deep: bool) -> Iterator[Problem]:
    """Find incidents whose rows do not fit each other; `deep` reads all that hangs on each."""
    yield from _numbers(view)
    yield from _lines(view)
    after = 0
    while rows := view.rows("SELECT * FROM incident WHERE n > ? ORDER BY n LIMIT ?", [after, PAGE]):
        for row in rows:
            yield from _one(view, row, deep)
        after = integer(rows[-1], "n")


def check_around(view: Readable) -> Iterator[Problem]:
    """Read checklists, targets and units strictly."""
    for read in (read_procedures, read_targets, read_units):
        try:
            read(view)
        except DatabaseDamaged as error:
            yield Problem("row_unreadable", read.__name__.removeprefix("read_"), str(error))


def _one(view: Readable, row: Row, deep: bool) -> Iterator[Problem]:
    where = f"incident {row.get('series')}-{row.get('serial')} of {row.get('year')}"
    try:
        incident = incident_of(row)
        yield from _times(incident, where)
        if deep:
            yield from _parts(view, incident, where)
            yield from _text(view, integer(row, "n"), incident, where)
    except DatabaseDamaged as error:
        yield Problem("incident_unreadable", where, str(error))


def _times(incident: Incident, where: str) -> Iterator[Problem]:
    must = {State.RESOLVED: incident.resolved_at, State.DISPATCHED: incident.dispatched_at,
            State.ON_SCENE: incident.on_scene_at, State.VERIFIED: incident.verified_at,
            State.ACKNOWLEDGED: incident.acknowledged_at}
    if incident.state in must and must[incident.state] is None:
        yield Problem("incident_time", where, f"is {incident.state.value} without its time")
    if incident.event_at > incident.entered_at:
        yield Problem("incident_time", where, "happened after it was entered")
    if incident.state is State.DUPLICATE and not incident.duplicate_of:
        yield Problem("incident_duplicate", where, "repeats nothing")
    if incident.state is State.TRANSFERRED and incident.transferred_to is None:
        yield Problem("incident_transfer", where, "was handed to nobody")


def _parts(view: Readable, incident: Incident, where: str) -> Iterator[Problem]:
    events = read_events(view, incident.id)
    if not events or events[0].kind is not EventKind.ENTERED:
        yield Problem("incident_timeline", where, "does not begin with its entry")
    moved = [event for event in events if event.kind in (EventKind.STEP, EventKind.REVIEWED)]
    if moved and moved[-1].kind is EventKind.STEP and moved[-1].content.get("to") != incident.state.value:
        yield Problem("incident_timeline", where, "stands elsewhere than its last step")
    ticks = read_ticks(view, incident.id)
    if any((tick.done_at is None) != (not tick.done_by) for tick in ticks):
        yield Problem("incident_tick", where, "a step is done by nobody or never")
    if len({tick.position for tick in ticks}) != len(ticks):
        yield Problem("incident_tick", where, "two steps stand in one place")
    for unit in read_units_of(view, incident.id):
        times = [at for at in (unit.told_at, unit.on_scene_at, unit.clear_at) if at is not None]
        if times != sorted(times):
            yield Problem("incident_unit", where, f"the times of unit {unit.id} are out of order")
    for read in (read_cameras_of, read_clips, read_related):
        read(view, incident.id)
    if incident.sealed and any(not party.sealed for party in read_parties(view, incident.id)):
        yield Problem("incident_seal", where, "is sealed, and a party of it is not")


def _text(view: Readable, n: int, incident: Incident, where: str) -> Iterator[Problem]:
    rows = view.rows("SELECT facets, fields FROM incident_text WHERE rowid = ?", [n])
    cameras = [camera.camera_id for camera in read_cameras_of(view, incident.id)]
    if not rows:
        yield Problem("incident_text", where, "is in no index and is not found")
    elif text(rows[0], "facets") != facets_of(incident, cameras) \
            or text(rows[0], "fields") != fields_of(incident, read_parties(view, incident.id)):
        yield Problem("incident_text", where, "is found by other words than it has")


def _numbers(view: Readable) -> Iterator[Problem]:
    rows = view.rows("SELECT station, series, year, count(*) AS many, max(serial) AS last FROM incident"
                     " GROUP BY station, series, year HAVING many <> last")
    for row in rows:
        missing = integer(row, "last") - integer(row, "many")
        yield Problem("incident_numbers", f"series {row['series']} of {row['year']}", f"{missing} numbers are missing")
    for row in view.rows("SELECT incident_text.rowid AS n FROM incident_text LEFT JOIN incident"
                         " ON incident.n = incident_text.rowid WHERE incident.n IS NULL LIMIT 20"):
        yield Problem("incident_text", f"row {row['n']}", "is in the index and no incident")


def _lines(view: Readable) -> Iterator[Problem]:
    row = view.rows("SELECT count(*) AS many, coalesce(max(n), 0) AS last FROM incident_event")[0]
    if row["many"] != row["last"]:
        yield Problem("incident_timeline", "incident_event", f"{row['last'] - row['many']} lines are missing")
