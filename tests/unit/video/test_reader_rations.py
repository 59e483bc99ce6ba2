"""A reader on rations, and one whose decoder is too slow, on real files and sockets."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from safecity_console.core.resources import resource_path
from safecity_console.domain.governor import Ration, Reduction, ration_of
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.simulator.district import District
from safecity_console.video import reader as module
from safecity_console.video.intake import LAG_KEY_S
from safecity_console.video.source import OpenSource, SourceAddress, open_source
from tests.fakes import footage

Serve = Callable[..., District]
Read = Callable[..., module.StreamReader]
Until = Callable[[Callable[[], bool], float], None]
PicturesOf = Callable[..., Any]


@pytest.mark.parametrize(("share", "low", "high"), [(0.5, 0.4, 0.62), (0.0, 0.0, 0.25)])
def test_a_ration_leaves_the_rest_of_each_gop_undecoded(
    serve: Serve, read: Read, wait_until: Until, share: float, low: float, high: float
) -> None:
    reader = read(serve().url(1))
    wait_until(lambda: reader.counts.key_frames >= 2, 6.0)
    reader.ration = Ration(share=share)
    before = reader.counts.packets, reader.counts.decoded
    wait_until(lambda: reader.counts.packets >= before[0] + 60, 8.0)
    part = (reader.counts.decoded - before[1]) / (reader.counts.packets - before[0])
    assert low <= part <= high
    assert reader.counts.left_out > 15
    assert reader.counts.bad_packets == 0
    reader.ration = Ration()
    wait_until(lambda: reader.counts.key_frames >= 7, 10.0)
    decoded, packets = reader.counts.decoded, reader.counts.packets
    wait_until(lambda: reader.counts.packets >= packets + 20, 5.0)
    assert reader.counts.decoded - decoded >= 19


def test_a_lone_key_frame_is_shown_when_it_comes_not_with_the_next_one(
    tmp_path: Path, read: Read, wait_until: Until, pictures_of: PicturesOf
) -> None:
    clip = footage.write(tmp_path / "b.mp4", b_frames=2, count=90, gop=30)
    reader = read(clip.as_uri(), begin=False)
    reader.ration = ration_of(Reduction.KEYS, 8.0)
    slot = pictures_of(reader)
    reader.start()
    wait_until(lambda: reader.counts.key_frames >= 2, 8.0)
    puts, packets = slot.puts, reader.counts.packets
    wait_until(lambda: slot.puts > puts, 4.0)
    assert reader.counts.packets - packets <= 31, "one GOP"
    assert reader.counts.bad_packets == 0


def test_the_loop_filter_goes_and_comes_back_at_key_frames(serve: Serve, read: Read, wait_until: Until,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    changed: list[bool] = []
    real = OpenSource.set_plain

    def noted(source: OpenSource, plain: bool) -> None:
        changed.append(plain)
        real(source, plain)

    monkeypatch.setattr(OpenSource, "set_plain", noted)
    reader = read(serve().url(1))
    wait_until(lambda: reader.counts.decoded >= 20, 6.0)
    reader.ration = Ration(plain=True)
    wait_until(lambda: changed == [True], 3.0)
    decoded = reader.counts.decoded
    wait_until(lambda: reader.counts.decoded >= decoded + 20, 5.0)
    reader.ration = Ration(8.0, plain=False)
    wait_until(lambda: changed == [True, False], 3.0)
    decoded, packets = reader.counts.decoded, reader.counts.packets
    wait_until(lambda: reader.counts.packets >= packets + 20, 5.0)
    assert reader.counts.decoded - decoded >= 19
    assert reader.counts.bad_packets == 0


def test_without_the_loop_filter_it_is_another_picture_of_the_same_scene() -> None:
    clip = resource_path("demo", "commercial_main.mp4")  # the encoder of the small clips leaves that filter out itself

    def tenth(plain: bool) -> bytes:
        source = open_source(SourceAddress(clip.as_uri()))
        if plain:
            source.set_plain(True)
        frames = (f for p in source.container.demux(source.stream) for f in source.decoder.decode(p))
        made = bytes(next(islice(frames, 9, None)).planes[0])
        source.close()
        return made

    whole, plain = tenth(False), tenth(True)
    assert whole != plain
    apart = np.abs(np.frombuffer(whole, np.uint8).astype(int) - np.frombuffer(plain, np.uint8))
    assert apart.mean() < 12


@pytest.mark.parametrize("fault", ["", "gop 4s"])
def test_a_decoder_too_slow_shows_late_pictures_never_and_tells_at_once(
    serve: Serve, read: Read, wait_until: Until, pictures_of: PicturesOf, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    real = module.open_source

    def slow(address: SourceAddress) -> OpenSource:
        source = real(address)
        decode = source.decoder.decode

        def late(packet: Any, grant: Any = None) -> Any:
            time.sleep(0.11)  # 9 a second, 15 come
            return decode(packet, grant)

        source.decoder.decode = late
        return source

    monkeypatch.setattr(module, "open_source", slow)
    reader = read(serve(fault).url(1), begin=False)
    woken: list[float] = []
    object.__setattr__(reader._plan, "wake", lambda: woken.append(time.monotonic()))
    reader.wish = TileWish(160, 90, prominent=True)
    slot = pictures_of(reader)
    reader.start()
    seen: dict[int, Picture] = {}
    until_s = time.monotonic() + 9.0
    while time.monotonic() < until_s:
        picture = slot.peek()
        if picture is not None:
            seen[slot.puts] = picture
        time.sleep(0.02)
    assert len(seen) > 25
    assert max(p.lag_s for p in seen.values()) <= LAG_KEY_S
    assert reader.cut_s is not None
    assert len(woken) >= 3, "first packet, first picture, and that it fell behind"
    assert reader.counts.left_out > 0
    assert reader.counts.bad_packets == 0
    assert reader.failure is None


def test_the_lag_since_last_asked(serve: Serve, read: Read, wait_until: Until) -> None:
    reader = read(serve().url(1))
    wait_until(lambda: reader.counts.packets >= 30, 6.0)
    assert 0.0 <= reader.take_worst_lag() < math.inf
    reader.stop()
    reader.take_worst_lag()
    assert reader.take_worst_lag() == 0.0
