"""A row of chips of which one is chosen: by a press, by arrow keys, by its digit.

Belongs here: the row, its keys, what it says to screen readers. Does not belong here: words, what choosing does.
Invariants: 1. Exactly one chip is chosen, or none where none was set. 2. Tab comes to the row once, to the chosen chip;
left and right follow the direction of the layout. 3. Chips wrap into more lines rather than being cut. 4. A last chip
"More…" stands for nothing until something behind it was chosen; pressed again it opens again. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

GAP_PX = 6


class Chip(QPushButton):
    """One chip; `key` is what it stands for."""

    def __init__(self, key: str, text: str, more: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.key = key
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        if more:
            self.setToolTip(more)
            self.setAccessibleDescription(more)


class ChipRow(QWidget):
    """The row; `chosen` comes with the key whenever an officer chose."""

    chosen = Signal(str)
    more_wanted = Signal()
    moved = Signal(int)  # up or down out of the row

    def __init__(self, title: str, chips: Sequence[tuple[str, str, str]], more: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chips: list[Chip] = []
        self._key = ""
        for key, text, hint in chips:
            self._add(key, text, hint)
        self._has_more = bool(more)
        if more:
            self._add("", more, "")

    @property
    def key(self) -> str:
        """Give the key of the chosen chip; empty where none is."""
        return self._key

    def set_key(self, key: str) -> None:
        """Choose without telling."""
        self._key = key
        for chip in self.chips:
            chip.setChecked(bool(key) and chip.key == key)
        self._speak()

    def put_last(self, key: str, text: str) -> None:
        """Let the last chip stand for what was chosen behind "More…"."""
        last = self.chips[-1]
        last.key = key
        last.setText(text.replace("&", "&&"))
        last.setAccessibleName(text)
        self._lay_out()

    def choose(self, key: str) -> None:
        """Choose and tell."""
        self.set_key(key)
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, choose by digit, leave upward and downward."""
        forward = Qt.Key.Key_Right if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        backward = Qt.Key.Key_Left if forward == Qt.Key.Key_Right else Qt.Key.Key_Right
        digit = event.text()
        if event.key() in (forward, backward):
            self._step(1 if event.key() == forward else -1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif digit.isdecimal() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose_number(int(digit))
        elif event.key() == Qt.Key.Key_Space:
            self._press(self.chips[-1] if self._has_more else self.chips[0])
        else:
            super().keyPressEvent(event)

    def choose_number(self, number: int) -> None:
        """Choose the chip of a number from 1 on; nothing happens where there is none."""
        if 1 <= number <= len(self.chips):
            self._press(self.chips[number - 1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self._show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it went."""
        super().focusOutEvent(event)
        self._show_focus(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped lines."""
        return self._placed(width)[1]

    def sizeHint(self) -> QSize:
        """Give the size of one line."""
        wide = sum(chip.sizeHint().width() + GAP_PX for chip in self.chips)
        return QSize(wide, self._placed(max(self.width(), 200))[1])

    def _add(self, key: str, text: str, more: str) -> None:
        chip = Chip(key, text, more, self)
        chip.clicked.connect(partial(self._on_clicked, chip))
        self.chips.append(chip)

    def _on_clicked(self, chip: Chip, _checked: bool = False) -> None:
        self._press(chip)

    def _press(self, chip: Chip) -> None:
        if self._has_more and chip is self.chips[-1] and chip.key in ("", self._key):
            self.set_key(self._key)  # Qt checked it already
            self.more_wanted.emit()
        else:
            self.choose(chip.key)

    def _step(self, by: int) -> None:
        keys = [chip.key for chip in self.chips if chip.key]
        at = keys.index(self._key) if self._key in keys else -1 if by > 0 else len(keys)
        self.choose(keys[min(len(keys) - 1, max(0, at + by))])

    def _show_focus(self, on: bool) -> None:
        for chip in self.chips:
            chip.setProperty("ringed", "yes" if on else "no")
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def _speak(self) -> None:
        self.setAccessibleDescription(next((c.accessibleName() for c in self.chips if c.key == self._key), ""))

    def _placed(self, width: int) -> tuple[list[QRect], int]:
        rects, x, y, line = [], 0, 0, 0
        for chip in self.chips:
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + GAP_PX, 0
            rects.append(QRect(x, y, size.width(), size.height()))
            x, line = x + size.width() + GAP_PX, max(line, size.height())
        return rects, y + line

    def _lay_out(self) -> None:
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        rects, height = self._placed(self.width())
        for chip, rect in zip(self.chips, rects, strict=True):
            if rtl:
                rect.moveLeft(self.width() - rect.right() - 1)
            chip.setGeometry(rect)
        if height != self.height():
            self.setFixedHeight(height)
