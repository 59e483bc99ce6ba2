"""Verifying the audit chain of a data folder: rows against each other, the head file, printed heads, its triggers.

Belongs here: what is read in which order, what each difference is called. Does not belong here: the rules
(domain/audit_proof.py), who may ask (audit.py, cli/audit.py).
Invariants: 1. Nothing is written; it runs beside a working console, without services and without anybody signed in.
2. The head file is read before the rows: it can only be behind them. 3. Whatever cannot be read is a flaw by name,
never an exception. Thread: the caller's; a million rows take some seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from safecity_console.core.head_file import PURPOSE, HeadFile, HeadState, KeptHead
from safecity_console.core.paths import DataPaths
from safecity_console.core.vault import open_vault
from safecity_console.db.audit_scan import AuditScan
from safecity_console.db.database import look
from safecity_console.domain.audit import Head
from safecity_console.domain.audit_proof import Break, Flaw, Proof, Restored
from safecity_console.domain.errors import VaultLocked, WorldError
from safecity_console.domain.report import Problem
from safecity_console.services.safe import KEY_FILE

QUICK_ROWS = 1000
_EVERY = 2000
_AUDIT_STEP = 6  # the migration that makes the chain

Progress = Callable[[int, int], None]
_STATES = {HeadState.MISSING: Flaw.HEAD_MISSING, HeadState.DAMAGED: Flaw.HEAD_DAMAGED,
           HeadState.UNPROVEN: Flaw.HEAD_KEY}


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found; `more` flaws beyond those listed, `restored` rows that tell of a restore, heads it explains."""

    rows: int
    head: Head
    seconds: float
    flaws: tuple[Break, ...] = ()
    more: int = 0
    restored: tuple[Restored, ...] = ()
    left_behind: tuple[Head, ...] = ()
    cancelled: bool = False

    @property
    def ok(self) -> bool:
        """Tell whether the chain is whole as far as it was looked at to its end."""
        return not self.flaws and not self.cancelled


def no_progress(_done: int, _all: int) -> None:
    """Take progress nobody watches."""


def never() -> bool:
    """Cancel nothing."""
    return False


def verify_folder(paths: DataPaths, heads: Iterable[Head] = (), progress: Progress = no_progress,
                  cancelled: Callable[[], bool] = never, use_keyring: bool = True, quick: bool = False) -> Verified:
    """Verify the chain of a data folder; `quick` looks at the newest rows and the heads among them only."""
    kept = HeadFile(paths.audit_head, head_key(paths, use_keyring)).read()
    return verify_file(paths.database, (*heads, *([kept.head] if kept.head else ())), kept, progress, cancelled, quick)


def verify_file(database: Path, heads: Iterable[Head], kept: KeptHead | None = None, progress: Progress = no_progress,
                cancelled: Callable[[], bool] = never, quick: bool = False) -> Verified:
    """Verify the chain of a database file; `kept` None where no head file belongs to it."""
    began_s = time.perf_counter()
    proof, extra, stopped = Proof(), [], False
    try:
        if look(database) < _AUDIT_STEP:
            return Verified(0, Head(), 0.0, (Break(Flaw.DATABASE, 0, "it is older than the audit chain"),))
        with AuditScan(database) as scan:
            extra += [Break(Flaw.GUARD, 0, f"{name}: {how}") for name, how in scan.guards()]
            newest = scan.head()
            proof = Proof(heads, _start(scan, newest) if quick else None)
            if kept is not None and kept.state in _STATES and newest.n > 0:
                extra.append(Break(_STATES[kept.state], 0, ""))
            stopped = _walk(scan, proof, newest, progress, cancelled)
    except WorldError as error:
        extra.append(Break(Flaw.DATABASE, 0, str(error)))
    except OSError as error:
        extra.append(Break(Flaw.DATABASE, 0, error.strerror or ""))
    flaws = () if stopped else proof.end()
    return Verified(proof.rows, proof.head, time.perf_counter() - began_s, (*extra, *flaws), proof.more,
                    tuple(proof.restored), tuple(proof.left_behind), stopped)


def head_key(paths: DataPaths, use_keyring: bool) -> bytes | None:
    """Give the key of the head file, or None where the vault does not open; makes none."""
    try:
        return open_vault(paths.keys / KEY_FILE, str(paths.root), use_keyring, may_create=False).derived(PURPOSE)
    except (VaultLocked, OSError):
        return None


def problem_of(flaw: Break) -> Problem:
    """Give a flaw as the command line prints it."""
    where = {Flaw.HEAD_MISSING: "audit.head", Flaw.HEAD_DAMAGED: "audit.head", Flaw.HEAD_KEY: "audit.head",
             Flaw.GUARD: "audit table", Flaw.DATABASE: "database"}.get(flaw.flaw, f"audit row {flaw.n}")
    return Problem(flaw.flaw.value, where, flaw.detail or _SAID.get(flaw.flaw, ""))


_SAID = {
    Flaw.HEAD_MISSING: "the file that keeps the chain's head outside the database is not there",
    Flaw.HEAD_DAMAGED: "the head outside the database is spoilt or was not written by this console",
    Flaw.HEAD_KEY: "the vault's key is missing, so the head outside the database cannot be proven",
}


def _start(scan: AuditScan, newest: Head) -> Head | None:
    return scan.row_of(newest.n - QUICK_ROWS) if newest.n > QUICK_ROWS else None


def _walk(scan: AuditScan, proof: Proof, newest: Head, progress: Progress, cancelled: Callable[[], bool]) -> bool:
    """Give every row to the proof; tells whether it was stopped on the way."""
    start = proof.head.n or None
    for number, row in enumerate(scan.rows(start)):
        if isinstance(row, int):
            proof.unreadable(row, "a column holds no text")
        else:
            proof.add(row)
        if number % _EVERY == 0:
            progress(number, newest.n - (start or 0))
            if cancelled():
                return True
    return False
