"""The gate's forms: the first administrator, signing in, a forced new password.

Belongs here: their fields and what each tries. Does not belong here: the cover around them (cover.py), which of them
stands (gate.py), the locked desk (locked.py).
Invariants: 1. A refusal never says whether badge or password was wrong. 2. No field is filled in beforehand but the
badge, and in a simulated district what its card says. 3. A form that succeeded forgets its secrets. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import NAME_MOST, fit_badge
from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line
from safecity_console.ui.access_texts import officer_line
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.attempt import Attempt
from safecity_console.ui.signin.fields import KeyboardHint, NewSecret, Rules, SecretField
from safecity_console.ui.widgets.basics import Button, Wrapped, button, label, row
from safecity_console.ui.widgets.field import Field

BADGE_TYPED, FORM_PX = 40, 400
translate = QCoreApplication.translate


def signed_in_person(screen: Screen) -> tuple[str, str]:
    """Give badge and name of who is signed in, as a password's rules want them."""
    session = screen.services.access.session
    return (session.officer.badge, session.officer.name) if session is not None else ("", "")


class GateForm(QFrame):
    """One form of the gate: title, what it is about, fields, sentence, button; each makes its own `attempt`."""

    attempt: Attempt

    def __init__(self, screen: Screen, title: str, about: str, verb: str) -> None:
        super().__init__()
        self.screen_ = screen
        self.setProperty("surface", "card")
        self.setFixedWidth(FORM_PX)
        self.setAccessibleName(title)
        self.go: Button = button(verb, "primary")
        self.said = Wrapped("", "critical")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(28, 24, 28, 24)
        self.box.setSpacing(12)
        self.box.addWidget(label(title, "title"))
        if about:
            self.box.addWidget(Wrapped(about, "secondary"))

    def fill(self, *widgets: QWidget) -> None:
        """Put the fields in, then sentence and button."""
        for one in (*widgets, self.said):
            self.box.addWidget(one)
        self.box.addSpacing(4)
        self.box.addLayout(row(self.go))
        self.go.setMinimumHeight(34)

    def ways(self, *buttons: QPushButton) -> None:
        """Put other ways out under the button."""
        self.box.addLayout(row(*buttons, None))


