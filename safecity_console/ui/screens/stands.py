"""What is kept of other screens beside the screens that are there now: where each window would stand.

Belongs here: joining kept windows with the present screens, their titles, keeping a change. Does not belong here:
windows (desk.py), the rule of matching (domain/screens.py).
Invariants: 1. The main window's screen is given to none. 2. Of screens their names are kept, and no QScreen
(attached.py says why). Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from safecity_console.domain.screens import ScreenName, SentKind, SentWindow, matched
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import isolated, number_text
from safecity_console.ui.screens.attached import name_of, names_of, screen_named
from safecity_console.ui.wall.screen_menu import Standing


class Stands:
    """Kept windows and present screens of one main window."""

    def __init__(self, services: ConsoleServices, main: QWidget) -> None:
        self._services, self._main = services, main
        self._kept = services.screen_windows
        self.names: tuple[ScreenName, ...] = ()
        self.take(QGuiApplication.screens())

    def take(self, screens: Sequence[QScreen]) -> None:
        """Take over the screens as they are now."""
        self.names = names_of(screens)

    def drop(self, gone: ScreenName) -> None:
        """Forget a screen that is going this moment."""
        left = [name for name in self.names if replace(name, index=gone.index) != gone]
        self.names = tuple(replace(name, index=at) for at, name in enumerate(left))

    def screen(self, at: int) -> QScreen | None:
        """Give a screen by its place in the row; None where it has just gone."""
        return screen_named(self.names[at], self.names) if at < len(self.names) else None

    def main_index(self) -> int:
        """Give which screen the main window stands on."""
        here = self._main.screen()
        return next((name.index for name in self.names if here is not None and name_of(here, name.index) == name), 0)

    def sent(self) -> tuple[SentWindow, ...]:
        """Give the windows that are kept."""
        return self._kept.windows()

    def of(self, place: str) -> SentWindow | None:
        """Give a kept window by its place."""
        return next((sent for sent in self.sent() if sent.place == place), None)

    def assigned(self) -> tuple[int | None, ...]:
        """Give the screen of each kept window; those in windows of their own take none from the others."""
        filling = [one for one in self.sent() if one.box is None]
        found = matched([one.screen for one in filling], self.names, {self.main_index()})
        given = dict(zip((one.place for one in filling), found, strict=True))
        return tuple(given.get(one.place) for one in self.sent())

    def free_screen(self) -> int | None:
        """Give a screen nothing stands on."""
        held = {self.main_index(), *self.assigned()}
        return next((at for at in range(len(self.names)) if at not in held), None)

    def standing(self) -> tuple[Standing, ...]:
        """Give what stands beside the main window, and where."""
        return tuple(Standing(sent.place, title_of(self._services, sent), sent.screen, at, sent.box is not None)
                     for sent, at in zip(self.sent(), self.assigned(), strict=True))

    def on_screen(self, at: int) -> str:
        """Give the place that fills a screen; empty where none does."""
        return next((sent.place for sent, there in zip(self.sent(), self.assigned(), strict=True) if there == at), "")


def title_of(services: ConsoleServices, sent: SentWindow) -> str:
    """Give what stands in a window in a few words: its camera, or its wall's name."""
    kept = services.walls.current(sent.place)
    wall, name = kept if kept is not None else (None, "")
    if sent.kind is SentKind.CAMERA and wall is not None and len(wall.tiles) == 1:
        camera = next((c for c in services.sight.cameras() if c.id == wall.tiles[0]), None)
        if camera is None:
            return QCoreApplication.translate("screens", "No camera")
        return f"{number_text(camera.number)} {isolated(camera.name)}"
    return isolated(name) if name else QCoreApplication.translate("screens", "Unsaved wall")
