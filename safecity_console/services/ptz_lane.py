"""One lane to one camera: the newest velocity on its way, Stop before and behind everything.

Belongs here: the thread, its order of work, what it tells. Does not belong here: who may steer (ptz_leases.py), when
what is due (domain/ptz_pace.py), stopping when this process is gone (ptz_watch.py).
Invariants:
1. One call at a time; velocities are never queued: the newest one replaces what was not sent yet.
2. A Stop that is due goes before anything else and is tried until the camera took it or `GIVE_UP_S` have passed.
3. Before a camera moves its guard outside this process knows how to stop it, and hears of this lane while it moves.
4. Nobody's first move goes before it is in the audit on the disk.
5. The lane ends by itself `IDLE_END_S` after its last work, and leaves no camera moving by its hand.
Thread: its own; `want`, `halt`, `submit`, `hurry` from any, without waiting.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from safecity_console.core.clock import Clock
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.onvif import OnvifError
from safecity_console.domain.ptz import STILL, Status, Velocity
from safecity_console.domain.ptz_pace import Do, Due, next_due
from safecity_console.services.ptz_hands import HURRY_S, Job
from safecity_console.services.ptz_look import Look
from safecity_console.services.ptz_ports import LaneEars, Opener, StopGuard, Trouble
from safecity_console.services.ptz_reach import Reach

IDLE_END_S = 30.0
GIVE_UP_S = 60.0
BEAT_S = 0.3
HELD_LOOK_S = 1.0


class Lane(Reach):
    """Carries a camera's commands."""

    def __init__(self, camera_id: str, opener: Opener, guard: StopGuard, clock: Clock, ears: LaneEars) -> None:
        super().__init__(camera_id, opener, clock, ears)
        self._guard = guard
        self._used_s = clock.monotonic_s()
        self._held_s, self._beat_s, self._failing_since_s = -1e9, -1e9, -1e9
        self._sent_ever = False

    def run(self) -> None:
        """Work until asked to end or idle for long."""
        try:
            while not self.ended:
                order = self._next()
                if order is not None:
                    self._used_s = self._clock.monotonic_s()
                    self._do(order)
        finally:
            self._end()

    def _next(self) -> Due | Job | Look | None:
        with self._news:
            if self.stopping and not self._pace.moving:
                self.ended = True
                return None
            now_s = self._clock.monotonic_s()
            if self.stopping:
                self._pace = self._pace.want(STILL, now_s)
            due = next_due(self._pace, now_s, self._look.scale)
            if due.do is not Do.NOTHING:
                return due
            if self._jobs and not self.stopping:
                return self._jobs.popleft()
            if self._look.due(now_s):
                return self._look
            if now_s - self._used_s >= IDLE_END_S and not self._pace.moving:
                self.ended = True
                return None
            waits = [due.wait_s, self._look.wait_s(now_s), self._used_s + IDLE_END_S - now_s,
                     BEAT_S if self._pace.moving else None, self._burst.wait_s(now_s)]
            self._news.wait(max(0.0, min(one for one in waits if one is not None)))
        self._in_between()
        return None

    def _in_between(self) -> None:
        """Beat for the guard, end a burst, notice that the camera was taken over elsewhere."""
        now_s = self._clock.monotonic_s()
        self._burst.look(now_s)
        if not self._pace.moving:
            return
        if now_s - self._beat_s >= BEAT_S:
            self._beat_s = now_s
            self._guard.beat(self._camera_id)
        if now_s - self._held_s >= HELD_LOOK_S and self._taken:
            self._held_s = now_s
            if not self._ears.holds(self._camera_id):
                self.want(STILL)

    def _do(self, order: Due | Job | Look) -> None:
        self._in_between()
        if isinstance(order, Job):
            self._do_job(order)
        elif isinstance(order, Look):
            self._do_look()
        elif order.do is Do.STOP:
            self._do_stop()
        else:
            self._do_move(order.velocity)

    def _do_move(self, velocity: Velocity) -> None:
        if not self._ready(moves=True):
            return
        opened = self._opened
        if opened is None or self._kept_out(velocity):
            return
        self._guard.moving(self._camera_id, opened.target)
        self._beat_s = began_s = self._clock.monotonic_s()
        with self._news:
            if self._pace.wanted.still:  # let go in this very moment
                return
            self._pace = self._pace.moved(velocity, began_s, 0.0)  # on its way: a Stop follows it from now on
        self._burst.began(began_s)
        self._sent_ever, error = True, None
        self._calls(began_s)
        try:
            opened.device.move(opened.abilities.profile_token, velocity, self._pace.timeout_s)
        except OnvifError as failed:
            error = failed
        now_s = self._calls(None)
        with self._news:
            self._pace = self._pace.moved(velocity, began_s, now_s - began_s, failed=error is not None)
            cut = self._pace.stop_due and error is not None and now_s - began_s >= HURRY_S
        self._look.moved(now_s)
        if error is not None and not cut:
            self._fail(error)

    def _do_stop(self) -> None:
        error = self._try_stop()
        now_s = self._clock.monotonic_s()
        if error is None:
            with self._news:
                self._pace = self._pace.stopped(now_s)
            self._guard.still(self._camera_id)
            self._look.stopped(now_s)
            self._burst.rested(now_s)
            self._lead_out()
            if self._failing_since_s > 0:
                self._failing_since_s = -1e9
                self._ears.troubled(self._camera_id, Trouble("ptz_stopped_late"))
            return
        if self._failing_since_s < 0:
            self._failing_since_s = now_s
            self._ears.troubled(self._camera_id, Trouble("ptz_not_stopped"))
        with self._news:
            given_up = not self._sent_ever or now_s - self._failing_since_s > GIVE_UP_S
            self._pace = self._pace.stopped(now_s) if given_up else self._pace.stop_failed(now_s)
            if given_up:
                self._pace, self._failing_since_s = replace(self._pace, settle=()), -1e9

    def _try_stop(self) -> WorldError | None:
        try:
            opened = self._open()
            opened.device.stop(opened.abilities.profile_token)
        except WorldError as error:
            return error
        return None

    def _do_job(self, job: Job) -> None:
        if not job.answer.set_running_or_notify_cancel():
            return
        now_s = self._clock.monotonic_s()
        try:
            opened = self._open()
            if job.taken:
                self._confirm()
            if job.moves:
                self._burst.end()  # what a job does stands in the audit by itself
            self._calls(now_s)
            job.answer.set_result(job.work(opened.device, opened))
        except WorldError as error:
            self._calls(None)
            job.answer.set_exception(self._refused(error) if isinstance(error, OnvifError) else error)
        finally:
            now_s = self._calls(None)
            if job.moves:
                self._look.moved(now_s, roams=True)

    def _do_look(self) -> None:
        opened = self._opened
        if opened is None:
            self._look.rest()
            return
        began_s = self._clock.monotonic_s()
        self._calls(began_s)
        status = Status()
        try:
            status = opened.device.status(opened.abilities.profile_token)
        except OnvifError:
            self._look.failed()
        now_s = self._calls(None)
        pace = self._pace
        self._look.took(status, began_s, now_s, pace.moving)
        if self._look.goes_on() and not pace.moving:
            opened.device.stop_by_zero()
            self.halt()
        strayed = self._look.strayed()
        if strayed and (pace.moving or self._look.roams):
            self._back = self._look.outside
        if pace.moving and self._kept_out(pace.sent):
            return
        if strayed and self._look.roams and not pace.moving:
            self.halt()
            self._ears.troubled(self._camera_id, Trouble("privacy_sector", {"sector": strayed}))

    def _end(self) -> None:
        with self._news:
            self.ended = True
            jobs, self._jobs = list(self._jobs), deque()
        for job in jobs:
            if job.answer.set_running_or_notify_cancel():
                job.answer.set_exception(Refused("ptz_ended"))
        self._burst.end()
        if self._opened is not None:
            if self._pace.moving:  # a bug ended this thread: the guard outside stops it too
                self._try_stop()
            self._opened.device.close()
