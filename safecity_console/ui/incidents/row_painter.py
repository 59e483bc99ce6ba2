"""Drawing a row of the list of incidents: bar, number and severity, title and where, the clock's pill.

Belongs here: the delegate and the pill. Does not belong here: rows (rows.py), words (row_words.py, clock_words.py).
Invariants: 1. Severity stands as a word beside its colour; late is a text that counts. 2. Painting asks nobody but the
clock. 3. A row's words are drawn once into a picture and kept: a second that passes draws its pill and nothing else.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from safecity_console.domain.camera import Camera
from safecity_console.domain.incident import Incident
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.incident_texts import numbered
from safecity_console.ui.incidents.clock_words import ClockFace, ClockWords, Tone, clock_words
from safecity_console.ui.incidents.row_words import CameraOf, bar_role, row_words
from safecity_console.ui.incidents.rows import INCIDENT_ROLE, Index
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.ink import CENTER, Ink, draw_line, line_height, text_width

PAD_PX, BAR_PX, NUMBER_PX, GAP_PX, PILL_PAD_PX = 14, 4, 84, 12, 9
KEPT_MOST = 120  # rows of one screen and some more
_ALIGN = {Qt.LayoutDirection.LeftToRight: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
          Qt.LayoutDirection.RightToLeft: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter}
_SHADES = {Tone.QUIET: "", Tone.NEARLY: "impaired", Tone.LATE: "critical"}


def draw_pill(painter: QPainter, theme: Theme, font: QFont, rect: QRect, words: ClockWords) -> None:
    """Draw a clock's pill into a rectangle of its size."""
    shade = _SHADES[words.tone]
    ground = mixed(str(getattr(theme, shade)), theme.panel, 0.24) if shade else mixed(theme.text, theme.window, 0.1)
    ink = mixed(str(getattr(theme, shade)), theme.text, 0.45) if shade else theme.text
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(rect, int(CENTER | Qt.TextFlag.TextSingleLine), words.text)


class IncidentRowPainter(QStyledItemDelegate):
    """The delegate; `face` is replaced where targets change."""

    def __init__(self, theme: Theme, face: ClockFace, camera_of: CameraOf, now: Callable[[], datetime],
                 parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self.face, self._camera_of, self._now = theme, face, camera_of, now
        self._ink = Ink(theme, face.language, 1.0)
        self._line_px = line_height(self._ink.plain) + 2
        self.row_px = 2 * self._line_px + 20
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.row_px)

    def clock(self, incident: Incident) -> ClockWords:
        """Give the pill's words of now."""
        return clock_words(incident, self._now(), self.face)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        incident = index.data(INCIDENT_ROLE)
        if not isinstance(incident, Incident):
            return
        rect = QRect(getattr(option, "rect"))  # noqa: B009 - the stubs do not know the option's fields
        state, direction = getattr(option, "state"), getattr(option, "direction")  # noqa: B009
        painter.save()
        self._ground(painter, rect, state)
        words = self.clock(incident)
        wide = min(rect.width() // 3, text_width(self._ink.small, words.text) + 2 * PILL_PAD_PX)
        painter.drawPixmap(rect.topLeft(), self._picture(painter, rect.size(), incident, direction, wide))
        self._pill(painter, rect, direction, words, wide)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mixed(theme.selection, theme.panel, 0.18)))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.hairline))

    def _picture(self, painter: QPainter, size: QSize, incident: Incident, direction: Qt.LayoutDirection,
                 pill_px: int) -> QPixmap:
        """Give the row's words as a picture; a pill that grows a little does not draw them anew."""
        dpr = float(painter.device().devicePixelRatio())
        room_px = -(-pill_px // 24) * 24
        camera = self._camera_of(incident.camera_id) if incident.camera_id else None
        key = (incident.id, incident.revision, incident.state, size.width(), room_px, direction, dpr, camera)
        made = self._kept.get(key)
        if made is None:
            if len(self._kept) >= KEPT_MOST:
                self._kept.clear()
            made = self._ink_at(dpr).canvas(size.width(), size.height())
            inside = QPainter(made)
            self._words(inside, QRect(QPoint(0, 0), size), incident, camera, direction, room_px)
            inside.end()
            self._kept[key] = made
        return made

    def _ink_at(self, dpr: float) -> Ink:
        if self._ink.dpr != dpr:
            self._ink = Ink(self._theme, self.face.language, dpr)
        return self._ink

    def _words(self, painter: QPainter, rect: QRect, incident: Incident, camera: Camera | None,
               direction: Qt.LayoutDirection, pill_px: int) -> None:
        theme, ink, align = self._theme, self._ink, _ALIGN[direction]
        inner = rect.adjusted(PAD_PX, 10, -PAD_PX, -10)

        def at(left: int, width: int, line: int = -1) -> QRect:
            """Place a box counted from the reading edge; `line` 0 or 1, or -1 for both."""
            x = left if direction is Qt.LayoutDirection.LeftToRight else inner.width() - left - width
            top = inner.top() + max(0, line) * self._line_px
            return QRect(inner.left() + x, top, max(1, width), inner.height() if line < 0 else self._line_px)

        painter.fillRect(at(0, BAR_PX).adjusted(0, 1, 0, -1), QColor(str(getattr(theme, bar_role(incident)))))
        left = BAR_PX + GAP_PX
        draw_line(painter, at(left, NUMBER_PX, 0), ink.plain, theme.secondary, numbered(incident), align)
        draw_line(painter, at(left, NUMBER_PX, 1), ink.small, theme.secondary, ltr(incident.severity.value), align)
        end = inner.width() - pill_px - GAP_PX
        left += NUMBER_PX
        strong = theme.secondary if incident.ended else theme.text
        draw_line(painter, at(left, end - left, 0), ink.bold, strong, isolated(incident.what), align)
        draw_line(painter, at(left, end - left, 1), ink.small, theme.secondary, row_words(incident, camera), align)

    def _pill(self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, words: ClockWords,
              wide: int) -> None:
        high = line_height(self._ink.small) + 5
        ltr_way = direction is Qt.LayoutDirection.LeftToRight
        left = rect.right() + 1 - PAD_PX - wide if ltr_way else rect.left() + PAD_PX
        draw_pill(painter, self._theme, self._ink.small, QRect(left, rect.center().y() - high // 2, wide, high), words)
