"""What the officer's hand does to the wall: calls, moves, drops, commands.

Belongs here: turning decoded input into changes of the model and calls of services. Does not belong here: Qt events
(view.py), key codes (keys.py), painting.
Invariants: 1. Every change of arrangement goes through here and is handed to the wall service. 2. What cannot be
done is said in one sentence (`said`), never ignored. 3. In "what works" no hand rearranges tiles. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from safecity_console.domain.access import Permission
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import Refused
from safecity_console.domain.wall import MAIN_PLACE, SavedWall, Wall
from safecity_console.domain.watch import CameraWatch
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import CamerasChanged
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.wall.arranging import Arranging
from safecity_console.ui.wall.camera_orders import CameraOrders
from safecity_console.ui.wall.entry import NumberEntry
from safecity_console.ui.wall.keys import Act, Press
from safecity_console.ui.wall.model import Mode, Part, Spot
from safecity_console.ui.wall.registry import beginning, take_in
from safecity_console.ui.wall.typing import Typing


class WallController(QObject):
    """Acts on the model; `scene_changed` asks the widget to lay out anew."""

    selection_changed = Signal(object)
    command_wanted = Signal(str)
    said = Signal(str, str)
    state_changed = Signal()
    scene_changed = Signal()
    entry_changed = Signal()
    find_wanted = Signal()

    def __init__(self, services: ConsoleServices, parent: QObject | None = None, place: str = MAIN_PLACE) -> None:
        super().__init__(parent)
        self._services = services
        self.place = place
        self.alarmed: frozenset[str] = frozenset()
        self._told: str | None = None
        self._typing = Typing(self)
        self.model, self.wall_name = beginning(services, place)
        self.arranging = Arranging(services, self, self._arranged, self._changed)
        self.orders = CameraOrders(services, self)
        self.orders.said.connect(self.said)
        self._commands: dict[str, Callable[[], bool]] = {
            "wall.snapshot": lambda: self.orders.snapshot(self._selected()),
            "wall.what_works": self.toggle_mode, "wall.expand": self.toggle_expanded, "wall.find": self._find,
            "wall.retry": lambda: self.orders.retry(self._selected()), **self.arranging.commands,
        }

    @property
    def entry(self) -> NumberEntry:
        """Give the number being typed."""
        return self._typing.entry

    def offer(self, commands: Mapping[str, Callable[[], bool]]) -> None:
        """Let a part of the wall answer commands; each gives False where it finds nothing to do."""
        self._commands.update(commands)

    def run(self, command_id: str) -> bool:
        """Carry out a command of the wall; False where it is none of these or finds nothing to do."""
        command = self._commands.get(command_id)
        return command() if command is not None else False

    def answers(self, command_id: str) -> bool:
        """Tell whether a command is one of this wall's."""
        return command_id in self._commands

    def finish(self) -> None:
        """Wait for snapshots under way."""
        self.orders.jobs.finish()

    def press(self, press: Press) -> bool:
        """Act on a decoded key; False where it means nothing now."""
        now_s = self._services.clock.monotonic_s()
        if press.act is Act.MOVE:
            self.model.move_selection(press.dx, press.dy)
            self._changed()
            return True
        if press.act is Act.PREVIOUS:
            return self.run("wall.previous_camera")
        if press.act is Act.PAUSE:
            return self.run("tour.pause")
        done = self._typing.press(press, now_s)
        self.entry_changed.emit()
        return done

    def drop_old_entry(self) -> None:
        """Let a typed number go that nobody finished."""
        if self.entry.dropped(self._services.clock.monotonic_s()):
            self.entry_changed.emit()

    def select(self, spot: Spot) -> None:
        """Select a spot."""
        self.model.select(spot)
        self._changed()

    def select_camera(self, camera_id: str) -> bool:
        """Select a camera where it stands, else show it in the hotspot; False where it is not on this wall."""
        found = self.model.select_camera(camera_id) or self.arranging.show_hot(camera_id)
        self._changed()
        return found

    def tile_count(self) -> int:
        """Count the tiles as they stand."""
        return self.model.tile_count

    def camera_numbered(self, number: int) -> Camera | None:
        """Give a camera by its number, one that the officer may see."""
        return self._services.sight.by_number(number)

    def choose_tile(self, tile: int) -> bool:
        """Select a tile, in the large view show its camera large; False where there is none to show."""
        chosen = self.model.choose_tile(tile)
        self._changed()
        return chosen

    def go_back(self) -> bool:
        """Leave the large view; False where there is none."""
        return self.model.expanded is not None and self.toggle_expanded()

    def say(self, sentence: str) -> None:
        """Tell what was done."""
        self.said.emit(sentence, "info")

    def refuse(self, sentence: str) -> None:
        """Say why something cannot be done."""
        self.said.emit(sentence, "warning")

    def call_camera(self, camera_id: str, tile: int | None = None) -> None:
        """Bring a camera into a tile (None: the selected one); in "what works" it is selected, or opened large."""
        if self.model.mode is Mode.WHAT_WORKS or (self.model.tour is not None and self.model.tour.whole):
            if not self.model.select_camera(camera_id):
                self.model.expand(camera_id)
            self._changed()
            return
        target = tile if tile is not None else self.model.tile_of_selection()
        if target is None or self.arranging.takes(camera_id, target, named=tile is not None):
            return
        self.model.place(target, camera_id)
        if self.model.expanded is None:
            self.model.select(Spot(Part.TILE, target))
        self._arranged()

    def drop(self, camera_id: str, tile: int) -> None:
        """Take a camera dropped on a tile, unless the wall is locked."""
        if tile == self.model.scene.hotspot or self.arranging.free():
            self.call_camera(camera_id, tile)

    def swap(self, first: int, second: int) -> None:
        """Exchange two tiles."""
        if first != second and self.can_arrange() and not self.arranging.takes_swap(first, second):
            self.model.swap(first, second)
            self._arranged()

    @property
    def permissions(self) -> frozenset[Permission]:
        """Give what may be done at this desk now."""
        return self._services.desk.permissions

    def can_arrange(self) -> bool:
        """Tell whether tiles can be dragged now."""
        return self.model.mode is Mode.ALL_PLACES and self.model.expanded is None and self.model.tour is None

    def works(self, camera_id: str) -> bool:
        """Tell whether a camera has a picture now."""
        return self.orders.works(camera_id)

    def set_layout(self, key: str) -> None:
        """Change the layout."""
        if not self.arranging.free():
            return
        if self.model.mode is Mode.WHAT_WORKS:
            self._set_mode(Mode.ALL_PLACES)
        self.model.set_layout(key)
        self._arranged()

    def show_wall(self, wall: Wall, name: str, by_hand: bool = True) -> None:
        """Show a saved wall, or one that stood here before (not `by_hand`: it is no change of its own)."""
        self.wall_name = name
        if self.model.mode is Mode.WHAT_WORKS:
            self._set_mode(Mode.ALL_PLACES)
        self.model.set_wall(wall)
        self._arranged(by_hand)

    def name_wall(self, name: str) -> None:
        """Note under which name the wall on screen is kept."""
        self.wall_name = name
        self._arranged()

    def saved_wall(self) -> SavedWall | None:
        """Give the saved wall that stands on screen, if it still exists."""
        return next((w for w in self._services.walls.saved() if w.name == self.wall_name), None)

    def toggle_mode(self) -> bool:
        """Change between "all places" and "what works"."""
        self._set_mode(Mode.ALL_PLACES if self.model.mode is Mode.WHAT_WORKS else Mode.WHAT_WORKS)
        return True

    def toggle_expanded(self) -> bool:
        """Show the selected camera on the whole wall, or go back."""
        chosen = self.model.selected_camera
        if self.model.expanded is not None:
            self.model.collapse()
        elif chosen is not None:
            self.model.expand(chosen)
        else:
            return False
        self._changed()
        return True

    def take_cameras(self, event: CamerasChanged | None = None) -> None:
        """Take over the registry; cameras just added find free tiles."""
        before = self.model.wall
        main = self.place == MAIN_PLACE  # on other screens stands what was sent there, and nothing else comes
        added = event.added if event is not None and main else frozenset()
        take_in(self.model, self._services.cameras.cameras(), added, named=bool(self.wall_name) or not main)
        if self.model.wall != before:
            self._arranged(by_hand=False)
        else:
            self._changed()

    def take_walls(self) -> None:
        """Take over the name under which the wall on screen was saved, or that it is no longer saved."""
        current = self._services.walls.current(self.place)
        if current is not None:
            self.wall_name = current[1]
            self.arranging.note(by_hand=False)
        self.state_changed.emit()

    def follow(self) -> None:
        """Let "what works" follow the conditions, unless a hand is over the wall."""
        if self.model.follow(self._watches(), self._services.clock.monotonic_s()):
            self._changed()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _set_mode(self, mode: Mode) -> None:
        self.model.set_mode(mode, self._watches())
        try:
            if self.place == MAIN_PLACE:
                self._services.settings.set("wall.mode", mode.value)
        except Refused as error:
            self.said.emit(world_sentence(error), "warning")
        self._changed()

    def _watches(self) -> Mapping[str, CameraWatch]:
        return self._services.sight.of(self._services.streams.watches())

    def _find(self) -> bool:
        self.find_wanted.emit()
        return True

    def _selected(self) -> Camera | None:
        chosen = self.model.selected_camera
        return self.model.camera(chosen) if chosen is not None else None

    def _arranged(self, by_hand: bool = True) -> None:
        """Keep the wall as it stands; what a hand did can be taken back."""
        self.arranging.note(by_hand)
        self._services.walls.set_current(self.model.wall, self.wall_name, self.place)
        self._changed()

    def _changed(self) -> None:
        self.arranging.follow()
        self.scene_changed.emit()
        chosen = self.model.selected_camera
        if chosen != self._told:
            self._told = chosen
            self.selection_changed.emit(chosen)
        self.state_changed.emit()
