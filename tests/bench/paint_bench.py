"""What painting the wall costs: ready pictures at 15 fps into N tiles, no decoding.

Run: python -m tests.bench.paint_bench

Belongs here: cores, ticks, paints, share of pictures shown, cost of an idle wall. Does not belong here: decoding and
scaling (`safecity-console wall bench`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from safecity_console.core.clock import SystemClock
from safecity_console.domain.watch import Condition
from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.view import WallView
from tests.gui.doubles import Room, picture

LAYOUT_OF = {36: "36", 64: "64", 16: "16"}


@dataclass(frozen=True, slots=True)
class Cost:
    """One measurement; `cores` of the GUI thread alone, `late_ms` p50 and p99 of a 10 ms timer."""

    tiles: int
    fps: float
    cores: float
    shown_share: float
    ticks_per_s: float
    paints_per_s: float
    late_ms: tuple[float, float]


def measure(tiles: int, fps: float, seconds: float, size: tuple[int, int] = (1600, 1036)) -> Cost:
    """Paint N tiles at so many pictures a second and say what the GUI thread spent."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder), range(1, tiles + 1), clock=SystemClock())
        view = WallView(room.services, DARK)
        view.resize(*size)
        view.controller.set_layout(LAYOUT_OF[tiles])
        for camera in room.cameras:
            room.streams.set(camera, Condition.LIVE, codec="h264")
        view.show()
        _spin(0.3)
        stop, put = threading.Event(), [0]
        feeder = threading.Thread(target=_feed, args=(room, fps, stop, put), name="feeder")
        if fps:
            feeder.start()
        _spin(0.5)
        try:
            return _measured(view, put, tiles, fps, seconds)
        finally:
            stop.set()
            if fps:
                feeder.join()
            view.stop()
            view.close()
            room.close()


def _measured(view: WallView, put: list[int], tiles: int, fps: float, seconds: float) -> Cost:
    late: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        late.append(max(0.0, (now - last[0]) * 1000 - 10))
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    before, put_before, cpu = view.stats(), put[0], time.thread_time()
    began = time.perf_counter()
    timer.start(10)
    _spin(seconds)
    span, spent = time.perf_counter() - began, time.thread_time() - cpu
    after = view.stats()
    timer.stop()
    shown = sum(after.shown.values()) - sum(before.shown.values())
    late.sort()
    return Cost(
        tiles,
        fps,
        spent / span,
        shown / max(1, put[0] - put_before),
        (after.ticks - before.ticks) / span,
        (after.paints - before.paints) / span,
        (late[len(late) // 2], late[int(len(late) * 0.99)]),
    )


def _feed(room: Room, fps: float, stop: threading.Event, put: list[int]) -> None:
    """Hand over ready pictures, each camera at its own phase, as so many decoders would."""
    cameras = room.cameras
    wishes = room.streams.shown[-1][1]
    now = time.monotonic()
    ready = {c.id: picture(wishes[c.id].width // 2 * 2, round(wishes[c.id].width * 9 / 16), now) for c in cameras}
    step = 1 / fps / len(cameras)
    due, count = time.perf_counter(), 0
    while not stop.is_set():
        camera = cameras[count % len(cameras)]
        room.streams.put_at(camera, ready[camera.id], time.monotonic())
        put[0] += 1
        count += 1
        due += step
        stop.wait(max(0.0, due - time.perf_counter()))


def _spin(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop, loop.quit)
    loop.exec()


def main() -> None:
    """Print a line for each wall."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=6.0)
    seconds = arguments.parse_args().seconds
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    load_fonts()
    apply_look(app, DARK, "en")
    for tiles, fps in ((36, 0.0), (16, 15.0), (36, 15.0), (64, 15.0)):
        print(measure(tiles, fps, seconds))


if __name__ == "__main__":
    main()
