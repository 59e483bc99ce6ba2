"""Who watched which cameras on which screen: rows of the audit, few and whole.

Belongs here: folding what screens show into spans, writing them. Does not belong here: what is shown (streams.py tells
it), the chain (desk.py).
Invariants: 1. A camera that comes and goes, as on a tour, is one span until it was away for AWAY_S: it is said once
when it comes and once when it has gone, with when it was seen last. 2. At most one row in EVERY_S, of one screen and
CAMERAS_MOST cameras; the rest waits. 3. Another officer at the desk ends every span of the one before and begins his
own. 4. `shown` costs a lock and a set: it is called by the streams' supervisor, never by a screen. What a crash costs:
the ends of spans that were open, never that a camera was watched for more than EVERY_S. Thread: any; rows are made in
its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.worker import Worker
from safecity_console.domain.audit import Action, Detail, Outcome, Subject
from safecity_console.services.desk import Desk
from safecity_console.services.events import SeatChanged

EVERY_S = 5.0
AWAY_S = 600.0
CAMERAS_MOST = 100


@dataclass(slots=True)
class _Span:
    said: bool = False
    seen_s: float = 0.0  # when it was on the screen last; while it is there that is now
    seen_at: datetime | None = None


class ViewLog(Worker):
    """Folds what is shown into rows; `number_of` and `name_of` turn ids and places into what people read."""

    def __init__(self, desk: Desk, bus: Bus, clock: Clock, number_of: Callable[[str], int | None],
                 name_of: Callable[[str], str]) -> None:
        super().__init__("view-log")
        self._desk, self._clock = desk, clock
        self._number_of, self._name_of = number_of, name_of
        self._lock = threading.RLock()
        self._there: dict[str, frozenset[str]] = {}
        self._spans: dict[tuple[str, str], _Span] = {}
        self._actor = desk.actor
        bus.subscribe(SeatChanged, lambda _event: self.follow_seat())

    def shown(self, screen: str, camera_ids: Iterable[str]) -> None:
        """Take what a screen shows from now on."""
        ids = frozenset(camera_ids)
        with self._lock:
            if self._there.get(screen, frozenset()) != ids:
                self._touch()
                self._there[screen] = ids
                self._touch()

    def run(self) -> None:
        """Write what is due until stopped, then the ends of all."""
        while not self.wait(EVERY_S):
            self.write_due()
        with self._lock:
            self._touch()
            self._end_all()

    def write_due(self) -> None:
        """Write one row, if one is due."""
        with self._lock:
            self._touch()
            long_ago_s = self._clock.monotonic_s() - AWAY_S
            came = [key for key, span in self._spans.items() if not span.said]
            gone = [key for key, span in self._spans.items() if span.said and span.seen_s <= long_ago_s]
            for keys, say in ((came, self._say_began), (gone, self._say_ended)):
                if keys:
                    say([key for key in keys if key[0] == keys[0][0]][:CAMERAS_MOST])
                    return

    def follow_seat(self) -> None:
        """End every span where another officer sits here now; what is still on screen begins anew, as his."""
        with self._lock:
            actor = self._desk.actor
            if actor != self._actor:
                self._end_all()
                self._actor = actor
                self._touch()

    # ---- the lock is held ------------------------------------------------------------------------------------------

    def _touch(self) -> None:
        now_s, now = self._clock.monotonic_s(), self._clock.now()
        for screen, ids in self._there.items():
            for camera_id in ids:
                span = self._spans.setdefault((screen, camera_id), _Span())
                span.seen_s, span.seen_at = now_s, now

    def _end_all(self) -> None:
        for screen in sorted({place for place, _camera in self._spans}):
            mine = [key for key in self._spans if key[0] == screen]
            self._say_began([key for key in mine if not self._spans[key].said])
            for start in range(0, len(mine), CAMERAS_MOST):
                self._say_ended(mine[start:start + CAMERAS_MOST])

    def _say_began(self, keys: Sequence[tuple[str, str]]) -> None:
        for key in keys:
            self._spans[key].said = True
        numbers = sorted(n for _place, camera in keys if (n := self._number_of(camera)) is not None)
        if numbers:
            self._note(keys[0][0], began=numbers)

    def _say_ended(self, keys: Sequence[tuple[str, str]]) -> None:
        spans = [(self._number_of(key[1]), _text(self._spans.pop(key).seen_at)) for key in keys]
        ended = sorted((number, at) for number, at in spans if number is not None)
        if ended:
            self._note(keys[0][0], ended=[number for number, _at in ended], last_seen=[at for _number, at in ended])

    def _note(self, screen: str, **detail: Detail) -> None:
        self._desk.note(Action.VIEW, Subject("screen", self._name_of(screen)), Outcome.DONE, self._actor, **detail)


def _text(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at is not None else ""
