"""One incident beside the list: head, life cycle, pictures, fields, checklist, parties, what happened, and its foot.

Belongs here: putting the parts together, asking for the detail and again when it changed. Does not belong here: the
parts, the deeds (life_hands.py, part_hands.py).
Invariants: 1. Looking at an incident is audited by the service; it is asked for once for each change, off the GUI
thread, and only the newest answer is shown. 2. A change from another screen shows the new state, says so, and keeps
what is being typed. 3. Nothing sealed stands here before it was opened. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.incident import Severity, State
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.incident_texts import refused_sentence, severity_text, titled
from safecity_console.ui.incidents.asking import Asking
from safecity_console.ui.incidents.checklist import Checklist
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.incidents.down_note import DownNote
from safecity_console.ui.incidents.fields import Fields
from safecity_console.ui.incidents.foot import Foot, next_usual
from safecity_console.ui.incidents.life_hands import LifeHands
from safecity_console.ui.incidents.life_strip import LifeStrip
from safecity_console.ui.incidents.part_hands import PartHands
from safecity_console.ui.incidents.parties import Parties
from safecity_console.ui.incidents.pictures import Pictures
from safecity_console.ui.incidents.timeline import Timeline
from safecity_console.ui.incidents.unit_lines import UnitLines
from safecity_console.ui.screen import Screen
from safecity_console.ui.style import mark
from safecity_console.ui.widgets.basics import ElidedLabel, label, row, set_role, surface
from safecity_console.ui.widgets.fading import FadingArea

HEAD_PX = 44


class DetailPane(QFrame):
    """The pane; `wanted` hands on what the page does: print, unlock, link_camera."""

    wanted = Signal(str)
    unlock_wanted = Signal(str)
    incident_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("surface", "side_rtl" if rtl else "side")
        self.asking = Asking(self)
        self.life, self.parts = LifeHands(screen, self.asking), PartHands(screen, self.asking)
        self._deeds = Deeds(self)
        self._id = ""
        self._own = self._missed = False  # the next answer is of our own deed; a change came while one was under way
        self.title, self.chip = ElidedLabel(role="strong"), label("", "severity")
        self.chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.strip, self.pictures, self.fields = LifeStrip(screen), Pictures(screen), Fields(screen)
        self.units, self.checklist, self.parties = UnitLines(screen), Checklist(screen), Parties(screen)
        self.timeline = Timeline(screen, screen.services.cameras.by_id)
        self.foot = Foot(screen)
        self.message = label("", "refusal", wrap=True)
        self.message.setContentsMargins(16, 6, 16, 6)
        self.down = DownNote(screen)
        self._nothing = label(self.tr("Choose an incident on the list."), "secondary", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole = QWidget()
        self._lay_out()
        self._connect()
        self.show_incident("")

    @property
    def incident_id(self) -> str:
        """Give the id of the incident that is shown; empty where none is."""
        return self._id

    @property
    def detail(self) -> IncidentDetail | None:
        """Give what is shown."""
        return self.asking.detail

    def show_incident(self, incident_id: str) -> None:
        """Show an incident, or none."""
        if incident_id == self._id and incident_id:
            return
        self._id = incident_id
        self.say("")
        self.asking.take(None)
        self.fields.close_seal()
        self._whole.setVisible(False)
        self._nothing.setVisible(True)
        self._nothing.setText(self.tr("Reading the incident…") if incident_id else
                              self.tr("Choose an incident on the list."))
        if incident_id:
            self._ask()
        else:
            self._deeds.forget("detail")
            self.pictures.show_detail(None)

    def changed(self, ids: frozenset[str]) -> None:
        """Read anew where the shown incident is among what changed."""
        if self._id and (not ids or self._id in ids):
            if self.asking.busy:
                self._missed = True  # one of ours, most likely: asked for when it is done
            else:
                self._ask()

    def tick(self, now: datetime) -> None:
        """Count on."""
        if self.isVisible():
            self.units.tick(now)

    def next_step(self) -> None:
        """Take the next usual step."""
        if self.detail is not None:
            usual = next_usual(self.detail)
            if usual is not None:
                self.life.step(usual)

    def close_seals(self) -> None:
        """Show nothing sealed any more."""
        self.fields.close_seal()
        self.parties.show_opened({})
        if self.detail is not None:
            self.fields.show_detail(self.detail)

    def say(self, sentence: str, role: str = "refusal") -> None:
        """Say why not, or, in amber, that something changed."""
        set_role(self.message, role)
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    # ---- inside ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        incident_id, incidents = self._id, self._screen.services.incidents
        self._deeds.ask("detail", lambda: incidents.detail(incident_id), self._on_detail)

    def _on_detail(self, outcome: object) -> None:
        if not isinstance(outcome, IncidentDetail):
            self._whole.setVisible(False)
            self._nothing.setVisible(True)
            self._nothing.setText(refused_sentence(outcome))
            return
        before, own, self._own = self.detail, self._own, False
        self.asking.take(outcome)
        self._show(outcome)
        self._nothing.setVisible(False)
        self._whole.setVisible(True)
        if before is not None and before.incident.id == outcome.incident.id \
                and before.incident.revision != outcome.incident.revision and not own:
            self._on_changed_elsewhere()

    def _on_changed_elsewhere(self) -> None:
        if self.fields.stale:
            self.say(self.tr("This was changed on another screen. What you typed still stands; Enter saves it over "
                             "the new text, Esc lets it go."), "warm")
        else:
            self.say(self.tr("This was changed on another screen; you see the new state."), "warm")

    def _show(self, detail: IncidentDetail) -> None:
        found, may_work = detail.incident, self._screen.services.desk.may(Permission.WORK_INCIDENTS)
        anew = self.property("shown") != found.id
        self.setProperty("shown", found.id)
        self.title.set_whole(titled(found))
        self.chip.setText(severity_text(found.severity))
        mark(self.chip, "grave", "yes" if found.severity is Severity.S1 and not found.ended else "no")
        self.strip.show_incident(found)
        self.pictures.show_detail(detail)
        self.down.show_detail(detail)
        self.fields.show_detail(detail)
        self.units.show_detail(detail)
        self.checklist.show_ticks(detail.ticks, may_work and not found.ended)
        self._section(self.checklist, bool(detail.ticks))
        self.parties.show_parties(detail.parties, may_work and not found.ended)
        self._section(self.parties, bool(detail.parties))
        self.timeline.show_events(detail.events, anew)
        self.foot.show_detail(detail)
        if anew:
            self.area.verticalScrollBar().setValue(0)

    def _section(self, inside: QWidget, there: bool) -> None:
        inside.setVisible(there)
        self._heads[inside].setVisible(there)

    def _lay_out(self) -> None:
        head = surface("head")
        named = row(self.title, self.chip, margins=(16, 0, 14, 0))
        named.setStretch(0, 1)
        head.setLayout(named)
        head.setFixedHeight(HEAD_PX)
        self._heads: dict[QWidget, QFrame] = {}
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for first in (self.pictures, self.down, self.fields, self.units):
            box.addWidget(first)
        headed: tuple[tuple[QWidget, str], ...] = (
            (self.checklist, self.tr("Steps")), (self.parties, self.tr("Persons and vehicles")),
            (self.timeline, self.tr("What happened")))
        for part, title in headed:
            self._heads[part] = _heading(title)
            box.addWidget(self._heads[part])
            box.addWidget(part)
        box.addStretch(1)
        self.area = FadingArea(inside, self._screen.theme.panel)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget, share in ((head, 0), (self.strip, 0), (self.area, 1), (self.message, 0), (self.foot, 0)):
            whole.addWidget(widget, share)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole, 1)
        outer.addWidget(self._nothing, 1)

    def _connect(self) -> None:
        self.asking.refused.connect(self._on_refused)
        self.asking.done.connect(self._on_done)
        self.asking.stale.connect(self._on_stale)
        self.fields.committed.connect(self.parts.change)
        self.fields.open_wanted.connect(self._open_seal)
        self.units.on_scene.connect(self.life.unit_on_scene)
        self.units.clear_wanted.connect(self.life.unit_clear)
        self.units.unlock_wanted.connect(self.unlock_wanted)
        self.units.incident_wanted.connect(self.incident_wanted)
        self.checklist.ticked.connect(self.parts.tick)
        self.checklist.call_back_wanted.connect(self.parts.call_back)
        self.parties.remove_wanted.connect(self.parts.remove_party)
        self.foot.step_wanted.connect(self._on_step)
        self.foot.wanted.connect(self._on_wanted)

    def _on_step(self, state: State) -> None:
        self.life.step(state)

    def _on_wanted(self, name: str) -> None:
        own: Mapping[str, Callable[[], object]] = {
            "note": self.parts.note, "hold": self.life.hold, "party": self.parts.add_party,
            "link_incident": self.parts.link_incident, "link_notice": self.parts.link_notice,
            "call_back": self.parts.call_back,
            "lock_clip": self.parts.lock_clip, "send": self.life.send_unit,
            "review": lambda: self.life.review(False), "reopen": lambda: self.life.review(True),
        }
        if name in own:
            own[name]()
        else:
            self.wanted.emit(name)

    def _on_refused(self, sentence: str) -> None:
        self.fields.give_back()
        self.say(sentence)
        if self._missed:
            self._missed = False
            self._ask()

    def _on_done(self) -> None:
        self._own, self._missed = True, False
        self.say("")
        self._ask()

    def _on_stale(self) -> None:
        self.fields.give_back()
        self._ask()

    def _open_seal(self) -> None:
        incident_id, incidents = self._id, self._screen.services.incidents
        self._deeds.ask("seal", lambda: incidents.open_sealed(incident_id), self._on_opened)

    def _on_opened(self, outcome: object) -> None:
        if isinstance(outcome, Mapping):
            self.fields.show_opened(outcome)
            self.parties.show_opened(outcome)
        else:
            self.say(refused_sentence(outcome))


def _heading(title: str) -> QFrame:
    made = surface("head")
    words: QLabel = label(title, "strong")
    made.setLayout(row(words, None, margins=(16, 0, 12, 0)))
    made.setFixedHeight(38)
    return made
