"""What the dialogs of the Liaison page have in common: a title, fields, a refusal beside its field, one verb.

Belongs here: laying out, doing the deed off the GUI thread, showing why it was refused. Does not belong here: fields.
Invariants: 1. What was typed stays where it is refused. 2. Enter gives the verb, Esc leaves. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from safecity_console.domain.errors import Refused
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field

WIDE_PX = 560
TIME_FORM = "%Y-%m-%d %H:%M"


class FormDialog(QDialog):
    """The dialog; `fields` and `places` (codes to field names) are given by who makes it."""

    def __init__(self, screen: Screen, title: str, verb: str, parent: QWidget, wide_px: int = WIDE_PX) -> None:
        super().__init__(parent)
        self.screen_of = screen
        self.fields: dict[str, Field] = {}
        self.places: Mapping[str, str] = {}
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(wide_px)
        self.setLayoutDirection(screen.direction)
        self.deeds = Deeds("liaison", self)
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self.go = button(verb, "primary")
        self.go.setDefault(True)
        self.leave = button(self.tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        self.deeds.refused.connect(self.show_refusal)
        self.deeds.busy.connect(lambda busy: self.go.setEnabled(not busy))
        self.finished.connect(self.deeds.finish)
        self.finished.connect(self.deleteLater)
        self.form = QVBoxLayout(self)
        self.form.setContentsMargins(24, 20, 24, 20)
        self.form.setSpacing(12)
        self.form.addWidget(label(title, "title"))

    def reject(self) -> None:
        """Leave, but not in the middle of a deed: its outcome must be heard."""
        if not self.deeds.running:
            super().reject()

    def lay_out(self, lines: Sequence[Sequence[str | QWidget]]) -> None:
        """Put fields by name, or widgets, line by line, and the buttons below."""
        for line in lines:
            widgets = [self.fields[one] if isinstance(one, str) else one for one in line]
            laid = row(*widgets, spacing=12)
            for at, widget in enumerate(widgets):
                laid.setStretch(at, 1)
                laid.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
            self.form.addLayout(laid)
        self.form.addWidget(self.refusal)
        self.form.addLayout(row(None, self.leave, self.go))

    def do(self, make: Callable[[], Callable[[], object]], then: Callable[[object], object]) -> None:
        """Read the fields (`make` may raise Refused) and do the deed it gives."""
        for field in self.fields.values():
            field.refuse("")
        self.refusal.hide()
        try:
            work = make()
        except Refused as error:
            self._place(error.code, world_sentence(error))
            return
        self.deeds.do(work, then)

    def show_refusal(self, sentence: str) -> None:
        """Show why the deed was refused."""
        self._place(self.deeds.error.code if isinstance(self.deeds.error, Refused) else "", sentence)

    def time(self, line: QLineEdit) -> datetime:
        """Read a local time "2026-11-26 14:30"; raises Refused("given_time_unreadable")."""
        try:
            local = datetime.strptime(" ".join(line.text().split()), TIME_FORM)  # noqa: DTZ007 - the zone follows
            return local.replace(tzinfo=self.screen_of.zone)
        except ValueError:
            raise Refused("given_time_unreadable", example="2026-11-26 14:30") from None

    def time_line(self, at: datetime | None) -> QLineEdit:
        """Make an editor of a local time."""
        line = text_line("" if at is None else at.astimezone(self.screen_of.zone).strftime(TIME_FORM), 16)
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.setPlaceholderText("2026-11-26 14:30")
        return line

    def _place(self, code: str, sentence: str) -> None:
        field = self.fields.get(self.places.get(code, ""))
        if field is not None and field.isVisible():
            field.refuse(sentence)
            field.editor.setFocus()
        else:
            self.refusal.setText(sentence)
            self.refusal.show()


def text_line(text: str, most: int, ltr: bool = False, rtl: bool = False) -> QLineEdit:
    """Make an editor of one line."""
    line = QLineEdit(text)
    line.setMaxLength(most)
    line.setCursorPosition(0)
    if ltr or rtl:
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight if ltr else Qt.LayoutDirection.RightToLeft)
    return line


def text_block(text: str, high_px: int = 72) -> QPlainTextEdit:
    """Make an editor of several lines; Tab goes on to the next field."""
    block = QPlainTextEdit(text)
    block.setTabChangesFocus(True)
    block.setFixedHeight(high_px)
    return block
