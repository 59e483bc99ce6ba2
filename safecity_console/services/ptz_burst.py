"""A burst: one hand's moves that follow each other closely, one line of the audit.

Belongs here: when one begins and ends. Does not belong here: writing the line (ptz_ears.py). Thread: the lane's.
"""

from __future__ import annotations

from safecity_console.domain.audit import Actor
from safecity_console.services.ptz_ports import LaneEars

BURST_GAP_S = 2.0


class Burst:
    """One hand's moves that follow each other closely: one line of the audit."""

    def __init__(self, camera_id: str, ears: LaneEars) -> None:
        self._camera_id, self._ears = camera_id, ears
        self._from_s: float | None = None
        self._rested_s: float | None = None
        self.actor: Actor | None = None

    def began(self, now_s: float) -> None:
        """Note a move."""
        self._from_s = now_s if self._from_s is None else self._from_s
        self._rested_s = None

    def rested(self, now_s: float) -> None:
        """Note that the camera was stopped."""
        if self._from_s is not None and self._rested_s is None:
            self._rested_s = now_s

    def wait_s(self, now_s: float) -> float | None:
        """Give when to look again."""
        return None if self._rested_s is None else max(0.0, self._rested_s + BURST_GAP_S - now_s)

    def look(self, now_s: float) -> None:
        """End it where it has rested for long."""
        if self._rested_s is not None and now_s - self._rested_s >= BURST_GAP_S:
            self.end()

    def end(self) -> None:
        """Tell of it."""
        if self._from_s is not None and self.actor is not None:
            until_s = self._from_s if self._rested_s is None else self._rested_s
            self._ears.burst(self._camera_id, self.actor, max(1, round((until_s - self._from_s) * 1000)))
        self._from_s = self._rested_s = None
