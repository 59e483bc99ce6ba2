"""One camera's events, heard for all of the program: subscribed, pulled, made anew after a loss, given back at the end.

Belongs here: when to try again, the thread. Does not belong here: the calls (onvif/events.py), what notices come to
(camera_event_book.py), which cameras are heard (camera_events.py).
Invariants:
1. Each camera has a lane of its own, which sleeps in its pull: one that is dead, slow or mad takes time from nobody.
   Every call in it has a deadline.
2. After a loss it rests 2 s and twice as long each time, up to 5 min, with jitter, so that thirty cameras behind one
   switch do not come back at once; a subscription that brought an answer sets that back.
3. A refused login or a changed certificate is not tried again: the lane is made anew when the camera is changed.
4. At its end the subscription is given back; whatever the device does, the lane ends within `END_S`.
Thread: its own; `ask_stop` and `nudge` from any.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol

from safecity_console.core.worker import Worker
from safecity_console.domain.camera_event import Notice
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.onvif import OnvifError, OnvifFault

REST_S, REST_MOST_S, UNABLE_S = 2.0, 300.0, 3600.0
END_S = 3.0
_FINAL = (OnvifFault.WRONG_PASSWORD, OnvifFault.CLOCK_OFF, OnvifFault.LOGIN_STOPPED, OnvifFault.CERTIFICATE_NEW,
          OnvifFault.CERTIFICATE_CHANGED, OnvifFault.NOT_AUTHORISED)


class Hearing(StrEnum):
    """How a camera is heard."""

    WAITING = "waiting"  # not tried yet, or between two tries
    HEARD = "heard"
    UNABLE = "unable"  # it tells no events
    STOPPED = "stopped"  # its login or certificate must be seen to


class Pull(Protocol):
    """What one pull brings."""

    @property
    def notices(self) -> Sequence[Notice]:
        """Give what was told."""
        ...

    @property
    def dropped(self) -> int:
        """Count what could not be read."""
        ...

    @property
    def rest_s(self) -> float:
        """Give how long to rest."""
        ...


class EventSource(Protocol):
    """A device's events; one thread at a time, `hang_up` from any."""

    def subscribe(self) -> None:
        """Make a subscription; raises OnvifError."""
        ...

    def pull(self) -> Pull:
        """Wait for messages; raises OnvifError."""
        ...

    def hang_up(self) -> None:
        """End the pull that waits."""
        ...

    def leave(self) -> None:
        """Give the subscription and the connections back."""
        ...


class EventLane(Worker):
    """The lane of one camera."""

    def __init__(self, camera_id: str, open_: Callable[[str], EventSource], heard: Callable[[str, Pull], None],
                 first_s: float = 0.0) -> None:
        super().__init__("camera-events")
        self._camera_id, self._open, self._heard = camera_id, open_, heard
        self._first_s = first_s
        self._pulling: EventSource | None = None
        self._losses = 0
        self.state, self.why = Hearing.WAITING, ""

    def run(self) -> None:
        """Listen until stopped."""
        rest_s = self._first_s
        while not self.wait(rest_s):
            rest_s = self._listen()

    def ask_stop(self) -> None:
        """Ask it to stop; the pull ends."""
        super().ask_stop()
        self.nudge()

    def nudge(self) -> None:
        """End the pull under way, again where it began just after the first time."""
        pulling = self._pulling
        if pulling is not None:
            pulling.hang_up()

    def _listen(self) -> float:
        """Hear the camera until it is lost; gives how long to rest then."""
        source: EventSource | None = None
        try:
            source = self._open(self._camera_id)
            source.subscribe()
            self.state, self.why = Hearing.HEARD, ""
            while not self.stopping:
                pulled = self._pull(source)
                self._losses = 0
                self._heard(self._camera_id, pulled)
                if self.wait(pulled.rest_s):
                    break
        except OnvifError as error:
            return self._after(error.fault, error.fault.value)
        except Refused as error:
            return self._after(None, error.code)
        except WorldError as error:
            return self._after(None, type(error).__name__)
        finally:
            if source is not None:
                source.leave()
        return 0.0

    def _pull(self, source: EventSource) -> Pull:
        self._pulling = source
        try:
            return source.pull()
        finally:
            self._pulling = None

    def _after(self, fault: OnvifFault | None, why: str) -> float:
        self.why = why
        if fault in _FINAL:
            self.state = Hearing.STOPPED
            return REST_MOST_S * 1e4  # it is made anew when the camera is changed
        if fault is OnvifFault.NOT_SUPPORTED:
            self.state = Hearing.UNABLE
            return UNABLE_S
        self.state = Hearing.WAITING
        rest_s = min(REST_MOST_S, REST_S * 2.0 ** min(self._losses, 12))
        self._losses += 1
        return rest_s * random.uniform(0.5, 1.0)  # noqa: S311 - jitter
