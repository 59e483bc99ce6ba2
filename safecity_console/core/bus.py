"""The event bus: services publish what happened, whoever cares hears it.

Belongs here: subscribe and publish by type. Does not belong here: video frames (slot.py), Qt (ui/bridge.py hops
threads).
Invariants: 1. Listeners are called in the publisher's thread, in order of subscription. 2. A failing listener is logged
and does not keep the others from hearing. 3. An event is a frozen dataclass in the past tense. Thread: any.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from safecity_console.core.logs import Logger, get_logger

E = TypeVar("E")


class Bus:
    """Delivers events by their exact type."""

    def __init__(self, log: Logger | None = None) -> None:
        self._lock = threading.Lock()
        self._listeners: dict[type, tuple[Callable[[Any], None], ...]] = {}
        self._log = log or get_logger("bus")

    def subscribe(self, kind: type[E], listener: Callable[[E], None]) -> Callable[[], None]:
        """Hear events of a type; the answer is called to hear them no more."""
        with self._lock:
            self._listeners[kind] = (*self._listeners.get(kind, ()), listener)

        def stop() -> None:
            with self._lock:
                self._listeners[kind] = tuple(one for one in self._listeners.get(kind, ()) if one is not listener)

        return stop

    def publish(self, event: object) -> None:
        """Tell every listener of the event's type."""
        for listener in self._listeners.get(type(event), ()):
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - the edge between publisher and strangers: one bad listener must not stop a service
                self._log.exception("listener_failed", kind=type(event).__name__)
