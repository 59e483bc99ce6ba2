"""The lower rungs by plain sockets: each one broken in turn, hostile answers, deadlines."""

from __future__ import annotations

import errno
import socket
import time
from datetime import UTC, datetime

import pytest

from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.video import ladder
from safecity_console.video.ladder import Address, LadderFailed
from tests.fakes.scripted import ScriptedServer, rtsp


def failure_of(call: object, *args: object) -> Failure:
    with pytest.raises(LadderFailed) as caught:
        call(*args)  # type: ignore[operator]
    return caught.value.failure


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("rtsp://cam.example/a", Address("rtsp", "cam.example", 554)),
        ("rtsps://cam.example/a", Address("rtsps", "cam.example", 322)),
        ("rtsp://[fe80::1]:8554/a", Address("rtsp", "fe80::1", 8554)),
        ("http://cam.example/a", Address("http", "cam.example", 80)),
        ("https://cam.example:8443/a", Address("https", "cam.example", 8443)),
        ("file:///tmp/a.mp4", None),
    ],
)
def test_where_a_url_leads(url: str, address: Address | None) -> None:
    assert ladder.address_of(url) == address


def test_names_resolve_or_do_not() -> None:
    assert "127.0.0.1" in ladder.resolve(Address("rtsp", "localhost", 554))
    assert ladder.resolve(Address("rtsp", "192.0.2.7", 554)) == ["192.0.2.7"]
    for host in ("camera.mirpur.invalid", "a" * 70 + ".invalid", "bad..name"):
        assert failure_of(ladder.resolve, Address("rtsp", host, 554), 3.0).fault is Fault.NO_SUCH_HOST


def test_a_resolver_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladder.socket, "getaddrinfo", lambda *a, **k: time.sleep(1.0) or [])
    began_s = time.monotonic()
    failure = failure_of(ladder.resolve, Address("rtsp", "slow.example", 554), 0.2)
    assert failure == Failure(Layer.NAME, Fault.NO_SUCH_HOST)
    assert time.monotonic() - began_s < 0.9


def test_port_refused_and_route_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    address = Address("rtsp", "127.0.0.1", port)
    assert failure_of(ladder.connect, address, ["127.0.0.1"]) == Failure(Layer.PORT, Fault.PORT_REFUSED, str(port))

    def unreachable(*_args: object, **_more: object) -> socket.socket:
        raise OSError(errno.EHOSTUNREACH, "No route to host")

    def silent(*_args: object, **_more: object) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(ladder.socket, "create_connection", unreachable)
    assert failure_of(ladder.connect, address, ["127.0.0.1"]) == Failure(Layer.ROUTE, Fault.NO_ROUTE)
    monkeypatch.setattr(ladder.socket, "create_connection", silent)
    assert failure_of(ladder.connect, address, ["127.0.0.1"]) == Failure(Layer.PORT, Fault.PORT_TIMEOUT, str(port))


def test_the_second_address_of_a_name_is_tried() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        ladder.connect(Address("rtsp", "two", port), ["127.0.0.9", "127.0.0.1"], 1.0).close()


def hello_of(answer: bytes | None, *, timeout_s: float = 0.5, drip_s: float = 0.0) -> ladder.RtspHello:
    with ScriptedServer(lambda *_: answer, drip_s) as server:
        address = Address("rtsp", "127.0.0.1", server.port)
        with ladder.connect(address, ["127.0.0.1"]) as sock:
            return ladder.say_options(sock, server.url(), timeout_s)


# The second form is Hikvision's.
@pytest.mark.parametrize("date", ["Wed, 05 May 2021 21:51:17 GMT", "Wed, May 05 2021 21:51:17 GMT"])
def test_a_hello_with_the_cameras_clock(date: str) -> None:
    hello = hello_of(rtsp(Date=date, Public="OPTIONS"))
    assert hello == ladder.RtspHello(200, datetime(2021, 5, 5, 21, 51, 17, tzinfo=UTC))


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (None, Fault.NO_ANSWER),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", Fault.BAD_ANSWER),
        (b"\x00\x01\x02garbage garbage\r\n\r\n", Fault.BAD_ANSWER),
        (b"RTSP/1.0 banana\r\n\r\n", Fault.BAD_ANSWER),
        (b"SSH-2.0-dropbear\r\n", Fault.BAD_ANSWER),
    ],
)
def test_what_is_no_rtsp(answer: bytes | None, fault: Fault) -> None:
    assert failure_of(hello_of, answer) == Failure(Layer.RTSP, fault)


def test_an_endless_head_is_read_to_its_limit_only() -> None:
    assert hello_of(b"RTSP/1.0 200 OK\r\n" + b"X: " + b"y" * 1_000_000, timeout_s=2.0).status == 200


def test_a_camera_that_drips_its_answer_has_one_deadline() -> None:
    began_s = time.monotonic()
    with pytest.raises(LadderFailed):
        hello_of(b"RTSP/1.0 200 OK\r\n" + b"X-Padding: " + b"y" * 400, drip_s=0.05)
    assert time.monotonic() - began_s < 3.0


def test_a_door_closed_in_our_face() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with ladder.connect(Address("rtsp", "127.0.0.1", port), ["127.0.0.1"]) as sock:
            listener.accept()[0].close()
            assert failure_of(ladder.say_options, sock, "rtsp://x/").fault is Fault.CLOSED


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Wed, 99 May 2021 21:51:17 GMT", "Mon, 32 Jan 99999 25:61:61 +9999",
     "\xff\xfe", "1", "Thu, 01 Jan 1970 00:00:00"],
)  # fmt: skip
def test_a_clock_that_cannot_be_read_is_not_told(date: str) -> None:
    hello = ladder.parse_hello(b"RTSP/1.0 200 OK\r\nDate: " + date.encode("latin-1") + b"\r\n\r\n")
    assert hello == ladder.RtspHello(200, None)


def test_asking_why_finds_the_rung() -> None:
    assert ladder.ask_why("file:///tmp/a.mp4") is None
    assert ladder.ask_why("rtsp://camera.invalid/a").layer is Layer.NAME  # type: ignore[union-attr]
    with ScriptedServer(lambda *_: None) as server:
        why = ladder.ask_why(server.url(), 0.3)
    assert why == Failure(Layer.RTSP, Fault.NO_ANSWER)
    with ScriptedServer(lambda *_: rtsp()) as server:
        assert ladder.ask_why(server.url(), 1.0) is None
        assert server.logins() == []
        assert ladder.ask_why(server.url(scheme="rtsps"), 1.0) == Failure(Layer.RTSP, Fault.TLS)
