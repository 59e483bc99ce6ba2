"""Rows of incidents: numbering, writing, reading by id, number and sight.

Belongs here: SQL of the incident itself and its sight. Does not belong here: what hangs on it (incident_parts.py), full
text (incident_text.py), opening what is sealed (services/).
Invariants: 1. Numbers of a station, series and year have no gap and no double: the next one is taken inside the
transaction that enters it, and nothing is deleted. 2. The sight rule of misconduct is part of every statement that
lists; who may not see a row cannot count it. 3. Sealed bytes leave this module only as the answer of `read_sealed`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from safecity_console.db.rows import (
    Readable,
    Row,
    blob,
    flag,
    integer,
    moment,
    optional_real,
    parse_time,
    text,
    time_text,
    word,
)
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.incident import Category, Incident, Severity, Source, State, Transfer

MISCONDUCT_SERIES, SERIES = "M", "I"
_TEXTS = ("entered_by", "place", "site_id", "beat", "police_station", "hold_reason", "owner", "caller_name",
          "caller_phone", "named_officer_id", "duplicate_of", "outcome", "rapat_no", "fir_no", "reviewed_by",
          "camera_id")
_TIMES = ("acknowledged_at", "verified_at", "dispatched_at", "on_scene_at", "resolved_at", "ended_at", "hold_until",
          "call_back_due_at", "called_back_at")
_STAYS = frozenset({"id", "series", "year", "serial", "station", "event_at", "entered_at", "entered_by", "camera_id",
                    "updated_at", "revision"})


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose eyes: as `domain.incident.sees` judges one incident, here for a statement.

    `below`: the officer himself and all who report to him, by id.
    """

    officer_id: str = ""
    badge: str = ""
    all_misconduct: bool = False
    below: frozenset[str] = frozenset()

    def condition(self) -> tuple[str, list[Any]]:
        """Give the SQL of the rule and its parameters."""
        if self.all_misconduct:
            return ("(incident.category <> 'misconduct' OR ? = '' OR incident.named_officer_id <> ?)",
                    [self.officer_id, self.officer_id])
        return ("(incident.category <> 'misconduct' OR (incident.entered_by = ? AND incident.named_officer_id NOT IN"
                " (SELECT value FROM json_each(?))))", [self.badge, json.dumps(sorted(self.below))])


def next_serial(transaction: Transaction, station: str, series: str, year: int) -> int:
    """Give the number that comes next."""
    row = transaction.one("SELECT coalesce(max(serial), 0) + 1 AS serial FROM incident"
                          " WHERE station = ? AND series = ? AND year = ?", [station, series, year])
    return 1 if row is None else integer(row, "serial")


def insert_incident(transaction: Transaction, incident: Incident, sealed_caller: bytes | None = None) -> int:
    """Add an incident; gives its row's number in the order of entry."""
    row = transaction.one("SELECT coalesce(max(n), 0) + 1 AS n FROM incident")
    n = 1 if row is None else integer(row, "n")
    values = {"n": n, "sealed_caller": sealed_caller,
              **{name: _stored(getattr(incident, name)) for name in (*_COLUMN_NAMES, *_NUMBERED)}}
    transaction.insert(Table.INCIDENT, values, incident.id)
    return n


def update_incident(transaction: Transaction, before: Incident, after: Incident,
                    expected_revision: int | None = None, **also: bytes | None) -> int:
    """Write what differs, as a new revision; nothing where nothing does. Gives the revision."""
    differing: dict[str, object] = {name: _stored(getattr(after, name)) for name in _COLUMN_NAMES
                                    if name not in _STAYS and getattr(after, name) != getattr(before, name)}
    differing |= also
    if not differing:
        return before.revision
    return transaction.update(Table.INCIDENT, before.id, differing, expected_revision).revision


def read_incident(view: Readable, incident_id: str) -> Incident | None:
    """Read one incident, whoever looks: the service judges sight."""
    rows = view.rows("SELECT * FROM incident WHERE id = ?", [incident_id])
    return incident_of(rows[0]) if rows else None


def row_of(view: Readable, incident_id: str) -> int:
    """Read an incident's place in the order of entry; 0 where there is none."""
    rows = view.rows("SELECT n FROM incident WHERE id = ?", [incident_id])
    return integer(rows[0], "n") if rows else 0


