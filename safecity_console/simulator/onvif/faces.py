"""Faces: the ONVIF side of a whole district: a face and a port for each camera that has one, and discovery.

Belongs here: building, listening as long as the camera is there, reboots, motion by itself in a lively district.
Does not belong here: answers (face.py), RTSP (../engine.py).
Invariants: 1. A port listens exactly while its camera is there. 2. A district without ONVIF costs nothing here.
Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence

import cv2
import numpy as np

from safecity_console.core.clock import Clock
from safecity_console.simulator.camera import Camera
from safecity_console.simulator.faults import FaultKind
from safecity_console.simulator.model import Role, SimulatedCamera
from safecity_console.simulator.onvif.certificate import self_signed
from safecity_console.simulator.onvif.discovery import Discovery
from safecity_console.simulator.onvif.face import OnvifFace
from safecity_console.simulator.onvif.footage import Footage, draw_aim, look
from safecity_console.simulator.onvif.head import Head
from safecity_console.simulator.onvif.http import DevicePort
from safecity_console.simulator.onvif.quirks import Quirk, parse_quirks
from safecity_console.simulator.onvif.state import DeviceState, StreamFacts
from safecity_console.simulator.rtp import PacketisedClip
from safecity_console.simulator.variants import cover, defocus

REBOOT_S = 4.0
PORTS_ABOVE = 1000
QUIET_S, MOVES_S = (25.0, 70.0), (3.0, 8.0)
_CODECS = {"h264": "H264", "hevc": "H265", "mjpeg": "JPEG"}


class CameraFace:
    """One camera's face, port and pictures."""

    def __init__(self, spec: SimulatedCamera, camera: Camera, state: DeviceState, head: Head | None,
                 footage: Footage, changed: Callable[[], None]) -> None:
        self.spec, self.camera, self.head = spec, camera, head
        self._changed = changed
        self.reboot_s = REBOOT_S
        self._loop = asyncio.get_running_loop()
        self._footage = footage
        self._timers: set[asyncio.TimerHandle] = set()
        self._motion: asyncio.Task[None] | None = None
        self.face = OnvifFace(state, head, self._snapshot, self.reboot)
        if spec.lively:
            self.face.events.subscribed = self._be_lively
        self._tls = self_signed(spec.key) if state.quirks.has(Quirk.TLS) else None
        state.tls = self._tls is not None
        self.port: DevicePort | None = None

    def take_port(self, host: str, port: int) -> None:
        """Take the port without listening."""
        self.port = DevicePort(self.face.answer, host=host, port=port, tls=self._tls)
        self.face.state.host, self.face.state.port = host, self.port.port

    async def apply(self, now_s: float) -> None:
        """Listen or refuse as the camera is there or not."""
        if self.port is None:
            return
        self.face.obey_faults()
        if self.camera.dead(now_s):
            self.port.refuse()
        else:
            await self.port.listen()

    def reboot(self) -> float:
        """Go away shortly after answering, and come back."""

        def down() -> None:
            self.camera.rebooting = True
            self.face.go_down()
            self._changed()
            self._later(self.reboot_s, up)

        def up() -> None:
            self.camera.rebooting = False
            self.face.come_back()
            self._changed()

        self._later(0.1, down)
        return self.reboot_s

    def _later(self, pause_s: float, act: Callable[[], None]) -> None:
        self._timers = {timer for timer in self._timers if timer.when() > self._loop.time() and not timer.cancelled()}
        self._timers.add(self._loop.call_later(pause_s, act))

    async def show_other_certificate(self) -> None:
        """Go on with a new key, as after a reset or with somebody in between."""
        if self.port is not None and self.face.state.tls:
            await self.port.show_other_certificate(self_signed(self.spec.key))

    async def _snapshot(self, role: Role) -> bytes:
        facts = self.face.state.streams[role]
        aim = self.head.aim() if self.head is not None else None
        effects, at_s = self.camera.faults.at(self._loop.time()), self._loop.time()

        def draw() -> bytes:
            picture = self._footage.picture(at_s)
            if aim is not None:
                picture = look(picture, aim, facts.width, facts.height)
                draw_aim(picture, aim)
            elif picture.shape[1] != facts.width:
                picture = np.asarray(cv2.resize(picture, (facts.width, facts.height)), np.uint8)
            picture = cover(picture) if effects.has(FaultKind.COVERED) else picture
            picture = defocus(picture) if effects.has(FaultKind.DEFOCUS) else picture
            return bytes(cv2.imencode(".jpg", picture)[1])

        return await asyncio.to_thread(draw)

    def _be_lively(self, subscribed: bool) -> None:
        """See motion now and then while somebody listens."""
        if self._motion is not None:
            self._motion.cancel()
            self._motion = None
        if subscribed:
            self._motion = self._loop.create_task(self._see_motion())

    async def _see_motion(self) -> None:
        while True:
            for value, pause_s in (("false", QUIET_S), ("true", MOVES_S)):
                self.face.events.tell("motion", value)
                await asyncio.sleep(random.uniform(*pause_s))

    async def close(self) -> None:
        """End everything."""
        for timer in self._timers:
            timer.cancel()
        self.face.close()
        self._be_lively(False)
        if self.port is not None:
            await self.port.close()


