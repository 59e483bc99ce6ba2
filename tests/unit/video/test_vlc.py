"""VLC as the second engine: what it is given, its doors into memory, and the real thing where it is installed."""

from __future__ import annotations

import base64
import ctypes
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from safecity_console.core.clock import SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.core.slot import NewestSlot
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video import vlc_input, vlc_probe, vlc_reader
from safecity_console.video.picture_probe import PictureProbe
from safecity_console.video.reader import ReaderPlan
from safecity_console.video.source import SourceAddress, SourceFailed
from safecity_console.video.vlc_input import VLC, demuxer_of, open_input
from safecity_console.video.vlc_memory import HIGHEST, WIDEST, ByteFeed, PictureMemory, bounded
from safecity_console.video.vlc_probe import VlcAbilities, VlcState, probe_vlc, write_trial
from safecity_console.video.vlc_reader import VlcEngine, VlcReader
from tests.fakes import footage

NOWHERE = SourceAddress("rtsp://127.0.0.1:1/x", "control", Secret("s3cret"))


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return footage.write(tmp_path_factory.mktemp("vlc") / "clip.mp4")


@pytest.fixture(scope="module")
def transport_stream(clip: Path) -> bytes:
    made = clip.with_suffix(".ts")
    with av.open(str(clip)) as source, av.open(str(made), "w", format="mpegts") as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    return made.read_bytes()


class Camera:
    """An HTTP camera that asks for a login, keeps what it was asked, and answers as it is told."""

    def __init__(self, body: bytes, login: str = "", digest: bool = False, location: str = "",
                 content_type: str = "video/mp2t") -> None:
        self.requests: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                given = self.headers.get("Authorization", "")
                outer.requests.append(given)
                if location:
                    self._say(302, {"Location": location})
                elif digest:
                    self._say(401, {"WWW-Authenticate": 'Digest realm="x", nonce="1", qop="auth"'})
                elif login and given != "Basic " + base64.b64encode(login.encode()).decode():
                    self._say(401, {"WWW-Authenticate": 'Basic realm="x"'})
                else:
                    self._say(200, {"Content-Type": content_type})
                    self._send()

            def _say(self, status: int, headers: dict[str, str]) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 200:
                    self.send_header("Content-Length", "0")
                self.end_headers()

            def _send(self) -> None:
                for at in range(0, len(body), 8192):
                    try:
                        self.wfile.write(body[at : at + 8192])
                    except OSError:
                        return
                    time.sleep(0.01)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = False
        self.url = f"http://127.0.0.1:{self.server.server_port}/video"

    def __enter__(self) -> Camera:
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()


def test_a_login_is_in_no_repr_of_what_vlc_is_given() -> None:
    given = open_input(NOWHERE)
    assert any("s3cret" in option for option in given.options), "it has to reach VLC"
    assert "s3cret" not in repr(given)
    assert "control" not in repr(given)


def test_a_camera_that_drips_its_first_bytes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Drip:
        closed = False

        def read(self, _most: int) -> bytes:
            time.sleep(0.01)
            return b"x"

        def close(self) -> None:
            Drip.closed = True

    monkeypatch.setattr(vlc_input, "OPEN_DEADLINE_S", 0.1)
    monkeypatch.setattr(vlc_input, "_Fetched", lambda _address: Drip())
    with pytest.raises(SourceFailed) as caught:
        open_input(SourceAddress("http://192.0.2.1/"))
    assert caught.value.failure.fault is Fault.NO_PACKETS
    assert Drip.closed


# What VLC is given ----------------------------------------------------------------------------------------------------


def test_the_first_bytes_of_each_allowed_container_are_known(clip: Path, transport_stream: bytes,
                                                            tmp_path: Path) -> None:
    write_trial(tmp_path / "trial.avi")
    assert demuxer_of((tmp_path / "trial.avi").read_bytes()[:1024]) == "avi"
    assert demuxer_of(clip.read_bytes()[:1024]) == "mp4"
    assert demuxer_of(transport_stream[:1024]) == "ts"
    assert demuxer_of(b"\x00\x00\x00\x01\x67rest") == "h264"
    assert demuxer_of(b"\x00\x00\x01\x40\x01rest") == "hevc"
    assert demuxer_of(b"--b\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff\xe0") == "mjpeg"


