"""The demo's duty: a shift taken at the beginning of its afternoon, checks answered, lines of the running log.

Belongs here: made-up answers and lines, entered through the services. Does not belong here: incidents
(demo_incidents.py), rules. Invariant: nothing is written but through a service.
"""

from __future__ import annotations

from typing import Protocol

from safecity_console.domain.shift import CheckSource, CheckState
from safecity_console.services.shifts import ShiftService

LINES = (
    "Relief came in time; keys and registers counted.",
    "بجلی کی بندش کا شیڈول موصول ہوا: سیکٹر D-4، رات 9 سے 10 بجے تک۔",
    "Cricket at the stadium from 17:00; traffic squad Nangi told.",
)
DEFECT = "One radio of two answers; battery on charge."


class HasShifts(Protocol):
    """What the demo's duty needs of the program."""

    @property
    def shifts(self) -> ShiftService:
        """Give the shifts."""
        ...


def take_demo_duty(services: HasShifts) -> None:
    """Take duty as whoever sits at the desk, answer what a hand answers, and begin the running log."""
    shift = services.shifts.take()
    for check in services.shifts.checks.of(shift.id):
        if check.source is CheckSource.HAND:
            radio = "Radio" in check.text
            services.shifts.checks.answer(check.id, CheckState.DEFECT if radio else CheckState.OK,
                                          DEFECT if radio else "")
    for line in LINES:
        services.shifts.log(line)
