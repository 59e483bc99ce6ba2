"""Words turned into pixmaps once: name bars, badges, amber strips, cards.

Belongs here: keeping what was rendered, the small sprites. Does not belong here: which words (words.py), when and where
they are drawn (tile_painter.py), cards (cards.py).
Invariants: 1. The same words at the same size are rendered once; what is held stays within `SMALL_BYTES` and
`CARD_BYTES`. 2. Text on video stands on the scrim or on amber, never on the picture itself. Thread: GUI.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap

from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.theme import DARK, Theme
from safecity_console.ui.wall.cards import (
    NAME_BAR_PX,
    SIDE_PX,
    CardSprite,
    Label,
    draw_card,
    draw_name,
    draw_small_card,
)
from safecity_console.ui.wall.ink import CENTER, ON_SCRIM, Ink, draw_line, line_height, text_width
from safecity_console.ui.wall.words import TileWords

SMALL_BYTES = 8_000_000
CARD_BYTES = 40_000_000  # one 4K wall of nothing but cards
STRIP_PX = 26
BADGE_ICON_PX = 13
BADGE_ALPHA, MARK_ALPHA = 190, 215
SLOWED_MARK_PX = 13
LARGE_FROM_PX = 600  # wider tiles have larger words
LARGE_SCALE = 1.35
S = TypeVar("S")


class Kept(Generic[S]):
    """What was rendered, the longest unused dropped first."""

    def __init__(self, most_bytes: int, weigh: Callable[[S], int]) -> None:
        self._most_bytes = most_bytes
        self._weigh = weigh
        self._held: OrderedDict[Hashable, S] = OrderedDict()
        self.bytes = 0
        self.made = 0

    def once(self, key: Hashable, make: Callable[[], S]) -> S:
        """Give what is held under a key, made on first use."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        self.made += 1
        made = self._held[key] = make()
        self.bytes += self._weigh(made)
        while self.bytes > self._most_bytes and len(self._held) > 1:
            self.bytes -= self._weigh(self._held.popitem(last=False)[1])
        return made


