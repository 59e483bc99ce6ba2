"""The life of one camera's stream: states, legal moves, what each asks of the world.

Belongs here: the pure state machine, the layers a stream can fail at, liveness rules.
Does not belong here: sockets and threads (video/), who runs the machine (services/streams.py), words (ui/texts.py).
Invariants: 1. `advance` is pure: same status, event, time and jitter give the same step. 2. An event of an older
epoch changes nothing. 3. After `Layer.LOGIN` failed nothing is opened until `LoginChanged` or an officer's `RetryNow`.
4. `Open` is asked at most once per epoch, and every epoch that was opened is closed exactly once.
5. A stream is LIVE only while pictures come: silence makes it LATE by our own clock, never by an exception.
Times are seconds of one monotonic clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class StreamState(StrEnum):
    """Where a stream is in its life."""

    STOPPED = "stopped"  # nobody wants it
    QUEUED = "queued"  # wants to open, waits for its turn
    CONNECTING = "connecting"  # an attempt is under way
    LIVE = "live"  # pictures come
    LATE = "late"  # connected, but the picture is old
    BACKOFF = "backoff"  # failed; the next try is timed
    REFUSED = "refused"  # wrong login; nothing is tried until it changes


class Layer(StrEnum):
    """The rung of the ladder at which a stream fails, from the name to the picture."""

    NAME = "name"
    ROUTE = "route"
    PORT = "port"
    RTSP = "rtsp"
    LOGIN = "login"
    STREAM = "stream"
    FIRST_PACKET = "first_packet"
    FIRST_KEY_FRAME = "first_key_frame"
    FIRST_PICTURE = "first_picture"
    CLOCK = "clock"
    PICTURE_QUALITY = "picture_quality"


class Fault(StrEnum):
    """What exactly went wrong at a layer."""

    NO_SUCH_HOST = "no_such_host"
    NO_ROUTE = "no_route"
    PORT_REFUSED = "port_refused"
    PORT_TIMEOUT = "port_timeout"
    NO_ANSWER = "no_answer"
    BAD_ANSWER = "bad_answer"
    WRONG_PASSWORD = "wrong_password"
    NOT_FOUND = "not_found"
    UNSUPPORTED = "unsupported"
    NO_VIDEO = "no_video"
    NO_PACKETS = "no_packets"
    NO_KEY_FRAME = "no_key_frame"
    UNDECODABLE = "undecodable"
    STALLED = "stalled"
    CLOSED = "closed"
    SERVER_ERROR = "server_error"
    TLS = "tls"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed attempt or lost stream; `detail` is short, English, free of URLs and logins."""

    layer: Layer
    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StreamRules:
    """Figures of the machine; defaults from video-pipeline.md §9-10 and the issue's targets, in seconds."""

    late_after_s: float = 1.5
    reopen_after_s: float = 3.0
    attempt_deadline_s: float = 12.0
    key_frame_deadline_s: float = 65.0
    backoff_first_s: float = 0.5
    backoff_most_s: float = 12.0  # 15 s to be live again after a long outage, less opening and the queue of thirty
    settled_after_s: float = 10.0
    lag_late_s: float = 1.0
    lag_drop_s: float = 5.0


@dataclass(frozen=True, slots=True)
class StreamStatus:
    """Everything known of one stream's life; replaced whole, never changed in place.

    `failures` counts since the stream last held, attempts included; `drops` only the times it had been live.
    """

    state: StreamState = StreamState.STOPPED
    epoch: int = 0
    since_s: float = 0.0
    failure: Failure | None = None
    failures: int = 0
    retry_at_s: float | None = None
    last_picture_s: float | None = None
    live_since_s: float | None = None
    down_since_s: float | None = None
    lag_s: float = 0.0
    opened: bool = False
    connected_s: float | None = None
    reconnects: int = 0
    drops: int = 0


# Events -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Somebody wants the stream; `refused_before`: its very login was refused in an earlier run and is not tried."""

    refused_before: bool = False


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Nobody wants it any more."""


@dataclass(frozen=True, slots=True)
class TurnCame:
    """The staggered opener gives this stream its turn."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The first packet of the opened source came; a key frame may still be awaited."""

    epoch: int


