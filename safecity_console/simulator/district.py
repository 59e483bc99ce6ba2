"""District: simulated cameras served from one background thread.

Belongs here: start and stop, addresses, faults set by hand while it runs; the ready-made districts.
Does not belong here: anything inside the event loop (engine.py), the thirty cameras' data (mirpur.py).
Invariants: 1. After `stop` no thread and no port is left. 2. A URL never holds a login. 3. A stopped district is not
started again. Thread: any; calls wait for the loop.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import ssl
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from safecity_console.core.clock import Clock, SystemClock
from safecity_console.core.secrets import Secret
from safecity_console.core.worker import Worker
from safecity_console.simulator.clips import ClipError
from safecity_console.simulator.engine import Engine, Ports
from safecity_console.simulator.faults import FaultKind, FaultPlan, parse_plan
from safecity_console.simulator.mirpur import demo_clip, mirpur_cameras
from safecity_console.simulator.model import Expected, Role, SimulatedCamera, StreamSpec
from safecity_console.simulator.onvif.faces import CameraFace
from safecity_console.simulator.onvif.quirks import Quirk, parse_quirks
from safecity_console.simulator.player import StartMode
from safecity_console.simulator.sound import SoundSpec
from safecity_console.simulator.variants import Shelf

CALL_LIMIT_S = 10.0
START_LIMIT_S = 120.0
T = TypeVar("T")


class DistrictError(RuntimeError):
    """Say why a district cannot do what was asked."""


class District:
    """Serve cameras on real sockets."""

    def __init__(
        self,
        cameras: Sequence[SimulatedCamera],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: ssl.SSLContext | None = None,
        clock: Clock | None = None,
        discovery_port: int | None = None,
    ) -> None:
        """Describe the district. Port 0: free ports; else `port` is the shared one, port + number a camera's own.

        `discovery_port`: where the cameras answer WS-Discovery (3702, or 0 for any); None: they do not.
        """
        self.cameras: tuple[SimulatedCamera, ...] = tuple(cameras)
        self._by_number = {camera.number: camera for camera in self.cameras}
        if len(self._by_number) != len(self.cameras):
            raise ValueError("two cameras have the same number")
        self._plans = {camera.number: parse_plan(camera.fault) for camera in self.cameras}
        self._host = host
        self._scheme = "rtsps" if tls is not None else "rtsp"
        self._ports = Ports()
        self._worker = _LoopThread(self.cameras, clock or SystemClock(), host, port, tls, discovery_port)

    def __enter__(self) -> District:
        self.start()
        return self

    def __exit__(self, *unused: object) -> None:
        self.stop()

    def start(self) -> None:
        """Serve; raise ClipError or OSError when a clip or port cannot be had."""
        self._worker.start()
        try:
            self._ports = self._worker.ready.result(START_LIMIT_S)
        except (ClipError, OSError, TimeoutError, DistrictError):
            self._worker.stop()
            raise

    def stop(self) -> None:
        """Stop serving and join the thread; may be called twice."""
        self._worker.stop(CALL_LIMIT_S)

    def url(self, number: int, role: str = Role.SUB) -> str:
        """Return the RTSP address of a stream ("main", "sub" or "mjpeg"), without a login."""
        return f"{self._scheme}://{self._authority(number)}/{self._by_number[number].key}/{Role(role)}"

    def http_url(self, number: int) -> str:
        """Return the address of a camera's JPEG pictures over HTTP, without a login."""
        scheme = "https" if self._scheme == "rtsps" else "http"
        return f"{scheme}://{self._authority(number)}/{self._by_number[number].key}/{Role.MJPEG}"

    def onvif_url(self, number: int) -> str:
        """Return the address of a camera's device service; empty for a camera without ONVIF."""
        port = self._ports.onvif.get(number)
        if port is None:
            return ""
        quirks = parse_quirks(self._by_number[number].quirks)
        scheme = "https" if quirks.has(Quirk.TLS) else "http"
        return f"{scheme}://{self._host_of(number)}:{port}/onvif/device_service"

    @property
    def discovery_port(self) -> int:
        """Return the port of WS-Discovery, 0 where nobody answers."""
        return self._ports.discovery

    def with_face(self, number: int, act: Callable[[CameraFace], T]) -> T:
        """Run something with a camera's ONVIF face on the district's loop; raise KeyError where it has none."""
        return self._worker.call(lambda engine: act(engine.faces.by_number[number]))

    def set_quirks(self, number: int, quirks: str) -> None:
        """Have a camera depart from ONVIF otherwise from now on ("tls" only from the start)."""
        found = parse_quirks(quirks)
        self.with_face(number, lambda one: one.face.set_quirks(found))

    def tell(self, number: int, topic: str, value: str) -> None:
        """Have a camera tell of something: a name of onvif/topics.py and its value ("true", "false")."""
        self.with_face(number, lambda one: one.face.events.tell(topic, value))

    def change_certificate(self, number: int) -> None:
        """Have a camera go on with another certificate."""
        self._worker.wait_for(lambda engine: engine.faces.by_number[number].show_other_certificate())

    def set_fault(self, number: int, fault: str) -> None:
        """Give a camera another fault from now; times in the text count from now. Raise FaultGrammarError."""
        self._set_plan(number, parse_plan(fault))

    def clear_fault(self, number: int) -> None:
        """Make a camera healthy."""
        self._set_plan(number, FaultPlan())

    def stop_camera(self, number: int) -> None:
        """Take one camera off the net: connections cut, port refused."""
        self._stop_cameras([number], True)

    def restart_camera(self, number: int) -> None:
        """Put one camera back."""
        self._stop_cameras([number], False)

    def stop_cameras(self) -> None:
        """Take every camera off the net."""
        self._stop_cameras(list(self._by_number), True)

    def restart_cameras(self) -> None:
        """Put every camera back."""
        self._stop_cameras(list(self._by_number), False)

    def clients(self) -> dict[int, int]:
        """Return the number of open connections by camera."""
        return self._worker.call(lambda engine: engine.clients())

    def _authority(self, number: int) -> str:
        if not self._ports.rtsp:
            raise DistrictError("the district does not run")
        return f"{self._host_of(number)}:{self._ports.rtsp[number]}"

    def _host_of(self, number: int) -> str:
        if self._plans[number].ever(FaultKind.NO_SUCH_HOST):
            return f"{self._by_number[number].key}.mirpur.invalid"
        return f"[{self._host}]" if ":" in self._host else self._host

    def _set_plan(self, number: int, plan: FaultPlan) -> None:
        self._worker.call(lambda engine: engine.set_plan(number, plan))
        self._plans[number] = plan

    def _stop_cameras(self, numbers: Sequence[int], stopped: bool) -> None:
        self._worker.call(lambda engine: engine.set_stopped(numbers, stopped))


