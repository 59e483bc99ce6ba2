"""The Joystick tab: which sticks are plugged in, what they do now, how each is used.

Belongs here: the list, keeping and taking back a draft, files. Does not belong here: one stick's figures (form.py),
which stick steers (services/sticks.py).
Invariants: 1. While the tab is in sight no stick steers a camera: it shows what they do instead, and asks for that
again with each look. 2. Who may not change settings sees everything and changes nothing. 3. What was changed and not
saved is kept while the page lives, also where the stick is unplugged. 4. What is kept is written off the GUI thread.
Thread: GUI, one worker a deed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from safecity_console.domain.access import Permission
from safecity_console.domain.errors import WorldError
from safecity_console.domain.stick import StickProfile
from safecity_console.services.sticks import StickSeen
from safecity_console.ui.deeds import Deeds
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.joystick import files
from safecity_console.ui.joystick.form import StickForm
from safecity_console.ui.joystick.sticks import StickList
from safecity_console.ui.joystick.texts import axes_text
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import ElidedLabel, button, column, label, row, set_role, surface
from safecity_console.ui.widgets.fading import FadingArea
from safecity_console.ui.widgets.question import Question

LOOK_MS = 33
NARROW_BELOW_PX = 1130


class JoystickTab(QFrame):
    """The tab."""

    said = Signal(str, str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._sticks = screen, screen.services.sticks
        self._editable = screen.services.desk.may(Permission.EDIT_SETTINGS)
        self._deeds = Deeds("joystick", self)
        self._deeds.refused.connect(self._refuse)
        self._drafts: dict[str, StickProfile] = {}  # by model, where it differs from what is kept
        self._shown: StickSeen | None = None
        self._presses = 0
        self.list = StickList()
        self.form = StickForm(screen)
        self.word, self.empty = label("", "secondary", wrap=True), label("", "secondary", wrap=True)
        self.refusal = label("", "refusal", wrap=True)
        self.take = button(self.tr("Steer with this one"))
        self.save = button(self.tr("Save"), "primary", screen.theme, "save")
        self.undo = button(self.tr("Take back"), "quiet", None, "", self.tr("Shows what is kept again."))
        self.reset = button(self.tr("First arrangement…"), "quiet")
        self.export = button(self.tr("Export…"), "quiet", screen.theme, "upload")
        self.import_ = button(self.tr("Import…"), "quiet", screen.theme, "download")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.setFocusProxy(self.list)
        self.look()

    def renew(self) -> None:
        """Show what is kept now, keeping what was not saved."""
        self._shown = None
        self.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW_PX
        self.list.set_narrow(narrow)
        self.form.axes.set_narrow(narrow)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.form.calibration.drop()
        self._sticks.rehearsed()

    # What happens -----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Take what the sticks do now."""
        if self.isVisible():
            self._sticks.rehearse()
        seen = self._sticks.sticks()
        self.list.show_sticks(seen)
        chosen = next((one for one in seen if one.id == self.list.chosen_id), None)
        if chosen is None:
            self._show_nothing()
        else:
            self._show(chosen)

    def save_shown(self) -> None:
        """Keep the draft."""
        draft = self._draft
        if draft is not None and self._editable:
            self._refuse("")
            self._deeds.do(lambda: self._sticks.put(draft), self._on_saved)

    def export_to(self, path: Path) -> None:
        """Write what is shown."""
        profile = self.form.profile
        self._refuse("")
        self._deeds.do(lambda: files.write(path, profile), lambda _path: self.said.emit(
            self.tr("The arrangement is written to {file}.").format(file=ltr(path.name)), "info"))

    def import_from(self, path: Path) -> None:
        """Show what a file holds as a draft; Save keeps it."""
        onto = self.form.profile
        self._refuse("")
        self._deeds.do(lambda: files.read(path, onto), self._on_imported)

    # Showing ----------------------------------------------------------------------------------------------------------

    @property
    def _draft(self) -> StickProfile | None:
        return self._drafts.get(self._shown.build.model) if self._shown is not None else None

    def _show_nothing(self) -> None:
        if self._shown is not None:
            self.form.calibration.drop()
        self._shown = None
        self._stack.setCurrentIndex(0)
        missing = self._sticks.library_missing
        self.empty.setText(
            self.tr("Joysticks cannot be read on this machine: {error}").format(error=isolated(missing)) if missing
            else self.tr("No joystick is plugged in. Plug one in: it appears here at once."))
        for one in (self.take, self.save, self.undo, self.reset, self.export, self.import_):
            one.setEnabled(False)

    def _show(self, seen: StickSeen) -> None:
        before, self._shown = self._shown, seen
        if before is None or (before.id, before.profile) != (seen.id, seen.profile):
            self.form.calibration.drop()
            self._presses = seen.presses
            self.form.show_profile(seen.build, self._drafts.get(seen.build.model, seen.profile), self._editable)
            self._stack.setCurrentIndex(1)
        self.form.show_state(seen.state)
        if seen.presses != self._presses:
            self._presses = seen.presses
            self.form.buttons.choose(seen.last_button)
        self._say(seen)
        changed, idle = self._draft is not None, not self._deeds.running
        self.take.setEnabled(not seen.active)
        self.save.setEnabled(changed and self._editable and idle)
        self.undo.setEnabled(changed and idle)
        self.reset.setEnabled(self._editable and idle and (seen.own or changed))
        self.export.setEnabled(idle)
        self.import_.setEnabled(self._editable and idle)

    def _say(self, seen: StickSeen) -> None:
        if seen.waits_for:
            text = self.tr("These axes are away from their centre: {axes}. Nothing is steered before each was there "
                           "once; an axis that never rests in its centre must steer nothing.").format(
                axes=axes_text(tuple(sorted(seen.waits_for))))
        elif not self._editable:
            text = self.tr("Your role may look at this and not change it.")
        elif self._draft is not None:
            text = self.tr("Changed and not saved. The bars show how it will be.")
        else:
            text = self.tr("While this page is in sight the joystick moves no camera.")
        if text != self.word.text():
            self.word.setText(text)
            set_role(self.word, "impaired" if seen.waits_for else "secondary")

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    # Deeds ------------------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        if self._shown is None:
            return
        model, draft = self._shown.build.model, self.form.profile
        if draft == self._shown.profile:
            self._drafts.pop(model, None)
        else:
            self._drafts[model] = draft
        self.look()

    def _on_saved(self, kept: object) -> None:
        if isinstance(kept, StickProfile):
            self._drafts.pop(kept.model, None)
            self.said.emit(self.tr("The arrangement of {name} is saved.").format(name=isolated(kept.name)), "info")
        self.renew()

    def _on_imported(self, read: object) -> None:
        if isinstance(read, StickProfile) and self._shown is not None and read.model == self._shown.build.model:
            self.form.show_profile(self._shown.build, read, self._editable)
            self._drafts[read.model] = read
            self.said.emit(self.tr("The file is read. Try the joystick, then save."), "info")
            self.look()

    def _on_undo(self) -> None:
        if self._shown is not None:
            self._drafts.pop(self._shown.build.model, None)
            self._refuse("")
            self.renew()

    def _on_take(self) -> None:
        if self._shown is not None:
            try:
                self._sticks.take(self._shown.id)
            except WorldError as error:
                self._refuse(world_sentence(error))

    def _on_reset(self) -> None:
        if self._shown is None:
            return
        build = self._shown.build
        question = Question(
            self.tr("First arrangement"),
            self.tr("{name} is used again as a joystick that was never arranged; what was set here is forgotten.")
            .format(name=isolated(build.name)), self.tr("Forget what was set"), self)
        question.agreed.connect(lambda: self._deeds.do(
            lambda: self._sticks.reset(build), lambda _none: self._on_saved(self._kept(build.model))))
        question.open()

    def _kept(self, model: str) -> StickProfile:
        return next((one.profile for one in self._sticks.sticks() if one.build.model == model),
                    StickProfile(model, model))

    # Building ---------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.list.currentItemChanged.connect(lambda *_items: self.look())
        self.take.clicked.connect(self._on_take)
        self.save.clicked.connect(self.save_shown)
        self.undo.clicked.connect(self._on_undo)
        self.reset.clicked.connect(self._on_reset)
        self.export.clicked.connect(lambda: files.choose_export(self, self.export_to))
        self.import_.clicked.connect(lambda: files.choose_import(self, self.import_from))

    def _lay_out(self) -> None:
        head = surface("strip")
        line = row(ElidedLabel(self.tr("A joystick steers the selected camera while a window of the console has the "
                                       "focus."), "secondary"), self.export, self.import_, self.reset, self.undo,
                   self.save, margins=(12, 7, 12, 7))
        line.setStretch(0, 1)
        head.setLayout(line)
        nothing = QFrame()
        nothing.setLayout(column(None, self.empty, None, margins=(24, 24, 24, 24)))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right = QFrame()
        told = row(self.word, self.take, margins=(16, 10, 16, 0))
        told.setStretch(0, 1)
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(told)
        inside.addLayout(row(self.refusal, margins=(16, 4, 16, 0)))
        inside.addWidget(FadingArea(self.form, self._screen.theme.window), 1)
        self._stack.addWidget(nothing)
        self._stack.addWidget(right)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        body = row(self.list, self._stack, spacing=0)
        body.setStretch(1, 1)
        box.addLayout(body, 1)
        self.refusal.hide()
