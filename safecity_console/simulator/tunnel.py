"""Tunnel: RTSP inside two HTTP connections (Apple's scheme, as ffmpeg's rtsp_transport=http speaks it).

Belongs here: pairing GET and POST by their cookie, taking base64 apart.
Does not belong here: RTSP itself (session.py).
Invariants: 1. At most MAX_WAITING GETs wait for their POST. 2. What is decoded and not yet read stays under
MAX_HEAD + MAX_BODY bytes: POST is not read further before. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import re

from safecity_console.simulator.wire import MAX_BODY, MAX_HEAD, Request, WireError, response

MAX_WAITING = 256
CONTENT_TYPE = "application/x-rtsp-tunnelled"
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]")


def is_tunnel(request: Request) -> bool:
    """Tell whether an HTTP request opens one half of a tunnel."""
    kinds = request.headers.get("accept", "") + request.headers.get("content-type", "")
    return "x-sessioncookie" in request.headers and CONTENT_TYPE in kinds


class TunnelDesk:
    """Pair the two halves of tunnels."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.StreamReader] = {}

    def open_get(self, request: Request, transport: asyncio.WriteTransport) -> asyncio.StreamReader:
        """Answer a GET; return the reader its POST will feed. Raise WireError when too many wait."""
        if len(self._waiting) >= MAX_WAITING:
            raise WireError("too many tunnels")
        reader = asyncio.StreamReader(limit=MAX_HEAD)
        self._waiting[request.headers["x-sessioncookie"]] = reader
        headers = [("Content-Type", CONTENT_TYPE), ("Cache-Control", "no-store"), ("Connection", "close")]
        transport.write(response(200, headers, protocol="HTTP/1.0"))
        return reader

    def close_get(self, request: Request) -> None:
        """Forget a tunnel."""
        reader = self._waiting.pop(request.headers["x-sessioncookie"], None)
        if reader is not None:
            reader.feed_eof()

    async def serve_post(self, request: Request, reader: asyncio.StreamReader) -> None:
        """Feed a POST's decoded bytes to its GET; raise WireError for an unknown cookie."""
        target = self._waiting.get(request.headers["x-sessioncookie"])
        if target is None:
            raise WireError("no such tunnel")
        rest = b""
        budget = Budget()
        while chunk := await reader.read(4096):
            rest += _NOT_BASE64.sub(b"", chunk)
            whole = len(rest) // 4 * 4
            data, rest = decode_groups(rest[:whole]), rest[whole:]
            if target.at_eof():
                return
            target.feed_data(data)
            await budget.spend(len(data))


class Budget:
    """Slow a POST down: a client that floods is read at no more than RATE bytes a second."""

    RATE = 2 * (MAX_HEAD + MAX_BODY)

    def __init__(self) -> None:
        self._spent = 0

    async def spend(self, size: int) -> None:
        """Wait a second after each RATE bytes; the session reads on meanwhile."""
        self._spent += size
        if self._spent >= self.RATE:
            self._spent = 0
            await asyncio.sleep(1.0)


def decode_groups(text: bytes) -> bytes:
    """Decode base64 in which each message was padded by itself; raise WireError on nonsense."""
    try:
        return b"".join(base64.b64decode(text[at : at + 4]) for at in range(0, len(text), 4))
    except binascii.Error as error:
        raise WireError("not base64") from error
