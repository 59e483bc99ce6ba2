"""Opening the database file: connections with the right pragmas, the ladder of migrations, backups.

Belongs here: what must be true of the file before anybody reads or writes. Does not belong here: writing (door.py),
reading (reader.py), judging its content (check.py).
Invariants: 1. A newer, foreign or damaged file is left untouched and said so. 2. A step and its `user_version` are
one transaction. 3. Before each step an existing file is copied by SQLite's backup API and the copy is on the disk
(fsync). 4. Every connection runs WAL, synchronous=FULL, foreign_keys=ON. Threads: a connection belongs to whoever
opened it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.db.migrations import STEPS
from safecity_console.db.translate import translated
from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew

APPLICATION_ID = 0x5AFEC17E
BUSY_TIMEOUT_MS = 5000
BACKUPS_KEPT = 10
QUICK_CHECK_MAX_BYTES = 64_000_000  # above this the start would wait too long; `check` looks at such files

Migration = Callable[[Database], None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What opening did: the version found (0 for a fresh file), the version now, backups written."""

    found: int
    version: int
    backups: tuple[Path, ...] = ()


def connect(path: Path, query_only: bool = False) -> Database:
    """Open an existing file; raises our errors. The caller closes it.

    It runs in driver autocommit, so that BEGIN IMMEDIATE is ours to say (sqlite-utils `atomic()` begins deferred).
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    try:
        raw = sqlite3.connect(
            uri, uri=True, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise translated(error) from error
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            raw.execute(f"PRAGMA {pragma}")
        if query_only:
            raw.execute("PRAGMA query_only=ON")
        return Database(raw, execute_plugins=False)
    except sqlite3.Error as error:
        raw.close()
        raise translated(error) from error


def prepare_database(path: Path, backups: Path, clock: Clock, steps: Sequence[Migration] = STEPS) -> Prepared:
    """Make or bring the file to the newest schema; raises DatabaseTooNew, DatabaseDamaged, Refused."""
    _make_private(path)
    # Looked at read-only first: even the switch to WAL would write into a file that is not ours.
    found = look(path, len(steps))
    with closing(connect(path)) as db:
        db.execute("PRAGMA foreign_keys=OFF")  # a step may rebuild a table; it is checked before each commit
        copies: list[Path] = []
        try:
            for version in range(found + 1, len(steps) + 1):
                if version > 1 and found > 0:
                    copies.append(_back_up(db, backups, version - 1, clock))
                _climb(db, version, steps[version - 1])
        except sqlite3.Error as error:
            raise translated(error) from error
    if copies:
        _prune(backups)
    if found < len(steps):
        get_logger("db").info("database_prepared", found=found, version=len(steps), backups=len(copies))
    return Prepared(found, len(steps), tuple(copies))


def schema_version(db: Database) -> int:
    """Give the file's schema version."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _make_private(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def look(path: Path, known: int = len(STEPS)) -> int:
    """Give a file's version without writing to it (0: fresh); raises DatabaseTooNew, DatabaseDamaged, Refused."""
    if path.stat().st_size == 0 and not Path(f"{path}-wal").exists():
        return 0
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)) as raw:
            return _judge(raw, known, path.stat().st_size)
    except sqlite3.Error as error:
        raise translated(error) from error
    except UnicodeDecodeError:  # SQLite's complaint quotes a torn name of the schema
        raise DatabaseDamaged("the schema holds what is no text") from None


def _judge(raw: sqlite3.Connection, known: int, size: int) -> int:
    application_id = raw.execute("PRAGMA application_id").fetchone()[0]
    version = int(raw.execute("PRAGMA user_version").fetchone()[0])
    tables = raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables == 0 and version == 0:
        return 0
    if application_id != APPLICATION_ID:
        raise DatabaseDamaged("this is a database of another program")
    if version > known:
        raise DatabaseTooNew(version, known)
    if size <= QUICK_CHECK_MAX_BYTES:
        # One wrong value must not keep a control room blind: `check` names it. A broken structure is another matter.
        found = [str(row[0]) for row in raw.execute("PRAGMA quick_check(20)")]
        broken = [line for line in found if line != "ok" and not line.startswith("CHECK constraint failed")]
        if broken:
            raise DatabaseDamaged(broken[0])
    return version


def _climb(db: Database, version: int, step: Migration) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        if schema_version(db) < version:  # else another process of ours did it while we waited for the lock
            step(db)
            broken = db.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise DatabaseDamaged(f"step {version} would leave a row of {broken[0]} without its parent")
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
            db.execute(f"PRAGMA user_version={version}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def _back_up(db: Database, backups: Path, version: int, clock: Clock) -> Path:
    backups.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = clock.now().strftime("%Y%m%dT%H%M%S.%f")[:-3]
    target = backups / f"console-{stamp}Z-v{version:04d}.db"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(part)) as copy:
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file that stands alone, whatever happens to -wal beside it
    _sync(part)
    part.replace(target)
    _sync(backups)
    return target


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _prune(backups: Path) -> None:
    for old in sorted(backups.glob("console-*.db"))[:-BACKUPS_KEPT]:
        old.unlink(missing_ok=True)
