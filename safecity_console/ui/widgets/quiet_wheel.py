"""Keeps the wheel from changing an editor that is only scrolled past.

Belongs here: the filter. Does not belong here: what scrolls. Invariant: an editor that has the focus hears its wheel.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class QuietWheel(QObject):
    """A filter over editors on a page that scrolls; the page gets the wheel instead."""

    def quiet(self, *editors: QWidget) -> None:
        """Keep the wheel from these."""
        for editor in editors:
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel does not bring the focus either
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page where the editor has no focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
