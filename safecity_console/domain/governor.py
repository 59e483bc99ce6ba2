"""How far each tile's quality is reduced while the machine has more to do than it can.

Belongs here: the steps, what each leaves of a stream, the rule that folds load and ranks into steps. Does not belong
here: measuring load (services/governor.py), carrying a step out (services/diet.py, video/intake.py), words (ui/wall).
Invariants: 1. A spared tile is never reduced. 2. Every tile takes a step before any takes the next; among tiles at the
same step the least important goes first, and comes back last. 3. Down after one round of overload, in growing bites
(the first after two: a dialog or a wall that opens is no overload); up after `HOLD_S` of calm, and where that was too
much it is taken back and the next try waits twice as long. 4. In lasting calm every tile comes back to NONE. Pure: time
is a parameter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from types import MappingProxyType

HOLD_S = 5.0
HOLD_MOST_S = 60.0
SETTLE_S = 0.8  # a round is a second; its figures then cover what the step before it did
SETTLE_STREAM_S = 3.0  # another stream shows its first picture only after a key frame
FIRST_BITE = 1 / 2
FIRST_RAISE = 1 / 4
BUSY_SHARE = 0.85
OWN_SHARE = 0.4
CALM_BELOW = 0.10
CALM_LATE = 0.75
LAG_MOST_S = 0.4
SPARED_LAG_MOST_S = 0.2
CALM_LAG = 0.6


class Reduction(IntEnum):
    """The steps, each with all before it: small stream, fewer pictures, no loop filter, parts of every GOP, keys.

    The parts stand close together, so that tiles a step apart still look alike.
    """

    NONE = 0
    SMALL = 1
    SLOWER = 2
    PLAIN = 3
    MOST = 4
    MORE = 5
    HALF = 6
    THIRD = 7
    QUARTER = 8
    FEW = 9
    KEYS = 10

    @property
    def sparse(self) -> bool:
        """Tell whether pictures are left out on purpose, so that a gap says nothing of the camera."""
        return self >= Reduction.MOST


_SHARES = {Reduction.MOST: 0.80, Reduction.MORE: 0.62, Reduction.HALF: 0.48, Reduction.THIRD: 0.37,
           Reduction.QUARTER: 0.28, Reduction.FEW: 0.21, Reduction.KEYS: 0.0}


@dataclass(frozen=True, slots=True)
class Ration:
    """What a decoder may spend: pictures a second, without loop filter if `plain`, the `share` of each GOP decoded."""

    fps_most: float = math.inf
    plain: bool = False
    share: float = 1.0


def ration_of(level: Reduction, slow_fps: float) -> Ration:
    """Give what a step leaves of a stream."""
    return Ration(slow_fps if level >= Reduction.SLOWER else math.inf, level >= Reduction.PLAIN,
                  _SHARES.get(level, 1.0))


@dataclass(frozen=True, slots=True)
class Load:
    """One second: processor time of this process and of all as shares of the cores, GUI lateness, largest lags.

    `spared_lag_s` is that of the tiles that must not suffer at all.
    """

    cpu_share: float = 0.0
    machine_share: float = 0.0
    late_p95_ms: float = 0.0
    worst_lag_s: float = 0.0
    spared_lag_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on the machine counts as overloaded."""

    cpu_most: float = 0.90
    late_most_ms: float = 20.0


class Strain(Enum):
    """What a second's load asks for."""

    CALM = "calm"
    ENOUGH = "enough"
    OVER = "over"


def strain_of(load: Load, limits: Limits) -> Strain:
    """Judge a second; between the limits nothing changes.

    Lateness and lag count only on a busy machine, lateness only where we are a good part of what keeps it busy: a slow
    network or somebody else's program is not cured by worse pictures.
    """
    busy = max(load.machine_share, load.cpu_share) >= BUSY_SHARE
    late = load.cpu_share >= OWN_SHARE and load.late_p95_ms >= limits.late_most_ms
    lag = max(load.worst_lag_s / LAG_MOST_S, load.spared_lag_s / SPARED_LAG_MOST_S)
    if load.cpu_share >= limits.cpu_most or (busy and (late or lag >= 1.0)):
        return Strain.OVER
    if load.cpu_share >= limits.cpu_most - CALM_BELOW:
        return Strain.ENOUGH
    if busy and (load.late_p95_ms >= CALM_LATE * limits.late_most_ms or lag >= CALM_LAG):
        return Strain.ENOUGH
    return Strain.CALM


