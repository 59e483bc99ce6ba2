"""Wrong data in a row is damage, never a TypeError; times survive the way to text and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecity_console.db import rows
from safecity_console.db.registry import read_cameras, read_sites
from safecity_console.db.walls import put_saved, read_walls
from safecity_console.domain.camera import CameraDraft, StreamRole
from safecity_console.domain.errors import DatabaseDamaged
from safecity_console.domain.wall import filled_wall
from tests.fakes.records import open_records


@given(st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 30), timezones=st.timezones()))
def test_a_time_comes_back_to_the_millisecond(moment: datetime) -> None:
    back = rows.parse_time(rows.time_text(moment), "at")
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)
    assert back.tzinfo is UTC


def test_text_order_is_time_order() -> None:
    karachi = timezone(timedelta(hours=5))
    early, late = datetime(2026, 1, 1, 4, tzinfo=karachi), datetime(2026, 1, 1, 1, tzinfo=UTC)
    assert rows.time_text(early) < rows.time_text(late)


def test_a_time_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        rows.time_text(datetime(2026, 1, 1))


@pytest.mark.parametrize("value", [None, 5, "", "yesterday", "2026-11-23 10:00", "2026-13-01T00:00:00.000Z", b"x"])
def test_what_is_no_time_is_damage(value: object) -> None:
    with pytest.raises(DatabaseDamaged):
        rows.moment({"at": value}, "at")


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (rows.text, 5), (rows.text, None), (rows.integer, "5"), (rows.integer, 1.5), (rows.flag, 2), (rows.flag, "1"),
        (rows.optional_real, "x"), (rows.blob, "x"), (rows.optional_text, 3),
    ],
)  # fmt: skip
def test_a_value_of_a_wrong_kind_is_damage(read, value: object) -> None:
    with pytest.raises(DatabaseDamaged, match="column c"):
        read({"c": value}, "c")


def test_an_unknown_word_is_damage() -> None:
    with pytest.raises(DatabaseDamaged):
        rows.word({"role": "third"}, "role", StreamRole)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE camera SET created_at = 'long ago'",
        "UPDATE camera SET enabled = 7",
        "UPDATE stream_profile SET role = 'third'",
        "UPDATE stream_profile SET transport = 'pigeon'",
        "UPDATE site SET updated_at = ''",
        "UPDATE wall SET role = 'spare'",
    ],
)
def test_rows_spoilt_past_the_schema_are_damage(data_folder: Path, statement: str) -> None:
    with open_records(data_folder) as records:
        records.cameras.add(CameraDraft(1, "Chowk", "rtsp://h/", site="S"))
        records.door.write(lambda tx: put_saved(tx, "Night", filled_wall("4", [])))
        with closing(sqlite3.connect(records.paths.database)) as raw:
            raw.execute("PRAGMA ignore_check_constraints=ON")
            raw.execute(statement)
            raw.commit()
        with pytest.raises(DatabaseDamaged):
            records.reader.read(lambda view: (read_cameras(view), read_sites(view), read_walls(view)))


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE wall SET layout = '17'",
        "UPDATE wall SET tiles = '{}'",
        "UPDATE wall SET tiles = '[1, 2, 3, 4]'",
        "UPDATE wall SET tiles = '[null]'",
        'UPDATE wall SET tiles = \'["a", "a", null, null]\'',
        "UPDATE wall SET tiles = 'nonsense'",
        "UPDATE wall SET tiles = '" + "[" * 5000 + "'",
    ],
)
def test_a_spoilt_wall_is_reported_and_the_others_are_read(data_folder: Path, spoil: str) -> None:
    with open_records(data_folder) as records:
        records.door.write(lambda tx: put_saved(tx, "Day", filled_wall("4", [])))
        night = records.door.write(lambda tx: put_saved(tx, "Night", filled_wall("4", [])))
        with closing(sqlite3.connect(records.paths.database)) as raw:
            raw.execute("PRAGMA ignore_check_constraints=ON")
            raw.execute(f"{spoil} WHERE id = ?", [night])
            raw.commit()
        found = {row.name: row.saved is not None for row in records.reader.read(read_walls)}
        assert found == {"Day": True, "Night": False}
