"""A velocity that a hand holds on screen: said again while it is held, let go in one place.

Belongs here: saying anew, letting go, standing still after a refusal. Does not belong here: mouse, keys and sticks that
make the velocity, what the service makes of it (services/ptz.py).
Invariants: 1. What is held is said anew every `REPEAT_MS`; nothing is said of a hand that rests. 2. Whatever was moved
is let go once, before another camera is touched. 3. After a refusal nothing more is said until the hand was let go:
an officer is told once, and a camera never starts late under a hand that waits. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from safecity_console.domain.errors import WorldError
from safecity_console.domain.ptz import STILL, Velocity, changed
from safecity_console.services.ptz import Source

REPEAT_MS = 200


class Held(QObject):
    """What one window's hand holds; `refused` brings the WorldError."""

    refused = Signal(object)

    def __init__(self, steer: Callable[[str, Velocity, Source], None], parent: QObject) -> None:
        super().__init__(parent)
        self._steer = steer
        self._camera_id, self._velocity, self._source = "", STILL, Source.MOUSE
        self._barred = False
        self._timer = QTimer(self)
        self._timer.setInterval(REPEAT_MS)
        self._timer.timeout.connect(self._say)

    @property
    def camera_id(self) -> str:
        """Give the camera that is held; empty: none."""
        return self._camera_id if self._timer.isActive() else ""

    @property
    def velocity(self) -> Velocity:
        """Give what is held."""
        return self._velocity

    def hold(self, camera_id: str, velocity: Velocity, source: Source) -> None:
        """Move a camera so until something else is said; a still velocity lets it go."""
        if velocity.still:
            self.let_go()
            return
        if camera_id != self._camera_id:
            self.let_go()
        if self._barred:
            return
        news = not self._timer.isActive() or changed(self._velocity, velocity)
        self._camera_id, self._velocity, self._source = camera_id, velocity, source
        if news:
            self._timer.start()
            self._say()

    def let_go(self) -> None:
        """Hold nothing; what moved stops."""
        moved, camera_id = self._timer.isActive(), self._camera_id
        self._timer.stop()
        self._camera_id, self._velocity, self._barred = "", STILL, False
        if moved:
            self._tell(camera_id, STILL)

    def _say(self) -> None:
        if not self._tell(self._camera_id, self._velocity):
            self._timer.stop()
            self._barred = True

    def _tell(self, camera_id: str, velocity: Velocity) -> bool:
        try:
            self._steer(camera_id, velocity, self._source)
        except WorldError as error:
            self.refused.emit(error)
            return False
        return True
