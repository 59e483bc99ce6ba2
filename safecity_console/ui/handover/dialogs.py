"""The dialogs of a shift: taking duty, ending it by order, who takes over, signing, a line, a defect.

Belongs here: fields and words of each. Does not belong here: doing (services/), their common frame (deed_dialog.py).
Thread: GUI; deeds run in the background.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from safecity_console.domain.access import BADGE_MOST, REASON_MOST, Permission
from safecity_console.domain.errors import Refused
from safecity_console.domain.roster import Seam
from safecity_console.domain.shift import CHECK_NOTE_MOST, LINE_MOST, CheckState, HandoverForm, Shift
from safecity_console.ui.format import isolated
from safecity_console.ui.handover.deed_dialog import DeedDialog, secret_of
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import clock_gap_text, gap_text, officer_text, plan_text
from safecity_console.ui.widgets.basics import roomy
from safecity_console.ui.widgets.field import Field


class TakeDialog(DeedDialog):
    """Takes duty from nobody."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        shifts, now = screen.services.shifts, screen.services.clock.now()
        seam, since = shifts.gap()
        said = ""
        if since is not None:
            said = clock_gap_text(since, screen) if seam is Seam.CLOCK else gap_text(since, now, screen)
        translate = QCoreApplication.translate
        super().__init__(translate("TakeDialog", "Take duty"), said, translate("TakeDialog", "Take duty"), parent)
        self.shift = QComboBox()
        due = shifts.proposed().hours.code
        for one in shifts.hours():
            self.shift.addItem(plan_text(one), one.code)
        self.shift.setCurrentIndex(max(0, self.shift.findData(due)))
        self.field(self.tr("Shift"), self.shift)
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_MOST)
        self._asked: Field | None = None
        if since is not None:
            self._asked = self.field(self.tr("Why nobody was on duty"), self.reason)
            self.reason.setFocus()
        self.work = lambda: self._deed_of(str(self.shift.currentData()), self.reason.text())
        self._shifts = shifts

    def show_refusal(self, error: object) -> None:
        """Put a missing reason beside its field."""
        if isinstance(error, Refused) and error.code == "reason_missing" and self._asked is not None:
            _beside(self._asked, error)
        else:
            super().show_refusal(error)

    def _deed_of(self, code: str, reason: str) -> Callable[[], object]:
        return lambda: self._shifts.take(code, reason)


