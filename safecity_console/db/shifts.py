"""Rows of shifts: hours, spans of duty, the running log.

Belongs here: SQL and strict reading. Does not belong here: checks and handovers (db/handovers.py), who may take duty
(services/shifts.py), how spans meet (domain/roster.py).
Invariants: 1. At most one span is open; the index and a trigger refuse a second. 2. A span begins where the last ended,
or says since when nobody was on duty and why. 3. A line of the log is only added. What is true after a crash: a span
and its line and its audit row are in the file together or not at all. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from safecity_console.core.ids import new_id
from safecity_console.db.rows import Readable, Row, flag, integer, moment, optional_moment, text, time_text, word
from safecity_console.db.transaction import Log, Table, Transaction
from safecity_console.domain.access import Officer, fit_reason
from safecity_console.domain.errors import Conflict, DatabaseDamaged, NotFound
from safecity_console.domain.roster import Seam, ShiftHours, Start, Window, end_of, start_after
from safecity_console.domain.shift import Began, Ended, LineKind, LogLine, Shift


def now_of(transaction: Transaction) -> datetime:
    """Give the transaction's time as rows keep it: whole milliseconds, so that ends and beginnings compare."""
    now = transaction.now
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def read_hours(view: Readable) -> tuple[ShiftHours, ...]:
    """Read the hours in their order; none where they were never changed."""
    rows = view.rows("SELECT * FROM shift_hours ORDER BY position")
    return tuple(ShiftHours(text(row, "code"), integer(row, "start_min"), integer(row, "end_min"), text(row, "name"),
                            text(row, "name_ur")) for row in rows)


def put_hours(transaction: Transaction, hours: Sequence[ShiftHours]) -> None:
    """Write the hours in place of what was there."""
    for row in transaction.rows("SELECT id FROM shift_hours"):
        transaction.delete(Table.SHIFT_HOURS, text(row, "id"))
    for position, one in enumerate(hours):
        transaction.insert(Table.SHIFT_HOURS, {
            "position": position, "code": one.code, "name": one.name, "name_ur": one.name_ur,
            "start_min": one.start_min, "end_min": one.end_min})


def read_open_shift(view: Readable) -> Shift | None:
    """Read who is on duty."""
    rows = view.rows("SELECT * FROM shift WHERE to_at IS NULL ORDER BY n DESC LIMIT 1")
    return _shift(rows[0]) if rows else None


def read_last_shift(view: Readable) -> Shift | None:
    """Read the newest span, ended or not."""
    rows = view.rows("SELECT * FROM shift ORDER BY n DESC LIMIT 1")
    return _shift(rows[0]) if rows else None


def read_shift(view: Readable, shift_id: str) -> Shift:
    """Read one span; raises NotFound("shift_missing")."""
    rows = view.rows("SELECT * FROM shift WHERE id = ?", [shift_id])
    if not rows:
        raise NotFound("shift_missing")
    return _shift(rows[0])


def read_shifts(view: Readable, from_at: datetime, to_at: datetime) -> tuple[Shift, ...]:
    """Read the spans that touch a period, in order."""
    rows = view.rows("SELECT * FROM shift WHERE from_at < ? AND (to_at IS NULL OR to_at > ?) ORDER BY n",
                     [time_text(to_at), time_text(from_at)])
    return tuple(map(_shift, rows))


def read_all_shifts(view: Readable) -> tuple[Shift, ...]:
    """Read every span in order."""
    return tuple(map(_shift, view.rows("SELECT * FROM shift ORDER BY n")))


def gap_before(view: Readable, now: datetime) -> tuple[Seam, datetime | None]:
    """Tell how a span that began now would meet the last, and since when nobody has been on duty."""
    last = read_last_shift(view)
    start = start_after(None if last is None else last.to_at, now)
    return start.seam, start.gap_from


def open_shift(transaction: Transaction, officer: Officer, window: Window, began: Began, reason: str = "") -> Shift:
    """Begin a span of duty; raises Conflict("shift_taken") where somebody is, Refused("reason_missing") after a gap.

    By handover it begins where the last ended, whatever the clock says; a clock set back meanwhile is marked.
    """
    last, now = read_last_shift(transaction), now_of(transaction)
    if last is not None and last.to_at is None:
        raise Conflict("shift_taken", badge=last.badge, officer=last.officer)
    last_end = None if last is None else last.to_at
    start = start_after(last_end, now)
    if began is Began.HANDOVER and last_end is not None:
        start = Start(last_end, Seam.CLOCK if now < last_end else Seam.JOINED)
    if start.gap_from is not None:
        reason = fit_reason(reason)
    values = {
        "n": 1 if last is None else last.n + 1, "code": window.hours.code, "name": window.hours.name,
        "officer_id": officer.id, "badge": officer.badge, "officer": officer.name, "rank": officer.rank,
        "planned_from": time_text(window.from_at), "planned_to": time_text(window.to_at),
        "from_at": time_text(start.at), "to_at": None, "began": began.value,
        "gap_from": None if start.gap_from is None else time_text(start.gap_from),
        "reason": reason if start.gap_from is not None else "",
        "clock_stepped": int(start.seam is Seam.CLOCK),
    }
    return read_shift(transaction, transaction.insert(Table.SHIFT, values).row_id)


