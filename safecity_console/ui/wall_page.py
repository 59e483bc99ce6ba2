"""The Wall page: bar, video wall, and the column beside it, joined.

Belongs here: joining the wall's widgets with the column, saving a wall under a name. Does not belong here: the wall's
own painting and keys (ui/wall/), entries (attention.py).
Invariants: 1. The wall stays left-to-right in every language; the column mirrors. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from safecity_console.domain.errors import WorldError
from safecity_console.ui.actions import Actions
from safecity_console.ui.attention import Attention
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import ltr
from safecity_console.ui.layouts.desk import WallDesk
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.side_column import NARROW_WIDTH_PX, WIDTH_PX, SideColumn
from safecity_console.ui.tours.dialog import ToursDialog
from safecity_console.ui.wall.camera_list import CameraList
from safecity_console.ui.wall.ptz.section import PtzSection
from safecity_console.ui.wall.toolbar import WallToolbar
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.watchboard.board import WatchBoard
from safecity_console.ui.widgets.name_dialog import NameDialog

NARROW_BELOW_PX = 1500


class WallPage(QFrame):
    """The page."""

    command_wanted = Signal(str)
    said = Signal(str, str)
    selection_changed = Signal()
    cameras_page_wanted = Signal(object)
    edit_wanted = Signal(str)

    def __init__(self, screen: Screen, attention: Attention, actions: Actions) -> None:
        super().__init__()
        self._screen, self._attention = screen, attention
        self.setProperty("surface", "page")
        services = screen.services
        self.view = WallView(services, screen.theme, language=screen.language)
        self.list = CameraList(services, screen.theme, self.view)
        self.toolbar = WallToolbar(services, screen.theme, self.view)
        self.view.controller.offer({"tour.manage": self._manage_tours})
        self.side = SideColumn(screen, attention, self.list, PtzSection(screen, self.view.ptz))
        self.board = WatchBoard(screen, self.view.selected_camera)
        self.board.said.connect(self.said)
        self.desk = WallDesk(screen, self.view, self)
        self.desk.said.connect(self.said)
        wall = QVBoxLayout()
        wall.setSpacing(0)
        wall.addWidget(self.toolbar)
        wall.addWidget(self.view, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(wall, 1)
        box.addWidget(self.board)
        box.addWidget(self.side)
        self.view.selection_changed.connect(self._on_selection)
        self.view.command_wanted.connect(self.command_wanted)
        self.view.said.connect(self.said)
        self.side.camera_chosen.connect(self.view.select_camera)
        self.side.cameras_page_wanted.connect(self.cameras_page_wanted)
        self.side.retry_wanted.connect(services.streams.retry)
        self.side.edit_wanted.connect(self.edit_wanted)
        self.side.said.connect(self.said)
        self._deeds = Deeds("no-concern", self)
        self._deeds.refused.connect(lambda sentence: self.said.emit(sentence, "warning"))
        self.side.no_concern_wanted.connect(self._on_no_concern)
        self.setFocusProxy(self.view)
        self.show_side_column()
        self.side.ptz.show_camera(self.selected_camera())
        self.view.set_alarmed(attention.alarmed())

    def selected_camera(self) -> str | None:
        """Give the selected camera's id."""
        return self.view.selected_camera()

    def run(self, command_id: str) -> None:
        """Carry out a command of the wall."""
        if command_id == "wall.save":
            self._ask_name()
        else:
            self.view.run(command_id)

    def show_attention(self) -> None:
        """Show the entries as they are now."""
        self.side.show_entries()
        self.view.set_alarmed(self._attention.alarmed())

    def show_side_column(self) -> None:
        """Show or hide the column as the setting says."""
        self.side.setVisible(self._screen.services.settings.flag("wall.side_column"))

    def release(self) -> None:
        """Stop painting and decoding for this page."""
        self.view.stop()
        self._deeds.finish()
        self.board.release()
        self.side.incidents.figures.release()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its width: narrower where the window is small."""
        super().resizeEvent(event)
        self.side.setFixedWidth(NARROW_WIDTH_PX if self.width() < NARROW_BELOW_PX else WIDTH_PX)

    def _on_selection(self, _camera_id: object) -> None:
        self.side.ptz.show_camera(self.selected_camera())
        self.selection_changed.emit()

    def _on_no_concern(self, camera_id: str) -> None:
        events = self._screen.services.camera_events
        self._deeds.do(lambda: events.no_concern(camera_id), lambda _count: self.view.take_focus())

    def _manage_tours(self) -> bool:
        dialog = ToursDialog(self._screen.services, self._screen.theme, self, self._screen.language)
        dialog.start_wanted.connect(lambda saved: self.view.touring.start(saved.tour, saved.id))
        dialog.finished.connect(self.view.take_focus)
        dialog.open()
        return True

    def _ask_name(self) -> None:
        current = self._screen.services.walls.current()
        dialog = NameDialog(self.tr("Save this wall"), self.tr("Name of the wall"), current[1] if current else "",
                            self.tr("Save the wall"), self)
        dialog.named.connect(lambda name: self._save(dialog, name))
        dialog.finished.connect(self.view.take_focus)
        dialog.open()

    def _save(self, dialog: NameDialog, name: str) -> None:
        walls = self._screen.services.walls
        try:
            current = walls.current()
            if current is not None:
                walls.save(name, current[0])
                walls.set_current(current[0], name)
        except WorldError as error:
            dialog.field.refuse(world_sentence(error))
            return
        self.said.emit(self.tr("The wall is saved as “{name}”.").format(name=ltr(name)), "info")
        dialog.accept()
