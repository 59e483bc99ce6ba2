"""One connection's reader: what it decodes, shows, keeps and survives, on real sockets and files."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import pytest

from safecity_console.domain.camera import Transport
from safecity_console.domain.picture import TileWish
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.simulator.district import District
from safecity_console.simulator.player import StartMode
from safecity_console.video import reader as module
from safecity_console.video import source
from tests.fakes import footage
from tests.unit.video.conftest import TILE

Serve = Callable[..., District]
Read = Callable[..., module.StreamReader]
See = Callable[..., None]
Until = Callable[[Callable[[], bool], float], None]
PicturesOf = Callable[..., object]


def test_shown_pictures_fit_the_tile_and_follow_it(
    serve: Serve, read: Read, see: See, wait_until: Until, pictures_of: PicturesOf
) -> None:
    reader = read(serve().url(1))
    slot = pictures_of(reader)
    wait_until(lambda: slot.peek() is not None, 5.0)
    picture = slot.peek()
    assert (picture.width, picture.height) == (150, 90)  # 320x192 inside 160x90
    assert (picture.source_width, picture.source_height) == (320, 192)
    reader.wish = TileWish(80, 200)
    wait_until(lambda: slot.peek().width == 80, 3.0)
    assert slot.peek().height == 48
    assert reader.size == (320, 192)
    assert reader.codec == "h264"
    assert reader.failure is None


def test_non_square_pixels_reach_the_screen_in_their_right_shape(
    tmp_path: Path, read: Read, see: See, pictures_of: PicturesOf, wait_until: Until
) -> None:
    clip = footage.write(tmp_path / "pal.mp4", size=(352, 288), pixel_aspect=Fraction(12, 11))
    reader = read(clip.as_uri(), wish=TileWish(400, 300))
    slot = pictures_of(reader)
    wait_until(lambda: slot.peek() is not None, 5.0)
    assert (slot.peek().width, slot.peek().height) == (400, 300)


def test_packets_are_counted_and_tapped_while_nobody_looks(serve: Serve, read: Read, wait_until: Until) -> None:
    tapped: list[int] = []
    reader = read(serve().url(1), wish=None, tap=lambda packet: tapped.append(packet.size))
    wait_until(lambda: reader.counts.packets >= 30, 6.0)
    counts = reader.counts
    assert reader.stop(5.0)
    assert len(tapped) == counts.packets
    assert sum(tapped) == counts.bytes
    assert counts.key_frames >= 2
    assert 1 <= counts.decoded <= counts.key_frames, "key frames only, and not all of them"
    assert counts.scaled == 0


def test_a_hidden_stream_whose_pictures_are_reordered_still_proves_itself(
    tmp_path: Path, serve: Serve, read: Read, see: See
) -> None:
    clip = footage.write(tmp_path / "b.mp4", b_frames=2)
    reader = read(clip.as_uri(), wish=None)
    see(reader, 4.0)
    assert reader.counts.scaled == 0


def test_shown_again_it_has_its_picture_at_once_through_the_kept_gop(
    serve: Serve, read: Read, see: See, wait_until: Until, pictures_of: PicturesOf
) -> None:
    reader = read(serve("gop 30s").url(1), wish=None)
    see(reader)
    before = reader.counts.packets
    wait_until(lambda: reader.counts.packets >= before + 20, 5.0)
    assert reader.counts.key_frames == 1
    slot = pictures_of(reader)
    assert slot.peek() is None
    asked_s = time.monotonic()
    reader.wish = TILE
    wait_until(lambda: slot.peek() is not None, 2.0)
    assert time.monotonic() - asked_s < 1.0, "no second key frame comes for half a minute"
    assert reader.counts.key_frames == 1
    assert reader.counts.bad_packets == 0


@pytest.mark.parametrize("wish", [TILE, None])
def test_decoding_starts_at_a_key_frame(serve: Serve, read: Read, wait_until: Until, wish: TileWish | None) -> None:
    district = serve(start_mode=StartMode.MID_GOP)
    for _ in range(2):
        first: list[tuple[bool, int]] = []
        reader = read(district.url(1), wish=wish, begin=False)
        reader.taps = (lambda p, r=reader, f=first: f.append((p.is_keyframe, r.counts.decoded)),)
        reader.start()
        wait_until(lambda r=reader: r.counts.decoded > 0, 5.0)
        reader.stop()
        until_key = [decoded for key, decoded in first[: [k for k, _ in first].index(True) + 1]]
        assert set(until_key) == {0}
        assert reader.counts.bad_packets == 0
        time.sleep(0.3)


DAMAGE = {
    "corrupt 30%": Transport.TCP,
    "loss 20%": Transport.TCP,
    # Not over TCP: an interleaved packet shorter than eight bytes costs libavformat its framing, which the
    # supervisor notices as a stall and mends by opening anew (tests/unit/services/test_streams_trouble.py).
    "bad packets 20%": Transport.UDP,
}


def test_bad_packets_do_not_end_it(serve: Serve, read: Read, see: See, wait_until: Until) -> None:
    districts = {fault: serve() for fault in DAMAGE}
    readers = {fault: read(d.url(1), transport=DAMAGE[fault]) for fault, d in districts.items()}
    for reader in readers.values():
        see(reader)
    for fault, district in districts.items():
        district.set_fault(1, fault)
    before = {fault: reader.counts.packets for fault, reader in readers.items()}
    wait_until(lambda: all(r.counts.packets > before[f] + 30 for f, r in readers.items()), 12.0)
    for district in districts.values():
        district.clear_fault(1)
    decoded = {fault: reader.counts.decoded for fault, reader in readers.items()}
    wait_until(lambda: all(r.counts.decoded > decoded[f] + 15 for f, r in readers.items()), 8.0)
    assert [(r.failure, r.crashed) for r in readers.values()] == 3 * [(None, False)]


def test_a_clean_close_is_a_lost_stream(serve: Serve, read: Read, see: See, wait_until: Until) -> None:
    district = serve(own_ports=True)
    reader = read(district.url(1))
    see(reader)
    district.stop_camera(1)
    wait_until(lambda: not reader.alive, 5.0)
    assert reader.failure is not None
    assert (reader.failure.layer, reader.failure.fault) == (Layer.FIRST_PACKET, Fault.CLOSED)


def test_silence_ends_it_by_the_sockets_deadline(
    serve: Serve, read: Read, see: See, wait_until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "SOCKET_TIMEOUT_S", 1.0)
    reader = read(serve("stall after 0.5s").url(1))
    see(reader)
    wait_until(lambda: not reader.alive, 8.0)
    assert reader.failure == Failure(Layer.FIRST_PACKET, Fault.STALLED)


def test_a_file_begins_again_at_the_speed_it_was_filmed(tmp_path: Path, read: Read, wait_until: Until) -> None:
    kinds = ((30, 0), (10, 0), (10, 2))
    films = [footage.write(tmp_path / f"{count}-{b}.mp4", count=count, b_frames=b) for count, b in kinds]
    began_s = time.monotonic()
    readers = [read(film.as_uri()) for film in films]
    wait_until(lambda: all(reader.counts.packets >= 50 for reader in readers), 8.0)
    assert 2.5 < time.monotonic() - began_s < 6.0, "50 pictures at 15 a second"
    for reader in readers:
        assert reader.lag_s < 0.5, "a loop is no lag"
        assert reader.counts.scaled > 25
        assert reader.failure is None


def test_a_picture_file_is_a_source_and_does_not_spin(tmp_path: Path, read: Read, see: See) -> None:
    out = tmp_path / "one.mjpeg"
    out.write_bytes(bytes(footage.packets(footage.encode("mjpeg", count=1))[0]))
    reader = read(out.as_uri())
    see(reader)
    before = reader.counts.packets
    time.sleep(0.5)
    assert reader.counts.packets - before < 30


def test_a_file_without_a_packet_ends(tmp_path: Path, read: Read, wait_until: Until) -> None:
    empty = io.BytesIO()
    with av.open(empty, "w", format="mp4", options={"movflags": "empty_moov+frag_keyframe"}) as container:
        stream = container.add_stream("libx264", rate=15)
        stream.width, stream.height, stream.pix_fmt = 320, 192, "yuv420p"
        container.start_encoding()
    path = tmp_path / "empty.mp4"
    path.write_bytes(empty.getvalue())
    reader = read(path.as_uri())
    wait_until(lambda: not reader.alive, 5.0)
    assert reader.failure is not None
    assert reader.failure.layer in (Layer.STREAM, Layer.FIRST_PACKET, Layer.RTSP)


def test_undecodable_is_said(tmp_path: Path, read: Read, wait_until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNDECODABLE_AFTER", 20)
    data = bytearray(footage.encode("mjpeg", count=30))
    for packet in footage.packets(bytes(data)):
        at = bytes(data).find(bytes(packet))
        data[at : at + packet.size] = b"\x00" * packet.size
    path = tmp_path / "zeros.mp4"
    path.write_bytes(bytes(data))
    reader = read(path.as_uri())
    wait_until(lambda: not reader.alive, 8.0)
    assert reader.failure == Failure(Layer.FIRST_PICTURE, Fault.UNDECODABLE, "mjpeg")


def test_a_tile_at_fifteen_costs_no_more_than_fifteen_and_a_prominent_one_gets_all(
    tmp_path: Path, read: Read, wait_until: Until
) -> None:
    clip = footage.write(tmp_path / "fast.mp4", fps=50, count=100, gop=50)
    reader = read(clip.as_uri())
    wait_until(lambda: reader.counts.decoded >= 60, 8.0)
    assert reader.counts.scaled <= 0.45 * reader.counts.decoded
    assert reader.counts.reduced + reader.counts.scaled == reader.counts.decoded
    reader.wish = TileWish(160, 90, prominent=True)
    time.sleep(0.2)
    decoded, scaled = reader.counts.decoded, reader.counts.scaled
    wait_until(lambda: reader.counts.decoded >= decoded + 50, 8.0)
    assert reader.counts.scaled - scaled >= 40


def test_it_tells_when_packets_picture_and_end_come(serve: Serve, read: Read) -> None:
    woken: list[float] = []
    reader = read(serve().url(1), begin=False)
    object.__setattr__(reader._plan, "wake", lambda: woken.append(time.monotonic()))
    reader.start()
    until_s = time.monotonic() + 5.0
    while len(woken) < 2 and time.monotonic() < until_s:
        time.sleep(0.01)
    assert len(woken) == 2, "first packet, first picture"
    reader.stop()
    assert len(woken) == 3
    assert reader.last_frame is None, "no frame is held after the end"
