"""Cameras whose clock is not to be believed: their pictures are shown all the same."""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import av
import numpy as np
import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.core.slot import NewestSlot
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan, StreamReader
from safecity_console.video.source import SourceAddress
from tests.unit.hostile.servers import running

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n"


def photograph() -> bytes:
    """Give one JPEG."""
    out = io.BytesIO()
    with av.open(out, "w", format="mjpeg") as container:
        stream = container.add_stream("mjpeg", rate=5)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuvj420p"
        grey = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 99, np.uint8), format="rgb24")
        container.mux(stream.encode(grey))
        container.mux(stream.encode(None))
    return out.getvalue()


@contextmanager
def reading(url: str) -> Iterator[StreamReader]:
    slot: NewestSlot[Picture] = NewestSlot()
    reader = StreamReader(ReaderPlan("odd-clock", SourceAddress(url), slot, PictureProbe(), SystemClock(),
                                     lambda: None))
    reader.wish = TileWish(64, 48)
    reader.start()
    try:
        yield reader
    finally:
        assert reader.stop(10.0)


def test_a_camera_of_single_pictures_slower_than_libav_counts_is_not_late() -> None:
    # libav gives them times 40 ms apart; at five a second they seemed ever later, and the tile stood still for good.
    part = photograph()

    def push(sock: socket.socket) -> None:
        while True:
            sock.sendall(b"--b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(part) + part + b"\r\n")
            time.sleep(0.2)

    with running(lambda _request: HEAD, push) as server, reading(f"http://127.0.0.1:{server.port}/") as reader:
        until_s = time.monotonic() + 20
        while reader.counts.packets < 12:
            if time.monotonic() > until_s or not reader.alive:
                pytest.fail(f"not enough came: {reader.failure} {reader.counts}")
            time.sleep(0.02)
        assert reader.lag_s < 0.1
        assert reader.counts.left_out == 0
        assert reader.counts.scaled >= 10
        assert reader.cut_s is None
