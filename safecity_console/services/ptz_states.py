"""Where cameras were left: seen by lanes, kept in the file, read by health and handover.

Belongs here: the newest status, "off home" and since when. Does not belong here: moving.
Invariants: 1. Any officer's move puts a camera off home; going home or making a view home ends that. A patrol leaves it
as it is: it goes on by itself. 2. The file has it once the camera rests, without waiting. Thread: any, one lock.
"""

from __future__ import annotations

import threading
from dataclasses import replace

from safecity_console.db.ptz import put_state, read_states
from safecity_console.domain.audit import Actor
from safecity_console.domain.errors import WorldError
from safecity_console.domain.ptz import Status
from safecity_console.domain.ptz_plan import PtzState
from safecity_console.services.events import PtzChanged
from safecity_console.services.ptz_room import Room


class States:
    """Where the cameras of one console were left."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._kept: dict[str, PtzState] | None = None
        self._status: dict[str, Status] = {}

    def of(self, camera_id: str) -> PtzState:
        """Give where a camera was left."""
        with self._lock:
            return self._all().get(camera_id) or PtzState(camera_id)

    def off_home(self) -> tuple[PtzState, ...]:
        """Give the cameras that are off home."""
        with self._lock:
            return tuple(one for one in self._all().values() if one.off_home_since is not None)

    def status(self, camera_id: str) -> Status:
        """Give what a camera said of itself last."""
        return self._status.get(camera_id, Status())

    def seen(self, camera_id: str, status: Status, settled: bool) -> None:
        """Keep where it looks."""
        self._status[camera_id] = status
        if settled and status.position != self.of(camera_id).position:
            self._put(replace(self.of(camera_id), position=status.position))

    def moved(self, camera_id: str, actor: Actor, preset: int | None = None) -> None:
        """Note that a hand moved it, to a preset or freely."""
        now, state = self._room.clock.now(), self.of(camera_id)
        if not actor.badge and actor.name == "console":  # a patrol, or going home
            return
        self._put(replace(state, preset=preset, off_home_since=state.off_home_since or now, moved_at=now,
                          moved_by=actor.badge or actor.name))

    def at_home(self, camera_id: str, actor: Actor) -> None:
        """Note that it is at home."""
        self._put(replace(self.of(camera_id), preset=None, off_home_since=None, moved_at=self._room.clock.now(),
                          moved_by=actor.badge or actor.name))

    def reload(self) -> None:
        """Read what another process wrote."""
        kept = {one.camera_id: one for one in self._room.reader.read(read_states)}
        with self._lock:
            before, self._kept = self._kept, kept
        for camera_id in kept:
            if before is not None and before.get(camera_id) != kept[camera_id]:
                self._room.bus.publish(PtzChanged(camera_id))

    def _put(self, state: PtzState) -> None:
        with self._lock:
            self._all()[state.camera_id] = state
        try:
            self._room.door.submit(lambda tx: put_state(tx, state))
        except WorldError:
            return  # the door closes

    def _all(self) -> dict[str, PtzState]:
        if self._kept is None:
            self._kept = {one.camera_id: one for one in self._room.reader.read(read_states)}
        return self._kept
