"""Walls and settings over a restart, and what spoilt rows cost."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from safecity_console.domain.errors import Conflict, NotFound, Refused
from safecity_console.domain.wall import Wall, empty_wall, filled_wall, place
from safecity_console.services.events import SettingChanged, WallsChanged
from safecity_console.services.settings import SettingsService
from safecity_console.services.walls import WallService
from tests.fakes.records import Records, open_records

A, B = "01a20640-b3f1-74b5-872a-acfc31df3fb1", "01a20640-b3f1-74b5-872a-acfc31df3fb2"


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def _walls(records: Records, debounce_s: float = 0.01) -> WallService:
    return WallService(records.door, records.reader, records.bus, records.desk, debounce_s)


def test_walls_are_saved_replaced_renamed_and_deleted(records: Records) -> None:
    heard: list[WallsChanged] = []
    records.bus.subscribe(WallsChanged, heard.append)
    walls = _walls(records)
    night = walls.save(" Night ", filled_wall("4", [A]))
    assert (night.name, night.wall.tiles) == ("Night", (A, None, None, None))
    again = walls.save("night", filled_wall("9", [B]))
    assert (again.id, again.revision) == (night.id, 2)
    day = walls.save("Day", empty_wall("1"))
    with pytest.raises(Conflict) as caught:
        walls.rename(day.id, "NIGHT")
    assert caught.value.code == "wall_name_taken"
    walls.rename(day.id, "Morning")
    assert [w.name for w in walls.saved()] == ["Morning", "night"]
    walls.delete(day.id)
    assert [w.name for w in walls.saved()] == [w.name for w in _walls(records).saved()] == ["night"]
    assert len(heard) == 5
    for gone in (lambda: walls.delete(day.id), lambda: walls.rename(day.id, "x")):
        with pytest.raises(NotFound):
            gone()


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\nb"])
def test_a_wall_needs_a_name(records: Records, name: str) -> None:
    with pytest.raises(Refused) as caught:
        _walls(records).save(name, empty_wall("4"))
    assert caught.value.code == "wall_name"


def test_the_wall_on_screen_comes_back_after_a_restart(data_folder: Path) -> None:
    with open_records(data_folder) as records:
        walls = _walls(records, debounce_s=60)
        assert walls.current() is None
        walls.start()
        walls.set_current(filled_wall("4", [A, B]), "Night")
        assert walls.stop()  # writes what is left without waiting for the pause
    with open_records(data_folder) as records:
        assert _walls(records).current() == (filled_wall("4", [A, B]), "Night")
        assert _walls(records).saved() == ()


def test_a_hundred_drags_are_few_writes(
    records: Records, wait_until: Callable[[Callable[[], bool], float], None]
) -> None:
    walls = _walls(records, debounce_s=0.1)
    walls.start()
    before = records.door.commits
    wall = filled_wall("9", [A, B])
    for n in range(100):
        wall = place(wall, n % 9, A)
        walls.set_current(wall)
    wait_until(lambda: records.door.commits > before, 5.0)
    assert walls.stop()
    assert records.door.commits - before <= 2
    assert _walls(records).current() == (wall, "")


def test_nothing_is_written_where_nothing_moved(records: Records) -> None:
    walls = _walls(records)
    walls.set_current(empty_wall("4"))
    walls.flush()
    before = records.door.commits
    walls.set_current(empty_wall("4"))
    walls.start()
    assert walls.stop()
    assert records.door.commits == before


def test_spoilt_walls_are_dropped_and_the_rest_is_there(records: Records) -> None:
    walls = _walls(records)
    walls.save("Day", empty_wall("4"))
    walls.save("Night", empty_wall("4"))
    walls.set_current(empty_wall("9"))
    walls.flush()
    with closing(sqlite3.connect(records.paths.database)) as raw:
        raw.execute("UPDATE wall SET layout = '17' WHERE name = 'Night' OR role = 'current'")
        raw.commit()
    fresh = _walls(records)
    assert [w.name for w in fresh.saved()] == ["Day"]
    assert fresh.current() is None
    fresh.save("Night", empty_wall("1"))
    assert [w.name for w in fresh.saved()] == ["Day", "Night"]


def test_settings_are_kept_and_told(records: Records) -> None:
    heard: list[SettingChanged] = []
    records.bus.subscribe(SettingChanged, heard.append)
    settings = SettingsService(records.door, records.reader, records.bus, {}, records.desk)
    assert (settings.text("screen.theme"), settings.number("wall.fps"), settings.flag("picture.check")) == (
        "dark",
        15,
        True,
    )
    settings.set("screen.theme", "light")
    settings.set("screen.theme", "light")
    settings.set("stream.late_after_s", 2)
    settings.set("picture.check", False)
    assert heard == [
        SettingChanged("screen.theme"),
        SettingChanged("stream.late_after_s"),
        SettingChanged("picture.check"),
    ]
    again = SettingsService(records.door, records.reader, records.bus, {}, records.desk)
    assert (again.get("screen.theme"), again.get("stream.late_after_s"), again.flag("picture.check")) == (
        "light",
        2.0,
        False,
    )


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("wall.colour", 1, "setting_unknown"),
        ("wall.fps", 99, "setting_value"),
        ("wall.fps", "15", "setting_value"),
        ("wall.fps", True, "setting_value"),
        ("screen.theme", "pink", "setting_value"),
        ("picture.check", 1, "setting_value"),
        ("stream.late_after_s", float("nan"), "setting_value"),
    ],
)
def test_what_does_not_fit_is_refused(records: Records, key: str, value: object, code: str) -> None:
    settings = SettingsService(records.door, records.reader, records.bus, {}, records.desk)
    with pytest.raises(Refused) as caught:
        settings.set(key, value)
    assert caught.value.code == code
    assert records.rows("SELECT * FROM setting") == []


def test_a_setting_of_another_kind_is_a_bug(records: Records) -> None:
    settings = SettingsService(records.door, records.reader, records.bus, {}, records.desk)
    for ask in (
        lambda: settings.flag("wall.fps"),
        lambda: settings.number("screen.theme"),
        lambda: settings.number("picture.check"),
        lambda: settings.text("wall.fps"),
    ):
        with pytest.raises(TypeError):
            ask()


def test_the_environment_wins_for_this_process_only(records: Records) -> None:
    settings = SettingsService(
        records.door, records.reader, records.bus, {"SAFECITY_WALL_FPS": "10", "SAFECITY_PASSWORD": "x"}, records.desk
    )
    settings.set("wall.fps", 20)
    assert (settings.number("wall.fps"), settings.overridden("wall.fps"), settings.overridden("screen.theme")) == (
        10,
        True,
        False,
    )
    assert SettingsService(records.door, records.reader, records.bus, {}, records.desk).number("wall.fps") == 20
    with pytest.raises(Refused):
        SettingsService(records.door, records.reader, records.bus, {"SAFECITY_WALL_FPS": "fast"}, records.desk)


def test_stored_values_that_do_not_fit_any_more_are_left_alone(records: Records) -> None:
    SettingsService(records.door, records.reader, records.bus, {}, records.desk).set("wall.fps", 20)
    with closing(sqlite3.connect(records.paths.database)) as raw:
        raw.execute("UPDATE setting SET value = '900'")
        raw.execute(
            "INSERT INTO setting SELECT ?, 'from.the.future', value, revision, created_at, updated_at FROM setting",
            [A],
        )
        raw.commit()
    assert SettingsService(records.door, records.reader, records.bus, {}, records.desk).get("wall.fps") == 15
    assert len(records.rows("SELECT * FROM setting")) == 2


def test_each_window_keeps_a_wall_of_its_own(records: Records) -> None:
    service = _walls(records)
    options = Wall("g2x1:0.0.1.1,1.0.1.1", ("a", None), locked=True, hotspot=1, pinned=frozenset({0}))
    service.set_current(filled_wall("4", ["a", "b"]), "Night")
    service.set_current(options, "", "screen-2")
    service.flush()
    again = _walls(records)
    assert again.current() == (filled_wall("4", ["a", "b"]), "Night")
    assert again.current("screen-2") == (options, "")
    again.forget_current("screen-2")
    again.flush()
    third = _walls(records)
    assert third.current("screen-2") is None
    assert third.current() is not None


def test_what_the_saver_has_in_hand_is_on_disk_before_a_flush_answers(records: Records,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    # Else a window on another screen could be kept before its wall, and a power cut would leave it without one.
    walls = _walls(records)
    begun, goes_on = threading.Event(), threading.Event()
    real = records.door.write

    def slow(job: Callable[..., object]) -> object:
        begun.set()
        assert goes_on.wait(10)
        return real(job)

    monkeypatch.setattr(records.door, "write", slow)
    walls.set_current(filled_wall("4", [A]), "", "screen-x")
    saver = threading.Thread(target=walls.flush)
    saver.start()
    assert begun.wait(10)
    answered = threading.Event()
    hand = threading.Thread(target=lambda: (walls.flush(), answered.set()))
    hand.start()
    assert not answered.wait(0.2), "it answered before the saver had written"
    goes_on.set()
    saver.join(10)
    hand.join(10)
    assert answered.is_set()
    assert records.rows("SELECT place FROM wall") == [{"place": "screen-x"}]
