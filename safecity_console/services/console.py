"""The services a screen or a verb is given, in one value.

Belongs here: names. Does not belong here: building them (wiring.py), any logic.
"""

from __future__ import annotations

from dataclasses import dataclass

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.paths import DataPaths
from safecity_console.services.access import AccessService
from safecity_console.services.audit import AuditService
from safecity_console.services.camera_events import CameraEventService
from safecity_console.services.cameras import CameraService
from safecity_console.services.consents import ConsentService
from safecity_console.services.contacts import ContactService
from safecity_console.services.desk import Desk
from safecity_console.services.devices import DeviceService
from safecity_console.services.figures import FigureService
from safecity_console.services.finder import Finder
from safecity_console.services.hardware import HardwareService
from safecity_console.services.history import HistoryService
from safecity_console.services.incidents import IncidentService
from safecity_console.services.keys import KeyService
from safecity_console.services.layouts import LayoutService
from safecity_console.services.liaison import LiaisonService
from safecity_console.services.officers import OfficerService
from safecity_console.services.places import PlaceService
from safecity_console.services.procedures import ProcedureService
from safecity_console.services.ptz import PtzService
from safecity_console.services.ptz_patrols import PatrolDesk
from safecity_console.services.ptz_presets import PresetDesk
from safecity_console.services.renderer import RendererService
from safecity_console.services.reports import ReportService
from safecity_console.services.screen_windows import ScreenWindowService
from safecity_console.services.settings import SettingsService
from safecity_console.services.shifts import ShiftService
from safecity_console.services.sight import SightService
from safecity_console.services.sightings import SightingService
from safecity_console.services.snapshots import SnapshotService
from safecity_console.services.sound import SoundService
from safecity_console.services.sticks import SticksService
from safecity_console.services.streams import StreamService
from safecity_console.services.tours import TourService
from safecity_console.services.triage import TriageService
from safecity_console.services.units import UnitService
from safecity_console.services.view_log import ViewLog
from safecity_console.services.walls import WallService
from safecity_console.services.watch_notices import WatchNoticeService


@dataclass(frozen=True, slots=True)
class ConsoleServices:
    """Everything ui and cli may ask."""

    paths: DataPaths
    clock: Clock
    bus: Bus
    settings: SettingsService
    desk: Desk
    access: AccessService
    audit: AuditService
    officers: OfficerService
    incidents: IncidentService
    procedures: ProcedureService
    units: UnitService
    cameras: CameraService
    places: PlaceService
    sight: SightService
    liaison: LiaisonService
    sightings: SightingService
    contacts: ContactService
    reports: ReportService
    consents: ConsentService
    watch_notices: WatchNoticeService
    devices: DeviceService
    walls: WallService
    layouts: LayoutService
    tours: TourService
    history: HistoryService
    streams: StreamService
    sticks: SticksService
    snapshots: SnapshotService
    sound: SoundService
    triage: TriageService
    figures: FigureService
    hardware: HardwareService
    renderer: RendererService
    keys: KeyService
    finder: Finder
    screen_windows: ScreenWindowService
    views: ViewLog
    shifts: ShiftService
    ptz: PtzService
    presets: PresetDesk
    patrols: PatrolDesk
    camera_events: CameraEventService
    safe_start: bool = False  # nothing kept of walls, screens, tours, keys is used until an officer changes it
