"""What holds a tour on one wall: alarms, the officer's hand, a large view, a wall out of sight; and what is not ready.

Belongs here: reading these off the wall and the cameras. Does not belong here: what a hold does (domain/tour.py),
acting on it (touring.py).
Invariants: 1. An alarm holds only where it came after the tour began; several are looked at in the order they came.
2. A drag, an open menu and a number being typed hold whatever the settings say. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from safecity_console.domain.camera import Camera
from safecity_console.domain.tour import Hold
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.wall.board import OLDEST_S
from safecity_console.ui.wall.controller import WallController

POINTER_RESTS_S = 4.0


class TourHolds:
    """The holds of one running tour; `alarms` are the cameras whose alarm holds it, the one being looked at first."""

    def __init__(self, services: ConsoleServices, controller: WallController, in_sight: Callable[[], bool],
                 hand_on: Callable[[], bool]) -> None:
        self._services, self._controller = services, controller
        self._in_sight, self._hand_on = in_sight, hand_on
        self.asked = False
        self.alarms: tuple[str, ...] = ()
        self._seen = controller.alarmed

    def begin(self) -> None:
        """Begin anew: alarms that last already hold nothing."""
        self.asked, self.alarms, self._seen = False, (), self._controller.alarmed

    def toggle_asked(self) -> None:
        """Hold, or let go on; where an alarm holds, it is acknowledged and the next one's turn comes."""
        self.asked = not (self.asked or self.alarms)
        self.alarms = self.alarms[1:]

    def hear_alarms(self) -> tuple[Camera, ...]:
        """Take over the alarms; give the cameras, by number, that hold the tour from now on."""
        alarmed = self._controller.alarmed
        fresh, self._seen = alarmed - self._seen, alarmed
        if not self._services.settings.flag("tour.hold_on_alarm"):
            self.alarms = ()
            return ()
        cameras = self.cameras(fresh)
        self.alarms = (*(one for one in self.alarms if one in alarmed), *(c.id for c in cameras))
        return cameras

    def cameras(self, camera_ids: Iterable[str]) -> tuple[Camera, ...]:
        """Give cameras by number; those removed are left out."""
        found = (self._controller.model.camera(one) for one in camera_ids)
        return tuple(sorted((c for c in found if c is not None), key=lambda c: c.number))

    def now(self, now_s: float) -> frozenset[Hold]:
        """Give what holds now."""
        model = self._controller.model
        follows = self._services.settings.flag("tour.hold_on_pointer")
        found = {
            Hold.ALARM: bool(self.alarms), Hold.ASKED: self.asked, Hold.LARGE: model.expanded is not None,
            Hold.HAND: self._hand_on() or bool(self._controller.entry.text),
            Hold.POINTER: follows and model.pointer_rests_s(now_s) < POINTER_RESTS_S,
            Hold.HIDDEN: not self._in_sight(),
        }
        return frozenset(hold for hold, holds in found.items() if holds)

    def ready(self, camera_ids: Iterable[str], now_s: float) -> bool:
        """Tell whether those of these cameras that work have a picture to show at once."""
        for camera_id in camera_ids:
            picture = self._services.streams.slot(camera_id).peek()
            if self._controller.works(camera_id) and (picture is None or now_s - picture.arrived_s > OLDEST_S):
                return False
        return True
