"""Step 7: incidents, procedures, units."""

from __future__ import annotations

from sqlite_utils import Database

_STATEMENTS: tuple[str, ...] = ()


def up(db: Database) -> None:
    """Make the tables of incidents, procedures, units."""
    for statement in _STATEMENTS:
        db.execute(statement)
