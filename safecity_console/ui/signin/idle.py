"""Locks a desk nobody has touched for as long as the setting says.

Belongs here: hearing that somebody is there, the countdown. Does not belong here: locking itself (services/access.py),
the cover (gate.py).
Invariants: 1. Nothing is listened to while the setting is off or nobody sits here. 2. Half a minute before it locks it
is said. 3. Only a key, a click, a wheel, a touch or a moved pointer counts as somebody. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import Seat
from safecity_console.ui.format import ltr

LOOK_MS = 1000
WARN_S = 30.0
SOMEBODY = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.InputMethod,
})


class IdleLock(QObject):
    """The watch over one desk; `locked` is sent when it locked it."""

    locked = Signal()
    said = Signal(str, str)

    def __init__(self, services: ConsoleServices, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._touched_s = services.clock.monotonic_s()
        self._warned = self._listens = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def follow(self) -> None:
        """Listen or rest, as seat and setting say."""
        wanted = self._services.access.seat is Seat.TAKEN and self._after_s() > 0
        if wanted is self._listens:
            return
        self._listens = wanted
        app = QCoreApplication.instance()
        if app is None:
            return
        if wanted:
            self._note()
            app.installEventFilter(self)
            self._timer.start()
        else:
            app.removeEventFilter(self)
            self._timer.stop()

    def look(self) -> None:
        """Lock where it is time; say so before."""
        after_s = self._after_s()
        if self._services.access.seat is not Seat.TAKEN or not after_s:
            return
        idle_s = self._services.clock.monotonic_s() - self._touched_s
        if idle_s >= after_s:
            self._services.access.lock()
            self.locked.emit()
        elif idle_s >= after_s - WARN_S and not self._warned:
            self._warned = True
            self.said.emit(self.tr("The console locks in {seconds} seconds unless a key is pressed.").format(
                seconds=ltr(round(after_s - idle_s))), "warning")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in SOMEBODY:
            self._note()
        return False

    def release(self) -> None:
        """Listen no more."""
        app = QCoreApplication.instance()
        if self._listens and app is not None:
            app.removeEventFilter(self)
        self._listens = False
        self._timer.stop()

    def _note(self) -> None:
        self._touched_s = self._services.clock.monotonic_s()
        self._warned = False

    def _after_s(self) -> float:
        return 60.0 * self._services.settings.number("console.lock_after_min")
