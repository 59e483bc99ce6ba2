"""The tabs over the list of incidents, with their counts.

Belongs here: the three buttons. Does not belong here: what a tab shows (feed.py). Thread: GUI.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton

from safecity_console.domain.incident_counts import IncidentCounts
from safecity_console.ui.format import ltr
from safecity_console.ui.incidents.feed import Tab
from safecity_console.ui.widgets.basics import row


class TabBar(QFrame):
    """The buttons; `chosen` with the tab."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "segments")
        self._group = QButtonGroup(self)
        box = row(spacing=0, margins=(2, 2, 2, 2))
        for at, tab in enumerate(Tab):
            one = QToolButton()
            one.setCheckable(True)
            one.setProperty("kind", "segment")
            one.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            one.clicked.connect(partial(self._on_clicked, tab))
            self._group.addButton(one, at)
            box.addWidget(one)
        self.setLayout(box)
        self._group.buttons()[0].setChecked(True)
        self.set_counts(IncidentCounts())

    def set_counts(self, counts: IncidentCounts) -> None:
        """Show how many are open and of this shift."""
        texts = (self.tr("Open {count}").format(count=ltr(counts.open)),
                 self.tr("My shift {count}").format(count=ltr(counts.my_shift)), self.tr("All"))
        for one, text in zip(self._group.buttons(), texts, strict=True):
            one.setText(text)
            one.setAccessibleName(text)

    def choose(self, tab: Tab) -> None:
        """Show another tab."""
        self._group.button(list(Tab).index(tab)).click()

    def _on_clicked(self, tab: Tab, _checked: bool = False) -> None:
        self.chosen.emit(tab)
