"""The amber word on an incident: which cameras were down at its minute, so that there is no footage of them.

Belongs here: the note. Does not belong here: noting their state (services/incident_entry.py).
Invariant: it speaks of the event's minute, whatever became of the cameras since. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.format import clock_text, number_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import icon_label, label, row, surface

MOST = 12


class DownNote(QWidget):
    """The note; hidden where no camera was down."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.words = label("", "warm", wrap=True)
        frame = surface("warm")
        laid = row(icon_label("triangle-alert", screen.theme, "impaired"), self.words, margins=(12, 8, 12, 8))
        laid.setStretch(1, 1)
        frame.setLayout(laid)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 4, 12, 4)
        box.addWidget(frame)

    def show_detail(self, detail: IncidentDetail) -> None:
        """Show which were down."""
        cameras = self._screen.services.cameras
        numbers = sorted(c.number for one in detail.cameras if one.down
                         and (c := cameras.by_id(one.camera_id)) is not None)
        listed = ", ".join(number_text(number) for number in numbers[:MOST]) + (", …" if len(numbers) > MOST else "")
        figures = {"time": clock_text(detail.incident.event_at, self._screen.zone), "numbers": listed}
        pattern = self.tr("At {time} camera {numbers} was down. “No footage” from it is on record.") \
            if len(numbers) == 1 else \
            self.tr("At {time} the cameras {numbers} were down. “No footage” from them is on record.")
        self.words.setText(pattern.format(**figures))
        self.setVisible(bool(numbers))
