"""A table that shows and is not edited: whole rows, no grid, no row moving by itself.

Belongs here: what the house's tables have in common. Does not belong here: models, widths, what a row does.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW_PX = 34


def quiet_table(model: QAbstractItemModel, name: str, widths: Mapping[int, int], stretched: int,
                many: bool = False) -> QTableView:
    """Make a sortable table in the order of its first column; `many` rows may be selected at once."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    mode = QAbstractItemView.SelectionMode
    table.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    head.setMinimumSectionSize(48)
    for column, width in widths.items():
        table.setColumnWidth(column, width)
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return table