class Faces:
    """The ONVIF side of a district."""

    def __init__(self, host: str, first_port: int, discovery_port: int | None) -> None:
        """`discovery_port` None: nobody answers probes; 0: any free port."""
        self._host, self._first_port, self._discovery_port = host, first_port, discovery_port
        self.by_number: dict[int, CameraFace] = {}
        self.discovery: Discovery | None = None

    def add(self, spec: SimulatedCamera, camera: Camera, head: Head | None, footage: Footage,
            clips: Mapping[Role, PacketisedClip], url_of: Callable[[Role], str], clock: Clock,
            changed: Callable[[], None]) -> None:
        """Give a camera its face."""
        loop = asyncio.get_running_loop()
        state = DeviceState(
            spec.number, spec.name, spec.site, spec.user, spec.password, head is not None,
            {role: facts_of(clip) for role, clip in clips.items()}, url_of,
            lambda: camera.faults.at(loop.time()), clock, parse_quirks(spec.quirks),
        )  # fmt: skip
        made = CameraFace(spec, camera, state, head, footage, changed)
        made.take_port(self._host, self._first_port + PORTS_ABOVE + spec.number if self._first_port else 0)
        self.by_number[spec.number] = made

    async def open(self) -> None:
        """Begin to answer probes."""
        if self.by_number and self._discovery_port is not None:
            self.discovery = Discovery(self._there)
            await self.discovery.open(self._host, self._discovery_port)

    def _there(self) -> Sequence[DeviceState]:
        now_s = asyncio.get_running_loop().time()
        return [
            one.face.state for one in self.by_number.values()
            if not one.camera.dead(now_s) and not one.camera.faults.at(now_s).has(FaultKind.NEVER_ANSWERS)
        ]  # fmt: skip

    async def apply(self, now_s: float) -> None:
        """Have every port listen or refuse."""
        for one in self.by_number.values():
            await one.apply(now_s)

    async def close(self) -> None:
        """End everything."""
        if self.discovery is not None:
            self.discovery.close()
        for one in self.by_number.values():
            await one.close()

    def ports(self) -> dict[int, int]:
        """Return the ONVIF port of every camera that has one."""
        return {number: one.port.port for number, one in self.by_number.items() if one.port is not None}


def facts_of(clip: PacketisedClip) -> StreamFacts:
    """Return what a stream really is."""
    seconds = clip.length_ticks / 90_000
    kbps = round(sum(len(unit.blob) for unit in clip.units) * 8 / seconds / 1000) if seconds else 0
    gop = round(clip.fps * seconds / max(1, len(clip.keys)))
    return StreamFacts(_CODECS[clip.codec.value], clip.width, clip.height, clip.fps, max(64, kbps), max(1, gop))
