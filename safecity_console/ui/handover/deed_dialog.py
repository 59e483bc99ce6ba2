"""A dialog that does one deed in the background and shows why not where it was refused.

Belongs here: the frame of all dialogs of this page. Does not belong here: fields, words, deeds.
Invariants: 1. While the deed is done the dialog cannot be left and nothing is asked twice. 2. A refusal keeps the
dialog open with what was typed; passwords are cleared. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from safecity_console.core.secrets import Secret
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field


class DeedDialog(QDialog):
    """The dialog; `done` carries what the deed gave."""

    done_with = Signal(object)

    def __init__(self, title: str, sentence: str, verb: str, parent: QWidget, kind: str = "primary") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(460)
        self.go, self.leave = button(verb, kind), button(self.tr("Cancel"))
        self.go.setDefault(True)
        self.refusal = label("", "refusal", wrap=True)
        self.refusal.hide()
        self.words = label(sentence, "secondary", wrap=True)
        self.words.setMinimumWidth(400)
        self.words.setVisible(bool(sentence))
        self.fields = QVBoxLayout()
        self.fields.setSpacing(12)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title"))
        box.addWidget(self.words)
        box.addLayout(self.fields)
        box.addWidget(self.refusal)
        box.addSpacing(4)
        box.addLayout(row(None, self.leave, self.go))
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._deed: Background | None = None
        self.work: Callable[[], Callable[[], object]] | None = None

    def field(self, title: str, editor: QWidget, hint: str = "") -> Field:
        """Add a field."""
        made = Field(title, editor, hint)
        self.fields.addWidget(made)
        return made

    def password(self, title: str) -> QLineEdit:
        """Add a field for a password."""
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setMaxLength(128)
        line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhHiddenText)
        self.field(title, line)
        return line

    def show_refusal(self, error: object) -> None:
        """Show why it was not done; a dialog may put it beside a field instead."""
        self.refusal.setText(outcome_sentence(error))
        self.refusal.show()

    def reject(self) -> None:
        """Leave, unless the deed is being done."""
        if self._deed is None:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the deed is being done."""
        if self._deed is not None:
            event.ignore()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do nothing twice."""
        if self._deed is None or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _on_go(self) -> None:
        if self._deed is not None or self.work is None:
            return
        try:
            deed = self.work()
        except Refused as error:
            self.show_refusal(error)
            return
        self.refusal.hide()
        for one in (self.go, self.leave):
            one.setEnabled(False)
        self._deed = Background("shift-deed", deed)
        self._deed.ended.connect(self._on_ended)
        self._deed.start()

    def _on_ended(self, outcome: object) -> None:
        if self._deed is not None:
            self._deed.wait(5)
        self._deed = None
        for one in (self.go, self.leave):
            one.setEnabled(True)
        if isinstance(outcome, WorldError | Unfinished):
            for line in self.findChildren(QLineEdit):
                if line.echoMode() is QLineEdit.EchoMode.Password:
                    line.clear()
            self.show_refusal(outcome)
            return
        self.accept()
        self.done_with.emit(outcome)


def secret_of(line: QLineEdit) -> Secret:
    """Take what was typed as a secret."""
    return Secret(line.text())
