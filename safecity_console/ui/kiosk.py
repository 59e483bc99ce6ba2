"""A kiosk: the console fills its screen, stays there, and is left only after a question.

Belongs here: holding the main window to that. Does not belong here: other screens' windows, the command line.
Invariants: 1. The window closes only after the question was answered, or when the system itself ends the session or
the process (SIGTERM, log-out). 2. It is neither minimised nor framed; leaving full screen is refused with a sentence.
Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.screens.inhibit import KeepAwake
from safecity_console.ui.screens.pointer import PointerRest
from safecity_console.ui.widgets.question import Question


class Kiosk(QObject):
    """Holds one main window full-screen; make it before the window is shown."""

    def __init__(self, window: MainWindow, awake: KeepAwake | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._agreed = False
        self._question: Question | None = None
        self._awake = awake or KeepAwake()
        self.kept_awake = self._awake.hold("SafeCity Console", "video wall")
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint, True)
        window.installEventFilter(self)
        window.built.connect(self._on_built)
        window.closed.connect(self._awake.let_go)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self.agree)
        self._on_built()

    @property
    def question(self) -> Question | None:
        """Give the question that stands."""
        return self._question

    def agree(self, *_session: object) -> None:
        """Let the window close without a question."""
        self._agreed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what would leave the kiosk."""
        if watched is self._window and event.type() is QEvent.Type.Close and not self._agreed:
            event.ignore()
            self._ask()
            return True
        if event.type() is QEvent.Type.WindowStateChange and not self._window.isFullScreen():
            QTimer.singleShot(0, self, self._stay)
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self._question is not None:
            return
        question = Question(self.tr("Close the console"), self.tr(
            "The console closes on every screen and nobody sees the cameras here until it is started again."),
            self.tr("Close the console"), self._window)
        question.agreed.connect(self._on_agreed)
        question.finished.connect(self._on_answered)
        self._question = question
        question.open()

    def _on_agreed(self) -> None:
        self._agreed = True
        QTimer.singleShot(0, self._window, self._window.close)

    def _on_answered(self, _result: int) -> None:
        self._question = None

    def _stay(self) -> None:
        if self._window.isVisible() and not self._window.isFullScreen() and not self._agreed:
            self._window.showFullScreen()
            self._window.toasts.say(self.tr("This console was started as a kiosk and stays full-screen."), "warning")

    def _on_built(self) -> None:
        PointerRest(self._window.wall_page.view)
