"""Incidents from anywhere in the program: F2 and its panel, F7, what follows, what is typed but not saved.

Belongs here: opening the panel, acknowledging the first new one, the second officer for a clip, the offer to open what
was saved. Does not belong here: the panel (ui/incidents/new_panel.py), the page, the wall's column.
Invariants: 1. One panel at a time: F2 again gives it the keyboard. 2. What was typed outlives a change of the look and
a lock, but never the officer who typed it. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from safecity_console.domain.access import TwoPerson
from safecity_console.domain.incident import Incident, State
from safecity_console.ui.incident_texts import refused_sentence
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.incidents.new_panel import NewIncident
from safecity_console.ui.incidents.offer import Offer
from safecity_console.ui.pages import Pages
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.second import TwoPersonDeed

_KEPT = "incident-draft"


class _Kept(QObject):
    """What was typed when the frame was made anew; it hangs on the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(_KEPT)
        self.session, self.camera_id, self.state = "", "", dict[str, str]()


class IncidentDesk(QObject):
    """The desk of one frame; `commands` are what it answers, by id."""

    said = Signal(str, str)

    def __init__(self, window: QMainWindow, screen: Screen, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._screen, self._pages = window, screen, pages
        self._deeds = Deeds(self)
        self._offer: Offer | None = None
        self._typed_in = ""  # the session of who types; by the time of `release` another may sit here
        self.panel: NewIncident | None = None
        self.commands: dict[str, Callable[[], object]] = {
            "incident.new": self.open_new, "incident.acknowledge": self.acknowledge_first,
        }
        pages.wall.side.incidents.acknowledge_wanted.connect(self.acknowledge)
        pages.wall.side.incident_wanted.connect(self.open_for)
        pages.incidents.unlock_wanted.connect(self.unlock_clip)

    @property
    def offer(self) -> Offer | None:
        """Give the offer to open what was saved last, if one was made."""
        return self._offer

    def open_new(self) -> None:
        """Open the panel, or give it the keyboard."""
        if self.panel is not None:
            self.panel.raise_()
            self.panel.form.what.setFocus()
            return
        camera_id = self._pages.selected_camera(self._page())
        self._open(camera_id or "")

    def open_for(self, camera_id: str, what: str) -> None:
        """Open the panel for what a camera told; one that is open already keeps what was typed."""
        if self.panel is not None:
            self.open_new()
        else:
            self._open(camera_id).form.suggest(what)

    def acknowledge_first(self) -> None:
        """Acknowledge the gravest, then oldest, incident nobody has seen yet."""
        new = [one for one in self._screen.services.incidents.open_ones() if one.state is State.NEW]
        if new:
            self.acknowledge(new[0].id)
        else:
            self.said.emit(self.tr("No new incident waits to be acknowledged."), "info")

    def acknowledge(self, incident_id: str) -> None:
        """Acknowledge one incident."""
        incidents = self._screen.services.incidents
        self._deeds.do("incident-seen", lambda: incidents.step(incident_id, State.ACKNOWLEDGED), self._on_seen)

    def unlock_clip(self, incident_id: str, clip_id: str) -> None:
        """Give a clip lock up, with a second officer."""
        incidents = self._screen.services.incidents
        deed = TwoPersonDeed(
            self._pages.incidents, self._screen, TwoPerson.UNLOCK_EVIDENCE,
            self.tr("The clip is unlocked: its recording may be deleted when its time is over."),
            lambda approval: incidents.unlock_clip(incident_id, clip_id, approval))
        deed.refused.connect(lambda _code, sentence: self._pages.incidents.detail.say(sentence))
        deed.start()

    def put_back(self) -> None:
        """Open the panel again with what was typed before the frame was made anew, for the same officer."""
        kept = self._window.findChild(_Kept, _KEPT)
        if kept is not None:
            kept.setObjectName("")
            kept.deleteLater()
            if kept.session == self._session():
                self._open(kept.camera_id, kept.state)

    def release(self) -> None:
        """Keep what is typed for the next frame, and let go."""
        if self.panel is not None:
            if self.panel.touched:
                kept = _Kept(self._window)
                kept.session, kept.state = self._typed_in, self.panel.form.state()
                kept.camera_id = self.panel.form.camera.id if self.panel.form.camera is not None else ""
            self.panel.deleteLater()
            self.panel = None
        self.deleteLater()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _open(self, camera_id: str, state: dict[str, str] | None = None) -> NewIncident:
        camera = self._screen.services.cameras.by_id(camera_id) if camera_id else None
        self.panel = NewIncident(self._frame(), self._screen, camera)
        self._typed_in = self._session()
        if state is not None:
            self.panel.form.put_back(state)
        self.panel.saved.connect(self._on_saved)
        self.panel.left.connect(self._on_left)
        return self.panel

    def _on_saved(self, incident: Incident) -> None:
        self._offered().show_saved(incident)

    def _on_left(self) -> None:
        self.panel = None

    def _on_seen(self, outcome: object) -> None:
        if isinstance(outcome, Incident):
            self._offered().show_seen(outcome)
        else:
            self.said.emit(refused_sentence(outcome), "warning")

    def _offered(self) -> Offer:
        if self._offer is None:
            self._offer = Offer(self._frame(), self._screen)
            self._offer.chosen.connect(self._pages.show_incident)
        return self._offer

    def _frame(self) -> QWidget:
        """Give what the gate hides when the desk is locked: what lies on it is hidden with it, and comes back."""
        return self._window.centralWidget() or self._window

    def _session(self) -> str:
        session = self._screen.services.desk.session
        return session.id if session is not None else ""

    def _page(self) -> str:
        shown = self._pages.currentWidget()
        return next((name for name in ("wall", "cameras", "streams") if getattr(self._pages, name) is shown), "")
