"""Every way to rewrite the chain is found and named; whole chains, crashes and two writers are not."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safecity_console.core.clock import ManualClock
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.domain.audit import (
    CONSOLE,
    FIRST_PREV,
    Action,
    AuditFilter,
    Deed,
    Head,
    Row,
    Subject,
    canonical,
    hash_of,
)
from safecity_console.domain.audit_proof import FLAWS_MOST, Proof, breaks
from safecity_console.services.check import check_data
from tests.fakes.audited import ROWS, Forger, filled, flaws, opened, verified

Attack = Callable[[Forger], None]


@pytest.fixture
def paths(data_folder: Path) -> DataPaths:
    return filled(data_folder)


def _other(said: dict[str, object]) -> None:
    said["badge"], said["name"] = "D-999", "somebody else"


def _swap(forger: Forger, one: int, other: int) -> None:
    forger.sql(f"UPDATE audit SET n = 9000 WHERE n = {one}", f"UPDATE audit SET n = {one} WHERE n = {other}",
               f"UPDATE audit SET n = {other} WHERE n = 9000")


def _replace_or(forger: Forger) -> None:
    """INSERT OR REPLACE deletes without a delete trigger: refused by the number."""
    with closing(sqlite3.connect(forger.paths.database)) as raw, pytest.raises(sqlite3.DatabaseError):
        raw.execute("INSERT OR REPLACE INTO audit SELECT n, at, action, 'x', body, hash FROM audit WHERE n = 5")
    forger.sql("INSERT OR REPLACE INTO audit SELECT n, at, action, 'x', body, hash FROM audit WHERE n = 5")


def _older_backup(forger: Forger) -> None:
    forger.copy_files(forger.paths.root.parent / "older")
    filled(forger.paths.root, 10)
    forger.put_files_back(forger.paths.root.parent / "older")


def _rows_of_another_station(forger: Forger) -> None:
    other = filled(forger.paths.root.parent / "other", ROWS + 5)
    for end in ("", "-wal", "-shm"):
        Path(f"{forger.paths.database}{end}").unlink(missing_ok=True)
    shutil.copy(other.database, forger.paths.database)


ATTACKS: dict[str, tuple[Attack, tuple[tuple[str, int], ...]]] = {
    "body changed": (lambda f: f.rewrite(12, _other, rehash=False), (("changed", 12),)),
    "body and hash changed": (lambda f: f.rewrite(12, lambda s: s.update(detail={})), (("changed", 12),)),
    "hash changed": (lambda f: f.sql("UPDATE audit SET hash = replace(hash, substr(hash, 1, 4), 'beef') WHERE n = 12"),
                     (("changed", 12),)),
    "last row and its hash": (lambda f: f.rewrite(ROWS, lambda s: s.update(detail={})), (("rewritten", ROWS),)),
    "tail rewritten": (lambda f: f.rewrite_to_the_end(30, lambda s: s.update(detail={})), (("rewritten", ROWS),)),
    "row deleted": (lambda f: f.sql("DELETE FROM audit WHERE n = 12"), (("missing", 12),)),
    "first rows deleted": (lambda f: f.sql("DELETE FROM audit WHERE n < 4"), (("missing", 1),)),
    "neighbours exchanged": (lambda f: _swap(f, 12, 13), (("reordered", 12), ("reordered", 13))),
    "far rows exchanged": (lambda f: _swap(f, 5, 25), (("reordered", 5), ("reordered", 25))),
    "last row cut off": (lambda f: f.sql(f"DELETE FROM audit WHERE n > {ROWS - 1}"), (("cut_off", ROWS),)),
    "last rows cut off": (lambda f: f.sql("DELETE FROM audit WHERE n > 20"), (("cut_off", 21),)),
    "all rows cut off": (lambda f: f.sql("DELETE FROM audit"), (("cut_off", 1),)),
    "badge column": (lambda f: f.sql("UPDATE audit SET badge = 'D-1' WHERE n = 12"), (("column", 12),)),
    "time column": (lambda f: f.sql("UPDATE audit SET at = '2031-01-01T00:00:00.000Z' WHERE n = 40"),
                    (("column", 40),)),
    "no entry at all": (lambda f: f.put(40, "[]", hash_of("[]")), (("unreadable", 40), ("rewritten", 40))),
    "bytes that are no text": (lambda f: f.sql("DROP INDEX audit_about", "DROP INDEX audit_not_done",
                                               "DROP INDEX audit_misconduct",
                                               "UPDATE audit SET body = CAST(x'7bff7d' AS TEXT) WHERE n = 12"),
                               (("changed", 12), ("guard", 0))),
    "trigger dropped": (lambda f: _raw(f, "DROP TRIGGER audit_no_delete"), (("guard", 0),)),
    "trigger emptied": (lambda f: _raw(f, "DROP TRIGGER audit_no_delete",
                                       "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT 1; END"),
                        (("guard", 0),)),
    "insert or replace": (_replace_or, (("column", 5),)),
    "an older copy of the file": (_older_backup, (("cut_off", ROWS + 1),)),
    "another station's file": (_rows_of_another_station, (("rewritten", ROWS),)),
    "head file away": (lambda f: f.paths.audit_head.unlink(), (("head_missing", 0),)),
    "head file forged": (lambda f: f.paths.audit_head.write_bytes(
        f"1:{'a' * 64} {'b' * 64}\n".encode().ljust(512) * 2), (("head_damaged", 0),)),
    "newest slot away": (lambda f: f.paths.audit_head.write_bytes(
        b" " * 512 + f.paths.audit_head.read_bytes()[512:]), (("head_damaged", 0),)),
    "key away": (lambda f: (f.paths.keys / "vault.key").unlink(), (("head_damaged", 0),)),
}


def _raw(forger: Forger, *statements: str) -> None:
    with closing(sqlite3.connect(forger.paths.database, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


@pytest.mark.parametrize("name", ATTACKS)
def test_every_attack_is_found_and_named(paths: DataPaths, name: str) -> None:
    assert verified(paths).ok
    attack, expected = ATTACKS[name]
    attack(Forger(paths))
    found = verified(paths)
    named = flaws(found)
    if name == "key away":
        expected = (("head_key", 0),)
    if name == "another station's file":
        expected = tuple(one for one in named if one[0] in ("rewritten", "cut_off"))
        assert expected
    assert named == set(expected), found.flaws
    kinds = {problem.kind for problem in check_data(paths, deep=True, use_keyring=False)}
    assert kinds & {f"audit_{kind}" for kind, _ in expected} or "schema" in kinds, kinds


def test_a_file_kept_with_its_head_file_is_found_by_a_printed_head_alone(paths: DataPaths) -> None:
    """Whoever puts back all files together is found by what lies elsewhere: a handover sheet, headquarters."""
    kept, forger = paths.root.parent / "kept", Forger(paths)
    forger.copy_files(kept)
    head_file = paths.audit_head.read_bytes()
    filled(paths.root, 10)
    printed = str(verified(paths).head)
    forger.put_files_back(kept)
    paths.audit_head.write_bytes(head_file)
    assert verified(paths).ok
    assert flaws(verified(paths, (printed,))) == {("cut_off", ROWS + 1)}
    filled(paths.root, 20)
    assert flaws(verified(paths, (printed,))) == {("rewritten", ROWS + 10)}


def test_starting_the_console_does_not_make_a_cut_forgotten(paths: DataPaths) -> None:
    left = str(verified(paths).head)
    Forger(paths).sql("DELETE FROM audit WHERE n > 20")
    filled(paths.root, 5)
    found = verified(paths)
    assert flaws(found) == {("told", 21)}
    assert found.flaws[0].detail == f"cut_off {left}"
    assert "audit_told" in {problem.kind for problem in check_data(paths, use_keyring=False)}


def test_a_log_taken_away_after_a_crash_is_found(paths: DataPaths, tmp_path: Path) -> None:
    image = tmp_path / "image"
    with opened(paths.root) as console:
        for n in range(10):
            console.services.desk.note_now(Action.VIEW, Subject("camera", str(n)))
        shutil.copytree(paths.root, image)  # as the machine would find it after a crash
    crashed = data_paths(image)
    assert verified(crashed).ok
    (image / "console.db-wal").unlink()
    (image / "console.db-shm").unlink(missing_ok=True)
    assert flaws(verified(crashed)) == {("cut_off", ROWS + 1)}


def _row(n: int, prev: str, at: str = "2026-01-01T00:00:00.000Z", action: Action = Action.VIEW) -> Row:
    body = canonical(n, at, prev, Deed(action, CONSOLE), "X")
    return Row(n, at, action.value, "", body, hash_of(body))


def _chain(count: int) -> list[Row]:
    rows: list[Row] = []
    for n in range(1, count + 1):
        rows.append(_row(n, rows[-1].hash if rows else FIRST_PREV))
    return rows


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_other_sequence_of_rows_has_a_flaw(data: st.DataObject) -> None:
    rows = _chain(data.draw(st.integers(2, 12)))
    head = Head(rows[-1].n, rows[-1].hash)
    assert breaks(rows, [head]) == ()
    other = data.draw(st.lists(st.sampled_from(rows), max_size=12))
    numbered = sorted(other, key=lambda row: row.n)
    assert (breaks(numbered, [head]) == ()) == (numbered == rows)
    renumbered = [Row(n, r.at, r.action, r.badge, r.body, r.hash) for n, r in enumerate(other, 1)]
    assert (breaks(renumbered, [head]) == ()) == (renumbered == rows)


def test_a_quick_look_takes_the_row_before_it_as_given_and_flaws_are_bounded() -> None:
    rows = _chain(20)
    proof = Proof([Head(3, "f" * 64), Head(15, rows[14].hash)], Head(10, rows[9].hash))
    for row in rows[10:]:
        proof.add(row)
    assert proof.end() == ()
    proof = Proof()
    for n in range(1, FLAWS_MOST + 11):
        proof.add(Row(n, "", "", "", "x", "y"))
    assert (len(proof.end()), proof.more) == (FLAWS_MOST, 10)


def test_a_clock_that_was_set_is_told_in_the_chain(data_folder: Path) -> None:
    clock = ManualClock()
    with opened(data_folder, clock) as console:
        desk = console.services.desk
        desk.note_now(Action.VIEW)
        for back_s in (-3600, 5, 1.5, -1.5):  # those within the slack are not worth a row
            clock.advance(10)
            clock.set_wall(clock.now() + timedelta(seconds=back_s))
            desk.note_now(Action.VIEW)
        with pytest.raises(ValueError, match="x"):
            console.services.audit._desk._door.write(_failing(clock, desk))  # told nowhere: told with the next
        desk.note_now(Action.VIEW)
        entries = [e for e in console.services.audit.entries(console.services.audit.find(AuditFilter())[::-1])
                   if e.action == Action.CLOCK.value]
    assert [e.detail["step_ms"] for e in entries] == [-3_600_000, 5000, 60_000]
    clock.set_wall(clock.now() - timedelta(days=1))  # set back while no console ran
    filled(data_folder, 3, clock)
    paths = data_paths(data_folder)
    assert verified(paths).ok
    Forger(paths).rewrite_to_the_end(2, lambda said: said.update(at="2030-01-01T00:00:00.000Z"))
    Forger(paths).sql("UPDATE audit SET at = '2030-01-01T00:00:00.000Z' WHERE n = 2")
    assert ("backwards", 4) in flaws(verified(paths)) or ("backwards", 3) in flaws(verified(paths))


def _failing(clock: ManualClock, desk: object) -> Callable[[object], None]:
    clock.set_wall(clock.now() + timedelta(minutes=1))

    def job(transaction: object) -> None:
        desk.append(transaction, Action.VIEW)  # type: ignore[attr-defined]
        raise ValueError("x")

    return job


CHILD = """
import sys, threading
from pathlib import Path
from safecity_console.domain.audit import Action, Subject
from tests.fakes.audited import opened
console = opened(Path(sys.argv[1]))
desk = console.services.desk
most = int(sys.argv[2])
n = 0
while n < most:
    n += 1
    desk.note(Action.VIEW, Subject("camera", str(n)))
    if n % 5 == 0:
        desk.note_now(Action.PTZ, Subject("camera", str(n)))
        sys.stdout.write(f"{console.services.audit.head()}\\n")
        sys.stdout.flush()
