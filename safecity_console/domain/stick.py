"""A joystick's raw axes made into a velocity, and its buttons into commands.

Belongs here: profiles of sticks, those for models nobody arranged yet, dead zone, curve, learning an axis' range, the
rule that a stick must be centred first. Does not belong here: SDL (joystick/), gates and sending (services/sticks.py),
commands (command.py).
Invariants: 1. A stick that is plugged in away from its centre moves nothing until each axis that steers was inside its
dead zone once; a throttle that never rests there holds the stick back and the officer is told. 2. Inside the dead zone
an axis gives nought; from its edge on it rises from nought without a step, and never falls as the stick goes on. 3. A
button names a command of the table, "preset:1" to "preset:99", "stick.take" or "stick.stop"; any other word is refused
where it is given and names nothing where it was kept. 4. What is no number is nought.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.ptz import Velocity

TAKE, STOP = "stick.take", "stick.stop"
PRESET = "preset:"
PRESET_MOST = 99
AXES_MOST, BUTTONS_MOST = 32, 128  # what SDL tells of a device is not believed beyond this
NAME_MOST = 80
DEAD_MOST, CURVE_LEAST, CURVE_MOST = 0.9, 1.0, 5.0
SPAN_LEAST = 0.25  # of the raw range: a stick that moved less was not moved to its ends
HAT_SHARE = 0.5


class Motion(StrEnum):
    """What an axis steers."""

    PAN = "pan"
    TILT = "tilt"
    ZOOM = "zoom"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class AxisUse:
    """How one axis is used; raw values lie within ±1. `curve` 1 is a straight line, 3 gentle about the centre.

    A trigger that rests at one end has its centre there: `centre` = `least`.
    """

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
    """How one model is used; `model` is what `model_of` gives. Buttons count from 0."""

    model: str
    name: str
    axes: tuple[AxisUse, ...] = ()
    buttons: Mapping[int, str] = field(default_factory=dict)  # button → what it gives
    hat_steers: bool = True
    revision: int = 0


@dataclass(frozen=True, slots=True)
class StickState:
    """Raw values of one moment, axes within ±1."""

    axes: tuple[float, ...] = ()
    buttons: frozenset[int] = frozenset()
    hat: tuple[int, int] = (0, 0)  # right and up are positive


@dataclass(frozen=True, slots=True)
class StickBuild:
    """What a device says it is made of."""

    name: str
    vendor: int = 0
    product: int = 0
    axes: int = 0
    buttons: int = 0
    hats: int = 0
    gamepad: bool = False

    @property
    def model(self) -> str:
        """Give the word its profile is kept under; the name is the device's own and was cleaned."""
        return f"{self.vendor:04x}:{self.product:04x}:{clean_line(self.name, NAME_MOST)}"


def standard_profile(build: StickBuild) -> StickProfile:
    """Give how a model is used that nobody arranged yet: desks, flight sticks and gamepads by what they are made of.

    SDL counts down as positive on a vertical axis, so tilt is inverted. Buttons of a desk are its presets, as printed.
    """
    uses = [AxisUse(0, Motion.PAN), AxisUse(1, Motion.TILT, invert=True)]
    if build.gamepad:
        uses.append(AxisUse(3, Motion.ZOOM, invert=True, dead_zone=0.18))
        # A · B · X · Y, then the shoulder buttons
        buttons = {0: "wall.expand", 1: "wall.previous_camera", 2: "wall.snapshot", 3: "incident.new", 4: f"{PRESET}1",
                   5: f"{PRESET}2"}
    else:
        # A twisted grip, or the knob of a desk, turned right comes nearer.
        uses.append(AxisUse(2, Motion.ZOOM, dead_zone=0.15))
        buttons = {n: f"{PRESET}{n + 1}" for n in range(8)}
        buttons |= {8: "wall.previous_camera", 9: TAKE, 10: "wall.snapshot", 11: STOP}
    kept = {number: word for number, word in buttons.items() if number < build.buttons and names_something(word)}
    axes = tuple(use for use in uses if use.axis < build.axes)
    return StickProfile(build.model, clean_line(build.name, NAME_MOST), axes, kept)


def names_something(word: str) -> bool:
    """Tell whether a button's word is one that is carried out."""
    return word in (TAKE, STOP) or word in COMMAND_BY_ID or preset_number(word) is not None


def preset_number(word: str) -> int | None:
    """Give the preset a button's word names, None where it names none."""
    digits = word.removeprefix(PRESET)
    if digits == word or not (digits.isascii() and digits.isdigit()) or len(digits) > 2 or digits.startswith("0"):
        return None
    return int(digits)


def fit_profile(profile: StickProfile) -> StickProfile:
    """Give a profile as it may be kept.

    Raises Refused: stick_axis_unfit (axis), stick_axis_twice (axis), stick_range_small (axis), stick_button_unfit
    (button).
    """
    seen: set[int] = set()
    for use in profile.axes:
        if not 0 <= use.axis < AXES_MOST or not all(map(math.isfinite, _figures(use))) \
                or not 0 <= use.dead_zone <= DEAD_MOST or not CURVE_LEAST <= use.curve <= CURVE_MOST:
            raise Refused("stick_axis_unfit", axis=use.axis + 1)
        if use.axis in seen:
            raise Refused("stick_axis_twice", axis=use.axis + 1)
        if not -1 <= use.least <= use.centre <= use.most <= 1 or use.most - use.least < SPAN_LEAST:
            raise Refused("stick_range_small", axis=use.axis + 1)
        seen.add(use.axis)
    for number, word in profile.buttons.items():
        if not 0 <= number < BUTTONS_MOST or not names_something(word):
            raise Refused("stick_button_unfit", button=number + 1)
    return replace(profile, name=clean_line(profile.name, NAME_MOST), model=clean_line(profile.model, NAME_MOST + 10),
                   axes=tuple(sorted(profile.axes, key=lambda use: use.axis)),
                   buttons=dict(sorted(profile.buttons.items())))