def read_sealed(view: Readable, incident_id: str) -> bytes | None:
    """Read the sealed caller of an incident."""
    rows = view.rows("SELECT sealed_caller FROM incident WHERE id = ?", [incident_id])
    found = rows[0]["sealed_caller"] if rows else None
    return found if isinstance(found, bytes) else None


def any_sealed(view: Readable) -> bool:
    """Tell whether any identity is sealed in this file."""
    return bool(view.rows("SELECT 1 FROM incident WHERE sealed_caller IS NOT NULL UNION ALL"
                          " SELECT 1 FROM incident_party WHERE sealed = 1 LIMIT 1"))


def read_all_identities(view: Readable) -> tuple[list[tuple[str, bytes]], list[tuple[str, str, bytes]]]:
    """Read every sealed caller (incident, bytes) and party (incident, party, bytes), for `check`."""
    callers = view.rows("SELECT id, sealed_caller FROM incident WHERE sealed_caller IS NOT NULL")
    parties = view.rows("SELECT incident_id, id, content FROM incident_party WHERE sealed = 1")
    return ([(text(row, "id"), blob(row, "sealed_caller")) for row in callers],
            [(text(row, "incident_id"), text(row, "id"), blob(row, "content")) for row in parties])


def read_open(view: Readable) -> tuple[Incident, ...]:
    """Read all incidents that are not ended, whoever looks."""
    # Said by name: left to choose, SQLite walks the whole table in the order of its rows.
    return tuple(map(incident_of, view.rows("SELECT * FROM incident INDEXED BY incident_open"
                                            " WHERE ended_at IS NULL")))


def read_numbered(view: Readable, series: str, serial: int, sight: Sight, year: int | None = None) -> Incident | None:
    """Read the incident with a number; without a year the newest that has it."""
    seen, parameters = sight.condition()
    rows = view.rows(f"SELECT * FROM incident WHERE series = ? AND serial = ? AND (? IS NULL OR year = ?)"  # noqa: S608
                     f" AND {seen} ORDER BY n DESC LIMIT 1", [series, serial, year, year, *parameters])
    return incident_of(rows[0]) if rows else None


def read_places(view: Readable) -> Sequence[Row]:
    """Read which police stations and beats were named in incidents."""
    return view.rows("SELECT DISTINCT police_station, beat FROM incident WHERE category <> 'misconduct'"
                     " AND police_station <> '' AND n > (SELECT coalesce(max(n), 0) - 5000 FROM incident)")


def incident_of(row: Row) -> Incident:
    """Read a row strictly; raises DatabaseDamaged."""
    # Fields of one kind in one go: a list has 500 rows of 45 columns, and a call for each is half its time.
    texts: dict[str, Any] = {name: row.get(name) for name in _TEXTS}
    if not all(type(value) is str for value in texts.values()):
        raise DatabaseDamaged("a column of an incident holds no text")
    times: dict[str, Any] = {name: None if (value := row.get(name)) is None else parse_time(value, name)
                             for name in _TIMES}
    return Incident(
        id=text(row, "id"), series=text(row, "series"), year=integer(row, "year"), serial=integer(row, "serial"),
        station=text(row, "station"), what=text(row, "what"), category=word(row, "category", Category),
        severity=word(row, "severity", Severity), source=word(row, "source", Source), state=word(row, "state", State),
        event_at=moment(row, "event_at"), entered_at=moment(row, "entered_at"), sealed=flag(row, "sealed"),
        latitude=optional_real(row, "latitude"), longitude=optional_real(row, "longitude"),
        transferred_to=_transfer(row, "transferred_to"), routed_to=_transfer(row, "routed_to"),
        updated_at=moment(row, "updated_at"), revision=integer(row, "revision"), **texts, **times)


def _transfer(row: Row, column: str) -> Transfer | None:
    return None if row.get(column) is None else word(row, column, Transfer)


def _stored(value: object) -> object:
    if isinstance(value, datetime):
        return time_text(value)
    if isinstance(value, bool):
        return int(value)
    return value.value if isinstance(value, Category | Severity | Source | State | Transfer) else value


_NUMBERED = ("series", "year", "serial", "station")
_COLUMN_NAMES = ("what", "category", "severity", "source", "state", "event_at", "entered_at", "sealed", "latitude",
                 "longitude", "transferred_to", "routed_to", *_TEXTS, *_TIMES)
