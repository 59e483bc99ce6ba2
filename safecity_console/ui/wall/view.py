"""The wall as one widget: one timer, one repaint a tick, every tile painted here.

Belongs here: the tick, painting, asking for streams, what the frame calls. Does not belong here: mouse, keys and drops
(hands.py), deciding (controller.py), what is on screen (board.py), drawing a tile (tile_painter.py).
Invariants: 1. Nothing dirty, nothing painted: a tick without news calls no `update`. 2. At most one `update` a tick; no
signal, no text layout per picture. 3. Left stays left: the wall is never mirrored. 4. Hidden or minimised it wishes no
camera. Call `stop` before another wall is made or the services go. Thread: GUI.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from safecity_console.domain.wall import MAIN_PLACE, Wall
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.format import zone_of
from safecity_console.ui.theme import Theme
from safecity_console.ui.wall.beside_tiles import paint_cards, paint_ground, uncovered
from safecity_console.ui.wall.board import Board
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.drawing import Drawing
from safecity_console.ui.wall.geometry import Places, places
from safecity_console.ui.wall.hands import Hands
from safecity_console.ui.wall.info import TileInfo
from safecity_console.ui.wall.lateness import Lateness
from safecity_console.ui.wall.model import Mode, Part, Spot
from safecity_console.ui.wall.overlay import Overlay
from safecity_console.ui.wall.pace import pace_of
from safecity_console.ui.wall.ptz.wall_ptz import WallPtz
from safecity_console.ui.wall.seat import SeatFollower
from safecity_console.ui.wall.sound import TileSound
from safecity_console.ui.wall.sprites import Sprites
from safecity_console.ui.wall.tile_painter import paint_frame, paint_tile
from safecity_console.ui.wall.tour_wishes import tour_wishes
from safecity_console.ui.wall.touring import Touring
from safecity_console.ui.wall.words import Moment, entry_warning
from safecity_console.ui.wall.zooming import Zooming

WISH_AFTER_MS = 50
SIMPLE_FROM = 0.2  # from this share of dirty tiles on, their bounding box is painted as one
SLOW_WORK_S = 0.5
AGES_KEPT = 4096


@dataclass(frozen=True, slots=True)
class WallStats:
    """Counts since the wall was made: pictures `shown` by camera id, `ages_ms` of the last when painted."""

    ticks: int
    paints: int
    shown: Mapping[str, int]
    ages_ms: tuple[float, ...]


class WallView(Hands):
    """The wall of one of the console's windows, named by `place`."""

    def __init__(self, services: ConsoleServices, theme: Theme, parent: QWidget | None = None,
                 place: str = MAIN_PLACE, language: str = "") -> None:
        controller = WallController(services, place=place)
        super().__init__(controller, services.clock, theme, parent)
        controller.setParent(self)
        self._services = services
        self._place = place
        self._zone = zone_of(services.settings.text("screen.time_zone"))
        self.language = language or services.settings.text("screen.language")
        self._sprites = Sprites(theme, self.language, self.devicePixelRatioF())
        self._board = Board(services.streams, self._sprites, self.language, services.sight.sees)
        self.overlay = Overlay(self._sprites)
        self.info = TileInfo(services, self._zone, self.language)
        controller.offer({"tile.info": self._toggle_info})
        self.places = Places(())
        self.keys = services.keys
        self.zooming = Zooming(controller, lambda: self._board.tiles, self)
        self._free, self._first_card = QRegion(), 0
        self._followed: Spot | None = None
        self._wished = self._stopped = False
        self._ticks, self._paints, self._slow_due_s = 0, 0, 0.0
        self._ages_ms: deque[float] = deque(maxlen=AGES_KEPT)
        self._lateness = Lateness()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._wish_timer = QTimer(self, singleShot=True, interval=WISH_AFTER_MS)
        self._wish_timer.timeout.connect(self._on_wish_due)
        self.drawing = Drawing(self, services.renderer, self._paint)
        self.touring = Touring(services, controller, self._in_sight, self.hand_on, self)
        self.touring.wishes_changed.connect(self._wish_timer.start)
        self._listen(services)
        self.seat = SeatFollower(services, self.controller, self._bridge, self)
        self._sound = TileSound(services, self.controller, self._bridge, self)
        self.ptz = WallPtz(services, self, lambda: self._board.tiles, self._bridge)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 180)

    def stop(self) -> None:
        """End ticking and listening and let all streams go."""
        if not self._stopped:
            self._stopped = True
            self._timer.stop()
            self._wish_timer.stop()
            self.ptz.release()
            self._bridge.close()
            self.drawing.end()
            self.touring.close()
            self.controller.finish()
            self._services.streams.show(self._place, {})
            self._services.figures.note_painted(self._place, {})

    def stats(self) -> WallStats:
        """Give the counts."""
        return WallStats(self._ticks, self._paints, dict(self._board.shown), tuple(self._ages_ms))

    def wall(self) -> Wall:
        """Give the arrangement, as it would be saved."""
        return self.controller.model.wall

    def mode(self) -> Mode:
        """Give which cameras get the pixels."""
        return self.controller.model.mode

    def set_alarmed(self, camera_ids: frozenset[str]) -> None:
        """Note which cameras have an alarm that lasts."""
        if camera_ids != self.controller.alarmed:
            self.controller.alarmed = camera_ids
            self._on_scene_changed()

    def update(self, *area: Any) -> None:
        """Have everything or a part painted again, by whoever draws."""
        if not self.drawing.renew(area[0] if area else None):
            super().update(*area)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawing.surface is None:
            painter = QPainter(self)
            self._paint(painter, event.region())
            painter.end()

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint a region on the screen's own pixels or a graphics device's."""
        self._paints += 1
        paint_ground(painter, region & self._free, self.theme)
        selected = self.controller.model.selected
        now_s = self._services.clock.monotonic_s()
        for index, tile in enumerate(self._board.tiles):
            if not region.intersects(tile.rect):
                continue
            if paint_tile(painter, tile, self._sprites) and tile.camera is not None and tile.picture is not None:
                self._board.shown[tile.counted_as] = self._board.shown.get(tile.counted_as, 0) + 1
                self._ages_ms.append((now_s - tile.picture.arrived_s) * 1000)
            self._sound.paint(painter, tile, self._sprites)
            if selected.part is Part.TILE and selected.index == index:
                paint_frame(painter, tile.rect, self.theme.selection)
        card = selected.index if selected.part is Part.CARD else None
        paint_cards(painter, region, self.places, self._board.cards, self._sprites, card)
        self.ptz.paint(painter, region)
        self.info.panel.paint(painter, region)
        self.overlay.paint(painter, region)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_scene_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._stopped:
            self._check_resolution()
            self._board.forget_rates()
            self._on_scene_changed()
            self._start_timer()
            if self.window().focusWidget() is None:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._wish_timer.stop()
        if not self._stopped:
            self._wish(False)

    def turn_strip(self, pages: int) -> None:
        """Turn the strip of cards by pages, from the last to the first."""
        wanted = self.places.turned(pages)
        if wanted != self._first_card:
            self._first_card = wanted
            self._on_scene_changed()

    # ---- inside ------------------------------------------------------------------------------------------------

    def _listen(self, services: ConsoleServices) -> None:
        self._bridge = Bridge(services.bus, self)
        self._bridge.cameras_changed.connect(self.controller.take_cameras)
        self._bridge.walls_changed.connect(self.controller.take_walls)
        self._bridge.setting_changed.connect(self._on_setting_changed)
        self._bridge.machine_probed.connect(self.drawing.decide)
        self.controller.scene_changed.connect(self._on_scene_changed)
        self.controller.entry_changed.connect(self._on_entry_changed)
        self.zooming.moved.connect(self.update)
        self.zooming.sized.connect(self._wish_timer.start)
        self.zooming.begun_or_ended.connect(self._on_scene_changed)

    def _moment(self) -> Moment:
        return Moment(self._services.clock.now(), self._services.clock.monotonic_s(), self._zone, self.language)

    def _on_scene_changed(self) -> None:
        model = self.controller.model
        if model.selected != self._followed and model.selected.part is Part.CARD:
            self._first_card = model.selected.index  # the hand went to a card that may stand on another page
        self._followed = model.selected
        self.places = places(model.scene.cells, len(model.scene.cards), self.rect(), self._first_card)
        self._first_card = self.places.first
        self._free = uncovered(self.rect(), self.places.tiles)
        self.overlay.set_area(self.rect())
        self._board.rebuild(model, self.places, self._services.clock.monotonic_s(), self.controller.alarmed)
        self.zooming.settle()
        self._board.refresh(self._moment(), everything=True)
        self._describe()
        self.ptz.mark()
        self._show_info()
        if self.isVisible() and not self._stopped:
            self._wish_timer.start()
            self._start_timer()
            self.update()

    def _on_entry_changed(self) -> None:
        self.update(self.overlay.set_entry(self.controller.entry.text, entry_warning(self.controller.entry)))

    def _on_setting_changed(self, key: str) -> None:
        if key == "wall.fps" and self._timer.isActive():
            self._start_timer()
        elif key == "video.draw":
            self.drawing.decide()

    def _start_timer(self) -> None:
        wanted, self._every = pace_of(self._board, self._services.settings.number("wall.fps"))
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._lateness = Lateness()
            self._timer.start(wanted)

    def _on_tick(self) -> None:
        self._ticks += 1
        self._services.streams.note_lateness(self._lateness.tick(self._timer.interval()))
        every = self._ticks % self._every == 0
        dirty = self._board.take_pictures(every)
        if every:
            dirty += self._board.refresh(self._moment())
            self._slow_work()
        if dirty.rectCount() > SIMPLE_FROM * len(self._board.tiles):
            # Under a clip of many rectangles Qt paints span by span, in threads of its own: dearer than more pixels.
            self.update(dirty.boundingRect())
        elif not dirty.isEmpty():
            self.update(dirty)

    def _slow_work(self) -> None:
        now_s = self._services.clock.monotonic_s()
        if now_s < self._slow_due_s:
            return
        self._slow_due_s = now_s + SLOW_WORK_S
        self.controller.drop_old_entry()
        self.controller.follow()
        self.ptz.mark()
        self._describe()
        self._services.figures.note_painted(self._place, self._board.shown)
        self._show_info()
        self._start_timer()
        if self._wished is self._window_minimised():
            self._wish_timer.start()

    def _window_minimised(self) -> bool:
        return bool(self.window().windowState() & Qt.WindowState.WindowMinimized)

    def _in_sight(self) -> bool:
        return self.isVisible() and not self._window_minimised()

    def _on_wish_due(self) -> None:
        self._wish(self._in_sight())

    def _wish(self, visible: bool) -> None:
        self._wished = visible
        dpr = self.devicePixelRatioF()
        wishes = {**tour_wishes(self.touring.coming, self.places, dpr), **self._board.wishes(dpr)} if visible else {}
        self._services.streams.show(self._place, self._services.sight.of(wishes))

    def _check_resolution(self) -> None:
        if self._sprites.ink.dpr != self.devicePixelRatioF():
            self._sprites = Sprites(self.theme, self.language, self.devicePixelRatioF())
            self._board.sprites = self._sprites
            self.overlay = Overlay(self._sprites)

    def _toggle_info(self) -> bool:
        self.update(self.info.toggle())
        self._show_info()
        return True

    def _show_info(self) -> None:
        self.update(self.info.renew(self._sprites.ink, self._board.tiles, self.rect()))

    def _describe(self) -> None:
        text = self._sound.spoken(self._board.spoken(self.controller.model.selected_camera))
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
