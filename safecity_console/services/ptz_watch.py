"""The console's end of the watchdog: a child process that stops cameras when this process cannot.

Belongs here: starting it, telling it by its pipe, starting it anew. Does not belong here: what it does
(ptz_watchdog.py).
Invariants: 1. Logins go through the pipe alone, never into argv or the environment. 2. A message is shorter than the
pipe takes whole, and writing never waits: a child that does not read is replaced, and told again what moves.
3. Closing the pipe is the signal: whatever still moves then is stopped by the child. Thread: any, one lock.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict

from safecity_console.core.child import NO_WINDOW
from safecity_console.core.logs import get_logger
from safecity_console.db.onvif_devices import report_to
from safecity_console.services.ptz_ports import StopTarget

MODULE = "safecity_console.services.ptz_watchdog"
END_S = 3.0


class Watchdog:
    """One child for all cameras, started when the first one is taken in hand."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._moving: dict[str, StopTarget] = {}
        self._log = get_logger("ptz")

    def ready(self) -> None:
        """Start the child, so that the first move need not wait for it."""
        with self._lock:
            self._alive()

    @property
    def child_pid(self) -> int | None:
        """Give the child's process."""
        child = self._child
        return None if child is None else child.pid

    def moving(self, camera_id: str, target: StopTarget) -> None:
        """Take charge of a camera that is about to move; the pipe holds it before this returns."""
        with self._lock:
            if self._moving.get(camera_id) is target and self._child is not None:
                self._tell({"do": "beat", "camera": camera_id})
                return
            self._moving[camera_id] = target
            self._tell(_charge(camera_id, target))

    def beat(self, camera_id: str) -> None:
        """Pass on that the camera's lane lives."""
        with self._lock:
            if camera_id in self._moving:
                self._tell({"do": "beat", "camera": camera_id})

    def still(self, camera_id: str) -> None:
        """Let a camera go."""
        with self._lock:
            if self._moving.pop(camera_id, None) is not None:
                self._tell({"do": "still", "camera": camera_id})

    def close(self) -> None:
        """End the child; cameras that still move it stops before."""
        with self._lock:
            child, self._child = self._child, None
            self._moving.clear()
        if child is None:
            return
        with suppress(OSError):
            if child.stdin is not None:
                child.stdin.close()
        try:
            child.wait(END_S)
        except subprocess.TimeoutExpired:
            self._log.warning("watchdog_still_stopping")  # it goes on by itself

    def _tell(self, message: dict[str, object]) -> None:
        fresh = self._child is None or self._child.poll() is not None
        child = self._alive()
        if fresh and message["do"] == "beat":
            return  # the new child was just told all
        if not _written(child, message):
            self._log.warning("watchdog_replaced")
            self._end(child)
            self._alive()

    def _alive(self) -> subprocess.Popen[bytes]:
        child = self._child
        if child is not None and child.poll() is None:
            return child
        if child is not None:
            self._end(child)
        child = self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", MODULE], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={k: v for k, v in os.environ.items() if "PASSWORD" not in k},
            start_new_session=True, creationflags=NO_WINDOW, bufsize=0)
        if child.stdin is not None and hasattr(os, "set_blocking"):
            with suppress(OSError, ValueError):
                os.set_blocking(child.stdin.fileno(), False)
        for camera_id, target in self._moving.items():
            _written(child, _charge(camera_id, target))
        return child

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        self._child = None
        with suppress(OSError):
            if child.stdin is not None:
                child.stdin.close()
            child.kill()
        with suppress(subprocess.TimeoutExpired):
            child.wait(END_S)


def _charge(camera_id: str, target: StopTarget) -> dict[str, object]:
    return {"do": "moving", "camera": camera_id, "endpoint": asdict(target.endpoint), "user": target.user,
            "password": target.password.reveal(), "token": target.profile_token, "pinned": target.pinned,
            "known": report_to(target.known)}


def _written(child: subprocess.Popen[bytes], message: dict[str, object]) -> bool:
    data = json.dumps(message).encode() + b"\n"
    try:
        return child.stdin is not None and child.stdin.write(data) == len(data)
    except (OSError, ValueError):
        return False
