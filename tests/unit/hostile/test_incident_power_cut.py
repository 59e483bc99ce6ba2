"""kill -9 while incidents are entered and worked: each deed is there whole with line and audit row, or not at all."""

from __future__ import annotations

import random
from pathlib import Path

from safecity_console.core.paths import data_paths
from safecity_console.domain.incident import Filter
from safecity_console.domain.incident_parts import EventKind
from safecity_console.services.check import check_data
from tests.fakes.killed import counted_until_killed
from tests.fakes.staffed import deeds, open_console

ROUNDS = 5
CHILD = """
import sys
from pathlib import Path
from safecity_console.core import logs
from safecity_console.core.clock import SystemClock
from safecity_console.domain.incident import *
from safecity_console.domain.incident_parts import PartyKind, PartyRole
from safecity_console.domain.unit import Unit
from safecity_console.services.snapshots import SnapshotFile
from safecity_console.wiring import Console, Options

logs.configure(None, "ERROR")
clock = SystemClock()
services = Console(Options(Path(sys.argv[1]), environment={}, use_keyring=False)).services
incidents = services.incidents
units = services.units.units() or (services.units.put(Unit("", "Patrol")),)
picture = Path(sys.argv[1]) / "picture.png"
picture.write_bytes(b"P" * 20_000)
say = lambda *words: (sys.stdout.write(" ".join(map(str, words)) + "\\n"), sys.stdout.flush())
say("begun")
while True:
    draft = IncidentDraft("fight", Category.WOMEN_CHILDREN, Severity.S1, Source.CALL_15, caller_name="S", note="n")
    one = incidents.enter(draft, SnapshotFile(picture, "", 1, 1, clock.now()))
    say("entered", one.serial)
    incidents.add_party(one.id, PartyKind.PERSON, PartyRole.VICTIM, "N")
    incidents.tell_unit(one.id, units[0].id)
    say("told", one.serial)
    incidents.change(one.id, category=Category.TRAFFIC, what="other")
    for tick in incidents.detail(one.id).ticks:
        incidents.tick(one.id, tick.id, True)
    incidents.step(one.id, State.RESOLVED)
    incidents.step(one.id, State.CLOSED, outcome="done")
    say("closed", one.serial)
"""


def _round(folder: Path, run_s: float) -> dict[str, int]:
    """Let a child work until it is killed; gives the last number of each deed it was told is done."""
    return counted_until_killed(CHILD, str(folder), run_s=run_s)


def test_an_incident_is_there_whole_after_every_kill(data_folder: Path) -> None:
    chance = random.Random(5)
    kills = 0
    for _ in range(ROUNDS):
        done = _round(data_folder, chance.uniform(0.1, 0.6))
        kills += 1
        with open_console(data_folder) as console:
            incidents = console.services.incidents
            every = {one.serial: one for one in incidents.find(Filter(limit=5000))}
            assert sorted(every) == list(range(1, len(every) + 1)), "a number is missing"
            assert max(every, default=0) >= done.get("entered", 0), "what was said to be entered is gone"
            assert "told" not in done or every[done["told"]].dispatched_at is not None
            assert "closed" not in done or every[done["closed"]].ended
            lines = 0
            for one in every.values():
                detail = incidents.detail(one.id)
                kinds = [event.kind for event in detail.events]
                assert kinds[:2] == [EventKind.ENTERED, EventKind.ROUTED]
                assert EventKind.FILE_ADDED in kinds
                assert len(detail.files) == 1
                assert detail.ticks
                lines += 1
            rows = [d for d in deeds(console.services, "incident.new") if d[1] == "done"]
            assert len(rows) == lines, "an incident without its audit row, or the other way round"
        found = {p.kind for p in check_data(data_paths(data_folder), deep=True, use_keyring=False)}
        assert found <= {"incident_file_stray"}, found  # the picture was copied, its incident never came
    assert kills == ROUNDS
