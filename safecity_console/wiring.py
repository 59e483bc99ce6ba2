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
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from safecity_console.core.allocator import GiveBack, keep_pages, use_few_arenas
from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock, SystemClock
from safecity_console.core.head_file import HeadFile
from safecity_console.core.instance_lock import InstanceLock
from safecity_console.core.passwords import OWASP, Cost, Passwords
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.core.settings import Value
from safecity_console.db.database import prepare_database
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.domain.sound import SoundOutput
from safecity_console.domain.watch import count
from safecity_console.services.access import AccessService
from safecity_console.services.audit import AuditService
from safecity_console.services.audit_head import head_file_of, keeping
from safecity_console.services.audit_verify import Verified, verify_folder
from safecity_console.services.camera_events import CameraEventService
from safecity_console.services.cameras import CameraService
from safecity_console.services.citizens import Base, citizens_of
from safecity_console.services.console import ConsoleServices
from safecity_console.services.credentials import Credentials
from safecity_console.services.desk import Desk
from safecity_console.services.devices import DeviceService
from safecity_console.services.engines import Engines
from safecity_console.services.event_devices import EventDevices
from safecity_console.services.figures import FigureService
from safecity_console.services.finder import Finder
from safecity_console.services.follow import Addresses, Follower, RegistryWatch, rules_of, spacing_s
from safecity_console.services.handover import HandoverService
from safecity_console.services.handover_form import FormFiller
from safecity_console.services.hardware import HardwareService
from safecity_console.services.history import HistoryService
from safecity_console.services.incidents import Around, IncidentService, RowsOnly
from safecity_console.services.keys import KeyService
from safecity_console.services.layouts import LayoutService
from safecity_console.services.liaison import LiaisonService
from safecity_console.services.login_memory import LoginMemory
from safecity_console.services.officers import OfficerService
from safecity_console.services.places import PlaceService
from safecity_console.services.procedures import ProcedureService
from safecity_console.services.ptz import PtzService, Source
from safecity_console.services.ptz_steering import Steering, steering_of
from safecity_console.services.renderer import RendererService
from safecity_console.services.reports import ReportService
from safecity_console.services.safe import Safe, open_safe
from safecity_console.services.screen_windows import ScreenWindowService
from safecity_console.services.settings import SettingsService
from safecity_console.services.shift_checks import ShiftChecks
from safecity_console.services.shift_incidents import ShiftIncidents
from safecity_console.services.shift_probes import probes
from safecity_console.services.shift_watch import ShiftWatch
from safecity_console.services.shifts import ShiftService
from safecity_console.services.sight import SightService
from safecity_console.services.snapshots import SnapshotService
from safecity_console.services.sound import SoundService
from safecity_console.services.stick_aim import Hand
from safecity_console.services.stick_profiles import StickProfiles
from safecity_console.services.sticks import SticksService
from safecity_console.services.streams import StreamService
from safecity_console.services.tours import TourService
from safecity_console.services.triage import TriageService
from safecity_console.services.units import UnitService
from safecity_console.services.view_log import ViewLog
from safecity_console.services.walls import WallService
from safecity_console.services.watch_notices import Place
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


