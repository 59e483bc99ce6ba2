"""Where the main window stood last: Qt's own geometry bytes, and beside them which screen that was.

Belongs here: reading and writing the two small files in the data folder, bringing the window back to its screen. Does
not belong here: settings an officer chooses (services/settings.py), other screens' windows (ui/screens/).
Invariants: 1. A file that is broken, too large or missing is as good as none. 2. Qt counts screens by number, which a
cable changes: the screen's own name, serial and geometry win. Thread: GUI.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from safecity_console.domain.screens import ScreenName, same_screen, screen_from, screen_to, shifted
from safecity_console.ui.screens.attached import box_of, names_of
from safecity_console.ui.screens.home import move_window

FILE_NAME, SCREEN_NAME = "window.place", "window.screen"
MOST_BYTES = 4096


def restore_place(window: QMainWindow, folder: Path) -> bool:
    """Put the window where it stood; False where nothing is known."""
    raw = _read(folder / FILE_NAME)
    if not raw or not window.restoreGeometry(QByteArray(raw)):
        return False
    stood_on = _screen(_read(folder / SCREEN_NAME))
    if stood_on is not None:
        _bring_home(window, stood_on)
    return True


def keep_place(window: QMainWindow, folder: Path) -> None:
    """Note where the window stands; a full disk only loses that."""
    screens = QGuiApplication.screens()
    here = window.screen()
    with contextlib.suppress(OSError):
        (folder / FILE_NAME).write_bytes(window.saveGeometry().data())
        if here in screens:
            named = screen_to(names_of(screens)[screens.index(here)])
            (folder / SCREEN_NAME).write_text(json.dumps(named, ensure_ascii=False), encoding="utf-8")


def _bring_home(window: QMainWindow, stood_on: ScreenName) -> None:
    screens = QGuiApplication.screens()
    names = names_of(screens)
    at = same_screen(stood_on, names)
    if at is not None and window.screen() is not screens[at]:
        move_window(window, screens[at], shifted(box_of(window.normalGeometry()), stood_on.box, names[at].box))


def _screen(raw: bytes) -> ScreenName | None:
    try:
        return screen_from(json.loads(raw))
    except (ValueError, RecursionError):
        return None


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        return b""
