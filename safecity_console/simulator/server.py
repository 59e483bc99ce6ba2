"""Server: the sockets cameras listen on, and who answers on them.

Belongs here: listening and ceasing to, the first request's protocol (RTSP, tunnel, HTTP), limits on clients.
Does not belong here: conversations (session.py, http_mjpeg.py), threads (district.py).
Invariants: 1. A port once taken stays ours while the district runs: a camera that refuses holds it without
listening. 2. At most MAX_CLIENTS connections a port. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import Mapping, Sequence

from safecity_console.core.clock import Clock
from safecity_console.simulator.camera import Camera
from safecity_console.simulator.http_mjpeg import serve_pictures
from safecity_console.simulator.link import CloseConnection, Link
from safecity_console.simulator.session import IDLE_S, RtspSession
from safecity_console.simulator.sinks import SEND_BUFFER_BYTES
from safecity_console.simulator.tunnel import TunnelDesk, is_tunnel
from safecity_console.simulator.wire import MAX_HEAD, Request, WireError, read_request, response

MAX_CLIENTS = 512
BACKLOG = 256


class CameraPort:
    """Serve one or more cameras on one TCP port."""

    def __init__(
        self,
        cameras: Mapping[str, Camera],
        clock: Clock,
        *,
        host: str,
        port: int,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Take the port (0: any free one) without listening; `cameras` by first path segment."""
        self._cameras = dict(cameras)
        self._clock = clock
        self._tls = tls
        self._host = host
        self._socket = bound_socket(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._server: asyncio.Server | None = None
        self._desk = TunnelDesk()
        self._clients: set[asyncio.Task[None]] = set()

    @property
    def cameras(self) -> Sequence[Camera]:
        """Return the cameras of this port."""
        return tuple(self._cameras.values())

    @property
    def listening(self) -> bool:
        """Tell whether clients can connect."""
        return self._server is not None

    async def listen(self) -> None:
        """Accept clients from now on."""
        if self._server is None:
            self._server = await asyncio.start_server(
                self._on_client, sock=self._socket, limit=MAX_HEAD, ssl=self._tls, backlog=BACKLOG
            )

    def refuse(self) -> None:
        """Refuse new clients, keeping the port."""
        if self._server is not None:
            self._server.close()
            self._server = None
            self._socket = bound_socket(self._host, self.port)

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

    def find(self, path: str) -> Camera | None:
        """Return the camera of a path; on a camera's own port a foreign path finds it too."""
        found = self._cameras.get(path.strip("/").partition("/")[0])
        return found if found is not None or len(self._cameras) > 1 else self.cameras[0]

    async def _on_client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if len(self._clients) >= MAX_CLIENTS or task is None:
            writer.transport.abort()
            return
        self._clients.add(task)
        link = Link(writer.transport)
        try:
            self._tune(writer)
            if len(self._cameras) == 1:
                link.attach(self.cameras[0])
                link.greet()
            await self._serve(reader, link)
        except (OSError, TimeoutError, WireError, CloseConnection, EOFError):
            pass  # the client's affair: it left, lingered or does not speak the protocol
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            link.close()
            self._clients.discard(task)

    def _tune(self, writer: asyncio.StreamWriter) -> None:
        found = writer.get_extra_info("socket")
        if found is not None:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)

    async def _serve(self, reader: asyncio.StreamReader, link: Link) -> None:
        request = await asyncio.wait_for(read_request(reader), IDLE_S)
        if request is None:
            return
        if not request.version.startswith("HTTP"):
            await RtspSession(reader, link, self.find, self._clock).run(request)
        elif is_tunnel(request) and request.method == "GET":
            await self._serve_tunnel(request, reader, link)
        elif is_tunnel(request) and request.method == "POST":
            await self._desk.serve_post(request, reader)
        else:
            await self._serve_http(request, reader, link)

    async def _serve_http(self, request: Request, reader: asyncio.StreamReader, link: Link) -> None:
        camera = self.find(request.path)
        if camera is None or request.method != "GET":
            status = 404 if request.method == "GET" else 405
            link.transport.write(response(status, [("Connection", "close")], protocol="HTTP/1.1"))
            return
        link.attach(camera)
        await serve_pictures(request, reader, link, camera, self._clock)

    async def _serve_tunnel(self, get: Request, reader: asyncio.StreamReader, link: Link) -> None:
        if not link.may_answer():
            while await reader.read(4096):
                pass
            return
        requests = self._desk.open_get(get, link.transport)
        watch = asyncio.ensure_future(self._close_with(reader, get))
        try:
            first = await asyncio.wait_for(read_request(requests), IDLE_S)
            if first is not None:
                await RtspSession(requests, link, self.find, self._clock).run(first)
        finally:
            watch.cancel()
            self._desk.close_get(get)

    async def _close_with(self, reader: asyncio.StreamReader, get: Request) -> None:
        """End the tunnel when the client closes its GET."""
        try:
            while await reader.read(4096):
                pass
        except OSError:
            pass  # a reset closes it as well
        self._desk.close_get(get)


def bound_socket(host: str, port: int) -> socket.socket:
    """Return a TCP socket that holds the port without listening: connecting is refused."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere the option lets another program take the port as well
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setblocking(False)
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made
