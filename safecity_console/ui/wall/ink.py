"""Fonts, colours and canvases the wall's words are rendered with.

Belongs here: fresh pixmaps at the screen's resolution, one elided line, wrapped lines. Does not belong here: what is
written (words.py), whole sprites (sprites.py, cards.py).
Invariants: 1. A canvas has the screen's pixel ratio. 2. No text leaves its rectangle: it wraps, then ends in "…".
Thread: GUI.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from safecity_console.ui.fonts import base_px, ui_font
from safecity_console.ui.theme import DARK, Theme

ON_SCRIM = DARK.text  # the scrim is dark in every theme
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
TALL_ROWS = 1.4  # rows of Naskh stand this much higher than the font says, where Latin letters are among them
_SHORT_BRACKET = re.compile(r"\([^)]{1,14}\)")


class Ink:
    """Theme, fonts of the language and resolution of the screen."""

    def __init__(self, theme: Theme, language: str, dpr: float, scale: float = 1.0) -> None:
        base = round(base_px(language) * scale)
        self.theme = theme
        self.scale = scale
        self.dpr = dpr
        self.plain = ui_font(language, base)
        self.bold = ui_font(language, base, QFont.Weight.DemiBold)
        self.small = ui_font(language, base - round(2 * scale))
        self.small_bold = ui_font(language, base - round(2 * scale), QFont.Weight.DemiBold)
        self.huge = ui_font(language, 54, QFont.Weight.DemiBold)

    def canvas(self, width: int, height: int, fill: str = "") -> QPixmap:
        """Give a pixmap of a logical size, transparent or filled."""
        made = QPixmap(QSize(max(1, round(width * self.dpr)), max(1, round(height * self.dpr))))
        made.setDevicePixelRatio(self.dpr)
        made.fill(QColor(fill) if fill else QColor(0, 0, 0, 0))
        return made


def text_width(font: QFont, text: str) -> int:
    """Give how wide a line is."""
    return QFontMetrics(font).horizontalAdvance(text)


def line_height(font: QFont) -> int:
    """Give how high a line is."""
    return QFontMetrics(font).height()


def draw_line(painter: QPainter, rect: QRect, font: QFont, color: str, text: str,
              align: Qt.AlignmentFlag = LEFT) -> int:
    """Draw one line, elided to the rectangle; give the width it took."""
    metrics = QFontMetrics(font)
    # Eliding measures a hair wider than drawing: a text that just fits would lose its end.
    fits = metrics.horizontalAdvance(text) <= rect.width() + 1
    shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(color))
    flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(rect, int(flags), shown)
    return min(rect.width(), metrics.horizontalAdvance(shown))


def kept_together(text: str) -> str:
    """Give a text whose short brackets, such as "(7 times)", are not broken over two rows."""
    return _SHORT_BRACKET.sub(lambda m: m[0].replace(" ", "\u00a0"), text)


def wrapped_height(font: QFont, text: str, width: int, rows_most: int) -> int:
    """Give the height a text takes wrapped into a width, at most so many rows."""
    metrics = QFontMetrics(font)
    needed = metrics.boundingRect(0, 0, width, 10_000, int(Qt.TextFlag.TextWordWrap), kept_together(text)).height()
    return min(needed, round(metrics.lineSpacing() * rows_most * TALL_ROWS))


def draw_wrapped(painter: QPainter, rect: QRect, font: QFont, color: str, text: str) -> None:
    """Draw centred text wrapped into the rectangle; too long a text is one elided line."""
    text = kept_together(text)
    metrics = QFontMetrics(font)
    flags = int(CENTER | Qt.TextFlag.TextWordWrap)
    if metrics.boundingRect(0, 0, rect.width(), 10_000, flags, text).height() > rect.height() + 2:
        draw_line(painter, rect, font, color, text, CENTER)
        return
    painter.setFont(font)
    painter.setPen(QColor(color))
    painter.drawText(rect, flags, text)
