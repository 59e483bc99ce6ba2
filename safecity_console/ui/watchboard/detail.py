"""One notice whole: large picture, all words, its history, and what can be done with it.

Belongs here: the panel at the end of the Watch page. Does not belong here: dialogs, writing. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.watch_notice import OnBoard, WatchEvent, WatchKind, WatchPicture, WatchState
from safecity_console.ui.format import ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.watchboard.card import Face
from safecity_console.ui.watchboard.pictures import NoticePictures
from safecity_console.ui.watchboard.words import event_words, until_words, watch_kind_word, watch_state_word
from safecity_console.ui.widgets.basics import button, clear, column, label, outside_label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

WIDTH_PX = 380
PORTRAIT_WIDE_PX, PORTRAIT_HIGH_PX = WIDTH_PX - 40, 380


class NoticeDetail(QFrame):
    """The panel; its signals carry the notice's id."""

    seen_wanted = Signal(str)
    change_wanted = Signal(str)
    found_wanted = Signal(str)
    withdraw_wanted = Signal(str)

    def __init__(self, screen: Screen, pictures: NoticePictures) -> None:
        super().__init__()
        self._screen, self._pictures = screen, pictures
        self._id = ""
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("surface", "side_rtl" if rtl else "side")
        self.setFixedWidth(WIDTH_PX)
        self._inside = QWidget()
        self._box = QVBoxLayout(self._inside)
        self._box.setContentsMargins(20, 20, 20, 20)
        self._box.setSpacing(10)
        theme = screen.theme
        self.seen = button(self.tr("Seen"), "primary", theme, "eye")
        self.change = button(self.tr("Change…"), "", theme, "pencil")
        self.found = button(self.tr("Found…"), "", theme, "circle-check")
        self.withdraw = button(self.tr("Withdraw…"), "", theme, "x")
        for made, signal in ((self.seen, self.seen_wanted), (self.change, self.change_wanted),
                             (self.found, self.found_wanted), (self.withdraw, self.withdraw_wanted)):
            made.clicked.connect(lambda _on=False, signal=signal: signal.emit(self._id))
        self._foot = surface("foot")
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(8)
        foot.addLayout(row(self.seen, self.found, None))
        foot.addLayout(row(self.change, self.withdraw, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(FadingArea(self._inside, theme.panel), 1)
        box.addWidget(self._foot)
        self.show_notice(None, ())

    def show_notice(self, one: OnBoard | None, history: tuple[WatchEvent, ...]) -> None:
        """Show a notice, or say that none is chosen."""
        clear(self._box)
        self._id = one.notice.id if one is not None else ""
        self._foot.setVisible(one is not None)
        if one is None:
            self._box.addWidget(label(self.tr("Choose a notice to see all of it."), "secondary", wrap=True))
            self._box.addStretch(1)
            return
        self._words(one)
        self._history(history)
        self._box.addStretch(1)
        state = one.notice.state(self._screen.services.clock.now())
        post = self._screen.services.desk.may(Permission.POST_WATCH)
        self.seen.setVisible(state is WatchState.OPEN)
        self.found.setVisible(post and one.notice.end is None)
        self.withdraw.setVisible(post and one.notice.end is None)
        self.change.setVisible(post and one.notice.end is None)
        self._foot.setVisible(state is WatchState.OPEN or (post and one.notice.end is None))

    def _words(self, one: OnBoard) -> None:
        notice = one.notice
        child = notice.kind is WatchKind.MISSING_CHILD
        state = notice.state(self._screen.services.clock.now())
        if notice.picture is not None:
            self._box.addWidget(Face(self._screen, self._pictures, notice.kind, notice.picture,
                                     _portrait(notice.picture)))
        self._box.addLayout(row(label(watch_kind_word(notice.kind), "critical" if child else "secondary"), None,
                                label(ltr(notice.label), "secondary")))
        direction = self._screen.direction
        self._box.addWidget(outside_label(notice.title, direction, "title"))
        if notice.plate:
            self._box.addLayout(row(label(ltr(notice.plate), "key"), None))
        if notice.description:
            self._box.addWidget(outside_label(notice.description, direction))
        for title, text in ((self.tr("Issued by"), notice.issued_by),
                            (watch_state_word(state), until_words(notice, self._screen)),
                            (self.tr("Reason"), notice.end_reason)):
            if text:
                self._box.addLayout(column(label(title, "small"), outside_label(text, direction), spacing=2))

    def _history(self, history: tuple[WatchEvent, ...]) -> None:
        self._box.addSpacing(6)
        self._box.addWidget(label(self.tr("History"), "group"))
        for event in history:
            head, more = event_words(event, self._screen)
            at = label(self._screen.moment(event.at), "small")
            line = row(outside_label(head, self._screen.direction, "strong"), at)
            line.setStretch(0, 1)
            self._box.addLayout(line)
            who = label(ltr(event.badge), "small") if event.badge else None
            if more:
                self._box.addWidget(outside_label(more, self._screen.direction))
            if who is not None:
                self._box.addWidget(who)


def _portrait(picture: WatchPicture) -> QSize:
    """Give the size at which a whole picture is shown: nothing of a face is cut off here."""
    scale = min(PORTRAIT_WIDE_PX / max(1, picture.width), PORTRAIT_HIGH_PX / max(1, picture.height))
    return QSize(max(40, round(picture.width * scale)), max(40, round(picture.height * scale)))
