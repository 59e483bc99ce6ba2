"""Steering a camera: velocities, positions, leases, the rules of speed and of stopping.

Belongs here: pure rules. Does not belong here: SOAP (onvif/), threads and timers (services/ptz*.py), sticks
(stick.py).
Invariants: 1. A velocity lies within ±1 on each axis; what is no number is nought. 2. The same hand moves the picture
equally fast at any zoom: speed falls with the view's width. 3. A lease has one holder; who ranks higher takes it, who
ranks equal waits until it is free or idle. 4. A picture's right is a positive pan and its top a positive tilt (ONVIF
PTZ §5.7), mirrored mounts are a camera's own setting.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from safecity_console.domain.access import RoleCode
from safecity_console.domain.onvif import PtzAbilities, Range

IDLE_RELEASE_S = 15.0


@dataclass(frozen=True, slots=True)
class Velocity:
    """What is wanted of each axis, -1…1."""

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0

    @property
    def still(self) -> bool:
        """Tell whether nothing moves."""
        return not (self.pan or self.tilt or self.zoom)


STILL = Velocity()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a camera looks, in the device's own spaces; None where it does not say."""

    pan: float | None = None
    tilt: float | None = None
    zoom: float | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What a camera says of itself; `moving` None: it does not say."""

    position: Position = Position()
    moving: bool | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """A view kept in the camera; `number` 1–99 is ours."""

    token: str
    name: str
    number: int | None = None
    position: Position = Position()


class Holder(StrEnum):
    """Who may hold a camera, the weakest first."""

    PATROL = "patrol"
    RETURN_HOME = "return_home"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    HEAD = "head"


_RANK = {one: at for at, one in enumerate(Holder)}


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds a camera; `badge` empty for the console itself. Times are monotonic seconds."""

    camera_id: str
    holder: Holder
    badge: str = ""
    name: str = ""
    since_s: float = 0.0
    used_s: float = 0.0

    def left_s(self, now_s: float) -> float:
        """Give how long it is kept without a move."""
        return max(0.0, self.used_s + IDLE_RELEASE_S - now_s)

    def used(self, now_s: float) -> Lease:
        """Give it as just used."""
        return replace(self, used_s=now_s)


def holder_of(role_code: str, may_enter: bool) -> Holder:
    """Give the rank of an officer's hand at a camera: of who may enter its privacy sectors, the district head first."""
    if not may_enter:
        return Holder.OFFICER
    return Holder.HEAD if role_code == RoleCode.DISTRICT_HEAD.value else Holder.SUPERVISOR


class Take(StrEnum):
    """What becomes of asking for a camera."""

    GIVEN = "given"
    KEPT = "kept"  # he holds it already
    TAKEN_OVER = "taken_over"  # from somebody weaker, who is told
    HELD = "held"  # by somebody equal or stronger


def take(held: Lease | None, wanted: Lease, now_s: float) -> Take:
    """Tell what becomes of asking for a camera."""
    if held is None or held.left_s(now_s) <= 0:
        return Take.GIVEN
    if (held.holder, held.badge) == (wanted.holder, wanted.badge):
        return Take.KEPT
    return Take.TAKEN_OVER if _RANK[wanted.holder] > _RANK[held.holder] else Take.HELD


def fit(velocity: Velocity) -> Velocity:
    """Give a velocity within ±1; what is no number is nought."""
    return Velocity(*(_unit(one) for one in (velocity.pan, velocity.tilt, velocity.zoom)))


def slowed(velocity: Velocity, zoom_share: float | None, most_zoom: float = 20.0, least: float = 0.04) -> Velocity:
    """Slow pan and tilt as the view narrows; `zoom_share` 0…1 of the zoom's way, None: not known, half speed at most.

    Zoom positions are taken as even in the logarithm of the magnification, 1 … `most_zoom`.
    """
    if zoom_share is None:
        factor = 0.5
    else:
        factor = max(least, most_zoom ** -min(1.0, max(0.0, zoom_share)))
    return Velocity(velocity.pan * factor, velocity.tilt * factor, velocity.zoom)


def zoom_share(position: Position, abilities: PtzAbilities) -> float | None:
    """Give how much of the zoom's way is gone, 0…1; None where the camera does not say."""
    return _share(position.zoom, abilities.zoom)


def changed(before: Velocity, after: Velocity, step: float = 0.02) -> bool:
    """Tell whether a new velocity is worth a command; coming to rest always is."""
    if after.still or before.still:
        return before != after
    return max(abs(before.pan - after.pan), abs(before.tilt - after.tilt), abs(before.zoom - after.zoom)) >= step


def view_deg(zoom_share: float, widest_deg: float = 60.0, most_zoom: float = 20.0) -> float:
    """Give the width of the view in degrees at a share of the zoom's way."""
    half = math.tan(math.radians(widest_deg / 2)) / most_zoom ** min(1.0, max(0.0, zoom_share))
    return math.degrees(2 * math.atan(half))


def _share(value: float | None, of: Range | None) -> float | None:
    if value is None or not math.isfinite(value) or of is None or not of.useful:
        return None
    return min(1.0, max(0.0, (value - of.least) / (of.most - of.least)))


def _unit(value: float) -> float:
    return max(-1.0, min(1.0, value)) if math.isfinite(value) else 0.0


@dataclass(frozen=True, slots=True)
class CameraTour:
    """A preset tour that lies in the camera itself; `state` in its own words ("Idle", "Touring", "Paused")."""

    token: str
    name: str = ""
    state: str = ""
    auto_start: bool = False


class TourOrder(StrEnum):
    """What a tour of the camera can be told."""

    START = "Start"
    STOP = "Stop"
    PAUSE = "Pause"
