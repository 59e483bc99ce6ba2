"""What cameras tell of themselves beside the wall: one card a camera, its two buttons, motion only as a mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from safecity_console.domain.camera_event import EventKind, Notice
from safecity_console.domain.watch import Condition
from safecity_console.ui.attention import Attention
from safecity_console.ui.event_texts import alarm_words, event_line
from safecity_console.ui.main_window import MainWindow
from safecity_console.ui.side_column import EntryCard
from safecity_console.ui.wall.camera_rows import MOVING_ROLE
from tests.gui.doubles import Room
from tests.gui.frame.conftest import OpenRoom, OpenWindow

AT = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


@dataclass
class Pulled:
    notices: tuple[Notice, ...]
    dropped: int = 0
    rest_s: float = 0.0


def tell(room: Room, number: int, *said: tuple[EventKind, bool | None], source: str = "") -> str:
    """Have a camera tell something, as its lane would."""
    camera = room.services.cameras.by_number(number)
    assert camera is not None
    events = room.services.camera_events
    notices = tuple(Notice(kind, active, f"tns1:Test/{kind.value}", source) for kind, active in said)
    events.heard(camera.id, Pulled(notices))
    events.keep()
    return camera.id


def cards(window: MainWindow) -> list[EntryCard]:
    return window._pages.wall.side._cards


def plain(text: str) -> str:
    return text.replace("\u2066", "").replace("\u2069", "").replace("\u2068", "")


@pytest.fixture
def live(room: OpenRoom) -> Room:
    made = room(range(1, 4))
    for camera in made.services.cameras.cameras():
        made.streams.set(camera, Condition.LIVE)
    return made


def press(window: MainWindow, text: str) -> None:
    (found,) = [one for card in cards(window) for one in card.findChildren(QPushButton) if one.text() == text]
    found.click()


def test_one_card_a_camera_and_motion_is_no_alarm(live: Room, window: OpenWindow, qtbot: object) -> None:
    shown = window(live)
    tell(live, 1, (EventKind.MOTION, True))
    tell(live, 2, (EventKind.TAMPER, True))
    tell(live, 2, (EventKind.SCENE_CHANGE, True))
    for source in "12":
        tell(live, 2, (EventKind.DIGITAL_INPUT, True), source=source)
    shown._beat.beat()
    (card,) = cards(shown)
    title = plain(card.accessibleName())
    assert "Alarm input" in title
    assert "2" in title
    more = plain(card.accessibleDescription())
    assert "Told 4 times." in more
    assert "Also told: Scene changed, Tampering." in more
    rows = shown._pages.wall.list._rows
    rows.follow()
    assert [rows.data(rows.index(row, 0), MOVING_ROLE) for row in range(3)] == [True, False, False]


def test_no_concern_takes_the_card_away_and_a_new_event_brings_one_back(
        live: Room, window: OpenWindow, qtbot: object) -> None:
    shown = window(live)
    camera_id = tell(live, 2, (EventKind.TAMPER, True))
    shown._beat.beat()
    press(shown, "Not a concern")
    qtbot.waitUntil(lambda: live.services.camera_events.alarms() == {}, timeout=5000)  # type: ignore[attr-defined]
    shown._beat.beat()
    qtbot.waitUntil(lambda: cards(shown) == [], timeout=7000)  # type: ignore[attr-defined]
    tell(live, 2, (EventKind.TAMPER, True))
    assert live.services.camera_events.alarms() == {}, "it still lasts: nothing new"
    tell(live, 2, (EventKind.TAMPER, False), (EventKind.TAMPER, True))
    assert set(live.services.camera_events.alarms()) == {camera_id}


def test_a_new_incident_begins_with_what_the_camera_told(live: Room, window: OpenWindow, qtbot: object) -> None:
    shown = window(live)
    camera_id = tell(live, 2, (EventKind.SIGNAL_LOSS, True))
    shown._beat.beat()
    press(shown, "New incident")
    panel = shown._parts.incidents.panel
    assert panel is not None
    assert panel.form.camera is not None
    assert panel.form.camera.id == camera_id
    assert "no video signal" in panel.form.what.text()
    assert not panel.form.touched, "nobody typed: Esc asks nothing"
    qtbot.keyClick(panel.form.what, Qt.Key.Key_Escape)  # type: ignore[attr-defined]


def test_words_say_what_ended_and_by_whom(live: Room) -> None:
    tell(live, 1, (EventKind.STORAGE, True), (EventKind.STORAGE, False))
    camera_id = tell(live, 1, (EventKind.MOTION, True))
    live.clock.advance(61.0)
    live.services.camera_events.clear()
    live.services.camera_events.keep()
    alarm = live.services.camera_events.alarms()[camera_id]
    _title, more = alarm_words(alarm, "1", "Gate", lambda at: "03:00")
    assert more == "The camera says that its storage fails. It ended at 03:00."
    lines = [event_line(one, lambda at: "03:00") for one in live.services.camera_events.recent(camera_id)]
    assert lines == ["Motion · 03:00 to 03:00, ended by this console", "Storage fails · 03:00 to 03:00"]


def test_alarms_of_cameras_out_of_sight_are_no_entries_and_lasting_ones_keep_their_tile(live: Room) -> None:
    camera_id = tell(live, 2, (EventKind.TAMPER, True))
    services, attention = live.services, Attention(0.0)
    watches, alarms = services.streams.watches(), services.camera_events.alarms()
    out_of_sight = {one: watch for one, watch in watches.items() if one != camera_id}
    assert not attention.observe(out_of_sight, AT, 60.0, alarms)
    assert attention.observe(watches, AT, 60.0, alarms)
    assert (attention.alarmed(), attention.open_count()) == (frozenset({camera_id}), 1)
    tell(live, 2, (EventKind.TAMPER, False))
    assert attention.observe(watches, AT, 61.0, services.camera_events.alarms())
    assert (attention.alarmed(), attention.open_count()) == (frozenset(), 1), "over, and still nobody has seen it"
