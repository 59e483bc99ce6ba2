"""One row of the Settings page: title, help, what it does now, the editor.

Belongs here: laying the row out, saying a refusal, what the environment holds. Does not belong here: judging a value
(page.py), editors by kind (editors.py).
Invariant: what the environment holds cannot be edited here, and the row says so. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from safecity_console.core.settings import Setting, Value
from safecity_console.ui.format import ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.editors import make_editor
from safecity_console.ui.texts import choice_text, setting_words
from safecity_console.ui.widgets.basics import icon_label, label, row
from safecity_console.ui.widgets.field import name_editor

EDITOR_PX = 260


class SettingRow(QWidget):
    """The row of one setting."""

    def __init__(self, screen: Screen, setting: Setting, on_value: Callable[[Value], None], first: bool) -> None:
        super().__init__()
        words = setting_words(setting.key)
        service = screen.services.settings
        translate = QCoreApplication.translate
        states = (translate("SettingsPage", "Off"), translate("SettingsPage", "On"))
        self.editor = make_editor(setting, service.get(setting.key), on_value, states)
        self.editor.setFixedWidth(EDITOR_PX)
        self.editor.setObjectName(setting.key)
        name_editor(self.editor, words.title)
        self.editor.setAccessibleDescription(words.help)
        self.effect = label("", "small", wrap=True)
        self.effect.setObjectName(f"{setting.key}.effect")
        self.refusal = label("", "refusal", wrap=True)
        for quiet in (self.effect, self.refusal):
            quiet.hide()
        choices = " ".join(choice_text(setting.key, choice) for choice in setting.choices)
        self._words = f"{words.title} {words.help} {setting.key} {choices}".casefold()
        said = QVBoxLayout()
        said.setSpacing(2)
        title = label(words.title, wrap=True)
        title.setBuddy(self.editor)
        for one in (title, label(words.help, "small", wrap=True), self.effect, self.refusal):
            said.addWidget(one)
        if service.overridden(setting.key):
            self.editor.setEnabled(False)
            said.addLayout(_locked(screen, setting))
        line = row(self.editor, spacing=16, margins=(0, 10, 0, 10))
        line.insertLayout(0, said, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if not first:
            box.addWidget(_hairline())
        box.addLayout(line)

    def show_effect(self, text: str) -> None:
        """Say what the setting does now; nothing where there is nothing to say."""
        if text != self.effect.text():
            self.effect.setText(text)
            self.effect.setVisible(bool(text))

    def refuse(self, sentence: str) -> None:
        """Say why a value was not taken; empty takes it back."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def narrow(self, typed: Sequence[str]) -> bool:
        """Stay in sight only where the words hold every typed one; tell whether it does."""
        kept = all(word in self._words for word in typed)
        self.setVisible(kept)
        return kept


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("bar", "line")
    line.setFixedHeight(1)
    return line


def _locked(screen: Screen, setting: Setting) -> QVBoxLayout:
    name = "SAFECITY_" + setting.key.replace(".", "_").upper()
    pattern = QCoreApplication.translate("SettingsPage", "Held by {variable} in the environment of this console.")
    words = label(pattern.format(variable=ltr(name)), "impaired", wrap=True)
    holder = QVBoxLayout()
    holder.addLayout(row(icon_label("lock-keyhole", screen.theme, "impaired", 14), words))
    return holder
