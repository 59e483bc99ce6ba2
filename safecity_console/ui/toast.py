"""Short messages that come and go at the foot of the window, never over a dialog and never taking the focus.

Belongs here: showing, queueing, going away. Does not belong here: what must be acted on (attention.py keeps that).
Invariants: 1. A toast never takes focus or a click meant for the video. 2. At most three stand at once, the oldest
leaves.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import icon_label, label, row, surface

SHOWN_MS = 5000
MOST = 3
WIDTH_PX = 420
EDGE_PX = 20


class Toasts(QWidget):
    """The stack of messages of one window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._cards: list[QFrame] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH_PX)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, kind: str = "info") -> None:
        """Show a message; `kind` is "info" or "warning"."""
        while len(self._cards) >= MOST:
            self._leave(self._cards[0])
        card = surface("toast")
        name, role = ("triangle-alert", "impaired") if kind == "warning" else ("circle-check", "good")
        words = label(text, wrap=True)
        card.setLayout(row(icon_label(name, self._theme, role), words, margins=(12, 10, 12, 10), spacing=10))
        card.setAccessibleName(text)
        self._stack.addWidget(card)
        self._cards.append(card)
        timer = QTimer(card)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._leave(card))
        timer.start(SHOWN_MS)
        self._settle()

    def texts(self) -> tuple[str, ...]:
        """Give the messages that stand now."""
        return tuple(card.accessibleName() for card in self._cards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes size."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _leave(self, card: QFrame) -> None:
        if card in self._cards:
            self._cards.remove(card)
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._settle()

    def _settle(self) -> None:
        if not self._cards:
            self.hide()
            return
        height = self._stack.heightForWidth(WIDTH_PX) if self._stack.hasHeightForWidth() else self.sizeHint().height()
        left = (self._window.width() - WIDTH_PX) // 2
        self.setGeometry(left, self._window.height() - height - EDGE_PX, WIDTH_PX, height)
        self.show()
        self.raise_()
