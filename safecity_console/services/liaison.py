"""Complaints of citizens, their call-backs, and the month in figures.

Belongs here: taking a complaint in as an incident, who is to be called back, counting. Does not belong here: the
incident's life (services/incidents.py), contacts and consents, the sheet on paper (exports/).
Invariants: 1. A complaint is an incident and nothing beside it: one number, one place to look. 2. A complaint about an
officer goes to the series of misconduct, whatever was ticked. 3. The figures hold no name and no small figure of a
sensitive kind. Thread: any.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from safecity_console.core.clock import Clock
from safecity_console.db.liaison_counts import LiaisonRows, read_liaison_rows
from safecity_console.db.reader import Reader
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import (
    COMPLAINT_SOURCES,
    Category,
    Filter,
    Incident,
    IncidentDraft,
    Source,
)
from safecity_console.domain.liaison import ComplaintDraft, fit_complaint
from safecity_console.domain.liaison_counts import LiaisonCounts, Within, told, within
from safecity_console.services.desk import Desk

COMPLAINTS_SHOWN = 200


class IncidentBook(Protocol):
    """What complaints need of the incidents."""

    def enter(self, draft: IncidentDraft) -> Incident:
        """Enter an incident."""
        ...

    def find(self, wanted: Filter) -> tuple[Incident, ...]:
        """Find incidents the officer may see."""
        ...

    def called_back(self, incident_id: str, note: str = "") -> Incident:
        """Note that the caller was called back."""
        ...

    def open_sealed(self, incident_id: str) -> Mapping[str, str]:
        """Open sealed identities; audited first."""
        ...


class LiaisonService:
    """The citizens' side of one workstation."""

    def __init__(self, reader: Reader, clock: Clock, desk: Desk, incidents: IncidentBook) -> None:
        self._reader, self._clock, self._desk, self._incidents = reader, clock, desk, incidents

    def take_complaint(self, draft: ComplaintDraft) -> Incident:
        """Take a complaint in; its label is the number to read out.

        Raises Refused("complaint_source" | "complaint_what_missing" | "phone_missing" | "call_back_past" | …).
        """
        self._desk.must(Permission.TAKE_COMPLAINTS, Subject("complaint"))
        fitted = fit_complaint(draft)
        if fitted.call_back_by is not None and fitted.call_back_by <= self._clock.now():
            raise Refused("call_back_past")
        category = Category.MISCONDUCT if fitted.named_officer_id else fitted.category
        return self._incidents.enter(IncidentDraft(
            what=fitted.what, category=category, severity=fitted.severity, source=fitted.source, place=fitted.place,
            site_id=fitted.site_id, caller_name=fitted.name, caller_phone=fitted.phone, note=fitted.note,
            seal=fitted.seal, named_officer_id=fitted.named_officer_id, call_back_by=fitted.call_back_by))

    def complaints(self, text: str = "") -> tuple[Incident, ...]:
        """Give the newest complaints the officer may see."""
        self._desk.must(Permission.TAKE_COMPLAINTS, Subject("complaint"))
        return self._incidents.find(Filter(text=text, sources=COMPLAINT_SOURCES, limit=COMPLAINTS_SHOWN))

    def call_backs(self) -> tuple[Incident, ...]:
        """Give who is to be called back, the soonest due first."""
        self._desk.must(Permission.TAKE_COMPLAINTS, Subject("complaint"))
        due = self._incidents.find(Filter(call_back_due=True, limit=COMPLAINTS_SHOWN))
        return tuple(sorted(due, key=lambda one: (one.call_back_due_at or one.entered_at, one.id)))

    def called_back(self, incident_id: str, note: str = "") -> None:
        """Note that a citizen was called back; raises Refused."""
        self._desk.must(Permission.TAKE_COMPLAINTS, Subject("incident", incident_id))
        self._incidents.called_back(incident_id, note)

    def open_sealed(self, incident_id: str) -> Mapping[str, str]:
        """Give the sealed name and number of a caller; audited before it is given. Raises Refused."""
        return self._incidents.open_sealed(incident_id)

    def counts(self, from_at: datetime, to_at: datetime) -> LiaisonCounts:
        """Count a period; raises Refused("period_backwards"). Who printed which period stands in the audit."""
        actor = self._desk.must(Permission.PRINT_REPORTS, Subject("liaison_counts"))
        if to_at <= from_at:
            raise Refused("period_backwards")
        rows = self._reader.read(lambda view: read_liaison_rows(view, from_at, to_at))
        self._desk.note(Action.SEARCH, Subject("liaison_counts"), actor=actor, first=from_at.isoformat(),
                        until=to_at.isoformat())
        return counted(rows, from_at, to_at)


def counted(rows: LiaisonRows, from_at: datetime, to_at: datetime) -> LiaisonCounts:
    """Give the sheet of what was read."""
    by_kind, shown = told(rows.complaints)
    due = [one for one in shown if one.call_back_due_at is not None]
    kept = sum(one.called_back_at is not None and one.call_back_due_at is not None
               and one.called_back_at <= one.call_back_due_at for one in due)
    made = sum(one.called_back_at is not None for one in due)
    sources = sorted(COMPLAINT_SOURCES, key=list(Source).index)
    return LiaisonCounts(
        from_at, to_at, len(shown), {one: sum(c.source is one for c in shown) for one in sources}, by_kind,
        {word: sum(within(c) is word for c in shown) for word in Within}, len(due), kept, made - kept, rows.requests,
        rows.consents_given, rows.consents_withdrawn, rows.meetings, rows.committees_met, rows.committees)
