"""The wall an officer begins with: brought up when he signs in, once a session.

Belongs here: noticing that another sits at the desk. Does not belong here: which wall is whose (services/walls.py).
Invariants: 1. A wall is brought up by a new session only: locking and unlocking leave it as it was. 2. Walls on other
screens and a safe start are left alone. Thread: GUI.
"""

from __future__ import annotations

from safecity_console.domain.wall import MAIN_PLACE
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.wall.controller import WallController


class OwnWall:
    """Watches who sits at the desk for one wall."""

    def __init__(self, services: ConsoleServices, controller: WallController) -> None:
        self._services, self._controller = services, controller
        session = services.desk.session
        self._session_id = session.id if session is not None else ""

    def welcome(self, starting: bool = False) -> None:
        """Bring up the own wall of an officer who has just signed in, if he has one; `starting`: before the window."""
        session = self._services.desk.session
        before, self._session_id = self._session_id, session.id if session is not None else ""
        if session is None or (before == session.id and not starting):
            return
        if self._controller.place != MAIN_PLACE or self._services.safe_start:
            return
        mine = self._services.walls.own_default(session.officer.badge)
        if mine is not None:
            self._controller.show_wall(mine.wall, mine.name, by_hand=False)
