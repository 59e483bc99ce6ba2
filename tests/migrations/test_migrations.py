"""Upgraded files and fresh ones have one schema, and a file of every released version opens with its rows."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.db.check import expected_schema, inspect, schema_of
from safecity_console.db.database import connect, prepare_database
from safecity_console.db.migrations import SCHEMA_VERSION, STEPS
from safecity_console.db.reader import Reader, View

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").glob("*.db"))
GOLDEN = HERE / "schema.sql"


def _schema_text(path: Path) -> str:
    with closing(connect(path)) as db:
        statements = schema_of(View(db))
    return "".join(f"{statement};\n" for _, statement in sorted(statements.items()))


def test_a_fresh_file_has_the_schema_that_is_written_down(tmp_path: Path) -> None:
    path = tmp_path / "fresh.db"
    prepare_database(path, tmp_path / "backups", ManualClock())
    assert _schema_text(path) == GOLDEN.read_text(encoding="utf-8"), (
        "a schema changes by a new step, and schema.sql with it"
    )


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_climbing_from_any_version_leads_to_the_same_schema(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    prepare_database(path, tmp_path / "backups", ManualClock(), STEPS[:version])
    assert _schema_text(path) != GOLDEN.read_text(encoding="utf-8")
    assert prepare_database(path, tmp_path / "backups", ManualClock()).found == version
    assert _schema_text(path) == GOLDEN.read_text(encoding="utf-8")


def test_there_is_a_file_of_every_version() -> None:
    versions = {int(path.stem.rpartition("-v")[2]) for path in FILES}
    assert versions == set(range(1, SCHEMA_VERSION + 1)), "run tests/migrations/make_file.py before a release"


@pytest.mark.parametrize("kept", FILES, ids=lambda path: path.stem)
def test_a_file_written_by_an_earlier_version_opens_whole(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "console.db"
    shutil.copy(kept, path)
    path.chmod(0o600)
    version = int(kept.stem.rpartition("-v")[2])
    assert prepare_database(path, tmp_path / "backups", ManualClock()).found == version
    assert _schema_text(path) == GOLDEN.read_text(encoding="utf-8")
    with closing(Reader(path)) as reader:
        assert reader.read(lambda view: inspect(view, deep=True)) == ()
        assert reader.rows("SELECT number, name FROM camera WHERE removed_at IS NULL ORDER BY number")[0] == {
            "number": 1,
            "name": "Chowk Shaheedan",
        }


def test_the_steps_alone_make_what_check_expects() -> None:
    assert set(expected_schema()) >= {
        "site",
        "camera",
        "stream_profile",
        "camera_state",
        "console_run",
        "wall",
        "setting",
    }
