"""Two usual lives of a worker: rounds until stopped, and one question asked later.

Belongs here: the loops. Does not belong here: what a round does, the life itself (worker.py).
Invariants: 1. A bug in one round is logged and costs that round, not the thread. 2. Whoever sets `wake` begins the next
round at once; a stop does so too. 3. An answer that comes after a stop is told to nobody.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker

T = TypeVar("T")


class Rounds(Worker):
    """Calls `work` again and again; it gives how many seconds to wait at most, None until woken."""

    def __init__(self, name: str, work: Callable[[], float | None], wake: threading.Event, after_bug_s: float,
                 finish: Callable[[], None] | None = None) -> None:
        super().__init__(name)
        self._work, self._wake = work, wake
        self._after_bug_s = after_bug_s
        self._finish = finish

    def ask_stop(self) -> None:
        """Ask it to stop and wake it."""
        super().ask_stop()
        self._wake.set()

    def run(self) -> None:
        """Do rounds until asked to stop, then `finish`."""
        while not self.stopping:
            try:
                wait_s = self._work()
            except Exception:  # noqa: BLE001 - a thread's edge: a bug in one round must not freeze what it looks after
                get_logger(self.name).exception("round_failed")
                wait_s = self._after_bug_s
            self._wake.wait(wait_s)
            self._wake.clear()
        if self._finish is not None:
            self._finish()


class OnceLater(Worker, Generic[T]):
    """Waits, asks one long question and tells the answer; `ask` is given what says that nobody wants it any more."""

    def __init__(self, name: str, ask: Callable[[Callable[[], bool]], T], found: Callable[[T], None],
                 after_s: float) -> None:
        super().__init__(name, nice=10)
        self._ask, self._found, self._after_s = ask, found, after_s

    def run(self) -> None:
        """Wait, ask, tell."""
        if self.wait(self._after_s):
            return
        answer = self._ask(lambda: self.stopping)
        if not self.stopping:
            self._found(answer)
