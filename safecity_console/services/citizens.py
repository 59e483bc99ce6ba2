"""The citizens' services of one workstation, built as one.

Belongs here: who is given what. Does not belong here: their work (contacts.py, consents.py, liaison.py,
watch_notices.py, sightings.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.services.cameras import CameraService
from safecity_console.services.consents import ConsentService
from safecity_console.services.contacts import ContactService
from safecity_console.services.desk import Desk
from safecity_console.services.incidents import IncidentService
from safecity_console.services.liaison import LiaisonService
from safecity_console.services.sightings import SightingService
from safecity_console.services.snapshots import SnapshotService
from safecity_console.services.watch_notices import Place, WatchNoticeService
from safecity_console.services.watch_pictures import WatchPictures


@dataclass(frozen=True, slots=True)
class Base:
    """What each of them rests on."""

    door: Door
    reader: Reader
    bus: Bus
    clock: Clock
    desk: Desk


@dataclass(frozen=True, slots=True)
class Citizens:
    """The five."""

    contacts: ContactService
    consents: ConsentService
    liaison: LiaisonService
    watch_notices: WatchNoticeService
    sightings: SightingService


def citizens_of(base: Base, cameras: CameraService, incidents: IncidentService, snapshots: SnapshotService,
                files: Path, place: Place) -> Citizens:
    """Build them; `files` is the folder of pictures, `place` numbers the notices."""
    rest = (base.door, base.reader, base.bus, base.clock, base.desk)
    notices = WatchNoticeService(*rest, WatchPictures(files), snapshots, place)
    return Citizens(ContactService(*rest, cameras), ConsentService(*rest),
                    LiaisonService(base.reader, base.clock, base.desk, incidents), notices,
                    SightingService(notices, incidents, cameras))
