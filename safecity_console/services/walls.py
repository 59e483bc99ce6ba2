"""Walls: those on screen, one a window, and those kept under a name.

Belongs here: saving, renaming, deleting, ordering, whose default a wall is, restoring after a restart. Does not belong
here: arranging (domain/wall.py), own layouts (layouts.py), files (wall_files.py), SQL.
Invariants: 1. `set_current` never waits for the disk; what is written is the newest, at most every `DEBOUNCE_S`;
`stop` writes what is left. 2. A stored wall that cannot be read is skipped with a log line. 3. After a crash every deed
here but `set_current` is there whole or not at all. 4. A safe start begins without the walls that were on screen, and
writes none until its first one is changed. 5. Whoever keeps, renames, orders or deletes needs ARRANGE_WALL, and it is
in the audit by the same commit; the wall on screen is the console's own note and is not. Thread: any; the saver is a
thread of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.db.door import Door
from safecity_console.db.layouts import order_rows, put_default, put_layout, read_defaults
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Table, Transaction
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
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Detail, Outcome, Subject
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.names import NAME_MAX, clean_name
from safecity_console.domain.wall import MAIN_PLACE, SavedWall, Wall
from safecity_console.services.desk import Desk
from safecity_console.services.events import WallsChanged

DEBOUNCE_S = 0.5
RETRY_S = 5.0


class WallService(Worker):
    """The walls of one workstation; `start` it to have the current wall kept, `stop` it before the door."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk, debounce_s: float = DEBOUNCE_S,
                 safe_start: bool = False) -> None:
        super().__init__("wall-saver")
        self._door = door
        self._reader = reader
        self._bus = bus
        self._desk = desk
        self._debounce_s = debounce_s
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._marking = threading.Lock()  # between who marks a place unwritten and the saver, who takes the marks
        self._flushing = threading.Lock()
        self._unwritten: set[str] = set()
        rows = reader.read(read_walls)
        self._saved = _saved(rows)
        self._defaults = reader.read(read_defaults)
        self._safe_start = safe_start
        self._current: dict[str, tuple[Wall, str]] = {
            row.place: (row.saved.wall, row.name) for row in rows
            if row.role is WallRole.CURRENT and row.saved and not safe_start
        }

    def saved(self) -> tuple[SavedWall, ...]:
        """Give the saved walls in their order."""
        return self._saved

    def save(self, name: str, wall: Wall) -> SavedWall:
        """Save a wall under a name, in place of the one that bears it; raises Refused("wall_name")."""
        clean = _name(name)

        ids: list[str] = []
        self._change(lambda tx: ids.append(put_saved(tx, clean, wall)), "save", clean)
        return next(one for one in self._saved if one.id == ids[-1])

    def rename(self, wall_id: str, name: str) -> None:
        """Rename a saved wall; raises NotFound("wall_missing"), Conflict("wall_name_taken"), Refused("wall_name")."""
        clean = _name(name)
        self._change(lambda tx: rename_saved(tx, wall_id, clean), "rename", self._name_of(wall_id), to=clean)

    def delete(self, wall_id: str) -> None:
        """Delete a saved wall; raises NotFound("wall_missing")."""
        self._change(lambda tx: delete_saved(tx, wall_id), "delete", self._name_of(wall_id))

    def reorder(self, wall_ids: Sequence[str]) -> None:
        """Put the saved walls into this order."""
        self._change(lambda tx: order_rows(tx, Table.WALL, wall_ids), "order")

    def take_in(self, walls: Sequence[tuple[str, Wall]], layouts: Sequence[tuple[str, str]] = ()) -> None:
        """Save walls and own layouts (name, grid's text) of a file, all or none; raises Refused("wall_name")."""
        clean_walls = [(_name(name), wall) for name, wall in walls]
        clean_layouts = [(_name(name), grid) for name, grid in layouts]

        def job(transaction: Transaction) -> None:
            for name, grid in clean_layouts:
                put_layout(transaction, name, grid)
            for name, wall in clean_walls:
                put_saved(transaction, name, wall)

        self._change(job, "take_in", walls=[name for name, _wall in clean_walls],
                     layouts=[name for name, _grid in clean_layouts])

    def default(self, badge: str = "") -> SavedWall | None:
        """Give the wall an officer begins with: his own, else the workstation's (the empty badge), else None."""
        wall_id = self._defaults.get(badge) or self._defaults.get("")
        return next((one for one in self._saved if one.id == wall_id), None)

    def own_default(self, badge: str) -> SavedWall | None:
        """Give the wall an officer chose for himself; None where he has none."""
        return self.default(badge) if badge in self._defaults else None

    def set_default(self, wall_id: str | None, badge: str = "") -> None:
        """Set the wall an officer begins with, None for none of his own; raises NotFound("wall_missing").

        The workstation's own (the empty badge) anybody sets who arranges; another officer's, who makes officers.
        """
        name = self._name_of(wall_id) if wall_id is not None else ""
        if badge and badge != self._desk.actor.badge:
            self._desk.must(Permission.MANAGE_OFFICERS, Subject("officer", badge))
        self._change(lambda tx: put_default(tx, badge, wall_id), "default", name, officer=badge)

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
        with self._flushing:  # what the saver has in hand is not written before it says so
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

    def _name_of(self, wall_id: str) -> str:
        return next((one.name for one in self._saved if one.id == wall_id), "")

    def _change(self, job: Callable[[Transaction], None], deed: str, name: str = "", **detail: Detail) -> None:
        about = Subject("wall", name)
        actor = self._desk.must(Permission.ARRANGE_WALL, about)

        def audited(transaction: Transaction) -> None:
            job(transaction)
            self._desk.append(transaction, Action.WALL_CHANGE, about, Outcome.DONE, actor, deed=deed, **detail)

        with self._lock:
            self._door.write(audited)
            self._saved = _saved(self._reader.read(read_walls))
            self._defaults = self._reader.read(read_defaults)
        self._bus.publish(WallsChanged())


def _saved(rows: tuple[WallRow, ...]) -> tuple[SavedWall, ...]:
    for row in rows:
        if row.saved is None:
            get_logger("walls").warning("stored_wall_unreadable", wall=row.name)
        elif not row.options_fit:
            get_logger("walls").warning("stored_wall_options_ignored", wall=row.name)
    return tuple(row.saved for row in rows if row.role is WallRole.SAVED and row.saved is not None)


def _name(name: str) -> str:
    clean = clean_name(name)
    if clean is None:
        raise Refused("wall_name", longest=NAME_MAX)
    return clean
