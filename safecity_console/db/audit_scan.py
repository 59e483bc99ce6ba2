"""Reading the whole audit chain beside a running console: read-only, one moment of the file, row by row.

Belongs here: the connection and the rows as they lie there. Does not belong here: what is wrong with them
(domain/audit_proof.py), writing (audit.py).
Invariants: 1. Nothing is written, not even where a console died. 2. Bytes that are no text come as U+FFFD, so that
their hash does not fit, and end nothing. 3. SQLite's errors come as ours. Thread: the caller's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from safecity_console.db.check import expected_schema, plain_sql
from safecity_console.db.translate import translated
from safecity_console.domain.audit import Head, Row
from safecity_console.domain.errors import DatabaseDamaged

_FIRST = -(2**63)
_BUSY_S = 5.0


class AuditScan:
    """One look at the chain of a file; raises our errors."""

    def __init__(self, path: Path) -> None:
        try:
            self._raw = _opened(path)
        except sqlite3.Error as error:
            raise translated(error) from error

    def __enter__(self) -> AuditScan:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._raw.close()

    def head(self) -> Head:
        """Read the newest row's number and hash."""
        for n, kept in self._query("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1"):
            return Head(int(n), str(kept))
        return Head()

    def row_of(self, n: int) -> Head | None:
        """Read one row's number and hash."""
        for found, kept in self._query("SELECT n, hash FROM audit WHERE n = ?", n):
            return Head(int(found), str(kept))
        return None

    def rows(self, after_n: int | None = None) -> Iterator[Row | int]:
        """Give the rows in order; the number alone where a column holds something else than text."""
        last = _FIRST if after_n is None else after_n
        sql = "SELECT n, at, action, badge, body, hash FROM audit WHERE n > ? ORDER BY n"
        for tolerant in (False, True):
            if tolerant:
                # Only where it must be: a call for each text costs a million rows a second or two.
                self._raw.text_factory = _decoded
            try:
                for row in self._raw.execute(sql, [last]):
                    last = row[0]
                    yield Row(*row) if _all_texts(row) else last
                return
            except sqlite3.OperationalError as error:
                if tolerant:
                    raise _ours(error) from error
            except sqlite3.Error as error:
                raise _ours(error) from error

    def guards(self) -> tuple[tuple[str, str], ...]:
        """Give what is wrong with the chain's table, triggers and indexes: name and how."""
        wanted = {name: sql for name, sql in expected_schema().items() if name == "audit" or name.startswith("audit_")}
        found = {str(name): plain_sql(str(sql)) for name, sql in self._query(
            "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'audit' AND sql IS NOT NULL")}
        wrong = [(name, "missing" if name not in found else "another") for name in sorted(wanted)
                 if found.get(name) != wanted[name]]
        return (*wrong, *((name, "not of this program") for name in sorted(found.keys() - wanted.keys())))

    def _query(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._raw.execute(sql, values)
        except sqlite3.Error as error:
            raise _ours(error) from error


def _all_texts(row: tuple[Any, ...]) -> bool:
    return type(row[1]) is type(row[2]) is type(row[3]) is type(row[4]) is type(row[5]) is str


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _ours(error: sqlite3.Error) -> BaseException:
    found = translated(error)
    return DatabaseDamaged(str(error)) if isinstance(found, sqlite3.Error) else found


def _opened(path: Path) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    try:
        return _connected(f"{uri}?mode=ro")
    except sqlite3.OperationalError:
        # A folder that cannot be written has no place for the files WAL needs; where none lie there the file is whole.
        if any(Path(f"{path}{end}").exists() for end in ("-wal", "-shm")):
            raise
        return _connected(f"{uri}?mode=ro&immutable=1")


def _connected(uri: str) -> sqlite3.Connection:
    raw = sqlite3.connect(uri, uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        raw.execute("BEGIN")
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error:
        raw.close()
        raise
    return raw
