"""kill -9 in a loop while duty is taken, handed over, ended by order, written of: never two on duty, nothing half."""

from __future__ import annotations

import random
from pathlib import Path

from safecity_console.core.passwords import Cost
from safecity_console.core.paths import data_paths
from safecity_console.domain.shift import LineKind
from safecity_console.services.check import check_data
from safecity_console.wiring import Console, Options
from tests.fakes.killed import said_until_killed

ROUNDS = 6
CHILD = """
import sys
from pathlib import Path
from safecity_console.core import logs
from safecity_console.core.passwords import Cost
from safecity_console.core.secrets import Secret
from safecity_console.domain.access import Officer, RoleCode
from safecity_console.wiring import Console, Options

logs.configure(None, "ERROR")
options = Options(Path(sys.argv[1]), environment={}, use_keyring=False, password_cost=Cost(8, 1, 1))
services = Console(options).services
access, shifts, handover, word = services.access, services.shifts, services.shifts.handover, Secret("Zamzama-River-9")
say = lambda word: (sys.stdout.write(word + "\\n"), sys.stdout.flush())
if not services.officers.officers():
    services.officers.begin("ROOT", "First Admin", word)
    access.sign_in("ROOT", word)
    roles = {one.code: one.id for one in services.officers.roles()}
    for badge, role in (("A1", RoleCode.DUTY_OFFICER), ("A2", RoleCode.DUTY_OFFICER), ("S1", RoleCode.SUPERVISOR)):
        services.officers.add(Officer("", badge, f"Officer {badge}", roles[role]), word, must_change=False)
say("begun")
n = 0
while True:
    n += 1
    duty = shifts.on_duty()
    if duty is None:
        access.sign_in("A1", word)
        shifts.take(reason="the console was killed")
        continue
    access.sign_in(duty.badge, word)
    shifts.log(f"line {n}")
    handover.begin()
    handover.keep(remarks=f"remark {n}")
    handover.identify("A2" if duty.badge == "A1" else "A1", word)
    say("signed " + handover.sign(word, word).id)
    if n % 3 == 0:
        shifts.end_by_order("changed by order", "S1", word)
        say("ordered " + str(n))
"""


def _round(folder: Path, run_s: float) -> set[str]:
    """Let a child work until it is killed; gives the ids of handovers it was told are signed."""
    said = said_until_killed(CHILD, str(folder), run_s=run_s)
    return {words[1] for words in said if words[0] == "signed"}


def test_duty_is_whole_after_every_kill(data_folder: Path) -> None:
    chance, signed = random.Random(5), set[str]()
    for _ in range(ROUNDS):
        signed |= _round(data_folder, chance.uniform(0.1, 0.6))
        assert check_data(data_paths(data_folder), deep=True, use_keyring=False) == ()
        with Console(Options(data_folder, environment={}, use_keyring=False, password_cost=Cost(8, 1, 1))) as console:
            shifts = console.services.shifts
            there = {row["id"] for row in shifts.handover._reader.rows("SELECT id FROM handover")}
            assert signed <= there, "a handover said to be signed is gone"
            duty = shifts.on_duty()
            if duty is not None:
                assert shifts.lines(duty.id)[0].kind is LineKind.TAKEN
                assert shifts.checks.of(duty.id), "duty without its checks"
    assert len(signed) > 3
