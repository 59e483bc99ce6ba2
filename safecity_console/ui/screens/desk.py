"""An officer's orders for other screens: send, move, fill, take back, and the menus that ask where to.

Belongs here: the orders, and what the bar and the menus must know. Does not belong here: the windows themselves
(stage.py, window.py), menus (ui/wall/screen_menu.py).
Invariants: 1. What was sent is kept before it is shown, so a power cut a second later brings it back. 2. What a wall
replaces is taken back, what a moved window meets changes places with it: nothing vanishes unsaid. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from safecity_console.domain.errors import WorldError
from safecity_console.domain.screens import Box, ScreenName, SentKind, SentWindow
from safecity_console.domain.wall import Wall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import ltr
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.screens.attached import box_of, name_of
from safecity_console.ui.screens.stage import Stage, corner
from safecity_console.ui.screens.stands import Stands
from safecity_console.ui.wall.screen_menu import OWN_WINDOW, Standing, move_menu
from safecity_console.ui.wall_page import WallPage


class ScreenDesk(QObject):
    """Takes orders; its `stage` holds the windows."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, main: QWidget, services: ConsoleServices) -> None:
        super().__init__(main)
        self._main, self._services = main, services
        self._screen: Screen | None = None
        self._page: WallPage | None = None
        self._stands = Stands(services, main)
        self.stage = Stage(main, services, self._stands)
        for told, own in ((self.stage.said, self.said), (self.stage.edit_wanted, self.edit_wanted)):
            told.connect(own)
        self.stage.changed.connect(self._show_bar)
        self.stage.command_wanted.connect(self._on_command)
        self.stage.main_wanted.connect(self._to_main)
        self.stage.move_wanted.connect(self._ask_move)
        self.stage.fill_wanted.connect(self.fill)
        self.stage.back_wanted.connect(self.take_back)
        self.commands: dict[str, Callable[[], object]] = {
            "screen.send_wall": lambda: self._ask(SentKind.WALL),
            "screen.send_camera": lambda: self._ask(SentKind.CAMERA), "screen.take_back": self.take_all_back,
        }

    def dress(self, screen: Screen, page: WallPage) -> None:
        """Take over a look and the main window's wall made with it; windows that are open are made anew."""
        self._screen, self._page = screen, page
        page.toolbar.screens.serve(self)
        self.stage.dress(screen)

    # ---- what the bar and the menus ask ----------------------------------------------------------------------------

    def screens(self) -> tuple[ScreenName, ...]:
        """Give the screens as they are now."""
        return self._stands.names

    def main_index(self) -> int:
        """Give which of them the main window stands on."""
        return self._stands.main_index()

    def standing(self) -> tuple[Standing, ...]:
        """Give what stands beside the main window, and where."""
        return self._stands.standing()

    def selected_camera(self) -> str:
        """Give the camera that would be sent, as it reads; empty where none is selected."""
        if self._page is None:
            return ""
        camera = self._page.view.controller.model.camera(self._page.selected_camera() or "")
        return f"{camera.number:02d} {camera.name}" if camera is not None else ""

    def send(self, kind: SentKind, index: int) -> None:
        """Send the main window's wall or its selected camera to a screen, or OWN_WINDOW."""
        if self._page is None:
            return
        camera_id = self._page.selected_camera() or ""
        if kind is SentKind.CAMERA and not camera_id:
            self.said.emit(self.tr("Select a camera first."), "warning")
            return
        view = self._page.view
        shown = (view.wall(), view.controller.wall_name) if kind is SentKind.WALL else (Wall("1", (camera_id,)), "")
        walls, kept = self._services.walls, self._services.screen_windows
        place = self._stands.on_screen(index) if index != OWN_WINDOW else ""
        try:
            place = place or kept.new_place()
            self.stage.close(place)  # what stood there would write its own arrangement back
            walls.set_current(*shown, place)
            walls.flush()
            screen, box = self._target(index)
            kept.put(SentWindow(place, screen, kind, camera_id if kind is SentKind.CAMERA else "", box))
        except WorldError as error:
            self.said.emit(world_sentence(error), "warning")
            if self._stands.of(place) is None:
                walls.forget_current(place)
            self.stage.arrange()
            return
        self.stage.open()
        self._say_sent(place)

    def move(self, place: str, index: int) -> None:
        """Move a window to another screen; what stands there moves to where this one stood."""
        sent = self._stands.of(place)
        if sent is None:
            return
        other = self._stands.of(self._stands.on_screen(index)) if index != OWN_WINDOW else None
        screen, box = self._target(index)
        self.stage.keep(replace(sent, screen=screen, box=box))
        if other is not None and other.place != place:
            self.stage.keep(replace(other, screen=sent.screen, box=sent.box))
        self.stage.show(place)

    def fill(self, place: str) -> None:
        """Let a framed window fill a free screen, or frame one that fills its screen."""
        sent = self._stands.of(place)
        if sent is None:
            return
        if sent.box is None:
            self.move(place, OWN_WINDOW)
            return
        free = self._stands.free_screen()
        if free is None:
            self.said.emit(self.tr("No screen beside the main window's is free; it stays in a window."), "warning")
        else:
            self.move(place, free)

    def show_again(self, place: str) -> None:
        """Bring a window to the front, one that was set aside as well."""
        self.stage.show(place, front=True)

    def take_back(self, place: str) -> None:
        """Close a window for good."""
        try:
            self._services.screen_windows.forget(place)
        except WorldError as error:
            self.said.emit(world_sentence(error), "warning")
            return
        self.stage.close(place)
        self._services.walls.forget_current(place)
        self.stage.arrange()  # what waited may now find the screen free

    def take_all_back(self) -> None:
        """Close all of them for good."""
        places = [sent.place for sent in self._stands.sent()]
        if not places:
            self.said.emit(self.tr("Nothing stands on another screen."), "info")
        for place in places:
            self.take_back(place)

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _target(self, index: int) -> tuple[ScreenName, Box | None]:
        if index != OWN_WINDOW:
            return self._stands.names[index], None
        main = self._main.screen()
        box = box_of(corner(main, len(self.stage.windows())))
        return name_of(main, self.main_index()), box

    def _ask(self, kind: SentKind) -> None:
        """Send at once where there is one screen and it is free; else ask where to."""
        if self._page is None:
            return
        if kind is SentKind.CAMERA and self._page.selected_camera() is None:
            self.said.emit(self.tr("Select a camera first."), "warning")
            return
        others = [at for at in range(len(self._stands.names)) if at != self.main_index()]
        if len(others) == 1 and self._stands.free_screen() is not None:
            self.send(kind, others[0])
        else:
            self._page.toolbar.screens.ask(kind)

    def _ask_move(self, place: str, at: QPoint) -> None:
        window = self.stage.window(place)
        if window is not None and self._screen is not None:
            menu = move_menu(window, self._screen.theme, self, place)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def _on_command(self, command_id: str) -> None:
        own = self.commands.get(command_id)
        if own is not None:
            own()
        else:
            self._to_main()
            self.command_wanted.emit(command_id)

    def _to_main(self) -> None:
        self._main.raise_()
        self._main.activateWindow()
        if self._page is not None:
            self._page.view.focus_soon()

    def _say_sent(self, place: str) -> None:
        one = next((one for one in self.standing() if one.place == place), None)
        if one is not None and one.at is not None:
            pattern = self.tr("“{what}” stands on screen {number} now, also after a restart.")
            self.said.emit(pattern.format(what=one.title, number=ltr(one.at + 1)), "info")
        elif one is not None:
            self.said.emit(self.tr("“{what}” stands in a window of its own now.").format(what=one.title), "info")

    def _show_bar(self) -> None:
        if self._page is not None:
            self._page.toolbar.screens.show_state()
