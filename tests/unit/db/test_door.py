"""The one door: grouping, savepoints, hooks, conflicts, stopping."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.db.database import connect, prepare_database
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Change, Op, Table, Transaction
from safecity_console.domain.errors import Conflict, NotFound, Refused
from tests.fakes.records import Records, open_records


@pytest.fixture
def records(data_folder: Path) -> Iterator[Records]:
    with open_records(data_folder) as opened:
        yield opened


def _add_site(name: str):
    return lambda tx: tx.insert(Table.SITE, {"name": name}).row_id


def _hold(door: Door) -> threading.Event:
    """Keep the door busy with a job of its own until the event is set."""
    begun, gate = threading.Event(), threading.Event()

    def job(tx: Transaction) -> None:
        begun.set()
        gate.wait(5)

    door.submit(job)
    assert begun.wait(5)
    return gate


def test_a_write_has_id_revision_and_times(records: Records) -> None:
    row_id = records.door.write(_add_site("Chowk"))
    (row,) = records.rows("SELECT * FROM site")
    assert row["id"] == row_id
    assert len(row_id) == 36
    assert row_id[14] == "7"
    assert row["revision"] == 1
    assert row["created_at"] == row["updated_at"] == "2026-11-23T10:42:07.000Z"


def test_the_writing_connection_is_safe_against_a_power_cut(records: Records) -> None:
    def pragmas(tx: Transaction) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [next(iter(tx.rows(f"PRAGMA {name}")[0].values())) for name in names]

    assert records.door.write(pragmas) == ["wal", 2, 1]


def test_update_raises_the_revision_and_moves_updated_at_only(records: Records) -> None:
    row_id = records.door.write(_add_site("Chowk"))
    assert isinstance(records.clock, ManualClock)
    records.clock.advance(5)
    change = records.door.write(lambda tx: tx.update(Table.SITE, row_id, {"name": "Main Chowk"}, expected_revision=1))
    assert change == Change(Table.SITE, row_id, 2, Op.PUT)
    (row,) = records.rows("SELECT * FROM site")
    assert (row["name"], row["created_at"], row["updated_at"]) == (
        "Main Chowk", "2026-11-23T10:42:07.000Z", "2026-11-23T10:42:12.000Z",
    )  # fmt: skip


def test_a_stale_revision_is_a_conflict_and_changes_nothing(records: Records) -> None:
    row_id = records.door.write(_add_site("Chowk"))
    records.door.write(lambda tx: tx.update(Table.SITE, row_id, {"name": "First"}, 1))
    with pytest.raises(Conflict) as caught:
        records.door.write(lambda tx: tx.update(Table.SITE, row_id, {"name": "Second"}, 1))
    assert caught.value.code == "changed_meanwhile"
    assert caught.value.figures["found"] == 2
    assert records.rows("SELECT name FROM site") == [{"name": "First"}]


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_a_missing_row_is_not_found(records: Records, verb: str) -> None:
    def job(tx: Transaction) -> None:
        if verb == "update":
            tx.update(Table.SITE, "nobody", {"name": "x"})
        else:
            tx.delete(Table.SITE, "nobody")

    with pytest.raises(NotFound):
        records.door.write(job)


def test_upsert_and_delete_say_what_they_did(records: Records) -> None:
    key = "01a20640-b3f1-74b5-872a-acfc31df3fb1"

    def job(tx: Transaction) -> tuple[Change, ...]:
        tx.upsert(Table.SITE, key, {"name": "a"})
        tx.upsert(Table.SITE, key, {"name": "b"})
        tx.delete(Table.SITE, key)
        return tx.changes

    assert [(c.revision, c.op) for c in records.door.write(job)] == [(1, Op.PUT), (2, Op.PUT), (2, Op.DELETE)]
    assert records.rows("SELECT * FROM site") == []


def test_jobs_that_wait_together_share_one_commit_and_fail_alone(records: Records) -> None:
    gate = _hold(records.door)
    before = records.door.commits

    def broken(tx: Transaction) -> None:
        tx.insert(Table.SITE, {"name": "half"})
        raise ValueError("a bug in a job")

    good = [records.door.submit(_add_site(f"site {n}")) for n in range(10)]
    bad = records.door.submit(broken)
    more = [records.door.submit(_add_site(f"site {n}")) for n in range(10, 20)]
    gate.set()
    assert len({f.result(5) for f in [*good, *more]}) == 20
    with pytest.raises(ValueError, match="a bug in a job"):
        bad.result(5)
    assert records.door.commits - before == 2  # the blocking one, then all others together
    names = {row["name"] for row in records.rows("SELECT name FROM site")}
    assert len(names) == 20
    assert "half" not in names


def test_a_future_completes_only_when_others_can_read_it(records: Records) -> None:
    for n in range(50):
        row_id = records.door.submit(_add_site(f"site {n}")).result(5)
        assert records.rows("SELECT id FROM site WHERE id = ?", row_id) == [{"id": row_id}]


def test_a_hook_writes_in_the_same_transaction_or_not_at_all(data_folder: Path) -> None:
    seen: list[tuple[Change, ...]] = []

    def outbox(tx: Transaction, changes: Sequence[Change]) -> None:
        seen.append(tuple(changes))
        for change in changes:
            tx.insert(Table.SETTING, {"key": f"outbox {change.row_id}", "value": str(change.revision)})
        if any(row["name"] == "forbidden" for row in tx.rows("SELECT name FROM site")):
            raise Refused("setting_value", key="outbox")

    with open_records(data_folder, before_commit=[outbox]) as records:
        row_id = records.door.write(_add_site("Chowk"))
        assert seen == [(Change(Table.SITE, row_id, 1, Op.PUT),)]
        assert records.rows("SELECT key, value FROM setting") == [{"key": f"outbox {row_id}", "value": "1"}]
        with pytest.raises(Refused):
            records.door.write(_add_site("forbidden"))
        assert len(records.rows("SELECT * FROM site")) == 1
        assert len(records.rows("SELECT * FROM setting")) == 1


def test_a_unique_number_is_translated_once_at_the_border(records: Records) -> None:
    camera = {"number": 1, "name": "x", "phase": 1, "enabled": 1}
    records.door.write(lambda tx: tx.insert(Table.CAMERA, camera))
    with pytest.raises(Conflict) as caught:
        records.door.write(lambda tx: tx.insert(Table.CAMERA, camera))
    assert caught.value.code == "number_taken"


def test_a_broken_rule_of_the_schema_is_a_bug_and_stays_one(records: Records) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        records.door.write(lambda tx: tx.insert(Table.CAMERA, {"number": 0, "name": "x", "phase": 1, "enabled": 1}))
    with pytest.raises(sqlite3.IntegrityError):
        records.door.write(
            lambda tx: tx.insert(
                Table.STREAM_PROFILE, {"camera_id": "none", "role": "main", "url": "x", "transport": "tcp"}
            )
        )


def test_stopping_writes_what_waits_and_refuses_what_comes_later(data_folder: Path) -> None:
    with open_records(data_folder) as records:
        gate = _hold(records.door)
        waiting = [records.door.submit(_add_site(f"site {n}")) for n in range(200)]
        records.door.ask_stop()
        with pytest.raises(Refused) as caught:
            records.door.submit(_add_site("late"))
        assert caught.value.code == "door_closed"
        gate.set()
        assert records.door.join(10)
        assert all(future.result(0) for future in waiting)
        assert records.rows("SELECT count(*) AS n FROM site") == [{"n": 200}]


def test_a_slow_door_is_given_up_after_the_timeout(records: Records) -> None:
    gate = _hold(records.door)
    try:
        with pytest.raises(Refused) as caught:
            records.door.write(_add_site("never"), timeout_s=0.05)
        assert caught.value.code == "database_slow"
    finally:
        gate.set()
    records.door.write(_add_site("after"))
    assert records.rows("SELECT name FROM site") == [{"name": "after"}]  # what was given up in the queue is not written


def test_a_job_that_waits_for_its_own_door_is_told_so(records: Records) -> None:
    with pytest.raises(RuntimeError, match="own door"):
        records.door.write(lambda tx: records.door.write(_add_site("inner")))


def test_a_full_disk_refuses_everything_of_the_commit_and_the_door_lives_on(records: Records) -> None:
    def no_room(tx: Transaction) -> None:
        tx.rows(f"PRAGMA max_page_count={tx.rows('PRAGMA page_count')[0]['page_count']}")

    records.door.write(no_room)
    gate = _hold(records.door)
    futures = [records.door.submit(_add_site("small")), records.door.submit(_add_site("x" * 80))]
    futures += [records.door.submit(lambda tx: tx.insert(Table.SITE, {"name": "big", "name_ur": "x" * 500_000}))]
    gate.set()
    with pytest.raises(Refused) as caught:
        futures[2].result(5)
    assert caught.value.code == "disk_full"
    told = {f.result(5) for f in futures[:2] if f.exception(5) is None}
    assert {row["id"] for row in records.rows("SELECT id FROM site")} == told
    records.door.write(lambda tx: tx.rows("PRAGMA max_page_count=1000000"))
    assert records.door.write(_add_site("after"))


def test_another_process_that_holds_the_file_is_waited_for(records: Records) -> None:
    with closing(connect(records.paths.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        future = records.door.submit(_add_site("patient"))
        threading.Timer(0.2, lambda: other.execute("COMMIT")).start()
        assert future.result(5)


def test_a_door_on_a_file_that_is_gone_refuses_instead_of_hanging(data_folder: Path, expect_errors) -> None:
    expect_errors("worker_crashed")
    door = Door(data_folder / "missing.db", ManualClock())
    future = door.submit(_add_site("x"))
    door.start()
    with pytest.raises(Refused):
        future.result(5)
    assert door.join(5)
    assert door.crashed


def test_readers_in_many_threads_see_whole_commits_only(records: Records) -> None:
    stop, torn = threading.Event(), []

    def read() -> None:
        while not stop.is_set():
            count = records.rows("SELECT count(*) AS n FROM site")[0]["n"]
            if count % 7:
                torn.append(count)

    threads = [threading.Thread(target=read, name=f"reader {n}") for n in range(4)]
    for thread in threads:
        thread.start()
    for n in range(40):
        records.door.write(lambda tx, n=n: [tx.insert(Table.SITE, {"name": f"{n} {i}"}) for i in range(7)])
    stop.set()
    for thread in threads:
        thread.join(5)
    assert torn == []
    assert records.rows("SELECT count(*) AS n FROM site") == [{"n": 280}]


def test_a_read_sees_one_moment(records: Records) -> None:
    def look(view) -> tuple[int, int]:
        first = len(view.rows("SELECT id FROM site"))
        records.door.write(_add_site("meanwhile"))
        return first, len(view.rows("SELECT id FROM site"))

    assert records.reader.read(look) == (0, 0)
    assert len(records.rows("SELECT id FROM site")) == 1


def test_a_reader_cannot_write(records: Records) -> None:
    with pytest.raises(Refused) as caught:
        records.rows("DELETE FROM site RETURNING id")
    assert caught.value.code == "database_read_only"


def test_a_closed_reader_leaves_no_open_file(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    prepare_database(path, tmp_path / "backups", ManualClock())
    reader = Reader(path)
    reader.read(lambda view: reader.rows("SELECT 1 AS one"))  # two lent at once
    reader.close()
    reader.close()
    with pytest.raises(Refused):
        reader.rows("SELECT 1 AS one")
    assert not [link for link in Path("/proc/self/fd").iterdir() if str(link.resolve()).startswith(str(path))]
