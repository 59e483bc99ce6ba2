"""Short messages that come and go below the wall's bar, never over a dialog and never taking the focus.

Belongs here: showing, queueing, going away. Does not belong here: what must be acted on (attention.py keeps that).
Invariants: 1. A toast never takes focus or a click meant for the video. 2. At most three stand at once, the oldest
leaves. 3. Every one has its full height; the newest stands on top, in full ink, the older ones paler below it.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import icon_label, label, row, surface

SHOWN_MS = 5000
MOST = 3
WIDTH_PX = 420
TOP_PX = 100  # below the top strip and the wall's bar; the foot belongs to the strip of cards
SPACING_PX = 8


class Toasts(QWidget):
    """The stack of messages of one window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._cards: list[QFrame] = []
        self._held: list[tuple[str, str]] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH_PX)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, kind: str = "info") -> None:
        """Show a message; `kind` is "info" or "warning"."""
        if self._held is not None:
            self._held = [*self._held, (text, kind)][-MOST:]
            return
        for same in [card for card in self._cards if card.accessibleName() == text]:
            self._leave(same)
        while len(self._cards) >= MOST:
            self._leave(self._cards[0])
        for older in self._cards:
            self._pale(older)
        card = surface("toast")
        card.setParent(self)
        name, role = ("triangle-alert", "impaired") if kind == "warning" else ("circle-check", "good")
        words = label(text, wrap=True)
        card.setLayout(row(icon_label(name, self._theme, role), words, margins=(12, 10, 12, 10), spacing=10))
        card.setAccessibleName(text)
        self._cards.append(card)
        timer = QTimer(card)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._leave(card))
        timer.start(SHOWN_MS)
        self._settle()

    def hold(self) -> None:
        """Show nothing until `let_go`; what stands now goes."""
        for card in tuple(self._cards):
            self._leave(card)
        self._held = []

    def let_go(self, show: bool) -> None:
        """Show messages again, with the last ones that were held where wanted."""
        held, self._held = self._held or [], None
        for text, kind in held if show else ():
            self.say(text, kind)

    def texts(self) -> tuple[str, ...]:
        """Give the messages that stand now."""
        return tuple(card.accessibleName() for card in self._cards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes size."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _leave(self, card: QFrame) -> None:
        if card in self._cards:
            self._cards.remove(card)
            card.hide()
            card.deleteLater()
        self._settle()

    def _settle(self) -> None:
        if not self._cards:
            self.hide()
            return
        # Placed by hand: a layout squeezes what wraps as soon as its parent is a moment too low.
        y = 0
        for card in reversed(self._cards):
            height = self._height(card)
            card.setGeometry(0, y, WIDTH_PX, height)
            card.show()
            y += height + SPACING_PX
        self.setGeometry((self._window.width() - WIDTH_PX) // 2, TOP_PX, WIDTH_PX, y - SPACING_PX)
        self.show()
        self.raise_()

    @staticmethod
    def _height(card: QFrame) -> int:
        for part in card.findChildren(QLabel):
            part.ensurePolished()
        return max(card.heightForWidth(WIDTH_PX), card.minimumSizeHint().height())

    def _pale(self, card: QFrame) -> None:
        for part in card.findChildren(QLabel):
            if part.text():
                part.setProperty("role", "secondary")
                part.style().unpolish(part)
                part.style().polish(part)
