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

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from safecity_console.core.clock import Clock
from safecity_console.core.worker import Worker
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import Endpoint, OnvifError
from safecity_console.domain.ptz import STILL, Position, Status, Velocity
from safecity_console.domain.ptz_pace import Do, Due, Pace, next_due, timeout_of
from safecity_console.services.devices import refused_of
from safecity_console.services.ptz_look import Look
from safecity_console.services.ptz_ports import LaneEars, Opened, Opener, PtzDevice, StopGuard, Trouble

IDLE_END_S = 30.0
GIVE_UP_S = 60.0
BEAT_S = 0.3
HELD_LOOK_S = 1.0
BURST_GAP_S = 2.0
HURRY_S = 0.15

Work = Callable[[PtzDevice, Opened], Any]


@dataclass(frozen=True, slots=True)
class Job:
    """One call besides steering; `moves`: it turns the camera. `taken`: it is for whom the camera was taken."""

    work: Work
    moves: bool
    taken: bool
    answer: Future[Any]


class Lane(Worker):
    """Carries a camera's commands."""

    def __init__(self, camera_id: str, opener: Opener, guard: StopGuard, clock: Clock, ears: LaneEars) -> None:
        super().__init__(f"ptz-{camera_id[-6:]}")
        self._camera_id, self._opener, self._guard, self._clock, self._ears = camera_id, opener, guard, clock, ears
        self._news = threading.Condition()
        self._pace = Pace()
        self._jobs: deque[Job] = deque()
        self._opened: Opened | None = None
        self._look = Look(camera_id, ears)
        self._taken = False  # the present hand is confirmed
        self._burst = Burst(camera_id, ears)
        self._call_since_s: float | None = None  # a call that a Stop may cut short
        self._used_s = clock.monotonic_s()
        self._held_s, self._beat_s, self._failing_since_s = -1e9, -1e9, -1e9
        self._sent_ever = self._reached = False
        self._back: Position | None = None
        self.ended = False

    # From any thread --------------------------------------------------------------------------------------------------

    def want(self, velocity: Velocity) -> bool:
        """Take what the hand wants now; False: this lane has ended, begin another."""
        return self._tell(lambda pace: pace.want(velocity, self._clock.monotonic_s()))

    def halt(self) -> bool:
        """Stop the camera, whether it is known to move or not."""
        return self._tell(Pace.halt)

    def submit(self, work: Work, moves: bool, taken: bool, answer: Future[Any]) -> bool:
        """Add a call; one that turns the camera ends what a hand was steering."""
        with self._news:
            if self.ended:
                return False
            if moves:
                self._pace = self._pace.want(STILL, self._clock.monotonic_s())
            self._jobs.append(Job(work, moves, taken, answer))
            self._news.notify()
            return True

    def new_hand(self) -> None:
        """Have the next move confirmed: somebody else, or the same one anew, holds the camera."""
        with self._news:
            self._taken = False

    def hurry(self) -> None:
        """Cut a slow call short where a Stop waits behind it."""
        with self._news:
            since_s = self._call_since_s
            opened = self._opened
            waits = self._pace.stop_due or (self._pace.wanted.still and not self._pace.sent.still)
            if not waits or since_s is None or self._clock.monotonic_s() - since_s < HURRY_S:
                return
            self._call_since_s = None
            self._opened = None
        if opened is not None:
            opened.device.close()

    @property
    def steering(self) -> bool:
        """Tell whether the camera may be moving by our hand."""
        pace = self._pace
        return pace.moving or not pace.wanted.still

    @property
    def position(self) -> Position:
        """Give where it looked last, as far as it says."""
        return self._look.at

    @property
    def opened(self) -> Opened | None:
        """Give the device once it answered."""
        return self._opened

    def ask_stop(self) -> None:
        """Ask the lane to end; its camera is stopped first."""
        super().ask_stop()
        with self._news:
            self._news.notify()

    def _tell(self, change: Callable[[Pace], Pace]) -> bool:
        with self._news:
            if self.ended:
                return False
            self._pace = change(self._pace)
            self._news.notify()
            return True

    # Its own thread ---------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Work until asked to end or idle for long."""
        try:
            while not self.ended:
                todo = self._next()
                if todo is not None:
                    self._used_s = self._clock.monotonic_s()
                    self._do(todo)
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

    def _do(self, todo: Due | Job | Look) -> None:
        self._in_between()
        if isinstance(todo, Job):
            self._do_job(todo)
        elif isinstance(todo, Look):
            self._do_look()
        elif todo.do is Do.STOP:
            self._do_stop()
        else:
            self._do_move(todo.velocity)

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

    def _lead_out(self) -> None:
        """Bring a camera that has come into a sector back to where it looked before."""
        back, self._back = self._back, None
        opened = self._opened
        if back is None or opened is None or not opened.abilities.absolute:
            return
        try:
            opened.device.move_to(opened.abilities.profile_token, back)
        except OnvifError as error:
            self._fail(error)
            return
        self._look.moved(self._clock.monotonic_s())

    def _try_stop(self) -> OnvifError | Refused | None:
        try:
            opened = self._open()
            opened.device.stop(opened.abilities.profile_token)
        except (OnvifError, Refused) as error:
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
        except (OnvifError, Refused) as error:
            self._calls(None)
            job.answer.set_exception(self._refused(error))
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
        strayed = self._look.strayed()
        if strayed and (pace.moving or self._look.roams):
            self._back = self._look.outside
        if pace.moving and self._kept_out(pace.sent):
            return
        if strayed and self._look.roams and not pace.moving:
            self.halt()
            self._ears.troubled(self._camera_id, Trouble("privacy_sector", {"sector": strayed}))

    def _kept_out(self, velocity: Velocity) -> bool:
        """Halt where a sector lies ahead that this hand may not enter; tells whether."""
        name = self._look.blocked(velocity)
        if not name:
            return False
        with self._news:
            moving = self._pace.moving
            self._pace = self._pace.halt() if moving else self._pace.want(STILL, self._clock.monotonic_s())
        self._ears.troubled(self._camera_id, Trouble("privacy_sector", {"sector": name}))
        return True

    def _ready(self, moves: bool) -> bool:
        """Have the device answering and the hand confirmed; False: look again, the hand may want otherwise by now."""
        if self._opened is not None and (self._taken or not moves):
            return True
        try:
            self._open()
            if moves:
                self._confirm()
        except (OnvifError, Refused) as error:
            with self._news:
                self._pace = replace(self._pace, wanted=STILL)
            self._fail(error)
        return False

    def _open(self) -> Opened:
        opened = self._opened
        if opened is None:
            opened = self._opener.open(self._camera_id)
            with self._news:
                self._opened = opened
                self._pace = replace(self._pace, timeout_s=timeout_of(opened.abilities))
            if not self._reached:  # else it is the same one on a new connection
                self._reached = True
                self._look.begin(opened.abilities, self._clock.monotonic_s())
                self._ears.reached(self._camera_id, opened)
        return opened

    def _confirm(self) -> None:
        if not self._taken:
            self._burst.end()
            with self._news:
                self._taken = True
            try:
                self._burst.actor = self._ears.confirm(self._camera_id)
            except Refused:
                self.new_hand()
                raise

    def _calls(self, since_s: float | None) -> float:
        with self._news:
            self._call_since_s = since_s
        return self._clock.monotonic_s()

    def _fail(self, error: OnvifError | Refused) -> None:
        refused = self._refused(error)
        self._ears.troubled(self._camera_id, Trouble(refused.code, refused.figures))

    def _refused(self, error: OnvifError | Refused) -> Refused:
        if isinstance(error, Refused):
            return error
        opened = self._opened
        return refused_of(error, opened.target.endpoint if opened is not None else Endpoint(""))

    def _end(self) -> None:
        with self._news:
            self.ended = True
            jobs, self._jobs = list(self._jobs), deque()
        for job in jobs:
            if job.answer.set_running_or_notify_cancel():
                job.answer.set_exception(Refused("ptz_ended"))
        self._burst.end()
        if self._opened is not None:
            self._opened.device.close()


