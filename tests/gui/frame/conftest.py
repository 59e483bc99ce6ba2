"""The real window over real services (streams moved by hand), opened and closed for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.language import Language
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.screen import Screen, screen_of
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK
from tests.gui.doubles import Room

OpenRoom = Callable[..., Room]
OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def app(qapp: QApplication, _fonts: None) -> Iterator[QApplication]:
    apply_look(qapp, DARK, "en")
    yield qapp
    for made in (widget for widget in qapp.topLevelWidgets() if isinstance(widget, MainWindow)):
        made.deleteLater()  # the program's own: it ends with its window, a test run does not
    Language(qapp).use("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def room(data_folder: Path) -> Iterator[OpenRoom]:
    """Open services: `room(numbers=range(1, 4), settings={…}, triage=…)`."""
    opened: list[Room] = []

    def make(numbers: Any = (), settings: dict[str, Any] | None = None, triage: Any = None) -> Room:
        made = Room(data_folder, numbers, settings)
        if triage is not None:
            made.services = replace(made.services, triage=triage)
        opened.append(made)
        return made

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def window(app: QApplication, qtbot: Any, room: OpenRoom) -> Iterator[OpenWindow]:
    """Open the main window and wait until it is shown; closed before the services."""
    opened: list[tuple[MainWindow, Language]] = []

    def make(services_of: Room, width: int = 1366, height: int = 768) -> MainWindow:
        language = Language(app)
        made = MainWindow(services_of.services, app, language)
        opened.append((made, language))
        made.resize(width, height)
        with qtbot.waitExposed(made):
            made.show()
        return made

    yield make
    for made, language in opened:
        if made.desk.open_dialog is not None:
            made.desk.open_dialog.done(0)  # whatever was typed
        made.close()
        made.deleteLater()
        language.use("en")
    app.processEvents()


def screen_for(services_of: Room) -> Screen:
    """Give the surroundings of a page over these services."""
    return screen_of(services_of.services)
