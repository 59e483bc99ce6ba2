"""The video wall as data: layouts, which camera stands in which tile, moves of an officer's hand.

Belongs here: geometry in fractions, placing, swapping, "what works". Does not belong here: pixels and widgets
(ui/wall/).
Invariants: 1. Cells of a layout never overlap and lie in the unit square. 2. A camera stands in at most one tile of a
wall. 3. Every function gives a new `Wall`; none changes one. 4. Tiles are counted from 0 here, from 1 on screen.
5. `Wall.layout` is the key of a ready layout or the text of an own one (grid.py): a wall needs nothing beside itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import ceil, sqrt

from safecity_console.domain import grid
from safecity_console.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Cell:
    """A tile's place in the unit square."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A named arrangement; `key` is what is stored and typed ("16", "1+12")."""

    key: str
    cells: tuple[Cell, ...]

    @property
    def size(self) -> int:
        """Count the tiles."""
        return len(self.cells)


def _grid(columns: int, rows: int) -> tuple[Cell, ...]:
    return _blocks(columns, rows, [(c, r, 1, 1) for r in range(rows) for c in range(columns)])


def _blocks(columns: int, rows: int, blocks: Iterable[tuple[int, int, int, int]]) -> tuple[Cell, ...]:
    def part(n: int, of: int) -> float:
        return float(Fraction(n, of))

    return tuple(Cell(part(x, columns), part(y, rows), part(w, columns), part(h, rows)) for x, y, w, h in blocks)


def _around(big: Sequence[tuple[int, int, int, int]], columns: int, rows: int) -> tuple[Cell, ...]:
    """Lay out the big blocks first, then the free single cells row by row."""
    taken = {(x + dx, y + dy) for x, y, w, h in big for dx in range(w) for dy in range(h)}
    rest = [(c, r, 1, 1) for r in range(rows) for c in range(columns) if (c, r) not in taken]
    return _blocks(columns, rows, [*big, *rest])


LAYOUTS: tuple[Layout, ...] = (
    Layout("1", _grid(1, 1)),
    Layout("4", _grid(2, 2)),
    Layout("9", _grid(3, 3)),
    Layout("16", _grid(4, 4)),
    Layout("25", _grid(5, 5)),
    Layout("36", _grid(6, 6)),
    Layout("64", _grid(8, 8)),
    Layout("1+5", _around([(0, 0, 2, 2)], 3, 3)),
    Layout("1+7", _around([(0, 0, 3, 3)], 4, 4)),
    Layout("1+12", _around([(0, 0, 2, 2)], 4, 4)),
    Layout("2+8", _around([(0, 0, 2, 2), (2, 0, 2, 2)], 4, 4)),
)
LAYOUT_BY_KEY: dict[str, Layout] = {layout.key: layout for layout in LAYOUTS}
DEFAULT_LAYOUT = "9"
MAIN_PLACE = "main"  # the window every console has; walls on other screens have places of their own


@lru_cache(maxsize=512)
def layout_of(key: str) -> Layout:
    """Give a ready layout by its key or an own one by its text; raises Refused("layout_text" and others of grid.py)."""
    ready = LAYOUT_BY_KEY.get(key)
    if ready is not None:
        return ready
    own = grid.parse(key)
    cells = _blocks(own.columns, own.rows, [(b.x, b.y, b.width, b.height) for b in own.blocks])
    return Layout(own.text, cells)


def is_layout(key: str) -> bool:
    """Tell whether a text names a layout."""
    try:
        layout_of(key)
    except Refused:
        return False
    return True


def fitting_layout(tiles: int) -> Layout:
    """Give the smallest even grid that holds so many tiles (rows and columns may differ, tiles stay near 16:9)."""
    if tiles <= 1:
        return LAYOUT_BY_KEY["1"]
    columns = ceil(sqrt(tiles))
    rows = ceil(tiles / columns)
    return Layout(f"{columns}x{rows}", _grid(columns, rows))


