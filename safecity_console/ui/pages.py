"""The pages of the main window, one at a time on screen.

Belongs here: making them, showing one, handing on what they ask. Does not belong here: what a page shows, doing
commands (main_window.py).
Invariants: 1. Pages are made anew with the look; nothing of the services is touched. 2. The wall's place is taken by
the first-run page while there is no camera. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.camera import Camera
from safecity_console.domain.command import Situation
from safecity_console.ui.actions import Actions
from safecity_console.ui.attention import Attention, Entry
from safecity_console.ui.audit.page import AuditPage
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.camera_desk import CameraDesk
from safecity_console.ui.cameras.first_run import FirstRunPage
from safecity_console.ui.cameras.page import CamerasPage
from safecity_console.ui.handover.page import HandoverPage
from safecity_console.ui.incidents.page import IncidentsPage
from safecity_console.ui.liaison.page import LiaisonPage
from safecity_console.ui.screen import Screen
from safecity_console.ui.settings.page import SettingsPage
from safecity_console.ui.settings.tabs import SettingsTabs
from safecity_console.ui.side_column import entry_words
from safecity_console.ui.streams.page import StreamsPage
from safecity_console.ui.wall_page import WallPage
from safecity_console.ui.watchboard.page import WatchPage


class Pages(QStackedWidget):
    """Every page; `command_wanted` is obeyed where it is enabled, `command_given` always."""

    command_wanted = Signal(str)
    command_given = Signal(str)
    demo_wanted = Signal()
    said = Signal(str, str)
    situation_changed = Signal()
    page_wanted = Signal(str)

    def __init__(self, screen: Screen, attention: Attention, actions: Actions, desk: CameraDesk) -> None:
        super().__init__()
        self._services = screen.services
        self.wall = WallPage(screen, attention, actions)
        self.cameras = CamerasPage(screen)
        self.streams = StreamsPage(screen)
        self.settings = SettingsPage(screen)
        self.settings_tabs = SettingsTabs(screen, self.settings)
        self.incidents = IncidentsPage(screen)
        self.watch = WatchPage(screen)
        self.liaison = LiaisonPage(screen)
        self.handover = HandoverPage(screen)
        self.audit = AuditPage(screen)
        self.first_run = FirstRunPage(screen)
        self._work = (self.incidents, self.watch, self.liaison, self.handover, self.audit)
        self._by_name: dict[str, QWidget] = {
            "wall": self.wall, "cameras": self.cameras, "streams": self.streams, "settings": self.settings_tabs,
            "incidents": self.incidents, "watch": self.watch, "liaison": self.liaison, "handover": self.handover,
            "audit": self.audit,
        }
        for page in (*self._by_name.values(), self.first_run):
            self.addWidget(page)
        self.commands: dict[str, Callable[[], object]] = {}
        for one in self._work:
            self.commands |= one.commands
        self._connect(desk)
        self._bridge = Bridge(screen.services.bus, self)
        self._bridge.seat_changed.connect(self._on_seat_changed)

    def release(self) -> None:
        """Let go of what outlives widgets, before the pages are made anew or the window closes."""
        self._bridge.close()
        self.wall.release()
        self.settings_tabs.release()
        for one in self._work:
            one.release()

    def show_page(self, name: str, empty: bool) -> None:
        """Show a page; `empty`: no camera is registered."""
        shown = self.first_run if empty and name == "wall" else self._by_name[name]
        self.setCurrentWidget(shown)
        shown.setFocus()  # each page hands it to what is used first

    def selected_camera(self, name: str) -> str | None:
        """Give the camera that is selected on a page."""
        if name == "cameras":
            chosen: tuple[Camera, ...] = self.cameras.selected()
            return chosen[0].id if len(chosen) == 1 else None
        if name == "streams":
            return self.streams.selected_camera()
        return self.wall.selected_camera() if name == "wall" else None

    def show_notice(self, notice_id: str) -> None:
        """Show a watch notice on its page."""
        self.page_wanted.emit("watch")
        self.watch.reveal(notice_id)

    def show_contact(self, contact_id: str) -> None:
        """Show a contact on the Liaison page."""
        self.page_wanted.emit("liaison")
        self.liaison.reveal_contact(contact_id)

    def situation(self, name: str, permissions: frozenset[Permission]) -> Situation:
        """Give what the command table needs to know while a page is shown."""
        services, camera_id = self._services, self.selected_camera(name)
        watch = services.streams.watches().get(camera_id) if camera_id else None
        return Situation(permissions, name, bool(services.cameras.cameras()), bool(camera_id),
                         watch is not None and watch.works, bool(services.walls.saved()))

    def _connect(self, desk: CameraDesk) -> None:
        for one in self._work:
            one.said.connect(self.said)
            one.command_wanted.connect(self.command_wanted)
            one.page_wanted.connect(self.page_wanted)
        self.liaison.incident_wanted.connect(self.incidents.open_incident)
        self.wall.command_wanted.connect(self.command_wanted)
        self.wall.said.connect(self.said)
        self.wall.selection_changed.connect(self.situation_changed)
        self.wall.cameras_page_wanted.connect(self._show_them)
        self.wall.edit_wanted.connect(desk.edit)
        self.wall.board.chosen.connect(self.show_notice)
        self.cameras.command_wanted.connect(self.command_given)
        self.cameras.edit_wanted.connect(desk.edit)
        self.cameras.remove_wanted.connect(desk.remove)
        self.cameras.export_wanted.connect(desk.choose_export)
        self.cameras.selection_changed.connect(self.situation_changed)
        self.streams.said.connect(self.said)
        self.settings.command_wanted.connect(self.command_given)
        self.settings_tabs.said.connect(self.said)
        self.streams.camera_wanted.connect(self._show_on_wall)
        self.first_run.command_wanted.connect(self.command_given)
        self.first_run.example_wanted.connect(desk.choose_example)
        self.first_run.demo_wanted.connect(self.demo_wanted)
        self.incidents.wall_camera = self.wall.selected_camera
        self.incidents.settings_wanted.connect(self._show_settings)
        self.wall.side.incidents.incident_chosen.connect(self.show_incident)
        self.wall.side.incidents.page_wanted.connect(lambda: self.page_wanted.emit("incidents"))

    def show_incident(self, incident_id: str) -> None:
        """Go to the incidents and show one."""
        self.page_wanted.emit("incidents")
        self.incidents.open_incident(incident_id)

    def _show_settings(self, tab_id: str) -> None:
        self.page_wanted.emit("settings")
        self.settings_tabs.go_to(tab_id)

    def _on_seat_changed(self) -> None:
        self.cameras.set_cameras()  # another officer may see others
        self.streams.set_cameras()

    def _show_on_wall(self, camera_id: str) -> None:
        self.page_wanted.emit("wall")
        if not self.wall.view.select_camera(camera_id):
            self.wall.view.call_camera(camera_id)

    def _show_them(self, entry: Entry) -> None:
        self.page_wanted.emit("cameras")
        self.cameras.narrow(entry_words(entry, entry.name)[0], entry.together)
