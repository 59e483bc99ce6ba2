"""The GOP kept for hidden tiles, and the one scaling of a frame to its tile."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from av.video.frame import VideoFrame

from safecity_console.video.gop import GopKeeper
from safecity_console.video.scaler import Scaler, fitted
from tests.fakes import footage


@pytest.fixture(scope="module")
def packets() -> list[object]:
    return footage.packets(footage.encode())


def test_what_is_kept_begins_at_a_key_frame(packets: list) -> None:
    keeper = GopKeeper()
    for packet in packets[5:15]:
        keeper.push(packet)
    assert keeper.take() == []
    for packet in packets[5:20]:
        keeper.push(packet)
    kept = keeper.take()
    assert kept == packets[15:20]
    assert kept[0].is_keyframe
    assert keeper.take() == []


def test_past_the_limit_nothing_is_kept_until_the_next_key_frame(packets: list) -> None:
    keeper = GopKeeper(limit_bytes=2 * packets[15].size)
    for packet in packets[:1] + 60 * packets[1:10]:
        keeper.push(packet)
    assert keeper.take() == []
    for packet in packets[10:18]:
        keeper.push(packet)
    assert keeper.take() == packets[15:18]


@pytest.mark.parametrize(
    ("source", "aspect", "tile", "wanted"),
    [
        ((640, 360), 1.0, (320, 180), (320, 180)),
        ((640, 360), 1.0, (320, 320), (320, 180)),
        ((640, 480), 1.0, (320, 180), (240, 180)),
        ((352, 288), 12 / 11, (400, 300), (400, 300)),  # CIF of PAL: 4:3 on the screen
        ((704, 288), 6 / 11, (400, 300), (400, 300)),  # half the lines: the pixels are tall
        ((1920, 1080), 1.0, (1, 1), (2, 2)),
        ((16, 4096), 1.0, (100, 100), (2, 100)),
        ((640, 360), 1.0, (479, 269), (478, 268)),
        ((704, 576), 12 / 11, (479, 269), (358, 268)),
    ],
)
def test_fitted_keeps_the_display_aspect(
    source: tuple[int, int], aspect: float, tile: tuple[int, int], wanted: tuple[int, int]
) -> None:
    got = fitted(source, aspect, tile)
    assert abs(got[0] - wanted[0]) <= 2
    assert abs(got[1] - wanted[1]) <= 1
    assert got[0] % 2 == got[1] % 2 == 0, "odd sizes cost swscale two to four times as much"
    assert max(got[0] - tile[0], got[1] - tile[1]) <= (0 if min(tile) > 1 else 1)


@pytest.mark.parametrize("form", ["yuv420p", "yuvj420p", "yuv422p", "nv12", "gray"])
@pytest.mark.parametrize("size", [(160, 90), (320, 180), (478, 268)])
def test_colours_are_those_of_one_step_whatever_the_way(form: str, size: tuple[int, int]) -> None:
    rows = np.linspace(20, 235, 320, dtype=np.uint8)
    rgb = np.stack([np.tile(rows, (180, 1)), np.tile(rows[::-1], (180, 1)), np.full((180, 320), 90, np.uint8)], axis=2)
    frame = VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format=form)
    picture = Scaler().scale(frame, size, 0.0, 0.0)
    got = np.frombuffer(picture.buffer, np.uint8)[: picture.stride * size[1]].reshape(size[1], picture.stride)
    wanted = frame.reformat(*size, format="bgra").to_ndarray()
    difference = got[:, : size[0] * 4].reshape(size[1], size[0], 4).astype(int) - wanted.astype(int)
    assert np.abs(difference).mean() < 3


@pytest.mark.parametrize("form", ["yuv420p", "yuvj420p", "yuv422p", "nv12"])
@pytest.mark.parametrize("width", range(160, 194, 2))
@pytest.mark.parametrize("source_width", [320, None])
def test_every_column_is_written_at_every_width(form: str, width: int, source_width: int | None) -> None:
    grey = np.full((180, source_width or width, 3), 120, np.uint8)
    frame = VideoFrame.from_ndarray(grey, format="rgb24").reformat(format=form)
    picture = Scaler().scale(frame, (width, 180), 0.0, 0.0)
    rows = np.frombuffer(picture.buffer, np.uint8)[: picture.stride * 180].reshape(180, picture.stride)
    pixels = rows[:, : width * 4].reshape(180, width, 4)
    assert np.abs(pixels[:, :, :3].astype(int) - 120).max() < 6
    assert (pixels[:, :, 3] == 255).all()


@pytest.mark.parametrize(("source", "aspect", "tile", "wanted"), [
    ((1920, 1080), 1.0, (1280, 720), (1280, 720)),
    ((1920, 1080), 1.0, (5120, 2880), (1920, 1080)),
    ((640, 360), 1.0, (1200, 900), (640, 360)),
    ((352, 288), 12 / 11, (1600, 1200), (352, 264)),  # neither side is enlarged, the aspect is kept
    ((704, 288), 6 / 11, (1600, 1200), (384, 288)),
])
def test_a_zoomed_picture_is_never_larger_than_its_source(
    source: tuple[int, int], aspect: float, tile: tuple[int, int], wanted: tuple[int, int]
) -> None:
    got = fitted(source, aspect, tile, enlarge=False)
    assert abs(got[0] - wanted[0]) <= 2
    assert abs(got[1] - wanted[1]) <= 2
    assert got[0] <= source[0]
    assert got[1] <= source[1]


def test_scaled_once_without_a_copy_in_the_byte_order_of_the_screen() -> None:
    rgb = np.zeros((180, 320, 3), np.uint8)
    rgb[:, :160] = (250, 20, 10)
    frame = VideoFrame.from_ndarray(rgb, format="rgb24").reformat(format="yuv420p")
    picture = Scaler().scale(frame, (160, 90), arrived_s=7.0, lag_s=0.25)
    assert (picture.width, picture.height, picture.source_width, picture.source_height) == (160, 90, 320, 180)
    assert (picture.arrived_s, picture.lag_s) == (7.0, 0.25)
    assert picture.stride >= 160 * 4
    assert picture.buffer.nbytes >= picture.stride * 90
    pixels = np.frombuffer(picture.buffer, np.uint8)[: picture.stride * 90].reshape(90, picture.stride)
    pixels = pixels[:, : 160 * 4].reshape(90, 160, 4)
    assert np.abs(pixels[45, 20].astype(int) - (10, 20, 250, 255)).max() < 12
    assert np.abs(pixels[45, 140].astype(int) - (0, 0, 0, 255)).max() < 12
    owner = picture.owner
    assert isinstance(owner, VideoFrame)
    assert owner.planes[0].buffer_ptr == pixels.__array_interface__["data"][0], "the buffer is libav's own"


def test_the_buffer_outlives_scaler_and_source() -> None:
    scaler = Scaler()
    frame = VideoFrame.from_ndarray(np.full((96, 160, 3), 200, np.uint8), format="rgb24")
    picture = scaler.scale(frame, (80, 48), 0.0, 0.0)
    before = bytes(picture.buffer)
    del frame
    for shade in range(20):
        other = VideoFrame.from_ndarray(np.full((96, 160, 3), shade, np.uint8), format="rgb24")
        scaler.scale(other, (80, 48), 0.0, 0.0)
    del scaler
    assert bytes(picture.buffer) == before


def test_non_square_pixels_are_in_the_stream_not_the_frame() -> None:
    data = footage.encode(size=(352, 288), pixel_aspect=Fraction(12, 11), count=3)
    (first, *_) = footage.packets(data)
    assert first.stream.codec_context.sample_aspect_ratio == Fraction(12, 11)
