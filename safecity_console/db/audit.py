"""The audit chain's rows: added inside the transaction of what they tell, read a few at a time.

Belongs here: number, hash and time of a new row, the row of a changed clock before it; reading entries. Does not belong
here: what is audited (services/), the form of an entry (domain/audit.py), reading the whole chain (audit_scan.py).
Invariants: 1. A row and what it tells are in one commit. 2. The number is the one after the last of the file, whoever
else writes it. 3. Nothing here changes or deletes a row; triggers refuse it. 4. Where the wall clock was set since the
last row, by more than CLOCK_SLACK_S, a row says so before the next one.
What is true after a crash: the chain ends with a row whose deed is in the file too.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from safecity_console.db.reader import View
from safecity_console.db.rows import Readable, integer, parse_time, text, time_text
from safecity_console.db.rows import Row as TableRow
from safecity_console.db.transaction import Log, Transaction
from safecity_console.domain.audit import (
    CONSOLE,
    Action,
    Actor,
    AuditEntry,
    AuditFilter,
    Deed,
    Head,
    Row,
    StandingBreak,
    Subject,
    canonical,
    hash_of,
)
from safecity_console.domain.audit_proof import CLOCK_SLACK_S, Restored, restored_of
from safecity_console.domain.errors import DatabaseDamaged

RESTORES_MOST = 500
_HIDDEN = """action = 'incident.misconduct_view' OR json_extract(body, '$.about[1]') GLOB 'M-*'
    AND json_extract(body, '$.about[0]') <> 'officer' OR json_extract(body, '$.detail.label') GLOB 'M-*'
    OR json_extract(body, '$.detail.incident') GLOB 'M-*'"""
"""Rows about misconduct, as the partial index audit_misconduct of step 6 holds them: word for word the same there."""


def append_audit(transaction: Transaction, deed: Deed, station: str) -> Head:
    """Add a row to the chain; gives the new head."""
    rows = transaction.rows("SELECT n, hash, at FROM audit ORDER BY n DESC LIMIT 1")
    head = Head(integer(rows[0], "n"), text(rows[0], "hash")) if rows else Head()
    step_s = transaction.clock_step_s
    if not step_s and rows:
        step_s = _fell(rows[0]["at"], transaction.now)
    if step_s:
        before = transaction.now - timedelta(seconds=step_s)
        told = Deed(Action.CLOCK, CONSOLE, detail={"before": time_text(before), "after": time_text(transaction.now),
                                                   "step_ms": round(step_s * 1000)})
        head = _put(transaction, head, told, station)
        transaction.clock_step_told = True
    return _put(transaction, head, deed, station)


def read_head(view: Readable) -> Head:
    """Read the newest row's number and hash."""
    rows = view.rows("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1")
    return Head(integer(rows[0], "n"), text(rows[0], "hash")) if rows else Head()


def read_hash(view: Readable, n: int) -> str:
    """Read the hash of a row; empty where there is no such row."""
    rows = view.rows("SELECT hash FROM audit WHERE n = ?", [n])
    return text(rows[0], "hash") if rows else ""


def read_restores(view: Readable) -> tuple[Restored, ...]:
    """Read what the rows of restored databases tell."""
    rows = view.rows("SELECT n FROM audit WHERE action = ? AND json_extract(body, '$.outcome') = 'done' ORDER BY n",
                     [Action.RESTORE.value])
    entries = read_entries(view, [integer(row, "n") for row in rows][-RESTORES_MOST:])
    return tuple(told for one in entries for told in restored_of(one.n, one.detail))


