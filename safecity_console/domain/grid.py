"""An officer's own layouts: blocks on a grid, and the one text that stands for them everywhere.

Belongs here: the value, its text form, what makes it valid. Does not belong here: the ready layouts (wall.py), editing
(grid_edit.py), files (services/).
Invariants: 1. Blocks cover the grid whole, without overlapping: nothing of a wall is ever simply black. 2. Equal
layouts have equal texts: the grid is as small as it can be. Blocks stand in the order of their tiles' numbers, which is
the officer's to choose. 3. `parse` takes any text and raises nothing but Refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import gcd

from safecity_console.domain.errors import Refused

GRID_MOST = 48
BLOCKS_MOST = 64
_TEXT = re.compile(r"g(\d{1,2})x(\d{1,2}):(\d{1,2}(?:\.\d{1,2}){3}(?:,\d{1,2}(?:\.\d{1,2}){3})*)", re.ASCII)
TEXT_MOST = 16 + BLOCKS_MOST * 12


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One tile on the grid, in grid units; sorts row by row."""

    y: int
    x: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A layout as blocks; make it with `grid_of`, which checks it and makes it as small as it can be."""

    columns: int
    rows: int
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Give the text form, e.g. "g3x2:0.0.2.2,2.0.1.1,2.1.1.1" (x, y, width, height of each block)."""
        return f"g{self.columns}x{self.rows}:" + ",".join(f"{b.x}.{b.y}.{b.width}.{b.height}" for b in self.blocks)


def grid_of(columns: int, rows: int, blocks: Iterable[Block]) -> Grid:
    """Check a layout; raises Refused: layout_size, layout_count, layout_block, layout_overlap, layout_gap."""
    held = tuple(blocks)
    if not (1 <= columns <= GRID_MOST and 1 <= rows <= GRID_MOST):
        raise Refused("layout_size", most=GRID_MOST)
    if not 1 <= len(held) <= BLOCKS_MOST:
        raise Refused("layout_count", most=BLOCKS_MOST)
    taken: set[tuple[int, int]] = set()
    for number, block in enumerate(held, start=1):
        if block.width < 1 or block.height < 1 or block.x < 0 or block.y < 0 \
                or block.x + block.width > columns or block.y + block.height > rows:
            raise Refused("layout_block", number=number)
        units = {(block.x + dx, block.y + dy) for dx in range(block.width) for dy in range(block.height)}
        if taken & units:
            raise Refused("layout_overlap", number=number)
        taken |= units
    if len(taken) != columns * rows:
        raise Refused("layout_gap")
    across = gcd(columns, *(b.x for b in held), *(b.width for b in held))
    down = gcd(rows, *(b.y for b in held), *(b.height for b in held))
    small = tuple(Block(b.y // down, b.x // across, b.width // across, b.height // down) for b in held)
    return Grid(columns // across, rows // down, small)


def parse(text: str) -> Grid:
    """Read the text form; raises Refused("layout_text") or what `grid_of` raises."""
    found = _TEXT.fullmatch(text) if len(text) <= TEXT_MOST else None
    if found is None:
        raise Refused("layout_text")
    blocks = []
    for part in found[3].split(","):
        x, y, width, height = map(int, part.split("."))
        blocks.append(Block(y, x, width, height))
    return grid_of(int(found[1]), int(found[2]), blocks)
