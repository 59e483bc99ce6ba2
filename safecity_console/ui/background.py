"""One long deed off the GUI thread, and its outcome back in it.

Belongs here: the hop there and back. Does not belong here: what is done, words.
Invariants: 1. Exactly one outcome comes for each deed, in the GUI thread: its result, the WorldError it met, or
UNFINISHED where a bug ended it (the worker logs that one). 2. The deed outlives the page that asked for it. Thread:
GUI, one worker per deed.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal

from safecity_console.core.worker import Worker
from safecity_console.domain.errors import WorldError


class Unfinished(Enum):
    """The outcome of a deed that a bug ended."""

    UNFINISHED = "unfinished"


class _Deed(Worker):
    def __init__(self, name: str, work: Callable[[], object], tell: Callable[[object], None]) -> None:
        super().__init__(name)
        self._work, self._tell = work, tell

    def run(self) -> None:
        """Do it and tell."""
        outcome: object = Unfinished.UNFINISHED
        try:
            outcome = self._work()
        except WorldError as error:
            outcome = error
        finally:
            self._tell(outcome)


class Background(QObject):
    """Does one deed; `ended` brings its outcome."""

    ended = Signal(object)
    _told = Signal(object)

    def __init__(self, name: str, work: Callable[[], object]) -> None:
        super().__init__()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._deed = _Deed(name, work, self._told.emit)

    def start(self) -> None:
        """Begin."""
        self._deed.start()

    def wait(self, timeout_s: float) -> bool:
        """Wait for its thread where the program ends; True if it ended."""
        return self._deed.join(timeout_s)

    def _on_told(self, outcome: object) -> None:
        self.ended.emit(outcome)
