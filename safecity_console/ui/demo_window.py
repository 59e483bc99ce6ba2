"""The simulated district beside this console: a process of its own with its own window and temporary folder.

Belongs here: starting it and noticing that it did not come up. Does not belong here: the district (simulator/), the
verb (cli/demo.py), showing sentences.
Invariants: 1. Nothing of this console's data is handed on: the demo is told of no data folder and no password. 2. It
outlives this console; nothing waits for it. 3. One at a time. Thread: GUI.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 500
LOOKS = 20  # a demo that fails does so within these ten seconds
_OURS = "SAFECITY_"


def demo_command() -> tuple[str, ...]:
    """Give the command that opens the simulated district."""
    if getattr(sys, "frozen", False):
        return sys.executable, "demo"
    return sys.executable, "-m", "safecity_console", "demo"


def demo_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Give an environment without this console's own settings, folder and secrets."""
    return {name: value for name, value in environment.items() if not name.startswith(_OURS)}


class DemoWindow(QObject):
    """Opens the simulated district for one window; `said` brings a sentence and its kind."""

    said = Signal(str, str)

    def __init__(self, parent: QObject, command: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._command = tuple(command) or demo_command()
        self._process: subprocess.Popen[bytes] | None = None
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_look)

    def open(self) -> None:
        """Start it, unless it runs already."""
        if self._process is not None and self._process.poll() is None:
            self.said.emit(self.tr("The simulated district is open already, in its own window."), "info")
            return
        try:
            self._process = _start(self._command)
        except OSError:
            self._fail()
            return
        self._looks = 0
        self._timer.start()
        self.said.emit(self.tr("The simulated district opens in its own window."), "info")

    def _on_look(self) -> None:
        self._looks += 1
        ended = self._process.poll() if self._process is not None else 0
        if ended:
            self._fail()
        if ended is not None or self._looks >= LOOKS:
            self._timer.stop()

    def _fail(self) -> None:
        self.said.emit(self.tr("The simulated district could not be opened; nothing here was changed."), "warning")


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    detached = int(getattr(subprocess, "DETACHED_PROCESS", 0))  # known on Windows only
    return subprocess.Popen(  # noqa: S603 - our own program, no word of it typed by anybody
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=demo_environment(os.environ), start_new_session=True, creationflags=detached)
