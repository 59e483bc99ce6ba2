"""The board beside the wall: open notices, the missing children first.

Belongs here: the panel, keeping it in step with services and time. Does not belong here: a card (card.py), noting a
sighting (seen_dialog.py), the page of all notices.
Invariants: 1. It never covers video: it stands beside it and takes its width. 2. Looking at it is noted once per
officer's time at the desk. 3. What expired goes by itself within `RENEW_MS`. 4. Cards are made anew only when another
notice is there or one changed, never under the hand for time alone. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from safecity_console.core.logs import get_logger
from safecity_console.domain.errors import WorldError
from safecity_console.domain.watch_notice import OnBoard
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.watchboard.card import NoticeCard
from safecity_console.ui.watchboard.pictures import NoticePictures
from safecity_console.ui.watchboard.seen_dialog import SeenDialog
from safecity_console.ui.widgets.basics import button, clear, label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

WIDTH_PX = 300
RENEW_MS = 15_000
SETTING = "wall.watch_board"


class WatchBoard(QFrame):
    """The panel; `selected_camera` gives the wall's."""

    said = Signal(str, str)
    chosen = Signal(str)

    def __init__(self, screen: Screen, selected_camera: Callable[[], str | None]) -> None:
        super().__init__()
        self._screen, self._selected_camera = screen, selected_camera
        self._shown: tuple[OnBoard, ...] | None = None
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.setProperty("surface", "side_rtl" if rtl else "side")
        self.setFixedWidth(WIDTH_PX)
        self.setAccessibleName(self.tr("Watch board"))
        self.pictures = NoticePictures(screen.services.watch_notices, self)
        self._count = label("", "secondary")
        close = button("", "quiet", screen.theme, "x", self.tr("Hides the board; Shift+F3 shows it again."))
        close.setAccessibleName(self.tr("Hide the board"))
        close.setFixedWidth(32)
        close.clicked.connect(self.toggle)
        head = surface("head")
        head.setLayout(row(label(self.tr("Watch board"), "strong"), self._count, None, close, margins=(12, 0, 4, 0)))
        head.setFixedHeight(40)
        self._inside = QWidget()
        self._cards = QVBoxLayout(self._inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(FadingArea(self._inside, screen.theme.panel), 1)
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.watch_notices_changed.connect(self.renew)
        self._bridge.seat_changed.connect(self.renew)
        self._bridge.setting_changed.connect(self._on_setting)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.renew)
        self._timer.start(RENEW_MS)
        self.setVisible(screen.services.settings.flag(SETTING))

    @property
    def cards(self) -> list[NoticeCard]:
        """Give the cards in order."""
        items = (self._cards.itemAt(at) for at in range(self._cards.count()))
        return [card for item in items if item is not None and isinstance(card := item.widget(), NoticeCard)]

    def toggle(self) -> None:
        """Show or hide the board, and keep which."""
        settings = self._screen.services.settings
        try:
            settings.set(SETTING, not settings.flag(SETTING))
        except WorldError:
            self.setVisible(self.isHidden())  # for this run, where it cannot be kept

    def renew(self) -> None:
        """Show what is open now."""
        if self.isHidden():
            return
        try:
            rows = self._screen.services.watch_notices.board()
        except WorldError as error:
            get_logger("watchboard").warning("board_unreadable", error=str(error))
            return
        if rows == self._shown:
            for card in self.cards:
                card.renew()
            return
        self._shown = rows
        self._count.setText(ltr(len(rows)))
        clear(self._cards)
        for one in rows:
            card = NoticeCard(self._screen, self.pictures, one)
            card.chosen.connect(self.chosen)
            card.seen_wanted.connect(self._on_seen)
            self._cards.addWidget(card)
        if not rows:
            quiet = label(self.tr("Nobody and nothing is looked for now."), "secondary", wrap=True)
            quiet.setContentsMargins(14, 12, 14, 12)
            self._cards.addWidget(quiet)
        self._cards.addStretch(1)

    def release(self) -> None:
        """Hear nothing more."""
        self._timer.stop()
        self._bridge.close()
        self.pictures.release()

    def showEvent(self, event: QShowEvent) -> None:
        """Note the look, and be up to date."""
        super().showEvent(event)
        self._screen.services.watch_notices.note_view()
        self.renew()

    def _on_setting(self, key: str) -> None:
        if key == SETTING:
            self.setVisible(self._screen.services.settings.flag(SETTING))

    def _on_seen(self, notice_id: str) -> None:
        one = next((one for one in self._shown or () if one.notice.id == notice_id), None)
        if one is None:
            return
        dialog = SeenDialog(self._screen, one.notice, self._selected_camera(), self)
        dialog.said.connect(self.said)
        dialog.open()
