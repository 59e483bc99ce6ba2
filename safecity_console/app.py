"""Starts the console on a screen and stops it in order; renders one page for `shot`.

Belongs here: QApplication, fonts, look, hooks, signals, the order of start and stop. Does not belong here: building
services (wiring.py), pages (ui/).
Invariants: 1. A pair of Python and Qt that cannot live together is refused before Qt is used. 2. Services are built
while Qt starts; cameras are opened after the first picture of the window. 3. What was opened is closed whatever
happens.
Threads: GUI, and one that builds the services.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Protocol

import PySide6
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from safecity_console.core.clock import SystemClock
from safecity_console.core.logs import get_logger
from safecity_console.core.platform_guard import refuse_bad_pair
from safecity_console.domain.errors import WorldError
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.crash import CrashHook
from safecity_console.ui.fonts import load_fonts
from safecity_console.ui.icons import icon_pixmap
from safecity_console.ui.kiosk import Kiosk
from safecity_console.ui.language import SOURCE_LANGUAGE, Language
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.opening import Opening, bring_up
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.screen import Look
from safecity_console.ui.signin.cover import DemoOfficer
from safecity_console.ui.style import apply_look
from safecity_console.ui.theme import DARK

__all__ = ["ConsoleOptions", "DemoOfficer", "OpenConsole", "application", "render_page", "run_console"]

APP_NAME = "safecity-console"
SAID_ICON_PX = 32
SIGN_IN_PAGE = "signin"  # for `shot`: what stands over the window while nobody may see it


class OpenConsole(Protocol):
    """What wiring builds: services that can be set to work and closed."""

    services: ConsoleServices

    def watch(self) -> None:
        """Begin to watch the cameras."""
        ...

    def close(self) -> None:
        """Stop everything."""
        ...


@dataclass(frozen=True, slots=True)
class ConsoleOptions:
    """How the window opens."""

    page: str = "wall"
    full_screen: bool = False
    screen: str = ""  # by number from 1, or by name
    wall: str = ""
    kiosk: bool = False
    demo_officers: Sequence[DemoOfficer] = ()  # of a simulated district, whose passwords are no secret


class _Opening(threading.Thread):
    """Builds the services while Qt starts; what it raises is raised again where it is waited for."""

    def __init__(self, open_console: Callable[[], OpenConsole]) -> None:
        super().__init__(name="opening", daemon=True)
        self._open_console = open_console
        self._console: OpenConsole | None = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """Build."""
        try:
            self._console = self._open_console()
        except Exception as error:  # noqa: BLE001 - a thread's edge: raised again by `result`
            self._error = error

    def result(self) -> OpenConsole:
        """Wait for the console; raises what building raised."""
        self.join()
        if self._error is not None:
            raise self._error
        if self._console is None:
            raise RuntimeError("the console was not built")
        return self._console


IN_A_WINDOW = ConsoleOptions()


def run_console(open_console: Callable[[], OpenConsole], options: ConsoleOptions = IN_A_WINDOW) -> int:
    """Open the console's window and run until it is closed; gives the exit status."""
    reason = refuse_bad_pair(sys.version_info[:3], PySide6.__version__)
    if reason is not None:
        get_logger("app").error("qt_refused", reason=reason, pyside=PySide6.__version__)
        sys.stderr.write("This version of Qt (PySide6 "
                         f"{PySide6.__version__}) damages this Python; install PySide6-Essentials below 6.12.\n")
        return 1
    opening = _Opening(open_console)
    opening.start()
    app = application()
    try:
        console = opening.result()
    except WorldError as error:
        _say_and_wait(app, world_sentence(error))
        return 1
    try:
        return _show(app, console, options)
    finally:
        console.close()


def application() -> QApplication:
    """Give the process' application, made and dressed on first use."""
    running = QCoreApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([APP_NAME])
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName("SafeCity Console")
    app.setDesktopFileName(APP_NAME)
    load_fonts()
    return app


def render_page(services: ConsoleServices, page: str, size: tuple[int, int], seconds: float, theme: str, lang: str,
                out: Path) -> None:
    """Write a PNG of one page of the real window after `seconds`; empty theme or lang follow the settings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    load_fonts()
    language = Language(app)
    window = MainWindow(services, app, language, Look(theme, lang), gated=page == SIGN_IN_PAGE)
    window.resize(*size)
    if page != SIGN_IN_PAGE:
        window.show_page(page)
    window.show()
    until_s = time.monotonic() + seconds
    while time.monotonic() < until_s:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.002)
    app.processEvents()
    picture = window.grab()
    window.close()
    window.deleteLater()
    language.use(SOURCE_LANGUAGE)
    if not picture.save(str(out), "PNG"):
        raise OSError(f"{out.name} cannot be written")


def _show(app: QApplication, console: OpenConsole, options: ConsoleOptions) -> int:
    services = console.services
    hook = CrashHook(services.paths.logs, SystemClock())
    hook.install()
    window = MainWindow(services, app, Language(app), gated=True, demo_officers=options.demo_officers)
    hook.happened.connect(lambda name: window.toasts.say(_crash_sentence(name), "warning"))
    window.show_page(options.page)
    kiosk = bring_up(window, services, Opening(options.screen, options.wall, options.kiosk, options.full_screen))
    # The first picture of the window comes before thirty connections are opened and before other screens.
    QTimer.singleShot(0, console.watch)
    QTimer.singleShot(0, window.screens.stage.open)
    restore = _close_on_signals(window, kiosk)
    try:
        return int(app.exec())
    finally:
        restore()
        hook.remove()
        services.streams.show("main", {})


def _close_on_signals(window: MainWindow, kiosk: Kiosk | None) -> Callable[[], None]:
    """Let SIGINT and SIGTERM close the window; the window's own tick gives Python the time to hear them."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        if kiosk is not None:
            kiosk.agree()  # whoever ends the process is not to be asked
        QTimer.singleShot(0, window.close)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    return restore


def _crash_sentence(file_name: str) -> str:
    pattern = QCoreApplication.translate(
        "app", "Something in the console went wrong; it goes on. Details are in the log folder: {file}")
    return pattern.format(file=file_name)


def _say_and_wait(app: QApplication, sentence: str) -> None:
    """Say in one sentence why the console cannot open, and wait until it was read."""
    apply_look(app, DARK, "en")
    sys.stderr.write(sentence + "\n")
    box = QMessageBox(QMessageBox.Icon.NoIcon, "SafeCity Console", sentence)
    box.setIconPixmap(icon_pixmap("triangle-alert", DARK.impaired, SAID_ICON_PX, box.devicePixelRatioF()))
    box.exec()
