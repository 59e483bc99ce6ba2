"""How far a stream is behind its camera, judged from arrival times and timestamps alone.

Belongs here: the meters and the conversion budget, both pure. Does not belong here: what is done about lag (reader.py).
Invariants: 1. Lag is 0 for the quickest packet of the last window, so a slow drift between the two clocks never adds
up. 2. A jump of the timestamps (loop, reboot, backwards) starts the meter anew and is not lag; reordered pictures go
back by less than `BACK_S`. 3. What stays later than `WRONG_S` for `WRONG_AFTER_S` without getting less is no lag: a
backlog, ours or a network's, is worked off. It is a clock that stands still, or one that counts the pictures it ought
to send (many do so at night, when they send half): it is not asked again on this connection, for the tile would stand
still for good.
"""

from __future__ import annotations

WINDOW_S = 30.0
JUMP_S = 10.0
BACK_S = 1.0
WRONG_S = 5.0
WRONG_AFTER_S = 5.0
WAITED_S = 0.004  # reading what is there takes less


class LagMeter:
    """Lag in seconds of each packet behind the quickest of the last one to two windows."""

    def __init__(self) -> None:
        self._window_start_s = 0.0
        self._least = float("inf")
        self._least_before = float("inf")
        self._last_pts_s = float("nan")
        self._wrong_since_s = 0.0
        self._wrong_by_s = float("inf")
        self.believed = True

    def measure(self, arrived_s: float, pts_s: float) -> float:
        """Take one packet's arrival (monotonic) and presentation time; give its lag."""
        lag_s = self._measured(arrived_s, pts_s) if self.believed else 0.0
        if lag_s <= WRONG_S:
            self._wrong_by_s = float("inf")
        elif lag_s < self._wrong_by_s:
            self._wrong_since_s, self._wrong_by_s = arrived_s, lag_s
        elif arrived_s - self._wrong_since_s >= WRONG_AFTER_S:
            self.believed = False
            return 0.0
        return lag_s

    def _measured(self, arrived_s: float, pts_s: float) -> float:
        if not -BACK_S <= pts_s - self._last_pts_s <= JUMP_S:  # also true for the first packet's NaN
            self._restart(arrived_s)
        self._last_pts_s = pts_s
        offset = arrived_s - pts_s
        if arrived_s - self._window_start_s >= WINDOW_S:
            self._least_before, self._least = self._least, float("inf")
            self._window_start_s = arrived_s
        if offset < self._least:
            self._least = offset
        return offset - min(self._least, self._least_before)

    def _restart(self, arrived_s: float) -> None:
        self._window_start_s = arrived_s
        self._least = self._least_before = float("inf")


class DrainMeter:
    """Lag of a stream without times of its own: how long each packet was there already when it was asked for."""

    def __init__(self) -> None:
        self._asked_s: float | None = None
        self._waited_s = 0.0

    def came(self, now_s: float) -> float:
        """Take a packet's coming; give for how long none had to be waited for."""
        if self._asked_s is None or now_s - self._asked_s >= WAITED_S:
            self._waited_s = now_s
        return now_s - self._waited_s

    def ask(self, now_s: float) -> None:
        """Note that the next packet is asked for now."""
        self._asked_s = now_s


class Budget:
    """Lets at most `per_s` conversions a second through, with room for the jitter of a network."""

    def __init__(self, per_s: float, burst: float = 2.5) -> None:
        self._per_s = per_s
        self._burst = burst
        self._credit = burst
        self._last_s: float | None = None

    def allow(self, now_s: float) -> bool:
        """Spend one conversion if there is credit."""
        if self._last_s is not None:
            self._credit = min(self._burst, self._credit + (now_s - self._last_s) * self._per_s)
        self._last_s = now_s
        if self._credit < 1.0:
            return False
        self._credit -= 1.0
        return True
