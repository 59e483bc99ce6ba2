"""How late the wall's own tick comes.

Belongs here: one subtraction a tick. Does not belong here: what is done about it (services/governor.py).
Invariant: the first tick of a timer is never late: whoever starts one anew makes a new Lateness. Thread: GUI.
"""

from __future__ import annotations

import time


class Lateness:
    """Measures one run of a timer from tick to tick."""

    def __init__(self) -> None:
        self._last_s: float | None = None

    def tick(self, interval_ms: int) -> float:
        """Take a tick; give by how many milliseconds it came late."""
        now_s = time.perf_counter()
        before_s, self._last_s = self._last_s, now_s
        return max(0.0, (now_s - before_s) * 1000 - interval_ms) if before_s is not None else 0.0
