"""The live test of a camera: the ladder rung by rung, and its picture when it comes.

Belongs here: running the triage off the GUI thread, showing rungs and picture, stopping. Does not belong here: the
ladder itself (services/triage.py), the address (dialog.py).
Invariants: 1. The GUI thread never waits for the network. 2. A test that was stopped or replaced shows nothing more:
its results carry their run's number. 3. The password goes to the triage and nowhere else. Thread: GUI, one worker per
test.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from safecity_console.core.secrets import Secret
from safecity_console.core.slot import NewestSlot
from safecity_console.core.worker import Worker
from safecity_console.domain.camera import Transport
from safecity_console.domain.health import PictureFault
from safecity_console.domain.picture import Picture
from safecity_console.domain.report import LayerResult, ProbeReport
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.services.triage import TriageService
from safecity_console.ui.format import ltr
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import layer_text
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.words import fault_sentence, picture_fault_word
from safecity_console.ui.widgets.basics import button, icon_label, label, row, set_role

PREVIEW_MS = 66
PREVIEW_PX = 196


@dataclass(frozen=True, slots=True)
class TestTarget:
    """What is tested."""

    url: str
    user: str
    password: Secret
    transport: Transport
    check_tls: bool = False

    __test__ = False  # not a test case, whatever its name tells pytest


class _Relay(QObject):
    """Carries one run's results into the GUI thread; outlives the panel where it must."""

    layer_came = Signal(object)
    ended = Signal(object)


class _Climber(Worker):
    """One run of the ladder."""

    def __init__(self, triage: TriageService, target: TestTarget, relay: _Relay, slot: NewestSlot[Picture]) -> None:
        super().__init__("live-test")
        self._triage, self._target, self._relay, self._slot = triage, target, relay, slot
        self._halt = threading.Event()

    def ask_stop(self) -> None:
        """Stop the climb at its next wait."""
        self._halt.set()
        super().ask_stop()

    def run(self) -> None:
        """Climb and tell."""
        target = self._target
        report = self._triage.probe(
            target.url, target.user, target.password, target.transport, self._relay.layer_came.emit, self._halt,
            self._slot.put, target.check_tls)
        self._relay.ended.emit(report)


class Preview(QWidget):
    """The test's picture, never without a word where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: Picture | None = None
        self._words = ""
        self.setMinimumWidth(256)
        self.setFixedHeight(PREVIEW_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_words(self, words: str) -> None:
        """Show words instead of a picture."""
        self._picture, self._words = None, words
        self.setAccessibleName(words)
        self.update()

    def show_picture(self, picture: Picture, words: str) -> None:
        """Show a picture; `words` is read out for it."""
        self._picture, self._words = picture, ""
        self.setAccessibleName(words)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Tell whether a picture stands there."""
        return self._picture is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture or words on the window colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.window))
        if self._picture is None:
            pixmap = icon_pixmap("video", self._theme.disabled, 28, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - 28) // 2, self.height() // 2 - 34, pixmap)
            painter.setPen(QColor(self._theme.secondary))
            words = self.rect().adjusted(12, self.height() // 2, -12, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self._words)
            return
        shown = self._picture
        image = QImage(shown.buffer, shown.width, shown.height, shown.stride, QImage.Format.Format_RGB32)
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), image)


class LiveTest(QWidget):
    """The panel: button, rungs, picture, verdict."""

    wanted = Signal()
    ended = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._relay: _Relay | None = None
        self._climber: _Climber | None = None
        self._slot: NewestSlot[Picture] = NewestSlot()
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
        self._slot = NewestSlot()
        self._preview.show_words(self.tr("Waiting for the first picture…"))
        self._say(self.tr("Testing…"), "secondary")
        relay = _Relay()
        relay.layer_came.connect(self._on_layer, Qt.ConnectionType.QueuedConnection)
        relay.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._relay = relay
        self._climber = _Climber(self._screen.services.triage, target, relay, self._slot)
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

    def _on_layer(self, result: LayerResult) -> None:
        theme = self._screen.theme
        mark_icon = icon_label("circle-check" if result.ok else "circle-x", theme, "good" if result.ok else "critical")
        text = layer_text(result.layer) if result.ok else rung_failed_text(result)
        words = label(text, "" if result.ok else "critical", wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        took = label(self.tr("{ms} ms").format(ms=ltr(round(result.ms))), "secondary")
        rung = QWidget()
        rung.setLayout(row(mark_icon, words, took))
        rung.setAccessibleName(words.text())
        self._rungs.addWidget(rung)
        self._shown.append(rung)

    def _on_ended(self, report: ProbeReport) -> None:
        self._on_tick()
        self._relay = None
        self._rest()
        good = report.failing_layer is None
        if good:
            figures = {"size": ltr(report.size), "codec": ltr(report.codec.upper()), "fps": ltr(report.fps)}
            self._say(self.tr("It works: {size}, {codec}, {fps} pictures a second.").format(**figures), "good")
        elif self._preview.has_picture:
            self._say(self.tr("It sends pictures, but something is wrong."), "impaired")
        else:
            self._say(self.tr("It does not work yet. The last line says where it stops."), "critical")
            self._preview.show_words(self.tr("No picture."))
        self.ended.emit(report)

    def _on_tick(self) -> None:
        picture = self._slot.take_new()
        if picture is not None:
            self._preview.show_picture(picture, self.tr("Live picture of the camera"))

    def _rest(self) -> None:
        self._timer.stop()
        self.go.setText(self.tr("Test live"))
        self.go.setAccessibleName(self.go.text())

    def _say(self, text: str, role: str) -> None:
        self._verdict.setText(text)
        set_role(self._verdict, role)


def rung_failed_text(result: LayerResult) -> str:
    """Give the sentence of a rung that broke; the ladder's detail begins with the fault's code."""
    code = result.detail.split(" ", 1)[0]
    if result.layer == Layer.PICTURE_QUALITY and code in {fault.value for fault in PictureFault}:
        return picture_fault_word(PictureFault(code))
    if code in {fault.value for fault in Fault}:
        return fault_sentence(Failure(Layer(result.layer), Fault(code)))
    return layer_text(result.layer)
