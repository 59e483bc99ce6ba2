"""What proves an audit chain unbroken: every flaw of its rows, by name, against the heads known from elsewhere.

Belongs here: the pure rules. Does not belong here: reading rows (db/audit_scan.py), where heads are kept
(core/head_file.py, printed sheets), sentences.
Invariants: 1. Rows are given once, in the order of their numbers. 2. A flaw is named at the row it lies in, and one
flaw is not told again at its neighbours. 3. A head that a restore left behind is told, not counted as a flaw, as far
as a row of the chain names it. 4. At most FLAWS_MOST flaws are kept; the rest is counted.
What it cannot know: rows rewritten to the very end with every hash made anew fit each other; only a head that lies
elsewhere (the head file, a handover sheet, headquarters) shows them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safecity_console.domain.audit import FIRST_PREV, Action, Head, Outcome, Row, hash_of, head_of

FLAWS_MOST = 1000
CLOCK_SLACK_S = 2.0  # a clock that is set by less is not worth a row; two processes read it milliseconds apart


class Flaw(StrEnum):
    """What can be wrong with a chain."""

    MISSING = "missing"  # rows between two others are not there
    CHANGED = "changed"  # a row's bytes are not those it was written with
    REORDERED = "reordered"  # a row stands at another number than its own
    COLUMN = "column"  # a column beside the bytes says something else than they do
    CUT_OFF = "cut_off"  # the chain ends before a head that is known
    REWRITTEN = "rewritten"  # a known head's row has another hash
    UNREADABLE = "unreadable"
    BACKWARDS = "backwards"  # time falls with no entry of a changed clock between
    TOLD = "told"  # the chain itself tells that at a start it did not fit its head
    GUARD = "guard"  # a table, trigger or index of the chain is not as this program makes it
    HEAD_MISSING = "head_missing"  # the file that keeps the head outside the database is not there
    HEAD_DAMAGED = "head_damaged"  # it is there and was not written by this console, or is spoilt
    HEAD_KEY = "head_key"  # the vault's key, which proves it, is not to be had
    DATABASE = "database"  # the file cannot be read to its end


@dataclass(frozen=True, slots=True)
class Break:
    """One flaw and the row it was found at."""

    flaw: Flaw
    n: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """A row that tells of a restored database: what stood from its number up to `left` was left behind."""

    n: int
    left: Head

    def explains(self, head: Head) -> bool:
        """Tell whether a head is one of those left behind."""
        return self.n <= head.n < self.left.n or head == self.left


class Proof:
    """Takes rows one by one and says in the end what is wrong; `start` is the row before the first one given."""

    def __init__(self, heads: Iterable[Head] = (), start: Head | None = None) -> None:
        begun = start or Head()
        self._known: dict[int, set[str]] = {}
        for head in heads:
            if head.n > begun.n:
                self._known.setdefault(head.n, set()).add(head.hash)
        self._n, self._prev, self._at = begun.n, begun.hash, ""
        self._breaks: list[Break] = []
        self._broken: set[int] = set()
        self.rows = self.more = 0
        self.restored: list[Restored] = []
        self.left_behind: list[Head] = []

    @property
    def head(self) -> Head:
        """Give the newest row taken."""
        return Head(self._n, self._prev or FIRST_PREV)

    def add(self, row: Row) -> None:
        """Take the next row."""
        self.rows += 1
        if row.n <= self._n:
            self._found(Flaw.REORDERED, row.n, "a number no row can have")
            return
        if row.n != self._n + 1:
            self._found(Flaw.MISSING, self._n + 1, _span(self._n + 1, row.n - 1))
            self._prev = ""  # what stood before is gone, so its hash cannot be compared
        linked = self._look_at(row)
        self._look_at_clock(row)
        if row.n in self._known:
            self._look_at_heads(row)
        self._n, self._prev, self._at = row.n, row.hash if linked else "", row.at

    def unreadable(self, n: int, why: str) -> None:
        """Take a row whose columns cannot be read at all."""
        self.rows += 1
        self._found(Flaw.UNREADABLE, n, why)
        self._n, self._prev = n, ""

    def end(self) -> tuple[Break, ...]:
        """Give every flaw found, in the order of rows."""
        for n in sorted(self._known):
            for kept in sorted(self._known[n]):
                if not self._explained(Head(n, kept)):
                    self._found(Flaw.CUT_OFF, self._n + 1, _span(self._n + 1, n))
        self._known.clear()
        return tuple(sorted(self._breaks, key=lambda one: one.n))

    def _look_at(self, row: Row) -> bool:
        """Look at a row alone and at its link; tells whether the next row's link may be compared with it."""
        if hash_of(row.body) != row.hash:
            self._found(Flaw.CHANGED, row.n, "its bytes do not give its hash")
            return True
        if self._prev and row.action not in _TELLING and _fits(row, self._prev):
            return True
        try:
            body = json.loads(row.body)
            number, prev = body["n"], body["prev"]
            said = (body["at"], body["action"], body["badge"])
            datetime.fromisoformat(row.at)
        except (ValueError, KeyError, TypeError, RecursionError):
            self._found(Flaw.UNREADABLE, row.n, "its bytes are no entry")
            return True
        if number != row.n:
            self._found(Flaw.REORDERED, row.n, f"it was written as row {str(number)[:20]}")
            return False
        if said != (row.at, row.action, row.badge):
            self._found(Flaw.COLUMN, row.n, "a column says something else than its bytes")
        if self._prev and prev != self._prev and row.n - 1 not in self._broken:
            # This row still names the hash its predecessor was written with.
            self._found(Flaw.CHANGED, row.n - 1, f"row {row.n} names another hash for it")
        if row.action in _TELLING:
            self._look_at_telling(row, body)
        return True

    def _look_at_telling(self, row: Row, body: dict[str, object]) -> None:
        detail = body.get("detail")
        if not isinstance(detail, dict):
            return
        if row.action == Action.AUDIT_BREAK.value:
            self._found(Flaw.TOLD, row.n, f"{detail.get('kind', '')} {detail.get('known', '')}".strip())
        elif body.get("outcome") == Outcome.DONE.value:
            self.restored += restored_of(row.n, detail)

    def _look_at_clock(self, row: Row) -> None:
        if row.at >= self._at or row.action == Action.CLOCK.value:
            return
        try:
            fell = datetime.fromisoformat(self._at) - datetime.fromisoformat(row.at)
        except (ValueError, TypeError):
            return  # told as unreadable already
        if fell > timedelta(seconds=CLOCK_SLACK_S):
            self._found(Flaw.BACKWARDS, row.n, f"{fell.total_seconds():.0f} s before the row before it")

    def _look_at_heads(self, row: Row) -> None:
        for kept in sorted(self._known.pop(row.n) - {row.hash}):
            if not self._explained(Head(row.n, kept)):
                self._found(Flaw.REWRITTEN, row.n, f"a known head says {kept[:16]}…")

    def _explained(self, head: Head) -> bool:
        if any(one.explains(head) for one in self.restored):
            self.left_behind.append(head)
            return True
        return False

    def _found(self, flaw: Flaw, n: int, detail: str) -> None:
        self._broken.add(n)
        if len(self._breaks) >= FLAWS_MOST:
            self.more += 1
        else:
            self._breaks.append(Break(flaw, n, detail))


