"""What stands where on the wall: arrangement, selection, one tile opened large, "what works" against "all places".

Belongs here: the scene made of wall, registry and conditions, and when it may change. Does not belong here: pixels
(geometry.py), keys and mouse (controller.py), storing walls (services/walls.py).
Invariants: 1. A change of condition rearranges nothing while the pointer moved within the last `STILL_S`. 2. In "what
works" cameras stand in the order of their numbers. 3. The selection stays with its camera wherever that camera goes.
Thread: GUI; times are monotonic seconds given by the caller.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from safecity_console.domain import wall as walls
from safecity_console.domain.camera import Camera
from safecity_console.domain.wall import Cell, Wall
from safecity_console.domain.watch import CameraWatch

STILL_S = 2.0
WORKING_MOST = 64


class Mode(StrEnum):
    """Which cameras get the pixels."""

    ALL_PLACES = "all_places"
    WHAT_WORKS = "what_works"


class Part(StrEnum):
    """Where on the wall a spot is."""

    TILE = "tile"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place on the screen."""

    part: Part
    index: int


@dataclass(frozen=True, slots=True)
class TourScene:
    """What a tour shows instead of the officer's wall, which stays as it is; `whole`: another wall altogether."""

    wall: Wall
    touring: frozenset[int]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on screen: tiles with camera ids (None: empty place), cards of cameras that do not work.

    A camera may stand in two tiles: in its own and in the `hotspot`, which follows the selection. `pinned` tiles keep
    their camera while a tour runs, `touring` ones change with it.
    """

    cells: tuple[Cell, ...]
    tiles: tuple[str | None, ...]
    cards: tuple[str, ...] = ()
    expanded: bool = False
    hotspot: int | None = None
    pinned: frozenset[int] = frozenset()
    touring: frozenset[int] = frozenset()

    def find(self, camera_id: str) -> Spot | None:
        """Give the spot of a camera, its own tile before the hotspot."""
        held = [tile for tile, held_id in enumerate(self.tiles) if held_id == camera_id]
        if held:
            return Spot(Part.TILE, next((tile for tile in held if tile != self.hotspot), held[0]))
        if camera_id in self.cards:
            return Spot(Part.CARD, self.cards.index(camera_id))
        return None

    def camera_at(self, spot: Spot) -> str | None:
        """Give the camera of a spot."""
        held: Sequence[str | None] = self.tiles if spot.part is Part.TILE else self.cards
        return held[spot.index] if 0 <= spot.index < len(held) else None


class WallModel:
    """The arrangement and what changes it."""

    def __init__(self, wall: Wall, mode: Mode = Mode.ALL_PLACES) -> None:
        self.wall = wall
        self.mode = mode
        self.expanded: str | None = None
        self.tour: TourScene | None = None
        self.selected = Spot(Part.TILE, 0)
        self.hot: str | None = None  # what the hotspot shows over its own camera
        self._cameras: dict[str, Camera] = {}
        self._working: tuple[str, ...] = ()
        self._resting: tuple[str, ...] = ()
        self._moved_s = float("-inf")
        self.scene = self._make_scene()

    @property
    def selected_camera(self) -> str | None:
        """Give the camera of the selected spot."""
        return self.scene.camera_at(self.selected)

    @property
    def tile_count(self) -> int:
        """Count the tiles as they stand, also while one camera is shown large over them."""
        return len(self.scene_below.tiles)

    def camera(self, camera_id: str) -> Camera | None:
        """Give a camera of the registry."""
        return self._cameras.get(camera_id)

    def cameras(self) -> tuple[Camera, ...]:
        """Give the registry in the order of numbers."""
        return tuple(self._cameras.values())

    def set_cameras(self, cameras: Sequence[Camera]) -> None:
        """Take over the registry: removed cameras leave the wall at once."""
        self._cameras = {c.id: c for c in sorted(cameras, key=lambda c: c.number)}
        self.wall = walls.without(self.wall, self._cameras)
        if self.expanded not in self._cameras:
            self.expanded = None
        self._working = tuple(c for c in self._working if c in self._cameras)
        self._resting = tuple(c for c in self._resting if c in self._cameras)
        self._rebuild()

    def set_wall(self, wall: Wall) -> None:
        """Show another arrangement."""
        self.wall = walls.without(wall, self._cameras) if self._cameras else wall
        self.expanded = self.hot = None
        self._rebuild()

    def set_options(self, wall: Wall) -> None:
        """Take over a wall of the same cameras and layout: its lock, hotspot and pins."""
        if wall.hotspot != self.wall.hotspot:
            self.hot = None
        self.wall = wall
        self._rebuild()

    def set_hot(self, camera_id: str | None) -> None:
        """Show a camera in the hotspot tile over its own one, None for its own."""
        self.hot = camera_id
        self._rebuild()

    def set_layout(self, key: str) -> None:
        """Change the layout; free tiles are filled with further cameras by number."""
        self.set_wall(walls.with_layout(self.wall, key, [c.id for c in self._cameras.values() if c.enabled]))

    def set_mode(self, mode: Mode, watches: Mapping[str, CameraWatch]) -> None:
        """Change the mode; asked for by the officer, so it is followed at once."""
        self.mode = mode
        self.expanded = None
        self._sort_out(watches)
        self._rebuild()

    def show_tour(self, tour: TourScene | None) -> None:
        """Show what a tour shows, or the officer's wall again; the selection stays in its tile."""
        spot, large = self.selected, self.expanded is not None
        self.tour = tour
        self._rebuild()
        if spot.part is Part.TILE and not large:
            self.select(spot)

    def set_pinned(self, tiles: frozenset[int]) -> None:
        """Say which tiles keep their camera while a tour runs."""
        self.wall = replace(self.wall, pinned=tiles)
        self._rebuild()

    def pointer_rests_s(self, now_s: float) -> float:
        """Give for how long no hand has moved over the wall."""
        return now_s - self._moved_s

    def pointer_moved(self, now_s: float) -> None:
        """Note that the officer's hand is over the wall."""
        self._moved_s = now_s

    def pointer_left(self) -> None:
        """Note that the pointer is elsewhere."""
        self._moved_s = float("-inf")

    def follow(self, watches: Mapping[str, CameraWatch], now_s: float) -> bool:
        """Let "what works" follow the conditions, unless a hand is over it; tell whether the scene changed."""
        if self.mode is not Mode.WHAT_WORKS or now_s - self._moved_s < STILL_S:
            return False
        old = self.scene
        self._sort_out(watches)
        self._rebuild()
        return self.scene != old

    def select(self, spot: Spot) -> None:
        """Select a spot, if it is there."""
        held = len(self.scene.tiles) if spot.part is Part.TILE else len(self.scene.cards)
        if 0 <= spot.index < held:
            self.selected = spot

    def select_camera(self, camera_id: str) -> bool:
        """Select a camera where it stands; leaves the large view for it. False where it stands nowhere."""
        if self.expanded is not None and self.expanded != camera_id:
            self.collapse()
        spot = self.scene.find(camera_id)
        if spot is not None:
            self.selected = spot
        return spot is not None

    def move_selection(self, dx: int, dy: int) -> None:
        """Move the selection by a step; down from the tiles into the cards and back; in the large view, the camera."""
        if self.expanded is not None:
            self._move_large(dx, dy)
            return
        spot = self.selected
        if spot.part is Part.CARD:
            if dy < 0 and self.scene.tiles:
                self.selected = Spot(Part.TILE, len(self.scene.tiles) - 1)
            else:
                self.select(Spot(Part.CARD, spot.index + dx))
            return
        target = walls.neighbour(self.scene.cells, spot.index, dx, dy)
        if target == spot.index and dy > 0 and self.scene.cards:
            self.selected = Spot(Part.CARD, 0)
        else:
            self.select(Spot(Part.TILE, target))

    def choose_tile(self, tile: int) -> bool:
        """Select a tile, in the large view show its camera large; False where there is none to show."""
        if self.expanded is None:
            self.select(Spot(Part.TILE, tile))
            return True
        camera_id = self.scene_below.tiles[tile]
        if camera_id is not None:
            self.expand(camera_id)
        return camera_id is not None

    def _move_large(self, dx: int, dy: int) -> None:
        """Show the next camera large: sideways in the order of tiles, up and down as they stand; over empty ones."""
        below = self.scene_below
        spot = below.find(self.expanded) if self.expanded is not None else None
        if spot is None or spot.part is Part.CARD or dx:
            order = [c for c in (*below.tiles, *below.cards) if c is not None]
            at = order.index(self.expanded) if self.expanded in order else -1
            if 0 <= at + dx + dy < len(order):
                self.expand(order[at + dx + dy])
            return
        index = spot.index
        while (further := walls.neighbour(below.cells, index, dx, dy)) != index:
            index = further
            camera_id = below.tiles[index]
            if camera_id is not None:
                self.expand(camera_id)
                return

    def place(self, tile: int, camera_id: str | None) -> None:
        """Put a camera into a tile of the wall (all places only)."""
        if self.expanded is not None:
            self.expanded = camera_id
        self.wall = walls.place(self.wall, tile, camera_id)
        self._rebuild()

    def swap(self, first: int, second: int) -> None:
        """Exchange two tiles and let the selection travel with what was moved."""
        self.wall = walls.swap(self.wall, first, second)
        self._rebuild()
        self.selected = Spot(Part.TILE, second)

    def tile_of_selection(self) -> int | None:
        """Give the wall's own tile the selection means; None in "what works" and on cards."""
        if self.mode is Mode.WHAT_WORKS or self.selected.part is Part.CARD or (self.tour and self.tour.whole):
            return None
        if self.expanded is not None:
            return self.wall.tiles.index(self.expanded) if self.expanded in self.wall.tiles else None
        return self.selected.index

    def expand(self, camera_id: str) -> None:
        """Show one camera on the whole wall."""
        self.expanded = camera_id
        self._rebuild()
        self.selected = Spot(Part.TILE, 0)

    def collapse(self) -> None:
        """Go back from the one large tile, the selection on its camera."""
        camera_id, self.expanded = self.expanded, None
        self._rebuild()
        if camera_id is not None:
            self.selected = self.scene.find(camera_id) or self.selected

    def _sort_out(self, watches: Mapping[str, CameraWatch]) -> None:
        enabled = [c.id for c in self._cameras.values() if c.enabled]
        works = [c for c in enabled if c in watches and watches[c].works]
        if len(works) > WORKING_MOST:
            # More than a screen holds: the wall's own cameras first, then by number.
            own = set(self.wall.tiles)
            kept = {*[c for c in works if c in own][:WORKING_MOST]}
            kept |= {*[c for c in works if c not in own][: WORKING_MOST - len(kept)]}
            works = [c for c in works if c in kept]
        shown = set(works)
        self._working = tuple(works)
        self._resting = tuple(c for c in enabled if c not in shown and not (c in watches and watches[c].works))

    def _make_scene(self) -> Scene:
        if self.expanded is not None:
            return Scene(walls.LAYOUT_BY_KEY["1"].cells, (self.expanded,), (), expanded=True)
        return self.scene_below

    @property
    def scene_below(self) -> Scene:
        """Give the scene as it is without the large view."""
        if self.tour is not None:
            wall = walls.without(self.tour.wall, self._cameras)
            return Scene(wall.cells, wall.tiles, pinned=wall.pinned, touring=self.tour.touring)
        if self.mode is Mode.ALL_PLACES:
            tiles, hotspot = self.wall.tiles, self.wall.hotspot
            if hotspot is not None and self.hot in self._cameras:
                tiles = (*tiles[:hotspot], self.hot, *tiles[hotspot + 1:])
            return Scene(self.wall.cells, tiles, hotspot=hotspot, pinned=self.wall.pinned)
        layout = walls.fitting_layout(len(self._working))
        empty = (None,) * (layout.size - len(self._working))
        return Scene(layout.cells, (*self._working, *empty), self._resting)

    def _rebuild(self) -> None:
        chosen, was_hot = self.scene.camera_at(self.selected), self.scene.hotspot
        self.scene = self._make_scene()
        if self.selected == Spot(Part.TILE, was_hot if was_hot is not None else -1) and self.scene.hotspot == was_hot:
            return  # in the hotspot the selection means the tile, whatever it shows
        spot = self.scene.find(chosen) if chosen is not None else None
        if spot is None:
            spot = Spot(Part.TILE, min(self.selected.index, len(self.scene.tiles) - 1))
            spot = spot if self.selected.part is Part.TILE else Spot(Part.TILE, 0)
        self.selected = spot
