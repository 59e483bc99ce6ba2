"""The tile of a camera that has no picture to show, and the small cards of the strip.

Belongs here: laying out and drawing both. Does not belong here: words (words.py), caching (sprites.py).
Invariants: 1. Title and number are drawn at any size; what finds no room is left out from the least needed on.
2. A card is opaque: nothing of an old picture shines through. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.wall.ink import CENTER, Ink, draw_line, draw_wrapped, line_height, text_width, wrapped_height
from safecity_console.ui.wall.words import Face, TileWords

NAME_BAR_PX = 28
TINY_HEIGHT_PX = 96
TINY_WIDTH_PX = 150
SIDE_PX = 10
SPACING_PX = 4
ICON_PX = 22
STRIPE_PX = 14
ROWS_MOST = 3
SPARE_PX = 8


@dataclass(frozen=True, slots=True)
class Label:
    """Number and name of a camera as shown."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class CardSprite:
    """A rendered card and where its countdown belongs, if it has one; `with_since` if it says since when too."""

    pixmap: QPixmap
    countdown: QRect | None
    with_since: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One block of the card's middle; `drop` says in which order rows leave, 0 never."""

    kind: str
    height: int
    drop: int
    text: str = ""


def is_tiny(size: QSize) -> bool:
    """Tell whether a tile only has room for icon, number and a word."""
    return size.width() < TINY_WIDTH_PX or size.height() < TINY_HEIGHT_PX


def draw_card(ink: Ink, plain: Ink, words: TileWords, label: Label, size: QSize) -> CardSprite:
    """Draw the whole tile of a camera without picture, its countdown left out; `plain` writes the name."""
    pixmap = ink.canvas(size.width(), size.height(), ink.theme.window)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if words.face is Face.CARD:
        _stripes(painter, size, ink.theme.offline_stripe)
    if is_tiny(size):
        _tiny(ink, painter, words, label, size)
        painter.end()
        return CardSprite(pixmap, None)
    countdown, with_since = _middle(ink, painter, words, size)
    if label.number:
        foot = QRect(SIDE_PX, size.height() - NAME_BAR_PX, size.width() - 2 * SIDE_PX, NAME_BAR_PX)
        draw_name(plain, painter, foot, label, ink.theme.text)
    painter.end()
    return CardSprite(pixmap, countdown, with_since)


def draw_name(ink: Ink, painter: QPainter, rect: QRect, label: Label, color: str) -> None:
    """Draw number and name on one line."""
    used = draw_line(painter, rect, ink.bold, color, label.number)
    rest = rect.adjusted(used + SPACING_PX + 3, 0, 0, 0)
    if rest.width() > 24:
        draw_line(painter, rest, ink.plain, color, label.name)


