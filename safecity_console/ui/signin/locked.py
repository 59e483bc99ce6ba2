"""The locked desk: who locked it and since when, PIN or password, and the way for another officer.

Belongs here: the form. Does not belong here: what a PIN may do (services/access.py), the cover (cover.py).
Invariant: where the PIN no longer counts, the field asks for the password and says why. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal

from safecity_console.ui.access_texts import officer_line
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.attempt import Attempt
from safecity_console.ui.signin.fields import KeyboardHint, SecretField
from safecity_console.ui.signin.forms import GateForm
from safecity_console.ui.widgets.basics import button, label

translate = QCoreApplication.translate


class Locked(GateForm):
    """The form over a locked desk."""

    other_wanted = Signal()

    def __init__(self, screen: Screen, since: datetime) -> None:
        access = screen.services.access
        session = access.session
        who = officer_line(session.officer, screen.language) if session is not None else "–"
        super().__init__(screen, translate("signin", "The console is locked"), "", translate("signin", "Unlock"))
        self._had_pin = access.pin_fits
        self.who = label(translate("signin", "{officer} locked it at {time}.").format(
            officer=who, time=screen.moment(since)), wrap=True)
        self.secret = SecretField(screen.theme, self._title())
        self.fill(self.who, self.secret, KeyboardHint(self.secret.line))
        self.other = button(translate("signin", "Another officer signs in"), "quiet", screen.theme, "users")
        self.other.clicked.connect(self.other_wanted)
        self.ways(self.other)
        self.attempt = Attempt(self, screen.services.clock, self.go, self.said, (self.secret.line,),
                               {"sign_in_wrong": translate("signin", "That was wrong.")})
        self.attempt.refused.connect(self._on_refused)
        self.attempt.succeeded.connect(lambda _done: self.secret.clear())
        self.secret.line.textChanged.connect(self._judge)
        self.secret.line.returnPressed.connect(self.unlock)
        self.go.clicked.connect(self.unlock)
        self.setFocusProxy(self.secret.line)
        self._judge()

    def unlock(self) -> None:
        """Try."""
        access, secret = self.screen_.services.access, self.secret.secret()

        def work() -> object:
            access.unlock(secret)
            return True

        self.attempt.begin("unlock", work)

    def _title(self) -> str:
        if self.screen_.services.access.pin_fits:
            return translate("signin", "PIN or password")
        return translate("signin", "Password")

    def _judge(self) -> None:
        self.attempt.set_fit(bool(self.secret.line.text()))

    def _on_refused(self, code: str) -> None:
        if code == "sign_in_wrong":
            self.secret.clear()
        if self._had_pin and not self.screen_.services.access.pin_fits:
            self._had_pin = False
            self.secret.title.setText(self._title())
            self.secret.line.setAccessibleName(self._title())
            self.attempt.say(translate("signin", "The PIN was wrong too often. Unlock with the password."))
        self.secret.setFocus()