console.close()
"""


def _child(root: Path, most: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    return subprocess.Popen([sys.executable, "-c", CHILD, str(root), str(most)], stdout=subprocess.PIPE,
                            env=environment, text=True)


def test_kill_nine_leaves_a_chain_that_verifies(data_folder: Path) -> None:
    paths, chance, known = data_paths(data_folder), random.Random(3), []
    for _ in range(6):
        child = _child(data_folder, 1_000_000)
        assert child.stdout is not None
        known.append(child.stdout.readline().strip())
        time.sleep(chance.uniform(0.02, 0.25))
        child.send_signal(signal.SIGKILL)
        known += child.stdout.read().rpartition("\n")[0].split()
        child.stdout.close()
        child.wait(10)
        found = verified(paths, tuple(known))
        assert found.ok, found.flaws
    assert found.rows > 50


def test_two_processes_write_one_chain(data_folder: Path) -> None:
    filled(data_folder, 1)
    children = [_child(data_folder, 150) for _ in range(2)]
    printed: list[str] = []
    for child in children:
        out, _ = child.communicate(timeout=60)
        printed += out.split()
        assert child.returncode == 0
    found = verified(data_paths(data_folder), tuple(printed))
    assert found.ok, found.flaws
    assert found.rows == 1 + 2 * (150 + 30)
