"""Rows of requests for footage, of consents and of their history.

Belongs here: SQL and strict reading. Does not belong here: what may be answered (domain/liaison.py).
Invariants: 1. Each write of a request or consent has its line in the history in the same transaction; the caller
writes both. 2. The history is only added to. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from safecity_console.core.ids import new_id
from safecity_console.db.rows import Readable, Row, integer, moment, optional_moment, text, time_text, word
from safecity_console.db.transaction import Log, Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.liaison import Answer, Consent, FootageRequest, LiaisonEvent, Told

REQUESTS_MOST = 2000


def read_requests(view: Readable) -> tuple[FootageRequest, ...]:
    """Read requests: those that wait first, then the newest."""
    rows = view.rows("SELECT * FROM footage_request ORDER BY answer <> 'waiting', asked_at DESC, serial DESC LIMIT ?",
                     [REQUESTS_MOST])
    return tuple(_request(row) for row in rows)


def read_request(view: Readable, request_id: str) -> FootageRequest | None:
    """Read one request."""
    rows = view.rows("SELECT * FROM footage_request WHERE id = ?", [request_id])
    return _request(rows[0]) if rows else None


def read_consents(view: Readable, contact_id: str = "") -> tuple[Consent, ...]:
    """Read consents, the newest first; of one contact where one is named."""
    where, values = ("WHERE contact_id = ?", [contact_id]) if contact_id else ("", [])
    rows = view.rows(f"SELECT * FROM consent {where} ORDER BY given_at DESC, id DESC", values)  # noqa: S608
    return tuple(_consent(row) for row in rows)


def read_consent(view: Readable, consent_id: str) -> Consent | None:
    """Read one consent."""
    rows = view.rows("SELECT * FROM consent WHERE id = ?", [consent_id])
    return _consent(rows[0]) if rows else None


def read_liaison_events(view: Readable, about: str) -> tuple[LiaisonEvent, ...]:
    """Read the history of a request or consent, the oldest first."""
    rows = view.rows("SELECT * FROM liaison_event WHERE about = ? ORDER BY at, id", [about])
    return tuple(LiaisonEvent(text(row, "id"), text(row, "about"), text(row, "contact_id"), word(row, "told", Told),
                              moment(row, "at"), text(row, "badge"), read_content(row)) for row in rows)


def put_request(transaction: Transaction, request: FootageRequest, expected_revision: int | None = None) -> str:
    """Write a request; a new one gets the number after the last."""
    answered_at = time_text(request.answered_at) if request.answered_at is not None else None
    values: dict[str, object] = {"answer": request.answer.value, "answered_at": answered_at,
                                 "handed_over": request.handed_over, "receipt_no": request.receipt_no}
    if request.id:
        return transaction.update(Table.FOOTAGE_REQUEST, request.id, values, expected_revision).row_id
    row = transaction.one("SELECT coalesce(max(serial), 0) + 1 AS next FROM footage_request")
    values |= {"serial": integer(row, "next") if row is not None else 1, "contact_id": request.contact_id,
               "incident_id": request.incident_id, "incident_label": request.incident_label, "what": request.what,
               "from_at": time_text(request.from_at), "to_at": time_text(request.to_at), "reason": request.reason,
               "asked_at": time_text(request.asked_at), "asked_by": request.asked_by}
    return transaction.insert(Table.FOOTAGE_REQUEST, values).row_id


def put_consent(transaction: Transaction, consent: Consent, expected_revision: int | None = None) -> str:
    """Write a consent, a new one where its id is empty; gives its id."""
    values = {"contact_id": consent.contact_id, "scope": consent.scope, "given_at": time_text(consent.given_at),
              "until_at": time_text(consent.until) if consent.until is not None else None,
              "withdrawn_at": time_text(consent.withdrawn_at) if consent.withdrawn_at is not None else None,
              "why_withdrawn": consent.why_withdrawn, "taken_by": consent.taken_by, "receipt_no": consent.receipt_no}
    if not consent.id:
        return transaction.insert(Table.CONSENT, values).row_id
    return transaction.update(Table.CONSENT, consent.id, values, expected_revision).row_id


def add_liaison_event(transaction: Transaction, about: str, contact_id: str, told: Told, badge: str,
                      content: Mapping[str, str]) -> None:
    """Add a line to the history."""
    transaction.append(Log.LIAISON_EVENT, {
        "id": new_id(), "about": about, "contact_id": contact_id, "told": told.value,
        "at": time_text(transaction.now), "badge": badge, "content": json.dumps(dict(content), ensure_ascii=False)})


def read_content(row: Row) -> dict[str, str]:
    """Read an event's content: texts by name."""
    try:
        said = json.loads(text(row, "content"))
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not all(isinstance(one, str) for one in said.values()):
        raise DatabaseDamaged("column content holds no texts by name")
    return {str(key): value for key, value in said.items()}


def _request(row: Row) -> FootageRequest:
    return FootageRequest(
        text(row, "id"), integer(row, "serial"), text(row, "contact_id"), text(row, "what"), moment(row, "from_at"),
        moment(row, "to_at"), text(row, "reason"), moment(row, "asked_at"), text(row, "asked_by"),
        text(row, "incident_id"), text(row, "incident_label"), word(row, "answer", Answer),
        optional_moment(row, "answered_at"), text(row, "handed_over"), text(row, "receipt_no"),
        integer(row, "revision"))


def _consent(row: Row) -> Consent:
    return Consent(text(row, "id"), text(row, "contact_id"), text(row, "scope"), moment(row, "given_at"),
                   optional_moment(row, "until_at"), optional_moment(row, "withdrawn_at"), text(row, "why_withdrawn"),
                   text(row, "taken_by"), text(row, "receipt_no"), integer(row, "revision"))
