"""A list whose order is the officer's: dragged, or moved with buttons and keys.

Belongs here: the list, moving, renaming and deleting buttons. Does not belong here: what the rows are, doing what is
asked (manage.py).
Invariants: 1. What is asked names the row by its id, never by its place. 2. Buttons are live only where a row is
chosen. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from safecity_console.ui.format import ltr, plain_tip
from safecity_console.ui.theme import Theme
from safecity_console.ui.widgets.basics import Button, button, label, row

TALL_ROWS = 1.3
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: its name, and below it what more there is to say."""

    id: str
    name: str
    more: str
    picture: QIcon


class OrderedList(QWidget):
    """The list; `extra` buttons stand before the common ones."""

    ordered = Signal(list)
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)
    opened = Signal(str)
    chosen_changed = Signal()

    def __init__(self, title: str, empty: str, theme: Theme, extra: Sequence[Button] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setIconSize(QSize(40, 24))
        self.list.setSpacing(1)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label(empty, "secondary", wrap=True)
        self.up = self._button(self.tr("Up"), "Alt+Up", "chevron-up", partial(self._move, -1))
        self.down = self._button(self.tr("Down"), "Alt+Down", "chevron-down", partial(self._move, 1))
        self.rename = self._button(self.tr("Rename…"), "F2", "pencil", lambda: self._ask(self.rename_wanted))
        self.delete = self._button(self.tr("Delete…"), "Del", "trash-2", lambda: self._ask(self.delete_wanted))
        self._needing = (*extra, self.rename, self.delete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(label(title, "group"))
        box.addWidget(self._empty)
        box.addWidget(self.list, 1)
        if extra:
            box.addLayout(row(*extra, None))
        box.addLayout(row(self.up, self.down, self.rename, self.delete, None))
        self.list.currentRowChanged.connect(self._on_current)
        self.list.itemActivated.connect(lambda item: self.opened.emit(item.data(_ID)))
        self.list.model().rowsMoved.connect(lambda *_: self._tell_order())
        self._on_current()

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show rows; the chosen one stays chosen."""
        chosen, at = self.chosen(), max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            item = QListWidgetItem(one.picture, f"{one.name}\n{one.more}")
            item.setData(_ID, one.id)
            item.setToolTip(plain_tip(one.name))
            # Rows of Naskh stand higher than the font says: two of them would be cut to one.
            item.setSizeHint(QSize(0, round(self.list.fontMetrics().lineSpacing() * 2 * TALL_ROWS) + 6))
            self.list.addItem(item)
        ids = [one.id for one in rows]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else min(at, len(ids) - 1))
        self.list.blockSignals(False)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._on_current()

    def chosen(self) -> str | None:
        """Give the id of the chosen row."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item is not None else None

    def ids(self) -> list[str]:
        """Give the ids in the order of the list."""
        return [str(self.list.item(at).data(_ID)) for at in range(self.list.count())]

    # ---- inside ----------------------------------------------------------------------------------------------------

    def _button(self, title: str, key: str, icon_name: str, deed: Callable[[], object]) -> Button:
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        made = button(title, "small", self._theme, icon_name, self.tr("Key: {key}").format(key=ltr(shown)))
        made.clicked.connect(lambda: deed())
        # Two lists stand in one dialog: a key means the list that has the focus.
        shortcut = QShortcut(QKeySequence(key), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: deed())
        return made

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if at < 0 or not 0 <= at + by < self.list.count():
            return
        ids = self.ids()
        ids[at], ids[at + by] = ids[at + by], ids[at]
        self.ordered.emit(ids)

    def _tell_order(self) -> None:
        self.ordered.emit(self.ids())

    def _ask(self, signal: SignalInstance) -> None:
        chosen = self.chosen()
        if chosen is not None:
            signal.emit(chosen)

    def _on_current(self, _row: int = -1) -> None:
        at, count = self.list.currentRow(), self.list.count()
        for one in self._needing:
            one.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)
        self.chosen_changed.emit()
