"""What stood in each tile before: back and forward, tile by tile.

Belongs here: the memory. Does not belong here: which tile is meant, putting a camera there (arranging.py).
Invariants: 1. A tile remembers at most `KEPT` cameras each way, no camera twice. 2. Something new in a tile forgets
what lay forward of it. 3. Tiles are those of one layout: with another the memory begins anew. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

KEPT = 8


@dataclass(slots=True)
class _Line:
    past: list[str] = field(default_factory=list)
    future: list[str] = field(default_factory=list)


class TileHistory:
    """The memory of one wall's tiles."""

    def __init__(self) -> None:
        self._lines: dict[int, _Line] = {}

    def forget(self) -> None:
        """Begin anew: the tiles are others now."""
        self._lines.clear()

    def came(self, tile: int, before: str | None, now: str | None) -> None:
        """Note that a tile shows something else."""
        line = self._lines.setdefault(tile, _Line())
        line.past = [c for c in line.past if c not in (before, now)]
        if before is not None:
            line.past = [*line.past, before][-KEPT:]
        line.future.clear()

    def previous(self, tile: int, now: str | None, usable: Callable[[str], bool]) -> str | None:
        """Give what stood there last, without going there."""
        line = self._lines.get(tile, _Line())
        return next((c for c in reversed(line.past) if c != now and usable(c)), None)

    def back(self, tile: int, now: str | None, usable: Callable[[str], bool]) -> str | None:
        """Go one step back; None at the end."""
        line = self._lines.setdefault(tile, _Line())
        return _step(line.past, line.future, now, usable)

    def forward(self, tile: int, now: str | None, usable: Callable[[str], bool]) -> str | None:
        """Go one step forward; None at the end."""
        line = self._lines.setdefault(tile, _Line())
        return _step(line.future, line.past, now, usable)


def _step(source: list[str], target: list[str], now: str | None, usable: Callable[[str], bool]) -> str | None:
    while source:
        camera_id = source.pop()
        if camera_id != now and usable(camera_id):
            if now is not None:
                target[:] = [*[c for c in target if c != now][-(KEPT - 1):], now]
            return camera_id
    return None
