"""Makes the database file of this version for tests/migrations/files, with the program itself; run before a release.

`python -m tests.migrations.make_file` writes the newest version's file and schema.sql; files of released versions are
never made again. The vault's key is thrown away: the sealed passwords in these files open nowhere.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from safecity_console.cli.demo import prepare_demo
from safecity_console.cli.demo_officers import SUPERVISOR_BADGE, of_badge
from safecity_console.cli.simulated import DistrictCamera
from safecity_console.core.clock import ManualClock
from safecity_console.core.passwords import Cost
from safecity_console.core.secrets import Secret
from safecity_console.db.check import schema_of
from safecity_console.db.database import connect, prepare_database
from safecity_console.db.migrations import SCHEMA_VERSION, STEPS
from safecity_console.db.reader import View
from safecity_console.db.registry import insert_camera, site_named
from safecity_console.db.transaction import Transaction
from safecity_console.domain.camera import CameraDraft
from safecity_console.domain.wall import filled_wall
from safecity_console.wiring import Console, Options

HERE = Path(__file__).parent
VERSION = "0.1.0"


def _draft(number: int, name: str) -> CameraDraft:
    url = f"rtsp://192.0.2.{number}:554/Streaming/Channels/101"
    return CameraDraft(number, name, url, url.replace("101", "102"), name_ur="چوک", site="Chowk", user="viewer")


def _registry(transaction: Transaction) -> str:
    draft = _draft(1, "Chowk Shaheedan")
    return insert_camera(transaction, draft, site_named(transaction, draft, move=False))


def make_whole(target: Path) -> None:
    """Write a file of the newest version as a day of work leaves it: the demo's officers, incidents, duty, contacts."""
    with tempfile.TemporaryDirectory() as folder:
        clock = ManualClock()
        options = Options(Path(folder), {}, use_keyring=False, password_cost=Cost(8, 1, 1))
        with Console(options, clock) as console:
            services = console.services
            made = prepare_demo(console, tuple(_served(number) for number in range(1, 16)), clock)
            supervisor = of_badge(made, SUPERVISOR_BADGE)
            services.access.sign_in(supervisor.badge, supervisor.password)
            services.walls.save("Night", filled_wall("4", [one.id for one in services.cameras.cameras()[:4]]))
            database = services.paths.database
        _copy(database, target)


def _served(number: int) -> DistrictCamera:
    name = "Chowk Shaheedan" if number == 1 else f"Place {number}"
    url = f"rtsp://192.0.2.{number}:554/Streaming/Channels/101"
    return DistrictCamera(number, name, f"Site {number % 5}", 1, 33.14 + number / 500, 73.75, url,
                          url.replace("101", "102"), "viewer", Secret("not-a-real-one"),
                          "dead" if number in (4, 6, 12) else "live", "چوک")


def make_step(target: Path, version: int) -> None:
    """Write a file as the steps up to a version leave it, with a registry in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "console.db"
        clock = ManualClock()
        prepare_database(path, Path(folder), clock, STEPS[:version])
        with closing(connect(path)) as db, db.atomic():
            _registry(Transaction(db, clock.now()))
        _copy(path, target)


def write_schema(target: Path) -> None:
    """Write down the newest schema."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "console.db"
        prepare_database(path, Path(folder), ManualClock())
        with closing(connect(path)) as db:
            statements = schema_of(View(db))
        target.write_text("".join(f"{sql};\n" for _, sql in sorted(statements.items())), encoding="utf-8")


def _copy(path: Path, target: Path) -> None:
    with closing(connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(path, target)


def main() -> int:
    """Make what is missing of the steps, and the newest."""
    (HERE / "files").mkdir(exist_ok=True)
    write_schema(HERE / "schema.sql")
    for version in range(1, SCHEMA_VERSION):
        target = HERE / "files" / f"console-{VERSION}-step-v{version:04d}.db"
        if not target.exists():
            make_step(target, version)
    newest = HERE / "files" / f"console-{VERSION}-v{SCHEMA_VERSION:04d}.db"
    if not newest.exists():
        make_whole(newest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
