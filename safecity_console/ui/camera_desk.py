"""What an officer does with the registry from any page: add, edit, import, export, remove, save an example.

Belongs here: opening dialogs and telling what came of them. Does not belong here: pages, the dialogs themselves.
Invariants: 1. Every deed ends in a toast or a sentence in its dialog. 2. Dialogs belong to the window and close with
it.
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.report import ImportReport
from safecity_console.services import camera_csv
from safecity_console.ui.background import Background
from safecity_console.ui.cameras.csv_changes import LineChanges
from safecity_console.ui.cameras.csv_preview import CsvPreview, preview_lines
from safecity_console.ui.cameras.dialog import CameraDialog
from safecity_console.ui.discover.dialog import DiscoverDialog
from safecity_console.ui.format import isolated, ltr, number_text
from safecity_console.ui.refusals import code_sentence, outcome_sentence, world_sentence
from safecity_console.ui.screen import Screen

EXAMPLE = camera_csv.write(())


class CameraDesk(QObject):
    """Carries the registry's commands out for one window."""

    said = Signal(str, str)
    saved = Signal(object)

    def __init__(self, screen: Screen, window: QWidget) -> None:
        super().__init__(window)
        self._screen, self._window = screen, window
        self._deeds: list[Background] = []
        self.open_dialog: QDialog | None = None
        self.commands: dict[str, Callable[[], object]] = {
            "camera.add": self.add, "camera.import": self.choose_import, "camera.discover": self.discover,
        }

    def add(self) -> None:
        """Open the dialog for a new camera."""
        self._open_camera(None)

    def edit(self, camera_id: str) -> None:
        """Open the dialog of a camera."""
        camera = self._screen.services.cameras.by_id(camera_id)
        if camera is None:
            self.said.emit(code_sentence("camera_missing", {}), "warning")
            return
        self._open_camera(camera)

    def remove(self, cameras: tuple[Camera, ...]) -> None:
        """Remove cameras; the officer has agreed."""
        service = self._screen.services.cameras

        def work() -> int:
            for camera in cameras:
                service.remove(camera.id)
            return len(cameras)

        deed = Background("remove", work)
        self._deeds.append(deed)  # kept until its outcome was heard
        deed.ended.connect(lambda outcome: self._on_removed(deed, cameras, outcome))
        deed.start()

    def discover(self) -> None:
        """Open the dialog that finds cameras in the network."""
        dialog = DiscoverDialog(self._screen, self._window)
        dialog.ended.connect(self._on_discovered)
        self._show(dialog)

    def _on_discovered(self, added: int) -> None:
        if added:
            self.said.emit(self.tr("1 camera was added.") if added == 1 else
                           self.tr("{count} cameras were added.").format(count=ltr(added)), "info")

    def _on_removed(self, deed: Background, cameras: tuple[Camera, ...], outcome: object) -> None:
        self._deeds.remove(deed)
        if isinstance(outcome, int):
            self.said.emit(self._removed_text(cameras), "info")
        else:
            self.said.emit(outcome_sentence(outcome), "warning")

    def _removed_text(self, cameras: tuple[Camera, ...]) -> str:
        if len(cameras) == 1:
            named = {"number": number_text(cameras[0].number), "name": isolated(cameras[0].name)}
            return self.tr("Camera {number} {name} was removed.").format(**named)
        return self.tr("{count} cameras were removed.").format(count=ltr(len(cameras)))

    def choose_import(self) -> None:
        """Ask for a CSV file and preview it."""
        dialog = self._file_dialog(self.tr("Choose a list of cameras"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(lambda name: self.preview(Path(name)))
        self._show(dialog)

    def preview(self, file: Path) -> None:
        """Preview a CSV file."""
        service = self._screen.services.cameras
        try:
            parsed = camera_csv.read(file)
            report = service.import_csv(file, dry_run=True)
        except WorldError as error:
            self.said.emit(world_sentence(error), "warning")
            return
        lines = preview_lines(parsed, report, LineChanges(service, self._screen.language))
        dialog = CsvPreview(self._screen, file, lines, self._window)
        dialog.imported.connect(self._on_imported)
        self._show(dialog)

    def choose_export(self) -> None:
        """Ask where to and write the registry as CSV, without passwords."""
        self._choose_write(self.tr("Export the list of cameras"), "cameras.csv",
                           self._screen.services.cameras.export_csv)

    def choose_example(self) -> None:
        """Ask where to and write a CSV that has only its columns."""
        self._choose_write(self.tr("Save an empty example"), "cameras-example.csv", lambda: EXAMPLE)

    def write(self, file: Path, text: str) -> None:
        """Write a CSV for spreadsheets: UTF-8 with its mark, so that Urdu names open right."""
        try:
            write_whole(file, text.encode("utf-8-sig"), SHARED)
        except OSError:
            self.said.emit(code_sentence("file_unwritable", {}), "warning")
        else:
            self.said.emit(self.tr("Saved as {file}.").format(file=ltr(file.name)), "info")

    def _open_camera(self, camera: Camera | None) -> None:
        dialog = CameraDialog(self._screen, camera, self._window)
        dialog.saved.connect(self._on_saved)
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        self.open_dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        if self.open_dialog is self.sender() or self.sender() is None:
            self.open_dialog = None

    def _on_saved(self, camera: Camera) -> None:
        named = {"number": number_text(camera.number), "name": isolated(camera.name)}
        text = self.tr("Camera {number} {name} is saved.").format(**named)
        self.said.emit(text, "info")
        self.saved.emit(camera)

    def _on_imported(self, report: ImportReport) -> None:
        figures = {"added": ltr(len(report.added)), "changed": ltr(len(report.changed)),
                   "refused": ltr(len(report.refused))}
        text = self.tr("The list is in: {added} added, {changed} changed, {refused} refused.").format(**figures)
        self.said.emit(text, "warning" if report.refused else "info")

    def _choose_write(self, title: str, name: str, text: Callable[[], str]) -> None:
        dialog = self._file_dialog(title, QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self._write_chosen(Path(chosen), text))
        self._show(dialog)

    def _write_chosen(self, file: Path, text: Callable[[], str]) -> None:
        try:
            self.write(file, text())
        except Refused as error:
            self.said.emit(world_sentence(error), "warning")

    def _file_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(Path.home()))
        dialog.setAcceptMode(mode)
        saving = mode is QFileDialog.AcceptMode.AcceptSave
        dialog.setFileMode(QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists of cameras (*.csv)"), self.tr("All files (*)")])
        return dialog
