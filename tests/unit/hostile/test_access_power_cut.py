"""kill -9 while officers are made: each is there with his credential and his row of the audit, or not at all."""

from __future__ import annotations

import random
from pathlib import Path

from safecity_console.core.paths import data_paths
from safecity_console.db.officers import read_credential
from safecity_console.services.check import check_data
from safecity_console.services.desk import Seat
from tests.fakes.chain import flaws
from tests.fakes.killed import said_until_killed
from tests.fakes.staffed import enter, open_console

ROUNDS = 5
CHILD = """
import sys
from pathlib import Path
from safecity_console.core import logs
from safecity_console.core.clock import SystemClock
from safecity_console.domain.access import RoleCode
from safecity_console.services.desk import Seat
from tests.fakes.staffed import begin, enter, make, open_console

logs.configure(None, "ERROR")
say = lambda word: (sys.stdout.write(word + "\\n"), sys.stdout.flush())
services = open_console(Path(sys.argv[1]), SystemClock()).services
say("opened")
if services.access.seat is Seat.SETUP:
    begin(services)
    say("ADM-1")
else:
    enter(services, "ADM-1")
n = int(sys.argv[2]) * 100_000
while True:
    n += 1
    say(make(services, f"D-{n}", RoleCode.DUTY_OFFICER).badge)
"""


def _round(folder: Path, number: int, run_s: float) -> set[str]:
    """Let a child make officers until it is killed; gives the badges it was told are kept."""
    said = said_until_killed(CHILD, str(folder), str(number), run_s=run_s, begun="opened")
    return {badge for words in said for badge in words}


def test_an_officer_is_there_whole_or_not_at_all_after_every_kill(data_folder: Path) -> None:
    chance, told = random.Random(5), set[str]()
    for number in range(1, ROUNDS + 1):
        # The first kills come while the very first officer is made.
        told |= _round(data_folder, number, chance.uniform(0.0, 0.02) if number < 3 else chance.uniform(0.05, 0.3))
        with open_console(data_folder) as console:
            services = console.services
            badges = {one.badge for one in services.officers.officers()}
            assert told <= badges
            assert (services.access.seat is Seat.SETUP) is (not badges)
            view = services.officers._reader
            rows = {str(r["badge"]) for r in view.rows("SELECT badge FROM officer")}
            assert rows == badges, "an officer without his credential"
            made = {str(row["who"]) for row in view.rows(
                "SELECT json_extract(body, '$.about[1]') AS who FROM audit "
                "WHERE action IN ('officer.add', 'console.setup')")}
            assert made == badges, "an officer without his row, or a row without its officer"
            assert len(services.officers.roles()) in ((7,) if badges else (0, 7))
            assert flaws(services.paths.database) == ()
            for one in services.officers.officers():
                assert view.read(lambda v, one=one: read_credential(v, one.id)) is not None
            if badges:
                enter(services, "ADM-1")
    assert len(told) > 3
    assert check_data(data_paths(data_folder), deep=True, use_keyring=False) == ()
