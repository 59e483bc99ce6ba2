"""Head: what a dome's motors do: speed limits, acceleration, end stops, the zoom, a Timeout that stops it.

Belongs here: positions over time. Does not belong here: SOAP and its units (ptz.py), pictures (moving.py).
Invariants: 1. Nothing leaves its end stops. 2. Time is taken up when somebody looks, in steps of STEP_S, so that a head
at rest costs nothing. 3. Zoom is even in the logarithm of the magnification, 0 … 1. Thread: any.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass

from safecity_console.domain.ptz import view_deg

STEP_S = 0.01
WIDEST_DEG = 60.0
MOST_ZOOM = 20.0
NEAR = 1e-6
AT_HOME = 0.001  # of an axis' way


@dataclass(frozen=True, slots=True)
class Aim:
    """Where it looks: degrees to the right and up, share of the zoom's way."""

    pan_deg: float = 0.0
    tilt_deg: float = 0.0
    zoom: float = 0.0

    @property
    def view_deg(self) -> float:
        """Return the width of the view."""
        return view_deg(self.zoom, WIDEST_DEG, MOST_ZOOM)

    @property
    def magnification(self) -> float:
        """Return how much nearer things are than at the widest."""
        return math.pow(MOST_ZOOM, self.zoom)


@dataclass(frozen=True, slots=True)
class Motor:
    """What a motor can do, in its unit a second."""

    least: float
    most: float
    speed: float
    acceleration: float


PAN = Motor(-170.0, 170.0, 100.0, 500.0)
TILT = Motor(-45.0, 45.0, 60.0, 300.0)
ZOOM = Motor(0.0, 1.0, 0.5, 4.0)


class Axis:
    """One motor at work: it keeps a speed or goes to a place."""

    def __init__(self, motor: Motor) -> None:
        self.motor = motor
        self.at = 0.0
        self.speed = 0.0
        self._wanted = 0.0
        self._target: float | None = None
        self._limit = motor.speed

    @property
    def resting(self) -> bool:
        """Tell whether it neither moves nor will."""
        return self.speed == 0.0 and self._target is None and (self._wanted == 0.0 or self._blocked)

    @property
    def _blocked(self) -> bool:
        return self.at >= self.motor.most if self._wanted > 0 else self.at <= self.motor.least

    def keep(self, share: float) -> None:
        """Turn at a share of the full speed from now on; 0 stops."""
        self._wanted = max(-1.0, min(1.0, share)) * self.motor.speed
        self._target = None

    def go(self, place: float, share: float = 1.0) -> None:
        """Go to a place and stay there."""
        self._target = max(self.motor.least, min(self.motor.most, place))
        self._limit = max(0.02, min(1.0, abs(share))) * self.motor.speed
        self._wanted = 0.0

    def step(self) -> None:
        """Take up one step of time."""
        change = self.motor.acceleration * STEP_S
        wanted = self._wanted
        if self._target is not None:
            way = self._target - self.at
            # Half a step of braking is left out, so that it comes to rest there and not behind.
            wanted = math.copysign(min(self._limit, math.sqrt(2 * self.motor.acceleration * abs(way))), way)
            if abs(way) <= max(NEAR, change * STEP_S) and abs(self.speed) <= 2 * change:
                self.at, self.speed, self._target = self._target, 0.0, None
                return
        self.speed += max(-change, min(change, wanted - self.speed))
        place = self.at + self.speed * STEP_S
        if self._target is not None and (place - self._target) * (self.at - self._target) < 0:
            place, self.speed, self._target = self._target, 0.0, None
        self.at = max(self.motor.least, min(self.motor.most, place))
        if self.at != place:
            self.speed = 0.0


class Head:
    """A dome's head; `clock_s` gives monotonic seconds."""

    def __init__(self, clock_s: Callable[[], float]) -> None:
        self._clock_s = clock_s
        self._lock = threading.Lock()
        self._axes = (Axis(PAN), Axis(TILT), Axis(ZOOM))
        self._taken_up_s = clock_s()
        self._until_s = math.inf
        self.home = Aim()
        self.woken: list[Callable[[], None]] = []  # told when it is about to move

    def aim(self) -> Aim:
        """Return where it looks now."""
        with self._lock:
            self._take_up()
            return Aim(*(axis.at for axis in self._axes))

    def moving(self) -> tuple[bool, bool]:
        """Tell whether pan or tilt, and whether zoom, is on its way."""
        with self._lock:
            self._take_up()
            pan, tilt, zoom = (not axis.resting for axis in self._axes)
            return pan or tilt, zoom

    @property
    def away(self) -> bool:
        """Tell whether it turns, or looks elsewhere than straight ahead at the widest."""
        with self._lock:
            self._take_up()
            return any(not axis.resting or abs(axis.at) > AT_HOME * axis.motor.most for axis in self._axes)

    def keep(self, pan: float | None, tilt: float | None, zoom: float | None, timeout_s: float = math.inf) -> None:
        """Turn at shares of the full speed; None leaves an axis as it is. It stops after the timeout."""
        with self._lock:
            self._take_up()
            for axis, share in zip(self._axes, (pan, tilt, zoom), strict=True):
                if share is not None:
                    axis.keep(share)
            self._until_s = self._taken_up_s + timeout_s
        self._wake()

    def go(self, pan_deg: float | None, tilt_deg: float | None, zoom: float | None, share: float = 1.0) -> None:
        """Go to a place; None leaves an axis as it is."""
        with self._lock:
            self._take_up()
            self._until_s = math.inf
            for axis, place in zip(self._axes, (pan_deg, tilt_deg, zoom), strict=True):
                if place is not None:
                    axis.go(place, share)
        self._wake()

    def go_to(self, aim: Aim, share: float = 1.0) -> None:
        """Go to a place with every axis."""
        self.go(aim.pan_deg, aim.tilt_deg, aim.zoom, share)

    def stop(self, pan_tilt: bool = True, zoom: bool = True) -> None:
        """Brake."""
        self.keep(0.0 if pan_tilt else None, 0.0 if pan_tilt else None, 0.0 if zoom else None)

    def _wake(self) -> None:
        for told in self.woken:
            told()

    def _take_up(self) -> None:
        now_s = self._clock_s()
        while self._taken_up_s + STEP_S <= now_s:
            if all(axis.resting for axis in self._axes):
                self._taken_up_s = now_s
                return
            if self._taken_up_s >= self._until_s:
                self._until_s = math.inf
                for axis in self._axes:
                    axis.keep(0.0)
            for axis in self._axes:
                axis.step()
            self._taken_up_s += STEP_S