@pytest.mark.parametrize("head", [
    b"", b"#EXTM3U\n#\xff\xd8\xffimage", b"#EXTM3U\nhttp://10.0.0.1/a.ts\n", b"[playlist]\nFile1=x", b"<?xml ?><MPD>",
    b"v=0\r\no=- 0 0 IN IP4 1.2.3.4", b"ffconcat version 1.0\nfile /etc/passwd", b"RTSPtext\nrtsp://x", b"http://x/",
    b"\x00" * 1024, b"\xff" * 1024, b"G" + b"\x00" * 400,
])
def test_lists_and_whatever_is_not_known_are_never_given_to_vlc(head: bytes) -> None:
    assert demuxer_of(head) is None
    with Camera(head + b"\x00") as camera, pytest.raises(SourceFailed) as failed:
        open_input(SourceAddress(camera.url))
    assert failed.value.failure in (Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC),
                                    Failure(Layer.STREAM, Fault.NO_PACKETS, VLC))


def test_a_login_reaches_vlc_only_as_an_option_and_only_for_rtsp(transport_stream: bytes) -> None:
    asked: list[str] = []

    class Instance:
        def media_new_location(self, url: str) -> str:
            asked.append(url)
            return url

    given = open_input(NOWHERE)
    given.make(None, Instance())
    assert asked == [NOWHERE.url]
    assert set(given.options) == {":rtsp-tcp", ":rtsp-user=control", ":rtsp-pwd=s3cret"}
    with Camera(transport_stream, login="control:s3cret") as camera:
        given = open_input(SourceAddress(camera.url, "control", Secret("s3cret")))
        given.close()
        assert given.options == (":demux=ts",)
        assert len(camera.requests) == 2, "asked without, answered with the login"


@pytest.mark.parametrize("digest", [False, True])
def test_a_refused_login_is_sent_once_and_told_as_such(digest: bool) -> None:
    with Camera(b"", login="control:other", digest=digest) as camera:
        with pytest.raises(SourceFailed) as failed:
            open_input(SourceAddress(camera.url, "control", Secret("s3cret")))
        # The one without login, the one with it; cameras lock accounts.
        assert len([given for given in camera.requests if given]) == 1
    assert failed.value.failure.layer is Layer.LOGIN


def test_no_redirect_is_followed(transport_stream: bytes) -> None:
    with Camera(transport_stream) as other, Camera(b"", location=other.url) as camera:
        with pytest.raises(SourceFailed):
            open_input(SourceAddress(camera.url, "control", Secret("s3cret")))
        assert other.requests == []


# Doors into memory ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("claimed", "size"), [
    ((320, 192), (320, 192)), ((3840, 2160), (1920, 1080)), ((65_535, 65_535), (1200, 1200)), ((1, 1), (16, 16)),
    ((0, 0), (16, 16)), ((4_294_967_295, 2), (1920, 16)), ((1280, 722), (1280, 722)),
])
def test_pictures_are_bounded_whatever_is_claimed(claimed: tuple[int, int], size: tuple[int, int]) -> None:
    assert bounded(*claimed) == size
    assert size[0] <= WIDEST
    assert size[1] <= HIGHEST


def _words(value: int) -> Any:
    return (ctypes.c_uint * 1)(value)


def test_the_buffer_written_is_neither_the_newest_nor_the_one_being_copied() -> None:
    memory = PictureMemory()
    chroma = ctypes.create_string_buffer(b"I420")
    width, height, pitch, lines = _words(32), _words(16), _words(0), _words(0)
    assert memory._format(None, ctypes.addressof(chroma), width, height, pitch, lines) == 3
    assert chroma.raw[:4] == b"RV32"
    planes = (ctypes.c_void_p * 1)()
    for shade in range(1, 20):
        index = memory._next(None, planes) - 1
        assert index != memory._newest
        assert (planes[0] or 0) % 32 == 0
        ctypes.memset(planes[0], shade, pitch[0] * lines[0])
        memory._display(None, index + 1)
        assert memory.wait(0.0)
        taken = memory.take()
        assert taken is not None
        assert taken.shape == (16, 32, 4)
        assert int(taken.min()) == int(taken.max()) == shade
        assert not memory.wait(0.0), "the same picture twice"
    assert memory.count == 19
    memory._cleanup(None)
    assert memory.take() is None


