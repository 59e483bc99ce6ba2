"""The C library's memory: few arenas, and what is free given back now and then.

Belongs here: the two calls, glibc only, and the worker that makes the second. Does not belong here: Python's objects.
Why: glibc gives every few threads an arena of their own, and decoders of full streams come and go in all of them. After
ninety seconds of cameras coming and going, 170 of the 350 MB in its arenas lay free (measured with mallinfo2).
Invariants: 1. Elsewhere than on glibc nothing happens. 2. `use_few_arenas` comes before the first thread; it counts for
arenas not yet made. Thread: any; giving back is done without Python's lock.
"""

from __future__ import annotations

import ctypes
import sys

from safecity_console.core.worker import Worker

ARENAS = 2
GIVE_BACK_EVERY_S = 60.0
_M_ARENA_MAX = -8  # malloc.h


def use_few_arenas() -> bool:
    """Limit the arenas; True where that was possible."""
    libc = _glibc()
    return libc is not None and bool(libc.mallopt(_M_ARENA_MAX, ARENAS))


def give_back() -> bool:
    """Return whole free pages to the system; True where there were some."""
    libc = _glibc()
    return libc is not None and bool(libc.malloc_trim(0))


class GiveBack(Worker):
    """Gives memory back once a minute."""

    def __init__(self) -> None:
        super().__init__("memory", nice=10)

    def run(self) -> None:
        """Give back until asked to stop."""
        while not self.wait(GIVE_BACK_EVERY_S):
            give_back()


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "gnu_get_libc_version") else None
