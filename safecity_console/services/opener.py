"""Turns for opening streams: one at a time, a little apart, never too many at once.

Belongs here: the queue. Does not belong here: opening. Invariants: 1. First come, first served. 2. Two turns are at
least `spacing_s` apart: thirty cameras that fail together do not call together. Thread: the streams supervisor's.
"""

from __future__ import annotations

from collections import OrderedDict


class Opener:
    """Gives turns to camera ids."""

    def __init__(self, spacing_s: float = 0.02, at_once: int = 64) -> None:
        self.spacing_s = spacing_s
        self._at_once = at_once
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._next_s = 0.0

    def ask(self, camera_id: str) -> None:
        """Join the queue; asking twice keeps the first place."""
        self._waiting.setdefault(camera_id)

    def leave(self, camera_id: str) -> None:
        """Leave the queue."""
        self._waiting.pop(camera_id, None)

    def give(self, now_s: float, connecting: int) -> str | None:
        """Give the next turn, or None if nobody's time has come."""
        if not self._waiting or now_s < self._next_s or connecting >= self._at_once:
            return None
        camera_id, _ = self._waiting.popitem(last=False)
        self._next_s = now_s + self.spacing_s
        return camera_id

    def wait_s(self, now_s: float) -> float | None:
        """Give how long until the next turn may be given; None if nobody waits."""
        return max(0.0, self._next_s - now_s) if self._waiting else None
