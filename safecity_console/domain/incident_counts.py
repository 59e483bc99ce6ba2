"""How many incidents stand how: the figures of the rail, the right column and the handover.

Belongs here: counting and the order of the open ones. Does not belong here: who may see them (incident.py), the clocks
(incident_clock.py).
Invariant: nothing is counted here that was not given: sight is decided before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from safecity_console.domain.incident import Incident, Severity, State
from safecity_console.domain.incident_clock import Targets, running


@dataclass(frozen=True, slots=True)
class IncidentCounts:
    """Figures over the open incidents one officer sees; `my_shift` counts ended ones of his time too."""

    open: int = 0
    new: int = 0
    late: int = 0
    on_hold: int = 0
    my_shift: int = 0
    call_backs_due: int = 0
    by_severity: Mapping[Severity, int] = field(default_factory=dict)


def urgent_first(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """Give incidents by severity, the oldest of each first."""
    return tuple(sorted(incidents, key=lambda one: (one.severity, one.entered_at, one.id)))


def waits_for_call_back(incident: Incident) -> bool:
    """Tell whether a caller still waits to be called back."""
    return not incident.ended and incident.call_back_due_at is not None and incident.called_back_at is None


def count_open(incidents: Iterable[Incident], now: datetime, targets: Mapping[Severity, Targets],
               my_shift: int = 0) -> IncidentCounts:
    """Count open incidents."""
    kept = tuple(incidents)
    return IncidentCounts(
        open=len(kept), new=sum(one.state is State.NEW for one in kept),
        late=sum(running(one, now, targets).late for one in kept), on_hold=sum(one.on_hold(now) for one in kept),
        my_shift=my_shift, call_backs_due=sum(map(waits_for_call_back, kept)),
        by_severity={severity: sum(one.severity is severity for one in kept) for severity in Severity})
