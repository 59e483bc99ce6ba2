"""The bar above the wall: which wall, which layout, what works or all places, go to a camera.

Belongs here: the bar's widgets and the menu of saved walls. Does not belong here: the wall itself (view.py), the dialog
that saves it (the frame's, command `wall.save`).
Invariants: 1. The bar shows what is on screen, whoever changed it. 2. A wall is deleted only after a sentence that says
which. 3. Layouts that find no room stand in the menu at their end. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QMessageBox, QPushButton, QToolButton, QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.wall import LAYOUTS, SavedWall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.actions import keyed_tip
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.style import mixed
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.model import Mode
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.widgets.name_dialog import NameDialog

ALWAYS = ("1", "4", "9", "16", "25", "36")
HEIGHT_PX = 44
PICKER_MOST_PX = 220


class WallToolbar(QFrame):
    """The bar."""

    def __init__(self, services: ConsoleServices, theme: Theme, view: WallView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._theme, self._view = services, theme, view
        self.setProperty("surface", "strip")
        self.setFixedHeight(HEIGHT_PX)
        self.picker = self._make_picker()
        self._layouts = QButtonGroup(self)
        self.segments = self._make_segments()
        self.more = self._make_more()
        self.works = self._make_works()
        self.go_to = self._make_find()
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        box.setSpacing(8)
        for widget in (self.picker, self.segments, self.more, self.works):
            box.addWidget(widget)
        for button in (self.picker, self.more, self.works, self.go_to, *self._layouts.buttons()):
            # A click leaves the focus on the wall, so that the number keys go on; Tab still reaches the bar.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box.addStretch(1)
        box.addWidget(self.go_to)
        view.state_changed.connect(self.show_state)
        self._bridge = Bridge(services.bus, self)
        self._bridge.walls_changed.connect(self.show_state)
        self._bridge.keys_changed.connect(self.show_keys)
        self.show_keys()
        self.destroyed.connect(self._bridge.close)
        self.show_state()

    def show_state(self) -> None:
        """Show what is on screen now."""
        wall, name = self._view.wall(), self._view.controller.wall_name
        saved = self._view.controller.saved_wall()
        title = name if saved is not None else self.tr("Unsaved wall")
        if saved is not None and saved.wall != wall:
            title = self.tr("{name} (changed)").format(name=name)
        shown = self.picker.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, PICKER_MOST_PX - 60)
        self.picker.setText(" " + shown.replace("&", "&&"))  # Fusion leaves no room between icon and words
        self.picker.setAccessibleName(self.tr("Wall on screen: {name}").format(name=title))
        works = self._view.mode() is Mode.WHAT_WORKS
        self._layouts.setExclusive(False)
        for button in self._layouts.buttons():
            button.setChecked(not works and button.property("layout_key") == wall.layout)
        self._layouts.setExclusive(not works)
        self.works.setChecked(works)
        self.works.setText(" " + (self.tr("What works") if works else self.tr("All places")))
        self._fit()

    def show_keys(self) -> None:
        """Show the keys in force in the tool tips."""
        keys = self._services.keys
        self.works.setToolTip(
            keyed_tip(self.tr("Shows only cameras with a picture, or all places"), keys, "wall.what_works"))
        self.go_to.setToolTip(
            keyed_tip(self.tr("Finds a camera, place, wall or command by a part of its name"), keys, "find.anything"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def walls_menu(self) -> QMenu:
        """Make the menu of saved walls."""
        menu = QMenu(self)
        current = self._view.controller.saved_wall()
        for saved in self._services.walls.saved():
            action = QAction(saved.name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(current is not None and saved.id == current.id)
            action.triggered.connect(partial(self._on_chosen, saved))
            menu.addAction(action)
        if not menu.isEmpty():
            menu.addSeparator()
        self._add(menu, self.tr("Save this wall as…"), "save", partial(self._view.command_wanted.emit, "wall.save"))
        if current is not None:
            named = {"name": ltr(current.name)}
            self._add(menu, self.tr("Rename “{name}”…").format(**named), "pencil", partial(self._ask_rename, current))
            self._add(menu, self.tr("Delete “{name}”…").format(**named), "trash-2", partial(self._ask_delete, current))
        self._give_back(menu)
        return menu

    # ---- inside ------------------------------------------------------------------------------------------------

    def _make_picker(self) -> QPushButton:
        made = QPushButton()
        made.setIcon(icon("layout-grid", self._theme))
        made.setMaximumWidth(PICKER_MOST_PX)
        made.setToolTip(self.tr("Choose, save, rename or delete a wall"))
        made.clicked.connect(self._on_picker)
        return made

    def _make_segments(self) -> QFrame:
        frame = QFrame()
        frame.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        frame.setObjectName("segments")
        theme = self._theme
        frame.setStyleSheet(
            f"QFrame#segments {{ background: {theme.raised}; border-radius: 6px; }}"
            f"QFrame#segments QToolButton {{ background: transparent; border: 1px solid transparent;"
            f" border-radius: 5px; padding: 4px 7px; color: {theme.secondary}; min-width: 16px; }}"
            f"QFrame#segments QToolButton:hover {{ color: {theme.text}; background: {theme.control}; }}"
            f"QFrame#segments QToolButton:focus {{ border: 1px solid {theme.selection}; }}"
            f"QFrame#segments QToolButton:checked {{ color: {theme.text}; font-weight: 600;"
            f" background: {mixed(theme.selection, theme.control, 0.22)}; }}"
        )
        box = QHBoxLayout(frame)
        box.setContentsMargins(2, 2, 2, 2)
        box.setSpacing(0)
        for layout in LAYOUTS:
            button = QToolButton()
            button.setText(layout.key)
            button.setCheckable(True)
            button.setProperty("layout_key", layout.key)
            button.setAccessibleName(self.tr("Layout {key}").format(key=layout.key))
            button.clicked.connect(partial(self._on_layout, layout.key))
            self._layouts.addButton(button)
            box.addWidget(button)
        return frame

    def _make_more(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "quiet")
        made.setIcon(icon("ellipsis", self._theme))
        made.setAccessibleName(self.tr("More layouts"))
        made.setToolTip(self.tr("More layouts"))
        made.clicked.connect(self._on_more)
        return made

    def _make_works(self) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setIcon(icon("eye", self._theme, on_role="selection"))
        made.setAccessibleName(self.tr("What works"))
        made.clicked.connect(self._on_works)
        return made

    def _make_find(self) -> QPushButton:
        made = QPushButton(" " + self.tr("Find anything…"))
        made.setProperty("kind", "quiet")
        made.setIcon(icon("search", self._theme))
        made.setAccessibleName(self.tr("Find anything"))
        made.clicked.connect(self._on_find)
        return made

    def _give_back(self, menu: QMenu) -> None:
        """Let a menu go when it closes, the focus to the wall."""
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._view.focus_soon)

    def _fit(self) -> None:
        """Show as many layouts as find room; the rest is in the menu."""
        fixed = sum(w.sizeHint().width() for w in (self.picker, self.works, self.go_to)) + 12 * 2 + 8 * 5
        room = self.width() - fixed - 8
        wide = sum(b.sizeHint().width() for b in self._layouts.buttons()) + 4
        narrow = room < wide
        for button in self._layouts.buttons():
            kept = not narrow or button.property("layout_key") in ALWAYS or button.isChecked()
            button.setVisible(kept)
        self.more.setVisible(narrow)

    def _add(self, menu: QMenu, title: str, name: str, do: partial[None]) -> None:
        action = QAction(icon(name, self._theme), title.replace("&", "&&"), menu)
        action.triggered.connect(lambda _checked=False: do())
        menu.addAction(action)

    def _on_picker(self) -> None:
        self.walls_menu().popup(self.picker.mapToGlobal(self.picker.rect().bottomLeft()))

    def _on_more(self) -> None:
        menu = QMenu(self)
        for layout in LAYOUTS:
            if layout.key not in ALWAYS:
                action = QAction(layout.key, menu)
                action.triggered.connect(partial(self._on_layout, layout.key))
                menu.addAction(action)
        self._give_back(menu)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_layout(self, key: str, _checked: bool = False) -> None:
        self._view.controller.set_layout(key)
        self._view.take_focus()

    def _on_works(self, _checked: bool = False) -> None:
        self._view.run("wall.what_works")
        self._view.take_focus()

    def _on_find(self) -> None:
        self._view.command_wanted.emit("find.anything")

    def _on_chosen(self, saved: SavedWall, _checked: bool = False) -> None:
        self._view.controller.show_wall(saved.wall, saved.name)

    def _ask_rename(self, saved: SavedWall) -> None:
        dialog = NameDialog(self.tr("Rename the wall"), self.tr("Name of the wall"), saved.name,
                            self.tr("Rename"), self)
        dialog.named.connect(partial(self._rename, dialog, saved))
        dialog.finished.connect(self._view.take_focus)
        dialog.open()

    def _rename(self, dialog: NameDialog, saved: SavedWall, name: str) -> None:
        try:
            self._services.walls.rename(saved.id, name)
        except WorldError as error:
            dialog.field.refuse(world_sentence(error))
            return
        self._view.controller.name_wall(name)
        dialog.accept()

    def _ask_delete(self, saved: SavedWall) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Delete the wall"))
        pattern = self.tr("The saved wall “{name}” is deleted; the cameras and what is on screen stay as they are.")
        box.setText(pattern.format(name=ltr(saved.name)))
        go = box.addButton(self.tr("Delete the wall"), QMessageBox.ButtonRole.DestructiveRole)
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
