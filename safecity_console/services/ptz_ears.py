"""What lanes ask and tell, answered from the book of leases, the sectors and the states.

Belongs here: joining these. Does not belong here: any of them. Thread: the lanes'; each call is short but `confirm`,
which waits for the disk.
"""

from __future__ import annotations

from safecity_console.domain.audit import CONSOLE, Action, Actor, Outcome
from safecity_console.domain.ptz import Holder, Position, Status, Velocity
from safecity_console.services.events import PtzChanged, PtzTrouble
from safecity_console.services.ptz_leases import Leases
from safecity_console.services.ptz_limits import SectorDesk
from safecity_console.services.ptz_ports import Opened, Trouble
from safecity_console.services.ptz_room import Room
from safecity_console.services.ptz_states import States

TOLD_EVERY_S = 2.0


class Ears:
    """The ears of all lanes."""

    def __init__(self, room: Room, leases: Leases, states: States, sectors: SectorDesk) -> None:
        self._room, self._leases, self._states, self._sectors = room, leases, states, sectors
        self.sources: dict[str, str] = {}  # what steers a camera: mouse, keys, stick, command line
        self._told_s: dict[tuple[str, str], float] = {}

    def actor(self, camera_id: str) -> Actor:
        """Give whose hand a camera is in, as the audit names him."""
        return next((one.actor for one in self._leases.here() if one.lease.camera_id == camera_id), CONSOLE)

    def confirm(self, camera_id: str) -> Actor:
        """Write the take."""
        return self._leases.confirm(camera_id, self._room.number(camera_id))

    def holds(self, camera_id: str) -> bool:
        """Look for other processes."""
        return self._leases.holds(camera_id)

    def guarded(self, camera_id: str) -> bool:
        """Tell whether this hand is kept out of sectors."""
        return self._sectors.guarded(camera_id, self._privileged(camera_id))

    def blocked(self, camera_id: str, at: Position, velocity: Velocity, look_ahead: float) -> str:
        """Give the sector ahead."""
        return self._sectors.ahead(camera_id, at, velocity, look_ahead)

    def reached(self, camera_id: str, opened: Opened) -> None:
        """Tell that it answers."""
        if opened.abilities.reports_position is False:
            self._sectors.no_position(camera_id)
        self._room.bus.publish(PtzChanged(camera_id))

    def seen(self, camera_id: str, status: Status, settled: bool) -> None:
        """Keep where it looks; to the file once it rests."""
        self._sectors.position_seen(camera_id, status.position)
        self._states.seen(camera_id, status, settled)
        self._room.bus.publish(PtzChanged(camera_id))

    def burst(self, camera_id: str, actor: Actor, took_ms: int) -> None:
        """Write one line of moves."""
        self._states.moved(camera_id, actor)
        self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, actor, ms=took_ms,
                             source=self.sources.get(camera_id))

    def troubled(self, camera_id: str, trouble: Trouble) -> None:
        """Tell of it; of the same that comes again and again one in a while."""
        key, now_s = (camera_id, trouble.code), self._room.clock.monotonic_s()
        if now_s - self._told_s.get(key, -1e9) < TOLD_EVERY_S:
            return
        self._told_s[key] = now_s
        self._room.bus.publish(PtzTrouble(camera_id, trouble.code, trouble.figures))

    def _privileged(self, camera_id: str) -> bool:
        lease = self._leases.of(camera_id)
        return lease is not None and lease.holder in (Holder.SUPERVISOR, Holder.HEAD)
