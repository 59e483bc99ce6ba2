"""The steps of a checklist as a table: text, Urdu, required, call-back; their order.

Belongs here: editing rows. Does not belong here: saving them (procedures.py), their limits (domain/procedure.py).
Invariants: 1. A row without a text is no step. 2. Text is shown as it stands. Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from safecity_console.domain.procedure import STEPS_MOST, ProcedureStep
from safecity_console.ui.widgets.basics import button, row

ROW_PX = 36
_YES = Qt.CheckState.Checked


class StepTable(QWidget):
    """The table; `touched` once something was changed."""

    def __init__(self) -> None:
        super().__init__()
        self.touched = False
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([self.tr("Step"), self.tr("In Urdu"), self.tr("Required"),
                                              self.tr("Call-back")])
        self.table.setAccessibleName(self.tr("Steps of the checklist"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for at in (0, 1):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        for at in (2, 3):
            self.table.setColumnWidth(at, 96)
        self.add, self.away = button(self.tr("Add a step")), button(self.tr("Remove"), "quiet")
        self.up, self.down = button(self.tr("Up"), "quiet"), button(self.tr("Down"), "quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.table, 1)
        box.addLayout(row(self.add, self.up, self.down, self.away, None))
        self.add.clicked.connect(self._on_add)
        self.away.clicked.connect(self._on_away)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.table.itemChanged.connect(self._on_changed)

    def show_steps(self, steps: tuple[ProcedureStep, ...]) -> None:
        """Show a checklist."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for step in steps:
            self._put(self.table.rowCount(), step)
        self.table.blockSignals(False)
        self.touched = False

    def steps(self) -> tuple[ProcedureStep, ...]:
        """Give the checklist as it stands here."""
        return tuple(step for at in range(self.table.rowCount()) if (step := self._step(at)).text.strip())

    def _step(self, at: int) -> ProcedureStep:
        text, urdu, required, call_back = (self._cell(at, column) for column in range(4))
        return ProcedureStep(text.text(), urdu.text(), required.checkState() is _YES, call_back.checkState() is _YES)

    def _cell(self, at: int, column: int) -> QTableWidgetItem:
        return self.table.item(at, column) or QTableWidgetItem()

    def _put(self, at: int, step: ProcedureStep) -> None:
        self.table.insertRow(at)
        for column, text in enumerate((step.text, step.text_ur)):
            self.table.setItem(at, column, QTableWidgetItem(text))
        for column, on in ((2, step.required), (3, step.call_back)):
            item = QTableWidgetItem()
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_YES if on else Qt.CheckState.Unchecked)
            self.table.setItem(at, column, item)

    def _on_add(self) -> None:
        if self.table.rowCount() < STEPS_MOST:
            self._put(self.table.rowCount(), ProcedureStep(""))
            at = self.table.rowCount() - 1
            self.table.setCurrentCell(at, 0)
            self.table.editItem(self._cell(at, 0))
            self.touched = True

    def _on_away(self) -> None:
        self.table.removeRow(self.table.currentRow())
        self.touched = True

    def _move(self, by: int, _checked: bool = False) -> None:
        at = self.table.currentRow()
        if at >= 0 and 0 <= at + by < self.table.rowCount():
            step = self._step(at)
            self.table.removeRow(at)
            self._put(at + by, step)
            self.table.setCurrentCell(at + by, 0)
            self.touched = True

    def _on_changed(self, _item: QTableWidgetItem) -> None:
        self.touched = True
