"""What a reader of joysticks tells its listener: frozen facts in the past tense.

Belongs here: the events. Does not belong here: SDL (sdl.py), what an event leads to (services/).
Invariants: 1. `id` is one plugged-in device until it goes; two of one model have two, and none is ever used again while
the reader lives. 2. StickCame is the first and StickWent the last event of a device, ReaderEnded the last of all
devices.
"""

from __future__ import annotations

from dataclasses import dataclass

from safecity_console.domain.stick import StickBuild, StickState


@dataclass(frozen=True, slots=True)
class StickCame:
    """A stick was plugged in, and how it is held now."""

    id: int
    build: StickBuild
    state: StickState


@dataclass(frozen=True, slots=True)
class StickWent:
    """A stick was unplugged."""

    id: int


@dataclass(frozen=True, slots=True)
class StickMoved:
    """Axes or hat are others now; at most one a look at each stick, the newest state."""

    id: int
    state: StickState


@dataclass(frozen=True, slots=True)
class ButtonPressed:
    """A button went down; it counts from 0."""

    id: int
    button: int


@dataclass(frozen=True, slots=True)
class ButtonReleased:
    """A button came up."""

    id: int
    button: int


@dataclass(frozen=True, slots=True)
class HatMoved:
    """The first hat is elsewhere; right and up are positive."""

    id: int
    hat: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReaderEnded:
    """Nothing is read any more, for now or for good; every stick is to be taken for gone."""


StickEvent = StickCame | StickWent | StickMoved | ButtonPressed | ButtonReleased | HatMoved | ReaderEnded
