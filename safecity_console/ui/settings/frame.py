"""How a tab of the settings stands: a bar on top, what was refused under it where the tab has that line, then the rest.

Belongs here: laying out. Does not belong here: what a tab lists and changes. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout, QWidget

from safecity_console.ui.widgets.basics import ElidedLabel, row, surface


def laid_under_bar(tab: QWidget, bar: Sequence[QWidget | int | None], *bodies: QWidget | QLayout,
                   refusal: QLabel | None = None) -> None:
    """Lay a tab out; the bar is as `row` takes it, its elided labels give way."""
    head = surface("strip")
    line = row(*bar, margins=(12, 7, 12, 7))
    for number, one in enumerate(bar):
        if isinstance(one, ElidedLabel):
            line.setStretch(number, 1)
    head.setLayout(line)
    box = QVBoxLayout(tab)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(head)
    if refusal is not None:
        said = QFrame()
        said.setLayout(row(refusal, margins=(16, 0, 16, 0)))
        box.addWidget(said)
    for body in bodies:
        if isinstance(body, QLayout):
            box.addLayout(body, 1)
        else:
            box.addWidget(body, 1)
