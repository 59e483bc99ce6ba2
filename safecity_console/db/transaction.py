"""One job's writes: insert, update, delete with revision and times kept, and a note of what changed.

Belongs here: what every written row has in common. Does not belong here: when it commits (door.py), which rows
(registry.py …).
Invariants: 1. Every write sets `revision` and `updated_at`, and is in `changes`; a log's line has neither. 2. Only
tables of these lists are written.
Thread: the writer's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from safecity_console.core.ids import new_id
from safecity_console.db.rows import Row, integer, time_text
from safecity_console.domain.errors import Conflict, NotFound


class Table(StrEnum):
    """The tables that jobs write."""

    SITE = "site"
    CAMERA = "camera"
    STREAM_PROFILE = "stream_profile"
    SEALED_PASSWORD = "sealed_password"
    REFUSED_LOGIN = "refused_login"
    CAMERA_STATE = "camera_state"
    CONSOLE_RUN = "console_run"
    WALL = "wall"
    SETTING = "setting"
    OWN_LAYOUT = "own_layout"
    TOUR = "tour"
    SCREEN_WINDOW = "screen_window"
    DEFAULT_WALL = "default_wall"
    KEY_BINDING = "key_binding"
    STICK_PROFILE = "stick_profile"
    ROLE = "role"
    CAMERA_GROUP = "camera_group"
    OFFICER = "officer"
    CREDENTIAL = "credential"
    WRONG_TRY = "wrong_try"
    SHIFT_HOURS = "shift_hours"
    SHIFT = "shift"
    SHIFT_CHECK_ITEM = "shift_check_item"
    SHIFT_CHECK = "shift_check"
    HANDOVER_DRAFT = "handover_draft"
    COMMITTEE = "committee"
    CONTACT = "contact"
    FOOTAGE_REQUEST = "footage_request"
    CONSENT = "consent"
    WATCH_NOTICE = "watch_notice"
    INCIDENT = "incident"
    INCIDENT_CAMERA = "incident_camera"
    CLIP_LOCK = "clip_lock"
    INCIDENT_UNIT = "incident_unit"
    INCIDENT_PARTY = "incident_party"
    INCIDENT_TICK = "incident_tick"
    INCIDENT_FILE = "incident_file"
    INCIDENT_RELATED = "incident_related"
    UNIT = "unit"
    PROCEDURE = "procedure"
    RESPONSE_TARGET = "response_target"
    PTZ_PRESET = "ptz_preset"
    PTZ_PATROL = "ptz_patrol"
    PTZ_SECTOR = "ptz_sector"
    PTZ_STATE = "ptz_state"
    PTZ_LEASE = "ptz_lease"
    ONVIF_DEVICE = "onvif_device"
    CAMERA_EVENT = "camera_event"


class Log(StrEnum):
    """The tables that are only added to; a trigger of each refuses anything else."""

    AUDIT = "audit"
    INCIDENT_EVENT = "incident_event"
    SHIFT_LOG = "shift_log"
    HANDOVER = "handover"
    LIAISON_EVENT = "liaison_event"
    COMMITTEE_MEETING = "committee_meeting"
    WATCH_EVENT = "watch_event"


class Op(StrEnum):
    """What happened to a row, in the words of the outbox to come."""

    PUT = "put"
    DELETE = "del"


@dataclass(frozen=True, slots=True)
class Change:
    """One row written: `kind` is its table, `revision` the one it has now (of a deleted row: the last)."""

    kind: Table
    row_id: str
    revision: int
    op: Op


class Transaction:
    """The hands of one job inside the writer's transaction."""

    def __init__(self, db: Database, now: datetime, clock_step_s: float = 0.0) -> None:
        self._db = db
        self._now = now
        self._changes: list[Change] = []
        self._clock_step_s = clock_step_s
        self.clock_step_told = False
        self.lines: dict[Log, Mapping[str, object]] = {}  # the last one added to each log

    @property
    def clock_step_s(self) -> float:
        """Give by how much the wall clock was set since a row of the audit last told of it; 0.0 once told."""
        return 0.0 if self.clock_step_told else self._clock_step_s

    @property
    def now(self) -> datetime:
        """Give the time of this transaction, UTC."""
        return self._now

    @property
    def changes(self) -> tuple[Change, ...]:
        """Give what was written so far, in order."""
        return tuple(self._changes)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Read rows, this job's own writes included."""
        return list(self._db.query(sql, parameters))

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Read the first row, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def insert(self, table: Table, values: Mapping[str, object], row_id: str | None = None) -> Change:
        """Add a row with a fresh id (or the given one), revision 1 and both times."""
        key = row_id or new_id()
        stamp = time_text(self._now)
        row = {key_column(table): key, **values, "revision": 1, "created_at": stamp, "updated_at": stamp}
        self._insert(table.value, row)
        return self._noted(Change(table, key, 1, Op.PUT))

    def update(
        self, table: Table, row_id: str, values: Mapping[str, object], expected_revision: int | None = None
    ) -> Change:
        """Change a row; raises NotFound("row_missing"), Conflict("changed_meanwhile") where the revision is another."""
        found = self.revision(table, row_id)
        if found is None:
            raise NotFound("row_missing", kind=table.value)
        if expected_revision is not None and found != expected_revision:
            raise Conflict("changed_meanwhile", kind=table.value, expected=expected_revision, found=found)
        row = {**values, "revision": found + 1, "updated_at": time_text(self._now)}
        named = ", ".join(f'"{column}" = ?' for column in row)
        self._db.execute(f"UPDATE {table.value} SET {named} WHERE {key_column(table)} = ?",  # noqa: S608
                         [*row.values(), row_id])
        return self._noted(Change(table, row_id, found + 1, Op.PUT))

    def append(self, log: Log, row: Mapping[str, object]) -> None:
        """Add a line to a table that is only added to; it has no revision and is never changed."""
        self._insert(log.value, row)
        self.lines[log] = row

    def index(self, n: int, values: Mapping[str, str]) -> None:
        """Set words of an incident in the full text; it is made of other rows and can be made anew, so it is no row."""
        kept = self.one("SELECT facets, fields, notes FROM incident_text WHERE rowid = ?", [n])
        row = {"facets": "", "fields": "", "notes": "", **(kept or {}), **values}
        if kept is not None:
            self._db.execute("DELETE FROM incident_text WHERE rowid = ?", [n])
        self._db.execute("INSERT INTO incident_text (rowid, facets, fields, notes) VALUES (?, ?, ?, ?)",
                         [n, row["facets"], row["fields"], row["notes"]])

    def upsert(self, table: Table, row_id: str, values: Mapping[str, object]) -> Change:
        """Change the row or add it under this id."""
        if self.revision(table, row_id) is None:
            return self.insert(table, values, row_id)
        return self.update(table, row_id, values)

    def delete(self, table: Table, row_id: str) -> Change:
        """Delete a row; raises NotFound("row_missing")."""
        found = self.revision(table, row_id)
        if found is None:
            raise NotFound("row_missing", kind=table.value)
        self._db.table(table.value).delete(row_id)
        return self._noted(Change(table, row_id, found, Op.DELETE))

    def revision(self, table: Table, row_id: str) -> int | None:
        """Give a row's revision, or None where there is no such row."""
        row = self.one(f"SELECT revision FROM {table.value} WHERE {key_column(table)} = ?", [row_id])  # noqa: S608
        return None if row is None else integer(row, "revision")

    def _insert(self, table: str, row: Mapping[str, object]) -> None:
        """Add a row as it is: sqlite-utils would look the schema up for each, half a millisecond."""
        names = ", ".join(f'"{column}"' for column in row)
        places = ", ".join("?" * len(row))
        self._db.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", list(row.values()))  # noqa: S608

    def _noted(self, change: Change) -> Change:
        self._changes.append(change)
        return change


_KEYS = {Table.SEALED_PASSWORD: "camera_id", Table.REFUSED_LOGIN: "camera_id", Table.CREDENTIAL: "officer_id",
         Table.WRONG_TRY: "badge", Table.PROCEDURE: "category", Table.RESPONSE_TARGET: "severity",
         Table.PTZ_STATE: "camera_id", Table.PTZ_LEASE: "camera_id", Table.ONVIF_DEVICE: "camera_id"}


def key_column(table: Table) -> str:
    """Give the name of a table's primary key."""
    return _KEYS.get(table, "id")
