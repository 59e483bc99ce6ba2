"""A child that works on a data folder until its power is cut.

Belongs here: running it and killing it. Does not belong here: what it does, what must be true after
(tests/unit/hostile).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def said_until_killed(code: str, *arguments: str, run_s: float, begun: str = "begun") -> list[list[str]]:
    """Let Python code work for a time after its line `begun`, kill it (-9), and give the words of the whole lines it
    had printed since.
    """
    child = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE,
                             env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == f"{begun}\n"
    time.sleep(run_s)  # the moment of the cut is the chance of these tests
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.stdout.close()
    child.wait(10)
    return [line.split() for line in rest.rpartition("\n")[0].splitlines()]


def counted_until_killed(code: str, *arguments: str, run_s: float) -> dict[str, int]:
    """The same for lines "deed count": gives the last number of each deed the child was told is done."""
    return {deed: int(count) for deed, count in said_until_killed(code, *arguments, run_s=run_s)}
