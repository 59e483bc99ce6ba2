"""The wall on real services, watching the simulated district over real RTSP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.watch import Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.simulator.district import District
from safecity_console.simulator.mirpur import demo_clip
from safecity_console.simulator.model import SimulatedCamera, StreamSpec
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.model import Mode
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import Face
from safecity_console.wiring import Console, Options
from tests.gui.wall.conftest import SIZE

PATIENCE_MS = 15_000
FAULTS = ("", "", "refused", "wrong password", "path 404", "no such host")


@pytest.fixture
def district() -> Iterator[District]:
    main, sub = (StreamSpec(demo_clip("chowk", role)) for role in ("main", "sub"))
    cameras = [SimulatedCamera(n, f"Camera {n}", "Mirpur", 1, main, sub, "control", Secret("right"), fault)
               for n, fault in enumerate(FAULTS, start=1)]
    with District(cameras) as running:
        yield running


@pytest.fixture
def services(district: District, data_folder: Path) -> Iterator[ConsoleServices]:
    with Console(Options(data=data_folder, environment={})) as console:
        for camera in district.cameras:
            draft = CameraDraft(camera.number, camera.name, district.url(camera.number, "main"),
                                district.url(camera.number, "sub"), user=camera.user)
            console.services.cameras.add(draft, camera.password)
        console.watch()
        yield console.services


@pytest.fixture
def wall(services: ConsoleServices, qtbot: QtBot) -> Iterator[WallView]:
    view = WallView(services, DARK)
    qtbot.addWidget(view, before_close_func=lambda v: v.stop())
    view.resize(*SIZE)
    with qtbot.waitExposed(view):
        view.show()
    yield view
    view.stop()


def words(view: WallView, number: int) -> str:
    tile = next(t for t in view._board.tiles if t.camera is not None and t.camera.number == number)
    return " ".join((tile.words.title, *tile.words.lines))


def shown(view: WallView, services: ConsoleServices, number: int) -> int:
    camera = services.cameras.by_number(number)
    assert camera is not None
    return view.stats().shown.get(camera.id, 0)


def test_the_live_ones_move_and_the_dead_ones_say_why(
    wall: WallView, services: ConsoleServices, district: District, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: min(shown(wall, services, n) for n in (1, 2)) > 20, timeout=PATIENCE_MS)
    for number, said in ((3, "Nothing listens on its port"), (4, "Wrong password"), (5, "(404)"), (6, "No such host")):
        qtbot.waitUntil(lambda n=number, s=said: s in words(wall, n), timeout=PATIENCE_MS)
    tile = wall.places.tiles[0].adjusted(4, 40, -4, -40)
    image = wall.grab().toImage()
    colors = {image.pixelColor(x, y).rgb() for x in range(tile.left(), tile.right(), 7)
              for y in range(tile.top(), tile.bottom(), 7)}
    assert len(colors) > 50

    wall.run("wall.what_works")
    assert len([c for c in wall.controller.model.scene.tiles if c]) == 2
    assert wall.mode() is Mode.WHAT_WORKS

    district.stop_camera(2)
    second = services.cameras.by_number(2)
    assert second is not None
    qtbot.waitUntil(lambda: services.streams.watches()[second.id].condition is Condition.OFFLINE, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: second.id in wall.controller.model.scene.cards, timeout=PATIENCE_MS)
    district.restart_camera(2)


def test_a_hidden_wall_decodes_nothing(wall: WallView, services: ConsoleServices, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(wall, services, 1) > 5, timeout=PATIENCE_MS)
    first = services.cameras.by_number(1)
    assert first is not None
    wall.hide()
    slot = services.streams.slot(first.id)
    qtbot.wait(600)
    before = slot.puts
    qtbot.wait(600)
    assert slot.puts == before
    wall.show()
    qtbot.waitUntil(lambda: slot.puts > before, timeout=PATIENCE_MS)
    assert services.streams.watches()[first.id].condition is Condition.LIVE


def test_a_snapshot_of_the_selected_tile_is_written(wall: WallView, services: ConsoleServices, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(wall, services, 1) > 5, timeout=PATIENCE_MS)
    with qtbot.waitSignal(wall.said, timeout=5000) as told:
        wall.run("wall.snapshot")
    assert next(services.paths.snapshots.glob("*.png")).name in told.args[0]


def test_the_large_view_takes_the_main_stream(wall: WallView, services: ConsoleServices, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(wall, services, 1) > 5, timeout=PATIENCE_MS)
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    camera = services.cameras.by_number(1)
    assert camera is not None

    def is_main() -> bool:
        picture = wall._board.tiles[0].picture
        return picture is not None and picture.source_width > 640

    qtbot.waitUntil(is_main, timeout=PATIENCE_MS)
    picture = wall._board.tiles[0].picture
    assert picture is not None
    assert wall._board.tiles[0].words.face is Face.PICTURE
    assert picture.width <= wall.width()
    assert QApplication.focusWidget() in (None, wall)


def test_the_wall_comes_back_as_it_was_left(
    wall: WallView, services: ConsoleServices, qtbot: QtBot, make_second: Callable[[], WallView]
) -> None:
    qtbot.keyClicks(wall, "5*2")
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    left = wall.wall()
    wall.stop()
    assert make_second().wall() == left


@pytest.fixture
def make_second(services: ConsoleServices, qtbot: QtBot) -> Callable[[], WallView]:
    def make() -> WallView:
        view = WallView(services, DARK)
        qtbot.addWidget(view, before_close_func=lambda v: v.stop())
        return view

    return make
