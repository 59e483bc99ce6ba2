"""Reading beside the writer: connections that cannot write, each used by one thread at a time.

Belongs here: lending and closing them. Does not belong here: the queries (registry.py, history.py …).
Invariants: 1. A lent connection is in nobody else's hands. 2. One `read` sees one moment of the file. 3. After
`close` nothing is lent and every connection is closed, also those given back later. Thread: any.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from safecity_console.db.database import connect
from safecity_console.db.rows import Row
from safecity_console.db.translate import translated
from safecity_console.domain.errors import Refused

T = TypeVar("T")
IDLE_KEPT = 3


class View:
    """The file as it was at one moment; valid inside the `read` that lent it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Read all rows of a statement."""
        return list(self._db.query(sql, parameters))

    def numbers(self, sql: str, parameters: Sequence[Any] = ()) -> list[int]:
        """Read the one column of a statement that gives many rows, without a dictionary for each."""
        return [int(row[0]) for row in self._db.execute(sql, list(parameters))]


class Reader:
    """Lends read-only connections of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._idle: list[Database] = []
        self._closed = False

    def read(self, query: Callable[[View], T]) -> T:
        """Run a query on a connection of its own, inside one read transaction; raises our errors."""
        db = self._take()
        try:
            db.execute("BEGIN")
            try:
                return query(View(db))
            finally:
                db.rollback()
        except sqlite3.Error as error:
            raise translated(error) from error
        finally:
            self._give_back(db)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Read rows of one statement."""
        return self.read(lambda view: view.rows(sql, parameters))

    def close(self) -> None:
        """Close every connection; idempotent."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    def _take(self) -> Database:
        with self._lock:
            if self._closed:
                raise Refused("door_closed")
            if self._idle:
                return self._idle.pop()
        return connect(self._path, query_only=True)

    def _give_back(self, db: Database) -> None:
        with self._lock:
            if not self._closed and len(self._idle) < IDLE_KEPT:
                self._idle.append(db)
                return
        db.close()
