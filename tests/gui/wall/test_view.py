"""What is painted, how often, and from which bytes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from safecity_console.domain.governor import Reduction
from safecity_console.domain.health import PictureFault
from safecity_console.domain.picture import Picture
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.theme import DARK
from safecity_console.ui.wall.cards import Label
from safecity_console.ui.wall.sprites import CARD_BYTES, SMALL_BYTES, Sprites
from safecity_console.ui.wall.tile import image_of
from safecity_console.ui.wall.tile_plan import plan_of
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import Face, TileWords, empty_words
from tests.gui.doubles import Room, draft, picture

GREEN = (40, 200, 40)


def flat(width: int, height: int, now_s: float, bgr: tuple[int, int, int] = GREEN) -> Picture:
    rows = np.zeros((height, width, 4), np.uint8)
    rows[...] = (*bgr, 255)
    return Picture(memoryview(rows.reshape(-1)), width, height, width * 4, now_s, 0.0, width, height, rows)


def settle(qtbot: QtBot, ms: int = 120) -> None:
    qtbot.wait(ms)


def at(view: WallView, tile: int) -> QColor:
    """Give the colour in the middle of a tile."""
    image: QImage = view.grab().toImage()
    return image.pixelColor(view.places.tiles[tile].center())


class PaintEar(QObject):
    """Hears what a widget is asked to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.regions: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


def show_flat(room: Room, view: WallView, number: int) -> None:
    tile = view.places.tiles[number - 1]
    room.streams.put(room.camera(number), flat(tile.width(), tile.height(), room.clock.monotonic_s()))


def offline(room: Room, number: int, retry_in_s: float = 8.0) -> None:
    room.streams.set(room.camera(number), Condition.OFFLINE, failure=Failure(Layer.PORT, Fault.PORT_TIMEOUT),
                     since_s=3600, retry_in_s=retry_in_s)


def test_an_image_uses_the_pictures_own_bytes() -> None:
    made = picture(320, 180, 0.0)
    image = image_of(made)
    before = image.pixelColor(5, 5)
    np.frombuffer(made.buffer, np.uint8)[:] = 7
    assert image.pixelColor(5, 5) == QColor(7, 7, 7)
    assert before != QColor(7, 7, 7)
    assert image.bytesPerLine() == made.stride


