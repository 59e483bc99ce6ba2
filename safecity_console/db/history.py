"""Each camera's state over time, and the console's runs.

Belongs here: closing and opening spans, repairing them after a crash, reading them. Does not belong here: figures
(services/history.py), what a state means (domain/watch.py).
Invariants: 1. A camera has at most one open span. 2. Spans of a camera are recorded in row order; each begins where
the one before ended, except after a step of the wall clock: then `clock_stepped` is 1 and there may be a gap or an
overlap (in an overlap the later recorded span holds). 3. `to_at` is never before `from_at`: a time before the open
span's start is taken as that start. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from safecity_console.db.rows import Readable, Row, flag, integer, moment, optional_moment, text, time_text, word
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.watch import HistorySpan, HistoryState


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said of a camera from a moment on."""

    camera_id: str
    state: HistoryState
    layer: str
    fault: str
    at: datetime
    clock_stepped: bool = False


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stored span with its mark of a stepped clock."""

    span: HistorySpan
    clock_stepped: bool


def put_note(transaction: Transaction, note: Note) -> None:
    """Close the open span and open the next; nothing where it says the same already or the camera is gone."""
    if transaction.one("SELECT 1 AS there FROM camera WHERE id = ? AND removed_at IS NULL", [note.camera_id]) is None:
        return
    row = transaction.one("SELECT * FROM camera_state WHERE camera_id = ? AND to_at IS NULL", [note.camera_id])
    at = note.at
    if row is not None:
        open_span = _span(row)
        if (open_span.state, open_span.layer, open_span.fault) == (note.state, note.layer, note.fault):
            return
        at = max(at, open_span.from_at)
        transaction.update(Table.CAMERA_STATE, open_span.id, {"to_at": time_text(at)})
    _open(transaction, Note(note.camera_id, note.state, note.layer, note.fault, at, note.clock_stepped))


def close_open(transaction: Transaction, at: datetime, camera_id: str | None = None) -> tuple[HistorySpan, ...]:
    """Close all open spans (or one camera's) at a moment; gives them as they were."""
    condition, parameters = ("AND camera_id = ?", [camera_id]) if camera_id is not None else ("", [])
    rows = transaction.rows(f"SELECT * FROM camera_state WHERE to_at IS NULL {condition}", parameters)  # noqa: S608
    spans = tuple(_span(row) for row in rows)
    for span in spans:
        transaction.update(Table.CAMERA_STATE, span.id, {"to_at": time_text(max(at, span.from_at))})
    return spans


def begin_run(transaction: Transaction, at: datetime) -> str:
    """Begin a run: close what a crash left open at that run's last heartbeat, and say UNKNOWN from there on.

    Gives the run's id.
    """
    last = transaction.one("SELECT * FROM console_run ORDER BY rowid DESC LIMIT 1")
    if last is not None:
        seen = moment(last, "last_seen_at")
        close_open(transaction, seen)  # none is open after an orderly end
        if optional_moment(last, "ended_at") is None:
            transaction.update(Table.CONSOLE_RUN, text(last, "id"), {"ended_at": time_text(seen)})
    for camera_id, ended in _last_ends(transaction):
        start, stepped = (ended, False) if ended <= at else (at, True)
        _open(transaction, Note(camera_id, HistoryState.UNKNOWN, "", "", start, stepped))
    stamp = time_text(at)
    return transaction.insert(Table.CONSOLE_RUN, {"started_at": stamp, "last_seen_at": stamp}).row_id


def beat(transaction: Transaction, run_id: str, at: datetime) -> None:
    """Say that the console still runs."""
    transaction.update(Table.CONSOLE_RUN, run_id, {"last_seen_at": time_text(at)})


def end_run(transaction: Transaction, run_id: str, at: datetime) -> None:
    """Close every span and the run."""
    close_open(transaction, at)
    transaction.update(Table.CONSOLE_RUN, run_id, {"last_seen_at": time_text(at), "ended_at": time_text(at)})


def resume_after_step(transaction: Transaction, before: datetime, after: datetime) -> None:
    """Cut every open span at the last moment of the old clock and go on with the same state on the new one."""
    for span in close_open(transaction, before):
        _open(transaction, Note(span.camera_id, span.state, span.layer, span.fault, after, clock_stepped=True))


def read_spans(view: Readable, camera_id: str, from_at: datetime, to_at: datetime) -> tuple[Recorded, ...]:
    """Read a camera's spans that touch a period, in the order they were recorded."""
    rows = view.rows(
        "SELECT * FROM camera_state WHERE camera_id = ? AND from_at < ? AND (to_at IS NULL OR to_at > ?)"
        " ORDER BY rowid",
        [camera_id, time_text(to_at), time_text(from_at)],
    )
    return tuple(Recorded(_span(row), flag(row, "clock_stepped")) for row in rows)


def read_all_spans(view: Readable) -> tuple[Recorded, ...]:
    """Read every span by camera, in the order they were recorded."""
    rows = view.rows("SELECT * FROM camera_state ORDER BY camera_id, rowid")
    return tuple(Recorded(_span(row), flag(row, "clock_stepped")) for row in rows)


def read_states(view: Readable, from_at: datetime, to_at: datetime) -> list[tuple[str, HistoryState]]:
    """Read camera and state of every span that touches a period, by camera in the order recorded."""
    rows = view.rows(
        "SELECT camera_id, state FROM camera_state WHERE from_at < ? AND (to_at IS NULL OR to_at > ?)"
        " ORDER BY camera_id, rowid",
        [time_text(to_at), time_text(from_at)],
    )
    return [(text(row, "camera_id"), word(row, "state", HistoryState)) for row in rows]


def read_open(view: Readable) -> tuple[HistorySpan, ...]:
    """Read the open spans."""
    return tuple(_span(row) for row in view.rows("SELECT * FROM camera_state WHERE to_at IS NULL"))


def read_at(view: Readable, at: datetime) -> tuple[HistorySpan, ...]:
    """Read the span of each camera (removed ones too) that held at a moment; the later recorded one where two did."""
    stamp = time_text(at)
    rows = view.rows(
        "SELECT * FROM camera_state WHERE from_at <= ? AND (to_at IS NULL OR to_at > ?) ORDER BY rowid", [stamp, stamp]
    )
    held = {span.camera_id: span for span in map(_span, rows)}
    return tuple(held.values())


def read_held(view: Readable, camera_id: str, at: datetime) -> HistorySpan | None:
    """Read the span of one camera that held at a moment, the later recorded one where two did; None: not watched.

    From the newest span before the moment back: after a year the table is long, and spans overlap only about a step
    of the clock.
    """
    stamp = time_text(at)
    rows = view.rows("SELECT *, rowid AS place FROM (SELECT *, rowid FROM camera_state WHERE camera_id = ?"
                     " AND from_at <= ? ORDER BY from_at DESC, rowid DESC LIMIT 16)"
                     " WHERE to_at IS NULL OR to_at > ? ORDER BY place DESC LIMIT 1", [camera_id, stamp, stamp])
    return _span(rows[0]) if rows else None


def read_down_since(view: Readable) -> dict[str, datetime]:
    """Read, by camera, since when it is known to be down: its first OFFLINE span after the last one that was not.

    UNKNOWN spans in between change nothing: a console that was off learned nothing. One camera at a time, from the
    newest span back: a join over the whole table takes most of a second after a year.
    """
    found: dict[str, datetime] = {}
    for camera in view.rows("SELECT id FROM camera WHERE removed_at IS NULL"):
        up = view.rows(
            "SELECT from_at, rowid AS place FROM camera_state"
            " WHERE camera_id = ? AND state IN ('live', 'late', 'disabled')"
            " ORDER BY from_at DESC, rowid DESC LIMIT 1",
            [camera["id"]],
        )
        at, place = (text(up[0], "from_at"), integer(up[0], "place")) if up else ("", 0)
        down = view.rows(
            "SELECT from_at FROM camera_state WHERE camera_id = ? AND state = 'offline' AND from_at >= ?"
            " AND (from_at > ? OR rowid > ?) ORDER BY from_at LIMIT 1",
            [camera["id"], at, at, place],
        )
        if down:
            found[text(camera, "id")] = moment(down[0], "from_at")
    return found


def _last_ends(transaction: Transaction) -> list[tuple[str, datetime]]:
    rows = transaction.rows(
        "SELECT camera_id, to_at FROM camera_state"
        " WHERE rowid IN (SELECT max(rowid) FROM camera_state GROUP BY camera_id)"
        " AND camera_id IN (SELECT id FROM camera WHERE removed_at IS NULL)"
    )
    return [(text(row, "camera_id"), moment(row, "to_at")) for row in rows]


def _open(transaction: Transaction, note: Note) -> None:
    values = {
        "camera_id": note.camera_id,
        "state": note.state.value,
        "layer": note.layer,
        "fault": note.fault,
        "from_at": time_text(note.at),
        "clock_stepped": int(note.clock_stepped),
    }
    transaction.insert(Table.CAMERA_STATE, values)


def _span(row: Row) -> HistorySpan:
    return HistorySpan(
        text(row, "id"),
        text(row, "camera_id"),
        word(row, "state", HistoryState),
        text(row, "layer"),
        text(row, "fault"),
        moment(row, "from_at"),
        optional_moment(row, "to_at"),
        integer(row, "revision"),
    )
