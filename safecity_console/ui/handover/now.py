"""The shift as it is now, side by side: who is on duty and his checks, the running log, the handover.

Belongs here: the arrangement. Does not belong here: what the parts show, what happens (page.py). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.ui.handover.checks import ChecksList
from safecity_console.ui.handover.duty_card import DutyCard
from safecity_console.ui.handover.form_view import scrolled
from safecity_console.ui.handover.log_view import LogView
from safecity_console.ui.handover.pane import HandoverPane
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import label, row, surface

LEFT_PX, LEFT_NARROW_PX, RIGHT_LEAST_PX, NARROW_PX = 360, 290, 380, 1300


class NowView(QWidget):
    """The three columns."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.card, self.checks = DutyCard(screen), ChecksList(screen)
        self.log, self.pane = LogView(screen), HandoverPane(screen)
        self._left = surface("panel")
        box = QVBoxLayout(self._left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.card)
        box.addWidget(_heading(self.tr("Checks at the start of the shift")))
        box.addWidget(scrolled(self.checks, screen), 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(_heading(self.tr("Running log")))
        middle.addWidget(self.log, 1)
        self.pane.setMinimumWidth(RIGHT_LEAST_PX)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._left)
        across.addLayout(middle, 1)
        across.addWidget(self.pane, 1)

    def resizeEvent(self, event: object) -> None:
        """Give way where the window is narrow."""
        self._left.setFixedWidth(LEFT_PX if self.width() >= NARROW_PX else LEFT_NARROW_PX)


def _heading(title: str) -> QFrame:
    made = surface("head")
    made.setLayout(row(label(title, "strong"), None, margins=(16, 10, 16, 10)))
    return made
