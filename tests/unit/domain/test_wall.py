"""Wall geometry and the moves of an officer's hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.domain.wall import (
    LAYOUT_BY_KEY,
    LAYOUTS,
    Layout,
    Wall,
    empty_wall,
    filled_wall,
    fitting_layout,
    neighbour,
    next_layout,
    place,
    swap,
    with_layout,
    without,
)

KEYS = st.sampled_from([layout.key for layout in LAYOUTS])
ALL = [*LAYOUTS, *(fitting_layout(n) for n in range(1, 70))]


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.key)
def test_cells_lie_in_the_unit_square_and_never_overlap(layout: Layout) -> None:
    for cell in layout.cells:
        assert cell.x >= 0
        assert cell.y >= 0
        assert cell.x + cell.width <= 1 + 1e-9
        assert cell.y + cell.height <= 1 + 1e-9
    for i, a in enumerate(layout.cells):
        for b in layout.cells[i + 1 :]:
            apart = (
                a.x + a.width <= b.x + 1e-9
                or b.x + b.width <= a.x + 1e-9
                or a.y + a.height <= b.y + 1e-9
                or b.y + b.height <= a.y + 1e-9
            )
            assert apart


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_named_layouts_have_the_tiles_they_say_and_fill_the_square(layout: Layout) -> None:
    assert layout.size == sum(int(part) for part in layout.key.split("+"))
    assert sum(cell.width * cell.height for cell in layout.cells) == pytest.approx(1.0)


def test_every_layout_of_the_issue_is_there() -> None:
    assert set(LAYOUT_BY_KEY) == {"1", "4", "9", "16", "25", "36", "1+5", "1+7", "1+12", "2+8", "64"}


@given(st.integers(1, 200))
def test_a_fitting_layout_holds_all_and_wastes_less_than_a_row(tiles: int) -> None:
    layout = fitting_layout(tiles)
    columns = round(1 / layout.cells[0].width)
    assert tiles <= layout.size < tiles + columns


WALLS = KEYS.flatmap(
    lambda key: st.permutations([f"c{n}" for n in range(LAYOUT_BY_KEY[key].size)]).flatmap(
        lambda ids: st.integers(0, len(ids)).map(lambda n: filled_wall(key, ids[:n]))
    )
)


def _cameras(wall: Wall) -> list[str]:
    return [c for c in wall.tiles if c is not None]


@given(WALLS, st.data())
def test_a_camera_stands_in_one_tile_and_the_displaced_one_is_not_lost(wall: Wall, data: st.DataObject) -> None:
    tile = data.draw(st.integers(0, len(wall.tiles) - 1))
    camera = data.draw(st.sampled_from([*_cameras(wall), "new", None]))
    moved = place(wall, tile, camera)
    assert moved.tiles[tile] == camera
    assert len(moved.tiles) == len(wall.tiles)
    assert len(_cameras(moved)) == len(set(_cameras(moved)))
    if camera in wall.tiles and camera is not None:
        assert set(_cameras(moved)) == set(_cameras(wall))
        assert moved.tiles[wall.tiles.index(camera)] == wall.tiles[tile] or wall.tiles.index(camera) == tile


@given(WALLS, st.data())
def test_a_swap_twice_is_none(wall: Wall, data: st.DataObject) -> None:
    tiles = st.integers(0, len(wall.tiles) - 1)
    a, b = data.draw(tiles), data.draw(tiles)
    assert swap(swap(wall, a, b), a, b) == wall
    assert sorted(_cameras(swap(wall, a, b))) == sorted(_cameras(wall))


@given(WALLS, KEYS)
def test_a_new_layout_keeps_the_order_and_drops_only_what_does_not_fit(wall: Wall, key: str) -> None:
    changed = with_layout(wall, key, known=["k1", "k2", *_cameras(wall)])
    size = LAYOUT_BY_KEY[key].size
    assert len(changed.tiles) == size
    assert _cameras(changed) == [*_cameras(wall), "k1", "k2"][:size]


@given(WALLS)
def test_removed_cameras_leave_empty_tiles(wall: Wall) -> None:
    left = _cameras(wall)[::2]
    cleared = without(wall, left)
    assert _cameras(cleared) == left
    assert [i for i, c in enumerate(cleared.tiles) if c] == [i for i, c in enumerate(wall.tiles) if c in left]


def test_next_layout_goes_round_and_knows_where_to_begin() -> None:
    key, seen = "1", []
    for _ in LAYOUTS:
        key = next_layout(key)
        seen.append(key)
    assert key == "1"
    assert len(set(seen)) == len(LAYOUTS)
    assert next_layout("6x5") == LAYOUTS[0].key


def test_arrows_go_where_the_eye_expects() -> None:
    nine = LAYOUT_BY_KEY["9"].cells
    assert [neighbour(nine, 4, dx, dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))] == [5, 3, 7, 1]
    assert [neighbour(nine, 0, dx, dy) for dx, dy in ((-1, 0), (0, -1))] == [0, 0]
    big = LAYOUT_BY_KEY["1+5"].cells  # 0 is the big one, 1 and 2 to its right, 3 to 5 below
    assert neighbour(big, 0, 0, 1) in (3, 4)
    assert neighbour(big, 0, 1, 0) in (1, 2)
    assert neighbour(big, 3, 0, -1) == 0
    assert neighbour(big, 2, -1, 0) == 0


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_arrows_reach_every_tile(layout: Layout) -> None:
    reached, todo = {0}, [0]
    while todo:
        here = todo.pop()
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = neighbour(layout.cells, here, dx, dy)
            if there not in reached:
                reached.add(there)
                todo.append(there)
    assert reached == set(range(layout.size))


def test_an_empty_wall_is_as_large_as_its_layout() -> None:
    assert empty_wall("2+8").tiles == (None,) * 10
    assert Wall().cells == LAYOUT_BY_KEY["9"].cells
