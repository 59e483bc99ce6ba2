"""Step 8: committees, contacts, requests for footage, consents, watch notices, and the histories nobody may rewrite."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""
_ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"

_STATEMENTS = (
    f"""CREATE TABLE committee (
    {_ID},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_ur TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    site_id TEXT REFERENCES site (id),
    notes TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX committee_name ON committee (name COLLATE NOCASE)",
    f"""CREATE TABLE contact (
    {_ID},
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_ur TEXT NOT NULL DEFAULT '',
    phones TEXT NOT NULL CHECK (json_valid(phones)),
    site_id TEXT REFERENCES site (id),
    committee_id TEXT REFERENCES committee (id),
    cameras INTEGER NOT NULL DEFAULT 0 CHECK (cameras BETWEEN 0 AND 999),
    look_at TEXT NOT NULL DEFAULT '',
    kept_days INTEGER NOT NULL DEFAULT 0 CHECK (kept_days BETWEEN 0 AND 3650),
    notes TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    {_KEPT}
) STRICT""",
    "CREATE INDEX contact_site ON contact (site_id)",
    # The incident may be of a series its reader does not see: its number stands as text, without a reference.
    f"""CREATE TABLE footage_request (
    {_ID},
    serial INTEGER NOT NULL CHECK (serial >= 1),
    contact_id TEXT NOT NULL REFERENCES contact (id),
    incident_id TEXT NOT NULL DEFAULT '',
    incident_label TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
    from_at TEXT NOT NULL CHECK (from_at {_TIME}),
    to_at TEXT NOT NULL CHECK (to_at {_TIME}),
    reason TEXT NOT NULL,
    asked_at TEXT NOT NULL CHECK (asked_at {_TIME}),
    asked_by TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('waiting', 'given', 'refused')),
    answered_at TEXT CHECK (answered_at {_TIME}),
    handed_over TEXT NOT NULL DEFAULT '',
    receipt_no TEXT NOT NULL DEFAULT '',
    {_KEPT},
    CHECK (from_at < to_at),
    CHECK ((answer = 'waiting') = (answered_at IS NULL))
) STRICT""",
    "CREATE UNIQUE INDEX footage_request_serial ON footage_request (serial)",
    "CREATE INDEX footage_request_asked ON footage_request (asked_at)",
    f"""CREATE TABLE consent (
    {_ID},
    contact_id TEXT NOT NULL REFERENCES contact (id),
    scope TEXT NOT NULL CHECK (length(scope) >= 1),
    given_at TEXT NOT NULL CHECK (given_at {_TIME}),
    until_at TEXT CHECK (until_at {_TIME}),
    withdrawn_at TEXT CHECK (withdrawn_at {_TIME}),
    why_withdrawn TEXT NOT NULL DEFAULT '',
    taken_by TEXT NOT NULL,
    receipt_no TEXT NOT NULL DEFAULT '',
    {_KEPT}
) STRICT""",
    "CREATE INDEX consent_contact ON consent (contact_id)",
    f"""CREATE TABLE liaison_event (
    {_ID},
    about TEXT NOT NULL CHECK (length(about) = 36),
    contact_id TEXT NOT NULL,
    told TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at {_TIME}),
    badge TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT""",
    "CREATE INDEX liaison_event_about ON liaison_event (about, at)",
    f"""CREATE TABLE committee_meeting (
    {_ID},
    committee_id TEXT NOT NULL,
    met_at TEXT NOT NULL CHECK (met_at {_TIME}),
    present INTEGER NOT NULL CHECK (present BETWEEN 0 AND 9999),
    note TEXT NOT NULL DEFAULT '',
    entered_at TEXT NOT NULL CHECK (entered_at {_TIME}),
    badge TEXT NOT NULL
) STRICT""",
    "CREATE INDEX committee_meeting_met ON committee_meeting (met_at)",
    # `plate_key`: letters and digits alone, for finding; `origin` and the station's own number are ready for those that
    # will come from headquarters.
    f"""CREATE TABLE watch_notice (
    {_ID},
    station TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    serial INTEGER NOT NULL CHECK (serial >= 1),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 80),
    description TEXT NOT NULL DEFAULT '',
    plate TEXT NOT NULL DEFAULT '',
    plate_key TEXT NOT NULL DEFAULT '',
    issued_by TEXT NOT NULL,
    posted_at TEXT NOT NULL CHECK (posted_at {_TIME}),
    posted_by TEXT NOT NULL,
    expires_at TEXT NOT NULL CHECK (expires_at {_TIME}),
    ended TEXT CHECK (ended IN ('withdrawn', 'found')),
    ended_at TEXT CHECK (ended_at {_TIME}),
    ended_by TEXT NOT NULL DEFAULT '',
    end_reason TEXT NOT NULL DEFAULT '',
    picture_path TEXT,
    picture_sha256 TEXT CHECK (length(picture_sha256) = 64),
    picture_width INTEGER NOT NULL DEFAULT 0,
    picture_height INTEGER NOT NULL DEFAULT 0,
    origin TEXT NOT NULL CHECK (origin IN ('local', 'hq')),
    {_KEPT},
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK ((picture_path IS NULL) = (picture_sha256 IS NULL))
) STRICT""",
    "CREATE UNIQUE INDEX watch_notice_number ON watch_notice (station, year, serial)",
    "CREATE INDEX watch_notice_open ON watch_notice (ended, expires_at)",
    f"""CREATE TABLE watch_event (
    {_ID},
    notice_id TEXT NOT NULL REFERENCES watch_notice (id),
    told TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at {_TIME}),
    entered_at TEXT NOT NULL CHECK (entered_at {_TIME}),
    badge TEXT NOT NULL,
    camera_id TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT""",
    "CREATE INDEX watch_event_notice ON watch_event (notice_id, told, at)",
)
_LOGS = ("liaison_event", "committee_meeting", "watch_event")


def _guards(log: str) -> tuple[str, ...]:
    said = f"SELECT RAISE(ABORT, '{log} is append-only')"
    return (
        f"CREATE TRIGGER {log}_no_update BEFORE UPDATE ON {log} BEGIN {said}; END",
        f"CREATE TRIGGER {log}_no_delete BEFORE DELETE ON {log} BEGIN {said}; END",
        # INSERT OR REPLACE deletes without a delete trigger unless recursive_triggers is on.
        f"CREATE TRIGGER {log}_once BEFORE INSERT ON {log} WHEN EXISTS (SELECT 1 FROM {log} WHERE id = NEW.id)"  # noqa: S608
        f" BEGIN {said}; END",
    )


def up(db: Database) -> None:
    """Make the tables of liaison and watch notices."""
    for statement in (*_STATEMENTS, *(guard for log in _LOGS for guard in _guards(log))):
        db.execute(statement)
