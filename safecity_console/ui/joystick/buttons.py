"""The buttons of a stick: what each gives, found by pressing it.

Belongs here: the list and the editor of the chosen one. Does not belong here: carrying a command out (desk.py).
Invariants: 1. Pressing a button of the stick chooses its row. 2. Only what a button may give can be chosen.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QListWidget, QListWidgetItem, QSpinBox

from safecity_console.domain.command import COMMANDS
from safecity_console.domain.stick import PRESET, PRESET_MOST, STOP, TAKE, preset_number
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.joystick.texts import button_word_text
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import command_words
from safecity_console.ui.widgets.basics import column, label, roomy, row
from safecity_console.ui.widgets.field import Field
from safecity_console.ui.widgets.quiet_wheel import QuietWheel

LIST_PX, HIGH_PX, ROW_PX, EDITOR_PX = 320, 232, 30, 290
NOTHING, COMMAND = "", "command"


class ButtonEditor(QFrame):
    """The list and the editor; `edited` whenever an officer changed a button."""

    edited = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._words: dict[int, str] = {}
        self._held: frozenset[int] = frozenset()
        self._filling, self._editable = False, False
        self._on, self._off = icon("circle-dot", screen.theme, "good"), icon("circle", screen.theme, "disabled")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Buttons of the joystick"))
        self.list.setProperty("kind", "boxed")
        self.list.setFixedHeight(HIGH_PX)
        self.list.setFixedWidth(LIST_PX)
        self.kind, self.command, self.number = QComboBox(), QComboBox(), QSpinBox()
        for text, data in ((self.tr("Nothing"), NOTHING), (self.tr("Go to a preset"), PRESET),
                           (self.tr("A command of the console"), COMMAND), (button_word_text(TAKE), TAKE),
                           (button_word_text(STOP), STOP)):
            self.kind.addItem(text, data)
        for title, command_id in sorted((command_words(one.id).title, one.id) for one in COMMANDS):
            self.command.addItem(title, command_id)
        self.number.setRange(1, PRESET_MOST)
        roomy(self.number)
        self._wheel = QuietWheel(self)
        self._wheel.quiet(self.kind, self.command, self.number)
        self.title = label("", "strong")
        self._number_field = Field(self.tr("Preset"), self.number)
        self._command_field = Field(self.tr("Command"), self.command)
        self._kind_field = Field(self.tr("It gives"), self.kind)
        for field in (self._kind_field, self._number_field, self._command_field):
            field.setFixedWidth(EDITOR_PX)
        editor = column(self.title, label(self.tr("Press a button of the joystick to find it here."), "small",
                                          wrap=True),
                        self._kind_field, self._number_field, self._command_field, None, spacing=8)
        line = row(self.list, spacing=24)
        line.addLayout(editor)
        line.addStretch(1)
        self.setLayout(line)
        self.list.currentRowChanged.connect(self._on_row)
        self.kind.currentIndexChanged.connect(self._on_edited)
        self.command.currentIndexChanged.connect(self._on_edited)
        self.number.valueChanged.connect(self._on_edited)

    def show_buttons(self, count: int, words: Mapping[int, str], editable: bool) -> None:
        """Show a stick's buttons."""
        self._words, self._editable, self._held = dict(words), editable, frozenset()
        kept = max(0, self.list.currentRow())
        self._filling = True
        self.list.clear()
        for number in range(count):
            item = QListWidgetItem(self._off, self._line(number))
            item.setSizeHint(QSize(0, ROW_PX))
            self.list.addItem(item)
        self.list.setCurrentRow(min(kept, count - 1))
        self._filling = False
        self._on_row(self.list.currentRow())

    def words(self) -> Mapping[int, str]:
        """Give what the buttons give."""
        return {number: word for number, word in self._words.items() if word}

    def show_held(self, held: frozenset[int]) -> None:
        """Light the buttons that are down."""
        for number in held ^ self._held:
            item = self.list.item(number)
            if item is not None:
                item.setIcon(self._on if number in held else self._off)
        self._held = held

    def choose(self, number: int) -> None:
        """Choose a button's row."""
        if number < self.list.count():
            self.list.setCurrentRow(number)

    def _line(self, number: int) -> str:
        return self.tr("Button {number}: {what}").format(
            number=ltr(number + 1), what=isolated(button_word_text(self._words.get(number, ""))))

    def _on_row(self, number: int) -> None:
        self._filling = True
        word = self._words.get(number, "")
        preset = preset_number(word)
        kind = PRESET if preset is not None else word if word in (NOTHING, TAKE, STOP) else COMMAND
        self.title.setText(self.tr("Button {number}").format(number=ltr(number + 1)) if number >= 0 else "")
        self.kind.setCurrentIndex(self.kind.findData(kind))
        if preset is not None:
            self.number.setValue(preset)
        if kind == COMMAND:
            self.command.setCurrentIndex(max(0, self.command.findData(word)))
        self._filling = False
        for editor in (self.kind, self.number, self.command):
            editor.setEnabled(self._editable and number >= 0)
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        self._number_field.setVisible(kind == PRESET)
        self._command_field.setVisible(kind == COMMAND)

    def _on_edited(self, *_value: object) -> None:
        number = self.list.currentRow()
        if self._filling or number < 0:
            return
        kind = str(self.kind.currentData())
        word = {PRESET: f"{PRESET}{self.number.value()}", COMMAND: str(self.command.currentData())}.get(kind, kind)
        self._words[number] = word
        item = self.list.item(number)
        item.setText(self._line(number))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._line(number))
        self._show_kind()
        self.edited.emit()
