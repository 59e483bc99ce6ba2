"""The round of steering: ten times a second while cameras are in use, never a camera's call in it.

Belongs here: the thread. Does not belong here: what is done in a round (ptz.py, ptz_patrols.py).
"""

from __future__ import annotations

from collections.abc import Callable

from safecity_console.core.worker import Worker

EVERY_S = 0.1


class Ticker(Worker):
    """Calls the rounds until stopped."""

    def __init__(self, round_: Callable[[], None], every_s: float = EVERY_S, name: str = "ptz-round") -> None:
        super().__init__(name)
        self._round, self._every_s = round_, every_s

    def run(self) -> None:
        """Go round."""
        while not self.wait(self._every_s):
            self._round()
