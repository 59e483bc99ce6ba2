"""A wall under an officer who may not see every camera: no picture, no name, no stream for him, and at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from safecity_console.domain.access import CameraGroup, Permission, RoleCode
from safecity_console.domain.wall import filled_wall
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.camera_list import CameraList
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import Face
from tests.fakes.staffed import begin, enter, make
from tests.gui.doubles import Room


def wished(room: Room) -> set[str]:
    """Give the cameras the wall asks for now."""
    return set(room.streams.shown[-1][1]) if room.streams.shown else set()


def test_what_is_not_for_a_role_stands_there_unnamed_unseen_and_undecoded(
        room: Room, make_wall: Callable[..., WallView], qtbot: QtBot) -> None:
    services = room.services
    room.live(*range(1, 10))
    begin(services)
    make(services, "D-7", RoleCode.DUTY_OFFICER)
    make(services, "S-1", RoleCode.SUPERVISOR)
    group = services.officers.put_group(CameraGroup("", "Bazaar", frozenset({room.camera(1).id})))
    duty = next(role for role in services.officers.roles() if role.code == RoleCode.DUTY_OFFICER.value)
    services.officers.put_role(replace(duty, grants={**duty.grants, Permission.VIEW_LIVE: frozenset({group.id})}))
    night = services.walls.save("Night", filled_wall("4", [room.camera(2).id, room.camera(1).id]))

    shown = make_wall(room)
    cameras = CameraList(services, DARK, shown)
    qtbot.addWidget(cameras)
    before = shown.wall()
    qtbot.waitUntil(lambda: len(wished(room)) == 9)

    enter(services, "D-7")
    qtbot.waitUntil(lambda: wished(room) == {room.camera(1).id})
    barred, seen = shown._board.tiles[1], shown._board.tiles[0]
    assert (barred.words.title, barred.words.face, barred.label.name) == ("Not for your role", Face.CARD, "")
    assert barred.camera is barred.picture is barred.image is None
    assert seen.camera is not None
    assert cameras.list.model().rowCount() == 1
    assert shown.controller.camera_numbered(2) is None
    assert shown.wall() == before, "what he does not see keeps its place"
    shown.controller.toggle_mode()
    assert not shown._board.cards
    assert [tile.camera.number for tile in shown._board.tiles if tile.camera is not None] == [1]
    shown.controller.toggle_mode()

    enter(services, "S-1")
    qtbot.waitUntil(lambda: len(wished(room)) == 9)
    assert cameras.list.model().rowCount() == 9
    services.walls.set_default(night.id, "S-1")
    enter(services, "D-7")
    enter(services, "S-1")
    qtbot.waitUntil(lambda: shown.controller.wall_name == "Night")
