"""What needs attention: the entries of the right column, made of how the cameras' video is and what they tell.

Belongs here: which changes become entries, grouping, how long they stay. Does not belong here: widgets, words.
Invariants: 1. Cameras that are down within `SETTLE_S` of the console's start are one entry, not many. 2. Every later
loss, refusal, impairment and return is its own entry, newest first, at most `MOST`. 3. A loss that ended is marked as
over, not removed under the officer's eye; it leaves after `OVER_S`. 4. A camera has at most one entry of its
video and one of what it told, which waits until an officer calls it no concern. 5. A break of the audit stands first
and stays until somebody took note of it.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from safecity_console.domain.audit import StandingBreak
from safecity_console.domain.camera_event import CameraAlarm
from safecity_console.domain.watch import CameraWatch, Condition

MOST = 40
SETTLE_S = 20.0
OVER_S = 120.0

NOBODY: Mapping[str, CameraAlarm] = MappingProxyType({})
_BAD = (Condition.OFFLINE, Condition.REFUSED, Condition.IMPAIRED)


class Kind(StrEnum):
    """What an entry says."""

    DOWN_AT_START = "down_at_start"
    REFUSED_AT_START = "refused_at_start"
    LOST = "lost"
    REFUSED = "refused"
    IMPAIRED = "impaired"
    BACK = "back"
    AUDIT_BREAK = "audit_break"
    TOLD = "told"  # by the camera itself: tampering, a turned camera, an alarm input …


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `camera_id` empty where it speaks of `count` cameras together, named by
    `together`; `over_at` when its cause ended."""

    kind: Kind
    at: datetime
    camera_id: str = ""
    number: int = 0
    name: str = ""
    count: int = 0
    watch: CameraWatch | None = None
    over_at: datetime | None = None
    together: frozenset[str] = frozenset()
    alarm: CameraAlarm | None = None


class Attention:
    """The queue; `observe` folds a snapshot of all cameras in and tells whether something changed."""

    def __init__(self, began_s: float) -> None:
        self._began_s = began_s
        self._at_start: dict[str, CameraWatch] = {}
        self._own: dict[str, Entry] = {}
        self._told: tuple[Entry, ...] = ()
        self._shown: tuple[Entry, ...] = ()
        self._break: Entry | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Give the entries, newest first, the common ones last."""
        return self._shown

    def open_count(self) -> int:
        """Count the entries whose cause lasts."""
        return sum(1 for entry in self._shown if entry.over_at is None and entry.kind is not Kind.BACK)

    def alarmed(self) -> frozenset[str]:
        """Give the cameras whose own entry lasts: their tiles keep their quality under load, and hold a tour."""
        told = {e.camera_id for e in self._told if e.alarm is not None and e.alarm.lasts}
        lost = {e.camera_id for e in self._own.values() if e.over_at is None and e.kind is not Kind.BACK}
        return frozenset(lost | told)

    def tell_break(self, found: StandingBreak | None) -> None:
        """Tell what a start found in the audit, or that somebody took note; shown by the next `observe`."""
        self._break = None if found is None else Entry(Kind.AUDIT_BREAK, found.at, name=found.kind)

    def observe(self, watches: Mapping[str, CameraWatch], now: datetime, now_s: float,
                alarms: Mapping[str, CameraAlarm] = NOBODY) -> bool:
        """Fold a snapshot in; True if the entries are others now."""
        self._told = tuple(
            Entry(Kind.TOLD, alarm.newest.began_at, alarm.camera_id, watch.number, watch.name, alarm.count, alarm=alarm)
            for alarm in alarms.values() if (watch := watches.get(alarm.camera_id)) is not None)
        for camera_id in [one for one in self._own if one not in watches]:
            del self._own[camera_id]
        self._at_start = {k: v for k, v in self._at_start.items() if k in watches}
        for watch in watches.values():
            self._fold(watch, now, now_s)
        self._own = {k: e for k, e in self._own.items() if e.over_at is None or _young(e.over_at, now)}
        shown = self._arranged(now)
        changed = shown != self._shown
        self._shown = shown
        return changed

    def _fold(self, watch: CameraWatch, now: datetime, now_s: float) -> None:
        camera_id = watch.camera_id
        entry = self._own.get(camera_id)
        if watch.condition in (Condition.LIVE, Condition.LATE, Condition.DISABLED):
            self._at_start.pop(camera_id, None)
            if entry is not None and entry.over_at is None and watch.condition is not Condition.LATE:
                self._own[camera_id] = _ended(entry, watch, now)
            return
        if watch.condition not in _BAD:
            return
        kind = _kind(watch)
        starting = now_s - self._began_s < SETTLE_S or camera_id in self._at_start
        if starting and kind is not Kind.IMPAIRED and entry is None:
            self._at_start[camera_id] = watch
            return
        self._at_start.pop(camera_id, None)
        if entry is None or entry.kind is not kind or entry.over_at is not None:
            self._own[camera_id] = Entry(kind, trouble_since(watch), camera_id, watch.number, watch.name, watch=watch)
        elif entry.watch is not None and (entry.watch.failure, entry.at) != (watch.failure, trouble_since(watch)):
            self._own[camera_id] = replace(entry, at=trouble_since(watch), watch=watch)

    def _arranged(self, now: datetime) -> tuple[Entry, ...]:
        own = sorted((*self._own.values(), *self._told), key=lambda e: (e.at, e.number), reverse=True)[:MOST]
        together: list[Entry] = []
        for kind, condition in ((Kind.REFUSED_AT_START, Condition.REFUSED), (Kind.DOWN_AT_START, Condition.OFFLINE)):
            down = [w for w in self._at_start.values() if w.condition is condition]
            if down:
                who = frozenset(w.camera_id for w in down)
                together.append(Entry(kind, min(trouble_since(w) for w in down), count=len(down), together=who))
        return (*([self._break] if self._break else ()), *own, *together)


def trouble_since(watch: CameraWatch) -> datetime:
    """Give the one moment every screen shows for a camera's condition: the picture's own where the picture is bad."""
    if watch.condition is Condition.IMPAIRED and watch.picture_since is not None:
        return watch.picture_since
    return watch.since


def _kind(watch: CameraWatch) -> Kind:
    return {Condition.REFUSED: Kind.REFUSED, Condition.IMPAIRED: Kind.IMPAIRED}.get(watch.condition, Kind.LOST)


def _ended(entry: Entry, watch: CameraWatch, now: datetime) -> Entry:
    if entry.kind in (Kind.LOST, Kind.REFUSED) and watch.condition is Condition.LIVE:
        return replace(entry, kind=Kind.BACK, at=now, watch=watch, over_at=now)
    return replace(entry, over_at=now)


def _young(over_at: datetime, now: datetime) -> bool:
    return now - over_at < timedelta(seconds=OVER_S)
