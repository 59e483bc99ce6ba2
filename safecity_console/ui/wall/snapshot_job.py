"""Taking a snapshot off the GUI thread.

Belongs here: the job and its answer as a signal. Does not belong here: taking it (services/snapshots.py).
Invariants: 1. Exactly one answer comes for each job, in the GUI thread. Thread: one of Qt's pool, answer in GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from safecity_console.core.logs import get_logger
from safecity_console.domain.errors import WorldError
from safecity_console.services.snapshots import SnapshotService


class SnapshotJobs(QObject):
    """Starts snapshots and hands their outcome over: a SnapshotFile, or the error."""

    taken = Signal(object)
    failed = Signal(object)

    def __init__(self, snapshots: SnapshotService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshots = snapshots
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def take(self, camera_id: str) -> None:
        """Take a snapshot of a camera in the background."""
        self._pool.start(_Job(self, self._snapshots, camera_id))

    def finish(self, timeout_ms: int = 2000) -> bool:
        """Wait for what is under way; True if all ended."""
        return self._pool.waitForDone(timeout_ms)


class _Job(QRunnable):
    def __init__(self, owner: SnapshotJobs, snapshots: SnapshotService, camera_id: str) -> None:
        super().__init__()
        self._owner = owner
        self._snapshots = snapshots
        self._camera_id = camera_id

    def run(self) -> None:
        """Take it and tell the owner."""
        try:
            file = self._snapshots.take(self._camera_id)
        except (WorldError, OSError) as error:
            self._owner.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - a thread's edge: the officer must hear that nothing was saved
            get_logger("wall").exception("snapshot_crashed")
            self._owner.failed.emit(error)
        else:
            self._owner.taken.emit(file)
