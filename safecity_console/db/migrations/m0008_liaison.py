"""Step 8: contacts, committees, consent, watch notices."""

from __future__ import annotations

from sqlite_utils import Database

_STATEMENTS: tuple[str, ...] = ()


def up(db: Database) -> None:
    """Make the tables of contacts, committees, consent, watch notices."""
    for statement in _STATEMENTS:
        db.execute(statement)
