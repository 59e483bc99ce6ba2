"""The cover over the whole window: place, clock, language, and one form in the middle.

Belongs here: the frame around a form, the cards of a simulated district, the few keys that still count. Does not
belong here: the forms (forms.py, locked.py), when the cover stands (gate.py).
Invariants: 1. It is opaque and takes every key and click; of the command table only full screen is answered here.
2. Credentials of a simulated district are shown only where its verb handed them over. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from safecity_console.core.settings import declared
from safecity_console.ui.access_texts import role_name
from safecity_console.ui.format import clock_text, date_text, isolated, ltr
from safecity_console.ui.physical_keys import physical_sequence
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.forms import GateForm, SignIn
from safecity_console.ui.texts import choice_text
from safecity_console.ui.widgets.basics import button, clear, icon_label, label, row, surface

HEAD_PX, CARDS_PX, CARD_GAP_PX = 56, 300, 24


class DemoOfficer(NamedTuple):
    """An officer of a simulated district, whose password is no secret."""

    badge: str
    role: str  # the role's code
    password: str


class Cover(QFrame):
    """The cover; `language_wanted` brings a language's code."""

    language_wanted = Signal(str)
    full_screen_wanted = Signal()

    def __init__(self, screen: Screen, parent: QWidget, demo: Sequence[DemoOfficer] = ()) -> None:
        super().__init__(parent)
        self._screen, self._demo = screen, demo
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayoutDirection(screen.direction)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.form: GateForm | None = None
        self._clock, self._date = label("", "clock"), label("", "secondary")
        self.place = label(screen.services.settings.text("place.name"), "strong")
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(24, 16, 24, 24)
        self._middle.setSpacing(CARD_GAP_PX)
        inside = QWidget()
        inside.setLayout(self._middle)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        for quiet in (scroll.viewport(), inside):
            quiet.setAutoFillBackground(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(scroll, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_second)
        self._on_second()

    def show_form(self, form: GateForm) -> None:
        """Put a form into the middle and give it the keyboard."""
        clear(self._middle)
        self.form = form
        self._middle.addStretch(1)
        self._middle.addWidget(form, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._demo and isinstance(form, SignIn):
            self._middle.addWidget(self._cards(form), 0, Qt.AlignmentFlag.AlignVCenter)
        self._middle.addStretch(1)
        form.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer full screen; everything else ends here."""
        pressed = physical_sequence(event) or QKeySequence(event.keyCombination()).toString()
        if pressed in self._screen.services.keys.keys_of("window.full_screen"):
            self.full_screen_wanted.emit()
        event.accept()

    def _head(self) -> QFrame:
        theme = self._screen.theme
        head = surface("strip")
        head.setFixedHeight(HEAD_PX)
        languages = [self._language(str(code)) for code in declared("screen.language").choices]
        head.setLayout(row(
            icon_label("shield", theme), label(self.tr("SafeCity Console"), "strong"), 16,
            icon_label("map-pin", theme), self.place, None, icon_label("languages", theme), *languages, 24,
            icon_label("clock", theme), self._clock, self._date, margins=(18, 0, 18, 0)))
        return head

    def _language(self, code: str) -> QWidget:
        made = button(choice_text("screen.language", code), "quiet")
        made.setCheckable(True)
        made.setChecked(code == self._screen.language)
        made.setObjectName(f"language-{code}")
        made.clicked.connect(lambda: self.language_wanted.emit(code))
        return made

    def _cards(self, form: SignIn) -> QFrame:
        theme, language = self._screen.theme, self._screen.language
        card = surface("card")
        card.setFixedWidth(CARDS_PX)
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 20, 20, 20)
        box.setSpacing(6)
        box.addWidget(label(self.tr("Simulated district: choose an officer"), "strong", wrap=True))
        box.addWidget(label(self.tr("The card fills both fields in; then sign in."), "small", wrap=True))
        box.addSpacing(4)
        roles = {role.code: role_name(role, language) for role in self._screen.services.officers.roles()}
        for one in self._demo:
            title = f"{ltr(one.badge)} · {isolated(roles.get(one.role, one.role))}"
            made = button(title.replace("&", "&&"), "", theme, "user")
            made.setStyleSheet("text-align: left;")
            made.clicked.connect(partial(self._on_card, form, one))
            box.addWidget(made)
        return card

    def _on_card(self, form: SignIn, one: DemoOfficer, _checked: bool = False) -> None:
        form.take(one.badge, one.password)

    def _on_second(self) -> None:
        now = self._screen.services.clock.now()
        self._clock.setText(clock_text(now, self._screen.zone))
        self._date.setText(date_text(now, self._screen.zone, self._screen.language))
        self._timer.start(1000 - now.microsecond // 1000 + 1)
