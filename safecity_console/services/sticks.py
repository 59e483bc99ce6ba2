"""Joysticks of this workstation: read when there are any, steering while an officer of ours looks.

Belongs here: the reader's life, the gate (focus, seat, page), the watch over a reader that hangs, what a page is told.
Does not belong here: which stick steers (stick_steering.py), profiles (stick_profiles.py), SDL (joystick/).
Invariants: 1. A stick steers only while a window of the console has the focus and an officer sits at the desk, and not
while its page shows what it does. 2. A reader that did not look for HANG_S while something moves is taken for dead:
STILL is sent without it. What is held is said again every WATCH_S only while the reader looks. 3. Nothing of SDL is
loaded before `start`, nor without a stick.
Threads: any; the reader's own, and one that watches it only while something moves.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock
from safecity_console.core.worker import Worker
from safecity_console.domain.errors import Refused
from safecity_console.domain.stick import StickBuild, StickProfile, StickState
from safecity_console.joystick.events import StickEvent
from safecity_console.joystick.reader import StickReader
from safecity_console.services.desk import Desk, Seat
from safecity_console.services.events import SeatChanged, StickCommanded, StickHeldBack, StickRefused, SticksChanged
from safecity_console.services.stick_aim import Hand, StickAim
from safecity_console.services.stick_profiles import StickProfiles
from safecity_console.services.stick_steering import Stick, StickSteering

HANG_S, WATCH_S = 0.6, 0.2
REHEARSE_S = 0.5


@dataclass(frozen=True, slots=True)
class StickSeen:
    """A plugged-in stick as a page shows it."""

    id: int
    build: StickBuild
    profile: StickProfile
    state: StickState
    active: bool
    own: bool  # somebody arranged this model
    waits_for: frozenset[int]  # axes that must come to their centre before it moves anything
    presses: int
    last_button: int


class SticksService:
    """The joysticks."""

    def __init__(self, profiles: StickProfiles, bus: Bus, desk: Desk, clock: Clock,
                 make_reader: Callable[[Callable[[StickEvent], None]], StickReader] | None = None) -> None:
        self.profiles = profiles
        self._bus, self._desk, self._clock = bus, desk, clock
        self._focus = False
        self._rehearsed_s: float | None = None
        self._steering = StickSteering(clock, profiles.of, self._may_steer, self)
        self._reader = (make_reader or (lambda listener: StickReader(listener, clock=clock)))(self._hear)
        self._aim = StickAim(self._refused)
        self._steering.serve(self._aim)
        self._watch = _Watch(self.look_after)
        self._started = False
        bus.subscribe(SeatChanged, lambda _event: self._steering.settle())

    # Life -------------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to read sticks."""
        self._started = True
        self._watch.start()
        self._reader.start()

    def stop(self) -> None:
        """Come to rest and read no more; idempotent."""
        self._steering.stop()
        if self._started:
            self._reader.stop()
            self._watch.stop()

    def serve(self, hand: Hand | None) -> None:
        """Say who moves cameras for the active stick."""
        self._aim.serve(hand)

    def aim_at(self, camera_id: str) -> None:
        """Say which camera the active stick steers; empty: none."""
        self._aim.aim_at(camera_id)

    @property
    def aimed_at(self) -> str:
        """Give the camera that the active stick steers; empty: none."""
        return self._aim.camera_id

    # The gate ---------------------------------------------------------------------------------------------------------

    def focus(self, on: bool) -> None:
        """Say whether a window of the console has the focus."""
        self._focus = on
        self._steering.settle()

    def rehearse(self) -> None:
        """Keep sticks from steering for a moment: a page that shows what they do asks again and again."""
        before, self._rehearsed_s = self._rehearsed_s, self._clock.monotonic_s()
        if before is None or self._rehearsed_s - before > REHEARSE_S:
            self._steering.settle()

    def rehearsed(self) -> None:
        """Let sticks steer again."""
        self._rehearsed_s = None
        self._steering.settle()

    def _may_steer(self) -> bool:
        since = self._rehearsed_s
        rehearsing = since is not None and self._clock.monotonic_s() - since <= REHEARSE_S
        return self._focus and not rehearsing and self._desk.seat in (Seat.SETUP, Seat.TAKEN)

    # What a page asks -------------------------------------------------------------------------------------------------

    @property
    def reader(self) -> StickReader:
        """Give who reads, for virtual sticks."""
        return self._reader

    @property
    def library_missing(self) -> str:
        """Give why no stick can be read here; empty where nothing is wrong."""
        return self._reader.missing

    def sticks(self) -> tuple[StickSeen, ...]:
        """Give what is plugged in, in the order it came."""
        return tuple(self._seen(stick) for stick in self._steering.sticks())

    def take(self, stick_id: int) -> None:
        """Make a stick the active one; raises Refused("console_locked" | "not_signed_in")."""
        self._desk.must_be_in()
        self._steering.take(stick_id)

    def put(self, profile: StickProfile) -> StickProfile:
        """Keep how a model is used; raises as stick_profiles.put does."""
        kept = self.profiles.put(profile)
        self._renew()
        return kept

    def reset(self, build: StickBuild) -> None:
        """Let a model have its standard profile again."""
        self.profiles.reset(build.model, build.name)
        self._renew()

    def stop_all(self) -> None:
        """Come to rest; every stick must be let go first."""
        self._steering.stop()

    # What the steering tells ------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Tell that sticks came, went, or another is active."""
        self._bus.publish(SticksChanged())

    def held_back(self, name: str, axes: tuple[int, ...]) -> None:
        """Tell that a stick must be let go first."""
        self._bus.publish(StickHeldBack(name, axes))

    def commanded(self, command: str) -> None:
        """Tell what a button gave."""
        self._bus.publish(StickCommanded(command))

    # ------------------------------------------------------------------------------------------------------------------

    def _hear(self, event: StickEvent) -> None:
        self._steering.hear(event)
        if self._steering.moving:
            self._watch.wake()

    def look_after(self) -> bool:
        """Stop what moves where the reader hangs, else say again what is held; tells whether something moves."""
        if self._steering.moving and self._clock.monotonic_s() - self._reader.looked_s > HANG_S:
            self._steering.stop()
        self._steering.say_again()
        return self._steering.moving

    def _refused(self, camera_id: str, error: Refused) -> None:
        self._bus.publish(StickRefused(camera_id, error.code, error.figures))

    def _renew(self) -> None:
        self._steering.renew_profiles()
        self._bus.publish(SticksChanged())

    def _seen(self, stick: Stick) -> StickSeen:
        return StickSeen(stick.id, stick.build, stick.profile, stick.state, stick.id == self._steering.active,
                         self.profiles.is_own(stick.build.model), stick.first.waits_for, stick.presses,
                         stick.last_button)


class _Watch(Worker):
    """Looks after a reader while something moves; sleeps otherwise."""

    def __init__(self, look: Callable[[], bool]) -> None:
        super().__init__("joystick-watch")
        self._look = look
        self._woken = threading.Event()

    def wake(self) -> None:
        """Begin to look; costs nothing where it looks already."""
        if not self._woken.is_set():
            self._woken.set()

    def ask_stop(self) -> None:
        """Wake it and let it end."""
        super().ask_stop()
        self._woken.set()

    def run(self) -> None:
        """Look every WATCH_S while something moves."""
        while not self.stopping:
            self._woken.wait()
            self._woken.clear()
            while not self.wait(WATCH_S) and self._look():
                pass
