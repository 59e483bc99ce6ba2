"""What stands where, and that nothing moves under the officer's hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from safecity_console.domain.camera import Camera
from safecity_console.domain.stream import StreamStatus
from safecity_console.domain.wall import empty_wall, filled_wall
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.ui.wall.model import STILL_S, Mode, Part, Spot, WallModel

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def cameras(count: int) -> list[Camera]:
    return [Camera(f"c{n}", n, f"Camera {n}") for n in range(1, count + 1)]


def watches(live: set[int], count: int) -> dict[str, CameraWatch]:
    def word(n: int) -> Condition:
        return Condition.LIVE if n in live else Condition.OFFLINE

    return {f"c{n}": CameraWatch(f"c{n}", n, "", word(n), NOW, StreamStatus()) for n in range(1, count + 1)}


@pytest.fixture
def model() -> WallModel:
    made = WallModel(filled_wall("9", [f"c{n}" for n in range(1, 10)]))
    made.set_cameras(cameras(30))
    return made


def test_what_works_gives_the_live_ones_the_screen_and_cards_to_the_rest(model: WallModel) -> None:
    model.set_mode(Mode.WHAT_WORKS, watches({1, 2, 3, 5, 20, 30}, 30))
    assert model.scene.tiles == ("c1", "c2", "c3", "c5", "c20", "c30")
    assert len(model.scene.cards) == 24
    assert model.scene.cards[0] == "c4"


def test_nothing_moves_while_the_hand_is_over_the_wall(model: WallModel) -> None:
    model.set_mode(Mode.WHAT_WORKS, watches({1, 2, 3}, 30))
    before = model.scene
    model.pointer_moved(100.0)
    assert not model.follow(watches({2, 3}, 30), 100.0 + STILL_S - 0.1)
    assert model.scene == before
    assert model.follow(watches({2, 3}, 30), 100.0 + STILL_S)
    assert "c1" in model.scene.cards


def test_a_pointer_that_left_lets_the_wall_follow_at_once(model: WallModel) -> None:
    model.set_mode(Mode.WHAT_WORKS, watches({1}, 30))
    model.pointer_moved(100.0)
    model.pointer_left()
    assert model.follow(watches({1, 2}, 30), 100.1)


def test_a_returning_camera_takes_its_place_by_number(model: WallModel) -> None:
    model.set_mode(Mode.WHAT_WORKS, watches({2, 9, 14}, 30))
    model.follow(watches({2, 5, 9, 14}, 30), 0.0)
    assert model.scene.tiles == ("c2", "c5", "c9", "c14")


def test_all_places_never_follows_conditions(model: WallModel) -> None:
    assert not model.follow(watches(set(), 30), 1000.0)
    assert model.scene.tiles == tuple(f"c{n}" for n in range(1, 10))


def test_the_selection_stays_with_its_camera(model: WallModel) -> None:
    model.select(Spot(Part.TILE, 4))
    model.set_mode(Mode.WHAT_WORKS, watches({1, 2}, 30))
    assert model.selected.part is Part.CARD
    assert model.selected_camera == "c5"
    model.follow(watches({1, 2, 5}, 30), 0.0)
    assert model.selected == Spot(Part.TILE, 2)
    model.set_mode(Mode.ALL_PLACES, watches({1, 2, 5}, 30))
    assert model.selected == Spot(Part.TILE, 4)


def test_more_than_a_screen_of_live_cameras_prefers_the_walls_own() -> None:
    model = WallModel(filled_wall("4", ["c190", "c191"]))
    model.set_cameras(cameras(200))
    model.set_mode(Mode.WHAT_WORKS, watches(set(range(1, 201)), 200))
    shown = [c for c in model.scene.tiles if c is not None]
    assert len(shown) == 64
    assert {"c190", "c191"} <= set(shown)
    assert model.scene.cards == ()


def test_nothing_works_leaves_one_empty_place(model: WallModel) -> None:
    model.set_mode(Mode.WHAT_WORKS, watches(set(), 30))
    assert model.scene.tiles == (None,)
    assert len(model.scene.cards) == 30


def test_expand_and_back_keep_the_selection(model: WallModel) -> None:
    model.select(Spot(Part.TILE, 6))
    model.expand("c7")
    assert model.scene.tiles == ("c7",)
    assert model.tile_of_selection() == 6
    model.collapse()
    assert model.selected == Spot(Part.TILE, 6)


def test_calling_a_camera_while_one_is_large_shows_the_called_one(model: WallModel) -> None:
    model.select(Spot(Part.TILE, 2))
    model.expand("c3")
    model.place(2, "c20")
    assert model.scene.tiles == ("c20",)


def test_a_removed_camera_leaves_wall_and_large_view(model: WallModel) -> None:
    model.expand("c3")
    model.set_cameras([c for c in cameras(30) if c.id != "c3"])
    assert not model.scene.expanded
    assert model.wall.tiles[2] is None


def test_arrows_go_from_tiles_to_cards_and_back(model: WallModel) -> None:
    model.set_mode(Mode.WHAT_WORKS, watches({1, 2, 3, 4}, 30))
    model.select(Spot(Part.TILE, 2))
    model.move_selection(0, 1)
    assert model.selected == Spot(Part.CARD, 0)
    model.move_selection(1, 0)
    assert model.selected_camera == "c6"
    model.move_selection(0, -1)
    assert model.selected.part is Part.TILE


def test_a_new_layout_keeps_the_order_and_fills_up(model: WallModel) -> None:
    model.set_layout("16")
    assert model.wall.tiles == tuple(f"c{n}" for n in range(1, 17))
    model.set_layout("4")
    assert model.wall.tiles == ("c1", "c2", "c3", "c4")


def test_swapping_takes_the_selection_along() -> None:
    model = WallModel(empty_wall("4"))
    model.set_cameras(cameras(2))
    model.place(0, "c1")
    model.swap(0, 3)
    assert model.wall.tiles == (None, None, None, "c1")
    assert model.selected_camera == "c1"
