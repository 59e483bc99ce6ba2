"""Drawing a row of the list of incidents: bar, number and severity, title and where, the clock's pill.

Belongs here: the delegate and the pill. Does not belong here: rows (rows.py), words (row_words.py, clock_words.py).
Invariants: 1. Severity stands as a word beside its colour; late is a text that counts. 2. Painting asks nobody but the
clock. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

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
    draw_line(painter, rect, font, ink, words.text, CENTER)


class IncidentRowPainter(QStyledItemDelegate):
    """The delegate; `face` is replaced where targets change."""

    def __init__(self, theme: Theme, face: ClockFace, camera_of: CameraOf, now: Callable[[], datetime],
                 parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self.face, self._camera_of, self._now = theme, face, camera_of, now
        self._ink = Ink(theme, face.language, 1.0)
        self._line_px = line_height(self._ink.plain) + 2
        self.row_px = 2 * self._line_px + 20

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
        self._words(painter, rect, incident, direction)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mixed(theme.selection, theme.panel, 0.18)))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.hairline))

    def _words(self, painter: QPainter, rect: QRect, incident: Incident, direction: Qt.LayoutDirection) -> None:
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
        end = self._pill(painter, at, inner, incident)
        left += NUMBER_PX
        strong = theme.secondary if incident.ended else theme.text
        draw_line(painter, at(left, end - left, 0), ink.bold, strong, isolated(incident.what), align)
        camera = self._camera_of(incident.camera_id) if incident.camera_id else None
        draw_line(painter, at(left, end - left, 1), ink.small, theme.secondary, row_words(incident, camera), align)

    def _pill(self, painter: QPainter, at: Callable[[int, int], QRect], inner: QRect, incident: Incident) -> int:
        """Draw the pill; give where it begins."""
        words, font = self.clock(incident), self._ink.small
        wide = min(inner.width() // 3, text_width(font, words.text) + 2 * PILL_PAD_PX)
        high = line_height(font) + 5
        box = at(inner.width() - wide, wide)
        box = QRect(box.left(), box.center().y() - high // 2, wide, high)
        draw_pill(painter, self._theme, font, box, words)
        return inner.width() - wide - GAP_PX
