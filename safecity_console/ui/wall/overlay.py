"""What lies over all tiles: the typed number, the tile in the hand, the place a drop would go.

Belongs here: where these lie and drawing them. Does not belong here: typing (entry.py), dropping (controller.py).
Invariants: 1. Every change gives the region it touched, before and after. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from safecity_console.ui.wall.cards import Label
from safecity_console.ui.wall.sprites import Sprites
from safecity_console.ui.wall.tile_painter import paint_frame

GHOST_AT = QPoint(14, 10)
DROP_PX = 3


class Overlay:
    """The three things that float."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites
        self._entry = self._warning = ""
        self._area = QRect()
        self._ghost: tuple[Label, QPoint] | None = None
        self._drop: QRect | None = None

    def set_area(self, area: QRect) -> None:
        """Take over the wall's size."""
        self._area = area

    def set_entry(self, text: str, warning: str = "") -> QRegion:
        """Show what was typed, and below it what is wrong with it."""
        before = self._entry_rect()
        self._entry, self._warning = text, warning
        return QRegion(before) + self._entry_rect()

    def set_ghost(self, label: Label | None, at: QPoint) -> QRegion:
        """Show what hangs at the pointer, or nothing."""
        before = self._ghost_rect()
        self._ghost = (label, at) if label is not None else None
        return QRegion(before) + self._ghost_rect()

    def set_drop(self, rect: QRect | None) -> QRegion:
        """Mark the place a drop would go, or none."""
        if rect == self._drop:
            return QRegion()
        before = self._drop or QRect()
        self._drop = rect
        return QRegion(before) + (rect or QRect())

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Draw what lies in the region."""
        if self._drop is not None and region.intersects(self._drop):
            paint_frame(painter, self._drop, self._sprites.ink.theme.selection, DROP_PX)
        entry = self._entry_rect()
        if self._entry and region.intersects(entry):
            painter.drawPixmap(entry.topLeft(), self._sprites.entry(self._entry, self._warning))
        ghost = self._ghost_rect()
        if self._ghost is not None and region.intersects(ghost):
            painter.drawPixmap(ghost.topLeft(), self._sprites.ghost(self._ghost[0]))

    def _entry_rect(self) -> QRect:
        if not self._entry:
            return QRect()
        rect = self._rect_of(self._sprites.entry(self._entry, self._warning))
        rect.moveCenter(QPoint(self._area.center().x(), self._area.top() + self._area.height() * 2 // 3))
        return rect

    def _ghost_rect(self) -> QRect:
        if self._ghost is None:
            return QRect()
        rect = self._rect_of(self._sprites.ghost(self._ghost[0]))
        rect.moveTopLeft(self._ghost[1] + GHOST_AT)
        return rect

    def _rect_of(self, pixmap: QPixmap) -> QRect:
        size = pixmap.deviceIndependentSize().toSize()
        return QRect(QPoint(0, 0), size)
