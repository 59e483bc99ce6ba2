"""Answers recorded from real cameras (../shared/media/rtsp), played by a server that then says little or nothing.

Whatever a camera answers, our client goes on or ends with a named failure, within its deadlines, its login untold.
"""

from __future__ import annotations

import logging
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from safecity_console.domain.stream import Fault, Layer
from safecity_console.video import source
from safecity_console.video.reader import StreamReader
from tests.fakes.scripted import Answer, ScriptedServer, rtsp
from tests.unit.video.conftest import PASSWORD, USER

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "media" / "rtsp"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="no recorded answers (../shared/media/rtsp) stand beside")
FILES = sorted(FOLDER.glob("*.txt")) if FOLDER.is_dir() else []
LIMIT_S = 25.0
H264 = b"""v=0\r
o=- 0 0 IN IP4 127.0.0.1\r
s=x\r
t=0 0\r
m=video 0 RTP/AVP 96\r
a=rtpmap:96 H264/90000\r
a=control:trackID=1\r
"""
Read = Callable[..., StreamReader]


def recorded(path: Path) -> bytes:
    """Give a recorded answer as it went over the wire; bare session descriptions get a head."""
    data = path.read_bytes()
    if not data.startswith(b"RTSP/"):
        return rtsp(body=data)
    head, blank, body = data.partition(b"\r\n\r\n")
    if not blank:
        head, blank, body = data.rstrip(b"\n").replace(b"\n", b"\r\n"), b"\r\n\r\n", b""
    return head + blank + body


def rtp_packets() -> bytes:
    """Give a few small interleaved RTP packets: what comes after PLAY on an ordinary day, and then no more."""
    found = b""
    for number in range(6):
        payload = bytes([0x41]) + bytes(200)
        packet = struct.pack(">BBHII", 0x80, 0xE0, 100 + number, 6000 * number, 0x4CACC3D1) + payload
        found += b"$\x00" + struct.pack(">H", len(packet)) + packet
    return found


def script_of(answers: dict[str, bytes], after_play: bytes) -> Callable[[str, str], Answer]:
    """Play recorded answers where there are some, plain ones elsewhere."""
    plain = {
        "OPTIONS": rtsp(Public="OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN"),
        "DESCRIBE": rtsp(body=H264),
        "SETUP": rtsp(Transport="RTP/AVP/TCP;unicast;interleaved=0-1", Session="12345678;timeout=60"),
        "PLAY": rtsp(Session="12345678"),
    }

    def script(method: str, request: str) -> Answer:
        answer = answers.get(method) or plain.get(method)
        return answer + after_play if answer is not None and method == "PLAY" else answer

    return script


def method_of(path: Path) -> str:
    for word in ("describe", "sdp", "setup", "play", "options", "teardown", "unauthorized", "rtptime"):
        if word in path.stem:
            return {"sdp": "DESCRIBE", "unauthorized": "DESCRIBE", "rtptime": "PLAY"}.get(word, word.upper())
    raise AssertionError(f"{path.name}: which request is this the answer of?")


def cases() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Give each recorded answer alone, and each camera's answers together."""
    for path in FILES:
        yield path.stem, {method_of(path): recorded(path)}
    cameras: dict[str, dict[str, bytes]] = {}
    for path in FILES:
        if "ssrc_space" not in path.stem:
            cameras.setdefault(path.stem.split("_")[0], {}).setdefault(method_of(path), recorded(path))
    yield from ((f"{name} whole", answers) for name, answers in cameras.items() if len(answers) > 1)


@pytest.mark.slow
@pytest.mark.parametrize("after_play", [b"", rtp_packets()], ids=["then silence", "then a few packets"])
def test_each_ends_with_a_named_failure_in_time(
    read: Read, after_play: bytes, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(source, "SOCKET_TIMEOUT_S", 1.0)
    caplog.set_level(logging.DEBUG)
    assert len(FILES) >= 40
    with ExitStack() as stack:
        readers: dict[str, tuple[StreamReader, ScriptedServer]] = {}
        for name, answers in cases():
            server = stack.enter_context(ScriptedServer(script_of(answers, after_play)))
            readers[name] = (read(server.url(), login=(USER, PASSWORD)), server)
        until_s = time.monotonic() + LIMIT_S
        for reader, _ in readers.values():
            reader.join(max(0.1, until_s - time.monotonic()))
        hanging = [name for name, (reader, _) in readers.items() if reader.alive]
        assert not hanging
        for name, (reader, server) in readers.items():
            assert not reader.crashed, name
            assert reader.failure is not None, name
            assert reader.failure.layer in (Layer.RTSP, Layer.LOGIN, Layer.STREAM, Layer.FIRST_PACKET), name
            assert PASSWORD not in repr(reader.failure) + caplog.text, name
            assert len(server.logins()) <= 1, name
        failures = {name: reader.failure for name, (reader, _) in readers.items()}
    refused = failures["longse_unauthorized"]
    assert refused is not None
    assert (refused.layer, refused.fault) == (Layer.LOGIN, Fault.WRONG_PASSWORD)
    played = [name for name, (_, server) in readers.items() if server.said("PLAY")]
    assert {"hikvision whole", "dahua whole", "reolink whole"} <= set(played), "these are led to PLAY"
    if after_play:
        assert sum(reader.counts.packets > 0 for reader, _ in readers.values()) >= 10
