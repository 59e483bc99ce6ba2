"""What an officer asks of one camera, and the sentence that answers: a snapshot, a new try.

Belongs here: refusing what cannot be done now, with its reason. Does not belong here: the job (snapshot_job.py), when
it is asked (controller.py).
Invariants: 1. Every order is answered by one sentence at least, also on an empty tile. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import number_text
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.wall.snapshot_job import SnapshotJobs
from safecity_console.ui.wall.words import reason_word

translate = QCoreApplication.translate


class CameraOrders(QObject):
    """Carries out orders for one camera; `said` is (text, kind) as toasts take them."""

    said = Signal(str, str)

    def __init__(self, services: ConsoleServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._streams = services.streams
        self.jobs = SnapshotJobs(services.snapshots, self)
        self.jobs.said.connect(self.said)

    def works(self, camera_id: str) -> bool:
        """Tell whether a camera has a picture now."""
        watch = self._streams.watches().get(camera_id)
        return watch is not None and watch.works

    def snapshot(self, camera: Camera | None) -> bool:
        """Take a snapshot, or say why there is none; None is an empty tile."""
        if camera is None:
            return self._say_empty()
        if self.works(camera.id):
            self.jobs.take(camera.id)
            return True
        pattern = translate("wall", "Camera {number} shows no picture now ({reason}), so nothing was saved.")
        reason = reason_word(self._streams.watches().get(camera.id))
        self.said.emit(pattern.format(number=number_text(camera.number), reason=reason), "warning")
        return True

    def retry(self, camera: Camera | None) -> bool:
        """Try a camera at once; None is an empty tile."""
        if camera is None:
            return self._say_empty()
        try:
            self._streams.retry(camera.id)
        except Refused as error:
            self.said.emit(world_sentence(error), "warning")
            return True
        pattern = translate("wall", "Trying camera {number} now…")
        self.said.emit(pattern.format(number=number_text(camera.number)), "info")
        return True

    def _say_empty(self) -> bool:
        self.said.emit(translate("wall", "This tile is empty."), "warning")
        return True
