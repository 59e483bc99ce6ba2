"""Which camera the active stick steers, and what becomes of it where that is refused.

Belongs here: the camera a window aims at, the change from one to the next, refusals told once. Does not belong here:
which stick (stick_steering.py), leases, lanes, permission (services/ptz*.py).
Invariants: 1. A camera that is aimed at no more is stopped before the next is touched. 2. A stick that is held while
the camera changes, or that was refused, moves nothing until it was let go: what was meant for one camera never moves
another, and an officer is told once and not ten times a second. 3. Whatever was moved is stopped by STILL.
Thread: any, one lock; who moves must not wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.ptz import STILL, Velocity


@dataclass(frozen=True, slots=True)
class Hand:
    """Who moves cameras, by id: `steer` may be said again and again; `focus` is given None to stop. Raise Refused."""

    steer: Callable[[str, Velocity], object]
    focus: Callable[[str, float | None], object]


class StickAim:
    """Passes on what the active stick wants to the camera it is aimed at."""

    def __init__(self, refused: Callable[[str, Refused], None]) -> None:
        self._refused = refused
        self._lock = threading.RLock()
        self._hand: Hand | None = None
        self._camera_id = ""
        self._wanted, self._wanted_focus = STILL, 0.0
        self._moves, self._focuses, self._held_back = False, False, False

    @property
    def camera_id(self) -> str:
        """Give the camera that is aimed at; empty: none."""
        return self._camera_id

    def serve(self, hand: Hand | None) -> None:
        """Say who moves cameras; who did before is told to stop."""
        with self._lock:
            self._leave()
            self._hand = hand

    def aim_at(self, camera_id: str) -> None:
        """Aim at a camera; empty: at none."""
        with self._lock:
            if camera_id != self._camera_id:
                self._leave()
                self._camera_id = camera_id
                self._held_back = self._held

    def steer(self, velocity: Velocity, source: str) -> None:
        """Move the camera so."""
        with self._lock:
            self._wanted = velocity
            self._held_back = self._held_back and self._held
            if velocity.still:
                self._stop()
            elif not self._held_back and self._try(lambda hand: hand.steer(self._camera_id, velocity)):
                self._moves = True

    def focus(self, speed: float, source: str) -> None:
        """Drive its focus."""
        with self._lock:
            self._wanted_focus = speed
            self._held_back = self._held_back and self._held
            if speed == 0.0:
                self._stop_focus()
            elif not self._held_back and self._try(lambda hand: hand.focus(self._camera_id, speed)):
                self._focuses = True

    @property
    def _held(self) -> bool:
        """Tell whether the stick wants something."""
        return not self._wanted.still or self._wanted_focus != 0.0

    def _leave(self) -> None:
        self._stop()
        self._stop_focus()

    def _stop(self) -> None:
        if self._moves:
            self._moves = False
            self._try(lambda hand: hand.steer(self._camera_id, STILL), told=False)

    def _stop_focus(self) -> None:
        if self._focuses:
            self._focuses = False
            self._try(lambda hand: hand.focus(self._camera_id, None), told=False)

    def _try(self, work: Callable[[Hand], object], told: bool = True) -> bool:
        """Do it; where it is refused nothing more is tried until the stick was let go."""
        if self._hand is None or not self._camera_id:
            return False
        try:
            work(self._hand)
        except WorldError as error:
            self._held_back = True
            if told and isinstance(error, Refused):
                self._refused(self._camera_id, error)
            return False
        return True
