"""`check`: the database and what lies beside it, looked over as one.

Belongs here: the file's state, rows against keys and folders. Does not belong here: what is wrong inside
(db/check.py).
Invariants: 1. Nothing is written: no migration, no key, no repair. 2. It runs on files that the console refuses to
open.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from safecity_console.core.paths import DataPaths
from safecity_console.core.vault import open_vault
from safecity_console.db.check import inspect
from safecity_console.db.database import look
from safecity_console.db.incident_parts import read_files
from safecity_console.db.incidents import read_all_identities
from safecity_console.db.migrations import SCHEMA_VERSION
from safecity_console.db.reader import Reader
from safecity_console.db.registry import read_all_sealed
from safecity_console.db.watch_notices import read_pictures
from safecity_console.domain.audit_proof import Flaw
from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew, Refused, VaultLocked
from safecity_console.domain.report import Problem
from safecity_console.services.audit_verify import Verified, problem_of, verify_folder
from safecity_console.services.incident_files import KEPT
from safecity_console.services.incident_seal import open_caller, open_party
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
            chain = verify_folder(paths, use_keyring=use_keyring, quick=not deep)
            return (*inside, *_modes(paths), *_sealed(paths, reader, use_keyring), *_files(paths, reader, deep),
                    *_watch_pictures(paths, reader), *_chain(chain))
    except DatabaseTooNew as error:
        return (Problem("database_too_new", where, f"schema {error.found}, this program knows {error.known}"),)
    except DatabaseDamaged as error:
        return (Problem("database_damaged", where, str(error)),)
    except Refused as error:
        return (Problem("database_unreadable", where, error.code),)


def _chain(found: Verified) -> Iterator[Problem]:
    """Give the flaws of the audit chain; its triggers are told with the schema already."""
    for flaw in found.flaws:
        if flaw.flaw is not Flaw.GUARD:
            problem = problem_of(flaw)
            yield Problem(f"audit_{problem.kind}", problem.where, problem.detail)


def _modes(paths: DataPaths) -> Iterator[Problem]:
    """Find private files that others may read."""
    if os.name != "posix":
        return
    for path in (paths.keys, paths.keys / KEY_FILE, paths.database, paths.audit_head):
        if path.exists() and path.stat().st_mode & 0o077:
            mode = path.stat().st_mode & 0o777
            yield Problem("file_mode", path.name, f"mode {mode:04o} lets others in")


def _sealed(paths: DataPaths, reader: Reader, use_keyring: bool) -> Iterator[Problem]:
    """Try whether what is sealed opens; nothing of it is shown."""
    sealed, callers, parties = reader.read(lambda view: (read_all_sealed(view), *read_all_identities(view)))
    if not (sealed or callers or parties):
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
    for incident_id, content in callers:
        yield from _opens(partial(open_caller, vault, incident_id, content), f"caller of incident {incident_id}")
    for incident_id, party_id, content in parties:
        yield from _opens(partial(open_party, vault, incident_id, party_id, content), f"party {party_id}")


def _opens(work: Callable[[], object], where: str) -> Iterator[Problem]:
    try:
        work()
    except Refused as error:
        yield Problem("sealed_identity", where, error.code)


def _files(paths: DataPaths, reader: Reader, deep: bool) -> Iterator[Problem]:
    """Compare the files of incidents with their rows; `deep` reads every byte."""
    known = {file.path: file for file in reader.read(read_files)}
    for path, file in known.items():
        place = paths.incident_files / path
        if not place.is_file():
            yield Problem("incident_file", path, "is missing")
        elif place.stat().st_size != file.bytes or (deep and _sha256(place) != file.sha256):
            yield Problem("incident_file", path, "holds other bytes than were kept")
    kept = paths.incident_files / KEPT
    for place in sorted(kept.rglob("*")) if kept.is_dir() else ():
        name = place.relative_to(paths.incident_files).as_posix()
        if place.is_file() and name not in known:
            yield Problem("incident_file_stray", name, "belongs to no incident")


def _sha256(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _watch_pictures(paths: DataPaths, reader: Reader) -> Iterator[Problem]:
    """Find pictures of the watch board that are gone or are not those that were taken in."""
    kept = WatchPictures(paths.incident_files)
    for picture in reader.read(read_pictures):
        try:
            kept.read(picture)
        except Refused as error:
            yield Problem(error.code, picture.path, "a watch notice names it")
