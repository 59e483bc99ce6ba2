"""Asking for one name.

Belongs here: the dialog. Does not belong here: what the name is for. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field


class NameDialog(QDialog):
    """Asks for a name; `named` is sent with it, and the dialog stays until `accept`."""

    named = Signal(str)

    def __init__(self, title: str, field_title: str, name: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(420)
        self.line = QLineEdit(name)
        self.line.setMaxLength(80)
        self.line.selectAll()
        self.field = Field(field_title, self.line)
        self.go = button(verb, "primary")
        self.go.setDefault(True)
        leave = button(self.tr("Cancel"))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title"))
        box.addWidget(self.field)
        box.addSpacing(8)
        box.addLayout(row(None, leave, self.go))
        self.go.clicked.connect(self._on_go)
        self.line.textChanged.connect(self._on_text)
        leave.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._on_text()
        self.line.setFocus()

    def _on_text(self) -> None:
        self.field.refuse("")
        self.go.setEnabled(bool(self.line.text().strip()))

    def _on_go(self) -> None:
        self.named.emit(self.line.text().strip())
