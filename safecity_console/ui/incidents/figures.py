"""How many incidents are open, new and late, told whenever that may have changed.

Belongs here: listening and the slow tick that late needs. Does not belong here: counting (services/incidents.py), where
the figures stand.
Invariants: 1. Many changes at the same time are one count. 2. Where nobody may see incidents the figures are none.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import WorldError
from safecity_console.domain.incident_counts import IncidentCounts
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge

SOON_MS, LATE_MS = 60, 3000


class IncidentFigures(QObject):
    """The figures; `counted` comes with IncidentCounts."""

    counted = Signal(object)
    changed = Signal(object)  # ids, as the bus tells them

    def __init__(self, services: ConsoleServices, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._last: IncidentCounts | None = None
        self._bridge = bridge = Bridge(services.bus, self)
        self._soon, self._late = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        for timer, wait_ms in ((self._soon, SOON_MS), (self._late, LATE_MS)):
            timer.setInterval(wait_ms)
            timer.timeout.connect(self.count)
        self._late.start()
        self._bridge.incidents_changed.connect(self.changed)
        self._bridge.incidents_changed.connect(self._on_changed)
        for told in (self._bridge.seat_changed, self._bridge.procedures_changed):
            told.connect(self._on_changed)
        self.destroyed.connect(bridge.close)

    def release(self) -> None:
        """Hear the bus no more."""
        self._late.stop()
        self._soon.stop()
        self._bridge.close()

    def count(self) -> None:
        """Count, and tell where it is another figure."""
        try:
            counts = self._services.incidents.counts() if self._services.desk.may(Permission.LOG_INCIDENTS) \
                else IncidentCounts()
        except WorldError:
            return  # the database is closing or in trouble, which others say: the last figures stand
        if counts != self._last:
            self._last = counts
            self.counted.emit(counts)

    def _on_changed(self, _ids: object = None) -> None:
        self._soon.start()
