"""What any thread may tell a lane, without waiting.

Belongs here: the newest velocity, orders to stop, jobs, cutting a slow call short. Does not belong here: the lane's own
thread (ptz_lane.py), when what is due (domain/ptz_pace.py).
Invariants: 1. Velocities are never queued: the newest one replaces what was not sent yet. 2. A lane that has ended
takes nothing: each of these tells so, and another lane is begun. Thread: any, one condition.
"""

from __future__ import annotations

import threading
from abc import ABC
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from safecity_console.core.clock import Clock
from safecity_console.core.worker import Worker
from safecity_console.domain.ptz import STILL, Velocity
from safecity_console.domain.ptz_pace import Pace
from safecity_console.services.ptz_ports import Opened, PtzDevice

HURRY_S = 0.15

Work = Callable[[PtzDevice, Opened], Any]


@dataclass(frozen=True, slots=True)
class Job:
    """One call besides steering; `moves`: it turns the camera. `taken`: it is for whom the camera was taken."""

    work: Work
    moves: bool
    taken: bool
    answer: Future[Any]


class Hands(Worker, ABC):
    """The side of a lane that hands reach."""

    def __init__(self, name: str, clock: Clock) -> None:
        super().__init__(name)
        self._clock = clock
        self._news = threading.Condition()
        self._pace = Pace()
        self._jobs: deque[Job] = deque()
        self._opened: Opened | None = None
        self._taken = False  # the present hand is confirmed
        self._call_since_s: float | None = None  # a call that a Stop may cut short
        self.ended = False

    def want(self, velocity: Velocity) -> bool:
        """Take what the hand wants now; False: this lane has ended, begin another."""
        return self._tell(lambda pace: pace.want(velocity, self._clock.monotonic_s()))

    def halt(self) -> bool:
        """Stop the camera, whether it is known to move or not."""
        return self._tell(Pace.halt)

    def submit(self, work: Work, moves: bool, taken: bool, answer: Future[Any]) -> bool:
        """Add a call; one that turns the camera ends what a hand was steering."""
        with self._news:
            if self.ended:
                return False
            if moves:
                self._pace = self._pace.want(STILL, self._clock.monotonic_s())
            self._jobs.append(Job(work, moves, taken, answer))
            self._news.notify()
            return True

    def new_hand(self) -> None:
        """Have the next move confirmed: somebody else, or the same one anew, holds the camera."""
        with self._news:
            self._taken = False

    def hurry(self) -> None:
        """Cut a slow call short where a Stop waits behind it."""
        with self._news:
            since_s = self._call_since_s
            opened = self._opened
            waits = self._pace.stop_due or (self._pace.wanted.still and not self._pace.sent.still)
            if not waits or since_s is None or self._clock.monotonic_s() - since_s < HURRY_S:
                return
            self._call_since_s = None
            self._opened = None
        if opened is not None:
            opened.device.close()

    @property
    def steering(self) -> bool:
        """Tell whether the camera may be moving by our hand."""
        pace = self._pace
        return pace.moving or not pace.wanted.still

    @property
    def opened(self) -> Opened | None:
        """Give the device once it answered."""
        return self._opened

    def ask_stop(self) -> None:
        """Ask the lane to end; its camera is stopped first."""
        super().ask_stop()
        with self._news:
            self._news.notify()

    def _tell(self, change: Callable[[Pace], Pace]) -> bool:
        with self._news:
            if self.ended:
                return False
            self._pace = change(self._pace)
            self._news.notify()
            return True

    def _calls(self, since_s: float | None) -> float:
        with self._news:
            self._call_since_s = since_s
        return self._clock.monotonic_s()