def _figures(use: AxisUse) -> tuple[float, ...]:
    return use.dead_zone, use.curve, use.centre, use.least, use.most


def shaped(raw: float, use: AxisUse) -> float:
    """Give an axis' value after calibration, dead zone, curve and inversion."""
    unit = _unit(raw, use)
    size = abs(unit)
    if size <= use.dead_zone or use.dead_zone >= 1:
        return 0.0
    bent = float(((size - use.dead_zone) / (1 - use.dead_zone)) ** use.curve)
    return bent if (unit > 0) is not use.invert else -bent


def _unit(raw: float, use: AxisUse) -> float:
    """Give how far an axis is from its centre, as a share of its way to that side."""
    side = use.most - use.centre if raw >= use.centre else use.centre - use.least
    if side <= 0 or not math.isfinite(raw):
        return 0.0
    return max(-1.0, min(1.0, (raw - use.centre) / side))


def velocity(state: StickState, profile: StickProfile) -> Velocity:
    """Give what a stick wants; axes that are not there give nought."""
    found = {motion: _sum(state, profile, motion) for motion in Motion}
    if profile.hat_steers:
        found[Motion.PAN] += HAT_SHARE * max(-1, min(1, state.hat[0]))
        found[Motion.TILT] += HAT_SHARE * max(-1, min(1, state.hat[1]))
    return Velocity(*(max(-1.0, min(1.0, found[m])) for m in (Motion.PAN, Motion.TILT, Motion.ZOOM)))


def focus_speed(state: StickState, profile: StickProfile) -> float:
    """Give how fast a stick wants the focus to go, -1 near … 1 far."""
    return max(-1.0, min(1.0, _sum(state, profile, Motion.FOCUS)))


def _sum(state: StickState, profile: StickProfile, motion: Motion) -> float:
    return sum((shaped(state.axes[use.axis], use) for use in profile.axes
                if use.motion is motion and 0 <= use.axis < len(state.axes)), 0.0)


class CentredFirst:
    """Holds a stick back until each axis that steers, and its hat, was at rest once after it came."""

    def __init__(self, profile: StickProfile) -> None:
        self._profile = profile
        self._waiting = {use.axis for use in profile.axes}
        self._hat_waits = profile.hat_steers

    @property
    def centred(self) -> bool:
        """Tell whether the stick may steer."""
        return not self._waiting and not self._hat_waits

    @property
    def waits_for(self) -> frozenset[int]:
        """Give the axes that were not at rest yet."""
        return frozenset(self._waiting)

    def see(self, state: StickState) -> bool:
        """Take note of a moment; True once the stick may steer. Axes the device does not have are not waited for."""
        for use in self._profile.axes:
            if use.axis in self._waiting and (
                    use.axis >= len(state.axes) or shaped(state.axes[use.axis], use) == 0.0):
                self._waiting.discard(use.axis)
        if state.hat == (0, 0):
            self._hat_waits = False
        return self.centred


@dataclass(frozen=True, slots=True)
class Learnt:
    """How far an axis was seen to go while its range was learnt."""

    least: float
    most: float
    centre: float

    def seen(self, raw: float) -> Learnt:
        """Take note of a moment."""
        return replace(self, least=min(self.least, raw), most=max(self.most, raw))


def begin_learning(state: StickState) -> tuple[Learnt, ...]:
    """Begin to learn each axis' range; where a stick rests now is its centre."""
    return tuple(Learnt(_raw(raw), _raw(raw), _raw(raw)) for raw in state.axes)


def learn(known: Sequence[Learnt], state: StickState) -> tuple[Learnt, ...]:
    """Take note of a moment."""
    return tuple(one.seen(_raw(raw)) for one, raw in zip(known, state.axes, strict=False))


def with_learnt(profile: StickProfile, known: Sequence[Learnt]) -> tuple[StickProfile, frozenset[int]]:
    """Give a profile with what was learnt, and the axes in use that were not moved far enough to be taken over."""
    fits = {n for n, one in enumerate(known) if one.most - one.least >= SPAN_LEAST}
    axes = tuple(replace(use, least=known[use.axis].least, most=known[use.axis].most, centre=known[use.axis].centre)
                 if use.axis in fits else use for use in profile.axes)
    return replace(profile, axes=axes), frozenset(use.axis for use in profile.axes if use.axis not in fits)


def with_centre(profile: StickProfile, moments: Iterable[StickState]) -> StickProfile:
    """Give a profile whose centres are where the stick rested, the mean of some moments within each axis' range."""
    seen = [state.axes for state in moments]
    axes = []
    for use in profile.axes:
        values = [_raw(axes_[use.axis]) for axes_ in seen if use.axis < len(axes_)]
        mean = sum(values) / len(values) if values else use.centre
        axes.append(replace(use, centre=max(use.least, min(use.most, mean))))
    return replace(profile, axes=tuple(axes))


def _raw(value: float) -> float:
    return max(-1.0, min(1.0, value)) if math.isfinite(value) else 0.0