class _LoopThread(Worker):
    """Run the engine's event loop."""

    def __init__(
        self,
        cameras: Sequence[SimulatedCamera],
        clock: Clock,
        host: str,
        port: int,
        tls: ssl.SSLContext | None,
        discovery_port: int | None,
    ) -> None:
        super().__init__("simulator")
        self._cameras = cameras
        self._clock = clock
        self._host = host
        self._port = port
        self._tls = tls
        self._discovery_port = discovery_port
        self.ready: concurrent.futures.Future[Ports] = concurrent.futures.Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._engine: Engine | None = None
        self._task: asyncio.Task[None] | None = None

    def run(self) -> None:
        """Serve until asked to stop."""
        asyncio.run(self._serve())

    def ask_stop(self) -> None:
        """Ask the loop to end."""
        super().ask_stop()
        loop, task = self._loop, self._task
        if loop is not None and task is not None and not loop.is_closed():
            try:
                loop.call_soon_threadsafe(task.cancel)
            except RuntimeError:
                return  # the loop closed in between: it has ended by itself

    def call(self, work: Callable[[Engine], T]) -> T:
        """Run something on the loop and return its result; raise DistrictError when it does not run."""

        async def on_loop(engine: Engine) -> T:
            return work(engine)

        return self.wait_for(on_loop)

    def wait_for(self, work: Callable[[Engine], Coroutine[Any, Any, T]]) -> T:
        """Run something that takes its time on the loop and return its result."""
        if self._loop is None or self._engine is None or not self.alive:
            raise DistrictError("the district does not run")
        return asyncio.run_coroutine_threadsafe(work(self._engine), self._loop).result(CALL_LIMIT_S)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        shelf = Shelf()
        try:
            self._engine = Engine(self._cameras, shelf, self._clock, host=self._host, port=self._port, tls=self._tls,
                                  discovery_port=self._discovery_port)
            if not self.stopping:
                await self._engine.run(self.ready.set_result)
        except (ClipError, OSError) as error:
            if self.ready.done():
                raise
            self.ready.set_exception(error)
        except asyncio.CancelledError:
            if not self.stopping:
                raise
        finally:
            if not self.ready.done():
                self.ready.set_exception(DistrictError("the district could not start"))
            shelf.close()


def mirpur_district(*, host: str = "127.0.0.1", port: int = 0, discovery_port: int | None = None) -> District:
    """Return the thirty cameras of Mirpur: 6 healthy, 3 impaired, 21 dead."""
    return District(mirpur_cameras(), host=host, port=port, discovery_port=discovery_port)


def simple_district(
    count: int,
    *,
    clip: Path | None = None,
    main_clip: Path | None = None,
    fault: str = "",
    clock: bool = False,
    own_ports: bool = False,
    user: str = "",
    password: str = "",
    start_mode: StartMode = StartMode.KEY_FRAME,
    mjpeg: bool = False,
    sound: SoundSpec | None = None,
    main_sound: SoundSpec | None = None,
    host: str = "127.0.0.1",
    port: int = 0,
    tls: ssl.SSLContext | None = None,
    onvif: bool = False,
    ptz: bool = False,
    quirks: str = "",
    discovery_port: int | None = None,
) -> District:
    """Return `count` like cameras, numbered from 1, for tests and benches; without clips the demo's own."""
    sub = clip or demo_clip("chowk", Role.SUB)
    main = main_clip or clip or demo_clip("chowk", Role.MAIN)
    like = SimulatedCamera(
        0, "", "Bench", 1, StreamSpec(main, clock, main_sound or sound), StreamSpec(sub, clock, sound), user,
        Secret(password), fault, Expected.LIVE if not fault else Expected.IMPAIRED, own_port=own_ports,
        start_mode=start_mode, mjpeg=mjpeg, onvif=onvif or ptz, ptz=ptz, quirks=quirks,
    )  # fmt: skip
    cameras = [replace(like, number=number, name=f"Camera {number}") for number in range(1, count + 1)]
    return District(cameras, host=host, port=port, tls=tls, discovery_port=discovery_port)
