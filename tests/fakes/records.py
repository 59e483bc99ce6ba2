"""One data folder with its database and registry services, as wiring.py joins them, for tests below the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from safecity_console.core.bus import Bus
from safecity_console.core.clock import Clock, ManualClock
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.db.audit import read_head
from safecity_console.db.database import prepare_database
from safecity_console.db.door import BeforeCommit, Door
from safecity_console.db.reader import Reader
from safecity_console.services.audit_head import head_file_of, keeping
from safecity_console.services.cameras import CameraService
from safecity_console.services.desk import Desk, Seat
from safecity_console.services.events import CamerasChanged
from safecity_console.services.safe import Safe, open_safe


@dataclass(frozen=True)
class Records:
    """The parts, open; `heard` collects what the registry published."""

    paths: DataPaths
    clock: Clock
    door: Door
    reader: Reader
    bus: Bus
    safe: Safe
    desk: Desk
    cameras: CameraService
    heard: list[CamerasChanged]

    def rows(self, sql: str, *parameters: object) -> list[dict[str, object]]:
        """Read rows as plain dictionaries."""
        return [dict(row) for row in self.reader.rows(sql, parameters)]


@contextmanager
def open_records(
    root: Path, clock: Clock | None = None, before_commit: Sequence[BeforeCommit] = ()
) -> Iterator[Records]:
    """Open a data folder and close it again, whatever happens."""
    clock = clock or ManualClock()
    paths = data_paths(root)
    prepare_database(paths.database, paths.backups, clock)
    reader = Reader(paths.database)
    safe = open_safe(paths.keys, reader, str(paths.root), use_keyring=False)
    head_file = head_file_of(paths.audit_head, safe)
    head_file.begin(reader.read(read_head))
    door = Door(paths.database, clock, before_commit, after_commit=(keeping(head_file),))
    door.start()
    try:
        bus = Bus()
        heard: list[CamerasChanged] = []
        bus.subscribe(CamerasChanged, heard.append)
        desk = Desk(door, clock, lambda: "TST")
        desk.sit(Seat.SETUP)  # no officer was ever made: everything is permitted
        cameras = CameraService(door, reader, safe, bus, clock, desk)
        yield Records(paths, clock, door, reader, bus, safe, desk, cameras, heard)
    finally:
        assert door.stop()
        head_file.close()
        reader.close()