@dataclass(frozen=True, slots=True)
class PictureCame:
    """A good picture (or, undecoded, a packet of a running stream) came at `at_s` (None: now), `lag_s` behind."""

    epoch: int
    lag_s: float = 0.0
    at_s: float | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """The attempt or the running stream failed."""

    epoch: int
    failure: Failure


@dataclass(frozen=True, slots=True)
class LoginChanged:
    """The camera's address or login was edited."""


@dataclass(frozen=True, slots=True)
class RetryNow:
    """An officer asks for a try at once."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passed."""


Event = Wanted | Unwanted | TurnCame | Connected | PictureCame | Failed | LoginChanged | RetryNow | Tick


class Effect(StrEnum):
    """What the machine asks its owner to do, for the status' epoch (CLOSE: for the epoch before the step)."""

    ASK_TURN = "ask_turn"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Step:
    """The next status and what to do, in order."""

    status: StreamStatus
    effects: tuple[Effect, ...] = ()


def backoff_s(failures: int, rules: StreamRules, jitter: float) -> float:
    """Give the pause before try number `failures` + 1; `jitter` in 0..1 spreads it over 50-100 % (half jitter)."""
    full = min(rules.backoff_most_s, rules.backoff_first_s * 2.0 ** max(0, min(failures, 30) - 1))
    return full * (0.5 + 0.5 * jitter)


def advance(status: StreamStatus, event: Event, now_s: float, rules: StreamRules, jitter: float = 0.5) -> Step:
    """Move the machine by one event."""
    if isinstance(event, Wanted):
        return _wanted(status, event, now_s)
    if isinstance(event, Unwanted):
        return _unwanted(status, now_s)
    if isinstance(event, TurnCame):
        return _turn_came(status, now_s)
    if isinstance(event, LoginChanged | RetryNow):
        return _again(status, now_s)
    if isinstance(event, Tick):
        return _tick(status, now_s, rules, jitter)
    if event.epoch != status.epoch or not status.opened:
        return Step(status)
    if isinstance(event, Connected):
        return Step(replace(status, connected_s=now_s) if status.connected_s is None else status)
    if isinstance(event, PictureCame):
        return _picture_came(status, event, now_s, rules)
    return _failed(status, event.failure, now_s, rules, jitter)


def _wanted(status: StreamStatus, event: Wanted, now_s: float) -> Step:
    if status.state is not StreamState.STOPPED:
        return Step(status)
    if event.refused_before:
        failure = Failure(Layer.LOGIN, Fault.WRONG_PASSWORD)
        return Step(StreamStatus(StreamState.REFUSED, status.epoch, now_s, failure, failures=1, down_since_s=now_s))
    fresh = StreamStatus(StreamState.QUEUED, status.epoch, now_s, down_since_s=now_s)
    return Step(fresh, (Effect.ASK_TURN,))


def _unwanted(status: StreamStatus, now_s: float) -> Step:
    if status.state is StreamState.STOPPED:
        return Step(status)
    effects = (Effect.CLOSE,) if status.opened else ()
    return Step(StreamStatus(StreamState.STOPPED, status.epoch, now_s), effects)


def _turn_came(status: StreamStatus, now_s: float) -> Step:
    if status.state is not StreamState.QUEUED:
        return Step(status)
    moved = replace(status, state=StreamState.CONNECTING, epoch=status.epoch + 1, since_s=now_s, opened=True,
                    retry_at_s=None, lag_s=0.0, connected_s=None, last_picture_s=None)
    return Step(moved, (Effect.OPEN,))


def _again(status: StreamStatus, now_s: float) -> Step:
    if status.state in (StreamState.STOPPED, StreamState.QUEUED):
        return Step(status)
    effects = ((Effect.CLOSE,) if status.opened else ()) + (Effect.ASK_TURN,)
    moved = replace(status, state=StreamState.QUEUED, since_s=now_s, opened=False, failures=0, drops=0, retry_at_s=None,
                    live_since_s=None, down_since_s=status.down_since_s or now_s)
    return Step(moved, effects)


