"""What cameras told of themselves, as rows.

Belongs here: their SQL, pruning, findings in this table. Does not belong here: what becomes an event
(services/camera_event_book.py).
Invariants: 1. A row holds no login: its XML was freed of it before. 2. Of one camera no more than `KEPT_MOST` rows
stay, and none that is older than the days asked for; what lasts and what no officer has seen yet counts like all
others. 3. Events of cameras that are gone are passed over. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from safecity_console.db.rows import Readable, Row, flag, moment, optional_moment, text, time_text, word
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.camera_event import ALARMS, CameraEvent, EventKind
from safecity_console.domain.report import Problem

KEPT_MOST = 5_000
_ALARM_WORDS = ", ".join(f"'{one.value}'" for one in sorted(ALARMS))


def read_lasting(view: Readable) -> tuple[CameraEvent, ...]:
    """Read what has not ended, as far as anybody knows."""
    rows = view.rows("SELECT * FROM camera_event WHERE ended_at IS NULL ORDER BY began_at")
    return tuple(_event(row) for row in rows)


def read_unseen(view: Readable, since: datetime, most: int) -> tuple[CameraEvent, ...]:
    """Read the alarms that nobody called no concern, oldest first; of those that ended only the ones begun `since`."""
    rows = view.rows(
        f"SELECT * FROM camera_event WHERE kind IN ({_ALARM_WORDS}) AND seen_at IS NULL "  # noqa: S608 - our own words
        "AND (ended_at IS NULL OR began_at >= ?) ORDER BY began_at DESC LIMIT ?", [time_text(since), most])
    return tuple(_event(row) for row in reversed(list(rows)))


def read_recent(view: Readable, camera_id: str, most: int, motion: bool = True) -> tuple[CameraEvent, ...]:
    """Read a camera's newest events, newest first."""
    which = "" if motion else "AND kind <> 'motion' "
    return tuple(_event(row) for row in view.rows(
        f"SELECT * FROM camera_event WHERE camera_id = ? {which}ORDER BY began_at DESC, id DESC LIMIT ?",  # noqa: S608
        [camera_id, most]))


def put_events(transaction: Transaction, events: Iterable[CameraEvent]) -> tuple[CameraEvent, ...]:
    """Write events as they are now; gives those that were written."""
    known: dict[str, bool] = {}
    done = []
    for event in events:
        if event.camera_id not in known:
            known[event.camera_id] = transaction.one("SELECT 1 AS one FROM camera WHERE id = ?",
                                                     [event.camera_id]) is not None
        if known[event.camera_id]:
            values = _values(event)
            if transaction.revision(Table.CAMERA_EVENT, event.id) is None:
                transaction.insert(Table.CAMERA_EVENT, values, event.id)
            else:  # an officer's word stands, whenever it was said
                transaction.update(Table.CAMERA_EVENT, event.id,
                                   {k: v for k, v in values.items() if not k.startswith("seen_")})
            done.append(event)
    return tuple(done)


def mark_seen(transaction: Transaction, events: Iterable[CameraEvent]) -> None:
    """Write that an officer called them no concern; how they stand otherwise is not touched."""
    for event in events:
        if transaction.revision(Table.CAMERA_EVENT, event.id) is not None:
            transaction.update(Table.CAMERA_EVENT, event.id,
                               {"seen_by": event.seen_by, "seen_at": _time(event.seen_at)})


def prune_events(transaction: Transaction, before: datetime, most: int = KEPT_MOST) -> int:
    """Delete what is older than `before`, and of each camera what is beyond its newest `most`; gives how many."""
    rows = transaction.rows(
        "SELECT id FROM camera_event WHERE began_at < ? UNION SELECT id FROM (SELECT id, row_number() OVER "
        "(PARTITION BY camera_id ORDER BY began_at DESC, id DESC) AS place FROM camera_event) WHERE place > ? "
        "LIMIT 20000", [time_text(before), most])
    for row in rows:
        transaction.delete(Table.CAMERA_EVENT, text(row, "id"))
    return len(rows)


def event_problems(view: Readable) -> Iterator[Problem]:
    """Find what does not fit: moments without an end, what ended by us and lasts."""
    for row in view.rows("SELECT id, camera_id FROM camera_event WHERE (moment = 1 AND ended_at IS NULL) "
                         "OR (timed_out = 1 AND ended_at IS NULL) OR (seen_by <> '' AND seen_at IS NULL) LIMIT 100"):
        yield Problem("row_unfit", f"event {text(row, 'id')} of camera {text(row, 'camera_id')}", "its times")
    read_lasting(view)


def _values(event: CameraEvent) -> dict[str, object]:
    return {
        "camera_id": event.camera_id, "kind": event.kind.value, "topic": event.topic, "source": event.source,
        "began_at": time_text(event.began_at), "ended_at": _time(event.ended_at),
        "device_began_at": _time(event.device_began_at), "device_ended_at": _time(event.device_ended_at),
        "moment": int(event.moment), "initial": int(event.initial), "timed_out": int(event.timed_out),
        "seen_by": event.seen_by, "seen_at": _time(event.seen_at), "raw": event.raw}


def _time(at: datetime | None) -> str | None:
    return None if at is None else time_text(at)


def _event(row: Row) -> CameraEvent:
    return CameraEvent(
        text(row, "id"), text(row, "camera_id"), word(row, "kind", EventKind), moment(row, "began_at"),
        text(row, "topic"), text(row, "source"), optional_moment(row, "device_began_at"),
        optional_moment(row, "ended_at"), optional_moment(row, "device_ended_at"), flag(row, "moment"),
        flag(row, "initial"), flag(row, "timed_out"), text(row, "seen_by"), optional_moment(row, "seen_at"),
        text(row, "raw"))
