"""Clips made for the tests, districts that always stop, and a client that watches through PyAV."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np
import pytest

from safecity_console.simulator.clips import Codec
from safecity_console.simulator.district import District, simple_district
from safecity_console.simulator.variants import encode_pictures

WIDTH, HEIGHT, FPS, COUNT, GOP = 320, 192, 15, 30, 15


def _pictures(count: int) -> Iterator[np.ndarray]:
    rng = np.random.default_rng(7)
    still = rng.integers(60, 190, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    for number in range(count):
        picture = still.copy()
        picture[60:120, number * 8 : number * 8 + 60] = (30, 200, 240)
        yield picture


@dataclass
class Watched:
    """What a client saw."""

    frames: int = 0
    pictures: set[int] = field(default_factory=set)
    sizes: set[tuple[int, int]] = field(default_factory=set)
    pts: list[int] = field(default_factory=list)
    codec: str = ""
    error: str = ""
    ended: bool = False
    first_s: float = 0.0
    seconds: float = 0.0
    last: np.ndarray | None = None
    decode_errors: int = 0
    keys: int = 0


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[Codec, Path]:
    """Give a two-second clip of each codec, key frames every second."""
    folder = tmp_path_factory.mktemp("clips")
    made = {}
    for codec in Codec:
        made[codec] = folder / f"{codec.value}.mp4"
        made[codec].write_bytes(encode_pictures(_pictures(COUNT), codec, FPS, set(range(0, COUNT, GOP))))
    return made


@pytest.fixture
def serve(clips: dict[Codec, Path]) -> Iterator[Callable[..., District]]:
    """Give a function that starts a district, by default of one H.264 camera; every district is stopped."""
    running: list[District] = []

    def start(fault: str = "", *, count: int = 1, codec: Codec = Codec.H264, **options: object) -> District:
        district = simple_district(count, clip=clips[codec], fault=fault, **options)  # type: ignore[arg-type]
        running.append(district)
        district.start()
        return district

    yield start
    for district in running:
        district.stop()


@pytest.fixture
def watch() -> Callable[..., Watched]:
    """Give a client: watches an address for some seconds or pictures and says what it saw."""

    def look(
        url: str,
        *,
        seconds: float = 1.0,
        frames: int = 10_000,
        transport: str = "tcp",
        login: str = "",
        patience_s: float = 6.0,
    ) -> Watched:
        seen = Watched()
        begin_s = time.monotonic()
        options = {"rtsp_transport": transport, "probesize": "2048", "analyzeduration": "0", "timeout": "1500000"}
        address = url.replace("://", f"://{login}@", 1) if login else url
        try:
            with av.open(address, options=options, timeout=patience_s) as container:
                seen.codec = container.streams.video[0].codec_context.name
                _watch(container, seen, begin_s, seconds, frames)
        except (av.error.FFmpegError, OSError) as error:
            seen.error = type(error).__name__
        seen.seconds = time.monotonic() - begin_s
        return seen

    return look


def _watch(container: av.container.InputContainer, seen: Watched, begin_s: float, seconds: float, frames: int) -> None:
    for packet in container.demux(video=0):
        seen.keys += packet.is_keyframe and packet.size > 0
        try:
            decoded = packet.decode()
        except av.error.FFmpegError:
            seen.decode_errors += 1
            continue
        for frame in decoded:
            if seen.frames == 0:
                seen.first_s = time.monotonic() - begin_s
            seen.frames += 1
            seen.sizes.add((frame.width, frame.height))
            seen.last = frame.to_ndarray(format="gray")
            seen.pictures.add(hash(seen.last.tobytes()))
            if frame.pts is not None:
                seen.pts.append(frame.pts)
        if time.monotonic() - begin_s > seconds or seen.frames >= frames:
            return
    seen.ended = True


@pytest.fixture
def talk() -> Iterator[Callable[..., tuple[bytes, Callable[[str, bytes], bytes]]]]:
    """Give a bare conversation: sends text to an address, reads up to a mark; returns that and a way to go on."""
    sockets: list[socket.socket] = []

    def begin(url: str, text: str | bytes, until: bytes = b"") -> tuple[bytes, Callable[[str, bytes], bytes]]:
        host, _, port = url.split("/")[2].partition(":")
        made = socket.create_connection((host, int(port)), timeout=3.0)
        sockets.append(made)

        def say(more: str | bytes, mark: bytes) -> bytes:
            made.sendall(more.encode() if isinstance(more, str) else more)
            found = b""
            while not found or mark not in found:
                part = made.recv(4096)
                if not part:
                    break
                found += part
            return found

        return say(text, until), say

    yield begin
    for made in sockets:
        made.close()
