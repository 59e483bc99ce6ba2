"""The second officer: what will happen in one sentence, who must agree, and his own credential and reason.

Belongs here: the dialog, and running a deed that may turn out to need it. Does not belong here: who is fit
(services/access.py), what is done with the approval.
Invariants: 1. The first officer's sentence says exactly what will happen. 2. The second one types his own badge and
password; nothing of them is kept. 3. Without his approval nothing happens. Thread: GUI, one worker a try.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from safecity_console.domain.access import REASON_LEAST, REASON_MOST, SECOND_NEEDS, TwoPerson
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.services.desk import Approval
from safecity_console.ui.access_texts import role_names, two_person_title
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.attempt import Attempt
from safecity_console.ui.signin.fields import KeyboardHint, SecretField
from safecity_console.ui.signin.forms import BADGE_TYPED
from safecity_console.ui.widgets.basics import Wrapped, button, icon_label, label, row, surface
from safecity_console.ui.widgets.field import Field

WIDE_PX = 500


class SecondOfficer(QDialog):
    """The dialog; open it by `ask`."""

    approved = Signal(object)

    def __init__(self, parent: QWidget, screen: Screen, action: TwoPerson, sentence: str) -> None:
        super().__init__(parent)
        self._screen, self._action = screen, action
        self.setWindowTitle(two_person_title(action))
        self.setAccessibleDescription(sentence)
        self.setModal(True)
        self.setFixedWidth(WIDE_PX)
        self.badge, self.reason = QLineEdit(), QLineEdit()
        self.badge.setMaxLength(BADGE_TYPED)
        self.reason.setMaxLength(REASON_MOST)
        self.password = SecretField(screen.theme, self.tr("Password of the second officer"))
        self.said = Wrapped("", "critical")
        self.go = button(self.tr("Agree"), "primary")
        leave = button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        self._lay_out(sentence, leave)
        lines = (self.reason, self.badge, self.password.line)
        self.attempt = Attempt(self, screen.services.clock, self.go, self.said, lines)
        self.attempt.succeeded.connect(self._on_approval)
        self.attempt.refused.connect(self._on_refused)
        for line in lines:
            line.textChanged.connect(self._judge)
        self.badge.textEdited.connect(lambda _text: self.attempt.forget())
        self.password.line.returnPressed.connect(self.agree)
        self.go.clicked.connect(self.agree)
        self.finished.connect(self.deleteLater)
        self.reason.setFocus()
        self._judge()

    @classmethod
    def ask(cls, parent: QWidget, screen: Screen, action: TwoPerson, sentence: str,
            on_approval: Callable[[Approval], None]) -> SecondOfficer:
        """Ask a second officer to agree; `on_approval` is called in the GUI thread, only where he did."""
        dialog = cls(parent, screen, action, sentence)
        dialog.approved.connect(on_approval)
        dialog.open()
        return dialog

    def agree(self) -> None:
        """Try."""
        access, action = self._screen.services.access, self._action
        badge, secret, reason = self.badge.text(), self.password.secret(), self.reason.text()
        self.attempt.begin("countersign", lambda: access.countersign(action, badge, secret, reason))

    def _lay_out(self, sentence: str, leave: QWidget) -> None:
        screen = self._screen
        needed = SECOND_NEEDS[self._action]
        fit = [role for role in screen.services.officers.roles() if role.permissions & needed]
        what = surface("warm")
        line = row(icon_label("users", screen.theme, "impaired"), Wrapped(sentence), spacing=10,
                   margins=(12, 10, 12, 10))
        line.setStretch(1, 1)
        what.setLayout(line)
        who = self.tr("Another officer must agree with a password of his own. Roles that can: {roles}.")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "title"))
        box.addWidget(what)
        box.addWidget(Wrapped(who.format(roles=role_names(fit, screen.language)), "secondary"))
        for one in (Field(self.tr("Reason"), self.reason), Field(self.tr("Badge of the second officer"), self.badge),
                    self.password, KeyboardHint(self.password.line), self.said):
            box.addWidget(one)
        box.addSpacing(8)
        box.addLayout(row(None, leave, self.go))

    def _judge(self) -> None:
        self.attempt.set_fit(bool(self.badge.text().strip() and self.password.line.text())
                             and len(" ".join(self.reason.text().split())) >= REASON_LEAST)

    def _on_approval(self, approval: Approval) -> None:
        self.password.clear()
        self.accept()
        self.approved.emit(approval)

    def _on_refused(self, code: str) -> None:
        self.password.clear()
        if code in ("second_same", "second_unfit"):
            self.badge.setFocus()
            self.badge.selectAll()
        else:
            self.password.setFocus()


class TwoPersonDeed(QObject):
    """A deed off the GUI thread that services may refuse until a second officer agrees: then he is asked, and it runs
    again with his approval. `done` brings what it gave, `refused` the code and sentence of why it did not happen.
    """

    done = Signal(object)
    refused = Signal(str, str)

    def __init__(self, parent: QWidget, screen: Screen, action: TwoPerson, sentence: str,
                 work: Callable[[Approval | None], object]) -> None:
        super().__init__(parent)
        self._parent, self._screen, self._action, self._sentence = parent, screen, action, sentence
        self._work = work
        self.dialog: SecondOfficer | None = None
        self._gone: list[bool] = []
        gone = self._gone
        self.destroyed.connect(lambda: gone.append(True))

    def start(self, approval: Approval | None = None) -> None:
        """Do it."""
        deed, gone, work = Background("two-person", lambda: self._work(approval)), self._gone, self._on_ended

        def ended(outcome: object) -> None:
            deed.deleteLater()  # held by this very function until now
            if not gone:
                work(outcome)

        deed.ended.connect(ended)
        deed.start()

    def _on_ended(self, outcome: object) -> None:
        if isinstance(outcome, Refused) and outcome.code == "second_officer_needed" and self.dialog is None:
            self.dialog = SecondOfficer.ask(self._parent, self._screen, self._action, self._sentence, self.start)
            self.dialog.rejected.connect(self._on_left)
        elif isinstance(outcome, (WorldError, Unfinished)):
            code = outcome.code if isinstance(outcome, Refused) else ""
            self.refused.emit(code, outcome_sentence(outcome))
            self.deleteLater()
        else:
            self.done.emit(outcome)
            self.deleteLater()

    def _on_left(self) -> None:
        self.refused.emit("", self.tr("Nothing was changed: no second officer agreed."))
        self.deleteLater()
