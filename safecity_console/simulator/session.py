"""Session: one RTSP conversation (RFC 2326) with one client, whatever carries it.

Belongs here: OPTIONS DESCRIBE SETUP PLAY PAUSE GET_PARAMETER SET_PARAMETER TEARDOWN, logins, the faults of an answer.
Does not belong here: listening, tunnels (server.py, tunnel.py), pacing (player.py).
Invariants: 1. A client that does not speak RTSP is closed, never crashed on. 2. Closing frees player and ports.
3. One session has at most one picture and one sound track. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from safecity_console.core.clock import Clock
from safecity_console.simulator.auth import Verdict
from safecity_console.simulator.camera import Camera, Stream
from safecity_console.simulator.faults import Effects, FaultKind
from safecity_console.simulator.link import CloseConnection, Link
from safecity_console.simulator.player import Player
from safecity_console.simulator.sdp import CONTROL, GARBAGE_SDP, SOUND_CONTROL, describe_clip
from safecity_console.simulator.sender import RtpSender
from safecity_console.simulator.sinks import InterleavedSink, Sink, UdpSink, open_udp
from safecity_console.simulator.sound_player import SoundPlayer
from safecity_console.simulator.wire import Request, TransportAsk, parse_transport, read_request, response

IDLE_S = 60.0
SESSION_TIMEOUT_S = 60
MAX_REFUSALS = 20
_METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, GET_PARAMETER, SET_PARAMETER, TEARDOWN"
Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Track:
    """One track a client has set up."""

    sink: Sink
    sender: RtpSender
    player: Player


class RtspSession:
    """Hold one conversation."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        link: Link,
        find_camera: Callable[[str], Camera | None],
        clock: Clock,
    ) -> None:
        self._reader = reader
        self._link = link
        self._find_camera = find_camera
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._id = ""
        self._tracks: dict[str, _Track] = {}
        self._refusals = 0

    async def run(self, first: Request) -> None:
        """Answer requests until the client leaves."""
        request: Request | None = first
        try:
            while request is not None:
                await self._answer(request)
                # A client that plays need not ask anything more; one that does not must get on.
                limit_s = None if self._tracks else IDLE_S
                request = await asyncio.wait_for(read_request(self._reader), limit_s)
        finally:
            self._stop_playing()

    def _stop_playing(self) -> None:
        for track in self._tracks.values():
            track.player.stop()
            if isinstance(track.sink, UdpSink):
                track.sink.close()
        self._tracks.clear()

    async def _answer(self, request: Request) -> None:
        camera = self._find_camera(request.path)
        if camera is not None:
            self._link.attach(camera)
        if self._link.may_answer():
            await self._dispatch(request, camera, self._link.effects())

    async def _dispatch(self, request: Request, camera: Camera | None, effects: Effects) -> None:
        if not request.version.startswith("RTSP/1."):
            return self._reply(request, 505)
        if "cseq" not in request.headers:
            return self._reply(request, 400)
        if request.method == "OPTIONS":
            return self._reply(request, 200, [("Public", _METHODS)])
        if camera is None:
            return self._reply(request, 404)
        if not self._logged_in(request, camera, effects):
            return None
        if effects.has(FaultKind.PATH_404) or camera.stream(request.path) is None:
            return self._reply(request, 404)
        if request.method == "DESCRIBE":
            return self._describe(request, camera, effects)
        if request.method == "SETUP":
            return await self._setup(request, camera)
        return self._in_session(request)

    def _logged_in(self, request: Request, camera: Camera, effects: Effects) -> bool:
        if camera.auth is None and not effects.has(FaultKind.WRONG_PASSWORD):
            return True
        if camera.auth is None:
            self._reply(request, 401, [("WWW-Authenticate", 'Digest realm="IP Camera", nonce="0"')])
            return False
        now_s = self._clock.now().timestamp()
        given = request.headers.get("authorization", "")
        verdict = camera.auth.judge(given, request.method, now_s) if given else Verdict.REFUSED
        if effects.has(FaultKind.WRONG_PASSWORD):
            verdict = Verdict.REFUSED
        if verdict is Verdict.ACCEPTED:
            return True
        self._refusals += 1
        if self._refusals > MAX_REFUSALS:
            raise CloseConnection
        stale = verdict is Verdict.STALE
        headers = [("WWW-Authenticate", text) for text in camera.auth.challenges(now_s, stale=stale)]
        self._reply(request, 401, headers)
        return False

    def _describe(self, request: Request, camera: Camera, effects: Effects) -> None:
        headers = [("Content-Type", "application/sdp"), ("Content-Base", request.url.rstrip("/") + "/")]
        if effects.has(FaultKind.GARBAGE_SDP):
            return self._reply(request, 200, headers, GARBAGE_SDP)
        stream = self._stream(camera, request)
        text = describe_clip(stream.describe(self._loop.time()), f"Camera {camera.number:02d}",
                             zero_fps=effects.has(FaultKind.ZERO_FPS), sound=stream.sound)
        return self._reply(request, 200, headers, text)

    def _stream(self, camera: Camera, request: Request) -> Stream:
        stream = camera.stream(request.path)
        if stream is None:
            raise CloseConnection
        return stream

    async def _setup(self, request: Request, camera: Camera) -> None:
        ask = parse_transport(request.headers.get("transport", ""))
        if ask is None:
            return self._reply(request, 461)
        control = SOUND_CONTROL if request.path.endswith("/" + SOUND_CONTROL) else CONTROL
        stream = self._stream(camera, request)
        if control in self._tracks:
            return self._reply(request, 455)
        if control == SOUND_CONTROL and stream.sound is None:
            return self._reply(request, 404)
        try:
            sink = await self._open_sink(ask)
        except OSError:
            return self._reply(request, 503)
        self._id = self._id or secrets.token_hex(8)
        sender = RtpSender(sink, self._clock, self._link.rng, channel=ask.first if ask.interleaved else 0)
        player: Player
        if control == SOUND_CONTROL and stream.sound is not None:
            player = SoundPlayer(stream.sound, sender, camera.faults.at)
        else:
            player = stream.player(sender, camera.mode)
        self._tracks[control] = _Track(sink, sender, player)
        return self._reply(request, 200, [("Transport", _transport_text(ask, sink, sender))])

    async def _open_sink(self, ask: TransportAsk) -> Sink:
        if ask.interleaved:
            return InterleavedSink(self._link.transport, ask.second)
        peer = self._link.transport.get_extra_info("peername")
        local = self._link.transport.get_extra_info("sockname")
        if not peer or not local:
            raise CloseConnection  # it left in between
        return await open_udp(local[0], (peer[0], ask.first, ask.second))

    def _in_session(self, request: Request) -> None:
        wanted = request.headers.get("session", "").partition(";")[0]
        if request.method in ("GET_PARAMETER", "SET_PARAMETER") and (not wanted or wanted == self._id):
            return self._reply(request, 200)
        if request.method not in ("PLAY", "PAUSE", "TEARDOWN"):
            return self._reply(request, 501)
        if wanted != self._id or not self._id:
            return self._reply(request, 454)
        if not self._tracks:
            return self._reply(request, 455)
        if request.method == "PLAY":
            return self._play(request)
        if request.method == "PAUSE":
            for track in self._tracks.values():
                track.player.stop()
            return self._reply(request, 200)
        for track in self._tracks.values():
            track.sender.say_goodbye()
        self._reply(request, 200)
        self._stop_playing()
        raise CloseConnection

    def _play(self, request: Request) -> None:
        whole = request.url.rstrip("/").removesuffix("/" + CONTROL).removesuffix("/" + SOUND_CONTROL)
        info = ",".join(
            f"url={whole}/{control};seq={track.sender.sequence};rtptime={track.sender.first_timestamp}"
            for control, track in self._tracks.items()
        )
        self._reply(request, 200, [("Range", "npt=now-"), ("RTP-Info", info)])
        for track in self._tracks.values():
            track.player.start()

    def _reply(self, request: Request, status: int, headers: Headers | None = None, text: str = "") -> None:
        sequence = request.headers.get("cseq", "0")
        lines: Headers = [("CSeq", sequence if sequence.isdigit() else "0"), ("Server", "SafeCity simulator")]
        if self._id:
            lines.append(("Session", f"{self._id};timeout={SESSION_TIMEOUT_S}"))
        self._link.transport.write(response(status, lines + (headers or []), text.encode()))


def _transport_text(ask: TransportAsk, sink: Sink, sender: RtpSender) -> str:
    ssrc = f"ssrc={sender.ssrc:08X}"
    if not isinstance(sink, UdpSink):
        return f"RTP/AVP/TCP;unicast;interleaved={ask.first}-{ask.second};{ssrc}"
    first, second = sink.ports
    ports = f"client_port={ask.first}-{ask.second};server_port={first}-{second}"
    return f"RTP/AVP;unicast;{ports};{ssrc}"
