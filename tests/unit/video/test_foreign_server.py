"""Our client against a server nobody here wrote: GStreamer's."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from safecity_console.domain.camera import Transport
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video.reader import StreamReader
from tests.fakes import footage
from tests.unit.video.conftest import PASSWORD, USER

SERVER = Path(__file__).resolve().parents[2] / "fakes" / "gst_server.py"
SYSTEM_PYTHON = "/usr/bin/python3"
ASK = """import gi
gi.require_version("GstRtspServer", "1.0")
from gi.repository import Gst, GstRtspServer
Gst.init(None)
needed = ("qtdemux", "h264parse", "h265parse", "rtph264pay", "rtph265pay")
missing = [name for name in needed if not Gst.ElementFactory.find(name)]
raise SystemExit(f"GStreamer has no {missing}" if missing else 0)
"""
Read = Callable[..., StreamReader]
See = Callable[..., None]
Until = Callable[[Callable[[], bool], float], None]


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, int]]:
    """Give the ports of the open and of the guarded server."""
    try:
        asked = subprocess.run(
            [SYSTEM_PYTHON, "-c", ASK], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
            check=False,
        )  # fmt: skip
        missing = asked.stderr.strip().splitlines()[-1:] if asked.returncode else []
    except FileNotFoundError:
        missing = [f"no {SYSTEM_PYTHON}"]
    if missing:
        pytest.skip(f"`make setup-test` installs gir1.2-gst-rtsp-server-1.0 and its plugins: {missing[0]}")
    folder = tmp_path_factory.mktemp("gst")
    for codec in ("h264", "hevc"):
        footage.write(folder / f"{codec}.mp4", codec, count=75)
    process = subprocess.Popen(
        [SYSTEM_PYTHON, str(SERVER), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(PASSWORD + "\n")
        process.stdin.flush()
        first, second = process.stdout.readline().split()
        yield int(first), int(second)
    finally:
        process.stdin.close()
        try:
            process.wait(5.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5.0)
        process.stdout.close()


@pytest.mark.parametrize("codec", ["h264", "hevc"])
@pytest.mark.parametrize("transport", list(Transport))
def test_it_plays(
    ports: tuple[int, int], read: Read, see: See, wait_until: Until, codec: str, transport: Transport
) -> None:
    reader = read(f"rtsp://127.0.0.1:{ports[0]}/{codec}", transport=transport)
    see(reader)
    wait_until(lambda: reader.counts.decoded >= 6, 6.0)
    assert (reader.codec, reader.size) == (codec, (320, 192))
    assert reader.counts.bad_packets == 0
    assert reader.lag_s < 1.0


@pytest.mark.parametrize("transport", [Transport.TCP, Transport.UDP])
def test_its_login_right_and_wrong(
    ports: tuple[int, int], read: Read, see: See, wait_until: Until, transport: Transport
) -> None:
    url = f"rtsp://127.0.0.1:{ports[1]}/h264"
    see(read(url, login=(USER, PASSWORD), transport=transport))
    for login in (("", ""), (USER, "not-it"), ("nobody", PASSWORD)):
        refused = read(url, login=login, transport=transport)
        wait_until(lambda reader=refused: not reader.alive, 8.0)
        assert refused.failure == Failure(Layer.LOGIN, Fault.WRONG_PASSWORD, "401")


def test_what_it_does_not_have_and_the_end_of_its_film(
    ports: tuple[int, int], read: Read, see: See, wait_until: Until
) -> None:
    lost = read(f"rtsp://127.0.0.1:{ports[0]}/nothing")
    wait_until(lambda: not lost.alive, 8.0)
    assert lost.failure == Failure(Layer.STREAM, Fault.NOT_FOUND, "404")
    reader = read(f"rtsp://127.0.0.1:{ports[0]}/h264")
    see(reader)
    wait_until(lambda: not reader.alive, 20.0)
    assert reader.failure is not None
    assert reader.failure.fault in (Fault.CLOSED, Fault.STALLED)
