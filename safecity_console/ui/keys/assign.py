"""Assign keys: every command with its keys, each of which can be taken away, added, moved or reset.

Belongs here: the dialog with its rows, looking for one, resetting all. Does not belong here: one command's row
(row.py), judging keys (services/keys.py).
Invariants: 1. Every command of the table has a row. 2. A change counts at once, here and in menus, tool tips and on the
key sheet. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from safecity_console.domain.command import COMMANDS
from safecity_console.domain.errors import WorldError
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.icons import icon
from safecity_console.ui.keys.row import KeyRow
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, column, label, row, surface
from safecity_console.ui.widgets.fading import FadingArea
from safecity_console.ui.widgets.question import Question

WIDE_PX, HIGH_PX, EDGE_PX = 1080, 860, 60
LINE_PX = 280


class AssignKeys(QDialog):
    """The dialog."""

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys, self._screen = screen.services.keys, screen
        self.setWindowTitle(self.tr("Assign keys"))
        self.setModal(True)
        self.setMinimumSize(860, 480)
        room = parent.screen().availableSize()
        self.resize(min(WIDE_PX, room.width() - EDGE_PX), min(HIGH_PX, room.height() - EDGE_PX))
        self.rows = {command.id: KeyRow(screen, command) for command in COMMANDS}
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Command or key"))
        self.search.setAccessibleName(self.tr("Find a command by its words or its key"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(LINE_PX)
        self.search.addAction(icon("search", screen.theme), QLineEdit.ActionPosition.LeadingPosition).setText(
            self.search.accessibleName())
        self.search.textChanged.connect(self._narrow)
        self.reset_all = button(self.tr("Reset all…"))
        self.reset_all.clicked.connect(self._ask_reset)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self._refusal = label("", "refusal", wrap=True)
        self._lay_out(close)
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.keys_changed.connect(self.show_keys)
        self.finished.connect(self._bridge.close)
        self.show_keys()
        self.search.setFocus()

    def show_keys(self) -> None:
        """Show the keys in force."""
        for one in self.rows.values():
            one.show_keys()
        self.reset_all.setEnabled(self._keys.any_own())

    def _lay_out(self, close: QWidget) -> None:
        words = column(label(self.windowTitle(), "title"), label(self.tr(
            "Keys are matched by their place on the keyboard, so they work under the Urdu layout too. "
            "Digits, Enter, Esc and the arrows stay with the wall."), "secondary", wrap=True), spacing=4)
        head = row(self.search, margins=(24, 20, 24, 12), spacing=24)
        head.insertLayout(0, words, 1)
        inside = QWidget()
        lines = column(spacing=0)
        for one in self.rows.values():
            lines.addWidget(one)
        lines.addStretch(1)
        inside.setLayout(lines)
        scroll: QScrollArea = FadingArea(inside, self._screen.theme.panel)
        scroll.setAccessibleName(self.windowTitle())
        foot = surface("foot")
        foot.setLayout(row(self.reset_all, self._refusal, None, close, margins=(24, 12, 24, 12)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(scroll, 1)
        box.addWidget(foot)

    def _narrow(self, typed: str) -> None:
        for one in self.rows.values():
            one.setVisible(one.matches(typed))

    def _ask_reset(self) -> None:
        question = Question(self.tr("Reset all keys"),
                            self.tr("Every command gets its first keys again; keys you gave are forgotten."),
                            self.tr("Reset all keys"), self)
        question.agreed.connect(self._reset_all)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        question.open()

    def _reset_all(self) -> None:
        try:
            self._keys.reset_all()
        except WorldError as error:
            self._refusal.setText(world_sentence(error))
        else:
            self._refusal.setText("")
