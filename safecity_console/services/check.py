"""`check`: the database and what lies beside it, looked over as one.

Belongs here: the file's state, rows against keys and folders. Does not belong here: what is wrong inside
(db/check.py).
Invariants: 1. Nothing is written: no migration, no key, no repair. 2. It runs on files that the console refuses to
open.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing

from safecity_console.core.paths import DataPaths
from safecity_console.core.vault import open_vault
from safecity_console.db.check import inspect
from safecity_console.db.database import look
from safecity_console.db.migrations import SCHEMA_VERSION
from safecity_console.db.reader import Reader
from safecity_console.db.registry import read_all_sealed
from safecity_console.db.watch_notices import read_pictures
from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew, Refused, VaultLocked
from safecity_console.domain.report import Problem
from safecity_console.services.safe import KEY_FILE
from safecity_console.services.watch_pictures import WatchPictures


def check_data(paths: DataPaths, deep: bool = False, use_keyring: bool = True) -> tuple[Problem, ...]:
    """Look a data folder over; no problem found gives an empty tuple."""
    where = paths.database.name
    if not paths.database.exists():
        return (Problem("database_missing", where, "there is no database in this folder"),)
    try:
        version = look(paths.database, SCHEMA_VERSION)
        if version < SCHEMA_VERSION:
            detail = f"schema {version} of {SCHEMA_VERSION}: the console brings it up to date at its next start"
            return (Problem("database_old", where, detail),)
        with closing(Reader(paths.database)) as reader:
            inside = reader.read(lambda view: inspect(view, deep))
            return (*inside, *_modes(paths), *_passwords(paths, reader, use_keyring), *_watch_pictures(paths, reader))
    except DatabaseTooNew as error:
        return (Problem("database_too_new", where, f"schema {error.found}, this program knows {error.known}"),)
    except DatabaseDamaged as error:
        return (Problem("database_damaged", where, str(error)),)
    except Refused as error:
        return (Problem("database_unreadable", where, error.code),)


def _modes(paths: DataPaths) -> Iterator[Problem]:
    """Find private files that others may read."""
    if os.name != "posix":
        return
    for path in (paths.keys, paths.keys / KEY_FILE, paths.database):
        if path.exists() and path.stat().st_mode & 0o077:
            mode = path.stat().st_mode & 0o777
            yield Problem("file_mode", path.name, f"mode {mode:04o} lets others in")


def _passwords(paths: DataPaths, reader: Reader, use_keyring: bool) -> Iterator[Problem]:
    sealed = reader.read(read_all_sealed)
    if not sealed:
        return
    try:
        vault = open_vault(paths.keys / KEY_FILE, str(paths.root), use_keyring, may_create=False)
    except VaultLocked as error:
        yield Problem("vault", KEY_FILE, str(error))
        return
    for camera_id, content in sealed.items():
        try:
            vault.open(content, camera_id)
        except VaultLocked as error:
            yield Problem("sealed_password", f"camera {camera_id}", str(error))


def _watch_pictures(paths: DataPaths, reader: Reader) -> Iterator[Problem]:
    """Find pictures of the watch board that are gone or are not those that were taken in."""
    kept = WatchPictures(paths.incident_files)
    for picture in reader.read(read_pictures):
        try:
            kept.read(picture)
        except Refused as error:
            yield Problem(error.code, picture.path, "a watch notice names it")
