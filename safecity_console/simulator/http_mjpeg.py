"""HTTP MJPEG: a camera's JPEG pictures as multipart/x-mixed-replace.

Belongs here: the answer to one GET, the login, the parts.
Does not belong here: pacing (player.py), RTSP.
Invariants: 1. Pictures a client does not read are left out, never queued without bound. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio

from safecity_console.core.clock import Clock
from safecity_console.simulator.auth import Verdict
from safecity_console.simulator.camera import Camera
from safecity_console.simulator.clips import Codec
from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.link import Link
from safecity_console.simulator.rtp import UnitPackets
from safecity_console.simulator.sinks import Waiting
from safecity_console.simulator.wire import Request, response

BOUNDARY = "safecity-picture"


class PartSender:
    """Send pictures as parts of one endless answer."""

    def __init__(self, link: Link, clock: Clock) -> None:
        self._link = link
        self._clock = clock
        self._waiting = Waiting(link.transport)

    def send_unit(self, unit: UnitPackets, ticks: int, effects: Effects) -> None:
        """Send one picture unless the client lags or the loss fault takes it."""
        if self._waiting.congested(self._clock.monotonic_s()) or self._link.transport.is_closing():
            return
        if effects.faults and self._link.rng.random() < effects.amount(FaultKind.LOSS):
            return
        head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(unit.jpeg)}\r\n\r\n"
        self._link.transport.write(head.encode() + unit.jpeg + b"\r\n")

    def report(self, ticks: int) -> None:
        """Do nothing: HTTP carries no sender reports."""


async def serve_pictures(
    request: Request, reader: asyncio.StreamReader, link: Link, camera: Camera, clock: Clock
) -> None:
    """Answer one GET and stream until the client leaves."""
    if not link.may_answer():
        await _read_away(reader)
        return
    effects = link.effects()
    if not _logged_in(request, link, camera, clock, effects):
        return
    stream = None if effects.has(FaultKind.PATH_404) else camera.stream(request.path)
    if stream is None or stream.describe(asyncio.get_running_loop().time()).codec is not Codec.MJPEG:
        link.transport.write(response(404, [("Connection", "close")], protocol="HTTP/1.1"))
        return
    kind = f"multipart/x-mixed-replace; boundary={BOUNDARY}"
    headers = [("Content-Type", kind), ("Cache-Control", "no-store"), ("Connection", "close")]
    link.transport.write(response(200, headers, protocol="HTTP/1.1"))
    player = stream.player(PartSender(link, clock), camera.mode)
    player.start()
    try:
        await _read_away(reader)
    finally:
        player.stop()


def _logged_in(request: Request, link: Link, camera: Camera, clock: Clock, effects: Effects) -> bool:
    if camera.auth is None:
        return True
    now_s = clock.now().timestamp()
    verdict = camera.auth.judge(request.headers.get("authorization", ""), request.method, now_s)
    if verdict is Verdict.ACCEPTED and not effects.has(FaultKind.WRONG_PASSWORD):
        return True
    challenges = camera.auth.challenges(now_s, stale=verdict is Verdict.STALE)
    headers = [("WWW-Authenticate", text) for text in challenges]
    link.transport.write(
        response(401, [*headers, ("Content-Length", "0"), ("Connection", "close")], protocol="HTTP/1.1")
    )
    return False


async def _read_away(reader: asyncio.StreamReader) -> None:
    while await reader.read(4096):
        pass
