"""A console with officers in it, quick to hash for, as wiring.py builds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from safecity_console.core.clock import Clock, ManualClock
from safecity_console.core.passwords import Cost
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode
from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import Approval
from safecity_console.wiring import Console, Options

QUICK = Cost(8, 1, 1)


def password_of(badge: str) -> Secret:
    """Give the password every officer of these tests has."""
    return Secret(f"{badge[::-1]} harbour lamp")


def open_console(folder: Path, clock: Clock | None = None) -> Console:
    """Open a data folder."""
    return Console(Options(folder, environment={}, use_keyring=False, password_cost=QUICK), clock or ManualClock())


def make(services: ConsoleServices, badge: str, role: RoleCode, approval: Approval | None = None,
         reports_to: str = "") -> Officer:
    """Make an officer who need not change his password."""
    role_id = next(one.id for one in services.officers.roles() if one.code == role.value)
    officer = Officer("", badge, f"Officer {badge}", role_id, reports_to=reports_to)
    return services.officers.add(officer, password_of(badge), approval, must_change=False)


def begin(services: ConsoleServices) -> Officer:
    """Make the first administrator, badge ADM-1, and sign him in."""
    first = services.officers.begin("ADM-1", "Admin One", password_of("ADM-1"))
    enter(services, "ADM-1")
    return first


def enter(services: ConsoleServices, badge: str) -> None:
    """Sign an officer in."""
    services.access.sign_in(badge, password_of(badge))


def deeds(services: ConsoleServices, start: str = "") -> list[tuple[str, str, str, dict[str, Any]]]:
    """Give the audit's rows so far (action, outcome, badge, detail), those whose action begins with `start`."""
    services.officers._door.write(lambda tx: None)  # what was noted before is written then
    rows = services.officers._reader.rows("SELECT body FROM audit ORDER BY n")
    bodies = [json.loads(str(row["body"])) for row in rows]
    return [(b["action"], b["outcome"], b["badge"], b["detail"]) for b in bodies if b["action"].startswith(start)]