class Burst:
    """One hand's moves that follow each other closely: one line of the audit."""

    def __init__(self, camera_id: str, ears: LaneEars) -> None:
        self._camera_id, self._ears = camera_id, ears
        self._from_s: float | None = None
        self._rested_s: float | None = None
        self.actor: Any = None

    def began(self, now_s: float) -> None:
        """Note a move."""
        self._from_s = now_s if self._from_s is None else self._from_s
        self._rested_s = None

    def rested(self, now_s: float) -> None:
        """Note that the camera was stopped."""
        if self._from_s is not None and self._rested_s is None:
            self._rested_s = now_s

    def wait_s(self, now_s: float) -> float | None:
        """Give when to look again."""
        return None if self._rested_s is None else max(0.0, self._rested_s + BURST_GAP_S - now_s)

    def look(self, now_s: float) -> None:
        """End it where it has rested for long."""
        if self._rested_s is not None and now_s - self._rested_s >= BURST_GAP_S:
            self.end()

    def end(self) -> None:
        """Tell of it."""
        if self._from_s is not None and self.actor is not None:
            until_s = self._from_s if self._rested_s is None else self._rested_s
            self._ears.burst(self._camera_id, self.actor, max(1, round((until_s - self._from_s) * 1000)))
        self._from_s = self._rested_s = None
