"""Privacy sectors of cameras: kept, drawn, and who is kept out of them.

Belongs here: the sectors' use cases, whether they can be kept. Does not belong here: geometry (domain/ptz_plan.py),
halting (ptz_lane.py).
Invariants: 1. Whoever draws or removes one needs PTZ_PRIVACY, and it is in the audit by the same commit. 2. A camera
that does not say where it looks keeps no sector: `keeping` says so, nothing pretends. 3. A patrol is kept out as an
officer is. Thread: any.
"""

from __future__ import annotations

import threading

from safecity_console.db.ptz import delete_sector, put_sector, read_sectors
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome
from safecity_console.domain.errors import NotFound, Refused
from safecity_console.domain.ptz import Position, Velocity
from safecity_console.domain.ptz_plan import Keeping, Sector, blocked, fit_sector, sector_at
from safecity_console.services.events import SectorsChanged
from safecity_console.services.ptz_room import Room


class SectorDesk:
    """The sectors of one console."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[Sector, ...]] | None = None
        self._reports: dict[str, bool] = {}

    def of(self, camera_id: str) -> tuple[Sector, ...]:
        """Give a camera's sectors."""
        kept = self._kept
        if kept is None:
            kept = self.reload()
        return kept.get(camera_id, ())

    def keeping(self, camera_id: str) -> Keeping:
        """Tell whether a camera's sectors are kept."""
        if not self.of(camera_id):
            return Keeping.NONE
        abilities = self._room.devices.abilities(camera_id)
        told = self._reports.get(camera_id, None if abilities is None else abilities.reports_position)
        return Keeping.UNKNOWN if told is None else Keeping.KEPT if told else Keeping.NO_POSITION

    def put(self, sector: Sector) -> Sector:
        """Draw a sector, or another shape of one; raises Refused."""
        camera = self._room.cameras.by_id(sector.camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        about = self._room.about(sector.camera_id)
        actor = self._room.desk.must(Permission.PTZ_PRIVACY, about, sector.camera_id)
        fitted = fit_sector(sector)

        def job(transaction: Transaction) -> str:
            sector_id = put_sector(transaction, fitted)
            self._room.desk.append(transaction, Action.PTZ_SECTOR, about, Outcome.DONE, actor, deed="put",
                                   name=fitted.name)
            return sector_id

        sector_id = self._room.door.write(job)
        self._changed(sector.camera_id)
        return next(one for one in self.of(sector.camera_id) if one.id == sector_id)

    def remove(self, camera_id: str, sector_id: str) -> None:
        """Remove a sector; raises Refused."""
        about = self._room.about(camera_id)
        actor = self._room.desk.must(Permission.PTZ_PRIVACY, about, camera_id)
        found = next((one for one in self.of(camera_id) if one.id == sector_id), None)
        if found is None:
            raise NotFound("row_missing")

        def job(transaction: Transaction) -> None:
            delete_sector(transaction, sector_id)
            self._room.desk.append(transaction, Action.PTZ_SECTOR, about, Outcome.DONE, actor, deed="remove",
                                   name=found.name)

        self._room.door.write(job)
        self._changed(camera_id)

    def must_not_enter(self, camera_id: str, to: Position, privileged: bool | None = None) -> None:
        """Refuse a place in a sector to whom it is closed; raises Refused("privacy_sector")."""
        if privileged is None:
            privileged = self._room.desk.may(Permission.PTZ_PRIVACY, camera_id)
        found = None if privileged else sector_at(self.of(camera_id), to)
        if found is not None:
            self._room.note_refused(camera_id, "privacy_sector")
            raise Refused("privacy_sector", sector=found.name)

    def guarded(self, camera_id: str, privileged: bool) -> bool:
        """Tell whether a hand is kept out of something of a camera."""
        return bool(self.of(camera_id)) and not privileged

    def ahead(self, camera_id: str, at: Position, velocity: Velocity, look_ahead: float) -> str:
        """Give the name of the sector that going on leads into; of a still camera the one it looks into."""
        sectors = self.of(camera_id)
        found = sector_at(sectors, at) if velocity.still else blocked(sectors, at, velocity, look_ahead)
        return "" if found is None else found.name

    def no_position(self, camera_id: str) -> None:
        """Hear that a camera does not say where it looks."""
        self._told(camera_id, False)

    def position_seen(self, camera_id: str, at: Position) -> None:
        """Hear where a camera looks."""
        self._told(camera_id, at.pan is not None)

    def look(self) -> None:
        """Read what another process changed, and tell of it."""
        before = self._kept
        if before is None:
            return
        now = self.reload()
        for camera_id in before.keys() | now.keys():
            if before.get(camera_id) != now.get(camera_id):
                self._room.bus.publish(SectorsChanged(camera_id))

    def reload(self) -> dict[str, tuple[Sector, ...]]:
        """Read the sectors anew."""
        found: dict[str, tuple[Sector, ...]] = {}
        for one in self._room.reader.read(read_sectors):
            found[one.camera_id] = (*found.get(one.camera_id, ()), one)
        with self._lock:
            self._kept = found
        return found

    def _told(self, camera_id: str, reports: bool) -> None:
        if self._reports.get(camera_id) is not reports:
            self._reports[camera_id] = reports
            if self.of(camera_id):
                self._room.bus.publish(SectorsChanged(camera_id))

    def _changed(self, camera_id: str) -> None:
        self.reload()
        self._room.bus.publish(SectorsChanged(camera_id))
