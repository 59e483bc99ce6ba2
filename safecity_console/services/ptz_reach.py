"""A lane's way to its device: opened when needed, the hand confirmed before it moves, trouble told.

Belongs here: having a device that answers, being allowed to move it, sectors ahead. Does not belong here: the order of
work (ptz_lane.py). Invariant: nobody's first move goes before it is in the audit on the disk. Thread: the lane's.
"""

from __future__ import annotations

from abc import ABC
from dataclasses import replace

from safecity_console.core.clock import Clock
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.onvif import Endpoint, OnvifError
from safecity_console.domain.ptz import STILL, Position, Velocity
from safecity_console.domain.ptz_pace import timeout_of
from safecity_console.services.devices import refused_of
from safecity_console.services.ptz_burst import Burst
from safecity_console.services.ptz_hands import Hands
from safecity_console.services.ptz_look import Look
from safecity_console.services.ptz_ports import LaneEars, Opened, Opener, Trouble


class Reach(Hands, ABC):
    """A lane that reaches its device."""

    def __init__(self, camera_id: str, opener: Opener, clock: Clock, ears: LaneEars) -> None:
        super().__init__(f"ptz-{camera_id[-6:]}", clock)
        self._camera_id, self._opener, self._ears = camera_id, opener, ears
        self._look, self._burst = Look(camera_id, ears), Burst(camera_id, ears)
        self._reached = False
        self._back: Position | None = None  # where to lead a camera that came into a sector

    def _lead_out(self) -> None:
        """Bring a camera that has come into a sector back to where it looked before."""
        back, self._back = self._back, None
        opened = self._opened
        if back is None or opened is None or not opened.abilities.absolute:
            return
        try:
            opened.device.move_to(opened.abilities.profile_token, back)
        except OnvifError as error:
            self._fail(error)
            return
        self._look.moved(self._clock.monotonic_s())

    def _kept_out(self, velocity: Velocity) -> bool:
        """Halt where a sector lies ahead that this hand may not enter; tells whether."""
        name = self._look.blocked(velocity)
        if not name:
            return False
        with self._news:
            moving = self._pace.moving
            self._pace = self._pace.halt() if moving else self._pace.want(STILL, self._clock.monotonic_s())
        self._ears.troubled(self._camera_id, Trouble("privacy_sector", {"sector": name}))
        return True

    def _ready(self, moves: bool) -> bool:
        """Have the device answering and the hand confirmed; False: look again, the hand may want otherwise by now."""
        if self._opened is not None and (self._taken or not moves):
            return True
        try:
            self._open()
            if moves:
                self._confirm()
        except WorldError as error:
            with self._news:
                self._pace = replace(self._pace, wanted=STILL)
            self._fail(error)
        return False

    def _open(self) -> Opened:
        opened = self._opened
        if opened is None:
            opened = self._opener.open(self._camera_id)
            with self._news:
                self._opened = opened
                self._pace = replace(self._pace, timeout_s=timeout_of(opened.abilities))
            if not self._reached:  # else it is the same one on a new connection
                self._reached = True
                if opened.abilities.reports_position is False and not opened.abilities.reports_moving:
                    opened.device.stop_by_zero()  # whether Stop alone is enough nobody would ever see
                self._look.begin(opened.abilities, self._clock.monotonic_s())
                self._ears.reached(self._camera_id, opened)
        return opened

    def _confirm(self) -> None:
        if not self._taken:
            self._burst.end()
            with self._news:
                self._taken = True
            try:
                self._burst.actor = self._ears.confirm(self._camera_id)
            except WorldError:
                self.new_hand()
                raise

    def _fail(self, error: WorldError) -> None:
        refused = self._refused(error)
        self._ears.troubled(self._camera_id, Trouble(refused.code, refused.figures))

    def _refused(self, error: WorldError) -> Refused:
        if isinstance(error, Refused):
            return error
        if not isinstance(error, OnvifError):
            return Refused("ptz_ended")
        opened = self._opened
        return refused_of(error, opened.target.endpoint if opened is not None else Endpoint(""))
