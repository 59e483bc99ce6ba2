"""Opening: fresh, newer, foreign, damaged files; steps, their backups and their transactions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from safecity_console.core.clock import ManualClock
from safecity_console.db import database
from safecity_console.db.database import APPLICATION_ID, BACKUPS_KEPT, connect, look, prepare_database, schema_version
from safecity_console.db.migrations import SCHEMA_VERSION, STEPS
from safecity_console.domain.errors import DatabaseDamaged, DatabaseTooNew, Refused


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "console.db"


def _prepare(path: Path, steps=STEPS):
    return prepare_database(path, path.parent / "backups", ManualClock(), steps)


def test_a_fresh_file_is_private_and_at_the_newest_schema(path: Path) -> None:
    prepared = _prepare(path)
    assert (prepared.found, prepared.version, prepared.backups) == (0, SCHEMA_VERSION, ())
    assert path.stat().st_mode & 0o777 == 0o600
    assert look(path) == SCHEMA_VERSION
    with closing(connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert _prepare(path).found == SCHEMA_VERSION


def test_a_newer_file_is_refused_and_left_byte_for_byte(path: Path) -> None:
    _prepare(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew) as caught:
        _prepare(path)
    assert (caught.value.found, caught.value.known) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged):
        _prepare(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"this is a letter, not a database\n" * 40, b"SQLite format 3\x00" + b"\xff" * 4080]
)
def test_what_is_no_database_is_refused_and_left(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        _prepare(path)
    assert path.read_bytes() == content


def test_flipped_bytes_in_any_page_are_noticed_or_harmless_but_never_a_crash(path: Path) -> None:
    _prepare(path)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
    whole = path.read_bytes()
    noticed = 0
    for page in range(0, len(whole), 4096):
        broken = bytearray(whole)
        broken[page : page + 64] = bytes(b ^ 0xFF for b in broken[page : page + 64])
        path.write_bytes(broken)
        try:
            _prepare(path)
        except DatabaseDamaged:
            noticed += 1
    assert noticed >= len(whole) // 4096 - 1


def test_a_folder_where_the_file_should_be_is_refused(path: Path) -> None:
    _prepare(path)
    with pytest.raises(Refused) as caught:
        connect(path.parent)
    assert caught.value.code == "database_unreachable"


def _with_rows(db: Database) -> None:
    db.execute("CREATE TABLE extra (id TEXT) STRICT")


def _fails_half_way(db: Database) -> None:
    db.execute("CREATE TABLE half (id TEXT) STRICT")
    raise ValueError("a bug in a step")


def test_each_step_of_an_existing_file_is_backed_up_first(path: Path) -> None:
    _prepare(path, STEPS[:1])
    prepared = _prepare(path)
    assert [p.name[-8:] for p in prepared.backups] == [f"v{n:04d}.db" for n in range(1, SCHEMA_VERSION)]
    for version, copy in enumerate(prepared.backups, start=1):
        assert copy.stat().st_mode & 0o777 == 0o600
        assert copy.read_bytes()[18:20] == b"\x01\x01"  # not in WAL: the copy is whole in one file
        with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as raw:
            assert raw.execute("PRAGMA user_version").fetchone()[0] == version
            assert raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_the_newest_ten_backups_are_kept(path: Path) -> None:
    _prepare(path, STEPS[:1])
    folder = path.parent / "backups"
    folder.mkdir()
    for n in range(15):
        (folder / f"console-20250101T0000{n:02d}.000Z-v0001.db").write_bytes(b"old")
    prepared = _prepare(path)
    left = sorted(p.name for p in folder.iterdir())
    assert len(left) == BACKUPS_KEPT
    assert {p.name for p in prepared.backups} <= set(left)
    oldest = 15 + (SCHEMA_VERSION - 1) - BACKUPS_KEPT
    assert f"console-20250101T0000{oldest - 1:02d}.000Z-v0001.db" not in left
    assert f"console-20250101T0000{oldest:02d}.000Z-v0001.db" in left


def test_a_step_that_fails_leaves_the_version_before_it(path: Path) -> None:
    _prepare(path)
    with pytest.raises(ValueError, match="a bug in a step"):
        _prepare(path, (*STEPS, _with_rows, _fails_half_way))
    with closing(connect(path)) as db:
        assert schema_version(db) == SCHEMA_VERSION + 1  # the good step stays, the bad one is gone whole
        assert "extra" in db.table_names()
        assert "half" not in db.table_names()


def test_a_step_that_orphans_rows_is_undone(path: Path) -> None:
    def orphans(db: Database) -> None:
        db.execute(
            "INSERT INTO stream_profile VALUES ('01a20640-b3f1-74b5-872a-acfc31df3fb1', 'nobody', 'main', 'rtsp://h/',"
            " 'tcp', '', 0, 0, 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')"
        )

    _prepare(path)
    with pytest.raises(DatabaseDamaged):
        _prepare(path, (*STEPS, orphans))
    with closing(connect(path)) as db:
        assert schema_version(db) == SCHEMA_VERSION
        assert db.execute("SELECT count(*) FROM stream_profile").fetchone()[0] == 0


def test_a_backup_is_on_the_disk_before_the_step_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real = database.os.fsync
    monkeypatch.setattr(database.os, "fsync", lambda handle: (order.append("fsync"), real(handle))[1])
    _prepare(path)
    _prepare(path, (*STEPS, lambda db: order.append("step")))
    assert order == ["fsync", "fsync", "step"]  # the copy, its folder, then the step
