"""Steering cameras: whose hand it is, one lane to each camera, Stop whatever happens.

Belongs here: permission, leases, lanes, the commands of a hand. Does not belong here: presets (ptz_presets.py), patrols
and going home (ptz_patrols.py), sectors (ptz_limits.py), pace (domain/ptz_pace.py), sticks and mouse (ui/, joystick/).
Invariants:
1. Nothing here waits for a camera or the disk: commands go to lanes, answers come by futures and events.
2. A velocity that is not said anew for a second counts as let go: who holds a stick says it every 300 ms or sooner.
3. Whoever leaves the desk lets his cameras go; they are stopped.
4. Each take and take-over is in the audit before the camera moves; moves are one line a burst.
5. Nothing is opened or loaded before the first camera is taken in hand.
Thread: any; a worker of its own looks after leases and slow calls while any camera is in use.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import PtzAbilities
from safecity_console.domain.ptz import STILL, Holder, Lease, Position, Status, Velocity, fit, holder_of
from safecity_console.domain.ptz_plan import PtzState
from safecity_console.domain.ptz_view import Box, ViewStep, box_step, centre_step, zoom_way
from safecity_console.services.desk import Seat
from safecity_console.services.events import CamerasChanged, LeaseEnd, PtzTrouble, SeatChanged
from safecity_console.services.ptz_ears import Ears
from safecity_console.services.ptz_lane import Lane, Work
from safecity_console.services.ptz_leases import Leases
from safecity_console.services.ptz_limits import SectorDesk
from safecity_console.services.ptz_ports import Opened, PtzDevice
from safecity_console.services.ptz_room import Room
from safecity_console.services.ptz_states import States
from safecity_console.services.ptz_ticker import Ticker

ASKED_EVERY_S = 5.0


class Source(StrEnum):
    """What a velocity comes from."""

    MOUSE = "mouse"
    KEYS = "keys"
    STICK = "stick"
    COMMAND_LINE = "command_line"


@dataclass(frozen=True, slots=True)
class PtzShown:
    """A camera's steering as a window shows it; `abilities` None: not asked yet."""

    camera_id: str
    abilities: PtzAbilities | None
    lease: Lease | None
    left_s: float
    mine: bool
    status: Status
    moving: bool
    state: PtzState


