"""The main window: the frame of all pages and the one place where commands are given out.

Belongs here: building the frame, switching pages, sending each command to who does it.
Does not belong here: what a page shows, doing commands of a page, building services.
Invariants: 1. A change of theme, language or time zone builds the pages anew; nothing of the services is touched.
2. No command is carried out while the gate is shut, nor one the role does not allow. 3. Hidden video is not decoded:
the wall is told when it is not shown. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.actions import Actions
from safecity_console.ui.beat import Beat
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.camera_desk import CameraDesk
from safecity_console.ui.cameras.first_run import FirstRunPage
from safecity_console.ui.cameras.page import CamerasPage
from safecity_console.ui.demo_window import DemoWindow
from safecity_console.ui.frame_parts import FrameParts, laid_out
from safecity_console.ui.language import Language
from safecity_console.ui.pages import Pages
from safecity_console.ui.physical_keys import physical_sequence
from safecity_console.ui.rail import Rail, permitted_pages
from safecity_console.ui.refusals import code_sentence
from safecity_console.ui.screen import FROM_SETTINGS, Look, screen_of
from safecity_console.ui.screens.desk import ScreenDesk
from safecity_console.ui.settings.page import SettingsPage
from safecity_console.ui.signin.cover import DemoOfficer
from safecity_console.ui.signin.gate import Gate, sight_of
from safecity_console.ui.streams.page import StreamsPage
from safecity_console.ui.style import apply_look
from safecity_console.ui.toast import Toasts
from safecity_console.ui.top_strip import TopStrip
from safecity_console.ui.wall_page import WallPage
from safecity_console.ui.window_place import PlaceKeeper, fit_place, keep_place, restore_place

MIN_SIZE = (1024, 640)
LOOK_SETTINGS = frozenset({"screen.theme", "screen.language", "screen.time_zone"})


class MainWindow(QMainWindow):
    """The console's window."""

    closed = Signal()
    built = Signal()  # the pages were made anew

    def __init__(self, services: ConsoleServices, app: QApplication, language: Language,
                 look: Look = FROM_SETTINGS, gated: bool = False, demo_officers: Sequence[DemoOfficer] = ()) -> None:
        super().__init__()
        self._look = look
        self.gate = Gate(self, services, gated, demo_officers)
        self._services, self._app, self._language = services, app, language
        self._page = "wall"
        self._demo = DemoWindow(self)
        self._screens = ScreenDesk(self, services)
        self._beat = Beat(services, self._screens.stage, self)
        self._screens.said.connect(lambda text, kind: self._toasts.say(text, kind))
        self._screens.command_wanted.connect(self._on_command_wanted)
        self._screens.edit_wanted.connect(lambda camera_id: self._desk.edit(camera_id))
        self._demo.said.connect(lambda text, kind: self._toasts.say(text, kind))  # the toasts change with the look
        self._bridge = Bridge(services.bus, self)
        self._bridge.cameras_changed.connect(self._on_cameras_changed)
        self._bridge.setting_changed.connect(self._on_setting_changed)
        self._bridge.keys_changed.connect(lambda: self._actions.take_keys())  # the actions change with the look
        for told in (self._bridge.seat_changed, self._bridge.officers_changed):
            told.connect(self.gate.settle)
        self.gate.settled.connect(self._on_seat)
        self.gate.came_new.connect(self._build_anew)
        self.gate.language_wanted.connect(self._speak)
        self.gate.full_screen_wanted.connect(self._toggle_full_screen)
        self.gate.said.connect(lambda text, kind: self._toasts.say(text, kind))
        self.setMinimumSize(*MIN_SIZE)
        self._build()
        self._beat.changed.connect(self._show_situation)
        self._beat.start()
        known = not services.safe_start and restore_place(self, services.paths.root)
        fit_place(self, None if known else QSize(1440, 860))
        if not services.safe_start:
            PlaceKeeper(self, services.paths.root)

    # What others ask ------------------------------------------------------------------------------------------------

    @property
    def page(self) -> str:
        """Give the name of the page that is shown."""
        return self._page

    @property
    def wall_page(self) -> WallPage:
        """Give the wall's page."""
        return self._pages.wall

    @property
    def cameras_page(self) -> CamerasPage:
        """Give the registry's page."""
        return self._pages.cameras

    @property
    def streams_page(self) -> StreamsPage:
        """Give the streams' page."""
        return self._pages.streams

    @property
    def settings_page(self) -> SettingsPage:
        """Give the settings' page."""
        return self._pages.settings

    @property
    def first_run(self) -> FirstRunPage:
        """Give the page of an empty registry."""
        return self._pages.first_run

    @property
    def desk(self) -> CameraDesk:
        """Give who carries the registry's commands out."""
        return self._desk

    @property
    def screens(self) -> ScreenDesk:
        """Give who keeps what stands on other screens."""
        return self._screens

    @property
    def toasts(self) -> Toasts:
        """Give the messages at the foot."""
        return self._toasts

    @property
    def actions_of_table(self) -> Actions:
        """Give the command table's actions."""
        return self._actions

    def show_page(self, page: str) -> None:
        """Show a page; the wall's place is taken by the first-run page while there is no camera."""
        self._page = page
        self._pages.show_page(page, empty=not self._services.cameras.cameras())
        self._rail.show_page(page)
        self._show_situation()

    def run(self, command_id: str) -> None:
        """Carry out a command of the table; while the gate is shut none is."""
        if self.gate.shut:
            return
        if COMMAND_BY_ID[command_id].permission not in self.gate.permissions:
            self._toasts.say(code_sentence("not_permitted", {}), "warning")
        elif command_id.startswith("page."):
            self._go_to(command_id.removeprefix("page."))
        elif command_id in self._own:
            self._own[command_id]()
        elif command_id == "camera.edit":
            camera_id = self._pages.selected_camera(self._page)
            if camera_id:
                self._desk.edit(camera_id)
        else:
            self._pages.wall.run(command_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Match letter shortcuts by the key's place where the keyboard layout hides the letter."""
        action = self._actions.by_sequence(physical_sequence(event))
        if action is not None and event.isAutoRepeat() and not action.autoRepeat():
            event.accept()
        elif action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Note the window's place and let the application stop."""
        if not self._services.safe_start:
            keep_place(self, self._services.paths.root)
        self._screens.stage.release()
        self.gate.release()
        self._beat.stop()
        self._bridge.close()
        self._parts.release()
        self._pages.release()
        event.accept()
        self.closed.emit()

    # Building ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        screen = screen_of(self._services, self._look)
        if self._language.current != screen.language:
            self._language.use(screen.language)
        apply_look(self._app, screen.theme, screen.language)
        self.setLayoutDirection(screen.direction)
        self.setWindowTitle(self.tr("SafeCity Console"))
        self._screen = screen
        self._actions = Actions(self, screen.theme, self._services.keys)
        self._desk = CameraDesk(screen, self)
        self._strip, self._rail = TopStrip(screen), Rail(screen)
        self._pages = Pages(screen, self._beat.attention, self._actions, self._desk)
        self._parts = FrameParts(self, screen, self._pages, self._actions)
        self._own: dict[str, Callable[[], object]] = {
            "window.full_screen": self._toggle_full_screen, "app.quit": self.close, **self._desk.commands,
            **self._parts.commands, **self._screens.commands, **self._pages.commands, **self.gate.commands,
        }
        self.setCentralWidget(laid_out(self._strip, self._rail, self._pages, screen))
        self._screens.dress(screen, self._pages.wall)
        self._toasts = Toasts(self, screen.theme)
        self._connect()
        self._strip.officer.serve(self._own)
        self._beat.dress(self._strip, self._rail, self._pages)
        self.show_page(self._page)
        self.gate.dress(screen, self._toasts, self._parts.palette.leave)

    def _connect(self) -> None:
        self._actions.wanted.connect(self.run)
        self._rail.page_wanted.connect(self._go_to)
        self._desk.said.connect(self._toasts.say)
        for asks in (self._pages, self._parts):
            asks.said.connect(self._toasts.say)
            asks.command_wanted.connect(self._on_command_wanted)
            asks.page_wanted.connect(self._go_to)
        self._pages.command_given.connect(self.run)
        self._pages.situation_changed.connect(self._show_situation)
        self._pages.demo_wanted.connect(self._demo.open)
        self._pages.handover.follow(self._strip)

    def _build_anew(self) -> None:
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._parts.release()
        self._pages.release()
        self._actions.release(self)
        for gone in (self._toasts, self._desk):
            gone.deleteLater()
        self._toasts.hide()
        self._build()
        editor = self._pages.settings.editors.get(name)
        if editor is not None and self._page == "settings":
            editor.setFocus()
        self._beat.beat()
        self.built.emit()

    # What happens -----------------------------------------------------------------------------------------------------

    def _on_cameras_changed(self, _event: object) -> None:
        self._pages.cameras.set_cameras()
        self._pages.streams.set_cameras()
        self._beat.renew()
        if self._page == "wall":
            self.show_page("wall")

    def _on_setting_changed(self, key: str) -> None:
        if key == "screen.language":
            self._look = replace(self._look, language="")
        if key in LOOK_SETTINGS:
            self._build_anew()
        elif key == "place.name":
            self._strip.set_place(self._services.settings.text(key))
        elif key == "wall.side_column":
            self._pages.wall.show_side_column()

    def _on_command_wanted(self, command_id: str) -> None:
        if self._actions.action(command_id).isEnabled():
            self.run(command_id)

    def _show_situation(self) -> None:
        self._actions.set_situation(self._pages.situation(self._page, self.gate.permissions))

    def _on_seat(self) -> None:
        """Show who is at the desk and what he may do; a page he may not see gives way to the first that he may."""
        self._strip.officer.show_session(self._services.access.session)
        permitted = permitted_pages(self.gate.permissions)
        self._rail.allow(permitted)
        self._screens.stage.set_sight(*sight_of(self.gate.stand, self._services))
        if permitted and self._page not in permitted:
            self.show_page(permitted[0])
        self._show_situation()

    def _speak(self, language: str) -> None:
        self._look = replace(self._look, language=language)
        self._build_anew()

    def _go_to(self, page: str) -> None:
        names = permitted_pages(self.gate.permissions)
        if page == "next" and names:
            page = names[(names.index(self._page) + 1) % len(names)] if self._page in names else names[0]
        if page in names:
            self.show_page(page)
        elif not self.gate.shut:
            self._toasts.say(code_sentence("not_permitted", {}), "warning")

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
