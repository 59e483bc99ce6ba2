"""A tour on the wall: what it shows, what holds it, and that the officer's wall is never touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from safecity_console.domain.health import PictureFault
from safecity_console.domain.tour import Hold, SavedTour, TourKind, TourStep, TourTiles, tour_of
from safecity_console.domain.wall import empty_wall, filled_wall
from safecity_console.domain.watch import Condition
from safecity_console.ui.wall.model import Mode, Part, Spot
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import Face
from tests.gui.doubles import Room, draft

ALL = range(1, 13)


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    made = make_room(ALL)
    made.live(*ALL)
    return made


@pytest.fixture
def wall(room: Room, make_wall: Callable[..., WallView]) -> WallView:
    view = make_wall(room)
    view.controller.set_layout("4")
    view.touring._timer.setInterval(3_600_000)  # the tests' hand is the clock
    return view


def numbers(view: WallView) -> list[int | None]:
    cameras = [view.controller.model.camera(c) if c is not None else None for c in view.controller.model.scene.tiles]
    return [c.number if c is not None else None for c in cameras]


def keep(room: Room, wanted: Iterable[int] = ALL, tiles: TourTiles = TourTiles.PAGE, dwell_s: int | None = None,
         skip_dead: bool = True) -> SavedTour:
    steps = [TourStep(room.camera(n).id) for n in wanted]
    return room.services.tours.save(tour_of("Night round", TourKind.CAMERAS, steps, tiles, dwell_s, skip_dead))


def start(view: WallView, saved: SavedTour) -> None:
    view.touring.start(saved.tour, saved.id)
    view.touring._timer.setInterval(3_600_000)


def go_on(room: Room, view: WallView, seconds: float) -> None:
    """Let time pass with every live camera sending."""
    for _ in range(round(seconds * 2)):
        room.clock.advance(0.5)
        for camera in room.cameras:
            if view.controller.works(camera.id):
                held = room.streams.slot(camera.id).peek()
                assert held is not None
                room.streams.put_at(camera, held, room.clock.monotonic_s())
        view.touring.tick()


def select(view: WallView, tile: int) -> None:
    view.controller.select(Spot(Part.TILE, tile))


def said(view: WallView) -> list[str]:
    heard: list[str] = []
    view.said.connect(lambda text, _kind: heard.append(text))
    return heard


def test_pages_come_one_after_another_and_the_wall_stands_as_before(room: Room, wall: WallView) -> None:
    before, kept = wall.wall(), room.services.walls.current()
    start(wall, keep(room, range(3, 13), dwell_s=5))
    assert numbers(wall) == [3, 4, 5, 6]
    go_on(room, wall, 4.5)
    assert numbers(wall) == [3, 4, 5, 6]
    go_on(room, wall, 1)
    assert numbers(wall) == [7, 8, 9, 10]
    go_on(room, wall, 5)
    assert numbers(wall) == [11, 12, 3, 4]
    assert (wall.wall(), room.services.walls.current()) == (before, kept)
    wall.run("tour.toggle")
    assert numbers(wall) == [1, 2, 3, 4]
    assert (wall.wall(), room.services.walls.current(), wall.touring.status) == (before, kept, None)


def test_the_setting_counts_where_a_tour_has_no_time_of_its_own_at_once(room: Room, wall: WallView) -> None:
    room.services.settings.set("tour.dwell_s", 60)
    start(wall, keep(room))
    go_on(room, wall, 10)
    assert numbers(wall) == [1, 2, 3, 4]
    room.services.settings.set("tour.dwell_s", 2)
    go_on(room, wall, 2.5)
    assert numbers(wall) == [5, 6, 7, 8]


def test_pinned_tiles_keep_their_camera_and_say_so(room: Room, wall: WallView) -> None:
    select(wall, 1)
    wall.run("tour.pin")
    assert wall.wall().pinned == {1}
    start(wall, keep(room, dwell_s=4))
    assert numbers(wall) == [1, 2, 3, 4]
    wall.run("tour.next")
    assert numbers(wall) == [5, 2, 6, 7]
    assert [t.marks for t in wall._board.tiles] == [("route",), ("pin",), ("route",), ("route",)]
    wall.run("tour.toggle")
    assert [t.marks for t in wall._board.tiles] == [(), ("pin",), (), ()]
    wall.run("tour.pin")
    assert wall.wall().pinned == frozenset()


def test_a_tile_pinned_under_way_keeps_what_is_seen_but_the_wall_its_own(room: Room, wall: WallView) -> None:
    start(wall, keep(room))
    wall.run("tour.next")
    select(wall, 0)
    wall.run("tour.pin")
    assert numbers(wall) == [5, 6, 7, 8]
    wall.run("tour.next")
    assert numbers(wall)[0] == 5
    assert len(set(numbers(wall))) == 4
    wall.run("tour.toggle")
    assert numbers(wall) == [1, 2, 3, 4]
    assert wall.wall().pinned == {0}


def test_one_tile_tours_and_the_others_stay(room: Room, wall: WallView) -> None:
    select(wall, 2)
    start(wall, keep(room, tiles=TourTiles.ONE, dwell_s=2))
    seen = []
    for _ in range(9):
        seen.append(numbers(wall)[2])
        assert [numbers(wall)[n] for n in (0, 1, 3)] == [1, 2, 4]
        assert wall.controller.model.selected == Spot(Part.TILE, 2)
        go_on(room, wall, 2)
    assert seen == [3, 5, 6, 7, 8, 9, 10, 11, 12]


def test_tiles_change_one_after_another(room: Room, wall: WallView) -> None:
    start(wall, keep(room, tiles=TourTiles.TURN))
    wall.run("tour.next")
    assert numbers(wall) == [5, 2, 3, 4]
    wall.run("tour.next")
    assert numbers(wall) == [5, 6, 3, 4]
    wall.run("tour.previous")
    wall.run("tour.previous")
    assert numbers(wall) == [1, 2, 3, 4]


def test_dead_cameras_are_passed_over_and_come_again(room: Room, wall: WallView) -> None:
    for number in (5, 7):
        room.streams.set(room.camera(number), Condition.OFFLINE)
    start(wall, keep(room))
    wall.run("tour.next")
    assert numbers(wall) == [6, 8, 9, 10]
    room.streams.set(room.camera(8), Condition.OFFLINE)
    wall.touring.tick()
    assert numbers(wall) == [6, 8, 9, 10]  # within a step nothing moves
    room.live(5, 7)
    wall.run("tour.previous")
    assert numbers(wall) == [2, 3, 4, 5]
    wall.run("tour.next")
    assert numbers(wall) == [6, 7, 9, 10]


def test_a_tour_may_show_dead_cameras_and_never_empties_the_wall(room: Room, wall: WallView) -> None:
    for number in ALL:
        room.streams.set(room.camera(number), Condition.OFFLINE)
    start(wall, keep(room, [5, 6, 7, 8]))
    assert numbers(wall) == [5, 6, 7, 8]
    room.live(1, 2)
    saved = room.services.tours.save(
        tour_of("All", TourKind.CAMERAS, [TourStep(room.camera(n).id) for n in ALL], skip_dead=False))
    start(wall, saved)
    assert numbers(wall) == [1, 2, 3, 4]


def test_space_holds_and_lets_go_on(room: Room, wall: WallView, qtbot: QtBot) -> None:
    start(wall, keep(room, dwell_s=2))
    qtbot.keyClick(wall, Qt.Key.Key_Space)
    assert wall.touring.status is not None
    assert wall.touring.status.hold is Hold.ASKED
    go_on(room, wall, 20)
    assert numbers(wall) == [1, 2, 3, 4]
    qtbot.keyClick(wall, Qt.Key.Key_Space)
    go_on(room, wall, 2.5)
    assert numbers(wall) == [5, 6, 7, 8]


def test_space_without_a_tour_says_so(wall: WallView, qtbot: QtBot) -> None:
    heard = said(wall)
    qtbot.keyClick(wall, Qt.Key.Key_Space)
    assert wall.run("tour.next")
    assert len(heard) == 2
    assert "Ctrl+F7" in heard[0]


def test_the_pointer_holds_while_it_moves_and_the_tour_goes_on_by_itself(room: Room, wall: WallView) -> None:
    start(wall, keep(room, dwell_s=2))
    wall.controller.model.pointer_moved(room.clock.monotonic_s())
    go_on(room, wall, 3)
    assert wall.touring.status is not None
    assert wall.touring.status.hold is Hold.POINTER
    assert numbers(wall) == [1, 2, 3, 4]
    go_on(room, wall, 4)
    assert numbers(wall) == [5, 6, 7, 8]
    wall.controller.model.pointer_moved(room.clock.monotonic_s())
    wall.controller.model.pointer_left()
    go_on(room, wall, 2.5)
    assert numbers(wall) == [9, 10, 11, 12]
    room.services.settings.set("tour.hold_on_pointer", False)
    wall.controller.model.pointer_moved(room.clock.monotonic_s())
    go_on(room, wall, 2)
    assert numbers(wall) != [9, 10, 11, 12]


@pytest.mark.parametrize("holding", ["number", "press", "menu", "large", "hidden"])
def test_nothing_moves_under_a_hand_or_out_of_sight(room: Room, wall: WallView, qtbot: QtBot, holding: str) -> None:
    room.services.settings.set("tour.hold_on_pointer", False)
    start(wall, keep(room, dwell_s=2))
    menu = wall.menu()
    hold, release = {
        "number": (lambda: qtbot.keyClicks(wall, "1"), lambda: qtbot.keyClick(wall, Qt.Key.Key_Escape)),
        "press": (lambda: setattr(wall, "_drag", object()), lambda: setattr(wall, "_drag", None)),
        "menu": (lambda: menu.popup(QPoint(5, 5)), menu.close),
        "large": (wall.controller.toggle_expanded, wall.controller.toggle_expanded),
        "hidden": (wall.hide, wall.show),
    }[holding]
    hold()
    wall.touring.tick()
    shown = wall.controller.model.scene.tiles
    go_on(room, wall, 20)
    assert wall.controller.model.scene.tiles == shown
    assert wall.touring.status is not None
    assert wall.touring.status.hold in (Hold.HAND, Hold.LARGE, Hold.HIDDEN)
    release()
    go_on(room, wall, 3)
    assert numbers(wall) == [5, 6, 7, 8]


def alarm(room: Room, view: WallView, *which: int) -> None:
    for number in which:
        room.streams.set(room.camera(number), Condition.IMPAIRED, fault=PictureFault.FROZEN)
    view.set_alarmed(frozenset(room.camera(n).id for n in which))
    view.touring.tick()


def test_an_alarm_brings_its_camera_and_holds_until_it_is_over(room: Room, wall: WallView) -> None:
    start(wall, keep(room, dwell_s=2))
    heard = said(wall)
    alarm(room, wall, 11)
    assert numbers(wall) == [9, 10, 11, 12]
    assert wall.touring.status is not None
    assert (wall.touring.status.hold, wall.touring.status.alarm) == (Hold.ALARM, 11)
    assert len(heard) == 1
    assert "11" in heard[0]
    go_on(room, wall, 30)
    assert numbers(wall) == [9, 10, 11, 12]
    wall.set_alarmed(frozenset())
    go_on(room, wall, 3)
    assert numbers(wall) == [1, 2, 3, 4]


def test_an_alarm_is_acknowledged_with_space(room: Room, wall: WallView, qtbot: QtBot) -> None:
    start(wall, keep(room, dwell_s=2))
    alarm(room, wall, 2)
    assert numbers(wall) == [1, 2, 3, 4]
    qtbot.keyClick(wall, Qt.Key.Key_Space)
    go_on(room, wall, 3)
    assert numbers(wall) == [5, 6, 7, 8]
    alarm(room, wall, 2, 7)
    assert wall.touring.status is not None
    assert wall.touring.status.alarm == 7


def test_a_second_alarm_waits_until_the_first_is_acknowledged(room: Room, wall: WallView, qtbot: QtBot) -> None:
    start(wall, keep(room, dwell_s=2))
    heard = said(wall)
    alarm(room, wall, 11)
    alarm(room, wall, 11, 6)
    assert numbers(wall) == [9, 10, 11, 12]  # the officer looks at it
    assert "too" in heard[1]
    qtbot.keyClick(wall, Qt.Key.Key_Space)
    assert numbers(wall) == [5, 6, 7, 8]
    status = wall.touring.status
    assert status is not None
    assert (status.hold, status.alarm) == (Hold.ALARM, 6)
    qtbot.keyClick(wall, Qt.Key.Key_Space)
    go_on(room, wall, 2.5)
    assert numbers(wall) == [9, 10, 11, 12]


def test_a_dead_camera_with_an_alarm_is_shown_all_the_same(room: Room, wall: WallView) -> None:
    start(wall, keep(room))
    room.streams.set(room.camera(8), Condition.OFFLINE)
    wall.set_alarmed(frozenset({room.camera(8).id}))
    wall.touring.tick()
    assert 8 in numbers(wall)


def test_an_alarm_waits_with_its_step_for_the_hand_to_leave(room: Room, wall: WallView) -> None:
    start(wall, keep(room))
    wall.controller.model.pointer_moved(room.clock.monotonic_s())
    alarm(room, wall, 11)
    assert numbers(wall) == [1, 2, 3, 4]
    wall.controller.model.pointer_left()
    wall.touring.tick()
    assert numbers(wall) == [9, 10, 11, 12]


def test_alarms_of_before_and_alarms_switched_off_hold_nothing(room: Room, wall: WallView) -> None:
    alarm(room, wall, 3)
    start(wall, keep(room, dwell_s=2))
    go_on(room, wall, 2.5)
    assert numbers(wall) == [5, 6, 7, 8]
    room.services.settings.set("tour.hold_on_alarm", False)
    alarm(room, wall, 3, 12)
    assert numbers(wall) == [5, 6, 7, 8]
    go_on(room, wall, 2.5)
    assert numbers(wall) == [9, 10, 11, 12]


def test_the_next_cameras_are_opened_small_before_their_step(room: Room, wall: WallView, qtbot: QtBot) -> None:
    start(wall, keep(room, dwell_s=10))
    go_on(room, wall, 7.5)
    qtbot.wait(120)
    assert set(room.streams.shown[-1][1]) == {room.camera(n).id for n in (1, 2, 3, 4)}
    go_on(room, wall, 1)
    qtbot.waitUntil(lambda: len(room.streams.shown[-1][1]) == 8)
    early = room.streams.shown[-1][1][room.camera(5).id]
    assert early.width <= 480
    assert not early.spared
    go_on(room, wall, 2)
    assert numbers(wall) == [5, 6, 7, 8]
    assert [t.words.face for t in wall._board.tiles] == [Face.PICTURE] * 4
    assert all(t.image is not None for t in wall._board.tiles)
    qtbot.waitUntil(lambda: set(room.streams.shown[-1][1]) == {room.camera(n).id for n in (5, 6, 7, 8)})


def test_a_step_waits_for_pictures_that_are_on_their_way(room: Room, wall: WallView) -> None:
    start(wall, keep(room, dwell_s=2))
    for _ in range(6):
        room.clock.advance(0.5)
        wall.touring.tick()
    assert numbers(wall) == [1, 2, 3, 4]  # due for a second, but no camera of the next page has a fresh picture
    go_on(room, wall, 0.5)
    assert numbers(wall) == [5, 6, 7, 8]


def test_kept_walls_come_in_turn_and_pinned_cameras_stay(room: Room, wall: WallView) -> None:
    ids = [room.camera(n).id for n in ALL]
    first = room.services.walls.save("Gates", filled_wall("4", ids[4:8]))
    second = room.services.walls.save("Stands", filled_wall("9", ids[:9]))
    dead = room.services.walls.save("Empty", empty_wall("4"))
    before = wall.wall()
    saved = room.services.tours.save(tour_of(
        "Walls", TourKind.WALLS, [TourStep(first.id), TourStep(dead.id), TourStep(second.id), TourStep("gone")]))
    select(wall, 2)
    wall.run("tour.pin")
    start(wall, saved)
    assert numbers(wall) == [5, 6, 3, 8]
    wall.run("tour.next")
    assert numbers(wall) == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    status = wall.touring.status
    assert status is not None
    assert (status.position, status.of, status.place) == (2, 2, "Stands")
    wall.call_camera(room.camera(4).id)  # on another wall a call selects, it arranges nothing
    assert wall.selected_camera() == room.camera(4).id
    assert not wall.run("wall.clear_tile")
    wall.run("tour.toggle")
    assert (wall.wall().tiles, wall.wall().layout) == (before.tiles, before.layout)


def test_what_the_officer_arranges_stays_and_the_tour_goes_round_it(room: Room, wall: WallView, qtbot: QtBot) -> None:
    start(wall, keep(room))
    wall.run("tour.next")
    qtbot.keyClicks(wall, "12*2")
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    assert numbers(wall)[1] == 12
    assert wall.wall().tiles[1] == room.camera(12).id
    wall.run("tour.next")
    assert numbers(wall)[1] == 12
    assert len(set(numbers(wall))) == 4
    heard = said(wall)
    select(wall, 0)
    assert wall.run("wall.clear_tile")
    assert len(heard) == 1
    assert wall.wall().tiles[0] == room.camera(1).id


def test_another_layout_carries_the_tour_over(room: Room, wall: WallView) -> None:
    start(wall, keep(room))
    wall.controller.set_layout("9")
    assert wall.touring.run is not None
    assert numbers(wall) == list(range(1, 10))
    wall.run("tour.next")
    assert numbers(wall) == [10, 11, 12, 1, 2, 3, 4, 5, 6]


def test_another_wall_or_mode_ends_the_tour_and_says_why(room: Room, wall: WallView) -> None:
    heard = said(wall)
    start(wall, keep(room))
    wall.controller.show_wall(filled_wall("4", [room.camera(n).id for n in (9, 8, 7, 6)]), "Other")
    assert numbers(wall) == [9, 8, 7, 6]
    assert wall.touring.run is None
    start(wall, room.services.tours.tours()[0])
    wall.run("wall.what_works")
    assert wall.touring.run is None
    assert wall.mode() is Mode.WHAT_WORKS
    assert len(heard) == 2


def test_toggle_starts_the_last_one_else_all_cameras(room: Room, wall: WallView) -> None:
    heard = said(wall)
    wall.run("tour.toggle")
    assert "all cameras" in heard[0]
    assert wall.touring.status is not None
    assert wall.touring.status.of == 3
    wall.run("tour.toggle")
    saved = keep(room, [7, 8])
    start(wall, saved)
    wall.run("tour.toggle")
    wall.run("tour.toggle")
    assert numbers(wall)[:2] == [7, 8]
    assert wall.touring.run is not None
    assert wall.touring.run.tour_id == saved.id


def test_all_tiles_pinned_is_refused_in_words(room: Room, wall: WallView) -> None:
    for tile in range(4):
        select(wall, tile)
        wall.run("tour.pin")
    heard = said(wall)
    start(wall, keep(room))
    assert wall.touring.run is None
    assert "pin" in heard[0]


def test_the_tour_follows_its_own_change_and_ends_with_its_deletion(room: Room, wall: WallView, qtbot: QtBot) -> None:
    saved = keep(room)
    start(wall, saved)
    room.services.tours.save(
        tour_of("Night round", TourKind.CAMERAS, [TourStep(room.camera(n).id) for n in (12, 11)]), saved.id)
    qtbot.waitUntil(lambda: numbers(wall)[:2] == [12, 11])
    heard = said(wall)
    room.services.tours.delete(saved.id)
    qtbot.waitUntil(lambda: wall.touring.run is None)
    assert "deleted" in heard[0]


def test_cameras_that_leave_the_registry_leave_the_tour(room: Room, wall: WallView, qtbot: QtBot) -> None:
    start(wall, keep(room))
    wall.run("tour.next")
    room.services.cameras.remove(room.camera(6).id)
    qtbot.waitUntil(lambda: 6 not in numbers(wall))
    assert wall.touring.run is not None
    wall.run("tour.next")
    assert None not in numbers(wall)
    room.services.cameras.add(draft(13), None)
    qtbot.waitUntil(lambda: len(wall.controller.model.cameras()) == 12)
    assert wall.touring.run is not None


def test_a_stopped_wall_ticks_no_more(room: Room, wall: WallView) -> None:
    start(wall, keep(room))
    wall.stop()
    assert not wall.touring._timer.isActive()


def test_a_locked_wall_tours_but_pins_nothing_and_the_hotspot_stays(room: Room, wall: WallView) -> None:
    ids = [room.camera(n).id for n in ALL]
    wall.controller.show_wall(replace(filled_wall("4", ids[:4]), locked=True, hotspot=3), "Locked")
    start(wall, keep(room))
    wall.run("tour.next")
    assert numbers(wall) == [5, 6, 7, 4]
    heard = said(wall)
    assert wall.run("tour.pin")
    assert "locked" in heard[0]
    assert wall.wall().pinned == frozenset()


def test_a_hotspot_takes_no_part_in_a_tour_over_smaller_walls(room: Room, wall: WallView) -> None:
    ids = [room.camera(n).id for n in ALL]
    saved = room.services.walls.save("Gate", filled_wall("1", ids[4:5]))
    tour = room.services.tours.save(tour_of("Walls", TourKind.WALLS, [TourStep(saved.id)]))
    wall.controller.show_wall(replace(filled_wall("4", ids[:4]), hotspot=2), "Mine")
    select(wall, 0)
    start(wall, tour)
    assert numbers(wall) == [5]
    wall.run("tour.toggle")
    assert numbers(wall) == [1, 2, 1, 4], "it shows what was selected before the tour"
