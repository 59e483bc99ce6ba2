"""A joystick's raw axes made into a velocity, and its buttons into commands.

Belongs here: profiles of sticks, dead zone, curve, the rule that a stick must be centred first. Does not belong here:
SDL (joystick/), sending (services/).
Invariants: 1. A stick that is plugged in away from its centre moves nothing until each of its axes was inside the
dead zone once. 2. Inside the dead zone an axis gives nought; from its edge on it rises from nought without a step. 3.
A button names a command of the table, an unknown one names nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from safecity_console.domain.ptz import Velocity


class Motion(StrEnum):
    """What an axis steers."""

    PAN = "pan"
    TILT = "tilt"
    ZOOM = "zoom"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class AxisUse:
    """How one axis is used; raw values lie within ±1. `curve` 1 is a straight line, 3 gentle about the centre."""

    axis: int
    motion: Motion
    invert: bool = False
    dead_zone: float = 0.12
    curve: float = 2.0
    centre: float = 0.0
    least: float = -1.0
    most: float = 1.0


@dataclass(frozen=True, slots=True)
class StickProfile:
    """How one model is used; `model` is "vendor:product:name" as SDL tells it. Buttons count from 0."""

    model: str
    name: str
    axes: tuple[AxisUse, ...] = ()
    buttons: Mapping[int, str] = field(default_factory=dict)  # button → command id, or "preset:3"
    hat_steers: bool = True
    revision: int = 0


@dataclass(frozen=True, slots=True)
class StickState:
    """Raw values of one moment, axes within ±1."""

    axes: tuple[float, ...] = ()
    buttons: frozenset[int] = frozenset()
    hat: tuple[int, int] = (0, 0)


def shaped(raw: float, use: AxisUse) -> float:
    """Give an axis' value after calibration, dead zone, curve and inversion."""
    side = use.most - use.centre if raw >= use.centre else use.centre - use.least
    unit = max(-1.0, min(1.0, (raw - use.centre) / side)) if side > 0 else 0.0
    size = abs(unit)
    if size <= use.dead_zone or use.dead_zone >= 1:
        return 0.0
    bent = float(((size - use.dead_zone) / (1 - use.dead_zone)) ** use.curve)
    return bent if (unit > 0) is not use.invert else -bent


def velocity(state: StickState, profile: StickProfile) -> Velocity:
    """Give what a stick wants; axes that are not there give nought."""
    found = {Motion.PAN: 0.0, Motion.TILT: 0.0, Motion.ZOOM: 0.0, Motion.FOCUS: 0.0}
    for use in profile.axes:
        if 0 <= use.axis < len(state.axes):
            found[use.motion] += shaped(state.axes[use.axis], use)
    if profile.hat_steers:
        found[Motion.PAN] += 0.5 * state.hat[0]
        found[Motion.TILT] += 0.5 * state.hat[1]
    return Velocity(*(max(-1.0, min(1.0, found[m])) for m in (Motion.PAN, Motion.TILT, Motion.ZOOM)))


class CentredFirst:
    """Holds a stick back until each used axis was at rest once after it came."""

    def __init__(self, profile: StickProfile) -> None:
        self._profile = profile
        self._waiting = {use.axis for use in profile.axes}

    @property
    def centred(self) -> bool:
        """Tell whether the stick may steer."""
        return not self._waiting

    def see(self, axes: Sequence[float]) -> bool:
        """Take note of a moment; True once the stick may steer."""
        for use in self._profile.axes:
            if use.axis in self._waiting and use.axis < len(axes) and shaped(axes[use.axis], use) == 0.0:
                self._waiting.discard(use.axis)
        return not self._waiting
