"""What one channel makes of its step of reduction.

Belongs here: the step in force for a wish, telling a reader, what the tile may say of it. Does not belong here:
choosing the step (domain/governor.py), what a reader does with it (video/intake.py).
Invariants: 1. A spared wish is never reduced, at once, whatever the last round of the governor said. 2. What a reader
left out by itself because it fell behind is said too. Thread: the supervisor's.
"""

from __future__ import annotations

from dataclasses import replace

from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.governor import Reduction, TileRank, ration_of
from safecity_console.domain.picture import TileWish
from safecity_console.domain.stream_choice import ChoiceRules, wanted_role
from safecity_console.video.face import Reader

CUT_SAID_S = 2.0


class Diet:
    """One channel's reduction."""

    def __init__(self) -> None:
        self._level = Reduction.NONE
        self._slow_fps = 8.0

    def set(self, level: Reduction, slow_fps: float) -> bool:
        """Take over a step; tell whether it is another one."""
        changed = (level, slow_fps) != (self._level, self._slow_fps)
        self._level, self._slow_fps = level, slow_fps
        return changed

    def level(self, wish: TileWish | None) -> Reduction:
        """Give the step in force."""
        return Reduction.NONE if wish is None or wish.spared else self._level

    def tell(self, reader: Reader, wish: TileWish | None, fps_cap: float) -> None:
        """Hand a reader its wish and its ration."""
        level = self.level(wish)
        ration = ration_of(level, self._slow_fps)
        reader.ration = ration
        reader.fps_cap = min(fps_cap, ration.fps_most)
        slowed = wish is not None and level >= Reduction.SLOWER
        reader.wish = replace(wish, prominent=False) if wish is not None and slowed else wish

    def shown(self, wish: TileWish | None, reader: Reader | None, now_s: float) -> Reduction:
        """Give what the tile says: the step, or that pictures were left out to catch up."""
        if wish is None or reader is None:
            return Reduction.NONE
        cut = reader.cut_s is not None and now_s - reader.cut_s < CUT_SAID_S
        return max(self.level(wish), Reduction.MOST if cut else Reduction.NONE)


def rank_of(camera: Camera, wish: TileWish | None, running: StreamRole, rules: ChoiceRules) -> TileRank | None:
    """Give a shown camera's rank; None for one that nobody sees."""
    if wish is None:
        return None
    # The width at which a tile keeps its main stream but would not ask for it counts only while it has it.
    asks_main = StreamRole.MAIN in (running, wanted_role(StreamRole.SUB, wish, rules))
    two_sizes = camera.has_two_streams and asks_main
    return TileRank(camera.id, camera.number, wish.width * wish.height, wish.prominent, wish.spared, two_sizes)
