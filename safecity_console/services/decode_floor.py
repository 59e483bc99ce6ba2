"""Measuring bare decode of the registry's streams, the floor the wall's cost is compared with.

Belongs here: which streams, for how long, how much processor time. Does not belong here: decoding (video/floor.py).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import take_login
from safecity_console.video.floor import DecodeFloor
from safecity_console.video.source import SourceAddress

SETTLE_S = 1.5


@dataclass(frozen=True, slots=True)
class FloorFigures:
    """Processor time of this process in cores, and pictures decoded a second."""

    cores: float
    decoded_per_s: float


def measure_floor(urls: Sequence[str], seconds: float) -> FloorFigures:
    """Decode the streams for so many seconds after they have settled; blocking."""
    floor = DecodeFloor([_address(url) for url in urls])
    floor.start()
    pause = threading.Event()
    try:
        pause.wait(SETTLE_S)
        frames, cpu_s, wall_s = floor.frames(), time.process_time(), time.monotonic()
        pause.wait(seconds)
        span_s = time.monotonic() - wall_s
        return FloorFigures((time.process_time() - cpu_s) / span_s, (floor.frames() - frames) / span_s)
    finally:
        floor.stop()


def _address(url: str) -> SourceAddress:
    login = take_login(url)
    return SourceAddress(login.url, login.user, Secret(login.password))
