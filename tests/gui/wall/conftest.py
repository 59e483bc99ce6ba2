"""A room with a wall in it, shown offscreen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from tests.gui.doubles import Room

SIZE = (1280, 720)


@pytest.fixture(scope="session", autouse=True)
def look(qapp: QApplication) -> None:
    load_fonts()
    apply_look(qapp, DARK, "en")


@pytest.fixture
def make_room(data_folder: Path) -> Iterator[Callable[..., Room]]:
    made: list[Room] = []

    def make(*args: object, **kwargs: object) -> Room:
        made.append(Room(data_folder, *args, **kwargs))
        return made[-1]

    yield make
    for room in made:
        room.close()


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room()


@pytest.fixture
def make_wall(qtbot: QtBot) -> Iterator[Callable[..., WallView]]:
    views: list[WallView] = []

    def make(room: Room, size: tuple[int, int] = SIZE) -> WallView:
        view = WallView(room.services, DARK)
        qtbot.addWidget(view, before_close_func=lambda v: v.stop())
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        views.append(view)
        return view

    yield make
    for view in views:
        view.stop()


@pytest.fixture
def wall(room: Room, make_wall: Callable[..., WallView]) -> WallView:
    return make_wall(room)
