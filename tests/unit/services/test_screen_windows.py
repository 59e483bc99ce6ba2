"""What stands on other screens over a restart, what spoilt rows cost, and what a safe start leaves alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from safecity_console.domain.errors import Refused
from safecity_console.domain.screens import Box, ScreenName, SentKind, SentWindow
from safecity_console.domain.wall import empty_wall, filled_wall
from safecity_console.services.screen_windows import WINDOWS_MOST, ScreenWindowService
from safecity_console.services.settings import SettingsService
from safecity_console.services.walls import WallService
from safecity_console.wiring import SAFE_START, Console, Options
from tests.fakes.records import Records, open_records

A = "01a20640-b3f1-74b5-872a-acfc31df3fb1"
HDMI = ScreenName("HDMI-2", "U2720Q", "Dell", "S7", Box(1920, 0, 1280, 720), 1)


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def service(records: Records, safe_start: bool = False) -> ScreenWindowService:
    return ScreenWindowService(records.door, records.reader, records.desk, safe_start)


def test_windows_are_kept_changed_and_forgotten(records: Records) -> None:
    kept = service(records)
    wall = SentWindow(kept.new_place(), HDMI)
    camera = SentWindow(kept.new_place(), HDMI, SentKind.CAMERA, A, Box(10, 20, 640, 360))
    assert wall.place != camera.place
    kept.put(wall)
    kept.put(camera)
    assert service(records).windows() == kept.windows() == (wall, camera)
    moved = SentWindow(wall.place, ScreenName("DP-1"))
    kept.put(moved)
    kept.forget(camera.place)
    kept.forget("nobody")
    assert service(records).windows() == kept.windows() == (moved,)


def test_the_same_is_not_written_again(records: Records) -> None:
    kept = service(records)
    window = SentWindow(kept.new_place(), HDMI)
    kept.put(window)
    before = records.rows("SELECT revision FROM screen_window")
    kept.put(SentWindow(window.place, HDMI))
    assert records.rows("SELECT revision FROM screen_window") == before


def test_there_are_not_endlessly_many(records: Records) -> None:
    kept = service(records)
    for _ in range(WINDOWS_MOST):
        kept.put(SentWindow(kept.new_place(), HDMI))
    with pytest.raises(Refused) as caught:
        kept.new_place()
    assert caught.value.code == "screens_many"


@pytest.mark.parametrize("change", [
    "screen = '[]'", "screen = '{}'", "content = 'null'", "content = '{\"kind\": \"picture\", \"camera\": \"\"}'",
    "content = '{\"kind\": \"wall\"}'", "content = '{\"kind\": [], \"camera\": \"\"}'",
    "content = json_set(content, '$.window', json('[1,2]'))", "content = json_set(content, '$.camera', 7)",
])
def test_a_spoilt_row_is_skipped_and_left_alone(data_folder: Path, change: str) -> None:
    with open_records(data_folder) as records:
        kept = service(records)
        spoilt, sound = SentWindow(kept.new_place(), HDMI), SentWindow(kept.new_place(), HDMI)
        kept.put(spoilt)
        kept.put(sound)
        path = records.paths.database
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE screen_window SET {change} WHERE place = ?", [spoilt.place])
        raw.commit()
    with open_records(data_folder) as records:
        assert service(records).windows() == (sound,)
        assert len(records.rows("SELECT * FROM screen_window")) == 2


def test_a_safe_start_uses_nothing_of_it_and_leaves_it_alone(records: Records) -> None:
    window = SentWindow("screen-x", HDMI)
    service(records).put(window)
    safe = service(records, safe_start=True)
    assert safe.windows() == ()
    safe.forget("screen-x")
    another = SentWindow(safe.new_place(), HDMI)
    safe.put(another)
    assert service(records).windows() == (window, another)


def test_a_safe_start_begins_plain_and_writes_only_what_is_changed(records: Records) -> None:
    walls = WallService(records.door, records.reader, records.bus, records.desk, 0.01)
    walls.set_current(filled_wall("4", [A]), "Night")
    walls.flush()
    safe = WallService(records.door, records.reader, records.bus, records.desk, 0.01, safe_start=True)
    assert safe.current() is None
    safe.set_current(empty_wall("9"))
    safe.flush()
    kept = WallService(records.door, records.reader, records.bus, records.desk).current()
    assert kept == (filled_wall("4", [A]), "Night"), "the plain wall takes nobody's place"
    safe.set_current(empty_wall("16"))
    safe.flush()
    assert WallService(records.door, records.reader, records.bus, records.desk).current() == (empty_wall("16"), "")


def test_a_safe_start_reads_a_mode_as_never_set(records: Records) -> None:
    SettingsService(records.door, records.reader, records.bus, {}, records.desk).set("wall.mode", "what_works")
    safe = SettingsService(records.door, records.reader, records.bus, {}, records.desk, SAFE_START)
    assert safe.text("wall.mode") == "all_places"
    kept = SettingsService(records.door, records.reader, records.bus, {}, records.desk)
    assert kept.text("wall.mode") == "what_works"
    safe.set("wall.mode", "what_works")
    assert safe.text("wall.mode") == "what_works"


def test_the_console_knows_that_it_is_a_safe_start(data_folder: Path) -> None:
    with Console(Options(data_folder, {}, safe_start=True)) as console:
        assert console.services.safe_start
        console.services.screen_windows.put(SentWindow("screen-x", HDMI))
    with Console(Options(data_folder, {})) as console:
        assert not console.services.safe_start
        assert [w.place for w in console.services.screen_windows.windows()] == ["screen-x"]
