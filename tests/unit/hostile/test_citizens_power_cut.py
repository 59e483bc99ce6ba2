"""kill -9 in a loop while contacts, consents and watch notices are written: each is there whole or not at all."""

from __future__ import annotations

import random
from pathlib import Path

from safecity_console.core.paths import data_paths
from safecity_console.services.check import check_data
from safecity_console.wiring import Console, Options
from tests.fakes.killed import counted_until_killed

ROUNDS = 4
CHILD = """
import sys
from datetime import timedelta
from pathlib import Path
from safecity_console.core import logs
from safecity_console.domain.liaison import Answer, Consent, Contact, ContactKind, FootageRequest
from safecity_console.domain.watch_notice import Sighting, WatchEnd, WatchKind, WatchNotice
from safecity_console.simulator.placards import person
from safecity_console.wiring import Console, Options

logs.configure(None, "ERROR")
services = Console(Options(Path(sys.argv[1]), environment={}, use_keyring=False)).services
watch, now = services.watch_notices, services.clock.now
say = lambda word: (sys.stdout.write(word + "\\n"), sys.stdout.flush())
face = person((9, 9, 90))
say("begun")
while True:
    one = services.contacts.put(Contact("", ContactKind.SHOP_CAMERA, "Shop", phones=("0300-1",)))
    hour = timedelta(hours=1)
    asked = services.consents.ask(FootageRequest("", 0, one.id, "gate", now() - hour, now(), "why", now()))
    services.consents.answer(asked.id, Answer.GIVEN, "stick")
    services.consents.withdraw(services.consents.consent(Consent("", one.id, "scope", now())).id)
    say(f"request {asked.serial}")
    notice = watch.post(WatchNotice("", WatchKind.OTHER, "t", now() + timedelta(days=1), issued_by="SHO"),
                        face if asked.serial % 20 == 1 else None)
    watch.seen(Sighting(notice.id, note="here"))
    watch.end(notice.id, WatchEnd.FOUND, "found again")
    say(f"notice {notice.serial}")
"""


def _round(folder: Path, run_s: float) -> dict[str, int]:
    """Let a child write until it is killed; gives the last number of each deed it was told is done."""
    return counted_until_killed(CHILD, str(folder), run_s=run_s)


def test_what_a_citizen_agreed_to_is_there_whole_after_every_kill(data_folder: Path) -> None:
    chance = random.Random(5)
    told = 0
    for _ in range(ROUNDS):
        done = _round(data_folder, chance.uniform(0.3, 0.9))
        told += len(done)
        # Rows without their history, ends without their reason, pictures without their bytes: check finds them all.
        assert check_data(data_paths(data_folder), use_keyring=False) == ()
        with Console(Options(data_folder, environment={}, use_keyring=False)) as console:
            requests, notices = console.services.consents.requests(), console.services.watch_notices.find()
            assert max((one.serial for one in requests), default=0) >= done.get("request", 0)
            serials = sorted(one.notice.serial for one in notices)
            assert serials == list(range(1, len(serials) + 1)), "a number was given twice or lost"
            assert len(serials) >= done.get("notice", 0)
    assert told