class _Video(NamedTuple):
    addresses: Addresses
    sight: SightService
    windows: ScreenWindowService
    views: ViewLog
    streams: StreamService
    sound: SoundService
    snapshots: SnapshotService


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
        services.audit.started()
        self._stack.callback(services.audit.stopped)
        use_few_arenas()
        keep_pages()
        memory = GiveBack()
        memory.start()
        self._stack.callback(memory.stop)
        services.views.start()
        self._stack.callback(services.views.stop)
        services.history.start()
        self._stack.callback(services.history.stop)
        services.patrols.begin()
        services.shifts.watch.start()
        self._stack.callback(services.shifts.watch.stop)
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
        services.sticks.start()
        self._stack.callback(services.sticks.stop)
        self._stack.callback(services.camera_events.stop)
        services.camera_events.start()
        registry = RegistryWatch(services.cameras.reload, services.access.look, services.incidents.reload,
                                 services.contacts.look, services.watch_notices.look, services.ptz.look,
                                 services.presets.look, services.patrols.look)
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
        use_keyring = options.use_keyring and options.data is None
        door, reader, safe, head_file = self._open_database(paths, clock, use_keyring)
        bus = Bus()
        desk = Desk(door, clock, lambda: settings.text("place.code"))
        settings = SettingsService(door, reader, bus, environment, desk, SAFE_START if options.safe_start else None)
        cameras = CameraService(door, reader, safe, bus, clock, desk)
        audit = AuditService(reader, desk, paths, head_file, bus, clock, use_keyring)
        audit.meet_head()
        history = HistoryService(door, reader, clock)
        procedures = ProcedureService(door, reader, bus, desk)
        around = Around(door, reader, bus, clock, desk, safe, settings, cameras, procedures, paths.incident_files,
                        RowsOnly())
        incidents = IncidentService(around)
        video = self._video(around, history, options, paths)
        access, officers = _people(door, reader, bus, clock, desk, options.password_cost)
        own = citizens_of(Base(door, reader, bus, clock, desk), cameras, incidents, video.snapshots,
                          paths.incident_files, _place_of(settings))
        shifts = _shifts(around, access, history, video.streams, ShiftIncidents(reader, incidents), paths, use_keyring)
        devices, steering, told = self._steering(around, video.snapshots, paths)
        return ConsoleServices(
            devices=devices, camera_events=told, ptz=steering.ptz, presets=steering.presets, patrols=steering.patrols,
            paths=paths, clock=clock, bus=bus, settings=settings, cameras=cameras, desk=desk, access=access,
            places=PlaceService(desk, cameras), officers=officers, audit=audit,
            walls=WallService(door, reader, bus, desk, safe_start=options.safe_start),
            layouts=LayoutService(door, reader, bus, desk), tours=TourService(door, reader, bus, desk), history=history,
            incidents=incidents, procedures=procedures, units=UnitService(door, reader, bus, desk),
            shifts=shifts, reports=_reports(around, incidents, shifts, own.liaison),
            sticks=_sticks(around, steering.ptz, options.safe_start),
            streams=video.streams, snapshots=video.snapshots, sound=video.sound, contacts=own.contacts,
            consents=own.consents, liaison=own.liaison, watch_notices=own.watch_notices, sightings=own.sightings,
            keys=KeyService(door, reader, bus, desk, ignore_stored=options.safe_start), finder=Finder(),
            figures=FigureService(video.streams, cameras, history, clock, video.addresses.transport,
                                  lambda: _zone(settings)),
            triage=TriageService(clock), hardware=HardwareService(settings, bus, video.streams, clock),
            renderer=RendererService(settings, bus), screen_windows=video.windows, safe_start=options.safe_start,
            sight=video.sight, views=video.views,
        )

    def _video(self, around: Around, history: HistoryService, options: Options, paths: DataPaths) -> _Video:
        """Build what opens cameras, what an officer may see of them, and the log of who saw which."""
        door, reader, bus, clock, desk = around.door, around.reader, around.bus, around.clock, around.desk
        settings, cameras = around.settings, around.cameras
        addresses = Addresses(cameras, settings)
        sight, windows = SightService(desk, cameras), ScreenWindowService(door, reader, desk, options.safe_start)
        views = ViewLog(desk, bus, clock, lambda camera_id: _number(cameras, camera_id), windows.name_of)
        streams = StreamService(bus, clock, addresses.address, history, rules_of(settings), desk, spacing_s(settings),
                                refused=LoginMemory(door, reader), engines=self._engines(settings), told=views.shown)
        Follower(bus, cameras, settings, streams)
        sound = SoundService(bus, clock, streams, sight.by_id, addresses.address, settings, options.sound_output())
        self._stack.callback(sound.stop)
        snapshots = SnapshotService(cameras, streams, addresses.address, settings, clock, paths.snapshots, desk)
        return _Video(addresses, sight, windows, views, streams, sound, snapshots)

    def _steering(self, around: Around, pictures: SnapshotService,
                  paths: DataPaths) -> tuple[DeviceService, Steering, CameraEventService]:
        devices = DeviceService(around.door, around.reader, around.desk, around.cameras)
        made = steering_of(around, devices, pictures, paths.preset_pictures)
        for end in (made.ptz.close, made.presets.close, made.patrols.close):
            self._stack.callback(end)
        told = CameraEventService(around.door, around.reader, around.bus, around.clock, around.desk, around.cameras,
                                  around.settings, EventDevices(around.cameras, devices))
        return devices, made, told

    def _engines(self, settings: SettingsService) -> Engines:
        vlc = VlcEngine()
        self._stack.callback(vlc.stop)
        return Engines(vlc, lambda: settings.text("video.second_engine") == "auto")

    def _open_database(self, paths: DataPaths, clock: Clock,
                       use_keyring: bool) -> tuple[Door, Reader, Safe, HeadFile]:
        prepare_database(paths.database, paths.backups, clock)
        reader = Reader(paths.database)
        self._stack.callback(reader.close)
        safe = open_safe(paths.keys, reader, account=str(paths.root), use_keyring=use_keyring)
        head_file = head_file_of(paths.audit_head, safe)
        self._stack.callback(head_file.close)
        door = Door(paths.database, clock, after_commit=(keeping(head_file),))
        door.start()
        self._stack.callback(door.stop)
        return door, reader, safe, head_file


