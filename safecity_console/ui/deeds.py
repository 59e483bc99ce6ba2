"""Deeds of a page or dialog off the GUI thread: one at a time, refused in words, forgotten with their owner.

Belongs here: keeping a deed while it runs, telling how it went. Does not belong here: the thread (background.py), what
is done.
Invariants: 1. While a deed runs no other begins: a second press does nothing. 2. What it led to is told once, in the
GUI thread; an owner that is gone is not told. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from safecity_console.domain.errors import WorldError
from safecity_console.ui.background import Background, Unfinished
from safecity_console.ui.refusals import outcome_sentence


class Deeds(QObject):
    """Does deeds of one owner; `refused` carries the sentence, `busy` whether one runs."""

    refused = Signal(str)
    busy = Signal(bool)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._running: Background | None = None
        self.error: WorldError | None = None

    @property
    def running(self) -> bool:
        """Tell whether a deed is under way."""
        return self._running is not None

    def do(self, work: Callable[[], object], then: Callable[[object], object]) -> bool:
        """Begin a deed; `then` is given its result. False where another one runs."""
        if self._running is not None:
            return False
        self._running = Background(self._name, work)
        self._running.ended.connect(partial(self._on_ended, then))
        self.busy.emit(True)
        self._running.start()
        return True

    def finish(self, timeout_s: float = 5.0) -> None:
        """Wait for what runs, where its owner goes: nothing written is lost, nobody is told."""
        running, self._running = self._running, None
        if running is not None:
            running.ended.disconnect()
            running.wait(timeout_s)

    def _on_ended(self, then: Callable[[object], object], outcome: object) -> None:
        self._running = None
        self.busy.emit(False)
        self.error = outcome if isinstance(outcome, WorldError) else None
        if isinstance(outcome, WorldError | Unfinished):
            self.refused.emit(outcome_sentence(outcome))
        else:
            then(outcome)
