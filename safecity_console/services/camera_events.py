"""What cameras tell of themselves: heard once for all of the program, kept, told, and called no concern.

Belongs here: which cameras are heard, writing and telling events, the officer's "not a concern", figures. Does not
belong here: hearing one camera (event_lane.py), what becomes an event (camera_event_book.py), SOAP (onvif/).
Invariants:
1. Each camera has one subscription, in a lane of its own, whatever looks at it: a dead camera slows no other.
2. An event is told after it is on the disk. What a camera tells within a second is written together.
3. A camera that tells without end fills nothing: its new events are limited (`BURST`, `A_MINUTE`), its rows too, and
   what was left out is counted.
4. States go on over a restart of the camera and of the console: what lasted and still lasts is no news.
5. An officer hears of cameras he may see, and of no others; calling something no concern is audited.
6. Nothing is heard before `start`; the first camera is asked `FIRST_S` later, the others one after the other.
Thread: any; one thread of its own keeps what the lanes hear.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Protocol

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.worker import Worker
from safecity_console.db.camera_events import (
    mark_seen,
    prune_events,
    put_events,
    read_lasting,
    read_recent,
    read_unseen,
)
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Transaction
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, Outcome, Subject
from safecity_console.domain.camera import Camera
from safecity_console.domain.camera_event import CameraAlarm, CameraEvent, EventKind
from safecity_console.domain.errors import WorldError
from safecity_console.services.camera_event_book import EventBook
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk
from safecity_console.services.event_alarms import Alarms
from safecity_console.services.event_lane import END_S, EventLane, EventSource, Hearing, Pull
from safecity_console.services.events import CameraEventHappened, CameraEventsSeen, CamerasChanged, SettingChanged
from safecity_console.services.settings import SettingsService

FIRST_S, APART_S, KEEP_S = 4.0, 0.15, 1.0
CLEAR_EVERY, PRUNE_EVERY = 5, 3600  # rounds of `KEEP_S`
LANES_MOST, PENDING_MOST, RECENT_MOST, UNSEEN_MOST = 256, 5_000, 200, 500
UNSEEN_H = 24


class Devices(Protocol):
    """Where lanes get their devices."""

    def tells(self, camera: Camera) -> bool:
        """Tell whether a camera may tell events."""
        ...

    def open(self, camera_id: str) -> EventSource:
        """Connect; raises OnvifError, Refused."""
        ...


@dataclass(frozen=True, slots=True)
class HearingFigures:
    """How one camera is heard."""

    state: Hearing
    why: str = ""
    dropped: int = 0
    moving: bool = False


class CameraEventService:
    """The events of one district."""

    def __init__(self, door: Door, reader: Reader, bus: Bus, clock: Clock, desk: Desk, cameras: CameraService,
                 settings: SettingsService, devices: Devices) -> None:
        self._door, self._reader, self._bus, self._clock, self._desk = door, reader, bus, clock, desk
        self._cameras, self._settings, self._devices = cameras, settings, devices
        self._lock = threading.RLock()
        self._lanes: dict[str, EventLane] = {}
        self._leaving: list[EventLane] = []
        self._books: dict[str, EventBook] = {}
        self._alarms = Alarms()
        self._pending: dict[str, CameraEvent] = {}
        self._unread: dict[str, int] = {}
        self._seen: dict[str, CameraEvent] = {}  # called no concern a short while ago
        self._generations = count(1)
        self.generation = 0  # another one where alarms or motion are others
        self._keeper: _Keeper | None = None
        self._log = get_logger("camera_events")

    # Its life ---------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to listen, soon."""
        self._stops = [self._bus.subscribe(CamerasChanged, self._on_cameras),
                       self._bus.subscribe(SettingChanged, self._on_setting)]
        self._keeper = _Keeper(self)
        self._keeper.start()

    def stop(self) -> None:
        """Give every subscription back and write what is left."""
        keeper, self._keeper = self._keeper, None
        if keeper is None:
            return
        for stop in self._stops:
            stop()
        keeper.stop()
        with self._lock:
            lanes = [*self._lanes.values(), *self._leaving]
            self._lanes.clear()
            self._leaving.clear()
        _end(lanes, END_S)
        self.keep()

    # What is asked ----------------------------------------------------------------------------------------------------

    def alarms(self) -> Mapping[str, CameraAlarm]:
        """Give what waits for an officer, by camera; a screen shows of it what its officer may see."""
        with self._lock:
            return self._alarms.all()

    def moving(self) -> frozenset[str]:
        """Give the cameras that tell of motion now."""
        with self._lock:
            return frozenset(camera_id for camera_id, book in self._books.items()
                             if any(one.kind is EventKind.MOTION for one in book.lasting))

    def recent(self, camera_id: str, most: int = 8, motion: bool = True) -> tuple[CameraEvent, ...]:
        """Give a camera's newest events, newest first; nothing where the officer may not see it."""
        if not self._desk.may(Permission.VIEW_LIVE, camera_id):
            return ()
        return self._reader.read(lambda view: read_recent(view, camera_id, min(most, RECENT_MOST), motion))

    def hearing(self, camera_id: str) -> HearingFigures | None:
        """Give how a camera is heard; None where it is not."""
        with self._lock:
            lane, book = self._lanes.get(camera_id), self._books.get(camera_id)
            if lane is None:
                return None
            dropped = (0 if book is None else book.dropped) + self._unread.get(camera_id, 0)
            return HearingFigures(lane.state, lane.why, dropped, camera_id in self.moving())

    def no_concern(self, camera_id: str) -> int:
        """Call what a camera told no concern; gives how many alarms that were. Raises Refused."""
        camera = self._cameras.by_id(camera_id)
        about = Subject("camera", "" if camera is None else str(camera.number))
        actor = self._desk.must(Permission.VIEW_LIVE, about, camera_id)
        with self._lock:
            waiting = self._alarms.of(camera_id)
        if not waiting:
            return 0
        now = self._clock.now()
        seen = tuple(replace(one, seen_by=actor.badge or actor.name, seen_at=now) for one in waiting)

        def job(transaction: Transaction) -> None:
            mark_seen(transaction, seen)
            kinds = sorted({one.kind.value for one in seen})
            self._desk.append(transaction, Action.CAMERA_EVENT, about, Outcome.DONE, actor, kinds=kinds,
                              count=len(seen))

        self._door.write(job)
        with self._lock:
            for one in seen:
                self._take_seen(one)
            self.generation = next(self._generations)
        self._bus.publish(CameraEventsSeen(camera_id))
        return len(seen)

    # The lanes' ears --------------------------------------------------------------------------------------------------

    def heard(self, camera_id: str, pull: Pull) -> None:
        """Take in what a camera told."""
        now, now_s, wake = self._clock.now(), self._clock.monotonic_s(), False
        with self._lock:
            book = self._book(camera_id)
            if pull.dropped:
                self._unread[camera_id] = self._unread.get(camera_id, 0) + pull.dropped
            for notice in pull.notices:
                event = book.fold(notice, now, now_s)
                if event is not None:
                    self._hold(event)
                    wake = wake or event.alarm
        if wake and self._keeper is not None:
            self._keeper.wake()

    # The keeper's rounds ----------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Write what was heard since, then tell it."""
        with self._lock:
            held, self._pending = tuple(self._pending.values()), {}
        if not held:
            return
        try:
            written = self._door.write(lambda tx: put_events(tx, held))
        except WorldError as error:
            self._log.warning("events_not_written", count=len(held), error=str(error))
            written = held  # an officer is told all the same: the disk may be full
        with self._lock:
            written = tuple(self._as_seen(event) for event in written)
            for event in written:
                self._alarms.take(event)
            self.generation = next(self._generations)
        for event in written:
            self._bus.publish(CameraEventHappened(event))

    def clear(self) -> None:
        """End what devices forgot to end."""
        now, now_s = self._clock.now(), self._clock.monotonic_s()
        with self._lock:
            for book in self._books.values():
                for event in book.clear(now, now_s):
                    self._hold(event)

    def prune(self) -> None:
        """Delete what is old enough."""
        before = self._clock.now() - timedelta(days=self._settings.number("camera.events_keep_days"))
        try:
            self._door.write(lambda tx: prune_events(tx, before))
        except WorldError as error:
            self._log.warning("events_not_pruned", error=str(error))

    def remember(self) -> None:
        """Read what lasted and what waits from before this start."""
        since = self._clock.now() - timedelta(hours=UNSEEN_H)
        lasting = self._reader.read(read_lasting)
        unseen = self._reader.read(lambda view: read_unseen(view, since, UNSEEN_MOST))
        by_camera: dict[str, list[CameraEvent]] = {}
        for event in lasting:
            by_camera.setdefault(event.camera_id, []).append(event)
        with self._lock:
            for camera_id, events in by_camera.items():
                self._books[camera_id] = EventBook(camera_id, self._clock.monotonic_s(), tuple(events))
            for event in unseen:
                self._alarms.take(event)
            self.generation = next(self._generations)

    def arrange(self) -> None:
        """Hear the cameras that are to be heard, and no others."""
        wanted = [one for one in self._cameras.cameras() if self._devices.tells(one)] \
            if self._settings.flag("camera.events") else []
        with self._lock:
            ids = {one.id for one in wanted[:LANES_MOST]}
            for camera_id in [one for one in self._lanes if one not in ids]:
                self._let_go(camera_id)
            self._leaving = [lane for lane in self._leaving if lane.alive]
            for lane in self._leaving:
                lane.nudge()
            new = [one for one in ids if one not in self._lanes]
            for place, camera_id in enumerate(new):
                lane = EventLane(camera_id, self._devices.open, self.heard, FIRST_S + place * APART_S)
                self._lanes[camera_id] = lane
                lane.start()

    # ---- inside ------------------------------------------------------------------------------------------------------

    def _book(self, camera_id: str) -> EventBook:
        if camera_id not in self._books:
            self._books[camera_id] = EventBook(camera_id, self._clock.monotonic_s())
        return self._books[camera_id]

    def _hold(self, event: CameraEvent) -> None:
        if len(self._pending) < PENDING_MOST or event.id in self._pending:
            self._pending[event.id] = event

    def _take_seen(self, event: CameraEvent) -> None:
        self._seen[event.id] = event
        while len(self._seen) > UNSEEN_MOST:
            del self._seen[next(iter(self._seen))]
        self._book(event.camera_id).seen(event)
        self._alarms.take(event)

    def _as_seen(self, event: CameraEvent) -> CameraEvent:
        """Give it with the officer's word, where that was said while it was on its way to the disk."""
        seen = self._seen.get(event.id)
        return event if seen is None else replace(event, seen_by=seen.seen_by, seen_at=seen.seen_at)

    def _let_go(self, camera_id: str) -> None:
        lane = self._lanes.pop(camera_id)
        lane.ask_stop()
        self._leaving.append(lane)

    def _on_cameras(self, event: CamerasChanged) -> None:
        with self._lock:
            for camera_id in (event.changed | event.removed) & self._lanes.keys():
                self._let_go(camera_id)
            self._alarms.forget(event.removed)
            for camera_id in event.removed:
                self._books.pop(camera_id, None)
            self.generation = next(self._generations)
        if self._keeper is not None:
            self._keeper.wake(arrange=True)

    def _on_setting(self, event: SettingChanged) -> None:
        if event.key == "camera.events" and self._keeper is not None:
            self._keeper.wake(arrange=True)


