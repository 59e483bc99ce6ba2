"""The thread that reads joysticks: all of SDL's calls are made in it.

Belongs here: when to look, hot-plug, beginning again after a failure, jobs that must run in this thread. Does not
belong here: SDL (sdl.py), what an event leads to (the listener).
Invariants: 1. Every event goes to the listener in this thread, in order. 2. However reading ends (a stop, a bug, a
listener's bug, no SDL) ReaderEnded is told: whoever steers comes to rest. 3. With a stick it looks 125 times a second,
60 times once nothing moved for a while; without one once a second, and loads SDL only where the kernel lists a stick.
4. `looked_s` is when it last looked: a thread that hangs in a driver can be seen from outside.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from safecity_console.core.clock import Clock, SystemClock
from safecity_console.core.worker import Worker
from safecity_console.joystick.events import ReaderEnded, StickEvent
from safecity_console.joystick.kernel import may_have_stick
from safecity_console.joystick.sdl import Sdl, SdlMissing

T = TypeVar("T")
BUSY_S, CALM_S, EMPTY_S = 0.008, 0.016, 1.0
CALM_AFTER_S = 20.0
AGAIN_S = 5.0


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Sdl], object]
    future: Future[object]


class StickReader(Worker):
    """Reads joysticks for one listener; construct, `start`, `stop`."""

    def __init__(self, listener: Callable[[StickEvent], None], wanted: Callable[[], bool] = may_have_stick,
                 clock: Clock | None = None, again_s: float = AGAIN_S) -> None:
        super().__init__("joystick")
        self._listener, self._wanted, self._again_s = listener, wanted, again_s
        self._clock = clock or SystemClock()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._moved_s = 0.0
        self.looked_s = self._clock.monotonic_s()
        self.missing = ""  # why SDL cannot be had here

    def call(self, work: Callable[[Sdl], T], timeout_s: float = 5.0) -> T:
        """Have something done in the reader's thread, where SDL is at work, and wait for it."""
        future: Future[object] = Future()
        self._jobs.put(_Job(work, future))
        return future.result(timeout_s)  # type: ignore[return-value]

    def ask_stop(self) -> None:
        """Wake the thread and let it end."""
        super().ask_stop()
        self._jobs.put(None)

    def run(self) -> None:
        """Read until stopped; begin again after a failure."""
        try:
            while not self.stopping:
                self._session()
        finally:
            self._refuse_jobs()

    def _session(self) -> None:
        sdl = Sdl()
        try:
            self._read(sdl)
            return
        except SdlMissing as error:
            self.missing = str(error)
            self._log.warning("joystick_library_missing", error=self.missing)
            self.ask_stop()  # it does not appear while the console runs
        except Exception:  # noqa: BLE001 - a thread's edge: a camera must come to rest whatever failed here
            self._log.exception("joystick_reader_failed")
        finally:
            sdl.close()
            self._listener(ReaderEnded())
        self.wait(self._again_s)

    def _read(self, sdl: Sdl) -> None:
        while not self.stopping:
            self.looked_s = self._clock.monotonic_s()
            if not sdl.opened and (self._wanted() or not self._jobs.empty()):
                sdl.open()
            if sdl.opened:
                found = sdl.look()
                for event in found:
                    self._listener(event)
                self._moved_s = self.looked_s if found else self._moved_s
            self._do_jobs(sdl, self._pause_s(sdl))

    def _pause_s(self, sdl: Sdl) -> float:
        if not sdl.any_stick:
            return EMPTY_S
        return BUSY_S if self.looked_s - self._moved_s < CALM_AFTER_S else CALM_S

    def _do_jobs(self, sdl: Sdl, wait_s: float) -> None:
        """Wait for the next look, or do the first job that comes; the others come after the next look."""
        try:
            job = self._jobs.get(timeout=wait_s)
        except queue.Empty:
            return
        if job is None:
            return
        if not sdl.opened:
            sdl.open()
        try:
            job.future.set_result(job.work(sdl))
        except Exception as error:  # noqa: BLE001 - the caller's: it is raised where the job is waited for
            job.future.set_exception(error)

    def _refuse_jobs(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is not None:
                job.future.set_exception(RuntimeError("the joystick reader has ended"))
