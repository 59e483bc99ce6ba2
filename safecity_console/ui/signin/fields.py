"""Fields for secrets: a line with its eye, the hint of what the keyboard does, rules that tick themselves.

Belongs here: typing a password or PIN without seeing it. Does not belong here: judging it (domain/access.py), trying
it (attempt.py).
Invariants: 1. A secret is shown only while its eye is pressed down, and hidden again when the form is left. 2. The hint
says what would be typed unseen: Caps Lock, and a layout that writes Urdu letters. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from safecity_console.core.secrets import Secret
from safecity_console.domain.access import (
    PASSWORD_LEAST,
    PASSWORD_MOST,
    PIN_LEAST,
    PIN_MOST,
    fit_password,
    fit_pin,
)
from safecity_console.domain.errors import Refused
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon, icon_pixmap
from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import Wrapped, set_role
from safecity_console.ui.widgets.field import Field

MOST_TYPED = 512  # beyond every limit, so that one too long can be typed and refused
MARK_PX = 14


class SecretLine(QFrame):
    """A line whose text is hidden, with an eye beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(MOST_TYPED)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.line.setInputMethodHints(
            hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self.eye = QToolButton()
        self.eye.setProperty("kind", "quiet")
        self.eye.setCheckable(True)
        self.eye.setAccessibleName(self.tr("Show what is typed"))
        self.eye.setToolTip(self.tr("Show what is typed"))
        self.eye.toggled.connect(self._on_eye)
        self._on_eye(False)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.line, 1)
        box.addWidget(self.eye)
        self.setFocusProxy(self.line)

    def secret(self) -> Secret:
        """Give what is typed."""
        return Secret(self.line.text())

    def clear(self) -> None:
        """Forget what is typed and close the eye."""
        self.line.clear()
        self.eye.setChecked(False)

    def _on_eye(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)
        self.eye.setIcon(icon("eye-off" if shown else "eye", self._theme))


class SecretField(Field):
    """A titled secret."""

    def __init__(self, theme: Theme, title: str, hint: str = "") -> None:
        holder = SecretLine(theme)
        super().__init__(title, holder, hint)
        self.holder, self.line = holder, holder.line
        self.line.setAccessibleName(title)
        self.title.setBuddy(self.line)
        self.setFocusProxy(self.line)

    def secret(self) -> Secret:
        """Give what is typed."""
        return self.holder.secret()

    def clear(self) -> None:
        """Forget what is typed."""
        self.holder.clear()


class KeyboardHint(QLabel):
    """Says under a form what the keyboard does to a password nobody sees: Caps Lock, Urdu letters, the layout."""

    def __init__(self, *lines: QLineEdit) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "small")
        self._caps = self._foreign = False
        for line in lines:
            line.installEventFilter(self)
        QGuiApplication.inputMethod().localeChanged.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learn from each key what the next one will write."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._learn(event)
        return super().eventFilter(watched, event)

    def _learn(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps = not self._caps
        elif len(letter) == 1 and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._foreign = not letter.isascii()
            if letter.isascii():
                self._caps = letter.isupper() is not shifted
        self._show()

    def _show(self) -> None:
        layout = QGuiApplication.inputMethod().locale()
        foreign = layout.language() in (QLocale.Language.Urdu, QLocale.Language.Arabic, QLocale.Language.Persian)
        if self._caps:
            self._say(self.tr("Caps Lock is on."), "impaired")
        elif self._foreign or foreign:
            self._say(self.tr("The keyboard writes Urdu letters now."), "impaired")
        elif layout.language() is not QLocale.Language.C:
            named = self.tr("Keyboard: {language}").format(language=ltr(QLocale.languageToString(layout.language())))
            self._say(named, "small")
        else:
            self._say("", "small")

    def _say(self, text: str, role: str) -> None:
        self.setText(text)
        set_role(self, role)


class Rules(QFrame):
    """Rules of a form that tick themselves while one types: a mark and words, never a colour alone."""

    def __init__(self, theme: Theme, rules: Mapping[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for code, text in rules.items():
            mark, words = QLabel(), Wrapped(text, "small")
            mark.setFixedSize(MARK_PX, MARK_PX)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            box.addLayout(line)
            self._rows[code] = (mark, words)
        self.held: frozenset[str] = frozenset()
        self.show_held(frozenset())

    def show_held(self, held: frozenset[str]) -> None:
        """Tick the rules that hold."""
        self.held = held
        for code, (mark, words) in self._rows.items():
            name, color = ("circle-check", self._theme.good) if code in held else ("circle", self._theme.secondary)
            mark.setPixmap(icon_pixmap(name, color, MARK_PX, mark.devicePixelRatioF()))
            words.setAccessibleDescription(self.tr("holds") if code in held else self.tr("does not hold yet"))

    @property
    def all_hold(self) -> bool:
        """Tell whether nothing is left."""
        return len(self.held) == len(self._rows)


class NewSecret(QFrame):
    """A new password (or PIN) typed twice, with its rules; `judge` after every letter."""

    def __init__(self, theme: Theme, person: Callable[[], tuple[str, str]], pin: bool = False) -> None:
        super().__init__()
        self._person, self._pin = person, pin
        title, again = (self.tr("New PIN"), self.tr("The PIN once more")) if pin else (
            self.tr("New password"), self.tr("The password once more"))
        self.first, self.again = SecretField(theme, title), SecretField(theme, again)
        self.rules = Rules(theme, self._rules())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for one in (self.first, self.again, self.rules):
            box.addWidget(one)
        self.setFocusProxy(self.first)

    @property
    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        """Give both lines."""
        return self.first.line, self.again.line

    def judge(self) -> bool:
        """Tick the rules that hold; tell whether all do."""
        typed, again = self.first.line.text(), self.again.line.text()
        held = _pin_rules(typed) if self._pin else _password_rules(typed, *self._person())
        if typed and typed == again:
            held |= {"same"}
        self.rules.show_held(held)
        return self.rules.all_hold

    def secret(self) -> Secret:
        """Give what is typed."""
        return self.first.secret()

    def clear(self) -> None:
        """Forget what is typed."""
        self.first.clear()
        self.again.clear()

    def _rules(self) -> dict[str, str]:
        if self._pin:
            digits = self.tr("{least} to {most} digits, neither all the same nor in a row")
            return {"fit": digits.format(least=ltr(PIN_LEAST), most=ltr(PIN_MOST)),
                    "same": self.tr("Both are the same")}
        long = self.tr("{least} letters or more; a short sentence is easy to keep in mind")
        plain = self.tr("Not the badge, the name, the word “password” or one key again and again")
        return {"long": long.format(least=ltr(PASSWORD_LEAST), most=ltr(PASSWORD_MOST)), "plain": plain,
                "same": self.tr("Both are the same")}


def _password_rules(typed: str, badge: str, name: str) -> frozenset[str]:
    if not PASSWORD_LEAST <= len(typed) <= PASSWORD_MOST:
        return frozenset()
    try:
        fit_password(typed, badge, name)
    except Refused:
        return frozenset({"long"})
    return frozenset({"long", "plain"})


def _pin_rules(typed: str) -> frozenset[str]:
    try:
        fit_pin(typed)
    except Refused:
        return frozenset()
    return frozenset({"fit"})