class OrderDialog(DeedDialog):
    """Ends a duty by a supervisor's order."""

    def __init__(self, screen: Screen, shift: Shift, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        said = translate(
            "OrderDialog", "The duty of {officer} ends at once, without a handover. Then nobody is on duty "
            "until another officer takes it.").format(officer=officer_text(shift.officer, shift.badge))
        super().__init__(translate("OrderDialog", "End this duty by order"), said,
                         translate("OrderDialog", "End this duty"), parent, "danger")
        services = screen.services
        session = services.access.session
        own = session is not None and session.officer.badge == shift.badge
        self._by_himself = services.access.may(Permission.REVIEW_INCIDENTS) and not own
        self.badge, self.secret = QLineEdit(), QLineEdit()
        self.badge.setMaxLength(BADGE_MOST)
        if not self._by_himself:
            self.field(self.tr("Badge of the supervisor"), self.badge)
            self.secret = self.password(self.tr("His password"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_MOST)
        self._asked = self.field(self.tr("Reason"), self.reason)
        (self.reason if self._by_himself else self.badge).setFocus()
        self._shifts = services.shifts
        self.work = self._deed_of

    def show_refusal(self, error: object) -> None:
        """Put a missing reason beside its field."""
        if isinstance(error, Refused) and error.code == "reason_missing":
            _beside(self._asked, error)
        else:
            super().show_refusal(error)

    def _deed_of(self) -> Callable[[], object]:
        self._asked.refuse("")
        reason, badge = self.reason.text(), self.badge.text()
        if self._by_himself:
            return lambda: self._shifts.end_by_order(reason)
        secret = secret_of(self.secret)
        return lambda: self._shifts.end_by_order(reason, badge, secret)


class IdentifyDialog(DeedDialog):
    """Lets the incoming officer say who he is."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("IdentifyDialog", "Incoming officer"),
            translate("IdentifyDialog",
                      "The officer who takes over says who he is. He then opens each S1 and S2 himself."),
            translate("IdentifyDialog", "Go on"), parent)
        self.badge = QLineEdit()
        self.badge.setMaxLength(BADGE_MOST)
        self.field(self.tr("Badge"), self.badge)
        self.secret = self.password(self.tr("Password"))
        self.badge.setFocus()
        self._handover = screen.services.shifts.handover
        self.work = self._deed_of

    def _deed_of(self) -> Callable[[], object]:
        badge, secret = self.badge.text(), secret_of(self.secret)
        return lambda: self._handover.identify(badge, secret)


class SignDialog(DeedDialog):
    """Takes both signatures."""

    def __init__(self, screen: Screen, form: HandoverForm, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        said = translate("SignDialog", "Both sign what stands on this form. At that moment duty passes to {incoming}, "
                  "and {outgoing} is signed out.").format(
                      incoming=officer_text(form.incoming_name, form.incoming_badge),
                      outgoing=officer_text(form.shift.officer, form.shift.badge))
        super().__init__(translate("SignDialog", "Sign the handover"), said,
                         translate("SignDialog", "Sign and hand over"), parent)
        self.outgoing, self.incoming = QLineEdit(), QLineEdit()
        self._sides: dict[str, Field] = {}
        for side, name in (("outgoing", form.shift.officer), ("incoming", form.incoming_name)):
            line = QLineEdit()
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(128)
            title = self.tr("Outgoing: password of {name}") if side == "outgoing" \
                else self.tr("Incoming: password of {name}")
            self._sides[side] = self.field(title.format(name=isolated(name)), line)
            setattr(self, side, line)
        self.outgoing.setFocus()
        self._handover = screen.services.shifts.handover
        self.work = self._deed_of

    def show_refusal(self, error: object) -> None:
        """Put a wrong password beside the one it belongs to."""
        side = error.figures.get("side") if isinstance(error, Refused) else None
        if isinstance(error, Refused) and isinstance(side, str) and side in self._sides:
            _beside(self._sides[side], error)
            self._sides[side].editor.setFocus()
        else:
            super().show_refusal(error)

    def _deed_of(self) -> Callable[[], object]:
        for one in self._sides.values():
            one.refuse("")
        outgoing, incoming = secret_of(self.outgoing), secret_of(self.incoming)
        return lambda: self._handover.sign(outgoing, incoming)


class LineDialog(DeedDialog):
    """Takes a line for the running log, from anywhere."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("LineDialog", "Line in the running log"), "", translate("LineDialog", "Add"), parent)
        self.line, self.ago = QLineEdit(), QSpinBox()
        self.line.setMaxLength(LINE_MOST)
        self.ago.setRange(0, 720)
        self.ago.setSpecialValueText(self.tr("now"))
        self.ago.setSuffix(self.tr(" min ago"))
        roomy(self.ago)
        self._said = self.field(self.tr("What happened"), self.line)
        self.field(self.tr("When"), self.ago, self.tr("A late entry keeps both times."))
        self.line.setFocus()
        self._services = screen.services
        self.work = self._deed_of

    def show_refusal(self, error: object) -> None:
        """Put an empty line beside its field."""
        if isinstance(error, Refused) and error.code == "log_line_empty":
            _beside(self._said, error)
        else:
            super().show_refusal(error)

    def _deed_of(self) -> Callable[[], object]:
        self._said.refuse("")
        text, ago = self.line.text(), self.ago.value()
        at = self._services.clock.now() - timedelta(minutes=ago) if ago else None
        return lambda: self._services.shifts.log(text, at)


class DefectDialog(DeedDialog):
    """Takes the note of a defect."""

    def __init__(self, screen: Screen, check_id: str, check: str, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("DefectDialog", "Defect"), check, translate("DefectDialog", "Keep"), parent)
        self.note = QLineEdit()
        self.note.setMaxLength(CHECK_NOTE_MOST)
        self._asked = self.field(self.tr("What is wrong"), self.note)
        self.note.setFocus()
        checks = screen.services.shifts.checks
        self.work = lambda: self._deed_of(lambda note: checks.answer(check_id, CheckState.DEFECT, note))

    def show_refusal(self, error: object) -> None:
        """Put a missing note beside its field."""
        if isinstance(error, Refused) and error.code == "check_note_missing":
            _beside(self._asked, error)
        else:
            super().show_refusal(error)

    def _deed_of(self, answer: Callable[[str], object]) -> Callable[[], object]:
        note = self.note.text()
        return lambda: answer(note)


def _beside(field: Field, error: Refused) -> None:
    field.refuse(world_sentence(error))
