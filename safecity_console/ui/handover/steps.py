"""The three steps of a handover as a bar: prepare, read and open, sign. No services here. Thread: GUI."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from safecity_console.ui.format import ltr
from safecity_console.ui.style import mark
from safecity_console.ui.widgets.basics import label, set_role


class StepBar(QWidget):
    """Steps in a row; those before the current one are done, which a word says too."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__()
        self._titles = titles
        self._bars: list[QFrame] = []
        self._words: list[QLabel] = []
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 8)
        box.setSpacing(8)
        for title in titles:
            bar, word = QFrame(), label(title, "secondary")
            bar.setFixedHeight(3)
            part = QVBoxLayout()
            part.setSpacing(6)
            part.addWidget(bar)
            part.addWidget(word)
            box.addLayout(part, 1)
            self._bars.append(bar)
            self._words.append(word)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Mark where the handover stands; past the last step all are done."""
        for place, (bar, word) in enumerate(zip(self._bars, self._words, strict=True)):
            mark(bar, "bar", "step" if place == current else "good" if place < current else "line")
            set_role(word, "strong" if place == current else "secondary")
            done = self.tr("{step}: done").format(step=self._titles[place])
            numbered = self.tr("{number}  {step}").format(number=ltr(place + 1), step=self._titles[place])
            word.setText(done if place < current else numbered)
