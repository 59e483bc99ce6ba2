"""Step 2: each camera's state over time, and the console's own runs (a span's end after a crash rests on them)."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""

_STATEMENTS = (
    f"""CREATE TABLE camera_state (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    camera_id TEXT NOT NULL REFERENCES camera (id),
    state TEXT NOT NULL CHECK (state IN ('live', 'late', 'offline', 'disabled', 'unknown')),
    layer TEXT NOT NULL DEFAULT '',
    fault TEXT NOT NULL DEFAULT '',
    from_at TEXT NOT NULL CHECK (from_at {_TIME}),
    to_at TEXT CHECK (to_at {_TIME} AND to_at >= from_at),
    clock_stepped INTEGER NOT NULL DEFAULT 0 CHECK (clock_stepped IN (0, 1)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX camera_state_open ON camera_state (camera_id) WHERE to_at IS NULL",
    "CREATE INDEX camera_state_time ON camera_state (camera_id, from_at)",
    f"""CREATE TABLE console_run (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    started_at TEXT NOT NULL CHECK (started_at {_TIME}),
    last_seen_at TEXT NOT NULL CHECK (last_seen_at {_TIME}),
    ended_at TEXT CHECK (ended_at {_TIME}),
    {_KEPT}
) STRICT""",
)


def up(db: Database) -> None:
    """Make the history's tables."""
    for statement in _STATEMENTS:
        db.execute(statement)
