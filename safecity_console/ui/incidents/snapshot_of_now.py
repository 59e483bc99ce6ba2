"""The picture kept with a new incident: taken the moment F2 is pressed, handed over whenever it is there.

Belongs here: taking it off the GUI thread, who waits for it. Does not belong here: taking snapshots
(services/snapshots.py), keeping one with an incident (services/incidents.py).
Invariants: 1. Saving never waits for the picture: what comes later is added to the incident then. 2. A picture that
cannot be taken stops nothing; a word says so. Thread: GUI.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from safecity_console.domain.errors import Refused
from safecity_console.services.console import ConsoleServices
from safecity_console.services.snapshots import SnapshotFile
from safecity_console.ui.incidents.deeds import Deeds


class Snapshot(StrEnum):
    """How it stands with the picture."""

    NONE = "none"  # no camera, or switched off in the settings
    UNDER_WAY = "under_way"
    KEPT = "kept"
    FAILED = "failed"


class SnapshotOfNow(QObject):
    """One picture; `changed` comes when it is there or failed. It may outlive the panel that asked for it."""

    changed = Signal()

    def __init__(self, services: ConsoleServices, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._deeds = Deeds(self)
        self._wanted_for: str | None = None
        self.state = Snapshot.NONE
        self.file: SnapshotFile | None = None

    def take(self, camera_id: str) -> None:
        """Begin to take it."""
        if not self._services.settings.flag("incident.keep_picture"):
            return
        self.state = Snapshot.UNDER_WAY
        self._deeds.do("incident-snapshot", lambda: self._taken(camera_id),
                       lambda outcome: self._on_ended(camera_id, outcome))

    def give_to(self, incident_id: str) -> None:
        """Add the picture to an incident that was saved without it, as soon as it is there."""
        if self.state is Snapshot.UNDER_WAY:
            self._wanted_for = incident_id

    def _taken(self, camera_id: str) -> SnapshotFile:
        try:
            return self._services.snapshots.take(camera_id)
        except OSError:
            raise Refused("file_unwritable") from None

    def _on_ended(self, camera_id: str, outcome: object) -> None:
        if isinstance(outcome, SnapshotFile):
            self.state, self.file = Snapshot.KEPT, outcome
            if self._wanted_for is not None:
                incident_id, file = self._wanted_for, outcome
                self._deeds.do("incident-picture",
                               lambda: self._services.incidents.add_file(incident_id, file, "snapshot", camera_id))
        else:
            self.state = Snapshot.FAILED
        self.changed.emit()
