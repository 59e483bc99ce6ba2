"""Sound players: send one client the sound of a stream at the right moments.

Belongs here: pacing the loop of packets, keeping silent while a fault holds the camera. Does not belong here: the
packets (sound.py), stamping (sender.py).
Invariants: 1. A client's media time rises strictly. 2. A player stopped sends nothing more. Thread: the server's loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from safecity_console.simulator.faults import Effects
from safecity_console.simulator.player import HOLDING, LATE_LIMIT_S
from safecity_console.simulator.sender import UnitSender
from safecity_console.simulator.sound import SoundTrack


class SoundPlayer:
    """Play a track in a loop to one client."""

    def __init__(self, track: SoundTrack, sender: UnitSender, effects_at: Callable[[float], Effects]) -> None:
        self._track = track
        self._sender = sender
        self._effects_at = effects_at
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._sent = 0
        self._start_s = 0.0

    def start(self) -> None:
        """Begin or go on."""
        if self._timer is None:
            self._start_s = self._loop.time() - self._sent * self._step_s
            self._tick()

    def stop(self) -> None:
        """Send nothing more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    @property
    def _step_s(self) -> float:
        return self._track.step / self._track.rate

    def _tick(self) -> None:
        now_s = self._loop.time()
        if now_s - self._due_s() > LATE_LIMIT_S:
            self._start_s = now_s - self._sent * self._step_s  # the process slept; do not rush after
        effects = self._effects_at(now_s)
        held = bool(effects.faults) and effects.has(*HOLDING)
        while self._due_s() <= now_s + 0.0005:
            if not held:
                unit = self._track.units[self._sent % len(self._track.units)]
                self._sender.send_unit(unit, self._sent * self._track.step, effects)
            self._sent += 1
        self._timer = self._loop.call_at(self._due_s(), self._tick)

    def _due_s(self) -> float:
        return self._start_s + self._sent * self._step_s