class Sprites:
    """Everything rendered for one theme, language and screen resolution."""

    def __init__(self, theme: Theme, language: str, dpr: float) -> None:
        self.ink = Ink(theme, language, dpr)
        self._large = Ink(theme, language, dpr, LARGE_SCALE)
        self._pixmaps: Kept[QPixmap] = Kept(SMALL_BYTES, _pixmap_bytes)
        self._cards: Kept[CardSprite] = Kept(CARD_BYTES, lambda card: _pixmap_bytes(card.pixmap))

    @property
    def rendered(self) -> int:
        """Count what had to be rendered so far."""
        return self._pixmaps.made + self._cards.made

    def name_bar(self, label: Label, width: int) -> QPixmap:
        """Give the bar at a picture's foot: number and name over a gradient."""
        return self._pixmaps.once(("name", label, width), lambda: _name_bar(self.ink, label, width))

    def badge(self, text: str, icon: str = "") -> QPixmap:
        """Give a small badge on the scrim, an icon before its text where one is named."""
        return self._pixmaps.once(("badge", text, icon), lambda: _badge(self.ink, text, icon))

    def mark(self, icon_name: str, text: str) -> QPixmap:
        """Give what marks a tile as something beyond ordinary: an icon and a word (empty: the icon alone)."""
        return self._pixmaps.once(("mark", icon_name, text), lambda: _mark(self.ink, icon_name, text))

    def slowed(self, texts: tuple[str, ...], room: int) -> QPixmap:
        """Give the badge of a slowed tile: a mark and the first words that find room, the mark alone where none do."""
        fits = next((t for t in texts if text_width(self.ink.small, t) + SLOWED_MARK_PX + 15 <= room), "")
        return self._pixmaps.once(("slowed", fits), lambda: _slowed(self.ink, fits))

    def strip(self, words: TileWords, width: int) -> QPixmap:
        """Give the amber strip over an impaired or late picture."""
        key = ("strip", words.strip, words.strip_more, words.icon, width)
        return self._pixmaps.once(key, lambda: _strip(self.ink, words, width))

    def card(self, words: TileWords, label: Label, size: QSize) -> CardSprite:
        """Give the whole tile of a camera without picture, its countdown left out."""
        key = (words.face, words.title, words.lines, bool(words.countdown), words.icon, words.short, label,
               size.width(), size.height())
        return self._cards.once(key, lambda: draw_card(self._card_ink(size.width()), self.ink, words, label, size))

    def countdown(self, text: str, width: int) -> QPixmap:
        """Give the line of a countdown."""
        ink = self._card_ink(width + 2 * SIDE_PX)
        return self._pixmaps.once(("countdown", text, width), lambda: _line(ink, text, width))

    def _card_ink(self, tile_width: int) -> Ink:
        return self._large if tile_width > LARGE_FROM_PX else self.ink

    def small_card(self, words: TileWords, label: Label, age: str, size: QSize) -> QPixmap:
        """Give a card of the strip: number, name, one word, age."""
        key = ("small", words.short, words.amber, words.icon, label, age, size.width(), size.height())
        return self._pixmaps.once(key, lambda: draw_small_card(self.ink, words, label, age, size))

    def entry(self, text: str, warning: str = "") -> QPixmap:
        """Give the typed number, large, with a warning below it where there is one."""
        return self._pixmaps.once(("entry", text, warning), lambda: _entry(self.ink, text, warning))

    def more_card(self, text: str, size: QSize) -> QPixmap:
        """Give the card that stands for those not shown."""
        return self._pixmaps.once(("more", text, size.width(), size.height()), lambda: _more(self.ink, text, size))

    def ghost(self, label: Label) -> QPixmap:
        """Give what hangs at the pointer while a tile is dragged."""
        return self.badge(f"{label.number}  {label.name}")


def _pixmap_bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def _name_bar(ink: Ink, label: Label, width: int) -> QPixmap:
    pixmap = ink.canvas(width, NAME_BAR_PX)
    painter = QPainter(pixmap)
    shade = QLinearGradient(0, 0, 0, NAME_BAR_PX)
    scrim = QColor(ink.theme.scrim)
    for at, alpha in ((0.0, 0), (0.45, 175), (1.0, 235)):
        scrim.setAlpha(alpha)
        shade.setColorAt(at, scrim)
    painter.fillRect(QRect(0, 0, width, NAME_BAR_PX), shade)
    draw_name(ink, painter, QRect(SIDE_PX, 4, width - 2 * SIDE_PX, NAME_BAR_PX - 4), label, ON_SCRIM)
    painter.end()
    return pixmap


def _on_scrim(ink: Ink, width: int, height: int, alpha: int) -> tuple[QPixmap, QPainter]:
    """Begin a small sprite: the rounded scrim that words on video stand on, and the painter for what stands there."""
    pixmap = ink.canvas(width, height)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scrim = QColor(ink.theme.scrim)
    scrim.setAlpha(alpha)
    painter.setBrush(scrim)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(0, 0, width, height), 4, 4)
    return pixmap, painter


