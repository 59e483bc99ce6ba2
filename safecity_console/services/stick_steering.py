"""Which joystick steers, when, and that it stops.

Belongs here: the active stick, the gate, centred-first, coming to rest. Does not belong here: reading sticks
(joystick/), who may steer which camera and how fast it is told (services/ptz*.py), windows (ui/).
Invariants: 1. One stick at most steers. 2. Whatever ends steering (unplugged, another stick, gate shut, reader dead,
"stop") sends STILL at once, from the thread that knew first, and nothing but STILL after it. 3. After each of these a
stick moves nothing until it was let go once: what was held while nobody could see its effect is no wish. 4. Buttons
count only once their stick was let go, "stick.stop" always. 5. What is sent is sent in order, when it changed and by
`say_again` while it is held: who moves cameras takes silence for a hand let go. `steered` must neither wait nor call
back.

Which stick is active: the first that is used. Another one becomes it by its button "stick.take", by the page, or by
being moved or pressed while the active one rested for YIELD_AFTER_S. Why: the officer who sits down at the second desk
must not look for a button first; while somebody steers, a bumped stick must not tear the camera out of his hand.
Thread: any, one lock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from safecity_console.core.clock import Clock
from safecity_console.domain.ptz import STILL, Velocity
from safecity_console.domain.stick import (
    STOP,
    TAKE,
    CentredFirst,
    StickBuild,
    StickProfile,
    StickState,
    focus_speed,
    names_something,
    velocity,
)
from safecity_console.joystick.events import (
    ButtonPressed,
    ButtonReleased,
    ReaderEnded,
    StickCame,
    StickEvent,
    StickMoved,
    StickWent,
)

SOURCE = "stick"
YIELD_AFTER_S = 3.0


class Steered(Protocol):
    """Who takes what a stick wants; newest wins, STILL is never lost. Called under a lock: must not wait."""

    def steer(self, velocity: Velocity, source: str) -> None:
        """Move the selected camera so."""
        ...

    def focus(self, speed: float, source: str) -> None:
        """Drive the selected camera's focus, -1 near … 1 far, 0 stop."""
        ...


class Told(Protocol):
    """Who hears what is no velocity. Called outside the lock."""

    def changed(self) -> None:
        """Sticks came, went, or another is active."""
        ...

    def held_back(self, name: str, axes: tuple[int, ...]) -> None:
        """Tell the officer that a stick must be let go first."""
        ...

    def commanded(self, command: str) -> None:
        """Carry a button's command out."""
        ...


@dataclass(slots=True)
class Stick:
    """One plugged-in stick."""

    id: int
    build: StickBuild
    profile: StickProfile
    state: StickState
    first: CentredFirst
    presses: int = 0
    last_button: int = -1
    told_held: bool = False


@dataclass(slots=True)
class _Later:
    """What is told once the lock is left."""

    calls: list[Callable[[], None]] = field(default_factory=list)


