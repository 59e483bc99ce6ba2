"""Results of the palette as rows, and how one is drawn.

Belongs here: the list model, the delegate. Does not belong here: finding (services/finder.py), the panel.
Invariants: 1. Rows are replaced as a whole and only when something was typed: never under the pointer alone. 2. What
cannot be done now is grey and says why in words. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from safecity_console.domain.finding import Entry, Kind
from safecity_console.services.keys import KeyService
from safecity_console.ui.actions import ICONS, key_text
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.palette.sources import KIND_WORDS
from safecity_console.ui.rail import PAGES
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.ink import Ink, draw_line, line_height, text_width

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_PX, PAD_PX, ICON_PX, GAP_PX, BAR_PX = 38, 16, 18, 12, 3
TITLE_SHARE = 0.6
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_KIND_ICONS = {Kind.CAMERA: "cctv", Kind.PLACE: "map-pin", Kind.WALL: "layout-grid", Kind.LAYOUT: "grid-2x2",
               Kind.TOUR: "route", Kind.SETTING: "settings", Kind.NOTICE: "binoculars", Kind.CONTACT: "phone",
               Kind.INCIDENT: "siren"}
_PAGE_ICONS = {f"page.{name}": icon for name, icon in PAGES}
_ALIGN = {Qt.LayoutDirection.LeftToRight: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
          Qt.LayoutDirection.RightToLeft: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter}


class FoundRows(QAbstractListModel):
    """What was found, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show others."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Give the entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            number = (number_text(entry.number),) if entry.number is not None else ()
            return " · ".join((*number, entry.title, entry.why_not or entry.more, kind_word(entry.kind)))
        return None


def kind_word(kind: Kind) -> str:
    """Give the word of a kind."""
    return QCoreApplication.translate("palette", KIND_WORDS[kind])


class FoundPainter(QStyledItemDelegate):
    """Draws a row: icon, number, title, more, and at its end the key or the kind."""

    def __init__(self, theme: Theme, language: str, keys: KeyService, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self._ink = Ink(theme, language, 1.0)
        self._row_px = max(ROW_PX, line_height(self._ink.plain) + GAP_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        rect = QRect(getattr(option, "rect"))  # noqa: B009 - the stubs do not know the option's fields
        state, direction = getattr(option, "state"), getattr(option, "direction")  # noqa: B009
        painter.save()
        self._ground(painter, rect, state, direction)
        self._words(painter, rect, entry, direction)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, direction: Qt.LayoutDirection) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mixed(theme.selection, theme.raised, 0.18)))
            left = rect.left() if direction is Qt.LayoutDirection.LeftToRight else rect.right() + 1 - BAR_PX
            painter.fillRect(QRect(left, rect.top(), BAR_PX, rect.height()), QColor(theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.control))

    def _words(self, painter: QPainter, rect: QRect, entry: Entry, direction: Qt.LayoutDirection) -> None:
        theme, ink, align = self._theme, self._ink, _ALIGN[direction]
        inner = rect.adjusted(PAD_PX, 0, -PAD_PX, 0)

        def at(left: int, width: int) -> QRect:
            """Place a box counted from the reading edge."""
            x = left if direction is Qt.LayoutDirection.LeftToRight else inner.width() - left - width
            return QRect(inner.left() + x, inner.top(), max(1, width), inner.height())

        shade = theme.disabled if entry.why_not else theme.text
        place = at(0, ICON_PX)
        place.moveTop(inner.center().y() - ICON_PX // 2)
        dpr = float(painter.device().devicePixelRatio())
        painter.drawPixmap(place.topLeft(), icon_pixmap(_icon(entry), theme.disabled if entry.why_not else
                                                        theme.secondary, ICON_PX, dpr))
        left = ICON_PX + GAP_PX
        end = self._end(painter, at, inner.width(), entry, align)
        if entry.number is not None:
            number = number_text(entry.number)
            draw_line(painter, at(left, text_width(ink.bold, number)), ink.bold, shade, number, align)
            left += text_width(ink.bold, number) + 8
        title = isolated(entry.title)
        wide = min(text_width(ink.plain, title) + 2, max(80, round((end - left) * (TITLE_SHARE if entry.more else 1))))
        draw_line(painter, at(left, wide), ink.plain, shade, title, align)
        left += wide + GAP_PX
        if end - left > 40:
            more = entry.why_not or entry.more
            draw_line(painter, at(left, end - left), ink.small, theme.secondary, more, align)

    def _end(self, painter: QPainter, at: Callable[[int, int], QRect], width: int, entry: Entry,
             align: Qt.AlignmentFlag) -> int:
        """Draw what stands at the row's end; give where it begins."""
        ink, theme = self._ink, self._theme
        key = key_text(self._keys, entry.id) if entry.kind in (Kind.COMMAND, Kind.PAGE) else ""
        text = ltr(key) if key else kind_word(entry.kind)
        wide = text_width(ink.small, text) + 2
        draw_line(painter, at(width - wide, wide), ink.small_bold if key else ink.small, theme.secondary, text, align)
        return width - wide - GAP_PX


def _icon(entry: Entry) -> str:
    own = ICONS.get(entry.id) or _PAGE_ICONS.get(entry.id) if entry.kind in (Kind.COMMAND, Kind.PAGE) else None
    return own or _KIND_ICONS.get(entry.kind, "chevron-right")
