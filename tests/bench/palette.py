"""The palette's answers with two thousand cameras: from a key to its results painted.

Belongs here: a registry of that size, a window over it, typing as an officer types. The window is the real one; the
time runs from the key event to the end of the paint it caused.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from safecity_console.app import application
from safecity_console.domain.camera import CameraDraft
from safecity_console.services.camera_csv import write
from safecity_console.ui.language import Language
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.palette.panel import Palette
from safecity_console.wiring import Console, Options
from tests.bench.table import Row

CAMERAS = 2000
TARGET_MS = 30.0
BACK = "\b"
_ROADS = ("Allama Iqbal", "Kotli", "Mangla", "Jhelum", "Quaid-e-Azam", "Nangi", "Bank", "Hospital", "Stadium", "Press")
_URDU = ("علامہ اقبال", "کوٹلی", "منگلا", "جہلم", "قائد اعظم", "نانگی", "بینک", "ہسپتال", "سٹیڈیم", "پریس")
_SPOTS = ("Chowk", "Gate", "Roundabout", "Market", "School", "Bridge", "Bus Stand", "Crossing")
QUERIES = (
    "1", "12", "1999", "kotli", "kotli gate", "mangla bridge 7", "bus stand", "a", "e", "ga te", "quaid", "snapshot",
    "zoom", "layout", "time zone", "منگلا", "قائد اعظم", "كوٹلي", "nothing like it", "place 17", "settings",
)


def palette(cameras: int = CAMERAS) -> list[Row]:
    """Type every query key by key, and take it back, and give how long the answers took."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        console = stack.enter_context(Console(Options(Path(folder) / "data", {}, use_keyring=False)))
        services = console.services
        services.cameras.import_csv(write(_draft(number) for number in range(1, cameras + 1)))
        app = application()
        window = MainWindow(services, app, Language(app))
        window.resize(1920, 1080)
        window.show()
        QTest.qWait(300)
        opened_ms = _timed(lambda: window.run("find.anything"))
        again_ms = min(_opened_again(window) for _ in range(3))
        panel = window.findChild(Palette)
        paints = _Paints(panel)
        answers = [_answer(panel, key) for query in QUERIES for key in _keys(query)]
        if paints.count < len(answers):
            raise RuntimeError(f"{len(answers)} answers, but only {paints.count} paints: something was not measured")
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    answers.sort()
    sys.stderr.write(f"palette: {len(answers)} answers, {cameras} cameras\n")
    return [
        Row(f"palette: key to painted answer, {cameras} cameras, p50", statistics.median(answers), TARGET_MS, "ms"),
        Row(f"palette: key to painted answer, {cameras} cameras, p95", answers[int(len(answers) * 0.95)], TARGET_MS,
            "ms"),
        Row(f"palette: key to painted answer, {cameras} cameras, max", answers[-1], TARGET_MS, "ms"),
        Row("palette: opened the first time, index built", opened_ms, 10 * TARGET_MS, "ms"),
        Row("palette: opened again", again_ms, TARGET_MS, "ms"),
    ]


class _Paints(QObject):
    """Counts what the list paints."""

    def __init__(self, panel: Palette) -> None:
        super().__init__(panel)
        self.count = 0
        for painted in (panel.list.viewport(), panel):
            painted.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def _draft(number: int) -> CameraDraft:
    road, spot = number % len(_ROADS), number // 10 % len(_SPOTS)
    host = f"rtsp://10.{number // 250}.0.{number % 250}"
    return CameraDraft(number, f"{_ROADS[road]} {_SPOTS[spot]} {number // 80}", f"{host}/main", f"{host}/sub",
                       f"{_URDU[road]} {number // 80}", site=f"Place {number // 20}")


def _keys(query: str) -> list[str]:
    return [*query, *[BACK] * len(query)]


def _answer(panel: Palette, key: str) -> float:
    code = Qt.Key.Key_Backspace if key == BACK else ord(key.upper())
    # QTest types Latin letters only.
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, "" if key == BACK else key)
    return _timed(lambda: QApplication.sendEvent(panel.line, event))


def _opened_again(window: MainWindow) -> float:
    window.run("find.anything")
    QApplication.processEvents()
    return _timed(lambda: window.run("find.anything"))


def _timed(deed: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    deed()
    # What the deed made dirty is painted before the next event of the officer.
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    QApplication.sendPostedEvents()
    return (time.perf_counter() - began_s) * 1000
