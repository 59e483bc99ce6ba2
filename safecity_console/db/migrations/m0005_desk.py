"""Step 5: an officer's desk: own layouts, tours, other screens, assigned keys; walls know their screen and order."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""
_NAMED = """id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    position INTEGER NOT NULL"""

_STATEMENTS = (
    # `options`: locked, hotspot, pinned tiles. `place`: which of the console's windows a current wall stands in.
    "ALTER TABLE wall ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options))",
    "ALTER TABLE wall ADD COLUMN position INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE wall ADD COLUMN place TEXT NOT NULL DEFAULT 'main' CHECK (length(place) BETWEEN 1 AND 80)",
    "DROP INDEX wall_current",
    "CREATE UNIQUE INDEX wall_current ON wall (place) WHERE role = 'current'",
    f"""CREATE TABLE own_layout (
    {_NAMED},
    grid TEXT NOT NULL CHECK (length(grid) BETWEEN 1 AND 800),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX own_layout_name ON own_layout (name COLLATE NOCASE)",
    f"""CREATE TABLE tour (
    {_NAMED},
    content TEXT NOT NULL CHECK (json_valid(content)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX tour_name ON tour (name COLLATE NOCASE)",
    # What stands on another screen: `screen` names it (name, serial, geometry), `content` says what is shown there.
    f"""CREATE TABLE screen_window (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 80),
    screen TEXT NOT NULL CHECK (json_valid(screen)),
    content TEXT NOT NULL CHECK (json_valid(content)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX screen_window_place ON screen_window (place)",
    # The wall an officer begins with; the empty badge is the workstation's, for everybody without one of his own.
    f"""CREATE TABLE default_wall (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    badge TEXT NOT NULL CHECK (length(badge) <= 40),
    wall_id TEXT NOT NULL REFERENCES wall (id) ON DELETE CASCADE,
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX default_wall_badge ON default_wall (badge)",
    f"""CREATE TABLE key_binding (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    command TEXT NOT NULL CHECK (length(command) BETWEEN 1 AND 80),
    keys TEXT NOT NULL CHECK (json_valid(keys)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX key_binding_command ON key_binding (command)",
)


def up(db: Database) -> None:
    """Make the desk's tables and let walls know more."""
    for statement in _STATEMENTS:
        db.execute(statement)
