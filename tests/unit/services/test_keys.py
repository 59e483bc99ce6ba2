"""Keys of the commands kept in the database: given, moved, taken, reset, and bad rows ignored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from safecity_console.core.bus import Bus
from safecity_console.core.clock import ManualClock
from safecity_console.db.database import prepare_database
from safecity_console.db.door import Door
from safecity_console.db.reader import Reader
from safecity_console.db.transaction import Table
from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.errors import Conflict, Refused
from safecity_console.services.desk import Desk as AuditDesk
from safecity_console.services.desk import Seat
from safecity_console.services.events import KeysChanged
from safecity_console.services.keys import KeyService
from tests.gui.doubles import START


class Desk:
    """A database with its door; `keys()` reads it anew, as after a restart."""

    def __init__(self, folder: Path) -> None:
        clock = ManualClock(START)
        path = folder / "console.db"
        prepare_database(path, folder / "backups", clock)
        self.door, self.reader, self.bus = Door(path, clock), Reader(path), Bus()
        self.door.start()
        self.told: list[KeysChanged] = []
        self.bus.subscribe(KeysChanged, self.told.append)

    def keys(self, ignore_stored: bool = False) -> KeyService:
        seat = AuditDesk(self.door, ManualClock(START), lambda: "TST")
        seat.sit(Seat.SETUP)
        return KeyService(self.door, self.reader, self.bus, seat, ignore_stored)

    def put(self, command: str, keys: str) -> None:
        self.door.write(lambda tx: tx.insert(Table.KEY_BINDING, {"command": command, "keys": keys}))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.door.stop()
    made.reader.close()


def test_a_given_key_counts_at_once_and_after_a_restart(desk: Desk) -> None:
    keys = desk.keys()
    keys.add("tile.info", "ctrl+b")
    assert keys.keys_of("tile.info") == ("Shift+F1", "Ctrl+B")
    assert keys.owner_of("Ctrl+B") == "tile.info"
    assert len(desk.told) == 1
    again = desk.keys()
    assert again.keys_of("tile.info") == ("Shift+F1", "Ctrl+B")
    assert again.is_own("tile.info")
    assert not again.is_own("wall.save")


def test_a_taken_key_is_refused_and_moved_only_when_asked(desk: Desk) -> None:
    keys = desk.keys()
    with pytest.raises(Conflict, match="key_taken"):
        keys.add("tile.info", "F5")
    assert desk.told == []
    keys.move("tile.info", "F5")
    assert keys.owner_of("F5") == "tile.info"
    assert desk.keys().keys_of("wall.what_works") == ()
    with pytest.raises(Refused, match="key_digits"):
        keys.move("tile.info", "5")


def test_reset_gives_back_what_is_free(desk: Desk) -> None:
    keys = desk.keys()
    keys.move("tile.info", "F5")
    keys.remove("tile.info", "Shift+F1")
    assert keys.keys_of("tile.info") == ("F5",)
    assert keys.reset("wall.what_works") == ("F5",), "it stays with who has it"
    assert keys.reset("tile.info") == ()
    assert keys.keys_of("wall.what_works") == ("F5",)
    keys.move("tile.info", "F5")
    keys.reset_all()
    assert not keys.any_own()
    assert desk.keys().keys_of("tile.info") == COMMAND_BY_ID["tile.info"].keys


def test_bad_rows_are_ignored_and_left(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.put("tile.info", json.dumps(["B", 7]))
    desk.put("tile.explode", json.dumps(["B"]))
    desk.put("wall.save", json.dumps(["5"]))
    desk.put("wall.retry", json.dumps({"B": 1}))
    desk.put("wall.find", json.dumps(["Ctrl+B"]))
    keys = desk.keys()
    assert keys.keys_of("tile.info") == ("Shift+F1",)
    assert keys.keys_of("wall.save") == ("Ctrl+F8",)
    assert keys.keys_of("wall.find") == ("Ctrl+B",)
    assert caplog.text.count("stored_keys_ignored") == 4
    assert len(desk.reader.rows("SELECT * FROM key_binding")) == 5


def test_a_safe_start_ignores_what_is_stored(desk: Desk) -> None:
    desk.keys().move("tile.info", "F5")
    safe = desk.keys(ignore_stored=True)
    assert safe.keys_of("wall.what_works") == ("F5",)
    assert desk.keys().keys_of("tile.info") == ("Shift+F1", "F5"), "the rows stay"
    safe.reset_all()
    assert desk.keys().keys_of("wall.what_works") == ("F5",)
