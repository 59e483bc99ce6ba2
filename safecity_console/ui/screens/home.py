"""The main window's own screen: where it was when that screen went, and bringing it back.

Belongs here: moving the main window off a screen that is gone and home again. Does not belong here: other windows
(desk.py), where it stood at the last close (ui/window_place.py).
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from safecity_console.domain.screens import Box, ScreenName, same_screen, shifted
from safecity_console.ui.screens.attached import box_of, name_of, put_on, rect_of, screen_named

_STATES = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized


class MainHome:
    """Knows the screen the main window lost."""

    def __init__(self, main: QWidget) -> None:
        self._main = main
        self._home: ScreenName | None = None
        self._box = Box(0, 0, 0, 0)

    def lost(self, home: ScreenName) -> None:
        """Note that the main window's screen is going; a second loss leaves the first home its home."""
        if self._home is None:
            self._home, self._box = home, box_of(self._main.normalGeometry())

    def settle(self, names: Sequence[ScreenName]) -> None:
        """Bring the main window home where its screen is back, or onto one that is there."""
        if not names:
            return
        back = same_screen(self._home, names) if self._home is not None else None
        here = self._main.screen()
        if self._home is not None and back is not None:
            self._move(names, back, self._box, self._home.box)
            self._home = None
        elif not any(name_of(here, name.index) == name for name in names):
            before = self._home.box if self._home is not None else names[0].box
            self._move(names, 0, box_of(self._main.normalGeometry()), before)

    def _move(self, names: Sequence[ScreenName], at: int, box: Box, before: Box) -> None:
        screen = screen_named(names[at], names)
        if screen is not None:
            move_window(self._main, screen, shifted(box, before, names[at].box))


def move_window(window: QWidget, screen: QScreen, box: Box) -> None:
    """Put a window on another screen as it is: framed, maximised or full-screen."""
    state = window.windowState() & _STATES
    if state:
        window.setWindowState(window.windowState() & ~_STATES)
    put_on(window, screen, rect_of(box))
    if state & Qt.WindowState.WindowFullScreen:
        window.setGeometry(screen.geometry())
    if state:
        window.setWindowState(window.windowState() | state)
