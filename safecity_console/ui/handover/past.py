"""Signed handovers: the list, the one that is read, and its print.

Belongs here: reading back what was signed. Does not belong here: making the PDF (exports/), signing. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from safecity_console.core.whole_file import SHARED, write_whole
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.shift import HandoverForm
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.format import ltr
from safecity_console.ui.handover.form_view import FormView, scrolled
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.shift_texts import officer_text, shift_text
from safecity_console.ui.widgets.basics import ElidedLabel, button, label, row, surface

LIST_PX = 400
Printing = Callable[[str], bytes]  # the id of a signed handover -> a PDF


class PastView(QWidget):
    """List at the side, the form beside it."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._form: HandoverForm | None = None
        self._deed: Background | None = None
        self.printing: Printing | None = lambda record_id: screen.services.reports.handover_pdf(record_id).content
        self.list = QListWidget()
        self.list.setFixedWidth(LIST_PX)
        self.list.setAccessibleName(self.tr("Signed handovers"))
        self.list.setProperty("kind", "rows")
        self.view = FormView(screen)
        self.title = ElidedLabel(role="strong")
        self.wrong = label("", "critical", wrap=True)
        self.wrong.hide()
        self.print = button(self.tr("Print to PDF…"), "quiet", screen.theme, "printer")
        self.print.clicked.connect(self.choose_print)
        head = surface("head")
        top = row(self.title, self.print, margins=(16, 8, 12, 8))
        top.setStretchFactor(self.title, 1)
        head.setLayout(top)
        head.setMinimumHeight(42)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(head)
        right.addWidget(self.wrong)
        self._area = scrolled(self.view, screen)
        right.addWidget(self._area, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list)
        box.addLayout(right, 1)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self._show_form(None)

    def renew(self) -> None:
        """Show the handovers there are, the choice kept."""
        handover = self._screen.services.shifts.handover
        try:
            records = handover.past()
        except WorldError as error:
            self.list.clear()
            self._show_wrong(outcome_sentence(error))
            return
        known = [self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())]
        if known == [one.id for one in records]:
            return
        chosen = self._chosen()
        self.list.clear()
        for one in records:
            shift = self._screen.services.shifts.shift(one.shift_id)
            words = self.tr("{at}\n{shift}\n{outgoing} → {incoming}").format(
                at=self._screen.moment(one.signed_at),
                shift=shift_text(shift.code, shift.planned_from, shift.planned_to, self._screen),
                outgoing=ltr(one.outgoing), incoming=ltr(one.incoming))
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.list.addItem(item)
            if one.id == chosen:
                self.list.setCurrentItem(item)
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if not records:
            self.title.set_whole(self.tr("No handover was signed yet."))

    def choose_print(self) -> None:
        """Ask where to and print."""
        form = self._form
        if form is None or self.printing is None:
            return
        dialog = QFileDialog(self, self.tr("Print the handover"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Papers (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        local = form.made_at.astimezone(self._screen.zone)
        dialog.selectFile(f"handover-{local:%Y%m%d-%H%M}-{form.shift.code}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def write(self, file: Path) -> None:
        """Print into a file, in the background."""
        chosen, printing = self._chosen(), self.printing
        if not chosen or printing is None or self._deed is not None:
            return
        self._deed = Background("handover-print", lambda: _write(printing(chosen), file))
        self._deed.ended.connect(lambda outcome: self._on_printed(outcome, file))
        self._deed.start()

    def release(self) -> None:
        """Wait for a print that is under way."""
        if self._deed is not None:
            self._deed.wait(10)

    def _on_printed(self, outcome: object, file: Path) -> None:
        self.release()
        self._deed = None
        if isinstance(outcome, WorldError | Unfinished):
            self.said.emit(outcome_sentence(outcome), "warning")
        else:
            self.said.emit(self.tr("Saved as {file}.").format(file=ltr(file.name)), "info")

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._show_form(None)
            return
        try:
            form = self._screen.services.shifts.handover.read(chosen)
        except WorldError as error:
            self._show_form(None)
            self._show_wrong(outcome_sentence(error))
        else:
            self._show_form(form)

    def _show_form(self, form: HandoverForm | None) -> None:
        self._form = form
        self.wrong.hide()
        self._area.setVisible(form is not None)
        self.print.setVisible(form is not None and self.printing is not None)
        if form is not None:
            officer = officer_text(form.shift.officer, form.shift.badge)
            self.title.set_whole(self.tr("{shift}, handed over by {officer}").format(
                shift=shift_text(form.shift.code, form.shift.planned_from, form.shift.planned_to, self._screen),
                officer=officer))
            self.view.show_form(form)
        else:
            self.title.set_whole("")

    def _show_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()


def _write(content: bytes, file: Path) -> None:
    try:
        write_whole(file, content, SHARED)
    except OSError:
        raise Refused("file_unwritable") from None
