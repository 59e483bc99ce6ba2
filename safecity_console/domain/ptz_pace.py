"""When a lane sends what: moves on change and at most ten a second, renewals, Stop first and last, the dead-man.

Belongs here: the pure rule from times to the next command. Does not belong here: threads and calls
(services/ptz_lane.py).
Invariants:
1. Stop is due at once, whatever was sent when, and stays due until the camera took one.
2. A move goes only on change, or to renew one that is held; two moves are never nearer than a tenth of a second.
3. A hand that is silent for `HAND_SILENT_S` counts as taken away.
4. Stop is sent a second time `SETTLE_S` after the first one, after a move that was answered late, not at all or by a
   fault also a third time: a late move may land behind it (quirk 14).
Times are monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from safecity_console.domain.onvif import PtzAbilities
from safecity_console.domain.ptz import STILL, Velocity, changed

SENDS_PER_S = 10
APART_S = 1.0 / SENDS_PER_S
RENEW_SHARE = 0.4  # of the timeout a move carries: renewed while held
TIMEOUT_WANTED_S = 1.0
HAND_SILENT_S = 1.0
SLOW_S = 0.3  # an answer later than this makes the device one whose moves may land late
SETTLE_S = (0.5, 1.5)
STOP_AGAIN_S = 0.25  # between tries of a Stop that failed


class Do(StrEnum):
    """What is to be sent now."""

    NOTHING = "nothing"
    MOVE = "move"
    STOP = "stop"


class Due(NamedTuple):
    """What is to be sent now, and after how many seconds to look again at the latest; None: when something comes."""

    do: Do
    velocity: Velocity = STILL
    wait_s: float | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """What a lane knows of its camera's movement."""

    wanted: Velocity = STILL
    wanted_s: float = 0.0
    sent: Velocity = STILL
    sent_s: float = -1e9
    timeout_s: float = TIMEOUT_WANTED_S
    stop_due: bool = False
    stop_from_s: float = -1e9  # not before: a Stop failed just now
    settle: tuple[float, ...] = ()  # moments of the Stops that follow a Stop
    late: bool = False  # a move was answered late since the last Stop

    @property
    def moving(self) -> bool:
        """Tell whether the camera may be moving by our hand."""
        return not self.sent.still or self.stop_due

    def want(self, velocity: Velocity, now_s: float) -> Pace:
        """Take what the hand wants now."""
        if velocity.still:
            return replace(self, wanted=STILL, wanted_s=now_s, stop_due=self.stop_due or not self.sent.still)
        return replace(self, wanted=velocity, wanted_s=now_s, settle=())

    def halt(self) -> Pace:
        """Take an order to stop, whether anything is known to move or not."""
        return replace(self, wanted=STILL, stop_due=True, stop_from_s=-1e9)

    def moved(self, velocity: Velocity, sent_s: float, took_s: float, failed: bool = False) -> Pace:
        """Take that a move was sent; one that failed may have arrived all the same, so Stop follows."""
        late = self.late or failed or took_s > SLOW_S
        if failed:
            return replace(self, wanted=STILL, sent=velocity, sent_s=sent_s, late=late, stop_due=True)
        return replace(self, sent=velocity, sent_s=sent_s, late=late)

    def stopped(self, now_s: float) -> Pace:
        """Take that a Stop was taken."""
        after = SETTLE_S if self.late else SETTLE_S[:1] if not self.sent.still else ()
        settle = tuple(now_s + after_s for after_s in after) or tuple(at_s for at_s in self.settle if at_s > now_s)
        return replace(self, sent=STILL, stop_due=False, late=False, settle=settle)

    def stop_failed(self, now_s: float) -> Pace:
        """Take that a Stop was not taken."""
        return replace(self, stop_due=True, stop_from_s=now_s + STOP_AGAIN_S, late=True)


def next_due(pace: Pace, now_s: float, scale: float = 1.0) -> Due:
    """Tell what is to be sent now; `scale` is how far pan and tilt are slowed as the view narrows."""
    silent = now_s - pace.wanted_s >= HAND_SILENT_S
    held = not pace.wanted.still and not silent
    if pace.stop_due or (not held and not pace.sent.still):
        wait_s = pace.stop_from_s - now_s
        return Due(Do.STOP) if wait_s <= 0 else Due(Do.NOTHING, wait_s=wait_s)
    if held:
        wanted = Velocity(pace.wanted.pan * scale, pace.wanted.tilt * scale, pace.wanted.zoom)
        return _move(pace, wanted, now_s)
    if pace.settle:
        wait_s = min(pace.settle) - now_s
        return Due(Do.STOP) if wait_s <= 0 else Due(Do.NOTHING, wait_s=wait_s)
    return Due(Do.NOTHING)


def timeout_of(abilities: PtzAbilities) -> float:
    """Give the timeout that moves carry: a second, or the shortest the camera takes."""
    least, most = abilities.timeout_least_s or 0.0, abilities.timeout_most_s
    wanted_s = max(TIMEOUT_WANTED_S, least)
    return min(wanted_s, most) if most is not None and most >= max(least, 0.1) else wanted_s


def _move(pace: Pace, wanted: Velocity, now_s: float) -> Due:
    since_s = now_s - pace.sent_s
    silent_in_s = pace.wanted_s + HAND_SILENT_S - now_s
    renew_in_s = RENEW_SHARE * pace.timeout_s - since_s
    if changed(pace.sent, wanted) or renew_in_s <= 0:
        wait_s = APART_S - since_s
        return Due(Do.MOVE, wanted) if wait_s <= 0 else Due(Do.NOTHING, wait_s=min(wait_s, silent_in_s))
    return Due(Do.NOTHING, wait_s=min(renew_in_s, silent_in_s))
