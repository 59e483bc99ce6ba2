"""What a wall does when another officer sits down: what he may not see goes, his own wall comes.

Belongs here: hearing of the seat, bringing up the own wall once a session. Does not belong here: what he may see
(services/sight.py), what stands there instead (board.py), the cover of an empty or locked desk (ui/signin/).
Invariants: 1. A session's own wall comes once: not again after a lock, or when the window is made anew. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from safecity_console.domain.wall import MAIN_PLACE
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.wall.controller import WallController


class SeatFollower(QObject):
    """Follows the seat for one wall."""

    def __init__(self, services: ConsoleServices, controller: WallController, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._controller = services, controller
        self._greeted = self._session()
        bridge.seat_changed.connect(self._on_seat_changed)

    def greet(self, starting: bool = False) -> None:
        """Bring up the own wall of an officer who has just signed in, if he has one; `starting`: before the window."""
        session = self._services.desk.session
        before, self._greeted = self._greeted, self._session()
        if session is None or (before == session.id and not starting):
            return
        if self._controller.place == MAIN_PLACE and not self._services.safe_start:
            mine = self._services.walls.own_default(session.officer.badge)
            if mine is not None:
                self._controller.show_wall(mine.wall, mine.name, by_hand=False)

    def _session(self) -> str:
        session = self._services.desk.session
        return session.id if session is not None else ""

    def _on_seat_changed(self) -> None:
        self.greet()
        self._controller.scene_changed.emit()  # tiles and wishes anew, for other eyes
