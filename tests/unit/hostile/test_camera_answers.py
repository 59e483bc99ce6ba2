"""What a camera may make libav do: never a file, another host, a foreign protocol, or memory without bound."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from socket import socket

import av.error
import pytest

from safecity_console.core.secrets import Secret
from safecity_console.domain.stream import Fault, Layer
from safecity_console.video.source import OpenSource, SourceAddress, SourceFailed, open_source
from tests.fakes import footage
from tests.unit.hostile.servers import description, http, pictures, rtsp, running, session


def opened(url: str, login: bool = False) -> OpenSource | SourceFailed:
    try:
        return open_source(SourceAddress(url, "control", Secret("s3cret")) if login else SourceAddress(url))
    except SourceFailed as failed:
        return failed


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return footage.write(tmp_path_factory.mktemp("hostile") / "clip.mp4", "h264")


PLAYLISTS = {
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{goal}\n#EXT-X-ENDLIST\n",
    "concat": "ffconcat version 1.0\nfile {goal}\n",
    "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 45454 RTP/AVP 96\n"
           "a=rtpmap:96 H264/90000\n",
}


@pytest.mark.parametrize("kind", PLAYLISTS)
def test_an_http_camera_that_answers_with_a_list_leads_nowhere(kind: str) -> None:
    with running(http(b"x" * 10)) as other:
        text = PLAYLISTS[kind].format(goal=f"http://127.0.0.1:{other.port}/a.ts")
        with running(http(text.encode())) as camera:
            answer = opened(f"http://127.0.0.1:{camera.port}/video", login=True)
        assert isinstance(answer, SourceFailed), "a list was opened"
        assert other.requests == []


@pytest.mark.parametrize("scheme", ["http", "https", "tcp", "gopher"])
def test_an_http_redirect_is_not_followed(scheme: str) -> None:
    with running(http(b"x" * 10)) as other:
        goal = f"{scheme}://127.0.0.1:{other.port}/x"
        with running(http(status="302 Found", location=goal)) as camera:
            answer = opened(f"http://127.0.0.1:{camera.port}/video", login=True)
        assert isinstance(answer, SourceFailed)
        assert other.requests == []


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found"])
def test_the_login_does_not_follow_an_rtsp_redirect(status: str) -> None:
    def ask_plain(request: bytes) -> bytes:
        return rtsp(request, "401 Unauthorized", 'WWW-Authenticate: Basic realm="x"\r\n')

    with running(ask_plain) as other:
        def send_away(request: bytes) -> bytes:
            if request.startswith(b"OPTIONS"):
                return rtsp(request)
            return rtsp(request, status, f"Location: rtsp://127.0.0.1:{other.port}/x\r\n")

        with running(send_away) as camera:
            answer = opened(f"rtsp://127.0.0.1:{camera.port}/x", login=True)
        assert other.requests == []
    assert isinstance(answer, SourceFailed)
    assert (answer.failure.layer, answer.failure.fault) == (Layer.STREAM, Fault.UNSUPPORTED)


def test_a_playlist_file_opens_no_other_file(tmp_path: Path, clip: Path) -> None:
    listing = tmp_path / "list.ffconcat"
    (tmp_path / "clip.mp4").write_bytes(clip.read_bytes())
    listing.write_text("ffconcat version 1.0\nfile clip.mp4\n")
    assert isinstance(opened(listing.as_uri()), SourceFailed)
    fine = opened(clip.as_uri())
    assert isinstance(fine, OpenSource)
    fine.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix")
@pytest.mark.parametrize("kind", ["fifo", "folder", "zero", "proc", "empty", "missing"])
def test_what_is_no_plain_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    odd = {"folder": tmp_path, "zero": Path("/dev/zero"), "proc": Path("/proc/self/environ")}.get(kind, tmp_path / kind)
    if kind == "fifo":
        os.mkfifo(odd)
    if kind == "empty":
        odd.touch()
    got: list[OpenSource | SourceFailed] = []
    thread = threading.Thread(target=lambda: got.append(opened(odd.as_uri())), daemon=True)
    thread.start()
    thread.join(10)
    assert got, "it hangs"
    assert isinstance(got[0], SourceFailed)
    assert got[0].failure.layer is Layer.STREAM


def push(width: int, height: int, shown: int = 12) -> Iterator[bytes]:
    return pictures(width, height, shown, count())


def decoded(sdp: bytes, size: tuple[int, int]) -> tuple[int, int]:
    """Give pictures and refusals of a camera that announces a size."""

    def send(sock: socket) -> None:
        for packet in push(*size):
            sock.sendall(packet)

    good = bad = 0
    with running(session(sdp), send) as camera:
        source = opened(f"rtsp://127.0.0.1:{camera.port}/x")
        assert isinstance(source, OpenSource)
        try:
            for packet in source.container.demux(source.stream):
                try:
                    good += len(source.decoder.decode(packet)) if packet.size else 0
                except av.error.FFmpegError:
                    bad += 1
        finally:
            source.close()
    return good, bad


def test_a_picture_of_unreasonable_size_is_never_given_memory() -> None:
    # libav itself begins to refuse at 268 million pixels, 400 MB a frame.
    good, bad = decoded(description(), (10240, 8192))
    assert (good, bad > 5) == (0, True)


def test_the_same_pictures_of_a_usual_size_are_decoded() -> None:
    good, _ = decoded(description(), (640, 480))
    assert good > 5


def test_a_title_that_is_no_utf8_costs_no_picture() -> None:
    good, _ = decoded(description(title=b"Camera \xe9\xff"), (640, 480))
    assert good > 5


def test_a_camera_of_thousands_of_streams_is_asked_for_few() -> None:
    with running(session(description(streams=3000))) as camera:
        source = opened(f"rtsp://127.0.0.1:{camera.port}/x")
        if isinstance(source, OpenSource):
            source.close()
        assert sum(request.startswith(b"SETUP") for request in camera.requests) <= 20
