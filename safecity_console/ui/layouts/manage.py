"""Walls and layouts: every kept wall and own layout, in an order of the officer's, and which wall is his.

Belongs here: the dialog and its deeds on the services. Does not belong here: the lists themselves (ordered_list.py),
files (desk.py opens them), arranging the wall on screen.
Invariants: 1. Nothing is deleted without a sentence that says what and what stays. 2. The lists show what is kept,
whoever changed it. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.wall import SavedWall
from safecity_console.services.layouts import OwnLayout
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.layouts.ordered_list import ListRow, OrderedList
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.thumbnail import layout_icon
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface
from safecity_console.ui.widgets.name_dialog import NameDialog
from safecity_console.ui.widgets.question import Question

WIDE_PX, HIGH_PX = 1040, 640


class WallsDialog(QDialog):
    """The dialog; `shown` carries a saved wall for the screen."""

    shown = Signal(object)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        theme = screen.theme
        self.setWindowTitle(self.tr("Walls and layouts"))
        self.setModal(True)
        self.resize(min(WIDE_PX, parent.window().width() - 40), min(HIGH_PX, parent.window().height() - 40))
        self.show_wall = button(self.tr("Show on the wall"), "small", theme, "eye")
        self.mine = button(self.tr("Set as my wall"), "small", theme, "star")
        self.walls = OrderedList(self.tr("Kept walls"), self.tr(
            "No wall is kept yet. “Save this wall as…” in the wall's bar keeps what is on screen."), theme,
            (self.show_wall, self.mine))
        self.layouts = OrderedList(self.tr("Own layouts"), self.tr(
            "No layout of your own yet. “Edit layout…” makes one."), theme)
        self.note = label("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.walls_changed.connect(self.show_state)
        self.finished.connect(lambda _result: self._bridge.close())
        self.show_state()
        (self.walls.list if self.walls.ids() else self.layouts.list).setFocus()

    def show_state(self) -> None:
        """Show what is kept now."""
        services = self._screen.services
        mine = services.walls.own_default(self._badge)
        self.walls.set_rows([self._wall_row(one, mine is not None and one.id == mine.id)
                             for one in services.walls.saved()])
        self.layouts.set_rows([self._layout_row(one) for one in services.layouts.own()])
        self.export.setEnabled(bool(self.walls.ids() or self.layouts.ids()))
        self._show_mine()

    def tell(self, text: str, role: str = "secondary") -> None:
        """Say what was done, or why not."""
        self.note.setText(text)
        set_role(self.note, role)

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.addWidget(label(self.windowTitle(), "title"))
        head.addWidget(label(self.tr("Drag rows into your order. A wall keeps its layout itself: deleting a layout"
                                     " changes no wall."), "secondary", wrap=True))
        lists = row(self.walls, self.layouts, spacing=24, margins=(24, 4, 24, 12))
        lists.setStretch(0, 1)
        lists.setStretch(1, 1)
        self.export = button(self.tr("Export to a file…"), "", self._screen.theme, "download")
        self.bring = button(self.tr("Import from a file…"), "", self._screen.theme, "upload")
        self.leave = button(self.tr("Close"), "primary")
        foot = surface("foot")
        foot.setLayout(row(self.export, self.bring, self.note, self.leave, margins=(24, 12, 24, 12)))
        foot.layout().setStretchFactor(self.note, 1)  # type: ignore[union-attr]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(lists, 1)
        box.addWidget(foot)

    def _connect(self) -> None:
        services = self._screen.services
        self.export.clicked.connect(self.export_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.leave.clicked.connect(self.accept)
        self.show_wall.clicked.connect(lambda: self._show(self.walls.chosen()))
        self.mine.clicked.connect(self._on_mine)
        self.walls.opened.connect(self._show)
        self.walls.chosen_changed.connect(self._show_mine)
        self.walls.ordered.connect(lambda ids: self._do(lambda: services.walls.reorder(ids)))
        self.layouts.ordered.connect(lambda ids: self._do(lambda: services.layouts.reorder(ids)))
        self.walls.rename_wanted.connect(self._rename_wall)
        self.layouts.rename_wanted.connect(self._rename_layout)
        self.walls.delete_wanted.connect(self._delete_wall)
        self.layouts.delete_wanted.connect(self._delete_layout)

    def _wall_row(self, saved: SavedWall, mine: bool) -> ListRow:
        wall = saved.wall
        held = sum(1 for tile in wall.tiles if tile is not None)
        parts = [self.tr("tiles: {tiles} · cameras: {cameras}").format(tiles=ltr(len(wall.tiles)), cameras=ltr(held))]
        if wall.locked:
            parts.append(self.tr("locked"))
        if wall.hotspot is not None:
            parts.append(self.tr("hotspot in tile {tile}").format(tile=ltr(wall.hotspot + 1)))
        if mine:
            parts.insert(0, self.tr("★ your wall"))
        return ListRow(saved.id, saved.name, " · ".join(parts), layout_icon(wall.layout, self._screen.theme))

    def _layout_row(self, own: OwnLayout) -> ListRow:
        tiles = self.tr("{count} tiles").format(count=ltr(len(own.grid.blocks)))
        return ListRow(own.id, own.name, tiles, layout_icon(own.key, self._screen.theme))

    def _show_mine(self) -> None:
        mine = self._screen.services.walls.own_default(self._badge)
        is_mine = mine is not None and mine.id == self.walls.chosen()
        text = self.tr("No longer my wall") if is_mine else self.tr("Set as my wall")
        self.mine.setText(text)
        self.mine.setAccessibleName(text)

    @property
    def _badge(self) -> str:
        return self._screen.services.desk.actor.badge  # empty while nobody has officers yet: the workstation's wall

    def _wall(self, wall_id: str | None) -> SavedWall | None:
        return next((one for one in self._screen.services.walls.saved() if one.id == wall_id), None)

    def _show(self, wall_id: str | None) -> None:
        saved = self._wall(wall_id)
        if saved is not None:
            self.shown.emit(saved)
            self.accept()

    def _on_mine(self) -> None:
        saved, services = self._wall(self.walls.chosen()), self._screen.services
        if saved is None:
            return
        mine = services.walls.own_default(self._badge)
        takes_back = mine is not None and mine.id == saved.id
        if self._do(lambda: services.walls.set_default(None if takes_back else saved.id, self._badge)):
            text = self.tr("You begin with the wall as it was left.") if takes_back \
                else self.tr("“{name}” is your wall now; “Go to my wall” leads to it.")
            self.tell(text.format(name=isolated(saved.name)), "good")

    def _rename_wall(self, wall_id: str) -> None:
        saved = self._wall(wall_id)
        if saved is not None:
            self._ask_name(self.tr("Rename the wall"), self.tr("Name of the wall"), saved.name,
                           lambda name: self._screen.services.walls.rename(wall_id, name))

    def _rename_layout(self, layout_id: str) -> None:
        own = next((one for one in self._screen.services.layouts.own() if one.id == layout_id), None)
        if own is not None:
            self._ask_name(self.tr("Rename the layout"), self.tr("Name of the layout"), own.name,
                           lambda name: self._screen.services.layouts.rename(layout_id, name))

    def _ask_name(self, title: str, field: str, name: str, deed: Callable[[str], None]) -> None:
        dialog = NameDialog(title, field, name, self.tr("Rename"), self)

        def on_named(given: str) -> None:
            try:
                deed(given)
            except WorldError as error:
                dialog.field.refuse(world_sentence(error))
                return
            self.show_state()
            dialog.accept()

        dialog.named.connect(on_named)
        dialog.open()

    def _delete_wall(self, wall_id: str) -> None:
        saved = self._wall(wall_id)
        if saved is not None:
            sentence = self.tr("The kept wall “{name}” is deleted; the cameras and what is on screen stay as they are.")
            self._ask_delete(self.tr("Delete the wall"), sentence.format(name=isolated(saved.name)),
                             lambda: self._screen.services.walls.delete(wall_id))

    def _delete_layout(self, layout_id: str) -> None:
        own = next((one for one in self._screen.services.layouts.own() if one.id == layout_id), None)
        if own is not None:
            sentence = self.tr("The layout “{name}” is deleted; walls that were made with it stay as they are.")
            self._ask_delete(self.tr("Delete the layout"), sentence.format(name=isolated(own.name)),
                             lambda: self._screen.services.layouts.delete(layout_id))

    def _ask_delete(self, title: str, sentence: str, deed: Callable[[], None]) -> None:
        question = Question(title, sentence, title, self)
        question.agreed.connect(lambda: self._do(deed))
        question.open()

    def _do(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except WorldError as error:
            self.tell(world_sentence(error), "critical")
            self.show_state()
            return False
        self.tell("")
        self.show_state()
        return True
