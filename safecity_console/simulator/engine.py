"""Engine: the running district inside its event loop.

Belongs here: building cameras, streams and ports from descriptions; opening and closing ports as faults come and go.
Does not belong here: threads (district.py), conversations (session.py).
Invariants: 1. A port listens exactly while one of its cameras is alive. 2. Changes of a plan take hold within a turn of
the loop. Thread: the server's loop; construct it there.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from safecity_console.core.clock import Clock
from safecity_console.simulator.auth import Authenticator
from safecity_console.simulator.camera import Camera, LiveFaults, LoopingStream, Stream
from safecity_console.simulator.clock_overlay import ClockStream
from safecity_console.simulator.faults import FaultKind, FaultPlan, parse_plan
from safecity_console.simulator.feed import ClipFeed, variant_for
from safecity_console.simulator.model import Role, SimulatedCamera, StreamSpec
from safecity_console.simulator.onvif.faces import Faces
from safecity_console.simulator.onvif.footage import Footage
from safecity_console.simulator.onvif.head import Head
from safecity_console.simulator.onvif.moving import MovingStream
from safecity_console.simulator.server import CameraPort
from safecity_console.simulator.sound import sound_track
from safecity_console.simulator.variants import Shelf, Variant

LONGEST_SLEEP_S = 3600.0


@dataclass(frozen=True, slots=True)
class Ports:
    """The ports of a running district by camera number; `discovery` 0: nobody answers probes."""

    rtsp: Mapping[int, int] = field(default_factory=dict)
    onvif: Mapping[int, int] = field(default_factory=dict)
    discovery: int = 0


class Engine:
    """Run the cameras of a district."""

    def __init__(
        self,
        cameras: Sequence[SimulatedCamera],
        shelf: Shelf,
        clock: Clock,
        *,
        host: str,
        port: int,
        tls: ssl.SSLContext | None,
        discovery_port: int | None = None,
    ) -> None:
        self._specs = tuple(cameras)
        self._shelf = shelf
        self._clock = clock
        self._host = host
        self._first_port = port
        self._tls = tls
        self._loop = asyncio.get_running_loop()
        self._start_s = self._loop.time()
        self._changed = asyncio.Event()
        self._live_streams: list[ClockStream | MovingStream] = []
        self._heads = {spec.number: Head(self._loop.time) for spec in self._specs if spec.onvif and spec.ptz}
        self._footage = {spec.number: Footage(spec.main.clip, self._start_s) for spec in self._specs if spec.onvif}
        self.faces = Faces(host, port, discovery_port)
        self._cameras = {spec.number: self._camera(spec) for spec in self._specs}
        self._ports: list[CameraPort] = []
        self._ports_of: dict[int, CameraPort] = {}

    async def run(self, ready: Callable[[Ports], None]) -> None:
        """Serve until cancelled; `ready` is told the ports of every camera once all listen."""
        try:
            self._take_ports()
            self._add_faces()
            await self.faces.open()
            await self._apply()
            ready(self._all_ports())
            while True:
                await self._sleep_until_change()
                await self._apply()
        finally:
            await self.faces.close()
            for port in self._ports:
                await port.close()
            for stream in self._live_streams:
                stream.close()

    def set_plan(self, number: int, plan: FaultPlan) -> None:
        """Give one camera another plan from now."""
        spec = next(spec for spec in self._specs if spec.number == number)
        for stream in (spec.main, spec.sub):
            if not stream.clock:
                self._have_copies_made(stream, plan)
        camera = self._cameras[number]
        camera.faults.set_plan(plan, self._loop.time())
        camera.obey_changes()
        self._changed.set()

    def set_stopped(self, numbers: Sequence[int], stopped: bool) -> None:
        """Take cameras off the net, or put them back."""
        for number in numbers:
            self._cameras[number].stopped = stopped
        self._changed.set()

    def clients(self) -> dict[int, int]:
        """Return the number of open connections by camera."""
        return {number: camera.clients for number, camera in self._cameras.items()}

    def _camera(self, spec: SimulatedCamera) -> Camera:
        plan = parse_plan(spec.fault)
        faults = LiveFaults(plan, self._start_s)
        streams = {
            f"/{spec.key}/{role}": self._stream(stream, plan, faults, spec.number)
            for role, stream in ((Role.MAIN, spec.main), (Role.SUB, spec.sub))
        }
        if spec.mjpeg:
            streams[f"/{spec.key}/{Role.MJPEG}"] = self._pictures(spec.sub, faults)
        auth = None
        if spec.user:
            realm, password = f"IP Camera {spec.number:02d}", spec.password.reveal()
            auth = Authenticator(realm, spec.user, password, allow_basic=spec.allow_basic)
        return Camera(spec.number, streams, faults, auth, spec.start_mode)

    def _stream(self, spec: StreamSpec, plan: FaultPlan, faults: LiveFaults, number: int) -> Stream:
        sound = sound_track(spec.sound) if spec.sound is not None else None
        if spec.clock:
            live = ClockStream(spec.clip, self._clock, faults.at)
            live.sound = sound
            self._live_streams.append(live)
            return live
        self._prepare(spec, plan)
        feed = ClipFeed(spec.clip, self._shelf, faults.at, self._start_s)
        if number not in self._heads:
            return LoopingStream(feed, sound)
        moving = MovingStream(feed, self._heads[number], self._footage[number], faults.at, sound)
        self._live_streams.append(moving)
        return moving

    def _pictures(self, spec: StreamSpec, faults: LiveFaults) -> Stream:
        self._shelf.load(spec.clip, Variant.MJPEG)
        return LoopingStream(ClipFeed(spec.clip, self._shelf, faults.at, self._start_s, healthy=Variant.MJPEG))

    def _prepare(self, spec: StreamSpec, plan: FaultPlan) -> None:
        """Load the clip and, where a fault acts from the start, its altered copy; have the later ones made."""
        self._shelf.load(spec.clip)
        first = plan.effects(0.0)
        if variant_for(first) is not Variant.HEALTHY:
            self._shelf.load(spec.clip, variant_for(first), first.amount(FaultKind.GOP))
        self._have_copies_made(spec, plan)

    def _have_copies_made(self, spec: StreamSpec, plan: FaultPlan) -> None:
        """Have the altered copies that a plan needs made in the background."""
        for fault in plan.faults:
            effects = plan.effects(fault.begin_s)
            if variant_for(effects) is not Variant.HEALTHY:
                self._shelf.ready(spec.clip, variant_for(effects), effects.amount(FaultKind.GOP))

    def _all_ports(self) -> Ports:
        rtsp = {number: port.port for number, port in self._ports_of.items()}
        return Ports(rtsp, self.faces.ports(), self.faces.discovery.port if self.faces.discovery else 0)

    def _add_faces(self) -> None:
        for spec in self._specs:
            if spec.onvif:
                camera = self._cameras[spec.number]
                clips = {role: camera.clip(f"/{spec.key}/{role}", self._start_s) for role in (Role.MAIN, Role.SUB)}
                self.faces.add(spec, camera, self._heads.get(spec.number), self._footage[spec.number], clips,
                               self._url_of(spec), self._clock, self._changed.set)

    def _url_of(self, spec: SimulatedCamera) -> Callable[[Role], str]:
        scheme = "rtsps" if self._tls is not None else "rtsp"
        host = f"[{self._host}]" if ":" in self._host else self._host
        return lambda role: f"{scheme}://{host}:{self._ports_of[spec.number].port}/{spec.key}/{role}"

    def _take_ports(self) -> None:
        shared = {spec.key: self._cameras[spec.number] for spec in self._specs if not spec.own_port}
        if shared:
            self._take_port(shared, self._first_port)
        for spec in self._specs:
            if spec.own_port:
                port = self._first_port + spec.number if self._first_port else 0
                self._take_port({spec.key: self._cameras[spec.number]}, port)

    def _take_port(self, cameras: dict[str, Camera], port: int) -> None:
        made = CameraPort(cameras, self._clock, host=self._host, port=port, tls=self._tls)
        self._ports.append(made)
        for camera in cameras.values():
            self._ports_of[camera.number] = made

    async def _apply(self) -> None:
        now_s = self._loop.time()
        for port in self._ports:
            alive = [camera for camera in port.cameras if not camera.dead(now_s)]
            if alive:
                await port.listen()
            else:
                port.refuse()
            for camera in port.cameras:
                if camera.dead(now_s):
                    camera.cut_off()
        await self.faces.apply(now_s)

    async def _sleep_until_change(self) -> None:
        now_s = self._loop.time()
        changes = [camera.faults.next_change_s(now_s) for camera in self._cameras.values()]
        pause_s = min(LONGEST_SLEEP_S, max(0.0, min(changes, default=LONGEST_SLEEP_S) - now_s) + 0.002)
        self._changed.clear()
        try:
            await asyncio.wait_for(self._changed.wait(), pause_s)
        except TimeoutError:
            return
