"""Step 3: walls, settings, sealed passwords."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""

_STATEMENTS = (
    # The wall on screen is a row as well (role 'current', name of the saved wall it came from or empty).
    f"""CREATE TABLE wall (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    role TEXT NOT NULL CHECK (role IN ('saved', 'current')),
    name TEXT NOT NULL CHECK (length(name) <= 80 AND (role = 'current' OR length(name) >= 1)),
    layout TEXT NOT NULL,
    tiles TEXT NOT NULL CHECK (json_valid(tiles)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX wall_name ON wall (name COLLATE NOCASE) WHERE role = 'saved'",
    "CREATE UNIQUE INDEX wall_current ON wall (role) WHERE role = 'current'",
    f"""CREATE TABLE setting (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
    value TEXT NOT NULL CHECK (json_valid(value)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX setting_key ON setting (key)",
    f"""CREATE TABLE sealed_password (
    camera_id TEXT NOT NULL PRIMARY KEY REFERENCES camera (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL CHECK (length(sealed) >= 29),
    {_KEPT}
) STRICT""",
)


def up(db: Database) -> None:
    """Make the tables of walls, settings and sealed passwords."""
    for statement in _STATEMENTS:
        db.execute(statement)
