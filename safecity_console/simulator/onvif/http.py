"""HTTP/1.1 of a device: one port, connections kept, whole requests in, answers out.

Belongs here: listening and ceasing to, reading bounded requests, writing, what quirks do to bytes on the wire.
Does not belong here: SOAP (soap.py), what is answered (face.py, replay.py).
Invariants: 1. Head and body are bounded. 2. A port once taken stays ours while the device is off: it then holds
it without listening. 3. After `close` no task is left. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import formatdate
from urllib.parse import urlsplit

from safecity_console.simulator.server import bound_socket
from safecity_console.simulator.wire import MAX_HEAD, Request, WireError, parse_head, response

MAX_BODY = 1_000_000
IDLE_S = 60.0
NOTIFY_S = 3.0
MAX_CLIENTS = 64
PIECE_BYTES = 65_536



@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back; `date_s` is what the device takes for the time."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/soap+xml; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    date_s: float | None = None
    close: bool = False  # without a word: the client believes that the connection is kept
    filler_bytes: int = 0  # blanks after the body
    drip_s: float = 0.0  # between two bytes
    abort: bool = False  # no answer at all


Handler = Callable[[Request], Awaitable[Answer]]


class DevicePort:
    """Serve one device on one TCP port."""

    def __init__(self, handler: Handler, *, host: str, port: int, tls: ssl.SSLContext | None = None) -> None:
        """Take the port (0: any free one) without listening."""
        self._handler = handler
        self._host = host
        self._tls = tls
        self._socket = bound_socket(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()
        self.accepted = 0  # connections so far

    async def listen(self) -> None:
        """Accept clients from now on."""
        if self._server is None:
            self._server = await asyncio.start_server(self._on_client, sock=self._socket, limit=MAX_HEAD, ssl=self._tls)

    def refuse(self) -> None:
        """Refuse new clients and cut the others off, keeping the port."""
        if self._server is not None:
            self._server.close()
            self._server = None
            self._socket = bound_socket(self._host, self.port)
        for task in tuple(self._clients):
            task.cancel()

    async def show_other_certificate(self, tls: ssl.SSLContext) -> None:
        """Go on with another certificate."""
        self.refuse()
        self._tls = tls
        await self.listen()

    async def close(self) -> None:
        """Close the port and every connection; wait for their ends."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._socket.close()
        tasks = tuple(self._clients)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _on_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None or len(self._clients) >= MAX_CLIENTS:
            writer.transport.abort()
            return
        self.accepted += 1
        self._clients.add(task)
        try:
            await self._serve(reader, writer)
        except (OSError, TimeoutError, WireError, EOFError, asyncio.LimitOverrunError):
            pass  # the client's affair
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            self._clients.discard(task)
            if not writer.transport.is_closing():
                writer.transport.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            request = await asyncio.wait_for(read_whole(reader), IDLE_S)
            if request is None:
                return
            answer = await self._handler(request)
            if answer.abort:
                writer.transport.abort()
                return
            await write_answer(writer, answer)
            if answer.close or request.headers.get("connection", "").lower() == "close":
                return


async def read_whole(reader: asyncio.StreamReader) -> Request | None:
    """Read the next request with its body; None at the end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    request = parse_head(head)
    if not request.version.startswith("HTTP"):
        raise WireError("not HTTP")
    if request.headers.get("transfer-encoding", "").lower() == "chunked":
        body = await _read_chunks(reader)
    else:
        size = int(request.headers.get("content-length", "0") or 0)
        if size > MAX_BODY:
            raise WireError("body too long")
        body = await reader.readexactly(size)
    return Request(request.method, request.url, request.version, request.headers, body)


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    body = bytearray()
    while True:
        try:
            size = int((await reader.readuntil(b"\r\n")).partition(b";")[0].strip(), 16)
        except ValueError as error:
            raise WireError("impossible chunk") from error
        if not 0 <= size <= MAX_BODY - len(body):
            raise WireError("body too long")
        body += (await reader.readexactly(size + 2))[:size]
        if size == 0:
            return bytes(body)


async def send_notification(url: str, text: str) -> None:
    """Post a notification once; a consumer that is not there misses it."""
    parts = urlsplit(url)
    content = text.encode()
    head = (f"POST {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/soap+xml\r\n"
            f"Content-Length: {len(content)}\r\nConnection: close\r\n\r\n")
    try:
        async with asyncio.timeout(NOTIFY_S):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
            try:
                writer.write(head.encode() + content)
                await writer.drain()
                await reader.read(1024)
            finally:
                writer.close()
    except (OSError, ValueError):
        return  # TimeoutError is one of them


async def write_answer(writer: asyncio.StreamWriter, answer: Answer) -> None:
    """Write one answer, as slowly or as long as it wants to be."""
    length = len(answer.body) + answer.filler_bytes
    headers = [("Server", "SafeCity simulator"), ("Content-Length", str(length))]
    if answer.body:
        headers.append(("Content-Type", answer.kind))
    if answer.date_s is not None:
        headers.append(("Date", formatdate(answer.date_s, usegmt=True)))
    headers += answer.headers
    whole = response(answer.status, headers, protocol="HTTP/1.1") + answer.body
    if answer.drip_s:
        for at in range(len(whole)):
            writer.write(whole[at : at + 1])
            await writer.drain()
            await asyncio.sleep(answer.drip_s)
        return
    writer.write(whole)
    await writer.drain()
    left = answer.filler_bytes
    while left > 0:
        writer.write(b" " * min(left, PIECE_BYTES))
        left -= PIECE_BYTES
        await writer.drain()
