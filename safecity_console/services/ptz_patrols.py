"""Patrols of cameras and the way home: presets one after the other, resting while an officer holds the camera.

Belongs here: keeping, starting, ending patrols, the round that walks them, going home after a while. Does not belong
here: presets (ptz_presets.py), leases (ptz_leases.py).
Invariants: 1. An officer is never hindered: a patrol takes a camera only where nobody holds it, and rests from the
moment he takes it until it is free again. 2. One patrol a camera runs at a time. 3. What runs is kept: after a start it
goes on. 4. A camera's own tour is started and ended in the camera; while an officer holds it, it is paused there.
5. One worker for all of them, begun with the first; a step that a camera refuses is passed over, and said once.
Thread: any; the round is the worker's.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from safecity_console.core.logs import get_logger
from safecity_console.db.ptz import delete_patrol, put_patrol, read_patrols
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Outcome
from safecity_console.domain.errors import NotFound, Refused, WorldError
from safecity_console.domain.ptz import Holder, TourOrder
from safecity_console.domain.ptz_plan import Patrol, fit_patrol
from safecity_console.services.events import PatrolsChanged
from safecity_console.services.ptz import PtzService
from safecity_console.services.ptz_presets import PresetDesk
from safecity_console.services.ptz_room import Room
from safecity_console.services.ptz_ticker import Ticker

ROUND_S = 0.25
REFUSED_WAIT_S = 5.0


@dataclass
class Walk:
    """A patrol on its way."""

    patrol: Patrol
    at: int = -1
    next_s: float = 0.0
    resting: bool = False
    tour_runs: bool = False


class PatrolDesk:
    """The patrols of one console's cameras."""

    def __init__(self, room: Room, ptz: PtzService, presets: PresetDesk, home_after_min: Callable[[], float]) -> None:
        self._room, self._ptz, self._presets, self._home_after_min = room, ptz, presets, home_after_min
        self._lock = threading.RLock()
        self._kept: tuple[Patrol, ...] | None = None
        self._walks: dict[str, Walk] = {}
        self._sent_home: dict[str, float] = {}
        self._worker: Ticker | None = None

    def of(self, camera_id: str) -> tuple[Patrol, ...]:
        """Give a camera's patrols by number."""
        return tuple(one for one in self._all() if one.camera_id == camera_id)

    def resting(self, camera_id: str) -> bool:
        """Tell whether a camera's running patrol rests because somebody holds the camera."""
        walk = self._walks.get(camera_id)
        return walk is not None and walk.resting

    def put(self, patrol: Patrol) -> None:
        """Keep a patrol under its number; raises Refused."""
        presets = [one.number for one in self._presets.of(patrol.camera_id) if not one.gone]
        fitted = replace(fit_patrol(patrol, presets), running=False, running_by="")
        self.stop(patrol.camera_id, only=patrol.number)
        self._write(fitted, "put", Permission.EDIT_PRESETS)

    def delete(self, camera_id: str, number: int) -> None:
        """Delete a patrol; raises Refused, NotFound("patrol_unknown")."""
        actor = self._room.desk.must(Permission.EDIT_PRESETS, self._room.about(camera_id), camera_id)
        self.stop(camera_id, only=number)

        def job(transaction: Transaction) -> None:
            delete_patrol(transaction, camera_id, number)
            self._room.desk.append(transaction, Action.PTZ_PATROL, self._room.about(camera_id), Outcome.DONE, actor,
                                   deed="delete", patrol=number)

        self._room.door.write(job)
        self._changed(camera_id)

    def refresh(self, camera_id: str) -> Future[Any]:
        """Ask the camera for tours of its own, which become patrols; raises Refused."""
        actor = self._room.desk.must(Permission.PTZ, self._room.about(camera_id), camera_id)

        def work(device: Any, opened: Any) -> tuple[Patrol, ...]:
            known = {one.tour_token for one in self.of(camera_id)}
            for tour in device.tours(opened.abilities.profile_token):
                taken = {one.number for one in self.of(camera_id)}
                free = next((number for number in range(1, 100) if number not in taken), None)
                if tour.token not in known and free is not None:
                    self._store(Patrol(camera_id, free, tour.name[:60] or tour.token[:60], (), tour.token),
                                "found", actor)
            return self.of(camera_id)

        return self._ptz.ask(camera_id, work)

    def start(self, camera_id: str, number: int) -> None:
        """Have a patrol walk from now on; raises Refused, NotFound("patrol_unknown")."""
        patrol = next((one for one in self.of(camera_id) if one.number == number), None)
        if patrol is None:
            raise NotFound("patrol_unknown", number=number)
        actor = self._room.desk.must(Permission.PTZ, self._room.about(camera_id), camera_id)
        self.stop(camera_id)
        self._store(replace(patrol, running=True, running_by=actor.badge or actor.name), "start", actor)
        self.begin()

    def stop(self, camera_id: str, only: int | None = None) -> None:
        """End a camera's running patrol; raises Refused."""
        running = next((one for one in self.of(camera_id) if one.running and only in (None, one.number)), None)
        if running is None:
            return
        actor = self._room.desk.must(Permission.PTZ, self._room.about(camera_id), camera_id)
        with self._lock:
            walk = self._walks.pop(camera_id, None)
        if walk is not None and walk.tour_runs:
            self._order(walk, TourOrder.STOP)
        self._store(replace(running, running=False, running_by=""), "stop", actor)
        lease = self._ptz.lease(camera_id)
        if lease is not None and lease.holder is Holder.PATROL:
            self._ptz.release(camera_id)

    def begin(self) -> None:
        """Begin the worker where something runs or cameras are to go home; costs nothing where not."""
        with self._lock:
            if self._worker is not None or not (self._home_after_min() or any(one.running for one in self._all())):
                return
            self._worker = Ticker(self.round, ROUND_S, "ptz-patrols")
            self._worker.start()

    def close(self) -> None:
        """End the worker; what runs goes on after the next start."""
        if self._worker is not None:
            self._worker.stop()

    def look(self) -> None:
        """Read what another process changed."""
        kept = self._room.reader.read(read_patrols)
        with self._lock:
            before, self._kept = self._kept or (), kept
        for camera_id in {one.camera_id for one in set(before) ^ set(kept)}:
            self._room.bus.publish(PatrolsChanged(camera_id))
        self.begin()

    # The round --------------------------------------------------------------------------------------------------------

    def round(self) -> None:
        """Walk every running patrol one step where it is time, and send idle cameras home."""
        running = {one.camera_id: one for one in self._all() if one.running}
        with self._lock:
            for camera_id in self._walks.keys() - running.keys():
                del self._walks[camera_id]
            for camera_id, patrol in running.items():
                walk = self._walks.get(camera_id)
                if walk is None or walk.patrol != patrol:
                    self._walks[camera_id] = Walk(patrol)
            walks = list(self._walks.values())
        for walk in walks:
            try:
                self._step(walk)
            except WorldError as error:
                walk.next_s = self._room.clock.monotonic_s() + REFUSED_WAIT_S
                get_logger("ptz").info("patrol_step_refused", camera=walk.patrol.camera_id, reason=str(error))
        self._homewards(frozenset(running))

    def _step(self, walk: Walk) -> None:
        now_s, camera_id = self._room.clock.monotonic_s(), walk.patrol.camera_id
        lease = self._ptz.lease(camera_id)
        held = lease is not None and lease.holder is not Holder.PATROL
        if held != walk.resting:
            walk.resting = held
            if held and walk.tour_runs:
                walk.tour_runs = False
                self._order(walk, TourOrder.PAUSE)
            walk.next_s = now_s
            self._room.bus.publish(PatrolsChanged(camera_id))
        if held:
            return
        if walk.patrol.tour_token:
            if not walk.tour_runs and now_s >= walk.next_s:
                walk.tour_runs = True
                self._order(walk, TourOrder.START)
            return
        self._ptz.leases.keep(camera_id, Holder.PATROL)
        if now_s < walk.next_s:
            return
        walk.at = (walk.at + 1) % len(walk.patrol.steps)
        step = walk.patrol.steps[walk.at]
        walk.next_s = now_s + step.dwell_s
        self._presets.go(camera_id, step.preset, Holder.PATROL)

    def _order(self, walk: Walk, order: TourOrder) -> None:
        token = walk.patrol.tour_token
        self._ptz.ask(walk.patrol.camera_id, lambda device, opened: device.operate_tour(
            opened.abilities.profile_token, token, order))

    def _homewards(self, patrolled: frozenset[str]) -> None:
        after_min = self._home_after_min()
        if not after_min:
            return
        now, now_s = self._room.clock.now(), self._room.clock.monotonic_s()
        for state in self._ptz.states.off_home():
            camera_id = state.camera_id
            rested = state.moved_at is None or now - state.moved_at >= timedelta(minutes=after_min)
            if not rested or camera_id in patrolled or self._ptz.lease(camera_id) is not None \
                    or now_s - self._sent_home.get(camera_id, -1e9) < 60.0:
                continue
            self._sent_home[camera_id] = now_s
            try:
                self._ptz.act(camera_id, self._ptz.go_home_work(camera_id), Holder.RETURN_HOME)
            except Refused as error:
                get_logger("ptz").info("not_sent_home", camera=camera_id, reason=error.code)

    # Keeping ----------------------------------------------------------------------------------------------------------

    def _write(self, patrol: Patrol, deed: str, permission: Permission) -> None:
        actor = self._room.desk.must(permission, self._room.about(patrol.camera_id), patrol.camera_id)
        self._store(patrol, deed, actor)

    def _store(self, patrol: Patrol, deed: str, actor: Actor) -> None:
        def job(transaction: Transaction) -> None:
            put_patrol(transaction, patrol)
            self._room.desk.append(transaction, Action.PTZ_PATROL, self._room.about(patrol.camera_id), Outcome.DONE,
                                   actor, deed=deed, patrol=patrol.number, name=patrol.name)

        self._room.door.write(job)
        self._changed(patrol.camera_id)

    def _changed(self, camera_id: str) -> None:
        with self._lock:
            self._kept = self._room.reader.read(read_patrols)
        self._room.bus.publish(PatrolsChanged(camera_id))

    def _all(self) -> tuple[Patrol, ...]:
        kept = self._kept
        if kept is None:
            with self._lock:
                kept = self._kept = self._room.reader.read(read_patrols)
        return kept
