"""Native calls with a deadline: what may hang does so in a thread of its own.

Belongs here: waiting for a call no longer than it deserves. Does not belong here: what is called.
Invariants: 1. `within` comes back in time whatever the call does; one that hangs keeps its thread (a daemon) and all it
holds, for nothing in Python ends a native call. 2. At most `hung_most` calls hang at once; a further one is refused
without being tried. Thread: any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class TookTooLong(Exception):
    """A native call did not come back in time, or too many already hang."""


class NativeCalls:
    """Calls of one library."""

    def __init__(self, name: str, hung_most: int = 4) -> None:
        self._name = name
        self._hung_most = hung_most
        self._lock = threading.Lock()
        self._running = 0

    @property
    def running(self) -> int:
        """Count the calls under way, hanging ones included."""
        return self._running

    def within(self, timeout_s: float, work: Callable[[], T]) -> T:
        """Do something and give its result; raises TookTooLong, or what `work` raised."""
        with self._lock:
            if self._running >= self._hung_most:
                raise TookTooLong(self._name)
            self._running += 1
        call = _Call(work)
        thread = threading.Thread(target=self._live, args=(call,), name=f"native-{self._name}", daemon=True)
        thread.start()
        thread.join(timeout_s)
        if thread.is_alive():
            raise TookTooLong(self._name)
        if call.error is not None:
            raise call.error
        return call.result()

    def _live(self, call: _Call[T]) -> None:
        try:
            call.run()
        finally:
            with self._lock:
                self._running -= 1


class _Call(Generic[T]):
    """One call and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._found: list[T] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self._found.append(self._work())
        except Exception as error:  # noqa: BLE001 - a thread's edge: raised again where the result is waited for
            self.error = error

    def result(self) -> T:
        return self._found[0]
