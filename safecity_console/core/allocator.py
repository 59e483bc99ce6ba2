"""The C library's memory: few arenas, pages kept from picture to picture, and what is free given back now and then.

Belongs here: the calls, glibc only, and the worker that gives back. Does not belong here: Python's objects.
Why: glibc gives every few threads an arena of their own, and decoders of full streams come and go in all of them. After
ninety seconds of cameras coming and going, 170 of the 350 MB in its arenas lay free (measured with mallinfo2). And left
to itself glibc takes the pages of every large picture from the system and hands them back: 1,350 page faults for one of
1920x1080, 1.8 of the 2.6 ms its conversion cost.
Invariants: 1. Elsewhere than on glibc nothing happens. 2. `use_few_arenas` comes before the first thread; it counts for
arenas not yet made. 3. Of kept pages at most `KEPT_BYTES` lie free at the end of an arena. Thread: any; giving back is
done without Python's lock.
"""

from __future__ import annotations

import ctypes
import sys

from safecity_console.core.worker import Worker

ARENAS = 2
GIVE_BACK_EVERY_S = 60.0
KEPT_BYTES = 64 * 1024 * 1024
LARGE_BYTES = 32 * 1024 * 1024  # from here on a block has pages of its own; a picture of 4K has 33 million
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # malloc.h


def use_few_arenas() -> bool:
    """Limit the arenas; True where that was possible."""
    libc = _glibc()
    return libc is not None and bool(libc.mallopt(_M_ARENA_MAX, ARENAS))


def keep_pages() -> bool:
    """Keep the pages of freed pictures for the next ones; True where that was possible."""
    libc = _glibc()
    return libc is not None and bool(libc.mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES)
                                     and libc.mallopt(_M_TRIM_THRESHOLD, KEPT_BYTES))


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
