"""A lock that says "a console works on this data folder"; the system frees it when the process dies, however it dies.

Belongs here: taking and leaving it. Does not belong here: what to do when it is taken.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from safecity_console.domain.errors import Refused

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class InstanceLock:
    """One lock file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock; raises Refused("console_runs")."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise Refused("console_runs", folder=str(self._path.parent)) from None
        self._handle = handle

    def leave(self) -> None:
        """Let go; callable twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
