"""Sent to painted: a camera draws its clock into the picture; the wall reads it back when the picture is painted."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from safecity_console.cli.simulated import DistrictProcess, fill_registry
from safecity_console.domain.picture import Picture
from safecity_console.domain.wall import filled_wall
from safecity_console.simulator.clock_strip import read_clock_strip
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from safecity_console.wiring import Console, Options
from tests.bench.table import Row


class _ReadingWall(WallView):
    """The wall, which also notes how old each picture is when its paint event ends."""

    ages_ms: list[float]
    _seen: dict[str, Picture]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        now_ms = time.time() * 1000
        for tile in self._board.tiles:
            if tile.camera is None or tile.picture is None or self._seen.get(tile.camera.id) is tile.picture:
                continue
            self._seen[tile.camera.id] = tile.picture
            sent_ms = _clock_of(tile.picture)
            if sent_ms is not None:
                self.ages_ms.append(now_ms - sent_ms)


def _clock_of(picture: Picture) -> int | None:
    rows = np.frombuffer(picture.buffer, np.uint8).reshape(picture.height, picture.stride)
    return read_clock_strip(rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4))


def sent_to_painted(seconds: float, cameras: int = 4) -> list[Row]:
    """Measure four cameras that encode live with the clock in the picture."""
    app = QApplication.instance() or QApplication(["bench"])
    with (
        DistrictProcess(["--district", str(cameras), "--clock"]) as district,
        tempfile.TemporaryDirectory() as folder,
        Console(Options(Path(folder))) as console,
    ):
        fill_registry(console.services, district.cameras)
        console.services.walls.set_current(filled_wall("4", [c.id for c in console.services.cameras.cameras()]), "")
        console.watch()
        wall = _ReadingWall(console.services, DARK)
        wall.ages_ms, wall._seen = [], {}
        wall.resize(1280, 720)
        wall.show()
        loop = QEventLoop()
        QTimer.singleShot(int((seconds + 3) * 1000), loop.quit)
        loop.exec()
        wall.close()
        app.processEvents()
    settled = wall.ages_ms[len(wall.ages_ms) // 4 :]
    return [
        Row("drawn by the camera to painted, median", statistics.median(settled) if settled else 9999.0, 110.0, "ms"),
        Row("pictures whose clock was read", len(settled), 20, "", least=True),
    ]
