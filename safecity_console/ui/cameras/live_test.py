"""The live test of a camera: the ladder rung by rung, and its picture when it comes.

Belongs here: showing rungs and picture, starting and stopping. Does not belong here: the ladder itself
(services/triage.py), running it (live_climb.py), the address (dialog.py).
Invariants: 1. The GUI thread never waits for the network. 2. A test that was stopped or replaced shows nothing more:
its relay is let go. 3. Where there are two streams every rung says whose it is. 4. A figure is shown only where it is
one: waiting is no measurement. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safecity_console.core.slot import NewestSlot, SlotReader
from safecity_console.domain.camera import StreamRole
from safecity_console.domain.health import PictureFault
from safecity_console.domain.picture import Picture
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.ui.cameras.live_climb import Climber, Outcome, Relay, Rung, TestTarget
from safecity_console.ui.cameras.preview import Preview
from safecity_console.ui.format import clock_text, ltr
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import layer_text
from safecity_console.ui.wall.words import fault_sentence, picture_fault_word
from safecity_console.ui.widgets.basics import button, icon_label, label, row, set_role

__all__ = ["LiveTest", "TestTarget"]

PREVIEW_MS = 66
NOT_TOLD = "not told"  # the ladder's word for a camera that sends no time
_PER_STREAM = (Layer.STREAM, Layer.FIRST_PACKET, Layer.FIRST_KEY_FRAME, Layer.FIRST_PICTURE, Layer.PICTURE_QUALITY)
_WAITED = (Layer.CLOCK, Layer.PICTURE_QUALITY)  # their milliseconds are how long the test watched



class LiveTest(QWidget):
    """The panel: button, rungs, picture, verdict."""

    wanted = Signal()
    ended = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._relay: Relay | None = None
        self._climber: Climber | None = None
        self._slot: SlotReader[Picture] = SlotReader(NewestSlot())
        self._two_streams = False
        self._pictured_at: datetime | None = None
        self.go = button(self.tr("Test live"), "primary", screen.theme, "activity")
        self.go.clicked.connect(self._on_clicked)
        self._preview = Preview(screen.theme)
        self._verdict = label("", "secondary", wrap=True)
        self._rungs = QVBoxLayout()
        self._rungs.setSpacing(6)
        self._shown: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(PREVIEW_MS)
        self._timer.timeout.connect(self._on_tick)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._preview)
        box.addLayout(row(self.go, self._verdict))
        self._verdict.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box.addLayout(self._rungs)
        box.addStretch(1)
        self._preview.show_words(self.tr("The picture appears here when the test reaches it."))

    @property
    def running(self) -> bool:
        """Tell whether a test runs."""
        return self._relay is not None

    @property
    def verdict(self) -> str:
        """Give what the last test came to."""
        return self._verdict.text()

    @property
    def preview(self) -> Preview:
        """Give the place of the picture."""
        return self._preview

    def start(self, target: TestTarget) -> None:
        """Begin a test; one that runs is dropped."""
        self.stop()
        for widget in self._shown:
            self._rungs.removeWidget(widget)
            widget.deleteLater()
        self._shown.clear()
        self._slot = SlotReader(NewestSlot())
        self._two_streams = bool(target.sub_url)
        self._pictured_at = None
        self._preview.show_words(self.tr("Waiting for the first picture…"))
        self._say(self.tr("Testing…"), "secondary")
        relay = Relay()
        relay.layer_came.connect(self._on_layer, Qt.ConnectionType.QueuedConnection)
        relay.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._relay = relay
        self._climber = Climber(self._screen.services.triage, target, relay, self._slot.slot)
        self._climber.start()
        self._timer.start()
        self.go.setText(self.tr("Stop the test"))
        self.go.setAccessibleName(self.go.text())

    def stop(self) -> None:
        """Drop the test that runs; its thread ends by itself at its next wait."""
        if self._relay is None:
            return
        relay, self._relay = self._relay, None
        relay.layer_came.disconnect(self._on_layer)
        relay.ended.disconnect(self._on_ended)
        if self._climber is not None:
            self._climber.ask_stop()
        self._rest()
        self._say(self.tr("Stopped."), "secondary")

    def wait_end(self, timeout_s: float) -> bool:
        """Wait for the last test's thread, where the program ends; True if it ended."""
        return self._climber is None or self._climber.join(timeout_s)

    def _on_clicked(self) -> None:
        if self.running:
            self.stop()
        else:
            self.wanted.emit()

    def _on_layer(self, rung: Rung) -> None:
        result = rung.result
        untold = is_untold(result)
        name = "info" if untold else "circle-check" if result.ok else "circle-x"
        role = "secondary" if untold else "good" if result.ok else "critical"
        words = label(self._rung_text(rung), "critical" if role == "critical" else "", wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        took = label(self.tr("{ms} ms").format(ms=ltr(round(result.ms))) if is_measured(result) else "", "secondary")
        shown = QWidget()
        shown.setLayout(row(icon_label(name, self._screen.theme, role), words, took))
        shown.setAccessibleName(words.text())
        self._rungs.addWidget(shown)
        self._shown.append(shown)

    def _rung_text(self, rung: Rung) -> str:
        text = layer_text(rung.result.layer) if rung.result.ok else rung_failed_text(rung.result)
        if is_untold(rung.result):
            return self.tr("It does not tell its time")
        if rung.role is StreamRole.SUB:
            return self.tr("Small picture: {rung}").format(rung=text)
        if not self._two_streams or rung.result.layer not in _PER_STREAM:
            return text
        return self.tr("Full picture: {rung}").format(rung=text)

    def _on_ended(self, outcome: Outcome) -> None:
        self._on_tick()
        self._relay = None
        self._rest()
        if outcome.main.failing_layer is None or self._preview.has_picture:
            self._say(*self._verdict_of(outcome))
        else:
            self._say(self.tr("It does not work yet. The last line says where it stops."), "critical")
            self._preview.show_words(self.tr("No picture."))
        self.ended.emit(outcome.main)

    def _verdict_of(self, outcome: Outcome) -> tuple[str, str]:
        main, sub = outcome.main, outcome.sub
        if main.failing_layer is not None:
            return self.tr("It sends pictures, but something is wrong."), "impaired"
        if sub is not None and sub.failing_layer not in (None, Layer.CLOCK):
            return self.tr("The full picture works, but the small one has a fault."), "impaired"
        figures = _figures(main)
        if sub is None:
            return self.tr("It works: {size}, {codec}, {fps} pictures a second.").format(**figures), "good"
        figures["small"] = ltr(sub.size)
        return self.tr("Both work: {size}, {codec}, {fps} pictures a second; the small one {small}.").format(
            **figures), "good"

    def _on_tick(self) -> None:
        picture = self._slot.take_new()
        if picture is not None:
            self._pictured_at = self._screen.services.clock.now()
            self._preview.show_picture(picture, self.tr("Live picture of the camera"))

    def _rest(self) -> None:
        self._timer.stop()
        self.go.setText(self.tr("Test live"))
        self.go.setAccessibleName(self.go.text())
        if self._pictured_at is not None:
            time = clock_text(self._pictured_at, self._screen.zone)
            self._preview.hold(self.tr("Still picture of {time}").format(time=time))

    def _say(self, text: str, role: str) -> None:
        self._verdict.setText(text)
        set_role(self._verdict, role)


def _figures(report: ProbeReport) -> dict[str, str]:
    return {"size": ltr(report.size), "codec": ltr(report.codec.upper()), "fps": ltr(report.fps)}


def is_untold(result: LayerResult) -> bool:
    """Tell whether the camera said nothing of this: neither right nor wrong."""
    return result.layer == Layer.CLOCK and result.ok and result.detail == NOT_TOLD


def is_measured(result: LayerResult) -> bool:
    """Tell whether a rung's milliseconds are the camera's own."""
    return result.layer not in _WAITED and round(result.ms) > 0


def rung_failed_text(result: LayerResult) -> str:
    """Give the sentence of a rung that broke; the ladder's detail begins with the fault's code."""
    code = result.detail.split(" ", 1)[0]
    if result.layer == Layer.PICTURE_QUALITY and code in {fault.value for fault in PictureFault}:
        return picture_fault_word(PictureFault(code))
    if code in {fault.value for fault in Fault}:
        return fault_sentence(Failure(Layer(result.layer), Fault(code)))
    return layer_text(result.layer)
