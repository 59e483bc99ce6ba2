"""Which of a camera's two streams a tile should show.

Belongs here: the rule and its hysteresis. Does not belong here: switching connections (services/channel.py).
Invariants: 1. Between the two limits nothing changes. 2. A wish must hold before it is followed, longer downwards than
upwards: an officer who opens a camera waits for the picture, one who leaves it does not.
Figures after Nx Witness' RADASS (1.34 between the limits) and video-pipeline §10.6.
"""

from __future__ import annotations

from dataclasses import dataclass

from safecity_console.domain.camera import StreamRole
from safecity_console.domain.picture import TileWish


@dataclass(frozen=True, slots=True)
class ChoiceRules:
    """`main_above_px` is a tile width in device pixels."""

    main_above_px: int = 640
    back_factor: float = 1.34
    up_after_s: float = 0.25
    down_after_s: float = 2.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The role in force, and since when another one has been wanted (monotonic)."""

    role: StreamRole = StreamRole.SUB
    other_since_s: float | None = None


def wanted_role(current: StreamRole, wish: TileWish | None, rules: ChoiceRules) -> StreamRole:
    """Give the role a tile of this size asks for, leaning to the current one."""
    if wish is None:
        return StreamRole.SUB
    if wish.zoomed:
        return StreamRole.MAIN  # whoever looks closer wants what the camera has
    limit = rules.main_above_px if current is StreamRole.SUB else rules.main_above_px / rules.back_factor
    return StreamRole.MAIN if wish.width > limit else StreamRole.SUB


def choose(choice: Choice, wish: TileWish | None, now_s: float, rules: ChoiceRules, small: bool = False) -> Choice:
    """Move the choice on; the role changes once another was wanted long enough, at once where it must be `small`."""
    if small:
        return Choice(StreamRole.SUB)
    wanted = wanted_role(choice.role, wish, rules)
    if wanted is choice.role:
        return Choice(choice.role)
    since_s = choice.other_since_s if choice.other_since_s is not None else now_s
    hold_s = rules.up_after_s if wanted is StreamRole.MAIN else rules.down_after_s
    return Choice(wanted) if now_s - since_s >= hold_s else Choice(choice.role, since_s)
