"""Editing a layout: each gesture of an officer as a pure operation on a `Grid`.

Belongs here: split, merge, move an edge, renumber, ready layouts as grids. Does not belong here: what makes a grid
valid (grid.py), pointers and pixels (ui/layouts/).
Invariants: 1. Every operation gives a valid grid or raises Refused; none changes one. 2. A tile that an operation does
not touch keeps its place, and its number as far as the count allows. 3. What looks like a ready layout is called by its
key (`key_of`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import BLOCKS_MOST, GRID_MOST, Block, Grid, grid_of
from safecity_console.domain.wall import LAYOUTS, Cell, layout_of

SNAP_LINES = 24  # edges snap to so many lines where they fit the grid: halves, thirds, quarters, sixths, eighths
PARTS_MOST = 8


class Axis(StrEnum):
    """Across (an upright edge, moved left and right) or down (a level edge, moved up and down)."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Edge:
    """A movable edge in units of its grid: it stands at `at`, between `low` and `high` of the other direction.

    `least` and `most` are the positions it can take on a grid `factor` times finer; tiles `before` and `after` follow.
    """

    axis: Axis
    at: int
    low: int
    high: int
    before: frozenset[int]
    after: frozenset[int]
    factor: int
    least: int
    most: int

    @property
    def fine_at(self) -> int:
        """Give where it stands on the finer grid."""
        return self.at * self.factor


def plain_grid(columns: int, rows: int) -> Grid:
    """Give rows and columns of equal tiles; raises Refused as `grid_of` does."""
    if not (1 <= columns <= GRID_MOST and 1 <= rows <= GRID_MOST):
        raise Refused("layout_size", most=GRID_MOST)
    if columns * rows > BLOCKS_MOST:
        raise Refused("layout_count", most=BLOCKS_MOST)
    # Not through the smallest form: 3 x 3 equal tiles are already as small as they can be.
    return grid_of(columns, rows, [Block(y, x, 1, 1) for y in range(rows) for x in range(columns)])


def grid_of_layout(key: str) -> Grid:
    """Give the grid of a ready or own layout; raises Refused as `layout_of` does."""
    cells = layout_of(key).cells
    columns = lcm(*(_fraction(v).denominator for c in cells for v in (c.x, c.width)))
    rows = lcm(*(_fraction(v).denominator for c in cells for v in (c.y, c.height)))
    return grid_of(columns, rows, [_block(cell, columns, rows) for cell in cells])


def key_of(grid: Grid) -> str:
    """Give the key a wall keeps: of the ready layout that is the same, else the grid's text."""
    return next((ready.key for ready in LAYOUTS if grid_of_layout(ready.key) == grid), grid.text)


def split(grid: Grid, tile: int, across: int, down: int) -> Grid:
    """Cut a tile into equal parts, numbered row by row from its own number on.

    Raises Refused: layout_parts, layout_count, layout_fine (the grid has no room for lines so fine).
    """
    block = _tile(grid, tile)
    if not (1 <= across <= PARTS_MOST and 1 <= down <= PARTS_MOST) or across * down < 2:
        raise Refused("layout_parts", most=PARTS_MOST)
    if len(grid.blocks) - 1 + across * down > BLOCKS_MOST:
        raise Refused("layout_count", most=BLOCKS_MOST)
    wide, high = across // gcd(block.width, across), down // gcd(block.height, down)
    if grid.columns * wide > GRID_MOST or grid.rows * high > GRID_MOST:
        raise Refused("layout_fine", most=GRID_MOST)
    fine = _finer(grid, wide, high)
    whole = fine.blocks[tile]
    part_wide, part_high = whole.width // across, whole.height // down
    parts = [Block(whole.y + row * part_high, whole.x + column * part_wide, part_wide, part_high)
             for row in range(down) for column in range(across)]
    return grid_of(fine.columns, fine.rows, [*fine.blocks[:tile], *parts, *fine.blocks[tile + 1:]])


def merge(grid: Grid, tiles: Collection[int]) -> Grid:
    """Make one tile of several that form a rectangle; it takes the lowest number.

    Raises Refused: layout_merge_few, layout_merge_shape.
    """
    chosen = sorted(set(tiles))
    if len(chosen) < 2:
        raise Refused("layout_merge_few")
    blocks = [_tile(grid, tile) for tile in chosen]
    left, top = min(b.x for b in blocks), min(b.y for b in blocks)
    width, height = max(b.x + b.width for b in blocks) - left, max(b.y + b.height for b in blocks) - top
    if sum(b.width * b.height for b in blocks) != width * height:
        raise Refused("layout_merge_shape")
    made = [Block(top, left, width, height) if tile == chosen[0] else block
            for tile, block in enumerate(grid.blocks) if tile == chosen[0] or tile not in chosen]
    return grid_of(grid.columns, grid.rows, made)


def edge_of(grid: Grid, tile: int, axis: Axis, far: bool, whole: bool = False) -> Edge:
    """Give the edge at a tile's right or foot (`far`), left or head; raises Refused("layout_outer_edge").

    The edge is as short as it can be: it ends where the tiles on its two sides end together. `whole`: everything on the
    same line moves with it.
    """
    block = _tile(grid, tile)
    begin, extent = _along(block, axis)
    at = begin + extent if far else begin
    units = grid.columns if axis is Axis.ACROSS else grid.rows
    if at in (0, units):
        raise Refused("layout_outer_edge")
    ends = {i for i, b in enumerate(grid.blocks) if sum(_along(b, axis)) == at}
    begins = {i for i, b in enumerate(grid.blocks) if _along(b, axis)[0] == at}
    before, after = (ends, begins) if whole else _joined(grid, tile, axis, ends, begins)
    return _edge(grid, axis, at, before, after)


