"""What notices of one camera come to: events that begin, go on and end.

Belongs here: the rules. Does not belong here: hearing the device (onvif/events.py), rows, threads.
Invariants:
1. A state that is told again is no news: after a camera's restart nothing that lasted is an event a second time.
2. What a device tells as standing at subscribing ends what it denies, and begins only what nobody knew, as `initial`.
3. Never more new events than the allowance (`BURST` at once, `A_MINUTE` in the long run); the rest is counted. Ends are
   never dropped, so that nothing lasts for ever.
4. No more states than `STATES_MOST` are followed of a camera.
Thread: its owner's, one at a time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from safecity_console.core.ids import new_id
from safecity_console.domain.camera_event import FACTS, CameraEvent, Notice, clear_after_s

BURST, A_MINUTE = 30, 20
STATES_MOST = 200


class Allowance:
    """How many new events a camera may still make."""

    def __init__(self, now_s: float) -> None:
        self._left, self._at_s = float(BURST), now_s

    def take(self, now_s: float) -> bool:
        """Take one; False where none is left."""
        self._left = min(float(BURST), self._left + max(0.0, now_s - self._at_s) * A_MINUTE / 60.0)
        self._at_s = now_s
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True


class EventBook:
    """The states of one camera; each call gives the events that are new or others now."""

    def __init__(self, camera_id: str, now_s: float, lasting: tuple[CameraEvent, ...] = ()) -> None:
        self._camera_id = camera_id
        self._lasting = {one.key: one for one in lasting[:STATES_MOST]}
        self._told_s = dict.fromkeys(self._lasting, now_s)
        self._facts: dict[str, str] = {}
        self._allowance = Allowance(now_s)
        self.dropped = 0

    @property
    def lasting(self) -> tuple[CameraEvent, ...]:
        """Give what is so now."""
        return tuple(self._lasting.values())

    def fold(self, notice: Notice, now: datetime, now_s: float) -> CameraEvent | None:
        """Take a notice in; gives the event it began or ended, if any."""
        if notice.kind in FACTS:
            return self._fact(notice, now, now_s)
        known = self._lasting.get(notice.key)
        if notice.active is False or notice.ended:
            return None if known is None else self._end(known, now, notice.device_at)
        if notice.active is None:
            return None if notice.initial else self._new(notice, now, now_s)
        if known is not None:
            self._told_s[notice.key] = now_s
            return None
        if len(self._lasting) >= STATES_MOST:
            self.dropped += 1
            return None
        return self._new(notice, now, now_s)

    def clear(self, now: datetime, now_s: float) -> tuple[CameraEvent, ...]:
        """End what the device has not told of for too long."""
        ended = []
        for key, event in list(self._lasting.items()):
            after_s = clear_after_s(event.kind)
            if after_s is not None and now_s - self._told_s.get(key, now_s) >= after_s:
                ended.append(replace(self._end(event, now, None), timed_out=True))
        return tuple(ended)

    def seen(self, event: CameraEvent) -> None:
        """Take over that an officer has called a lasting event no concern."""
        if event.key in self._lasting and self._lasting[event.key].id == event.id:
            self._lasting[event.key] = event

    def _fact(self, notice: Notice, now: datetime, now_s: float) -> CameraEvent | None:
        before = self._facts.get(notice.topic)
        if len(self._facts) < STATES_MOST or before is not None:
            self._facts[notice.topic] = notice.value
        other = before is not None and before != notice.value
        if not other and (notice.initial or before == notice.value):
            return None
        return self._new(replace(notice, active=None), now, now_s)

    def _new(self, notice: Notice, now: datetime, now_s: float) -> CameraEvent | None:
        if not self._allowance.take(now_s):
            self.dropped += 1
            return None
        moment = notice.active is None
        event = CameraEvent(
            new_id(), self._camera_id, notice.kind, now, notice.topic, notice.source, notice.device_at,
            ended_at=now if moment else None, device_ended_at=notice.device_at if moment else None, moment=moment,
            initial=notice.initial and not moment, raw=notice.raw)
        if not moment:
            self._lasting[event.key] = event
            self._told_s[event.key] = now_s
        return event

    def _end(self, event: CameraEvent, now: datetime, device_at: datetime | None) -> CameraEvent:
        self._lasting.pop(event.key, None)
        self._told_s.pop(event.key, None)
        return replace(event, ended_at=max(now, event.began_at), device_ended_at=device_at)
