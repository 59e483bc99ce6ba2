"""Procedures: what a category is called, its checklist, whether the caller is called back.

Belongs here: the form of a checklist and its limits. Does not belong here: the standard ones
(services/standard_procedures.py), ticking (services/incident_work.py), words of the screen for categories (ui).
Invariants: 1. A checklist holds at most STEPS_MOST steps. 2. An incident keeps the checklist of its category as it was
then; editing one touches only incidents to come.
"""

from __future__ import annotations

from dataclasses import dataclass

from safecity_console.domain.incident import Category

STEPS_MOST, STEP_TEXT_MOST = 30, 160


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step; `call_back`: ticking it is calling the caller back."""

    text: str
    text_ur: str = ""
    required: bool = False
    call_back: bool = False


@dataclass(frozen=True, slots=True)
class Procedure:
    """The checklist of one category; `call_back_within_s` None: the caller is not called back."""

    category: Category
    steps: tuple[ProcedureStep, ...] = ()
    shown: bool = True  # offered when an incident is entered
    call_back_within_s: int | None = 1800
    revision: int = 0
