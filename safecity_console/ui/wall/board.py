"""The tiles and cards on screen: built from a scene, fed with pictures and words, told what to repaint.

Belongs here: taking the newest pictures, refreshing words when they are due, the wishes, the counts.
Does not belong here: the arrangement (model.py), painting (tile_painter.py), Qt events (view.py).
Invariants: 1. A picture older than the tile's coming onto the screen is never shown. 2. A tile keeps picture and words
when only its place changes. 3. At most `WORDS_PER_TICK` tiles get new words in one tick: rendering text must not delay
video. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from safecity_console.core.slot import SlotReader
from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.picture import TileWish
from safecity_console.domain.watch import CameraWatch
from safecity_console.services.streams import StreamService, merged
from safecity_console.ui.format import age_text, number_text
from safecity_console.ui.wall.cards import Label
from safecity_console.ui.wall.geometry import Places
from safecity_console.ui.wall.model import Mode, Scene, WallModel
from safecity_console.ui.wall.sprites import Sprites
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.words import (
    Face,
    Moment,
    TileWords,
    barred_words,
    camera_name,
    empty_words,
    fps_badge,
    nothing_works_words,
    slowed_badge,
    spoken_words,
    stream_badge,
    tile_words,
)

WORDS_PER_TICK = 4
PICTURE_WORDS_S = 0.5
CARD_WORDS_S = 1.0
STRIP_WORDS_S = 5.0
FPS_OVER_S = 2.0
OLDEST_S = 0.5  # a picture that arrived this long before its tile appeared is of another time
BIG_FACTOR = 1.5
BLANK = TileWords(Face.QUIET)


@dataclass(slots=True)
class Card:
    """One card of the strip."""

    camera: Camera
    label: Label
    rect: QRect
    words: TileWords = BLANK
    age: str = ""
    watch: CameraWatch | None = None


class Board:
    """What the widget paints."""

    def __init__(self, streams: StreamService, sprites: Sprites, language: str,
                 sees: Callable[[str], bool] = lambda _camera_id: True) -> None:
        self._streams = streams
        self._sees = sees  # what the officer may not see stands there without name, picture and wish
        self._language = language
        self.sprites = sprites
        self.tiles: tuple[Tile, ...] = ()
        self.cards: tuple[Card, ...] = ()
        self.shown: dict[str, int] = {}
        self._generation = -1
        self._turn = 0
        self._strip_due_s = 0.0
        self._area = QRect()

    def rebuild(self, model: WallModel, places: Places, now_s: float,
                alarmed: frozenset[str] = frozenset()) -> None:
        """Take over a scene on its rectangles, keeping what stays."""
        kept = {(t.camera.id, t.hot): t for t in self.tiles if t.camera is not None}
        self._area = places.strip if places.strip is not None else QRect()
        scene, selected = model.scene, model.selected_camera
        big = _big_tiles(scene)
        made = []
        for index, (camera_id, rect) in enumerate(zip(scene.tiles, places.tiles, strict=True)):
            camera = model.camera(camera_id) if camera_id is not None else None
            hot = index == scene.hotspot
            prominent = camera is not None and (camera.id == selected or scene.expanded or index in big or hot)
            if camera is None or not self._sees(camera.id):
                nothing = SlotReader(self._streams.slot(""))
                label = Label("", "") if camera is None else Label(number_text(camera.number), "")
                words = vacant_words(model) if camera is None else barred_words()
                made.append(Tile(None, label, rect, nothing, now_s, words, hot=hot))
            else:
                tile = self._tile(camera, rect, prominent, kept.get((camera.id, hot)), now_s, hot)
                tile.selected, tile.alarmed = camera.id == selected or scene.expanded, camera.id in alarmed
                made.append(tile)
        for index, tile in enumerate(made):
            tile.marks = _marks(scene, index)
        self.tiles = tuple(made)
        cards = [(model.camera(c), rect) for c, rect in zip(scene.cards, places.cards, strict=True)]
        old = {c.camera.id: c for c in self.cards}
        self.cards = tuple(self._card(camera, rect, old) for camera, rect in cards
                           if camera is not None and self._sees(camera.id))
        self._generation = -1
        self._strip_due_s = 0.0
        self.take_pictures(every=True)  # of cameras decoded already, as a tour's next ones: no card in between

    def forget_rates(self) -> None:
        """Begin to count pictures per second anew: while the wall was hidden none was painted."""
        for tile in self.tiles:
            if tile.camera is not None:
                tile.forget_rate(self.shown.get(tile.counted_as, 0))

    def wishes(self, dpr: float) -> Mapping[str, TileWish]:
        """Give the wish of every camera on a tile; of one that stands twice, both folded into one."""
        by_camera: dict[str, list[TileWish]] = {}
        for tile in self.tiles:
            if tile.camera is not None:
                by_camera.setdefault(tile.camera.id, []).append(tile.wish(dpr))
        folded = ((camera_id, merged(wishes)) for camera_id, wishes in by_camera.items())
        return {camera_id: wish for camera_id, wish in folded if wish is not None}

    def spoken(self, camera_id: str | None) -> str:
        """Give the words of a camera's place as a screen reader says them."""
        both: tuple[Tile | Card, ...] = (*self.tiles, *self.cards)
        for place in both:
            if place.camera is not None and place.camera.id == camera_id:
                slowed = place.slowed if isinstance(place, Tile) else ""
                return spoken_words(place.label.number, place.label.name, place.words, slowed)
        barred = camera_id is not None and not self._sees(camera_id)
        return barred_words().title if barred else empty_words().short

    @property
    def prominent_fps(self) -> float:
        """Give the highest rate among the cameras that are to be shown at their full one."""
        return max((t.watch.facts.received_fps for t in self.tiles if t.prominent and t.watch is not None), default=0.0)

    def take_pictures(self, every: bool) -> QRegion:
        """Take what is new, from prominent tiles or from all; give what to repaint."""
        dirty = QRegion()
        for tile in self.tiles:
            if not (every or tile.prominent):
                continue
            picture = tile.slot.take_new()
            if picture is None or picture.arrived_s < tile.since_s:
                continue
            tile.take(picture)
            if tile.words.face is Face.PICTURE:
                dirty += tile.rect
            else:
                tile.changed = True
        return dirty

    def refresh(self, moment: Moment, everything: bool = False) -> QRegion:
        """Renew words that are due, a few at a time; give what to repaint."""
        self._look_at_watches()
        dirty = QRegion()
        left = len(self.tiles) if everything else WORDS_PER_TICK
        for step in range(len(self.tiles)):
            tile = self.tiles[(self._turn + step) % len(self.tiles)]
            if not everything and not tile.changed and moment.mono_s < tile.words_due_s:
                continue
            dirty += self._renew(tile, moment)
            left -= 1
            if left <= 0:
                self._turn = (self._turn + step + 1) % len(self.tiles)
                break
        if everything or moment.mono_s >= self._strip_due_s:
            self._strip_due_s = moment.mono_s + STRIP_WORDS_S
            dirty += self._renew_cards(moment)
        return dirty

    def _tile(self, camera: Camera, rect: QRect, prominent: bool, old: Tile | None, now_s: float, hot: bool) -> Tile:
        label = self._label(camera)
        if old is None:
            slot = SlotReader(self._streams.slot(camera.id))
            made = Tile(camera, label, rect, slot, now_s - OLDEST_S, BLANK, prominent, hot=hot)
            made.shown_before = self.shown.get(made.counted_as, 0)
            return made
        old.camera, old.label, old.rect, old.prominent, old.changed = camera, label, rect, prominent, True
        return old

    def _card(self, camera: Camera, rect: QRect, old: Mapping[str, Card]) -> Card:
        before = old.get(camera.id)
        if before is None:
            return Card(camera, self._label(camera), rect)
        return Card(camera, self._label(camera), rect, before.words, before.age, before.watch)

    def _label(self, camera: Camera) -> Label:
        return Label(number_text(camera.number), camera_name(camera, self._language))

    def _look_at_watches(self) -> None:
        generation = self._streams.generation
        if generation == self._generation:
            return
        self._generation = generation
        watches = self._streams.watches()
        for tile in self.tiles:
            if tile.camera is None:
                continue
            slot = self._streams.slot(tile.camera.id)
            if tile.slot.slot is not slot:
                tile.slot = SlotReader(slot)
            watch = watches.get(tile.camera.id)
            if watch is not tile.watch:
                tile.watch, tile.changed = watch, True
        for card in self.cards:
            watch = watches.get(card.camera.id)
            if watch is not card.watch:
                card.watch = watch
                self._strip_due_s = 0.0

    def _renew(self, tile: Tile, moment: Moment) -> QRegion:
        tile.changed = False
        tile.words_due_s = moment.mono_s + (PICTURE_WORDS_S if tile.words.face is Face.PICTURE else CARD_WORDS_S)
        if tile.camera is None:
            return QRegion()
        age_s = moment.mono_s - tile.picture.arrived_s if tile.picture is not None else None
        words = tile_words(tile.watch, tile.camera, moment, age_s)
        before = tile.words
        if words != before:
            tile.words = words
        if words.face is Face.CARD:
            tile.drop_picture()
        slowed = self._take_badges(tile, moment.mono_s)
        if words == before:
            # Pictures bring badges along; where they are scarce it must not wait for one.
            return QRegion(tile.rect) if slowed else QRegion()
        return QRegion(self._changed_rect(tile, before))

    def _changed_rect(self, tile: Tile, before: TileWords) -> QRect:
        """Give the whole tile, or only its countdown where nothing else is new."""
        words = tile.words
        if (words.face, words.title, words.lines, words.icon) != (before.face, before.title, before.lines, before.icon):
            return tile.rect
        if words.face is Face.PICTURE or bool(words.countdown) != bool(before.countdown):
            return tile.rect
        place = self.sprites.card(words, tile.label, tile.rect.size()).countdown
        return place.translated(tile.rect.topLeft()) if place is not None else QRect()

    def _take_badges(self, tile: Tile, now_s: float) -> bool:
        """Renew a tile's badges; tell whether what it says of being slowed is new."""
        self._count_rate(tile, now_s)
        slowed = _slowed(tile)
        badges = _badges(tile, slowed)
        if badges != tile.badges:
            tile.badges = badges
        fresh = slowed != tile.slowed
        tile.slowed = slowed
        return fresh

    def _count_rate(self, tile: Tile, now_s: float) -> None:
        count = self.shown.get(tile.counted_as, 0) if tile.camera is not None else 0
        if tile.words.face is not Face.PICTURE:
            tile.forget_rate(count)
        elif tile.shown_mark is None:
            # A rate is said only after a whole window that began with pictures coming.
            tile.shown_mark = (now_s, count) if count > tile.shown_before else None
        elif now_s - tile.shown_mark[0] >= FPS_OVER_S:
            tile.shown_fps = round((count - tile.shown_mark[1]) / (now_s - tile.shown_mark[0]))
            tile.shown_mark = (now_s, count)

    def _renew_cards(self, moment: Moment) -> QRegion:
        dirty = QRegion()
        for card in self.cards:
            if not self._area.intersects(card.rect):
                continue  # scrolled out of sight; of two thousand cameras most are
            words = tile_words(card.watch, card.camera, moment, None)
            age = age_text(max(timedelta(), moment.now - card.watch.since)) if card.watch is not None else ""
            if (words.short, words.icon, age) != (card.words.short, card.words.icon, card.age):
                dirty += card.rect
            card.words, card.age = words, age
        return dirty


