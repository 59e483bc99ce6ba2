"""A layout as a small picture, for menus and lists.

Belongs here: drawing it. Does not belong here: what a layout is (domain). Invariant: left stays left in every
language. Thread: GUI.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from safecity_console.domain.errors import Refused
from safecity_console.domain.wall import layout_of
from safecity_console.ui.theme import Theme

WIDE_PX, HIGH_PX = 32, 18


@lru_cache(maxsize=512)
def layout_icon(key: str, theme: Theme) -> QIcon:
    """Give a layout as an icon; empty where it cannot be read."""
    made = QIcon()
    try:
        cells = layout_of(key).cells
    except Refused:
        return made
    for dpr in (1, 2):
        pixmap = QPixmap(WIDE_PX * dpr, HIGH_PX * dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        for cell in cells:
            left, top = round(cell.x * (WIDE_PX * dpr + 1)), round(cell.y * (HIGH_PX * dpr + 1))
            right = round((cell.x + cell.width) * (WIDE_PX * dpr + 1)) - 1
            foot = round((cell.y + cell.height) * (HIGH_PX * dpr + 1)) - 1
            painter.fillRect(QRect(left, top, max(1, right - left), max(1, foot - top)), QColor(theme.secondary))
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        made.addPixmap(pixmap)
    return made
