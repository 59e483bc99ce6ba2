"""One life for every background thread: construct, start, run, stop-and-join.

Belongs here: the life, the name, the niceness. Does not belong here: what the thread does.
Invariants: 1. `stop` is idempotent, callable from any thread but the worker's own, and joins within its deadline or
says it could not. 2. A worker that dies of a bug is logged and remembered in `crashed`; it does not take the process
along.
3. `run` looks at `stopping` at least once in every wait. After MediaMTX' recorder.
"""

from __future__ import annotations

import os
import sys
import threading
from abc import ABC, abstractmethod

from safecity_console.core.logs import get_logger


class Worker(ABC):
    """A thread with one life."""

    def __init__(self, name: str, nice: int = 0) -> None:
        self._thread = threading.Thread(target=self._live, name=name, daemon=True)
        self._stop = threading.Event()
        self._nice = nice
        self._log = get_logger("worker")
        self.crashed = False

    @property
    def name(self) -> str:
        """Give the thread's name."""
        return self._thread.name

    @property
    def stopping(self) -> bool:
        """Tell whether the worker was asked to stop."""
        return self._stop.is_set()

    @property
    def alive(self) -> bool:
        """Tell whether the thread runs."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin; a worker starts once."""
        self._thread.start()

    def ask_stop(self) -> None:
        """Ask it to stop without waiting; subclasses wake their wait here."""
        self._stop.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for its end; True if it ended."""
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Ask and wait; True if it ended in time."""
        self.ask_stop()
        ended = self.join(timeout_s)
        if not ended:
            self._log.warning("worker_did_not_stop", worker=self.name, timeout_s=timeout_s)
        return ended

    def wait(self, seconds: float) -> bool:
        """Sleep inside `run`, woken by a stop; True if asked to stop."""
        return self._stop.wait(seconds)

    @abstractmethod
    def run(self) -> None:
        """Do the work until `stopping`."""

    def _live(self) -> None:
        lower_priority(self._nice)
        try:
            self.run()
        except Exception:  # noqa: BLE001 - a thread's edge
            self.crashed = True
            self._log.exception("worker_crashed", worker=self.name)


def lower_priority(nice: int) -> None:
    """Make the calling thread nicer on Linux, so that decoding never delays an officer's hand."""
    if nice > 0 and sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)
