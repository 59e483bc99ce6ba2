"""The clock strip survives scaling and coding, and is not seen where there is none."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

import av
import cv2
import numpy as np
import pytest

from safecity_console.simulator.clock_strip import draw_clock_strip, read_clock_strip
from safecity_console.simulator.district import District

NOW_MS = 1_795_400_527_123


@pytest.mark.parametrize("size", [(1920, 1080), (640, 360), (480, 270), (320, 180), (333, 187)])
@pytest.mark.parametrize("channels", [0, 3, 4])
def test_read_back_after_scaling(size: tuple[int, int], channels: int) -> None:
    shape = (360, 640, channels) if channels else (360, 640)
    picture = np.random.default_rng(1).integers(0, 255, shape, dtype=np.uint8)
    draw_clock_strip(picture, NOW_MS)
    assert read_clock_strip(cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR)) == NOW_MS


def test_no_strip_no_time() -> None:
    rng = np.random.default_rng(2)
    assert all(read_clock_strip(rng.integers(0, 255, (180, 320), dtype=np.uint8)) is None for _ in range(200))
    assert read_clock_strip(np.zeros((180, 320), np.uint8)) is None
    assert read_clock_strip(np.zeros((20, 20), np.uint8)) is None


def test_broken_strip_is_refused() -> None:
    picture = np.zeros((360, 640), np.uint8)
    draw_clock_strip(picture, NOW_MS)
    block = 640 / 52
    picture[:40, round(20 * block) : round(21 * block)] ^= 255
    assert read_clock_strip(picture) is None


def test_live_stream_shows_the_time_of_now(serve: Callable[..., District]) -> None:
    district = serve(clock=True)
    read: list[int | None] = []
    late_ms: list[float] = []
    options = {"rtsp_transport": "tcp", "probesize": "2048", "analyzeduration": "0"}
    with av.open(district.url(1), options=options, timeout=5.0) as container:
        for frame in container.decode(video=0):
            now_ms = time.time() * 1000
            read.append(read_clock_strip(frame.reformat(320, 192, "bgra").to_ndarray()))
            late_ms.append(now_ms - (read[-1] or 0))
            if len(read) == 20:
                break
    assert None not in read
    assert all(a < b for a, b in itertools.pairwise(read))  # type: ignore[operator]
    assert 0 <= sorted(late_ms)[10] < 500
