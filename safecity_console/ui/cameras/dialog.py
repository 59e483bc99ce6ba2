"""Adding or changing one camera, with a live test beside the fields.

Belongs here: judging while typing, saving, starting the test. Does not belong here: the fields (form.py), the test
(live_test.py), what is valid (services/drafts.py).
Invariants: 1. Save can be pressed exactly while the fields are valid. 2. A refusal stands beside its field, and nothing
is lost. 3. Closing stops a test. Thread: GUI.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from safecity_console.core.login import Login
from safecity_console.core.secrets import Secret
from safecity_console.domain.camera import NUMBER_MAX, Camera, CameraDraft, Transport
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.onvif import DeviceReport, endpoint_of
from safecity_console.services.devices import DeviceReading
from safecity_console.services.drafts import Prepared, prepare
from safecity_console.ui.cameras.form import CameraForm
from safecity_console.ui.cameras.live_test import LiveTest, TestTarget
from safecity_console.ui.cameras.onvif_read import OnvifRead
from safecity_console.ui.refusals import code_sentence, field_of, outcome_sentence, world_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import button, label, row, set_role, surface
from safecity_console.ui.widgets.question import Question

FRAME_PX = 170  # head, foot and margins around the fields, with room for one refusal
ROOM_ABOVE_PX = 60


class CameraDialog(QDialog):
    """The dialog; `camera` None adds a new one."""

    saved = Signal(object)

    def __init__(self, screen: Screen, camera: Camera | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen, self._camera = screen, camera
        service = screen.services.cameras
        title = self.tr("Add a camera") if camera is None else self.tr("Camera settings")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumSize(900, 560)
        self.resize(980, 560)
        keeps = camera is not None and camera.has_password
        self.form = CameraForm([site.name for site in service.sites()], keeps)
        self.form.fill(self._fresh_draft() if camera is None else service.draft(camera))
        self._begun = self.form.draft()
        self.test = LiveTest(screen)
        self.onvif = OnvifRead(screen)
        self._report: DeviceReport | None = None
        self.save = button(self.tr("Save the camera"), "primary", screen.theme, "check")
        self.save.setDefault(True)
        self._cancel = button(self.tr("Cancel"))
        self._note = label("", "secondary", wrap=True)
        self._lay_out(title)
        self.form.changed.connect(self._judge)
        self.test.wanted.connect(self._on_test)
        self.onvif.wanted.connect(self._on_read_wanted)
        self.onvif.read.connect(self._on_read)
        self.save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)
        self._judge()
        self.form.first.setFocus()

    @property
    def note(self) -> str:
        """Give the sentence beside the buttons."""
        return self._note.text()

    def done(self, result: int) -> None:
        """Stop a running test, then close."""
        self.test.stop()
        super().done(result)

    @property
    def changed(self) -> bool:
        """Tell whether something was typed that closing would lose."""
        return self.form.draft() != self._begun or self.form.password() is not None

    def reject(self) -> None:
        """Close, after a question where something would be lost."""
        if not self.changed:
            super().reject()
            return
        question = Question(self.tr("Changes are not saved"), self.tr("What you typed for this camera will be lost."),
                            self.tr("Close without saving"), self)
        question.agreed.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        question.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter save from anywhere but a running button, and only what is valid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(self.focusWidget(), QPushButton):
            self._on_save()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.addWidget(label(title, "title"))
        left, right = self._scrolled(), surface("card")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(14, 14, 14, 14)
        inside.addWidget(self.test, 1)
        inside.addWidget(self.onvif)
        middle = QHBoxLayout()
        middle.setContentsMargins(24, 0, 24, 16)
        middle.setSpacing(24)
        middle.addWidget(left, 5)
        middle.addWidget(right, 4)
        foot = surface("foot")
        foot.setLayout(row(self._note, self._cancel, self.save, margins=(24, 12, 24, 12)))
        foot.layout().setStretchFactor(self._note, 1)  # type: ignore[union-attr]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(middle, 1)
        box.addWidget(foot)

    def _scrolled(self) -> QScrollArea:
        """Let the fields scroll where the screen is lower than they are, as with Urdu's tall letters."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.form)
        more = self.form.more
        # Once they are laid out; unfolded out of sight they would seem not to be there.
        more.unfold.toggled.connect(lambda: QTimer.singleShot(0, more, lambda: area.ensureWidgetVisible(more)))
        for quiet in (area.viewport(), self.form):
            quiet.setAutoFillBackground(False)
        return area

    def showEvent(self, event: QShowEvent) -> None:
        """Open as high as the fields are, as far as the screen allows."""
        most = self.screen().availableSize().height() - ROOM_ABOVE_PX
        self.resize(self.width(), min(most, self.form.sizeHint().height() + FRAME_PX))
        super().showEvent(event)

    def _fresh_draft(self) -> CameraDraft:
        services = self._screen.services
        taken = {camera.number for camera in services.cameras.cameras()}
        number = next((n for n in range(1, NUMBER_MAX + 1) if n not in taken), NUMBER_MAX)
        return CameraDraft(number, "", "", transport=Transport(services.settings.text("stream.transport")))

    def _prepared(self) -> Prepared:
        """Give the draft as it would be written; raises Refused."""
        self.form.check()
        draft = self.form.draft()
        other = self._screen.services.cameras.by_number(draft.number)
        if other is not None and (self._camera is None or other.id != self._camera.id):
            raise Refused("number_taken", number=draft.number)
        return prepare(draft, self.form.password())

    def _judge(self) -> None:
        try:
            self._prepared()
        except Refused as error:
            self._show_refusal(error, valid=False)
        else:
            self._clear_refusals()
            self.save.setEnabled(True)
            self._say("", "secondary")
        self.test.go.setEnabled(bool(self.form.draft().main_url.strip() or self.form.draft().sub_url.strip()))

    def _show_refusal(self, error: Refused, valid: bool) -> None:
        self._clear_refusals()
        sentence = code_sentence(error.code, error.figures)
        field = self.form.fields.get(field_of(error.code))
        if field is not None and field.touched:
            field.refuse(sentence)
        self._say(sentence, "secondary" if not valid else "critical")
        self.save.setEnabled(valid)

    def _clear_refusals(self) -> None:
        for field in self.form.fields.values():
            field.refuse("")

    def _on_test(self) -> None:
        try:
            # A test needs an address only: a camera may be tried before it has a name.
            draft = self.form.draft()
            ready = prepare(replace(draft, name=draft.name.strip() or "-"), self.form.password())
            password = self._password_for(ready.password)
        except Refused as error:
            self.form.mark_touched()
            self._show_refusal(error, valid=False)
            return
        except WorldError as error:
            self._say(world_sentence(error), "critical")
            return
        check_tls = self._screen.services.settings.flag("stream.check_tls")
        url = ready.draft.main_url or ready.draft.sub_url
        small = ready.draft.sub_url if ready.draft.main_url else ""
        self.test.start(TestTarget(url, small, ready.draft.user, password, ready.draft.transport, check_tls))

    def _on_read_wanted(self) -> None:
        """Ask the camera at its ONVIF address, else at the host of its stream."""
        draft, devices = self.form.draft(), self._screen.services.devices
        try:
            host = draft.onvif_host.strip() or (urlsplit(draft.main_url.strip()).hostname or "")
            endpoint = endpoint_of(host)
            login = Login(draft.user.strip(), self._password_for(self.form.password()))
        except (WorldError, ValueError) as error:
            self.onvif.say(outcome_sentence(error), "critical")
            return
        pinned = devices.certificate(self._camera.id) if self._camera is not None else ""
        self.onvif.start(endpoint, login, draft.transport, pinned)

    def _on_read(self, reading: DeviceReading) -> None:
        self._report = reading.report
        self.form.put_device(reading.main_url, reading.sub_url, reading.report.endpoint.short)
        self._judge()

    def _password_for(self, typed: Secret | None) -> Secret:
        if typed is not None:
            return typed
        if self._camera is None or not self._camera.has_password:
            return Secret("")
        return self._screen.services.cameras.login(self._camera.id).password

    def _on_save(self) -> None:
        self.form.mark_touched()
        self._judge()
        if not self.save.isEnabled():
            return
        service, draft, password = self._screen.services.cameras, self.form.draft(), self.form.password()
        try:
            if self._camera is None:
                camera = service.add(draft, password)
            else:
                camera = service.change(self._camera.id, draft, password, self._camera.revision)
        except Refused as error:
            self._show_refusal(error, valid=True)
        except WorldError as error:
            self._say(world_sentence(error), "critical")
        else:
            if self._report is not None:
                self._screen.services.devices.remember(camera.id, self._report)
            self.saved.emit(camera)
            self.accept()

    def _say(self, text: str, role: str) -> None:
        self._note.setText(text)
        set_role(self._note, role)
