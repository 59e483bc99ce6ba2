"""Painting one tile: its picture as it came, and the words over it.

Belongs here: drawing. Does not belong here: a tile's state (tile.py), when to draw (view.py), rendering words
(sprites.py).
Invariants: 1. A live picture is drawn from its own buffer, 1:1 (zoomed: enlarged), without a copy; the `Picture` is
held as long as its QImage. 2. A picture that is not live is drawn grey and dimmed under an amber strip. 3. Every pixel
of the tile is painted each time: the widget is opaque. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRegion

from safecity_console.ui.wall.cards import NAME_BAR_PX
from safecity_console.ui.wall.sprites import Sprites
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.tile_plan import CLOSE_PX, SELECTION_PX, plan_of
from safecity_console.ui.wall.words import Face
from safecity_console.ui.wall.zoom import Box, part

DIM_ALPHA = 120
OVERVIEW_PX = 112
OVERVIEW_LEAST_PX = 40
OVERVIEW_GAP_PX = 8
OVERVIEW_OPACITY = 0.8


def paint_tile(painter: QPainter, tile: Tile, sprites: Sprites) -> bool:
    """Paint a tile; tell whether a picture that was not painted before is now."""
    fresh = False
    if tile.words.face is Face.PICTURE and tile.image is not None:
        fresh = _paint_picture(painter, tile, sprites)
    else:
        _paint_card(painter, tile, sprites)
    return fresh


def paint_ground(painter: QPainter, free: QRegion, color: str) -> None:
    """Paint what no tile covers."""
    if not free.isEmpty():
        painter.save()
        painter.setClipRegion(free)
        painter.fillRect(free.boundingRect(), QColor(color))
        painter.restore()


def paint_frame(painter: QPainter, rect: QRect, color: str, width: int = SELECTION_PX) -> None:
    """Paint a border just inside a rectangle."""
    pen = QPen(QColor(color), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))


def _paint_card(painter: QPainter, tile: Tile, sprites: Sprites) -> None:
    card = sprites.card(tile.words, tile.label, tile.rect.size())
    painter.drawPixmap(tile.rect.topLeft(), card.pixmap)
    if card.countdown is not None and tile.words.countdown:
        text = tile.words.since_countdown if card.with_since else tile.words.countdown
        line = sprites.countdown(text, card.countdown.width())
        painter.drawPixmap(tile.rect.topLeft() + card.countdown.topLeft(), line)


def _paint_picture(painter: QPainter, tile: Tile, sprites: Sprites) -> bool:
    image = tile.image
    if image is None:
        return False
    if tile.words.muted:
        # The one place where a picture is copied: grey says "not live" before any word is read.
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    plan = plan_of(tile, image, sprites)
    for bar in plan.bars:
        painter.fillRect(bar, plan.ground)
    if tile.zoom is not None:
        draw_part(painter, image, plan.target, part(tile.zoom, tile.frame()))
    else:
        draw_unscaled(painter, image, plan.target, sprites.ink.dpr)
    if tile.words.muted:
        painter.fillRect(plan.target, QColor(0, 0, 0, DIM_ALPHA))
    for point, pixmap in plan.words:
        painter.drawPixmap(point, pixmap)
    if tile.zoom is not None:
        _paint_overview(painter, image, plan.target, part(tile.zoom, tile.frame()), sprites.ink.theme.selection)
    fresh, tile.unpainted = tile.unpainted, False
    return fresh


def draw_part(painter: QPainter, image: QImage, target: QRect, seen: Box) -> None:
    """Draw a part of an image, smoothly: the one kind of tile whose picture is enlarged here and not by the scaler."""
    wide, high = image.width(), image.height()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(target), image,
                      QRectF(seen.left * wide, seen.top * high, seen.width * wide, seen.height * high))
    painter.restore()


def _paint_overview(painter: QPainter, image: QImage, target: QRect, seen: Box, color: str) -> None:
    """Draw the whole picture small above the name, and in it which part is in sight."""
    width = min(OVERVIEW_PX, target.width() // 3)
    height = round(width * image.height() / max(1, image.width()))
    if width < OVERVIEW_LEAST_PX or height + NAME_BAR_PX > target.height() // 2:
        return
    right, bottom = target.right() + 1 - OVERVIEW_GAP_PX, target.bottom() + 1 - NAME_BAR_PX - 2
    small = QRect(right - width, bottom - height, width, height)
    painter.fillRect(small.adjusted(-1, -1, 1, 1), QColor(0, 0, 0))
    painter.setOpacity(OVERVIEW_OPACITY)
    draw_part(painter, image, small, Box(0, 0, 1, 1))
    painter.setOpacity(1.0)
    marked = QRect(round(small.left() + seen.left * width), round(small.top() + seen.top * height),
                   max(4, round(seen.width * width)), max(4, round(seen.height * height)))
    paint_frame(painter, marked & small, color, 1)


def draw_unscaled(painter: QPainter, image: QImage, target: QRect, dpr: float) -> None:
    """Draw an image at its own pixels where the target has room for just them, else scaled into the target."""
    if dpr == 1.0 and target.width() == image.width() and target.height() == image.height():
        painter.drawImage(target.topLeft(), image)
        return
    wide, high = round(target.width() * dpr), round(target.height() * dpr)
    if abs(wide - image.width()) > CLOSE_PX * dpr or abs(high - image.height()) > CLOSE_PX * dpr:
        painter.drawImage(target, image)
        return
    source = QRect((image.width() - min(wide, image.width())) // 2, (image.height() - min(high, image.height())) // 2,
                   min(wide, image.width()), min(high, image.height()))
    if dpr == 1.0:
        painter.drawImage(target.topLeft(), image, source)
        return
    painter.save()
    # A scale that undoes the screen's ratio: setting the ratio on the image itself would copy its bytes.
    painter.scale(1 / dpr, 1 / dpr)
    painter.drawImage(QPoint(round(target.left() * dpr), round(target.top() * dpr)), image, source)
    painter.restore()
