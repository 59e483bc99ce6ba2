"""Where the window stood last: a small file of Qt's own geometry bytes in the data folder.

Belongs here: reading and writing it. Does not belong here: settings an officer chooses (services/settings.py).
Invariants: 1. A file that is broken, too large or missing is as good as none. Thread: GUI.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

FILE_NAME = "window.place"
MOST_BYTES = 4096


def restore_place(window: QMainWindow, folder: Path) -> bool:
    """Put the window where it stood; False where nothing is known."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            raw = file.read(MOST_BYTES)
    except OSError:
        return False
    return window.restoreGeometry(QByteArray(raw))


def keep_place(window: QMainWindow, folder: Path) -> None:
    """Note where the window stands; a full disk only loses that."""
    with contextlib.suppress(OSError):
        (folder / FILE_NAME).write_bytes(window.saveGeometry().data())
