"""Keeping the screens awake while a kiosk runs.

Belongs here: asking the desktop's screen-saver service (freedesktop.org, D-Bus) or Windows. Does not belong here: when
(kiosk.py), what the machine offers (cli/doctor.py says it).
Invariants: 1. What was asked for is taken back at the end; a program that dies is forgotten by both systems. 2. Where
nobody answers, nothing is claimed: `held` says what is true. X11's own blanking (`xset s`) is not touched: it belongs
to the user's session. Source: freedesktop.org "Idle Inhibition Service"; SetThreadExecutionState of Windows.
Thread: GUI.
"""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
ANSWER_MS = 1000
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2


class KeepAwake:
    """Holds the screens awake from `hold` to `let_go`."""

    def __init__(self) -> None:
        self._cookie: int | None = None
        self._windows = False

    @property
    def held(self) -> bool:
        """Tell whether somebody promised to keep the screens awake."""
        return self._windows or self._cookie is not None

    def hold(self, program: str, reason: str) -> bool:
        """Ask; gives whether it is granted."""
        if self.held:
            return True
        if sys.platform == "win32":
            self._windows = _execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)
            return self._windows
        service = _service()
        if service is not None:
            answer = service.call("Inhibit", program, reason)
            values = answer.arguments()
            if answer.type() == QDBusMessage.MessageType.ReplyMessage and values and isinstance(values[0], int):
                self._cookie = values[0]
        return self.held

    def let_go(self) -> None:
        """Take it back."""
        if self._windows:
            _execution_state(_CONTINUOUS)
            self._windows = False
        if self._cookie is not None:
            service = _service()
            if service is not None:
                service.call("UnInhibit", self._cookie)
            self._cookie = None


def _service() -> QDBusInterface | None:
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    known = bus.interface().isServiceRegistered(SERVICE)
    if not known.value():
        return None
    service = QDBusInterface(SERVICE, PATH, SERVICE, bus)
    service.setTimeout(ANSWER_MS)
    return service


def _execution_state(flags: int) -> bool:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it, and mypy looks from Linux
    return bool(kernel.SetThreadExecutionState(ctypes.c_uint(flags)))
