"""The drawing behind the editor: choosing, gestures, the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import grid_of
from safecity_console.domain.grid_edit import Axis, edge_of, grid_of_layout, plain_grid
from safecity_console.ui.layouts.drawing import Drawing


@given(st.lists(st.tuples(st.sampled_from(
    ["choose", "add", "step", "split", "merge", "number", "rows", "nudge", "undo", "redo"]),
    st.integers(0, 9), st.integers(-1, 1)), max_size=40))
def test_whatever_is_done_the_drawing_is_a_layout(deeds: list[tuple[str, int, int]]) -> None:
    drawing = Drawing(plain_grid(3, 2))
    for deed, a, b in deeds:
        before = drawing.grid
        try:
            {"choose": lambda a=a: drawing.choose(a), "add": lambda a=a: drawing.choose(a, adding=True),
             "step": lambda a=a, b=b: drawing.step(a % 3 - 1, b),
             "split": lambda a=a: drawing.split(1 + a % 3, 1 + a // 4),
             "merge": drawing.merge, "number": lambda a=a: drawing.renumber(a), "rows": drawing.number_by_rows,
             "nudge": lambda a=a, b=b: drawing.nudge(b, 0 if b else 1, whole=a > 5),
             "undo": drawing.undo, "redo": drawing.redo}[deed]()
        except Refused:
            if drawing.grid != before:
                raise
        grid = drawing.grid
        assert grid_of(grid.columns, grid.rows, grid.blocks) == grid
        assert drawing.cursor in drawing.chosen
        assert max(drawing.chosen) < len(grid.blocks)


def test_every_step_goes_back_and_forth() -> None:
    drawing = Drawing(plain_grid(2, 2))
    drawing.choose(1)
    drawing.split(2, 1)
    drawing.choose(0)
    drawing.choose(3, adding=True)
    drawing.merge()
    drawing.renumber(2)
    drawing.nudge(1, 0)
    last = drawing.grid
    steps = 0
    while drawing.undo():
        steps += 1
    assert (drawing.grid, steps) == (plain_grid(2, 2), 4)
    while drawing.redo():
        steps -= 1
    assert (drawing.grid, steps) == (last, 0)
    drawing.undo()
    drawing.begin_with(plain_grid(1, 1))
    assert not drawing.can_redo


def test_a_pull_is_one_step_and_a_pull_back_is_none() -> None:
    drawing = Drawing(plain_grid(2, 1))
    begun, edge = drawing.grid, edge_of(drawing.grid, 0, Axis.ACROSS, far=True)
    for to in (13, 14, 15):
        drawing.move(edge, to, since=begun)
    assert drawing.grid.blocks[0].width == 5
    assert drawing.undo()
    assert (drawing.grid, drawing.can_undo) == (begun, False)
    drawing.move(edge, 14, since=begun)
    drawing.move(edge, edge.fine_at, since=begun)
    assert (drawing.grid, drawing.can_undo) == (begun, False)


def test_the_outer_tile_is_nudged_by_its_inner_edge() -> None:
    drawing = Drawing(plain_grid(2, 1))
    drawing.choose(1)
    drawing.nudge(-1, 0)
    assert drawing.grid.blocks[1].width > drawing.grid.blocks[0].width
    alone = Drawing(grid_of_layout("1"))
    with pytest.raises(Refused, match="layout_outer_edge"):
        alone.nudge(1, 0)