@dataclass(frozen=True, slots=True)
class Wall:
    """One arrangement of cameras; `tiles` holds camera ids, None where empty, as many as the layout has cells.

    `locked` refuses changes of the arrangement, `hotspot` is the tile that follows the selection, `pinned` tiles keep
    their camera while a tour runs.
    """

    layout: str = DEFAULT_LAYOUT
    tiles: tuple[str | None, ...] = (None,) * 9
    locked: bool = False
    hotspot: int | None = None
    pinned: frozenset[int] = frozenset()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Give the cells of the layout."""
        return layout_of(self.layout).cells


@dataclass(frozen=True, slots=True)
class SavedWall:
    """A wall kept under a name."""

    id: str
    name: str
    wall: Wall
    revision: int = 1


def empty_wall(layout: str) -> Wall:
    """Give a wall without cameras."""
    return Wall(layout, (None,) * layout_of(layout).size)


def filled_wall(layout: str, camera_ids: Sequence[str]) -> Wall:
    """Give a wall with the first cameras in order."""
    size = layout_of(layout).size
    ids: list[str | None] = list(camera_ids[:size])
    return Wall(layout, tuple(ids + [None] * (size - len(ids))))


def place(wall: Wall, tile: int, camera_id: str | None) -> Wall:
    """Put a camera into a tile; it leaves the tile it stood in, which takes the displaced one."""
    tiles = list(wall.tiles)
    displaced = tiles[tile]
    if camera_id is not None and camera_id in tiles:
        tiles[tiles.index(camera_id)] = displaced
    tiles[tile] = camera_id
    return replace(wall, tiles=tuple(tiles))


def swap(wall: Wall, first: int, second: int) -> Wall:
    """Exchange two tiles."""
    tiles = list(wall.tiles)
    tiles[first], tiles[second] = tiles[second], tiles[first]
    return replace(wall, tiles=tuple(tiles))


def with_layout(wall: Wall, layout: str, known: Sequence[str] = ()) -> Wall:
    """Change the layout: cameras keep their order, empty tiles fill from `known`, what does not fit is left out.

    The hotspot stays in its tile where there is still one, a pin goes with its camera.
    """
    kept = [c for c in wall.tiles if c is not None]
    more = [c for c in known if c not in kept]
    made = filled_wall(layout, [*kept, *more])
    hotspot = wall.hotspot if wall.hotspot is not None and wall.hotspot < len(made.tiles) else None
    pinned = [c for c in (wall.tiles[tile] for tile in wall.pinned) if c is not None and c in made.tiles]
    return replace(made, locked=wall.locked, hotspot=hotspot, pinned=frozenset(map(made.tiles.index, pinned)))


def next_layout(key: str, own: Sequence[str] = ()) -> str:
    """Give the layout after this one, the ready ones and then an officer's own, round and round."""
    keys = [*(layout.key for layout in LAYOUTS), *own]
    return keys[(keys.index(key) + 1) % len(keys)] if key in keys else keys[0]


def without(wall: Wall, known: Iterable[str]) -> Wall:
    """Empty the tiles whose camera is no longer in the registry."""
    alive = set(known)
    return replace(wall, tiles=tuple(c if c in alive else None for c in wall.tiles))


def neighbour(cells: Sequence[Cell], tile: int, dx: int, dy: int) -> int:
    """Give the tile to the left, right, above or below; the same tile at an edge."""
    here = cells[tile]
    x, y = here.x + here.width / 2, here.y + here.height / 2
    best, best_cost = tile, float("inf")
    for index, cell in enumerate(cells):
        ahead = ((cell.x + cell.width / 2) - x) * dx + ((cell.y + cell.height / 2) - y) * dy
        if index == tile or ahead <= 1e-9:
            continue
        across = abs((cell.x + cell.width / 2) - x) * abs(dy) + abs((cell.y + cell.height / 2) - y) * abs(dx)
        cost = ahead + 2 * across
        if cost < best_cost:
            best, best_cost = index, cost
    return best
