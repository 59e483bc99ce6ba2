"""The Audit page: everything that was done here, newest first, and whether the chain of it is whole.

Belongs here: joining bar, table, entry and foot; searching and exporting in the background. Does not belong here:
cells (table.py), one entry (entry.py), verifying (verifying.py), permission and hiding (services/audit.py).
Invariants: 1. Nothing is read before the page is shown; each search stands in the audit itself. 2. The newest search
wins; the table never moves under the hand by itself. 3. Whoever may not read sees why, and no entry. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from safecity_console.domain.access import Permission
from safecity_console.domain.audit import AuditFilter
from safecity_console.ui.audit.entry import EntryPane
from safecity_console.ui.audit.filters import FilterBar
from safecity_console.ui.audit.table import AuditTable, Column
from safecity_console.ui.audit.verifying import VerifyFoot
from safecity_console.ui.audit_texts import Named
from safecity_console.ui.background import Background
from safecity_console.ui.format import ltr
from safecity_console.ui.refusals import code_sentence, outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, surface
from safecity_console.ui.widgets.tables import quiet_table

WIDTHS: dict[int, int] = {Column.NUMBER: 96, Column.TIME: 160, Column.WHO: 176}


class AuditPage(QFrame):
    """The page; `commands` are what it answers, by id."""

    said = Signal(str, str)
    command_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setProperty("surface", "page")
        self.commands: dict[str, Callable[[], object]] = {}
        numbers = {camera.id: camera.number for camera in screen.services.cameras.cameras()}
        named = Named(numbers.get, screen.moment)
        self.model = AuditTable(screen, named, screen.services.audit.entries, self)
        self.filters = FilterBar(screen)
        self.count = label("", "secondary")
        self.table = quiet_table(self.model, self.tr("Entries of the audit, newest first"), WIDTHS, Column.WHAT)
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.pane = EntryPane(screen, named)
        self.foot = VerifyFoot(screen)
        self.refusal = label("", "secondary", wrap=True)
        self._deeds: list[Background] = []
        self._searched, self._whose = 0, ""
        self._lay_out()
        self.filters.changed.connect(self.search)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_selected())
        self.setFocusProxy(self.table)

    def search(self, wanted: AuditFilter) -> None:
        """Look for entries and show them."""
        self._searched += 1
        mine, audit = self._searched, self._screen.services.audit
        self.count.setText(self.tr("Searching…"))
        self._do("find-audit", lambda: audit.find(wanted), lambda outcome: self._on_found(mine, outcome))

    def refresh(self) -> None:
        """Look again for what the bar says, newest entries included."""
        self.search(self.filters.wanted())

    def write(self, file: Path) -> None:
        """Write what the bar says as CSV, in the background."""
        wanted, audit = self.filters.wanted(), self._screen.services.audit
        self.said.emit(self.tr("Writing {file}…").format(file=ltr(file.name)), "info")
        self._do("export-audit", lambda: audit.export(wanted, file), lambda outcome: self._on_written(file, outcome))

    def choose_export(self) -> None:
        """Ask where to and write the entries."""
        dialog = QFileDialog(self, self.tr("Export the audit's entries"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("csv")
        now = self._screen.services.clock.now().astimezone(self._screen.zone)
        dialog.selectFile(f"audit-{now:%Y%m%d-%H%M%S}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def release(self) -> None:
        """Let go of what outlives a widget, before the page is made anew."""
        self.foot.release()
        for deed in self._deeds:
            deed.wait(5.0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        allowed = self._screen.services.desk.may(Permission.READ_AUDIT)
        for part in self._parts:
            part.setVisible(allowed)
        self.refusal.setVisible(not allowed)
        session = self._screen.services.desk.session
        before, self._whose = self._whose, "" if session is None else session.officer.id
        if before and before != self._whose:  # at a handover no new frame comes between two officers
            self.model.set_numbers(())
            self.filters.text.clear()
            self.filters.about.clear()
        if allowed:
            self.refresh()
        else:
            self.model.set_numbers(())
            self.pane.show_entry(None)
            self.refusal.setText(code_sentence("not_permitted", {}))

    def _lay_out(self) -> None:
        theme = self._screen.theme
        again = button(self.tr("Newest"), "quiet", theme, "refresh-cw", self.tr("Looks for what was added meanwhile."))
        again.clicked.connect(self.refresh)
        out = button(self.tr("Export…"), "quiet", theme, "file-down", self.tr("Writes these entries as a table (CSV)."))
        out.clicked.connect(self.choose_export)
        bar = surface("strip")
        line = row(self.filters, 12, self.count, again, out, margins=(12, 7, 12, 7))
        line.setStretchFactor(self.filters, 1)
        bar.setLayout(line)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()
        inner = QHBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.pane)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar)
        box.addWidget(middle, 1)
        box.addWidget(self.refusal, 1)
        box.addWidget(self.foot)
        self._parts = (bar, middle, self.foot)

    def _do(self, name: str, work: Callable[[], object], told: Callable[[object], None]) -> None:
        deed = Background(name, work)
        self._deeds.append(deed)  # kept until its outcome was heard

        def ended(outcome: object) -> None:
            self._deeds.remove(deed)
            told(outcome)

        deed.ended.connect(ended)
        deed.start()

    def _on_found(self, mine: int, outcome: object) -> None:
        if mine != self._searched:
            return  # a newer search is under way
        if not isinstance(outcome, Sequence):
            self.count.setText("")
            self.said.emit(outcome_sentence(outcome), "warning")
            return
        self.model.set_numbers(outcome)
        self.count.setText(self.tr("{count} entries").format(count=ltr(f"{len(outcome):,}")))
        self.foot.show_head(self._screen.services.audit.head())
        if len(outcome):
            self.table.setCurrentIndex(self.model.index(0, Column.WHAT))
            self.table.scrollTo(self.model.index(0, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        else:
            self.pane.show_entry(None)

    def _on_written(self, file: Path, outcome: object) -> None:
        if isinstance(outcome, int):
            said = self.tr("{count} entries were written into {file}.")
            self.said.emit(said.format(count=ltr(f"{outcome:,}"), file=ltr(file.name)), "info")
        else:
            self.said.emit(outcome_sentence(outcome), "warning")

    def _on_selected(self) -> None:
        index = self.table.currentIndex()
        self.pane.show_entry(self.model.entry_at(index.row()) if index.isValid() else None)
