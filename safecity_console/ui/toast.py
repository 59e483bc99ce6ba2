"""Short messages that come and go at the foot of the window, never over a dialog and never taking the focus.

Belongs here: showing, queueing, going away. Does not belong here: what must be acted on (attention.py keeps that).
Invariants: 1. A toast never takes focus or a click meant for the video. 2. At most three stand at once, the oldest leaves.
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
        self._theme = theme
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH_PX)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, kind: str = "info") -> None:
        """Show a message; `kind` is "info" or "warning"."""
        while self._stack.count() >= MOST:
            self._leave(self._stack.itemAt(0).widget())
        card = surface("toast")
        name, role = ("triangle-alert", "impaired") if kind == "warning" else ("circle-check", "good")
        words = label(text, wrap=True)
        card.setLayout(row(icon_label(name, self._theme, role), words, margins=(12, 10, 12, 10), spacing=10))
        card.setAccessibleName(text)
        self._stack.addWidget(card)
        timer = QTimer(card)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._leave(card))
        timer.start(SHOWN_MS)
        self._settle()

    def texts(self) -> tuple[str, ...]:
        """Give the messages that stand now."""
        cards = (self._stack.itemAt(i).widget() for i in range(self._stack.count()))
        return tuple(card.accessibleName() for card in cards)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window changes size."""
        if event.type() is QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _leave(self, card: QWidget | QFrame | None) -> None:
        if card is not None:
            self._stack.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._settle()

    def _settle(self) -> None:
        if self._stack.count() == 0:
            self.hide()
            return
        parent = self.parentWidget()
        height = self._stack.heightForWidth(WIDTH_PX) if self._stack.hasHeightForWidth() else self.sizeHint().height()
        left = (parent.width() - WIDTH_PX) // 2
        self.setGeometry(left, parent.height() - height - EDGE_PX, WIDTH_PX, height)
        self.show()
        self.raise_()
