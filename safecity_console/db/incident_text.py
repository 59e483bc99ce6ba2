"""The full text of incidents: which words a row is found by, and turning what was typed into a question.

Belongs here: folding of words, facets, the FTS5 statement. Does not belong here: what is sealed (it never comes here),
auditing a search (services/incident_views.py).
Invariants: 1. The index holds folded words divided by single blanks and the tokenizer divides at nothing else, so a
word is found as `domain.finding.fold` reads it, in Urdu too. 2. What an officer types is only ever quoted words: FTS5's
own syntax cannot be typed. 3. Filters are words too, of a letter no keyboard gives and folding takes out, so a rare
filter costs as little as a rare word. 4. Sight is part of the statement. 5. All of it can be made anew from the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from safecity_console.db.incident_duty import Duty
from safecity_console.db.incident_parts import read_cameras_of, read_events, read_parties
from safecity_console.db.incidents import Sight, incident_of, row_of
from safecity_console.db.rows import Readable, time_text
from safecity_console.db.transaction import Transaction
from safecity_console.domain.finding import fold
from safecity_console.domain.incident import Filter, Incident
from safecity_console.domain.incident_counts import waits_for_call_back
from safecity_console.domain.incident_parts import EventKind, IncidentEvent, Party, PartyKind

TYPED_MOST, WORDS_MOST, FOUND_MOST = 400, 16, 5000
_FACET = "\ue000"
_NO_FACET = re.compile(r"[^a-z0-9]+")
_NO_WORD = re.compile(r"[\W_]+")
_JOINED = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_TOLD_IN = {EventKind.NOTE: "text", EventKind.STEP: "why", EventKind.HELD: "reason", EventKind.REVIEWED: "text",
            EventKind.CALLED_BACK: "text"}
_FIRST_MONTH = 2000 * 12


def words(text: str) -> str:
    """Give a text as it is compared: `fold`, and nothing but letters and digits left between the blanks."""
    return " ".join(_NO_WORD.sub(" ", fold(text)).split())


def plate_words(text: str) -> str:
    """Give a plate, a number or a phone number so that it is found however it is spaced."""
    plain = words(text)
    return f"{plain} {plain.replace(' ', '')} {_JOINED.sub(' ', plain)}"


def facets_of(incident: Incident, camera_ids: Iterable[str]) -> str:
    """Give the words its filters look for."""
    found = {f"s{incident.state}", f"c{incident.category}", f"v{incident.severity}", f"r{incident.source}",
             f"m{_month(incident.event_at)}"}
    found |= {f"b{badge.encode().hex()}" for badge in (incident.entered_by, incident.owner) if badge}
    found |= {f"k{camera_id}" for camera_id in {*camera_ids, incident.camera_id} if camera_id}
    found |= {f"p{incident.site_id}"} if incident.site_id else set()
    found |= set() if incident.ended else {"o"}
    found |= {"q"} if waits_for_call_back(incident) else set()
    return " ".join(sorted(map(_facet, found)))


def fields_of(incident: Incident, parties: Iterable[Party]) -> str:
    """Give the words of what stands in its fields; a sealed caller or party has none here."""
    plain = (incident.what, incident.place, incident.beat, incident.police_station, incident.outcome,
             incident.caller_name)
    numbers = (incident.label, f"{incident.series}{incident.serial:06d}", str(incident.serial), incident.full_label,
               incident.rapat_no, incident.fir_no, incident.caller_phone)
    told = (plate_words(p.name) if p.kind is PartyKind.VEHICLE else words(p.name) for p in parties if not p.sealed)
    more = (words(p.more) for p in parties if not p.sealed)
    return " ".join((*map(words, plain), *map(plate_words, numbers), *told, *more))


def notes_of(events: Iterable[IncidentEvent]) -> str:
    """Give the words of what was told in a timeline."""
    return " ".join(words(str(one.content.get(_TOLD_IN[one.kind]) or "")) for one in events if one.kind in _TOLD_IN)


def index_fields(transaction: Transaction, incident: Incident) -> None:
    """Make an incident found by its fields and filters as they are now."""
    transaction.index(row_of(transaction, incident.id), {
        "facets": facets_of(incident, (one.camera_id for one in read_cameras_of(transaction, incident.id))),
        "fields": fields_of(incident, read_parties(transaction, incident.id))})


def index_event(transaction: Transaction, event: IncidentEvent) -> None:
    """Make an incident found by what a new line tells too."""
    if event.kind not in _TOLD_IN or not event.content.get(_TOLD_IN[event.kind]):
        return
    n = row_of(transaction, event.incident_id)
    row = transaction.one("SELECT notes FROM incident_text WHERE rowid = ?", [n])
    transaction.index(n, {"notes": f"{'' if row is None else row['notes']} {notes_of([event])}".strip()})


def index_anew(transaction: Transaction, incident: Incident) -> None:
    """Make an incident found by all that can be told of it, whatever stood in the index."""
    index_fields(transaction, incident)
    transaction.index(row_of(transaction, incident.id),
                      {"notes": notes_of(read_events(transaction, incident.id))})


def search_incidents(view: Readable, wanted: Filter, sight: Sight, now: datetime,
                     duty: Duty | None = None) -> tuple[Incident, ...]:
    """Read the newest incidents that fit and may be seen; `duty` is whose `wanted.mine` means."""
    question = question_of(wanted, now)
    if question is None or (wanted.mine and duty is None):
        return ()
    seen, parameters = sight.condition()
    clauses, order = [seen], "n"
    if wanted.mine and duty is not None:
        mine, of_mine = duty.condition(view)
        clauses.append(mine)
        parameters += of_mine
        order = "+n"  # few and found by id; in the order of rows SQLite would walk them all
    for clause, moment in (("incident.event_at >= ?", wanted.from_at), ("incident.event_at < ?", wanted.to_at)):
        if moment is not None:
            clauses.append(clause)
            parameters.append(time_text(moment))
    most = max(1, min(FOUND_MOST, wanted.limit))
    where = " AND ".join(clauses)
    if not question:
        rows = view.rows(f"SELECT * FROM incident WHERE {where} ORDER BY {order} DESC LIMIT ?",  # noqa: S608
                         [*parameters, most])
    else:
        rows = view.rows(
            "SELECT incident.* FROM incident_text CROSS JOIN incident ON incident.n = incident_text.rowid"  # noqa: S608
            f" WHERE incident_text MATCH ? AND {where} ORDER BY incident_text.rowid DESC LIMIT ?",
            [question, *parameters, most])
    return tuple(map(incident_of, rows))


def question_of(wanted: Filter, now: datetime) -> str | None:
    """Give the FTS5 question of a filter; empty where it narrows nothing, None where it can find nothing."""
    typed: list[Any] = words(wanted.text[:TYPED_MOST]).split()[:WORDS_MOST]
    if wanted.text.strip() and not typed:
        return None
    parts = [f'"{one}"' for one in typed[:-1]] + [f'"{one}"*' for one in typed[-1:]]
    parts += [_any(kind, chosen) for kind, chosen in (
        ("s", wanted.states), ("c", wanted.categories), ("v", wanted.severities), ("r", wanted.sources)) if chosen]
    parts += [_quoted(letter + value) for letter, value in (
        ("k", wanted.camera_id), ("p", wanted.site_id), ("b", wanted.badge.encode().hex())) if value]
    parts += [_quoted("o")] if wanted.open_only else []
    parts += [_quoted("q")] if wanted.call_back_due else []
    if wanted.from_at is not None or wanted.to_at is not None:
        parts.append(_any("m", _months(wanted.from_at, wanted.to_at or now)))
    return " AND ".join(parts)


def _any(kind: str, chosen: Iterable[str]) -> str:
    return "(" + " OR ".join(_quoted(kind + str(one)) for one in sorted(chosen)) + ")"


def _quoted(facet: str) -> str:
    return f'"{_facet(facet)}"'


def _facet(word: str) -> str:
    """Give a facet's word: ASCII letters and digits only, or the tokenizer would divide it."""
    return _FACET + _NO_FACET.sub("", word.lower())


def _month(moment: datetime) -> str:
    utc = moment.astimezone(UTC)
    return f"{utc.year:04d}{utc.month:02d}"


def _months(from_at: datetime | None, to_at: datetime) -> list[str]:
    first = _FIRST_MONTH if from_at is None else max(_FIRST_MONTH, _count(from_at))
    return [f"{n // 12:04d}{n % 12 + 1:02d}" for n in range(first, max(first, _count(to_at)) + 1)][:1200]


def _count(moment: datetime) -> int:
    utc = moment.astimezone(UTC)
    return utc.year * 12 + utc.month - 1

