"""How the wall takes over the registry: what it shows first, where new cameras go.

Belongs here: the first arrangement, room for cameras just added. Does not belong here: arranging by
hand (controller.py).
Invariants: 1. A wall an officer named or arranged is never rearranged; new cameras take its empty tiles only, and none
of a locked one. 2. A wall nobody touched always holds all cameras, as far as a plain layout can. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence

from safecity_console.domain import wall as walls
from safecity_console.domain.camera import Camera
from safecity_console.domain.wall import MAIN_PLACE, Wall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.wall.model import Mode, WallModel


def beginning(services: ConsoleServices, place: str = MAIN_PLACE) -> tuple[WallModel, str]:
    """Give the wall as it was left, else the officer's own, else one with all cameras; and its name.

    A safe start knows the last only: the officer's own may be what it is to get round.
    """
    cameras = services.cameras.cameras()
    kept = services.walls.current(place)
    badge = services.desk.actor.badge
    mine = services.walls.default(badge) if place == MAIN_PLACE and not services.safe_start else None
    if kept is None and mine is not None:
        kept = mine.wall, mine.name
    wall, name = kept if kept is not None else (fitting_wall(enabled_ids(cameras)), "")
    # Only the main window has a mode: what stands on other screens is what was sent there.
    mode = Mode(services.settings.text("wall.mode")) if place == MAIN_PLACE else Mode.ALL_PLACES
    model = WallModel(wall, mode)
    model.set_cameras(cameras)
    services.walls.set_current(model.wall, name, place)
    if model.mode is Mode.WHAT_WORKS:
        model.set_mode(model.mode, services.sight.of(services.streams.watches()))
    return model, name


def take_in(model: WallModel, cameras: Sequence[Camera], added: frozenset[str], named: bool) -> None:
    """Take over the registry and find places for the cameras in `added`."""
    untouched = not named and model.wall == fitting_wall(enabled_ids(model.cameras()))
    model.set_cameras(cameras)
    if untouched:
        wall = fitting_wall(enabled_ids(cameras))
    elif model.wall.locked:
        return
    else:
        wall = _filled_up(model.wall, [c for c in enabled_ids(cameras) if c in added])
    if wall != model.wall:
        model.set_wall(wall)


def enabled_ids(cameras: Sequence[Camera]) -> list[str]:
    """Give the ids of the cameras that are switched on."""
    return [c.id for c in cameras if c.enabled]


def fitting_wall(camera_ids: Sequence[str]) -> Wall:
    """Give the smallest plain grid that holds so many cameras."""
    plain = [layout for layout in walls.LAYOUTS if "+" not in layout.key]
    key = next((layout.key for layout in plain if layout.size >= len(camera_ids)), plain[-1].key)
    return walls.filled_wall(key if camera_ids else walls.DEFAULT_LAYOUT, camera_ids)


def _filled_up(wall: Wall, camera_ids: Sequence[str]) -> Wall:
    for camera_id in camera_ids:
        if camera_id not in wall.tiles and None in wall.tiles:
            wall = walls.place(wall, wall.tiles.index(None), camera_id)
    return wall