def _badge(ink: Ink, text: str, icon: str = "") -> QPixmap:
    before = (BADGE_ICON_PX + 4 * bool(text)) if icon else 0
    width, height = text_width(ink.small, text) + 12 + before, line_height(ink.small) + 5
    pixmap, painter = _on_scrim(ink, width, height, BADGE_ALPHA)
    if icon:
        made = icon_pixmap(icon, ON_SCRIM, BADGE_ICON_PX, ink.dpr)
        painter.drawPixmap(6, (height - BADGE_ICON_PX) // 2, made)
    draw_line(painter, QRect(before, 0, width - before, height), ink.small, ON_SCRIM, text, CENTER)
    painter.end()
    return pixmap


def _mark(ink: Ink, icon_name: str, text: str) -> QPixmap:
    side = line_height(ink.small) - 1
    width, height = side + 10 + (text_width(ink.small, text) + 5 if text else 0), line_height(ink.small) + 5
    pixmap, painter = _on_scrim(ink, width, height, MARK_ALPHA)
    painter.drawPixmap(5, (height - side) // 2, icon_pixmap(icon_name, DARK.selection, side, ink.dpr))
    draw_line(painter, QRect(side + 10, 0, width - side - 15, height), ink.small, ON_SCRIM, text)
    painter.end()
    return pixmap


def _slowed(ink: Ink, text: str) -> QPixmap:
    words = text_width(ink.small, text) + 5 if text else 0
    width, height = words + SLOWED_MARK_PX + 10, line_height(ink.small) + 5
    pixmap, painter = _on_scrim(ink, width, height, MARK_ALPHA)
    mark = icon_pixmap("circle-gauge", ON_SCRIM, SLOWED_MARK_PX, ink.dpr)
    painter.drawPixmap(5, (height - SLOWED_MARK_PX) // 2, mark)
    if text:
        draw_line(painter, QRect(SLOWED_MARK_PX + 8, 0, words, height), ink.small, ON_SCRIM, text)
    painter.end()
    return pixmap


def _strip(ink: Ink, words: TileWords, width: int) -> QPixmap:
    theme = ink.theme
    pixmap = ink.canvas(width, STRIP_PX, theme.impaired)
    painter = QPainter(pixmap)
    left = SIDE_PX - 2
    if words.icon and width >= 110:
        painter.drawPixmap(left, (STRIP_PX - 14) // 2, icon_pixmap(words.icon, theme.on_impaired, 14, ink.dpr))
        left += 20
    room = width - left - 4
    used = draw_line(painter, QRect(left, 0, room, STRIP_PX), ink.small_bold, theme.on_impaired, words.strip)
    if words.strip_more and room - used > 40:
        rest = QRect(left + used + 7, 0, room - used - 7, STRIP_PX)
        draw_line(painter, rest, ink.small, theme.on_impaired, words.strip_more)
    painter.end()
    return pixmap


def _line(ink: Ink, text: str, width: int) -> QPixmap:
    height = line_height(ink.small) + 2
    pixmap = ink.canvas(width, height)
    painter = QPainter(pixmap)
    draw_line(painter, QRect(0, 0, width, height), ink.small, ink.theme.secondary, text, CENTER)
    painter.end()
    return pixmap


def _more(ink: Ink, text: str, size: QSize) -> QPixmap:
    pixmap = ink.canvas(size.width(), size.height())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(ink.theme.selection))
    painter.setBrush(QColor(ink.theme.raised))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 6, 6)
    draw_line(painter, QRect(0, 0, size.width(), size.height()), ink.bold, ink.theme.text, text, CENTER)
    painter.end()
    return pixmap


def _entry(ink: Ink, text: str, warning: str) -> QPixmap:
    below = line_height(ink.plain) + 10 if warning else 0
    width = max(120, text_width(ink.huge, text) + 64, text_width(ink.plain, warning) + 32)
    number = line_height(ink.huge) + 24
    height = number + below
    pixmap = ink.canvas(width, height)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scrim = QColor(ink.theme.scrim)
    scrim.setAlpha(245)
    painter.setBrush(scrim)
    painter.setPen(QColor(ink.theme.impaired if warning else ink.theme.selection))
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 8, 8)
    draw_line(painter, QRect(0, 0, width, number), ink.huge, ON_SCRIM, text, CENTER)
    if warning:
        # Amber of the dark theme: the scrim is dark in every theme.
        draw_line(painter, QRect(0, number - 10, width, below), ink.plain, DARK.impaired, warning, CENTER)
    painter.end()
    return pixmap
