"""An import before it happens: every line of the file and what would become of it.

Belongs here: the preview table, the one button that writes. Does not belong here: reading CSV and deciding (services/).
Invariants: 1. Nothing is written until the officer presses the button that says how many cameras it takes in. 2. What
is shown is the dry run's report; a file that changed since then is not imported. Thread: GUI.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from safecity_console.domain.report import ImportReport, LineRefused
from safecity_console.services.camera_csv import ParsedFile, ParsedLine
from safecity_console.ui.background import Background
from safecity_console.ui.format import isolated, ltr, number_text, plain_tip
from safecity_console.ui.refusals import code_sentence, outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface

translate = QCoreApplication.translate

Changes = Callable[[ParsedLine], str]
WIDE_PX, HIGH_PX = 1100, 600
MOST_WRAPPED = 500


class Outcome(StrEnum):
    """What becomes of a line."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line of the preview; `number` as it is shown, with `name` empty where they could not be read."""

    line: int
    number: str
    name: str
    outcome: Outcome
    why: str = ""


def preview_lines(parsed: ParsedFile, report: ImportReport, changes: Changes) -> tuple[PreviewLine, ...]:
    """Join a file's lines with what the dry run says of them; `changes` says what a changed camera gets anew."""
    outcome_of = {number: outcome for outcome, numbers in (
        (Outcome.ADDED, report.added), (Outcome.CHANGED, report.changed), (Outcome.UNCHANGED, report.unchanged),
    ) for number in numbers}
    refused = {one.line: one for one in report.refused}
    mended = {one.line: one for one in report.mended}
    lines: list[PreviewLine] = []
    for parsed_line in parsed.lines:
        number, name = int(parsed_line.values.get("number", 0)), str(parsed_line.values.get("name", ""))
        shown = number_text(number) if number else ""
        if parsed_line.line in refused:
            why = _why(refused.pop(parsed_line.line))
            lines.append(PreviewLine(parsed_line.line, shown, name, Outcome.REFUSED, why))
        elif number in outcome_of:
            notes = [_why(mended[parsed_line.line])] if parsed_line.line in mended else []
            if outcome_of[number] is Outcome.CHANGED:
                notes.insert(0, changes(parsed_line))
            lines.append(PreviewLine(parsed_line.line, shown, name, outcome_of[number], "\n".join(filter(None, notes))))
    lines += [_unread(one) for one in refused.values()]
    return tuple(sorted(lines, key=lambda one: one.line))


def _unread(refused: LineRefused) -> PreviewLine:
    number, name = (str(refused.figures.get(key, "")) for key in ("said_number", "said_name"))
    return PreviewLine(refused.line, isolated(number) if number else "", name, Outcome.REFUSED, _why(refused))


def _print_of(file: Path) -> str:
    """Give a fingerprint of a file's bytes; empty where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def _why(refused: LineRefused) -> str:
    return code_sentence(refused.reason, refused.figures)


class CsvPreview(QDialog):
    """The preview of one file's text."""

    imported = Signal(object)

    def __init__(self, screen: Screen, file: Path, lines: tuple[PreviewLine, ...],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen, self._file, self._seen = screen, file, _print_of(file)
        self.setWindowTitle(self.tr("Import a list"))
        self.setModal(True)
        self.setMinimumSize(820, 520)
        self.resize(WIDE_PX, HIGH_PX)
        counts = {outcome: sum(1 for line in lines if line.outcome is outcome) for outcome in Outcome}
        self._deed: Background | None = None
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("The list is being imported"))
        self._bar.hide()
        self._writes = counts[Outcome.ADDED] + counts[Outcome.CHANGED]
        self.table = self._table(lines)
        self.go = button(self._go_text(), "primary", screen.theme, "check")
        self.go.setEnabled(self._writes > 0)
        self._cancel = button(self.tr("Cancel"))
        self._note = label(self.tr("Nothing is written before you press the button."), "secondary", wrap=True)
        figures = {outcome.value: ltr(count) for outcome, count in counts.items()}
        summary = self.tr("{added} new · {changed} changed · {unchanged} unchanged · {refused} refused")
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.addWidget(label(self.tr("What will happen with “{file}”").format(file=ltr(file.name)), "title"))
        head.addWidget(label(summary.format(**figures), "secondary"))
        foot = surface("foot")
        foot.setLayout(row(self._note, self._cancel, self.go, margins=(24, 12, 24, 12)))
        foot.layout().setStretchFactor(self._note, 1)  # type: ignore[union-attr]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addWidget(self._bar)
        box.addWidget(foot)
        self.go.clicked.connect(self._on_go)
        self._cancel.clicked.connect(self.reject)
        (self.go if self.go.isEnabled() else self._cancel).setFocus()

    def _go_text(self) -> str:
        if self._writes == 0:
            return self.tr("Nothing to import")
        if self._writes == 1:
            return self.tr("Import 1 camera")
        return self.tr("Import {count} cameras").format(count=ltr(self._writes))

    def _table(self, lines: tuple[PreviewLine, ...]) -> QTableWidget:
        table = QTableWidget(len(lines), 5)
        table.setAccessibleName(self.tr("Lines of the file"))
        table.setHorizontalHeaderLabels([self.tr("Line"), self.tr("No."), self.tr("Camera"), self.tr("What happens"),
                                         self.tr("Note")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(True)
        theme = self._screen.theme
        for at, line in enumerate(lines):
            cells = (ltr(line.line), line.number or "–", line.name, outcome_text(line.outcome), line.why)
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                quiet = line.outcome is Outcome.UNCHANGED or place in (0, 4)
                item.setForeground(QColor(theme.secondary if quiet else theme.text))
                if line.outcome is Outcome.REFUSED and place >= 3:
                    item.setForeground(QColor(theme.critical))
                table.setItem(at, place, item)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        if len(lines) <= MOST_WRAPPED:
            # Whole sentences; a list of thousands keeps even lines, with the sentence in the tool tip.
            table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _on_go(self) -> None:
        if _print_of(self._file) != self._seen:
            self._refuse(self.tr("The file was changed meanwhile; nothing was imported. Please choose it again."))
            return
        self._busy(True)
        service, file = self._screen.services.cameras, self._file
        self._deed = Background("import", lambda: service.import_csv(file))
        self._deed.ended.connect(self._on_ended)
        self._deed.start()

    def reject(self) -> None:
        """Stay while the import is under way: it is one transaction and soon done."""
        if self._deed is None:
            super().reject()

    def _on_ended(self, outcome: object) -> None:
        self._deed = None
        self._busy(False)
        if isinstance(outcome, ImportReport):
            self.imported.emit(outcome)
            self.accept()
        else:
            self._refuse(outcome_sentence(outcome))

    def _busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)
        self._cancel.setEnabled(not busy)
        self._bar.setVisible(busy)

    def _refuse(self, sentence: str) -> None:
        self._note.setText(sentence)
        set_role(self._note, "critical")


def outcome_text(outcome: Outcome) -> str:
    """Give the word of an outcome."""
    return {
        Outcome.ADDED: translate("CsvPreview", "is added"),
        Outcome.CHANGED: translate("CsvPreview", "is changed"),
        Outcome.UNCHANGED: translate("CsvPreview", "stays as it is"),
        Outcome.REFUSED: translate("CsvPreview", "is refused"),
    }[outcome]
