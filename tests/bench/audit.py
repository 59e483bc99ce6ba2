"""The audit's figures: a million rows verified and paged, what a note costs who makes it, the door, a sign-in.

Belongs here: making the chain (the console's own form, inserted in one transaction), timing. The chain is made once in
a temporary folder and thrown away.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from safecity_console.core.passwords import OWASP, Passwords
from safecity_console.core.secrets import Secret
from safecity_console.db.rows import time_text
from safecity_console.domain.audit import (
    FIRST_PREV,
    Action,
    Actor,
    AuditFilter,
    Deed,
    Outcome,
    Subject,
    canonical,
    hash_of,
)
from safecity_console.wiring import Console, Options
from tests.bench.table import Row

ROWS = 1_000_000
NOTES = 4000
TOP = 1000
_WHO = tuple(Actor(f"D-{100 + n}", f"Officer {n}", "duty_officer", "0190b4") for n in range(12))


def audit(rows: int = ROWS) -> list[Row]:
    """Measure everything of the audit."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "data"
        with Console(Options(root, {}, use_keyring=False)) as console:
            found = [*_notes(console), *_sign_in()]
            path = console.services.paths.database
            (console.services.paths.audit_head).unlink()
        _make(path, rows)
        with Console(Options(root, {}, use_keyring=False)) as console:
            return [*found, *_reading(console, rows)]


def _notes(console: Console) -> list[Row]:
    desk, costs = console.services.desk, []
    last = None
    began_s = time.perf_counter()
    for n in range(NOTES):
        before_s = time.perf_counter()
        last = desk.note(Action.VIEW, Subject("camera", str(n % 30)), cameras=[1, 4, 9])
        costs.append((time.perf_counter() - before_s) * 1e6)
        time.sleep(0.0002)  # an officer's hand is slower still; without it the door would never sleep
    if last is not None:
        last.result(60)
    paced_s = time.perf_counter() - began_s
    began_s = time.perf_counter()
    for n in range(NOTES):
        last = desk.note(Action.VIEW, Subject("camera", str(n % 30)), cameras=[1, 4, 9])
    if last is not None:
        last.result(60)
    flat_s = time.perf_counter() - began_s
    sys.stderr.write(f"audit: {NOTES} notes paced in {paced_s:.1f} s, flat out in {flat_s:.2f} s\n")
    costs.sort()
    durable = [_ms(lambda: desk.note_now(Action.PTZ)) for _ in range(50)]
    return [
        Row("audit: a note's cost to who makes it, p50", statistics.median(costs), 200, "µs"),
        Row("audit: a note's cost to who makes it, p99", costs[int(len(costs) * 0.99)], 200, "µs"),
        Row("audit: rows a second through the door", NOTES / flat_s, 1000, "/s", least=True),
        Row("audit: a row that waits for the disk, median", statistics.median(durable), 50, "ms"),
    ]


def _sign_in() -> list[Row]:
    passwords, secret = Passwords(OWASP), Secret("correct horse battery")
    kept = passwords.hash(secret)
    return [Row("access: Argon2id at OWASP's cost, median of 9",
                statistics.median(_ms(lambda: passwords.verify(kept, secret)) for _ in range(9)), 1000, "ms")]


def _make(path: Path, rows: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        last = raw.execute("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1").fetchone() or (0, FIRST_PREV)
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO audit (n, at, action, badge, body, hash) VALUES (?, ?, ?, ?, ?, ?)",
                        _chain(last[0], last[1], rows - last[0]))
        raw.execute("COMMIT")


def _chain(n: int, prev: str, count: int) -> Iterator[tuple[Any, ...]]:
    at = datetime.now(UTC)
    actions = (Action.VIEW, Action.INCIDENT_VIEW, Action.SEARCH, Action.SNAPSHOT)
    for number in range(n + 1, n + count + 1):
        at += timedelta(milliseconds=1)
        action, who = actions[number % 4], _WHO[number % 12]
        outcome = Outcome.REFUSED if number % 97 == 0 else Outcome.DONE
        text = time_text(at)
        body = canonical(number, text, prev, Deed(action, who, Subject("camera", str(number % 30)), outcome,
                                                  {"cameras": [1, 4, 9]}), "MPR")
        prev = hash_of(body)
        yield number, text, action.value, who.badge, body, prev


def _reading(console: Console, rows: int) -> list[Row]:
    service = console.services.audit
    cpu_s = time.process_time()
    verified = service.verify()
    cpu_s = time.process_time() - cpu_s
    sys.stderr.write(f"audit: verifying took {cpu_s:.1f} s of processor in {verified.seconds:.1f} s\n")
    told = [flaw for flaw in verified.flaws if flaw.flaw.value != "told"]  # the head file was taken away to begin with
    if told or verified.rows < rows:
        raise RuntimeError(f"the bench's chain does not verify: {told[:3]}, {verified.rows} rows")
    every = service.find(AuditFilter())
    pages = sorted(_ms(lambda at=at: service.entries(every[at:at + 64])) for at in range(0, rows - 64, rows // 100))
    filters: dict[str, AuditFilter] = {
        "everything": AuditFilter(), "one officer": AuditFilter(badge="D-104"),
        "only refusals": AuditFilter(refused_only=True), "about one camera": AuditFilter(about=frozenset({"12"})),
        "words in them": AuditFilter(text="no such words"),
    }
    return [
        Row(f"audit: {rows:,} rows verified", verified.seconds, 20, "s"),
        Row("audit: a page of the table anywhere in them, p95", pages[int(len(pages) * 0.95)], 16, "ms"),
        *(Row(f"audit: found among them: {name}", _ms(lambda wanted=wanted: service.find(wanted)), TOP * 3, "ms")
          for name, wanted in filters.items()),
    ]


def _ms(deed: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    deed()
    return (time.perf_counter() - began_s) * 1000
