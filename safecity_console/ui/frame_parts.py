"""What the frame has beside its pages: the key sheet and, one by one, what else answers a command of the table.

Belongs here: making these parts and saying which command each answers. Does not belong here: what a part does, pages
(pages.py). Invariant: parts are made anew with the look, like the pages. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from safecity_console.ui.actions import Actions
from safecity_console.ui.incident_desk import IncidentDesk
from safecity_console.ui.joystick.desk import StickDesk
from safecity_console.ui.key_sheet import KeySheet
from safecity_console.ui.keys.assign import AssignKeys
from safecity_console.ui.pages import Pages
from safecity_console.ui.palette.desk_sources import ContactSource, NoticeSource
from safecity_console.ui.palette.incident_source import IncidentSource
from safecity_console.ui.palette.panel import Palette
from safecity_console.ui.palette.sources import (
    CameraSource,
    CommandSource,
    PageSource,
    PaletteSource,
    PlaceSource,
    SettingSource,
    WallSource,
)
from safecity_console.ui.palette.wall_sources import LayoutSource, TourSource
from safecity_console.ui.screen import Screen
from safecity_console.ui.signin.own import OwnCredentials
from safecity_console.ui.wall.ptz.sticks import join_sticks


def laid_out(strip: QWidget, rail: QWidget, pages: QWidget, screen: Screen) -> QWidget:
    """Lay the frame out: the strip over rail and pages."""
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(rail)
    middle.addWidget(pages, 1)
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(strip)
    box.addLayout(middle, 1)
    whole.setLayoutDirection(screen.direction)
    return whole


class FrameParts(QObject):
    """The parts; `commands` are what they answer, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, window: QMainWindow, screen: Screen, pages: Pages, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._screen, self._pages, self._actions = window, screen, pages, actions
        self.incidents = IncidentDesk(window, screen, pages)
        self.incidents.said.connect(self.said)
        QTimer.singleShot(0, self.incidents, self.incidents.put_back)  # once the frame stands
        self.sticks = StickDesk(screen, self, self._seen_camera)
        self.sticks.said.connect(self.said)
        join_sticks(self.sticks, pages.wall.view.ptz)
        self.sticks.command_wanted.connect(self.command_wanted)
        pages.currentChanged.connect(self.sticks.aim)
        pages.wall.selection_changed.connect(self.sticks.aim)
        self.palette = Palette(window, screen, self._sources())
        self.commands: dict[str, Callable[[], object]] = {
            "help.keys": self._show_keys, "find.anything": self.palette.toggle, "keys.assign": self._assign_keys,
            "officer.password": self._change_own, **self.incidents.commands,
        }

    def release(self) -> None:
        """Let go of everything, before other parts are made or the window closes."""
        self.incidents.release()
        self.sticks.release()
        self.palette.leave()
        self.palette.deleteLater()
        self.deleteLater()

    def _sources(self) -> list[PaletteSource]:
        services, language, view = self._screen.services, self._screen.language, self._pages.wall.view
        go, give = self.page_wanted.emit, self.command_wanted.emit
        return [
            CameraSource(services.sight, language, view, go), PlaceSource(services.sight, language),
            WallSource(services.walls, view, go), CommandSource(self._actions, give), PageSource(self._actions, go),
            LayoutSource(services.layouts, view, go), TourSource(services.tours, view, go),
            SettingSource(go, self._pages.settings_tabs.reveal),
            NoticeSource(services.watch_notices, self._pages.show_notice),
            ContactSource(services.contacts, language, self._pages.show_contact),
            IncidentSource(services, self._pages.show_incident, self),
        ]

    def _seen_camera(self) -> str | None:
        wall = self._pages.wall
        return wall.selected_camera() if self._pages.currentWidget() is wall else None

    def _show_keys(self) -> None:
        sheet = KeySheet(self._window, self._screen.services.keys, self._actions.situation.page)
        sheet.assign_wanted.connect(self._assign_keys)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _change_own(self) -> None:
        if self._screen.services.access.session is None:
            self.said.emit(self.tr("Nobody is signed in; there is no password to change."), "info")
            return
        dialog = OwnCredentials(self._screen, self._window)
        dialog.said.connect(self.said)
        dialog.open()

    def _assign_keys(self) -> None:
        dialog = AssignKeys(self._screen, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
