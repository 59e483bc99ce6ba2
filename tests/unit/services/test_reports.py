"""Papers over real services: refused and audited, sealed, on the disk before a byte is given, defused spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.domain.access import RoleCode
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Category, Filter, Incident, IncidentDraft, Severity, Source, Transfer
from safecity_console.exports.sheet import Sheet
from safecity_console.services.console import ConsoleServices
from tests.fakes.staffed import begin, deeds, enter, make, open_console

CALLER, PHONE = "Ayesha Noor", "0300 1112223"
DRAFT = IncidentDraft("=HYPERLINK(1)", Category.PROPERTY, Severity.S3, Source.CALL_15, place="@Chowk",
                      caller_name=CALLER, caller_phone=PHONE)


@dataclass(frozen=True)
class Office:
    """A console with officers and three incidents."""

    services: ConsoleServices
    clock: ManualClock
    plain: Incident
    sealed: Incident
    cyber: Incident


@pytest.fixture
def office(data_folder: Path) -> Iterator[Office]:
    clock = ManualClock()
    with open_console(data_folder, clock) as console:
        services = console.services
        begin(services)
        for badge, role in (("D-1", RoleCode.DUTY_OFFICER), ("S-1", RoleCode.SUPERVISOR), ("T-1", RoleCode.TECHNICIAN),
                            ("W-1", RoleCode.WOMENS_DESK)):
            make(services, badge, role)
        enter(services, "D-1")
        entered = [services.incidents.enter(replace(DRAFT, category=one)) for one in (
            Category.PROPERTY, Category.WOMEN_CHILDREN, Category.CYBER)]
        clock.advance(60)
        yield Office(services, clock, *entered)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give everything that is put on a sheet as a field."""
    said: list[str] = []
    fields = Sheet.fields

    def keep(self: Sheet, pairs: Any) -> None:
        pairs = list(pairs)
        said.extend(text for _name, text in pairs)
        fields(self, pairs)

    monkeypatch.setattr(Sheet, "fields", keep)
    return said


def _papers(office: Office) -> dict[str, Callable[[], object]]:
    reports, to_at = office.services.reports, office.clock.now()
    span = (to_at - timedelta(hours=1), to_at + timedelta(hours=1))
    return {
        "incident_record": lambda: reports.incident_pdf(office.plain.id),
        "transfer_sheet": lambda: reports.transfer_pdf(office.plain.id, Transfer.TRAFFIC, "theirs by rule"),
        "preserve_request": lambda: reports.preserve_pdf(office.cyber.id, "logins of May", "a provider"),
        "incidents": lambda: reports.incidents_pdf(*span), "shift": lambda: reports.shift_pdf(*span),
        "liaison": lambda: reports.liaison_pdf(*span), "csv": lambda: reports.incidents_csv([office.plain]),
    }


def test_who_may_not_print_gets_nothing_and_stands_in_the_audit(office: Office) -> None:
    enter(office.services, "T-1")
    for paper, make_it in _papers(office).items():
        with pytest.raises(Refused, match="not_permitted"):
            make_it()
        assert deeds(office.services, "permission")[-1][2:] == (
            "T-1", {"permission": "print_reports", "reason": "not_permitted"}), paper
    assert not [row for row in deeds(office.services) if row[0] in ("print", "export")]


def test_each_paper_is_in_the_audit_on_the_disk_before_it_is_made(office: Office,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    services = office.services
    enter(services, "S-1")
    seen: list[list[str]] = []
    rows = services.officers._reader.rows

    def look(*_given: object, **_named: object) -> None:
        found = rows("SELECT body FROM audit WHERE action IN ('print', 'export') ORDER BY n")
        seen.append([str(row["body"]) for row in found])
        raise InterruptedError  # the power goes while it is laid out

    papers = {"incident_papers": ("incident_pdf", "transfer_pdf", "preserve_pdf", "incidents_pdf"),
              "duty_papers": ("shift_pdf",), "liaison_papers": ("liaison_pdf",)}
    for module, names in papers.items():
        for name in names:
            monkeypatch.setattr(f"safecity_console.exports.{module}.{name}", look)
    monkeypatch.setattr("safecity_console.services.reports.incidents_csv", look)
    for count, (paper, make_it) in enumerate(_papers(office).items(), start=1):
        with pytest.raises(InterruptedError):
            make_it()
        assert len(seen[-1]) == count, paper
        assert paper in seen[-1][-1]
        assert '"badge":"S-1"' in seen[-1][-1]


def test_a_full_disk_gives_no_paper(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(office.services, "S-1")

    def full(*_given: object) -> object:
        raise Refused("disk_full")

    monkeypatch.setattr(office.services.reports._desk._door, "write", full)
    for make_it in _papers(office).values():
        with pytest.raises(Refused, match="disk_full"):
            make_it()


def test_a_sealed_identity_is_on_paper_only_where_it_was_opened_now(office: Office, printed: list[str]) -> None:
    reports, found = office.services.reports, office.sealed.id
    enter(office.services, "S-1")
    reports.transfer_pdf(found, Transfer.WOMENS_DESK, "hers by rule")
    assert not [text for text in printed if CALLER in text or PHONE in text]
    with pytest.raises(Refused, match="not_permitted"):
        reports.transfer_pdf(found, Transfer.WOMENS_DESK, "hers by rule", with_sealed=True)
    assert not deeds(office.services, "incident.sealed_open")
    enter(office.services, "W-1")
    reports.transfer_pdf(found, Transfer.WOMENS_DESK, "hers by rule", with_sealed=True)
    assert any(CALLER in text for text in printed)
    opened, told = deeds(office.services, "incident.sealed_open"), deeds(office.services, "print")
    assert [row[1:3] for row in opened] == [("done", "W-1")]
    assert [row[2] for row in told] == ["S-1", "W-1"]
    assert not any(CALLER in str(row) for row in deeds(office.services))


def test_what_a_paper_must_say_is_asked_before_anything_is_opened_or_noted(office: Office) -> None:
    reports = office.services.reports
    enter(office.services, "W-1")
    wrong: dict[str, Callable[[], object]] = {
        "reason_missing": lambda: reports.transfer_pdf(office.sealed.id, Transfer.NCCIA, " a ", with_sealed=True),
        "preserve_kind": lambda: reports.preserve_pdf(office.sealed.id, "all", "a provider", with_sealed=True),
        "preserve_empty": lambda: reports.preserve_pdf(office.cyber.id, "\n\u202e", "a provider", with_sealed=True),
        "period_backwards": lambda: reports.incidents_pdf(office.clock.now(), office.clock.now()),
        "incident_missing": lambda: reports.incident_pdf("0" * 36),
    }
    for code, make_it in wrong.items():
        with pytest.raises(Refused, match=code):
            make_it()
    assert not [row for row in deeds(office.services) if row[0] in ("print", "incident.sealed_open")]


def test_a_table_is_audited_and_holds_neither_formulas_nor_callers(office: Office) -> None:
    enter(office.services, "S-1")
    text = office.services.reports.incidents_csv(office.services.incidents.find(Filter()))
    assert deeds(office.services, "export")[-1][1:] == ("done", "S-1", {"form": "csv", "rows": 3})
    cells = [cell.strip('"') for line in text.splitlines() for cell in line.split(",")]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "\t"))]
    assert "HYPERLINK" in text
    assert CALLER not in text
    assert PHONE not in text
