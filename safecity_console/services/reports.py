"""Papers and spreadsheets: who may have which, from what is true now, each one audited.

Belongs here: permission, gathering, audit. Does not belong here: layout (exports/), the services it asks.
Invariants:
1. A paper is in the audit, on the disk, before its bytes are given: what was printed, by whom, of what.
2. An officer prints only what he may see; a sealed identity only where it was opened, which its own service audits.
3. Cells of a spreadsheet are text, whatever they begin with.
Thread: any; a long paper takes a second. What draws them is loaded with the first one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from safecity_console import __version__
from safecity_console.core.clock import Clock
from safecity_console.db.audit import read_head
from safecity_console.db.reader import Reader
from safecity_console.domain.access import Permission, fit_reason
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line, clean_note
from safecity_console.domain.incident import Category, Filter, Incident, Severity, Transfer
from safecity_console.domain.incident_clock import Targets
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.domain.liaison_counts import LiaisonCounts
from safecity_console.domain.shift import Shift
from safecity_console.exports.paper import Imprint, Paper
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk
from safecity_console.services.incident_csv import incidents_csv
from safecity_console.services.settings import SettingsService
from safecity_console.services.shifts import ShiftService

__all__ = ["Paper", "ReportService"]

LIST_MOST = 20_000


class Incidents(Protocol):
    """What reports ask of incidents."""

    def find(self, wanted: Filter) -> tuple[Incident, ...]:
        """Give the incidents that fit and may be seen."""
        ...

    def detail(self, incident_id: str) -> IncidentDetail:
        """Give one with everything on it."""
        ...

    def open_sealed(self, incident_id: str) -> Mapping[str, str]:
        """Open its identities."""
        ...

    def printed(self, incident_id: str, paper: str) -> None:
        """Note that it was printed."""
        ...


class Targeted(Protocol):
    """What reports ask of procedures."""

    def targets(self) -> Mapping[Severity, Targets]:
        """Give the response targets."""
        ...


class Liaison(Protocol):
    """What reports ask of liaison."""

    def counts(self, from_at: datetime, to_at: datetime) -> LiaisonCounts:
        """Give a period's figures."""
        ...


