"""Restoring a database from a copy: what was there is put aside, and the restored chain tells what was left behind.

Belongs here: checking the copy, bringing it up to date, the exchange of the files. Does not belong here: who may
(asked of the desk), the two officers' passwords (services/access.py), words.
Procedure: 1. The copy is looked over: version, structure, chain. 2. It is copied beside the database, brought to this
version, and its chain gets the row that names the head left behind; all of it on the disk. 3. The present database is
closed into one file (no -wal beside it) and gets a second name in the backups folder. 4. One rename puts the copy in
its place. 5. The head file follows.
Invariants: 1. The present database is not touched before the copy is whole. 2. After a kill at any moment the console
finds the old database or the restored one, each whole. 3. The cut is told: the old chain ends with the row of the
restore, the new one with the same, naming the old head; a head file that still names the old one is explained by it.
The caller holds the instance lock and has closed every connection of its own. Thread: the caller's; waits for the disk.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from safecity_console.core.clock import Clock
from safecity_console.core.head_file import HeadFile
from safecity_console.core.paths import DataPaths
from safecity_console.db.audit import append_audit, read_head, read_restores
from safecity_console.db.check import inspect
from safecity_console.db.database import connect, look, prepare_database
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.db.translate import translated
from safecity_console.domain.access import Permission, TwoPerson
from safecity_console.domain.audit import Action, Actor, Deed, Detail, Head, Outcome, Subject
from safecity_console.domain.errors import DatabaseDamaged, Refused
from safecity_console.services.audit_verify import verify_file
from safecity_console.services.desk import Approval, Desk

_WAL_ENDS = ("-wal", "-shm", "-journal")
_BEFORE_MOST = 30  # an entry of the chain holds some 4,000 characters
_UNFIT = frozenset({"integrity", "database_damaged", "schema"})  # else `check` names it after the restore


@dataclass(frozen=True, slots=True)
class RestoreOrder:
    """Two officers' order: who and the agreement; `damaged`: the present database does not open to hold it."""

    actor: Actor
    agreed: Mapping[str, str]
    station: str
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was done: rows of the restored chain, its head, the head left behind, where the former database lies."""

    rows: int
    head: Head
    left: Head
    aside: Path


def look_over(file: Path) -> int:
    """Check a copy of a database; gives its chain's rows.

    Raises Refused("restore_missing" | "restore_unfit", kind=…), DatabaseTooNew, DatabaseDamaged.
    """
    if not file.is_file():
        raise Refused("restore_missing")
    if look(file) == 0:
        raise Refused("restore_unfit", kind="empty", where=file.name)
    found = verify_file(file, ())
    flaws = [one for one in found.flaws if one.detail != "it is older than the audit chain"]
    if flaws:
        raise Refused("restore_unfit", kind=flaws[0].flaw.value, where=f"row {flaws[0].n}")
    return found.rows


def order_restore(desk: Desk, file: Path, approval: Approval | None, damaged: bool = False) -> RestoreOrder:
    """Take the order into the present chain, on the disk; raises Refused("not_permitted" | "second_officer_needed")."""
    about = Subject("database", file.name)
    actor = desk.must(Permission.RESTORE_DATABASE, about)
    agreed = desk.spend(approval, TwoPerson.RESTORE_DATABASE)
    desk.note_now(Action.RESTORE, about, Outcome.DONE, actor, begun=True, **agreed)
    return RestoreOrder(actor, agreed, desk.station, damaged)


def restore_database(paths: DataPaths, file: Path, order: RestoreOrder, clock: Clock,
                     head_key: bytes | None) -> RestoreReport:
    """Put the copy in the place of the present database; raises our errors, the present one then untouched."""
    part = paths.root / ".restoring.db"
    aside = paths.backups / f"replaced-{clock.now():%Y%m%dT%H%M%S}Z.db"
    try:
        paths.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        _forget_second_names(paths)
        left = _left(paths, order, head_key)
        copy_database(file, part)
        prepare_database(part, paths.backups / "restoring", clock)
        shutil.rmtree(paths.backups / "restoring", ignore_errors=True)
        head = _tell(part, order, left, (file.name, aside.name), clock)
        _close_into_one(part)
        _sync(part)
        if order.damaged:
            _put_damaged_aside(paths.database, aside)
        else:
            _close_into_one(paths.database)
            if _left(paths, order, head_key) != left:
                raise Refused("database_busy")
            _second_name(paths.database, aside)
        part.replace(paths.database)
        for folder in (paths.root, paths.backups):
            _sync(folder)
    except sqlite3.Error as error:
        raise _ours(error) from error
    except OSError:
        raise Refused("file_unwritable") from None
    finally:
        for end in ("", *_WAL_ENDS):
            Path(f"{part}{end}").unlink(missing_ok=True)
    if head_key is not None:
        with suppress(OSError):  # the row of the restore explains a head file that stays behind
            HeadFile(paths.audit_head, head_key).begin(head)
    return RestoreReport(head.n, head, left.head, aside)


def copy_database(file: Path, part: Path) -> None:
    """Copy a database by SQLite itself, its log included; raises OSError, sqlite3.Error."""
    for end in ("", *_WAL_ENDS):
        Path(f"{part}{end}").unlink(missing_ok=True)
    os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as source, \
            closing(sqlite3.connect(part)) as copy:
        source.backup(copy)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left behind: the head, and the heads that this chain itself left behind by earlier restores."""

    head: Head
    before: tuple[Head, ...] = ()


