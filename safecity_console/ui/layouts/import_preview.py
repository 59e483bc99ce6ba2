"""A file of walls and layouts before it is taken in: each entry, and what would become of it.

Belongs here: the preview and the one button that writes. Does not belong here: reading files (services/wall_files.py).
Invariants: 1. Nothing is written before the button. 2. What replaces something kept, and every camera that is not
registered here, is said beside the entry. 3. What was ticked is written whole or not at all. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.grid_edit import key_of
from safecity_console.services.wall_files import FileWall, WallFile
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.layouts.ordered_list import TALL_ROWS
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.thumbnail import layout_icon
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface

NAMED_MOST = 6


class WallImport(QDialog):
    """The preview; `taken` carries how many entries were written."""

    taken = Signal(int)

    def __init__(self, screen: Screen, file_name: str, content: WallFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen, self._content = screen, content
        self.setWindowTitle(self.tr("Import walls and layouts"))
        self.setModal(True)
        self.resize(760, 520)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Entries of the file"))
        self.list.setIconSize(QSize(40, 24))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.go = button(self.tr("Import"), "primary", screen.theme, "check")
        self.go.setDefault(True)
        self._note = label(self.tr("Nothing is written before you press the button."), "secondary", wrap=True)
        leave = button(self.tr("Cancel"))
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.addWidget(label(self.tr("What will happen with “{file}”").format(file=isolated(file_name)), "title"))
        head.addWidget(label(self.tr("Take the tick away from what you do not want (Space)."), "secondary"))
        foot = surface("foot")
        foot.setLayout(row(self._note, leave, self.go, margins=(24, 12, 24, 12)))
        foot.layout().setStretchFactor(self._note, 1)  # type: ignore[union-attr]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(row(self.list, margins=(24, 0, 24, 12)), 1)
        box.addWidget(foot)
        self._fill()
        self.list.itemChanged.connect(lambda _item: self._show_count())
        self.go.clicked.connect(self._on_go)
        leave.clicked.connect(self.reject)
        self._show_count()
        self.list.setFocus()

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        services, theme = self._screen.services, self._screen.theme
        kept_layouts = {own.name.casefold() for own in services.layouts.own()}
        kept_walls = {saved.name.casefold() for saved in services.walls.saved()}
        for own in self._content.layouts:
            title = self.tr("Layout “{name}”").format(name=isolated(own.name))
            notes = [self._fate(own.name.casefold() in kept_layouts)]
            self._add(title, notes, layout_icon(key_of(own.grid), theme))
        for one in self._content.walls:
            title = self.tr("Wall “{name}”").format(name=isolated(one.name))
            notes = [self._fate(one.name.casefold() in kept_walls), *self._camera_notes(one)]
            self._add(title, notes, layout_icon(one.wall.layout, theme))

    def _add(self, title: str, notes: list[str], picture: QIcon) -> None:
        item = QListWidgetItem("\n".join([title, *notes]))
        item.setIcon(picture)
        item.setSizeHint(QSize(0, round(self.list.fontMetrics().lineSpacing() * (1 + len(notes)) * TALL_ROWS) + 8))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self.list.addItem(item)

    def _fate(self, replaces: bool) -> str:
        return self.tr("Takes the place of the one kept under this name.") if replaces else self.tr("Is new here.")

    def _camera_notes(self, one: FileWall) -> list[str]:
        notes = []
        if one.unknown:
            pattern = self.tr("Not registered here, their tiles stay empty: {cameras}.")
            notes.append(pattern.format(cameras=_listed(one.unknown)))
        if one.renamed:
            pattern = self.tr("Called otherwise in the file: {cameras}.")
            notes.append(pattern.format(cameras=_listed(one.renamed)))
        return notes

    def _ticked(self) -> list[bool]:
        return [self.list.item(at).checkState() is Qt.CheckState.Checked for at in range(self.list.count())]

    def _show_count(self) -> None:
        count = sum(self._ticked())
        self.go.setEnabled(count > 0)
        text = self.tr("Import {count} entries").format(count=ltr(count)) if count != 1 else self.tr("Import 1 entry")
        self.go.setText(text)
        self.go.setAccessibleName(text)

    def _on_go(self) -> None:
        ticked, first_wall = self._ticked(), len(self._content.layouts)
        layouts = [(own.name, own.grid.text) for own, on in zip(self._content.layouts, ticked, strict=False) if on]
        walls = [(one.name, one.wall) for one, on in zip(self._content.walls, ticked[first_wall:], strict=True) if on]
        try:
            self._screen.services.walls.take_in(walls, layouts)
        except WorldError as error:
            self._note.setText(world_sentence(error))
            set_role(self._note, "critical")
            return
        self.taken.emit(len(layouts) + len(walls))
        self.accept()


def _listed(cameras: tuple[tuple[int, str], ...]) -> str:
    named = [f"{number_text(number)} {isolated(name)}".rstrip() for number, name in cameras[:NAMED_MOST]]
    return ", ".join([*named, "…"] if len(cameras) > NAMED_MOST else named)
