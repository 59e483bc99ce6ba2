"""Rows of committees, their meetings and contacts.

Belongs here: SQL and strict reading. Does not belong here: requests and consents (consents.py), who may change what
(services/contacts.py).
Invariants: 1. Contacts and committees are never deleted, only made inactive: requests name them. 2. A meeting is only
added. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from datetime import datetime

from safecity_console.core.ids import new_id
from safecity_console.db.rows import Readable, Row, flag, integer, moment, optional_text, text, time_text, word
from safecity_console.db.transaction import Log, Table, Transaction
from safecity_console.domain.errors import Conflict, DatabaseDamaged
from safecity_console.domain.liaison import Committee, Contact, ContactKind, Meeting


def read_committees(view: Readable) -> tuple[Committee, ...]:
    """Read every committee by name."""
    return tuple(_committee(row) for row in view.rows("SELECT * FROM committee ORDER BY name COLLATE NOCASE, id"))


def read_contacts(view: Readable) -> tuple[Contact, ...]:
    """Read every contact by name, inactive ones too."""
    return tuple(_contact(row) for row in view.rows("SELECT * FROM contact ORDER BY name COLLATE NOCASE, id"))


def read_contact(view: Readable, contact_id: str) -> Contact | None:
    """Read one contact."""
    rows = view.rows("SELECT * FROM contact WHERE id = ?", [contact_id])
    return _contact(rows[0]) if rows else None


def read_meetings(view: Readable, committee_id: str = "") -> tuple[Meeting, ...]:
    """Read meetings, the newest first; of one committee where one is named."""
    where, values = ("WHERE committee_id = ?", [committee_id]) if committee_id else ("", [])
    rows = view.rows(f"SELECT * FROM committee_meeting {where} ORDER BY met_at DESC, id DESC", values)  # noqa: S608
    return tuple(_meeting(row) for row in rows)


def liaison_stamp(view: Readable) -> tuple[int, ...]:
    """Give figures that are others when any row of contacts, committees, meetings, requests or consents is."""
    every = ("committee", "contact", "footage_request", "consent")
    sums = [f"SELECT coalesce(sum(revision), 0) AS n FROM {one}" for one in every]  # noqa: S608 - names of ours
    figures = [*sums, "SELECT count(*) AS n FROM committee_meeting"]
    return tuple(integer(view.rows(figure)[0], "n") for figure in figures)


def put_committee(transaction: Transaction, committee: Committee, expected_revision: int | None = None) -> str:
    """Write a committee; a taken name raises Conflict("committee_taken")."""
    taken = transaction.one("SELECT id FROM committee WHERE name = ? COLLATE NOCASE AND id <> ?",
                            [committee.name, committee.id])
    if taken is not None:
        raise Conflict("committee_taken")
    values = {"name": committee.name, "name_ur": committee.name_ur, "place": committee.place,
              "site_id": committee.site_id or None, "notes": committee.notes, "active": int(committee.active)}
    if not committee.id:
        return transaction.insert(Table.COMMITTEE, values).row_id
    return transaction.update(Table.COMMITTEE, committee.id, values, expected_revision).row_id


def put_contact(transaction: Transaction, contact: Contact, expected_revision: int | None = None) -> str:
    """Write a contact, a new one where its id is empty; gives its id."""
    values = {"kind": contact.kind.value, "name": contact.name, "name_ur": contact.name_ur,
              "phones": json.dumps(list(contact.phones)), "site_id": contact.site_id or None,
              "committee_id": contact.committee_id or None, "cameras": contact.cameras, "look_at": contact.look_at,
              "kept_days": contact.kept_days, "notes": contact.notes, "active": int(contact.active)}
    if not contact.id:
        return transaction.insert(Table.CONTACT, values).row_id
    return transaction.update(Table.CONTACT, contact.id, values, expected_revision).row_id


def add_meeting(transaction: Transaction, committee_id: str, met_at: datetime, present: int, note: str,
                badge: str) -> None:
    """Add a committee's meeting."""
    transaction.append(Log.COMMITTEE_MEETING, {
        "id": new_id(), "committee_id": committee_id, "met_at": time_text(met_at), "present": present, "note": note,
        "entered_at": time_text(transaction.now), "badge": badge})


def _committee(row: Row) -> Committee:
    return Committee(text(row, "id"), text(row, "name"), text(row, "name_ur"), text(row, "place"),
                     optional_text(row, "site_id") or "", text(row, "notes"), flag(row, "active"),
                     integer(row, "revision"))


def _contact(row: Row) -> Contact:
    try:
        phones = json.loads(text(row, "phones"))
    except (ValueError, RecursionError):
        phones = None
    if not isinstance(phones, list) or not all(isinstance(one, str) for one in phones):
        raise DatabaseDamaged("column phones holds no list of texts")
    return Contact(text(row, "id"), word(row, "kind", ContactKind), text(row, "name"), text(row, "name_ur"),
                   tuple(phones), optional_text(row, "site_id") or "", optional_text(row, "committee_id") or "",
                   integer(row, "cameras"), text(row, "look_at"), integer(row, "kept_days"), text(row, "notes"),
                   flag(row, "active"), integer(row, "revision"))


def _meeting(row: Row) -> Meeting:
    return Meeting(text(row, "id"), text(row, "committee_id"), moment(row, "met_at"), integer(row, "present"),
                   text(row, "note"), moment(row, "entered_at"), text(row, "badge"))
