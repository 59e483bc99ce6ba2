"""Where the parts of one tile's picture go, worked out once and used for every picture until something changes.

Belongs here: the placing of picture, bars, name, strip and badges. Does not belong here: painting (tile_painter.py),
rendering words (sprites.py).
Invariant: a plan is used only for the very words, badges, label, place and picture size it was made for; all
but the size are compared by identity, so whoever renews them keeps the old object where nothing changed. Thread: GUI.
"""

from __future__ import annotations

from operator import is_

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPixmap

from safecity_console.ui.format import ltr
from safecity_console.ui.wall import zoom as geometry
from safecity_console.ui.wall.cards import NAME_BAR_PX, is_tiny
from safecity_console.ui.wall.sprites import STRIP_PX, Sprites
from safecity_console.ui.wall.tile import Plan, Tile
from safecity_console.ui.wall.words import slowed_word
from safecity_console.ui.wall.zoom import Zoom

SELECTION_PX = 2
BADGE_GAP_PX = 4
BADGES_FROM_WIDTH_PX = 200
CLOSE_PX = 2  # a fitted picture may miss the tile by the rounding to even widths


def plan_of(tile: Tile, image: QImage, sprites: Sprites) -> Plan:
    """Give the tile's plan, made anew only where something it rests on changed."""
    made_for = (tile.words, tile.badges, tile.slowed, tile.label, tile.rect, sprites, tile.zoom, tile.ptz)
    measures = (tile.picture.width, tile.picture.height) if tile.picture is not None else (0, 0)
    plan = tile.plan
    if plan is not None and plan.measures == measures and all(map(is_, plan.made_for, made_for)):
        return plan
    target = placed(image, tile.rect, sprites.ink.dpr) if tile.zoom is None else zoomed_place(tile, tile.zoom)
    words = (*_foot(tile, sprites, target), *_head(tile, sprites, target))
    ground = QColor(sprites.ink.theme.window)
    tile.plan = Plan(made_for, measures, target, tuple(bars(tile.rect, target)), ground, words)
    return tile.plan


def _foot(tile: Tile, sprites: Sprites, target: QRect) -> list[tuple[QPoint, QPixmap]]:
    # Words hold to the picture, not to the tile: on a letterbox of a light theme they could not be read.
    bar = sprites.name_bar(tile.label, tile.rect.width())
    return [(QPoint(tile.rect.left(), target.bottom() + 1 - NAME_BAR_PX), bar)]


def _head(tile: Tile, sprites: Sprites, target: QRect) -> list[tuple[QPoint, QPixmap]]:
    rect = tile.rect
    made, top, badges = [], target.top(), []
    if tile.slowed:
        # The one badge that has no tile too narrow for it: words where they fit, else the mark alone.
        room = rect.width() - 2 * (BADGE_GAP_PX + SELECTION_PX)
        badges.append(sprites.slowed((tile.slowed, slowed_word()), room))
    badges += [sprites.badge(text) for text in _zoom_badge(tile)]
    if tile.ptz is not None and not is_tiny(rect.size()):
        badges.append(sprites.badge(tile.ptz if rect.width() >= BADGES_FROM_WIDTH_PX else "", "move"))
    if tile.words.strip:
        made.append((QPoint(rect.left(), top), sprites.strip(tile.words, rect.width())))
        top += STRIP_PX
    elif rect.width() >= BADGES_FROM_WIDTH_PX and not is_tiny(rect.size()):
        badges += [sprites.badge(text) for text in tile.badges]
    right = rect.right() + 1 - BADGE_GAP_PX - SELECTION_PX
    for badge in badges:
        right -= round(badge.width() / sprites.ink.dpr)
        y = min(top + BADGE_GAP_PX + SELECTION_PX, rect.bottom() + 1 - round(badge.height() / sprites.ink.dpr))
        if right < rect.left() or y < rect.top():
            break  # what does not fit would be painted over the next tile
        made.append((QPoint(right, y), badge))
        right -= BADGE_GAP_PX
    return made


def _zoom_badge(tile: Tile) -> tuple[str, ...]:
    # Never left out, however small the tile: a part of a picture must not pass for the whole.
    return (ltr(f"{tile.zoom.scale:.1f}×"),) if tile.zoom is not None else ()


def zoomed_place(tile: Tile, zoom: Zoom) -> QRect:
    """Give where a zoomed picture lies: the larger it is, the less of the tile is left free."""
    box = geometry.shown(zoom, tile.frame())
    width, height = min(tile.rect.width(), round(box.width)), min(tile.rect.height(), round(box.height))
    return QRect(tile.rect.left() + (tile.rect.width() - width) // 2,
                 tile.rect.top() + (tile.rect.height() - height) // 2, width, height)


def placed(image: QImage, rect: QRect, dpr: float) -> QRect:
    """Give where an image lies in a tile: centred, 1:1 where it was made for this tile, else scaled to fit."""
    width, height = image.width() / dpr, image.height() / dpr
    scale = min(rect.width() / width, rect.height() / height)
    fits = width <= rect.width() + CLOSE_PX and height <= rect.height() + CLOSE_PX
    made_for_it = fits and (rect.width() - width <= CLOSE_PX or rect.height() - height <= CLOSE_PX)
    if not made_for_it:
        width, height = width * scale, height * scale
    width, height = min(round(width), rect.width()), min(round(height), rect.height())
    return QRect(rect.left() + (rect.width() - width) // 2, rect.top() + (rect.height() - height) // 2, width, height)


def bars(rect: QRect, target: QRect) -> list[QRect]:
    """Give what of a tile its picture leaves free."""
    made = []
    if target.top() > rect.top():
        made.append(QRect(rect.left(), rect.top(), rect.width(), target.top() - rect.top()))
    if target.bottom() < rect.bottom():
        made.append(QRect(rect.left(), target.bottom() + 1, rect.width(), rect.bottom() - target.bottom()))
    if target.left() > rect.left():
        made.append(QRect(rect.left(), target.top(), target.left() - rect.left(), target.height()))
    if target.right() < rect.right():
        made.append(QRect(target.right() + 1, target.top(), rect.right() - target.right(), target.height()))
    return made
