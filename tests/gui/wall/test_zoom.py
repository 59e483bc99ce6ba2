"""Digital zoom: its geometry, and wheel, hand, keys and pinch on the wall."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from safecity_console.domain.picture import TileWish
from safecity_console.domain.watch import Condition
from safecity_console.ui.wall import zoom as geometry
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.zoom import Box, Frame, Zoom
from tests.gui.doubles import Room, picture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
frames = st.builds(geometry.frame, st.tuples(st.floats(40, 4000), st.floats(40, 2200)), st.floats(0.3, 4.0))
scales = st.floats(1.02, 8.0)


def under(zoom: Zoom, of: Frame, at: tuple[float, float]) -> tuple[float, float]:
    """Give which point of the picture lies under a point of the tile."""
    box, seen = geometry.shown(zoom, of), geometry.part(zoom, of)
    return (seen.left + (at[0] - box.left) / box.width * seen.width,
            seen.top + (at[1] - box.top) / box.height * seen.height)


@given(frames, scales, st.floats(0, 1), st.floats(0, 1), st.floats(0.2, 5), st.floats(0, 1), st.floats(0, 1))
def test_nothing_beside_the_picture_is_ever_shown(of: Frame, scale: float, x: float, y: float, factor: float,
                                                  px: float, py: float) -> None:
    start = geometry.panned(Zoom(scale, x, y), 0, 0, of)
    for now in (geometry.zoomed(start, factor, (px * of.tile[0], py * of.tile[1]), of),
                geometry.panned(start, 5000 * (px - 0.5), 5000 * (py - 0.5), of)):
        if now is None:
            continue
        seen, box = geometry.part(now, of), geometry.shown(now, of)
        assert 1 <= now.scale <= geometry.MOST
        assert seen.left >= -1e-9
        assert seen.top >= -1e-9
        assert seen.left + seen.width <= 1 + 1e-9
        assert seen.top + seen.height <= 1 + 1e-9
        assert box.width <= of.tile[0] + 1e-9
        assert box.height <= of.tile[1] + 1e-9
        # A pixel of the picture is as wide as it is high, as without zoom.
        across, down = box.width / (seen.width * of.whole[0]), box.height / (seen.height * of.whole[1])
        assert across == pytest.approx(now.scale)
        assert down == pytest.approx(now.scale)


@given(scales, st.floats(1.0, 3.0), st.floats(0.3, 0.7), st.floats(0.3, 0.7))
def test_what_is_under_the_pointer_stays_under_it(scale: float, factor: float, px: float, py: float) -> None:
    of = geometry.frame((640, 360), 16 / 9)
    at = (px * 640, py * 360)
    start = Zoom(scale)
    now = geometry.zoomed(start, factor, at, of)
    assert now is not None
    assert under(now, of, at) == pytest.approx(under(start, of, at), abs=1e-6)


def test_a_letterbox_fills_before_anything_is_cut() -> None:
    of = geometry.frame((400, 400), 2.0)
    assert of.whole == (400, 200)
    assert geometry.shown(Zoom(1.5), of) == Box(0, 50, 400, 300)
    seen = geometry.part(Zoom(1.5), of)
    assert (seen.top, seen.height) == (0, 1)
    assert seen.width == pytest.approx(1 / 1.5)
    assert geometry.shown(Zoom(4.0), of) == Box(0, 0, 400, 400)
    assert geometry.part(Zoom(4.0), of).height == pytest.approx(0.5)


def test_a_pull_moves_the_picture_with_the_hand() -> None:
    of = geometry.frame((640, 360), 16 / 9)
    now = geometry.panned(Zoom(4.0), 64, -36, of)
    assert under(now, of, (384, 144)) == pytest.approx(under(Zoom(4.0), of, (320, 180)))
    assert geometry.zoomed(Zoom(1.2), 0.5, (0, 0), of) is None


def middle(view: WallView, tile: int) -> QPoint:
    return view.places.tiles[tile].center()


def wheel(view: WallView, at: QPoint, units: int) -> None:
    point = QPointF(at)
    event = QWheelEvent(point, view.mapToGlobal(point), QPoint(), QPoint(0, units), Qt.MouseButton.NoButton, NONE,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view, event)


def zoom_of(view: WallView, tile: int) -> Zoom | None:
    return view._board.tiles[tile].zoom


def shown(room: Room, view: WallView, qtbot: QtBot, *numbers: int, size: tuple[int, int] = (640, 360)) -> None:
    room.live(*numbers, size=size)
    qtbot.waitUntil(lambda: all(view._board.tiles[n - 1].image is not None for n in numbers), timeout=3000)
    qtbot.waitUntil(lambda: bool(room.streams.shown), timeout=3000)  # wishes are told a moment after a picture may come


def last_wish(room: Room, number: int) -> TileWish:
    return room.streams.shown[-1][1][room.camera(number).id]


def test_the_wheel_zooms_at_the_pointer_and_asks_for_the_main_stream(room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 5)
    rect = wall.places.tiles[4]
    wheel(wall, rect.topLeft() + QPoint(5, 5), 120 * 3)
    zoom = zoom_of(wall, 4)
    assert zoom is not None
    assert zoom.scale == pytest.approx(geometry.NOTCH**3)
    seen = geometry.part(zoom, wall._board.tiles[4].frame())
    assert seen.left < 0.02
    assert seen.top < 0.02
    qtbot.waitUntil(lambda: last_wish(room, 5).zoomed, timeout=2000)
    wish = last_wish(room, 5)
    assert wish.prominent
    assert wish.width == round(rect.width() * zoom.scale)
    assert not last_wish(room, 4).zoomed
    wheel(wall, rect.center(), -120 * 9)
    assert zoom_of(wall, 4) is None
    qtbot.waitUntil(lambda: not last_wish(room, 5).zoomed, timeout=2000)


@pytest.mark.parametrize("units", [2**31 - 1, 500_000, -(2**31)])
def test_a_wheel_that_claims_a_million_notches_zooms_to_the_end(room: Room, wall: WallView, qtbot: QtBot,
                                                                units: int) -> None:
    shown(room, wall, qtbot, 5)
    wheel(wall, middle(wall, 4), 120)
    wheel(wall, middle(wall, 4), units)
    zoom = zoom_of(wall, 4)
    assert (zoom.scale if zoom is not None else 0) == (geometry.MOST if units > 0 else 0)


def test_a_zoomed_tile_lives_through_a_wall_of_a_few_pixels_and_pictures_of_any_shape(
        room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 5)
    wheel(wall, middle(wall, 4), 360)
    before = zoom_of(wall, 4)
    for size in ((2, 2), (3, 4000), (4000, 3), (640, 360)):
        room.live(5, size=size)
        for shape in ((1, 1), (3, 700), (900, 2), (640, 360)):
            wall.resize(*shape)
            wall.grab()
            wall.zooming.scale(4, 1.5, QPointF(wall.rect().center()))
            wall.zooming.pull(4, QPoint(10**6, -10**6))
            wall.zooming.scale(4, 1 / 1.5, None)
            wall.grab()
    assert before is not None


def test_a_tile_of_no_size_is_one_of_a_pixel() -> None:
    of = geometry.frame((0, 0), 16 / 9)
    assert geometry.panned(Zoom(2.0), 5, 5, of).scale == 2.0
    assert geometry.zoomed(None, 2.0, (0, 0), of) is not None


def test_a_tile_without_a_picture_is_not_zoomed(room: Room, wall: WallView) -> None:
    room.streams.set(room.camera(1), Condition.OFFLINE)
    wheel(wall, middle(wall, 0), 240)
    assert zoom_of(wall, 0) is None


def test_a_zoomed_tile_is_pulled_an_ordinary_one_exchanged(room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 1, 2)
    before = wall.wall()
    wheel(wall, middle(wall, 0), 360)
    start = zoom_of(wall, 0)
    qtbot.mousePress(wall, LEFT, pos=middle(wall, 0))
    qtbot.mouseMove(wall, middle(wall, 0) + QPoint(-60, 0))
    qtbot.mouseMove(wall, middle(wall, 1))
    qtbot.mouseRelease(wall, LEFT, pos=middle(wall, 1))
    now = zoom_of(wall, 0)
    assert wall.wall() == before
    assert now is not None
    assert start is not None
    assert now.x < start.x
    wall.zooming.reset()
    qtbot.mousePress(wall, LEFT, pos=middle(wall, 0))
    qtbot.mouseMove(wall, middle(wall, 0) + QPoint(60, 0))
    qtbot.mouseMove(wall, middle(wall, 1))
    qtbot.mouseRelease(wall, LEFT, pos=middle(wall, 1))
    assert wall.wall() != before


def test_keys_zoom_look_round_and_give_the_whole_picture(room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 1)
    assert wall.run("zoom.in")
    assert wall.run("zoom.in")
    start = zoom_of(wall, 0)
    qtbot.keyClick(wall, Qt.Key.Key_Left, SHIFT)
    now = zoom_of(wall, 0)
    assert start is not None
    assert now is not None
    assert now.x < start.x
    assert wall.selected_camera() == room.camera(1).id
    wall.run("zoom.out")
    assert zoom_of(wall, 0) is not None
    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    assert zoom_of(wall, 0) is None
    qtbot.keyClick(wall, Qt.Key.Key_Right, SHIFT)
    assert wall.selected_camera() == room.camera(2).id, "without a zoom Shift and an arrow move the selection"
    assert not wall.run("zoom.reset")


def test_escape_gives_the_whole_picture_before_it_leaves_the_large_view(room: Room, wall: WallView,
                                                                        qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 1)
    wall.run("wall.expand")
    wheel(wall, wall.rect().center(), 240)
    assert zoom_of(wall, 0) is not None
    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    assert zoom_of(wall, 0) is None
    assert wall.controller.model.scene.expanded
    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    assert not wall.controller.model.scene.expanded


def test_a_zoom_goes_with_its_camera_and_place(room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 1, 2)
    wheel(wall, middle(wall, 0), 240)
    qtbot.mouseDClick(wall, LEFT, pos=middle(wall, 0))
    assert wall.controller.model.scene.expanded
    assert zoom_of(wall, 0) is None, "the large view begins with the whole picture"
    wall.run("wall.expand")
    assert zoom_of(wall, 0) is not None, "the tile was not left"
    wall.controller.call_camera(room.camera(9).id, 0)
    assert zoom_of(wall, 0) is None
    wall.controller.call_camera(room.camera(1).id, 0)
    assert zoom_of(wall, 0) is None, "forgotten when the camera left"


def test_a_pinch_zooms(room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 1)
    at = QPointF(middle(wall, 0))
    event = QNativeGestureEvent(Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at,
                                at, QPointF(wall.mapToGlobal(at)), 0.5, QPointF())
    QApplication.sendEvent(wall, event)
    zoom = zoom_of(wall, 0)
    assert zoom is not None
    assert zoom.scale == pytest.approx(1.5)


def test_only_the_part_in_sight_is_painted_at_once(room: Room, wall: WallView, qtbot: QtBot) -> None:
    shown(room, wall, qtbot, 1)
    camera = room.camera(1)
    made = picture(640, 360, room.clock.monotonic_s())
    pixels: Any = made.owner
    pixels[:, : 320 * 4] = 0
    pixels[:, 320 * 4 : 640 * 4] = 255
    room.streams.put(camera, made)
    tile = wall._board.tiles[0]
    qtbot.waitUntil(lambda: tile.picture is made, timeout=2000)
    rect = wall.places.tiles[0]
    wheel(wall, rect.center(), 120 * 5)
    left, right = rect.center() - QPoint(100, 0), rect.center() + QPoint(100, 0)
    grabbed = wall.grab().toImage()
    assert QColor(grabbed.pixel(left)).lightness() < 20
    assert QColor(grabbed.pixel(right)).lightness() > 235
    wall.zooming.pull(0, QPoint(-160, 0))
    grabbed = wall.grab().toImage()
    assert QColor(grabbed.pixel(left)).lightness() > 235, "at once, from the picture at hand"
    assert tile.image is not None
    assert tile.image.constBits() == made.buffer, "no copy"


def numpad(kind: QEvent.Type, key: Qt.Key) -> QKeyEvent:
    return QKeyEvent(kind, key, Qt.KeyboardModifier.KeypadModifier)


def test_the_number_pad_with_numlock_off_is_no_shortcut(wall: WallView) -> None:
    override = numpad(QEvent.Type.ShortcutOverride, Qt.Key.Key_Home)
    override.ignore()
    QApplication.sendEvent(wall, override)
    assert override.isAccepted()
    other = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Home, SHIFT)
    other.ignore()
    QApplication.sendEvent(wall, other)
    assert not other.isAccepted()
    QApplication.sendEvent(wall, numpad(QEvent.Type.KeyPress, Qt.Key.Key_Home))
    assert wall.controller.entry.text == "7"
