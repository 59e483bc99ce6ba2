"""Kept walls and own layouts as a file for another console: written for people, read with suspicion.

Belongs here: the format, both ways; what an import would do. Does not belong here: JSON itself (core/located_json.py),
storing (walls.py, layouts.py), sentences.
Invariants: 1. No address, no login and no id is ever written: a wall names its cameras by number and name. 2. A file is
taken whole or refused whole, with the line of what is wrong with it: every Refused of `read` has `line` and `column`
but Refused("file_unreadable"). 3. A camera that is not registered here leaves its tile empty and is named in the entry.
Format: see `written`; `version` counts up when an older console could misread it. Thread: any.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from safecity_console.core.located_json import Located, read_json, shown
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import BLOCKS_MOST, GRID_MOST, Block, Grid, grid_of
from safecity_console.domain.grid_edit import grid_of_layout, key_of
from safecity_console.domain.names import NAME_MAX, clean_name
from safecity_console.domain.wall import LAYOUT_BY_KEY, SavedWall, Wall, layout_of
from safecity_console.services.layouts import OwnLayout

FORMAT, VERSION = "safecity-walls", 1
BYTES_MOST = 2_000_000
ENTRIES_MOST = 200
_TEXT_MOST = 200  # a camera's name in the file is a word beside its number, nothing is stored of it


@dataclass(frozen=True, slots=True)
class FileLayout:
    """An own layout of a file."""

    name: str
    grid: Grid
    line: int


@dataclass(frozen=True, slots=True)
class FileWall:
    """A wall of a file; `unknown` cameras (number, name in the file) left their tiles empty, `renamed` ones did not."""

    name: str
    wall: Wall
    line: int
    unknown: tuple[tuple[int, str], ...] = ()
    renamed: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WallFile:
    """What a file holds."""

    layouts: tuple[FileLayout, ...]
    walls: tuple[FileWall, ...]


def written(walls: Sequence[SavedWall], layouts: Sequence[OwnLayout], cameras: Iterable[Camera]) -> str:
    """Write walls and layouts; one tile a line, so that a file can be read and mended by hand."""
    names = {camera.id: (camera.number, camera.name) for camera in cameras}
    kept = ",".join(f"\n    {_layout_text(own)}" for own in layouts)
    shown_walls = ",".join(_wall_text(saved, names) for saved in walls)
    return (f'{{\n  "format": {_json(FORMAT)},\n  "version": {VERSION},\n'
            f'  "layouts": [{kept}{_close(kept)}],\n  "walls": [{shown_walls}{_close(shown_walls)}]\n}}\n')


def read(file: Path, cameras: Iterable[Camera]) -> WallFile:
    """Read a file; raises Refused with `line` and `column`, or Refused("file_unreadable")."""
    try:
        if not file.is_file():
            raise Refused("file_unreadable")  # a pipe or a device would hold the thread for good
        with file.open("rb") as opened:
            data = opened.read(BYTES_MOST + 1)
    except (OSError, ValueError):
        raise Refused("file_unreadable") from None
    return parsed(data, cameras)


def parsed(data: bytes, cameras: Iterable[Camera]) -> WallFile:
    """Read a file's bytes; raises Refused with `line` and `column`."""
    whole = read_json(data, BYTES_MOST)
    fields = _object(whole, "file")
    if "format" not in fields or fields["format"].value != FORMAT:
        raise fields.get("format", whole).refused("file_not_walls")
    version = fields.get("version", whole)
    if type(version.value) is not int or version.value < 1:
        raise version.refused("file_field", field="version")
    if version.value > VERSION:
        raise version.refused("file_newer", found=version.value, known=VERSION)
    _only(whole, {"format", "version", "layouts", "walls"}, set())
    layouts = tuple(_layout(one) for one in _entries(fields, "layouts"))
    by_number = {camera.number: camera for camera in cameras}
    walls = tuple(_wall(one, by_number) for one in _entries(fields, "walls"))
    if not layouts and not walls:
        raise whole.refused("file_nothing")
    _no_name_twice(_entries(fields, "layouts"))
    _no_name_twice(_entries(fields, "walls"))
    return WallFile(layouts, walls)


# ---- writing -----------------------------------------------------------------------------------------------------


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _close(entries: str) -> str:
    return "\n  " if entries else ""


def _grid_text(grid: Grid) -> str:
    tiles = _json([[b.x, b.y, b.width, b.height] for b in grid.blocks])
    return f'{{"columns": {grid.columns}, "rows": {grid.rows}, "tiles": {tiles}}}'


def _layout_text(own: OwnLayout) -> str:
    return f'{{"name": {_json(own.name)}, {_grid_text(own.grid)[1:]}'


def _wall_text(saved: SavedWall, names: Mapping[str, tuple[int, str]]) -> str:
    wall = saved.wall
    key = wall.layout if wall.layout in LAYOUT_BY_KEY else key_of(grid_of_layout(wall.layout))
    layout = _json(key) if key in LAYOUT_BY_KEY else _grid_text(grid_of_layout(wall.layout))
    cameras = []
    foot = "\n      "
    for tile, camera_id in enumerate(wall.tiles, start=1):
        if camera_id is not None and camera_id in names:
            number, name = names[camera_id]
            cameras.append(f'\n        {{"tile": {tile}, "number": {number}, "name": {_json(name)}}}')
    hotspot = wall.hotspot + 1 if wall.hotspot is not None else None
    return (f'\n    {{\n      "name": {_json(saved.name)},\n      "layout": {layout},\n'
            f'      "locked": {_json(wall.locked)},\n      "hotspot": {_json(hotspot)},\n'
            f'      "pinned": {_json([tile + 1 for tile in sorted(wall.pinned)])},\n'
            f'      "cameras": [{",".join(cameras)}{foot if cameras else ""}]\n    }}')