def close_shift(transaction: Transaction, shift_id: str, ended: Ended, by: str = "", reason: str = "") -> Shift:
    """End a span of duty; raises Conflict("shift_ended")."""
    shift = read_shift(transaction, shift_id)
    if shift.to_at is not None:
        raise Conflict("shift_ended")
    transaction.update(Table.SHIFT, shift_id, {
        "to_at": time_text(end_of(shift.from_at, now_of(transaction))), "ended": ended.value, "ended_by": by,
        "end_reason": reason, "absent_since": None})
    return read_shift(transaction, shift_id)


def put_absent(transaction: Transaction, shift_id: str, since: datetime | None) -> None:
    """Say that the officer on duty left the desk, or came back."""
    transaction.update(Table.SHIFT, shift_id, {"absent_since": None if since is None else time_text(since)})


def append_line(transaction: Transaction, shift_id: str, kind: LineKind, badge: str = "", said: str = "",
                event_at: datetime | None = None, content: Mapping[str, str | int] | None = None) -> str:
    """Add a line to the running log; gives its id."""
    row = transaction.one("SELECT coalesce(max(n), 0) AS last FROM shift_log")
    now = now_of(transaction)
    line_id = new_id()
    transaction.append(Log.SHIFT_LOG, {
        "n": 1 if row is None else integer(row, "last") + 1, "id": line_id, "shift_id": shift_id or None,
        "kind": kind.value, "event_at": time_text(event_at or now), "entered_at": time_text(now), "badge": badge,
        "text": said, "content": json.dumps(dict(content or {}), ensure_ascii=False, sort_keys=True)})
    return line_id


def read_lines(view: Readable, shift_id: str, limit: int = 1000) -> tuple[LogLine, ...]:
    """Read the lines of a span, newest last."""
    rows = view.rows("SELECT * FROM shift_log WHERE shift_id = ? ORDER BY n DESC LIMIT ?", [shift_id, limit])
    return tuple(_line(row) for row in reversed(rows))


def read_newest_lines(view: Readable, limit: int = 300) -> tuple[LogLine, ...]:
    """Read the newest lines of the desk, whoever was on duty, newest last."""
    rows = view.rows("SELECT * FROM shift_log ORDER BY n DESC LIMIT ?", [limit])
    return tuple(_line(row) for row in reversed(rows))


def read_entries(view: Readable, shift_id: str) -> tuple[LogLine, ...]:
    """Read what officers wrote in a span."""
    rows = view.rows("SELECT * FROM shift_log WHERE shift_id = ? AND kind = 'entry' ORDER BY n", [shift_id])
    return tuple(map(_line, rows))


def _shift(row: Row) -> Shift:
    return Shift(
        text(row, "id"), integer(row, "n"), text(row, "code"), text(row, "officer_id"), text(row, "badge"),
        text(row, "officer"), moment(row, "planned_from"), moment(row, "planned_to"), moment(row, "from_at"),
        optional_moment(row, "to_at"), text(row, "name"), text(row, "rank"), word(row, "began", Began),
        None if row["ended"] is None else word(row, "ended", Ended), optional_moment(row, "gap_from"),
        text(row, "reason"), text(row, "ended_by"), text(row, "end_reason"), optional_moment(row, "absent_since"),
        flag(row, "clock_stepped"), integer(row, "revision"))


def _line(row: Row) -> LogLine:
    return LogLine(text(row, "id"), str(row["shift_id"] or ""), word(row, "kind", LineKind), moment(row, "event_at"),
                   moment(row, "entered_at"), text(row, "badge"), text(row, "text"), figures(row, "content"))


def figures(row: Row, column: str) -> dict[str, str | int]:
    """Give a column of JSON that holds texts and whole numbers."""
    try:
        found = json.loads(text(row, column))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(one, str | int) for one in found.values()):
        raise DatabaseDamaged(f"column {column} holds no figures")
    return found
