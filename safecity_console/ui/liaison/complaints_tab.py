"""Complaints and call-backs: who waits for a call, the soonest first, and the newest complaints.

Belongs here: the list of call-backs, the table of complaints. Does not belong here: taking one in
(complaint_dialog.py), the incident's own page.
Invariants: 1. A late call-back is red and says by how much. 2. A sealed number is shown only after it was opened
here, which is audited first, and is forgotten when the page is left or the seat changes. 3. One press notes the call;
the note comes with it.
Thread: GUI; writing is done off it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import WorldError
from safecity_console.domain.incident import NOTE_MOST, Incident
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import category_text, source_text
from safecity_console.ui.liaison.rows import WordsRow, WordsTable
from safecity_console.ui.liaison.words import due_words
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, clear, column, label, outside_label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

WIDE_PX = 400
WIDTHS = {0: 84, 1: 130, 2: 100, 3: 150, 5: 170, 6: 130}


class CallBackCard(QFrame):
    """One citizen who waits for a call."""

    def __init__(self, screen: Screen, incident: Incident, opened: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("surface", "entry")
        due = incident.call_back_due_at or incident.entered_at
        words, late = due_words(due, screen)
        self.incident_id = incident.id
        self.late = late
        bar = QFrame()
        bar.setProperty("bar", "critical" if late else "quiet")
        bar.setFixedWidth(3)
        name = opened.get("caller_name", opened.get("name", "")) or incident.caller_name
        phone = opened.get("caller_phone", opened.get("phone", "")) or incident.caller_phone
        self.note = QLineEdit()
        self.note.setMaxLength(min(500, NOTE_MOST))
        self.note.setPlaceholderText(self.tr("What was said (optional)"))
        self.note.setAccessibleName(self.note.placeholderText())
        self.done = button(self.tr("Called back"), "", screen.theme, "phone-call")
        self.open = button(self.tr("Open the number"), "small", screen.theme, "lock-open",
                           self.tr("Opening is written into the audit first."))
        sealed = incident.sealed and not phone
        self.open.setVisible(sealed and screen.services.desk.may(Permission.OPEN_SEALED))
        lines = column(spacing=4)
        lines.addLayout(row(label(words, "critical" if late else "secondary"), None,
                            label(ltr(incident.label), "secondary")))
        lines.addWidget(outside_label(incident.what, screen.direction, "strong"))
        if sealed:
            lines.addLayout(row(label(self.tr("Name and number are sealed."), "secondary"), None, self.open))
        else:
            who = label(isolated(name) if name else self.tr("No name given"), "" if name else "secondary")
            number = label(ltr(phone) if phone else self.tr("No number given"), "strong" if phone else "secondary")
            lines.addLayout(row(who, None, number))
        lines.addLayout(row(self.note, self.done))
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(10)
        box.addWidget(bar)
        box.addLayout(lines, 1)


class ComplaintsTab(QWidget):
    """The tab."""

    said = Signal(str, str)
    new_wanted = Signal()
    incident_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._opened: dict[str, Mapping[str, str]] = {}
        self._shown: tuple[Incident, ...] | None = None
        self._deeds = Deeds("call-back", self)
        self._deeds.refused.connect(lambda sentence: self.said.emit(sentence, "warning"))
        self.count = label("", "secondary")
        self.new = button(self.tr("New complaint"), "primary", screen.theme, "phone-incoming")
        self.new.clicked.connect(self.new_wanted)
        self._inside = QWidget()
        self._cards = QVBoxLayout(self._inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(0)
        titles = (self.tr("No."), self.tr("When"), self.tr("Told by"), self.tr("Kind"), self.tr("What"),
                  self.tr("Place"), self.tr("Call-back"))
        self.table = WordsTable(self.tr("Complaints"), titles, WIDTHS, 4, screen.theme)
        self.table.chosen.connect(self.incident_wanted)
        self._lay_out()

    @property
    def cards(self) -> list[CallBackCard]:
        """Give the call-backs in order."""
        items = (self._cards.itemAt(at) for at in range(self._cards.count()))
        return [card for item in items if item is not None and isinstance(card := item.widget(), CallBackCard)]

    def renew(self, typing: bool = True) -> None:
        """Show who waits and what came in; where a note is being typed, the cards stay as they are."""
        liaison = self._screen.services.liaison
        if not self._screen.services.desk.may(Permission.TAKE_COMPLAINTS):
            self.table.set_rows([])  # nobody asked: a locked console must not fill the audit with refusals
            self._show_cards(())
            return
        try:
            due, complaints = liaison.call_backs(), liaison.complaints()
        except WorldError as error:
            self.count.setText(world_sentence(error))
            return
        late = sum((one.call_back_due_at or one.entered_at) < self._screen.services.clock.now() for one in due)
        self.count.setText(self.tr("{count} to call back, {late} late").format(count=ltr(len(due)), late=ltr(late)))
        self.table.set_rows([self._row(one) for one in complaints])
        if typing and due == self._shown and any(card.note.text() or card.note.hasFocus() for card in self.cards):
            return
        self._show_cards(due)

    def forget(self) -> None:
        """Forget what was opened, as when another officer sits down or the console is locked."""
        self._opened.clear()
        self._shown = None

    def release(self) -> None:
        """Let what runs end."""
        self._deeds.finish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was opened."""
        super().hideEvent(event)
        self.forget()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        head = surface("head")
        head.setFixedHeight(44)
        head.setLayout(row(label(self.tr("To call back"), "strong"), None, self.count, margins=(12, 0, 12, 0)))
        left.addWidget(head)
        left.addWidget(FadingArea(self._inside, self._screen.theme.panel), 1)
        rtl = self._screen.direction is Qt.LayoutDirection.RightToLeft
        side = surface("rail_rtl" if rtl else "rail")
        side.setFixedWidth(WIDE_PX)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        bar = surface("strip")
        bar.setFixedHeight(44)
        bar.setLayout(row(label(self.tr("Complaints"), "strong"), None, self.new, margins=(12, 0, 12, 0)))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar)
        right.addWidget(self.table, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(side)
        box.addLayout(right, 1)
        self.setFocusProxy(self.new)

    def _show_cards(self, due: tuple[Incident, ...]) -> None:
        self._shown = due
        clear(self._cards)
        for incident in due:
            card = CallBackCard(self._screen, incident, self._opened.get(incident.id, {}))
            card.done.clicked.connect(lambda _on=False, card=card: self._on_done(card))
            card.note.returnPressed.connect(lambda card=card: self._on_done(card))
            card.open.clicked.connect(lambda _on=False, card=card: self._on_open(card))
            self._cards.addWidget(card)
        if not due:
            quiet = label(self.tr("Nobody waits for a call."), "secondary", wrap=True)
            quiet.setContentsMargins(14, 12, 14, 12)
            self._cards.addWidget(quiet)
        self._cards.addStretch(1)

    def _on_done(self, card: CallBackCard) -> None:
        incident_id, note, liaison = card.incident_id, card.note.text(), self._screen.services.liaison
        self._deeds.do(lambda: liaison.called_back(incident_id, note), lambda _none: self._on_called())

    def _on_called(self) -> None:
        self.said.emit(self.tr("The call-back is noted."), "info")
        self.renew(typing=False)

    def _on_open(self, card: CallBackCard) -> None:
        incident_id, liaison = card.incident_id, self._screen.services.liaison

        def show(opened: object) -> None:
            if isinstance(opened, Mapping) and self.isVisible():
                self._opened[incident_id] = {str(key): str(value) for key, value in opened.items()}
                self._show_cards(self._shown or ())

        self._deeds.do(lambda: liaison.open_sealed(incident_id), show)

    def _row(self, one: Incident) -> WordsRow:
        if one.call_back_due_at is None:
            call, shade = "", "secondary"
        elif one.called_back_at is not None:
            call, shade = self.tr("Made"), "secondary"
        else:
            call, late = due_words(one.call_back_due_at, self._screen)
            shade = "critical" if late else "text"
        cells = (ltr(one.label), self._screen.moment(one.entered_at), source_text(one.source),
                 category_text(one.category), one.what, one.place, call)
        return WordsRow(one.id, cells, {0: (one.series, one.serial), 1: one.entered_at.timestamp()},
                        {1: "secondary", 2: "secondary", 5: "secondary", 6: shade})
