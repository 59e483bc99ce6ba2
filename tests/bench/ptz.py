"""Stick or mouse to the first byte on the wire, and letting go to Stop on the wire, beside a wall of 36 tiles.

Belongs here: hands that begin and let go at times of their own, the figures. Does not belong here: the scripted camera
(tests/fakes/steered.py), which runs in a process of its own and notes when a request has arrived.
A hand is a thread, as a stick's reader is: the time runs from its word, over the GUI thread's queue and the lane, to
the request in the camera; both processes read the same monotonic clock. Bursts begin on a camera that answers already;
the very first move of all, with its commit in the audit, is a figure of its own.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from safecity_console.cli.simulated import DistrictProcess, fill_registry
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.ptz import STILL, Velocity
from safecity_console.domain.wall import filled_wall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from safecity_console.wiring import Console, Options
from tests.bench.switching import spin
from tests.bench.table import Row
from tests.fakes.onvif_server import USER
from tests.fakes.steered import PASSWORD, Steered

if TYPE_CHECKING:
    from tests.bench.__main__ import Clips

TILES, GOAL_MS, HELD_S = 36, 60.0, 0.5


class Camera:
    """The scripted camera's process, and what it noted."""

    def __init__(self) -> None:
        self._process = subprocess.Popen([sys.executable, "-m", "tests.bench.ptz"], stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.notes: list[tuple[float, str]] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def first(self, operation: str, after_s: float) -> float | None:
        """Give when an operation first arrived after a moment."""
        return next((at_s for at_s, name in list(self.notes) if name == operation and at_s >= after_s), None)

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._thread.join(2.0)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            at_s, operation = line.split()
            self.notes.append((float(at_s), operation))


class Words(QObject):
    """A hand's words on their way to the GUI thread."""

    said = Signal(object)


def steering(clips: Clips, bursts: int = 60) -> list[Row]:
    """Steer beside a wall and give p95 of both ways."""
    QApplication.instance() or QApplication(["bench"])
    camera = Camera()
    try:
        with (
            DistrictProcess(clips.arguments(TILES)) as district,
            tempfile.TemporaryDirectory() as folder,
            Console(Options(Path(folder))) as console,
        ):
            services = console.services
            fill_registry(services, district.cameras)
            ids = [one.id for one in services.cameras.cameras()]
            draft = CameraDraft(900, "Dome", "rtsp://127.0.0.1:9/x", user=USER, onvif_host=f"127.0.0.1:{camera.port}")
            dome = services.cameras.add(draft, Secret(PASSWORD)).id
            services.walls.set_current(filled_wall("36", ids), "")
            console.watch()
            view = WallView(services, DARK)
            view.resize(1920, 1080)
            view.show()
            try:
                spin(8.0)
                first_ms, out, stop = _bursts(services, camera, dome, bursts)
            finally:
                view.stop()
                view.close()
    finally:
        camera.close()
    return [
        Row("hand to first byte of the move, p95 beside 36 tiles", _p95(out), GOAL_MS, "ms"),
        Row("let go to Stop on the wire, p95 beside 36 tiles", _p95(stop), GOAL_MS, "ms"),
        Row("the first move of all, its line in the audit included", first_ms, 3 * GOAL_MS, "ms"),
        Row("words that never arrived", 2 * bursts - 1 - len(out) - len(stop), 0, ""),
    ]


def _bursts(services: ConsoleServices, camera: Camera, dome: str, count: int
            ) -> tuple[float, list[float], list[float]]:
    words = Words()
    words.said.connect(lambda velocity: services.ptz.steer(dome, velocity), Qt.ConnectionType.QueuedConnection)
    prepared = services.ptz.prepare(dome)
    while not prepared.done():
        spin(0.02)
    went: list[tuple[float, float]] = []

    def hand() -> None:
        rng = random.Random(7)
        for number in range(count):
            time.sleep(0.3 + rng.random() * 0.4)
            began_s = time.monotonic()
            words.said.emit(Velocity(0.5 + number % 2 / 4))
            until_s = began_s + HELD_S * (0.5 + rng.random())
            while time.monotonic() < until_s:
                time.sleep(0.1)
                words.said.emit(Velocity(0.5 + number % 2 / 4))
            went.append((began_s, time.monotonic()))
            words.said.emit(STILL)

    thread = threading.Thread(target=hand, daemon=True)
    thread.start()
    while thread.is_alive():
        spin(0.05)
    spin(1.0)
    moves = [_ms(camera.first("ContinuousMove", began_s), began_s) for began_s, _ in went]
    stops = [_ms(camera.first("Stop", ended_s), ended_s) for _, ended_s in went]
    return moves[0] or 9999.0, [one for one in moves[1:] if one is not None], [one for one in stops if one is not None]


def _ms(at_s: float | None, from_s: float) -> float | None:
    return None if at_s is None else (at_s - from_s) * 1000


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))] if values else 9999.0


def _be_the_camera() -> None:
    camera = Steered()
    print(camera.server.port, flush=True)
    told = 0
    while True:
        time.sleep(0.02)
        for note in camera.notes[told:]:
            told += 1
            print(note.at_s, note.operation, flush=True)


if __name__ == "__main__":
    _be_the_camera()
