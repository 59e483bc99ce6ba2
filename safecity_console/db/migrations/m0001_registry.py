"""Step 1: sites, cameras, stream profiles."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""

_STATEMENTS = (
    f"""CREATE TABLE site (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_ur TEXT NOT NULL DEFAULT '',
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX site_name ON site (name COLLATE NOCASE)",
    f"""CREATE TABLE camera (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_ur TEXT NOT NULL DEFAULT '',
    site_id TEXT REFERENCES site (id),
    phase INTEGER NOT NULL CHECK (phase BETWEEN 1 AND 99),
    user TEXT NOT NULL DEFAULT '',
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    onvif_host TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    removed_at TEXT CHECK (removed_at {_TIME}),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX camera_number ON camera (number) WHERE removed_at IS NULL",
    "CREATE INDEX camera_site ON camera (site_id)",
    f"""CREATE TABLE stream_profile (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    camera_id TEXT NOT NULL REFERENCES camera (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('main', 'sub')),
    url TEXT NOT NULL CHECK (length(url) BETWEEN 1 AND 1024),
    transport TEXT NOT NULL CHECK (transport IN ('tcp', 'udp', 'http')),
    codec TEXT NOT NULL DEFAULT '',
    width INTEGER NOT NULL DEFAULT 0 CHECK (width >= 0),
    height INTEGER NOT NULL DEFAULT 0 CHECK (height >= 0),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX stream_profile_role ON stream_profile (camera_id, role)",
)


def up(db: Database) -> None:
    """Make the registry's tables."""
    for statement in _STATEMENTS:
        db.execute(statement)