def read_standing_break(view: Readable) -> StandingBreak | None:
    """Read the newest find of a start, unless somebody took note since."""
    newest = {row["action"]: integer(row, "n") for row in view.rows(
        "SELECT action, max(n) AS n FROM audit WHERE action IN (?, ?) GROUP BY action",
        [Action.AUDIT_BREAK.value, Action.AUDIT_BREAK_SEEN.value])}
    n = newest.get(Action.AUDIT_BREAK.value, 0)
    if n <= newest.get(Action.AUDIT_BREAK_SEEN.value, 0):
        return None
    entry, = read_entries(view, [n])
    return StandingBreak(n, entry.at, str(entry.detail.get("kind", "")))


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose eyes read: whether they see misconduct at all; nobody sees the case that names himself."""

    see_misconduct: bool = True
    officer_id: str = ""

    def hidden_incidents(self, view: Readable, among: Sequence[str] | None = None) -> frozenset[str]:
        """Give the ids of incidents not to be heard of, of all or `among` some."""
        if not view.rows("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'incident'"):
            return frozenset()
        sql, values = "SELECT id FROM incident WHERE category = 'misconduct'", list(among or ())
        if among is not None:
            sql += f" AND id IN ({', '.join('?' * len(values))})"
        if self.see_misconduct:
            sql, values = f"{sql} AND named_officer_id = ?", [*values, self.officer_id or "nobody"]
        return frozenset(text(row, "id") for row in view.rows(sql, values))


def find_numbers(view: View, wanted: AuditFilter, eyes: Eyes) -> Sequence[int]:
    """Find the numbers of the entries that fit, newest first."""
    hidden = _hidden_numbers(view, eyes)
    if wanted == AuditFilter():
        every = range(read_head(view).n, 0, -1)
        return array("q", (n for n in every if n not in hidden)) if hidden else every
    where, values = _conditions(view, wanted)
    found = view.numbers(f"SELECT n FROM audit {where} ORDER BY n DESC", values)  # noqa: S608 - columns are fixed
    return array("q", (n for n in found if n not in hidden) if hidden else found)


def read_entries(view: Readable, numbers: Sequence[int], eyes: Eyes | None = None) -> tuple[AuditEntry, ...]:
    """Read the entries of these numbers, in their order; one that is not there or not for these eyes is left out."""
    places = ", ".join("?" * len(numbers))
    rows = view.rows(f"SELECT n, at, action, badge, body, hash FROM audit WHERE n IN ({places})",  # noqa: S608
                     list(numbers))
    found = {one.n: one for one in map(_entry, rows)}
    if eyes is not None:
        hidden = eyes.hidden_incidents(view, [one.about.id for one in found.values() if one.about.kind == "incident"])
        found = {n: one for n, one in found.items()
                 if one.about.id not in hidden and (eyes.see_misconduct or not _of_misconduct(one))}
    return tuple(found[n] for n in numbers if n in found)


def _put(transaction: Transaction, head: Head, deed: Deed, station: str) -> Head:
    n, at = head.n + 1, time_text(transaction.now)
    body = canonical(n, at, head.hash, deed, station)
    row = Row(n, at, deed.action.value, deed.actor.badge, body, hash_of(body))
    transaction.append(Log.AUDIT, {"n": row.n, "at": row.at, "action": row.action, "badge": row.badge,
                                   "body": row.body, "hash": row.hash})
    return Head(row.n, row.hash)


def _fell(last_at: object, now: datetime) -> float:
    """Give by how many seconds the time is before the last row's (negative); 0.0 within the slack."""
    if str(last_at) <= time_text(now):
        return 0.0
    try:
        step_s = (now - parse_time(last_at, "at")).total_seconds()
    except DatabaseDamaged:
        return 0.0  # a spoilt row is for `audit verify` to name; it must not keep the next deed out of the chain
    return step_s if step_s < -CLOCK_SLACK_S else 0.0


def _conditions(view: Readable, wanted: AuditFilter) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []

    def narrow(part: str, *more: object) -> None:
        parts.append(part)
        values.extend(more)

    if wanted.badge:
        narrow("badge = ?", wanted.badge)
    if wanted.actions:
        narrow(f"action IN ({', '.join('?' * len(wanted.actions))})", *sorted(wanted.actions))
    if wanted.about:
        narrow(f"json_extract(body, '$.about[1]') IN ({', '.join('?' * len(wanted.about))})", *sorted(wanted.about))
    if wanted.refused_only:
        narrow("json_extract(body, '$.outcome') <> 'done'")
    if wanted.from_at is not None or wanted.to_at is not None:
        low = time_text(wanted.from_at) if wanted.from_at is not None else ""
        high = time_text(wanted.to_at) if wanted.to_at is not None else "9"
        span = view.rows("SELECT min(n) AS low, max(n) AS high FROM audit WHERE at >= ? AND at <= ?", [low, high])[0]
        # Numbers rise with time, but for a clock that was set: the number bounds the walk, the time decides.
        narrow("n BETWEEN ? AND ? AND at >= ? AND at <= ?", span["low"] or 0, span["high"] or 0, low, high)
    if wanted.text:
        narrow("body LIKE ? ESCAPE '!'", f"%{_like(wanted.text)}%")
    return ("WHERE " + " AND ".join(parts) if parts else ""), values


def _like(sought: str) -> str:
    in_json = json.dumps(sought, ensure_ascii=False)[1:-1]
    return in_json.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _hidden_numbers(view: View, eyes: Eyes) -> frozenset[int]:
    found: set[int] = set()
    if not eyes.see_misconduct:
        found.update(view.numbers(f"SELECT n FROM audit WHERE {_HIDDEN}"))  # noqa: S608 - a fixed text
    for one in eyes.hidden_incidents(view):
        found.update(view.numbers("SELECT n FROM audit WHERE json_extract(body, '$.about[1]') = ?", [one]))
    return frozenset(found)


def _of_misconduct(entry: AuditEntry) -> bool:
    """Tell whether an entry speaks of misconduct by itself; as _HIDDEN finds them."""
    said = (entry.about.id if entry.about.kind != "officer" else "", entry.detail.get("label"),
            entry.detail.get("incident"))
    return entry.action == Action.MISCONDUCT_VIEW.value or any(str(one or "").startswith("M-") for one in said)


def _entry(row: TableRow) -> AuditEntry:
    body = text(row, "body")
    try:
        said = json.loads(body)
        about, detail = said["about"], said["detail"]
        return AuditEntry(
            integer(row, "n"), parse_time(row["at"], "at"), text(row, "action"),
            Actor(*(str(said[key]) for key in ("badge", "name", "role", "session"))), Subject(*map(str, about[:2])),
            str(said["outcome"]), dict(detail), str(said["station"]), body, text(row, "hash"))
    except (ValueError, KeyError, TypeError, RecursionError, DatabaseDamaged):
        # Shown as it lies there: a spoilt row must not empty the page.
        return AuditEntry(integer(row, "n"), datetime.fromisoformat("1970-01-01T00:00:00Z"), str(row["action"]),
                          Actor(str(row["badge"])), Subject(), "unreadable", {}, "", body, str(row["hash"]))
