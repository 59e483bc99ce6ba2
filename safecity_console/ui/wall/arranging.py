"""What an officer does to the arrangement beyond moving cameras: lock, hotspot, back and forward, undo, own layouts.

Belongs here: those commands and the rules they lay on the other moves. Does not belong here: the moves themselves
(controller.py), what stands where (model.py), the two memories (changes.py, tile_history.py).
Invariants: 1. A locked wall is not rearranged by any hand; each try is answered with the reason. Showing a kept wall,
the lock itself and the hotspot's following are no rearranging. 2. The hotspot shows what is selected elsewhere, over
its own camera, which keeps its place. 3. Every change that a hand made can be taken back. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from safecity_console.domain import wall as walls
from safecity_console.domain.access import Permission
from safecity_console.domain.wall import Wall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import ltr, number_text
from safecity_console.ui.wall.changes import Changes, Stand, Step
from safecity_console.ui.wall.model import Mode, Part, Spot, WallModel
from safecity_console.ui.wall.tile_history import TileHistory

translate = QCoreApplication.translate


class Desk(Protocol):
    """What arranging asks of the wall."""

    model: WallModel
    wall_name: str

    def call_camera(self, camera_id: str, tile: int | None = None) -> None:
        """Bring a camera into a tile."""
        ...

    def set_layout(self, key: str) -> None:
        """Change the layout."""
        ...

    def show_wall(self, wall: Wall, name: str, by_hand: bool = True) -> None:
        """Show a wall."""
        ...

    def toggle_expanded(self) -> bool:
        """Show the selected camera large, or go back."""
        ...

    def say(self, sentence: str) -> None:
        """Tell what was done."""
        ...

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        ...


class Arranging:
    """The commands; `arranged` keeps the wall as it stands, `changed` only shows it."""

    def __init__(self, services: ConsoleServices, desk: Desk, arranged: Callable[[], None],
                 changed: Callable[[], None]) -> None:
        self._services, self._desk = services, desk
        self._arranged, self._changed = arranged, changed
        self._changes = Changes(self._stand(), self._number)
        self._history = TileHistory()
        self._travelling: int | None = None
        self.commands: dict[str, Callable[[], bool]] = {
            "wall.lock": self.toggle_lock, "wall.hotspot": self.toggle_hotspot, "wall.undo": self.undo,
            "wall.redo": self.redo, "wall.tile_back": self._back, "wall.tile_forward": self._forward,
            "wall.previous_camera": self._previous, "wall.clear_tile": self._clear_tile,
            "wall.next_layout": self._next_layout, "wall.home": self._home,
        }

    # ---- what the controller asks ----------------------------------------------------------------------------------

    def note(self, by_hand: bool) -> None:
        """Take note that the wall was arranged, by an officer's hand or by itself."""
        before, now = self._changes.note(self._stand(), by_hand).wall, self._wall
        if before.layout != now.layout:
            self._history.forget()
        elif by_hand:
            for tile, (old, new) in enumerate(zip(before.tiles, now.tiles, strict=True)):
                if old != new and tile != self._travelling:
                    self._history.came(tile, old, new)

    def free(self) -> bool:
        """Tell whether the wall may be rearranged; says why where not."""
        if not self._allowed:
            self._desk.refuse(translate("wall", "Your role does not arrange the wall."))
        elif self._wall.locked:
            self._desk.refuse(translate("wall", "The wall is locked; unlock it first."))
        return self._allowed and not self._wall.locked

    def takes(self, camera_id: str, tile: int, named: bool) -> bool:
        """Tell whether a camera called into a tile goes elsewhere: into the hotspot, or large on a locked wall."""
        hotspot = self._wall.hotspot
        if hotspot is not None and self._on_wall() and (
                tile == hotspot or ((self._wall.locked or not self._allowed) and not named)):
            return self.show_hot(camera_id)
        if self._allowed and not self._wall.locked:
            return False
        self._desk.model.expand(camera_id)
        self._changed()
        pattern = translate("wall", "The wall is locked, so camera {number} is shown large instead.") if self._allowed \
            else translate("wall", "Your role does not arrange the wall, so camera {number} is shown large instead.")
        self._desk.refuse(pattern.format(number=self._number(camera_id)))
        return True

    def takes_swap(self, first: int, second: int) -> bool:
        """Tell whether a tile dragged onto another means something else than exchanging them."""
        hotspot, tiles = self._wall.hotspot, self._desk.model.scene.tiles
        dragged = tiles[first]
        if hotspot == second and dragged is not None:
            return self.show_hot(dragged)
        if not self.free():
            return True
        if hotspot != first or dragged is None:
            return False
        self._desk.call_camera(dragged, second)
        return True

    def show_hot(self, camera_id: str) -> bool:
        """Show a camera in the hotspot tile and select it there; False where there is none on screen."""
        model = self._desk.model
        hotspot = model.scene.hotspot  # a tour shows none: a hotspot keeps its camera meanwhile, or is another wall's
        if hotspot is None or not self._on_wall():
            return False
        before = model.scene.tiles[hotspot]
        if before != camera_id:
            model.set_hot(camera_id)
            if hotspot != self._travelling:
                self._history.came(hotspot, before, camera_id)
        model.select(Spot(Part.TILE, hotspot))  # left elsewhere, the selection would call its own camera back
        self._changed()
        return True

    def follow(self) -> None:
        """Let the hotspot show what is selected in another tile."""
        model = self._desk.model
        hotspot = model.scene.hotspot
        chosen, spot = model.selected_camera, model.selected
        if hotspot is None or not self._on_wall() or chosen is None:
            return
        if spot.part is Part.TILE and spot.index != hotspot and model.scene.tiles[hotspot] != chosen:
            self._history.came(hotspot, model.scene.tiles[hotspot], chosen)
            model.set_hot(chosen)

    # ---- commands --------------------------------------------------------------------------------------------------

    def toggle_lock(self) -> bool:
        """Lock the wall against rearranging, or unlock it."""
        self._desk.model.set_options(replace(self._wall, locked=not self._wall.locked))
        self._arranged()
        self._desk.say(translate("wall", "The wall is locked: nothing can be moved on it.") if self._wall.locked
                       else translate("wall", "The wall is unlocked."))
        return True

    def toggle_hotspot(self) -> bool:
        """Make the selected tile the one that follows the selection, or an ordinary one again."""
        tile = self._desk.model.tile_of_selection()
        if tile is None:
            self._desk.refuse(translate("wall", "Choose a tile of the wall first; “all places” must be on."))
            return True
        if not self.free():
            return True
        wanted = None if self._wall.hotspot == tile else tile
        self._desk.model.set_options(replace(self._wall, hotspot=wanted))
        self._arranged()
        if wanted is None:
            self._desk.say(translate("wall", "Tile {tile} is an ordinary tile again.").format(tile=ltr(tile + 1)))
        else:
            pattern = translate("wall", "Tile {tile} is the hotspot now: it shows what is selected elsewhere.")
            self._desk.say(pattern.format(tile=ltr(tile + 1)))
        return True

    def undo(self) -> bool:
        """Take the last change of the wall back."""
        return self._go(self._changes.undo(), translate("wall", "Undone: {what}."),
                        translate("wall", "There is nothing to undo on this wall."))

    def redo(self) -> bool:
        """Make the change again that was taken back."""
        return self._go(self._changes.redo(), translate("wall", "Made again: {what}."),
                        translate("wall", "There is nothing to make again on this wall."))

    # ---- inside ----------------------------------------------------------------------------------------------------

    @property
    def _allowed(self) -> bool:
        return self._services.desk.may(Permission.ARRANGE_WALL)

    @property
    def _wall(self) -> Wall:
        return self._desk.model.wall

    def _stand(self) -> Stand:
        return Stand(self._wall, self._desk.wall_name)

    def _number(self, camera_id: str) -> str:
        camera = self._desk.model.camera(camera_id)
        return number_text(camera.number) if camera is not None else "–"

    def _known(self, camera_id: str) -> bool:
        return self._desk.model.camera(camera_id) is not None

    def _on_wall(self) -> bool:
        return self._desk.model.mode is Mode.ALL_PLACES and self._desk.model.expanded is None

    def _go(self, step: Step | None, done: str, nothing: str) -> bool:
        if step is None:
            self._desk.refuse(nothing)
            return True
        self._desk.show_wall(step.to.wall, step.to.name, by_hand=False)
        self._desk.say(done.format(what=step.what))
        return True

    def _back(self) -> bool:
        return self._travel(self._history.back, translate("wall", "Nothing stood in this tile before that."))

    def _forward(self) -> bool:
        return self._travel(self._history.forward, translate("wall", "Nothing came into this tile after that."))

    def _travel(self, step: Callable[[int, str | None, Callable[[str], bool]], str | None], nothing: str) -> bool:
        tile = self._tile_to_change()
        if tile is None:
            return True
        camera_id = step(tile, self._shown(tile), self._known)
        if camera_id is None:
            self._desk.refuse(nothing)
            return True
        self._travelling = tile
        try:
            self._desk.call_camera(camera_id, tile)
        finally:
            self._travelling = None
        return True

    def _previous(self) -> bool:
        tile = self._tile_to_change()
        if tile is None:
            return True
        before = self._history.previous(tile, self._shown(tile), self._known)
        if before is None:
            self._desk.refuse(translate("wall", "No other camera stood in this tile before."))
            return False
        self._desk.call_camera(before, tile)
        return True

    def _tile_to_change(self) -> int | None:
        """Give the selected tile if its content may change; says why where not."""
        tile = self._desk.model.tile_of_selection()
        if tile is None:
            self._desk.refuse(translate("wall", "Choose a tile of the wall first; “all places” must be on."))
        elif tile == self._wall.hotspot and self._on_wall():
            return tile
        elif not self.free():
            return None
        return tile

    def _shown(self, tile: int) -> str | None:
        return self._desk.model.scene.tiles[tile] if self._on_wall() else self._wall.tiles[tile]

    def _clear_tile(self) -> bool:
        model = self._desk.model
        if model.expanded is not None:
            # What would be cleared is out of sight: the key only leads back to where it can be seen.
            return self._desk.toggle_expanded()
        tile = model.tile_of_selection()
        if tile is None or model.selected_camera is None:
            return False
        if tile == self._wall.hotspot and model.hot is not None:
            model.set_hot(None)
            self._changed()
        elif tile in model.scene.touring:
            self._desk.refuse(translate("wall", "A tour shows this camera; stop the tour or pin the tile first."))
        elif self.free():
            model.place(tile, None)
            self._arranged()
        return True

    def _next_layout(self) -> bool:
        own = [layout.key for layout in self._services.layouts.own()]
        self._desk.set_layout(walls.next_layout(self._wall.layout, own))
        return True

    def _home(self) -> bool:
        mine = self._services.walls.default(self._services.desk.actor.badge)
        if mine is None:
            self._desk.refuse(translate("wall", "No wall is set as yours; choose one under “Walls and layouts…”."))
            return True
        self._desk.show_wall(mine.wall, mine.name)
        return True
