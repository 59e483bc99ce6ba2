"""Which incidents the list shows: the open ones at once, everything else asked for off the GUI thread.

Belongs here: tab, words and filters as one question, waiting until typing rests, more on scroll. Does not belong here:
widgets (list_pane.py), finding (services/incidents.py).
Invariants: 1. Of two answers the newest question's is shown, whichever came first. 2. The open ones are shown without
asking anybody: they are kept by the service. 3. A change is answered once for many changes at the same time.
Thread: GUI.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from safecity_console.domain.incident import Filter, Incident
from safecity_console.ui.incident_texts import refused_sentence
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.incidents.filter_panel import FilterPanel
from safecity_console.ui.screen import Screen

TYPED_MS, CHANGED_MS, PAGE, MOST = 250, 120, 300, 5000


class Tab(StrEnum):
    """The tabs over the list."""

    OPEN = "open"
    MY_SHIFT = "my_shift"
    ALL = "all"


class Feed(QObject):
    """The question and its newest answer."""

    found = Signal(object)  # tuple of Incident
    refused = Signal(str)

    def __init__(self, screen: Screen, filters: FilterPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._screen, self._filters = screen, filters
        self._deeds = Deeds(self)
        self.tab, self._text, self._limit, self._got = Tab.OPEN, "", PAGE, 0
        self._typing, self._changing = QTimer(self), QTimer(self)
        for timer, wait_ms in ((self._typing, TYPED_MS), (self._changing, CHANGED_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait_ms)
            timer.timeout.connect(self.ask)
        filters.changed.connect(self.restart)

    @property
    def text(self) -> str:
        """Give what is searched for."""
        return self._text

    def set_tab(self, tab: Tab) -> None:
        """Show another tab."""
        self.tab = tab
        self.restart()

    def set_text(self, text: str) -> None:
        """Search for other words, when typing rests."""
        self._text = text.strip()
        self._limit = PAGE
        self._typing.start()

    def restart(self) -> None:
        """Ask from the beginning."""
        self._limit = PAGE
        self._typing.stop()
        self.ask()

    def renew(self) -> None:
        """Ask again soon: something changed."""
        if not self._typing.isActive():
            self._changing.start()

    def more(self) -> None:
        """Ask for more, where there may be more."""
        if self._got >= self._limit and self._limit < MOST:
            self._limit = min(MOST, self._limit + PAGE)
            self.ask()

    def ask(self) -> None:
        """Ask now."""
        incidents = self._screen.services.incidents
        if self.tab is Tab.OPEN and not self._text and not self._filters.count:
            self._deeds.forget("find")
            self._show(incidents.open_ones())
            return
        wanted = self.wanted()
        self._deeds.ask("find", lambda: incidents.find(wanted), self._on_found)

    def wanted(self) -> Filter:
        """Give the whole question."""
        now = self._screen.services.clock.now()
        base = Filter(text=self._text, open_only=self.tab is Tab.OPEN,
                      mine=self.tab is Tab.MY_SHIFT, limit=self._limit)
        return self._filters.narrowed(base, now)

    def _on_found(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            self._show(outcome)
        else:
            self.refused.emit(refused_sentence(outcome))

    def _show(self, incidents: tuple[Incident, ...]) -> None:
        self._got = len(incidents)
        self.found.emit(incidents)
