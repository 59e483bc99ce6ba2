"""The right column of the wall: what needs attention, and the list of cameras below it, open incidents between.

Belongs here: the entries as widgets, their buttons. Does not belong here: which entries there are (attention.py),
the cards of incidents (ui/incidents/wall_cards.py).
Invariants: 1. Entries are not rearranged while the pointer is over them; what came meanwhile is counted in the heading.
2. A pointer that lies still there holds nothing back for longer than `HOLD_MS`, and "nothing needs you" never
stands beside a count: words that became untrue are replaced at once. 3. Nothing here covers video. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.camera_event import CameraAlarm
from safecity_console.domain.health import PictureFault
from safecity_console.domain.watch import Condition
from safecity_console.ui.attention import Attention, Entry, Kind
from safecity_console.ui.audit.break_words import break_sentence
from safecity_console.ui.event_texts import alarm_words, incident_words
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.incidents.wall_cards import OpenIncidents
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.ptz.section import LOW_PX, PtzSection
from safecity_console.ui.wall.words import camera_name, fault_sentence, picture_fault_word
from safecity_console.ui.widgets.basics import button, clear, column, label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

translate = QCoreApplication.translate

WIDTH_PX = 320
NARROW_WIDTH_PX = 280
HOLD_MS = 5000
SHARE, LOW_SHARE = 30, 14  # percent of the height for open incidents; on a low screen beside the stick

_BARS = {
    Kind.LOST: "impaired", Kind.IMPAIRED: "impaired", Kind.REFUSED: "impaired", Kind.BACK: "good",
    Kind.DOWN_AT_START: "quiet", Kind.REFUSED_AT_START: "impaired", Kind.AUDIT_BREAK: "impaired",
    Kind.TOLD: "impaired",
}


class EntryCard(QFrame):
    """One entry: a bar, what happened where, since when; a press selects the camera."""

    chosen = Signal(str)

    def __init__(self, screen: Screen, entry: Entry, name: str) -> None:
        super().__init__()
        self.setProperty("surface", "entry")
        self._camera_id = entry.camera_id
        bar = QFrame()
        bar.setProperty("bar", "quiet" if _over(entry) else _BARS[entry.kind])
        bar.setFixedWidth(3)
        if entry.alarm is not None:
            title, more = alarm_words(entry.alarm, number_text(entry.number), name, screen.moment)
        else:
            title, more = entry_words(entry, name)
        head = label(title, "strong", wrap=True)
        self._lines = column(spacing=2)
        time = label(screen.moment(entry.at), "secondary")
        top = row(head, time)
        top.setStretchFactor(head, 1)
        top.setAlignment(time, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(top)
        if more:
            self._lines.addWidget(label(more, "secondary", wrap=True))
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(10)
        box.addWidget(bar)
        box.addLayout(self._lines, 1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        if entry.camera_id:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put buttons under the words."""
        self._lines.addSpacing(4)
        self._lines.addLayout(row(*buttons, None))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the camera the entry speaks of."""
        if self._camera_id and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self._camera_id)

    def event(self, event: QEvent) -> bool:
        """Let Space and Enter do what a press does."""
        if event.type() is QEvent.Type.KeyPress and self._camera_id:
            key = getattr(event, "key", lambda: 0)()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.chosen.emit(self._camera_id)
                return True
        return super().event(event)


class SideColumn(QFrame):
    """The column; the camera list is handed in by the wall."""

    camera_chosen = Signal(str)
    cameras_page_wanted = Signal(object)
    retry_wanted = Signal(str)
    edit_wanted = Signal(str)
    page_wanted = Signal(str)
    said = Signal(str, str)
    no_concern_wanted = Signal(str)
    incident_wanted = Signal(str, str)  # camera, what its form begins with

    def __init__(self, screen: Screen, attention: Attention, camera_list: QWidget,
                 ptz: PtzSection) -> None:
        super().__init__()
        self._screen, self._attention = screen, attention
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("surface", "side_rtl" if rtl else "side")
        self._count = label("", "secondary")
        self._entries = QVBoxLayout()
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(0)
        self.incidents = OpenIncidents(screen)
        self._inside = QWidget()
        whole = column(self.incidents.queue, spacing=0)
        whole.addLayout(self._entries, 1)
        self._inside.setLayout(whole)
        self._inside.installEventFilter(self)
        scroll = FadingArea(self._inside, screen.theme.panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(_heading(self.tr("Needs attention"), self._count))
        box.addWidget(scroll, 3)
        self.ptz = ptz
        ptz.folded.connect(self._share_height)
        box.addWidget(ptz)
        self.incidents.new_changed.connect(self._on_incidents)
        box.addWidget(self.incidents)
        box.addWidget(_heading(self.tr("Cameras"), None))
        box.addWidget(camera_list, 2)
        self._cards: list[EntryCard] = []
        self._deeds = Deeds(self)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._on_held)
        self._pointer = QPoint()
        self._fill()

    def show_entries(self) -> None:
        """Show the entries as they are now, unless the pointer is over them."""
        # Only entries are held for the hand; the sentence that there are none would be a lie by now.
        if self._cards and self._attention.entries() and self._inside.underMouse():
            self._count.setText(ltr(self._attention.open_count() + self.incidents.new_count))
            if not self._hold.isActive():
                self._pointer = QCursor.pos()
                self._hold.start()
            return
        self._fill()

    def _on_held(self) -> None:
        moved, self._pointer = QCursor.pos() != self._pointer, QCursor.pos()
        if moved and self._inside.underMouse():
            self._hold.start()  # a hand is at work here, no pointer left lying
        else:
            self._fill()

    def _fill(self) -> None:
        self._hold.stop()
        self._count.setText(ltr(self._attention.open_count() + self.incidents.new_count))
        clear(self._entries)
        self._cards = [self._card(entry) for entry in self._attention.entries()]
        for card in self._cards:
            self._entries.addWidget(card)
        if not self._cards and not self.incidents.new_count:
            quiet = label(self.tr("Nothing needs you now."), "secondary", wrap=True)
            quiet.setContentsMargins(14, 12, 14, 12)
            self._entries.addWidget(quiet)
        self._entries.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the open incidents a part of the height at most."""
        super().resizeEvent(event)
        self.ptz.set_low(self.height() < LOW_PX)
        self._share_height()

    def _share_height(self) -> None:
        tight = self.ptz.steers and self.height() < LOW_PX
        self.incidents.set_most_px(self.height() * (LOW_SHARE if tight else SHARE) // 100)

    def _on_incidents(self) -> None:
        self._share_height()
        if self._cards:
            self._count.setText(ltr(self._attention.open_count() + self.incidents.new_count))
        else:
            self._fill()  # whether nothing needs anybody

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the pointer leaves the entries."""
        if event.type() is QEvent.Type.Leave and self._hold.isActive():
            self._fill()
        return super().eventFilter(watched, event)

    def _card(self, entry: Entry) -> EntryCard:
        camera = self._screen.services.cameras.by_id(entry.camera_id)
        name = camera_name(camera, self._screen.language) if camera is not None else entry.name
        card = EntryCard(self._screen, entry, name)
        card.chosen.connect(self.camera_chosen)
        if entry.kind is Kind.AUDIT_BREAK:
            card.add_buttons(*self._break_buttons())
        elif not entry.camera_id:
            show = button(self.tr("Show them"), "small")
            show.clicked.connect(partial(self._on_show, entry))
            card.add_buttons(show)
        elif entry.over_at is None and entry.kind is Kind.LOST:
            again = button(self.tr("Try again now"), "small")
            again.clicked.connect(partial(self._on_retry, entry.camera_id))
            card.add_buttons(again)
        elif entry.over_at is None and entry.kind is Kind.REFUSED:
            edit = button(self.tr("Change the login"), "small")
            edit.clicked.connect(partial(self._on_edit, entry.camera_id))
            card.add_buttons(edit)
        elif entry.alarm is not None:
            self._add_told_buttons(card, entry.alarm)
        return card

    def _break_buttons(self) -> list[QWidget]:
        """Give the buttons of a break of the audit to whoever reads it; to others none."""
        if not self._screen.services.desk.may(Permission.READ_AUDIT):
            return []
        audit = self._screen.services.audit
        noted, look = button(self.tr("Acknowledge"), "small"), button(self.tr("Open the audit"), "small")
        noted.clicked.connect(lambda: self._deeds.do("audit-break", audit.acknowledge, self._on_noted))
        look.clicked.connect(lambda: self.page_wanted.emit("audit"))
        return [noted, look]

    def _on_noted(self, outcome: object) -> None:
        if outcome is not None:
            self.said.emit(outcome_sentence(outcome), "warning")

    def _add_told_buttons(self, card: EntryCard, alarm: CameraAlarm) -> None:
        calm = button(self.tr("Not a concern"), "small")
        calm.clicked.connect(partial(self._on_no_concern, alarm.camera_id))
        both = [calm]
        if self._screen.services.desk.may(Permission.LOG_INCIDENTS):
            new = button(self.tr("New incident"), "small")
            new.clicked.connect(partial(self._on_incident, alarm))
            both.insert(0, new)
        card.add_buttons(*both)

    def _on_no_concern(self, camera_id: str, _checked: bool = False) -> None:
        self.no_concern_wanted.emit(camera_id)

    def _on_incident(self, alarm: CameraAlarm, _checked: bool = False) -> None:
        self.incident_wanted.emit(alarm.camera_id, incident_words(alarm))

    def _on_show(self, entry: Entry, _checked: bool = False) -> None:
        self.cameras_page_wanted.emit(entry)

    def _on_retry(self, camera_id: str, _checked: bool = False) -> None:
        self.retry_wanted.emit(camera_id)

    def _on_edit(self, camera_id: str, _checked: bool = False) -> None:
        self.edit_wanted.emit(camera_id)


def _over(entry: Entry) -> bool:
    """Tell whether its cause is over; what came back is good news and keeps its colour."""
    if entry.alarm is not None:
        return not entry.alarm.lasts
    return entry.over_at is not None and entry.kind is not Kind.BACK


def _heading(text: str, count: QWidget | None) -> QFrame:
    made = surface("head")
    made.setLayout(row(label(text, "strong"), None, *([count] if count is not None else []), margins=(12, 0, 12, 0)))
    made.setFixedHeight(40)
    return made


def entry_words(entry: Entry, name: str) -> tuple[str, str]:
    """Give headline and detail of an entry; `name` is the camera's in the language of the screen."""
    named = {"number": number_text(entry.number), "name": isolated(name), "count": ltr(entry.count)}
    if entry.kind in (Kind.DOWN_AT_START, Kind.REFUSED_AT_START):
        return _together_words(entry)
    if entry.kind is Kind.BACK:
        back = translate("attention", "Back · {number} {name}").format(**named)
        return back, translate("attention", "The picture is live again.")
    if entry.kind is Kind.AUDIT_BREAK:
        return translate("attention", "The audit does not fit"), break_sentence(entry.name)
    watch = entry.watch
    if entry.kind is Kind.IMPAIRED:
        return _impaired_words(entry, named)
    if entry.kind is Kind.REFUSED:
        return (translate("attention", "Wrong password · {number} {name}").format(**named),
                translate("attention", "Not tried again until the login is changed: cameras lock accounts."))
    offline = watch is not None and watch.condition is Condition.OFFLINE
    more = fault_sentence(watch.failure) if watch is not None and watch.failure and offline else ""
    return translate("attention", "Offline · {number} {name}").format(**named), more


def _together_words(entry: Entry) -> tuple[str, str]:
    count = ltr(entry.count)
    if entry.kind is Kind.DOWN_AT_START and entry.count == 1:
        return (translate("attention", "1 camera is offline"),
                translate("attention", "It did not answer when the console began; it is tried again and again."))
    if entry.kind is Kind.DOWN_AT_START:
        return (translate("attention", "{count} cameras are offline").format(count=count),
                translate("attention", "They did not answer when the console began; it keeps trying."))
    if entry.count == 1:
        return (translate("attention", "1 camera refuses the login"),
                translate("attention", "It is not tried again until its login is changed."))
    return (translate("attention", "{count} cameras refuse the login").format(count=count),
            translate("attention", "They are not tried again until their login is changed."))


def _impaired_words(entry: Entry, named: dict[str, str]) -> tuple[str, str]:
    fault = entry.watch.picture_fault if entry.watch is not None else None
    word = picture_fault_word(fault) if fault is not None else translate("attention", "Picture impaired")
    title = translate("attention", "{fault} · {number} {name}").format(fault=word, **named)
    if entry.over_at is not None:
        return title, translate("attention", "It is good again.")
    return title, {
        PictureFault.FROZEN: translate("attention", "Video arrives, but nothing moves."),
        PictureFault.DEFOCUS: translate("attention", "The picture is not sharp."),
        PictureFault.COVERED: translate("attention", "Something stands before the lens."),
        PictureFault.BLACK: translate("attention", "Video arrives, but it is black."),
        None: translate("attention", "The picture is of no use."),
    }[fault]
