"""What stands over a window on another screen while the desk is locked or empty: a mark and a line, no picture.

Belongs here: the veil. Does not belong here: when it falls (stage.py, ui/signin/gate.py). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import icon_label, label, row


class Veil(QFrame):
    """What stands over a window on another screen while the desk is covered: one line, no picture."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words: QLabel = label("", "secondary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addLayout(row(None, icon_label("lock", screen.theme, "secondary", 40), None))
        box.addWidget(self.words)
        box.addStretch(1)
        self.hide()
