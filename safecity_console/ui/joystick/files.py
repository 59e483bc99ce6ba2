"""An arrangement of a stick as a file: chosen, written, read.

Belongs here: the file choosers, reading no more than a profile can have. Does not belong here: the form of the file
(services/stick_profiles.py), keeping what was read (page.py). Thread: GUI; `write` and `read` any.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.errors import Refused
from safecity_console.domain.stick import StickProfile
from safecity_console.services.stick_profiles import BYTES_MOST, exported, imported

FILE_NAME = "joystick.json"
translate = QCoreApplication.translate


def choose_export(parent: QWidget, then: Callable[[Path], object]) -> QFileDialog:
    """Ask where an arrangement is written."""
    chooser = _chooser(parent, translate("joystick", "Export the joystick's arrangement"), then)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setDefaultSuffix("json")
    chooser.selectFile(FILE_NAME)
    chooser.open()
    return chooser


def choose_import(parent: QWidget, then: Callable[[Path], object]) -> QFileDialog:
    """Ask which arrangement is read."""
    chooser = _chooser(parent, translate("joystick", "Choose an arrangement of a joystick"), then)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.open()
    return chooser


def write(path: Path, profile: StickProfile) -> Path:
    """Write a file; raises Refused("file_unwritable")."""
    try:
        write_whole(path, exported(profile), SHARED)
    except OSError as error:
        raise Refused("file_unwritable") from error
    return path


def read(path: Path, onto: StickProfile) -> StickProfile:
    """Read a file as another way to use a stick; raises Refused (file_unreadable, json_…, stick_…)."""
    try:
        if not path.is_file():  # a pipe would be waited for
            raise Refused("file_unreadable")
        with path.open("rb") as file:
            data = file.read(BYTES_MOST + 1)
    except OSError as error:
        raise Refused("file_unreadable") from error
    return imported(data, onto)


def _chooser(parent: QWidget, title: str, then: Callable[[Path], object]) -> QFileDialog:
    made = QFileDialog(parent, title, str(Path.home()))
    made.setNameFilters([translate("joystick", "Joystick arrangements (*.json)"),
                         translate("joystick", "All files (*)")])
    made.fileSelected.connect(lambda name: then(Path(name)))
    made.finished.connect(made.deleteLater)
    return made
