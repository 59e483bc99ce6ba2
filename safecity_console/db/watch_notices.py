"""Rows of watch notices and of who saw them.

Belongs here: SQL and strict reading, the number of a new notice. Does not belong here: pictures' bytes
(services/watch_pictures.py), what may be posted (domain/watch_notice.py).
Invariants: 1. Numbers of a station's year rise by one and are given inside the transaction that writes the notice.
2. The history is only added to. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from safecity_console.core.ids import new_id
from safecity_console.db.consents import read_content
from safecity_console.db.rows import (
    Readable,
    Row,
    integer,
    moment,
    optional_moment,
    optional_text,
    text,
    time_text,
    word,
)
from safecity_console.db.transaction import Log, Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.watch_notice import (
    OnBoard,
    WatchEnd,
    WatchEvent,
    WatchKind,
    WatchNotice,
    WatchOrigin,
    WatchPicture,
    WatchTold,
    plate_key,
)

NOTICES_MOST = 2000
_WITH_SEEN = """SELECT watch_notice.*,
    (SELECT count(*) FROM watch_event e WHERE e.notice_id = watch_notice.id AND e.told = 'seen') AS seen,
    (SELECT e.id FROM watch_event e WHERE e.notice_id = watch_notice.id AND e.told = 'seen'
     ORDER BY e.at DESC, e.id DESC LIMIT 1) AS last_id
    FROM watch_notice"""


def read_board(view: Readable, now: datetime) -> tuple[OnBoard, ...]:
    """Read the notices that are open at a moment."""
    return _with_seen(view, "WHERE ended IS NULL AND expires_at > ?", [time_text(now)])


def read_all_notices(view: Readable) -> tuple[OnBoard, ...]:
    """Read notices of any state, the newest first."""
    return _with_seen(view, "ORDER BY posted_at DESC, id DESC LIMIT ?", [NOTICES_MOST])


def read_notice(view: Readable, notice_id: str) -> OnBoard | None:
    """Read one notice."""
    found = _with_seen(view, "WHERE id = ?", [notice_id])
    return found[0] if found else None


def read_watch_events(view: Readable, notice_id: str) -> tuple[WatchEvent, ...]:
    """Read a notice's history, the newest first."""
    rows = view.rows("SELECT * FROM watch_event WHERE notice_id = ? ORDER BY entered_at DESC, id DESC", [notice_id])
    return tuple(_event(row) for row in rows)


def read_pictures(view: Readable) -> tuple[WatchPicture, ...]:
    """Read what pictures notices have."""
    rows = view.rows("SELECT * FROM watch_notice WHERE picture_path IS NOT NULL")
    return tuple(picture for picture in map(_picture, rows) if picture is not None)


def watch_stamp(view: Readable) -> int:
    """Give a figure that is another when any notice or sighting was written: each writes a line of history."""
    return integer(view.rows("SELECT count(*) AS n FROM watch_event")[0], "n")


def put_notice(transaction: Transaction, notice: WatchNotice, expected_revision: int | None = None) -> str:
    """Write a notice, a new one with the number after the last of its station's year; gives its id."""
    picture = notice.picture
    values: dict[str, object] = {
        "kind": notice.kind.value, "title": notice.title, "description": notice.description, "plate": notice.plate,
        "plate_key": plate_key(notice.plate), "issued_by": notice.issued_by, "expires_at": time_text(notice.expires_at),
        "ended": notice.end.value if notice.end is not None else None,
        "ended_at": time_text(notice.ended_at) if notice.ended_at is not None else None,
        "ended_by": notice.ended_by, "end_reason": notice.end_reason,
        "picture_path": picture.path if picture is not None else None,
        "picture_sha256": picture.sha256 if picture is not None else None,
        "picture_width": picture.width if picture is not None else 0,
        "picture_height": picture.height if picture is not None else 0, "origin": notice.origin.value,
    }
    if notice.serial:
        return transaction.update(Table.WATCH_NOTICE, notice.id, values, expected_revision).row_id
    row = transaction.one("SELECT coalesce(max(serial), 0) + 1 AS next FROM watch_notice"
                          " WHERE station = ? AND year = ?", [notice.station, notice.year])
    values |= {"station": notice.station, "year": notice.year, "posted_by": notice.posted_by,
               "serial": integer(row, "next") if row is not None else 1, "posted_at": time_text(transaction.now)}
    return transaction.insert(Table.WATCH_NOTICE, values, notice.id or None).row_id


def add_watch_event(transaction: Transaction, notice_id: str, told: WatchTold, badge: str, at: datetime | None = None,
                    camera_id: str = "", content: Mapping[str, str] | None = None) -> None:
    """Add a line to a notice's history."""
    now = transaction.now
    transaction.append(Log.WATCH_EVENT, {
        "id": new_id(), "notice_id": notice_id, "told": told.value, "at": time_text(at or now),
        "entered_at": time_text(now), "badge": badge, "camera_id": camera_id,
        "content": json.dumps(dict(content or {}), ensure_ascii=False)})


def _with_seen(view: Readable, rest: str, values: list[object]) -> tuple[OnBoard, ...]:
    rows = view.rows(f"{_WITH_SEEN} {rest}", values)
    last = [row["last_id"] for row in rows if row["last_id"] is not None]
    events: dict[str, WatchEvent] = {}
    for start in range(0, len(last), 500):
        some = last[start:start + 500]
        marks = ", ".join("?" * len(some))
        found = view.rows(f"SELECT * FROM watch_event WHERE id IN ({marks})", some)  # noqa: S608 - marks alone
        events |= {text(row, "id"): _event(row) for row in found}
    return tuple(OnBoard(_notice(row), integer(row, "seen"), events.get(str(row["last_id"]))) for row in rows)


def _event(row: Row) -> WatchEvent:
    return WatchEvent(text(row, "id"), text(row, "notice_id"), word(row, "told", WatchTold), moment(row, "at"),
                      moment(row, "entered_at"), text(row, "badge"), text(row, "camera_id"), read_content(row))


def _notice(row: Row) -> WatchNotice:
    ended = optional_text(row, "ended")
    return WatchNotice(
        text(row, "id"), word(row, "kind", WatchKind), text(row, "title"), moment(row, "expires_at"),
        text(row, "description"), text(row, "plate"), text(row, "issued_by"), _picture(row), text(row, "station"),
        integer(row, "year"), integer(row, "serial"), moment(row, "posted_at"), text(row, "posted_by"),
        None if ended is None else word(row, "ended", WatchEnd), optional_moment(row, "ended_at"),
        text(row, "ended_by"), text(row, "end_reason"), word(row, "origin", WatchOrigin), integer(row, "revision"))


def _picture(row: Row) -> WatchPicture | None:
    path, digest = optional_text(row, "picture_path"), optional_text(row, "picture_sha256")
    if path is None or digest is None:
        return None
    parts = path.split("/")
    if len(parts) != 2 or parts[0] != "watch" or parts[1].startswith(".") or "\\" in path or ":" in path:
        raise DatabaseDamaged("column picture_path names no file of the board")
    return WatchPicture(path, digest, integer(row, "picture_width"), integer(row, "picture_height"))
