"""What needs attention: grouped at the start, its own entry afterwards, over but not gone at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from safecity_console.domain.health import PictureFault
from safecity_console.domain.stream import Failure, Fault, Layer, StreamStatus
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.ui.attention import MOST, OVER_S, SETTLE_S, Attention, Kind
from safecity_console.ui.side_column import EntryCard, entry_words
from tests.gui.frame.conftest import OpenRoom, OpenWindow

START = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CLOSED = Failure(Layer.FIRST_PACKET, Fault.CLOSED)


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
