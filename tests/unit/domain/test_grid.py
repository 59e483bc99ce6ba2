"""Own layouts: what is taken, what is refused, and that text and layout mean each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.errors import Refused
from safecity_console.domain.grid import Block, Grid, grid_of, parse
from safecity_console.domain.wall import LAYOUTS, empty_wall, is_layout, layout_of


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Cut a grid again and again: every layout an officer could make by splitting."""
    columns, rows = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    blocks = [Block(0, 0, columns, rows)]
    for _ in range(draw(st.integers(0, 12))):
        block = blocks.pop(draw(st.integers(0, len(blocks) - 1)))
        if draw(st.booleans()) and block.width > 1:
            cut = draw(st.integers(1, block.width - 1))
            blocks += [Block(block.y, block.x, cut, block.height),
                       Block(block.y, block.x + cut, block.width - cut, block.height)]
        elif block.height > 1:
            cut = draw(st.integers(1, block.height - 1))
            blocks += [Block(block.y, block.x, block.width, cut),
                       Block(block.y + cut, block.x, block.width, block.height - cut)]
        else:
            blocks.append(block)
    return grid_of(columns, rows, blocks)


@given(grids())
def test_text_and_layout_mean_each_other(grid: Grid) -> None:
    assert parse(grid.text) == grid
    assert parse(grid.text).text == grid.text
    assert is_layout(grid.text)
    cells = layout_of(grid.text).cells
    assert abs(sum(c.width * c.height for c in cells) - 1) < 1e-9
    assert len(empty_wall(grid.text).tiles) == len(grid.blocks)


def test_a_grid_is_held_as_small_as_it_can_be() -> None:
    halves = grid_of(12, 6, [Block(0, 0, 6, 6), Block(0, 6, 6, 6)])
    assert halves.text == "g2x1:0.0.1.1,1.0.1.1"


@pytest.mark.parametrize(("text", "code"), [
    ("", "layout_text"), ("16x", "layout_text"), ("g2x1", "layout_text"), ("g2x1:0.0.1.1,", "layout_text"),
    ("g2x1:0.0.1.1.1,1.0.1.1", "layout_text"), ("g٢x1:0.0.2.1", "layout_text"), ("g2x1:0.0.-1.1", "layout_text"),
    ("g49x1:0.0.49.1", "layout_size"), ("g0x1:0.0.1.1", "layout_size"),
    ("g2x1:0.0.1.1", "layout_gap"), ("g2x1:0.0.2.1,1.0.1.1", "layout_overlap"),
    ("g2x1:0.0.3.1", "layout_block"), ("g2x1:0.0.2.0", "layout_block"),
    ("g9x8:" + ",".join(f"{x}.{y}.1.1" for y in range(8) for x in range(9)), "layout_count"),
    ("g1x1:" + "0.0.1.1," * 500 + "0.0.1.1", "layout_text"),
])
def test_what_cannot_be_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(text)
    assert caught.value.code == code
    assert not is_layout(text)


@given(st.text(max_size=60))
def test_any_text_is_a_layout_or_refused(text: str) -> None:
    assert is_layout(text) in (True, False)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_ready_layouts_are_found_by_their_key(layout: object) -> None:
    assert layout_of(layout.key) is layout
