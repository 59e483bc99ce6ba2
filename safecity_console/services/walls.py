"""Walls: those on screen, one a window, and those kept under a name.

Belongs here: saving, renaming, deleting, restoring after a restart. Does not belong here: arranging
(domain/wall.py), SQL.
Invariants: 1. `set_current` never waits for the disk; what is written is the newest, at most every `DEBOUNCE_S`;
`stop` writes what is left. 2. A stored wall that cannot be read is skipped with a log line. 3. A safe start begins
without the walls that were on screen, and writes none until its first one is changed. Thread: any; the saver
is a thread of its own.
"""

from __future__ import annotations

import threading

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.db.walls import (
    WallRole,
    WallRow,
    delete_current,
    delete_saved,
    put_current,
    put_saved,
    read_walls,
    rename_saved,
)
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.wall import MAIN_PLACE, SavedWall, Wall
from safecity_console.services.events import WallsChanged

NAME_MAX = 80
DEBOUNCE_S = 0.5
RETRY_S = 5.0


class WallService(Worker):
    """The walls of one workstation; `start` it to have the current wall kept, `stop` it before the door."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, debounce_s: float = DEBOUNCE_S,
                 safe_start: bool = False) -> None:
        super().__init__("wall-saver")
        self._door = door
        self._reader = reader
        self._bus = bus
        self._debounce_s = debounce_s
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._marking = threading.Lock()  # between who marks a place unwritten and the saver, who takes the marks
        self._unwritten: set[str] = set()
        rows = reader.read(read_walls)
        self._saved = _saved(rows)
        self._safe_start = safe_start
        self._current: dict[str, tuple[Wall, str]] = {
            row.place: (row.saved.wall, row.name) for row in rows
            if row.role is WallRole.CURRENT and row.saved and not safe_start
        }

    def saved(self) -> tuple[SavedWall, ...]:
        """Give the saved walls by name."""
        return self._saved

    def save(self, name: str, wall: Wall) -> SavedWall:
        """Save a wall under a name, in place of the one that bears it; raises Refused("wall_name")."""
        clean = _name(name)

        def job(transaction: Transaction) -> str:
            return put_saved(transaction, clean, wall)

        with self._lock:
            wall_id = self._door.write(job)
            self._reload()
        self._bus.publish(WallsChanged())
        return next(one for one in self._saved if one.id == wall_id)

    def rename(self, wall_id: str, name: str) -> None:
        """Rename a saved wall; raises NotFound("wall_missing"), Conflict("wall_name_taken"), Refused("wall_name")."""
        clean = _name(name)
        with self._lock:
            self._door.write(lambda tx: rename_saved(tx, wall_id, clean))
            self._reload()
        self._bus.publish(WallsChanged())

    def delete(self, wall_id: str) -> None:
        """Delete a saved wall; raises NotFound("wall_missing")."""
        with self._lock:
            self._door.write(lambda tx: delete_saved(tx, wall_id))
            self._reload()
        self._bus.publish(WallsChanged())

    def current(self, place: str = MAIN_PLACE) -> tuple[Wall, str] | None:
        """Give a window's wall and the name it was saved under (or empty); None before the first."""
        return self._current.get(place)

    def set_current(self, wall: Wall, name: str = "", place: str = MAIN_PLACE) -> None:
        """Take note of a window's wall; it is written a moment later."""
        if self._current.get(place) != (wall, name):
            # The plain wall a safe start begins with must not take the place of the one that is kept.
            untouched = self._safe_start and place == MAIN_PLACE and place not in self._current
            self._current[place] = (wall, name)
            if not untouched:
                self._mark(place)

    def forget_current(self, place: str) -> None:
        """Forget the wall of a window that was closed for good; it is deleted a moment later."""
        if self._current.pop(place, None) is not None:
            self._mark(place)

    def flush(self) -> None:
        """Write now what is not written yet; raises Refused where the database does."""
        with self._marking:
            places, self._unwritten = self._unwritten, set()  # what is set from now on is written next time
        try:
            for place in sorted(places):
                self._write(place)
                places.discard(place)
        finally:
            with self._marking:
                self._unwritten |= places

    def ask_stop(self) -> None:
        """Wake the saver, which writes what is left."""
        super().ask_stop()
        self._wake.set()

    def run(self) -> None:
        """Write the newest current wall, at most one per pause."""
        while not self.stopping:
            if self._wake.wait(1.0):
                self.wait(self._debounce_s)
                self._wake.clear()
                self._try_flush()
        self._try_flush()

    def _try_flush(self) -> None:
        try:
            self.flush()
        except WorldError as error:
            get_logger("walls").warning("current_wall_not_written", error=str(error))
            self.wait(RETRY_S)
            self._wake.set()

    def _mark(self, place: str) -> None:
        with self._marking:
            self._unwritten.add(place)
        self._wake.set()

    def _write(self, place: str) -> None:
        kept = self._current.get(place)
        if kept is None:
            self._door.write(lambda tx: delete_current(tx, place))
        else:
            wall, name = kept
            self._door.write(lambda tx: put_current(tx, name[:NAME_MAX], wall, place))

    def _reload(self) -> None:
        self._saved = _saved(self._reader.read(read_walls))


def _saved(rows: tuple[WallRow, ...]) -> tuple[SavedWall, ...]:
    for row in rows:
        if row.saved is None:
            get_logger("walls").warning("stored_wall_unreadable", wall=row.name)
    return tuple(row.saved for row in rows if row.role is WallRole.SAVED and row.saved is not None)


def _name(name: str) -> str:
    clean = name.strip()
    if not clean or len(clean) > NAME_MAX or any(ord(c) < 32 or ord(c) == 127 for c in clean):
        raise Refused("wall_name", longest=NAME_MAX)
    return clean
