"""The hop of services' events into the GUI thread.

Belongs here: re-emitting bus events as queued signals. Does not belong here: reacting to them.
Invariants: 1. Bus listeners only emit; every slot runs in the GUI thread. 2. `close` is called before the bridge dies.
Thread: listeners any, slots GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from safecity_console.core.bus import Bus
from safecity_console.services.events import (
    AuditBreakSeen,
    CamerasChanged,
    ConditionChanged,
    ContactsChanged,
    IncidentsChanged,
    KeysChanged,
    LeaseChanged,
    MachineProbed,
    OfficersChanged,
    PatrolsChanged,
    PresetsChanged,
    ProceduresChanged,
    PtzChanged,
    PtzTrouble,
    SeatChanged,
    SettingChanged,
    ShiftChanged,
    SoundChanged,
    StickCommanded,
    StickHeldBack,
    StickRefused,
    SticksChanged,
    ToursChanged,
    WallsChanged,
    WatchNoticesChanged,
)

PTZ = (PtzChanged, PresetsChanged, PatrolsChanged)


class Bridge(QObject):
    """Signals named like the events, always delivered in the GUI thread."""

    cameras_changed = Signal(object)
    walls_changed = Signal()
    tours_changed = Signal()
    setting_changed = Signal(str)
    condition_changed = Signal(object)
    machine_probed = Signal()
    keys_changed = Signal()
    sound_changed = Signal(object)
    seat_changed = Signal()
    officers_changed = Signal()
    incidents_changed = Signal(object)  # frozenset of ids
    procedures_changed = Signal()
    contacts_changed = Signal()
    watch_notices_changed = Signal()
    shift_changed = Signal()
    sticks_changed = Signal()
    stick_held_back = Signal(object)
    stick_refused = Signal(object)
    stick_commanded = Signal(str)
    audit_break_seen = Signal()
    lease_changed = Signal(object)
    ptz_changed = Signal(str)  # by camera id: what is known of it, its presets or its patrols
    ptz_trouble = Signal(object)
    _heard = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self._plain = {
            WallsChanged: self.walls_changed, ToursChanged: self.tours_changed, MachineProbed: self.machine_probed,
            KeysChanged: self.keys_changed, SeatChanged: self.seat_changed, OfficersChanged: self.officers_changed,
            ProceduresChanged: self.procedures_changed, ContactsChanged: self.contacts_changed,
            WatchNoticesChanged: self.watch_notices_changed, ShiftChanged: self.shift_changed,
            SticksChanged: self.sticks_changed,
            AuditBreakSeen: self.audit_break_seen,
        }
        self._whole = {
            CamerasChanged: self.cameras_changed, ConditionChanged: self.condition_changed,
            LeaseChanged: self.lease_changed, PtzTrouble: self.ptz_trouble, StickHeldBack: self.stick_held_back,
            StickRefused: self.stick_refused,
        }
        kinds = (SettingChanged, SoundChanged, IncidentsChanged, StickCommanded, *PTZ, *self._whole, *self._plain)
        self._stops: list[Callable[[], None]] = [bus.subscribe(kind, self._heard.emit) for kind in kinds]
        # A widget deletes its children before it says that it is gone: a bridge listens to its own end.
        self.destroyed.connect(partial(_end, self._stops))

    def close(self) -> None:
        """Hear the bus no more."""
        _end(self._stops)

    @Slot(object)
    def _on_heard(self, event: object) -> None:
        if isinstance(event, SettingChanged):
            self.setting_changed.emit(event.key)
        elif isinstance(event, SoundChanged):
            self.sound_changed.emit(event.status)
        elif isinstance(event, StickCommanded):
            self.stick_commanded.emit(event.command)
        elif isinstance(event, IncidentsChanged):
            self.incidents_changed.emit(event.ids)
        elif isinstance(event, PTZ):
            self.ptz_changed.emit(event.camera_id)
        elif type(event) in self._whole:
            self._whole[type(event)].emit(event)
        else:
            self._plain[type(event)].emit()


def _end(stops: list[Callable[[], None]], _gone: object = None) -> None:
    for stop in stops:
        stop()
    stops.clear()
