"""A field of a form: its title, its editor, and the sentence that says why its value does not do.

Belongs here: the three together, the editor's name for screen readers. Does not belong here: judging values.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from safecity_console.ui.style import mark
from safecity_console.ui.widgets.basics import label


def name_editor(editor: QWidget, title: str) -> None:
    """Name an editor for screen readers, with the line Qt puts inside an editable box."""
    editor.setAccessibleName(title)
    line = editor.lineEdit() if isinstance(editor, QComboBox) else None
    if line is not None:
        line.setAccessibleName(title)


class Field(QWidget):
    """One field; `refuse` with a sentence marks it, with an empty one clears it."""

    def __init__(self, title: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self.touched = False
        self._title = label(title, "small")
        self._title.setBuddy(editor)
        name_editor(editor, title)
        if hint:
            editor.setToolTip(hint)
            editor.setAccessibleDescription(hint)
        self._refusal = label("", "refusal", wrap=True)
        self._refusal.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self._title, editor, self._refusal):
            box.addWidget(widget)

    @property
    def refusal(self) -> str:
        """Give the sentence that stands under the editor."""
        return self._refusal.text() if not self._refusal.isHidden() else ""

    @property
    def title(self) -> QLabel:
        """Give the title's label."""
        return self._title

    def refuse(self, sentence: str) -> None:
        """Show why the value does not do; an empty sentence clears it."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        mark(self.editor, "wrong", "yes" if sentence else "no")
        if sentence:
            self.editor.setAccessibleDescription(sentence)
