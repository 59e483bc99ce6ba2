"""The Handover page: the shift now, its running log, the handover in three steps; past handovers and the roster.

Belongs here: the frame, what is read when, sending wishes to the services. Does not belong here: the parts' widgets,
what a handover is (services/handover.py).
Invariants: 1. The form is filled in the background, never twice at once. 2. While the page is hidden nothing is filled;
the strip's word of the shift is kept right all the same. 3. A line for the log is taken from any page. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QStackedWidget, QVBoxLayout

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import WorldError
from safecity_console.domain.shift import CheckState, HandoverForm, Shift
from safecity_console.services.desk import Seat
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.handover.deed_dialog import DeedDialog
from safecity_console.ui.handover.dialogs import (
    DefectDialog,
    IdentifyDialog,
    LineDialog,
    OrderDialog,
    SignDialog,
    TakeDialog,
)
from safecity_console.ui.handover.incident_sheet import IncidentSheet
from safecity_console.ui.handover.now import NowView
from safecity_console.ui.handover.past import PastView
from safecity_console.ui.handover.plan import PlanDialog
from safecity_console.ui.handover.roster_view import RosterView
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import officer_text, strip_text
from safecity_console.ui.top_strip import TopStrip
from safecity_console.ui.widgets.basics import button, row, surface

SOON_MS, RENEW_MS = 60, 20_000


class HandoverPage(QFrame):
    """The page; `commands` are what it answers, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._shifts = screen, screen.services.shifts
        self.setProperty("surface", "page")
        self.commands: dict[str, Callable[[], object]] = {"shift.log": self.ask_line}
        self._form: HandoverForm | None = None
        self._filling: Background | None = None
        self._again = False
        self._deeds: list[Background] = []
        self._strip: TopStrip | None = None
        self.dialog: DeedDialog | None = None
        self.now = NowView(screen)
        self.card, self.checks, self.log, self.pane = self.now.card, self.now.checks, self.now.log, self.now.pane
        self.past, self.roster = PastView(screen), RosterView(screen)
        self._lay_out()
        self._connect()
        self._bridge = Bridge(screen.services.bus, self)
        for told in (self._bridge.shift_changed, self._bridge.seat_changed, self._bridge.incidents_changed):
            told.connect(self.renew_soon)
        self._soon, self._timer = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.renew)
        self._timer.timeout.connect(self.renew)

    # What others ask --------------------------------------------------------------------------------------------------

    def follow(self, strip: TopStrip) -> None:
        """Keep the strip's word of the shift right."""
        self._strip = strip
        strip.set_shift(self._strip_text(self._shifts.on_duty()))

    def ask_line(self) -> None:
        """Ask for a line of the running log, from whatever page."""
        self._open(LineDialog(self._screen, self.window()), self.tr("Kept in the running log."))

    def renew_soon(self) -> None:
        """Show what is new, once for many changes."""
        self._soon.start()

    def renew(self) -> None:
        """Show the shift as it is now."""
        shift = self._shifts.on_duty()
        if self._strip is not None:
            self._strip.set_shift(self._strip_text(shift))
        if not self.isVisible():
            return
        may = self._may
        self.card.show_duty(shift)
        self.checks.show_checks(() if shift is None else self._shifts.checks.of(shift.id),
                                may and self._shifts.on_duty_here)
        self.log.show_lines(self._shifts.lines(), may)
        if shift is None:
            self._form = None
        self._show_pane(shift)
        if shift is not None and may:
            self._fill()
        for one in (self.past, self.roster):
            if one.isVisible():
                one.renew()

    def release(self) -> None:
        """Let go of what outlives a widget, before the page is made anew."""
        self._bridge.close()
        for timer in (self._soon, self._timer):
            timer.stop()
        self.pane.keep_now()
        for one in (*self._deeds, *([self._filling] if self._filling is not None else [])):
            one.wait(5)
        self.past.release()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.renew()
        self._timer.start(RENEW_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pane.keep_now()
        self._timer.stop()

    # Parts ------------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tabs = [self._tab(title) for title in (self.tr("This shift"), self.tr("Handovers"), self.tr("Roster"))]
        self._group = QButtonGroup(self)
        for place, one in enumerate(self.tabs):
            self._group.addButton(one, place)
        self.tabs[0].setChecked(True)
        self.plan = button(self.tr("Hours and checks…"), "quiet", self._screen.theme, "list-checks")
        self.line = button(self.tr("Line in the log…"), "quiet", self._screen.theme, "notebook-pen")
        bar = surface("strip")
        bar.setLayout(row(*self.tabs, None, self.line, self.plan, spacing=4, margins=(12, 7, 12, 7)))
        self.stack = QStackedWidget()
        for view in (self.now, self.past, self.roster):
            self.stack.addWidget(view)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(self.stack, 1)
        self.setFocusProxy(self.log.entry)

    def _tab(self, title: str) -> QPushButton:
        made = button(title, "quiet")
        made.setCheckable(True)
        return made

    def _connect(self) -> None:
        self._group.idClicked.connect(self._on_tab)
        self.plan.clicked.connect(self._on_plan)
        self.line.clicked.connect(self.ask_line)
        self.card.take_wanted.connect(lambda: self._open(TakeDialog(self._screen, self), self.tr("Duty is taken.")))
        self.card.order_wanted.connect(self._on_order)
        self.checks.answered.connect(self._on_answered)
        self.log.written.connect(self._on_written)
        handover, pane = self._shifts.handover, self.pane
        pane.begin_wanted.connect(lambda: self._do(handover.begin))
        pane.drop_wanted.connect(lambda: self._do(handover.drop))
        pane.back_wanted.connect(handover.step_back)
        pane.identify_wanted.connect(lambda: self._open(IdentifyDialog(self._screen, self)))
        pane.sign_wanted.connect(self._on_sign)
        pane.open_wanted.connect(self._on_open)
        pane.kept.connect(lambda texts: self._do(lambda: handover.keep(**texts)))
        self.past.said.connect(self.said)

    @property
    def _may(self) -> bool:
        return self._screen.services.access.may(Permission.TAKE_DUTY)

    def _strip_text(self, shift: Shift | None) -> str:
        if self._screen.services.access.seat is Seat.SETUP:
            return ""  # there is nobody yet who could be on duty
        return strip_text(shift, self._screen)

    def _show_pane(self, shift: Shift | None) -> None:
        handover = self._shifts.handover
        form = self._form if shift is not None and self._form is not None and self._form.shift.id == shift.id else None
        self.pane.show_state(shift, self._may and self._shifts.on_duty_here, handover.draft(), form,
                             self._shifts.hours(), handover.incoming is not None)

    # The form ---------------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        if self._filling is not None:
            self._again = True
            return
        self._filling = Background("handover-form", self._shifts.form)
        self._filling.ended.connect(self._on_filled)
        self._filling.start()

    def _on_filled(self, outcome: object) -> None:
        if self._filling is not None:
            self._filling.wait(5)
        self._filling = None
        if isinstance(outcome, HandoverForm):
            self._form = outcome
            self._show_pane(self._shifts.on_duty())
        if self._again:
            self._again = False
            self._fill()

    # Wishes -----------------------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[], object], then: Callable[[object], None] | None = None) -> None:
        """Do something in the background; a refusal is said."""
        deed = Background("shift-deed", work)
        self._deeds.append(deed)

        def ended(outcome: object) -> None:
            deed.wait(5)
            self._deeds.remove(deed)
            if isinstance(outcome, WorldError | Unfinished):
                self.said.emit(outcome_sentence(outcome), "warning")
            elif then is not None:
                then(outcome)
            self.renew_soon()

        deed.ended.connect(ended)
        deed.start()

    def _open(self, dialog: DeedDialog, done: str = "") -> None:
        self.dialog = dialog
        dialog.done_with.connect(lambda _outcome: self._on_done(done))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_done(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence, "info")
        self.renew_soon()

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_tab(self, place: int) -> None:
        self.pane.keep_now()
        self.stack.setCurrentIndex(place)
        self.renew()

    def _on_order(self) -> None:
        shift = self._shifts.on_duty()
        if shift is not None:
            self._open(OrderDialog(self._screen, shift, self), self.tr("The duty was ended by order."))

    def _on_answered(self, check_id: str, state: CheckState) -> None:
        shift = self._shifts.on_duty()
        check = next((one for one in self._shifts.checks.of(shift.id) if one.id == check_id), None) if shift else None
        if check is None:
            return
        if state is CheckState.DEFECT:
            self._open(DefectDialog(self._screen, check_id, check.text, self))
        else:
            self._do(lambda: self._shifts.checks.answer(check_id, state))

    def _on_written(self, text: str) -> None:
        self._do(lambda: self._shifts.log(text), lambda _outcome: self.log.taken())

    def _on_open(self, incident_id: str) -> None:
        def opened(detail: object) -> None:
            sheet = IncidentSheet(self._screen, detail, self)
            sheet.open()

        self._do(lambda: self._shifts.handover.open(incident_id), opened)

    def _on_sign(self) -> None:
        form = self._form
        if form is not None:
            taker = officer_text(form.incoming_name, form.incoming_badge)
            self._open(SignDialog(self._screen, form, self),
                       self.tr("Handed over and signed by both; {officer} is on duty.").format(officer=taker))

    def _on_plan(self) -> None:
        self._open(PlanDialog(self._screen, self), self.tr("Hours and checks are kept."))

