"""What a player is told and how it answers: one JSON argument, four words on standard input, JSON lines on standard
output.

Belongs here: the show's description, the orders, the answers. Does not belong here: Qt (qt_stage.py), any player.
Words: "go" opens the streams, "mark" begins a measurement, "tell" asks for what was measured since; the end of standard
input ends the player. Only the standard library is used. Threads: one reads, any may take.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
from dataclasses import dataclass
from typing import Any

END = "end"


@dataclass(frozen=True)
class Show:
    """What to show: the addresses, the screen's size and how many columns of equal tiles it has."""

    urls: tuple[str, ...]
    width: int
    height: int
    columns: int

    @property
    def rects(self) -> list[tuple[int, int, int, int]]:
        """Give the tiles' places on the screen: x, y, width, height."""
        wide, high = self.width // self.columns, self.height // self.columns
        return [(i % self.columns * wide, i // self.columns * high, wide, high) for i in range(len(self.urls))]

    @staticmethod
    def from_arguments() -> Show:
        """Read the description from the command line."""
        told = json.loads(sys.argv[1])
        return Show(tuple(told["urls"]), told["width"], told["height"], told["columns"])


class Orders:
    """The words as they come; `take` never waits, `wait` does."""

    def __init__(self) -> None:
        self._words: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, name="orders", daemon=True).start()

    def take(self) -> str:
        """Give the next word, empty where there is none."""
        try:
            return self._words.get_nowait()
        except queue.Empty:
            return ""

    def wait(self) -> str:
        """Give the next word when it comes."""
        return self._words.get()

    def _read(self) -> None:
        for line in sys.stdin:
            self._words.put(line.strip())
        self._words.put(END)


def answer(**document: Any) -> None:
    """Print one JSON line."""
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()
