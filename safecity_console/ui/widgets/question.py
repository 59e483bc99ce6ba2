"""A question before something that cannot be taken back: one sentence, a verb, and a way out.

Belongs here: the dialog. Does not belong here: the sentence and the deed.
Invariants: 1. The way out has the focus and Enter. 2. Buttons carry verbs, never "Yes" and "No". Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from safecity_console.ui.widgets.basics import button, label, row


class Question(QDialog):
    """The question; `agreed` is sent once, when the verb is pressed."""

    agreed = Signal()

    def __init__(self, title: str, sentence: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(440)
        self.go = button(verb, "danger")
        self.leave = button(self.tr("Cancel"))
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        words = label(sentence, wrap=True)
        words.setMinimumWidth(390)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title"))
        box.addWidget(words)
        box.addSpacing(8)
        box.addLayout(row(None, self.leave, self.go))
        self.setAccessibleDescription(sentence)
        self.finished.connect(self.deleteLater)
        self.leave.setDefault(True)
        self.leave.setFocus()

    def _on_go(self) -> None:
        self.agreed.emit()
        self.accept()
