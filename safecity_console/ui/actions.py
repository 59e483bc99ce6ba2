"""The command table as Qt actions: titles from texts, keys from the key service, enabled by the domain's rule.

Belongs here: making the actions and keeping them in step with the situation. Does not belong here: doing commands
(main_window.py, ui/wall/), words (texts.py).
Invariants: 1. One action per row of the table, and no other. 2. A disabled command's key does nothing. 3. Keys given
anew count at once. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from safecity_console.domain.access import EVERY_PERMISSION
from safecity_console.domain.command import COMMANDS, Command, Obstacle, Situation, enabled, obstacle
from safecity_console.services.keys import KeyService
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.texts import command_words
from safecity_console.ui.theme import Theme

ICONS: dict[str, str] = {
    "help.keys": "keyboard", "wall.snapshot": "camera", "wall.what_works": "eye", "page.wall": "layout-grid",
    "page.cameras": "cctv", "page.settings": "settings", "wall.next_layout": "grid-2x2",
    "window.full_screen": "maximize", "wall.expand": "expand", "wall.previous_camera": "history",
    "wall.clear_tile": "x", "wall.retry": "refresh-cw", "wall.save": "save", "wall.find": "search",
    "camera.add": "plus", "camera.edit": "pencil", "camera.import": "file-up", "app.quit": "power-off",
    "find.anything": "command", "wall.edit_layout": "square-split-horizontal", "wall.manage": "rows-3",
    "wall.lock": "lock", "wall.hotspot": "magnet", "wall.tile_back": "arrow-left", "wall.tile_forward": "arrow-right",
    "wall.undo": "undo-2", "wall.redo": "redo-2", "wall.home": "star", "tour.toggle": "route", "tour.pause": "pause",
    "tour.next": "skip-forward", "tour.previous": "skip-back", "tour.pin": "pin", "tour.manage": "list-video",
    "screen.send_wall": "monitor-up", "screen.send_camera": "monitor", "screen.take_back": "monitor-x",
    "zoom.in": "zoom-in", "zoom.out": "zoom-out", "zoom.reset": "shrink", "tile.info": "info",
    "tile.sound": "volume-2", "page.streams": "activity", "keys.assign": "keyboard",
    "page.incidents": "siren", "page.watch": "binoculars", "page.liaison": "handshake",
    "page.handover": "notebook-pen", "page.audit": "scroll-text", "incident.new": "siren",
    "incident.acknowledge": "check", "incident.step": "chevron-right", "incident.note": "message-square-plus",
    "incident.dispatch": "radio", "incident.hold": "hourglass", "incident.hoax": "phone-off",
    "incident.print": "printer", "incident.search": "search", "complaint.new": "phone-incoming",
    "watch.board": "panel-right", "watch.new": "binoculars", "shift.log": "notebook-pen",
    "ptz.mouse": "move", "ptz.stop": "square", "ptz.stop_all": "octagon-x", "ptz.home": "house",
    "ptz.patrol": "route", "ptz.auto_focus": "focus", "ptz.give_back": "hand", "camera.discover": "radar",
    "console.lock": "lock", "console.sign_out": "log-out", "officer.password": "key-round",
}
_ALSO = {"help.keys": ("?",)}  # a second way in, as UX.md's table has it
_REPEATING = frozenset({"zoom.in", "zoom.out"})


class Actions(QObject):
    """Every command of the table as an action of one window."""

    wanted = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, keys: KeyService) -> None:
        super().__init__(window)
        self.keys = keys
        self.situation = Situation(EVERY_PERMISSION)
        self._by_id = {command.id: self._make(command, window, theme) for command in COMMANDS}
        self.take_keys()

    def action(self, command_id: str) -> QAction:
        """Give the action of a command."""
        return self._by_id[command_id]

    def set_situation(self, situation: Situation) -> None:
        """Enable and disable by the domain's rule; what the role does not allow says so."""
        if situation.permissions != self.situation.permissions:
            for command in COMMANDS:
                denied = obstacle(command, situation) is Obstacle.PERMISSION
                self._by_id[command.id].setToolTip(
                    code_sentence("not_permitted", {}) if denied else command_words(command.id).help)
        self.situation = situation
        for command in COMMANDS:
            self._by_id[command.id].setEnabled(enabled(command, situation))

    def take_keys(self) -> None:
        """Take over the keys in force."""
        for command_id, action in self._by_id.items():
            keys = (*self.keys.keys_of(command_id), *_ALSO.get(command_id, ()))
            action.setShortcuts([QKeySequence(key) for key in (*keys, *_numpad_twins(keys))])

    def by_sequence(self, sequence: str) -> QAction | None:
        """Find the enabled action of a key sequence in portable text."""
        wanted = QKeySequence(sequence)
        found = (a for a in self._by_id.values() if a.isEnabled() and wanted in a.shortcuts())
        return next(found, None) if sequence else None

    def release(self, window: QWidget) -> None:
        """Take the actions off the window, before others are made."""
        for action in self._by_id.values():
            window.removeAction(action)
        self.deleteLater()

    def _make(self, command: Command, window: QWidget, theme: Theme) -> QAction:
        words = command_words(command.id)
        action = QAction(words.title, self)
        action.setObjectName(command.id)
        action.setStatusTip(words.help)
        action.setToolTip(words.help)
        if command.id in ICONS:
            action.setIcon(icon(ICONS[command.id], theme))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(command.id in _REPEATING)
        action.triggered.connect(partial(self._on_triggered, command.id))
        window.addAction(action)
        return action

    def _on_triggered(self, command_id: str, _checked: bool = False) -> None:
        self.wanted.emit(command_id)


def native_text(key: str) -> str:
    """Give a key as it stands on keyboards."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_text(keys: KeyService, command_id: str) -> str:
    """Give a command's first key in force as it stands on keyboards; empty where it has none."""
    found = keys.keys_of(command_id)
    return native_text(found[0]) if found else ""


def keyed_tip(text: str, keys: KeyService, command_id: str) -> str:
    """Give a tool tip with the command's key behind it."""
    key = key_text(keys, command_id)
    return f"{text} ({ltr(key)})" if key else text


def _numpad_twins(keys: tuple[str, ...]) -> list[str]:
    return [key.removesuffix("Return") + "Enter" for key in keys if key.endswith("Return")]
