"""Reading the chain: who may, what is hidden, filters, the file; restoring a copy; the verbs."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from safecity_console.cli.main import main
from safecity_console.core.clock import SystemClock
from safecity_console.core.instance_lock import InstanceLock
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode
from safecity_console.domain.audit import CONSOLE, Action, AuditFilter, Outcome, Subject
from safecity_console.domain.errors import Refused
from safecity_console.services.audit_verify import head_key
from safecity_console.services.console import ConsoleServices
from safecity_console.services.restore import RestoreOrder, restore_database
from safecity_console.wiring import Console
from tests.fakes.audited import filled, flaws, opened, verified

ADMIN, SSP, DUTY = ("A-1", "correct horse 9"), ("S-1", "battery staple 7"), ("D-104", "quiet river 31")
SUPERVISOR = ("V-2", "narrow bridge 55")


@pytest.fixture
def paths(data_folder: Path) -> DataPaths:
    """A folder with an administrator, the district head, a supervisor and a duty officer."""
    roles = {SSP: RoleCode.DISTRICT_HEAD, DUTY: RoleCode.DUTY_OFFICER, SUPERVISOR: RoleCode.SUPERVISOR}
    with opened(data_folder) as console:
        officers = console.services.officers
        officers.begin(ADMIN[0], "Asif", Secret(ADMIN[1]))
        _in(console, ADMIN)
        ids = {role.code: role.id for role in officers.roles()}
        for (badge, password), code in roles.items():
            officers.add(Officer("", badge, f"Officer {badge}", ids[code]), Secret(password), must_change=False)
    return data_paths(data_folder)


def _in(console: Console, who: tuple[str, str]) -> ConsoleServices:
    console.services.access.sign_in(who[0], Secret(who[1]))
    return console.services


def test_only_who_may_reads_and_each_reading_stands_in_the_chain(paths: DataPaths, tmp_path: Path) -> None:
    with opened(paths.root) as console:
        services = _in(console, DUTY)
        for tried in (lambda: services.audit.find(AuditFilter()), lambda: services.audit.entries([1]),
                      services.audit.verify, lambda: services.audit.export(AuditFilter(), tmp_path / "x.csv")):
            with pytest.raises(Refused) as refused:
                tried()
            assert refused.value.code == "not_permitted"
        services = _in(console, SUPERVISOR)
        assert services.audit.verify().ok
        assert services.audit.export(AuditFilter(badge="D-104"), tmp_path / "x.csv") >= 5
        services.desk.note_now(Action.LOCK)
        read = services.audit.entries(services.audit.find(AuditFilter(badge=SUPERVISOR[0])))
        assert [one.action for one in read][:4] == [Action.LOCK, Action.EXPORT, Action.AUDIT_VERIFY, Action.SIGN_IN]
        refused_rows = services.audit.entries(services.audit.find(AuditFilter("D-104", refused_only=True)))
        assert {one.outcome for one in refused_rows} == {Outcome.REFUSED}
    rows = list(csv.reader((tmp_path / "x.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][:3] == ["n", "at", "badge"]
    assert {row[2] for row in rows[1:]} == {"D-104"}


def test_misconduct_is_hidden_from_who_does_not_see_it(paths: DataPaths, tmp_path: Path) -> None:
    with opened(paths.root) as console:
        services = _in(console, SSP)
        note = services.desk.note_now
        note(Action.MISCONDUCT_VIEW, Subject("incident", "id-1"))
        note(Action.INCIDENT_STEP, Subject("incident", "M-3"))
        note(Action.CLIP_LOCK, Subject("camera", "c1"), label="M-3")
        note(Action.PRINT, Subject("camera", "c2"), incident="M-3")
        note(Action.INCIDENT_STEP, Subject("incident", "I-9"), label="I-9")
        note(Action.OFFICER_CHANGE, Subject("officer", "M-77"))
        note(Action.INCIDENT_NOTE, Subject("incident", "id-named"), label="I-10")
        every = services.audit.find(AuditFilter())
        secret = {one.n for one in services.audit.entries(every) if one.action in (
            Action.MISCONDUCT_VIEW, Action.CLIP_LOCK, Action.PRINT) or one.about.id == "M-3"}
        assert len(secret) == 4
        _put_incidents(paths, {"id-named": services.desk.session.officer.id, "id-1": "", "id-other": ""})
        assert set(every) - set(services.audit.find(AuditFilter())) == {max(every)}, "nobody reads of his own case"
        services = _in(console, SUPERVISOR)
        seen = services.audit.find(AuditFilter())
        assert not secret & set(seen)
        assert {n for n in every if n not in seen} == {*secret, max(every)}
        for wanted in (AuditFilter(text="M-3"), AuditFilter(about=frozenset({"M-3"})),
                       AuditFilter(actions=frozenset({Action.MISCONDUCT_VIEW.value}))):
            # The words looked for stand in the row of the search itself, which is the searcher's own.
            found = services.audit.entries(services.audit.find(wanted))
            assert {one.action for one in found} <= {Action.AUDIT_READ}
        assert not services.audit.entries(sorted({*secret, max(every)})), "asked for by number"
        services.audit.export(AuditFilter(), tmp_path / "x.csv")
    assert '"id-1"' not in (tmp_path / "x.csv").read_text("utf-8-sig").replace('""', '"')


def _put_incidents(paths: DataPaths, named: dict[str, str]) -> None:
    """Put misconduct cases into the table as m0007 makes it, as far as the audit asks of it."""
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        if not raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'incident'").fetchone():
            raw.execute("CREATE TABLE incident (id TEXT, category TEXT, named_officer_id TEXT)")
        columns = {row[1]: row[3] for row in raw.execute("PRAGMA table_info(incident)")}
        for serial, (incident_id, officer_id) in enumerate(named.items(), start=1):
            values = dict.fromkeys((name for name, needed in columns.items() if needed), "0")
            values |= {"id": incident_id, "category": "misconduct", "named_officer_id": officer_id}
            values |= {"series": "M", "serial": str(serial), "n": str(serial)}
            raw.execute(f"INSERT INTO incident ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
                        list(values.values()))


def test_filters_find_what_a_plain_search_finds(data_folder: Path) -> None:
    with opened(data_folder) as console:
        audit, desk = console.services.audit, console.services.desk
        texts = ("plain", "100% sure", "under_score", 'quo"te', "چوک شہیداں", "back\\slash", "bang!")
        for text in texts:
            desk.note_now(Action.SEARCH, Subject("incident", text), text=text)
        for text in texts:
            for wanted in (AuditFilter(text=text, actions=frozenset({"search"})), AuditFilter(about=frozenset({text}))):
                assert [one.detail["text"] for one in audit.entries(audit.find(wanted))] == [text]
        entries = audit.entries(audit.find(AuditFilter(actions=frozenset({"search"}))))
        middle = entries[3].at
        for wanted, expected in ((AuditFilter(from_at=middle), {e.n for e in entries if e.at >= middle}),
                                 (AuditFilter(to_at=middle), {e.n for e in entries if e.at <= middle})):
            assert {n for n in audit.find(wanted) if n <= entries[0].n} >= expected
        assert not audit.find(AuditFilter(from_at=middle.replace(year=2090)))


def test_a_run_of_the_console_begins_and_ends_in_the_chain(data_folder: Path) -> None:
    with opened(data_folder) as console:
        console.watch()
    with opened(data_folder) as console:
        audit = console.services.audit
        said = [one.action for one in audit.entries(audit.find(AuditFilter())) if one.actor == CONSOLE]
    assert said == [Action.STOPPED, Action.STARTED]


# Restoring ------------------------------------------------------------------------------------------------------------


def _backup(paths: DataPaths, to: Path) -> Path:
    with closing(sqlite3.connect(paths.database)) as source, closing(sqlite3.connect(to)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    return to


def _verb(monkeypatch: pytest.MonkeyPatch, capsys: Any, *words: str, first: tuple[str, str] | None = None,
          second: tuple[str, str] | None = None) -> tuple[int, dict[str, Any]]:
    monkeypatch.setenv("SAFECITY_PASSWORD", first[1] if first else "")
    monkeypatch.setenv("SAFECITY_SECOND_PASSWORD", second[1] if second else "")
    capsys.readouterr()
    code = main([*words, "--json", *(["--as", first[0]] if first else []),
                 *(["--second", second[0], "--reason", "disk was changed"] if second else [])])
    return code, json.loads(capsys.readouterr().out)


def test_restore_takes_two_officers_and_tells_what_was_left_behind(
        paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    file = _backup(paths, tmp_path / "copy.db")
    rows_of_copy = verified(paths).rows
    filled(paths.root, 30)
    printed = str(verified(paths).head)
    words = ("restore", str(file), "--data", str(paths.root))
    for first, second, reason in ((DUTY, SSP, "not_permitted"), (ADMIN, None, "second_officer_needed"),
                                  (ADMIN, ADMIN, "second_same"), (ADMIN, DUTY, "second_unfit")):
        code, said = _verb(monkeypatch, capsys, *words, first=first, second=second)
        assert (code, said["reason"]) == (1, reason)
    lock = InstanceLock(paths.root / "console.lock")
    lock.take()
    assert _verb(monkeypatch, capsys, *words, first=ADMIN, second=SSP)[1]["reason"] == "console_runs"
    lock.leave()
    assert verified(paths).rows > rows_of_copy + 30
    code, said = _verb(monkeypatch, capsys, *words, first=ADMIN, second=SSP)
    assert code == 0
    found = verified(paths, (printed, said["left"]))
    assert found.ok, found.flaws
    assert found.rows == rows_of_copy + 1
    assert {str(head) for head in found.left_behind} == {printed, said["left"]}
    aside = DataPaths(tmp_path / "aside")
    aside.root.mkdir()
    shutil.copy(said["aside"], aside.database)
    assert str(verified(aside).head) == said["left"], "the former database is whole"
    with opened(paths.root) as console:
        services = _in(console, SSP)
        last = services.audit.entries([found.rows])[0]
        assert (last.action, last.actor.badge, last.detail["second"]) == (Action.RESTORE, "A-1", "S-1")
        assert last.detail["left"] == said["left"]
    code, said = _verb(monkeypatch, capsys, "audit", "verify", "--data", str(paths.root), "--head", printed)
    assert (code, said["ok"], len(said["left_behind"])) == (0, True, 1)
    assert {"rows", "head", "seconds", "problems"} <= said.keys()


def test_a_damaged_database_is_restored_by_the_officers_of_the_copy(
        paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    file = _backup(paths, tmp_path / "copy.db")
    filled(paths.root, 30)
    printed = str(verified(paths).head)
    data = bytearray(paths.database.read_bytes())
    data[100:4096 * 3] = b"\xa5" * (4096 * 3 - 100)
    paths.database.write_bytes(data)
    assert flaws(verified(paths)) == {("database", 0)}
    code, said = _verb(monkeypatch, capsys, "restore", str(file), "--data", str(paths.root), first=ADMIN, second=SSP)
    assert code == 0
    assert said["left"] == printed
    assert Path(said["aside"]).read_bytes() == bytes(data)
    assert verified(paths, (printed,)).ok


@pytest.mark.parametrize("spoilt", ["empty", "text", "chain", "newer", "away"])
def test_an_unfit_copy_changes_nothing(paths: DataPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any,
                                       spoilt: str) -> None:
    file = _backup(paths, tmp_path / "copy.db")
    if spoilt in ("empty", "text"):
        file.write_bytes(b"" if spoilt == "empty" else b"no database" * 1000)
    elif spoilt == "away":
        file.unlink()
    else:
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("PRAGMA user_version = 99" if spoilt == "newer" else "DROP TRIGGER audit_no_update")
    before = verified(paths)
    code, said = _verb(monkeypatch, capsys, "restore", str(file), "--data", str(paths.root), first=ADMIN, second=SSP)
    assert code == 1
    assert said["text"][0].isupper()
    assert verified(paths).head == before.head


CHILD = """
import os, signal, sys
from pathlib import Path
from safecity_console.core.clock import SystemClock
from safecity_console.core.paths import data_paths
from safecity_console.domain.audit import Actor
from safecity_console.services.audit_verify import head_key
from safecity_console.services.restore import RestoreOrder, restore_database
paths, file, at = data_paths(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3])
calls = 0
def die(event, args):
    global calls
    if event in ("open", "os.link", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect"):
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(die)
restore_database(paths, file, RestoreOrder(Actor("A-1"), {}, "X"), SystemClock(), head_key(paths, False))
"""


def test_killed_at_any_step_a_restore_leaves_one_whole_database(paths: DataPaths, tmp_path: Path) -> None:
    file = _backup(paths, tmp_path / "copy.db")
    filled(paths.root, 30)
    before, kept = verified(paths), tmp_path / "kept"
    shutil.copytree(paths.root, kept)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    endings = []
    for at in range(3, 300, 9):
        shutil.rmtree(paths.root)
        shutil.copytree(kept, paths.root)
        done = subprocess.run([sys.executable, "-c", CHILD, str(paths.root), str(file), str(at)], env=environment,
                              check=False, capture_output=True)
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        found = verified(paths, (str(before.head),))
        assert found.ok, found.flaws
        endings.append(found.head == before.head)
        with opened(paths.root):
            pass  # it opens, and nothing is told as broken
        assert verified(paths, (str(before.head),)).ok
        if done.returncode == 0:
            break
        restore_database(paths, file, RestoreOrder(CONSOLE, {}, "X"), SystemClock(), head_key(paths, False))
        assert verified(paths, (str(before.head),)).ok
    assert endings[0]
    assert not endings[-1]


def test_verifying_beside_a_working_console_writes_nothing(
        paths: DataPaths, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    with opened(paths.root) as console:
        services = _in(console, DUTY)
        services.desk.note_now(Action.LOCK)
        head = services.audit.head()
        code, said = _verb(monkeypatch, capsys, "audit", "verify", "--data", str(paths.root), "--head", str(head))
        assert (code, said["ok"], said["rows"], said["head"]) == (0, True, head.n, str(head))
        assert services.audit.head() == head
        code, said = _verb(monkeypatch, capsys, "audit", "verify", "--data", str(paths.root), "--head",
                           f"{head.n}:{'0' * 64}")
    assert (code, said["problems"][0]["kind"], said["problems"][0]["where"]) == (
        1, "rewritten", f"audit row {head.n}")


def test_listing_entries_by_the_verb(paths: DataPaths, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    listing = ("audit", "list", "--data", str(paths.root), "--action", "officer.add", "--limit", "2")
    code, said = _verb(monkeypatch, capsys, *listing, first=SUPERVISOR)
    assert (code, said["count"], len(said["entries"])) == (0, 3, 2)
    assert said["entries"][0]["n"] > said["entries"][1]["n"]
    assert _verb(monkeypatch, capsys, *listing, first=DUTY)[1]["reason"] == "not_permitted"
    assert _verb(monkeypatch, capsys, *listing)[1]["reason"] == "say_who"
    for wrong, reason in ((("--from", "yesterday"), "time_unreadable"), (("--action", "x"), "audit_action_unknown")):
        assert _verb(monkeypatch, capsys, *listing, *wrong, first=SUPERVISOR)[1]["reason"] == reason
    code, said = _verb(monkeypatch, capsys, "audit", "verify", "--data", str(paths.root), "--head", "12:beef")
    assert (code, said["reason"]) == (1, "audit_head_unreadable")
