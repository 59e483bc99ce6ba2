"""The audit chain for those who may read it: its head, its entries by page, verifying it, a file of it.

Belongs here: permission and audit of reading, what is hidden from whom, the rows of a start and an end of a console,
what a start that finds the chain shorter than its head writes into it. Does not belong here: writing deeds (desk.py),
the rules of a chain (domain/audit_proof.py), words.
Invariants: 1. Reading, verifying and exporting need READ_AUDIT and stand in the chain themselves. 2. Rows about
misconduct are given only to who sees misconduct; that goes for every way of reading. 3. Whoever cut rows off while the
console was closed does not get them forgotten by starting it: the first row then tells it, and it stands until somebody
who reads the audit took note, over starts too.
Thread: any; `find`, `verify` and `export` are not for the GUI thread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from safecity_console import __version__
from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.head_file import HeadFile, HeadState
from safecity_console.core.logs import get_logger
from safecity_console.core.paths import DataPaths
from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.db.audit import (
    Eyes,
    find_numbers,
    read_entries,
    read_hash,
    read_head,
    read_restores,
    read_standing_break,
)
from safecity_console.db.reader import Reader, View
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import (
    CONSOLE,
    NOTHING,
    OF_MISCONDUCT,
    Action,
    AuditEntry,
    AuditFilter,
    Detail,
    Head,
    Outcome,
    StandingBreak,
    Subject,
)
from safecity_console.domain.audit_proof import Flaw
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.services.audit_csv import audit_csv
from safecity_console.services.audit_verify import Progress, Verified, never, no_progress, verify_folder
from safecity_console.services.desk import Approval, Desk
from safecity_console.services.events import AuditBreakSeen
from safecity_console.services.restore import RestoreOrder, order_restore

EXPORT_MOST = 200_000
_CHUNK = 500
_NAMES_APART = re.compile(r"(?i)(?:^|[\s-])m[\s-]*\d")
_STOP_WAIT_S = 3.0


class AuditService:
    """The chain of this workstation."""

    def __init__(self, reader: Reader, desk: Desk, paths: DataPaths, head_file: HeadFile, bus: Bus,
                 clock: Clock, use_keyring: bool = True) -> None:
        self._reader, self._desk, self._paths, self._head_file = reader, desk, paths, head_file
        self._bus, self._clock, self._use_keyring = bus, clock, use_keyring
        self._standing: StandingBreak | None = None
        self._log = get_logger("audit")

    def head(self) -> Head:
        """Give the newest entry's number and hash."""
        return self._reader.read(read_head)

    def find(self, wanted: AuditFilter) -> Sequence[int]:
        """Give the numbers of the entries that fit, newest first; raises Refused("not_permitted")."""
        actor = self._desk.must(Permission.READ_AUDIT, Subject("audit"))
        self._desk.note(Action.AUDIT_READ, NOTHING, Outcome.DONE, actor, **self._told(wanted))
        return self._reader.read(lambda view: self._numbers(view, wanted))

    def entries(self, numbers: Sequence[int]) -> tuple[AuditEntry, ...]:
        """Give entries by numbers that `find` gave; costs some milliseconds for a page. Raises Refused."""
        if not self._desk.may(Permission.READ_AUDIT):
            self._desk.must(Permission.READ_AUDIT, Subject("audit"))
        eyes = self._eyes()
        return self._reader.read(lambda view: read_entries(view, numbers, eyes))

    def verify(self, heads: Iterable[Head] = (), progress: Progress = no_progress,
               cancelled: Callable[[], bool] = never) -> Verified:
        """Verify the chain against its head file and the heads given; raises Refused("not_permitted")."""
        actor = self._desk.must(Permission.READ_AUDIT, Subject("audit"))
        found = verify_folder(self._paths, heads, progress, cancelled, self._use_keyring)
        outcome = Outcome.DONE if found.ok or found.cancelled else Outcome.FAILED
        self._desk.note(Action.AUDIT_VERIFY, NOTHING, outcome, actor, rows=found.rows, flaws=len(found.flaws),
                        head=str(found.head), cancelled=found.cancelled)
        return found

    def export(self, wanted: AuditFilter, file: Path, cancelled: Callable[[], bool] = never) -> int:
        """Write the entries that fit as CSV, newest first; gives their count.

        Raises Refused("not_permitted" | "file_unwritable" | "audit_export_large").
        """
        actor = self._desk.must(Permission.READ_AUDIT, Subject("audit"))
        numbers = self._reader.read(lambda view: self._numbers(view, wanted))
        if len(numbers) > EXPORT_MOST:
            raise Refused("audit_export_large", most=EXPORT_MOST, count=len(numbers))
        self._desk.note_now(Action.EXPORT, Subject("audit"), Outcome.DONE, actor, file=file.name, rows=len(numbers),
                            **self._told(wanted))
        text = audit_csv(self._each(numbers, cancelled))
        try:
            write_whole(file, text.encode("utf-8-sig"), SHARED)
        except OSError:
            raise Refused("file_unwritable") from None
        return len(numbers)

    def standing_break(self) -> StandingBreak | None:
        """Give what a start found that nobody who reads the audit took note of yet; kept over starts, costs no disk."""
        return self._standing

    def acknowledge(self) -> None:
        """Take note of what a start found; raises Refused("not_permitted")."""
        actor = self._desk.must(Permission.READ_AUDIT, Subject("audit"))
        standing = self._standing
        if standing is None:
            return
        self._desk.note_now(Action.AUDIT_BREAK_SEEN, NOTHING, Outcome.DONE, actor, row=standing.n, kind=standing.kind)
        self._standing = None
        self._bus.publish(AuditBreakSeen())

    def order_restore(self, file: Path, approval: Approval | None, damaged: bool = False) -> RestoreOrder:
        """Take two officers' order to restore a copy into the present chain; raises Refused."""
        return order_restore(self._desk, file, approval, damaged)

    # The console's own rows -------------------------------------------------------------------------------------------

    def meet_head(self) -> None:
        """Compare the chain with its head file before anything is added, tell a difference, and begin the file."""
        kept = self._head_file.read()  # before the rows: it can only be behind them
        chain, there, restores = self._reader.read(lambda view: (
            read_head(view), read_hash(view, kept.head.n) if kept.head else "", read_restores(view)))
        flaw = _flaw_of(kept.state, kept.head, chain, there)
        if flaw and kept.head and any(one.explains(kept.head) for one in restores):
            flaw = ""
        if flaw and not self._tell_break(flaw, kept.head, chain):
            self._standing = StandingBreak(0, self._clock.now(), flaw)
            return
        self._standing = self._reader.read(read_standing_break)
        if self._head_file.writable and (flaw or kept.state is not HeadState.WHOLE or kept.head != chain):
            try:
                self._head_file.begin(self.head())
            except OSError as error:
                self._log.warning("audit_head_not_written", error=error.strerror)

    def started(self) -> None:
        """Tell that a console works from now on."""
        self._desk.note(Action.STARTED, NOTHING, Outcome.DONE, CONSOLE, version=__version__)

    def stopped(self) -> None:
        """Tell that it ends."""
        self._desk.note(Action.STOPPED, NOTHING, Outcome.DONE, CONSOLE)

    def _tell_break(self, flaw: str, known: Head | None, chain: Head) -> bool:
        self._log.warning("audit_head_unfit", kind=flaw, known=str(known or ""), chain=str(chain))
        try:
            self._desk.note_now(Action.AUDIT_BREAK, NOTHING, Outcome.FAILED, CONSOLE, kind=flaw,
                                known=str(known or ""), found=str(chain))
        except WorldError as error:
            # A full disk must not keep a control room blind; the head file stays as it is and tells it next time.
            self._log.warning("audit_break_not_written", error=str(error))
            return False
        return True

    def _told(self, wanted: AuditFilter) -> dict[str, Detail]:
        """Give what was looked for; of a case of misconduct only to who sees misconduct."""
        said = _told(wanted)
        cases = self._reader.read(lambda view: Eyes(see_misconduct=False).hidden_incidents(view, sorted(wanted.about)))
        if cases or any(_NAMES_APART.search(one) for one in (wanted.text, *wanted.about)):
            said["incident"] = OF_MISCONDUCT
        return said

    def _numbers(self, view: View, wanted: AuditFilter) -> Sequence[int]:
        return find_numbers(view, wanted, self._eyes())

    def _eyes(self) -> Eyes:
        session = self._desk.session
        return Eyes(self._desk.may(Permission.SEE_MISCONDUCT), "" if session is None else session.officer.id)

    def _each(self, numbers: Sequence[int], cancelled: Callable[[], bool]) -> Iterable[AuditEntry]:
        for start in range(0, len(numbers), _CHUNK):
            if cancelled():
                return
            yield from self.entries(numbers[start:start + _CHUNK])


def _flaw_of(state: HeadState, known: Head | None, chain: Head, there: str) -> str:
    """Give what a start finds wrong; empty where the file fits or is not to be had for a good reason."""
    if known is not None and known.n > chain.n:
        return Flaw.CUT_OFF.value
    if known is not None and known.n > 0 and there != known.hash:
        return Flaw.REWRITTEN.value
    if chain.n == 0 or state in (HeadState.WHOLE, HeadState.UNPROVEN):
        return ""
    return (Flaw.HEAD_MISSING if state is HeadState.MISSING else Flaw.HEAD_DAMAGED).value


def _told(wanted: AuditFilter) -> dict[str, Detail]:
    """Give what was looked for, as the chain keeps it."""
    said: dict[str, Detail] = {
        "badge": wanted.badge or None, "text": wanted.text or None, "refused_only": wanted.refused_only or None,
        "kinds": sorted(wanted.actions) or None, "of": sorted(wanted.about) or None,
        "from": wanted.from_at.isoformat() if wanted.from_at else None,
        "to": wanted.to_at.isoformat() if wanted.to_at else None,
    }
    return said
