"""The checks at the start of a shift: the list of them, answering, what the program answers itself.

Belongs here: permission, who may answer what. Does not belong here: looking at the machine (shift_probes.py), words.
Invariants: 1. What the program can find out is never answered by hand. 2. A defect has a note. 3. Checks belong to a
span of duty and are answered while it lasts. Thread: any; `fill` not the GUI's.
"""

from __future__ import annotations

from collections.abc import Mapping

from safecity_console.core.bus import Bus
from safecity_console.db.door import Door
from safecity_console.db.handovers import put_check, put_checklist, read_check, read_checklist, read_checks
from safecity_console.db.reader import Reader
from safecity_console.db.shifts import append_line, now_of, read_open_shift
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.shift import (
    CHECK_NOTE_MOST,
    STANDARD_CHECKS,
    Check,
    CheckItem,
    CheckSource,
    CheckState,
    LineKind,
    fit_checks,
)
from safecity_console.services.desk import Desk
from safecity_console.services.events import ShiftChanged
from safecity_console.services.shift_probes import Found, Probe


class ShiftChecks:
    """The checks of one console."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk, probes: Mapping[CheckSource, Probe]) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk
        self._probes = probes

    def items(self) -> tuple[CheckItem, ...]:
        """Give the list of checks of shifts to come."""
        return self._reader.read(read_checklist) or STANDARD_CHECKS

    def put_items(self, items: tuple[CheckItem, ...]) -> None:
        """Change the list; raises Refused."""
        actor = self._desk.must(Permission.EDIT_PROCEDURES, Subject("shift_checks"))
        kept = fit_checks(items)

        def job(tx: Transaction) -> None:
            put_checklist(tx, kept)
            self._desk.append(tx, Action.PROCEDURE, Subject("shift_checks"), actor=actor,
                              checks=[one.text for one in kept])

        self._door.write(job)
        self._bus.publish(ShiftChanged())

    def of(self, shift_id: str) -> tuple[Check, ...]:
        """Give the checks of a span of duty."""
        return self._reader.read(lambda view: read_checks(view, shift_id))

    def answer(self, check_id: str, state: CheckState, note: str = "") -> None:
        """Answer a check by hand.

        Raises Refused("check_by_program" | "check_note_missing" | "shift_ended"), NotFound("check_missing").
        """
        actor = self._desk.must(Permission.TAKE_DUTY, Subject("shift_check", check_id[:40]))
        kept = clean_line(note, CHECK_NOTE_MOST)
        if state is CheckState.DEFECT and not kept:
            raise Refused("check_note_missing")

        def job(tx: Transaction) -> None:
            check, shift_id = read_check(tx, check_id)
            shift = read_open_shift(tx)
            if check.source is not CheckSource.HAND or state is CheckState.UNKNOWN:
                raise Refused("check_by_program")
            if shift is None or shift.id != shift_id:
                raise Refused("shift_ended")
            put_check(tx, check_id, state, kept, actor.badge, now_of(tx))
            if state is CheckState.DEFECT:
                append_line(tx, shift_id, LineKind.DEFECT, actor.badge, content={"check": check.text, "note": kept})
            self._desk.append(tx, Action.SHIFT_LOG, Subject("shift_check", check_id), actor=actor,
                              check=check.text, state=state.value, note=kept)

        self._door.write(job)
        self._bus.publish(ShiftChanged())

    def fill(self) -> None:
        """Let the program answer what it can of the running shift's checks."""
        shift = self._reader.read(read_open_shift)
        if shift is None:
            return
        found = {one.id: self._look(one.source) for one in self.of(shift.id) if one.source is not CheckSource.HAND}

        def job(tx: Transaction) -> None:
            now = now_of(tx)
            for check_id, seen in found.items():
                put_check(tx, check_id, seen.state, "", "", now, seen.figures)

        self._door.write(job)
        self._bus.publish(ShiftChanged())

    def _look(self, source: CheckSource) -> Found:
        probe = self._probes.get(source)
        return Found(CheckState.UNKNOWN) if probe is None else probe()
