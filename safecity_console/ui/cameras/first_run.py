"""The first page of a new console: three ways to get cameras onto the wall.

Belongs here: the choices. Does not belong here: doing them (main_window.py by command). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from safecity_console.ui.screen import Screen
from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import button, icon_label, label, row

CARD_WIDTH_PX, CARD_LEAST_PX = 280, 196
EDGE_PX, GAP_PX = 32, 16
CARD_HEIGHT_PX = 184


class ChoiceCard(QPushButton):
    """A big choice: icon, title, what it means."""

    def __init__(self, theme: Theme, icon_name: str, title: str, more: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        self._wide = CARD_WIDTH_PX
        self.setFixedWidth(CARD_WIDTH_PX)
        self.setMinimumHeight(CARD_HEIGHT_PX)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(20, 20, 20, 20)
        box.setSpacing(10)
        box.addWidget(icon_label(icon_name, theme, "selection", 32))
        box.addSpacing(6)
        for text, role in ((title, "title"), (more, "secondary")):
            words = label(text, role, wrap=True)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(words)
        box.addStretch(1)

    def sizeHint(self) -> QSize:
        """Be as high as the words need."""
        return QSize(self._wide, max(CARD_HEIGHT_PX, self._box.heightForWidth(self._wide)))

    def set_wide(self, px: int) -> None:
        """Be narrower where the window is small."""
        if px != self._wide:
            self._wide = px
            self.setFixedWidth(px)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a press and the arrows as steps between the cards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.focusNextPrevChild((event.key() == Qt.Key.Key_Right) is not rtl)
        else:
            super().keyPressEvent(event)


class FirstRunPage(QFrame):
    """Shown on the wall's place while the registry is empty."""

    command_wanted = Signal(str)
    example_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        theme = screen.theme
        add = ChoiceCard(theme, "cctv", self.tr("Add a camera"),
                         self.tr("Give its address and login, test it live, and see it on the wall."))
        more = self.tr("Take in thirty cameras at once. You see what will happen before anything is written.")
        many = ChoiceCard(theme, "file-up", self.tr("Import a list (CSV)"), more)
        finds = ChoiceCard(theme, "radar", self.tr("Discover cameras"),
                           self.tr("Look for ONVIF cameras in the network, tick them, and give one login."))
        finds.clicked.connect(lambda: self.command_wanted.emit("camera.discover"))
        demo = ChoiceCard(theme, "monitor", self.tr("See the simulated district"),
                          self.tr("Thirty made-up cameras for training, with every kind of fault."))
        add.clicked.connect(lambda: self.command_wanted.emit("camera.add"))
        many.clicked.connect(lambda: self.command_wanted.emit("camera.import"))
        demo.clicked.connect(self.demo_wanted)
        self.first_choice = add
        self._cards = (add, finds, many, demo)
        self.setFocusProxy(add)
        example = button(self.tr("Save an empty example CSV…"), "quiet", theme, "file-down")
        example.clicked.connect(self.example_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        box.addStretch(2)
        for text, role in ((self.tr("No cameras yet"), "headline"),
                           (self.tr("How would you like to begin?"), "secondary")):
            words = label(text, role)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(words)
        box.addSpacing(28)
        box.addLayout(row(None, *self._cards, None, spacing=GAP_PX))
        box.addSpacing(12)
        box.addLayout(row(None, example, None))
        box.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the cards."""
        super().resizeEvent(event)
        count = len(self._cards)
        share = (self.width() - 2 * EDGE_PX - (count - 1) * GAP_PX) // count
        for card in self._cards:
            card.set_wide(max(CARD_LEAST_PX, min(CARD_WIDTH_PX, share)))