def test_a_live_picture_is_painted_without_a_copy(
    room: Room, wall: WallView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies: list[str] = []
    for name in ("copy", "convertToFormat", "scaled", "bits", "setDevicePixelRatio"):
        monkeypatch.setattr(QImage, name, lambda *_a, _n=name, **_k: copies.append(_n))
    room.live(1)
    show_flat(room, wall, 1)
    settle(qtbot)
    assert wall.stats().shown[room.camera(1).id] >= 1
    assert copies == []


def test_a_picture_lies_pixel_for_pixel(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(1)
    tile = wall.places.tiles[0]
    rows = np.zeros((tile.height(), tile.width(), 4), np.uint8)
    rows[:, ::2] = (255, 255, 255, 255)
    rows[:, 1::2, 3] = 255
    now_s = room.clock.monotonic_s()
    size = (tile.width(), tile.height())
    made = Picture(memoryview(rows.reshape(-1)), *size, tile.width() * 4, now_s, 0.0, *size, rows)
    room.streams.put(room.camera(1), made)
    settle(qtbot)
    image = wall.grab().toImage()
    y = tile.center().y()
    row = [image.pixelColor(x, y).value() for x in range(tile.left() + 40, tile.left() + 60)]
    assert row == [255, 0] * 10


def test_nothing_dirty_nothing_painted(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(*range(1, 10))
    settle(qtbot, 300)
    before = wall.stats()
    settle(qtbot, 400)
    after = wall.stats()
    assert after.ticks > before.ticks
    assert after.paints == before.paints


def test_only_the_tile_with_news_is_painted(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(*range(1, 10))
    settle(qtbot, 300)
    ear = PaintEar(wall)
    show_flat(room, wall, 5)
    settle(qtbot)
    assert len(ear.regions) == 1
    assert ear.regions[0].boundingRect() == wall.places.tiles[4]


def test_an_idle_card_repaints_its_countdown_alone(room: Room, wall: WallView, qtbot: QtBot) -> None:
    offline(room, 5)
    settle(qtbot, 200)
    ear = PaintEar(wall)
    room.clock.advance(1.1)
    settle(qtbot)
    tile = wall.places.tiles[4]
    assert len(ear.regions) == 1
    assert tile.contains(ear.regions[0].boundingRect())
    assert ear.regions[0].boundingRect().height() < 30


def test_offline_never_shows_the_last_picture(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(1)
    show_flat(room, wall, 1)
    settle(qtbot)
    assert at(wall, 0) == QColor(40, 200, 40)
    offline(room, 1)
    settle(qtbot)
    image = wall.grab().toImage()
    tile = wall.places.tiles[0]
    seen = {image.pixelColor(x, tile.top() + 12).rgb() for x in range(tile.left() + 10, tile.right() - 10, 3)}
    assert QColor(40, 200, 40).rgb() not in seen


def test_a_picture_from_before_the_tile_came_is_not_shown(
    room: Room, make_wall: Callable[..., WallView], qtbot: QtBot
) -> None:
    room.live(1)
    room.clock.advance(60)
    view = make_wall(room)
    settle(qtbot)
    assert view.stats().shown.get(room.camera(1).id, 0) == 0


@pytest.mark.parametrize("condition", [Condition.LATE, Condition.IMPAIRED])
def test_what_is_not_live_is_grey(room: Room, wall: WallView, qtbot: QtBot, condition: Condition) -> None:
    room.live(1)
    room.streams.set(room.camera(1), condition, fault=PictureFault.FROZEN, lag_s=1.8)
    show_flat(room, wall, 1)
    settle(qtbot)
    color = at(wall, 0)
    assert color.saturation() == 0
    assert 10 < color.value() < 120
    strip = wall.grab().toImage().pixelColor(wall.places.tiles[0].topRight() + QPoint(-6, 5))
    assert strip == QColor(DARK.impaired)


def test_a_stalled_picture_turns_grey_by_the_walls_own_clock(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(1)
    show_flat(room, wall, 1)
    settle(qtbot)
    room.clock.advance(2.1)
    settle(qtbot)
    assert at(wall, 0).saturation() == 0


def test_an_odd_picture_is_letterboxed_in_the_middle(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(1)
    tile = wall.places.tiles[0]
    room.streams.put(room.camera(1), flat(100, tile.height(), room.clock.monotonic_s()))
    settle(qtbot)
    image = wall.grab().toImage()
    y = tile.center().y()
    assert image.pixelColor(tile.center()) == QColor(40, 200, 40)
    assert image.pixelColor(tile.left() + 10, y) == QColor(DARK.window)
    assert image.pixelColor(tile.right() - 10, y) == QColor(DARK.window)


def test_the_selection_is_a_blue_border(room: Room, wall: WallView, qtbot: QtBot) -> None:
    settle(qtbot)
    image = wall.grab().toImage()
    assert image.pixelColor(wall.places.tiles[0].topLeft()) == QColor(DARK.selection)
    assert image.pixelColor(wall.places.tiles[1].topLeft()) != QColor(DARK.selection)


def test_wishes_are_the_tiles_in_device_pixels_and_end_when_hidden(room: Room, wall: WallView, qtbot: QtBot) -> None:
    settle(qtbot)
    screen, wishes = room.streams.shown[-1]
    assert screen == "main"
    assert set(wishes) == {c.id for c in room.cameras}
    tile, wish = wall.places.tiles[0], wishes[room.camera(1).id]
    assert (wish.width, wish.height) == (tile.width(), tile.height())
    assert [wishes[c.id].prominent for c in room.cameras] == [True] + [False] * 8
    wall.hide()
    assert room.streams.shown[-1] == ("main", {})
    wall.show()
    settle(qtbot)
    assert len(room.streams.shown[-1][1]) == 9


def test_a_minimised_window_wishes_nothing(room: Room, wall: WallView, qtbot: QtBot) -> None:
    settle(qtbot)
    wall.setWindowState(Qt.WindowState.WindowMinimized)
    qtbot.waitUntil(lambda: room.streams.shown[-1] == ("main", {}), timeout=3000)
    wall.setWindowState(Qt.WindowState.WindowNoState)
    qtbot.waitUntil(lambda: len(room.streams.shown[-1][1]) == 9, timeout=3000)


def test_a_stopped_wall_ticks_no_more(room: Room, wall: WallView, qtbot: QtBot) -> None:
    settle(qtbot)
    wall.stop()
    before = wall.stats().ticks
    settle(qtbot, 200)
    assert wall.stats().ticks == before
    assert room.streams.shown[-1] == ("main", {})


def test_a_quick_prominent_camera_is_looked_at_more_often_and_every_time(
    room: Room, wall: WallView, qtbot: QtBot
) -> None:
    room.live(1, 2)
    qtbot.wait(700)
    slow_ms = wall._timer.interval()
    assert slow_ms <= 1000 / 15, "slower than the pictures come"
    room.streams.set(room.camera(1), Condition.LIVE, fps=25.0)
    room.clock.advance(1.0)
    qtbot.waitUntil(lambda: wall._timer.interval() < min(slow_ms, 1000 / 25), timeout=2000)
    wall._timer.stop()
    taken = []
    for _ in range(8):
        show_flat(room, wall, 1)
        show_flat(room, wall, 2)
        wall._on_tick()
        taken.append([wall._board.tiles[n].unpainted for n in (0, 1)])
        wall.repaint()
    assert [first for first, _second in taken] == [True] * 8
    assert 3 <= [second for _first, second in taken].count(True) <= 8


@pytest.mark.parametrize(("layout", "size"), [("64", (1366, 768)), ("1+12", (1024, 640)), ("2+8", (640, 360))])
def test_every_layout_paints_every_condition(
    make_room: Callable[..., Room], make_wall: Callable[..., WallView], qtbot: QtBot, layout: str, size: tuple[int, int]
) -> None:
    room = make_room(range(1, 65))
    for camera in room.cameras:
        condition = list(Condition)[camera.number % len(Condition)]
        room.streams.set(camera, condition, fault=PictureFault.COVERED, failure=Failure(Layer.RTSP, Fault.NO_ANSWER),
                         lag_s=1.2)
        room.streams.put(camera, picture(160, 90, room.clock.monotonic_s()))
    view = make_wall(room, size)
    view.controller.set_layout(layout)
    settle(qtbot, 700)
    image = view.grab().toImage()
    for tile in view.places.tiles:
        inside = tile.adjusted(4, 4, -4, -4)
        colors = {image.pixelColor(x, y).rgb() for x in range(inside.left(), inside.right(), 3)
                  for y in range(inside.top(), inside.bottom(), 3)}
        assert len(colors) > 3, "an empty tile says nothing"


def test_the_wall_is_never_mirrored(make_room: Callable[..., Room], make_wall: Callable[..., WallView]) -> None:
    room = make_room(range(1, 5), {"screen.language": "ur"})
    view = make_wall(room)
    assert view.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert view.places.tiles[0].left() == 0
    assert view.places.tiles[1].left() > 0


def test_a_screen_reader_hears_the_selected_tile(room: Room, wall: WallView, qtbot: QtBot) -> None:
    offline(room, 1)
    room.clock.advance(1.0)  # words for the ear are renewed now and then by this clock; the first time may be over
    qtbot.waitUntil(lambda: "Offline" in wall.accessibleDescription(), timeout=2000)
    assert "Chowk Shaheedan" in wall.accessibleDescription()
    assert wall.accessibleName() == "Video wall"


def test_new_cameras_come_onto_the_wall(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.services.cameras.add(draft(10), None)
    qtbot.waitUntil(lambda: room.camera(10).id in wall.wall().tiles, timeout=2000)
    assert wall.wall().layout == "16"
    room.services.cameras.remove(room.camera(1).id)
    qtbot.waitUntil(lambda: None in wall.wall().tiles or len([c for c in wall.wall().tiles if c]) == 9, timeout=2000)


def test_rendered_words_stay_within_their_memory() -> None:
    sprites = Sprites(DARK, "en", 1.0)
    words = empty_words()
    for number in range(400):
        sprites.card(words, Label(str(number), "Chowk"), QSize(1600, 900))
        sprites.name_bar(Label(str(number), "Chowk"), 1600)
        sprites.countdown(f"next try in {number} s", 900)
    assert sprites._cards.bytes <= CARD_BYTES
    assert sprites._pixmaps.bytes <= SMALL_BYTES
    made = sprites.rendered
    sprites.card(words, Label("399", "Chowk"), QSize(1600, 900))
    assert sprites.rendered == made


def test_no_rate_is_said_until_a_whole_window_was_measured(make_room: Callable[..., Room],
                                                           make_wall: Callable[..., WallView]) -> None:
    room = make_room(range(1, 5))
    room.live(1)
    view = make_wall(room)
    tile = view._board.tiles[0]

    def second() -> tuple[str, ...]:
        room.clock.advance(1.0)
        room.live(1)
        view._on_tick()
        view.grab()
        room.streams.generation += 1
        view._on_tick()
        return tile.badges

    said = [second() for _ in range(8)]
    assert said[0] == said[1] == ()
    assert said[-1] != ()
    view.hide()
    room.clock.advance(60)
    view.show()
    assert tile.badges == ()
    assert second() == ()


def test_a_slowed_tile_says_so_at_once_and_until_it_is_not(
    make_room: Callable[..., Room], make_wall: Callable[..., WallView]
) -> None:
    room = make_room(range(1, 5))
    room.live(1, 2)
    view = make_wall(room)
    first, second = view._board.tiles[:2]
    view._on_tick()
    assert (first.slowed, second.slowed) == ("", "")
    room.streams.set(room.camera(2), Condition.LIVE, codec="h264", reduction=Reduction.SMALL)
    room.clock.advance(1.0)
    dirty = view._board.refresh(view._moment())
    assert dirty.contains(second.rect.center()), "it does not wait for a picture: those are what is scarce"
    assert (first.slowed, second.slowed) == ("", "slowed: small stream")
    before = plan_of(second, second.image, view._sprites)
    assert len(before.words) == 2
    room.streams.set(room.camera(2), Condition.LIVE, codec="h264")
    room.clock.advance(1.0)
    assert view._board.refresh(view._moment()).contains(second.rect.center())
    assert second.slowed == ""


@pytest.mark.parametrize("width", [90, 140, 199, 480])
def test_no_tile_is_too_narrow_to_say_that_it_is_slowed(
    make_room: Callable[..., Room], make_wall: Callable[..., WallView], width: int
) -> None:
    room = make_room(range(1, 5))
    room.live(2)
    tile = make_wall(room)._board.tiles[1]
    sprites = Sprites(DARK, "en", 1.0)
    tile.rect, tile.slowed, tile.badges = QRect(0, 0, width, width * 9 // 16), "slowed: small stream", ()
    tile.words = TileWords(Face.PICTURE, strip="Out of focus")
    tile.take(room.streams.slot(room.camera(2).id).peek())
    plan = plan_of(tile, tile.image, sprites)
    places = [QRect(point, pixmap.size()) for point, pixmap in plan.words]
    assert len(places) == 3
    assert all(tile.rect.contains(place) for place in places[1:])
    assert width == 90 or not places[1].intersects(places[2]), "the strip and what is below it"
    tile.rect = QRect(0, 0, 20, 12)
    assert all(pixmap.width() > 20 or QRect(0, 0, 20, 12).contains(QRect(point, pixmap.size()))
               for point, pixmap in plan_of(tile, tile.image, sprites).words[2:])


def test_the_wall_hands_over_how_late_its_ticks_come(wall: WallView, room: Room) -> None:
    room.streams.lateness_ms.clear()
    for _ in range(3):
        wall._on_tick()
    assert len(room.streams.lateness_ms) >= 3
    assert all(ms >= 0.0 for ms in room.streams.lateness_ms)


def test_since_when_stands_beside_the_countdown_where_two_lines_have_no_room() -> None:
    sprites = Sprites(DARK, "en", 1.0)
    words = TileWords(Face.CARD, "Offline", ("Nothing listens on its port 554", "since 08:32:07"),
                      countdown="next try in 8 s", since_countdown="since 08:32:07 · next try in 8 s",
                      icon="server-off")
    label = Label("07", "Kotli Rd Bus Stand")
    assert sprites.card(words, label, QSize(240, 110)).with_since
    assert not sprites.card(words, label, QSize(240, 180)).with_since
    assert not sprites.card(words, label, QSize(160, 110)).with_since