def draw_small_card(ink: Ink, words: TileWords, label: Label, age: str, size: QSize) -> QPixmap:
    """Draw a card of the strip: icon, number and name, then one word and the age."""
    theme = ink.theme
    pixmap = ink.canvas(size.width(), size.height())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.hairline), 1))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 6, 6)
    half = size.height() // 2
    inner = QRect(SIDE_PX, 3, size.width() - 2 * SIDE_PX, half - 3)
    draw_name(ink, painter, inner, label, theme.text)
    color = theme.impaired if words.amber else theme.secondary
    left = SIDE_PX
    age_width = min(text_width(ink.small, age), size.width() // 2)
    # The word is worth more than the icon, and both more than the age.
    spare = inner.width() - text_width(ink.small, words.short) - SPACING_PX
    if words.icon and (spare >= age_width + 19 or spare < age_width):
        painter.drawPixmap(left, half + (half - 14) // 2 - 2, icon_pixmap(words.icon, color, 14, ink.dpr))
        left += 19
    age_width = age_width if spare >= age_width else 0
    word = QRect(left, half - 2, size.width() - left - SIDE_PX - age_width - SPACING_PX, half)
    draw_line(painter, word, ink.small, color, words.short)
    right = QRect(size.width() - SIDE_PX - age_width, half - 2, age_width, half)
    if age_width:
        draw_line(painter, right, ink.small, theme.secondary, age)
    painter.end()
    return pixmap


def _tiny(ink: Ink, painter: QPainter, words: TileWords, label: Label, size: QSize) -> None:
    color = ink.theme.impaired if words.amber else ink.theme.secondary
    top = max(0, size.height() // 2 - line_height(ink.small) - 6)
    number_width = text_width(ink.bold, label.number)
    total = (18 if words.icon else 0) + number_width
    left = max(2, (size.width() - total) // 2)
    if words.icon:
        painter.drawPixmap(left, top + 2, icon_pixmap(words.icon, color, 14, ink.dpr))
        left += 19
    height = line_height(ink.bold)
    draw_line(painter, QRect(left, top, max(1, size.width() - left), height), ink.bold, ink.theme.text, label.number)
    below = QRect(3, top + height + 2, size.width() - 6, line_height(ink.small) + 2)
    draw_line(painter, below, ink.small, color, words.short, CENTER)


def _middle(ink: Ink, painter: QPainter, words: TileWords, size: QSize) -> tuple[QRect | None, bool]:
    """Draw icon, title and lines; give the place kept for the countdown and whether it says since when too."""
    width = size.width() - 2 * SIDE_PX
    room = size.height() - NAME_BAR_PX - 2 * SPACING_PX
    rows, with_since = _chosen(ink, words, width, room)
    y = SPACING_PX + max(0, (room - _height(rows)) // 2)
    countdown = None
    for row in rows:
        place = QRect(SIDE_PX, y, width, row.height)
        if row.kind == "countdown":
            countdown = place
        else:
            _draw_row(ink, painter, row, place, words)
        y += row.height + SPACING_PX
    return countdown, with_since


def _chosen(ink: Ink, words: TileWords, width: int, room: int) -> tuple[list[_Row], bool]:
    """Give the rows that have room: where two lines have none, since when stands beside the countdown."""
    rows = _rows(ink, words, width)
    one = words.since_countdown
    # A little to spare: the seconds that count down have now one digit, now two.
    if _height(rows) > room and words.lines[1:] and one and text_width(ink.small, one) + SPARE_PX <= width:
        return _fitting([r for r in rows if r.text not in words.lines[1:] or r.kind != "line"], room), True
    return _fitting(rows, room), False


def _rows(ink: Ink, words: TileWords, width: int) -> list[_Row]:
    rows = [_Row("icon", round(ICON_PX * ink.scale) + SPACING_PX, 1)] if words.icon else []
    if words.title:
        font = _title_font(ink, words)
        rows.append(_Row("title", wrapped_height(font, words.title, width, 2), 0, words.title))
    if words.one_line and text_width(ink.small, words.one_line) <= width:
        rows.append(_Row("line", line_height(ink.small) + 2, 4, words.one_line))
    else:
        for index, text in enumerate(words.lines):
            height = wrapped_height(ink.small, text, width, ROWS_MOST)
            rows.append(_Row("line", height, 2 if index else 4, text))
    if words.countdown:
        rows.append(_Row("countdown", line_height(ink.small) + 2, 3))
    return rows


def _fitting(rows: list[_Row], room: int) -> list[_Row]:
    """Leave rows out, lowest number first, until the rest has room."""
    left = list(rows)
    while _height(left) > room and any(r.drop for r in left):
        least = min(r.drop for r in left if r.drop)
        left.remove(next(r for r in reversed(left) if r.drop == least))
    return left


def _height(rows: list[_Row]) -> int:
    return sum(r.height + SPACING_PX for r in rows)


def _title_font(ink: Ink, words: TileWords) -> QFont:
    return ink.bold if words.face is Face.CARD else ink.plain


def _draw_row(ink: Ink, painter: QPainter, row: _Row, place: QRect, words: TileWords) -> None:
    theme = ink.theme
    if row.kind == "icon":
        side = round(ICON_PX * ink.scale)
        left = place.center().x() - side // 2
        painter.drawPixmap(left, place.top(), icon_pixmap(words.icon, theme.secondary, side, ink.dpr))
    elif row.kind == "title":
        color = theme.impaired if words.amber else theme.secondary
        draw_wrapped(painter, place, _title_font(ink, words), color, row.text)
    else:
        draw_wrapped(painter, place, ink.small, theme.secondary, row.text)


def _stripes(painter: QPainter, size: QSize, color: str) -> None:
    painter.setPen(QPen(QColor(color), STRIPE_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    height = size.height()
    for x in range(-height, size.width() + height, STRIPE_PX * 3):
        painter.drawLine(QPointF(x, height + 4), QPointF(x + height + 8, -4))
