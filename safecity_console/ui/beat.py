"""The frame's slow beat: figures that change with the streams, brought to strip, rail and pages.

Belongs here: looking whether anything changed, and handing it on. Does not belong here: counting (domain/watch.py),
what must be looked after (attention.py).
Invariant: a beat looks at two numbers and returns where nothing changed. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from safecity_console.domain.watch import count
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.attention import Attention
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.pages import Pages
from safecity_console.ui.rail import Rail
from safecity_console.ui.screens.stage import Stage
from safecity_console.ui.top_strip import TopStrip

BEAT_MS = 300


class Beat(QObject):
    """The beat of one window; `changed` after something was handed on."""

    changed = Signal()

    def __init__(self, services: ConsoleServices, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._stage = services, stage
        self.attention = Attention(services.clock.monotonic_s())
        self._generation = (-1, -1)
        self._frame: tuple[TopStrip, Rail, Pages] | None = None
        self._bridge = Bridge(services.bus, self)
        self._bridge.audit_break_seen.connect(self.renew)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin."""
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        """Beat no more."""
        self._bridge.close()
        self._timer.stop()

    def dress(self, strip: TopStrip, rail: Rail, pages: Pages) -> None:
        """Take over a frame that was made anew."""
        self._frame = (strip, rail, pages)
        self.renew()

    def renew(self) -> None:
        """Hand everything on with the next beat."""
        self._generation = (-1, -1)

    def beat(self) -> None:
        """Hand on what changed."""
        streams, clock, events = self._services.streams, self._services.clock, self._services.camera_events
        generation = (streams.generation, events.generation)
        if generation == self._generation or self._frame is None:
            return
        self._generation = generation
        strip, rail, pages = self._frame
        watches = self._services.sight.of(streams.watches())
        counts = count(watches.values())
        strip.set_counts(counts)
        rail.set_offline(counts.offline)
        pages.cameras.set_watches(watches)
        self.attention.tell_break(self._services.audit.standing_break())
        if self.attention.observe(watches, clock.now(), clock.monotonic_s(),
                                  self._services.sight.of(events.alarms())):
            pages.wall.show_attention()
            self._stage.set_alarmed(self.attention.alarmed())
        self.changed.emit()
