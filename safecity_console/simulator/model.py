"""Model: what a simulated camera is, before anything runs.

Belongs here: frozen descriptions. Does not belong here: sockets, clips, time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from safecity_console.core.secrets import Secret
from safecity_console.simulator.player import StartMode
from safecity_console.simulator.sound import SoundSpec


class Role(StrEnum):
    """Name a camera's streams."""

    MAIN = "main"
    SUB = "sub"
    MJPEG = "mjpeg"


class Expected(StrEnum):
    """Say what a console should find."""

    LIVE = "live"
    IMPAIRED = "impaired"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class StreamSpec:
    """Name the clip a stream shows, and its sound; with `clock` it is encoded live, the wall clock drawn into it."""

    clip: Path
    clock: bool = False
    sound: SoundSpec | None = None


@dataclass(frozen=True, slots=True)
class SimulatedCamera:
    """Describe one camera; `fault` is a text of the grammar in faults.py.

    Without a user no login is asked. `own_port` gives it a port of its own, as its own address would.
    `mjpeg` also offers the sub clip as JPEG pictures: /camNN/mjpeg over RTSP and HTTP.
    `onvif` gives it an ONVIF face on a port of its own, `quirks` (onvif/quirks.py) are how that departs from the
    standard, `ptz` a head that turns, `lively` motion events by itself while somebody listens.
    """

    number: int
    name: str
    site: str
    phase: int
    main: StreamSpec
    sub: StreamSpec
    user: str = ""
    password: Secret = field(default_factory=lambda: Secret(""))
    fault: str = ""
    expected: Expected = Expected.LIVE
    latitude: float = 0.0
    longitude: float = 0.0
    name_ur: str = ""
    own_port: bool = True
    start_mode: StartMode = StartMode.KEY_FRAME
    mjpeg: bool = False
    allow_basic: bool = False
    onvif: bool = False
    ptz: bool = False
    quirks: str = ""
    lively: bool = False

    @property
    def key(self) -> str:
        """Return the first segment of the camera's paths."""
        return f"cam{self.number:02d}"
