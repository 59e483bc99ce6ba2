"""The small buffer between a camera's clock and a sound card's."""

from __future__ import annotations

import numpy as np
import pytest

from safecity_console.core.sound_buffer import CALM_S, MOST_S, SoundBuffer
from safecity_console.domain.sound import SoundFormat

MONO = SoundFormat(1000, 1)  # a frame is a millisecond


def ramp(first: int, count: int) -> bytes:
    return np.arange(first, first + count, dtype=np.int16).tobytes()


def numbers(samples: bytes) -> list[int]:
    return np.frombuffer(samples, np.int16).tolist()


def test_it_gathers_before_it_plays_and_gives_exactly_what_was_asked_for() -> None:
    buffer = SoundBuffer(MONO)
    buffer.push(ramp(1, 100))
    assert numbers(buffer.pull(10)) == [0] * 10, "played before enough had gathered"
    buffer.push(ramp(101, 60))
    assert numbers(buffer.pull(10)) == list(range(1, 11))


def test_a_camera_whose_clock_runs_fast_never_makes_it_grow_and_loses_the_oldest() -> None:
    buffer = SoundBuffer(MONO)
    pushed = 0
    for _ in range(500):
        buffer.push(ramp(pushed % 20_000, 20))
        pushed += 20
        buffer.pull(19)
        assert buffer.held_s <= MOST_S
    counts = buffer.counts
    assert counts.dropped > 0
    assert counts.pushed == counts.played + counts.dropped + round(buffer.held_s * MONO.rate)
    gaps = counts.dropped / (1000 * (MOST_S - CALM_S))
    assert gaps < 4, "one gap now and then, not one a packet"


def test_one_huge_push_is_cut_to_the_newest() -> None:
    buffer = SoundBuffer(MONO)
    buffer.push(ramp(0, 5000))
    assert buffer.held_s == pytest.approx(CALM_S)
    assert numbers(buffer.pull(3)) == [4850, 4851, 4852]


def test_a_camera_whose_clock_runs_slow_is_padded_with_silence_and_gathers_anew() -> None:
    buffer = SoundBuffer(MONO)
    buffer.push(ramp(1, 160))
    assert numbers(buffer.pull(180)) == [*range(1, 161), *[0] * 20]
    buffer.push(ramp(500, 100))
    assert numbers(buffer.pull(10)) == [0] * 10, "stuttered instead of gathering"
    buffer.push(ramp(600, 50))
    assert numbers(buffer.pull(2)) == [500, 501]


@pytest.mark.parametrize(("volume", "expected"), [(1.0, 1000), (0.5, 250), (0.0, 0)])
def test_the_volume_acts_at_once(volume: float, expected: int) -> None:
    buffer = SoundBuffer(MONO)
    buffer.push(np.full(200, 1000, np.int16).tobytes())
    buffer.volume = volume
    assert numbers(buffer.pull(5)) == [expected] * 5


def test_cleared_it_is_silent() -> None:
    buffer = SoundBuffer(MONO)
    buffer.push(ramp(1, 200))
    buffer.clear()
    assert numbers(buffer.pull(5)) == [0] * 5
