"""Messages on the wire: bounds and nonsense."""

from __future__ import annotations

import asyncio

import pytest

from safecity_console.simulator.tunnel import decode_groups
from safecity_console.simulator.wire import (
    MAX_HEAD,
    Request,
    TransportAsk,
    WireError,
    parse_head,
    parse_transport,
    read_request,
)


def _read_all(data: bytes) -> list[Request]:
    async def read() -> list[Request]:
        reader = asyncio.StreamReader(limit=MAX_HEAD)
        reader.feed_data(data)
        reader.feed_eof()
        found = []
        while (request := await read_request(reader)) is not None:
            found.append(request)
        return found

    return asyncio.run(read())


def test_requests_between_interleaved_packets() -> None:
    data = (
        b"$\x01\x00\x04abcd\r\nOPTIONS rtsp://h:1/cam01/sub RTSP/1.0\r\nCSeq: 1\r\n\r\n$\x01\x00\x00"
        b"GET_PARAMETER rtsp://h/cam01/sub/?x=1 RTSP/1.0\r\ncseq:2\r\nContent-Length: 3\r\n\r\nabc"
    )
    first, second = _read_all(data)
    assert (first.method, first.path, first.headers["cseq"]) == ("OPTIONS", "/cam01/sub", "1")
    assert (second.method, second.path, second.body) == ("GET_PARAMETER", "/cam01/sub", b"abc")


@pytest.mark.parametrize(
    "head",
    [
        b"\r\n\r\n", b"HELLO\r\n\r\n", b"options / RTSP/1.0\r\n\r\n", b"OPTIONS / SIP/2.0\r\n\r\n", b"A B C D\r\n\r\n",
        b"OPTIONS / RTSP/1.0\r\nContent-Length: -1\r\n\r\n", b"OPTIONS / RTSP/1.0\r\nContent-Length: 99999999\r\n\r\n",
        b"OPTIONS / RTSP/1.0\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
        b"OPTIONS / RTSP/1.0\r\nX: " + b"x" * MAX_HEAD + b"\r\n\r\n",
    ],
)  # fmt: skip
def test_nonsense_is_refused(head: bytes) -> None:
    with pytest.raises(WireError):
        parse_head(head)


def test_head_without_end_is_refused() -> None:
    with pytest.raises(WireError):
        _read_all(b"OPTIONS " + b"x" * (3 * MAX_HEAD))


@pytest.mark.parametrize(
    ("header", "ask"),
    [
        ("RTP/AVP/TCP;unicast;interleaved=2-3", TransportAsk(True, 2, 3)),
        ("RTP/AVP/TCP;unicast", TransportAsk(True, 0, 1)),
        ("RTP/AVP;unicast;client_port=5000-5001", TransportAsk(False, 5000, 5001)),
        ("RTP/AVP/UDP;unicast;client_port=5000", TransportAsk(False, 5000, 5001)),
        ("RTP/AVP;multicast,RTP/AVP/TCP;interleaved=0-1", TransportAsk(True, 0, 1)),
        ("RTP/AVP;unicast;client_port=22-23", None),
        ("RTP/AVP;unicast;client_port=99999-99999", None),
        ("RTP/AVP/TCP;interleaved=300-301", None),
        ("RTP/SAVP;unicast", None),
        ("", None),
    ],
)
def test_transport(header: str, ask: TransportAsk | None) -> None:
    assert parse_transport(header) == ask


def test_tunnel_text_is_padded_message_by_message() -> None:
    assert decode_groups(b"YQ==YmM=ZGVm") == b"abcdef"
    with pytest.raises(WireError):
        decode_groups(b"Y===")
