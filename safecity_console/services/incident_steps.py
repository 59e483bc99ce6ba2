"""The life cycle at work: steps, holds, reviews, units on their way.

Belongs here: moving an incident on. Does not belong here: the rules (domain/incident.py, domain/incident_steps.py),
what hangs on it otherwise (incident_work.py).
Invariants: 1. A step is one line of the timeline with who, when it happened, when it was entered and why. 2. The first
unit told makes it dispatched, the first on scene on scene; a unit's times are in order. 3. What only a reviewer may
force is audited as forced, with his reason. 4. A duplicate names another incident, never itself by any way round.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from safecity_console.core.ids import new_id
from safecity_console.db.incident_parts import insert_unit, read_ticks, read_units_of, set_unit_time
from safecity_console.db.incidents import read_incident
from safecity_console.db.procedures import read_unit
from safecity_console.domain.access import Permission, fit_reason
from safecity_console.domain.audit import Action
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.hygiene import clean_note
from safecity_console.domain.incident import (
    NOTE_MOST,
    SEALED_MOST,
    Category,
    Incident,
    State,
    Transfer,
    check_step,
    must_force,
)
from safecity_console.domain.incident_parts import EventKind, UnitOnIt
from safecity_console.domain.incident_steps import StepWish, check_hold, check_wish, earliest, given_time, stepped
from safecity_console.services.incident_core import Act, IncidentCore

WHY_MOST, OUTCOME_MOST, UNITS_MOST = 500, SEALED_MOST, 50


class IncidentSteps(IncidentCore):
    """Moving incidents on."""

    def step(self, incident_id: str, to: State, why: str = "", event_at: datetime | None = None,
             duplicate_of: str = "", transferred_to: Transfer | None = None, outcome: str = "",
             expected_revision: int | None = None) -> Incident:
        """Bring an incident to another state; raises Refused, NotFound, Conflict("changed_meanwhile").

        Codes: those of `domain.incident.check_step`, `domain.incident_steps.check_wish` and `given_time`,
        duplicate_missing, duplicate_circle, duplicate_unfit.
        """
        wish = StepWish(to, clean_note(why, WHY_MOST), clean_note(outcome, OUTCOME_MOST), duplicate_of, transferred_to)

        def deed(act: Act) -> None:
            self._step(act, wish, given_time(event_at, act.now, earliest(act.incident, to)))

        # What has ended is refused by its state, which says more.
        return self._act(incident_id, Permission.WORK_INCIDENTS, deed, also_ended=True,
                         expected_revision=expected_revision)

    def hoax(self, incident_id: str) -> Incident:
        """End an incident as a hoax with one key; twice is refused."""
        return self.step(incident_id, State.HOAX)

    def hold(self, incident_id: str, until: datetime, reason: str) -> Incident:
        """Let an incident wait; the hold ends by itself. Raises Refused("hold_time" | "reason_missing")."""
        kept = fit_reason(reason)

        def deed(act: Act) -> None:
            check_hold(until, act.now)
            act.set(hold_until=until, hold_reason=kept)
            act.tell(EventKind.HELD, until=until.isoformat(), reason=kept)
            act.audit(Action.INCIDENT_CHANGE, hold_until=until.isoformat())

        return self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def release(self, incident_id: str) -> Incident:
        """End a hold before its time; raises Refused("hold_none")."""

        def deed(act: Act) -> None:
            if act.incident.hold_until is None:
                raise Refused("hold_none")
            act.set(hold_until=None, hold_reason="")
            act.tell(EventKind.RELEASED)
            act.audit(Action.INCIDENT_CHANGE, hold_until="")

        return self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def review(self, incident_id: str, text: str, reopen: bool = False) -> Incident:
        """Write a supervisor's review, ended incidents too, and reopen where wanted; raises Refused.

        Codes: reason_missing, incident_ssp_only, incident_already (it is open as it is).
        """
        kept = clean_note(text, NOTE_MOST)
        fit_reason(kept)

        def deed(act: Act) -> None:
            if reopen:
                check_step(act.incident, State.ACKNOWLEDGED, act.eyes.permissions, review=True)
                if act.incident.state not in (State.RESOLVED, *_ENDED):
                    raise Refused("incident_already", state=act.incident.state.value)
                act.set(**_changed(act.incident, stepped(act.incident, StepWish(State.ACKNOWLEDGED), act.now,
                                                         act.badge)))
            act.set(reviewed_by=act.badge)
            act.tell(EventKind.REVIEWED, text=kept, reopened=reopen)
            act.audit(Action.INCIDENT_STEP if reopen else Action.INCIDENT_CHANGE, review=True,
                      to=act.incident.state.value)

        return self._act(incident_id, Permission.REVIEW_INCIDENTS, deed, also_ended=True)

    # Units ------------------------------------------------------------------------------------------------------------

    def tell_unit(self, incident_id: str, unit_id: str, at: datetime | None = None) -> Incident:
        """Send a unit; the first one makes the incident dispatched. Raises Refused("unit_told" | "unit_many" | …)."""

        def deed(act: Act) -> None:
            unit = read_unit(act.tx, unit_id)
            if unit is None or not unit.active:
                raise NotFound("unit_missing")
            sent = read_units_of(act.tx, act.id)
            if any(one.unit_id == unit_id and one.clear_at is None for one in sent):
                raise Refused("unit_told", name=unit.name)
            if len(sent) >= UNITS_MOST:
                raise Refused("unit_many", most=UNITS_MOST)
            told_at = given_time(at, act.now, act.incident.event_at)
            insert_unit(act.tx, act.id, UnitOnIt(new_id(), unit_id, unit.name, told_at))
            act.tell(EventKind.UNIT_TOLD, told_at, unit=unit.name, unit_id=unit_id)
            act.audit(Action.INCIDENT_CHANGE, unit=unit.name, unit_told=True)
            self._follow(act, State.DISPATCHED, told_at)

        return self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def unit_on_scene(self, incident_id: str, unit_on_it_id: str, at: datetime | None = None) -> Incident:
        """Note a unit's arrival; the first one brings the incident on scene. Raises Refused("unit_there")."""

        def deed(act: Act) -> None:
            unit = _unit(act, unit_on_it_id)
            if unit.on_scene_at is not None or unit.clear_at is not None:
                raise Refused("unit_there", name=unit.name)
            there_at = _after(at, act.now, unit.told_at)
            set_unit_time(act.tx, replace(unit, on_scene_at=there_at))
            act.tell(EventKind.UNIT_ON_SCENE, there_at, unit=unit.name, unit_id=unit.unit_id)
            act.audit(Action.INCIDENT_CHANGE, unit=unit.name, unit_on_scene=True)
            self._follow(act, State.ON_SCENE, there_at)

        return self._act(incident_id, Permission.WORK_INCIDENTS, deed)

    def unit_clear(self, incident_id: str, unit_on_it_id: str, at: datetime | None = None) -> Incident:
        """Note that a unit is free again, ended incidents too; raises Refused("unit_clear")."""

        def deed(act: Act) -> None:
            unit = _unit(act, unit_on_it_id)
            if unit.clear_at is not None:
                raise Refused("unit_clear", name=unit.name)
            clear_at = _after(at, act.now, unit.on_scene_at or unit.told_at)
            set_unit_time(act.tx, replace(unit, clear_at=clear_at))
            act.tell(EventKind.UNIT_CLEAR, clear_at, unit=unit.name, unit_id=unit.unit_id)
            act.audit(Action.INCIDENT_CHANGE, unit=unit.name, unit_clear=True)

        return self._act(incident_id, Permission.WORK_INCIDENTS, deed, also_ended=True)

    # ------------------------------------------------------------------------------------------------------------------

    def _step(self, act: Act, wish: StepWish, at: datetime) -> None:
        incident = act.incident
        steps_open = sum(tick.required and not tick.done_by for tick in read_ticks(act.tx, act.id))
        check_step(incident, wish.to, act.eyes.permissions, steps_open)
        forced = must_force(incident, wish.to, steps_open)
        check_wish(incident, wish, forced)
        if wish.to is State.DUPLICATE:
            wish = replace(wish, duplicate_of=self._root(act, wish.duplicate_of).id)
        act.set(**_changed(incident, stepped(incident, wish, at, act.badge)))
        act.tell(EventKind.STEP, at, **_told(incident, wish, forced))
        act.audit(Action.INCIDENT_STEP, before=incident.state.value, to=wish.to.value, forced=forced or None,
                  why=wish.why if forced else None)

    def _follow(self, act: Act, to: State, at: datetime) -> None:
        """Bring an incident where its units are, by way of what nobody said in between."""
        if to is State.DISPATCHED and act.incident.state is State.VERIFIED and act.incident.dispatched_at is not None:
            return  # a further unit for what was verified while the first was on its way
        for state in _WAYS[to].get(act.incident.state, ()):
            self._step(act, StepWish(state), at)

    def _root(self, act: Act, other_id: str) -> Incident:
        """Find the incident a duplicate leads to; raises NotFound("duplicate_missing"), Refused("duplicate_circle")."""
        walked = {act.id}
        while True:
            if other_id in walked:
                raise Refused("duplicate_circle")
            walked.add(other_id)
            other = read_incident(act.tx, other_id)
            if other is None or not act.eyes.sees(other):
                raise NotFound("duplicate_missing")
            if (other.category is Category.MISCONDUCT) != (act.incident.category is Category.MISCONDUCT):
                raise Refused("duplicate_unfit")
            if not other.duplicate_of:
                return other
            other_id = other.duplicate_of


