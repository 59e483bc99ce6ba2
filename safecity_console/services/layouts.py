"""An officer's own layouts: keeping them under names and in an order of his own.

Belongs here: save, rename, delete, reorder, refusing names. Does not belong here: what a layout is (domain/grid.py),
editing (domain/grid_edit.py), files (wall_files.py), SQL.
Invariants: 1. What is given out can be shown: a stored layout that cannot be read is skipped with a log line. 2. A wall
keeps the layout's text itself: deleting one here changes no wall. 3. After a crash every deed is there whole or not at
all. 4. Whoever changes one needs ARRANGE_WALL, and it is in the audit by the same commit. Thread: any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from safecity_console.core.bus import Bus
from safecity_console.core.logs import get_logger
from safecity_console.db.door import Door
from safecity_console.db.layouts import LayoutRow, delete_layout, order_rows, put_layout, read_layouts, rename_layout
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Detail, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import Grid
from safecity_console.domain.grid_edit import grid_of_layout
from safecity_console.domain.names import NAME_MAX, clean_name
from safecity_console.services.desk import Desk
from safecity_console.services.events import WallsChanged

OWN_MOST = 200


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """A layout under a name; `key` is what a wall keeps (the grid's text)."""

    id: str
    name: str
    key: str
    revision: int = 1

    @property
    def grid(self) -> Grid:
        """Give it as a grid."""
        return grid_of_layout(self.key)


class LayoutService:
    """The own layouts of one workstation."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, desk: Desk) -> None:
        self._door, self._reader, self._bus, self._desk = door, reader, bus, desk
        self._lock = threading.Lock()
        self._own = _readable(reader.read(read_layouts))
        # A file brings walls and layouts in one transaction, which is written by the walls' service.
        bus.subscribe(WallsChanged, self._on_walls_changed)

    def own(self) -> tuple[OwnLayout, ...]:
        """Give the own layouts in their order."""
        return self._own

    def save(self, name: str, grid: Grid) -> OwnLayout:
        """Keep a layout, in place of the one that bears the name; raises Refused: layout_name, layout_many."""
        clean = _name(name)
        if len(self._own) >= OWN_MOST and not any(own.name.casefold() == clean.casefold() for own in self._own):
            raise Refused("layout_many", most=OWN_MOST)
        ids: list[str] = []
        self._change(lambda tx: ids.append(put_layout(tx, clean, grid.text)), "save", clean)
        return next(one for one in self._own if one.id == ids[-1])

    def rename(self, layout_id: str, name: str) -> None:
        """Rename a layout; raises NotFound("layout_missing"), Conflict("layout_name_taken"), Refused("layout_name")."""
        clean = _name(name)
        self._change(lambda tx: rename_layout(tx, layout_id, clean), "rename", self._name_of(layout_id), to=clean)

    def delete(self, layout_id: str) -> None:
        """Delete a layout; raises NotFound("layout_missing")."""
        self._change(lambda tx: delete_layout(tx, layout_id), "delete", self._name_of(layout_id))

    def reorder(self, layout_ids: Sequence[str]) -> None:
        """Put the layouts into this order."""
        self._change(lambda tx: order_rows(tx, Table.OWN_LAYOUT, layout_ids), "order")

    def _name_of(self, layout_id: str) -> str:
        return next((one.name for one in self._own if one.id == layout_id), "")

    def _change(self, job: Callable[[Transaction], None], deed: str, name: str = "", **detail: Detail) -> None:
        about = Subject("layout", name)
        actor = self._desk.must(Permission.ARRANGE_WALL, about)

        def audited(transaction: Transaction) -> None:
            job(transaction)
            self._desk.append(transaction, Action.WALL_CHANGE, about, Outcome.DONE, actor, deed=deed, **detail)

        with self._lock:
            self._door.write(audited)
            self._own = _readable(self._reader.read(read_layouts))
        self._bus.publish(WallsChanged())

    def _on_walls_changed(self, _event: WallsChanged) -> None:
        self._own = _readable(self._reader.read(read_layouts))


def _readable(rows: tuple[LayoutRow, ...]) -> tuple[OwnLayout, ...]:
    for row in rows:
        if row.grid is None:
            get_logger("layouts").warning("stored_layout_unreadable", layout=row.name)
    return tuple(OwnLayout(row.id, row.name, row.grid, row.revision) for row in rows if row.grid is not None)


def _name(name: str) -> str:
    clean = clean_name(name)
    if clean is None:
        raise Refused("layout_name", longest=NAME_MAX)
    return clean
