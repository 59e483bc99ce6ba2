"""The month's sheet as a PDF: where to, made and written off the GUI thread, told in one sentence.

Belongs here: asking for the file, the deed. Does not belong here: the paper (exports/), who may have it
(services/reports.py).
Invariants: 1. The file is there whole or not at all. 2. Exactly one sentence comes for each print. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.errors import Refused
from safecity_console.domain.liaison_counts import LiaisonCounts
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import ltr
from safecity_console.ui.screen import Screen


class SheetBytes(Protocol):
    """A finished paper, as exports/ makes them."""

    @property
    def content(self) -> bytes:
        """Give the PDF."""
        ...


MakeSheet = Callable[[datetime, datetime], SheetBytes]


class MonthPrinter(QObject):
    """Prints a month; `said` tells how it went."""

    said = Signal(str, str)

    def __init__(self, make: MakeSheet, owner: QWidget) -> None:
        super().__init__(owner)
        self._make, self._owner = make, owner
        self._deeds = Deeds("liaison-sheet", self)
        self._deeds.refused.connect(lambda sentence: self.said.emit(sentence, "warning"))

    def choose(self, counts: LiaisonCounts) -> None:
        """Ask where to and print."""
        dialog = QFileDialog(self._owner, self.tr("Print the month"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Papers (*.pdf)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"liaison-{counts.from_at:%Y-%m}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.write(counts, Path(chosen)))
        dialog.open()

    def write(self, counts: LiaisonCounts, file: Path) -> None:
        """Make the paper and write it."""

        def work() -> Path:
            try:
                write_whole(file, self._make(counts.from_at, counts.to_at).content, SHARED)
            except OSError:
                raise Refused("file_unwritable") from None
            return file

        said = self.tr("Saved as {file}.").format(file=ltr(file.name))
        self._deeds.do(work, lambda _file: self.said.emit(said, "info"))

    def release(self) -> None:
        """Let what runs end."""
        self._deeds.finish()


def sheet_maker(screen: Screen) -> MakeSheet | None:
    """Give who makes the sheet; None while this console makes no papers."""
    reports = getattr(screen.services, "reports", None)
    make: MakeSheet | None = getattr(reports, "liaison_pdf", None)
    return make
