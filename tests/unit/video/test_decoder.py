"""Changing between processor and device: at key frames, within the packet where the device fails, never losing one.

The device is tests/fakes/devices.py: libav's own decoder behind the seam. No real one exists where this runs.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import av.error
import numpy as np
import pytest

from safecity_console.video.decoder import ERRORS_IN_ROW, SILENT_MOST, StreamDecoder
from safecity_console.video.devices import (
    DeviceFailed,
    DeviceGrant,
    LibavAccelerator,
    Sessions,
    decoder_name,
    device_kinds,
)
from safecity_console.video.luma import luma_of
from safecity_console.video.scaler import Scaler
from tests.fakes import footage
from tests.fakes.devices import FakeAccelerator

GOP = 5


class Bench:
    """A decoder over a clip of key frames every five pictures."""

    def __init__(self, accelerator: FakeAccelerator, *, count: int = 20, gop: int = GOP, b_frames: int = 0,
                 codec: str = "h264", pixel_aspect: Fraction | None = None) -> None:
        clip = footage.encode(codec, count=count, gop=gop, b_frames=b_frames, pixel_aspect=pixel_aspect)
        self.container = av.open(io.BytesIO(clip))
        self.stream = self.container.streams.video[0]
        self.stream.codec_context.thread_count = 1
        self.stream.codec_context.thread_type = "SLICE"
        self.packets = [p for p in self.container.demux(self.stream) if p.size > 0]
        self.by_processor = 0
        self.decoder = StreamDecoder(self.stream.codec_context, self._decode)
        self.sessions = Sessions(2)
        self.grant = DeviceGrant("cuda", accelerator, self.sessions)

    def _decode(self, packet: Any) -> Any:
        self.by_processor += packet is not None
        return self.stream.codec_context.decode(packet)

    def feed(self, packets: Any, grant: DeviceGrant | None) -> list[Any]:
        """Decode packets; give the frames, one entry each."""
        return [frame for packet in packets for frame in self.decoder.decode(packet, grant)]

    def close(self) -> None:
        self.decoder.close()
        self.container.close()


@pytest.fixture
def bench() -> Iterator[Any]:
    made: list[Bench] = []

    def make(fault: str = "", **options: Any) -> Bench:
        known = {k: options.pop(k) for k in ("good", "layout") if k in options}
        made.append(Bench(FakeAccelerator(fault, **known), **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_grant_is_taken_up_at_the_next_key_frame_and_let_go_at_one(bench: Any) -> None:
    b = bench()
    frames = b.feed(b.packets[:2], None)
    assert b.decoder.kind == ""
    frames += b.feed(b.packets[2:5], b.grant)
    assert b.decoder.kind == "", "not in the middle of a GOP"
    frames += b.feed(b.packets[5:12], b.grant)
    assert (b.decoder.kind, b.sessions.open) == ("cuda", 1)
    assert frames[-1].format.name == "nv12"
    assert b.by_processor == 5
    frames += b.feed(b.packets[12:15], None)
    assert b.decoder.kind == "cuda"
    frames += b.feed(b.packets[15:], None)
    assert (b.decoder.kind, b.sessions.open) == ("", 0)
    assert frames[-1].format.name == "yuv420p"
    assert [f.pts for f in frames] == sorted(p.pts for p in b.packets), "every picture once and in order"


def test_pictures_held_back_for_reordering_are_not_lost_in_the_change(bench: Any) -> None:
    b = bench(b_frames=2, gop=6, count=18)
    frames = b.feed(b.packets[:7], None) + b.feed(b.packets[7:], b.grant) + b.decoder.decode(None)
    assert b.decoder.kind == "cuda"
    assert sorted(f.pts for f in frames) == sorted(p.pts for p in b.packets)


@pytest.mark.parametrize("fault", ["open", "first"])
def test_where_opening_or_the_first_picture_fails_the_processor_shows_the_same_packet(bench: Any, fault: str) -> None:
    b = bench(fault)
    frames = b.feed(b.packets[:1], b.grant)
    assert len(frames) == 1
    assert (b.decoder.kind, b.sessions.open) == ("", 0)
    assert set(b.decoder.refused) == {"cuda"}
    frames += b.feed(b.packets[1:], b.grant)
    assert len(frames) == len(b.packets)
    assert len(b.grant.accelerator.opened) == (fault == "first"), "not tried again on this stream"


def test_errors_in_a_row_bring_the_processor_back_with_the_newest_picture(bench: Any) -> None:
    b = bench("later", good=7, gop=20)
    seen, bad = [], 0
    for packet in b.packets:
        try:
            seen += [f.pts for f in b.decoder.decode(packet, b.grant)]
        except av.error.FFmpegError:
            bad += 1
    assert bad == ERRORS_IN_ROW - 1
    expected = [p.pts for p in b.packets]
    assert seen == expected[:7] + expected[7 + ERRORS_IN_ROW - 1 :], "from the failing packet on, each picture"
    assert set(b.decoder.refused) == {"cuda"}


def test_one_bad_packet_is_not_the_devices_fault(bench: Any) -> None:
    b = bench("once", good=8)
    with pytest.raises(av.error.FFmpegError):
        b.feed(b.packets, b.grant)
    assert b.decoder.kind == "cuda"
    assert not b.decoder.refused
    assert b.feed(b.packets[10:], b.grant)


def test_a_device_that_gives_no_pictures_is_left(bench: Any) -> None:
    b = bench("mute", count=SILENT_MOST + 20, gop=SILENT_MOST + 20)
    frames = b.feed(b.packets[:SILENT_MOST], b.grant)
    assert not frames
    frames = b.feed(b.packets[SILENT_MOST:], b.grant)
    assert len(frames) == 20
    assert b.decoder.refused == {"cuda": "no pictures"}


def test_skipped_frames_are_not_taken_for_silence_and_skip_on_the_device_too(bench: Any) -> None:
    b = bench(count=SILENT_MOST * 2, gop=SILENT_MOST * 2)
    b.feed(b.packets[:2], b.grant)
    b.stream.codec_context.skip_frame = "NONKEY"
    assert not b.feed(b.packets[2:], b.grant)
    assert b.grant.accelerator.opened[0].skip_frame == "NONKEY"
    assert b.decoder.kind == "cuda"


def test_packets_the_processor_cannot_decode_either_do_not_blame_the_device(bench: Any) -> None:
    b = bench("first")
    rubbish = av.Packet(b"\x00\x00\x00\x01\x65" + b"\xff" * 400)
    rubbish.is_keyframe = True
    with pytest.raises(av.error.FFmpegError):
        b.decoder.decode(rubbish, b.grant)
    assert b.decoder.kind == ""
    assert not b.decoder.refused


def test_no_more_are_open_than_allowed_and_one_set_free_is_taken(bench: Any) -> None:
    b = bench()
    b.sessions.most = 1
    assert b.sessions.take()
    b.feed(b.packets[:5], b.grant)
    assert b.decoder.kind == ""
    assert not b.decoder.refused, "none free is no failure"
    b.sessions.give_back()
    b.feed(b.packets[5:10], b.grant)
    assert b.decoder.kind == "cuda"
    b.decoder.close()
    b.decoder.close()
    assert b.sessions.open == 0


def test_a_jump_forgets_on_both_sides(bench: Any) -> None:
    b = bench()
    b.feed(b.packets[:8], b.grant)
    b.decoder.flush()
    assert b.grant.accelerator.opened[0].flushes == 1
    assert len(b.feed(b.packets[10:15], b.grant)) == 5


def test_the_shape_of_pixels_is_known_from_the_device(bench: Any) -> None:
    b = bench(pixel_aspect=Fraction(12, 11))
    b.feed(b.packets[:2], b.grant)
    assert b.decoder.kind == "cuda"
    assert b.decoder.context.sample_aspect_ratio == Fraction(12, 11)


@pytest.mark.parametrize("layout", ["nv12", "p010le", "yuv420p10le"])
def test_a_devices_layouts_reach_screen_and_picture_check_as_the_processors_do(bench: Any, layout: str) -> None:
    b = bench(layout=layout)
    plain = b.feed(b.packets[:1], None)[0]
    frame = b.feed(b.packets[5:6], b.grant)[0]
    first = b.stream.codec_context.decode(b.packets[5])
    assert frame.format.name == layout
    luma, expected = luma_of(frame), luma_of(plain)
    assert luma is not None
    assert expected is not None
    assert luma.shape == expected.shape == (192, 320)
    assert abs(float(luma.mean()) - float(expected.mean())) < 6.0
    shown = Scaler().scale(frame, (160, 96), 0.0, 0.0)
    by_hand = Scaler().scale(first[0], (160, 96), 0.0, 0.0)
    one, other = (np.asarray(p.buffer).reshape(p.height, p.stride)[:, : p.width * 4].astype(int) for p in
                  (shown, by_hand))
    # Brightness: of yuv420p the tile's picture halves the colours, of a device's layouts it does not.
    grey = np.array([0.114, 0.587, 0.299])
    one, other = (np.asarray(p.reshape(96, 160, 4)[..., :3] @ grey) for p in (one, other))
    assert np.abs(one - other).mean() < 3.0


def test_full_range_stays_full_range_through_nv12(bench: Any) -> None:
    b = bench()
    frame = b.feed(b.packets[:1], b.grant)[0]
    frame.color_range = 1
    narrow = Scaler().scale(frame, (160, 96), 0.0, 0.0)
    frame.color_range = 2
    full = Scaler().scale(frame, (160, 96), 0.0, 0.0)
    assert bytes(narrow.buffer) != bytes(full.buffer)


def test_layouts_without_a_plane_of_luma_are_left_alone(bench: Any) -> None:
    b = bench(layout="bgra")
    assert luma_of(b.feed(b.packets[:1], b.grant)[0]) is None


def test_the_real_devices_are_named_and_refuse_in_words() -> None:
    assert device_kinds()
    assert decoder_name("h264", "nonsense") is None
    assert decoder_name("nonsense", "cuda") is None
    software = av.codec.CodecContext.create("h264", "r")
    with pytest.raises(DeviceFailed, match="no decoder in this build"):
        LibavAccelerator().open("nonsense", software)