_WAYS: dict[State, dict[State, tuple[State, ...]]] = {
    State.DISPATCHED: {State.NEW: (State.ACKNOWLEDGED, State.DISPATCHED), State.ACKNOWLEDGED: (State.DISPATCHED,),
                       State.VERIFIED: (State.DISPATCHED,)},
    State.ON_SCENE: {State.ACKNOWLEDGED: (State.DISPATCHED, State.ON_SCENE), State.VERIFIED: (State.ON_SCENE,),
                     State.DISPATCHED: (State.ON_SCENE,)},
}
_ENDED = (State.CLOSED, State.FALSE_ALARM, State.HOAX, State.DUPLICATE, State.TRANSFERRED)
_MOVED = ("state", "hold_until", "hold_reason", "owner", "ended_at", "acknowledged_at", "verified_at", "dispatched_at",
          "on_scene_at", "resolved_at", "outcome", "duplicate_of", "transferred_to")


def _changed(before: Incident, after: Incident) -> dict[str, object]:
    return {name: getattr(after, name) for name in _MOVED if getattr(after, name) != getattr(before, name)}


def _told(incident: Incident, wish: StepWish, forced: bool) -> dict[str, object]:
    said = {"before": incident.state.value, "to": wish.to.value, "why": wish.why, "outcome": wish.outcome,
            "duplicate_of": wish.duplicate_of, "forced": forced,
            "transferred_to": wish.transferred_to.value if wish.transferred_to is not None else ""}
    return {key: value for key, value in said.items() if value}


def _unit(act: Act, unit_on_it_id: str) -> UnitOnIt:
    found = next((one for one in read_units_of(act.tx, act.id) if one.id == unit_on_it_id), None)
    if found is None:
        raise NotFound("unit_missing")
    return found


def _after(at: datetime | None, now: datetime, earlier: datetime) -> datetime:
    """Give a unit's next time; a clock that fell in between does not let it arrive before it was sent."""
    return max(given_time(at, now, earlier), earlier)
