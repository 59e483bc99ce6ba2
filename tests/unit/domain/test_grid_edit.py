"""Editing layouts: whatever an officer does, the result is a valid layout or a refusal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import BLOCKS_MOST, GRID_MOST, Grid, grid_of, parse
from safecity_console.domain.grid_edit import (
    Axis,
    edge_of,
    edges,
    grid_of_layout,
    key_of,
    merge,
    move_edge,
    numbered_by_rows,
    plain_grid,
    renumber,
    split,
)
from safecity_console.domain.wall import LAYOUTS, layout_of
from tests.unit.domain.test_grid import grids


def valid(grid: Grid) -> bool:
    """A grid is valid where making it anew gives the same: covered, without overlap, as small as it can be."""
    return grid_of(grid.columns, grid.rows, grid.blocks) == grid == parse(grid.text)


def done_or(deed: Callable[[], Grid], codes: set[str]) -> Grid | None:
    """Give the result, None where it was refused with one of these codes; another refusal fails."""
    try:
        return deed()
    except Refused as error:
        if error.code not in codes:
            raise
        return None


def refused(code: str) -> object:
    return pytest.raises(Refused, match=rf"^{code}\b")


@given(grids(), st.data())
def test_a_split_is_valid_and_touches_one_tile_only(grid: Grid, data: st.DataObject) -> None:
    tile = data.draw(st.integers(0, len(grid.blocks) - 1))
    across, down = data.draw(st.integers(1, 8)), data.draw(st.integers(1, 8))
    made = done_or(lambda: split(grid, tile, across, down), {"layout_parts", "layout_count", "layout_fine"})
    if made is None:
        return
    assert valid(made)
    parts = range(tile, tile + across * down)
    assert merge(made, parts) == grid


@given(grids(), st.data())
def test_a_merge_is_valid_or_refused(grid: Grid, data: st.DataObject) -> None:
    tiles = data.draw(st.sets(st.integers(0, len(grid.blocks) - 1)))
    made = done_or(lambda: merge(grid, tiles), {"layout_merge_few", "layout_merge_shape"})
    if made is None:
        return
    assert valid(made)
    assert len(made.blocks) == len(grid.blocks) - len(tiles) + 1


@given(grids(), st.data())
def test_a_moved_edge_is_valid_and_goes_back(grid: Grid, data: st.DataObject) -> None:
    assume(edges(grid))
    edge = data.draw(st.sampled_from(edges(grid)))
    assert edge.before
    assert edge.after
    assert edge.least <= edge.fine_at <= edge.most
    to = data.draw(st.integers(edge.least, edge.most))
    made = move_edge(grid, edge, to)
    assert valid(made)
    assert len(made.blocks) == len(grid.blocks)
    cells, before = layout_of(made.text).cells, layout_of(grid.text).cells
    touched = edge.before | edge.after
    assert all(cells[i] == before[i] for i in range(len(cells)) if i not in touched)
    assert move_edge(grid, edge, edge.fine_at) == grid
    for beyond in (edge.least - 1, edge.most + 1):
        with refused("layout_edge"):
            move_edge(grid, edge, beyond)


@given(grids(), st.data())
def test_a_whole_line_moves_together(grid: Grid, data: st.DataObject) -> None:
    assume(edges(grid))
    edge = data.draw(st.sampled_from(edges(grid)))
    whole = edge_of(grid, min(edge.before), edge.axis, far=True, whole=True)
    assert edge.before <= whole.before
    assert edge.after <= whole.after
    to = data.draw(st.integers(whole.least, whole.most))
    assert valid(move_edge(grid, whole, to))


@given(grids(), st.data())
def test_numbers_change_and_nothing_else(grid: Grid, data: st.DataObject) -> None:
    index = st.integers(0, len(grid.blocks) - 1)
    tile, number = data.draw(index), data.draw(index)
    made = renumber(grid, tile, number)
    assert valid(made)
    assert made.blocks[number] == grid.blocks[tile]
    assert set(made.blocks) == set(grid.blocks)
    assert valid(numbered_by_rows(made))
    assert renumber(made, number, tile) == grid


def test_the_neighbour_on_the_other_side_follows() -> None:
    grid = plain_grid(2, 2)
    upper = edge_of(grid, 0, Axis.ACROSS, far=True)
    assert (upper.before, upper.after) == ({0}, {1})
    made = move_edge(grid, upper, upper.fine_at + upper.factor // 2)
    top = layout_of(made.text).cells
    assert (top[0].width, top[1].x, top[1].width) == (0.75, 0.75, 0.25)
    assert (top[2].width, top[3].x) == (0.5, 0.5)
    whole = edge_of(grid, 0, Axis.ACROSS, far=True, whole=True)
    assert (whole.before, whole.after) == ({0, 2}, {1, 3})


def test_an_edge_grows_until_both_sides_end_together() -> None:
    """The big tile of 1+5 has two small ones at its right: all three share one edge."""
    grid = grid_of_layout("1+5")
    edge = edge_of(grid, 0, Axis.ACROSS, far=True)
    assert (edge.before, edge.after) == ({0}, {1, 2})
    assert edge_of(grid, 1, Axis.ACROSS, far=False) == edge


@pytest.mark.parametrize("ready", LAYOUTS, ids=lambda layout: layout.key)
def test_ready_layouts_become_grids_and_are_known_again(ready: object) -> None:
    grid = grid_of_layout(ready.key)
    assert valid(grid)
    assert key_of(grid) == ready.key
    assert layout_of(grid.text).cells == ready.cells
    assert key_of(grid_of_layout(grid.text)) == ready.key


def test_what_cannot_be_is_refused() -> None:
    grid = plain_grid(3, 3)
    with refused("layout_outer_edge"):
        edge_of(grid, 0, Axis.ACROSS, far=False)
    with refused("layout_outer_edge"):
        edge_of(grid, 8, Axis.DOWN, far=True)
    with refused("layout_merge_shape"):
        merge(grid, [0, 4])
    with refused("layout_merge_shape"):
        merge(grid, [0, 1, 3])
    with refused("layout_merge_few"):
        merge(grid, [2])
    with refused("layout_parts"):
        split(grid, 0, 1, 1)
    with refused("layout_parts"):
        split(grid, 0, 9, 1)
    with refused("layout_count"):
        split(grid, 0, 8, 8)
    with refused("layout_tile"):
        split(grid, 9, 2, 1)
    with refused("layout_tile"):
        renumber(grid, 0, 9)
    with refused("layout_fine"):
        split(plain_grid(25, 1), 0, 2, 1)
    with refused("layout_size"):
        plain_grid(GRID_MOST + 1, 1)
    with refused("layout_count"):
        plain_grid(9, 8)
    with refused("layout_stale"):
        move_edge(plain_grid(1, 1), edge_of(grid, 4, Axis.DOWN, far=True), 16)


def test_the_largest_layouts_stay_within_bounds() -> None:
    grid = split(plain_grid(1, 1), 0, 8, 8)
    assert len(grid.blocks) == BLOCKS_MOST
    with refused("layout_count"):
        split(grid, 0, 2, 1)