def _slowed(tile: Tile) -> str:
    watch = tile.watch
    if watch is None or tile.words.face is not Face.PICTURE:
        return ""
    return slowed_badge(watch.reduction, tile.shown_fps, watch.facts.key_every_s)


def _badges(tile: Tile, slowed: str) -> tuple[str, ...]:
    if tile.camera is None or tile.shown_fps is None:
        return ()
    fps = () if slowed else (fps_badge(tile.shown_fps),)
    facts = tile.watch.facts if tile.watch is not None else None
    if tile.prominent and facts is not None and facts.codec:
        role = facts.role if tile.camera.has_two_streams else StreamRole.MAIN
        return *fps, stream_badge(role, facts.codec)
    return fps


def vacant_words(model: WallModel) -> TileWords:
    """Give the words of a place without a camera."""
    if model.mode is Mode.ALL_PLACES:
        return empty_words()
    return BLANK if any(model.scene.tiles) else nothing_works_words()


def _marks(scene: Scene, index: int) -> tuple[str, ...]:
    """Give the icons of what a tour means for a tile."""
    return ("pin",) if index in scene.pinned else ("route",) if index in scene.touring else ()


def _big_tiles(scene: Scene) -> frozenset[int]:
    """Give the tiles of a mixed layout that are clearly larger than its others."""
    smallest = min((c.width for c in scene.cells), default=1.0)
    return frozenset(i for i, c in enumerate(scene.cells) if c.width > smallest * BIG_FACTOR)


