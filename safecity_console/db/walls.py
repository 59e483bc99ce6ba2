"""Walls and settings as rows.

Belongs here: their SQL, reading tiles from JSON. Does not belong here: declarations of settings (core/settings.py).
Invariants: 1. A wall whose layout is unknown or whose tiles do not fit it is reported as `None` by `read_walls`,
never raised: one bad wall must not cost the others. Threads: reading any, writing the writer's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from safecity_console.db.layouts import next_position
from safecity_console.db.rows import Readable, Row, integer, text
from safecity_console.db.transaction import Table, Transaction
from safecity_console.domain.errors import DatabaseDamaged, NotFound
from safecity_console.domain.wall import MAIN_PLACE, SavedWall, Wall, is_layout, layout_of


class WallRole(StrEnum):
    """What a stored wall is: one an officer named, or the one on screen."""

    SAVED = "saved"
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class WallRow:
    """One stored wall; `saved` is None where its content is unreadable, `place` the window of a current one.

    `options_fit` is False where what is stored of lock, hotspot and pins could not be taken over whole.
    """

    id: str
    role: WallRole
    name: str
    saved: SavedWall | None
    place: str = MAIN_PLACE
    options_fit: bool = True


def read_walls(view: Readable) -> tuple[WallRow, ...]:
    """Read every stored wall, saved ones in their order."""
    rows = view.rows("SELECT * FROM wall ORDER BY role, position, name COLLATE NOCASE")
    return tuple(_row(row) for row in rows)


def put_saved(transaction: Transaction, name: str, wall: Wall) -> str:
    """Save a wall under a name, in place of the one that bears it; gives its id."""
    row = transaction.one("SELECT id FROM wall WHERE role = 'saved' AND name = ? COLLATE NOCASE", [name])
    values = {"role": WallRole.SAVED.value, "name": name, **_content(wall)}
    if row is None:
        values["position"] = next_position(transaction, Table.WALL.value)
        return transaction.insert(Table.WALL, values).row_id
    return transaction.update(Table.WALL, text(row, "id"), values).row_id


def put_current(transaction: Transaction, name: str, wall: Wall, place: str = MAIN_PLACE) -> None:
    """Keep the wall of one of the console's windows."""
    row = transaction.one("SELECT id FROM wall WHERE role = 'current' AND place = ?", [place])
    values = {"role": WallRole.CURRENT.value, "name": name, "place": place, **_content(wall)}
    if row is None:
        transaction.insert(Table.WALL, values)
    else:
        transaction.update(Table.WALL, text(row, "id"), values)


def rename_saved(transaction: Transaction, wall_id: str, name: str, expected_revision: int | None = None) -> None:
    """Rename a saved wall; a name taken raises Conflict("wall_name_taken") at the door."""
    _must_be_saved(transaction, wall_id)
    transaction.update(Table.WALL, wall_id, {"name": name}, expected_revision)


def delete_saved(transaction: Transaction, wall_id: str) -> None:
    """Delete a saved wall, with its being anybody's default; raises NotFound("wall_missing")."""
    _must_be_saved(transaction, wall_id)
    for row in transaction.rows("SELECT id FROM default_wall WHERE wall_id = ?", [wall_id]):
        transaction.delete(Table.DEFAULT_WALL, text(row, "id"))
    transaction.delete(Table.WALL, wall_id)


def read_settings(view: Readable) -> dict[str, object]:
    """Read stored settings as raw values; unreadable ones come as None, which fits no setting."""
    found: dict[str, object] = {}
    for row in view.rows("SELECT key, value FROM setting"):
        found[text(row, "key")] = _json(text(row, "value"))
    return found


def put_setting(transaction: Transaction, key: str, value: str | float | bool) -> None:
    """Write a setting's value."""
    row = transaction.one("SELECT id FROM setting WHERE key = ?", [key])
    values = {"key": key, "value": json.dumps(value, ensure_ascii=False)}
    if row is None:
        transaction.insert(Table.SETTING, values)
    else:
        transaction.update(Table.SETTING, text(row, "id"), values)


def _must_be_saved(transaction: Transaction, wall_id: str) -> None:
    if transaction.one("SELECT 1 AS there FROM wall WHERE id = ? AND role = 'saved'", [wall_id]) is None:
        raise NotFound("wall_missing")


def delete_current(transaction: Transaction, place: str) -> None:
    """Forget the wall of a window that was closed; nothing happens where none is kept."""
    row = transaction.one("SELECT id FROM wall WHERE role = 'current' AND place = ?", [place])
    if row is not None:
        transaction.delete(Table.WALL, text(row, "id"))


def _content(wall: Wall) -> dict[str, object]:
    options = json.dumps(_options(wall))
    return {"layout": wall.layout, "tiles": json.dumps(list(wall.tiles)), "options": options}


def _options(wall: Wall) -> dict[str, object]:
    return {"locked": wall.locked, "hotspot": wall.hotspot, "pinned": sorted(wall.pinned)}


def _row(row: Row) -> WallRow:
    wall_id, name = text(row, "id"), text(row, "name")
    try:
        role = WallRole(text(row, "role"))
    except ValueError:
        raise DatabaseDamaged("column role holds an unknown word") from None
    options = _json(text(row, "options"))
    wall = _wall(text(row, "layout"), _json(text(row, "tiles")), options)
    saved = None if wall is None else SavedWall(wall_id, name, wall, integer(row, "revision"))
    fit = wall is None or (isinstance(options, dict) and {**_options(Wall()), **options} == _options(wall))
    return WallRow(wall_id, role, name, saved, text(row, "place"), fit)


def _wall(layout: str, tiles: object, options: object) -> Wall | None:
    if not is_layout(layout) or not isinstance(tiles, list) or len(tiles) != layout_of(layout).size:
        return None
    if not all(tile is None or isinstance(tile, str) for tile in tiles):
        return None
    cameras = [tile for tile in tiles if tile is not None]
    return _with_options(Wall(layout, tuple(tiles)), options) if len(cameras) == len(set(cameras)) else None


def _with_options(wall: Wall, options: object) -> Wall:
    """Take over what of the options makes sense; the arrangement is worth more than they are."""
    if not isinstance(options, dict):
        return wall
    locked, hotspot, pinned = options.get("locked"), options.get("hotspot"), options.get("pinned")
    tiles = range(len(wall.tiles))
    return Wall(wall.layout, wall.tiles, locked is True, hotspot if _is_tile(hotspot, tiles) else None,
                frozenset(t for t in pinned if _is_tile(t, tiles)) if isinstance(pinned, list) else frozenset())


def _is_tile(value: object, tiles: range) -> bool:
    return type(value) is int and value in tiles


def _json(content: str) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
