"""Reading a camera's own device from its dialog: streams filled in, its clock and abilities told.

Belongs here: the button, the reading in the background, what it found in words. Does not belong here: the fields
(form.py), saving (dialog.py), SOAP (onvif/).
Invariants: 1. Nothing is read but on the officer's press. 2. Another certificate than the one kept is accepted only
after a question that names it. 3. What comes after the dialog closed is dropped. Thread: GUI.
"""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safecity_console.core.login import Login
from safecity_console.domain.camera import Transport
from safecity_console.domain.errors import Refused
from safecity_console.domain.onvif import DeviceReport, Endpoint
from safecity_console.services.devices import DeviceReading
from safecity_console.ui.background import Background
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.refusals import outcome_sentence
from safecity_console.ui.screen import Screen
from safecity_console.ui.widgets.basics import Wrapped, button, row, set_role
from safecity_console.ui.widgets.question import Question

translate = QCoreApplication.translate

CLOCK_GOOD_S = 2.0


class OnvifRead(QWidget):
    """The part of the dialog; `wanted` when the button is pressed, `read` brings the DeviceReading."""

    wanted = Signal()
    read = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deed: Background | None = None
        self._asked: tuple[Endpoint, Login, Transport] | None = None
        self.go = button(self.tr("Read from the camera (ONVIF)"), "", screen.theme, "radar")
        self.go.clicked.connect(self.wanted)
        self.words = Wrapped("", "secondary")
        self.words.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(self.go, None))
        box.addWidget(self.words)

    def start(self, endpoint: Endpoint, login: Login, transport: Transport, pinned: str) -> None:
        """Read a device."""
        self._asked = endpoint, login, transport
        devices = self._screen.services.devices
        self._deed = Background("onvif-read", lambda: devices.read(endpoint, login, pinned, transport))
        self._deed.ended.connect(self._on_ended)
        self.go.setEnabled(False)
        self.say(self.tr("Asking {host}…").format(host=ltr(endpoint.host)))
        self._deed.start()

    def say(self, text: str, role: str = "secondary") -> None:
        """Show a sentence under the button."""
        self.words.setText(text)
        set_role(self.words, role)
        self.words.setVisible(bool(text))

    def _on_ended(self, outcome: object) -> None:
        with suppress(RuntimeError):  # the dialog is gone
            self._deed = None
            self.go.setEnabled(True)
            if isinstance(outcome, DeviceReading):
                self.say(report_words(outcome.report))
                self.read.emit(outcome)
                return
            self.say(outcome_sentence(outcome), "critical")
            if isinstance(outcome, Refused) and outcome.code == "onvif_certificate_changed":
                self._ask_certificate(str(outcome.figures.get("words", "")))

    def _ask_certificate(self, seen: str) -> None:
        asked = self._asked
        if asked is None:
            return
        sentence = self.tr("The device at {host} shows another certificate than the one kept for it ({seen}). Accept "
                           "it only if the camera was exchanged or set up anew.").format(
            host=ltr(asked[0].host), seen=ltr(_short(seen)))
        question = Question(self.tr("Another certificate"), sentence, self.tr("Accept the new certificate"), self)
        question.agreed.connect(lambda: self.start(*asked, ""))
        question.open()


def report_words(report: DeviceReport) -> str:
    """Give what was read of a device, a sentence each."""
    facts, said = report.information, []
    if facts.maker or facts.model:
        said.append(translate("onvif", "{maker} {model}, firmware {firmware}.").format(
            maker=isolated(facts.maker), model=isolated(facts.model), firmware=ltr(facts.firmware or "–")))
    if report.clock is not None:
        said.append(_clock_words(report.clock.offset_s))
    if report.ptz is not None and report.ptz.moves:
        said.append(translate("onvif", "It can be steered."))
    else:
        said.append(translate("onvif", "It cannot be steered."))
    if report.events:
        said.append(translate("onvif", "It tells events."))
    if report.pinned:
        said.append(translate("onvif", "Its certificate is kept from now on: {print}.").format(
            print=ltr(_short(report.pinned))))
    return " ".join(said)


def _clock_words(offset_s: float) -> str:
    seconds = ltr(f"{abs(offset_s):.1f}")
    if abs(offset_s) <= CLOCK_GOOD_S:
        return translate("onvif", "Its clock is right to {seconds} s.").format(seconds=seconds)
    if offset_s > 0:
        return translate("onvif", "Its clock is {seconds} s ahead of this console.").format(seconds=seconds)
    return translate("onvif", "Its clock is {seconds} s behind this console.").format(seconds=seconds)


def _short(fingerprint: str) -> str:
    return fingerprint[:16] + "…" if len(fingerprint) > 17 else fingerprint
