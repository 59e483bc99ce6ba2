"""The F1 sheet: what this page is for, its keys first, every command with the keys in force, what digits do.

Belongs here: laying the command table out. Does not belong here: titles (texts.py), keys (services/keys.py).
Invariants: 1. Every command of the table stands on it, with or without a key. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from safecity_console.domain.command import COMMAND_BY_ID, COMMANDS, Command
from safecity_console.services.keys import KeyService
from safecity_console.ui.actions import native_text
from safecity_console.ui.format import ltr
from safecity_console.ui.page_help import page_help
from safecity_console.ui.texts import DIGIT_KEYS, command_words, digit_key_text
from safecity_console.ui.widgets.basics import button, label, row, surface

WIDE_PX, HIGH_PX, EDGE_PX = 1120, 900, 60
# Keys the wall itself listens to, beside those of the table.
_WALL_OWN = {
    "ptz.stop": ("Esc",), "wall.previous_camera": ("Num -",), "tour.pause": ("Space",), "zoom.reset": ("Esc",),
    "help.keys": ("?",),
}


class KeySheet(QDialog):
    """The sheet of a page; `assign_wanted` asks for other keys."""

    assign_wanted = Signal()

    def __init__(self, parent: QWidget, keys: KeyService, page: str) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setWindowTitle(self.tr("Keys and help"))
        self.setModal(True)
        self.setMinimumSize(860, 480)
        room = parent.screen().availableSize()
        self.resize(min(WIDE_PX, room.width() - EDGE_PX), min(HIGH_PX, room.height() - EDGE_PX))
        self.titles: list[str] = []
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 8)
        head.addWidget(label(self.windowTitle(), "title"))
        assign = button(command_words("keys.assign").title)
        assign.clicked.connect(self.accept)
        assign.clicked.connect(self.assign_wanted)
        foot = surface("foot")
        hint = label(self.tr("A number is typed first, then the key; it is dropped after 3 seconds."), "secondary")
        foot.setLayout(row(hint, None, assign, close, margins=(24, 12, 24, 12)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._body(page if f"page.{page}" in COMMAND_BY_ID else ""), 1)
        box.addWidget(foot)
        close.setFocus()

    def _body(self, page: str) -> QScrollArea:
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(24, 8, 24, 16)
        body.setSpacing(10)
        if page_help(page):
            body.addWidget(label(command_words(f"page.{page}").title, "group"))
            body.addWidget(label(page_help(page), wrap=True))
            body.addSpacing(4)
        # On the wall the keys nobody can guess come first, and stand in sight on the lowest screen.
        wall, everywhere = self._numbers, self._everywhere
        for part in (wall, everywhere) if page == "wall" else (everywhere, wall):
            part(body)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.windowTitle())
        for quiet in (scroll.viewport(), inside):
            quiet.setAutoFillBackground(False)
        return scroll

    def _numbers(self, body: QVBoxLayout) -> None:
        body.addWidget(label(self.tr("Numbers on the wall"), "group"))
        body.addLayout(self._digits())
        body.addSpacing(8)
        body.addWidget(label(self.tr("On the wall"), "group"))
        body.addLayout(self._commands([command for command in COMMANDS if command.page == "wall"]))
        body.addSpacing(8)

    def _everywhere(self, body: QVBoxLayout) -> None:
        body.addWidget(label(self.tr("On every page"), "group"))
        body.addLayout(self._commands([command for command in COMMANDS if command.page != "wall"]))
        body.addSpacing(8)

    def _commands(self, commands: Sequence[Command]) -> QGridLayout:
        columns = QGridLayout()
        columns.setHorizontalSpacing(28)
        columns.setVerticalSpacing(8)
        keyed = sorted(commands, key=lambda command: (self._keys_of(command) == "–", commands.index(command)))
        half = (len(keyed) + 1) // 2
        for at, command in enumerate(keyed):
            self._add(columns, at % half, at // half, self._keys_of(command), command)
        columns.setColumnStretch(1, 1)
        columns.setColumnStretch(3, 1)
        return columns

    def _keys_of(self, command: Command) -> str:
        shown = [native_text(key) for key in self._keys.keys_of(command.id)]
        return " · ".join((*shown, *_WALL_OWN.get(command.id, ()))) or "–"

    def _add(self, grid: QGridLayout, line: int, side: int, keys: str, command: Command) -> None:
        words = command_words(command.id)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(label(words.title, "strong"))
        said.addWidget(label(words.help, "small", wrap=True))
        grid.addWidget(_key_cap(keys), line, side * 2, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(said, line, side * 2 + 1)
        self.titles.append(words.title)

    def _digits(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        for at, (keys, source) in enumerate(DIGIT_KEYS):
            grid.addWidget(_key_cap(keys), at // 2, at % 2 * 2)
            grid.addWidget(label(digit_key_text(source), wrap=True), at // 2, at % 2 * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid


def _key_cap(text: str) -> QWidget:
    cap = label(ltr(text), "key" if text != "–" else "secondary")
    cap.ensurePolished()  # the key's own font and padding come from the style sheet
    cap.setMinimumWidth(max(96, cap.sizeHint().width()))
    cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return cap
