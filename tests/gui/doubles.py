"""Stands in for the streams: conditions and pictures put by hand, wishes kept.

Registry, walls and settings stay real. Not for the final word: tests/gui/wall/test_live_wall.py has the real streams.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from safecity_console.core.clock import Clock, ManualClock
from safecity_console.core.passwords import OWASP, Cost
from safecity_console.core.slot import NewestSlot
from safecity_console.domain.camera import Camera, CameraDraft, Transport
from safecity_console.domain.governor import Reduction
from safecity_console.domain.health import PictureFault
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.stream import Failure, StreamState, StreamStatus
from safecity_console.domain.watch import CameraWatch, Condition, StreamFacts
from safecity_console.services.console import ConsoleServices
from safecity_console.services.figures import FigureService
from safecity_console.services.governor import Governor
from safecity_console.wiring import Console, Options

START = datetime(2026, 11, 22, 10, 42, 7, tzinfo=UTC)
_STATES = {
    Condition.LIVE: StreamState.LIVE, Condition.IMPAIRED: StreamState.LIVE, Condition.LATE: StreamState.LATE,
    Condition.CONNECTING: StreamState.CONNECTING, Condition.OFFLINE: StreamState.BACKOFF,
    Condition.REFUSED: StreamState.REFUSED, Condition.DISABLED: StreamState.STOPPED,
}


class HandStreams:
    """The wall's side of StreamService, moved by a test's hand."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.generation = 0
        self.governor = Governor(clock)
        self.shown: list[tuple[str, dict[str, TileWish]]] = []
        self.retried: list[str] = []
        self.lateness_ms: list[float] = []
        self._watches: dict[str, CameraWatch] = {}
        self._slots: dict[str, NewestSlot[Picture]] = {}
        self._empty: NewestSlot[Picture] = NewestSlot()

    def watches(self) -> Mapping[str, CameraWatch]:
        return MappingProxyType(self._watches)

    def slot(self, camera_id: str) -> NewestSlot[Picture]:
        return self._slots.get(camera_id, self._empty)

    def show(self, screen: str, wishes: Mapping[str, TileWish]) -> None:
        self.shown.append((screen, dict(wishes)))

    def reader_of(self, camera_id: str) -> None:
        """Know no connection: nothing is opened here."""

    def retry(self, camera_id: str) -> None:
        self.retried.append(camera_id)

    def note_lateness(self, ms: float) -> None:
        self.lateness_ms.append(ms)

    def set(self, camera: Camera, condition: Condition, *, failure: Failure | None = None,
            fault: PictureFault | None = None, since_s: float = 0.0, lag_s: float = 0.0,
            retry_in_s: float | None = None, failures: int = 1, state: StreamState | None = None,
            codec: str = "", fps: float = 15.0, hardware: str = "", reduction: Reduction = Reduction.NONE,
            key_every_s: float = 2.0) -> None:
        """Put a condition."""
        now, now_s = self.clock.now(), self.clock.monotonic_s()
        status = StreamStatus(state or _STATES[condition], 1, now_s, failure, failures, lag_s=lag_s,
                              retry_at_s=None if retry_in_s is None else now_s + retry_in_s, last_picture_s=now_s)
        watches = dict(self._watches)
        since = now - timedelta(seconds=since_s)
        facts = StreamFacts(codec=codec, received_fps=fps, hardware=hardware, key_every_s=key_every_s)
        watches[camera.id] = CameraWatch(camera.id, camera.number, camera.name, condition, since, status, failure,
                                         fault, since if fault else None, facts, reduction)
        self._watches = watches
        self._slots.setdefault(camera.id, NewestSlot())
        self.generation += 1

    def put(self, camera: Camera, picture: Picture) -> None:
        """Hand over a picture as a decoder would."""
        self._slots.setdefault(camera.id, NewestSlot()).put(picture)

    def put_at(self, camera: Camera, made: Picture, arrived_s: float) -> None:
        """Hand over a picture once more, as if it arrived now."""
        self.put(camera, replace(made, arrived_s=arrived_s))


