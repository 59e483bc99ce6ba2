"""The thin line over a window on another screen: what stands there, and what can be done with it.

Belongs here: its widgets and words. Does not belong here: when it is shown (window.py), doing (desk.py).
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import ElidedLabel, button, icon_label, label, row

HEIGHT_PX = 36
TITLE_MOST_PX = 360


class Head(QFrame):
    """The line; its buttons are signals."""

    move_wanted = Signal()
    fill_wanted = Signal()
    aside_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QFrame) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip")
        self.setAutoFillBackground(True)
        self.title, self.where = label(role="strong"), ElidedLabel(role="secondary")
        self.waits = ElidedLabel(role="impaired")
        self.fill = self._button(self.tr("In a window"), "minimize", theme)
        self.move_to = self._button(self.tr("Move to…"), "monitor-up", theme)
        self.aside = self._button(self.tr("Set aside"), "x", theme)
        self.aside.setToolTip(self.tr("Closes this window until its screen is back; nothing of it is lost."))
        self.back = self._button(self.tr("Take back"), "monitor-x", theme)
        self.back.setToolTip(self.tr("Closes this window for good; the cameras stay on the main wall."))
        box = row(icon_label("monitor", theme), self.title, self.where, self.waits, self.fill, self.move_to, self.aside,
                  self.back, margins=(12, 0, 8, 0), spacing=8)
        for stretched in (self.where, self.waits):
            box.setStretchFactor(stretched, 1)
        self.setLayout(box)
        for pressed, wanted in ((self.move_to, self.move_wanted), (self.fill, self.fill_wanted),
                                (self.aside, self.aside_wanted), (self.back, self.back_wanted)):
            pressed.clicked.connect(wanted)

    def show_state(self, title: str, where: str, waits: str, full: bool) -> None:
        """Say what stands here and where; `waits` says which screen it waits for, `full` that it fills one."""
        self.title.setText(self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, TITLE_MOST_PX))
        self.title.setAccessibleName(title)
        self.where.set_whole(where)
        self.waits.set_whole(waits)
        self.where.setVisible(not waits)
        self.waits.setVisible(bool(waits))
        self.aside.setVisible(bool(waits))
        self.fill.setVisible(not waits)
        self.fill.setText(self.tr("In a window") if full else self.tr("Full screen"))
        self.fill.setAccessibleName(self.fill.text())

    def _button(self, text: str, name: str, theme: Theme) -> QPushButton:
        made = button(text, "quiet", theme, name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the number keys with the wall
        return made
