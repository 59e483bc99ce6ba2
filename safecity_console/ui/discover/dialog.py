"""Discover: look for cameras, tick them, give one login, and they stand in the registry.

Belongs here: the course of the dialog and its words. Does not belong here: the table (table.py), the fields (form.py),
finding and adding (services/devices.py).
Invariants: 1. Searching and adding run off the GUI thread, show how far they are, and can be stopped; what was added
until then stays. 2. A login goes to ticked devices only. 3. Each device says what became of it; what failed stays
ticked for another try. 4. Closing stops what runs. Thread: GUI; the work tells by queued signals.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from safecity_console.domain.camera import NUMBER_MAX
from safecity_console.domain.onvif import SearchProgress
from safecity_console.services.devices import TakenOn
from safecity_console.ui.background import Background
from safecity_console.ui.discover.form import How, Where
from safecity_console.ui.discover.table import Column, FoundTable
from safecity_console.ui.format import ltr
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface
from safecity_console.ui.widgets.tables import quiet_table

WIDTHS: dict[int, int] = {Column.NAME: 240, Column.MAKER: 180, Column.ADDRESS: 150}
SIZE = (1100, 680)


class DiscoverDialog(QDialog):
    """The dialog; `ended` counts the cameras that were added."""

    ended = Signal(int)
    _searched = Signal(object)
    _took = Signal(int, int, object)

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self._stop = threading.Event()
        self._deed: Background | None = None
        self._searching = False
        self.added = 0
        self.setWindowTitle(self.tr("Discover cameras"))
        self.setModal(True)
        room = parent.screen().availableSize()
        self.setMinimumSize(820, 480)
        self.resize(min(SIZE[0], room.width() - 60), min(SIZE[1], room.height() - 60))
        self.where = Where()
        self.how = How(self._free_number(), [site.name for site in screen.services.cameras.sites()])
        self.model = FoundTable(screen.theme)
        self.table = quiet_table(self.model, self.tr("Devices found"), WIDTHS, Column.BECAME)
        self.table.setSortingEnabled(False)
        self.table.setWordWrap(True)
        self.search = button(self.tr("Search"), "primary", screen.theme, "radar")
        self.take = button("", "primary", screen.theme, "plus")
        self.all = button(self.tr("Tick all new ones"), "quiet")
        self.none = button(self.tr("Tick none"), "quiet")
        self.close_button = button(self.tr("Close"))
        self.note = label("", "secondary", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.hint = label("", "secondary", wrap=True)
        self._lay_out()
        self._connect()
        self._idle(self.tr("Nothing is sent to a camera but the question who it is; logins go to ticked ones only."))
        self.search.setFocus()

    def done(self, result: int) -> None:
        """Stop what runs, then close."""
        self._stop.set()
        self.ended.emit(self.added)
        super().done(result)

    @property
    def busy(self) -> bool:
        """Tell whether a search or an adding is under way."""
        return self._deed is not None

    # Searching --------------------------------------------------------------------------------------------------------

    def _on_search(self) -> None:
        if self.busy:
            self._halt()
            return
        wanted, devices = self.where.search(), self._screen.services.devices
        self.where.ranges_field.refuse("")
        self._searching = True
        self._begin(lambda: devices.discover(wanted, self._tell_search, self._stop), self._on_found,
                    self.tr("Asking for cameras…"))
        self.search.setText(self.tr("Stop searching"))

    def _tell_search(self, progress: SearchProgress) -> None:
        with suppress(RuntimeError):  # closed meanwhile
            self._searched.emit(progress)

    def _on_searched(self, progress: SearchProgress) -> None:
        if not self.busy:
            return
        self.bar.setValue(round(100 * progress.share))
        named = {"found": ltr(progress.found), "asked": ltr(progress.asked), "all": ltr(progress.to_ask)}
        if progress.to_ask:
            self._say(self.tr("Found: {found}. Addresses asked: {asked} of {all}.").format(**named))
        else:
            self._say(self.tr("Found so far: {found}.").format(**named))

    def _on_found(self, outcome: object) -> None:
        if not isinstance(outcome, tuple):
            sentence = outcome_sentence(outcome)
            self._idle(sentence, "critical")
            if self.where.ranges.text().strip():
                self.where.ranges_field.refuse(sentence)
            return
        self.model.show_found(outcome)
        count = len(self.model.rows)
        if not count:
            self._idle(self.tr("No camera answered. Name address ranges where cameras stand behind a router, and look "
                               "whether ONVIF is switched on in them."), "impaired")
            return
        fresh = len(self.model.ticked())
        self._idle(self.tr("Devices found: {count}, new: {fresh}.").format(count=ltr(count), fresh=ltr(fresh)))
        self.how.user.setFocus()

    # Taking on --------------------------------------------------------------------------------------------------------

    def _on_take(self) -> None:
        if self.busy:
            self._halt()
            return
        chosen, login, how = self.model.ticked(), self.how.login(), self.how.take_on()
        devices = self._screen.services.devices
        for found in chosen:
            self.model.say(found, self.tr("Waits"))
        self.how.template_field.refuse("")
        self._searching = False
        self._begin(lambda: devices.take_on(chosen, login, how, self._tell_took, self._stop), self._on_taken,
                    self.tr("Reading the devices…"))
        self.take.setText(self.tr("Stop adding"))

    def _tell_took(self, done: int, of: int, outcome: TakenOn) -> None:
        with suppress(RuntimeError):  # closed meanwhile
            self._took.emit(done, of, outcome)

    def _on_took(self, done: int, of: int, outcome: TakenOn) -> None:
        self.model.note(outcome)
        self.added += outcome.camera is not None
        self.bar.setValue(round(100 * done / max(1, of)))
        self._say(self.tr("Devices read: {done} of {count}.").format(done=ltr(done), count=ltr(of)))

    def _on_taken(self, outcome: object) -> None:
        if not isinstance(outcome, tuple):
            sentence = outcome_sentence(outcome)
            for found in self.model.ticked():
                self.model.say(found, self.tr("New"))
            self.how.template_field.refuse(sentence)
            self._idle(sentence, "critical")
            return
        failed = sum(one.camera is None for one in outcome)
        named = {"added": ltr(len(outcome) - failed), "failed": ltr(failed)}
        self.how.number.setValue(self._free_number(self.how.number.value()))
        if failed:
            self._idle(self.tr("Added: {added}. Not added: {failed}; each says why. Change the login or the settings "
                               "and try these again.").format(**named), "impaired")
        else:
            self._idle(self.tr("Added: {added}. All of them are in the list now.").format(**named), "good")

    # Both -------------------------------------------------------------------------------------------------------------

    def _begin(self, work: Any, ended: Any, words: str) -> None:
        self._stop = threading.Event()
        self._deed = Background("discover", work)
        self._deed.ended.connect(lambda outcome: self._on_ended(ended, outcome))
        self.bar.setValue(0)
        self.bar.setVisible(True)
        for one in (self.where, self.how, self.table, self.all, self.none):
            one.setEnabled(False)
        self._say(words)
        self._deed.start()
        self._show_buttons()

    def _on_ended(self, ended: Any, outcome: object) -> None:
        self._deed = None
        with suppress(RuntimeError):  # closed meanwhile
            ended(outcome)

    def _halt(self) -> None:
        self._stop.set()
        self._say(self.tr("Stopping…"))

    def _idle(self, words: str, role: str = "secondary") -> None:
        self.bar.setVisible(False)
        for one in (self.where, self.how, self.table, self.all, self.none):
            one.setEnabled(True)
        self.search.setText(self.tr("Search again") if self.model.rows else self.tr("Search"))
        self._say(words, role)
        self._show_buttons()

    def _show_buttons(self) -> None:
        count = len(self.model.ticked())
        if not self.busy:
            one = self.tr("Add 1 camera") if count == 1 else self.tr("Add {count} cameras").format(count=ltr(count))
            self.take.setText(one if count else self.tr("Add cameras"))
        self.search.setEnabled(not self.busy or self._searching)
        self.take.setEnabled(not self._searching if self.busy else count > 0)
        for tick in (self.all, self.none):
            tick.setEnabled(not self.busy and bool(self.model.rows))
        self.hint.setVisible(not self.model.rows)

    def _say(self, words: str, role: str = "secondary") -> None:
        self.note.setText(words)
        set_role(self.note, role)

    def _free_number(self, first: int = 1) -> int:
        taken = {camera.number for camera in self._screen.services.cameras.cameras()}
        return next((n for n in range(first, NUMBER_MAX + 1) if n not in taken), NUMBER_MAX)

    def _connect(self) -> None:
        self.search.clicked.connect(self._on_search)
        self.take.clicked.connect(self._on_take)
        self.all.clicked.connect(lambda: self.model.tick_all(True))
        self.none.clicked.connect(lambda: self.model.tick_all(False))
        self.close_button.clicked.connect(self.reject)
        self.model.ticked_changed.connect(self._show_buttons)
        self.model.dataChanged.connect(lambda *_told: self.table.resizeRowsToContents())
        self._searched.connect(self._on_searched, Qt.ConnectionType.QueuedConnection)
        self._took.connect(self._on_took, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(12)
        head.addWidget(label(self.windowTitle(), "title"))
        first = row(self.where, self.search, spacing=12)
        first.setStretch(0, 1)
        first.setAlignment(self.search, Qt.AlignmentFlag.AlignBottom)
        head.addLayout(first)
        head.addLayout(row(self.all, self.none, None))
        self.hint.setText(self.tr("Cameras that answer stand here with their maker and address."))
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.table.viewport()).addWidget(self.hint)
        below = QVBoxLayout()
        below.setContentsMargins(24, 12, 24, 12)
        below.addWidget(self.how)
        foot = surface("foot")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.note)
        words.addWidget(self.bar)
        laid = row(margins=(24, 12, 24, 12))
        laid.addLayout(words, 1)
        laid.addWidget(self.close_button)
        laid.addWidget(self.take)
        foot.setLayout(laid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addLayout(below)
        box.addWidget(foot)
