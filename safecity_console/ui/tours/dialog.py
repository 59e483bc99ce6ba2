"""The dialog of tours: the kept ones in their order, one of them open beside them.

Belongs here: choosing, making, saving, ordering, deleting, starting. Does not belong here: the fields (form.py),
running (ui/wall/touring.py).
Invariants: 1. What was typed is never lost without a question. 2. A tour is deleted only after a sentence that says
which. 3. What cannot be saved says why beside the button. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.tour import SavedTour, Tour
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.icons import icon
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.theme import Theme
from safecity_console.ui.tours.form import TourForm
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface
from safecity_console.ui.widgets.question import Question

WIDE_PX, HIGH_PX, EDGE_PX = 1060, 680, 60
LIST_PX = 216
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class ToursDialog(QDialog):
    """The dialog; `start_wanted` carries the saved tour."""

    start_wanted = Signal(object)

    def __init__(self, services: ConsoleServices, theme: Theme, parent: QWidget, language: str = "") -> None:
        super().__init__(parent)
        self._services, self._theme = services, theme
        self._open: SavedTour | None = None
        self._begun: Tour | None = None
        self.setWindowTitle(self.tr("Tours"))
        self.setModal(True)
        language = language or services.settings.text("screen.language")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language == "ur"
                                else Qt.LayoutDirection.LeftToRight)
        room = parent.screen().availableSize()
        self.resize(min(WIDE_PX, room.width() - EDGE_PX), min(HIGH_PX, room.height() - EDGE_PX))
        self.list = self._made_list()
        self.form = TourForm(services, theme, language)
        self.new = button(self.tr("New tour"), "", theme, "plus")
        self.delete = button(self.tr("Delete…"), "", theme, "trash-2")
        self.save = button(self.tr("Save the tour"), "primary", theme, "check")
        self.start = button(self.tr("Start"), "", theme, "route", self.tr("Saves the tour and starts it on the wall."))
        self._close = button(self.tr("Close"))
        self.note = label("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self._show_tours()
        first = services.tours.last_used()
        self._show(first)
        (self.form.source.search if first is not None else self.form.name).setFocus()

    def reject(self) -> None:
        """Close, after a question where something would be lost."""
        self._leave(lambda: self.done(QDialog.DialogCode.Rejected))

    # ---- inside ------------------------------------------------------------------------------------------------

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        made.setDefaultDropAction(Qt.DropAction.MoveAction)
        made.setAccessibleName(self.tr("Kept tours"))
        made.setAccessibleDescription(self.tr("Drag a tour to another place to change the order of the menu."))
        return made

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(16, 16, 16, 16)
        left.setSpacing(8)
        left.addWidget(label(self.tr("Kept tours"), "group"))
        left.addWidget(self.list, 1)
        left.addLayout(row(self.new, self.delete))
        side = surface("panel")
        side.setFixedWidth(LIST_PX + 32)
        side.setLayout(left)
        line = surface("panel")
        line.setProperty("bar", "line")
        line.setFixedWidth(1)
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 20, 16)
        right.addWidget(self.form)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(side)
        middle.addWidget(line)
        middle.addLayout(right, 1)
        foot = surface("foot")
        lower = row(self._close, self.start, self.save, margins=(24, 12, 24, 12))
        lower.insertWidget(0, self.note, 1)
        foot.setLayout(lower)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(middle, 1)
        box.addWidget(foot)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current)
        self.list.model().rowsMoved.connect(self._on_moved)
        self.form.changed.connect(self._judge)
        self.new.clicked.connect(lambda: self._leave(lambda: self._show(None)))
        self.delete.clicked.connect(self._ask_delete)
        self.save.clicked.connect(lambda: self._save())
        self.start.clicked.connect(self._on_start)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        bridge = Bridge(self._services.bus, self)
        bridge.tours_changed.connect(self._show_tours)
        bridge.cameras_changed.connect(lambda _event: self.form.refresh())
        bridge.walls_changed.connect(self.form.refresh)
        self.finished.connect(bridge.close)

    def _show_tours(self) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for saved in self._services.tours.tours():
                item = QListWidgetItem(icon("route", self._theme), saved.tour.name)
                item.setData(ID_ROLE, saved.id)
                self.list.addItem(item)
        self._mark_open()

    def _mark_open(self) -> None:
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
            self.list.clearSelection()
            for n in range(self.list.count()):
                if self._open is not None and self.list.item(n).data(ID_ROLE) == self._open.id:
                    self.list.setCurrentRow(n)

    def _show(self, saved: SavedTour | None) -> None:
        self._open = saved
        self.form.fill(saved.tour if saved is not None else None)
        self._begun = self._typed()
        self._mark_open()
        self._judge()
        if saved is None:
            self.form.name.setFocus()

    def _typed(self) -> Tour | None:
        try:
            return self.form.tour()
        except Refused:
            return None

    @property
    def changed(self) -> bool:
        """Tell whether something was typed that closing would lose."""
        if self._open is None:
            return bool(self.form.name.text().strip() or self.form.steps.steps())
        return self._typed() != self._begun

    def _judge(self) -> None:
        self.delete.setEnabled(self._open is not None)
        set_role(self.note, "secondary")
        try:
            tour = self.form.tour()
        except Refused as error:
            self.save.setEnabled(False)
            self.start.setEnabled(False)
            self.note.setText(world_sentence(error))
            return
        self.save.setEnabled(self._open is None or tour != self._open.tour)
        self.start.setEnabled(True)
        pattern = self.tr("{count} steps") if len(tour.steps) != 1 else self.tr("{count} step")
        self.note.setText(pattern.format(count=ltr(len(tour.steps))))

    def _save(self) -> SavedTour | None:
        try:
            tour = self.form.tour()
            revision = None
            if self._open is not None:
                kept = self._services.tours.find(self._open.id)
                # Starting a tour counts its revision up too: only another content is somebody else's change.
                same = kept is not None and kept.tour == self._open.tour
                revision = kept.revision if same and kept is not None else self._open.revision
            saved = self._services.tours.save(tour, self._open.id if self._open is not None else None, revision)
        except WorldError as error:
            sentence = world_sentence(error)
            if isinstance(error, Refused) and error.code in ("tour_name", "tour_name_taken"):
                self.form.title.refuse(sentence)
            set_role(self.note, "critical")
            self.note.setText(sentence)
            return None
        self._show_tours()
        self._show(saved)
        self.note.setText(self.tr("The tour “{name}” is saved.").format(name=isolated(tour.name)))
        return saved

    def _on_start(self) -> None:
        saved = self._open if self._open is not None and self._typed() == self._open.tour else self._save()
        if saved is not None:
            self.accept()
            self.start_wanted.emit(saved)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        wanted = self._services.tours.find(item.data(ID_ROLE)) if item is not None else None
        if wanted is not None and (self._open is None or wanted.id != self._open.id):
            self._leave(lambda: self._show(wanted))

    def _on_moved(self) -> None:
        order = [self.list.item(n).data(ID_ROLE) for n in range(self.list.count())]
        self._try(lambda: self._services.tours.reorder(order))

    def _ask_delete(self) -> None:
        saved = self._open
        if saved is None:
            return
        pattern = self.tr("The tour “{name}” is deleted; the cameras and walls it goes through stay as they are.")
        asks = Question(self.tr("Delete the tour"), pattern.format(name=isolated(saved.tour.name)),
                        self.tr("Delete the tour"), self)
        asks.agreed.connect(lambda: self._delete(saved))
        asks.open()

    def _delete(self, saved: SavedTour) -> None:
        if self._try(lambda: self._services.tours.delete(saved.id)):
            self._show(None)
            self._show_tours()
            self._show(self._services.tours.last_used())

    def _leave(self, then: Callable[[], object]) -> None:
        """Go on at once, or after a question where something would be lost."""
        if not self.changed:
            then()
            return
        self._mark_open()
        sentence = self.tr("What was changed in this tour is not saved yet and would be lost.")
        asks = Question(self.tr("Not saved yet"), sentence, self.tr("Lose the changes"), self)
        asks.agreed.connect(then)
        asks.open()

    def _try(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except WorldError as error:
            set_role(self.note, "critical")
            self.note.setText(world_sentence(error))
            return False
        return True
