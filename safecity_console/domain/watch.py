"""What the console says of one camera: the condition shown on its tile and kept in its history.

Belongs here: folding a stream's life and its picture's condition into one word, counting words, history spans.
Does not belong here: the machine itself (stream.py), words for people (ui/texts.py).
Invariants: 1. Every camera has exactly one condition. 2. A stream that keeps dropping counts as OFFLINE until it has
held (`StreamRules.settled_after_s`): counts and the history must not flicker with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from safecity_console.domain.camera import StreamRole
from safecity_console.domain.governor import Reduction
from safecity_console.domain.health import PictureCondition, PictureFault
from safecity_console.domain.stream import Failure, Layer, StreamState, StreamStatus

FLAPPING_DROPS = 2


class Condition(StrEnum):
    """The word of a tile."""

    LIVE = "live"
    LATE = "late"
    IMPAIRED = "impaired"
    CONNECTING = "connecting"
    OFFLINE = "offline"
    REFUSED = "refused"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """What is known of the running stream; 0 and empty where nothing came yet. Both `_fps` are per second.

    `hardware` is the kind of graphics device that decodes it, empty where the processor does.
    """

    role: StreamRole = StreamRole.SUB
    codec: str = ""
    width: int = 0
    height: int = 0
    received_fps: float = 0.0
    bitrate_bps: float = 0.0
    packets: int = 0
    decoded: int = 0
    bad_packets: int = 0
    hardware: str = ""
    key_every_s: float = 0.0


@dataclass(frozen=True, slots=True)
class CameraWatch:
    """A snapshot of one camera for screens and reports; `since` is UTC, `retry_at_s` and `lag_s` are monotonic."""

    camera_id: str
    number: int
    name: str
    condition: Condition
    since: datetime
    status: StreamStatus
    failure: Failure | None = None
    picture_fault: PictureFault | None = None
    picture_since: datetime | None = None
    facts: StreamFacts = StreamFacts()
    reduction: Reduction = Reduction.NONE

    @property
    def works(self) -> bool:
        """Tell whether the officer gets a moving, current picture (impaired ones included)."""
        return self.condition in (Condition.LIVE, Condition.LATE, Condition.IMPAIRED)


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the top strip."""

    total: int = 0
    live: int = 0
    impaired: int = 0
    offline: int = 0
    connecting: int = 0


class HistoryState(StrEnum):
    """What a span of a camera's history says; UNKNOWN is "the console was off"."""

    LIVE = "live"
    LATE = "late"
    OFFLINE = "offline"
    DISABLED = "disabled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class HistorySpan:
    """One span of a camera's history; `to_at` None while it lasts; `layer` and `fault` only where OFFLINE."""

    id: str
    camera_id: str
    state: HistoryState
    layer: str
    fault: str
    from_at: datetime
    to_at: datetime | None
    revision: int = 1


def condition_of(status: StreamStatus, picture: PictureCondition, enabled: bool = True) -> Condition:
    """Fold a stream's status and its picture's condition into the word of the tile."""
    if not enabled or status.state is StreamState.STOPPED:
        return Condition.DISABLED
    if status.state is StreamState.REFUSED:
        return Condition.REFUSED
    if status.state in (StreamState.LIVE, StreamState.LATE):
        if status.drops >= FLAPPING_DROPS:
            return Condition.OFFLINE
        if status.state is StreamState.LATE:
            return Condition.LATE
        return Condition.IMPAIRED if picture.fault is not None else Condition.LIVE
    if status.failure is None or status.failure.layer is Layer.LOGIN:
        return Condition.CONNECTING  # a refused login that is tried again is not "offline"
    return Condition.OFFLINE


def history_state(condition: Condition) -> HistoryState | None:
    """Give the history's word for a condition; None means "no new span" (a first try says nothing yet)."""
    return {
        Condition.LIVE: HistoryState.LIVE,
        Condition.IMPAIRED: HistoryState.LIVE,
        Condition.LATE: HistoryState.LATE,
        Condition.OFFLINE: HistoryState.OFFLINE,
        Condition.REFUSED: HistoryState.OFFLINE,
        Condition.DISABLED: HistoryState.DISABLED,
    }.get(condition)


def failing_layer(watch: CameraWatch) -> Layer | None:
    """Give the layer that failed, for a camera that does not work."""
    return watch.failure.layer if watch.failure is not None and not watch.works else None


def count(watches: Iterable[CameraWatch]) -> Counts:
    """Count cameras by condition; disabled ones are left out, LATE counts as impaired."""
    total = live = impaired = offline = connecting = 0
    for watch in watches:
        if watch.condition is Condition.DISABLED:
            continue
        total += 1
        live += watch.condition is Condition.LIVE
        impaired += watch.condition in (Condition.IMPAIRED, Condition.LATE)
        offline += watch.condition in (Condition.OFFLINE, Condition.REFUSED)
        connecting += watch.condition is Condition.CONNECTING
    return Counts(total, live, impaired, offline, connecting)
