"""Where tiles and cards lie on the widget, in logical pixels.

Belongs here: rectangles from cells, the strip of cards, which one lies under a point. Does not belong here: which
camera stands where (model.py), painting.
Invariants: 1. Tiles do not overlap, fill the area to its edges and stand `GAP_PX` apart. 2. Cards never cover a tile
and never leave the strip; those that find no room stand on further pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from safecity_console.domain.wall import Cell

GAP_PX = 2
CARD_HEIGHT_PX = 44
CARD_WIDTH_PX = 148
CARD_LEAST_PX = 96
STRIP_PAD_PX = 6
STRIP_ROWS_MOST = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles of one scene on one size.

    Cards on another page of the strip than the one from `first` on have an empty rectangle; `more` is the card that
    stands for them, `page` how many a page holds.
    """

    tiles: tuple[QRect, ...]
    cards: tuple[QRect, ...] = ()
    strip: QRect | None = None
    more: QRect | None = None
    first: int = 0
    page: int = 0

    @property
    def hidden(self) -> int:
        """Count the cards that found no room."""
        return sum(1 for rect in self.cards if rect.isEmpty())

    def turned(self, pages: int) -> int:
        """Give the first card so many pages further, round and round."""
        count = -(-len(self.cards) // self.page) if self.page else 1
        return (self.first // max(1, self.page) + pages) % count * self.page

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


def places(cells: Sequence[Cell], card_count: int, area: QRect, first: int) -> Places:
    """Lay out tiles and, below them, the strip of cards from card `first` on."""
    if card_count == 0:
        return Places(tile_rects(cells, area))
    room = max(CARD_LEAST_PX + STRIP_PAD_PX, area.width() - STRIP_PAD_PX)
    per_row = room // (CARD_LEAST_PX + STRIP_PAD_PX)
    rows = min(STRIP_ROWS_MOST, -(-card_count // (room // min(room, CARD_WIDTH_PX + STRIP_PAD_PX))))
    strip_height = rows * (CARD_HEIGHT_PX + STRIP_PAD_PX) + STRIP_PAD_PX
    strip = QRect(area.left(), area.bottom() + 1 - strip_height, area.width(), strip_height)
    # Rather narrower cards than some out of sight.
    columns = min(per_row, -(-card_count // rows))
    slots = _slots(strip, rows, columns, min(CARD_WIDTH_PX + STRIP_PAD_PX, room / columns))
    page = len(slots) if card_count <= len(slots) else len(slots) - 1
    first = first // page * page if 0 <= first < card_count else 0
    shown = slots[: min(page, card_count - first)]
    cards = (QRect(),) * first + shown + (QRect(),) * (card_count - first - len(shown))
    more = slots[-1] if page < card_count else None
    wall = QRect(area.left(), area.top(), area.width(), max(1, area.height() - strip_height))
    return Places(tile_rects(cells, wall), cards, strip, more, first, page)


def _slots(strip: QRect, rows: int, columns: int, step: float) -> tuple[QRect, ...]:
    made = []
    for index in range(rows * columns):
        row, column = divmod(index, columns)
        left = strip.left() + STRIP_PAD_PX + round(column * step)
        width = round((column + 1) * step) - round(column * step) - STRIP_PAD_PX
        top = strip.top() + STRIP_PAD_PX + row * (CARD_HEIGHT_PX + STRIP_PAD_PX)
        made.append(QRect(left, top, width, CARD_HEIGHT_PX))
    return tuple(made)
