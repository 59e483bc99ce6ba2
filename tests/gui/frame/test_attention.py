"""What needs attention: grouped at the start, its own entry afterwards, over but not gone at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from safecity_console.domain.health import PictureFault
from safecity_console.domain.stream import Failure, Fault, Layer, StreamStatus
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.ui.attention import MOST, OVER_S, SETTLE_S, Attention, Kind
from safecity_console.ui.cameras.model import Column
from safecity_console.ui.side_column import EntryCard, entry_words
from safecity_console.ui.widgets.fading import FadingArea
from tests.gui.frame.conftest import OpenRoom, OpenWindow, screen_for

START = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CLOSED = Failure(Layer.FIRST_PACKET, Fault.CLOSED)


def plain(text: str) -> str:
    return text.replace("\u2066", "").replace("\u2069", "")


def watch(number: int, condition: Condition, at_s: float = 0.0, fault: PictureFault | None = None) -> CameraWatch:
    since = START + timedelta(seconds=at_s)
    failure = CLOSED if condition in (Condition.OFFLINE, Condition.REFUSED) else None
    return CameraWatch(f"id{number}", number, f"Place {number}", condition, since, StreamStatus(), failure, fault,
                       since if fault else None)


class Room:
    """An Attention with a clock of its own."""

    def __init__(self) -> None:
        self.attention = Attention(0.0)
        self.watches: dict[str, CameraWatch] = {}

    def say(self, at_s: float, *watches: CameraWatch) -> list[tuple[Kind, int, int]]:
        self.watches |= {w.camera_id: w for w in watches}
        self.attention.observe(self.watches, START + timedelta(seconds=at_s), at_s)
        return [(e.kind, e.number, e.count) for e in self.attention.entries()]


def test_those_down_at_the_start_are_one_entry() -> None:
    room = Room()
    down = [watch(n, Condition.OFFLINE) for n in range(1, 22)]
    grouped = [(Kind.REFUSED_AT_START, 0, 1), (Kind.DOWN_AT_START, 0, 21)]
    assert room.say(2, *down, watch(30, Condition.REFUSED)) == grouped
    assert room.say(SETTLE_S + 60) == grouped
    assert room.attention.open_count() == 2


def test_one_that_comes_up_leaves_the_group() -> None:
    room = Room()
    room.say(2, watch(1, Condition.OFFLINE), watch(2, Condition.OFFLINE))
    assert room.say(40, watch(1, Condition.LIVE, 40)) == [(Kind.DOWN_AT_START, 0, 1)]
    assert room.say(90, watch(1, Condition.OFFLINE, 90)) == [(Kind.LOST, 1, 0), (Kind.DOWN_AT_START, 0, 1)]


def test_later_losses_are_their_own_newest_first() -> None:
    room = Room()
    room.say(1, watch(1, Condition.LIVE), watch(2, Condition.LIVE))
    room.say(60, watch(1, Condition.OFFLINE, 60))
    assert room.say(70, watch(2, Condition.REFUSED, 70)) == [(Kind.REFUSED, 2, 0), (Kind.LOST, 1, 0)]


def test_a_return_is_said_and_leaves_after_a_while() -> None:
    room = Room()
    room.say(1, watch(1, Condition.LIVE))
    room.say(60, watch(1, Condition.OFFLINE, 60))
    assert room.say(75, watch(1, Condition.LIVE, 75)) == [(Kind.BACK, 1, 0)]
    assert room.attention.open_count() == 0
    assert room.say(75 + OVER_S - 1) == [(Kind.BACK, 1, 0)]
    assert room.say(75 + OVER_S + 1) == []


def test_an_impaired_picture_is_said_and_ends() -> None:
    room = Room()
    entries = room.say(3, watch(7, Condition.IMPAIRED, 3, PictureFault.FROZEN))
    assert entries == [(Kind.IMPAIRED, 7, 0)], "an impaired picture is news even at the start"
    title, _more = entry_words(room.attention.entries()[0], "Place 7")
    assert title.startswith("Picture frozen")
    assert room.say(30, watch(7, Condition.LIVE, 30)) == [(Kind.IMPAIRED, 7, 0)]
    assert room.attention.entries()[0].over_at is not None
    assert room.say(30 + OVER_S + 1) == []


def test_late_is_no_entry_and_ends_none() -> None:
    room = Room()
    assert room.say(60, watch(1, Condition.LATE)) == []
    room.say(61, watch(2, Condition.LIVE))
    room.say(62, watch(2, Condition.OFFLINE, 62))
    assert room.say(63, watch(2, Condition.LATE, 63))[0][0] is Kind.LOST


def test_a_removed_camera_takes_its_entry_along() -> None:
    room = Room()
    room.say(1, watch(1, Condition.LIVE))
    room.say(60, watch(1, Condition.OFFLINE, 60))
    room.watches.clear()
    assert room.say(61) == []


def test_the_queue_is_bounded() -> None:
    room = Room()
    room.say(1, *(watch(n, Condition.LIVE) for n in range(100)))
    assert len(room.say(60, *(watch(n, Condition.OFFLINE, 60) for n in range(100)))) == MOST


def test_nothing_new_is_no_change() -> None:
    attention = Attention(0.0)
    one = {"id1": watch(1, Condition.OFFLINE)}
    assert attention.observe(one, START, 1.0)
    assert not attention.observe(one, START + timedelta(seconds=5), 6.0)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_words(kind: Kind) -> None:
    from safecity_console.ui.attention import Entry

    one = watch(1, Condition.OFFLINE)
    title, more = entry_words(Entry(kind, START, "id1", 1, "Place 1", 3, one), "Place 1")
    assert title
    assert more


def test_the_column_shows_and_selects(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room(range(1, 7))
    shown = window(here)
    here.live(1, 2, 3)
    qtbot.wait(400)
    here.clock.advance(60)
    here.streams.set(here.camera(2), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: bool(shown.wall_page.side.findChildren(EntryCard)), timeout=3000)
    card = shown.wall_page.side.findChildren(EntryCard)[0]
    assert "Kotli" in card.accessibleName() or "Nangi" in card.accessibleName()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert shown.wall_page.selected_camera() == here.camera(2).id


def test_entries_wait_while_the_pointer_is_over_them(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    here = room(range(1, 7))
    shown = window(here)
    side = shown.wall_page.side
    here.clock.advance(60)
    here.streams.set(here.camera(1), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: len(side.findChildren(EntryCard)) == 1, timeout=3000)
    card = side.findChildren(EntryCard)[0]
    monkeypatch.setattr(side._inside, "underMouse", lambda: True)
    here.streams.set(here.camera(2), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: "2" in side._count.text(), timeout=3000)
    assert side.findChildren(EntryCard) == [card]
    monkeypatch.undo()
    side.show_entries()
    qtbot.waitUntil(lambda: len(side.findChildren(EntryCard)) == 2, timeout=3000)


def test_what_came_at_the_start_is_shown_under_a_resting_pointer(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    """The pointer lay over "Nothing needs you now." and the sentence was held for it, beside the count 1."""
    here = room(range(1, 7))
    shown = window(here)
    side = shown.wall_page.side
    monkeypatch.setattr(side._inside, "underMouse", lambda: True)
    for camera in here.cameras:
        here.streams.set(camera, Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: "1" in side._count.text(), timeout=3000)
    assert [card.accessibleName() for card in side._cards] == ["\u20666\u2069 cameras are offline"]


def test_a_pointer_left_lying_holds_entries_for_a_while_only(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    here = room(range(1, 7))
    shown = window(here)
    side = shown.wall_page.side
    side._hold.setInterval(150)
    here.clock.advance(60)
    here.streams.set(here.camera(1), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: len(side._cards) == 1, timeout=3000)
    monkeypatch.setattr(side._inside, "underMouse", lambda: True)
    here.streams.set(here.camera(2), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: len(side._cards) == 2, timeout=3000)


def test_a_moving_hand_holds_entries_as_long_as_it_moves(window: OpenWindow, room: OpenRoom, qtbot: Any,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    here = room(range(1, 7))
    shown = window(here)
    side = shown.wall_page.side
    side._hold.setInterval(60)
    here.clock.advance(60)
    here.streams.set(here.camera(1), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: len(side._cards) == 1, timeout=3000)
    monkeypatch.setattr(side._inside, "underMouse", lambda: True)
    ends: list[bool] = []
    side._hold.timeout.connect(lambda: ends.append(True))
    steps = iter(range(10_000))
    monkeypatch.setattr("safecity_console.ui.side_column.QCursor.pos", lambda: QPoint(next(steps), 7))
    here.streams.set(here.camera(2), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: len(ends) >= 4, timeout=5000)
    assert len(side._cards) == 1, "the hand moved all the time"
    monkeypatch.setattr("safecity_console.ui.side_column.QCursor.pos", lambda: QPoint(9, 9))
    qtbot.waitUntil(lambda: len(side._cards) == 2, timeout=3000)


def test_one_alone_is_said_in_the_singular() -> None:
    room = Room()
    room.say(2, watch(1, Condition.OFFLINE), watch(2, Condition.REFUSED))
    words = [entry_words(entry, "") for entry in room.attention.entries()]
    assert [title for title, _more in words] == ["1 camera refuses the login", "1 camera is offline"]
    assert all(more.startswith("It ") for _title, more in words)


def test_show_them_opens_exactly_those_cameras(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room(range(1, 7))
    shown = window(here)
    here.live(1, 2, 3, 4)
    for number in (5, 6):
        here.streams.set(here.camera(number), Condition.REFUSED, failure=CLOSED)
    side, page = shown.wall_page.side, shown.cameras_page
    qtbot.waitUntil(lambda: len(side._cards) == 1, timeout=3000)
    show = next(b for b in side._cards[0].findChildren(QPushButton) if b.text() == "Show them")
    qtbot.keyClick(show, Qt.Key.Key_Return)
    assert shown.page == "cameras"
    numbers = [page._filter.index(row, 0).data() for row in range(page._filter.rowCount())]
    assert [plain(n) for n in numbers] == ["05", "06"]
    assert plain(page.chip.text()) == "2 cameras refuse the login"
    assert page.chip.isVisible()
    assert plain(page.count_text) == "2 of 6 cameras"
    page.chip.click()
    assert not page.chip.isVisible()
    assert plain(page.count_text) == "6 cameras"


def test_the_search_knows_conditions_and_says_when_nothing_fits(window: OpenWindow, room: OpenRoom,
                                                                 qtbot: Any) -> None:
    here = room(range(1, 5))
    shown = window(here)
    here.live(1, 2, 3)
    here.streams.set(here.camera(4), Condition.OFFLINE, failure=CLOSED)
    page = shown.cameras_page
    shown.show_page("cameras")
    qtbot.waitUntil(lambda: page._filter.index(3, 4).data() == "Offline", timeout=3000)
    page.search.setText("offline")
    assert plain(page.count_text) == "1 of 4 cameras"
    assert page.hint == ""
    page.search.setText("zebra")
    assert plain(page.count_text) == "0 of 4 cameras"
    assert "zebra" in page.hint
    page.search.clear()
    assert plain(page.count_text) == "4 cameras"
    for camera in here.cameras:
        here.services.cameras.remove(camera.id)
    qtbot.waitUntil(lambda: page.hint.startswith("No cameras yet"), timeout=3000)


def test_a_fault_has_one_time_on_every_page(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room(range(1, 3))
    shown = window(here)
    here.streams.set(here.camera(1), Condition.IMPAIRED, fault=PictureFault.FROZEN, since_s=300)
    held = dict(here.streams.watches())
    one = held[here.camera(1).id]
    earlier = replace(one, since=one.since - timedelta(hours=1))  # live for longer than the picture is bad
    held[earlier.camera_id] = earlier
    here.streams._watches = held
    qtbot.waitUntil(lambda: bool(shown.wall_page.side._cards), timeout=3000)
    (entry,) = shown._beat.attention.entries()
    assert entry.at == one.picture_since
    since = shown.cameras_page._model.index(0, int(Column.SINCE)).data()
    assert since == screen_for(here).moment(entry.at)


def test_entries_that_go_on_below_fade(window: OpenWindow, room: OpenRoom, qtbot: Any) -> None:
    here = room(range(1, 13))
    shown = window(here, 1366, 768)
    here.clock.advance(60)
    here.streams.set(here.camera(1), Condition.OFFLINE, failure=CLOSED)
    area = shown.wall_page.side.findChildren(FadingArea)[0]
    qtbot.waitUntil(lambda: len(shown.wall_page.side._cards) == 1, timeout=3000)
    assert not area.fades
    for number in range(2, 13):
        here.streams.set(here.camera(number), Condition.OFFLINE, failure=CLOSED)
    qtbot.waitUntil(lambda: area.fades, timeout=3000)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert not area.fades
