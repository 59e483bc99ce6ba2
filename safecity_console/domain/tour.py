"""Tours: cameras or kept walls shown in turn, and the machine that says what is shown when.

Belongs here: the value and what makes it valid, the machine with time as a parameter. Does not belong here: rows
(db/tours.py), which cameras work, tiles on screen (ui/wall/touring.py).
Invariants: 1. What is shown changes only in `tick`, `step` and `bring`, and by `tick` never while something holds the
tour. 2. Nothing stands in two tiles at once. 3. Within a step nothing moves, whatever fails meanwhile. 4. A step lasts
its dwell; after a hold at least `AFTER_HOLD_S` more. After the carousels of Milestone and the tours of Nx Witness.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from safecity_console.domain.errors import Refused
from safecity_console.domain.names import NAME_MAX, clean_name

DWELL_LEAST_S, DWELL_MOST_S = 2, 240
STEPS_MOST = 2000
AFTER_HOLD_S = 2.0
PATIENCE_S = 3.0  # a step waits this long for the pictures of the next
LONGEST_GAP_S = 1.0  # a machine that slept, or a late tick, uses up no more of a dwell


class TourKind(StrEnum):
    """What a tour goes through."""

    CAMERAS = "cameras"
    WALLS = "walls"


class TourTiles(StrEnum):
    """Where a tour of cameras is shown: all free tiles at once, one after another, or the selected one alone."""

    PAGE = "page"
    TURN = "turn"
    ONE = "one"


class Hold(StrEnum):
    """Why a tour stands still; the first of them that holds is the one said."""

    ALARM = "alarm"
    ASKED = "asked"
    LARGE = "large"
    HAND = "hand"
    POINTER = "pointer"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class TourStep:
    """A camera's or kept wall's id, and its own dwell where it has one."""

    target: str
    dwell_s: int | None = None


@dataclass(frozen=True, slots=True)
class Tour:
    """One tour; `dwell_s` None: the setting `tour.dwell_s` counts. Make it with `tour_of`, which checks."""

    name: str
    kind: TourKind
    steps: tuple[TourStep, ...]
    tiles: TourTiles = TourTiles.PAGE
    dwell_s: int | None = None
    skip_dead: bool = True


@dataclass(frozen=True, slots=True)
class SavedTour:
    """A tour kept under its name."""

    id: str
    tour: Tour
    revision: int = 1


def tour_of(name: str, kind: TourKind, steps: Iterable[TourStep], tiles: TourTiles = TourTiles.PAGE,
            dwell_s: int | None = None, skip_dead: bool = True) -> Tour:
    """Check and make a tour; raises Refused: tour_name, tour_empty, tour_steps, tour_twice, tour_dwell."""
    held = tuple(steps)
    if not held:
        raise Refused("tour_empty")
    if len(held) > STEPS_MOST:
        raise Refused("tour_steps", most=STEPS_MOST)
    if len({step.target for step in held}) != len(held):
        raise Refused("tour_twice")
    for dwell in (dwell_s, *(step.dwell_s for step in held)):
        if dwell is not None and not DWELL_LEAST_S <= dwell <= DWELL_MOST_S:
            raise Refused("tour_dwell", low=DWELL_LEAST_S, high=DWELL_MOST_S)
    return Tour(tour_name(name), kind, held, tiles, dwell_s, skip_dead)


def tour_name(name: str) -> str:
    """Check a name and take its outer blanks off; raises Refused("tour_name")."""
    clean = clean_name(name)
    if clean is None:
        raise Refused("tour_name", longest=NAME_MAX)
    return clean


@dataclass(frozen=True, slots=True)
class Line:
    """What a tour has to do with now: seconds of each step, which steps may be shown (ascending), which tiles tour."""

    dwells_s: tuple[float, ...]
    eligible: tuple[int, ...]
    tiles: tuple[int, ...]
    turn: bool = False

    @property
    def places(self) -> int:
        """Count the tiles that can be filled."""
        return min(len(self.tiles), len(self.eligible))

    @property
    def moves(self) -> bool:
        """Tell whether there is more than finds room at once."""
        return len(self.eligible) > len(self.tiles)


_NOTHING: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TourState:
    """Where a tour stands: steps by tile, the tile that changed last, seconds left of this step, what holds it."""

    shown: Mapping[int, int] = field(default_factory=lambda: _NOTHING)
    newest_tile: int | None = None
    left_s: float = 0.0
    overdue_s: float = 0.0
    seen_s: float = 0.0
    holds: frozenset[Hold] = frozenset()

    @property
    def hold(self) -> Hold | None:
        """Give the reason that is said."""
        return next((one for one in Hold if one in self.holds), None)


def begin(line: Line, now_s: float, at: int = 0) -> TourState:
    """Start with the page that begins at the `at`-th step that may be shown."""
    return _filled(TourState(seen_s=now_s), line, at, now_s)


def tick(state: TourState, line: Line, now_s: float, holds: frozenset[Hold], ready: bool = True) -> TourState:
    """Let time pass: the next step comes when this one's dwell is over, nothing holds, and its pictures are ready."""
    passed_s = min(max(0.0, now_s - state.seen_s), LONGEST_GAP_S)
    if holds:
        return replace(state, seen_s=now_s, holds=holds, overdue_s=0.0)
    if state.holds:
        # Nothing may jump in the moment the hand leaves.
        return replace(state, seen_s=now_s, holds=holds, left_s=max(state.left_s, AFTER_HOLD_S))
    left_s = min(state.left_s, _dwell_s(state, line)) - passed_s
    if left_s > 0:
        return replace(state, seen_s=now_s, left_s=left_s)
    if not line.moves and set(state.shown.values()) == set(line.eligible):
        return replace(state, seen_s=now_s, left_s=_dwell_s(state, line))
    overdue_s = state.overdue_s + passed_s
    if not ready and overdue_s < PATIENCE_S:
        return replace(state, seen_s=now_s, left_s=0.0, overdue_s=overdue_s)
    return step(state, line, now_s)


