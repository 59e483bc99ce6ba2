"""The handover in its three steps: prepare, read and open, sign; what stands there while nobody hands over.

Belongs here: which step it stands at, the fields both officers write in, the buttons of each step. Does not belong
here: the form's sections (form_view.py), dialogs, doing (services/handover.py), threads (page.py).
Invariants: 1. The step is told by the file and by who identified himself, never by the screen. 2. What is typed is
wished to be kept shortly after and before every step. 3. Signing is offered only when every S1 and S2 was opened.
Thread: GUI.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from safecity_console.domain.roster import ShiftHours
from safecity_console.domain.shift import HandoverDraft, HandoverForm, Shift
from safecity_console.ui.format import ltr
from safecity_console.ui.handover.form_view import FormView, scrolled
from safecity_console.ui.handover.steps import StepBar
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import officer_text, plan_text
from safecity_console.ui.widgets.basics import button, label, row, surface
from safecity_console.ui.widgets.field import Field

KEEP_MS, EDITOR_PX = 1200, 92


class Step(IntEnum):
    """Where a handover stands."""

    NONE = -1
    PREPARE = 0
    READ = 1
    SIGN = 2


class HandoverPane(QFrame):
    """The pane; each signal is a wish for the page to carry out."""

    begin_wanted = Signal()
    drop_wanted = Signal()
    identify_wanted = Signal()
    back_wanted = Signal()
    sign_wanted = Signal()
    open_wanted = Signal(str)
    kept = Signal(object)  # {field: text}

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("surface", "side_rtl" if screen.language == "ur" else "side")
        self.step = Step.NONE
        self.steps = StepBar((self.tr("Prepare"), self.tr("Read and open"), self.tr("Sign")))
        self.view = FormView(screen)
        self.view.open_wanted.connect(self.open_wanted)
        self.words = label("", "secondary", wrap=True)
        self.next_shift = QComboBox()
        self.events, self.remarks, self.incoming_remarks = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        self._fields = {
            "next_code": Field(self.tr("Handed over as"), self.next_shift),
            "events": Field(self.tr("Special events of this shift"), self.events),
            "remarks": Field(self.tr("Remarks to the incoming officer"), self.remarks),
            "incoming_remarks": Field(self.tr("Remarks of the incoming officer"), self.incoming_remarks),
        }
        self._make_buttons()
        self._lay_out()
        self._filling = False
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self.keep_now)
        for one in (self.events, self.remarks, self.incoming_remarks):
            one.setTabChangesFocus(True)
            one.setFixedHeight(EDITOR_PX)
            one.textChanged.connect(self._on_typed)
        self.next_shift.currentIndexChanged.connect(self._on_typed)

    def _make_buttons(self) -> None:
        theme = self._screen.theme
        self.begin = button(self.tr("Prepare handover"), "primary", theme, "notebook-pen")
        self.identify = button(self.tr("Incoming officer…"), "primary", theme, "user")
        self.sign = button(self.tr("Both sign…"), "primary", theme, "stamp")
        self.back = button(self.tr("Back to preparing"), "quiet")
        self.drop = button(self.tr("Give this handover up"), "quiet")
        for one, signal in ((self.begin, self.begin_wanted), (self.identify, self.identify_wanted),
                            (self.sign, self.sign_wanted), (self.back, self.back_wanted),
                            (self.drop, self.drop_wanted)):
            one.clicked.connect(self.keep_now)
            one.clicked.connect(signal)

    def _lay_out(self) -> None:
        head = surface("head")
        head_box = QVBoxLayout(head)
        head_box.setContentsMargins(0, 0, 0, 8)
        head_box.setSpacing(0)
        head_box.addWidget(self.steps)
        beside = QVBoxLayout()
        beside.setContentsMargins(16, 4, 16, 4)
        beside.addWidget(self.words)
        head_box.addLayout(beside)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(0)
        editors = QVBoxLayout()
        editors.setContentsMargins(16, 0, 16, 0)
        editors.setSpacing(12)
        for field in self._fields.values():
            editors.addWidget(field)
        box.addLayout(editors)
        box.addWidget(self.view)
        box.addStretch(1)
        self.area = scrolled(inside, self._screen)
        self.foot = surface("foot")
        self.foot.setLayout(row(self.drop, self.back, None, self.begin, self.identify, self.sign,
                                margins=(16, 10, 16, 10)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.foot)

    # Showing ----------------------------------------------------------------------------------------------------------

    def show_state(self, shift: Shift | None, mine: bool, draft: HandoverDraft | None, form: HandoverForm | None,
                   plan: tuple[ShiftHours, ...], incoming: bool) -> None:
        """Show where it stands; `mine`: the officer on duty sits here, `incoming`: the other said who he is."""
        if shift is None or draft is None:
            self.step = Step.NONE
        elif not incoming:
            self.step = Step.PREPARE
        else:
            self.step = Step.SIGN if form is not None and not form.to_open else Step.READ
        self.steps.show_step(self.step)
        self.words.setText(self._sentence(shift, mine, form))
        preparing, reading = self.step is Step.PREPARE, self.step in (Step.READ, Step.SIGN)
        for name, field in self._fields.items():
            field.setVisible(mine and ((name == "incoming_remarks" and reading)
                                       or (name != "incoming_remarks" and preparing)))
        self.begin.setVisible(self.step is Step.NONE and mine)
        self.identify.setVisible(preparing and mine)
        self.drop.setVisible(preparing and mine)
        self.back.setVisible(reading)
        self.sign.setVisible(reading)
        self.sign.setEnabled(self.step is Step.SIGN)
        self.foot.setVisible(self.step is not Step.NONE or mine)
        self.view.setVisible(form is not None)
        if draft is not None:
            self._fill(draft, form, plan)
        if form is not None:
            self._show_form(form, reading)

    def keep_now(self) -> None:
        """Have what was typed kept."""
        if self._keep.isActive():
            self._keep.stop()
            self.kept.emit(self.typed())

    def typed(self) -> dict[str, str]:
        """Give what stands in the fields of this step."""
        if self.step is Step.PREPARE:
            return {"events": self.events.toPlainText(), "remarks": self.remarks.toPlainText(),
                    "next_code": str(self.next_shift.currentData() or "")}
        return {"incoming_remarks": self.incoming_remarks.toPlainText()} if self.step > Step.PREPARE else {}

    def _show_form(self, form: HandoverForm, reading: bool) -> None:
        held = next((key for key, one in self.view.open_buttons.items() if one.hasFocus()), None)
        place = self.area.verticalScrollBar().value()
        self.view.show_form(form, reading, self.step is Step.PREPARE and self.events.isVisibleTo(self))
        self.area.verticalScrollBar().setValue(place)
        if held is not None:
            rest = [one.id for one in form.to_open]
            target: QWidget = self.view.open_buttons.get(rest[0] if rest else held, self.sign) if rest else self.sign
            target.setFocus()

    def _fill(self, draft: HandoverDraft, form: HandoverForm | None, plan: tuple[ShiftHours, ...]) -> None:
        self._filling = True
        for editor, text in ((self.events, draft.events), (self.remarks, draft.remarks),
                             (self.incoming_remarks, draft.incoming_remarks)):
            if not editor.hasFocus() and not self._keep.isActive() and editor.toPlainText() != text:
                editor.setPlainText(text)
        if [self.next_shift.itemData(at) for at in range(self.next_shift.count())] != [one.code for one in plan]:
            self.next_shift.clear()
            for one in plan:
                self.next_shift.addItem(plan_text(one), one.code)
        code = draft.next_code or (form.next_code if form is not None else "")
        if code and not self._keep.isActive():
            self.next_shift.setCurrentIndex(max(0, self.next_shift.findData(code)))
        self._filling = False

    def _sentence(self, shift: Shift | None, mine: bool, form: HandoverForm | None) -> str:
        if shift is None:
            return self.tr("Nobody is on duty, so there is nothing to hand over.")
        officer = officer_text(shift.officer, shift.badge)
        if not mine:
            return self.tr("{officer} is on duty and hands this shift over when he is signed in.").format(
                officer=officer)
        if self.step is Step.NONE:
            return self.tr("The form below fills itself. Prepare the handover when your relief has come.")
        if form is None:
            return self.tr("The form is being filled…")
        if self.step is Step.PREPARE:
            return self.tr("Write what your relief must know. Then he says who he is, at this desk.")
        taker = officer_text(form.incoming_name, form.incoming_badge)
        if self.step is Step.READ:
            done = sum(one.must_open for one in form.incidents) - len(form.to_open)
            return self.tr("{officer} reads the form and opens each S1 and S2: {done} of {count} opened.").format(
                officer=taker, done=ltr(done), count=ltr(len(form.incidents)))
        return self.tr("{officer} has opened everything. Go through the form together, then both sign.").format(
            officer=taker)

    def _on_typed(self) -> None:
        if not self._filling:
            self._keep.start()