def test_bytes_are_given_bounded_and_an_error_is_the_end() -> None:
    parts = [b"abc", OSError("gone")]

    def read(most: int) -> bytes:
        part = parts.pop(0)
        if isinstance(part, OSError):
            raise part
        return part

    feed, target = ByteFeed(read), ctypes.create_string_buffer(16)
    assert feed._give(None, ctypes.addressof(target), 2) == 2
    assert target.raw[:3] == b"ab\x00"
    assert feed._give(None, ctypes.addressof(target), 16) == 0
    assert feed._give(None, ctypes.addressof(target), 16) == 0
    assert feed.bytes == 2


# The trial ------------------------------------------------------------------------------------------------------------


def test_without_the_binding_no_child_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vlc_probe, "find_spec", lambda _name: None)
    monkeypatch.setattr(vlc_probe, "run_child", lambda *_a, **_k: pytest.fail("a child was begun"))
    assert probe_vlc() == VlcAbilities(VlcState.NO_BINDING)


@pytest.mark.parametrize(("child", "state"), [
    ("import sys; sys.exit(1)", VlcState.SILENT), ("import os; os.abort()", VlcState.SILENT),
    ("print('nonsense')", VlcState.SILENT), ("print('[1]')", VlcState.SILENT),
    ("""print('{"state": "no_library", "version": "", "schemes": []}')""", VlcState.NO_LIBRARY),
    ("import time; time.sleep(60)", VlcState.SILENT),
    ("import sys, time; open(sys.argv[1] + '/trial.avi', 'w').close(); time.sleep(60)", VlcState.SILENT),
    ("import sys; sys.stdout.buffer.write(bytes(range(128, 256)))", VlcState.SILENT),
    ("print('[' * 15_000)", VlcState.SILENT),
])
def test_a_child_that_dies_hangs_or_talks_nonsense_costs_its_deadline(monkeypatch: pytest.MonkeyPatch, child: str,
                                                                     state: VlcState, tmp_path: Path) -> None:
    monkeypatch.setattr(vlc_probe, "find_spec", lambda _name: object())
    monkeypatch.setattr(vlc_probe, "CHILD", "child_of_vlc")
    (tmp_path / "child_of_vlc.py").write_text(child)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    began_s = time.monotonic()
    assert probe_vlc(timeout_s=5.0 if "sleep" not in child else 0.5).state is state
    assert time.monotonic() - began_s < 10.0
    assert list((tmp_path / "temporary").iterdir()) == [], "a child that was killed left its clip"


def test_a_trial_under_way_is_ended_when_the_console_stops() -> None:
    begun = threading.Event()

    def probe(stopping: Any) -> VlcAbilities:
        begun.set()
        while not stopping():
            time.sleep(0.01)
        return VlcAbilities(VlcState.SILENT)

    engine = VlcEngine(probe)
    assert not engine.can_open(NOWHERE)
    assert begun.wait(5.0)
    engine.stop()
    assert not engine.can_open(NOWHERE)


# Seats and deadlines --------------------------------------------------------------------------------------------------


def plan_of(address: SourceAddress, slot: NewestSlot[Picture] | None = None) -> ReaderPlan:
    return ReaderPlan("vlc1", address, slot or NewestSlot(), PictureProbe(), SystemClock(), lambda: None)


def test_without_a_free_seat_nothing_is_opened(clip: Path) -> None:
    engine = VlcEngine(lambda _: VlcAbilities(VlcState.SILENT), seats=1)
    assert engine.sit_down()
    reader = engine.reader(plan_of(SourceAddress(clip.as_uri())))
    reader.start()
    assert reader.join(5.0)
    assert reader.failure == Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC)
    engine.get_up()
    assert engine.sit_down(), "a reader without a seat gave one back"


