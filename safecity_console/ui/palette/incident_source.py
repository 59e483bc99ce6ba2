"""Incidents in the palette: the open ones, and the newest others, by number and words.

Belongs here: the source. Does not belong here: searching all incidents (the Incidents page asks the full text).
Invariants: 1. The list is asked for off the GUI thread and kept until something changes. 2. Nobody finds here what he
may not see: the service decides, and another officer means another list. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from safecity_console.domain.access import Permission
from safecity_console.domain.finding import Entry, Kind
from safecity_console.domain.incident import Filter, Incident
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import isolated
from safecity_console.ui.incident_texts import numbered, state_text
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.incidents.figures import IncidentFigures
from safecity_console.ui.palette.sources import DONE, Chosen

NEWEST, RENEW_MS = 300, 1500


class IncidentSource:
    """Incidents: opened on their page."""

    kind = Kind.INCIDENT

    def __init__(self, services: ConsoleServices, show: Callable[[str], None], owner: QObject) -> None:
        self._services, self._show = services, show
        self._deeds = Deeds(owner)
        self._known: tuple[Incident, ...] = ()
        self._soon = QTimer(owner)
        self._soon.setSingleShot(True)
        self._soon.setInterval(RENEW_MS)
        self._soon.timeout.connect(self._ask)
        self._figures = IncidentFigures(services, owner)
        for told in (self._figures.changed, self._figures.counted):
            told.connect(lambda _what: self._soon.start())
        self._soon.start()

    def version(self) -> object:
        """Give the list as it is known."""
        return self._known

    def entries(self) -> Iterable[Entry]:
        """List them."""
        for one in self._known:
            more = " · ".join(part for part in (state_text(one.state), isolated(one.place)) if part)
            yield Entry(Kind.INCIDENT, one.id, f"{numbered(one)} {one.what}", more, (str(one.serial), one.place))

    def choose(self, entry: Entry, large: bool) -> Chosen:
        """Open the incident."""
        self._show(entry.id)
        return DONE

    def _ask(self) -> None:
        if not self._services.desk.may(Permission.LOG_INCIDENTS):
            self._known = ()
            return
        incidents = self._services.incidents

        def work() -> tuple[Incident, ...]:
            found = {one.id: one for one in (*incidents.open_ones(), *incidents.find(Filter(limit=NEWEST)))}
            return tuple(found.values())

        self._deeds.ask("palette", work, self._on_found)

    def _on_found(self, outcome: object) -> None:
        if isinstance(outcome, tuple) and outcome != self._known:
            self._known = outcome
