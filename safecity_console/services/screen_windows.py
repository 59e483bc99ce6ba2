"""What stands on other screens, kept over restarts.

Belongs here: which windows there are, adding, changing, forgetting them. Does not belong here: windows and screens
themselves (ui/screens/), the arrangement of each (services/walls.py, by place).
Invariants: 1. What `put` returned from is on the disk. 2. A kept row that cannot be read is left alone, with a log
line. 3. A safe start shows none of what is kept and touches none of it. 4. Sending a window and taking one back needs
ARRANGE_WALL and is in the audit by the same commit; where a window stands is the console's own note. Thread: any.
"""

from __future__ import annotations

import threading

from safecity_console.core.ids import new_id
from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.screen_windows import delete_screen_window, put_screen_window, read_screen_windows
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Actor, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.screens import SentWindow
from safecity_console.services.desk import Desk

WINDOWS_MOST = 16


class ScreenWindowService:
    """The windows of one workstation beside its main one."""

    def __init__(self, door: Door, reader: Reader, desk: Desk, safe_start: bool = False) -> None:
        self._door, self._desk = door, desk
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

    def name_of(self, place: str) -> str:
        """Give the screen a window stands on as the audit names it; a place that is none is named itself."""
        window = self._windows.get(place)
        return place if window is None else window.screen.name or place

    def put(self, window: SentWindow) -> None:
        """Keep a window, or where it stands now."""
        with self._lock:
            before = self._windows.get(window.place)
            if before == window:
                return
            # Moving a window about, also by the screens that come and go, is no deed; what it shows is.
            sent = before is None or (before.kind, before.camera_id) != (window.kind, window.camera_id)
            actor = self._must(window.place) if sent else None

            def job(transaction: Transaction) -> None:
                put_screen_window(transaction, window)
                if actor is not None:
                    self._desk.append(transaction, Action.WALL_CHANGE, Subject("screen", window.screen.name),
                                      Outcome.DONE, actor, deed="send", kind=window.kind.value)

            self._door.write(job)
            self._windows[window.place] = window

    def forget(self, place: str) -> None:
        """Forget a window that was taken back."""
        with self._lock:
            if place not in self._windows:
                return
            actor, name = self._must(place), self._windows[place].screen.name

            def job(transaction: Transaction) -> None:
                delete_screen_window(transaction, place)
                self._desk.append(transaction, Action.WALL_CHANGE, Subject("screen", name), Outcome.DONE, actor,
                                  deed="take_back")

            self._door.write(job)
            del self._windows[place]

    def _must(self, place: str) -> Actor:
        return self._desk.must(Permission.ARRANGE_WALL, Subject("screen", place))
