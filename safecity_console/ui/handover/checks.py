"""The checks of the running shift: what the program found, and two buttons for what the officer looks at.

Belongs here: rows, the note of a defect. Does not belong here: which checks there are (services/shift_checks.py).
Invariants: 1. A check of the program has no buttons. 2. A defect is asked for its note before it is kept. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safecity_console.domain.shift import Check, CheckSource, CheckState
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import check_title, check_word, found_text
from safecity_console.ui.widgets.basics import button, clear, icon_label, label, row

_ICONS = {
    CheckState.OPEN: ("circle", "secondary"), CheckState.OK: ("circle-check", "good"),
    CheckState.DEFECT: ("triangle-alert", "impaired"), CheckState.UNKNOWN: ("circle-dot", "secondary"),
}


class ChecksList(QWidget):
    """The rows; `answered` carries a check's id and its state, DEFECT still without its note."""

    answered = Signal(str, object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 4, 12, 16)
        self._box.setSpacing(2)
        self.buttons: dict[tuple[str, CheckState], QWidget] = {}
        self._shown: tuple[Check, ...] | None = None
        self._may = False

    def show_checks(self, checks: Sequence[Check], may: bool) -> None:
        """Show them; `may`: the officer who sits here answers them."""
        if (tuple(checks), may) == (self._shown, self._may):
            return
        self._shown, self._may = tuple(checks), may
        held = next((key for key, one in self.buttons.items() if one.hasFocus()), None)
        clear(self._box)
        self.buttons.clear()
        for check in checks:
            self._box.addWidget(self._row(check, may))
        if not checks:
            self._box.addWidget(label(self.tr("They come with the duty."), "secondary"))
        self._box.addStretch(1)
        if held in self.buttons:
            self.buttons[held].setFocus()

    def _row(self, check: Check, may: bool) -> QWidget:
        name, role = _ICONS[check.state]
        title = label(check_title(check, self._screen.language), wrap=True)
        found = found_text(check)
        defect = check.state is CheckState.DEFECT
        more = label(found or check_word(check.state), "impaired" if defect else "secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(more)
        if may and check.source is CheckSource.HAND:
            words.addSpacing(4)
            words.addLayout(row(*self._answers(check), None))
        sign = icon_label(name, self._screen.theme, role)
        box = row(sign, spacing=10, margins=(0, 5, 0, 5))
        box.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        whole = QWidget()
        whole.setLayout(box)
        return whole

    def _answers(self, check: Check) -> list[QWidget]:
        for state, verb in ((CheckState.OK, self.tr("In order")), (CheckState.DEFECT, self.tr("Defect…"))):
            made = button(verb, "small")
            made.setCheckable(True)
            made.setChecked(check.state is state)
            made.setAccessibleName(self.tr("{check}: {verb}").format(check=check.text, verb=verb))
            made.clicked.connect(partial(self._on_pressed, check.id, state))
            self.buttons[check.id, state] = made
        return [self.buttons[check.id, CheckState.OK], self.buttons[check.id, CheckState.DEFECT]]

    def _on_pressed(self, check_id: str, state: CheckState, _checked: bool = False) -> None:
        self.answered.emit(check_id, state)
