"""Step 6: roles, camera groups, officers and their credentials, wrong tries, and the audit chain nobody may rewrite."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""
_ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"

_STATEMENTS = (
    # `grants`: {"permission": null for all cameras, or a list of camera-group ids}
    f"""CREATE TABLE role (
    {_ID},
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_ur TEXT NOT NULL DEFAULT '',
    grants TEXT NOT NULL CHECK (json_valid(grants)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX role_code ON role (code)",
    f"""CREATE TABLE camera_group (
    {_ID},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    cameras TEXT NOT NULL CHECK (json_valid(cameras)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX camera_group_name ON camera_group (name COLLATE NOCASE)",
    f"""CREATE TABLE officer (
    {_ID},
    badge TEXT NOT NULL CHECK (length(badge) BETWEEN 1 AND 20),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_ur TEXT NOT NULL DEFAULT '',
    rank TEXT NOT NULL DEFAULT '',
    role_id TEXT NOT NULL REFERENCES role (id),
    reports_to TEXT REFERENCES officer (id),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX officer_badge ON officer (badge)",
    f"""CREATE TABLE credential (
    officer_id TEXT NOT NULL PRIMARY KEY REFERENCES officer (id) ON DELETE CASCADE,
    password_hash TEXT NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    pin_hash TEXT CHECK (pin_hash LIKE '$argon2id$%'),
    must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    {_KEPT}
) STRICT""",
    # Wrong tries by badge as typed, known or not: a delay that outlives a restart.
    f"""CREATE TABLE wrong_try (
    badge TEXT NOT NULL PRIMARY KEY CHECK (length(badge) BETWEEN 1 AND 20),
    failures INTEGER NOT NULL CHECK (failures >= 1),
    last_at TEXT NOT NULL CHECK (last_at {_TIME}),
    {_KEPT}
) STRICT""",
    f"""CREATE TABLE audit (
    n INTEGER NOT NULL PRIMARY KEY CHECK (n >= 1),
    at TEXT NOT NULL CHECK (at {_TIME}),
    action TEXT NOT NULL,
    badge TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT""",
    "CREATE INDEX audit_badge ON audit (badge, n)",
    "CREATE INDEX audit_action ON audit (action, n)",
    "CREATE INDEX audit_at ON audit (at)",
    "CREATE INDEX audit_about ON audit (json_extract(body, '$.about[1]'))",
    "CREATE INDEX audit_not_done ON audit (n) WHERE json_extract(body, '$.outcome') <> 'done'",
    # What only who sees misconduct may hear of; word for word the condition of db/audit.py.
    """CREATE INDEX audit_misconduct ON audit (n) WHERE action = 'incident.misconduct_view'
    OR json_extract(body, '$.about[1]') GLOB 'M-*'
    AND json_extract(body, '$.about[0]') <> 'officer' OR json_extract(body, '$.detail.label') GLOB 'M-*'
    OR json_extract(body, '$.detail.incident') GLOB 'M-*'""",
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
    # INSERT OR REPLACE deletes without a delete trigger unless recursive_triggers is on: refused here by the number.
    """CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END""",
)


def up(db: Database) -> None:
    """Make the tables of access and audit."""
    for statement in _STATEMENTS:
        db.execute(statement)
