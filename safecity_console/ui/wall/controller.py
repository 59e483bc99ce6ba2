"""What the officer's hand does to the wall: calls, moves, drops, commands.

Belongs here: turning decoded input into changes of the model and calls of services. Does not belong here: Qt events
(view.py), key codes (keys.py), painting.
Invariants: 1. Every change of arrangement goes through here and is handed to the wall service. 2. What cannot be
done is said in one sentence (`said`), never ignored. 3. In "what works" no hand rearranges tiles. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from safecity_console.domain import wall as walls
from safecity_console.domain.errors import Refused, WorldError
from safecity_console.domain.wall import SavedWall, Wall
from safecity_console.services.console import ConsoleServices
from safecity_console.services.events import CamerasChanged
from safecity_console.services.snapshots import SnapshotFile
from safecity_console.ui.format import ltr
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.wall.entry import CallCamera, NumberEntry, SelectTile
from safecity_console.ui.wall.keys import Act, Press
from safecity_console.ui.wall.model import Mode, Part, Spot, WallModel
from safecity_console.ui.wall.snapshot_job import SnapshotJobs

translate = QCoreApplication.translate


class WallController(QObject):
    """Acts on the model; `scene_changed` asks the widget to lay out anew."""

    selection_changed = Signal(object)
    command_wanted = Signal(str)
    said = Signal(str)
    state_changed = Signal()
    scene_changed = Signal()
    entry_changed = Signal()
    find_wanted = Signal()

    def __init__(self, services: ConsoleServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._told: str | None = None
        self.entry = NumberEntry()
        self.wall_name = ""
        self.model = self._begin()
        self._jobs = SnapshotJobs(services.snapshots, self)
        self._jobs.taken.connect(self._on_snapshot_taken)
        self._jobs.failed.connect(self._on_snapshot_failed)
        self._commands: dict[str, Callable[[], bool]] = {
            "wall.snapshot": self._snapshot, "wall.what_works": self.toggle_mode, "wall.next_layout": self._next_layout,
            "wall.expand": self.toggle_expanded, "wall.previous_camera": self._previous,
            "wall.clear_tile": self._clear_tile, "wall.retry": self._retry, "wall.find": self._find,
        }

    def run(self, command_id: str) -> bool:
        """Carry out a command of the wall; False where it is none of these or finds nothing to do."""
        command = self._commands.get(command_id)
        return command() if command is not None else False

    def finish(self) -> None:
        """Wait for snapshots under way."""
        self._jobs.finish()

    def press(self, press: Press) -> bool:
        """Act on a decoded key; False where it means nothing now."""
        now_s = self._services.clock.monotonic_s()
        if press.act is Act.MOVE:
            self.model.move_selection(press.dx, press.dy)
            self._changed()
            return True
        if press.act is Act.PREVIOUS:
            return self._previous()
        done = self._type(press, now_s)
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
        """Select a camera where it stands; False where it is not on this wall."""
        found = self.model.select_camera(camera_id)
        self._changed()
        return found

    def call_camera(self, camera_id: str, tile: int | None = None) -> None:
        """Bring a camera into a tile (None: the selected one); in "what works" it is selected, or opened large."""
        if self.model.mode is Mode.WHAT_WORKS:
            if not self.model.select_camera(camera_id):
                self.model.expand(camera_id)
            self._changed()
            return
        target = tile if tile is not None else self.model.tile_of_selection()
        if target is None:
            return
        self.model.place(target, camera_id)
        if self.model.expanded is None:
            self.model.select(Spot(Part.TILE, target))
        self._arranged()

    def swap(self, first: int, second: int) -> None:
        """Exchange two tiles."""
        if first != second and self.model.mode is Mode.ALL_PLACES and self.model.expanded is None:
            self.model.swap(first, second)
            self._arranged()

    def can_arrange(self) -> bool:
        """Tell whether tiles can be dragged now."""
        return self.model.mode is Mode.ALL_PLACES and self.model.expanded is None

    def works(self, camera_id: str) -> bool:
        """Tell whether a camera has a picture now."""
        watch = self._services.streams.watches().get(camera_id)
        return watch is not None and watch.works

    def set_layout(self, key: str) -> None:
        """Change the layout."""
        if self.model.mode is Mode.WHAT_WORKS:
            self._set_mode(Mode.ALL_PLACES)
        self.model.set_layout(key)
        self._arranged()

    def show_wall(self, wall: Wall, name: str) -> None:
        """Show a saved wall."""
        self.wall_name = name
        if self.model.mode is Mode.WHAT_WORKS:
            self._set_mode(Mode.ALL_PLACES)
        self.model.set_wall(wall)
        self._arranged()

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
        if event is not None and not event.added:
            self.model.set_cameras(self._services.cameras.cameras())
        else:
            self._take_in(event)
        if self.model.wall != before:
            self._arranged()
        else:
            self._changed()

    def take_walls(self) -> None:
        """Take over the name under which the wall on screen was saved, or that it is no longer saved."""
        current = self._services.walls.current()
        if current is not None:
            self.wall_name = current[1]
        self.state_changed.emit()

    def follow(self) -> None:
        """Let "what works" follow the conditions, unless a hand is over the wall."""
        if self.model.follow(self._services.streams.watches(), self._services.clock.monotonic_s()):
            self._changed()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _begin(self) -> WallModel:
        services = self._services
        cameras = services.cameras.cameras()
        kept = services.walls.current()
        if kept is not None:
            wall, self.wall_name = kept
        else:
            wall = fitting_wall([c.id for c in cameras if c.enabled])
        model = WallModel(wall, Mode(services.settings.text("wall.mode")))
        model.set_cameras(cameras)
        services.walls.set_current(model.wall, self.wall_name)
        if model.mode is Mode.WHAT_WORKS:
            model.set_mode(model.mode, services.streams.watches())
        return model

    def _take_in(self, event: CamerasChanged | None) -> None:
        known = [c.id for c in self.model.cameras() if c.enabled]
        untouched = not self.wall_name and self.model.wall == fitting_wall(known)
        cameras = self._services.cameras.cameras()
        self.model.set_cameras(cameras)
        enabled = [c.id for c in cameras if c.enabled]
        if untouched:
            self.model.set_wall(fitting_wall(enabled))
            return
        wall = self.model.wall
        for camera_id in (c for c in enabled if event is None or c in event.added):
            if camera_id not in wall.tiles and None in wall.tiles:
                wall = walls.place(wall, wall.tiles.index(None), camera_id)
        if event is not None and wall != self.model.wall:
            self.model.set_wall(wall)

    def _type(self, press: Press, now_s: float) -> bool:
        if press.act is Act.DIGIT:
            self.entry.digit(press.digit, now_s)
        elif press.act is Act.STAR:
            self.entry.star(now_s)
        elif press.act is Act.BACK:
            self.entry.back(now_s)
        elif press.act is Act.CLEAR:
            return self.entry.clear() or self._leave_expanded()
        elif press.act is Act.SLASH:
            self._obey(self.entry.slash())
        elif press.act is Act.ENTER:
            typed = self.entry.enter()
            if typed is None:
                return self.toggle_expanded()
            self._obey(typed)
        return True

    def _leave_expanded(self) -> bool:
        return self.model.expanded is not None and self.toggle_expanded()

    def _obey(self, wish: CallCamera | SelectTile | None) -> None:
        if wish is None:
            return
        size = len(self.model.wall.tiles)
        if wish.tile is not None and not 1 <= wish.tile <= size:
            pattern = translate("wall", "There is no tile {tile}; this wall has {count}.")
            self.said.emit(pattern.format(tile=ltr(wish.tile), count=ltr(size)))
            return
        if isinstance(wish, SelectTile):
            self.select(Spot(Part.TILE, wish.tile - 1))
            return
        camera = self._services.cameras.by_number(wish.number)
        if camera is None:
            self.said.emit(translate("wall", "There is no camera {number}.").format(number=ltr(wish.number)))
            return
        self.call_camera(camera.id, wish.tile - 1 if wish.tile is not None else None)

    def _set_mode(self, mode: Mode) -> None:
        self.model.set_mode(mode, self._services.streams.watches())
        try:
            self._services.settings.set("wall.mode", mode.value)
        except Refused as error:
            self.said.emit(world_sentence(error))
        self._changed()

    def _next_layout(self) -> bool:
        self.set_layout(walls.next_layout(self.model.wall.layout))
        return True

    def _previous(self) -> bool:
        tile = self.model.tile_of_selection()
        before = self.model.previous_of(tile) if tile is not None else None
        if before is None:
            self.said.emit(translate("wall", "No other camera stood in this tile before."))
            return False
        self.call_camera(before, tile)
        return True

    def _clear_tile(self) -> bool:
        tile = self.model.tile_of_selection()
        if tile is None or self.model.selected_camera is None:
            return False
        if self.model.expanded is not None:
            self.model.collapse()
        self.model.place(tile, None)
        self._arranged()
        return True

    def _retry(self) -> bool:
        chosen = self.model.selected_camera
        if chosen is not None:
            self._services.streams.retry(chosen)
        return chosen is not None

    def _find(self) -> bool:
        self.find_wanted.emit()
        return True

    def _snapshot(self) -> bool:
        chosen = self.model.selected_camera
        if chosen is not None:
            self._jobs.take(chosen)
        return chosen is not None

    def _on_snapshot_taken(self, file: SnapshotFile) -> None:
        self.said.emit(translate("wall", "Snapshot saved as {file}").format(file=ltr(file.path.name)))

    def _on_snapshot_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.said.emit(world_sentence(error))
        else:
            self.said.emit(translate("wall", "The snapshot could not be written; nothing was saved."))

    def _arranged(self) -> None:
        self._services.walls.set_current(self.model.wall, self.wall_name)
        self._changed()

    def _changed(self) -> None:
        self.scene_changed.emit()
        chosen = self.model.selected_camera
        if chosen != self._told:
            self._told = chosen
            self.selection_changed.emit(chosen)
        self.state_changed.emit()


def fitting_wall(camera_ids: list[str]) -> Wall:
    """Give the smallest plain grid that holds so many cameras."""
    plain = [k.key for k in walls.LAYOUTS if "+" not in k.key]
    key = next((k for k in plain if walls.LAYOUT_BY_KEY[k].size >= len(camera_ids)), plain[-1])
    return walls.filled_wall(key if camera_ids else walls.DEFAULT_LAYOUT, camera_ids)
