"""Deeds of the incident screens off the GUI thread, and their outcomes back to whoever still stands there.

Belongs here: keeping each deed until its outcome was heard, "newest answer wins" for questions. Does not belong here:
what is done, words.
Invariants: 1. A deed always runs to its end; its outcome is told only to a screen that still exists. 2. Of questions
under one name only the newest answer is told. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject

from safecity_console.ui.background import Background

Told = Callable[[object], object]


class Deeds(QObject):
    """Deeds and questions of one screen, its parent."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._asked: dict[str, int] = {}
        self._under_way: set[Background] = set()

    @property
    def busy(self) -> bool:
        """Tell whether something is under way."""
        return bool(self._under_way)

    def do(self, name: str, work: Callable[[], object], told: Told | None = None) -> None:
        """Do something; `told` gets its result, the WorldError it met, or that it was not finished."""
        deed = Background(name, work)
        self._under_way.add(deed)
        # The connection holds the deed: it lives until it was heard, also where this screen is gone by then.
        deed.ended.connect(lambda outcome: self._on_ended(deed, told, outcome))
        deed.start()

    def ask(self, name: str, work: Callable[[], object], told: Told) -> None:
        """Ask something; an older question of this name is not answered any more."""
        number = self._asked.get(name, 0) + 1
        self._asked[name] = number
        self.do(name, work, lambda outcome: told(outcome) if self._asked[name] == number else None)

    def forget(self, name: str) -> None:
        """Want no answer any more."""
        self._asked[name] = self._asked.get(name, 0) + 1

    def _on_ended(self, deed: Background, told: Told | None, outcome: object) -> None:
        self._under_way.discard(deed)
        deed.deleteLater()
        if told is not None and shiboken6.isValid(self):
            told(outcome)
