"""A tour over real streams: each step shows pictures at once, never a card in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.tour import TourKind, TourStep, tour_of
from safecity_console.services.console import ConsoleServices
from safecity_console.simulator.district import District
from safecity_console.simulator.mirpur import demo_clip
from safecity_console.simulator.model import SimulatedCamera, StreamSpec
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import Face
from safecity_console.wiring import Console, Options
from tests.gui.wall.conftest import SIZE

PATIENCE_MS = 30_000
FAULTS = ("", "", "", "", "", "", "refused", "")


@pytest.fixture
def services(data_folder: Path) -> Iterator[ConsoleServices]:
    main, sub = (StreamSpec(demo_clip("chowk", role)) for role in ("main", "sub"))
    cameras = [SimulatedCamera(n, f"Camera {n}", "Mirpur", 1, main, sub, "control", Secret("right"), fault)
               for n, fault in enumerate(FAULTS, start=1)]
    with District(cameras) as district, Console(Options(data=data_folder, environment={})) as console:
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


def test_a_step_change_shows_pictures_at_once(wall: WallView, services: ConsoleServices, qtbot: QtBot) -> None:
    wall.controller.set_layout("4")
    numbers = {c.id: c.number for c in services.cameras.cameras()}
    qtbot.waitUntil(lambda: sum(w.works for w in services.streams.watches().values()) == 7, timeout=PATIENCE_MS)
    faces: list[tuple[Face, ...]] = []
    pages = [{1, 2, 3, 4}]
    wall.touring.start(tour_of("Round", TourKind.CAMERAS, [TourStep(one) for one in numbers], dwell_s=2))

    def on_changed() -> None:
        page = {numbers[c] for c in wall.controller.model.scene.tiles if c is not None}
        if pages[-1] != page:
            pages.append(page)
            faces.append(tuple(tile.words.face for tile in wall._board.tiles))

    wall.touring.changed.connect(on_changed)
    qtbot.waitUntil(lambda: len(pages) >= 3, timeout=PATIENCE_MS)
    assert pages == [{1, 2, 3, 4}, {5, 6, 8, 1}, {1, 2, 3, 4}]  # camera 7 has no picture
    assert faces == [(Face.PICTURE,) * 4] * 2