def _tick(status: StreamStatus, now_s: float, rules: StreamRules, jitter: float) -> Step:
    if status.state is StreamState.BACKOFF and status.retry_at_s is not None and now_s >= status.retry_at_s:
        return Step(replace(status, state=StreamState.QUEUED, since_s=now_s, retry_at_s=None), (Effect.ASK_TURN,))
    if status.state is StreamState.CONNECTING:
        overdue = _overdue(status, now_s, rules)
        return Step(status) if overdue is None else _failed(status, overdue, now_s, rules, jitter)
    if status.state in (StreamState.LIVE, StreamState.LATE) and status.last_picture_s is not None:
        return _watch(status, now_s, rules, jitter)
    return Step(status)


def _overdue(status: StreamStatus, now_s: float, rules: StreamRules) -> Failure | None:
    """Give the failure of an attempt past its deadline; a camera that sends packets may be long over a key frame."""
    if status.connected_s is None:
        late = now_s - status.since_s >= rules.attempt_deadline_s
        return Failure(Layer.RTSP, Fault.NO_ANSWER) if late else None
    late = now_s - status.connected_s >= rules.key_frame_deadline_s
    return Failure(Layer.FIRST_KEY_FRAME, Fault.NO_KEY_FRAME) if late else None


def _watch(status: StreamStatus, now_s: float, rules: StreamRules, jitter: float) -> Step:
    silent_s = now_s - (status.last_picture_s or now_s)
    if silent_s >= rules.reopen_after_s:
        return _failed(status, Failure(Layer.FIRST_PACKET, Fault.STALLED), now_s, rules, jitter)
    if status.state is StreamState.LIVE and silent_s >= rules.late_after_s:
        return Step(replace(status, state=StreamState.LATE, since_s=now_s))
    return Step(status)


def _picture_came(status: StreamStatus, event: PictureCame, now_s: float, rules: StreamRules) -> Step:
    if event.lag_s >= rules.lag_drop_s:
        return _failed(status, Failure(Layer.FIRST_PACKET, Fault.TOO_LATE), now_s, rules, 0.5)
    at_s = now_s if event.at_s is None else event.at_s
    late = event.lag_s >= rules.lag_late_s or now_s - at_s >= rules.late_after_s
    state = StreamState.LATE if late else StreamState.LIVE
    live_since = status.live_since_s if status.live_since_s is not None else now_s
    # A stream counts as mended only once it has held for a while; else one that drops every few seconds
    # would be hammered at the first, shortest pause for ever.
    settled = now_s - live_since >= rules.settled_after_s
    since_s = status.since_s if status.state is state else now_s
    return Step(replace(status, state=state, since_s=since_s, last_picture_s=at_s, live_since_s=live_since,
                        lag_s=event.lag_s, failures=0 if settled else status.failures,
                        drops=0 if settled else status.drops,
                        failure=None if settled else status.failure, down_since_s=None))


def _failed(status: StreamStatus, failure: Failure, now_s: float, rules: StreamRules, jitter: float) -> Step:
    if status.state not in (StreamState.CONNECTING, StreamState.LIVE, StreamState.LATE):
        return Step(status)
    was_live = status.live_since_s is not None
    failures = status.failures + 1
    down_since = status.down_since_s if status.down_since_s is not None else now_s
    moved = replace(status, since_s=now_s, opened=False, failure=failure, failures=failures, live_since_s=None,
                    down_since_s=down_since, reconnects=status.reconnects + was_live,
                    drops=status.drops + was_live, lag_s=0.0)
    if failure.layer is Layer.LOGIN:
        return Step(replace(moved, state=StreamState.REFUSED, retry_at_s=None), (Effect.CLOSE,))
    retry_at = now_s + backoff_s(failures, rules, jitter)
    return Step(replace(moved, state=StreamState.BACKOFF, retry_at_s=retry_at), (Effect.CLOSE,))
