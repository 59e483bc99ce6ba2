"""Builds every adapter and service once and takes them down in order. No Qt.

Belongs here: who is given what, the order of start and stop. Does not belong here: decisions, sentences.
Invariants: 1. What was started is stopped, in reverse, whatever fails on the way. 2. The database is prepared (backup,
migrations) before anything reads it. 3. Only one console works on a data folder: a lock file says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from safecity_console.core.allocator import GiveBack, keep_pages, use_few_arenas
from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock, SystemClock
from safecity_console.core.instance_lock import InstanceLock
from safecity_console.core.passwords import OWASP, Cost, Passwords
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.core.settings import Value
from safecity_console.db.database import prepare_database
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.domain.sound import SoundOutput
from safecity_console.services.access import AccessService
from safecity_console.services.cameras import CameraService
from safecity_console.services.console import ConsoleServices
from safecity_console.services.desk import Desk
from safecity_console.services.devices import DeviceService
from safecity_console.services.engines import Engines
from safecity_console.services.figures import FigureService
from safecity_console.services.finder import Finder
from safecity_console.services.follow import Addresses, Follower, RegistryWatch, rules_of, spacing_s
from safecity_console.services.hardware import HardwareService
from safecity_console.services.history import HistoryService
from safecity_console.services.keys import KeyService
from safecity_console.services.layouts import LayoutService
from safecity_console.services.login_memory import LoginMemory
from safecity_console.services.officers import OfficerService
from safecity_console.services.renderer import RendererService
from safecity_console.services.safe import open_safe
from safecity_console.services.screen_windows import ScreenWindowService
from safecity_console.services.settings import SettingsService
from safecity_console.services.snapshots import SnapshotService
from safecity_console.services.sound import SoundService
from safecity_console.services.streams import StreamService
from safecity_console.services.tours import TourService
from safecity_console.services.triage import TriageService
from safecity_console.services.walls import WallService
from safecity_console.sound.portaudio import PortAudioOutput
from safecity_console.video.vlc_reader import VlcEngine

# What counts in a safe start in place of what is kept, until an officer sets it.
SAFE_START: Mapping[str, Value] = {
    "wall.mode": "all_places", "video.decode": "processor", "video.draw": "processor", "video.second_engine": "off",
}


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: data folder (None: the platform's), environment, keyring allowed, safe start, where sound goes."""

    data: Path | None = None
    environment: Mapping[str, str] | None = None
    use_keyring: bool = True
    safe_start: bool = False
    sound_output: Callable[[], SoundOutput] = PortAudioOutput
    password_cost: Cost = OWASP


class Console:
    """All services of one data folder, as a context manager."""

    def __init__(self, options: Options = Options(), clock: Clock | None = None) -> None:
        self._stack = ExitStack()
        try:
            self.services = self._build(options, clock or SystemClock())
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Console:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def watch(self) -> None:
        """Begin to watch the cameras and to write their history; verbs that only edit the registry do not."""
        services = self.services
        use_few_arenas()
        keep_pages()
        memory = GiveBack()
        memory.start()
        self._stack.callback(memory.stop)
        services.history.start()
        self._stack.callback(services.history.stop)
        services.walls.start()
        self._stack.callback(services.walls.stop)
        self._stack.callback(services.streams.stop)
        services.streams.start(services.cameras.cameras())
        services.figures.start()
        self._stack.callback(services.figures.stop)
        self._stack.callback(services.hardware.stop)
        services.hardware.start()
        self._stack.callback(services.renderer.stop)
        services.renderer.start()
        registry = RegistryWatch(services.cameras)
        registry.start()
        self._stack.callback(registry.stop)

    def at_close(self, work: Callable[[], None]) -> None:
        """Have something done after everything is stopped."""
        inner = self._stack.pop_all()
        self._stack.callback(work)
        self._stack.push(inner)

    def close(self) -> None:
        """Stop everything in reverse order; callable twice."""
        self._stack.close()

    def _build(self, options: Options, clock: Clock) -> ConsoleServices:
        environment = dict(os.environ if options.environment is None else options.environment)
        paths = data_paths(options.data)
        door, reader = self._open_database(paths, clock)
        bus = Bus()
        settings = SettingsService(door, reader, bus, environment, SAFE_START if options.safe_start else None)
        desk = Desk(door, clock, lambda: settings.text("place.code"))
        passwords = Passwords(options.password_cost)
        use_keyring = options.use_keyring and options.data is None
        safe = open_safe(paths.keys, reader, account=str(paths.root), use_keyring=use_keyring)
        cameras = CameraService(door, reader, safe, bus, clock)
        history = HistoryService(door, reader, clock)
        addresses = Addresses(cameras, settings)
        vlc = VlcEngine()
        self._stack.callback(vlc.stop)
        engines = Engines(vlc, lambda: settings.text("video.second_engine") == "auto")
        streams = StreamService(bus, clock, addresses.address, history, rules_of(settings), spacing_s(settings),
                                refused=LoginMemory(door, reader), engines=engines)
        Follower(bus, cameras, settings, streams)
        sound = SoundService(bus, clock, streams, cameras.by_id, addresses.address, settings, options.sound_output())
        self._stack.callback(sound.stop)
        return ConsoleServices(
            paths=paths, clock=clock, bus=bus, settings=settings, cameras=cameras, desk=desk,
            access=AccessService(door, reader, bus, clock, desk, passwords),
            officers=OfficerService(door, reader, bus, desk, passwords),
            devices=DeviceService(door, reader, desk, cameras),
            walls=WallService(door, reader, bus, safe_start=options.safe_start),
            layouts=LayoutService(door, reader, bus), tours=TourService(door, reader, bus), history=history,
            streams=streams,
            snapshots=SnapshotService(cameras, streams, addresses.address, settings, clock, paths.snapshots),
            keys=KeyService(door, reader, bus, ignore_stored=options.safe_start), finder=Finder(), sound=sound,
            figures=FigureService(streams, cameras, history, clock, addresses.transport, lambda: _zone(settings)),
            triage=TriageService(clock), hardware=HardwareService(settings, bus, streams, clock),
            renderer=RendererService(settings, bus),
            screen_windows=ScreenWindowService(door, reader, options.safe_start), safe_start=options.safe_start,
        )

    def _open_database(self, paths: DataPaths, clock: Clock) -> tuple[Door, Reader]:
        prepare_database(paths.database, paths.backups, clock)
        door = Door(paths.database, clock)
        door.start()
        self._stack.callback(door.stop)
        reader = Reader(paths.database)
        self._stack.callback(reader.close)
        return door, reader


def _zone(settings: SettingsService) -> ZoneInfo:
    """Give the officers' time zone; UTC where the stored name is none this machine knows."""
    try:
        return ZoneInfo(settings.text("screen.time_zone"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def open_locked(data: Path | None, safe_start: bool = False) -> Console:
    """Build the console of a data folder for a window; raises Refused("console_runs") where one is open already."""
    lock = InstanceLock(data_paths(data).root / "console.lock")
    lock.take()
    try:
        console = Console(Options(data, safe_start=safe_start))
    except BaseException:
        lock.leave()
        raise
    console.at_close(lock.leave)
    return console
