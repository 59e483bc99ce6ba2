"""Running one of our own modules as a child process with a deadline, because what it tries may hang or crash.

Belongs here: the one way to start, wait, kill and read such a child, and what such a child does first. Does not belong
here: what is tried, what its lines mean.
Invariants: 1. The child is dead when `run_child` returns. 2. What it had said before it hung or crashed is kept.
3. At most `OUTPUT_MOST` characters are kept, of a driver that talks without end as well, and a process of the driver's
own that keeps the pipe open is not waited for. 4. A child whose console was killed ends by itself: its module begins
with `end_by_itself`. Thread: any; blocks.
"""

from __future__ import annotations

import faulthandler
import io
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, cast

STEP_S = 0.25
LAST_WORDS_S = 1.0
OUTPUT_MOST = 20_000
ALONE_MOST_S = 60.0  # longer than any deadline a parent gives
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
        stderr=subprocess.DEVNULL, env=None if environment is None else dict(environment), creationflags=NO_WINDOW,
    )
    heard = _Heard(child.stdout)
    try:
        end = _wait(child, time.monotonic() + deadline_s, stopping)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
    return ChildSaid(end, tuple(heard.text().splitlines()))


def end_by_itself(seconds: float = ALONE_MOST_S) -> None:
    """Have this process end after so long whatever it hangs in: its parent may be gone, and nobody else would."""
    # The only clock of Python's that needs no GIL, which a hanging driver may hold; the traceback goes nowhere.
    with suppress(ValueError, OSError, AttributeError, RuntimeError):
        faulthandler.dump_traceback_later(seconds, exit=True)


def _wait(child: subprocess.Popen[bytes], until_s: float, stopping: Callable[[], bool]) -> ChildEnd:
    while True:
        try:
            return _end_of(child.wait(STEP_S))
        except subprocess.TimeoutExpired:
            if stopping():
                return ChildEnd.STOPPED
            if time.monotonic() >= until_s:
                return ChildEnd.HUNG


class _Heard:
    """Reads a child's output to its end, and keeps the beginning."""

    def __init__(self, pipe: IO[bytes] | None) -> None:
        self._kept = b""
        self._thread = threading.Thread(target=self._read, args=(pipe,), name="child-output", daemon=True)
        self._thread.start()

    def text(self) -> str:
        """Give what was kept; waits a moment for what is still under way."""
        self._thread.join(LAST_WORDS_S)
        return self._kept.decode("utf-8", "replace")[:OUTPUT_MOST]

    def _read(self, pipe: IO[bytes] | None) -> None:
        if pipe is None:
            return
        with pipe:
            while part := cast("io.BufferedReader", pipe).read1(4096):
                self._kept = (self._kept + part)[:OUTPUT_MOST]


def _end_of(status: int) -> ChildEnd:
    if status == 0:
        return ChildEnd.DONE
    return ChildEnd.CRASHED if status < 0 or status > 255 else ChildEnd.FAILED
