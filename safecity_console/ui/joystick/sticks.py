"""The list of plugged-in sticks.

Belongs here: the list, telling two of one model apart. Does not belong here: what is shown of the chosen one (page.py).
Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from safecity_console.services.sticks import StickSeen
from safecity_console.ui.format import isolated, ltr

LIST_PX, NARROW_PX, ROW_PX = 256, 200, 40
ID_ROLE = Qt.ItemDataRole.UserRole


class StickList(QListWidget):
    """The list; a stick stays chosen while it is plugged in."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[int, bool], ...] = ()
        self.setAccessibleName(self.tr("Joysticks plugged in"))
        self.setFixedWidth(LIST_PX)

    @property
    def chosen_id(self) -> int | None:
        """Give the id of the chosen stick."""
        item = self.currentItem()
        return None if item is None else int(item.data(ID_ROLE))

    def set_narrow(self, narrow: bool) -> None:
        """Leave more room to what stands beside it."""
        self.setFixedWidth(NARROW_PX if narrow else LIST_PX)

    def show_sticks(self, seen: Sequence[StickSeen]) -> None:
        """Show what is plugged in."""
        wanted = tuple((one.id, one.active) for one in seen)
        if wanted == self._shown:
            return
        self._shown = wanted
        kept = self.chosen_id
        self.blockSignals(True)
        self.clear()
        for one in seen:
            item = QListWidgetItem(self._line(one, [other.id for other in seen if other.build == one.build]))
            item.setSizeHint(QSize(0, ROW_PX))
            item.setData(ID_ROLE, one.id)
            self.addItem(item)
            if one.id == kept:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and seen:
            self.setCurrentRow(0)
        self.blockSignals(False)

    def _line(self, one: StickSeen, twins: Sequence[int]) -> str:
        name = isolated(one.build.name or self.tr("Joystick without a name"))
        if len(twins) > 1:
            name = self.tr("{name}, number {number}").format(name=name, number=ltr(twins.index(one.id) + 1))
        return self.tr("{name} · steers").format(name=name) if one.active else name
