"""A short form in a dialog: a few lines, choices and a verb, for a deed that needs more than a press.

Belongs here: the dialog and its kinds of questions. Does not belong here: words, what is done with the answers.
Invariants: 1. The dialog stays until `accept`: a refused deed keeps what was typed. 2. Enter in a line goes on with the
verb; Ctrl+Enter does in a note; Esc leaves. 3. Choices stand in the order given, the first one chosen. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from safecity_console.ui.widgets.basics import button, label, row
from safecity_console.ui.widgets.field import Field

WIDE_PX, NOTE_PX = 460, 130


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text."""

    name: str
    title: str
    value: str = ""
    hint: str = ""
    most: int = 160
    must: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A text of lines."""

    name: str
    title: str
    value: str = ""
    must: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    name: str
    title: str
    choices: tuple[tuple[str, str], ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    name: str
    title: str
    value: bool = False


Asked = Line | Note | Choice | Flag


class Ask(QDialog):
    """The dialog; `answered` comes with the answers by name each time the verb is pressed."""

    answered = Signal(object)

    def __init__(self, title: str, questions: Sequence[Asked], verb: str, parent: QWidget, about: str = "",
                 danger: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(WIDE_PX)
        self._must = [one.name for one in questions if isinstance(one, Line | Note) and one.must]
        self.editors: dict[str, QWidget] = {}
        self.go = button(verb, "danger" if danger else "primary")
        self.go.setDefault(True)
        self._leave = button(self.tr("Cancel"))
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(label(title, "title"))
        if about:
            words = label(about, "secondary", wrap=True)
            words.setMinimumWidth(WIDE_PX - 48)
            box.addWidget(words)
        for one in questions:
            box.addWidget(self._made(one))
        box.addWidget(self._refusal)
        box.addSpacing(8)
        box.addLayout(row(None, self._leave, self.go))
        self.go.clicked.connect(self._on_go)
        self._leave.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._on_changed()
        next(iter(self.editors.values()), self.go).setFocus()

    @property
    def refusal(self) -> str:
        """Give the sentence that says why not."""
        return self._refusal.text() if not self._refusal.isHidden() else ""

    def refuse(self, sentence: str) -> None:
        """Say why not, and keep what was typed."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self.go.setEnabled(True)

    def wait(self) -> None:
        """Take no second press while the deed is under way."""
        self.go.setEnabled(False)

    def answers(self) -> Mapping[str, str]:
        """Give the answers; of a flag "yes" or nothing."""
        return {name: _value(editor) for name, editor in self.editors.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Enter go on from a note."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) \
                and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go.click()
        else:
            super().keyPressEvent(event)

    def _made(self, one: Asked) -> QWidget:
        if isinstance(one, Flag):
            check = QCheckBox(one.title)
            check.setChecked(one.value)
            self.editors[one.name] = check
            return check
        editor: QLineEdit | QPlainTextEdit | QComboBox
        if isinstance(one, Line):
            editor = QLineEdit(one.value)
            editor.setMaxLength(one.most)
            editor.setPlaceholderText(one.hint)
            editor.textChanged.connect(self._on_changed)
        elif isinstance(one, Note):
            editor = QPlainTextEdit(one.value)
            editor.setTabChangesFocus(True)
            editor.setFixedHeight(NOTE_PX)
            editor.textChanged.connect(self._on_changed)
        else:
            editor = QComboBox()
            for key, text in one.choices:
                editor.addItem(text, key)
            editor.setCurrentIndex(max(0, editor.findData(one.value)))
        self.editors[one.name] = editor
        return Field(one.title, editor)

    def _on_changed(self, _text: str = "") -> None:
        self._refusal.hide()
        self.go.setEnabled(all(_value(self.editors[name]).strip() for name in self._must))

    def _on_go(self) -> None:
        self.answered.emit(self.answers())


def _value(editor: QWidget) -> str:
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    return "yes" if isinstance(editor, QCheckBox) and editor.isChecked() else ""
