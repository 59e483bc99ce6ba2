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

from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import PtzAbilities
from safecity_console.domain.ptz import STILL, Holder, Lease, Position, Status, Velocity, fit
from safecity_console.domain.ptz_plan import PtzState
from safecity_console.domain.ptz_view import Box, ViewStep, box_step, centre_step, zoom_way
from safecity_console.services.ptz_core import PtzCore
from safecity_console.services.ptz_hands import Work
from safecity_console.services.ptz_lane import Lane
from safecity_console.services.ptz_ports import Opened, PtzDevice


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


class PtzService(PtzCore):
    """Steering of one console."""

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

    def prepare(self, camera_id: str) -> Future[Any]:
        """Have a camera answer before a hand needs it, as when it is selected; takes nothing. Raises Refused."""
        self._may(camera_id)

        def work(_device: PtzDevice, opened: Opened) -> PtzAbilities:
            self._room.guard.ready()
            return opened.abilities

        return self._submit(camera_id, work, moves=False, taken=False)

    # A hand -----------------------------------------------------------------------------------------------------------

    def steer(self, camera_id: str, velocity: Velocity, source: Source = Source.MOUSE) -> None:
        """Move while this is said anew at least every 300 ms; a still velocity stops. Raises Refused."""
        wanted = fit(velocity)
        if wanted.still:
            self._with_lane(camera_id, lambda lane: lane.want(STILL), begin=False)
            return
        self._take(camera_id)
        self._ears.sources[camera_id] = source.value
        self._with_lane(camera_id, lambda lane: lane.want(wanted))

    def stop(self, camera_id: str) -> None:
        """Stop a camera, whoever moves it, also on its way to a preset. Raises Refused."""
        actor, lease = self._may(camera_id), self.leases.of(camera_id)
        self._with_lane(camera_id, Lane.halt)
        if lease is None or lease.badge != actor.badge:  # it was in nobody's hand, or in another's
            self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, actor, deed="stop")

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

    def go_home_work(self, camera_id: str) -> Work:
        """Give what brings a camera home."""
        def work(device: PtzDevice, opened: Opened) -> None:
            device.home(opened.abilities.profile_token)
            actor = self._ears.actor(camera_id)
            self.states.at_home(camera_id, actor)
            self._room.desk.note(Action.PTZ, self._room.about(camera_id), Outcome.DONE, actor, deed="home")

        return work

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
