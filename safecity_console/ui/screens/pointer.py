"""A pointer that rests: over a wall nobody points at it disappears, with the first movement it is back.

Belongs here: hiding and showing it over one widget. Does not belong here: who wants that (window.py, kiosk.py).
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

RESTS_AFTER_MS = 3000
_STIRS = frozenset({QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Enter, QEvent.Type.Wheel})


class PointerRest(QObject):
    """Hides the pointer over `over` after three seconds; goes with it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RESTS_AFTER_MS)
        self._timer.timeout.connect(self._on_rest)
        over.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear movement."""
        if event.type() in _STIRS:
            self._over.unsetCursor()
            self._timer.start()
        return super().eventFilter(watched, event)

    def _on_rest(self) -> None:
        self._over.setCursor(Qt.CursorShape.BlankCursor)
