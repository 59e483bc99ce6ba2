"""What follows a saved incident: one line that it is kept, and a button that opens it.

Belongs here: the card. Does not belong here: messages without a button (ui/toast.py), opening.
Invariants: 1. It takes no focus and goes by itself, later where the pointer is over it. 2. One stands at a time.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from safecity_console.domain.incident import Incident
from safecity_console.ui.incident_texts import numbered
from safecity_console.ui.screen import Screen
from safecity_console.ui.toast import TOP_PX
from safecity_console.ui.widgets.basics import button, icon_label, label, row

SHOWN_MS, WIDE_PX, HIGH_PX = 8000, 420, 44


class Offer(QFrame):
    """The card of one window's frame."""

    chosen = Signal(str)

    def __init__(self, frame: QWidget, screen: Screen) -> None:
        super().__init__(frame)
        self._frame = frame
        self._id = ""
        self.setProperty("surface", "toast")
        self.setLayoutDirection(screen.direction)
        self.words = label("")
        self.open = button("", "small_primary")
        self.open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open.clicked.connect(self._on_open)
        laid = row(icon_label("circle-check", screen.theme, "good"), self.words, self.open, margins=(12, 6, 8, 6))
        laid.setStretch(1, 1)
        self.setLayout(laid)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        frame.installEventFilter(self)
        self.hide()

    def show_saved(self, incident: Incident) -> None:
        """Say that an incident is kept, and offer to open it."""
        self._show(self.tr("{number} is saved.").format(number=numbered(incident)), incident)

    def show_seen(self, incident: Incident) -> None:
        """Say that an incident is acknowledged, and offer to open it."""
        self._show(self.tr("{number} is acknowledged.").format(number=numbered(incident)), incident)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if watched is self._frame and event.type() is QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: object) -> None:
        """Stay while the pointer is here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after it left."""
        self._timer.start()

    def _show(self, text: str, incident: Incident) -> None:
        self._id = incident.id
        self.words.setText(text)
        self.open.setText(self.tr("Open {number}").format(number=numbered(incident)))
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()

    def _settle(self) -> None:
        self.setGeometry((self._frame.width() - WIDE_PX) // 2, TOP_PX, WIDE_PX, HIGH_PX)

    def _on_open(self) -> None:
        self.hide()
        self.chosen.emit(self._id)
