"""RTSP and HTTP messages on the wire, as a server reads and writes them.

Belongs here: requests out of a stream of bytes, responses into bytes, Transport headers.
Does not belong here: what a request means (session.py).
Invariants: 1. What comes in is bounded: MAX_HEAD bytes of head, MAX_BODY of body; more is a WireError.
2. Interleaved packets from the client are skipped. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field

MAX_HEAD = 16_384
MAX_BODY = 65_536
REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    451: "Parameter Not Understood",
    454: "Session Not Found",
    455: "Method Not Valid in This State",
    461: "Unsupported Transport",
    500: "Internal Server Error",
    501: "Not Implemented",
    503: "Service Unavailable",
    505: "RTSP Version Not Supported",
}
_PAIR = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")


class WireError(ValueError):
    """Say that the client does not speak the protocol."""


@dataclass(frozen=True, slots=True)
class Request:
    """Hold one request; header names are in lower case."""

    method: str
    url: str
    version: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        """Return the URL's path without query, without a trailing slash."""
        rest = self.url.partition("://")[2]
        path = "/" + rest.partition("/")[2] if rest else self.url
        return path.partition("?")[0].rstrip("/") or "/"


@dataclass(frozen=True, slots=True)
class TransportAsk:
    """Hold what a SETUP asks for: interleaved channels or the client's UDP ports."""

    interleaved: bool
    first: int
    second: int


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """Read the next request; None at the end of the stream. Raise WireError on nonsense."""
    while True:
        try:
            first = await reader.readexactly(1)
            if first == b"$":
                prefix = await reader.readexactly(3)
                await reader.readexactly(int.from_bytes(prefix[1:], "big"))
                continue
            if first in b"\r\n":
                continue
            head = first + await reader.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return None
        except asyncio.LimitOverrunError as error:
            raise WireError("head too long") from error
        if head.startswith(b"RTSP/"):
            continue  # an answer: a client takes a damaged packet for a request of ours; cameras do not mind
        request = parse_head(head)
        size = int(request.headers.get("content-length", "0") or 0)
        if not size or request.version.startswith("HTTP"):
            return request
        try:
            body = await reader.readexactly(size)
        except asyncio.IncompleteReadError:
            return None
        return Request(request.method, request.url, request.version, request.headers, body)


def parse_head(head: bytes) -> Request:
    """Parse a request line and its headers; raise WireError on nonsense."""
    if len(head) > MAX_HEAD:
        raise WireError("head too long")
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split()
    if len(words) != 3 or not re.fullmatch(r"[A-Z_]{1,20}", words[0]):
        raise WireError("not a request line")
    if not re.fullmatch(r"(?:RTSP|HTTP)/\d\.\d", words[2]):
        raise WireError("not RTSP or HTTP")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    length = headers.get("content-length", "0") or "0"
    # An HTTP body is the POST half of a tunnel: its length means nothing and it is read bit by bit.
    limit = MAX_BODY if words[2].startswith("RTSP") else 10**9 - 1
    if not re.fullmatch(r"[0-9]{1,9}", length) or int(length) > limit:
        raise WireError("impossible body length")
    return Request(words[0], words[1], words[2], headers)


def response(status: int, headers: list[tuple[str, str]], body: bytes = b"", protocol: str = "RTSP/1.0") -> bytes:
    """Return a response as bytes."""
    lines = [f"{protocol} {status} {REASONS.get(status, 'Error')}"]
    lines += [f"{name}: {value}" for name, value in headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def parse_transport(header: str) -> TransportAsk | None:
    """Return the first transport of a Transport header that can be served, else None."""
    for offer in header.split(","):
        parts = [part.strip().lower() for part in offer.split(";")]
        if "multicast" in parts:
            continue
        options = dict(part.partition("=")[::2] for part in parts[1:])
        if parts[0] == "rtp/avp/tcp":
            pair = _pair(options.get("interleaved", "0-1"), 0, 255)
            if pair is not None:
                return TransportAsk(True, *pair)
        elif parts[0] in ("rtp/avp", "rtp/avp/udp"):
            pair = _pair(options.get("client_port", ""), 1024, 65_535)
            if pair is not None:
                return TransportAsk(False, *pair)
    return None


def _pair(text: str, low: int, high: int) -> tuple[int, int] | None:
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    first = int(match[1])
    second = int(match[2]) if match[2] else first + 1
    return (first, second) if low <= first <= high and low <= second <= high else None
