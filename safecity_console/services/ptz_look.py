"""Looking where a camera looks: while it moves and until it rests, never in the way of its commands.

Belongs here: when to ask, what follows for speed and sectors. Does not belong here: the call (ptz_lane.py), which
sectors there are (ptz_limits.py).
Invariants: 1. A camera that does not say where it looks is asked no more. 2. One that answers slowly is asked seldom:
an answer never takes more than a tenth of the time. Thread: the lane's; `at` and `scale` are read by any.
"""

from __future__ import annotations

from safecity_console.domain.onvif import PtzAbilities
from safecity_console.domain.ptz import STILL, Position, Status, Velocity, slowed, zoom_share
from safecity_console.domain.ptz_plan import EDGE_SHARE
from safecity_console.services.ptz_ports import LaneEars

EVERY_S, GUARDED_EVERY_S = 0.5, 0.2
REST_AFTER_S, ROAM_MOST_S = 1.5, 20.0
SELDOM = 10.0
BRAKED_S, DOUBT_S = 1.0, 4.0  # after a Stop: by then it rests; as long it is looked at whether it does


class Look:
    """What one lane sees of its camera's place."""

    def __init__(self, camera_id: str, ears: LaneEars) -> None:
        self._camera_id, self._ears = camera_id, ears
        self._abilities = PtzAbilities()
        self._next_s: float | None = None
        self._until_s = -1e9
        self._took_s = 0.0
        self._said_nothing = 0
        self._ahead = EDGE_SHARE
        self._roams = False
        self._stopped_s: float | None = None
        self._goes_on = False
        self.outside: Position | None = None  # the last place seen that this hand may look at
        self.at = Position()
        self.scale = 0.5

    def begin(self, abilities: PtzAbilities, now_s: float) -> None:
        """Begin with a device that answers; look at once: speed goes by its zoom."""
        self._abilities = abilities
        self._said_nothing = 0 if abilities.reports_position is not False else 3
        self._until_s, self._next_s = now_s, now_s
        self.scale = abs(slowed(Velocity(1.0), self._share()).pan)

    def due(self, now_s: float) -> bool:
        """Tell whether to ask now."""
        return self._next_s is not None and self._said_nothing < 3 and now_s >= self._next_s

    def wait_s(self, now_s: float) -> float | None:
        """Give when to look again; None: when it moves."""
        return None if self._next_s is None or self._said_nothing >= 3 else max(0.0, self._next_s - now_s)

    def moved(self, now_s: float, roams: bool = False) -> None:
        """Note that it was moved; one that `roams` goes to a place by itself."""
        self._until_s = max(self._until_s, now_s + (ROAM_MOST_S if roams else REST_AFTER_S))
        self._roams = roams
        self._stopped_s = None
        if self._next_s is None:
            self._next_s = now_s + self._every_s()

    def stopped(self, now_s: float) -> None:
        """Note that it took a Stop: whether it rests is looked at."""
        self._stopped_s = now_s
        self._until_s = max(self._until_s, now_s + REST_AFTER_S)

    def goes_on(self) -> bool:
        """Tell, once a Stop, that it goes on moving all the same."""
        told, self._goes_on = self._goes_on, False
        if told:
            self._stopped_s = None
        return told

    def rest(self) -> None:
        """Ask no more until it moves."""
        self._next_s = None

    def failed(self) -> None:
        """Note that it did not answer."""
        self._said_nothing += 1

    def took(self, status: Status, began_s: float, now_s: float, moving: bool) -> None:
        """Take an answer, and tell of it."""
        self._took_s = now_s - began_s
        before, self.at = self.at, status.position
        self._said_nothing = self._said_nothing + 1 if status.position == Position() else 0
        self.scale = abs(slowed(Velocity(1.0), self._share()).pan)
        gone = max(_apart(before.pan, self.at.pan), _apart(before.tilt, self.at.tilt))
        doubt_s = -1.0 if self._stopped_s is None else now_s - self._stopped_s
        self._goes_on = BRAKED_S <= doubt_s <= DOUBT_S and (
            status.moving is True or (status.moving is None and gone > 0.0))
        self._ahead = max(EDGE_SHARE, min(0.5, 2 * gone)) if moving else EDGE_SHARE
        settled = not moving and not self._goes_on and (now_s >= self._until_s or status.moving is False
                                  or (before == self.at and status.moving is None))
        self._next_s = None if settled else now_s + self._every_s()
        self._ears.seen(self._camera_id, status, settled)

    def blocked(self, velocity: Velocity) -> str:
        """Give the name of the sector ahead that this hand may not enter, else nothing."""
        if velocity.still or not self._ears.guarded(self._camera_id):
            return ""
        return self._ears.blocked(self._camera_id, self.at, velocity, self._ahead)

    def strayed(self) -> str:
        """Give the name of the sector that it has come into, or is coming into on its way to a place; else nothing."""
        if not self._ears.guarded(self._camera_id):
            self.outside = None
            return ""
        name = self._ears.blocked(self._camera_id, self.at, STILL, 0.0)
        if not name:
            self.outside = self.at if self.at.pan is not None else self.outside
        return name if self.outside is not None else ""

    @property
    def roams(self) -> bool:
        """Tell whether it is on its way to a place by itself."""
        return self._roams

    def _share(self) -> float | None:
        return zoom_share(self.at, self._abilities)

    def _every_s(self) -> float:
        every_s = GUARDED_EVERY_S if self._ears.guarded(self._camera_id) else EVERY_S
        return max(every_s, SELDOM * self._took_s)


def _apart(one: float | None, other: float | None) -> float:
    return 0.0 if one is None or other is None else abs(one - other)
