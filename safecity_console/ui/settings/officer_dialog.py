"""The dialogs of one officer: making and changing him, giving him a new password.

Belongs here: fields, sentences under them. Does not belong here: who may make whom (services/officers.py).
Invariants: 1. A password given by another person is changed at the next sign-in, and the dialog says so. 2. The badge
is fixed once it is kept: the audit names it. Thread: GUI, one worker a try.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import NAME_MOST, Officer, Role, TwoPerson
from safecity_console.services.desk import Approval
from safecity_console.ui.access_texts import officer_line, permission_title, role_name
from safecity_console.ui.format import isolated
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.fields import KeyboardHint, NewSecret
from safecity_console.ui.signin.forms import BADGE_TYPED
from safecity_console.ui.signin.second import TwoPersonDeed
from safecity_console.ui.widgets.basics import Wrapped, button, label, row
from safecity_console.ui.widgets.field import Field

WIDE_PX, RANK_MOST = 720, 40
_FIELD_OF = {"badge_unfit": "badge", "badge_taken": "badge", "person_name_missing": "name", "own_role": "role",
             "last_administrator": "role", "reports_to_self": "superior"}


class OfficerDialog(QDialog):
    """The dialog of a new officer (None) or one that is kept; `saved` brings him."""

    saved = Signal(object)

    def __init__(self, screen: Screen, officer: Officer | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._officer = screen, officer
        self._busy = False
        self.deed: TwoPersonDeed | None = None
        self.setModal(True)
        self.setFixedWidth(WIDE_PX if officer is None else WIDE_PX // 2 + 60)
        self.setWindowTitle(self.tr("Add an officer") if officer is None else self.tr("Change an officer"))
        self._make_fields(officer or Officer("", "", "", ""))
        self.password = NewSecret(screen.theme, lambda: (self.badge.text(), self.name.text()))
        self.said = Wrapped("", "critical")
        self.said.hide()
        self.go = button(self.tr("Make the officer") if officer is None else self.tr("Save"), "primary")
        self.go.clicked.connect(self.save)
        self._lay_out()
        for line in (*self._lines, *self.password.lines):
            line.textChanged.connect(self._judge)
            line.returnPressed.connect(self.save)
        self.role.currentIndexChanged.connect(self._judge)
        self.finished.connect(self.deleteLater)
        (self.name if officer is not None else self.badge).setFocus()
        self._judge()

    def save(self) -> None:
        """Try."""
        if self._busy or not self.go.isEnabled():
            return
        self._busy = True
        self.go.setEnabled(False)
        self._refuse("", "")
        wanted, secret = self._typed(), self.password.secret()
        self.deed = TwoPersonDeed(self, self._screen, TwoPerson.ADD_ADMINISTRATOR, self._sentence(wanted),
                                  lambda approval: self._work(wanted, secret, approval))
        self.deed.done.connect(self._on_done)
        self.deed.refused.connect(self._on_refused)
        self.deed.start()

    def _work(self, wanted: Officer, secret: Secret, approval: Approval | None) -> Officer:
        officers = self._screen.services.officers
        return officers.change(wanted, approval) if wanted.id else officers.add(wanted, secret, approval)

    def _make_fields(self, officer: Officer) -> None:
        language, officers = self._screen.language, self._screen.services.officers
        self.badge, self.name, self.name_ur, self.rank = self._lines = tuple(QLineEdit(text) for text in (
            officer.badge, officer.name, officer.name_ur, officer.rank))
        for line, most in zip(self._lines, (BADGE_TYPED, NAME_MOST, NAME_MOST, RANK_MOST), strict=True):
            line.setMaxLength(most)
        self.badge.setReadOnly(bool(officer.id))
        self.role, self.superior = QComboBox(), QComboBox()
        for role in officers.roles():
            self.role.addItem(role_name(role, language), role.id)
        self.role.setCurrentIndex(max(0, self.role.findData(officer.role_id)))
        self.superior.addItem(self.tr("Nobody here"), "")
        for other in officers.officers():
            if other.id != officer.id and (other.active or other.id == officer.reports_to):
                self.superior.addItem(officer_line(other, language), other.id)
        self.superior.setCurrentIndex(max(0, self.superior.findData(officer.reports_to)))
        fixed = self.tr("The badge stays: the audit names it.") if officer.id else ""
        self.fields = {
            "badge": Field(self.tr("Badge"), self.badge, fixed), "name": Field(self.tr("Name"), self.name),
            "name_ur": Field(self.tr("Name in Urdu"), self.name_ur), "rank": Field(self.tr("Rank"), self.rank),
            "role": Field(self.tr("Role"), self.role), "superior": Field(self.tr("Reports to"), self.superior)}
        self.allows = Wrapped("", "small")

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(12)
        for field in self.fields.values():
            left.addWidget(field)
        left.addWidget(self.allows)
        left.addStretch(1)
        note = self.tr("Hand this password over in person. It must be changed at the first sign-in.")
        right.addWidget(Wrapped(note, "secondary"))
        right.addWidget(self.password)
        right.addWidget(KeyboardHint(*self.password.lines))
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(left, 1)
        if self._officer is None:
            columns.addLayout(right, 1)
        else:
            self.password.setParent(self)
            self.password.hide()
        leave = button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "title"))
        box.addLayout(columns)
        box.addWidget(self.said)
        box.addLayout(row(None, leave, self.go))

    def _chosen_role(self) -> Role | None:
        return next((r for r in self._screen.services.officers.roles() if r.id == self.role.currentData()), None)

    def _typed(self) -> Officer:
        return replace(self._officer or Officer("", "", "", ""), badge=self.badge.text(), name=self.name.text(),
                       name_ur=self.name_ur.text(), rank=self.rank.text(), role_id=str(self.role.currentData() or ""),
                       reports_to=str(self.superior.currentData() or ""))

    def _sentence(self, wanted: Officer) -> str:
        role = self._chosen_role()
        named = role_name(role, self._screen.language) if role is not None else "–"
        return self.tr("{officer} becomes “{role}” and may then make officers and give every right.").format(
            officer=officer_line(wanted, self._screen.language), role=isolated(named))

    def _judge(self) -> None:
        role = self._chosen_role()
        allowed = [permission_title(one) for one in role.grants] if role is not None else []
        self.allows.setText(self.tr("May: {permissions}.").format(permissions=self.tr(", ").join(allowed)))
        fit = self._officer is not None or self.password.judge()
        self.go.setEnabled(fit and not self._busy and bool(self.badge.text().strip() and self.name.text().strip()))

    def _on_done(self, officer: Officer) -> None:
        self.password.clear()
        self.saved.emit(officer)
        self.accept()

    def _on_refused(self, code: str, sentence: str) -> None:
        self._busy = False
        self._judge()
        self._refuse(code, sentence)

    def _refuse(self, code: str, sentence: str) -> None:
        for name, field in self.fields.items():
            field.refuse(sentence if _FIELD_OF.get(code) == name else "")
        self.said.setText("" if code in _FIELD_OF else sentence)
        self.said.setVisible(bool(self.said.text()))


class PasswordDialog(QDialog):
    """A new password for another officer."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, officer: Officer, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._officer = screen, officer
        self.setWindowTitle(self.tr("New password"))
        self.setModal(True)
        self.setFixedWidth(WIDE_PX // 2 + 60)
        self.password = NewSecret(screen.theme, lambda: (officer.badge, officer.name))
        self.refusal = Wrapped("", "critical")
        self.go = button(self.tr("Give the password"), "primary")
        leave = button(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        self.refusal.hide()
        self.deed: TwoPersonDeed | None = None
        self._busy = False
        note = self.tr("{officer} must change it at the next sign-in. Hand it over in person.")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "title"))
        box.addWidget(Wrapped(note.format(officer=officer_line(officer, screen.language)), "secondary"))
        for one in (self.password, KeyboardHint(*self.password.lines), self.refusal):
            box.addWidget(one)
        box.addLayout(row(None, leave, self.go))
        for line in self.password.lines:
            line.textChanged.connect(self._judge)
            line.returnPressed.connect(self.give)
        self.go.clicked.connect(self.give)
        self.finished.connect(self.deleteLater)
        self.password.setFocus()
        self._judge()

    def give(self) -> None:
        """Try."""
        if self._busy or not self.go.isEnabled():
            return
        self._busy = True
        self.refusal.hide()
        self._judge()
        officers, officer_id, secret = self._screen.services.officers, self._officer.id, self.password.secret()
        sentence = self.tr("{officer} gets a new password, and may agree to what needs two officers.").format(
            officer=officer_line(self._officer, self._screen.language))
        self.deed = TwoPersonDeed(self, self._screen, TwoPerson.ADD_ADMINISTRATOR, sentence,
                                  lambda approval: officers.set_password(officer_id, secret, approval=approval))
        self.deed.done.connect(self._on_given)
        self.deed.refused.connect(self._on_refused)
        self.deed.start()

    def _judge(self) -> None:
        fit = self.password.judge()
        self.go.setEnabled(fit and not self._busy)

    def _on_refused(self, _code: str, sentence: str) -> None:
        self._busy = False
        self._judge()
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _on_given(self, _done: object) -> None:
        line = officer_line(self._officer, self._screen.language)
        self.said.emit(self.tr("{officer} has a new password.").format(officer=line), "info")
        self.password.clear()
        self.accept()
