"""Where the main window stood last: Qt's own geometry bytes, and beside them which screen that was.

Belongs here: reading and writing the two small files in the data folder, bringing the window back to its screen. Does
not belong here: settings an officer chooses (services/settings.py), other screens' windows (ui/screens/).
Invariants: 1. A file that is broken, too large or missing is as good as none. 2. Qt counts screens by number, which a
cable changes: the screen's own name, serial and geometry win. 3. What is kept is at most `SETTLED_MS` old, so a power
cut loses no more; each file is replaced whole. 4. A window that comes up is never larger than its screen. Thread: GUI.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from safecity_console.domain.screens import ScreenName, same_screen, screen_from, screen_to, shifted
from safecity_console.ui.screens.attached import box_of, names_of
from safecity_console.ui.screens.home import move_window

FILE_NAME, SCREEN_NAME = "window.place", "window.screen"
MOST_BYTES = 4096
SETTLED_MS = 1500  # a window dragged about is noted once, when it stands
FRAME_ROOM = QSize(8, 40)  # a title bar and its edges, which are known only after the window is shown
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange})
_WHOLE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


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
        _write(folder / FILE_NAME, bytes(window.saveGeometry().data()))
        if here in screens:
            named = screen_to(names_of(screens)[screens.index(here)])
            _write(folder / SCREEN_NAME, json.dumps(named, ensure_ascii=False).encode())


def fit_place(window: QMainWindow, wanted: QSize | None = None) -> None:
    """Bring a window that is not shown yet inside its screen, with the size wanted or the one it has."""
    if window.windowState() & _WHOLE:
        return
    room = window.screen().availableGeometry()
    most = (room.size() - FRAME_ROOM).expandedTo(window.minimumSize())
    box = QRect(window.geometry().topLeft(), (wanted or window.size()).boundedTo(most))
    if wanted is None:
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        box.moveTopLeft(box.topLeft() if room.contains(box.topLeft()) else room.topLeft())
        window.setGeometry(box)
    else:
        window.resize(box.size())


class PlaceKeeper(QObject):
    """Notes the window's place whenever it came to stand elsewhere."""

    def __init__(self, window: QMainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._keep)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the window stands still; nothing is taken from it."""
        if event.type() in _MOVES and watched is self._window:
            self._timer.start()
        return False

    def _keep(self) -> None:
        if self._window.isVisible():
            keep_place(self._window, self._folder)


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


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError:
        return b""
