"""A data folder whose audit chain can be attacked: written by the real console, spoilt by raw SQL or on the files.

Belongs here: making the chain, forging rows as somebody with the file would. Does not belong here: what must be found.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from safecity_console.core.clock import Clock
from safecity_console.core.passwords import Cost
from safecity_console.core.paths import DataPaths, data_paths
from safecity_console.domain.audit import Action, Subject, hash_of
from safecity_console.services.audit_verify import Verified, verify_folder
from safecity_console.wiring import Console, Options

ROWS = 40


def opened(root: Path, clock: Clock | None = None) -> Console:
    """Open a console on a folder, with a cheap password hash and its key in a file."""
    return Console(Options(root, {}, use_keyring=False, password_cost=Cost(8, 1, 1)), clock)


def filled(root: Path, rows: int = ROWS, clock: Clock | None = None) -> DataPaths:
    """Write so many rows and close."""
    with opened(root, clock) as console:
        for n in range(rows):
            console.services.desk.note(Action.VIEW, Subject("camera", f"c{n % 7}"), number=n % 7)
    return data_paths(root)


def verified(paths: DataPaths, heads: tuple[str, ...] = ()) -> Verified:
    """Verify against heads as they are printed."""
    from safecity_console.domain.audit import head_of

    return verify_folder(paths, [head for text in heads if (head := head_of(text))], use_keyring=False)


def flaws(found: Verified) -> set[tuple[str, int]]:
    """Give what was found, by name and row."""
    return {(one.flaw.value, one.n) for one in found.flaws}


class Forger:
    """Somebody with the database file and all of SQLite, but without the vault's key."""

    def __init__(self, paths: DataPaths) -> None:
        self.paths = paths

    def sql(self, *statements: str) -> None:
        """Run statements with the triggers away, and put the triggers back as they were."""
        with closing(sqlite3.connect(self.paths.database, isolation_level=None)) as raw:
            triggers = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type='trigger' AND tbl_name='audit'"
                                   ).fetchall()
            for name, _sql in triggers:
                raw.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                raw.execute(statement)
            for _name, sql in triggers:
                raw.execute(sql)

    def rewrite(self, n: int, change: Callable[[dict[str, object]], None], rehash: bool = True) -> None:
        """Change a row's body, and its hash to fit unless `rehash` is False."""
        with closing(sqlite3.connect(self.paths.database)) as raw:
            body, kept = raw.execute("SELECT body, hash FROM audit WHERE n = ?", [n]).fetchone()
        said = json.loads(body)
        change(said)
        new = canonical_json(said)
        self.put(n, new, hash_of(new) if rehash else kept)

    def rewrite_to_the_end(self, n: int, change: Callable[[dict[str, object]], None]) -> None:
        """Change a row and make every later hash fit: a chain that is whole in itself."""
        with closing(sqlite3.connect(self.paths.database)) as raw:
            last = raw.execute("SELECT max(n) FROM audit").fetchone()[0]
        self.rewrite(n, change)
        for later in range(n + 1, last + 1):
            with closing(sqlite3.connect(self.paths.database)) as raw:
                prev = raw.execute("SELECT hash FROM audit WHERE n = ?", [later - 1]).fetchone()[0]
            self.rewrite(later, lambda said, prev=prev: said.update(prev=prev))

    def put(self, n: int, body: str, kept: str) -> None:
        """Put bytes and hash into a row."""
        self.sql(f"UPDATE audit SET body = '{body.replace(chr(39), chr(39) * 2)}', hash = '{kept}' WHERE n = {n}")

    def copy_files(self, to: Path) -> None:
        """Copy the database with what lies beside it."""
        to.mkdir()
        for path in self.paths.root.glob("console.db*"):
            shutil.copy(path, to / path.name)

    def put_files_back(self, kept: Path) -> None:
        """Put copied files in the place of the present ones."""
        for path in self.paths.root.glob("console.db*"):
            path.unlink()
        for path in kept.iterdir():
            shutil.copy(path, self.paths.root / path.name)


def canonical_json(said: Mapping[str, object]) -> str:
    """Give an entry's text as the console writes it."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
