"""What a tour means on the wall as it is now: which tiles tour, which steps may be shown, what then stands where.

Belongs here: folding tour, officer's wall and cameras into the machine's line and into a scene. Does not belong here:
the machine (domain/tour.py), time, commands and alarms (touring.py).
Invariants: 1. The officer's wall is read, never changed. 2. Pinned tiles, the hotspot, and tiles the officer arranged
since the tour began do not tour. 3. No camera stands in two tiles. 4. Where nothing of a tour has a picture, nothing is
skipped: a tour never empties the wall. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from safecity_console.domain import wall as walls
from safecity_console.domain.tour import Line, Tour, TourKind, TourState, TourTiles
from safecity_console.domain.wall import Wall
from safecity_console.ui.wall.model import TourScene


@dataclass(frozen=True, slots=True)
class Ground:
    """What a tour stands on: the officer's wall now and when it began, what was pinned since, the one tile it uses."""

    wall: Wall
    base: Wall
    kept: Mapping[int, str] = field(default_factory=dict)
    one: int | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """What a tour may ask: cameras registered and switched on, whether one has a picture, the kept walls by id."""

    known: frozenset[str]
    works: Callable[[str], bool]
    walls: Mapping[str, Wall]


def line_of(tour: Tour, ground: Ground, sources: Sources, dwell_s: float) -> Line:
    """Give what the machine has to do with now; `dwell_s` counts where neither tour nor step says otherwise."""
    usual_s = tour.dwell_s if tour.dwell_s is not None else dwell_s
    dwells_s = tuple(float(step.dwell_s if step.dwell_s is not None else usual_s) for step in tour.steps)
    if tour.kind is TourKind.WALLS:
        return Line(dwells_s, _eligible_walls(tour, sources), (0,))
    fixed = fixed_tiles(ground, sources)
    tiles = tuple(tile for tile in range(len(ground.wall.tiles)) if tile not in fixed)
    taken = set(fixed.values())
    there = [i for i, step in enumerate(tour.steps) if step.target in sources.known and step.target not in taken]
    alive = [i for i in there if sources.works(tour.steps[i].target)] if tour.skip_dead else there
    return Line(dwells_s, tuple(alive or there), tiles, tour.tiles is TourTiles.TURN)


def fixed_tiles(ground: Ground, sources: Sources) -> dict[int, str | None]:
    """Give the tiles that do not tour, with their cameras."""
    fixed: dict[int, str | None] = {}
    for tile, camera_id in enumerate(ground.wall.tiles):
        if tile in ground.kept:
            fixed[tile] = ground.kept[tile]
        elif tile in ground.wall.pinned or tile == ground.wall.hotspot or (tile not in (ground.one, None) \
                and ground.one is not None) or _arranged(ground, tile, sources):
            fixed[tile] = camera_id
    return fixed


def scene_of(tour: Tour, ground: Ground, state: TourState, sources: Sources) -> TourScene | None:
    """Give what is shown; None where nothing of the tour can be."""
    if tour.kind is TourKind.WALLS:
        return _whole_wall(tour, ground, state, sources)
    fixed = fixed_tiles(ground, sources)
    tiles: list[str | None] = [None] * len(ground.wall.tiles)
    used: set[str] = set()
    touring = frozenset(range(len(tiles))) - fixed.keys()
    shown = {tile: tour.steps[i].target for tile, i in state.shown.items() if tile in touring}
    own = {tile: ground.wall.tiles[tile] for tile in touring - shown.keys()}
    for part in (fixed, shown, own):
        for tile, camera_id in part.items():
            if camera_id is not None and camera_id in sources.known | set(ground.wall.tiles) and camera_id not in used:
                tiles[tile] = camera_id
                used.add(camera_id)
    return TourScene(replace(ground.wall, tiles=tuple(tiles)), touring)


def cameras_of(tour: Tour, index: int, sources: Sources) -> tuple[str, ...]:
    """Give the cameras one step shows."""
    target = tour.steps[index].target
    if tour.kind is TourKind.CAMERAS:
        return (target,)
    wall = sources.walls.get(target)
    return tuple(c for c in wall.tiles if c is not None and c in sources.known) if wall is not None else ()


def _arranged(ground: Ground, tile: int, sources: Sources) -> bool:
    """Tell whether the officer changed this tile since the tour began; a camera removed meanwhile is no change."""
    before, now = ground.base.tiles[tile], ground.wall.tiles[tile]
    return before != now and not (now is None and before not in sources.known)


def _eligible_walls(tour: Tour, sources: Sources) -> tuple[int, ...]:
    there = [i for i, step in enumerate(tour.steps) if step.target in sources.walls]
    if not tour.skip_dead:
        return tuple(there)
    alive = [i for i in there if any(map(sources.works, cameras_of(tour, i, sources)))]
    return tuple(alive or there)


def _whole_wall(tour: Tour, ground: Ground, state: TourState, sources: Sources) -> TourScene | None:
    """Give a kept wall, the officer's pinned cameras in their tiles; where it has no such tile, in its last ones."""
    found = next((sources.walls.get(tour.steps[i].target) for i in state.shown.values()), None)
    if found is None:
        return None
    wall = replace(walls.without(found, sources.known), pinned=frozenset(), hotspot=None)
    pinned: set[int] = set()
    for tile in sorted(ground.wall.pinned):
        camera_id = ground.wall.tiles[tile]
        free = [t for t in range(len(wall.tiles)) if t not in pinned]
        if camera_id is None or not free:
            continue
        target = tile if tile in free else free[-1]
        wall = walls.place(wall, target, camera_id)
        pinned.add(target)
    touring = frozenset(range(len(wall.tiles))) - pinned
    return TourScene(replace(wall, pinned=frozenset(pinned)), touring, whole=True)
