"""What the parts of steering share: door, bus, clock, desk, cameras, devices, the guard outside.

Belongs here: the record and the few lines that all of them would repeat. Does not belong here: deciding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.onvif import PtzAbilities
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk
from safecity_console.services.events import CamerasChanged
from safecity_console.services.ptz_ports import Opened, StopGuard


class Devices(Protocol):
    """Where lanes get their devices."""

    def open(self, camera_id: str) -> Opened:
        """Connect; raises OnvifError, Refused."""
        ...

    def learnt(self, camera_id: str, opened: Opened) -> None:
        """Remember a device's oddities."""
        ...

    def abilities(self, camera_id: str) -> PtzAbilities | None:
        """Give what is known without asking."""
        ...

    def on_cameras_changed(self, event: CamerasChanged) -> None:
        """Try a changed login again."""
        ...


class Guard(StopGuard, Protocol):
    """The guard with its beginning and end."""

    def ready(self) -> None:
        """Begin."""
        ...

    def close(self) -> None:
        """End."""
        ...


@dataclass(frozen=True, slots=True)
class Room:
    """What is shared."""

    door: Door
    reader: Reader
    bus: Bus
    clock: Clock
    desk: Desk
    cameras: CameraService
    devices: Devices
    guard: Guard

    def about(self, camera_id: str) -> Subject:
        """Give a camera as the audit names it."""
        camera = self.cameras.by_id(camera_id)
        return Subject("camera", "" if camera is None else str(camera.number))

    def number(self, camera_id: str) -> int:
        """Give a camera's number, 0 where it is gone."""
        camera = self.cameras.by_id(camera_id)
        return 0 if camera is None else camera.number

    def note_refused(self, camera_id: str, reason: str) -> None:
        """Note a refused try."""
        self.desk.note(Action.PTZ, self.about(camera_id), Outcome.REFUSED, reason=reason)