@dataclass(frozen=True, slots=True)
class TileRank:
    """A shown camera as the rule sees it; `two_sizes` if a smaller stream could stand in for the one its tile asks."""

    camera_id: str
    number: int
    area: int
    prominent: bool = False
    spared: bool = False
    two_sizes: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """The steps in force and what is remembered between rounds; `common` is where newcomers begin."""

    levels: Mapping[str, Reduction] = field(default_factory=lambda: MappingProxyType({}))
    common: Reduction = Reduction.NONE
    calm_since_s: float | None = None
    settled_at_s: float = -math.inf
    hold_s: float = HOLD_S
    raised: int = 0
    raised_at_s: float = -math.inf
    next_raise: int = 0
    bite: float = FIRST_BITE
    warned: bool = False

    def level(self, camera_id: str) -> Reduction:
        """Give a camera's step."""
        return self.levels.get(camera_id, Reduction.NONE)


def steer(course: Course, tiles: Sequence[TileRank], load: Load, now_s: float, limits: Limits) -> Course:
    """Move the steps on by one round."""
    course = _taken_over(course, tiles)
    strain = strain_of(load, limits)
    if strain is Strain.OVER:
        first = not course.warned and not any(course.levels.values())
        course = replace(course, calm_since_s=None, warned=True)
        return course if first or now_s < course.settled_at_s else _lowered(course, tiles, now_s)
    course = replace(course, bite=FIRST_BITE, warned=False)
    if strain is Strain.ENOUGH:
        return replace(course, calm_since_s=None)
    if course.calm_since_s is None:
        return replace(course, calm_since_s=now_s)
    return course if now_s - course.calm_since_s < course.hold_s else _raised(course, tiles, now_s)


def _taken_over(course: Course, tiles: Sequence[TileRank]) -> Course:
    """Forget who left; who is new or no longer spared begins where the others are.

    Otherwise every page turned and every tile selected would overload the machine anew.
    """
    levels = {}
    for tile in tiles:
        level = Reduction.NONE if tile.spared else max(course.level(tile.camera_id), course.common)
        levels[tile.camera_id] = Reduction.NONE if level is Reduction.SMALL and not tile.two_sizes else level
    return _with_levels(course, levels, tiles)


def _with_levels(course: Course, levels: Mapping[str, Reduction], tiles: Iterable[TileRank]) -> Course:
    ours = [levels[t.camera_id] for t in tiles if not t.spared]
    return replace(course, levels=MappingProxyType(dict(levels)), common=min(ours, default=course.common))


def _lowered(course: Course, tiles: Sequence[TileRank], now_s: float) -> Course:
    reducible = [t for t in tiles if not t.spared]
    undo = now_s - course.raised_at_s <= HOLD_S and course.raised > 0
    count = course.raised if undo else math.ceil(course.bite * len(reducible))
    low = [t for t in reducible if course.level(t.camera_id) is not Reduction.KEYS]
    low.sort(key=lambda t: (_below(course, t), t.prominent, t.area, -t.number))
    chosen = {t.camera_id: _below(course, t) for t in low[:count]}
    settle_s = SETTLE_STREAM_S if Reduction.SMALL in chosen.values() else SETTLE_S
    course = replace(course, raised=0, next_raise=int(undo), settled_at_s=now_s + settle_s,
                     hold_s=min(HOLD_MOST_S, 2 * course.hold_s) if undo else course.hold_s,
                     bite=course.bite if undo else min(1.0, 2 * course.bite))
    return _with_levels(course, {**course.levels, **chosen}, tiles)


def _raised(course: Course, tiles: Sequence[TileRank], now_s: float) -> Course:
    high = [t for t in tiles if course.level(t.camera_id) is not Reduction.NONE]
    if not high:
        nobody = all(t.spared for t in tiles)
        common = Reduction(max(0, course.common - 1)) if nobody else Reduction.NONE
        return replace(course, common=common, calm_since_s=now_s, hold_s=HOLD_S, raised=0, next_raise=0)
    high.sort(key=lambda t: (-course.level(t.camera_id), not t.prominent, -t.area, t.number))
    count = course.next_raise or math.ceil(FIRST_RAISE * len(high))
    chosen = {t.camera_id: _above(course, t) for t in high[:count]}
    # The last one held, so the next may be larger and need not wait as long.
    held = course.raised > 0
    course = replace(course, raised=len(chosen), raised_at_s=now_s, calm_since_s=now_s,
                     next_raise=2 * count, hold_s=max(HOLD_S, course.hold_s / 2) if held else course.hold_s)
    return _with_levels(course, {**course.levels, **chosen}, tiles)


def _below(course: Course, tile: TileRank) -> Reduction:
    level = Reduction(course.level(tile.camera_id) + 1)
    return Reduction.SLOWER if level is Reduction.SMALL and not tile.two_sizes else level


def _above(course: Course, tile: TileRank) -> Reduction:
    level = Reduction(course.level(tile.camera_id) - 1)
    return Reduction.NONE if level is Reduction.SMALL and not tile.two_sizes else level