def _people(door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk,
            cost: Cost) -> tuple[AccessService, OfficerService]:
    passwords = Passwords(cost)
    credentials = Credentials(door, reader, clock, desk, passwords)
    return (AccessService(door, reader, bus, clock, desk, credentials),
            OfficerService(door, reader, bus, desk, passwords, credentials))


def _number(cameras: CameraService, camera_id: str) -> int | None:
    camera = cameras.by_id(camera_id)
    return camera.number if camera is not None else None


def _place_of(settings: SettingsService) -> Place:
    """Give who numbers what is posted here: the station's code, and its year by the officers' clock."""
    return Place(lambda: settings.text("place.code"), lambda at: at.astimezone(_zone(settings)).year)


def _zone(settings: SettingsService) -> ZoneInfo:
    """Give the officers' time zone; UTC where the stored name is none this machine knows."""
    try:
        return ZoneInfo(settings.text("screen.time_zone"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _shifts(around: Around, access: AccessService, history: HistoryService, streams: StreamService,
            incidents: ShiftIncidents, paths: DataPaths, use_keyring: bool) -> ShiftService:
    """Build the shifts with their checks, handovers and automatic lines."""
    door, reader, bus, clock, desk = around.door, around.reader, around.bus, around.clock, around.desk
    settings, cameras = around.settings, around.cameras

    def chain() -> Verified:
        return verify_folder(paths, use_keyring=use_keyring, quick=True)

    checks = ShiftChecks(door, reader, bus, desk, probes(paths.root, chain, lambda: count(streams.watches().values())))
    handover = HandoverService(
        door, reader, bus, clock, desk, access, lambda: _zone(settings),
        FormFiller(reader, settings, cameras, history, incidents), incidents, checks)
    watch = ShiftWatch(door, bus, clock, desk, cameras, settings, incidents)
    return ShiftService(door, reader, bus, clock, desk, access, lambda: _zone(settings), checks, handover, watch)


def _sticks(around: Around, ptz: PtzService, safe_start: bool) -> SticksService:
    """Build the joysticks and hand them the cameras."""
    profiles = StickProfiles(around.door, around.reader, around.desk, safe_start)
    made = SticksService(profiles, around.bus, around.desk, around.clock)
    made.serve(Hand(lambda camera_id, velocity: ptz.steer(camera_id, velocity, Source.STICK), ptz.focus))
    return made


def _reports(around: Around, incidents: IncidentService, shifts: ShiftService,
             liaison: LiaisonService) -> ReportService:
    return ReportService(around.desk, around.reader, around.clock, around.settings, around.cameras, incidents,
                         around.procedures, shifts, liaison, around.folder)


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
