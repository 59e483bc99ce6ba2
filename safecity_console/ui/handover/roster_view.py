"""The roster of the last weeks: who was on duty when, with gaps, time over and absences marked.

Belongs here: a day a row, painted; the list of what was irregular. Does not belong here: who may be on duty.
Invariants: 1. A gap is marked by a word and a hatch, not by a colour alone. 2. Days are the district's own, from
midnight to midnight. 3. The drawing stays left-to-right, as clocks do. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.roster import Seam, over, seam_of
from safecity_console.domain.shift import Ended, Shift
from safecity_console.ui.format import ltr
from safecity_console.ui.handover.form_view import scrolled
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import clock_gap_text, gap_text, officer_text, shift_text, span_text
from safecity_console.ui.style import mixed
from safecity_console.ui.widgets.basics import clear, label, row, surface

DAYS, ROW_PX, HEAD_PX, DATE_PX, SIDE_PX = 21, 34, 26, 96, 400


class RosterChart(QWidget):
    """The chart."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._shifts: tuple[Shift, ...] = ()
        self._now = screen.services.clock.now()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMinimumSize(QSize(560, HEAD_PX + DAYS * ROW_PX + 8))
        self.setAccessibleName(self.tr("Spans of duty of the last three weeks"))

    def show_shifts(self, shifts: Sequence[Shift], now: datetime) -> None:
        """Show spans of duty."""
        self._shifts, self._now = tuple(shifts), now
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hours, days, spans, gaps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme = self._screen.theme
        painter.fillRect(self.rect(), QColor(theme.window))
        today = self._now.astimezone(self._screen.zone).replace(hour=0, minute=0, second=0, microsecond=0)
        self._paint_hours(painter)
        for place in range(DAYS):
            self._paint_day(painter, today - timedelta(days=place), HEAD_PX + place * ROW_PX)

    def _paint_hours(self, painter: QPainter) -> None:
        theme = self._screen.theme
        for hour in range(0, 25, 2):
            x = self._x(hour / 24)
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(QPointF(x, HEAD_PX - 4), QPointF(x, self.height()))
            if hour < 24:
                painter.setPen(QColor(theme.secondary))
                painter.drawText(QRectF(x + 3, 0, 40, HEAD_PX - 4), Qt.AlignmentFlag.AlignVCenter, f"{hour:02d}")

    def _paint_day(self, painter: QPainter, day: datetime, top: int) -> None:
        theme, ends = self._screen.theme, day + timedelta(days=1)
        painter.setPen(QColor(theme.text if day.date() == self._now.astimezone(self._screen.zone).date()
                              else theme.secondary))
        painter.drawText(QRectF(8, top, DATE_PX - 8, ROW_PX), Qt.AlignmentFlag.AlignVCenter, f"{day:%a %d %b}")
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(QPointF(0, top + ROW_PX), QPointF(self.width(), top + ROW_PX))
        before: Shift | None = None
        for one in self._shifts:
            begins, over_at = one.from_at, one.to_at or self._now
            if before is not None and before.to_at is not None and seam_of(before, one) is Seam.GAP:
                self._paint_gap(painter, before.to_at, one.from_at, day, ends, top)
            self._paint_span(painter, one, begins, over_at, day, ends, top)
            before = one
        if before is not None and before.to_at is not None:
            self._paint_gap(painter, before.to_at, self._now, day, ends, top)

    def _paint_span(self, painter: QPainter, one: Shift, begins: datetime, over_at: datetime, day: datetime,
                    ends: datetime, top: int) -> None:
        box = self._box(begins, over_at, day, ends, top)
        if box is None:
            return
        theme = self._screen.theme
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(QColor(mixed(theme.selection, theme.panel, 0.22 if one.n % 2 else 0.12)))
        painter.drawRoundedRect(box, 3, 3)
        late = self._box(one.planned_to, over_at, day, ends, top) if over_at > one.planned_to else None
        if late is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.impaired))
            painter.drawRect(QRectF(late.left(), late.bottom() - 3, late.width(), 3))
        painter.setPen(QColor(theme.text))
        if box.width() > 46:
            painter.drawText(box.adjusted(6, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter.value),
                             painter.fontMetrics().elidedText(f"{one.code} · {one.badge}", Qt.TextElideMode.ElideRight,
                                                              int(box.width()) - 10))

    def _paint_gap(self, painter: QPainter, begins: datetime, over_at: datetime, day: datetime, ends: datetime,
                   top: int) -> None:
        box = self._box(begins, over_at, day, ends, top)
        if box is None:
            return
        theme = self._screen.theme
        painter.setPen(QPen(QColor(theme.impaired), 1))
        painter.setBrush(QBrush(QColor(theme.impaired), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
        word = self.tr("nobody")
        if box.width() > painter.fontMetrics().horizontalAdvance(word) + 12:
            room = QRectF(box.left() + 4, box.top() + 4, painter.fontMetrics().horizontalAdvance(word) + 6,
                          box.height() - 8)
            painter.fillRect(room, QColor(theme.window))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)

    def _box(self, begins: datetime, over_at: datetime, day: datetime, ends: datetime, top: int) -> QRectF | None:
        start, stop = max(begins, day), min(over_at, ends)
        if stop <= start:
            return None
        length = (ends - day).total_seconds()
        left = self._x((start - day).total_seconds() / length)
        right = self._x((stop - day).total_seconds() / length)
        return QRectF(left + 0.5, top + 5, max(2.0, right - left - 1), ROW_PX - 10)

    def _x(self, share: float) -> float:
        return DATE_PX + share * (self.width() - DATE_PX - 12)


class RosterView(QWidget):
    """The chart, and beside it in words what was irregular."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.chart = RosterChart(screen)
        self._said = QVBoxLayout()
        self._said.setContentsMargins(16, 12, 16, 16)
        self._said.setSpacing(10)
        inside = QWidget()
        inside.setLayout(self._said)
        side = surface("side_rtl" if screen.language == "ur" else "side")
        side.setFixedWidth(SIDE_PX)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        head = surface("head")
        head.setLayout(row(label(self.tr("What was irregular"), "strong"), None, margins=(16, 10, 16, 10)))
        box.addWidget(head)
        box.addWidget(scrolled(inside, screen), 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(scrolled(self.chart, screen), 1)
        across.addWidget(side)

    def renew(self) -> None:
        """Show the spans as they are now."""
        now = self._screen.services.clock.now()
        shifts = self._screen.services.shifts.spans(now - timedelta(days=DAYS + 1), now + timedelta(days=1))
        self.chart.show_shifts(shifts, now)
        clear(self._said)
        before: Shift | None = None
        said: list[str] = []
        for one in shifts:
            said += self._irregular(before, one, now)
            before = one
        if before is not None and before.to_at is not None:
            said.append(gap_text(before.to_at, now, self._screen))
        for words in reversed(said):
            self._said.addWidget(label(words, "secondary", wrap=True))
        if not said:
            self._said.addWidget(label(self.tr("Nothing: each duty began where the last one ended."), "secondary",
                                       wrap=True))
        self._said.addStretch(1)

    def _irregular(self, before: Shift | None, one: Shift, now: datetime) -> list[str]:
        screen, said = self._screen, []
        who = self.tr("{shift}, {officer}").format(
            shift=shift_text(one.code, one.planned_from, one.planned_to, screen),
            officer=officer_text(one.officer, one.badge))
        if one.gap_from is not None and before is not None:
            words = clock_gap_text(one.gap_from, screen) if one.clock_stepped \
                else gap_text(one.gap_from, one.from_at, screen)
            said.append(self.tr("{what} Reason: {reason}").format(what=words, reason=one.reason))
        late = over(one.planned_to, one.to_at or now)
        if late > timedelta(minutes=10):
            said.append(self.tr("{who}: over its hours by {span}.").format(who=who, span=span_text(late)))
        if one.ended is Ended.ORDER:
            said.append(self.tr("{who}: ended by order of {badge}: {reason}").format(
                who=who, badge=ltr(one.ended_by), reason=one.end_reason))
        return said
