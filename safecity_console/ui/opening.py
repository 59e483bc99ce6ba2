"""How the main window comes up: on which screen, with which wall, as a kiosk, after a safe start.

Belongs here: carrying out the start options and saying what of them was not possible. Does not belong here: reading
them (cli/opening.py), building services (wiring.py).
Invariants: 1. An option that cannot be met never keeps the console from coming up: it is said, and the rest holds.
Thread: GUI.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from safecity_console.core.logs import get_logger
from safecity_console.domain.screens import screen_called, shifted
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.kiosk import Kiosk
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.screens.attached import box_of, names_of
from safecity_console.ui.screens.home import move_window

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Opening:
    """What was asked for: a screen by number or name, a saved wall by name, a kiosk, full screen."""

    screen: str = ""
    wall: str = ""
    kiosk: bool = False
    full_screen: bool = False


def bring_up(window: MainWindow, services: ConsoleServices, wanted: Opening) -> Kiosk | None:
    """Show the window as asked; gives the kiosk that holds it, if it is one."""
    kiosk = Kiosk(window) if wanted.kiosk else None
    said: list[str] = []
    if wanted.screen:
        said += _to_screen(window, wanted.screen)
    if wanted.wall:
        said += _show_wall(window, services, wanted.wall)
    else:
        window.wall_page.view.seat.greet(starting=True)
    if wanted.kiosk or wanted.full_screen:
        window.showFullScreen()
    else:
        window.show()
    if services.safe_start:
        said.append(translate(
            "start", "Safe start: the plain wall in a window. What is kept is not used, nor changed until you do."))
    for sentence in said:
        window.toasts.say(sentence, "warning")
    return kiosk


def _to_screen(window: MainWindow, text: str) -> list[str]:
    screens = QGuiApplication.screens()
    names = names_of(screens)
    at = screen_called(text, names)
    if at is None:
        get_logger("app").warning("screen_not_there", screen=text[:60], screens=len(screens))
        pattern = translate("start", "There is no screen “{screen}” now; the console opened on this one.")
        return [pattern.format(screen=isolated(text[:60]))]
    here = window.screen()
    before = names[screens.index(here)].box if here in screens else names[at].box
    move_window(window, screens[at], shifted(box_of(window.normalGeometry()), before, names[at].box))
    return []


def _show_wall(window: MainWindow, services: ConsoleServices, name: str) -> list[str]:
    saved = next((one for one in services.walls.saved() if one.name.casefold() == name.strip().casefold()), None)
    if saved is None:
        get_logger("app").warning("wall_not_there", wall=name[:80])
        pattern = translate("start", "There is no saved wall “{name}”; the wall stands as it was left.")
        return [pattern.format(name=ltr(name[:80]))]
    window.wall_page.view.controller.show_wall(saved.wall, saved.name)
    return []
