"""Incidents as rows of a list.

Belongs here: the model, keeping its order still under the pointer. Does not belong here: drawing (row_painter.py),
asking the service (feed.py), clocks.
Invariants: 1. While `still` is set no row moves, comes or goes: what a row holds is renewed in its place, the rest
waits and is counted. 2. A renewed row is told alone. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from safecity_console.domain.incident import Incident
from safecity_console.ui.incident_texts import severity_text, titled
from safecity_console.ui.incidents.row_words import CameraOf, row_words

INCIDENT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class IncidentRows(QAbstractListModel):
    """The rows, in the order they are given."""

    def __init__(self, camera_of: CameraOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera_of = camera_of
        self._incidents: tuple[Incident, ...] = ()
        self._at: dict[str, int] = {}
        self._waiting: tuple[Incident, ...] | None = None
        self.still = False

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Give what is shown."""
        return self._incidents

    @property
    def waiting_count(self) -> int:
        """Count the rows that came meanwhile and wait for the pointer to leave."""
        return 0 if self._waiting is None else sum(1 for one in self._waiting if one.id not in self._at)

    def set_incidents(self, incidents: tuple[Incident, ...]) -> None:
        """Show others; while `still`, only what the shown rows hold."""
        if self.still and self._incidents and [one.id for one in incidents] != [one.id for one in self._incidents]:
            self._waiting = incidents
            self._renew({one.id: one for one in incidents})
            return
        self._waiting = None
        if [one.id for one in incidents] == [one.id for one in self._incidents]:
            self._renew({one.id: one for one in incidents})
            return
        self.beginResetModel()
        self._incidents = incidents
        self._at = {one.id: at for at, one in enumerate(incidents)}
        self.endResetModel()

    def let_go(self) -> bool:
        """Show what waited; True where something did."""
        self.still = False
        if self._waiting is None:
            return False
        self.set_incidents(self._waiting)
        return True

    def incident(self, row: int) -> Incident | None:
        """Give the incident of a row."""
        return self._incidents[row] if 0 <= row < len(self._incidents) else None

    def row_of(self, incident_id: str) -> int:
        """Give the row of an incident; -1 where it is not shown."""
        return self._at.get(incident_id, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._incidents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.incident(index.row()) if index.isValid() else None
        if found is None:
            return None
        if role == INCIDENT_ROLE:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            camera = self._camera_of(found.camera_id) if found.camera_id else None
            return " · ".join((severity_text(found.severity), titled(found), row_words(found, camera)))
        return None

    def _renew(self, by_id: dict[str, Incident]) -> None:
        renewed = tuple(by_id.get(one.id, one) for one in self._incidents)
        changed = [at for at, (old, new) in enumerate(zip(self._incidents, renewed, strict=True)) if old != new]
        self._incidents = renewed
        for at in changed:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
