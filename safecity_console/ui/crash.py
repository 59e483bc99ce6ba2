"""What happens when a bug shows itself: a redacted file, a log line, one plain sentence; the console goes on.

Belongs here: the hooks of interpreter, threads and Qt's own messages. Does not belong here: failures of the world (they
are handled where they happen).
Invariants: 1. No secret reaches the file: every line passes `redact`, local variables are not written. 2. At most
`MOST_FILES` files a run. 3. A hook never raises. Thread: any; the sentence hops to the GUI thread.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from safecity_console import __version__
from safecity_console.core.clock import Clock
from safecity_console.core.logs import get_logger
from safecity_console.core.secrets import redact

MOST_FILES = 20


class CrashHook(QObject):
    """Catches what nobody caught."""

    happened = Signal(str)

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._folder, self._clock = folder, clock
        self._written = 0
        self._lock = threading.Lock()
        self._undo: list[Callable[[], None]] = []

    def install(self) -> None:
        """Catch from now on."""
        before, threads = sys.excepthook, threading.excepthook
        sys.excepthook = self.caught
        threading.excepthook = self._on_thread
        messages = qInstallMessageHandler(_on_qt_message)

        def undo() -> None:
            sys.excepthook, threading.excepthook = before, threads
            qInstallMessageHandler(messages)

        self._undo.append(undo)

    def remove(self) -> None:
        """Put back what was there before."""
        while self._undo:
            self._undo.pop()()

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write one failure down and say so; a stop by the keyboard is none."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        text = redact("".join(traceback.format_exception(kind, error, trace)))
        name = self._write(text)
        with contextlib.suppress(Exception):  # the hook is the last one to hear: it may not raise itself
            get_logger("crash").error("unexpected_failure", kind=kind.__name__, file=name, where=text[-600:])
            self.happened.emit(name)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _write(self, text: str) -> str:
        with self._lock:
            if self._written >= MOST_FILES:
                return ""
            self._written += 1
            name = f"crash-{self._clock.now():%Y%m%dT%H%M%SZ}-{self._written}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / name).write_text(f"SafeCity Console {__version__}, Python {sys.version}\n\n{text}",
                                             encoding="utf-8")
        except OSError:
            return ""
        return name


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log = get_logger("qt")
    say = {QtMsgType.QtDebugMsg: log.debug, QtMsgType.QtInfoMsg: log.info, QtMsgType.QtWarningMsg: log.warning}.get(
        kind, log.error)
    say("qt_message", text=redact(text), category=str(context.category))
