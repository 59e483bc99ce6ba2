"""Checklists per category and response targets per severity: the standard ones, and what a supervisor made of them.

Belongs here: reading, editing, auditing the edit. Does not belong here: the standard texts (standard_procedures.py),
ticking (incident_parts).
Invariants: 1. What nobody edited is the program's standard; nothing is written to read it. 2. An edit touches only
incidents to come. Thread: any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from safecity_console.core.bus import Bus
from safecity_console.db.door import Door
from safecity_console.db.incidents import read_places
from safecity_console.db.procedures import put_procedure, put_targets, read_procedures, read_targets, read_units
from safecity_console.db.reader import Reader
from safecity_console.db.rows import text
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.incident import Category, Severity
from safecity_console.domain.incident_clock import STANDARD_TARGETS, Targets
from safecity_console.domain.procedure import STEP_TEXT_MOST, STEPS_MOST, Procedure, ProcedureStep
from safecity_console.services.desk import Desk
from safecity_console.services.events import ProceduresChanged
from safecity_console.services.standard_procedures import STANDARD_PROCEDURES

WITHIN_LEAST_S, WITHIN_MOST_S = 60, 604_800


class ProcedureService:
    """The checklists and targets of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk
        self._targets: Mapping[Severity, Targets] | None = None

    def procedures(self) -> tuple[Procedure, ...]:
        """Give the checklist of every category."""
        edited = self._reader.read(read_procedures)
        return tuple(edited.get(category, STANDARD_PROCEDURES[category]) for category in Category)

    def of(self, category: Category) -> Procedure:
        """Give the checklist of a category."""
        return next(one for one in self.procedures() if one.category is category)

    def standard(self, category: Category) -> Procedure:
        """Give the program's own checklist of a category, to go back to."""
        return STANDARD_PROCEDURES[category]

    def put(self, procedure: Procedure) -> Procedure:
        """Keep an edited checklist; raises Refused("procedure_*"), Conflict("changed_meanwhile")."""
        about = Subject("procedure", procedure.category.value)
        actor = self._desk.must(Permission.EDIT_PROCEDURES, about)
        fitted = _fitted(procedure)
        before = self.of(procedure.category)

        def job(transaction: Transaction) -> None:
            put_procedure(transaction, fitted)
            self._desk.append(transaction, Action.PROCEDURE, about, Outcome.DONE, actor,
                              steps_before=len(before.steps), steps_after=len(fitted.steps),
                              required_before=sum(s.required for s in before.steps),
                              required_after=sum(s.required for s in fitted.steps), shown=fitted.shown)

        self._door.write(job)
        self._bus.publish(ProceduresChanged())
        return self.of(procedure.category)

    def targets(self) -> Mapping[Severity, Targets]:
        """Give the response targets of every severity; costs nothing after the first time."""
        if self._targets is None:
            self._targets = {**STANDARD_TARGETS, **self._reader.read(read_targets)}
        return self._targets

    def put_targets(self, severity: Severity, targets: Targets) -> None:
        """Keep the response targets of a severity; raises Refused("targets_unfit")."""
        about = Subject("response_target", severity.value)
        actor = self._desk.must(Permission.EDIT_PROCEDURES, about)
        every = (targets.acknowledge_s, targets.dispatch_s, targets.arrive_s)
        if not all(1 <= one <= WITHIN_MOST_S for one in every) or targets.dispatch_s < targets.acknowledge_s:
            raise Refused("targets_unfit", most_s=WITHIN_MOST_S)
        before = self.targets()[severity]

        def job(transaction: Transaction) -> None:
            put_targets(transaction, severity, targets)
            self._desk.append(transaction, Action.PROCEDURE, about, Outcome.DONE, actor,
                              before=[before.acknowledge_s, before.dispatch_s, before.arrive_s], after=list(every))

        self._door.write(job)
        self._targets = None
        self._bus.publish(ProceduresChanged())

    def police_stations(self) -> tuple[str, ...]:
        """Give the police stations named by units and lately by incidents."""
        named = {text(row, "police_station") for row in self._reader.read(read_places)}
        named |= {unit.police_station for unit in self._reader.read(read_units)}
        return tuple(sorted(named - {""}, key=str.casefold))

    def beats(self, police_station: str) -> tuple[str, ...]:
        """Give the beats that incidents of a police station lately named."""
        named = {text(row, "beat") for row in self._reader.read(read_places)
                 if text(row, "police_station") == police_station}
        return tuple(sorted(named - {""}, key=str.casefold))

    def reload(self) -> None:
        """Read anew what another process may have edited."""
        fresh = {**STANDARD_TARGETS, **self._reader.read(read_targets)}
        if self._targets is not None and fresh != self._targets:
            self._targets = fresh
            self._bus.publish(ProceduresChanged())


def _fitted(procedure: Procedure) -> Procedure:
    """Give a checklist as it is kept; raises Refused("procedure_steps" | "procedure_text" | "procedure_call_back")."""
    if len(procedure.steps) > STEPS_MOST:
        raise Refused("procedure_steps", most=STEPS_MOST)
    within = procedure.call_back_within_s
    if within is not None and not WITHIN_LEAST_S <= within <= WITHIN_MOST_S:
        raise Refused("procedure_call_back", low_s=WITHIN_LEAST_S, high_s=WITHIN_MOST_S)
    steps = tuple(ProcedureStep(clean_line(s.text, STEP_TEXT_MOST), clean_line(s.text_ur, STEP_TEXT_MOST), s.required,
                                s.call_back) for s in procedure.steps)
    if not all(s.text for s in steps):
        raise Refused("procedure_text", longest=STEP_TEXT_MOST)
    return replace(procedure, steps=steps)
