"""The streams of all cameras: who is watched, who is shown, what each says.

Belongs here: one supervisor over all channels, wishes of the screens, snapshots for screens, history and events.
Does not belong here: one camera's life (channel.py), decoding (video/), words (ui).
Invariants: 1. Every enabled camera is watched all the time; only wished ones are decoded. 2. `watches()` is an
immutable snapshot, replaced whole; `generation` rises with every change of it. 3. Nothing here blocks a caller:
commands are queued for the supervisor. 4. A change of condition reaches the history once. After a crash the history's
open spans are closed at the last heartbeat (services/history.py). Threads: any for the methods, one supervisor for the
channels.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import Protocol

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.rounds import Rounds
from safecity_console.core.slot import NewestSlot
from safecity_console.db.history import Note
from safecity_console.domain import stream as machine
from safecity_console.domain.access import Permission
from safecity_console.domain.audit import NOTHING, Actor, Subject
from safecity_console.domain.camera import Camera
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.watch import CameraWatch, Condition, HistoryState, condition_of, history_state
from safecity_console.services.channel import AddressOf, Channel, ChannelRules, ChannelTools
from safecity_console.services.engines import Engines
from safecity_console.services.events import ConditionChanged
from safecity_console.services.governor import Governor
from safecity_console.services.opener import Opener
from safecity_console.video.face import Reader
from safecity_console.video.hangup import hang_up

POLL_S = 0.2
STOP_S = 2.5
EMPTY_SLOT: NewestSlot[Picture] = NewestSlot()


@dataclass(frozen=True, slots=True)
class StreamTotals:
    """Counts over the running connections; `reduced` pictures were decoded, not scaled (over the tile's rate, late)."""

    packets: int = 0
    decoded: int = 0
    scaled: int = 0
    reduced: int = 0


class RefusedLogins(Protocol):
    """Where refused logins are remembered over restarts; must not block."""

    def refused(self, camera: Camera) -> bool:
        """Tell whether the camera refused the login it has now."""
        ...

    def note(self, camera: Camera) -> None:
        """Remember that it did."""
        ...

    def forget(self, camera_id: str) -> None:
        """Forget it."""
        ...


class Guard(Protocol):
    """Who may do what here (services/desk.py)."""

    def must(self, permission: Permission, about: Subject = NOTHING, camera_id: str = "") -> Actor:
        """Give who acts; raises Refused."""
        ...


class NothingRefused:
    """Remembers nothing, where there is no database."""

    def refused(self, camera: Camera) -> bool:
        """Give False."""
        return False

    def note(self, camera: Camera) -> None:
        """Do nothing."""

    def forget(self, camera_id: str) -> None:
        """Do nothing."""


class StateLog(Protocol):
    """Where changes of condition are kept; must not block."""

    def note_many(self, notes: Sequence[Note]) -> None:
        """Keep the changes, in order."""
        ...

    def last_worked(self) -> Mapping[str, datetime]:
        """Give, by camera id, since when cameras last known to be down have been down."""
        ...


class StreamService:
    """Watches all cameras and shows those the screens wish to see."""

    def __init__(self, bus: Bus, clock: Clock, address_of: AddressOf, log: StateLog, rules: ChannelRules, guard: Guard,
                 open_spacing_s: float = 0.02, random: Random | None = None,
                 refused: RefusedLogins | None = None, engines: Engines | None = None,
                 told: Callable[[str, Iterable[str]], None] | None = None) -> None:
        """`told` hears, in the supervisor's thread, which cameras a screen shows from now on."""
        self._bus, self._guard = bus, guard
        self._refused: RefusedLogins = refused or NothingRefused()
        self._clock = clock
        self._log = log
        self._rules = rules
        self._commands: deque[Callable[[], None]] = deque()
        self._wake = threading.Event()
        self._channels: dict[str, Channel] = {}
        self._slots: Mapping[str, NewestSlot[Picture]] = MappingProxyType({})
        self._wishes: dict[str, Mapping[str, TileWish]] = {}
        self._told = told
        self._watches: Mapping[str, CameraWatch] = MappingProxyType({})
        self._noted: dict[str, tuple[HistoryState, str, str]] = {}
        self._down_before: Mapping[str, datetime] = {}
        self._opener = Opener(open_spacing_s)
        dice = random or Random()  # noqa: S311 - jitter of pauses
        self._tools = ChannelTools(clock, dice, address_of, self._opener.ask, self._wake.set, self._hang_up,
                                   engines or Engines())
        self._supervisor = Rounds("streams", self._round, self._wake, POLL_S)
        self._leaving: list[Reader] = []
        self.governor = Governor(clock)
        self.generation = 0

    def start(self, cameras: Sequence[Camera]) -> None:
        """Begin to watch."""
        self._down_before = dict(self._log.last_worked())
        self.set_cameras(cameras)
        self._supervisor.start()

    def stop(self) -> None:
        """Close every connection and wait for the threads, within a deadline."""
        self._supervisor.stop()
        readers = self._leaving
        for channel in self._channels.values():
            readers += channel.close()
        deadline_s = self._clock.monotonic_s() + STOP_S
        for reader in readers:
            reader.join(max(0.0, deadline_s - self._clock.monotonic_s()))
        hanging = sum(r.alive for r in readers)
        if hanging:
            get_logger("streams").info("readers_left_hanging", count=hanging)

    def watches(self) -> Mapping[str, CameraWatch]:
        """Give what is known of every camera, by id."""
        return self._watches

    def slot(self, camera_id: str) -> NewestSlot[Picture]:
        """Give the slot a camera's pictures arrive in; an empty one for cameras not watched."""
        return self._slots.get(camera_id, EMPTY_SLOT)

    def show(self, screen: str, wishes: Mapping[str, TileWish]) -> None:
        """Replace a screen's wishes; cameras no screen wishes are watched without being decoded."""
        self._do(lambda: self._set_wishes(screen, dict(wishes)))

    def shown(self, camera_id: str) -> bool:
        """Tell whether a screen shows this camera now."""
        return any(camera_id in wishes for wishes in tuple(self._wishes.values()))

    def retry(self, camera_id: str) -> None:
        """Try a camera at once, a wrong login included; raises Refused where it is not for who sits here."""
        watch = self._watches.get(camera_id)
        about = Subject("camera", "" if watch is None else str(watch.number))
        self._guard.must(Permission.VIEW_LIVE, about, camera_id)
        self._do(lambda: self._give(camera_id, machine.RetryNow()))

    def set_cameras(self, cameras: Sequence[Camera], reopen: frozenset[str] = frozenset()) -> None:
        """Take over the registry; streams of cameras in `reopen` (address or login edited) begin anew."""
        self._do(lambda: self._take_over(tuple(cameras), reopen))

    def set_rules(self, rules: ChannelRules, open_spacing_s: float) -> None:
        """Take over changed settings."""
        self._do(lambda: self._set_rules(rules, open_spacing_s))

    def note_lateness(self, ms: float) -> None:
        """Take how late a screen's tick came; the governor weighs it."""
        self.governor.note_lateness(ms)

    def reader_of(self, camera_id: str) -> Reader | None:
        """Give a camera's running connection, for snapshots and measurements."""
        channel = self._channels.get(camera_id)
        return channel.reader if channel is not None else None

    def totals(self) -> StreamTotals:
        """Add up what the running connections have done."""
        # Each is asked for once: the supervisor may take it away between two looks.
        readers = [channel.reader for channel in list(self._channels.values())]
        counts = [reader.counts for reader in readers if reader is not None]
        return StreamTotals(sum(c.packets for c in counts), sum(c.decoded for c in counts),
                            sum(c.scaled for c in counts), sum(c.reduced for c in counts))

    # ---- supervisor's thread -----------------------------------------------------------------------------------

    def _do(self, command: Callable[[], None]) -> None:
        self._commands.append(command)
        self._wake.set()

    def _give(self, camera_id: str, event: machine.Event) -> None:
        if camera_id in self._channels:
            self._channels[camera_id].give(event)

    def _hang_up(self, camera_id: str) -> None:
        """Cut the connections a camera hangs in; not where another camera's lead there too, as with a recorder."""
        peers = self._channels[camera_id].peers
        if any(peers & channel.peers for cid, channel in self._channels.items() if cid != camera_id):
            return
        get_logger("streams").warning("hung_up", number=self._channels[camera_id].camera.number, count=hang_up(peers))

    def _set_rules(self, rules: ChannelRules, open_spacing_s: float) -> None:
        self._rules = rules
        self._opener.spacing_s = open_spacing_s
        for channel in self._channels.values():
            channel.set_rules(rules)

    def _take_over(self, cameras: Sequence[Camera], reopen: frozenset[str]) -> None:
        kept = {c.id for c in cameras}
        for gone in [cid for cid in self._channels if cid not in kept]:
            self._opener.leave(gone)
            self._leaving = [r for r in self._leaving + self._channels.pop(gone).close() if r.alive]
            self._noted.pop(gone, None)
        for camera in cameras:
            channel = self._channels.get(camera.id)
            if channel is None:
                channel = self._channels[camera.id] = Channel(camera, self._tools, self._rules)
            else:
                channel.set_camera(camera, camera.id in reopen)
            channel.give(self._wanted(camera) if camera.enabled else machine.Unwanted())
        self._slots = MappingProxyType({cid: c.slot for cid, c in self._channels.items()})
        self._apply_wishes()

    def _wanted(self, camera: Camera) -> machine.Wanted:
        stopped = self._channels[camera.id].status.state is machine.StreamState.STOPPED
        return machine.Wanted(refused_before=stopped and self._refused.refused(camera))

    def _set_wishes(self, screen: str, wishes: Mapping[str, TileWish]) -> None:
        if wishes:
            self._wishes[screen] = wishes
        else:
            self._wishes.pop(screen, None)
        if self._told is not None:
            self._told(screen, wishes)
        self._apply_wishes()

    def _apply_wishes(self) -> None:
        for camera_id, channel in self._channels.items():
            channel.set_wish(merged([w[camera_id] for w in self._wishes.values() if camera_id in w]))

    def _round(self) -> float:
        """Do one round of the supervisor; give how long it may sleep."""
        while self._commands:
            self._commands.popleft()()
        for channel in self._channels.values():
            channel.poll()
        self.governor.look(self._channels.values())
        self._give_turns()
        self._publish()
        wait_s = self._opener.wait_s(self._clock.monotonic_s())
        return POLL_S if wait_s is None else min(POLL_S, max(0.001, wait_s))

    def _give_turns(self) -> None:
        connecting = sum(c.connecting for c in self._channels.values())
        while (camera_id := self._opener.give(self._clock.monotonic_s(), connecting)) is not None:
            connecting += 1
            self._give(camera_id, machine.TurnCame())

    def _publish(self) -> None:
        old, now = self._watches, self._clock.now()
        fresh = {cid: self._watch(channel, old.get(cid), now) for cid, channel in self._channels.items()}
        if len(fresh) == len(old) and all(old.get(cid) is watch for cid, watch in fresh.items()):
            return
        self._watches = MappingProxyType(fresh)
        self.generation += 1
        changed = [w for cid, w in fresh.items() if cid not in old or old[cid].condition is not w.condition]
        self._note(now)
        for watch in changed:
            before = old[watch.camera_id].condition if watch.camera_id in old else None
            self._remember_login(watch)
            self._log_change(watch, before)
            self._bus.publish(ConditionChanged(watch.camera_id, before, watch.condition))

    def _log_change(self, watch: CameraWatch, before: Condition | None) -> None:
        failure = watch.failure
        why = {"layer": failure.layer.value, "fault": failure.fault.value} if failure is not None else {}
        get_logger("streams").info("condition_changed", number=watch.number, before=before and before.value,
                                   after=watch.condition.value, **why)

    def _remember_login(self, watch: CameraWatch) -> None:
        if watch.condition is Condition.REFUSED:
            self._refused.note(self._channels[watch.camera_id].camera)
        elif watch.works:
            self._refused.forget(watch.camera_id)

    def _watch(self, channel: Channel, old: CameraWatch | None, now: datetime) -> CameraWatch:
        camera, status = channel.camera, channel.status
        condition = condition_of(status, channel.picture, camera.enabled)
        failure = status.failure if condition in (Condition.OFFLINE, Condition.REFUSED) else None
        watch = CameraWatch(
            camera.id,
            camera.number,
            camera.name,
            condition,
            self._since(old, condition, camera.id, now),
            status,
            failure,
            channel.picture.fault,
            self._picture_since(channel, now),
            channel.facts,
            channel.reduction(),
        )
        if old is None:
            return watch
        # The time of the last picture moves all the while; a snapshot counts as new only for what a screen words
        # differently.
        same = replace(watch, status=old.status, picture_since=old.picture_since) == old and _alike(status, old.status)
        return old if same else watch

    def _since(self, old: CameraWatch | None, condition: Condition, camera_id: str, now: datetime) -> datetime:
        works = condition in (Condition.LIVE, Condition.LATE, Condition.IMPAIRED)
        if old is None:
            return now if works else self._down_before.get(camera_id, now)
        if condition is old.condition or (works is old.works and not works and condition is not Condition.DISABLED):
            return old.since
        return now

    def _picture_since(self, channel: Channel, now: datetime) -> datetime | None:
        if channel.picture.fault is None:
            return None
        age_s = self._clock.monotonic_s() - channel.picture.since_s
        return datetime.fromtimestamp(now.timestamp() - age_s, now.tzinfo)

    def _note(self, now: datetime) -> None:
        notes: list[Note] = []
        for watch in self._watches.values():
            state = history_state(watch.condition)
            if state is None:
                continue
            failure = watch.failure if state is HistoryState.OFFLINE else None
            said = (state, failure.layer.value if failure else "", failure.fault.value if failure else "")
            if self._noted.get(watch.camera_id) != said:
                self._noted[watch.camera_id] = said
                notes.append(Note(watch.camera_id, *said, now))
        if notes:
            self._log.note_many(notes)


def merged(wishes: Sequence[TileWish]) -> TileWish | None:
    """Fold the wishes of several screens into one: the largest tile, prominent and spared if any is."""
    if not wishes:
        return None
    largest = max(wishes, key=lambda w: w.width * w.height)
    return replace(largest, prominent=any(w.prominent for w in wishes), selected=any(w.selected for w in wishes),
                   zoomed=any(w.zoomed for w in wishes), alarmed=any(w.alarmed for w in wishes))


def _alike(new: machine.StreamStatus, old: machine.StreamStatus) -> bool:
    """Tell whether two statuses read the same to an officer; the lag to a tenth of a second."""
    return (new.state, new.failures, new.retry_at_s, new.failure, round(new.lag_s, 1), new.connected_s is None) == (
        old.state, old.failures, old.retry_at_s, old.failure, round(old.lag_s, 1), old.connected_s is None)

