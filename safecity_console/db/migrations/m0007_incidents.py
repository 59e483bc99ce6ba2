"""Step 7: incidents with all that hangs on them, their full text, procedures, response targets and units."""

from __future__ import annotations

from sqlite_utils import Database

_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})"""
_ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"
_OF = "incident_id TEXT NOT NULL REFERENCES incident (id)"
_ENDED = "('closed', 'false_alarm', 'hoax', 'duplicate', 'transferred')"


def _time(column: str, must: bool = False) -> str:
    return f"{column} TEXT {'NOT NULL ' if must else ''}CHECK ({column} {_TIME})"


def _line(column: str, most: int) -> str:
    return f"{column} TEXT NOT NULL DEFAULT '' CHECK (length({column}) <= {most})"


_INCIDENT = (
    # `n` is the order of entry and the row of the full text; it is not the number on papers.
    f"""CREATE TABLE incident (
    n INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    station TEXT NOT NULL CHECK (length(station) BETWEEN 1 AND 20),
    series TEXT NOT NULL CHECK (series IN ('I', 'M')),
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
    serial INTEGER NOT NULL CHECK (serial >= 1),
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 160),
    category TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('S1', 'S2', 'S3', 'S4')),
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    {_time('event_at', must=True)},
    {_time('entered_at', must=True)},
    {_line('entered_by', 20)},
    {_line('place', 160)}, {_line('site_id', 36)}, {_line('beat', 80)}, {_line('police_station', 80)},
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    {_time('acknowledged_at')}, {_time('verified_at')}, {_time('dispatched_at')}, {_time('on_scene_at')},
    {_time('resolved_at')}, {_time('ended_at')},
    {_time('hold_until')}, {_line('hold_reason', 500)},
    {_line('owner', 20)},
    {_line('caller_name', 80)}, {_line('caller_phone', 40)},
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    sealed_caller BLOB,
    {_line('named_officer_id', 36)},
    {_time('call_back_due_at')}, {_time('called_back_at')},
    {_line('duplicate_of', 36)}, transferred_to TEXT, routed_to TEXT,
    {_line('outcome', 2000)}, {_line('rapat_no', 40)}, {_line('fir_no', 40)},
    {_line('reviewed_by', 20)}, {_line('camera_id', 36)},
    {_KEPT},
    CHECK ((state IN {_ENDED}) = (ended_at IS NOT NULL)),
    CHECK (sealed = 1 OR sealed_caller IS NULL),
    CHECK (sealed = 0 OR (caller_name = '' AND caller_phone = '')),
    CHECK ((series = 'M') = (category = 'misconduct')),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT""",
    "CREATE UNIQUE INDEX incident_number ON incident (station, series, year, serial)",
    "CREATE INDEX incident_open ON incident (severity, entered_at) WHERE ended_at IS NULL",
    "CREATE INDEX incident_entered ON incident (entered_at, entered_by)",
    # What was entered stays as it was entered: no back-dating, no renumbering, no unsealing, no deleting.
    """CREATE TRIGGER incident_stays BEFORE UPDATE OF n, id, station, series, year, serial, event_at, entered_at,
    entered_by, camera_id ON incident BEGIN SELECT RAISE(ABORT, 'an incident stays as entered'); END""",
    """CREATE TRIGGER incident_sealed BEFORE UPDATE OF sealed ON incident WHEN OLD.sealed = 1 AND NEW.sealed = 0
    BEGIN SELECT RAISE(ABORT, 'a sealed incident stays sealed'); END""",
    "CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident BEGIN SELECT RAISE(ABORT, 'incidents stay'); END",
    """CREATE TRIGGER incident_in_order BEFORE INSERT ON incident
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM incident) OR EXISTS (SELECT 1 FROM incident WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM incident WHERE station = NEW.station AND series = NEW.series AND year = NEW.year
    AND serial = NEW.serial) BEGIN SELECT RAISE(ABORT, 'incidents stay'); END""",
    # Folded words (db/incident_text.py): every blank divides, nothing else does. `facets` are words nobody can type.
    """CREATE VIRTUAL TABLE incident_text USING fts5(facets, fields, notes, tokenize = 'ascii', detail = 'none',
    prefix = '1 2 3')""",
)

_EVENT = (
    f"""CREATE TABLE incident_event (
    n INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    {_OF},
    kind TEXT NOT NULL,
    {_time('event_at', must=True)},
    {_time('entered_at', must=True)},
    {_line('badge', 20)},
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT""",
    "CREATE INDEX incident_event_of ON incident_event (incident_id, n)",
    """CREATE TRIGGER incident_event_no_update BEFORE UPDATE ON incident_event
    BEGIN SELECT RAISE(ABORT, 'incident_event is append-only'); END""",
    """CREATE TRIGGER incident_event_no_delete BEFORE DELETE ON incident_event
    BEGIN SELECT RAISE(ABORT, 'incident_event is append-only'); END""",
    # INSERT OR REPLACE deletes without a delete trigger: refused by number and id.
    """CREATE TRIGGER incident_event_in_order BEFORE INSERT ON incident_event
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM incident_event)
    OR EXISTS (SELECT 1 FROM incident_event WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'incident_event is append-only'); END""",
)

_PARTS = (
    f"""CREATE TABLE incident_camera (
    {_ID}, {_OF},
    camera_id TEXT NOT NULL CHECK (length(camera_id) = 36),
    link TEXT NOT NULL, state TEXT NOT NULL, {_line('layer', 40)}, {_line('fault_no', 20)},
    distance_m REAL CHECK (distance_m >= 0),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX incident_camera_once ON incident_camera (incident_id, camera_id)",
    f"""CREATE TABLE clip_lock (
    {_ID}, {_OF},
    camera_id TEXT NOT NULL CHECK (length(camera_id) = 36),
    {_time('from_at', must=True)}, {_time('to_at', must=True)}, {_time('until')}, {_line('reason', 500)},
    {_time('released_at')},
    {_KEPT},
    CHECK (to_at >= from_at)
) STRICT""",
    "CREATE INDEX clip_lock_of ON clip_lock (incident_id)",
    "CREATE INDEX clip_lock_camera ON clip_lock (camera_id, from_at) WHERE released_at IS NULL",
    f"""CREATE TABLE incident_unit (
    {_ID}, {_OF},
    unit_id TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    {_time('told_at', must=True)}, {_time('on_scene_at')}, {_time('clear_at')},
    {_KEPT}
) STRICT""",
    "CREATE INDEX incident_unit_of ON incident_unit (incident_id)",
    f"""CREATE TABLE incident_party (
    {_ID}, {_OF},
    kind TEXT NOT NULL, role TEXT NOT NULL,
    {_line('name', 80)}, {_line('more', 2000)},
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    content BLOB,
    {_KEPT},
    CHECK ((sealed = 1) = (content IS NOT NULL)),
    CHECK (sealed = 0 OR (name = '' AND more = ''))
) STRICT""",
    "CREATE INDEX incident_party_of ON incident_party (incident_id)",
    f"""CREATE TABLE incident_tick (
    {_ID}, {_OF},
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL, text_ur TEXT NOT NULL DEFAULT '',
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    call_back INTEGER NOT NULL CHECK (call_back IN (0, 1)),
    {_line('done_by', 20)}, {_time('done_at')},
    {_KEPT}
) STRICT""",
    "CREATE INDEX incident_tick_of ON incident_tick (incident_id, position)",
    f"""CREATE TABLE incident_file (
    {_ID}, {_OF},
    name TEXT NOT NULL, path TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    kind TEXT NOT NULL, {_line('camera_id', 36)}, {_time('taken_at')},
    {_KEPT}
) STRICT""",
    "CREATE INDEX incident_file_of ON incident_file (incident_id)",
    f"""CREATE TABLE incident_related (
    {_ID}, {_OF},
    kind TEXT NOT NULL, other_id TEXT NOT NULL, {_line('label', 80)},
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX incident_related_once ON incident_related (incident_id, kind, other_id)",
    "CREATE INDEX incident_related_other ON incident_related (kind, other_id)",
)

_AROUND = (
    f"""CREATE TABLE unit (
    {_ID},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    kind TEXT NOT NULL, {_line('call_sign', 20)}, {_line('phone', 40)}, {_line('police_station', 80)},
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX unit_name ON unit (name COLLATE NOCASE) WHERE active = 1",
    # A category or severity without a row has the standard one of the program.
    f"""CREATE TABLE procedure (
    category TEXT NOT NULL PRIMARY KEY,
    steps TEXT NOT NULL CHECK (json_valid(steps)),
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    call_back_within_s INTEGER CHECK (call_back_within_s BETWEEN 60 AND 604800),
    {_KEPT}
) STRICT""",
    f"""CREATE TABLE response_target (
    severity TEXT NOT NULL PRIMARY KEY CHECK (severity IN ('S1', 'S2', 'S3', 'S4')),
    acknowledge_s INTEGER NOT NULL CHECK (acknowledge_s BETWEEN 1 AND 604800),
    dispatch_s INTEGER NOT NULL CHECK (dispatch_s BETWEEN 1 AND 604800),
    arrive_s INTEGER NOT NULL CHECK (arrive_s BETWEEN 1 AND 604800),
    {_KEPT}
) STRICT""",
)


def up(db: Database) -> None:
    """Make the tables of incidents, procedures, units."""
    for statement in (*_INCIDENT, *_AROUND, *_EVENT, *_PARTS):
        db.execute(statement)
