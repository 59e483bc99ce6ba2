"""One's own password and PIN.

Belongs here: the dialog of the officer who is signed in. Does not belong here: another officer's password
(ui/settings/officers.py), the rules (domain/access.py).
Invariants: 1. Both changes ask for the current password. 2. The PIN only unlocks a desk he locked himself, and the
dialog says so. Thread: GUI, one worker a try.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.attempt import Attempt
from safecity_console.ui.signin.fields import KeyboardHint, NewSecret, SecretField
from safecity_console.ui.signin.forms import signed_in_person
from safecity_console.ui.widgets.basics import Wrapped, button, label, row, surface

PART_PX = 360


class OwnCredentials(QDialog):
    """The dialog: password on one side, PIN on the other."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        session = screen.services.access.session
        self._officer_id = session.officer.id if session is not None else ""
        has_pin = session is not None and session.officer.has_pin
        self.setWindowTitle(self.tr("Password and PIN"))
        self.setModal(True)
        wrong = {"sign_in_wrong": self.tr("The current password is wrong.")}
        self.current, self.pin_current = (SecretField(screen.theme, self.tr("Current password")) for _ in range(2))
        self.password = NewSecret(screen.theme, lambda: signed_in_person(screen))
        self.pin = NewSecret(screen.theme, lambda: ("", ""), pin=True)
        self.go, self.pin_go = (button(text, "primary") for text in (
            self.tr("Change the password"), self.tr("Change the PIN") if has_pin else self.tr("Set a PIN")))
        self.pin_away = button(self.tr("Take the PIN away"))
        self.pin_away.setVisible(has_pin)
        self.password_said, self.pin_said = Wrapped("", "critical"), Wrapped("", "critical")
        clock = screen.services.clock
        self.attempt = Attempt(self, clock, self.go, self.password_said,
                               (self.current.line, *self.password.lines), wrong)
        self.pin_attempt = Attempt(self, clock, self.pin_go, self.pin_said,
                                   (self.pin_current.line, *self.pin.lines), wrong)
        self.away_attempt = Attempt(self, clock, self.pin_away, self.pin_said, (self.pin_current.line,), wrong)
        self._lay_out()
        self._connect()
        self.current.setFocus()

    def change(self) -> None:
        """Try to change the password."""
        officers, officer_id = self._screen.services.officers, self._officer_id
        new, current = self.password.secret(), self.current.secret()
        self.attempt.begin("own-password", lambda: officers.set_password(officer_id, new, current))

    def change_pin(self) -> None:
        """Try to change the PIN."""
        officers, pin, current = self._screen.services.officers, self.pin.secret(), self.pin_current.secret()
        self.pin_attempt.begin("own-pin", lambda: officers.set_pin(pin, current))

    def take_pin_away(self) -> None:
        """Try to go without a PIN."""
        officers, current = self._screen.services.officers, self.pin_current.secret()
        self.away_attempt.begin("own-pin", lambda: officers.set_pin(None, current))

    def _lay_out(self) -> None:
        leave = button(self.tr("Close"))
        leave.clicked.connect(self.reject)
        about = self.tr("The console asks for it at every sign-in. Nobody else needs to know it.")
        about_pin = self.tr("A PIN only unlocks the desk that you locked yourself; after three wrong tries the "
                            "password is needed.")
        left = _part(self.tr("Password"), about, (
            self.current, self.password, KeyboardHint(self.current.line, *self.password.lines), self.password_said),
            (self.go,))
        right = _part(self.tr("PIN"), about_pin, (
            self.pin_current, self.pin, KeyboardHint(self.pin_current.line), self.pin_said),
            (self.pin_go, self.pin_away))
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(left)
        parts.addWidget(right)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(self.windowTitle(), "title"))
        box.addLayout(parts)
        box.addLayout(row(None, leave))

    def _connect(self) -> None:
        for line in (self.current.line, *self.password.lines):
            line.textChanged.connect(self._judge)
            line.returnPressed.connect(self.change)
        for line in (self.pin_current.line, *self.pin.lines):
            line.textChanged.connect(self._judge)
            line.returnPressed.connect(self.change_pin)
        self.go.clicked.connect(self.change)
        self.pin_go.clicked.connect(self.change_pin)
        self.pin_away.clicked.connect(self.take_pin_away)
        for attempt, text in ((self.attempt, self.tr("Your password is changed.")),
                              (self.pin_attempt, self.tr("Your PIN is set.")),
                              (self.away_attempt, self.tr("Your PIN is taken away."))):
            attempt.succeeded.connect(lambda _outcome, said=text: self._done(said))
        self.finished.connect(self.deleteLater)
        self._judge()

    def _judge(self) -> None:
        fit = self.password.judge()
        self.attempt.set_fit(fit and bool(self.current.line.text()))
        fit_pin = self.pin.judge()
        self.pin_attempt.set_fit(fit_pin and bool(self.pin_current.line.text()))
        self.away_attempt.set_fit(bool(self.pin_current.line.text()))

    def _done(self, said: str) -> None:
        self.said.emit(said, "info")
        self.accept()


def _part(title: str, about: str, widgets: tuple[QWidget, ...], buttons: tuple[QWidget, ...]) -> QFrame:
    part = surface("card")
    part.setFixedWidth(PART_PX)
    box = QVBoxLayout(part)
    box.setContentsMargins(20, 16, 20, 16)
    box.setSpacing(12)
    box.addWidget(label(title, "group"))
    box.addWidget(Wrapped(about, "small"))
    for one in widgets:
        box.addWidget(one)
    box.addStretch(1)
    box.addLayout(row(*buttons, None))
    return part
