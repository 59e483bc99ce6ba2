"""Cameras lost and back, beyond a hold: as they happen, and read back from a history.

Belongs here: the rule of the hold. Does not belong here: who is told (services/).
Invariants: 1. A camera is lost when it worked and then did not for the whole hold; it is back when it worked again for
the whole hold. What flickers within the hold is neither. 2. A camera never seen working is not lost; time not watched
says nothing. 3. The moment told is the one it began at, not the one the hold ran out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from safecity_console.domain.watch import HistorySpan, HistoryState

_WORKS = frozenset({HistoryState.LIVE, HistoryState.LATE})


@dataclass(frozen=True, slots=True)
class Turn:
    """A camera was lost, or is back; `away` where it is back: how long it was gone."""

    camera_id: str
    back: bool
    at: datetime
    away: timedelta = timedelta()


@dataclass
class _Seen:
    works: bool
    at: datetime
    at_s: float
    told_works: bool | None = None
    lost_at: datetime | None = None


class LossWatch:
    """Follows cameras as they are told; `due` gives what the hold has confirmed since. One thread at a time."""

    def __init__(self, hold_s: float) -> None:
        self.hold_s = hold_s
        self._seen: dict[str, _Seen] = {}

    def tell(self, camera_id: str, works: bool, at: datetime, now_s: float) -> None:
        """Say whether a camera works from now on."""
        seen = self._seen.get(camera_id)
        if seen is None:
            self._seen[camera_id] = _Seen(works, at, now_s)
        elif seen.works != works:
            self._settle(seen, now_s)
            seen.works, seen.at, seen.at_s = works, at, now_s

    def forget(self, camera_id: str) -> None:
        """Follow a camera no more."""
        self._seen.pop(camera_id, None)

    def due(self, now_s: float) -> tuple[Turn, ...]:
        """Give what is certain by now and was not told yet."""
        found = []
        for camera_id, seen in self._seen.items():
            if now_s - seen.at_s < self.hold_s or seen.told_works is seen.works:
                continue
            before, seen.told_works = seen.told_works, seen.works
            if before and not seen.works:
                seen.lost_at = seen.at
                found.append(Turn(camera_id, False, seen.at))
            elif before is False and seen.lost_at is not None:
                found.append(Turn(camera_id, True, seen.at, max(timedelta(), seen.at - seen.lost_at)))
                seen.lost_at = None
        return tuple(found)

    def _settle(self, seen: _Seen, now_s: float) -> None:
        """Count a state that held long enough although nobody asked meanwhile."""
        if seen.told_works is None and now_s - seen.at_s >= self.hold_s:
            seen.told_works = seen.works


def turns(spans: Sequence[HistorySpan], from_at: datetime, to_at: datetime, hold: timedelta) -> tuple[Turn, ...]:
    """Find what one camera's history of a period says: each loss and each return, in order."""
    found: list[Turn] = []
    before: bool | None = None
    lost_at: datetime | None = None
    for works, start, end in _runs(spans, to_at):
        if end - start < hold:
            continue
        if before is not None and works != before and start >= from_at:
            away = start - lost_at if works and lost_at is not None else timedelta()
            found.append(Turn(spans[0].camera_id, works, start, max(timedelta(), away)))
        lost_at = lost_at if works else start
        before = works
    return tuple(found)


def _runs(spans: Iterable[HistorySpan], to_at: datetime) -> list[tuple[bool, datetime, datetime]]:
    """Join neighbours of one kind; what was not watched, or switched off, stands between without a word."""
    joined: list[tuple[bool, datetime, datetime]] = []
    for span in spans:
        if span.state not in _WORKS and span.state is not HistoryState.OFFLINE:
            continue
        works, end = span.state in _WORKS, max(span.from_at, min(to_at, span.to_at or to_at))
        if joined and joined[-1][0] is works:
            joined[-1] = (works, joined[-1][1], end)
        else:
            joined.append((works, span.from_at, end))
    return joined
