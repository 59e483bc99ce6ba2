"""Painting the strip of cards below the tiles.

Belongs here: drawing. Does not belong here: which cards (model.py), where (geometry.py), rendering one (cards.py).
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QRegion

from safecity_console.ui.format import ltr
from safecity_console.ui.wall.board import Board
from safecity_console.ui.wall.geometry import Places
from safecity_console.ui.wall.model import Part, Spot
from safecity_console.ui.wall.tile_painter import paint_frame


def paint_strip(painter: QPainter, region: QRegion, board: Board, places: Places, selected: Spot) -> None:
    """Draw the cards that lie in the region, and the one that stands for those without room."""
    if places.strip is None or not region.intersects(places.strip):
        return
    sprites = board.sprites
    for index, card in enumerate(board.cards):
        if region.intersects(card.rect):
            sprite = sprites.small_card(card.words, card.label, card.age, card.rect.size())
            painter.drawPixmap(card.rect.topLeft(), sprite)
            if selected.part is Part.CARD and selected.index == index:
                paint_frame(painter, card.rect, sprites.ink.theme.selection)
    if places.more is not None and region.intersects(places.more):
        painter.drawPixmap(places.more.topLeft(), sprites.more_card(ltr(f"+{places.hidden}"), places.more.size()))
