"""Counting for the liaison sheet: what the rows of a period say, without names.

Belongs here: SQL that selects times and kinds only. Does not belong here: which figures may be told
(domain/liaison_counts.py).
Invariants: 1. No name, number, place or text of a complaint is read. 2. Whose sight it is does not matter: the sheet is
the same for every officer. Thread: any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from safecity_console.db.rows import Readable, integer, moment, optional_moment, text, time_text, word
from safecity_console.domain.incident import COMPLAINT_SOURCES, Category, Source
from safecity_console.domain.liaison import Answer
from safecity_console.domain.liaison_counts import CountedComplaint


@dataclass(frozen=True, slots=True)
class LiaisonRows:
    """What was read of a period."""

    complaints: tuple[CountedComplaint, ...]
    requests: Mapping[Answer, int]
    consents_given: int
    consents_withdrawn: int
    meetings: int
    committees_met: int
    committees: int


def read_liaison_rows(view: Readable, from_at: datetime, to_at: datetime) -> LiaisonRows:
    """Read what was entered from a moment to another one, the second not included."""
    span = [time_text(from_at), time_text(to_at)]
    answers = view.rows("SELECT answer, count(*) AS n FROM footage_request WHERE asked_at >= ? AND asked_at < ?"
                        " GROUP BY answer", span)
    met = view.rows("SELECT count(*) AS n, count(DISTINCT committee_id) AS committees FROM committee_meeting"
                    " WHERE met_at >= ? AND met_at < ?", span)[0]
    requests = dict.fromkeys(Answer, 0) | {word(row, "answer", Answer): integer(row, "n") for row in answers}
    return LiaisonRows(
        _complaints(view, span), requests,
        _count(view, "SELECT count(*) AS n FROM consent WHERE given_at >= ? AND given_at < ?", span),
        _count(view, "SELECT count(*) AS n FROM consent WHERE withdrawn_at >= ? AND withdrawn_at < ?", span),
        integer(met, "n"), integer(met, "committees"),
        _count(view, "SELECT count(*) AS n FROM committee WHERE active = 1", []))


def _complaints(view: Readable, span: list[str]) -> tuple[CountedComplaint, ...]:
    sources = sorted(COMPLAINT_SOURCES)
    marks = ", ".join("?" * len(sources))
    rows = view.rows(
        "SELECT source, category, state, entered_at, coalesce(resolved_at, ended_at) AS over_at, call_back_due_at,"  # noqa: S608 - marks alone
        f" called_back_at FROM incident WHERE entered_at >= ? AND entered_at < ? AND source IN ({marks})"
        " AND state <> 'duplicate' ORDER BY entered_at", [*span, *sources])
    return tuple(CountedComplaint(word(row, "source", Source), word(row, "category", Category),
                                  moment(row, "entered_at"), optional_moment(row, "over_at"),
                                  optional_moment(row, "call_back_due_at"), optional_moment(row, "called_back_at"))
                 for row in rows if text(row, "state"))


def _count(view: Readable, sql: str, values: list[str]) -> int:
    return integer(view.rows(sql, values)[0], "n")
