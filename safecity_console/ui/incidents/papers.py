"""Incidents on paper and as a table: what a paper must say, where to, and what came of it.

Belongs here: asking, writing the file off the GUI thread. Does not belong here: what stands in it and who may have it
(services/reports.py).
Invariants: 1. Nothing sealed is in a table; on a paper only where whoever may open it says so. 2. A file that cannot be
written says so, and what was typed stays. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.access import Permission
from safecity_console.domain.errors import Refused
from safecity_console.domain.incident import Incident, Transfer
from safecity_console.domain.incident_parts import IncidentDetail
from safecity_console.ui.format import ltr
from safecity_console.ui.incident_texts import numbered, refused_sentence, transfer_text
from safecity_console.ui.incidents.deeds import Deeds
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.ask import Ask, Asked, Choice, Flag, Line, Note

Answers = Mapping[str, str]


class IncidentPapers(QObject):
    """Papers of one page."""

    said = Signal(str, str)

    def __init__(self, screen: Screen, page: QWidget) -> None:
        super().__init__(page)
        self._screen, self._page = screen, page
        self._deeds = Deeds(self)
        self.open_ask: Ask | None = None

    def print(self, detail: IncidentDetail) -> None:
        """Ask where to and write one incident's record; whoever may open its seals is asked about them first."""
        name, reports, incident_id = detail.incident.full_label, self._screen.services.reports, detail.incident.id
        if self._sealed_choice(detail):
            self._ask(detail, self.tr("Print {number}"), (), name, lambda said: reports.incident_pdf(
                incident_id, bool(said["sealed"])).content)
            return
        self._choose(self.tr("Print the incident"), self.tr("Papers (*.pdf)"), f"{name}.pdf", "pdf",
                     lambda file: self.write_pdf(detail, file))

    def transfer(self, detail: IncidentDetail, reason: str = "") -> None:
        """Ask what the sheet that goes with it elsewhere says, and write it."""
        found, reports = detail.incident, self._screen.services.reports
        places = tuple((one.value, transfer_text(one)) for one in Transfer)
        to = found.transferred_to or found.routed_to
        self._ask(detail, self.tr("Transfer sheet of {number}"), (
            Choice("to", self.tr("To"), places, to.value if to is not None else ""),
            Note("reason", self.tr("Why it goes there, what they were told"), reason, must=True)),
            f"{found.full_label}-transfer", lambda said: reports.transfer_pdf(
                found.id, Transfer(said["to"]), said["reason"], bool(said.get("sealed"))).content)

    def preserve(self, detail: IncidentDetail) -> None:
        """Ask what is to be preserved by whom, and write the request."""
        found, reports = detail.incident, self._screen.services.reports
        self._ask(detail, self.tr("Request to preserve data for {number}"), (
            Line("provider", self.tr("To whom: the provider"), most=120, must=True),
            Note("what", self.tr("What is to be kept: accounts, numbers, addresses, from when to when"), must=True)),
            f"{found.full_label}-preserve", lambda said: reports.preserve_pdf(
                found.id, said["what"], said["provider"], bool(said.get("sealed"))).content)

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

    def write_asked(self, ask: Ask, file: Path, make: Callable[[], bytes]) -> None:
        """Write the paper a form asked for; the form stays until it is written."""
        ask.wait()
        self._write(file, make, ask)

    # ---- inside ------------------------------------------------------------------------------------------------

    def _sealed_choice(self, detail: IncidentDetail) -> bool:
        sealed = detail.incident.sealed or any(one.sealed for one in detail.parties)
        return sealed and self._screen.services.desk.may(Permission.OPEN_SEALED)

    def _ask(self, detail: IncidentDetail, title: str, questions: tuple[Asked, ...], name: str,
             make: Callable[[Answers], bytes]) -> None:
        if self._sealed_choice(detail):
            questions = (*questions, Flag("sealed", self.tr("With the sealed identity; the audit tells of it")))
        ask = Ask(title.format(number=numbered(detail.incident)), questions, self.tr("Save the paper…"), self._page)

        def answered(said: Answers) -> None:
            self._choose(self.tr("Save the paper"), self.tr("Papers (*.pdf)"), f"{name}.pdf", "pdf",
                         lambda file: self.write_asked(ask, file, lambda: make(said)), ask)

        ask.answered.connect(answered)
        ask.finished.connect(self._on_ask_finished)
        self.open_ask = ask
        ask.open()

    def _on_ask_finished(self, _result: int) -> None:
        self.open_ask = None

    def _write(self, file: Path, make: Callable[[], bytes], ask: Ask | None = None) -> None:
        def work() -> str:
            try:
                write_whole(file, make(), SHARED)
            except OSError:
                raise Refused("file_unwritable") from None
            return file.name

        self._deeds.do("incident-paper", work, lambda outcome: self._on_written(outcome, ask))

    def _on_written(self, outcome: object, ask: Ask | None) -> None:
        stands = ask is not None and self.open_ask is ask
        if isinstance(outcome, str):
            if ask is not None and stands:
                ask.accept()
            self.said.emit(self.tr("Saved as {file}.").format(file=ltr(outcome)), "info")
        elif ask is not None and stands:
            ask.refuse(refused_sentence(outcome))
        else:
            self.said.emit(refused_sentence(outcome), "warning")

    def _choose(self, title: str, kind: str, name: str, suffix: str, go: Callable[[Path], None],
                parent: QWidget | None = None) -> None:
        dialog = QFileDialog(parent or self._page, title, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kind, self.tr("All files (*)")])
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: go(Path(chosen)))
        dialog.open()
