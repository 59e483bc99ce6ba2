"""The Incidents page: list and detail side by side, and its keys.

Belongs here: joining the two, the page's one tick, its commands. Does not belong here: their insides, F2 and F7
(desk.py).
Invariants: 1. One timer counts for everything on the page, and only while it is shown. 2. What changed is read anew
once, however often the bus told it. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from safecity_console.domain.access import Permission
from safecity_console.domain.incident import Incident
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.services.desk import Seat
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.incidents.detail import DetailPane
from safecity_console.ui.incidents.figures import IncidentFigures
from safecity_console.ui.incidents.list_pane import ListPane
from safecity_console.ui.incidents.papers import IncidentPapers
from safecity_console.ui.screen import Screen

TICK_MS = 1000
DETAIL_PX, NARROW_DETAIL_PX, NARROW_BELOW_PX = 520, 440, 1500


class IncidentsPage(QFrame):
    """The page; `commands` are what it answers, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)
    settings_wanted = Signal(str)  # a tab of the settings
    unlock_wanted = Signal(str, str)  # incident and clip: it takes two officers

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("surface", "page")
        self.list, self.detail = ListPane(screen), DetailPane(screen)
        self.papers = IncidentPapers(screen, self)
        self.wall_camera: Callable[[], str | None] = lambda: None
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addWidget(self.detail)
        self.setFocusProxy(self.list)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self.figures = IncidentFigures(screen.services, self)
        self._whose = self._officer()
        self._bridge = Bridge(screen.services.bus, self)
        self._connect()
        life, parts = self.detail.life, self.detail.parts
        self.commands: dict[str, Callable[[], object]] = {
            "incident.step": self.detail.next_step, "incident.note": parts.note, "incident.dispatch": life.send_unit,
            "incident.hold": life.hold, "incident.hoax": life.hoax, "incident.print": self._print,
            "incident.search": self._search,
        }

    def open_incident(self, incident_id: str) -> None:
        """Show one incident."""
        self.list.reveal(incident_id)
        self.detail.show_incident(incident_id)

    def release(self) -> None:
        """Let go of what outlives a widget, before the page is made anew."""
        self._timer.stop()
        self.figures.release()
        self._bridge.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.feed.ask()
        self.figures.count()
        self._on_tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the detail its width: narrower where the window is small."""
        super().resizeEvent(event)
        self.detail.setFixedWidth(NARROW_DETAIL_PX if self.width() < NARROW_BELOW_PX else DETAIL_PX)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.chosen.connect(self.detail.show_incident)
        self.list.wanted.connect(self._on_wanted)
        self.detail.wanted.connect(self._on_wanted)
        self.detail.unlock_wanted.connect(lambda clip: self.unlock_wanted.emit(self.detail.incident_id, clip))
        self.detail.incident_wanted.connect(self.open_incident)
        self.figures.counted.connect(self.list.set_counts)
        self.figures.changed.connect(self._on_changed)
        self.papers.said.connect(self.said)
        self.detail.life.transferred.connect(self._offer_sheet)
        self._bridge.procedures_changed.connect(self.list.renew_targets)
        self._bridge.seat_changed.connect(self._on_seat)
        self._bridge.shift_changed.connect(self._on_seat)

    def _on_tick(self) -> None:
        self.list.tick()
        self.detail.tick(self._screen.services.clock.now())

    def _on_changed(self, ids: frozenset[str]) -> None:
        if self.isVisible():
            self.list.feed.renew()
            self.detail.changed(ids)

    def _officer(self) -> str:
        session = self._screen.services.desk.session
        return session.officer.id if session is not None else ""

    def _on_seat(self) -> None:
        before, self._whose = self._whose, self._officer()
        if before and before != self._whose:  # at a handover no cover comes between them, and no new frame
            self.detail.show_incident("")
            self.list.forget()
        if self._screen.services.desk.seat in (Seat.EMPTY, Seat.LOCKED):
            self.detail.close_seals()
        elif self.isVisible():
            self.list.feed.ask()

    def _on_wanted(self, name: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "new": lambda: self.command_wanted.emit("incident.new"), "print": self._print,
            "csv": self._export, "procedures": lambda: self.settings_wanted.emit("procedures"),
            "units": lambda: self.settings_wanted.emit("units"), "link_camera": self._link_camera,
            "transfer_sheet": lambda: self._paper(self.papers.transfer), "preserve_request": lambda: self._paper(
                self.papers.preserve),
        }
        deeds[name]()

    def _search(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _print(self) -> None:
        self._paper(self.papers.print)

    def _paper(self, ask: Callable[[IncidentDetail], None]) -> None:
        if self.detail.detail is not None:
            ask(self.detail.detail)

    def _offer_sheet(self, handed: Incident, said: str) -> None:
        detail = self.detail.detail
        if detail is not None and detail.incident.id == handed.id \
                and self._screen.services.desk.may(Permission.PRINT_REPORTS):
            self.papers.transfer(replace(detail, incident=handed), said)

    def _export(self) -> None:
        shown: tuple[Incident, ...] = self.list.rows.incidents
        self.papers.choose_export(shown)

    def _link_camera(self) -> None:
        camera_id = self.wall_camera()
        if camera_id:
            self.detail.parts.link_camera(camera_id)
        else:
            self.detail.say(self.tr("No camera is selected on the wall; select one there first."))
