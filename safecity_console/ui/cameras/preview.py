"""The live test's picture: moving while the test runs, dimmed and marked once it ended.

Belongs here: painting. Does not belong here: where pictures come from (live_test.py).
Invariants: 1. A still picture never looks like a live one. 2. Pictures are never mirrored. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from safecity_console.domain.picture import Picture
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.theme import Theme

PREVIEW_PX = 196
MARK_PX = 28
DIM_ALPHA = 110
FOOT_ALPHA = 170


class Preview(QWidget):
    """The test's picture, never without a word where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self._words = ""
        self._mark = ""
        self.setMinimumWidth(256)
        self.setFixedHeight(PREVIEW_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_words(self, words: str) -> None:
        """Show words instead of a picture."""
        self._picture, self._words, self._mark = None, words, ""
        self.setAccessibleName(words)
        self.update()

    def show_picture(self, picture: Picture, words: str) -> None:
        """Show a picture; `words` is read out for it."""
        self._picture, self._words, self._mark = picture, "", ""
        self.setAccessibleName(words)
        self.update()

    def hold(self, mark: str) -> None:
        """Say that the picture does not move any more: dimmed, with a mark."""
        if self._picture is not None:
            self._mark = mark
            self.setAccessibleName(mark)
            self.update()

    @property
    def mark(self) -> str:
        """Give the mark on a picture that does not move any more."""
        return self._mark

    @property
    def has_picture(self) -> bool:
        """Tell whether a picture stands there."""
        return self._picture is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture or words on the window colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.window))
        if self._picture is None:
            pixmap = icon_pixmap("video", self._theme.disabled, 28, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - 28) // 2, self.height() // 2 - 34, pixmap)
            painter.setPen(QColor(self._theme.secondary))
            words = self.rect().adjusted(12, self.height() // 2, -12, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self._words)
            return
        shown = self._picture
        image = QImage(shown.buffer, shown.width, shown.height, shown.stride, QImage.Format.Format_RGB32)
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
        if self._mark:
            self._paint_mark(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(0, 0, 0, DIM_ALPHA))
        foot = self.rect().adjusted(0, self.height() - MARK_PX, 0, 0)
        painter.fillRect(foot, QColor(0, 0, 0, FOOT_ALPHA))
        painter.setPen(QColor(Qt.GlobalColor.white))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), self._mark)
