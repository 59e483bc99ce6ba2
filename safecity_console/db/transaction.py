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
    ROLE = "role"
    CAMERA_GROUP = "camera_group"
    OFFICER = "officer"
    CREDENTIAL = "credential"
    WRONG_TRY = "wrong_try"
    ONVIF_DEVICE = "onvif_device"


class Log(StrEnum):
    """The tables that are only added to; a trigger of each refuses anything else."""

    AUDIT = "audit"
    INCIDENT_EVENT = "incident_event"


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

    def __init__(self, db: Database, now: datetime) -> None:
        self._db = db
        self._now = now
        self._changes: list[Change] = []

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
        self._db.table(table.value).insert(row)
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
        self._db.table(table.value).update(row_id, row)
        return self._noted(Change(table, row_id, found + 1, Op.PUT))

    def append(self, log: Log, row: Mapping[str, object]) -> None:
        """Add a line to a table that is only added to; it has no revision and is never changed."""
        names = ", ".join(row)
        places = ", ".join("?" * len(row))
        self._db.execute(f"INSERT INTO {log.value} ({names}) VALUES ({places})", list(row.values()))  # noqa: S608

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

    def _noted(self, change: Change) -> Change:
        self._changes.append(change)
        return change


_KEYS = {Table.SEALED_PASSWORD: "camera_id", Table.REFUSED_LOGIN: "camera_id", Table.CREDENTIAL: "officer_id",
         Table.WRONG_TRY: "badge", Table.ONVIF_DEVICE: "camera_id"}


def key_column(table: Table) -> str:
    """Give the name of a table's primary key."""
    return _KEYS.get(table, "id")