class FirstAdministrator(GateForm):
    """Makes the first administrator of a fresh console, who is then signed in."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(
            screen, translate("signin", "Set this console up"),
            translate("signin", "Nobody can sign in yet. The administrator made here makes all other officers. "
                      "There is no default password and no way around a lost one."),
            translate("signin", "Make the administrator"))
        self.badge, self.name = QLineEdit(), QLineEdit()
        self.badge.setMaxLength(BADGE_TYPED)
        self.name.setMaxLength(NAME_MOST)
        self.new = NewSecret(screen.theme, lambda: (self.badge.text(), self.name.text()))
        self.person = Rules(screen.theme, {"person": translate("signin", "A badge of letters and digits, and a name")})
        hint = KeyboardHint(*self.new.lines)
        badge, name = Field(translate("signin", "Badge"), self.badge), Field(translate("signin", "Name"), self.name)
        self.fill(badge, name, self.person, self.new, hint)
        lines = (self.badge, self.name, *self.new.lines)
        self.attempt = Attempt(self, screen.services.clock, self.go, self.said, lines)
        for line in lines:
            line.textChanged.connect(self.judge)
            line.returnPressed.connect(self.make)
        self.go.clicked.connect(self.make)
        self.attempt.succeeded.connect(lambda _session: self.new.clear())
        self.setFocusProxy(self.badge)
        self.judge()

    def judge(self) -> None:
        """Tick the rules that hold; the button waits for all."""
        try:
            fit_badge(self.badge.text())
            person = bool(clean_line(self.name.text(), NAME_MOST))
        except Refused:
            person = False
        self.person.show_held(frozenset({"person"} if person else ()))
        self.attempt.set_fit(self.new.judge() and person)

    def make(self) -> None:
        """Make the administrator and sign him in."""
        services, badge, name, secret = self.screen_.services, self.badge.text(), self.name.text(), self.new.secret()

        def work() -> object:
            made = services.officers.begin(badge, name, secret)
            return services.access.sign_in(made.badge, secret)

        self.attempt.begin("first-administrator", work)


class SignIn(GateForm):
    """Badge and password; `back_wanted` where a locked officer may still come back."""

    back_wanted = Signal()
    passed = Signal(object)  # the password that was right, for the new one that may be asked for at once

    def __init__(self, screen: Screen, badge: str = "", over_lock: str = "") -> None:
        left = translate("signin", "The desk of {officer} is left; his open dialogs are closed.")
        about = left.format(officer=over_lock) if over_lock else ""
        super().__init__(screen, translate("signin", "Sign in"), about, translate("signin", "Sign in"))
        self.badge = QLineEdit(badge)
        self.badge.setMaxLength(BADGE_TYPED)
        self.password = SecretField(screen.theme, translate("signin", "Password"))
        hint = KeyboardHint(self.badge, self.password.line)
        self.fill(Field(translate("signin", "Badge"), self.badge), self.password, hint)
        self.back = button(translate("signin", "Back to the locked desk"), "quiet", screen.theme, "lock")
        self.back.clicked.connect(self.back_wanted)
        self.back.setVisible(bool(over_lock))
        if over_lock:
            self.ways(self.back)
        self.attempt = Attempt(self, screen.services.clock, self.go, self.said, (self.badge, self.password.line))
        self.attempt.refused.connect(self._on_refused)
        self.attempt.succeeded.connect(self._on_in)
        self.badge.textEdited.connect(self._on_badge)
        self.password.line.textChanged.connect(self._judge)
        self.badge.returnPressed.connect(self._on_badge_done)
        self.password.line.returnPressed.connect(self.sign_in)
        self.go.clicked.connect(self.sign_in)
        self.setFocusProxy(self.password.line if badge else self.badge)
        self._tried = Secret("")
        self._judge()

    def take(self, badge: str, password: str) -> None:
        """Fill both fields, as a simulated district's card does."""
        self._on_badge(badge)
        self.badge.setText(badge)
        self.password.line.setText(password)
        self.go.setFocus()

    def sign_in(self) -> None:
        """Try."""
        access, badge, secret = self.screen_.services.access, self.badge.text(), self.password.secret()
        self._tried = secret
        self.attempt.begin("sign-in", lambda: access.sign_in(badge, secret))

    def _judge(self) -> None:
        self.attempt.set_fit(bool(self.badge.text().strip() and self.password.line.text()))

    def _on_badge(self, _text: str) -> None:
        self.attempt.forget()
        self._judge()

    def _on_badge_done(self) -> None:
        if self.password.line.text():
            self.sign_in()
        else:
            self.password.line.setFocus()

    def _on_refused(self, code: str) -> None:
        if code == "sign_in_wrong":
            self.password.clear()
        self.password.line.setFocus()

    def _on_in(self, _session: object) -> None:
        self.password.clear()
        self.passed.emit(self._tried)
        self._tried = Secret("")


class ForcedPassword(GateForm):
    """A new password before the desk opens, where another person knows the old one."""

    sign_out_wanted = Signal()

    def __init__(self, screen: Screen, known: Secret) -> None:
        session = screen.services.access.session
        who = officer_line(session.officer, screen.language) if session is not None else ""
        why = translate(
            "signin", "{officer}: another person knows your password, so it is changed before the desk opens.")
        super().__init__(screen, translate("signin", "Choose a password of your own"), why.format(officer=who),
                         translate("signin", "Change the password"))
        self._known = known
        self.current = SecretField(screen.theme, translate("signin", "Current password"))
        self.current.setVisible(not known)
        self.new = NewSecret(screen.theme, lambda: signed_in_person(screen))
        lines = (self.current.line, *self.new.lines)
        self.fill(self.current, self.new, KeyboardHint(*lines))
        leave = button(translate("signin", "Sign out"), "quiet", screen.theme, "log-out")
        leave.clicked.connect(self.sign_out_wanted)
        self.ways(leave)
        self.attempt = Attempt(self, screen.services.clock, self.go, self.said, lines,
                               {"sign_in_wrong": translate("signin", "The current password is wrong.")})
        self.attempt.succeeded.connect(lambda _done: self.new.clear())
        for line in lines:
            line.textChanged.connect(self._judge)
            line.returnPressed.connect(self.change)
        self.go.clicked.connect(self.change)
        self.setFocusProxy(self.new.first.line if known else self.current.line)
        self._judge()

    def change(self) -> None:
        """Try."""
        session, officers = self.screen_.services.access.session, self.screen_.services.officers
        if session is None:
            return
        current, new = self._known or self.current.secret(), self.new.secret()
        self.attempt.begin("new-password", lambda: officers.set_password(session.officer.id, new, current))

    def _judge(self) -> None:
        fit = self.new.judge()
        self.attempt.set_fit(fit and bool(self._known or self.current.line.text()))
