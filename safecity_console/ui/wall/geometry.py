"""Where tiles and cards lie on the widget, in logical pixels.

Belongs here: rectangles from cells, the strip of cards, which one lies under a point. Does not belong here: which
camera stands where (model.py), painting.
Invariants: 1. Tiles do not overlap, fill the area to its edges and stand `GAP_PX` apart. 2. Cards never cover a tile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from safecity_console.domain.wall import Cell

GAP_PX = 2
CARD_HEIGHT_PX = 44
CARD_WIDTH_PX = 148
CARD_LEAST_PX = 112
STRIP_PAD_PX = 6
STRIP_ROWS_MOST = 2


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles of one scene on one size; `scroll_most_px` is how far the strip can be scrolled."""

    tiles: tuple[QRect, ...]
    cards: tuple[QRect, ...] = ()
    strip: QRect | None = None
    scroll_most_px: int = 0

    def tile_at(self, point: QPoint) -> int | None:
        """Give the tile under a point."""
        return next((i for i, rect in enumerate(self.tiles) if rect.contains(point)), None)

    def card_at(self, point: QPoint) -> int | None:
        """Give the card under a point."""
        if self.strip is None or not self.strip.contains(point):
            return None
        return next((i for i, rect in enumerate(self.cards) if rect.contains(point)), None)


def tile_rects(cells: Sequence[Cell], area: QRect) -> tuple[QRect, ...]:
    """Lay cells into an area: edges rounded alike on both sides of a gap."""
    made = []
    width, height = area.width() + GAP_PX, area.height() + GAP_PX
    for cell in cells:
        left, top = round(cell.x * width), round(cell.y * height)
        right, bottom = round((cell.x + cell.width) * width), round((cell.y + cell.height) * height)
        made.append(QRect(area.left() + left, area.top() + top, right - left - GAP_PX, bottom - top - GAP_PX))
    return tuple(made)


def places(cells: Sequence[Cell], card_count: int, area: QRect, scroll_px: int) -> Places:
    """Lay out tiles and, below them, the strip of cards."""
    if card_count == 0:
        return Places(tile_rects(cells, area))
    room = area.width() - STRIP_PAD_PX
    rows = 1 if card_count * (CARD_WIDTH_PX + STRIP_PAD_PX) <= room else STRIP_ROWS_MOST
    strip_height = rows * (CARD_HEIGHT_PX + STRIP_PAD_PX) + STRIP_PAD_PX
    strip = QRect(area.left(), area.bottom() + 1 - strip_height, area.width(), strip_height)
    per_row = -(-card_count // rows)
    # Rather narrower cards than some out of sight.
    step = min(CARD_WIDTH_PX + STRIP_PAD_PX, room / per_row)
    if step < CARD_LEAST_PX + STRIP_PAD_PX:
        step = CARD_WIDTH_PX + STRIP_PAD_PX
    most = max(0, round(per_row * step) + STRIP_PAD_PX - area.width())
    shift = min(max(0, scroll_px), most)
    cards = []
    for index in range(card_count):
        row, column = divmod(index, per_row)
        left = strip.left() + STRIP_PAD_PX + round(column * step) - shift
        width = round((column + 1) * step) - round(column * step) - STRIP_PAD_PX
        top = strip.top() + STRIP_PAD_PX + row * (CARD_HEIGHT_PX + STRIP_PAD_PX)
        cards.append(QRect(left, top, width, CARD_HEIGHT_PX))
    wall = QRect(area.left(), area.top(), area.width(), max(1, area.height() - strip_height))
    return Places(tile_rects(cells, wall), tuple(cards), strip, most)
