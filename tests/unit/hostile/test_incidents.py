"""Incidents in bad company: texts of any kind in every field, a full disk, spoilt rows, hands in what only grows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from safecity_console.core.clock import ManualClock
from safecity_console.core.paths import data_paths
from safecity_console.domain.errors import DatabaseDamaged, Refused
from safecity_console.domain.incident import NOTE_MOST, Category, Filter, IncidentDraft, Severity, Source, State
from safecity_console.domain.incident_parts import PartyKind, PartyRole
from safecity_console.services.check import check_data
from safecity_console.services.console import ConsoleServices
from safecity_console.services.snapshots import SnapshotFile
from tests.fakes.staffed import open_console

NASTY = [
    "x" * 10_000, "لڑائی " * 2_000, "'; DROP TABLE incident; --", "<script>alert(1)</script><b>", "=HYPERLINK(\"http://x\")",
    "\u202eevil\u2066\u200f", "a\x00b\x07\x1b[31mc", "line\r\nline\u2028line", "\ud800 lone", "\ufdfa" * 4_000,
    "{place} %s {0}", "🚓" * 300, "\ue000sclosed",
]
DRAFT = IncidentDraft("fight", Category.PERSON, Severity.S2, Source.CALL_15)


@pytest.fixture
def services(data_folder: Path) -> Iterator[ConsoleServices]:
    with open_console(data_folder) as console:
        yield console.services


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("category", [Category.PERSON, Category.WOMEN_CHILDREN])
def test_any_text_stands_in_any_field(services: ConsoleServices, text: str, category: Category) -> None:
    incidents = services.incidents
    draft = IncidentDraft("w" + text, category, Severity.S2, Source.CALL_15, text, "", text, text, caller_name=text,
                          caller_phone=text, note="n" + text, rapat_no=text, fir_no=text)
    one = incidents.enter(draft)
    incidents.note(one.id, "n" + text)
    party = incidents.add_party(one.id, PartyKind.PERSON, PartyRole.WITNESS, "n" + text, text)
    incidents.change(one.id, what="v" + text, place=text, caller_name=text, outcome=text)
    incidents.find(Filter(text))
    incidents.step(one.id, State.FALSE_ALARM, why="y" + text)
    detail = incidents.detail(one.id)
    assert len(detail.events[0].content) > 0
    assert all(len(str(event.content.get("text", ""))) <= NOTE_MOST for event in detail.events)
    shown = json.dumps([str(detail.incident), *(dict(e.content) for e in detail.events)], ensure_ascii=False)
    assert not [c for c in shown if c in "\u202e\u2066\u200f\x00\x07\x1b"]
    assert set(incidents.open_sealed(one.id)) >= ({f"party:{party.id}:name"} if one.sealed else set())
    assert check_data(services.paths, deep=True, use_keyring=False) == ()


def test_a_full_disk_is_said_and_nothing_of_an_incident_is_there(services: ConsoleServices, tmp_path: Path) -> None:
    incidents, door = services.incidents, services.incidents._door
    kept = incidents.enter(DRAFT)
    picture = tmp_path / "a.png"
    picture.write_bytes(b"x" * 1000)
    door.write(lambda tx: tx._db.execute("PRAGMA max_page_count = 1").fetchall())
    long = replace(DRAFT, note="y" * 10_000)
    snapshot = SnapshotFile(picture, "", 1, 1, ManualClock().now())
    for _ in range(30):  # the pages there are may hold some yet
        with suppress(Refused):
            incidents.enter(long, snapshot)
    with pytest.raises(Refused) as caught:
        incidents.enter(long, snapshot)
    assert caught.value.code == "disk_full"
    with suppress(Refused):
        incidents.note(kept.id, "z" * 10_000)
    whole = incidents.find(Filter())
    assert incidents.open_ones() == tuple(sorted(whole, key=lambda one: one.serial))
    assert [one.serial for one in reversed(whole)] == list(range(1, len(whole) + 1))
    assert len([p for p in services.paths.incident_files.rglob("*") if p.is_file()]) == len(whole) - 1
    assert check_data(services.paths, deep=True, use_keyring=False) == ()
    door.write(lambda tx: tx._db.execute("PRAGMA max_page_count = 1000000").fetchall())
    assert incidents.enter(long).serial == len(whole) + 1


KEPT = [
    "UPDATE incident_event SET content = '{}'", "DELETE FROM incident_event",
    "INSERT OR REPLACE INTO incident_event SELECT * FROM incident_event WHERE n = 1",
    "UPDATE incident SET event_at = '2020-01-01T00:00:00.000Z'", "UPDATE incident SET entered_by = 'D-9'",
    "UPDATE incident SET serial = 7", "DELETE FROM incident", "UPDATE incident SET sealed = 0",
    "INSERT OR REPLACE INTO incident SELECT * FROM incident WHERE n = 1",
    "UPDATE incident SET caller_name = 'plain'", "UPDATE incident SET state = 'closed'",
]


@pytest.mark.parametrize("statement", KEPT)
def test_what_was_entered_stays_by_the_files_own_rules(services: ConsoleServices, statement: str) -> None:
    services.incidents.enter(replace(DRAFT, category=Category.WOMEN_CHILDREN, caller_name="S"))
    with closing(sqlite3.connect(services.paths.database)) as raw, pytest.raises(sqlite3.DatabaseError):
        raw.execute(statement)


SPOILT = {
    "incident_unreadable": "UPDATE incident SET category = 'nonsense'",
    "incident_time": "UPDATE incident SET state = 'on_scene'",
    "incident_duplicate": "UPDATE incident SET state = 'duplicate', ended_at = entered_at",
    "incident_text": "DELETE FROM incident_text",
    "incident_tick": "UPDATE incident_tick SET position = 1",
    "incident_unreadable ": "UPDATE incident SET hold_until = 'soon'",
    "sealed_identity": "UPDATE incident SET sealed_caller = x'0102' WHERE sealed = 1",
    "incident_seal": "UPDATE incident_party SET sealed = 0, content = NULL",
    "row_unreadable": "INSERT INTO procedure VALUES ('drugs', '[7]', 1, NULL, 1, '2026-01-01T00:00:00.000Z',"
                      " '2026-01-01T00:00:00.000Z')",
}


@pytest.mark.parametrize("kind", SPOILT)
def test_spoilt_rows_are_named_and_never_a_crash(services: ConsoleServices, kind: str) -> None:
    incidents = services.incidents
    one = incidents.enter(replace(DRAFT, category=Category.WOMEN_CHILDREN, caller_name="Saadia"))
    incidents.add_party(one.id, PartyKind.PERSON, PartyRole.VICTIM, "Nabila")
    with closing(sqlite3.connect(services.paths.database)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(SPOILT[kind])
        raw.commit()
    found = check_data(services.paths, deep=True, use_keyring=False)
    assert kind.strip() in {problem.kind for problem in found}, found
    assert not [p for p in found if "Saadia" in str(p) or "Nabila" in str(p)]
    for call in (incidents.counts, lambda: incidents.find(Filter()), lambda: incidents.detail(one.id),
                 lambda: incidents.open_sealed(one.id), lambda: incidents.note(one.id, "x"),
                 lambda: incidents.enter(replace(DRAFT, category=Category.DRUGS))):
        with suppress(Refused, DatabaseDamaged):
            call()


def test_missing_and_changed_files_are_named(services: ConsoleServices, tmp_path: Path) -> None:
    incidents = services.incidents
    one = incidents.enter(DRAFT)
    for name in "abc":
        (tmp_path / name).write_bytes(name.encode())
    gone, changed, _kept = (incidents.add_file(one.id, tmp_path / name) for name in "abc")
    incidents.file_path(gone).unlink()
    incidents.file_path(changed).write_bytes(b"B")
    incidents.file_path(changed).with_name("stray.png").write_bytes(b"s")
    quick = [p.kind for p in check_data(data_paths(services.paths.root), use_keyring=False)]
    deep = [p.kind for p in check_data(data_paths(services.paths.root), deep=True, use_keyring=False)]
    assert quick == ["incident_file", "incident_file_stray"]
    assert deep == ["incident_file", "incident_file", "incident_file_stray"]
