"""Running one player on the screen: start, go, measure, end; everything with a deadline.

Belongs here: the processes, their processor time and memory, what is told and answered. Does not belong here: which
players there are (cast.py), counting pictures (screen.py).
Invariants: 1. A player runs in a session of its own and is killed with all its children at the end, whatever happened.
2. Processor time is that of the player's processes alone: not the cameras', not the screen's, not the watcher's.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil

from tests.bench.peers.cast import Player
from tests.bench.peers.screen import Rect, Screen, Watcher

ROOT = Path(__file__).resolve().parents[3]
READY_S = 30.0
ANSWER_S = 10.0
END_S = 3.0


class PlayerFailed(RuntimeError):
    """Say why a player could not be measured."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement; `first_s` from "go" to each tile's first picture (None: never), `frames` the floor's own."""

    span_s: float
    cpu_s: float
    screen_cpu_s: float
    shown: int
    frames: int
    first_s: tuple[float | None, ...]
    ages_ms: tuple[float, ...]
    pss_mb: float
    late_p99_ms: float | None


class Running:
    """A started player; a context manager that ends it."""

    def __init__(self, player: Player, screen: Screen, urls: Sequence[str], columns: int) -> None:
        height, width = screen.pixels.shape[:2]
        show = json.dumps({"urls": list(urls), "width": width, "height": height, "columns": columns})
        environment = os.environ | player.environment | {
            "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            [str(player.python), "-m", f"tests.bench.peers.players.{player.module}", show],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=environment, cwd=ROOT, start_new_session=True)
        self.name = player.name

    def __enter__(self) -> Running:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def tell(self, word: str) -> None:
        """Give one order."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(word + "\n")
            self._process.stdin.flush()
        except OSError:
            raise PlayerFailed(f"{self.name} has ended by itself") from None

    def hear(self, patience_s: float) -> dict[str, Any]:
        """Wait for one answer."""
        assert self._process.stdout is not None
        until_s = time.monotonic() + patience_s
        while (left_s := until_s - time.monotonic()) > 0:
            if not select.select([self._process.stdout], [], [], left_s)[0]:
                break
            line = self._process.stdout.readline()
            if not line:
                raise PlayerFailed(f"{self.name} has ended by itself ({self._process.wait(END_S)})")
            if line.startswith("{"):
                document: dict[str, Any] = json.loads(line)
                return document
        raise PlayerFailed(f"{self.name} does not answer")

    def cpu_s(self) -> float:
        """Give the processor time of all its processes."""
        times = [process.cpu_times() for process in self._family()]
        return float(sum(t.user + t.system for t in times))

    def pss_mb(self) -> float:
        """Give its memory, shared pages counted in parts, so that many processes are not blamed for one library."""
        return float(sum(process.memory_full_info().pss for process in self._family())) / 1e6

    def end(self) -> None:
        """End it and its children."""
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:
                pass
        try:
            self._process.wait(END_S)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait(END_S)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _family(self) -> list[psutil.Process]:
        try:
            head = psutil.Process(self._process.pid)
            return [head, *head.children(recursive=True)]
        except psutil.NoSuchProcess:
            raise PlayerFailed(f"{self.name} has ended by itself") from None


def perform(player: Player, screen: Screen, urls: Sequence[str], columns: int, seconds: float,
            patience_s: float, settle_s: float = 2.0) -> Sample:
    """Let one player show the streams and measure it; raises PlayerFailed."""
    with Running(player, screen, urls, columns) as running:
        rects: list[Rect] = [(r[0], r[1], r[2], r[3]) for r in running.hear(READY_S)["rects"]]
        with Watcher(screen, rects) as opening:
            running.tell("go")
            _wait(opening, patience_s)
        if rects and not any(opening.first_s):
            raise PlayerFailed("shows nothing")
        time.sleep(settle_s)
        running.tell("mark")
        with Watcher(screen, rects) as watcher:
            began_s, cpu_s, screen_s = time.perf_counter(), running.cpu_s(), screen.cpu_s()
            time.sleep(seconds)
            span_s = time.perf_counter() - began_s
            cpu_s, screen_s = running.cpu_s() - cpu_s, screen.cpu_s() - screen_s
        pss_mb = running.pss_mb()
        running.tell("tell")
        told = running.hear(ANSWER_S)
    return Sample(span_s, cpu_s, screen_s, sum(watcher.shown), told.get("frames", 0), tuple(opening.first_s),
                  tuple(watcher.ages_ms), pss_mb, told.get("late_p99"))


def _wait(opening: Watcher, patience_s: float) -> None:
    until_s = time.monotonic() + patience_s
    while not opening.all_showing and time.monotonic() < until_s:
        time.sleep(0.01)
