"""What stands on other screens, kept over restarts.

Belongs here: which windows there are, adding, changing, forgetting them. Does not belong here: windows and screens
themselves (ui/screens/), the arrangement of each (services/walls.py, by place).
Invariants: 1. What `put` returned from is on the disk. 2. A kept row that cannot be read is left alone, with a log
line. 3. A safe start shows none of what is kept and touches none of it. Thread: any.
"""

from __future__ import annotations

import threading

from safecity_console.core.ids import new_id
from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.screen_windows import delete_screen_window, put_screen_window, read_screen_windows
from safecity_console.domain.errors import Refused
from safecity_console.domain.screens import SentWindow

WINDOWS_MOST = 16


class ScreenWindowService:
    """The windows of one workstation beside its main one."""

    def __init__(self, door: Door, reader: Reader, safe_start: bool = False) -> None:
        self._door = door
        self._lock = threading.Lock()
        self._windows: dict[str, SentWindow] = {}
        for place, window in () if safe_start else reader.read(read_screen_windows):
            if window is None:
                get_logger("screens").warning("screen_window_unreadable", place=place[:80])
            elif len(self._windows) < WINDOWS_MOST:
                self._windows[place] = window

    def windows(self) -> tuple[SentWindow, ...]:
        """Give the windows in the order they were sent."""
        return tuple(self._windows.values())

    def new_place(self) -> str:
        """Give a place no window has; raises Refused("screens_many")."""
        if len(self._windows) >= WINDOWS_MOST:
            raise Refused("screens_many", most=WINDOWS_MOST)
        return f"screen-{new_id()}"

    def put(self, window: SentWindow) -> None:
        """Keep a window, or where it stands now."""
        with self._lock:
            if self._windows.get(window.place) != window:
                self._door.write(lambda tx: put_screen_window(tx, window))
                self._windows[window.place] = window

    def forget(self, place: str) -> None:
        """Forget a window that was taken back."""
        with self._lock:
            if place in self._windows:
                self._door.write(lambda tx: delete_screen_window(tx, place))
                del self._windows[place]