def restored_of(n: int, detail: Mapping[str, object]) -> list[Restored]:
    """Give what the row of a restore tells: the head left behind, then those that the left chain had left itself."""
    before = detail.get("before", [])
    said = [detail.get("left", ""), *(before if isinstance(before, list) else [])]
    return [Restored(n, head) for one in said if (head := head_of(str(one))) is not None]


_TELLING = frozenset({Action.AUDIT_BREAK.value, Action.RESTORE.value})


def breaks(rows: Iterable[Row], heads: Iterable[Head] = ()) -> tuple[Break, ...]:
    """Find every flaw of a chain given in order of its numbers, against the heads known from elsewhere."""
    proof = Proof(heads)
    for row in rows:
        proof.add(row)
    return proof.end()


def _fits(row: Row, prev: str) -> bool:
    """Tell whether a body plainly says what its row does, without reading all of it: most of a million rows do.

    In canonical form `about` and `action` come before all that is free and `n` after it, and no quotation mark stands
    bare inside a text: what is looked for here can stand at its own place only. Anything unusual is read in full.
    """
    _, _, first = row.body.partition('"],"action":"')
    _, _, last = row.body.rpartition('},"n":')
    return (first.startswith(f'{row.action}","at":"{row.at}","badge":"{row.badge}","detail":{{')
            and last.startswith(f'{row.n},"name":"') and f'","prev":"{prev}","role":"' in last
            and row.body.startswith('{"about":["') and row.at[-1:] == "Z")


def _span(first: int, last: int) -> str:
    return f"rows {first}–{last}" if last > first else f"row {first}"
