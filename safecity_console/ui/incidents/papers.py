"""Incidents on paper and as a table: where to, and what came of it.

Belongs here: asking for the file, writing it off the GUI thread. Does not belong here: what stands in it and who may
have it (services/reports.py).
Invariants: 1. Nothing sealed is in a table. 2. A file that cannot be written says so. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Incident
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.format import ltr
from safecity_console.ui.incident_texts import refused_sentence
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.screen import Screen


class IncidentPapers(QObject):
    """Papers of one page."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, page: QWidget) -> None:
        super().__init__(page)
        self._screen, self._page = screen, page
        self._deeds = Deeds(self)

    def print(self, detail: IncidentDetail) -> None:
        """Ask where to and write one incident's record."""
        name = f"{detail.incident.full_label}.pdf"
        self._choose(self.tr("Print the incident"), self.tr("Papers (*.pdf)"), name, "pdf",
                     lambda file: self.write_pdf(detail, file))

    def choose_export(self, incidents: tuple[Incident, ...]) -> None:
        """Ask where to and write the shown list."""
        now = self._screen.services.clock.now().astimezone(self._screen.zone)
        self._choose(self.tr("Export this list"), self.tr("Tables (*.csv)"), f"incidents-{now:%Y%m%d-%H%M%S}.csv",
                     "csv", lambda file: self.write_csv(incidents, file))

    def write_csv(self, incidents: tuple[Incident, ...], file: Path) -> None:
        """Write a list: UTF-8 with its mark, so that spreadsheets show Urdu."""
        reports = self._screen.services.reports
        self._write(file, lambda: reports.incidents_csv(incidents).encode("utf-8-sig"))

    def write_pdf(self, detail: IncidentDetail, file: Path) -> None:
        """Write one incident's record."""
        reports, incident_id = self._screen.services.reports, detail.incident.id
        self._write(file, lambda: reports.incident_pdf(incident_id).content)

    def _write(self, file: Path, make: Callable[[], bytes]) -> None:
        def work() -> str:
            try:
                write_whole(file, make(), SHARED)
            except OSError:
                raise Refused("file_unwritable") from None
            return file.name

        self._deeds.do("incident-paper", work, self._on_written)

    def _on_written(self, outcome: object) -> None:
        if isinstance(outcome, str):
            self.said.emit(self.tr("Saved as {file}.").format(file=ltr(outcome)), "info")
        else:
            self.said.emit(refused_sentence(outcome), "warning")

    def _choose(self, title: str, kind: str, name: str, suffix: str, go: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._page, title, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kind, self.tr("All files (*)")])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: go(Path(chosen)))
        dialog.open()
