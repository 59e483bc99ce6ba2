"""Response clocks: how long an incident may wait for the next thing, and how long it has waited.

Belongs here: targets per severity, which clock runs, whether it is late. Does not belong here: counting on screen (ui).
Invariants: 1. Clocks run from the entry, not from the event: a late report does not begin late. 2. On hold no clock is
late. Source: evidence-and-operations §4.3 (defaults, editable by a supervisor).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from safecity_console.domain.incident import Incident, Severity, State


class Wait(StrEnum):
    """What is waited for."""

    ACKNOWLEDGE = "acknowledge"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Targets:
    """Seconds from entry to acknowledgement and to dispatch, and from dispatch to arrival."""

    acknowledge_s: int
    dispatch_s: int
    arrive_s: int


STANDARD_TARGETS: Mapping[Severity, Targets] = {
    Severity.S1: Targets(15, 60, 300),
    Severity.S2: Targets(30, 120, 300),
    Severity.S3: Targets(120, 600, 1800),
    Severity.S4: Targets(600, 3600, 7200),
}


@dataclass(frozen=True, slots=True)
class Running:
    """The clock that runs now: `target_s` None where nothing is waited for."""

    wait: Wait
    elapsed: timedelta
    target_s: int | None = None
    late: bool = False

    @property
    def left(self) -> timedelta | None:
        """Give what is left; negative where late."""
        return None if self.target_s is None else timedelta(seconds=self.target_s) - self.elapsed


def running(incident: Incident, now: datetime, targets: Mapping[Severity, Targets] = STANDARD_TARGETS) -> Running:
    """Give the clock that runs for an incident."""
    aim = targets.get(incident.severity, STANDARD_TARGETS[incident.severity])
    if incident.ended or incident.state in (State.RESOLVED, State.ON_SCENE):
        end = incident.ended_at or now
        return Running(Wait.NOTHING, max(timedelta(), end - incident.entered_at))
    if incident.state is State.NEW:
        wait, since, target = Wait.ACKNOWLEDGE, incident.entered_at, aim.acknowledge_s
    elif incident.dispatched_at is not None and incident.on_scene_at is None:
        wait, since, target = Wait.ARRIVE, incident.dispatched_at, aim.arrive_s
    elif incident.on_scene_at is not None:
        return Running(Wait.NOTHING, max(timedelta(), now - incident.entered_at))
    else:
        wait, since, target = Wait.DISPATCH, incident.entered_at, aim.dispatch_s
    elapsed = max(timedelta(), now - since)
    return Running(wait, elapsed, target, elapsed.total_seconds() > target and not incident.on_hold(now))