# ---- reading -----------------------------------------------------------------------------------------------------


def _layout(entry: Located) -> FileLayout:
    fields = _only(entry, {"name", "columns", "rows", "tiles"}, {"name", "columns", "rows", "tiles"})
    return FileLayout(_name(fields["name"]), _grid(entry), entry.line)


def _wall(entry: Located, cameras: Mapping[int, Camera]) -> FileWall:
    fields = _only(entry, {"name", "layout", "locked", "hotspot", "pinned", "cameras"}, {"name", "layout", "cameras"})
    name = _name(fields["name"])
    layout = _layout_key(fields["layout"])
    size = layout_of(layout).size
    tiles: list[str | None] = [None] * size
    taken: set[int] = set()
    numbers: set[int] = set()
    unknown, renamed = [], []
    for one in _array(fields["cameras"], "cameras", BLOCKS_MOST):
        parts = _only(one, {"tile", "number", "name"}, {"tile", "number"})
        tile = _whole(parts["tile"], "tile", 1, size) - 1
        number = _whole(parts["number"], "number", 1, 99999)
        called = _text(parts["name"], "name") if "name" in parts else ""
        if tile in taken:
            raise parts["tile"].refused("file_tile_twice", tile=tile + 1)
        if number in numbers:
            raise parts["number"].refused("file_camera_twice", number=number)
        taken.add(tile)
        numbers.add(number)
        camera = cameras.get(number)
        if camera is None:
            unknown.append((number, shown(called)))
            continue
        tiles[tile] = camera.id
        if called and called != camera.name:
            renamed.append((number, shown(called)))
    wall = Wall(layout, tuple(tiles), _flag(fields), _hotspot(fields, size), _pinned(fields, size))
    return FileWall(name, wall, entry.line, tuple(unknown), tuple(renamed))


def _layout_key(place: Located) -> str:
    if isinstance(place.value, str):
        if place.value not in LAYOUT_BY_KEY:
            raise place.refused("file_layout", layout=shown(place.value))
        return place.value
    _only(place, {"columns", "rows", "tiles"}, {"columns", "rows", "tiles"})
    return key_of(_grid(place))


def _grid(entry: Located) -> Grid:
    fields = _object(entry, "layout")
    columns = _whole(fields["columns"], "columns", 1, GRID_MOST)
    rows = _whole(fields["rows"], "rows", 1, GRID_MOST)
    places = _array(fields["tiles"], "tiles", BLOCKS_MOST)
    blocks = []
    for place in places:
        four = _array(place, "tiles", 4)
        if len(four) != 4:
            raise place.refused("file_four")
        x, y, width, height = (_whole(value, "tiles", 0, GRID_MOST) for value in four)
        blocks.append(Block(y, x, width, height))
    try:
        return grid_of(columns, rows, blocks)
    except Refused as error:
        number = error.figures.get("number")
        at = places[number - 1] if isinstance(number, int) else fields["tiles"]
        raise at.refused(error.code, **error.figures) from None


def _flag(fields: Mapping[str, Located]) -> bool:
    place = fields.get("locked")
    if place is None:
        return False
    if not isinstance(place.value, bool):
        raise place.refused("file_field", field="locked")
    return place.value


def _hotspot(fields: Mapping[str, Located], size: int) -> int | None:
    place = fields.get("hotspot")
    return None if place is None or place.value is None else _whole(place, "hotspot", 1, size) - 1


def _pinned(fields: Mapping[str, Located], size: int) -> frozenset[int]:
    place = fields.get("pinned")
    found = _array(place, "pinned", BLOCKS_MOST) if place is not None else []
    return frozenset(_whole(one, "pinned", 1, size) - 1 for one in found)


def _name(place: Located) -> str:
    clean = clean_name(_text(place, "name"))
    if clean is None:
        raise place.refused("file_name", longest=NAME_MAX)
    return clean


def _text(place: Located, field: str) -> str:
    if not isinstance(place.value, str) or len(place.value) > _TEXT_MOST:
        raise place.refused("file_field", field=field)
    return place.value


def _whole(place: Located, field: str, low: int, high: int) -> int:
    if type(place.value) is not int or not low <= place.value <= high:
        raise place.refused("file_number", field=field, low=low, high=high)
    return place.value


def _array(place: Located, field: str, most: int) -> list[Located]:
    if not isinstance(place.value, list):
        raise place.refused("file_field", field=field)
    if len(place.value) > most:
        raise place.value[most].refused("file_many", field=field, most=most)
    return place.value


def _entries(fields: Mapping[str, Located], field: str) -> list[Located]:
    return _array(fields[field], field, ENTRIES_MOST) if field in fields else []


def _object(place: Located, field: str) -> dict[str, Located]:
    if not isinstance(place.value, dict):
        raise place.refused("file_field", field=field)
    return place.value


def _only(place: Located, known: set[str], needed: set[str]) -> dict[str, Located]:
    fields = _object(place, "entry")
    for key, value in fields.items():
        if key not in known:
            raise value.refused("file_key", key=shown(key))
    for key in sorted(needed - fields.keys()):
        raise place.refused("file_missing", key=key)
    return fields


def _no_name_twice(entries: Iterable[Located]) -> None:
    seen: set[str] = set()
    for entry in entries:
        place = _object(entry, "entry")["name"]
        name = _name(place).casefold()
        if name in seen:
            raise place.refused("file_name_twice", name=shown(name))
        seen.add(name)