def step(state: TourState, line: Line, now_s: float, forward: bool = True) -> TourState:
    """Go a step on or back at once."""
    if not line.places:
        return replace(state, shown=_NOTHING, seen_s=now_s, left_s=_dwell_s(state, line), overdue_s=0.0)
    if line.turn and line.moves and set(state.shown) == set(line.tiles):
        return _turned(state, line, now_s, forward)
    order = [state.shown[tile] for tile in line.tiles if tile in state.shown]
    if not order:
        return _filled(state, line, 0, now_s)
    count, places = len(line.eligible), len(line.tiles)
    if forward:
        at = bisect_right(line.eligible, max(i for i in order if i >= order[0]))
        return _filled(state, line, at if at < count else 0, now_s)
    at = bisect_left(line.eligible, order[0])
    return _filled(state, line, max(0, at - places) if at else (count - 1) // places * places, now_s)


def bring(state: TourState, line: Line, wanted: int, now_s: float) -> TourState:
    """Show a step at once, whether it may be shown otherwise or not; nothing moves where it is shown already."""
    shown = {tile: i for tile, i in state.shown.items() if tile in line.tiles}
    if wanted in shown.values() or not line.tiles:
        return state
    line = replace(line, eligible=tuple(sorted({*line.eligible, wanted})))
    if line.turn and set(shown) == set(line.tiles):
        tile = _beside(line.tiles, state.newest_tile, 1)
        return _renewed(replace(state, shown=MappingProxyType({**shown, tile: wanted}), newest_tile=tile), line, now_s)
    places = len(line.tiles)
    return _filled(state, line, bisect_left(line.eligible, wanted) // places * places, now_s)


def upcoming(state: TourState, line: Line) -> Mapping[int, int]:
    """Give, by tile, the steps that are not shown now and come next."""
    if not line.moves and set(state.shown.values()) == set(line.eligible):
        return _NOTHING
    coming = step(state, line, state.seen_s).shown
    shown = set(state.shown.values())
    return MappingProxyType({tile: i for tile, i in coming.items() if i not in shown})


def position(state: TourState, line: Line) -> tuple[int, int]:
    """Give "3 of 12": pages, or cameras where tiles change one by one."""
    order = [state.shown[tile] for tile in line.tiles if tile in state.shown]
    if not order or not line.eligible:
        return 0, 0
    count, places = len(line.eligible), len(line.tiles)
    if line.turn:
        newest = state.shown.get(state.newest_tile, order[-1]) if state.newest_tile is not None else order[-1]
        return min(count, bisect_left(line.eligible, newest) + 1), count
    return min(count - 1, bisect_left(line.eligible, order[0])) // places + 1, -(-count // places)


def _filled(state: TourState, line: Line, at: int, now_s: float) -> TourState:
    """Fill the tiles from a place in the line on; a last page takes the first steps again rather than stay empty."""
    count = len(line.eligible)
    if not line.places:
        return _renewed(replace(state, shown=_NOTHING, newest_tile=None), line, now_s)
    chosen = [line.eligible[(at + n) % count] for n in range(line.places)]
    tiles = line.tiles[: line.places]
    shown = MappingProxyType(dict(zip(tiles, chosen, strict=True)))
    return _renewed(replace(state, shown=shown, newest_tile=tiles[-1]), line, now_s)


def _turned(state: TourState, line: Line, now_s: float, forward: bool) -> TourState:
    """Change one tile: the one that stood longest, or, going back, the one that changed last."""
    newest = state.newest_tile if state.newest_tile in line.tiles else line.tiles[-1]
    oldest = _beside(line.tiles, newest, 1)
    tile, after = (oldest, state.shown[newest]) if forward else (newest, state.shown[oldest])
    shown = {t: i for t, i in state.shown.items() if t in line.tiles}
    shown[tile] = _free(line.eligible, after, frozenset(shown.values()), forward)
    newest = tile if forward else _beside(line.tiles, tile, -1)
    return _renewed(replace(state, shown=MappingProxyType(shown), newest_tile=newest), line, now_s)


def _free(eligible: tuple[int, ...], after: int, taken: frozenset[int], forward: bool) -> int:
    """Give the next step, round and round, that is not shown."""
    at = bisect_right(eligible, after) if forward else bisect_left(eligible, after) - 1
    count, way = len(eligible), 1 if forward else -1
    return next(one for n in range(count) if (one := eligible[(at + way * n) % count]) not in taken)


def _beside(tiles: tuple[int, ...], tile: int | None, way: int) -> int:
    return tiles[(tiles.index(tile) + way) % len(tiles)] if tile in tiles else tiles[0]


def _renewed(state: TourState, line: Line, now_s: float) -> TourState:
    return replace(state, left_s=_dwell_s(state, line), overdue_s=0.0, seen_s=now_s)


def _dwell_s(state: TourState, line: Line) -> float:
    """Give how long this step lasts: a page as long as the longest of its cameras, one by one as the newest says."""
    steps = list(state.shown.values())
    if line.turn and state.newest_tile is not None and state.newest_tile in state.shown:
        steps = [state.shown[state.newest_tile]]
    return max((line.dwells_s[i] for i in steps), default=max(line.dwells_s, default=float(DWELL_LEAST_S)))
