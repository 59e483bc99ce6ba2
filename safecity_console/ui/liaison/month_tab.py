"""The month in figures: counts only, no names, no faces, and no small figure that points to a person.

Belongs here: choosing a month, the figures in groups, asking for the paper. Does not belong here: counting and the rule
of small figures (domain/liaison_counts.py), the paper (exports/).
Invariants: 1. Whole local months only: two sheets cannot be subtracted into a day. 2. Counting is done off the GUI
thread. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.liaison_counts import FEW, Cell, LiaisonCounts, month_of
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import ltr
from safecity_console.ui.incident_texts import category_text, source_text
from safecity_console.ui.liaison.words import answer_word, within_word
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, clear, label, row, surface
from safecity_console.ui.widgets.fading import FadingArea

CARD_PX = 300
Figure = tuple[str, str]


class MonthTab(QWidget):
    """The tab; `print_wanted` carries the counts that are shown."""

    said = Signal(str, str)
    print_wanted = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deeds = Deeds("liaison-counts", self)
        self._deeds.refused.connect(self._on_refused)
        self._from, self._to = month_of(self._now())
        self.counts: LiaisonCounts | None = None
        self.month = label("", "strong")
        rtl = screen.direction is Qt.LayoutDirection.RightToLeft
        self.earlier = button("", "", screen.theme, "chevron-right" if rtl else "chevron-left")
        self.later = button("", "", screen.theme, "chevron-left" if rtl else "chevron-right")
        self.earlier.setAccessibleName(self.tr("Month before"))
        self.later.setAccessibleName(self.tr("Month after"))
        self.print = button(self.tr("Print…"), "primary", screen.theme, "printer")
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.counts))
        self.earlier.clicked.connect(lambda: self._go(-1))
        self.later.clicked.connect(lambda: self._go(1))
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(12)
        self._lay_out()

    def renew(self) -> None:
        """Count anew."""
        self._show_month()
        first, after, liaison = self._from, self._to, self._screen.services.liaison
        self._deeds.do(lambda: liaison.counts(first, after), self._on_counted)

    def release(self) -> None:
        """Let what runs end."""
        self._deeds.finish()

    def _lay_out(self) -> None:
        bar = surface("strip")
        bar.setFixedHeight(44)
        self.month.setMinimumWidth(150)
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar.setLayout(row(self.earlier, self.month, self.later, None, self.print, margins=(12, 0, 12, 0)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(FadingArea(self._inside, self._screen.theme.window), 1)
        self._show_month()
        self.setFocusProxy(self.earlier)

    def _now(self) -> datetime:
        return self._screen.services.clock.now().astimezone(self._screen.zone)

    def _go(self, months: int) -> None:
        at = self._from.month - 1 + months
        first = self._from.replace(year=self._from.year + at // 12, month=at % 12 + 1)
        if not self._deeds.running:
            self._from, self._to = month_of(first)
            self.renew()

    def _show_month(self) -> None:
        locale = QLocale("ur_PK" if self._screen.language == "ur" else "en_GB")
        name = locale.monthName(self._from.month, QLocale.FormatType.LongFormat)
        self.month.setText(self.tr("{month} {year}").format(month=name, year=ltr(self._from.year)))
        self.later.setEnabled(self._to <= self._now())

    def _on_refused(self, sentence: str) -> None:
        self.counts = None
        self.print.setEnabled(False)
        clear(self._grid)
        self._grid.addWidget(label(sentence, "secondary", wrap=True), 0, 0)

    def _on_counted(self, counts: object) -> None:
        if not isinstance(counts, LiaisonCounts):
            return
        self.counts = counts
        self.print.setEnabled(True)
        clear(self._grid)
        groups = self._groups(counts)
        for at, (title, figures) in enumerate(groups):
            self._grid.addWidget(_card(title, figures), at // 3, at % 3, Qt.AlignmentFlag.AlignTop)
        few = self.tr("Of sensitive kinds fewer than {few} are not told apart from none, and stand in no other line: "
                      "in one town, two cases are known by name.")
        note = label(few.format(few=ltr(FEW)), "secondary", wrap=True)
        self._grid.addWidget(note, len(groups) // 3 + 1, 0, 1, 3)
        self.print.setToolTip(self.tr("This month is not over yet: its figures will be others.")
                              if counts.to_at > self._now() else "")
        for at in range(3):
            self._grid.setColumnStretch(at, 1)
        self._grid.setRowStretch(len(groups) // 3 + 2, 1)

    def _groups(self, c: LiaisonCounts) -> Sequence[tuple[str, Sequence[Figure]]]:
        return (
            (self.tr("Complaints by who told"), [
                *((source_text(one), ltr(n)) for one, n in c.by_source.items()),
                (self.tr("Together"), ltr(c.complaints))]),
            (self.tr("Complaints by kind"), [(category_text(one), self._cell(cell)) for one, cell in c.by_kind.items()
                                             if cell.few or cell.count]),
            (self.tr("Settled"), [(within_word(one), ltr(n)) for one, n in c.ended_within.items()]),
            (self.tr("Call-backs"), [
                (self.tr("Promised"), ltr(c.call_backs_due)), (self.tr("Made in time"), ltr(c.call_backs_kept)),
                (self.tr("Made late"), ltr(c.call_backs_late)), (self.tr("Not made yet"), ltr(c.call_backs_open))]),
            (self.tr("Footage of private cameras"), [
                *((answer_word(one), ltr(n)) for one, n in c.requests.items()),
                (self.tr("Consents given"), ltr(c.consents_given)),
                (self.tr("Consents withdrawn"), ltr(c.consents_withdrawn))]),
            (self.tr("Committees"), [
                (self.tr("Meetings"), ltr(c.meetings)), (self.tr("Committees that met"), ltr(c.committees_met)),
                (self.tr("Committees there are"), ltr(c.committees))]),
        )

    def _cell(self, cell: Cell) -> str:
        return self.tr("fewer than {few}").format(few=ltr(FEW)) if cell.few else ltr(cell.count)


def _card(title: str, figures: Sequence[Figure]) -> QFrame:
    card = surface("card")
    card.setMinimumWidth(CARD_PX)
    box = QVBoxLayout(card)
    box.setContentsMargins(16, 14, 16, 14)
    box.setSpacing(8)
    box.addWidget(label(title, "group"))
    for words, figure in figures:
        line = QHBoxLayout()
        line.addWidget(label(words, wrap=True), 1)
        line.addWidget(label(figure, "strong"))
        box.addLayout(line)
    return card