class StickSteering:
    """Turns events of sticks into velocities and commands."""

    def __init__(self, clock: Clock, profile_of: Callable[[StickBuild], StickProfile], may_steer: Callable[[], bool],
                 told: Told) -> None:
        self._clock, self._profile_of, self._may_steer, self._told = clock, profile_of, may_steer, told
        self._lock = threading.RLock()
        self._steered: Steered | None = None
        self._sticks: dict[int, Stick] = {}
        self._active: int | None = None
        self._open = False
        self._sent, self._sent_focus = STILL, 0.0
        self._used_s = 0.0

    # What others ask ------------------------------------------------------------------------------------------------

    def serve(self, steered: Steered | None) -> None:
        """Say who takes the velocities; who had them before is told STILL first."""
        with self._lock:
            self._rest()
            self._steered = steered

    def sticks(self) -> tuple[Stick, ...]:
        """Give the plugged-in sticks in the order they came; the values are only to be read."""
        with self._lock:
            return tuple(self._sticks.values())

    @property
    def active(self) -> int | None:
        """Give the id of the stick that steers."""
        return self._active

    @property
    def moving(self) -> bool:
        """Tell whether something was told to move and not yet to stop."""
        return not self._sent.still or self._sent_focus != 0.0

    # What happens -----------------------------------------------------------------------------------------------------

    def hear(self, event: StickEvent) -> None:
        """Take an event of the reader."""
        later = _Later()
        with self._lock:
            self._look_at_gate(later)
            if isinstance(event, StickCame):
                self._came(event, later)
            elif isinstance(event, StickWent):
                self._gone(event.id, later)
            elif isinstance(event, ReaderEnded):
                self._all_gone(later)
            elif isinstance(event, StickMoved):
                self._moved(event, later)
            elif isinstance(event, ButtonPressed):
                self._pressed(event, later)
            elif isinstance(event, ButtonReleased) and event.id in self._sticks:
                self._note_buttons(event.id, event.button, down=False)
        _tell(later)

    def settle(self) -> None:
        """Look at the gate: focus, seat or page may be another now."""
        later = _Later()
        with self._lock:
            self._look_at_gate(later)
        _tell(later)

    def say_again(self) -> None:
        """Say again what is held."""
        with self._lock:
            if self._steered is not None and not self._sent.still:
                self._steered.steer(self._sent, SOURCE)

    def stop(self) -> None:
        """Come to rest; every stick must be let go before it moves something again."""
        with self._lock:
            self._rest(always=True)
            self._forget_centres()

    def take(self, stick_id: int) -> None:
        """Make a stick the active one."""
        later = _Later()
        with self._lock:
            if stick_id in self._sticks and stick_id != self._active:
                self._activate(stick_id, later)
        _tell(later)

    def renew_profiles(self) -> None:
        """Use each stick as it is arranged now; it must be let go first."""
        with self._lock:
            self._rest()
            for stick in self._sticks.values():
                stick.profile = self._profile_of(stick.build)
            self._forget_centres()

    # Inside the lock --------------------------------------------------------------------------------------------------

    def _look_at_gate(self, later: _Later) -> None:
        may = self._may_steer()
        if self._open and not may:
            self._open = False
            self._rest(always=True)
        elif may and not self._open:
            self._open = True
            self._forget_centres()
            for stick in self._sticks.values():
                self._tell_held(stick, later)

    def _came(self, event: StickCame, later: _Later) -> None:
        profile = self._profile_of(event.build)
        stick = Stick(event.id, event.build, profile, event.state, CentredFirst(profile))
        stick.first.see(event.state)
        self._sticks[event.id] = stick
        if self._active is None:
            self._active, self._used_s = event.id, self._clock.monotonic_s()
        self._tell_held(stick, later)
        later.calls.append(self._told.changed)

    def _gone(self, stick_id: int, later: _Later) -> None:
        if self._sticks.pop(stick_id, None) is None:
            return
        if self._active == stick_id:
            self._rest(always=True)
            self._active = None
        later.calls.append(self._told.changed)

    def _all_gone(self, later: _Later) -> None:
        self._rest(always=True)
        self._sticks.clear()
        self._active = None
        later.calls.append(self._told.changed)

    def _moved(self, event: StickMoved, later: _Later) -> None:
        stick = self._sticks.get(event.id)
        if stick is None:
            return
        stick.state = event.state
        if not self._open or not stick.first.see(event.state):
            return
        wanted, focus = velocity(event.state, stick.profile), focus_speed(event.state, stick.profile)
        if event.id != self._active and not (wanted.still and focus == 0.0) and self._yields():
            self._activate(event.id, later)
        if event.id == self._active:
            self._send(wanted, focus)

    def _pressed(self, event: ButtonPressed, later: _Later) -> None:
        stick = self._sticks.get(event.id)
        if stick is None:
            return
        self._note_buttons(event.id, event.button, down=True)
        stick.presses, stick.last_button = stick.presses + 1, event.button
        word = stick.profile.buttons.get(event.button, "")
        if word == STOP:
            self._rest(always=True)
            self._forget_centres()
            return
        if not self._open or not stick.first.centred or not names_something(word):
            return
        if event.id != self._active and (word == TAKE or self._yields()):
            self._activate(event.id, later)
        if event.id == self._active and word != TAKE:
            self._used_s = self._clock.monotonic_s()
            later.calls.append(lambda: self._told.commanded(word))

    def _note_buttons(self, stick_id: int, button: int, down: bool) -> None:
        stick = self._sticks[stick_id]
        held = stick.state.buttons | {button} if down else stick.state.buttons - {button}
        stick.state = StickState(stick.state.axes, frozenset(held), stick.state.hat)

    def _yields(self) -> bool:
        """Tell whether the active stick lets another one have the camera."""
        if self._active is None:
            return True
        return not self.moving and self._clock.monotonic_s() - self._used_s >= YIELD_AFTER_S

    def _activate(self, stick_id: int, later: _Later) -> None:
        self._rest()
        self._active, self._used_s = stick_id, self._clock.monotonic_s()
        later.calls.append(self._told.changed)

    def _forget_centres(self) -> None:
        for stick in self._sticks.values():
            stick.first = CentredFirst(stick.profile)
            stick.told_held = False
            stick.first.see(stick.state)

    def _tell_held(self, stick: Stick, later: _Later) -> None:
        if self._open and not stick.first.centred and not stick.told_held:
            stick.told_held = True
            name, axes = stick.profile.name, tuple(sorted(stick.first.waits_for))
            later.calls.append(lambda: self._told.held_back(name, axes))

    def _rest(self, always: bool = False) -> None:
        """Come to rest; `always` says it also where nothing seems to move: saying it twice costs nothing."""
        if self._steered is not None:
            if always or not self._sent.still:
                self._steered.steer(STILL, SOURCE)
            if self._sent_focus != 0.0:
                self._steered.focus(0.0, SOURCE)
        self._sent, self._sent_focus = STILL, 0.0

    def _send(self, wanted: Velocity, focus: float) -> None:
        if not wanted.still or focus != 0.0 or self.moving:
            self._used_s = self._clock.monotonic_s()
        if self._steered is not None:
            if wanted != self._sent:
                self._steered.steer(wanted, SOURCE)
            if focus != self._sent_focus:
                self._steered.focus(focus, SOURCE)
        self._sent, self._sent_focus = wanted, focus


def _tell(later: _Later) -> None:
    for call in later.calls:
        call()
