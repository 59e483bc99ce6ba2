"""An officer's own layouts and default walls as rows.

Belongs here: their SQL. Does not belong here: what a layout is (domain/grid.py), walls (walls.py).
Invariants: 1. A layout whose text cannot be read is given with `grid` None, never raised: one bad row must not cost the
others. 2. After a crash a change of order is there whole or not at all: it is one transaction. Threads: reading any,
writing the writer's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from safecity_console.db.rows import Readable, integer, text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import NotFound
from safecity_console.domain.wall import is_layout

POSITION_MOST = 2**62  # one spoilt by hand must not make the next row one that SQLite cannot hold


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One stored layout; `grid` is its text, None where that is unreadable."""

    id: str
    name: str
    grid: str | None
    revision: int


def read_layouts(view: Readable) -> tuple[LayoutRow, ...]:
    """Read every own layout in the officer's order."""
    made = []
    for row in view.rows("SELECT * FROM own_layout ORDER BY position, name COLLATE NOCASE"):
        grid = text(row, "grid")
        made.append(LayoutRow(text(row, "id"), text(row, "name"), grid if is_layout(grid) else None,
                              integer(row, "revision")))
    return tuple(made)


def put_layout(transaction: Transaction, name: str, grid: str) -> str:
    """Keep a layout under a name, in place of the one that bears it; gives its id."""
    row = transaction.one("SELECT id FROM own_layout WHERE name = ? COLLATE NOCASE", [name])
    if row is not None:
        return transaction.update(Table.OWN_LAYOUT, text(row, "id"), {"name": name, "grid": grid}).row_id
    values = {"name": name, "grid": grid, "position": next_position(transaction, "own_layout")}
    return transaction.insert(Table.OWN_LAYOUT, values).row_id


def rename_layout(transaction: Transaction, layout_id: str, name: str) -> None:
    """Rename a layout; raises NotFound("layout_missing"), a name taken Conflict("layout_name_taken") at the door."""
    _must_be(transaction, layout_id)
    transaction.update(Table.OWN_LAYOUT, layout_id, {"name": name})


def delete_layout(transaction: Transaction, layout_id: str) -> None:
    """Delete a layout; raises NotFound("layout_missing")."""
    _must_be(transaction, layout_id)
    transaction.delete(Table.OWN_LAYOUT, layout_id)


def order_rows(transaction: Transaction, table: Table, ids: Sequence[str]) -> None:
    """Put rows into this order; those not named come after them as they stood, ids that are gone are passed over."""
    where = "WHERE role = 'saved'" if table is Table.WALL else ""
    rows = transaction.rows(
        f"SELECT id, position FROM {table.value} {where} ORDER BY position, name COLLATE NOCASE")  # noqa: S608
    before = {text(row, "id"): integer(row, "position") for row in rows}
    wanted = [i for i in dict.fromkeys(ids) if i in before]
    wanted += [i for i in before if i not in set(wanted)]
    for position, row_id in enumerate(wanted, start=1):
        if before[row_id] != position:
            transaction.update(table, row_id, {"position": position})


def next_position(transaction: Transaction, table: str) -> int:
    """Give the position of a row that comes last: 0 while nobody has put the rows into an order of his own."""
    where = "WHERE role = 'saved'" if table == Table.WALL.value else ""
    row = transaction.one(f"SELECT COALESCE(MAX(position), 0) AS last FROM {table} {where}")  # noqa: S608
    last = 0 if row is None else integer(row, "last")
    return min(POSITION_MOST, last + 1) if last > 0 else 0


def read_defaults(view: Readable) -> dict[str, str]:
    """Read which wall each badge begins with; the empty badge is the workstation's."""
    return {text(row, "badge"): text(row, "wall_id") for row in view.rows("SELECT badge, wall_id FROM default_wall")}


def put_default(transaction: Transaction, badge: str, wall_id: str | None) -> None:
    """Set or forget the wall a badge begins with; raises NotFound("wall_missing")."""
    row = transaction.one("SELECT id FROM default_wall WHERE badge = ?", [badge])
    if wall_id is None:
        if row is not None:
            transaction.delete(Table.DEFAULT_WALL, text(row, "id"))
        return
    if transaction.one("SELECT 1 AS there FROM wall WHERE id = ? AND role = 'saved'", [wall_id]) is None:
        raise NotFound("wall_missing")
    if row is None:
        transaction.insert(Table.DEFAULT_WALL, {"badge": badge, "wall_id": wall_id})
    else:
        transaction.update(Table.DEFAULT_WALL, text(row, "id"), {"wall_id": wall_id})


def _must_be(transaction: Transaction, layout_id: str) -> None:
    if transaction.revision(Table.OWN_LAYOUT, layout_id) is None:
        raise NotFound("layout_missing")
