"""The menus of the wall's bar: kept walls, and layouts beyond the buttons.

Belongs here: the menus, renaming and deleting the wall on screen. Does not belong here: the bar (toolbar.py), the
dialogs of walls and layouts (ui/layouts/).
Invariants: 1. A wall is deleted only after a sentence that says which. 2. Every ready and every own layout is in reach:
what has no button stands in the menu. 3. A menu gives the focus back to the wall. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.wall import LAYOUTS, SavedWall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.actions import ICONS, key_text
from safecity_console.ui.format import isolated
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.texts import command_words
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.thumbnail import layout_icon
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.widgets.name_dialog import NameDialog

translate = QCoreApplication.translate

NAME_MOST_PX = 280
OF_WALLS = ("wall.home", "wall.manage")
OF_LAYOUTS = ("wall.edit_layout", "wall.manage")


class BarMenus:
    """Makes the menus of one bar."""

    def __init__(self, services: ConsoleServices, theme: Theme, view: WallView, bar: QWidget) -> None:
        self._services, self._theme, self._view, self._bar = services, theme, view, bar

    def walls(self) -> QMenu:
        """Make the menu of saved walls."""
        menu = QMenu(self._bar)
        current = self._view.controller.saved_wall()
        for saved in self._services.walls.saved():
            action = self._named(menu, saved.name, layout_icon(saved.wall.layout, self._theme))
            action.setCheckable(True)
            action.setChecked(current is not None and saved.id == current.id)
            action.triggered.connect(partial(self._on_chosen, saved))
        if not menu.isEmpty():
            menu.addSeparator()
        self._add(menu, translate("WallToolbar", "Save this wall as…"), "save",
                  partial(self._view.command_wanted.emit, "wall.save"))
        if current is not None:
            named = {"name": isolated(_short(current.name, menu))}
            self._add(menu, translate("WallToolbar", "Rename “{name}”…").format(**named), "pencil",
                      partial(self._rename, current))
            self._add(menu, translate("WallToolbar", "Delete “{name}”…").format(**named), "trash-2",
                      partial(self._ask_delete, current))
        menu.addSeparator()
        self._add_commands(menu, OF_WALLS)
        self._give_back(menu)
        return menu

    def layouts(self, on_bar: Collection[str]) -> QMenu:
        """Make the menu of the layouts that have no button now."""
        menu = QMenu(self._bar)
        shown = self._view.wall().layout
        ready = [(layout.key, layout.key) for layout in LAYOUTS if layout.key not in on_bar]
        own = [(layout.name, layout.key) for layout in self._services.layouts.own()]
        for group in (ready, own):
            for name, key in group:
                action = self._named(menu, name, layout_icon(key, self._theme))
                action.setCheckable(True)
                action.setChecked(key == shown)
                action.triggered.connect(partial(self._on_layout, key))
            if group:
                menu.addSeparator()
        self._add_commands(menu, OF_LAYOUTS)
        self._give_back(menu)
        return menu

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _named(self, menu: QMenu, name: str, picture: QIcon) -> QAction:
        shown = _short(name, menu)
        action = QAction(picture, shown.replace("&", "&&"), menu)
        if shown != name:
            action.setToolTip(name)
        menu.addAction(action)
        return action

    def _add_commands(self, menu: QMenu, command_ids: tuple[str, ...]) -> None:
        for command_id in command_ids:
            title, key = command_words(command_id).title, key_text(self._services.keys, command_id)
            self._add(menu, f"{title}\t{key}" if key else title, ICONS[command_id],
                      partial(self._view.command_wanted.emit, command_id))

    def _add(self, menu: QMenu, title: str, name: str, do: Callable[[], object]) -> None:
        action = QAction(icon(name, self._theme), title.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)

    def _give_back(self, menu: QMenu) -> None:
        """Let a menu go when it closes, the focus to the wall."""
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._view.focus_soon)

    def _on_chosen(self, saved: SavedWall, _checked: bool = False) -> None:
        self._view.controller.show_wall(saved.wall, saved.name)

    def _on_layout(self, key: str, _checked: bool = False) -> None:
        self._view.controller.set_layout(key)
        self._view.take_focus()

    def _rename(self, saved: SavedWall) -> None:
        title, field = translate("WallToolbar", "Rename the wall"), translate("WallToolbar", "Name of the wall")
        dialog = NameDialog(title, field, saved.name, translate("WallToolbar", "Rename"), self._bar)
        dialog.named.connect(partial(self._on_renamed, dialog, saved))
        dialog.finished.connect(self._view.take_focus)
        dialog.open()

    def _on_renamed(self, dialog: NameDialog, saved: SavedWall, name: str) -> None:
        try:
            self._services.walls.rename(saved.id, name)
        except WorldError as error:
            dialog.field.refuse(world_sentence(error))
            return
        self._view.controller.name_wall(name)
        dialog.accept()

    def _ask_delete(self, saved: SavedWall) -> None:
        box = QMessageBox(self._bar)
        box.setWindowTitle(translate("WallToolbar", "Delete the wall"))
        pattern = translate("WallToolbar",
                            "The saved wall “{name}” is deleted; the cameras and what is on screen stay as they are.")
        box.setText(pattern.format(name=isolated(saved.name)))
        go = box.addButton(translate("WallToolbar", "Delete the wall"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        go.clicked.connect(partial(self._delete, saved))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._view.take_focus)
        box.open()

    def _delete(self, saved: SavedWall, _checked: bool = False) -> None:
        try:
            self._services.walls.delete(saved.id)
        except WorldError as error:
            self._view.said.emit(world_sentence(error), "warning")
            return
        self._view.controller.name_wall("")


def _short(name: str, menu: QMenu) -> str:
    return QFontMetrics(menu.font()).elidedText(name, Qt.TextElideMode.ElideRight, NAME_MOST_PX)
