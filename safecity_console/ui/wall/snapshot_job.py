"""Taking a snapshot off the GUI thread, and the sentence that says how it went.

Belongs here: the job and its answer as a signal. Does not belong here: taking it (services/snapshots.py).
Invariants: 1. Exactly one sentence comes for each job, in the GUI thread. Thread: one of Qt's pool, answer in GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

from safecity_console.core.logs import get_logger
from safecity_console.domain.errors import WorldError
from safecity_console.services.snapshots import SnapshotFile, SnapshotService
from safecity_console.ui.format import ltr
from safecity_console.ui.refusals import world_sentence

translate = QCoreApplication.translate


class SnapshotJobs(QObject):
    """Starts snapshots, one at a time; `said` tells the officer of each, as (text, kind)."""

    said = Signal(str, str)
    _ended = Signal(object)

    def __init__(self, snapshots: SnapshotService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._snapshots = snapshots
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def take(self, camera_id: str) -> None:
        """Take a snapshot of a camera in the background."""
        self._pool.start(_Job(self, self._snapshots, camera_id))

    def finish(self, timeout_ms: int = 2000) -> bool:
        """Wait for what is under way; True if all ended."""
        return self._pool.waitForDone(timeout_ms)

    def end(self, outcome: SnapshotFile | Exception) -> None:
        """Hand an outcome over; any thread."""
        self._ended.emit(outcome)

    def _on_ended(self, outcome: SnapshotFile | Exception) -> None:
        if isinstance(outcome, SnapshotFile):
            self.said.emit(translate("wall", "Snapshot saved as {file}").format(file=ltr(outcome.path.name)), "info")
        elif isinstance(outcome, WorldError):
            self.said.emit(world_sentence(outcome), "warning")
        else:
            self.said.emit(translate("wall", "The snapshot could not be written; nothing was saved."), "warning")


class _Job(QRunnable):
    def __init__(self, owner: SnapshotJobs, snapshots: SnapshotService, camera_id: str) -> None:
        super().__init__()
        self._owner = owner
        self._snapshots = snapshots
        self._camera_id = camera_id

    def run(self) -> None:
        """Take it and tell the owner."""
        try:
            self._owner.end(self._snapshots.take(self._camera_id))
        except (WorldError, OSError) as error:
            self._owner.end(error)
        except Exception as error:  # noqa: BLE001 - a thread's edge: the officer must hear that nothing was saved
            get_logger("wall").exception("snapshot_crashed")
            self._owner.end(error)