class PtzService:
    """Steering of one console."""

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

    # What is known ----------------------------------------------------------------------------------------------------

    def can_steer(self, camera_id: str) -> bool:
        """Tell whether a camera has an address for steering and is not known to be fixed; asks nobody."""
        camera = self._room.cameras.by_id(camera_id)
        abilities = self._room.devices.abilities(camera_id)
        return camera is not None and bool(camera.onvif_host) and (abilities is None or abilities.moves)

    def abilities(self, camera_id: str) -> PtzAbilities | None:
        """Give what a camera can do; None: not asked yet, `prepare` does."""
        lane = self._lanes.get(camera_id)
        if lane is not None and lane.opened is not None:
            return lane.opened.abilities
        return self._room.devices.abilities(camera_id)

    def shown(self, camera_id: str) -> PtzShown:
        """Give a camera's steering as a window shows it."""
        lease, lane = self.leases.of(camera_id), self._lanes.get(camera_id)
        state = self.states.of(camera_id)
        mine = lease is not None and lease.badge == self._room.desk.actor.badge \
            and lease.holder not in (Holder.PATROL, Holder.RETURN_HOME)
        return PtzShown(camera_id, self.abilities(camera_id), lease,
                        0.0 if lease is None else lease.left_s(self._room.clock.monotonic_s()), mine,
                        self.states.status(camera_id), lane is not None and lane.steering, state)

    def lease(self, camera_id: str) -> Lease | None:
        """Give who holds a camera."""
        return self.leases.of(camera_id)

    def prepare(self, camera_id: str) -> Future[Any]:
        """Have a camera answer before a hand needs it, as when it is selected; takes nothing. Raises Refused."""
        self._may(camera_id)
        self._room.guard.ready()
        return self._submit(camera_id, lambda _device, opened: opened.abilities, moves=False, taken=False)

    # A hand -----------------------------------------------------------------------------------------------------------

    def steer(self, camera_id: str, velocity: Velocity, source: Source = Source.MOUSE) -> None:
        """Move while this is said anew at least every 300 ms; a still velocity stops. Raises Refused."""
        wanted = fit(velocity)
        if wanted.still:
            self._with_lane(camera_id, lambda lane: lane.want(STILL), begin=False)
            return
        self._take(camera_id)
        self._with_lane(camera_id, lambda lane: lane.want(wanted))

    def stop(self, camera_id: str) -> None:
        """Stop a camera, whoever moves it, also on its way to a preset. Raises Refused."""
        self._may(camera_id)
        self._with_lane(camera_id, Lane.halt)

    def stop_all(self) -> None:
        """Stop every camera that a hand steers: the window lost the focus, the stick was pulled; asks for nothing."""
        for lane in list(self._lanes.values()):
            if lane.steering:
                lane.halt()

    def release(self, camera_id: str) -> None:
        """Give a camera back."""
        self._with_lane(camera_id, lambda lane: lane.want(STILL), begin=False)
        self.leases.give_back(camera_id)

    def move_by(self, camera_id: str, pan: float, tilt: float, zoom: float) -> Future[Any]:
        """Move by a step, in shares of each way. Raises Refused."""
        return self._moved_by(camera_id, "step", lambda device, opened: device.move_by(
            opened.abilities.profile_token, pan, tilt, zoom))

    def centre_on(self, camera_id: str, x: float, y: float) -> Future[Any]:
        """Bring a spot of the picture (0…1 from its top left) to the centre. Raises Refused."""
        return self._by_view(camera_id, centre_step(x, y))

    def zoom_box(self, camera_id: str, box: Box) -> Future[Any]:
        """Make a box of the picture fill it. Raises Refused."""
        return self._by_view(camera_id, box_step(box))

    def goto(self, camera_id: str, position: Position) -> Future[Any]:
        """Go to a position in the camera's own space; raises Refused, also where a sector forbids it."""
        self.limits.must_not_enter(camera_id, position)
        return self._moved_by(camera_id, "position", lambda device, opened: device.move_to(
            opened.abilities.profile_token, position))

    def home(self, camera_id: str) -> Future[Any]:
        """Go home. Raises Refused."""
        return self.act(camera_id, self.go_home_work(camera_id))

    def set_home(self, camera_id: str) -> Future[Any]:
        """Make the present view home. Raises Refused."""
        actor = self._must(Permission.EDIT_PRESETS, camera_id)

        def work(device: PtzDevice, opened: Opened) -> None:
            device.set_home(opened.abilities.profile_token)
            self.states.at_home(camera_id, actor)
            self._room.desk.note(Action.PTZ_PRESET, self._room.about(camera_id), Outcome.DONE, actor, deed="home")

        return self.act(camera_id, work)

    def focus(self, camera_id: str, speed: float | None) -> Future[Any]:
        """Focus farther (positive) or nearer until None is said. Raises Refused."""
        return self.act(camera_id, lambda device, opened: device.focus(opened.source_token, speed), moves=False)

    def auto_focus(self, camera_id: str) -> Future[Any]:
        """Let the camera focus by itself. Raises Refused."""
        return self.act(camera_id, lambda device, opened: device.set_imaging(
            opened.source_token, {"focus_mode": "AUTO"}), moves=False)

    def auxiliary(self, camera_id: str, text: str) -> Future[Any]:
        """Send an auxiliary command such as "tt:Wiper|On"; raises Refused("ptz_unable") for one it does not list."""
        abilities = self.abilities(camera_id)
        if abilities is not None and text not in abilities.auxiliary:
            raise Refused("ptz_unable", number=self._number(camera_id))

        def work(device: PtzDevice, opened: Opened) -> None:
            device.auxiliary(opened.abilities.profile_token, text)
            self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, self._ears.actor(camera_id),
                                 deed="auxiliary", command=text)

        return self.act(camera_id, work, moves=False)

    # For the desks beside ---------------------------------------------------------------------------------------------

    def act(self, camera_id: str, work: Work, holder: Holder | None = None, moves: bool = True) -> Future[Any]:
        """Have something done by a camera, by the officer at the desk or by the console itself; raises Refused."""
        self._take(camera_id, holder)
        return self._submit(camera_id, work, moves, taken=True)

    def ask(self, camera_id: str, work: Work) -> Future[Any]:
        """Have something read or changed that moves nothing and needs no lease."""
        return self._submit(camera_id, work, moves=False, taken=False)

    def go_home_work(self, camera_id: str) -> Work:
        """Give what brings a camera home."""
        def work(device: PtzDevice, opened: Opened) -> None:
            device.home(opened.abilities.profile_token)
            actor = self._ears.actor(camera_id)
            self.states.at_home(camera_id, actor)
            self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, actor, deed="home")

        return work

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

    def _by_view(self, camera_id: str, step: ViewStep) -> Future[Any]:
        def work(device: PtzDevice, opened: Opened) -> None:
            token = opened.abilities.profile_token
            if step.pan or step.tilt:
                device.move_by(token, step.pan, step.tilt, 0.0, in_view=True)
            if step.factor > 1.0:
                device.move_by(token, 0.0, 0.0, 2 * zoom_way(step.factor))

        return self._moved_by(camera_id, "view", work)

    def _moved_by(self, camera_id: str, deed: str, work: Work) -> Future[Any]:
        """Have a camera turned by one call, which is a line of the audit."""
        def told(device: PtzDevice, opened: Opened) -> None:
            work(device, opened)
            actor = self._ears.actor(camera_id)
            self.states.moved(camera_id, actor)
            self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, actor, deed=deed)

        return self.act(camera_id, told)

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
            holder = Holder.OFFICER if session is None else \
                holder_of(session.role.code, session.role.permissions)
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
