"""Districts and readers that always stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.core.slot import NewestSlot
from safecity_console.domain.camera import Transport
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.simulator.district import District, simple_district
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan, StreamReader
from safecity_console.video.source import SourceAddress
from tests.fakes import footage

USER, PASSWORD = "control", "s3cret-Pa55/word"
TILE = TileWish(160, 90)


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give a two-second clip of each codec, key frames every second."""
    folder = tmp_path_factory.mktemp("video-clips")
    return {codec: footage.write(folder / f"{codec}.mp4", codec) for codec in footage.ENCODERS}


@pytest.fixture
def serve(clips: dict[str, Path]) -> Iterator[Callable[..., District]]:
    """Give a function that starts a district, by default of one H.264 camera."""
    running: list[District] = []

    def start(fault: str = "", *, count: int = 1, codec: str = "h264", **options: Any) -> District:
        district = simple_district(count, clip=clips[codec], fault=fault, **options)
        running.append(district)
        district.start()
        return district

    yield start
    for district in running:
        district.stop()


@pytest.fixture
def read() -> Iterator[Callable[..., StreamReader]]:
    """Give a function that starts a reader on a URL or address; `reader.slot` holds its pictures."""
    started: list[StreamReader] = []

    def start(url: str, *, wish: TileWish | None = TILE, login: tuple[str, str] = ("", ""), tap: Any = None,
              transport: Transport = Transport.TCP, check_tls: bool = False, begin: bool = True) -> StreamReader:
        address = SourceAddress(url, login[0], Secret(login[1]), transport, check_tls)
        slot: NewestSlot[Picture] = NewestSlot()
        plan = ReaderPlan("test-reader", address, slot, PictureProbe(), SystemClock(), lambda: None,
                          taps=(tap,) if tap else ())
        reader = StreamReader(plan)
        reader.wish = wish
        started.append(reader)
        if begin:
            reader.start()
        return reader

    yield start
    for reader in started:
        reader.ask_stop()
    for reader in started:
        if reader.name and not reader.join(10.0):
            pytest.fail("a reader did not end")


@pytest.fixture
def pictures_of() -> Callable[[StreamReader], NewestSlot[Picture]]:
    """Give the slot a reader puts its pictures into."""
    return lambda reader: reader._plan.slot


@pytest.fixture
def see() -> Callable[..., None]:
    """Wait until a reader has decoded a picture; fail with its own reason where it ends before."""

    def wait(reader: StreamReader, timeout_s: float = 8.0) -> None:
        until_s = time.monotonic() + timeout_s
        while reader.last_picture_s is None:
            if time.monotonic() > until_s or not reader.alive:
                pytest.fail(f"no picture: {reader.failure}, {reader.counts}")
            time.sleep(0.01)

    return wait
