"""A tour on one wall: its clock, what holds it, the commands of a hand.

Belongs here: starting and stopping, feeding the machine, alarms, which cameras are opened before their step. Does not
belong here: the machine (domain/tour.py), what a step means on this wall (tour_course.py), words (tour_words.py).
Invariants: 1. The officer's wall is never changed: a tour is a scene laid over it, and without it the wall stands as
before. 2. Nothing moves while a hand is on the wall, a camera is large, or the wall is out of sight. 3. A tour that
ends by itself says why. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from safecity_console.domain import tour as machine
from safecity_console.domain import wall as walls
from safecity_console.domain.camera import Camera
from safecity_console.domain.errors import WorldError
from safecity_console.domain.tour import Hold, Line, Tour, TourKind, TourState, TourTiles
from safecity_console.domain.wall import SavedWall, Wall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import number_text
from safecity_console.ui.refusals import world_sentence
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.model import Mode, TourScene
from safecity_console.ui.wall.tour_course import Ground, Sources, cameras_of, line_of, scene_of
from safecity_console.ui.wall.tour_holds import TourHolds
from safecity_console.ui.wall.tour_words import TourStatus, all_cameras, refusal_words

TICK_MS = 200
PRE_OPEN_S = 2.0
translate = QCoreApplication.translate


@dataclass(slots=True)
class Run:
    """A running tour; `alarm` is the camera it holds for, `wanted` the same until its step is shown."""

    tour: Tour
    tour_id: str
    wall: Wall
    base: Wall
    wall_name: str
    mode: Mode
    one: int | None
    state: TourState = field(default_factory=TourState)
    line: Line = field(default_factory=lambda: Line((), (), ()))
    kept: dict[int, str] = field(default_factory=dict)
    alarm: str | None = None
    wanted: str | None = None


class Touring(QObject):
    """The tours of one wall; `changed`: its words are others, `wishes_changed`: other cameras are to be opened."""

    changed = Signal()
    wishes_changed = Signal()

    def __init__(self, services: ConsoleServices, controller: WallController, in_sight: Callable[[], bool],
                 hand_on: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._controller, self._model = services, controller, controller.model
        self._holds = TourHolds(services, controller, in_sight, hand_on)
        self._clock = services.clock
        self.run: Run | None = None
        self.status: TourStatus | None = None
        self.coming: Mapping[str, int] = {}
        self._last: Tour | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        controller.offer({"tour.toggle": self.toggle, "tour.pause": self._pause, "tour.next": lambda: self._step(True),
                          "tour.previous": lambda: self._step(False), "tour.pin": self._pin})
        controller.state_changed.connect(self._on_state)
        self._bridge = Bridge(services.bus, self)
        self._bridge.tours_changed.connect(self._on_tours)

    def close(self) -> None:
        """Stop the clock and hear nothing more; the wall goes with it."""
        self._timer.stop()
        self._bridge.close()

    def toggle(self) -> bool:
        """Stop the tour that runs, or start the last one again; without any, one over all cameras."""
        if self.run is not None:
            self.stop()
            return True
        kept = self._services.tours.last_used()
        if self._last is not None:
            return self.start(self._last)
        if kept is not None:
            return self.start(kept.tour, kept.id)
        every = all_cameras(self._model.cameras())
        if every is None:
            return False
        self._say(translate("tour", "No tour is kept yet, so this one goes over all cameras."), "info")
        return self.start(every)

    def start(self, tour: Tour, tour_id: str = "") -> bool:
        """Start a tour in place of the one that runs; what cannot be shown is refused in words."""
        self.stop()
        if self._model.expanded is not None:
            self._controller.toggle_expanded()
        wall = self._model.wall
        one = min(self._model.selected.index, len(wall.tiles) - 1) if _uses_one(tour) else None
        run = Run(tour, tour_id, wall, wall, self._controller.wall_name, self._model.mode, one)
        refusal = refusal_words(tour, self._look(run))
        if refusal:
            self._say(refusal, "warning")
            return True
        self._last = tour if not tour_id else None
        self._holds.begin()
        self.run = run
        run.state = machine.begin(run.line, self._clock.monotonic_s())
        self._timer.start()
        self._show()
        try:
            if tour_id:
                self._services.tours.note_used(tour_id)
        except WorldError as error:
            self._say(world_sentence(error), "warning")
        return True

    def stop(self, why: str = "") -> None:
        """End the tour: the wall stands as before."""
        if self.run is None:
            return
        self.run = None
        self._timer.stop()
        self._lay_over(None)
        self._tell()
        if why:
            self._say(why, "info")

    def tick(self) -> None:
        """Let the tour go on by what the clock says."""
        run = self.run
        if run is None:
            return
        now_s, line = self._clock.monotonic_s(), self._look(run)
        refusal = refusal_words(run.tour, line)
        if refusal:
            self.stop(refusal)
            return
        self._hear_alarms(run)
        holds = self._holds.now(now_s)
        before = run.state.shown
        if run.wanted is not None and holds <= {Hold.ALARM}:
            self._bring(run, run.wanted, now_s)
            run.wanted = None
        run.state = machine.tick(run.state, line, now_s, holds, self._holds.ready(self.coming, now_s))
        if run.state.shown != before:
            self._show()
        else:
            self._tell()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _step(self, forward: bool) -> bool:
        run = self.run
        if run is None:
            return self._say_none()
        run.state = machine.step(run.state, self._look(run), self._clock.monotonic_s(), forward)
        self._show()
        return True

    def _pause(self) -> bool:
        run = self.run
        if run is None:
            return self._say_none()
        self._holds.toggle_asked()
        self.tick()
        return True

    def _pin(self) -> bool:
        tile, wall = self._model.tile_of_selection(), self._model.wall
        if tile is None:
            self._say(translate("tour", "Only a tile of the wall itself can be pinned."), "warning")
        elif wall.locked:
            self._say(translate("tour", "This wall is locked, so nothing is pinned."), "warning")
        else:
            shown = self._model.scene.tiles[tile] if self._model.expanded is None else None
            if self.run is not None and tile in wall.pinned:
                self.run.kept.pop(tile, None)
            elif self.run is not None and tile in self._model.scene.touring and shown is not None:
                self.run.kept[tile] = shown  # what is seen stays, for this tour; the wall keeps its own camera
            self._model.set_pinned(wall.pinned ^ {tile})
            self._controller.name_wall(self._controller.wall_name)  # which keeps and shows the wall as it is now
        return True

    def _bring(self, run: Run, camera_id: str, now_s: float) -> None:
        if self._model.scene.find(camera_id) is not None:
            return
        sources = self._sources()
        steps = range(len(run.tour.steps))
        wanted = next((i for i in steps if camera_id in cameras_of(run.tour, i, sources)), None)
        if wanted is not None:
            run.state = machine.bring(run.state, run.line, wanted, now_s)

    def _hear_alarms(self, run: Run) -> None:
        fresh = self._holds.hear_alarms()
        first = next(iter(self._holds.alarms), None)
        if first != run.alarm:
            run.alarm = run.wanted = first
        for camera in fresh:
            pattern = translate("tour", "Camera {number} has an alarm, so the tour holds. Space lets it go on.")
            if camera.id != first:
                pattern = translate("tour", "Camera {number} has an alarm too; Space goes to it.")
            self._say(pattern.format(number=number_text(camera.number)), "warning")

    def _show(self) -> None:
        run = self.run
        if run is not None:
            self._look(run)
            self._lay_over(scene_of(run.tour, self._ground(run), run.state, self._sources()))
        self._tell()

    def _lay_over(self, scene: TourScene | None) -> None:
        self._model.show_tour(scene)
        self._controller.select(self._model.selected)  # which shows it; nothing is arranged

    def _tell(self) -> None:
        coming = self._coming()
        if coming != self.coming:
            self.coming = coming
            self.wishes_changed.emit()
        status = None
        if self.run is not None:
            held = self._holds.cameras(self._holds.alarms[:1])
            status = _status_of(self.run, held, self._services.walls.saved())
        if status != self.status:
            self.status = status
            self.changed.emit()

    def _coming(self) -> dict[str, int]:
        """Give the cameras to open now, by the tile they will stand in."""
        run = self.run
        if run is None or run.state.holds or run.state.left_s > PRE_OPEN_S:
            return {}
        sources = self._sources()
        coming = machine.upcoming(run.state, run.line)
        return {c: tile for tile, i in coming.items() for c in cameras_of(run.tour, i, sources)}

    def _on_state(self) -> None:
        """Follow the officer's hand: what he arranges stays; another wall or mode ends the tour."""
        run, model = self.run, self._model
        if run is None or (model.wall == run.wall and model.mode is run.mode):
            return
        known = {c.id for c in model.cameras()}
        before, run.wall = walls.without(run.wall, known), model.wall
        layout = before.layout != run.wall.layout
        arranged = layout or before.tiles != run.wall.tiles
        other = arranged and (run.tour.kind is TourKind.WALLS or self._controller.wall_name != run.wall_name)
        run.wall_name = self._controller.wall_name
        if model.mode is not run.mode or other:
            self.stop(translate("tour", "The tour was stopped, because the wall shows something else now."))
            return
        if layout:
            run.base, run.kept = run.wall, {}
            run.one = min(run.one, len(run.wall.tiles) - 1) if run.one is not None else None
            run.state = machine.begin(self._look(run), self._clock.monotonic_s())
        self._show()

    def _on_tours(self) -> None:
        """Follow what was saved or deleted in the list of tours."""
        run = self.run
        if run is None or not run.tour_id:
            return
        kept = self._services.tours.find(run.tour_id)
        if kept is None:
            self.stop(translate("tour", "The tour was stopped, because it was deleted."))
        elif kept.tour != run.tour:
            run.tour = kept.tour
            run.one = self._model.selected.index if _uses_one(kept.tour) and run.one is None else run.one
            run.one = run.one if _uses_one(kept.tour) else None
            run.state = replace(machine.begin(self._look(run), self._clock.monotonic_s()), holds=run.state.holds)
            self._show()

    def _look(self, run: Run) -> Line:
        """Look at wall and cameras anew; once a tick, there may be thousands."""
        dwell_s = self._services.settings.number("tour.dwell_s")
        run.line = line_of(run.tour, self._ground(run), self._sources(), dwell_s)
        return run.line

    def _ground(self, run: Run) -> Ground:
        return Ground(run.wall, run.base, run.kept, run.one)

    def _sources(self) -> Sources:
        known = frozenset(c.id for c in self._model.cameras() if c.enabled)
        kept = {saved.id: saved.wall for saved in self._services.walls.saved()}
        return Sources(known, self._controller.works, kept)

    def _say(self, sentence: str, kind: str) -> None:
        self._controller.said.emit(sentence, kind)

    def _say_none(self) -> bool:
        self._say(translate("tour", "No tour runs now. Ctrl+F7 starts one."), "info")
        return True


def _status_of(run: Run, held: Sequence[Camera], kept: Sequence[SavedWall]) -> TourStatus:
    position, count = machine.position(run.state, run.line)
    shown = {run.tour.steps[i].target for i in run.state.shown.values()}
    place = next((wall.name for wall in kept if wall.id in shown), "")
    return TourStatus(run.tour.name, position, count, ceil(run.state.left_s), run.state.hold,
                      held[0].number if held else None, place, run.line.moves)


def _uses_one(tour: Tour) -> bool:
    return tour.kind is TourKind.CAMERAS and tour.tiles is TourTiles.ONE
