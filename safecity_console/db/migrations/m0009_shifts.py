"""Step 9: shifts, running log, handovers."""

from __future__ import annotations

from sqlite_utils import Database

_STATEMENTS: tuple[str, ...] = ()


def up(db: Database) -> None:
    """Make the tables of shifts, running log, handovers."""
    for statement in _STATEMENTS:
        db.execute(statement)
