"""Who opens the layout editor, "Walls and layouts…" and files of them for one wall.

Belongs here: opening dialogs, carrying out what they ask. Does not belong here: the dialogs, the services.
Invariants: 1. Every deed ends in a toast or in a sentence of its dialog. 2. A file is read off the GUI thread and
refused with its line. Thread: GUI.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.audit import Action, Subject
from safecity_console.domain.errors import Refused
from safecity_console.domain.wall import SavedWall
from safecity_console.services import wall_files
from safecity_console.services.wall_files import WallFile
from safecity_console.ui.background import Background
from safecity_console.ui.format import ltr
from safecity_console.ui.layouts.editor import LayoutEditor
from safecity_console.ui.layouts.import_preview import WallImport
from safecity_console.ui.layouts.manage import WallsDialog
from safecity_console.ui.refusals import code_sentence, outcome_sentence, place_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.view import WallView

FILE_NAME = "walls.json"


class WallDesk(QObject):
    """The desk of one wall; `open_dialog` is what stands open."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, view: WallView, window: QWidget) -> None:
        super().__init__(window)
        self._screen, self._view, self._window = screen, view, window
        self._deeds: list[Background] = []
        self.open_dialog: QDialog | None = None
        view.controller.offer({"wall.edit_layout": self.edit_layout, "wall.manage": self.manage})

    def edit_layout(self) -> bool:
        """Open the editor on the wall's layout, unless the wall is locked."""
        wall = self._view.wall()
        if not self._view.controller.arranging.free():
            return True
        name = next((own.name for own in self._screen.services.layouts.own() if own.key == wall.layout), "")
        dialog = LayoutEditor(self._screen, wall, name, self._window)
        dialog.applied.connect(self._view.controller.set_layout)
        dialog.said.connect(self.said)
        self._open(dialog)
        return True

    def manage(self) -> bool:
        """Open the list of kept walls and own layouts."""
        dialog = WallsDialog(self._screen, self._window)
        dialog.shown.connect(self._on_shown)
        dialog.export_wanted.connect(lambda: self._choose_export(dialog))
        dialog.import_wanted.connect(lambda: self._choose_import(dialog))
        self._open(dialog)
        return True

    def export(self, file: Path, dialog: WallsDialog) -> None:
        """Write every kept wall and own layout."""
        services = self._screen.services
        services.desk.note(Action.EXPORT, Subject("walls"), form="json")
        text = wall_files.written(services.walls.saved(), services.layouts.own(), services.cameras.cameras())
        try:
            write_whole(file, text.encode(), SHARED)
        except OSError:
            dialog.tell(code_sentence("file_unwritable", {}), "critical")
            return
        dialog.tell(self.tr("Saved as {file}, without addresses and logins.").format(file=ltr(file.name)), "good")

    def preview(self, file: Path, dialog: WallsDialog) -> None:
        """Read a file and show what it would bring."""
        cameras = self._screen.services.cameras.cameras()
        deed = Background("read-walls", lambda: wall_files.read(file, cameras))
        self._deeds.append(deed)  # kept until its outcome was heard
        deed.ended.connect(lambda outcome: self._on_read(deed, file, dialog, outcome))
        deed.start()

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _open(self, dialog: QDialog) -> None:
        self.open_dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_closed(self) -> None:
        self.open_dialog = None
        self._view.take_focus()

    def _on_shown(self, saved: SavedWall) -> None:
        self._view.controller.show_wall(saved.wall, saved.name)

    def _choose_export(self, dialog: WallsDialog) -> None:
        chooser = self._chooser(dialog, self.tr("Export walls and layouts"), QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(FILE_NAME)
        chooser.fileSelected.connect(lambda name: self.export(Path(name), dialog))
        chooser.open()

    def _choose_import(self, dialog: WallsDialog) -> None:
        chooser = self._chooser(dialog, self.tr("Choose a file of walls"), QFileDialog.AcceptMode.AcceptOpen)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.preview(Path(name), dialog))
        chooser.open()

    def _chooser(self, dialog: WallsDialog, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        made = QFileDialog(dialog, title, str(Path.home()))
        made.setAcceptMode(mode)
        made.setNameFilters([self.tr("Walls and layouts (*.json)"), self.tr("All files (*)")])
        made.finished.connect(made.deleteLater)
        return made

    def _on_read(self, deed: Background, file: Path, dialog: WallsDialog, outcome: object) -> None:
        self._deeds.remove(deed)
        if self.open_dialog is not dialog:
            return  # closed meanwhile: whoever closed it wants nothing of the file
        if isinstance(outcome, WallFile):
            preview = WallImport(self._screen, file.name, outcome, dialog)
            preview.taken.connect(lambda count: dialog.tell(
                self.tr("{count} entries of the file are in.").format(count=ltr(count)), "good"))
            preview.finished.connect(preview.deleteLater)
            preview.open()
        elif isinstance(outcome, Refused):
            said = self.tr("Nothing was taken from {file}. {reason}")
            dialog.tell(said.format(file=ltr(file.name), reason=place_sentence(outcome)), "critical")
        else:
            dialog.tell(outcome_sentence(outcome), "critical")
