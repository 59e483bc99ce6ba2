"""A console with officers who take duty, on a clock moved by hand; its incidents are real, or put by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from safecity_console.core.clock import ManualClock
from safecity_console.core.passwords import Cost
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode
from safecity_console.domain.incident import Category, Incident, Severity, Source, State
from safecity_console.domain.incident_parts import ClipLock, IncidentDetail
from safecity_console.wiring import Console, Options

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 14:00 in Mirpur
WORD = Secret("Zamzama-River-9")
CAST = (("A1", "Aslam Khan", RoleCode.DUTY_OFFICER), ("A2", "Bilal Shah", RoleCode.DUTY_OFFICER),
        ("S1", "Chand Bibi", RoleCode.SUPERVISOR), ("T1", "Danish Ali", RoleCode.TECHNICIAN))


class Incidents:
    """Open incidents without a database of their own."""

    def __init__(self) -> None:
        self.open: dict[str, Incident] = {}

    def put(self, number: int, severity: Severity = Severity.S1, **more: object) -> Incident:
        values: dict[str, object] = {
            "id": f"00000000-0000-7000-8000-{number:012d}", "series": "I", "year": 2026, "serial": number,
            "station": "MPR",
            "what": f"event {number}", "category": Category.PERSON, "severity": severity, "source": Source.CALL_15,
            "state": State.NEW, "event_at": START, "entered_at": START, "entered_by": "A1", "revision": 1}
        made = Incident(**{**values, **more})  # type: ignore[arg-type]
        self.open[made.id] = made
        return made

    def open_ones(self) -> tuple[Incident, ...]:
        return tuple(self.open.values())

    def detail(self, incident_id: str) -> IncidentDetail:
        return IncidentDetail(self.open[incident_id])

    def clips_ending(self, _until: datetime) -> tuple[tuple[str, ClipLock], ...]:
        return ()


class DutyRoom:
    """A console with officers: A1 and A2 take duty, S1 supervises, T1 may not."""

    def __init__(self, folder: Path, real_incidents: bool = False) -> None:
        self.folder, self.clock, self.incidents = folder, ManualClock(START), Incidents()
        self._real = real_incidents
        self.open()
        services = self.services
        services.officers.begin("ROOT", "First Admin", WORD)
        services.access.sign_in("ROOT", WORD)
        roles = {one.code: one.id for one in services.officers.roles()}
        for badge, name, role in CAST:
            services.officers.add(Officer("", badge, name, roles[role]), WORD, must_change=False)
        services.access.sign_out()

    def open(self) -> None:
        self.console = Console(Options(self.folder, environment={}, use_keyring=False, password_cost=Cost(8, 1, 1)),
                               self.clock)
        self.services = self.console.services
        if self._real:
            return
        for part in (self.services.shifts.handover, self.services.shifts.handover._filler):
            part._incidents = self.incidents

    def again(self) -> None:
        self.console.close()
        self.open()

    def sit(self, badge: str) -> None:
        self.services.access.sign_in(badge, WORD)
