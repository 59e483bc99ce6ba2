"""The menu of one tile, made of commands.

Belongs here: which commands a tile offers and their keys beside them. Does not belong here: doing them.
Invariants: 1. The menu registers no shortcut of its own: the frame's actions have them. 2. What cannot be done now is
disabled by the domain's rule. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from safecity_console.domain.command import COMMAND_BY_ID, Situation, enabled
from safecity_console.services.keys import KeyService
from safecity_console.ui.actions import ICONS, key_text
from safecity_console.ui.icons import icon
from safecity_console.ui.texts import command_words
from safecity_console.ui.theme import Theme

TILE_COMMANDS = (
    "wall.expand", "ptz.mouse", "ptz.home", "zoom.in", "zoom.reset", "wall.snapshot", "tile.sound", "wall.retry",
    "wall.previous_camera", "wall.tile_back", "wall.tile_forward", "wall.hotspot", "tour.pin", "tile.info",
    "camera.edit", "wall.clear_tile",
)


def tile_menu(parent: QWidget, theme: Theme, situation: Situation, give: Callable[[str], None],
              keys: KeyService) -> QMenu:
    """Make the menu; `give` is called with the id of the command chosen."""
    menu = QMenu(parent)
    menu.setAccessibleName(command_words("wall.expand").title)
    for command_id in TILE_COMMANDS:
        if command_id == "camera.edit":
            menu.addSeparator()
        command = COMMAND_BY_ID[command_id]
        title, key = command_words(command_id).title, key_text(keys, command_id)
        action = QAction(f"{title}\t{key}" if key else title, menu)
        action.setObjectName(command_id)
        if command_id in ICONS:
            action.setIcon(icon(ICONS[command_id], theme))
        action.setEnabled(enabled(command, situation))
        action.triggered.connect(partial(_on_triggered, give, command_id))
        menu.addAction(action)
    return menu


def _on_triggered(give: Callable[[str], None], command_id: str, _checked: bool = False) -> None:
    give(command_id)