class _Keeper(Worker):
    """Writes, clears, prunes and arranges, round by round."""

    def __init__(self, service: CameraEventService) -> None:
        super().__init__("camera-events-keeper")
        self._service, self._woken, self._arrange = service, threading.Event(), True

    def wake(self, arrange: bool = False) -> None:
        """Go round now."""
        self._arrange = self._arrange or arrange
        self._woken.set()

    def ask_stop(self) -> None:
        """Ask it to stop."""
        super().ask_stop()
        self._woken.set()

    def run(self) -> None:
        """Go round until stopped."""
        service = self._service
        service.remember()
        for round_ in count():
            if self.stopping:
                return
            if self._arrange or round_ % CLEAR_EVERY == 0:
                self._arrange = False
                service.arrange()
            if round_ % CLEAR_EVERY == 0:
                service.clear()
            if round_ % PRUNE_EVERY == PRUNE_EVERY // 60:
                service.prune()
            service.keep()
            self._woken.wait(KEEP_S)
            self._woken.clear()


def _end(lanes: list[EventLane], within_s: float) -> None:
    """End lanes together, their pulls cut short."""
    for lane in lanes:
        lane.ask_stop()
    for _ in range(int(within_s / 0.05)):
        lanes = [lane for lane in lanes if not lane.join(0.0)]
        if not lanes:
            return
        for lane in lanes:
            lane.nudge()
        lanes[0].join(0.05)
