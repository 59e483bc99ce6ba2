"""What steering asks of a device and of its surroundings, as types.

Belongs here: the port to a device, what is needed to stop one from outside, what a lane tells. Does not belong here:
doing it. Invariant: nothing here imports the ONVIF code, which is loaded when a camera is first taken in hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from safecity_console.core.secrets import Secret
from safecity_console.domain.audit import Actor
from safecity_console.domain.onvif import DeviceReport, Endpoint, PtzAbilities
from safecity_console.domain.ptz import CameraTour, Position, Preset, Status, TourOrder, Velocity


class PtzDevice(Protocol):
    """A device, one thread at a time, `close` from any; each call ends by its deadline and raises OnvifError."""

    def move(self, profile_token: str, velocity: Velocity, timeout_s: float | None) -> None:
        """Move until stopped or until the timeout."""
        ...

    def stop(self, profile_token: str, pan_tilt: bool = True, zoom: bool = True) -> None:
        """Stop."""
        ...

    def stop_by_zero(self) -> None:
        """Remember that Stop alone does not stop it."""
        ...

    def move_by(self, profile_token: str, pan: float, tilt: float, zoom: float, in_view: bool = False) -> None:
        """Move by a step."""
        ...

    def move_to(self, profile_token: str, position: Position) -> None:
        """Move to a position."""
        ...

    def status(self, profile_token: str) -> Status:
        """Tell where it looks."""
        ...

    def presets(self, profile_token: str) -> tuple[Preset, ...]:
        """List what it keeps."""
        ...

    def goto_preset(self, profile_token: str, preset_token: str) -> None:
        """Go to a preset."""
        ...

    def set_preset(self, profile_token: str, name: str, preset_token: str = "") -> str:
        """Keep the present view; gives its token."""
        ...

    def remove_preset(self, profile_token: str, preset_token: str) -> None:
        """Forget a preset."""
        ...

    def home(self, profile_token: str) -> None:
        """Go home."""
        ...

    def set_home(self, profile_token: str) -> None:
        """Make the present view home."""
        ...

    def tours(self, profile_token: str) -> tuple[CameraTour, ...]:
        """List its own tours."""
        ...

    def operate_tour(self, profile_token: str, tour_token: str, order: TourOrder) -> None:
        """Start, stop or pause a tour of the camera's own."""
        ...

    def auxiliary(self, profile_token: str, text: str) -> None:
        """Send an auxiliary command."""
        ...

    def focus(self, source_token: str, speed: float | None) -> None:
        """Focus farther (positive) or nearer; None stops."""
        ...

    def set_imaging(self, source_token: str, changes: Mapping[str, float | str]) -> None:
        """Set imaging settings by the fields of `Imaging`."""
        ...

    def close(self) -> None:
        """Let its connections go, for good; what waits on them ends."""
        ...


@dataclass(frozen=True, slots=True)
class StopTarget:
    """All that is needed to send Stop from another process; goes through a pipe, never into argv or the environment."""

    endpoint: Endpoint
    user: str
    password: Secret
    profile_token: str
    known: DeviceReport  # services, scheme of logging in, clock, quirks, speeds: what spares reading
    pinned: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A device that answers, and what is known of it."""

    device: PtzDevice
    abilities: PtzAbilities
    target: StopTarget
    source_token: str = ""  # of its picture, for focus


class Opener(Protocol):
    """Opens cameras for steering."""

    def open(self, camera_id: str) -> Opened:
        """Connect and learn what is not known; raises OnvifError, Refused. Blocks."""
        ...


class StopGuard(Protocol):
    """Who stops cameras when this process cannot."""

    def moving(self, camera_id: str, target: StopTarget) -> None:
        """Take charge of a camera that is about to move."""
        ...

    def beat(self, camera_id: str) -> None:
        """Hear that the camera's lane lives."""
        ...

    def still(self, camera_id: str) -> None:
        """Let a camera go: it took its Stop."""
        ...


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that did not go as the hand wanted, by the code of a refusal."""

    code: str
    figures: Mapping[str, object] = field(default_factory=dict)


class LaneEars(Protocol):
    """What a lane asks and tells; called in the lane's thread."""

    def confirm(self, camera_id: str) -> Actor:
        """Write that the camera is taken, before its first move; raises Refused where it may not be."""
        ...

    def holds(self, camera_id: str) -> bool:
        """Tell whether this console still holds it: another process may have taken it over."""
        ...

    def guarded(self, camera_id: str) -> bool:
        """Tell whether there are sectors that this hand may not enter."""
        ...

    def blocked(self, camera_id: str, at: Position, velocity: Velocity, look_ahead: float) -> str:
        """Give the name of the sector that going on leads into, else nothing."""
        ...

    def reached(self, camera_id: str, opened: Opened) -> None:
        """Hear that the device answers."""
        ...

    def seen(self, camera_id: str, status: Status, settled: bool) -> None:
        """Hear where it looks; `settled`: it has come to rest."""
        ...

    def burst(self, camera_id: str, actor: Actor, took_ms: int) -> None:
        """Hear that a burst of moves has ended."""
        ...

    def troubled(self, camera_id: str, trouble: Trouble) -> None:
        """Hear of trouble."""
        ...
