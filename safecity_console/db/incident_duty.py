"""Which incidents an officer entered or worked since his duty began: the one meaning of "my shift".

Belongs here: the condition that list and count share. Does not belong here: since when it is (services), sight.
Invariants: 1. A line of the timeline is the proof of work; looking, opening a seal and printing are none. 2. Costs the
lines since then, not all that ever were: the first of them is found by halving.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from safecity_console.db.incident_parts import read_version
from safecity_console.db.incidents import Sight
from safecity_console.db.rows import Readable, integer, text, time_text
from safecity_console.domain.incident_parts import EventKind

_NO_WORK = (EventKind.SEALED_OPENED.value, EventKind.PRINTED.value)


@dataclass(frozen=True, slots=True)
class Duty:
    """Whose, and since when."""

    badge: str
    since: datetime

    def condition(self, view: Readable) -> tuple[str, list[Any]]:
        """Give the SQL of the rule and its parameters."""
        marks = ", ".join("?" * len(_NO_WORK))
        since = time_text(self.since)
        return ("incident.id IN (SELECT incident_id FROM incident_event WHERE n >= ? AND badge = ?"  # noqa: S608
                f" AND entered_at >= ? AND kind NOT IN ({marks}))",
                [_first_since(view, since), self.badge, since, *_NO_WORK])


def count_duty(view: Readable, duty: Duty, sight: Sight) -> int:
    """Count them."""
    mine, of_mine = duty.condition(view)
    seen, of_seen = sight.condition()
    rows = view.rows(f"SELECT count(*) AS many FROM incident WHERE {mine} AND {seen}", [*of_mine, *of_seen])  # noqa: S608
    return integer(rows[0], "many")


def _first_since(view: Readable, since: str) -> int:
    """Give the number of the first line entered since; lines are numbered as they were entered, without a gap."""
    low, high = 1, read_version(view) + 1
    while low < high:
        middle = (low + high) // 2
        rows = view.rows("SELECT entered_at FROM incident_event WHERE n = ?", [middle])
        if rows and text(rows[0], "entered_at") < since:
            low = middle + 1
        else:
            high = middle
    return low