def edges(grid: Grid) -> tuple[Edge, ...]:
    """Give every movable edge once, each as short as it can be."""
    found: dict[tuple[Axis, int, frozenset[int]], Edge] = {}
    for axis in Axis:
        units = grid.columns if axis is Axis.ACROSS else grid.rows
        for tile, block in enumerate(grid.blocks):
            if sum(_along(block, axis)) < units:
                edge = edge_of(grid, tile, axis, far=True)
                found[(axis, edge.at, edge.before)] = edge
    return tuple(found.values())


def move_edge(grid: Grid, edge: Edge, fine_to: int) -> Grid:
    """Move an edge to a position of its finer grid; the tiles on both sides follow.

    Raises Refused("layout_edge") where a tile would vanish, Refused("layout_stale") where the edge is of another grid.
    """
    if not edge.least <= fine_to <= edge.most:
        raise Refused("layout_edge")
    if not edge.before | edge.after <= set(range(len(grid.blocks))):
        raise Refused("layout_stale")
    across = edge.axis is Axis.ACROSS
    fine = _finer(grid, edge.factor if across else 1, 1 if across else edge.factor)
    made = []
    for tile, block in enumerate(fine.blocks):
        begin, extent = _along(block, edge.axis)
        if tile in edge.before:
            block = _with_along(block, edge.axis, begin, fine_to - begin)
        elif tile in edge.after:
            block = _with_along(block, edge.axis, fine_to, begin + extent - fine_to)
        made.append(block)
    return grid_of(fine.columns, fine.rows, made)


def renumber(grid: Grid, tile: int, number: int) -> Grid:
    """Give a tile another number (counted from 0); those between move up by one."""
    block = _tile(grid, tile)
    _tile(grid, number)
    rest = [b for i, b in enumerate(grid.blocks) if i != tile]
    return replace(grid, blocks=(*rest[:number], block, *rest[number:]))


def numbered_by_rows(grid: Grid) -> Grid:
    """Number the tiles row by row."""
    return replace(grid, blocks=tuple(sorted(grid.blocks)))


def _tile(grid: Grid, tile: int) -> Block:
    if not 0 <= tile < len(grid.blocks):
        raise Refused("layout_tile", number=tile + 1, count=len(grid.blocks))
    return grid.blocks[tile]


def _along(block: Block, axis: Axis) -> tuple[int, int]:
    return (block.x, block.width) if axis is Axis.ACROSS else (block.y, block.height)


def _beside(block: Block, axis: Axis) -> tuple[int, int]:
    return (block.y, block.y + block.height) if axis is Axis.ACROSS else (block.x, block.x + block.width)


def _with_along(block: Block, axis: Axis, begin: int, extent: int) -> Block:
    if axis is Axis.ACROSS:
        return replace(block, x=begin, width=extent)
    return replace(block, y=begin, height=extent)


def _joined(grid: Grid, tile: int, axis: Axis, ends: set[int], begins: set[int]) -> tuple[set[int], set[int]]:
    """Grow from one tile to all that share its edge, on both sides, until both sides end together."""
    joined, fresh = {tile}, {tile}
    while fresh:
        reached = {i for i in (ends | begins) - joined for j in fresh
                   if (i in ends) != (j in ends) and _touch(grid.blocks[i], grid.blocks[j], axis)}
        joined, fresh = joined | reached, reached
    return joined & ends, joined & begins


def _touch(first: Block, second: Block, axis: Axis) -> bool:
    (low, high), (other_low, other_high) = _beside(first, axis), _beside(second, axis)
    return max(low, other_low) < min(high, other_high)


def _edge(grid: Grid, axis: Axis, at: int, before: set[int], after: set[int]) -> Edge:
    units = grid.columns if axis is Axis.ACROSS else grid.rows
    factor = SNAP_LINES // units if SNAP_LINES % units == 0 else max(1, GRID_MOST // units)
    spans = [_beside(grid.blocks[i], axis) for i in before | after]
    least = max(_along(grid.blocks[i], axis)[0] for i in before) * factor + 1
    most = min(sum(_along(grid.blocks[i], axis)) for i in after) * factor - 1
    return Edge(axis, at, min(low for low, _ in spans), max(high for _, high in spans),
                frozenset(before), frozenset(after), factor, least, most)


def _finer(grid: Grid, across: int, down: int) -> Grid:
    """Give the same tiles on a finer grid; not a valid `Grid` (which is as small as can be) but made for one."""
    blocks = tuple(Block(b.y * down, b.x * across, b.width * across, b.height * down) for b in grid.blocks)
    return Grid(grid.columns * across, grid.rows * down, blocks)


def _fraction(value: float) -> Fraction:
    return Fraction(value).limit_denominator(GRID_MOST)


def _block(cell: Cell, columns: int, rows: int) -> Block:
    x, y, width, height = (_fraction(v) for v in (cell.x, cell.y, cell.width, cell.height))
    return Block(int(y * rows), int(x * columns), int(width * columns), int(height * rows))
