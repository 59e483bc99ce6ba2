"""Switching a wall: two saved walls over the same cameras; how long until every tile paints a picture of its camera.

Belongs here: the switches and their times. Does not belong here: what is done at a switch (services/channel.py,
video/reader.py).
Timed from `show_wall` to the end of the paint event in which the last tile's picture is painted: pictures that arrived
before the switch do not count but for the half second the wall itself allows (ui/wall/board.py, OLDEST_S).
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from safecity_console.cli.simulated import DistrictProcess, fill_registry
from safecity_console.domain.wall import Wall, filled_wall
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from safecity_console.wiring import Console, Options
from tests.bench.table import Row

if TYPE_CHECKING:
    from tests.bench.__main__ import Clips

TILES = 16
OPEN_PATIENCE_S, SWITCH_PATIENCE_S = 20.0, 10.0
PAUSE_S = 2.3  # not a multiple of the GOP, so that switches meet streams at any phase


def switches(clips: Clips, count: int = 10) -> list[Row]:
    """Switch to and fro and give median and worst."""
    QApplication.instance() or QApplication(["bench"])
    with (
        DistrictProcess(clips.arguments(2 * TILES)) as district,
        tempfile.TemporaryDirectory() as folder,
        Console(Options(Path(folder))) as console,
    ):
        services = console.services
        fill_registry(services, district.cameras)
        ids = [c.id for c in services.cameras.cameras()]
        walls = [services.walls.save(name, filled_wall("16", part)).wall
                 for name, part in (("First", ids[:TILES]), ("Second", ids[TILES:]))]
        console.watch()
        view = WallView(services, DARK)
        view.resize(1920, 1080)
        view.show()
        try:
            for wall in walls:  # each camera is opened once; from then on hidden ones are only watched
                switch(view, wall, OPEN_PATIENCE_S)
            spin(3.0)
            times = [_pause_and_switch(view, walls[number % 2]) for number in range(count)]
        finally:
            view.stop()
            view.close()
    shown = [t for t in times if t is not None]
    missed = len(times) - len(shown)
    return [
        Row("wall of 16 switched: all tiles showing, median", statistics.median(shown) if shown else 99.0, 1.0, "s"),
        Row("wall of 16 switched: all tiles showing, slowest", max(shown) if shown else 99.0, 1.0, "s"),
        Row(f"wall of 16 switched: not all showing within {SWITCH_PATIENCE_S:.0f} s", missed, 0, ""),
    ]


def switch(view: WallView, wall: Wall, patience_s: float = SWITCH_PATIENCE_S) -> float | None:
    """Show a wall; give the seconds until every tile has painted its own camera, None where that never came."""
    before = view.stats().shown
    wanted = [camera for camera in wall.tiles if camera is not None]
    began_s = time.perf_counter()
    view.controller.show_wall(wall, "")
    while time.perf_counter() - began_s < patience_s:
        spin(0.005)
        shown = view.stats().shown
        if all(shown.get(camera, 0) > before.get(camera, 0) for camera in wanted):
            return time.perf_counter() - began_s
    return None


def spin(seconds: float) -> None:
    """Let Qt work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop, loop.quit)
    loop.exec()


def _pause_and_switch(view: WallView, wall: Wall) -> float | None:
    spin(PAUSE_S)
    return switch(view, wall)
