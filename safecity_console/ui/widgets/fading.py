"""A scroll area that shows where it goes on: what is cut at its foot fades out instead of ending in half a line.

Belongs here: the area and its fade. Does not belong here: what is inside. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

FADE_PX = 44


class _Fade(QWidget):
    def __init__(self, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = QColor(color)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from nothing to the colour of the ground."""
        fade = QLinearGradient(0, 0, 0, self.height())
        clear = QColor(self._color)
        clear.setAlpha(0)
        fade.setColorAt(0, clear)
        fade.setColorAt(1, self._color)
        QPainter(self).fillRect(self.rect(), fade)


class FadingArea(QScrollArea):
    """Scrolls upright only; `ground` is the colour its foot fades into."""

    def __init__(self, inside: QWidget, ground: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        for quiet in (self.viewport(), inside):
            quiet.setAutoFillBackground(False)
        self._fade = _Fade(ground, self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._settle)
        bar.rangeChanged.connect(self._settle)
        self._settle()

    @property
    def goes_on(self) -> bool:
        """Tell whether something stands below what is in sight."""
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    @property
    def fades(self) -> bool:
        """Tell whether the foot fades."""
        return not self._fade.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fade at the foot."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        port = self.viewport().geometry()
        self._fade.setGeometry(port.left(), port.bottom() + 1 - FADE_PX, port.width(), FADE_PX)
        self._fade.setVisible(self.goes_on)
        self._fade.raise_()