def _left(paths: DataPaths, order: RestoreOrder, head_key: bytes | None) -> _Left:
    """Look at the present chain; of a damaged file what is known outside it."""
    if order.damaged:
        return _Left(HeadFile(paths.audit_head, head_key).read().head or Head())
    with closing(Reader(paths.database)) as reader:
        head, told = reader.read(lambda view: (read_head(view), read_restores(view)))
    return _Left(head, tuple(dict.fromkeys(one.left for one in told))[-_BEFORE_MOST:])


def _tell(part: Path, order: RestoreOrder, left: _Left, names: tuple[str, str], clock: Clock) -> Head:
    """Add the row of the restore to the copy's chain and look the copy over as it then is."""
    detail: dict[str, Detail] = {"left": str(left.head), "file": names[0], "aside": names[1], **order.agreed}
    door = Door(part, clock)
    door.start()
    try:
        head = door.write(lambda tx: append_audit(tx, _deed(tx, order, left, detail), order.station))
    finally:
        door.stop()
    with closing(Reader(part)) as reader:
        problems = reader.read(lambda view: inspect(view, deep=True))
    broken = [one for one in problems if one.kind in _UNFIT]
    if broken:
        raise Refused("restore_unfit", kind=broken[0].kind, where=broken[0].where)
    return head


def _deed(copy: Transaction, order: RestoreOrder, left: _Left, detail: dict[str, Detail]) -> Deed:
    """Name also the heads left behind earlier, as far as the copy's chain does not tell them itself."""
    told = {one.left for one in read_restores(copy)}
    before: list[str] = [str(head) for head in left.before if head not in told]
    about = Subject("database", str(detail["file"]))
    return Deed(Action.RESTORE, order.actor, about, Outcome.DONE, {**detail, "before": before or None})


def _close_into_one(path: Path) -> None:
    """Bring everything of a database into its one file; raises where somebody else has it open."""
    with closing(connect(path)) as db:
        mode = str(db.execute("PRAGMA journal_mode=DELETE").fetchone()[0])
        if mode != "delete":
            raise Refused("database_busy")


def _second_name(database: Path, aside: Path) -> None:
    try:
        os.link(database, aside)  # the same file under a second name: nothing is copied, nothing can be lost between
    except OSError:
        shutil.copyfile(database, aside)
        aside.chmod(0o600)
        _sync(aside)


def _put_damaged_aside(database: Path, aside: Path) -> None:
    """Keep a file that does not open as it is, with what lies beside it: its log must not meet the restored one."""
    if database.exists():
        _second_name(database, aside)
    for end in _WAL_ENDS:
        beside = Path(f"{database}{end}")
        if beside.exists():
            beside.replace(Path(f"{aside}{end}"))


def _forget_second_names(paths: DataPaths) -> None:
    """Take away second names of the present database that a killed restore left."""
    for old in paths.backups.glob("replaced-*.db"):
        if paths.database.exists() and old.samefile(paths.database):
            old.unlink()


def _ours(error: sqlite3.Error) -> BaseException:
    found = translated(error)
    return DatabaseDamaged(str(error)) if isinstance(found, sqlite3.Error) else found


def _sync(path: Path) -> None:
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
