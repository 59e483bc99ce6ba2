"""How often a wall looks for new pictures.

Belongs here: the rule. Does not belong here: the timer (view.py), the cameras' rates. Invariant: prominent tiles run at
their camera's own rate, whatever the wall's is.
"""

from __future__ import annotations

from typing import NamedTuple

from safecity_console.ui.wall.board import Board

TICKS_PER_PICTURE = 4 / 3  # pictures come at any phase; looking a third more often leaves room for jitter
FAST_TICK_MS = 28
FEW_TILES, FEW_TICK_MS = 4, 16  # a look costs next to nothing there, and what moves under a hand is seen sooner
FAST_FROM = 1.1  # a prominent camera this much quicker than the wall is looked at more often


class Pace(NamedTuple):
    """A tick every `interval_ms`; tiles that are not prominent are looked at on one tick in `every`."""

    interval_ms: int
    every: int


def pace_of(board: Board, wall_fps: float) -> Pace:
    """Give the pace for what stands on a wall."""
    slow_ms = max(FAST_TICK_MS, round(1000 / (TICKS_PER_PICTURE * wall_fps)))
    if sum(tile.camera is not None for tile in board.tiles) <= FEW_TILES:
        return Pace(FEW_TICK_MS, 1)
    wanted = FAST_TICK_MS if board.prominent_fps > FAST_FROM * wall_fps else slow_ms
    return Pace(wanted, max(1, round(slow_ms / wanted)))
