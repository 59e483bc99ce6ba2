"""Lock, hotspot, what stood in a tile before, undo and redo, own layouts among the ready ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from safecity_console.domain.grid_edit import plain_grid, split
from safecity_console.domain.wall import LAYOUTS, filled_wall
from safecity_console.domain.watch import Condition
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.changes import DEEP
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.drag import camera_mime
from safecity_console.ui.wall.tile_history import KEPT, TileHistory
from safecity_console.ui.wall.toolbar import WallToolbar
from safecity_console.ui.wall.view import WallView
from tests.gui.doubles import Room, draft
from tests.gui.wall.test_hands import drag, drop, ids, middle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room(range(1, 13), {"wall.fps": 15})


@pytest.fixture
def wall(room: Room, make_wall: Callable[..., WallView]) -> WallView:
    view = make_wall(room)
    view.controller.set_layout("9")
    view.setFocus()
    return view


@pytest.fixture
def said(wall: WallView) -> list[str]:
    heard: list[str] = []
    wall.said.connect(lambda text, _kind: heard.append(text.replace("\u2066", "").replace("\u2069", "")))
    return heard


@pytest.fixture
def bar(room: Room, wall: WallView, qtbot: QtBot) -> WallToolbar:
    made = WallToolbar(room.services, DARK, wall)
    made.resize(1300, 44)
    qtbot.addWidget(made)
    return made


def call(wall: WallView, qtbot: QtBot, keys: str) -> None:
    qtbot.keyClicks(wall, keys)
    qtbot.keyClick(wall, Qt.Key.Key_Return)


# ---- lock ----------------------------------------------------------------------------------------------------------


def test_a_locked_wall_refuses_every_change_and_says_why(
    room: Room, wall: WallView, said: list[str], qtbot: QtBot
) -> None:
    wall.run("wall.lock")
    locked = wall.wall()
    assert locked.locked
    deeds: list[Callable[[], object]] = [
        lambda: drag(qtbot, wall, 0, 8), lambda: drop(wall, camera_mime(room.camera(12).id), middle(wall, 5)),
        lambda: wall.run("wall.clear_tile"), lambda: wall.run("wall.next_layout"), lambda: wall.run("wall.hotspot"),
        lambda: wall.controller.set_layout("4"), lambda: wall.run("wall.tile_back"),
        lambda: wall.run("wall.tile_forward"), lambda: wall.run("wall.previous_camera"),
    ]
    for at, deed in enumerate(deeds, 1):
        deed()
        assert wall.wall() == locked
        assert len(said) == at + 1
        assert "locked" in said[-1]
    assert room.services.walls.current() == (locked, "")
    wall.run("wall.lock")
    drag(qtbot, wall, 0, 8)
    assert wall.wall().tiles[0] == room.camera(9).id


def test_a_number_on_a_locked_wall_opens_the_camera_large(
    room: Room, wall: WallView, said: list[str], qtbot: QtBot
) -> None:
    wall.run("wall.lock")
    locked = wall.wall()
    call(wall, qtbot, "12")
    assert wall.controller.model.scene.tiles == (room.camera(12).id,)
    assert wall.wall() == locked
    assert said[-1] == "The wall is locked, so camera 12 is shown large instead."


def test_new_cameras_leave_a_locked_wall_alone(room: Room, wall: WallView, qtbot: QtBot) -> None:
    wall.run("wall.clear_tile")
    wall.run("wall.lock")
    locked = wall.wall()
    new = room.services.cameras.add(draft(99), None)
    qtbot.waitUntil(lambda: wall.controller.model.camera(new.id) is not None, timeout=2000)
    assert wall.wall() == locked


def test_the_lock_is_kept_with_a_wall_and_shown_on_the_bar(room: Room, wall: WallView, bar: WallToolbar) -> None:
    bar.lock.click()
    assert bar.lock.isChecked()
    assert "locked" in bar.lock.accessibleName()
    room.services.walls.save("Night", wall.wall())
    bar.lock.click()
    assert not bar.lock.isChecked()
    night = room.services.walls.saved()[0]
    wall.controller.show_wall(night.wall, night.name)
    assert bar.lock.isChecked()


# ---- hotspot -------------------------------------------------------------------------------------------------------


def hot(wall: WallView) -> str | None:
    scene = wall.controller.model.scene
    return scene.tiles[scene.hotspot] if scene.hotspot is not None else None


def test_the_hotspot_shows_what_is_selected_and_nothing_loses_its_place(
    room: Room, wall: WallView, qtbot: QtBot
) -> None:
    wall.controller.choose_tile(8)
    before = wall.wall().tiles
    wall.run("wall.hotspot")
    assert hot(wall) == room.camera(9).id
    qtbot.mouseClick(wall, LEFT, pos=middle(wall, 2))
    assert hot(wall) == room.camera(3).id
    assert wall.controller.model.selected.index == 2
    qtbot.keyClicks(wall, "5/")
    assert hot(wall) == room.camera(5).id
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    assert hot(wall) == room.camera(4).id
    assert wall.select_camera(room.camera(11).id)
    assert hot(wall) == room.camera(11).id
    assert wall.wall().tiles == before
    assert room.services.walls.current()[0].hotspot == 8
    wall.controller.choose_tile(8)
    assert hot(wall) == room.camera(11).id
    call(wall, qtbot, "12")
    assert (hot(wall), wall.wall().tiles) == (room.camera(12).id, before)
    wall.run("wall.clear_tile")
    assert hot(wall) == room.camera(9).id
    wall.run("wall.hotspot")
    assert wall.wall().hotspot is None
    assert wall.controller.model.scene.tiles == before


def test_the_hotspot_takes_the_main_stream_in_the_larger_size_of_both(
    room: Room, wall: WallView, qtbot: QtBot
) -> None:
    wall.controller.set_layout("1+5")
    wall.controller.choose_tile(0)
    wall.run("wall.hotspot")
    wall.controller.choose_tile(3)
    camera = room.camera(4).id
    shown = room.streams.shown
    large = wall.places.tiles[0]
    qtbot.waitUntil(lambda: bool(shown) and camera in shown[-1][1] and shown[-1][1][camera].width == large.width(),
                    timeout=2000)
    assert shown[-1][1][camera].prominent
    assert len(shown[-1][1]) == 5  # six tiles, one camera stands twice, the hotspot's own is covered


def test_both_tiles_of_a_camera_get_every_picture_and_a_count_of_their_own(
    room: Room, wall: WallView, qtbot: QtBot
) -> None:
    wall.controller.choose_tile(8)
    wall.run("wall.hotspot")
    wall.controller.choose_tile(2)
    room.live(*range(1, 10))
    camera = room.camera(3).id
    qtbot.waitUntil(lambda: wall.stats().shown.get(camera, 0) == 1, timeout=2000)
    qtbot.waitUntil(lambda: wall.stats().shown.get(f"{camera} hotspot", 0) == 1, timeout=2000)
    wall.controller.choose_tile(3)
    wall.controller.choose_tile(2)
    room.live(3)
    qtbot.waitUntil(lambda: wall.stats().shown.get(camera, 0) == 2, timeout=2000)


def test_the_hotspot_works_on_a_locked_wall(room: Room, wall: WallView, qtbot: QtBot) -> None:
    wall.controller.choose_tile(0)
    wall.run("wall.hotspot")
    wall.run("wall.lock")
    locked = wall.wall()
    wall.controller.choose_tile(4)
    assert hot(wall) == room.camera(5).id
    call(wall, qtbot, "12")
    assert hot(wall) == room.camera(12).id
    drag(qtbot, wall, 6, 0)
    assert hot(wall) == room.camera(7).id
    assert not wall.controller.model.scene.expanded
    assert wall.wall() == locked


def test_dragging_from_the_hotspot_places_what_it_shows(room: Room, wall: WallView, qtbot: QtBot) -> None:
    wall.controller.choose_tile(0)
    wall.run("wall.hotspot")
    assert wall.select_camera(room.camera(12).id)
    drag(qtbot, wall, 0, 8)
    assert wall.wall().tiles[8] == room.camera(12).id
    assert wall.wall().tiles[0] == room.camera(1).id


def test_the_hotspot_is_marked_in_pixels(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(*range(1, 10))
    wall.controller.choose_tile(4)
    qtbot.wait(150)
    corner = wall.places.tiles[0].adjusted(2, 2, -wall.places.tiles[0].width() + 90, -100)
    before = wall.grab(corner).toImage()
    wall.controller.choose_tile(0)
    wall.run("wall.hotspot")
    wall.controller.choose_tile(4)
    wall.controller.choose_tile(3)
    qtbot.wait(150)
    assert wall.grab(corner).toImage() != before


def test_the_hotspot_stays_over_layouts_and_goes_where_there_is_no_such_tile(room: Room, wall: WallView) -> None:
    wall.controller.choose_tile(3)
    wall.run("wall.hotspot")
    wall.controller.set_layout("16")
    assert wall.wall().hotspot == 3
    wall.controller.set_layout("1")
    assert wall.wall().hotspot is None


def test_what_works_has_no_hotspot(room: Room, wall: WallView, said: list[str]) -> None:
    for number in range(1, 5):
        room.streams.set(room.camera(number), Condition.LIVE)
    wall.controller.choose_tile(8)
    wall.run("wall.hotspot")
    wall.run("wall.what_works")
    assert wall.controller.model.scene.hotspot is None
    wall.run("wall.hotspot")
    assert "all places" in said[-1]
    assert wall.wall().hotspot == 8


# ---- back and forward ----------------------------------------------------------------------------------------------


def test_back_and_forward_in_a_tile(room: Room, wall: WallView, said: list[str], qtbot: QtBot) -> None:
    for keys in ("10", "11", "12"):
        call(wall, qtbot, keys)
    seen = []
    for _ in range(3):
        wall.run("wall.tile_back")
        seen.append(wall.wall().tiles[0])
    assert seen == ids(room, 11, 10, 1)
    wall.run("wall.tile_back")
    assert said == ["Nothing stood in this tile before that."]
    for _ in range(3):
        wall.run("wall.tile_forward")
    assert wall.wall().tiles[0] == room.camera(12).id
    wall.run("wall.tile_forward")
    assert said[-1] == "Nothing came into this tile after that."
    wall.run("wall.tile_back")
    call(wall, qtbot, "9")
    wall.run("wall.tile_forward")
    assert said[-1] == "Nothing came into this tile after that."
    wall.run("wall.clear_tile")
    wall.controller.choose_tile(0)
    wall.run("wall.tile_back")
    assert wall.wall().tiles[0] == room.camera(9).id


def test_a_removed_camera_is_passed_over(room: Room, wall: WallView, qtbot: QtBot) -> None:
    for keys in ("10", "11"):
        call(wall, qtbot, keys)
    gone = room.camera(10)
    room.services.cameras.remove(gone.id)
    qtbot.waitUntil(lambda: wall.controller.model.camera(gone.id) is None, timeout=2000)
    wall.run("wall.tile_back")
    assert wall.wall().tiles[0] == room.camera(1).id


def test_the_hotspot_has_a_way_back_too(room: Room, wall: WallView) -> None:
    wall.controller.choose_tile(0)
    wall.run("wall.hotspot")
    for tile in (3, 4, 5):
        wall.controller.choose_tile(tile)
    wall.controller.choose_tile(0)
    wall.run("wall.tile_back")
    assert hot(wall) == room.camera(5).id
    wall.run("wall.tile_forward")
    assert hot(wall) == room.camera(6).id


def test_a_tile_remembers_eight_and_no_camera_twice() -> None:
    history = TileHistory()
    cameras = [f"c{n}" for n in range(20)]
    for before, now in pairwise(cameras):
        history.came(0, before, now)
    history.came(0, "c19", "c18")
    seen, now = [], "c18"
    while (camera := history.back(0, now, lambda _c: True)) is not None:
        seen.append(camera)
        now = camera
    assert len(seen) == len(set(seen)) <= KEPT
    assert seen[0] == "c19"
    while (camera := history.forward(0, now, lambda _c: True)) is not None:
        now = camera
    assert now == "c18"


# ---- undo and redo -------------------------------------------------------------------------------------------------


def test_every_change_is_taken_back_and_made_again_in_words(
    room: Room, wall: WallView, said: list[str], qtbot: QtBot
) -> None:
    start = wall.wall()
    night = room.services.walls.save("Night", filled_wall("4", ids(room, 7, 8)))
    deeds: list[tuple[Callable[[], object], str]] = [
        (lambda: call(wall, qtbot, "12"), "camera 12 into tile 1"),
        (lambda: drag(qtbot, wall, 0, 8), "exchanging tiles 1 and 9"),
        (lambda: wall.run("wall.clear_tile"), "clearing tile 9"),
        (lambda: wall.run("wall.hotspot"), "making tile 9 the hotspot"),
        (lambda: wall.controller.set_layout("16"), "another layout"),
        (lambda: wall.run("wall.lock"), "locking the wall"),
        (lambda: wall.run("wall.lock"), "unlocking the wall"),
        (lambda: wall.controller.show_wall(night.wall, night.name), "showing the wall “\u2068Night"),
    ]
    stood = [start]
    for deed, _what in deeds:
        deed()
        assert wall.wall() != stood[-1]
        stood.append(wall.wall())
    for wanted, (_deed, what) in zip(reversed(stood[:-1]), reversed(deeds), strict=True):
        wall.run("wall.undo")
        assert said[-1].startswith("Undone: " + what)
        assert wall.wall() == wanted
        assert room.services.walls.current()[0] == wanted
    assert wall.controller.wall_name == ""
    for wanted, (_deed, what) in zip(stood[1:], deeds, strict=True):
        wall.run("wall.redo")
        assert said[-1].startswith("Made again: " + what)
        assert wall.wall() == wanted
    assert wall.controller.wall_name == "Night"
    wall.run("wall.redo")
    assert said[-1] == "There is nothing to make again on this wall."


def test_undo_is_deep_and_a_new_change_forgets_what_was_taken_back(
    room: Room, wall: WallView, said: list[str]
) -> None:
    controller: WallController = wall.controller
    start = wall.wall()
    for n in range(60):
        controller.swap(0, 1 + n % 8)
    for _ in range(60):
        wall.run("wall.undo")
    assert DEEP >= 50
    assert wall.wall() == start
    wall.run("wall.redo")
    controller.swap(3, 4)
    wall.run("wall.redo")
    assert said[-1] == "There is nothing to make again on this wall."


def test_what_no_hand_did_is_no_step(room: Room, wall: WallView, said: list[str], qtbot: QtBot) -> None:
    while "nothing to undo" not in (said or [""])[-1]:
        wall.run("wall.undo")
    gone = room.camera(3)
    room.services.cameras.remove(gone.id)
    qtbot.waitUntil(lambda: wall.controller.model.camera(gone.id) is None, timeout=2000)
    wall.run("wall.undo")
    assert said[-1] == "There is nothing to undo on this wall."


def test_naming_a_wall_is_no_change_of_arrangement(room: Room, wall: WallView, said: list[str], qtbot: QtBot) -> None:
    room.services.walls.save("Night", wall.wall())
    room.services.walls.set_current(wall.wall(), "Night")
    qtbot.waitUntil(lambda: wall.controller.wall_name == "Night", timeout=2000)
    wall.controller.swap(0, 1)
    wall.run("wall.undo")
    assert said[-1] == "Undone: exchanging tiles 1 and 2."
    assert wall.controller.wall_name == "Night"


# ---- own layouts and the officer's wall ----------------------------------------------------------------------------


def test_f8_goes_through_the_ready_layouts_and_then_the_own_ones(room: Room, wall: WallView) -> None:
    own = [room.services.layouts.save(name, grid).key for name, grid in (
        ("a", plain_grid(3, 1)), ("b", split(plain_grid(2, 2), 0, 2, 1)))]
    wall.controller.set_layout(LAYOUTS[-1].key)
    seen = []
    for _ in range(3):
        wall.run("wall.next_layout")
        seen.append(wall.wall().layout)
    assert seen == [*own, LAYOUTS[0].key]


def test_own_layouts_stand_in_the_bar_under_names_that_fit(
    room: Room, wall: WallView, bar: WallToolbar, qtbot: QtBot
) -> None:
    long = "The gate, the yard & everything behind it up to the old wall"
    own = room.services.layouts.save(long, plain_grid(5, 2))
    bar.show()
    bar.more.click()
    menu = next(m for m in bar.findChildren(QMenu) if m.isVisible())
    action = next(a for a in menu.actions() if a.text().startswith("The gate"))
    assert action.text().endswith("…")
    assert any("Edit layout" in a.text() for a in menu.actions())
    action.trigger()
    menu.close()
    assert wall.wall().layout == own.key
    assert bar.more.isChecked()
    assert "The gate" in bar.more.text()
    assert "…" in bar.more.text()
    assert long in bar.more.toolTip()
    room.services.layouts.delete(own.id)
    qtbot.waitUntil(lambda: "Own layout" in bar.more.text(), timeout=2000)
    assert wall.wall().layout == own.key


def test_a_console_without_a_wall_of_its_own_begins_with_the_officers(
    room: Room, wall: WallView, make_wall: Callable[..., WallView], said: list[str]
) -> None:
    wall.run("wall.home")
    assert "No wall is set as yours" in said[-1]
    night = room.services.walls.save("Night", replace(filled_wall("4", ids(room, 7, 8)), locked=True))
    room.services.walls.set_default(night.id)
    room.services.walls.forget_current("main")
    other = make_wall(room)
    assert (other.wall(), other.controller.wall_name) == (night.wall, "Night")
    wall.run("wall.home")
    assert wall.wall() == night.wall


def test_a_click_on_the_wall_rearranges_nothing(wall: WallView, qtbot: QtBot) -> None:
    before = wall.wall()
    for tile in (3, 0, 8):
        qtbot.mouseClick(wall, LEFT, pos=middle(wall, tile) + QPoint(3, 3))
    assert wall.wall() == before
