"""Who is on duty now: the shift and its hours, since when, time over, absence; taking duty and ending it by order.

Belongs here: the words and the buttons. Does not belong here: dialogs (dialogs.py), the handover. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from safecity_console.domain.access import Permission
from safecity_console.domain.roster import Seam, over
from safecity_console.domain.shift import Shift
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import clock_gap_text, gap_text, officer_text, shift_text, span_text
from safecity_console.ui.widgets.basics import button, label, row, set_role


class DutyCard(QFrame):
    """The card; `take_wanted` and `order_wanted` when their buttons are pressed."""

    take_wanted = Signal()
    order_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._services = screen, screen.services
        self._title = label("", "group")
        self._who = label("", "title", wrap=True)
        self._lines = [label("", "secondary", wrap=True) for _ in range(2)]
        self._warn = label("", "impaired", wrap=True)
        self.take = button(self.tr("Take duty…"), "primary", screen.theme, "user")
        self.order = button(self.tr("End by order…"), "quiet", screen.theme, "stamp", self.tr(
            "A supervisor ends this duty without a handover, with a reason."))
        self.take.clicked.connect(self.take_wanted)
        self.order.clicked.connect(self.order_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 12)
        box.setSpacing(4)
        for one in (self._title, self._who, *self._lines, self._warn):
            box.addWidget(one)
        box.addSpacing(6)
        box.addLayout(row(self.take, self.order, None))

    def show_duty(self, shift: Shift | None) -> None:
        """Show the duty as it is now."""
        may = self._services.access.may(Permission.TAKE_DUTY)
        signed_in = self._services.access.session is not None
        self.take.setVisible(shift is None)
        self.take.setEnabled(may and signed_in)
        self.order.setVisible(shift is not None and signed_in)
        if shift is None:
            self._show_nobody(may, signed_in)
        else:
            self._show_shift(shift)

    def _show_nobody(self, may: bool, signed_in: bool) -> None:
        services = self._services
        due = services.shifts.proposed()
        self._title.setText(shift_text(due.hours.code, due.from_at, due.to_at, self._screen))
        self._who.setText(self.tr("Nobody is on duty"))
        set_role(self._who, "title")
        seam, since = services.shifts.gap()
        now = services.clock.now()
        if since is None:
            gap = self.tr("No duty was ever taken at this desk.") if seam is Seam.FIRST else ""
        else:
            gap = clock_gap_text(since, self._screen) if seam is Seam.CLOCK else gap_text(since, now, self._screen)
        self._lines[0].setText(gap)
        self._lines[1].setVisible(False)
        why = self.tr("Sign in to take duty.") if not signed_in else self.tr("Your role does not take duty.")
        self._warn.setText(why)
        self._warn.setVisible(not (may and signed_in))

    def _show_shift(self, shift: Shift) -> None:
        screen, now = self._screen, self._services.clock.now()
        self._title.setText(shift_text(shift.code, shift.planned_from, shift.planned_to, screen))
        self._who.setText(officer_text(shift.officer, shift.badge))
        since = self.tr("On duty since {at}, for {span}.").format(
            at=screen.moment(shift.from_at), span=span_text(now - shift.from_at))
        self._lines[0].setText(since)
        gap = gap_text(shift.gap_from, shift.from_at, screen) if shift.gap_from else ""
        self._lines[1].setText(gap)
        self._lines[1].setVisible(bool(gap))
        late = over(shift.planned_to, now)
        said = []
        if late:
            said.append(self.tr("Over by {span}: the shift has run past its hours.").format(span=span_text(late)))
        if shift.absent_since is not None:
            said.append(self.tr("Absent since {at}: he signed out without a handover, duty goes on.").format(
                at=screen.moment(shift.absent_since)))
        if shift.clock_stepped:
            said.append(self.tr("The clock was found set back when this duty began."))
        self._warn.setText("\n".join(said))
        self._warn.setVisible(bool(said))
