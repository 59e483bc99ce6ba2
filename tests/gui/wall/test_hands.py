"""What the officer's hands do: keys, mouse, drags, commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from safecity_console.domain.errors import Refused
from safecity_console.domain.stream import Failure, Fault, Layer
from safecity_console.domain.watch import Condition
from safecity_console.services.snapshots import SnapshotFile
from safecity_console.ui.wall.drag import ID_MAX, MIME, camera_mime, camera_of
from safecity_console.ui.wall.model import Mode, Part, Spot
from safecity_console.ui.wall.view import WallView
from safecity_console.ui.wall.words import entry_warning
from tests.gui.doubles import Room

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
PAD = Qt.KeyboardModifier.KeypadModifier


def middle(wall: WallView, tile: int) -> QPoint:
    return wall.places.tiles[tile].center()


def drag(qtbot: QtBot, wall: WallView, first: int, last: int) -> None:
    qtbot.mousePress(wall, LEFT, pos=middle(wall, first))
    qtbot.mouseMove(wall, middle(wall, first) + QPoint(20, 5))
    qtbot.mouseMove(wall, middle(wall, last))
    qtbot.mouseRelease(wall, LEFT, pos=middle(wall, last))


def drop(wall: WallView, data: QMimeData, at: QPoint) -> bool:
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(wall, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(wall, event)
    return event.isAccepted()


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room(range(1, 13), {"wall.fps": 15})


@pytest.fixture
def wall(room: Room, make_wall: Callable[..., WallView]) -> WallView:
    view = make_wall(room)
    view.controller.set_layout("9")
    view.setFocus()
    return view


def ids(room: Room, *numbers: int) -> list[str]:
    return [room.camera(n).id for n in numbers]


def test_a_click_selects_and_tells(room: Room, wall: WallView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wall.selection_changed) as told:
        qtbot.mouseClick(wall, LEFT, pos=middle(wall, 4))
    assert told.args == [room.camera(5).id]
    assert wall.selected_camera() == room.camera(5).id


def test_digits_and_enter_call_a_camera(room: Room, wall: WallView, qtbot: QtBot) -> None:
    qtbot.mouseClick(wall, LEFT, pos=middle(wall, 3))
    qtbot.keyClicks(wall, "12")
    assert wall.controller.entry.text == "12"
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    assert wall.wall().tiles[3] == room.camera(12).id
    assert wall.controller.entry.text == ""
    assert wall.selected_camera() == room.camera(12).id


def test_a_camera_goes_into_the_named_tile(room: Room, wall: WallView, qtbot: QtBot) -> None:
    qtbot.keyClicks(wall, "11*7")
    qtbot.keyClick(wall, Qt.Key.Key_Enter, PAD)
    assert wall.wall().tiles[6] == room.camera(11).id
    assert room.services.walls.current() == (wall.wall(), "")


def test_the_typed_number_shows_large_and_is_dropped(room: Room, wall: WallView, qtbot: QtBot) -> None:
    qtbot.wait(80)
    before = wall.grab().toImage()
    qtbot.keyClicks(wall, "12")
    qtbot.wait(80)
    assert wall.grab().toImage() != before
    room.clock.advance(3.1)
    qtbot.waitUntil(lambda: wall.controller.entry.text == "", timeout=2000)


def test_slash_selects_a_tile(room: Room, wall: WallView, qtbot: QtBot) -> None:
    qtbot.keyClicks(wall, "3/")
    assert wall.selected_camera() == room.camera(3).id


@pytest.mark.parametrize(("keys", "said"), [
    ("77", "There is no camera \u206677\u2069."),
    ("1*99", "There is no tile \u206699\u2069; this wall has \u20669\u2069."),
])
def test_what_does_not_exist_is_said(wall: WallView, qtbot: QtBot, keys: str, said: str) -> None:
    before = wall.wall()
    qtbot.keyClicks(wall, keys)
    with qtbot.waitSignal(wall.said) as told:
        qtbot.keyClick(wall, Qt.Key.Key_Return)
    assert told.args == [said, "warning"]
    assert wall.wall() == before


def test_escape_clears_the_entry_first_and_the_large_view_next(wall: WallView, qtbot: QtBot) -> None:
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    assert wall.controller.model.scene.expanded
    qtbot.keyClicks(wall, "1")
    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    assert wall.controller.model.scene.expanded
    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    assert not wall.controller.model.scene.expanded


def test_arrows_move_the_selection(room: Room, wall: WallView, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(wall, key)
    assert wall.selected_camera() == room.camera(7).id


def test_the_numpad_minus_brings_the_previous_camera_back(room: Room, wall: WallView, qtbot: QtBot) -> None:
    qtbot.keyClicks(wall, "12")
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    qtbot.keyClick(wall, Qt.Key.Key_Minus, PAD)
    assert wall.wall().tiles[0] == room.camera(1).id
    qtbot.keyClick(wall, Qt.Key.Key_Minus, PAD)
    assert wall.wall().tiles[0] == room.camera(12).id


def test_keys_without_a_meaning_are_left_to_the_frame(wall: WallView, qtbot: QtBot) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F11, NONE)
    QApplication.sendEvent(wall, event)
    assert not event.isAccepted()


def test_double_click_to_one_and_back(room: Room, wall: WallView, qtbot: QtBot) -> None:
    qtbot.mouseDClick(wall, LEFT, pos=middle(wall, 4))
    assert wall.controller.model.scene.tiles == (room.camera(5).id,)
    large = room.camera(5).id
    shown = room.streams.shown
    qtbot.waitUntil(lambda: bool(shown) and set(shown[-1][1]) == {large}, timeout=1000)
    assert shown[-1][1][large].prominent
    qtbot.mouseDClick(wall, LEFT, pos=middle(wall, 0))
    assert len(wall.controller.model.scene.tiles) == 9
    assert wall.selected_camera() == room.camera(5).id


def test_dragging_a_tile_swaps(room: Room, wall: WallView, qtbot: QtBot) -> None:
    drag(qtbot, wall, 0, 8)
    assert [wall.wall().tiles[0], wall.wall().tiles[8]] == ids(room, 9, 1)
    assert wall.selected_camera() == room.camera(1).id


def test_a_trembling_click_swaps_nothing(wall: WallView, qtbot: QtBot) -> None:
    before = wall.wall()
    edge = wall.places.tiles[0].topRight() + QPoint(-1, 40)
    qtbot.mousePress(wall, LEFT, pos=edge)
    qtbot.mouseMove(wall, edge + QPoint(4, 0))
    qtbot.mouseRelease(wall, LEFT, pos=edge + QPoint(4, 0))
    assert wall.wall() == before


def test_a_camera_dropped_from_the_list_takes_the_tile(room: Room, wall: WallView) -> None:
    assert drop(wall, camera_mime(room.camera(12).id), middle(wall, 5))
    assert wall.wall().tiles[5] == room.camera(12).id


@pytest.mark.parametrize("data", [b"", b"no-such-camera", b"\xff\xfe", b"x" * (ID_MAX + 1), b"../../etc/passwd"])
def test_anything_else_that_is_dropped_changes_nothing(wall: WallView, data: bytes) -> None:
    before = wall.wall()
    mime = QMimeData()
    mime.setData(MIME, data)
    drop(wall, mime, middle(wall, 5))
    text = QMimeData()
    text.setText("rtsp://root:secret@host/x")
    assert not drop(wall, text, middle(wall, 5))
    assert camera_of(text) is None
    assert wall.wall() == before


def test_commands_of_the_wall(room: Room, wall: WallView) -> None:
    first = room.camera(1).id
    assert wall.run("wall.retry")
    assert room.streams.retried == [first]
    assert wall.run("wall.expand")
    assert wall.run("wall.expand")
    assert wall.run("wall.next_layout")
    assert wall.wall().layout == "16"
    assert wall.run("wall.clear_tile")
    assert first not in wall.wall().tiles
    assert not wall.run("wall.clear_tile")
    assert not wall.run("page.settings")
    assert not wall.run("no.such.command")


def test_what_works_is_kept_as_a_setting_and_undone(room: Room, wall: WallView) -> None:
    room.live(2, 4)
    before = wall.wall()
    assert wall.run("wall.what_works")
    assert room.services.settings.text("wall.mode") == "what_works"
    assert [c for c in wall.controller.model.scene.tiles if c] == ids(room, 2, 4)
    wall.run("wall.what_works")
    assert wall.mode() is Mode.ALL_PLACES
    assert wall.wall() == before


def test_the_tiles_hold_still_under_the_pointer(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(1, 2, 3)
    wall.run("wall.what_works")
    qtbot.mouseMove(wall, middle(wall, 0))
    qtbot.mouseMove(wall, middle(wall, 0) + QPoint(9, 9))
    scene = wall.controller.model.scene
    failure = Failure(Layer.PORT, Fault.PORT_REFUSED)
    room.streams.set(room.camera(1), Condition.OFFLINE, failure=failure)
    room.clock.advance(1.5)
    qtbot.wait(300)
    assert wall.controller.model.scene == scene
    room.clock.advance(2.5)
    qtbot.waitUntil(lambda: room.camera(1).id in wall.controller.model.scene.cards, timeout=2000)


def test_cards_are_selected_and_the_strip_scrolls(make_room: Callable[..., Room], make_wall: Callable[..., WallView],
                                                  qtbot: QtBot) -> None:
    room = make_room(range(1, 61))
    view = make_wall(room, (800, 600))
    room.live(1)
    view.run("wall.what_works")
    assert view.places.strip is not None
    qtbot.mouseClick(view, LEFT, pos=view.places.cards[1].center())
    assert view.controller.model.selected == Spot(Part.CARD, 1)
    assert view.selected_camera() == room.camera(3).id
    assert view.places.more is not None
    qtbot.mouseClick(view, LEFT, pos=view.places.more.center())
    assert view.places.cards[0].isEmpty()
    later = view.places.first
    assert later > 0
    at = QPointF(view.places.strip.center())
    wheel = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, NONE,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view, wheel)
    assert view.places.first not in (0, later) or view.places.turned(1) == later


def test_the_menu_offers_what_can_be_done(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.live(1)
    menu = wall.menu()
    enabled = {a.objectName(): a.isEnabled() for a in menu.actions() if a.objectName()}
    assert enabled["wall.snapshot"]
    assert enabled["wall.expand"]
    wall.controller.select(Spot(Part.TILE, 1))
    assert not {a.objectName(): a.isEnabled() for a in wall.menu().actions()}["wall.snapshot"]
    edit = next(a for a in menu.actions() if a.objectName() == "camera.edit")
    with qtbot.waitSignal(wall.command_wanted) as told:
        edit.trigger()
    assert told.args == ["camera.edit"]


def test_a_right_click_selects_and_opens_the_menu(room: Room, wall: WallView, qtbot: QtBot) -> None:
    at = middle(wall, 7)
    QApplication.sendEvent(wall, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, wall.mapToGlobal(at)))
    assert wall.selected_camera() == room.camera(8).id
    menu = next(w for w in wall.findChildren(QMenu) if w.isVisible())
    menu.close()


class Shots:
    def __init__(self, outcome: SnapshotFile | Exception) -> None:
        self.outcome = outcome

    def take(self, camera_id: str) -> SnapshotFile:
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


@pytest.mark.parametrize(("outcome", "said"), [
    (SnapshotFile(Path("/x/20261122_01_chowk.png"), "0" * 64, 640, 360, datetime(2026, 11, 22, tzinfo=UTC)),
     "Snapshot saved as \u206620261122_01_chowk.png\u2069"),
    (OSError(28, "No space left on device"), "The snapshot could not be written; nothing was saved."),
])
def test_a_snapshot_is_taken_beside_the_gui_and_said(
    room: Room, wall: WallView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, outcome: SnapshotFile | Exception,
    said: str
) -> None:
    room.live(1)
    monkeypatch.setattr(wall.controller.orders.jobs, "_snapshots", Shots(outcome))
    with qtbot.waitSignal(wall.said) as told:
        assert wall.run("wall.snapshot")
    assert told.args == [said, "info" if isinstance(outcome, SnapshotFile) else "warning"]


def test_a_snapshot_without_a_picture_says_so(room: Room, wall: WallView, qtbot: QtBot,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    room.live(1)
    monkeypatch.setattr(wall.controller.orders.jobs, "_snapshots", Shots(Refused("no_picture", number=1)))
    with qtbot.waitSignal(wall.said) as told:
        wall.run("wall.snapshot")
    assert told.args == ["This camera shows no picture now, so nothing was saved.", "warning"]


def heard(wall: WallView, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> list[str]:
    with qtbot.waitSignal(wall.said) as told:
        qtbot.keyClick(wall, key, modifiers)
    return [str(a).replace("\u2066", "").replace("\u2069", "") for a in told.args]


def test_f4_and_a_new_try_always_answer(room: Room, wall: WallView, qtbot: QtBot) -> None:
    room.streams.set(room.camera(1), Condition.REFUSED)
    assert heard(wall, qtbot, Qt.Key.Key_F4) == [
        "Camera 01 shows no picture now (Wrong password), so nothing was saved.", "warning"]
    control = Qt.KeyboardModifier.ControlModifier
    assert heard(wall, qtbot, Qt.Key.Key_F5, control) == ["Trying camera 01 now…", "info"]
    assert room.streams.retried == [room.camera(1).id]
    wall.run("wall.clear_tile")
    for key, modifiers in ((Qt.Key.Key_F4, NONE), (Qt.Key.Key_F5, control)):
        assert heard(wall, qtbot, key, modifiers) == ["This tile is empty.", "warning"]


def large(wall: WallView) -> str | None:
    assert wall.controller.model.scene.expanded
    return wall.selected_camera()


def test_the_large_view_goes_from_camera_to_camera(room: Room, wall: WallView, qtbot: QtBot) -> None:
    wall.controller.model.place(1, None)
    before = wall.wall()
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    assert large(wall) == room.camera(3).id  # over the empty tile
    qtbot.keyClick(wall, Qt.Key.Key_Down)
    assert large(wall) == room.camera(6).id
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    qtbot.keyClick(wall, Qt.Key.Key_Up)
    assert large(wall) == room.camera(5).id  # nothing stands above it
    qtbot.keyClicks(wall, "9/")
    assert large(wall) == room.camera(9).id
    qtbot.keyClicks(wall, "2")
    assert heard(wall, qtbot, Qt.Key.Key_Slash) == ["Tile 2 is empty.", "warning"]
    assert large(wall) == room.camera(9).id
    assert wall.wall() == before


def test_clear_in_the_large_view_only_leads_back(room: Room, wall: WallView, qtbot: QtBot) -> None:
    before = wall.wall()
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    qtbot.keyClicks(wall, "3/")
    assert wall.run("wall.clear_tile")
    assert not wall.controller.model.scene.expanded
    assert wall.wall() == before
    assert wall.selected_camera() == room.camera(3).id


def test_a_fifth_digit_is_dropped_and_said(wall: WallView, qtbot: QtBot) -> None:
    qtbot.keyClicks(wall, "1234")
    assert entry_warning(wall.controller.entry) == ""
    qtbot.keyClicks(wall, "5")
    assert wall.controller.entry.text == "1234"
    assert "more than" in entry_warning(wall.controller.entry)
    qtbot.keyClick(wall, Qt.Key.Key_Backspace)
    assert wall.controller.entry.text == "123"
    assert entry_warning(wall.controller.entry) == ""
