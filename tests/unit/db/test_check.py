"""`check` finds each kind of damage by its own name, and writes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.core.secrets import Secret
from safecity_console.db.database import prepare_database
from safecity_console.db.history import Note, begin_run, put_note
from safecity_console.db.layouts import put_layout
from safecity_console.db.migrations import STEPS
from safecity_console.db.walls import put_saved
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.wall import filled_wall
from safecity_console.domain.watch import HistoryState
from safecity_console.services.check import check_data
from tests.fakes.records import open_records

SCREEN = '{"name":"A","model":"","manufacturer":"","serial":"","box":[0,0,1,1],"index":0}'
SENT = '{"kind":"wall","camera":"","window":null}'
_KEYS = ("INSERT INTO key_binding SELECT '" + "k" * 36 + "', '{command}', '{keys}', 1, created_at, updated_at"
         " FROM camera LIMIT 1")
_DEFAULT = "INSERT INTO default_wall SELECT '" + "d" * 36 + "', '', id, 1, created_at, updated_at FROM wall"


@pytest.fixture
def paths(data_folder: Path) -> DataPaths:
    """A whole data folder, closed: two cameras, passwords, a history, a wall."""
    clock = ManualClock()
    with open_records(data_folder, clock) as records:
        first = records.cameras.add(CameraDraft(1, "Chowk", "rtsp://h/1", site="S"), Secret("one"))
        records.cameras.add(CameraDraft(2, "Gate", "rtsp://h/2"), Secret("two"))
        records.door.write(lambda tx: begin_run(tx, clock.now()))
        for state in (HistoryState.LIVE, HistoryState.OFFLINE, HistoryState.LIVE, HistoryState.LATE):
            clock.advance(60)
            records.door.write(lambda tx, state=state: put_note(tx, Note(first.id, state, "", "", clock.now())))
        records.door.write(lambda tx: put_saved(tx, "Night", filled_wall("4", [first.id])))
        records.door.write(lambda tx: put_layout(tx, "Gate", "g2x1:0.0.1.1,1.0.1.1"))
    return data_paths(data_folder)


def _spoil(paths: DataPaths, *statements: str) -> None:
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        for statement in statements:
            raw.executescript(statement)


def _kinds(paths: DataPaths, deep: bool = False) -> set[str]:
    return {problem.kind for problem in check_data(paths, deep, use_keyring=False)}


@pytest.mark.parametrize("deep", [False, True])
def test_a_whole_folder_has_no_problems(paths: DataPaths, deep: bool) -> None:
    assert check_data(paths, deep, use_keyring=False) == ()


def test_removed_cameras_leave_no_problem(paths: DataPaths) -> None:
    with open_records(paths.root) as records:
        for camera in records.cameras.cameras():
            records.cameras.remove(camera.id)
    assert check_data(paths, True, use_keyring=False) == ()


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("foreign_key", "UPDATE stream_profile SET camera_id = 'nobody' WHERE url LIKE '%1'"),
        ("camera_without_stream", "DELETE FROM stream_profile"),
        ("profile_url", "UPDATE stream_profile SET url = 'rtsp://u:p@h/'"),
        ("profile_url", "UPDATE stream_profile SET url = 'rtsp://'"),
        ("wall_camera", "UPDATE wall SET tiles = '[\"stranger\", null, null, null]'"),
        ("wall_unreadable", "UPDATE wall SET layout = '17'"),
        ("layout_unreadable", "UPDATE own_layout SET grid = 'g2x1:0.0.1.1'"),
        ("screen_window_unreadable", f"INSERT INTO screen_window SELECT '{'x' * 36}', 's', '[]', '{{}}', 1,"
         " created_at, updated_at FROM camera LIMIT 1"),
        ("wall_options", "UPDATE wall SET options = '[1]'"),
        ("wall_options", "UPDATE wall SET options = '{\"hotspot\": 4}'"),
        ("wall_options", "UPDATE wall SET options = '{\"pinned\": [0, \"x\"]}'"),
        ("wall_options", "UPDATE wall SET options = '{\"locked\": 2}'"),
        ("stick_profile_unreadable", "INSERT INTO stick_profile SELECT '" + "s" * 36 + "', '068e:00ca:Desk',"
         " '{\"axes\": 3}', 1, created_at, updated_at FROM camera LIMIT 1"),
        ("keys_unreadable", _KEYS.format(command="wall.undo", keys="{}")),
        ("keys_unreadable", _KEYS.format(command="wall.undo", keys='["F1"]')),
        ("keys_unreadable", _KEYS.format(command="no.such", keys='["F5"]')),
        ("default_wall", "UPDATE wall SET role = 'current'; " + _DEFAULT),
        ("screen_window_unreadable", f"INSERT INTO screen_window SELECT '{'x' * 36}', 'main', '{SCREEN}',"
         f" '{SENT}', 1, created_at, updated_at FROM camera LIMIT 1"),
        ("row_unreadable", "UPDATE camera SET created_at = 'long ago'"),
        ("history_order", "DELETE FROM camera_state WHERE state = 'offline'"),
        ("history_order", "UPDATE camera_state SET to_at = '2026-11-23T10:43:30.000Z' WHERE state = 'offline'"),
        ("history_backwards", "UPDATE camera_state SET to_at = '2020-01-01T00:00:00.000Z' WHERE state = 'offline'"),
        ("schema", "DROP INDEX camera_number"),
        ("schema", "CREATE TABLE stowaway (x TEXT)"),
        ("schema", "ALTER TABLE site ADD COLUMN colour TEXT"),
        ("sealed_password", "UPDATE sealed_password SET sealed = randomblob(60)"),
        ("integrity", "UPDATE camera SET number = 0 WHERE number = 1"),
    ],
)
def test_each_damage_has_its_name(paths: DataPaths, kind: str, statement: str) -> None:
    _spoil(paths, statement)
    assert kind in _kinds(paths)


def test_swapped_passwords_are_found(paths: DataPaths) -> None:
    _spoil(
        paths,
        "CREATE TEMP TABLE both_of AS SELECT camera_id, sealed FROM sealed_password",
        "UPDATE sealed_password SET sealed ="
        " (SELECT sealed FROM both_of WHERE both_of.camera_id <> sealed_password.camera_id)",
    )
    assert [p.kind for p in check_data(paths, use_keyring=False)] == ["sealed_password", "sealed_password"]


def test_two_open_spans_are_found(paths: DataPaths) -> None:
    _spoil(paths, "DROP INDEX camera_state_open", "UPDATE camera_state SET to_at = NULL")
    assert {"history_open", "schema"} <= _kinds(paths)


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("vault", lambda paths: (paths.keys / "vault.key").unlink()),
        ("vault", lambda paths: (paths.keys / "vault.key").write_text("nonsense")),
        ("file_mode", lambda paths: paths.database.chmod(0o644)),
        ("file_mode", lambda paths: (paths.keys / "vault.key").chmod(0o640)),
        ("database_missing", lambda paths: paths.database.unlink()),
        ("database_damaged", lambda paths: paths.database.write_bytes(b"SQLite format 3\0" + b"\x07" * 5000)),
        ("database_too_new", lambda paths: _spoil(paths, "PRAGMA user_version=99")),
    ],
)
def test_damage_around_the_rows_has_its_name(paths: DataPaths, kind: str, act: Callable[[DataPaths], object]) -> None:
    act(paths)
    assert kind in _kinds(paths)


def test_an_old_file_is_named_and_not_touched(data_folder: Path) -> None:
    paths = data_paths(data_folder)
    prepare_database(paths.database, paths.backups, ManualClock(), STEPS[:2])
    before = paths.database.read_bytes()
    assert _kinds(paths) == {"database_old"}
    assert paths.database.read_bytes() == before


def test_a_stepped_clock_is_no_problem(paths: DataPaths) -> None:
    clock = ManualClock()
    clock.advance(-timedelta(days=1).total_seconds())
    with open_records(paths.root, clock) as records:
        records.door.write(lambda tx: begin_run(tx, clock.now()))
    assert check_data(paths, True, use_keyring=False) == ()
