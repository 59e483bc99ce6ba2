"""Running one of our own modules as a child process with a deadline, because what it tries may hang or crash.

Belongs here: the one way to start, wait, kill and read such a child. Does not belong here: what is tried, what its
lines mean.
Invariants: 1. The child is dead when `run_child` returns. 2. What it had said before it hung or crashed is kept.
3. At most `OUTPUT_MOST` characters are handed on. Thread: any; blocks.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

STEP_S = 0.25
OUTPUT_MOST = 20_000
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows a black window would flash


class ChildEnd(StrEnum):
    """How it ended."""

    DONE = "done"
    FAILED = "failed"  # by its own exit status
    CRASHED = "crashed"  # by a signal, or an exception code of Windows
    HUNG = "hung"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ChildSaid:
    """How a child ended and the lines of its standard output."""

    end: ChildEnd
    lines: tuple[str, ...]


def _never() -> bool:
    return False


def run_child(module: str, arguments: Sequence[str], deadline_s: float, environment: Mapping[str, str] | None = None,
              stopping: Callable[[], bool] = _never) -> ChildSaid:
    """Run `python -m module`, killed at the deadline or when `stopping` says so."""
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", module, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env=None if environment is None else dict(environment), text=True, errors="replace",
        creationflags=NO_WINDOW,
    )
    until_s = time.monotonic() + deadline_s
    end = None
    try:
        while end is None:
            try:
                said, _ = child.communicate(timeout=STEP_S)
                end = _end_of(child.returncode)
            except subprocess.TimeoutExpired:
                if stopping():
                    end = ChildEnd.STOPPED
                elif time.monotonic() >= until_s:
                    end = ChildEnd.HUNG
    finally:
        if child.poll() is None:
            child.kill()
            said, _ = child.communicate()
    return ChildSaid(end, tuple(said[:OUTPUT_MOST].splitlines()))


def _end_of(status: int) -> ChildEnd:
    if status == 0:
        return ChildEnd.DONE
    return ChildEnd.CRASHED if status < 0 or status > 255 else ChildEnd.FAILED
