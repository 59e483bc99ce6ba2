"""Whose hand a camera is in, and its lane: permission, leases, lanes begun and ended.

Belongs here: what every command of steering goes through. Does not belong here: the commands (ptz.py), the book of
leases (ptz_leases.py), a lane's work (ptz_lane.py).
Invariants: as in ptz.py. Thread: any; a worker of its own goes round while any camera is in use.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Actor, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.ptz import STILL, Holder, Lease, holder_of
from safecity_console.services.desk import Seat
from safecity_console.services.events import CamerasChanged, LeaseEnd, PtzTrouble, SeatChanged
from safecity_console.services.ptz_ears import Ears
from safecity_console.services.ptz_hands import Work
from safecity_console.services.ptz_lane import Lane
from safecity_console.services.ptz_leases import Leases
from safecity_console.services.ptz_limits import SectorDesk
from safecity_console.services.ptz_room import Room
from safecity_console.services.ptz_states import States
from safecity_console.services.ptz_ticker import Ticker

ASKED_EVERY_S = 5.0


class PtzCore:
    """Lanes and leases of one console."""

    def __init__(self, room: Room, leases: Leases, states: States, sectors: SectorDesk) -> None:
        self._room, self.leases, self.states, self.limits = room, leases, states, sectors
        self._lock = threading.Lock()
        self._lanes: dict[str, Lane] = {}
        self._ears = Ears(room, leases, states, sectors)
        self._asked_s: dict[str, float] = {}
        self._ticker: Ticker | None = None
        self._closed = False
        room.bus.subscribe(SeatChanged, self._on_seat_changed)
        room.bus.subscribe(CamerasChanged, self._on_cameras_changed)
        room.bus.subscribe(PtzTrouble, self._on_trouble)

    def lease(self, camera_id: str) -> Lease | None:
        """Give who holds a camera."""
        return self.leases.of(camera_id)

    def act(self, camera_id: str, work: Work, holder: Holder | None = None, moves: bool = True) -> Future[Any]:
        """Have something done by a camera, by the officer at the desk or by the console itself; raises Refused."""
        self._take(camera_id, holder)
        return self._submit(camera_id, work, moves, taken=True)

    def ask(self, camera_id: str, work: Work) -> Future[Any]:
        """Have something read or changed that moves nothing and needs no lease."""
        return self._submit(camera_id, work, moves=False, taken=False)

    def tick(self) -> None:
        """Let go what is idle, hurry what is slow; the worker's round. Gives nothing back."""
        for lane in list(self._lanes.values()):
            lane.hurry()
        for camera_id in self.leases.run_out():
            self._with_lane(camera_id, lambda lane: lane.want(STILL), begin=False)
        with self._lock:
            for camera_id in [key for key, lane in self._lanes.items() if lane.ended]:
                del self._lanes[camera_id]

    def look(self) -> None:
        """Read what other processes of this workstation did."""
        self.leases.look()
        self.states.reload()
        self.limits.look()

    def close(self) -> None:
        """Stop every camera, end every lane, then the watchdog."""
        with self._lock:
            self._closed = True
            lanes, ticker = list(self._lanes.values()), self._ticker
        for lane in lanes:
            lane.ask_stop()
        for lane in lanes:
            lane.join(3.0)
        if ticker is not None:
            ticker.stop()
        for hold in self.leases.here():
            self.leases.give_back(hold.lease.camera_id)
        self._room.guard.close()

    def _submit(self, camera_id: str, work: Work, moves: bool, taken: bool) -> Future[Any]:
        answer: Future[Any] = Future()
        self._with_lane(camera_id, lambda lane: lane.submit(work, moves, taken, answer))
        return answer

    def _with_lane(self, camera_id: str, tell: Callable[[Lane], bool], begin: bool = True) -> None:
        """Tell a camera's lane; one that ended is followed by a new one."""
        lane = self._lanes.get(camera_id)
        if lane is not None and tell(lane):
            return
        if not begin:
            return
        with self._lock:
            if self._closed:
                raise Refused("ptz_ended")
            lane = self._lanes.get(camera_id)
            if lane is None or lane.ended:
                lane = Lane(camera_id, self._room.devices, self._room.guard, self._room.clock, self._ears)
                self._lanes[camera_id] = lane
                lane.start()
            if self._ticker is None:
                self._ticker = Ticker(self.tick)
                self._ticker.start()
        tell(lane)

    def _take(self, camera_id: str, holder: Holder | None = None) -> None:
        number = self._number(camera_id)
        if holder is not None:
            actor = Actor(name="console")
        else:
            actor, session = self._may(camera_id), self._room.desk.session
            may_enter = self._room.desk.may(Permission.PTZ_PRIVACY, camera_id)
            holder = holder_of("" if session is None else session.role.code, may_enter)
        if self.leases.take(camera_id, number, holder, actor):
            self._with_lane(camera_id, _confirm_anew, begin=False)

    def _may(self, camera_id: str) -> Actor:
        return self._must(Permission.PTZ, camera_id)

    def _must(self, permission: Permission, camera_id: str) -> Actor:
        """Give who acts; of refused tries that follow each other one in a while is in the audit."""
        desk, key, now_s = self._room.desk, f"{permission} {camera_id}", self._room.clock.monotonic_s()
        number = self._number(camera_id)
        if not desk.may(permission, camera_id) and now_s - self._asked_s.get(key, -1e9) < ASKED_EVERY_S:
            raise Refused({Seat.EMPTY: "not_signed_in", Seat.LOCKED: "console_locked"}.get(
                desk.seat, "not_permitted"), permission=permission.value)
        self._asked_s[key] = now_s
        return desk.must(permission, Subject("camera", str(number)), camera_id)

    def _number(self, camera_id: str) -> int:
        camera = self._room.cameras.by_id(camera_id)
        if camera is None:
            raise Refused("camera_unknown")
        return camera.number

    def _on_seat_changed(self, _event: SeatChanged) -> None:
        desk = self._room.desk
        for hold in self.leases.here():
            camera_id = hold.lease.camera_id
            if hold.lease.holder in (Holder.PATROL, Holder.RETURN_HOME):
                continue
            stays = desk.may(Permission.PTZ, camera_id) and desk.actor.badge == hold.lease.badge
            if not stays:
                self._with_lane(camera_id, Lane.halt, begin=False)
                self.leases.give_back(camera_id, LeaseEnd.SEAT)

    def _on_cameras_changed(self, event: CamerasChanged) -> None:
        self._room.devices.on_cameras_changed(event)
        for camera_id in event.login_changed | event.removed:
            lane = self._lanes.get(camera_id)
            if lane is not None:
                lane.ask_stop()

    def _on_trouble(self, event: PtzTrouble) -> None:
        if event.code == "privacy_sector":
            self._room.note_refused(event.camera_id, event.code)


def _confirm_anew(lane: Lane) -> bool:
    lane.new_hand()
    return not lane.ended