class ReportService:
    """Makes papers of one workstation."""

    def __init__(self, desk: Desk, reader: Reader, clock: Clock, settings: SettingsService, cameras: CameraService,
                 incidents: Incidents, procedures: Targeted, shifts: ShiftService, liaison: Liaison,
                 files: Path) -> None:
        self._desk, self._reader, self._clock, self._settings = desk, reader, clock, settings
        self._cameras, self._incidents, self._procedures = cameras, incidents, procedures
        self._shifts, self._liaison, self._files = shifts, liaison, files

    def incident_pdf(self, incident_id: str, with_sealed: bool = False) -> Paper:
        """Print the record of an incident; `with_sealed` opens its identities first. Raises Refused, NotFound."""
        from safecity_console.exports.incident_papers import incident_pdf  # noqa: PLC0415 - 0.3 s no start needs

        self._desk.must(Permission.PRINT_REPORTS, Subject("incident", incident_id[:36]))
        opened = self._incidents.open_sealed(incident_id) if with_sealed else None
        detail = self._incidents.detail(incident_id)
        self._incidents.printed(incident_id, "incident_record")
        return incident_pdf(detail, self._imprint(), self._camera_name, self._files, opened,
                            self._procedures.targets())

    def transfer_pdf(self, incident_id: str, to: Transfer, reason: str, with_sealed: bool = False) -> Paper:
        """Print the sheet that goes with an incident to another office; raises Refused, NotFound."""
        from safecity_console.exports.incident_papers import transfer_pdf  # noqa: PLC0415 - 0.3 s no start needs

        self._desk.must(Permission.PRINT_REPORTS, Subject("incident", incident_id[:36]))
        fit_reason(reason)
        kept = clean_note(reason, 2000)
        opened = self._incidents.open_sealed(incident_id) if with_sealed else None
        detail = self._incidents.detail(incident_id)
        self._incidents.printed(incident_id, "transfer_sheet")
        return transfer_pdf(detail, self._imprint(), to, kept, opened)

    def preserve_pdf(self, incident_id: str, what: str, provider: str, with_sealed: bool = False) -> Paper:
        """Print a request to preserve data, of a cyber or fake-ID incident; raises Refused("preserve_*")."""
        from safecity_console.exports.incident_papers import preserve_pdf  # noqa: PLC0415 - 0.3 s no start needs

        self._desk.must(Permission.PRINT_REPORTS, Subject("incident", incident_id[:36]))
        detail = self._incidents.detail(incident_id)
        kept, to = clean_note(what, 4000), clean_line(provider, 120)
        if detail.incident.category is not Category.CYBER:
            raise Refused("preserve_kind")
        if not kept or not to:
            raise Refused("preserve_empty")
        opened = self._incidents.open_sealed(incident_id) if with_sealed else None
        self._incidents.printed(incident_id, "preserve_request")
        return preserve_pdf(detail, self._imprint(), kept, to, opened)

    def incidents_pdf(self, from_at: datetime, to_at: datetime) -> Paper:
        """Print the incidents that were entered in a period and may be seen; raises Refused."""
        from safecity_console.exports.incident_papers import incidents_pdf  # noqa: PLC0415 - 0.3 s no start needs

        actor = self._desk.must(Permission.PRINT_REPORTS, Subject("report", "incidents"))
        found = self._found(from_at, to_at)
        self._note(actor, Subject("report", "incidents"), "incidents", rows=len(found))
        return incidents_pdf(found, self._imprint(), from_at, to_at)

    def incidents_csv(self, incidents: Sequence[Incident]) -> str:
        """Give incidents as CSV for spreadsheets, without callers and parties; raises Refused."""
        actor = self._desk.must(Permission.PRINT_REPORTS, Subject("report", "incidents"))
        self._desk.note_now(Action.EXPORT, Subject("report", "incidents"), actor=actor, form="csv", rows=len(incidents))
        return incidents_csv(incidents, {one.id: one.number for one in self._cameras.cameras()})

    def shift_pdf(self, from_at: datetime, to_at: datetime) -> Paper:
        """Print who was on duty in a period and what was written; raises Refused."""
        from safecity_console.exports.duty_papers import ShiftReport, shift_pdf  # noqa: PLC0415 - 0.3 s no start needs

        actor = self._desk.must(Permission.PRINT_REPORTS, Subject("report", "shift"))
        _ordered(from_at, to_at)
        duties = self._shifts.spans(from_at, to_at)
        found = self._found(from_at, to_at)
        log = sorted((line for duty in duties for line in self._shifts.lines(duty.id)
                      if from_at <= line.event_at < to_at), key=lambda line: line.entered_at)
        report = ShiftReport(
            from_at, to_at, duties, tuple(_gaps(duties, from_at, min(to_at, self._clock.now()))), tuple(log),
            {grade.value: n for grade in Severity if (n := sum(one.severity is grade for one in found))},
            sum(one.ended for one in found), sum(not one.ended for one in found),
            self._shifts.checks.of(duties[-1].id) if duties else (), self._reader.read(read_head))
        self._note(actor, Subject("report", "shift"), "shift", duties=len(duties))
        return shift_pdf(report, self._imprint())

    def handover_pdf(self, record_id: str = "") -> Paper:
        """Print a signed handover, or the form as it stands now; raises Refused, NotFound."""
        from safecity_console.exports.duty_papers import handover_pdf  # noqa: PLC0415 - 0.3 s no start needs

        actor = self._desk.must(Permission.PRINT_REPORTS, Subject("handover", record_id[:36]))
        form = self._shifts.handover.read(record_id) if record_id else self._shifts.form()
        self._note(actor, Subject("handover", record_id[:36]), "handover", signed=form.signed)
        return handover_pdf(form, self._imprint())

    def liaison_pdf(self, from_at: datetime, to_at: datetime) -> Paper:
        """Print the liaison sheet of a period; raises Refused."""
        from safecity_console.exports.liaison_papers import liaison_pdf  # noqa: PLC0415 - 0.3 s no start needs

        actor = self._desk.must(Permission.PRINT_REPORTS, Subject("report", "liaison"))
        _ordered(from_at, to_at)
        counts = self._liaison.counts(from_at, to_at)
        self._note(actor, Subject("report", "liaison"), "liaison")
        return liaison_pdf(counts, self._imprint())

    def _found(self, from_at: datetime, to_at: datetime) -> tuple[Incident, ...]:
        _ordered(from_at, to_at)
        found = self._incidents.find(Filter(from_at=from_at, to_at=to_at, limit=LIST_MOST))
        return tuple(reversed(found))

    def _note(self, actor: Actor, about: Subject, paper: str, **detail: str | int | bool) -> None:
        self._desk.note_now(Action.PRINT, about, Outcome.DONE, actor, paper=paper, **detail)

    def _imprint(self) -> Imprint:
        session = self._desk.session
        by = f"{session.officer.badge} {session.officer.name}" if session is not None else "setup"
        try:
            zone = ZoneInfo(self._settings.text("screen.time_zone"))
        except (KeyError, ValueError, OSError):
            zone = ZoneInfo("UTC")
        return Imprint(self._settings.text("place.name"), by, self._clock.now(), zone, __version__)

    def _camera_name(self, camera_id: str) -> str:
        camera = self._cameras.by_id(camera_id)
        return f"{camera.number:02d} {camera.name}" if camera is not None else "a removed camera"


def _gaps(duties: Sequence[Shift], from_at: datetime, to_at: datetime) -> Iterable[tuple[datetime, datetime]]:
    """Give when nobody was on duty within a period."""
    at = from_at
    for duty in sorted(duties, key=lambda one: one.from_at):
        if duty.from_at > at:
            yield at, duty.from_at
        at = max(at, duty.to_at or to_at)
    if at < to_at:
        yield at, to_at


def _ordered(from_at: datetime, to_at: datetime) -> None:
    if from_at >= to_at:
        raise Refused("period_backwards")
