"""Rows of checks, handovers and their drafts.

Belongs here: SQL and strict reading. Does not belong here: spans and log (db/shifts.py), filling a form, signing
(services/).
Invariants: 1. A signed handover is one row that is never changed; its content is kept as it was signed, byte by byte.
2. A span has one draft at most, which goes when it is signed. 3. Checks of a span keep the words they were made with.
What is true after a crash: a draft is as it was last kept, and the outgoing officer is on duty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from safecity_console.core.ids import new_id
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
from safecity_console.db.shifts import figures
from safecity_console.db.transaction import Log, Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged, NotFound
from safecity_console.domain.shift import Check, CheckItem, CheckSource, CheckState, HandoverDraft, HandoverRecord


def read_checklist(view: Readable) -> tuple[CheckItem, ...]:
    """Read the list of checks; none where it was never changed."""
    rows = view.rows("SELECT * FROM shift_check_item ORDER BY position")
    return tuple(CheckItem(text(row, "text"), text(row, "text_ur"), word(row, "source", CheckSource)) for row in rows)


def put_checklist(transaction: Transaction, items: Sequence[CheckItem]) -> None:
    """Write the list of checks in place of what was there; checks of past shifts keep their words."""
    for row in transaction.rows("SELECT id FROM shift_check_item"):
        transaction.delete(Table.SHIFT_CHECK_ITEM, text(row, "id"))
    for position, one in enumerate(items):
        transaction.insert(Table.SHIFT_CHECK_ITEM, {"position": position, "text": one.text, "text_ur": one.text_ur,
                                                    "source": one.source.value})


def begin_checks(transaction: Transaction, shift_id: str, items: Sequence[CheckItem]) -> None:
    """Make a span's checks, all open."""
    for position, one in enumerate(items):
        transaction.insert(Table.SHIFT_CHECK, {
            "shift_id": shift_id, "position": position, "text": one.text, "text_ur": one.text_ur,
            "source": one.source.value, "state": CheckState.OPEN.value, "figures": "{}"})


def put_check(transaction: Transaction, check_id: str, state: CheckState, note: str, badge: str, at: datetime,
              found: Mapping[str, str | int] | None = None) -> None:
    """Answer a check."""
    transaction.update(Table.SHIFT_CHECK, check_id, {
        "state": state.value, "note": note, "badge": badge, "at": time_text(at),
        "figures": json.dumps(dict(found or {}), ensure_ascii=False, sort_keys=True)})


def read_checks(view: Readable, shift_id: str) -> tuple[Check, ...]:
    """Read a span's checks in order."""
    rows = view.rows("SELECT * FROM shift_check WHERE shift_id = ? ORDER BY position", [shift_id])
    return tuple(_check(row) for row in rows)


def read_check(view: Readable, check_id: str) -> tuple[Check, str]:
    """Read one check and the id of its span; raises NotFound("check_missing")."""
    rows = view.rows("SELECT * FROM shift_check WHERE id = ?", [check_id])
    if not rows:
        raise NotFound("check_missing")
    return _check(rows[0]), text(rows[0], "shift_id")


def read_draft(view: Readable, shift_id: str) -> HandoverDraft | None:
    """Read the draft of a span's handover."""
    rows = view.rows("SELECT * FROM handover_draft WHERE shift_id = ?", [shift_id])
    return _draft(rows[0]) if rows else None


def put_draft(transaction: Transaction, draft: HandoverDraft) -> str:
    """Write a draft."""
    values = {"shift_id": draft.shift_id, "events": draft.events, "remarks": draft.remarks,
              "incoming_remarks": draft.incoming_remarks, "next_code": draft.next_code,
              "incoming_id": draft.incoming_id or None, "opened": json.dumps(dict(sorted(draft.opened.items())))}
    if not draft.id:
        return transaction.insert(Table.HANDOVER_DRAFT, values).row_id
    return transaction.update(Table.HANDOVER_DRAFT, draft.id, values, draft.revision or None).row_id


def drop_draft(transaction: Transaction, shift_id: str) -> None:
    """Delete a span's draft; nothing happens where there is none."""
    for row in transaction.rows("SELECT id FROM handover_draft WHERE shift_id = ?", [shift_id]):
        transaction.delete(Table.HANDOVER_DRAFT, text(row, "id"))


def append_handover(transaction: Transaction, record: HandoverRecord) -> str:
    """Add a signed handover; gives its id."""
    row = transaction.one("SELECT coalesce(max(n), 0) AS last FROM handover")
    record_id = record.id or new_id()
    transaction.append(Log.HANDOVER, {
        "n": 1 if row is None else integer(row, "last") + 1, "id": record_id, "shift_id": record.shift_id,
        "next_shift_id": record.next_shift_id, "outgoing": record.outgoing, "incoming": record.incoming,
        "signed_at": time_text(record.signed_at), "content": record.content, "sha256": record.sha256})
    return record_id


def read_handovers(view: Readable, limit: int = 200) -> tuple[HandoverRecord, ...]:
    """Read the newest signed handovers, newest first."""
    return tuple(map(_record, view.rows("SELECT * FROM handover ORDER BY n DESC LIMIT ?", [limit])))


def read_handover(view: Readable, record_id: str) -> HandoverRecord:
    """Read one; raises NotFound("handover_missing")."""
    rows = view.rows("SELECT * FROM handover WHERE id = ?", [record_id])
    if not rows:
        raise NotFound("handover_missing")
    return _record(rows[0])


def _check(row: Row) -> Check:
    return Check(text(row, "id"), integer(row, "position"), text(row, "text"), text(row, "text_ur"),
                 word(row, "source", CheckSource), word(row, "state", CheckState), text(row, "note"),
                 figures(row, "figures"), text(row, "badge"), optional_moment(row, "at"))


def _draft(row: Row) -> HandoverDraft:
    try:
        opened = json.loads(text(row, "opened"))
    except (ValueError, RecursionError):
        opened = None
    if not isinstance(opened, dict) or not all(isinstance(one, int) for one in opened.values()):
        raise DatabaseDamaged("column opened holds no list of incidents")
    return HandoverDraft(text(row, "id"), text(row, "shift_id"), text(row, "events"), text(row, "remarks"),
                         text(row, "incoming_remarks"), text(row, "next_code"),
                         optional_text(row, "incoming_id") or "", opened, integer(row, "revision"))


def _record(row: Row) -> HandoverRecord:
    return HandoverRecord(text(row, "id"), text(row, "shift_id"), text(row, "next_shift_id"), text(row, "outgoing"),
                          text(row, "incoming"), moment(row, "signed_at"), text(row, "content"), text(row, "sha256"))
