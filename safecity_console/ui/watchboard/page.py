"""The Watch page: every notice as a card, narrowed by state, kind and words, and the chosen one whole beside them.

Belongs here: filters, cards in columns, opening the dialogs. Does not belong here: a card (card.py), the board beside
the wall (board.py), writing.
Invariants: 1. At most `SHOWN_MOST` cards are made; what is left out is counted. 2. The chosen notice stays chosen while
it is there. 3. Looking at the page is noted like a look at the board. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import WorldError
from safecity_console.domain.watch_notice import OnBoard, WatchEnd, WatchKind, WatchNotice, WatchState
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.watchboard.board import SETTING
from safecity_console.ui.watchboard.card import NoticeCard
from safecity_console.ui.watchboard.detail import NoticeDetail
from safecity_console.ui.watchboard.editor import NoticeDialog
from safecity_console.ui.watchboard.end_dialog import EndDialog
from safecity_console.ui.watchboard.pictures import NoticePictures
from safecity_console.ui.watchboard.seen_dialog import SeenDialog
from safecity_console.ui.watchboard.words import watch_kind_word, watch_state_word
from safecity_console.ui.widgets.basics import button, clear, label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

SHOWN_MOST, CARD_PX, RENEW_MS, TYPED_MS = 120, 330, 15_000, 250


class WatchPage(QFrame):
    """The page; `commands` are what it answers, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._watch = screen.services.watch_notices
        self._rows: tuple[OnBoard, ...] = ()
        self._chosen = ""
        self.setProperty("surface", "page")
        self.setAccessibleName(self.tr("Watch board"))
        self.pictures = NoticePictures(self._watch, self)
        self.commands: dict[str, Callable[[], object]] = {"watch.new": self.post, "watch.board": self._toggle_board}
        self.state, self.kind, self.search = QComboBox(), QComboBox(), QLineEdit()
        self.count = label("", "secondary")
        self.new = button(self.tr("New watch notice"), "primary", screen.theme, "plus")
        self.new.clicked.connect(self.post)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(12)
        self.detail = NoticeDetail(screen, self.pictures)
        self._typed = QTimer(self)
        self._lay_out()
        self._connect()

    @property
    def cards(self) -> list[NoticeCard]:
        """Give the cards in order."""
        items = (self._grid.itemAt(at) for at in range(self._grid.count()))
        return [card for item in items if item is not None and isinstance(card := item.widget(), NoticeCard)]

    def release(self) -> None:
        """Let go of what outlives a widget, before the page is made anew."""
        self._timer.stop()
        self._bridge.close()
        self.pictures.release()

    def renew(self) -> None:
        """Show what the filters let through."""
        if not self.isVisible():
            return
        wanted = self.state.currentData()
        try:
            # Who may not look is not asked for: a locked console must not fill the audit with refusals.
            may = self._screen.services.desk.may(Permission.LOG_INCIDENTS)
            found = self._watch.find(self.search.text(), WatchState(wanted) if wanted else None) if may else ()
        except WorldError as error:
            self._rows = ()
            self._show_cards()
            self.count.setText(world_sentence(error))
            return
        kind = self.kind.currentData()
        rows = tuple(one for one in found if not kind or one.notice.kind.value == kind)
        if rows == self._rows and self.cards:
            for card in self.cards:
                card.renew()
            return
        self._rows = rows
        self._show_cards()

    def reveal(self, notice_id: str) -> None:
        """Choose a notice whatever the filters say."""
        self._chosen = notice_id
        self.search.clear()
        for box in (self.state, self.kind):
            box.setCurrentIndex(0)
        one = self._watch.by_id(notice_id)
        if one is not None and one.notice.state(self._screen.services.clock.now()) is not WatchState.OPEN:
            self.state.setCurrentIndex(self.state.count() - 1)
        self.renew()
        self._choose(notice_id)

    def post(self) -> None:
        """Open the dialog of a new notice."""
        self._edit(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Note the look and be up to date."""
        super().showEvent(event)
        self._watch.note_view()
        self.renew()
        self._timer.start(RENEW_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards into as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange(self.cards)

    def _lay_out(self) -> None:
        for state in WatchState:
            self.state.addItem(watch_state_word(state), state.value)
        self.state.addItem(self.tr("All notices"), "")
        self.state.setAccessibleName(self.tr("Which notices"))
        self.kind.addItem(self.tr("Every kind"), "")
        for kind in WatchKind:
            self.kind.addItem(watch_kind_word(kind), kind.value)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.search.setPlaceholderText(self.tr("Name, words, plate or number"))
        self.search.setAccessibleName(self.tr("Find a notice"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(80)
        self.search.setFixedWidth(270)
        glass = self.search.addAction(icon("search", self._screen.theme), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.search.accessibleName())
        bar = surface("strip")
        bar.setLayout(row(self.search, self.state, self.kind, self.count, None, self.new, margins=(12, 7, 12, 7)))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(FadingArea(self._inside, self._screen.theme.window), 1)
        middle.addWidget(self.detail)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addLayout(middle, 1)
        self.setFocusProxy(self.search)

    def _connect(self) -> None:
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.renew)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.state.currentIndexChanged.connect(lambda _at: self.renew())
        self.kind.currentIndexChanged.connect(lambda _at: self.renew())
        self.detail.seen_wanted.connect(self._on_seen)
        self.detail.change_wanted.connect(lambda notice_id: self._edit(self._notice(notice_id)))
        self.detail.found_wanted.connect(lambda notice_id: self._end(notice_id, WatchEnd.FOUND))
        self.detail.withdraw_wanted.connect(lambda notice_id: self._end(notice_id, WatchEnd.WITHDRAWN))
        self._bridge = Bridge(self._screen.services.bus, self)
        self._bridge.watch_notices_changed.connect(self._on_changed)
        self._bridge.seat_changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.renew)

    def _show_cards(self) -> None:
        clear(self._grid)
        self.new.setVisible(self._screen.services.desk.may(Permission.POST_WATCH))
        left = len(self._rows) - SHOWN_MOST
        self.count.setText(self.tr("{count} notices").format(count=ltr(len(self._rows))) if left <= 0 else self.tr(
            "{count} notices; type a word to find those that are not shown").format(count=ltr(len(self._rows))))
        cards = []
        for one in self._rows[:SHOWN_MOST]:
            card = NoticeCard(self._screen, self.pictures, one)
            card.setProperty("surface", "card")
            card.chosen.connect(self._choose)
            card.seen_wanted.connect(self._on_seen)
            cards.append(card)
        self._arrange(cards)
        if not cards:
            self._grid.addWidget(label(self.tr("No notice is like this."), "secondary"), 0, 0)
        there = {one.notice.id for one in self._rows}
        first = self._rows[0].notice.id if self._rows else ""
        self._choose(self._chosen if self._chosen in there else first)

    def _arrange(self, cards: list[NoticeCard]) -> None:
        room = max(1, self.width() - self.detail.width() - 32)
        columns = max(1, room // CARD_PX)
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        for at, card in enumerate(cards):
            self._grid.addWidget(card, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for at in range(columns):
            self._grid.setColumnStretch(at, 1)
        self._grid.setRowStretch(len(cards) // columns + 1, 1)

    def _choose(self, notice_id: str) -> None:
        self._chosen = notice_id
        for card in self.cards:
            card.mark_chosen(card.notice_id == notice_id)
        one = next((one for one in self._rows if one.notice.id == notice_id), None)
        self.detail.show_notice(one, self._watch.history(notice_id) if one is not None else ())

    def _on_changed(self) -> None:
        self.renew()
        if self.isVisible():
            self._choose(self._chosen)

    def _notice(self, notice_id: str) -> WatchNotice | None:
        one = self._watch.by_id(notice_id)
        return one.notice if one is not None else None

    def _edit(self, notice: WatchNotice | None) -> None:
        dialog = NoticeDialog(self._screen, notice, self.window())
        dialog.said.connect(self.said)
        dialog.posted.connect(self.reveal)
        dialog.open()

    def _end(self, notice_id: str, end: WatchEnd) -> None:
        notice = self._notice(notice_id)
        if notice is not None:
            dialog = EndDialog(self._screen, notice, end, self.window())
            dialog.said.connect(self.said)
            dialog.open()

    def _on_seen(self, notice_id: str) -> None:
        notice = self._notice(notice_id)
        if notice is not None:
            dialog = SeenDialog(self._screen, notice, None, self.window())
            dialog.said.connect(self.said)
            dialog.open()

    def _toggle_board(self) -> None:
        settings = self._screen.services.settings
        try:
            settings.set(SETTING, not settings.flag(SETTING))
        except WorldError as error:
            self.said.emit(world_sentence(error), "warning")
        self.page_wanted.emit("wall")
