"""Step 4: logins a camera has refused, so that a restart does not try them again."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"

# `login` is a fingerprint of address, user and the sealed password's bytes: it says "the same as then", nothing else.
_REFUSED_LOGIN = f"""CREATE TABLE refused_login (
    camera_id TEXT NOT NULL PRIMARY KEY REFERENCES camera (id) ON DELETE CASCADE,
    login TEXT NOT NULL CHECK (length(login) = 64),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})
) STRICT"""


def up(db: Database) -> None:
    """Make the table of refused logins."""
    db.execute(_REFUSED_LOGIN)
