"""Painting one tile: its picture as it came, and the words over it.

Belongs here: the state of a tile between two ticks, drawing it. Does not belong here: when to draw (view.py), rendering
words (sprites.py).
Invariants: 1. A live picture is drawn from its own buffer, 1:1, without a copy; the `Picture` is held as long as its
QImage. 2. A picture that is not live is drawn grey and dimmed under an amber strip. 3. Every pixel of the tile is
painted each time: the widget is opaque. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from safecity_console.core.slot import NewestSlot
from safecity_console.domain.camera import Camera
from safecity_console.domain.picture import Picture, TileWish
from safecity_console.domain.watch import CameraWatch
from safecity_console.ui.wall.cards import NAME_BAR_PX, Label, is_tiny
from safecity_console.ui.wall.sprites import Sprites
from safecity_console.ui.wall.words import Face, TileWords

SELECTION_PX = 2
DIM_ALPHA = 120
BADGE_GAP_PX = 4
BADGES_FROM_WIDTH_PX = 200
CLOSE_PX = 2  # a fitted picture may miss the tile by the rounding to even widths


@dataclass(slots=True)
class Tile:
    """One tile on screen and what it showed last; replaced when its camera or place changes."""

    camera: Camera | None
    label: Label
    rect: QRect
    slot: NewestSlot[Picture]
    since_s: float
    words: TileWords
    prominent: bool = False
    watch: CameraWatch | None = None
    picture: Picture | None = None
    image: QImage | None = None
    unpainted: bool = False
    words_due_s: float = 0.0
    badges: tuple[str, ...] = ()
    shown_mark: tuple[float, int] = (0.0, 0)
    changed: bool = field(default=True)

    def take(self, picture: Picture) -> None:
        """Hold a picture and the image made over its buffer."""
        self.picture = picture
        self.image = image_of(picture)
        self.unpainted = True

    def drop_picture(self) -> None:
        """Let the picture go, so that nothing old can be painted."""
        self.picture = None
        self.image = None
        self.unpainted = False

    def wish(self, dpr: float) -> TileWish:
        """Give the wish of this tile in device pixels."""
        return TileWish(max(1, round(self.rect.width() * dpr)), max(1, round(self.rect.height() * dpr)), self.prominent)


def image_of(picture: Picture) -> QImage:
    """Give an image over a picture's own bytes; it is valid while the picture is held."""
    return QImage(picture.buffer, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)


def paint_tile(painter: QPainter, tile: Tile, sprites: Sprites) -> bool:
    """Paint a tile; tell whether a picture that was not painted before is now."""
    fresh = False
    if tile.words.face is Face.PICTURE and tile.image is not None:
        fresh = _paint_picture(painter, tile, sprites)
    else:
        _paint_card(painter, tile, sprites)
    return fresh


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
        line = sprites.countdown(tile.words.countdown, card.countdown.width())
        painter.drawPixmap(tile.rect.topLeft() + card.countdown.topLeft(), line)


def _paint_picture(painter: QPainter, tile: Tile, sprites: Sprites) -> bool:
    theme, image, rect = sprites.ink.theme, tile.image, tile.rect
    if image is None:
        return False
    if tile.words.muted:
        # The one place where a picture is copied: grey says "not live" before any word is read.
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    target = placed(image, rect, sprites.ink.dpr)
    for bar in bars(rect, target):
        painter.fillRect(bar, QColor(theme.window))
    draw_unscaled(painter, image, target, sprites.ink.dpr)
    if tile.words.muted:
        painter.fillRect(target, QColor(0, 0, 0, DIM_ALPHA))
    foot = sprites.name_bar(tile.label, rect.width())
    # Words hold to the picture, not to the tile: on a letterbox of a light theme they could not be read.
    painter.drawPixmap(QPoint(rect.left(), target.bottom() + 1 - NAME_BAR_PX), foot)
    if tile.words.strip:
        painter.drawPixmap(QPoint(rect.left(), target.top()), sprites.strip(tile.words, rect.width()))
    else:
        _paint_badges(painter, tile, sprites, target.top())
    fresh, tile.unpainted = tile.unpainted, False
    return fresh


def _paint_badges(painter: QPainter, tile: Tile, sprites: Sprites, top: int) -> None:
    if tile.rect.width() < BADGES_FROM_WIDTH_PX or is_tiny(tile.rect.size()):
        return
    right = tile.rect.right() + 1 - BADGE_GAP_PX - SELECTION_PX
    for text in tile.badges:
        badge = sprites.badge(text)
        width = round(badge.width() / sprites.ink.dpr)
        painter.drawPixmap(QPoint(right - width, top + BADGE_GAP_PX + SELECTION_PX), badge)
        right -= width + BADGE_GAP_PX


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


def draw_unscaled(painter: QPainter, image: QImage, target: QRect, dpr: float) -> None:
    """Draw an image at its own pixels where the target has room for just them, else scaled into the target."""
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
