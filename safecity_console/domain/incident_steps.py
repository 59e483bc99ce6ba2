"""What a step of an incident must bring with it, and what it makes of the incident.

Belongs here: the pure rules of a step, a hold, a review and their times. Does not belong here: which state follows
which and who may (incident.py), rows, sentences.
Invariants: 1. A time that is given by hand lies neither in the future nor before what happened; one that is not given
is the door's, whatever the clock did. 2. The first time of a state stays: an incident that is verified twice was
verified then. 3. An end has a time, an open state has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import ENDED, Incident, State, Transfer

HOLD_MOST_DAYS = 30
AHEAD_S = 2.0  # a clock's hair: what is this little ahead is now
OLDEST = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StepWish:
    """A step as an officer asks for it; what a state does not need is left empty."""

    to: State
    why: str = ""
    outcome: str = ""
    duplicate_of: str = ""
    transferred_to: Transfer | None = None


def check_wish(incident: Incident, wish: StepWish, forced: bool) -> None:
    """Check that a step brings what it needs; raises Refused.

    Codes: incident_why, incident_outcome, incident_duplicate_of, incident_transfer_to, incident_force_why.
    """
    if forced and not wish.why:
        raise Refused("incident_force_why")
    if wish.to is State.FALSE_ALARM and not wish.why:
        raise Refused("incident_why")
    if wish.to is State.CLOSED and not (wish.outcome or incident.outcome):
        raise Refused("incident_outcome")
    if wish.to is State.DUPLICATE and not wish.duplicate_of:
        raise Refused("incident_duplicate_of")
    if wish.to is State.TRANSFERRED and wish.transferred_to is None:
        raise Refused("incident_transfer_to")


def stepped(incident: Incident, wish: StepWish, at: datetime, badge: str) -> Incident:
    """Give the incident after a step at `at`; a hold ends with any step, and whoever takes it first owns it."""
    after = replace(incident, state=wish.to, hold_until=None, hold_reason="", owner=incident.owner or badge,
                    ended_at=at if wish.to in ENDED else None)
    after = _first_times(after, at)
    if wish.to is State.RESOLVED:
        return replace(after, resolved_at=at, outcome=wish.outcome or incident.outcome)
    if wish.to in ENDED:
        return replace(after, outcome=wish.outcome or incident.outcome,
                       duplicate_of=wish.duplicate_of if wish.to is State.DUPLICATE else "",
                       transferred_to=wish.transferred_to if wish.to is State.TRANSFERRED else None)
    # Reopened, or gone on: nothing is resolved, and it is nobody's duplicate any more.
    return replace(after, resolved_at=None, duplicate_of="", transferred_to=None)


def _first_times(incident: Incident, at: datetime) -> Incident:
    """Keep the first time of the state it came to; what was seen late was acknowledged by then at the latest."""
    if incident.state is State.ACKNOWLEDGED:
        return replace(incident, acknowledged_at=incident.acknowledged_at or at)
    if incident.state is State.VERIFIED:
        return replace(incident, verified_at=incident.verified_at or at)
    if incident.state is State.DISPATCHED:
        return replace(incident, dispatched_at=incident.dispatched_at or at)
    if incident.state is State.ON_SCENE:
        return replace(incident, on_scene_at=incident.on_scene_at or at)
    return incident


def given_time(event_at: datetime | None, now: datetime, not_before: datetime | None = None) -> datetime:
    """Give the time something happened; raises Refused("time_future" | "time_too_old" | "time_before")."""
    if event_at is None:
        return now
    if event_at > now + timedelta(seconds=AHEAD_S):
        raise Refused("time_future")
    if event_at < OLDEST:
        raise Refused("time_too_old")
    if not_before is not None and event_at < not_before:
        raise Refused("time_before")
    return min(event_at, now)


def earliest(incident: Incident, to: State) -> datetime:
    """Give before when a step cannot have happened: nobody arrives before he was sent, nothing before it began."""
    sent = incident.dispatched_at if to is State.ON_SCENE else None
    return incident.event_at if sent is None else max(sent, incident.event_at)


def check_hold(until: datetime, now: datetime) -> None:
    """Check the end of a hold; raises Refused("hold_time")."""
    if not now < until <= now + timedelta(days=HOLD_MOST_DAYS):
        raise Refused("hold_time", most_days=HOLD_MOST_DAYS)
