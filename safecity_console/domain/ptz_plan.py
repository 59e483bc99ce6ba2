"""What is kept of a PTZ camera: numbered presets, patrols, privacy sectors, where it was left.

Belongs here: these values and what makes them fit. Does not belong here: rows (db/ptz.py), moving (services/ptz*.py).
Invariants: 1. Presets and patrols of a camera have numbers 1…99, each once. 2. A patrol has 2 to `STEPS_MOST` steps of
presets, each for `DWELL_LEAST_S` or longer. 3. A sector is in the camera's own spaces; where its pan begins above its
end it goes over the seam. 4. Where a camera does not say where it looks no sector can be kept, which is said
(`Keeping`), never passed over.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.domain.ptz import Position, Velocity

NUMBER_MOST = 99
NAME_MOST = 60
STEPS_MOST = 50
DWELL_LEAST_S, DWELL_MOST_S = 3, 3600
NOWHERE = Position()
EDGE_SHARE = 0.01  # of the way: as near to a sector counts as at its edge


@dataclass(frozen=True, slots=True)
class KeptPreset:
    """A preset of a camera under our number; `gone`: the camera has it no more."""

    camera_id: str
    number: int
    token: str
    name: str = ""
    position: Position = NOWHERE
    picture: str = ""  # file name in the folder of preset pictures
    made_by: str = ""
    gone: bool = False
    id: str = ""
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PatrolStep:
    """A preset and how long it is watched."""

    preset: int
    dwell_s: int = 10


@dataclass(frozen=True, slots=True)
class Patrol:
    """A round of presets; with a `tour_token` the camera walks it by itself. `running_by`: who started it."""

    camera_id: str
    number: int
    name: str
    steps: tuple[PatrolStep, ...] = ()
    tour_token: str = ""
    running: bool = False
    running_by: str = ""
    id: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Sector:
    """What a camera may be turned to only by whoever may enter privacy sectors."""

    camera_id: str
    name: str
    pan_from: float
    pan_to: float
    tilt_from: float
    tilt_to: float
    id: str = ""

    def holds(self, at: Position, margin: float = 0.0) -> bool:
        """Tell whether a camera that looks there looks into it; where only pan is known, pan counts."""
        if at.pan is None:
            return False
        tilt_in = at.tilt is None or self.tilt_from - margin <= at.tilt <= self.tilt_to + margin
        if self.pan_from <= self.pan_to:
            return tilt_in and self.pan_from - margin <= at.pan <= self.pan_to + margin
        return tilt_in and (at.pan >= self.pan_from - margin or at.pan <= self.pan_to + margin)


class Keeping(StrEnum):
    """Whether a camera's sectors can be kept."""

    NONE = "none"  # it has none
    KEPT = "kept"
    NO_POSITION = "no_position"  # it does not say where it looks: they cannot be kept
    UNKNOWN = "unknown"  # it was not asked yet


@dataclass(frozen=True, slots=True)
class PtzState:
    """Where a camera was left; `off_home_since` None: at home, or never moved by us."""

    camera_id: str
    position: Position = NOWHERE
    preset: int | None = None
    off_home_since: datetime | None = None
    moved_at: datetime | None = None
    moved_by: str = ""


def fit_number(number: int) -> int:
    """Check a preset's or patrol's number; raises Refused("preset_number")."""
    if not 1 <= number <= NUMBER_MOST:
        raise Refused("preset_number", low=1, high=NUMBER_MOST)
    return number


def fit_name(name: str, otherwise: str = "") -> str:
    """Give a name as it is kept; raises Refused("ptz_name") where nothing of it is left."""
    kept = clean_line(name, NAME_MOST) or clean_line(otherwise, NAME_MOST)
    if not kept:
        raise Refused("ptz_name", longest=NAME_MOST)
    return kept


def fit_patrol(patrol: Patrol, presets: Iterable[int]) -> Patrol:
    """Check a patrol; raises Refused("preset_number" | "ptz_name" | "patrol_steps" | "patrol_dwell" |
    "preset_unknown")."""
    named = replace(patrol, number=fit_number(patrol.number), name=fit_name(patrol.name))
    if named.tour_token:
        return replace(named, steps=())
    if not 2 <= len(named.steps) <= STEPS_MOST:
        raise Refused("patrol_steps", least=2, most=STEPS_MOST)
    known = frozenset(presets)
    for step in named.steps:
        if step.preset not in known:
            raise Refused("preset_unknown", number=step.preset)
        if not DWELL_LEAST_S <= step.dwell_s <= DWELL_MOST_S:
            raise Refused("patrol_dwell", least=DWELL_LEAST_S, most=DWELL_MOST_S)
    return named


def fit_sector(sector: Sector) -> Sector:
    """Check a sector; raises Refused("ptz_name" | "sector_unfit")."""
    edges = (sector.pan_from, sector.pan_to, sector.tilt_from, sector.tilt_to)
    if not all(map(math.isfinite, edges)) or sector.tilt_from > sector.tilt_to or sector.pan_from == sector.pan_to:
        raise Refused("sector_unfit")
    return replace(sector, name=fit_name(sector.name))


def sector_at(sectors: Iterable[Sector], at: Position) -> Sector | None:
    """Give the sector a camera looks into."""
    return next((one for one in sectors if one.holds(at)), None)


def blocked(sectors: Iterable[Sector], at: Position, velocity: Velocity, look_ahead: float = EDGE_SHARE
            ) -> Sector | None:
    """Give the sector that going on this way leads into; out of one that it stands in a camera may be led.

    `look_ahead`: how far, in the camera's space, it goes before it could be stopped.
    """
    if at.pan is None or (not velocity.pan and not velocity.tilt):
        return None
    most = max(abs(velocity.pan), abs(velocity.tilt))
    ahead = Position(at.pan + velocity.pan / most * look_ahead,
                     None if at.tilt is None else at.tilt + velocity.tilt / most * look_ahead)
    for one in sectors:
        if one.holds(ahead) and not (one.holds(at) and _further_out(one, at, ahead)):
            return one
    return None


def _further_out(sector: Sector, at: Position, ahead: Position) -> bool:
    """Tell whether a camera inside goes the shorter way out."""
    return _depth(sector, ahead) < _depth(sector, at)


def _depth(sector: Sector, at: Position) -> float:
    if at.pan is None:
        return 0.0
    if sector.pan_from <= sector.pan_to:
        pan = min(at.pan - sector.pan_from, sector.pan_to - at.pan)
    else:
        pan = max(at.pan - sector.pan_from, sector.pan_to - at.pan)
    tilt = math.inf if at.tilt is None else min(at.tilt - sector.tilt_from, sector.tilt_to - at.tilt)
    return min(pan, tilt)
