"""Puts the parts of steering together.

Belongs here: who is given what. Does not belong here: anything else. Invariant: nothing is opened, loaded or started
before the first camera is taken in hand or a patrol runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from safecity_console.services.devices import DeviceService
from safecity_console.services.incident_core import Around
from safecity_console.services.ptz import PtzService
from safecity_console.services.ptz_devices import PtzDevices
from safecity_console.services.ptz_leases import Leases
from safecity_console.services.ptz_limits import SectorDesk
from safecity_console.services.ptz_patrols import PatrolDesk
from safecity_console.services.ptz_presets import Pictures, PresetDesk
from safecity_console.services.ptz_room import Room
from safecity_console.services.ptz_states import States
from safecity_console.services.ptz_watch import Watchdog


class Steering(NamedTuple):
    """The services of steering, in the order of their beginning; they end in reverse."""

    ptz: PtzService
    presets: PresetDesk
    patrols: PatrolDesk


def steering_of(base: Around, devices: DeviceService, pictures: Pictures, folder: Path) -> Steering:
    """Build them; `folder` keeps the pictures of presets."""
    room = Room(base.door, base.reader, base.bus, base.clock, base.desk, base.cameras,
                PtzDevices(base.cameras, devices), Watchdog())
    leases = Leases(base.door, base.reader, base.bus, base.clock, base.desk)
    ptz = PtzService(room, leases, States(room), SectorDesk(room))
    presets = PresetDesk(room, ptz, pictures, folder)
    patrols = PatrolDesk(room, ptz, presets, lambda: base.settings.number("ptz.home_after_min"))
    return Steering(ptz, presets, patrols)
