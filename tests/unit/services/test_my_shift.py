"""What "my shift" holds: entered or worked by the officer since his duty began; the list and the count agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.domain.access import RoleCode
from safecity_console.domain.incident import Category, Filter, IncidentDraft, Severity, Source, State
from safecity_console.services.console import ConsoleServices
from tests.fakes.staffed import begin, enter, make, open_console

DRAFT = IncidentDraft("Fight", Category.PUBLIC_ORDER, Severity.S2, Source.PATROL)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(data_folder: Path, clock: ManualClock) -> Iterator[ConsoleServices]:
    with open_console(data_folder, clock) as console:
        begin(console.services)
        make(console.services, "D-1", RoleCode.DUTY_OFFICER)
        make(console.services, "W-1", RoleCode.WOMENS_DESK)
        yield console.services


def _mine(services: ConsoleServices) -> list[str]:
    found = [one.label for one in services.incidents.find(Filter(mine=True))]
    assert len(found) == services.incidents.counts().my_shift, "list and count mean the same"
    return found


def test_work_since_duty_began_counts_whoever_entered_it(services: ConsoleServices, clock: ManualClock) -> None:
    incidents = services.incidents
    enter(services, "W-1")
    other, seen = incidents.enter(DRAFT), incidents.enter(DRAFT)
    clock.advance(60)
    enter(services, "D-1")
    assert _mine(services) == []
    before = incidents.enter(DRAFT)  # signed in, not on duty yet: since the session
    assert _mine(services) == [before.label]
    clock.advance(60)
    services.shifts.take()
    assert _mine(services) == [], "his duty has begun only now"
    clock.advance(60)
    own = incidents.enter(DRAFT)
    incidents.step(other.id, State.ACKNOWLEDGED)
    incidents.hoax(own.id)
    incidents.detail(seen.id)
    services.reports.incident_pdf(seen.id)
    assert _mine(services) == [own.label, other.label], "looking and printing are no work; an ended one is his still"
    assert [one.label for one in incidents.find(Filter(mine=True, open_only=True))] == [other.label]
    enter(services, "W-1")
    assert _mine(services) == [], "hers is her own session's"
    enter(services, "D-1")
    assert _mine(services) == [own.label, other.label], "duty goes on over a sign-out"
    services.access.lock()
    assert services.incidents.counts().my_shift == 0
