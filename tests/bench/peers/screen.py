"""A screen of our own whose pixels can be read as they change: Xvfb with its frame buffer in a file.

Belongs here: starting and ending Xvfb, its processor time, reading strips off its pixels, counting what is shown.
Does not belong here: players, judging.
What a player shows is counted here and nowhere else: a picture counts once its strip (a number in black and white
blocks along the top edge, simulator/clock_strip.py) is seen on the screen, so that no player is believed about itself.
Pictures that follow each other within `LOOK_S` are seen as one, as on a monitor. Thread: the watcher's own.
"""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

from safecity_console.simulator.clock_strip import BLOCKS, CHECK_BITS, CHECK_PRIME, MIN_CONTRAST

Rect = tuple[int, int, int, int]
LOOK_S = 0.006
ROWS = (3, 5)  # of the strip: below a selection frame, above a badge
START_S = 15.0
_HEADER = struct.Struct(">25I")


class Screen:
    """A running Xvfb; a context manager."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="safecity-screen-")
        reader, writer = os.pipe()
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-fbdir", self._folder.name,
             "-nolisten", "tcp", "-noreset", "-nocursor"],
            pass_fds=(writer,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        if not number.isdigit():
            self.close()
            raise RuntimeError("Xvfb did not start")
        self.display = f":{number}"
        self.pixels = _pixels(Path(self._folder.name) / "Xvfb_screen0")

    def __enter__(self) -> Screen:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        try:
            self._process.wait(5.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5.0)
        self._folder.cleanup()

    def cpu_s(self) -> float:
        """Give the processor time the server has used."""
        times = psutil.Process(self._process.pid).cpu_times()
        return float(times.user + times.system)


def _pixels(path: Path) -> NDArray[np.uint8]:
    """Give the frame buffer's pixels, height × width × 4; they change under the reader's eyes."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
    header = _HEADER.unpack_from(mapped)
    size, width, height, stride, colours = header[0], header[4], header[5], header[12], header[19]
    flat = np.frombuffer(mapped, np.uint8, count=stride * height, offset=size + colours * 12)
    return flat.reshape(height, stride)[:, : width * 4].reshape(height, width, 4)


class Strip:
    """The place of one tile's strip; `read` gives its number."""

    def __init__(self, pixels: NDArray[np.uint8], rect: Rect) -> None:
        x, y, width, _ = rect
        self._rows = pixels[y + ROWS[0] : y + ROWS[1], x : x + width, 1]
        self._centres = ((np.arange(BLOCKS) + 0.5) * width / BLOCKS).astype(int)
        self._weights = [1 << at for at in range(BLOCKS - 5, -1, -1)]
        self._last = b""

    def changed(self) -> bool:
        """Tell whether its pixels are others than at the last call."""
        now = self._rows[0, self._centres].tobytes()
        changed, self._last = now != self._last, now
        return changed

    def read(self) -> int | None:
        """Give the number on it, None where there is none whole."""
        levels = self._rows[:, self._centres].astype(int).mean(axis=0)
        white, black = min(levels[0], levels[-1]), max(levels[1], levels[-2])
        if white - black < MIN_CONTRAST:
            return None
        bits = levels[2:-2] > (white + black) / 2
        value = sum(weight for weight, bit in zip(self._weights, bits.tolist(), strict=True) if bit)
        number, check = value >> CHECK_BITS, value & ((1 << CHECK_BITS) - 1)
        return number if check == number % CHECK_PRIME and number > 0 else None


class Watcher:
    """Looks at the tiles' strips every few milliseconds; a context manager."""

    def __init__(self, screen: Screen, rects: Sequence[Rect]) -> None:
        self._strips = [Strip(screen.pixels, rect) for rect in rects]
        self._before: list[int | None] = [s.read() for s in self._strips]
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watcher")
        self.first_s: list[float | None] = [None] * len(self._strips)
        self.shown = [0] * len(self._strips)
        self.ages_ms: list[float] = []
        self.began_s = time.perf_counter()

    def __enter__(self) -> Watcher:
        self.began_s = time.perf_counter()
        self._thread.start()
        return self

    def __exit__(self, *unused: Any) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def all_showing(self) -> bool:
        """Tell whether every tile has shown a picture."""
        return all(first is not None for first in self.first_s)

    def _run(self) -> None:
        while not self._stop.wait(LOOK_S):
            self.look(time.perf_counter() - self.began_s, time.time() * 1000)

    def look(self, since_s: float, now_ms: float) -> None:
        """Look once at every tile."""
        for index, strip in enumerate(self._strips):
            if not strip.changed():
                continue
            number = strip.read()
            if number is None or number == self._before[index]:
                continue
            self._before[index] = number
            self.shown[index] += 1
            self.ages_ms.append(now_ms - number)
            if self.first_s[index] is None:
                self.first_s[index] = since_s
