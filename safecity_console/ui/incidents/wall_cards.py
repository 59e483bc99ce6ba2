"""Incidents beside the wall: new grave ones among what needs attention, and every open one below.

Belongs here: the cards and which there are. Does not belong here: the column they stand in (ui/side_column.py), the
page of incidents.
Invariants: 1. They queue beside the video and never cover it. 2. Ages count with one tick, only where the text changed;
a card that did not change is not made again. 3. A card says its severity by a bar and a word. 4. New ones are not
rearranged under the pointer for longer than `HOLD_MS`. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.incident import Incident, Severity, State
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import numbered, severity_text
from safecity_console.ui.incidents.clock_words import ClockFace, Tone, clock_words
from safecity_console.ui.incidents.figures import IncidentFigures
from safecity_console.ui.incidents.row_words import bar_role, row_words
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, column, label, row, set_role, surface
from safecity_console.ui.widgets.fading import FadingArea

MOST, NEW_MOST, TICK_MS, HOLD_MS = 12, 6, 1000, 5000
_BARS = {"critical": "critical", "impaired": "impaired", "disabled": "quiet"}
_ROLES = {Tone.QUIET: "secondary", Tone.NEARLY: "impaired", Tone.LATE: "critical"}


class IncidentCard(QFrame):
    """One incident; a press opens it."""

    chosen = Signal(str)

    def __init__(self, screen: Screen, incident: Incident, face: ClockFace) -> None:
        super().__init__()
        self._screen, self.incident, self._face = screen, incident, face
        self.setProperty("surface", "entry")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        bar = QFrame()
        bar.setProperty("bar", _BARS[bar_role(incident)])
        bar.setFixedWidth(3)
        title = self.tr("{number} {what}").format(number=numbered(incident), what=isolated(incident.what))
        head = label(title, "strong", wrap=True)
        self._clock = label("", "secondary")
        top = row(head, self._clock)
        top.setStretchFactor(head, 1)
        top.setAlignment(self._clock, Qt.AlignmentFlag.AlignTop)
        camera = screen.services.cameras.by_id(incident.camera_id) if incident.camera_id else None
        more = " · ".join((severity_text(incident.severity), row_words(incident, camera)))
        self._lines = column(spacing=2)
        self._lines.addLayout(top)
        self._lines.addWidget(label(more, "secondary", wrap=True))
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(10)
        box.addWidget(bar)
        box.addLayout(self._lines, 1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        self.tick()

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put buttons under the words."""
        self._lines.addSpacing(4)
        self._lines.addLayout(row(*buttons, None))

    def tick(self) -> None:
        """Count on."""
        words = clock_words(self.incident, self._screen.services.clock.now(), self._face)
        if words.short != self._clock.text():
            self._clock.setText(words.short)
            self._clock.setToolTip(words.more)
            set_role(self._clock, _ROLES[words.tone])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.incident.id)

    def event(self, event: QEvent) -> bool:
        """Let Space and Enter do what a press does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in (
                Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.incident.id)
            return True
        return super().event(event)


class CardStack(QWidget):
    """Cards one above the other, made only where an incident is another than before."""

    def __init__(self, make: Callable[[Incident], IncidentCard]) -> None:
        super().__init__()
        self._make = make
        self.cards: list[IncidentCard] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_incidents(self, incidents: Sequence[Incident]) -> None:
        """Show these, in this order."""
        kept = {card.incident: card for card in self.cards}
        cards = [kept.pop(incident) if incident in kept else self._make(incident) for incident in incidents]
        for gone in kept.values():
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, card in enumerate(cards):
            if self._box.indexOf(card) != at:
                self._box.insertWidget(at, card)
        self.cards = cards

    def tick(self) -> None:
        """Count on."""
        for card in self.cards:
            card.tick()


class OpenIncidents(QFrame):
    """The part of the column with every open incident; `new_changed` when grave new ones came or went.

    `queue` holds the cards of the new ones, for the column to put among what needs attention.
    """

    incident_chosen = Signal(str)
    acknowledge_wanted = Signal(str)
    page_wanted = Signal()
    new_changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._count = label("", "secondary")
        self.open, self.queue = CardStack(self._card), CardStack(self._new_card)
        self._shown: tuple[Incident, ...] = ()
        self._new: tuple[Incident, ...] = ()
        self._stale = True
        self._more = button("", "quiet")
        self._more.setAccessibleName(self.tr("Show all incidents"))
        self._more.clicked.connect(lambda: self.page_wanted.emit())
        self._more.hide()
        head = surface("head")
        head.setLayout(row(label(self.tr("Open incidents"), "strong"), None, self._count, margins=(12, 0, 12, 0)))
        head.setFixedHeight(40)
        inside = QWidget()
        inside.setLayout(column(self.open, self._more, None, spacing=0))
        self._area = FadingArea(inside, screen.theme.panel)
        self.setLayout(column(head, self._area, spacing=0))
        self._timer, self._hold = QTimer(self), QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._show_queue)
        self.figures = IncidentFigures(screen.services, self)
        for told in (self.figures.counted, self.figures.changed):
            told.connect(self._on_changed)

    @property
    def cards(self) -> list[IncidentCard]:
        """Give the cards of open incidents."""
        return self.open.cards

    @property
    def new_count(self) -> int:
        """Count the grave incidents nobody has seen yet."""
        return len(self._new)

    def set_most_px(self, px: int) -> None:
        """Take at most so much height for the cards."""
        wanted = sum(card.sizeHint().height() for card in self.cards) + (0 if self._more.isHidden() else 34)
        self._area.setFixedHeight(min(px, max(1, wanted)))
        self._area.setVisible(bool(self.cards))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._take()
        self._on_tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _on_changed(self, _told: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._take()

    def _take(self) -> None:
        self._stale = False
        found = self._screen.services.incidents.open_ones()
        if found == self._shown and self._count.text():
            return
        self._shown = found
        self._count.setText(ltr(len(found)))
        self.open.show_incidents(found[:MOST])
        self._more.setText(self.tr("{count} more").format(count=ltr(len(found) - MOST)))
        self._more.setVisible(len(found) > MOST)
        self._new = tuple(one for one in found if one.state is State.NEW and one.severity in (Severity.S1, Severity.S2))
        if not self.queue.underMouse():
            self._show_queue()
        elif not self._hold.isActive():
            self._hold.start()
        self.new_changed.emit()

    def _show_queue(self) -> None:
        self._hold.stop()
        self.queue.show_incidents(self._new[:NEW_MOST])
        self.queue.setVisible(bool(self._new))
        self.new_changed.emit()

    def _card(self, incident: Incident) -> IncidentCard:
        screen = self._screen
        face = ClockFace(screen.zone, screen.language, screen.services.procedures.targets())
        card = IncidentCard(screen, incident, face)
        card.chosen.connect(self.incident_chosen)
        return card

    def _new_card(self, incident: Incident) -> IncidentCard:
        card = self._card(incident)
        seen = button(self.tr("Acknowledge"), "small_primary")
        seen.clicked.connect(partial(self._emit, self.acknowledge_wanted.emit, incident.id))
        open_it = button(self.tr("Open"), "small")
        open_it.clicked.connect(partial(self._emit, self.incident_chosen.emit, incident.id))
        may = self._screen.services.desk.may(Permission.WORK_INCIDENTS)
        card.add_buttons(*((seen, open_it) if may else (open_it,)))
        return card

    def _on_tick(self) -> None:
        self.open.tick()
        self.queue.tick()

    def _emit(self, emit: Callable[[str], object], key: str, _checked: bool = False) -> None:
        emit(key)
