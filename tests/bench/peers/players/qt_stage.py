"""A player inside a Qt GUI process: the loop, the orders, and how late a 10 ms timer is meanwhile.

Belongs here: what all Qt players share, one widget that paints tiles from images. Does not belong here: any library's
own calls.
Invariants: 1. Tiles are painted by one widget, at most once a tick, only where something is new: the best practice
known for QWidget, so that a peer is not slowed by our carelessness. Thread: GUI; `Tiles.put` any.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.peers.players.orders import END, Orders, Show, answer

TIMER_MS = 10
TICK_MS = 25


class Tiles(QWidget):
    """One widget for all tiles; an image (or anything painted by `paint`) a tile, the newest wins."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setGeometry(0, 0, show.width, show.height)
        self._rects = [QRect(*rect) for rect in show.rects]
        self._newest: list[Any] = [None] * len(self._rects)
        self._fresh = [False] * len(self._rects)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)

    def put(self, index: int, picture: Any) -> None:
        """Take a tile's newest picture."""
        self._newest[index] = picture
        self._fresh[index] = True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for rect, picture in zip(self._rects, self._newest, strict=True):
            if not event.region().intersects(rect):
                continue
            if picture is None:
                painter.fillRect(rect, Qt.GlobalColor.black)
            elif isinstance(picture, QImage):
                painter.drawImage(rect, picture)
            else:
                picture.paint(painter, QRectF(rect), _options())
        painter.end()

    def _on_tick(self) -> None:
        dirty = QRegion()
        for index, rect in enumerate(self._rects):
            if self._fresh[index]:
                self._fresh[index] = False
                dirty += rect
        if not dirty.isEmpty():
            self.update(dirty)


def _options() -> Any:
    from PySide6.QtMultimedia import QVideoFrame  # the product's Python has no QtMultimedia and never comes here

    return QVideoFrame.PaintOptions()


def application() -> QApplication:
    """Give the application, one that ends on SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    made = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(made, QApplication)
    return made


def run(rects: Sequence[tuple[int, int, int, int]], open_streams: Callable[[], None],
        tell: Callable[[], dict[str, Any]] = dict, close: Callable[[], None] = lambda: None) -> None:
    """Obey until the end; the process leaves without waiting for a library's threads."""
    orders = Orders()
    late: list[float] = []
    last_s = [time.perf_counter()]

    def on_timer() -> None:
        now_s = time.perf_counter()
        late.append(max(0.0, (now_s - last_s[0]) * 1000 - TIMER_MS))
        last_s[0] = now_s
        word = orders.take()
        if word == "go":
            open_streams()
        elif word == "mark":
            late.clear()
        elif word == "tell":
            ordered = sorted(late)
            answer(late_p99=ordered[int(len(ordered) * 0.99)] if ordered else None, **tell())
        elif word == END:
            QApplication.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(on_timer)
    timer.start(TIMER_MS)
    answer(ready=True, rects=list(rects))
    QApplication.exec()
    close()
    sys.stdout.flush()
    os._exit(0)
