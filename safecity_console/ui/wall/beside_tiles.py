"""Painting what is on the wall beside its tiles: the ground nothing covers, and the strip of cards.

Belongs here: drawing both into a region. Does not belong here: tiles (tile_painter.py), what lies over all
(overlay.py), where things are (geometry.py). Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QRegion

from safecity_console.ui.format import ltr
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.board import Card
from safecity_console.ui.wall.geometry import Places
from safecity_console.ui.wall.sprites import Sprites
from safecity_console.ui.wall.tile_painter import paint_frame


def uncovered(area: QRect, tiles: Iterable[QRect]) -> QRegion:
    """Give what no tile covers; worked out once a scene, not once a paint."""
    free = QRegion(area)
    for rect in tiles:
        free -= QRegion(rect)
    return free


def paint_ground(painter: QPainter, free: QRegion, theme: Theme) -> None:
    """Paint the ground where it is free."""
    if not free.isEmpty():
        painter.save()
        painter.setClipRegion(free)
        painter.fillRect(free.boundingRect(), QColor(theme.window))
        painter.restore()


def paint_cards(painter: QPainter, region: QRegion, places: Places, cards: Sequence[Card], sprites: Sprites,
                selected: int | None) -> None:
    """Paint the cards of the strip, and the one that says how many more there are; `selected` is a card's place."""
    if places.strip is None or not region.intersects(places.strip):
        return
    for index, card in enumerate(cards):
        if region.intersects(card.rect):
            sprite = sprites.small_card(card.words, card.label, card.age, card.rect.size())
            painter.drawPixmap(card.rect.topLeft(), sprite)
            if selected == index:
                paint_frame(painter, card.rect, sprites.ink.theme.selection)
    more = places.more
    if more is not None and region.intersects(more):
        painter.drawPixmap(more.topLeft(), sprites.more_card(ltr(f"+{places.hidden}"), more.size()))
