"""One command with its keys: take one away, add one, and what stands in the way of that.

Belongs here: the row and its sentence. Does not belong here: the list of rows (assign.py), judging keys
(services/keys.py).
Invariants: 1. A key that belongs to another command is moved only by a second press, which says from whom.
2. What is refused says why, below the command. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QWidget

from safecity_console.domain.command import Command
from safecity_console.domain.errors import Conflict, Refused, WorldError
from safecity_console.domain.finding import fold
from safecity_console.domain.keys import is_fixed
from safecity_console.ui.actions import native_text
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.keys.recorder import Recorder
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import command_words
from safecity_console.ui.widgets.basics import button, column, icon_label, label, row

translate = QCoreApplication.translate
KEYS_PX = 430


class KeyRow(QFrame):
    """The row of one command."""

    def __init__(self, screen: Screen, command: Command) -> None:
        super().__init__()
        self._screen, self._keys, self.command = screen, screen.services.keys, command
        words = command_words(command.id)
        self._shown: tuple[object, ...] = ()
        self.setProperty("surface", "entry")
        self._caps = row(spacing=6)
        self.recorder = Recorder(
            screen.theme, translate("keys", "Add a key for “{command}”").format(command=words.title))
        self.recorder.heard.connect(self.hear)
        self.reset = button(translate("keys", "Reset"), "quiet")
        self.reset.setIcon(icon("undo-2", screen.theme, size_px=14))
        self.reset.setToolTip(translate("keys", "Gives this command its first keys again."))
        self.reset.clicked.connect(self._on_reset)
        said = column(label(words.title, "strong"), label(words.help, "small", wrap=True), spacing=1)
        keys = QWidget()
        keys.setLayout(self._caps)
        keys.setFixedWidth(KEYS_PX)
        line = row(keys, self.reset, spacing=8)
        line.insertLayout(0, said, 1)
        self._sentence = label("", "impaired", wrap=True)
        self.move_here = button(translate("keys", "Move it here"), "primary")
        self.keep_there = button(translate("keys", "Leave it there"))
        self.move_here.clicked.connect(self._on_move)
        self.keep_there.clicked.connect(lambda: self._say(""))
        self._mark = icon_label("triangle-alert", screen.theme, "impaired")
        self._trouble = QFrame()
        self._trouble.setProperty("surface", "warm")
        trouble = row(self._mark, self._sentence, self.keep_there, self.move_here, margins=(12, 8, 12, 8), spacing=10)
        trouble.setStretch(1, 1)
        self._trouble.setLayout(trouble)
        box = column(spacing=8, margins=(24, 10, 24, 10))
        box.addLayout(line)
        box.addWidget(self._trouble)
        self.setLayout(box)
        self._wanted = ""
        self._say("")
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys in force, where they are others."""
        keys, own = self._keys.keys_of(self.command.id), self._keys.is_own(self.command.id)
        if self._shown == (keys, own):
            return
        self._shown = keys, own
        while (item := self._caps.takeAt(0)) is not None:
            cap = item.widget()
            if cap is not None and cap is not self.recorder:
                cap.hide()
                cap.deleteLater()
        self._caps.addStretch(1)
        for key in keys:
            self._caps.addWidget(self._cap(key), 0, Qt.AlignmentFlag.AlignVCenter)
        self._caps.addWidget(self.recorder)
        self.reset.setEnabled(own)

    def matches(self, typed: str) -> bool:
        """Tell whether the command is looked for by a part of its words or keys."""
        words = command_words(self.command.id)
        keys = " ".join(native_text(key) for key in self._keys.keys_of(self.command.id))
        return fold(typed) in fold(f"{words.title} {words.help} {keys}")

    def hear(self, key: str) -> None:
        """Give the command the key that was pressed, or say what stands in the way."""
        try:
            self._keys.add(self.command.id, key)
        except Conflict as error:
            self._wanted = key
            pattern = translate("keys", "{key} belongs to “{command}”.")
            owner = command_words(str(error.figures.get("command"))).title
            self._say(pattern.format(key=ltr(native_text(key)), command=isolated(owner)), conflict=True)
        except WorldError as error:
            self._say(_sentence(error))
        else:
            self._say("")

    def _cap(self, key: str) -> QWidget:
        if is_fixed(self.command.id, key):
            return label(ltr(key), "key")  # nobody can lose it
        made = button(ltr(native_text(key)), "keycap")
        made.setIcon(icon("x", self._screen.theme, size_px=12))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the key
        taken = translate("keys", "Take {key} away").format(key=ltr(native_text(key)))
        made.setAccessibleName(taken)
        made.setToolTip(taken)
        made.clicked.connect(partial(self._try, partial(self._keys.remove, self.command.id, key)))
        return made

    def _on_move(self) -> None:
        self._try(partial(self._keys.move, self.command.id, self._wanted))

    def _on_reset(self) -> None:
        left: list[str] = []
        self._try(lambda: left.extend(self._keys.reset(self.command.id)))
        if left:
            owner = command_words(self._keys.owner_of(left[0]) or self.command.id).title
            pattern = translate("keys", "{key} stays with “{command}”.")
            self._say(pattern.format(key=ltr(native_text(left[0])), command=isolated(owner)))

    def _try(self, deed: Callable[[], None], _checked: bool = False) -> None:
        try:
            deed()
        except WorldError as error:
            self._say(_sentence(error))
        else:
            self._say("")

    def _say(self, sentence: str, conflict: bool = False) -> None:
        self._sentence.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        for choice in (self.move_here, self.keep_there):
            choice.setVisible(conflict)
        if conflict:
            self.move_here.setFocus(Qt.FocusReason.OtherFocusReason)


def _sentence(error: WorldError) -> str:
    if isinstance(error, Refused) and isinstance(error.figures.get("key"), str):
        named = {**error.figures, "key": native_text(str(error.figures["key"])) or error.figures["key"]}
        return world_sentence(Refused(error.code, **named))
    return world_sentence(error)


