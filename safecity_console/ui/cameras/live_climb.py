"""The live test's climbs off the GUI thread: the full picture's, then the small one's.

Belongs here: the order of the climbs and which rungs are told. Does not belong here: the ladder (services/triage.py),
widgets (live_test.py).
Invariants: 1. The small stream is tried only where the camera itself proved right: at most one refused login a test.
2. The password goes to the triage and nowhere else. Thread: one worker per test.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from safecity_console.core.secrets import Secret
from safecity_console.core.slot import NewestSlot
from safecity_console.core.worker import Worker
from safecity_console.domain.camera import StreamRole, Transport
from safecity_console.domain.picture import Picture
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.domain.stream import Layer
from safecity_console.services.triage import TriageService

_OF_THE_CAMERA = (Layer.CLOCK, Layer.PICTURE_QUALITY)  # wrong with these, it still sends pictures
_OF_A_STREAM = (Layer.STREAM, Layer.FIRST_PACKET, Layer.FIRST_KEY_FRAME, Layer.FIRST_PICTURE, Layer.PICTURE_QUALITY)


@dataclass(frozen=True, slots=True)
class TestTarget:
    """What is tested."""

    url: str
    sub_url: str  # empty where there is no second stream
    user: str
    password: Secret
    transport: Transport
    check_tls: bool = False

    __test__ = False  # not a test case, whatever its name tells pytest


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung and the stream it belongs to."""

    role: StreamRole
    result: LayerResult


@dataclass(frozen=True, slots=True)
class Outcome:
    """What both climbs came to; `sub` None where there was no second one."""

    main: ProbeReport
    sub: ProbeReport | None = None


class Relay(QObject):
    """Carries one run's results into the GUI thread; outlives the panel where it must."""

    layer_came = Signal(object)
    ended = Signal(object)


class Climber(Worker):
    """One run of the ladder."""

    def __init__(self, triage: TriageService, target: TestTarget, relay: Relay, slot: NewestSlot[Picture]) -> None:
        super().__init__("live-test")
        self._triage, self._target, self._relay, self._slot = triage, target, relay, slot
        self._halt = threading.Event()

    def ask_stop(self) -> None:
        """Stop the climb at its next wait."""
        self._halt.set()
        super().ask_stop()

    def run(self) -> None:
        """Climb to the full picture, then the rungs of the small one that are its own, and tell."""
        main = self._climb(self._target.url, lambda rung: self._tell(StreamRole.MAIN, rung), self._slot.put)
        sub = None
        works = main.failing_layer in (None, *(layer.value for layer in _OF_THE_CAMERA))
        if self._target.sub_url and works and not self._halt.is_set():
            sub = self._climb(self._target.sub_url, self._tell_small, _no_picture)
        self._relay.ended.emit(Outcome(main, sub))

    def _climb(self, url: str, on_layer: Callable[[LayerResult], None],
               on_picture: Callable[[Picture], None]) -> ProbeReport:
        target = self._target
        return self._triage.probe(url, target.user, target.password, target.transport, on_layer, self._halt,
                                  on_picture, target.check_tls)

    def _tell_small(self, rung: LayerResult) -> None:
        # What the first climb said of the camera itself is not said twice; what breaks always is.
        if rung.layer in _OF_A_STREAM or (not rung.ok and rung.layer != Layer.CLOCK):
            self._tell(StreamRole.SUB, rung)

    def _tell(self, role: StreamRole, rung: LayerResult) -> None:
        self._relay.layer_came.emit(Rung(role, rung))


def _no_picture(_picture: Picture) -> None:
    """Show nothing: the full picture stands there."""