def picture(width: int, height: int, now_s: float, shade: int = 90, lag_s: float = 0.0) -> Picture:
    """Make a picture: a street of gradients, BGRA, rows padded as libav pads them."""
    stride = (width * 4 + 63) // 64 * 64
    rows = np.zeros((height, stride), np.uint8)
    image = rows[:, : width * 4].reshape(height, width, 4)
    down = np.linspace(0, 1, height)[:, None]
    across = np.linspace(0, 1, width)[None, :]
    image[..., 0] = (shade + 60 * (1 - down) + 20 * across).astype(np.uint8)
    image[..., 1] = (shade + 30 * (1 - down) + 10 * np.sin(across * 25)).astype(np.uint8)
    image[..., 2] = (shade + 20 * down).astype(np.uint8)
    image[height // 2 :, width // 2 - width // 40 : width // 2 + width // 40] = (150, 150, 150, 255)
    image[..., 3] = 255
    return Picture(memoryview(rows.reshape(-1)), width, height, stride, now_s, lag_s, 640, 360, rows)


NAMES = (
    ("Chowk Shaheedan", "چوک شہیداں"),
    ("Nangi – Mangla Rd", "نانگی منگلا روڈ"), ("Allama Iqbal Rd", "علامہ اقبال روڈ"),
    ("DHQ Hospital Gate", "ڈی ایچ کیو ہسپتال گیٹ"),
    ("Mian Muhammad Town", "میاں محمد ٹاؤن"), ("Press Club", "پریس کلب"),
    ("Kotli Rd Bus Stand", "کوٹلی روڈ بس سٹینڈ"),
    ("New City Gate", "نیو سٹی گیٹ"),
    ("F-1 Commercial", "ایف ون کمرشل"),
    ("Bank Square", "بینک سکوائر"), ("Quaid-e-Azam Stadium", "قائد اعظم سٹیڈیم"),
    ("Jinnah Model Town", "جناح ماڈل ٹاؤن"),
)


def draft(number: int) -> CameraDraft:
    """Make a camera's draft."""
    name, urdu = NAMES[(number - 1) % len(NAMES)]
    host = f"rtsp://10.0.0.{number % 250}"
    return CameraDraft(number, name, f"{host}/main", f"{host}/sub", urdu, site="Mirpur")


class Room:
    """Real services over a fresh folder, with hand-moved streams and clock."""

    def __init__(self, folder: Path, numbers: Iterable[int] = range(1, 10),
                 settings: Mapping[str, Any] | None = None, clock: Clock | None = None, quick: bool = False) -> None:
        self.clock: Any = clock or ManualClock(START)
        cost = Cost(8, 1, 1) if quick else OWASP  # Argon2's least, where officers sign in
        self._console = Console(Options(data=folder, environment={}, password_cost=cost), self.clock)
        self.streams = HandStreams(self.clock)
        real = self._console.services
        self.figures = FigureService(self.streams, real.cameras, real.history, self.clock, lambda *_: Transport.TCP,
                                     lambda: UTC)
        self.services: ConsoleServices = replace(real, streams=self.streams, figures=self.figures)
        for number in numbers:
            self.services.cameras.add(draft(number), None)
        for key, value in (settings or {}).items():
            self.services.settings.set(key, value)

    @property
    def cameras(self) -> tuple[Camera, ...]:
        return self.services.cameras.cameras()

    def camera(self, number: int) -> Camera:
        found = self.services.cameras.by_number(number)
        assert found is not None
        return found

    def live(self, *numbers: int, size: tuple[int, int] = (320, 180)) -> None:
        """Make cameras live, with a picture each."""
        for number in numbers:
            self.streams.set(self.camera(number), Condition.LIVE, codec="h264")
            self.streams.put(self.camera(number), picture(*size, self.clock.monotonic_s(), 60 + 12 * (number % 6)))

    def close(self) -> None:
        self._console.close()
