"""kill -9 in a loop while writing: nothing committed is lost and the file opens; a torn log costs only its tail.

A killed process leaves the page cache whole, so this shows the order of answers and commits, not the disk's own
honesty; that synchronous=FULL is on is asserted in test_door.py, and the torn log below stands in for the lost power.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from safecity_console.core.clock import SystemClock
from safecity_console.core.paths import data_paths
from safecity_console.db.database import prepare_database
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Table
from safecity_console.services.check import check_data
from tests.fakes.records import open_records

ROUNDS = 8
ROOT = Path(__file__).resolve().parents[3]
CHILD = """
import sys, threading
from pathlib import Path
from safecity_console.core import logs
from safecity_console.core.clock import SystemClock
from safecity_console.core.paths import data_paths
from safecity_console.db.database import prepare_database
from safecity_console.db.door import Door
from safecity_console.db.history import Note, begin_run, put_note
from safecity_console.db.registry import insert_camera
from safecity_console.db.transaction import Table
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.watch import HistoryState

logs.configure(None, "WARNING")  # to standard error; standard output is the pipe of ids
paths, clock = data_paths(Path(sys.argv[1])), SystemClock()
prepare_database(paths.database, paths.backups, clock)
door = Door(paths.database, clock)
door.start()
door.write(lambda tx: begin_run(tx, clock.now()))
draft = CameraDraft(int(sys.argv[2]), "camera", "rtsp://192.0.2.1/")
camera_id = door.write(lambda tx: insert_camera(tx, draft, None))
lock = threading.Lock()

def work(name):
    n = 0
    while True:
        n += 1
        state = HistoryState.LIVE if n % 2 else HistoryState.LATE
        def job(tx):
            if name == "notes":
                put_note(tx, Note(camera_id, state, "", "", clock.now()))
            return tx.insert(Table.SITE, {"name": f"{sys.argv[2]} {name} {n}", "name_ur": "x" * (n % 700)}).row_id
        row_id = door.write(job)
        with lock:
            sys.stdout.write(row_id + "\\n")
            sys.stdout.flush()

for name in ("notes", "b", "c"):
    threading.Thread(target=work, args=(name,), daemon=True).start()
threading.Event().wait()
"""


def _round(root: Path, number: int, run_s: float) -> set[str]:
    """Let a child write until it is killed; gives the ids it was told are committed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(root), str(number)], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert child.stdout is not None
    first = child.stdout.readline().strip()
    time.sleep(run_s)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read()
    child.stdout.close()
    child.wait(10)
    whole = rest.rpartition("\n")[0]  # the kill may cut the last line short
    return {first, *whole.split()}


def test_kill_nine_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    root = tmp_path / "data"
    paths = data_paths(root)
    chance = random.Random(8)
    reported: set[str] = set()
    for number in range(1, ROUNDS + 1):
        told = _round(root, number, chance.uniform(0.05, 0.4))
        assert len(told) > 3
        reported |= told
        prepare_database(paths.database, paths.backups, SystemClock())
        reader = Reader(paths.database)
        there = {row["id"] for row in reader.rows("SELECT id FROM site")}
        reader.close()
        assert reported - there == set()
        assert check_data(paths, deep=True, use_keyring=False) == ()


def test_a_log_torn_anywhere_costs_only_the_commits_after_the_tear(tmp_path: Path) -> None:
    with open_records(tmp_path / "data") as records:
        for n in range(40):
            records.door.write(lambda tx, n=n: tx.insert(Table.SITE, {"name": f"{n:03d}"}))
        image = tmp_path / "image"
        image.mkdir()
        for name in ("console.db", "console.db-wal"):
            shutil.copy(records.paths.root / name, image / name)
    log = (image / "console.db-wal").read_bytes()
    assert len(log) > 40 * 4096
    chance = random.Random(4)
    counts: list[int] = []
    for cut in sorted(chance.randrange(len(log)) for _ in range(12)):
        torn = tmp_path / f"torn {cut}"
        shutil.copytree(image, torn)
        # What was in flight may be any bytes.
        (torn / "console.db-wal").write_bytes(log[:cut] + chance.randbytes(min(5000, len(log) - cut)))
        paths = data_paths(torn)
        if prepare_database(paths.database, paths.backups, SystemClock()).found == 0:
            continue  # torn before the first commit of the schema: a fresh file
        reader = Reader(paths.database)
        names = [row["name"] for row in reader.rows("SELECT name FROM site ORDER BY name")]
        reader.close()
        assert names == [f"{n:03d}" for n in range(len(names))]
        counts.append(len(names))
    assert counts == sorted(counts)
    assert len(set(counts)) > 3
