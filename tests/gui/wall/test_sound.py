"""The sound on the wall: the command, the mark, what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from safecity_console.domain.sound import SoundState, SoundStatus
from safecity_console.services.events import SoundChanged
from safecity_console.ui.wall.menu import TILE_COMMANDS
from safecity_console.ui.wall.model import Part, Spot
from safecity_console.ui.wall.view import WallView
from tests.gui.doubles import Room


def tell(room: Room, state: SoundState, number: int, refusal: str = "") -> None:
    room.services.bus.publish(SoundChanged(SoundStatus(state, room.camera(number).id, refusal)))


def said_by(wall: WallView) -> list[tuple[str, str]]:
    said: list[tuple[str, str]] = []
    wall.controller.said.connect(lambda text, kind: said.append((text, kind)))
    return said


def test_the_tile_menu_offers_it() -> None:
    assert "tile.sound" in TILE_COMMANDS


def test_a_camera_without_picture_is_refused_in_a_sentence(room: Room, wall: WallView) -> None:
    said = said_by(wall)
    wall.controller.select(Spot(Part.TILE, 0))
    assert wall.controller.run("tile.sound")
    assert said == [("This camera has no picture now, so it cannot be listened to.", "warning")]


def test_a_refusal_that_comes_later_is_said_once_and_only_where_it_was_asked_for(
        qtbot: QtBot, room: Room, wall: WallView) -> None:
    said = said_by(wall)
    tell(room, SoundState.OFF, 1, "sound_none")
    qtbot.wait(50)
    assert said == []
    wall.controller.select(Spot(Part.TILE, 0))
    wall.controller.run("tile.sound")
    said.clear()
    tell(room, SoundState.OFF, 1, "sound_none")
    qtbot.waitUntil(lambda: said == [("This camera sends no sound.", "warning")], timeout=2000)


@pytest.mark.parametrize(("state", "icon", "word"), [
    (SoundState.OPENING, "volume-2", "Sound…"), (SoundState.HEARD, "volume-2", "Sound"),
    (SoundState.MUTED, "volume-x", "Muted"), (SoundState.WAITING, "volume-x", "Sound interrupted"),
    (SoundState.NONE, "volume-x", "Sends no sound"), (SoundState.OFF, "", ""),
])
def test_the_mark_says_how_it_is_on_that_tile_only(qtbot: QtBot, room: Room, wall: WallView, state: SoundState,
                                                  icon: str, word: str) -> None:
    tell(room, state, 2)
    qtbot.waitUntil(lambda: wall._sound.mark(room.camera(2).id) == (icon, word), timeout=2000)
    assert wall._sound.mark(room.camera(1).id) == ("", "")
    assert wall._sound.mark(None) == ("", "")


def test_the_mark_is_drawn_in_the_corner_and_spoken(qtbot: QtBot, room: Room,
                                                   make_wall: Callable[..., WallView]) -> None:
    room.live(1, 2)
    wall = make_wall(room)
    wall.controller.select_camera(room.camera(2).id)
    qtbot.waitUntil(lambda: wall._board.tiles[1].picture is not None, timeout=3000)
    rect = wall._board.tiles[1].rect

    def corner() -> QImage:
        return wall.grab(rect).toImage().copy(4, 4, 60, 22)

    before = corner()
    tell(room, SoundState.HEARD, 2)
    qtbot.waitUntil(lambda: corner() != before, timeout=3000)
    wall._describe()
    assert wall.accessibleDescription().endswith(". Sound")


def test_selecting_tells_the_sound(room: Room, make_wall: Callable[..., WallView],
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    selected: list[str | None] = []
    monkeypatch.setattr(type(room.services.sound), "select", lambda _self, chosen: selected.append(chosen))
    wall = make_wall(room)
    wall.controller.select_camera(room.camera(3).id)
    assert selected[-1] == room.camera(3).id
