"""A layout being drawn: the grid, what is chosen on it, and the way back.

Belongs here: what each gesture does to the drawing, undo and redo. Does not belong here: geometry rules
(domain/grid_edit.py), pointers and painting (canvas.py), saving (editor.py).
Invariants: 1. The grid is always a valid layout; what cannot be raises Refused and changes nothing. 2. At least one
tile is chosen, `cursor` among them. 3. A drag of an edge is one step of undo, however long it was. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import Grid
from safecity_console.domain.grid_edit import (
    Axis,
    Edge,
    edge_of,
    merge,
    move_edge,
    numbered_by_rows,
    renumber,
    split,
)
from safecity_console.domain.wall import layout_of, neighbour


@dataclass(frozen=True, slots=True)
class _State:
    grid: Grid
    chosen: frozenset[int]
    cursor: int


class Drawing:
    """The drawing of one layout."""

    def __init__(self, grid: Grid) -> None:
        self._now = _State(grid, frozenset({0}), 0)
        self._done: list[_State] = []
        self._undone: list[_State] = []

    @property
    def grid(self) -> Grid:
        """Give the layout as it stands."""
        return self._now.grid

    @property
    def chosen(self) -> frozenset[int]:
        """Give the chosen tiles."""
        return self._now.chosen

    @property
    def cursor(self) -> int:
        """Give the tile that keys and single-tile buttons mean."""
        return self._now.cursor

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to make again."""
        return bool(self._undone)

    # ---- choosing --------------------------------------------------------------------------------------------------

    def choose(self, tile: int, adding: bool = False) -> None:
        """Choose a tile alone, or add it to the chosen ones (a second time: take it out)."""
        if not 0 <= tile < len(self.grid.blocks):
            return
        chosen = (self.chosen ^ {tile} if adding else frozenset({tile})) or frozenset({tile})
        self._now = _State(self.grid, chosen, tile if tile in chosen else min(chosen))

    def choose_all(self, tiles: Collection[int], cursor: int) -> None:
        """Choose several tiles."""
        held = frozenset(t for t in tiles if 0 <= t < len(self.grid.blocks)) | {cursor}
        self._now = _State(self.grid, held, cursor)

    def step(self, dx: int, dy: int, adding: bool = False) -> None:
        """Go to the tile beside the cursor; `adding` keeps what is chosen."""
        target = neighbour(layout_of(self.grid.text).cells, self.cursor, dx, dy)
        self._now = _State(self.grid, self.chosen | {target} if adding else frozenset({target}), target)

    # ---- drawing ---------------------------------------------------------------------------------------------------

    def begin_with(self, grid: Grid) -> None:
        """Take another layout to begin with."""
        self._make(grid, frozenset({0}), 0)

    def split(self, across: int, down: int) -> None:
        """Cut the cursor's tile; its parts are chosen then. Raises Refused."""
        tile = self.cursor
        made = split(self.grid, tile, across, down)
        self._make(made, frozenset({tile}), tile)

    def merge(self) -> None:
        """Make one tile of the chosen ones. Raises Refused."""
        made, tile = merge(self.grid, self.chosen), min(self.chosen)
        self._make(made, frozenset({tile}), tile)

    def renumber(self, number: int) -> None:
        """Give the cursor's tile another number, counted from 0. Raises Refused."""
        self._make(renumber(self.grid, self.cursor, number), frozenset({number}), number)

    def number_by_rows(self) -> None:
        """Number all tiles row by row; the chosen tile stays chosen under its new number."""
        block, made = self.grid.blocks[self.cursor], numbered_by_rows(self.grid)
        tile = made.blocks.index(block)
        self._make(made, frozenset({tile}), tile)

    def move(self, edge: Edge, fine_to: int, since: Grid | None = None) -> None:
        """Move an edge of the grid `since` (of the present one where None); steps since then become one step."""
        begun = since if since is not None else self.grid
        self._make(move_edge(begun, edge, fine_to), self.chosen, self.cursor, since)

    def nudge(self, dx: int, dy: int, whole: bool = False) -> None:
        """Move the right edge or the foot of the cursor's tile by one line; its other edge where that is the wall's."""
        axis = Axis.ACROSS if dx else Axis.DOWN
        try:
            edge = edge_of(self.grid, self.cursor, axis, far=True, whole=whole)
        except Refused:
            edge = edge_of(self.grid, self.cursor, axis, far=False, whole=whole)
        self.move(edge, edge.fine_at + dx + dy)

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        return self._travel(self._done, self._undone)

    def redo(self) -> bool:
        """Make the step again; False where there is none."""
        return self._travel(self._undone, self._done)

    def _make(self, grid: Grid, chosen: frozenset[int], cursor: int, since: Grid | None = None) -> None:
        if since is not None and self._done and self._done[-1].grid == since:
            self._now = _State(grid, chosen, cursor)  # the drag that began there goes on
            if grid == since:
                self._done.pop()
            return
        if grid != self.grid:
            self._done.append(self._now)
            self._undone.clear()
        self._now = _State(grid, chosen, cursor)

    def _travel(self, source: list[_State], target: list[_State]) -> bool:
        if not source:
            return False
        target.append(self._now)
        self._now = source.pop()
        return True
