"""Who holds which camera: taken by rank, given back, run out; one truth for every process of this workstation.

Belongs here: the book of leases, its rows, its lines in the audit. Does not belong here: the rule of rank
(domain/ptz.py), moving (ptz_lane.py).
Invariants: 1. Taking is decided at once from what this process knows, and again in the commit that writes it, where the
rows of other processes (the command line beside an open console) are seen too. 2. The first move waits for that commit.
3. A row counts for `IDLE_RELEASE_S` after its last use, by the wall clock; one from the future does not count. 4. Each
take, each take-over and each refused try is in the audit; of tries that follow each other one a while.
Thread: any; `confirm` blocks for the disk and is called by lanes.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import timedelta

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.ids import new_id
from safecity_console.db.door import Door
from safecity_console.db.ptz import LeaseRow, delete_lease, put_lease, read_leases
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.ptz import IDLE_RELEASE_S, Holder, Lease, Take, take
from safecity_console.services.desk import Desk
from safecity_console.services.events import LeaseChanged, LeaseEnd

KEPT_EVERY_S = 5.0
TOLD_EVERY_S = 10.0


@dataclass(frozen=True, slots=True)
class Hold:
    """A lease of this process: whose hand it is in the audit, and when its row was written last."""

    lease: Lease
    actor: Actor
    lost: Lease | None = None  # whom it was taken from
    written_s: float | None = None  # None: not confirmed yet


class Leases:
    """The book of one console."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk
        self.console = new_id()
        self._lock = threading.RLock()
        self._held: dict[str, Hold] = {}
        self._others: dict[str, Lease] = {}
        self._refused_s: dict[tuple[str, str], float] = {}

    def of(self, camera_id: str) -> Lease | None:
        """Give who holds a camera now, here or in another process."""
        now_s = self._clock.monotonic_s()
        with self._lock:
            hold = self._held.get(camera_id)
            lease = hold.lease if hold is not None else self._others.get(camera_id)
        return lease if lease is not None and lease.left_s(now_s) > 0 else None

    def here(self) -> tuple[Hold, ...]:
        """Give what this process holds."""
        with self._lock:
            return tuple(self._held.values())

    def take(self, camera_id: str, number: int, holder: Holder, actor: Actor) -> bool:
        """Take or keep a camera; True where it must be confirmed anew. Raises Refused("ptz_held")."""
        now_s = self._clock.monotonic_s()
        wanted = Lease(camera_id, holder, actor.badge, actor.name, now_s, now_s)
        with self._lock:
            hold, before = self._held.get(camera_id), self.of(camera_id)
            answer = take(before, wanted, now_s) if hold is not None else _beside(before, wanted, now_s)
            if answer is Take.KEPT and hold is not None:
                self._held[camera_id] = replace(hold, lease=hold.lease.used(now_s))
                self.keep_fresh(camera_id)
                return False
            if answer is not Take.HELD:
                self._held[camera_id] = Hold(wanted, actor, before if answer is Take.TAKEN_OVER else None)
                self._others.pop(camera_id, None)
        if answer is Take.HELD and before is not None:
            raise self._refusal(camera_id, number, before, actor)
        lost = before if answer is Take.TAKEN_OVER else None
        self._bus.publish(LeaseChanged(camera_id, wanted, lost, None if lost is None else LeaseEnd.TAKEN_OVER))
        return True

    def confirm(self, camera_id: str, number: int) -> Actor:
        """Write that a camera is taken and wait for the disk; raises Refused("ptz_held" | "ptz_lost")."""
        with self._lock:
            hold = self._held.get(camera_id)
        if hold is None:
            raise Refused("ptz_lost", number=number)
        if hold.written_s is not None:  # by a lane that has ended meanwhile
            return hold.actor

        def job(transaction: Transaction) -> Lease | None:
            other = self._other_in(transaction, camera_id)
            answer = _beside(other, hold.lease, self._clock.monotonic_s())
            if answer is Take.HELD and other is not None:
                return other
            lost = hold.lost or (other if answer is Take.TAKEN_OVER else None)
            put_lease(transaction, self._row(hold.lease, camera_id))
            self._desk.append(transaction, Action.PTZ_TAKE, Subject("camera", str(number)), Outcome.DONE, hold.actor,
                              holder=hold.lease.holder.value, lost_by=None if lost is None else _name(lost))
            return None

        other = self._door.write(job)
        if other is not None:
            with self._lock:
                self._held.pop(camera_id, None)
                self._others[camera_id] = other
            self._bus.publish(LeaseChanged(camera_id, other, hold.lease, LeaseEnd.TAKEN_OVER))
            raise self._refusal(camera_id, number, other, hold.actor)
        with self._lock:
            now = self._held.get(camera_id)
            if now is not None and now.actor == hold.actor:
                self._held[camera_id] = replace(now, written_s=self._clock.monotonic_s())
        return hold.actor

    def holds(self, camera_id: str) -> bool:
        """Tell whether no other process has taken a camera from this one; keeps its row fresh."""
        with self._lock:
            hold = self._held.get(camera_id)
        if hold is None:
            return False
        other = next((one for one in self._rows() if one.camera_id == camera_id), None)
        if _beside(other, hold.lease, self._clock.monotonic_s()) is Take.HELD:
            self._give(camera_id, LeaseEnd.TAKEN_OVER, other)
            return False
        self.keep_fresh(camera_id)
        return True

    def keep_fresh(self, camera_id: str) -> None:
        """Write a row's last use where it is some seconds old; does not wait."""
        now_s = self._clock.monotonic_s()
        with self._lock:
            hold = self._held.get(camera_id)
            if hold is None or hold.written_s is None or now_s - hold.written_s < KEPT_EVERY_S:
                return
            self._held[camera_id] = replace(hold, written_s=now_s)
        self._soon(lambda tx: put_lease(tx, self._row(hold.lease, camera_id)))

    def keep(self, camera_id: str, holder: Holder) -> None:
        """Count a camera as used where this kind of holder has it: a patrol that dwells keeps it."""
        now_s = self._clock.monotonic_s()
        with self._lock:
            hold = self._held.get(camera_id)
            if hold is None or hold.lease.holder is not holder:
                return
            self._held[camera_id] = replace(hold, lease=hold.lease.used(now_s))
        self.keep_fresh(camera_id)

    def give_back(self, camera_id: str, why: LeaseEnd = LeaseEnd.GIVEN_BACK) -> None:
        """Let a camera go."""
        self._give(camera_id, why, None)

    def run_out(self) -> tuple[str, ...]:
        """Let go what was not used for long; gives the cameras."""
        now_s = self._clock.monotonic_s()
        with self._lock:
            idle = tuple(key for key, hold in self._held.items() if hold.lease.left_s(now_s) <= 0)
        for camera_id in idle:
            self._give(camera_id, LeaseEnd.IDLE, None)
        return idle

    def look(self) -> None:
        """Read what other processes hold, and tell what changed."""
        others = {one.camera_id: one for one in self._rows()}
        now_s = self._clock.monotonic_s()
        with self._lock:
            before, self._others = self._others, {k: v for k, v in others.items() if k not in self._held}
            now = dict(self._others)
        for camera_id in before.keys() | now.keys():
            old, new = before.get(camera_id), now.get(camera_id)
            if _name(old) != _name(new) or (old is None) != (new is None):
                gone = None if old is None or old.left_s(now_s) > 0 else LeaseEnd.IDLE
                self._bus.publish(LeaseChanged(camera_id, new, old, gone or LeaseEnd.GIVEN_BACK if old else None))

    def _give(self, camera_id: str, why: LeaseEnd, to: Lease | None) -> None:
        with self._lock:
            hold = self._held.pop(camera_id, None)
            if to is not None:
                self._others[camera_id] = to
        if hold is None:
            return
        if to is None and hold.written_s is not None:
            self._soon(lambda tx: delete_lease(tx, camera_id, self.console))
        self._bus.publish(LeaseChanged(camera_id, to, hold.lease, why))

    def _soon(self, job: object) -> None:
        try:
            self._door.submit(job)  # type: ignore[arg-type]
        except WorldError:
            return  # the door closes: a row that is left runs out by itself

    def _refusal(self, camera_id: str, number: int, held: Lease, actor: Actor) -> Refused:
        now_s = self._clock.monotonic_s()
        key = (camera_id, actor.badge)
        if now_s - self._refused_s.get(key, -1e9) >= TOLD_EVERY_S:
            self._refused_s[key] = now_s
            self._desk.note(Action.PTZ_TAKE, Subject("camera", str(number)), Outcome.REFUSED, actor,
                            reason="ptz_held", by=_name(held))
        return Refused("ptz_held", number=number, name=held.name, badge=held.badge, holder=held.holder.value,
                       seconds=max(1, round(held.left_s(now_s))))

    def _row(self, lease: Lease, camera_id: str) -> LeaseRow:
        now, now_s = self._clock.now(), self._clock.monotonic_s()
        return LeaseRow(camera_id, lease.holder, lease.badge, lease.name, self.console,
                        now - timedelta(seconds=now_s - lease.since_s), now - timedelta(seconds=now_s - lease.used_s))

    def _rows(self) -> list[Lease]:
        return self._living(self._reader.read(read_leases))

    def _other_in(self, transaction: Transaction, camera_id: str) -> Lease | None:
        return next((one for one in self._living(read_leases(transaction)) if one.camera_id == camera_id), None)

    def _living(self, rows: tuple[LeaseRow, ...]) -> list[Lease]:
        now, now_s = self._clock.now(), self._clock.monotonic_s()
        found: list[Lease] = []
        for row in rows:
            ago_s = (now - row.used_at).total_seconds()
            if row.console != self.console and -IDLE_RELEASE_S < ago_s < IDLE_RELEASE_S:
                since_s = now_s - max(0.0, (now - row.since_at).total_seconds())
                found.append(Lease(row.camera_id, row.holder, row.badge, row.name, since_s, now_s - max(0.0, ago_s)))
        return found


def _beside(other: Lease | None, wanted: Lease, now_s: float) -> Take:
    """Tell what becomes of asking beside another process; what that console does by itself is another hand there."""
    answer = take(other, wanted, now_s)
    return Take.HELD if answer is Take.KEPT and wanted.holder in (Holder.PATROL, Holder.RETURN_HOME) else answer


def _name(lease: Lease | None) -> str:
    return "" if lease is None else lease.badge or lease.name or lease.holder.value
