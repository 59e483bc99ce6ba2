"""Which engine reads a stream: PyAV always first, VLC only for what PyAV said it cannot read.

Belongs here: the choice for one attempt. Does not belong here: reading (video/), retrying (channel.py).
Invariants: 1. VLC is tried only after a failure that means "cannot read this", never after one of network or login.
2. After VLC failed too, PyAV has its turn again: the stream may have become one it can read. 3. Without the setting,
without VLC, or where VLC cannot open the scheme, nothing changes. Never waits. Thread: the supervisor's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from safecity_console.domain.stream import Failure, Fault
from safecity_console.video.face import Reader
from safecity_console.video.reader import ReaderPlan
from safecity_console.video.source import SourceAddress
from safecity_console.video.vlc_input import VLC

CANNOT_READ = frozenset({Fault.UNSUPPORTED, Fault.NO_VIDEO, Fault.UNDECODABLE})


class SecondEngine(Protocol):
    """Another way of reading."""

    def can_open(self, address: SourceAddress) -> bool:
        """Tell whether it can open this kind of address; never waits."""
        ...

    def reader(self, plan: ReaderPlan) -> Reader:
        """Make a reader."""
        ...


class Engines:
    """Gives each attempt its reader."""

    def __init__(self, second: SecondEngine | None = None, allowed: Callable[[], bool] = lambda: False) -> None:
        self._second, self._allowed = second, allowed

    def reader(self, plan: ReaderPlan, failure: Failure | None, first: Callable[[ReaderPlan], Reader]) -> Reader:
        """Make the reader of an attempt, usually by `first`; `failure` is why the one before ended."""
        unread = failure is not None and failure.fault in CANNOT_READ and failure.detail != VLC
        if unread and self._second is not None and self._allowed() and self._second.can_open(plan.address):
            return self._second.reader(plan)
        return first(plan)