def test_a_library_that_hangs_costs_its_deadline_and_its_seat_only_where_a_player_was_begun(
        clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go = threading.Event()

    class Hangs:
        def media_player_new(self) -> object:
            let_go.wait(10)
            raise OSError

    monkeypatch.setattr(vlc_reader, "CALL_S", 0.1)
    monkeypatch.setattr(vlc_reader, "_load", lambda: (object(), Hangs()))
    engine = VlcEngine(lambda _: VlcAbilities(VlcState.SILENT), seats=1)
    reader = engine.reader(plan_of(SourceAddress(clip.as_uri())))
    reader.start()
    try:
        assert reader.join(5.0)
        assert reader.failure == Failure(Layer.STREAM, Fault.UNSUPPORTED, VLC)
        assert not engine.sit_down(), "the seat of a hanging player was given away"
    finally:
        let_go.set()
    for thread in [t for t in threading.enumerate() if t.name == "native-vlc"]:
        thread.join(2.0)


# The real one ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def abilities() -> VlcAbilities:
    if find_spec("vlc") is None:
        pytest.skip("python-vlc is not installed here")
    found = probe_vlc()
    if found.state is not VlcState.WORKS or not {"file", "http"} <= found.schemes:
        pytest.skip(f"the VLC of this machine shows nothing: {found}")
    return found


@contextmanager
def playing(address: SourceAddress, abilities: VlcAbilities) -> Iterator[tuple[VlcReader, NewestSlot[Picture]]]:
    engine = VlcEngine(lambda _: abilities)
    slot: NewestSlot[Picture] = NewestSlot()
    reader = engine.reader(plan_of(address, slot))
    reader.wish = TileWish(160, 96, prominent=True)
    reader.start()
    try:
        yield reader, slot
    finally:
        assert reader.stop(10.0)
        engine.stop()
        assert engine.sit_down()
        assert engine.calls.running == 0


def until(truth: Any, what: str, timeout_s: float = 15.0) -> None:
    end_s = time.monotonic() + timeout_s
    while not truth():
        assert time.monotonic() < end_s, f"waited for {what}"
        time.sleep(0.01)


def test_real_vlc_shows_a_file_over_and_over_at_its_own_size(clip: Path, abilities: VlcAbilities) -> None:
    with playing(SourceAddress(clip.as_uri()), abilities) as (reader, slot):
        until(lambda: slot.puts > footage.COUNT + 5, "more pictures than the file has")
        assert reader.failure is None
        assert reader.size == (footage.WIDTH, footage.HEIGHT)
        assert reader.codec == "h264 vlc"
        picture, frame = slot.peek(), reader.last_frame
        assert picture is not None
        assert (picture.width, picture.height) == (160, 96)
        assert frame is not None
        assert (frame.width, frame.height) == reader.size
        pixels = np.frombuffer(picture.buffer, np.uint8).reshape(-1, picture.stride)[:, : 160 * 4].reshape(-1, 160, 4)
        assert pixels[..., 3].min() == 255
        # The bright box of the footage is yellow: blue low, green and red high.
        assert ((pixels[..., 0] < 90) & (pixels[..., 1] > 150) & (pixels[..., 2] > 180)).mean() > 0.02


def test_real_vlc_shows_http_and_its_end_is_a_lost_stream(transport_stream: bytes, abilities: VlcAbilities) -> None:
    with Camera(transport_stream, login="control:s3cret") as camera:
        address = SourceAddress(camera.url, "control", Secret("s3cret"))
        with playing(address, abilities) as (reader, slot):
            until(lambda: slot.puts > 5, "pictures")
            assert reader.counts.bytes >= 0
            until(lambda: reader.failure is not None, "the end")
            assert reader.failure == Failure(Layer.FIRST_PACKET, Fault.CLOSED, VLC)


def test_real_vlc_given_garbage_in_a_known_dress_says_that_it_cannot_be_read(
        tmp_path: Path, abilities: VlcAbilities, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vlc_reader, "FIRST_PICTURE_S", 2.0)
    odd = tmp_path / "odd.avi"
    odd.write_bytes(b"RIFF\xff\xff\xff\xffAVI " + np.random.default_rng(1).bytes(200_000))
    with playing(SourceAddress(odd.as_uri()), abilities) as (reader, slot):
        until(lambda: reader.failure is not None, "the failure")
        assert reader.failure == Failure(Layer.FIRST_PICTURE, Fault.UNDECODABLE, VLC)
        assert slot.puts == 0
