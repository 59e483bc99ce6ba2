"""Leaving the desk while on duty: asked about once, and never forbidden.

Belongs here: the question. Does not belong here: signing out (ui/signin/), writing absence (services/shift_watch.py).
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.question import Question


def ask_before_leaving(screen: Screen, parent: QWidget, leave: Callable[[], object]) -> Question | None:
    """Leave at once, or after a question where the officer who sits here is on duty; gives the question."""
    if not screen.services.shifts.on_duty_here:
        leave()
        return None
    translate = QCoreApplication.translate
    question = Question(
        translate("Leaving", "You are on duty"),
        translate("Leaving", "You are about to sign out without a handover. Your duty goes on, and the log will say "
                  "that you are absent, until you sign in again, hand over, or a supervisor ends it by order."),
        translate("Leaving", "Sign out all the same"), parent)
    question.agreed.connect(lambda: leave())
    question.open()
    return question
