"""Step 9: hours of shifts, spans of duty, running log, checks, handovers and their drafts."""

from __future__ import annotations

from sqlite_utils import Database

_GLOB = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_GLOB}),
    updated_at TEXT NOT NULL CHECK (updated_at {_GLOB})"""
_ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"


def _time(name: str, needed: bool = True) -> str:
    return f"{name} TEXT {'NOT NULL ' if needed else ''}CHECK ({name} {_GLOB})"


_STATEMENTS: tuple[str, ...] = (
    f"""CREATE TABLE shift_hours (
    {_ID},
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 8),
    name TEXT NOT NULL DEFAULT '',
    name_ur TEXT NOT NULL DEFAULT '',
    start_min INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
    end_min INTEGER NOT NULL CHECK (end_min BETWEEN 0 AND 1439),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX shift_hours_code ON shift_hours (code)",
    # Spans of duty in the order they began, one after the other; only its end is ever written into one.
    f"""CREATE TABLE shift (
    {_ID},
    n INTEGER NOT NULL CHECK (n >= 1),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 8),
    name TEXT NOT NULL DEFAULT '',
    officer_id TEXT NOT NULL REFERENCES officer (id),
    badge TEXT NOT NULL CHECK (length(badge) BETWEEN 1 AND 20),
    officer TEXT NOT NULL,
    rank TEXT NOT NULL DEFAULT '',
    {_time("planned_from")},
    {_time("planned_to")},
    {_time("from_at")},
    {_time("to_at", needed=False)},
    began TEXT NOT NULL CHECK (began IN ('from_nobody', 'handover')),
    ended TEXT CHECK (ended IN ('handover', 'order')),
    {_time("gap_from", needed=False)},
    reason TEXT NOT NULL DEFAULT '',
    ended_by TEXT NOT NULL DEFAULT '',
    end_reason TEXT NOT NULL DEFAULT '',
    {_time("absent_since", needed=False)},
    clock_stepped INTEGER NOT NULL CHECK (clock_stepped IN (0, 1)),
    {_KEPT},
    CHECK (to_at IS NULL OR to_at >= from_at),
    CHECK ((to_at IS NULL) = (ended IS NULL)),
    CHECK (gap_from IS NULL OR (reason <> '' AND gap_from <= from_at))
) STRICT""",
    "CREATE UNIQUE INDEX shift_n ON shift (n)",
    "CREATE INDEX shift_from ON shift (from_at)",
    "CREATE UNIQUE INDEX shift_open ON shift (to_at IS NULL) WHERE to_at IS NULL",
    """CREATE TRIGGER shift_in_order BEFORE INSERT ON shift
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM shift)
        OR EXISTS (SELECT 1 FROM shift WHERE to_at IS NULL OR to_at > NEW.from_at OR id = NEW.id)
        OR (NEW.gap_from IS NULL AND EXISTS (SELECT 1 FROM shift)
            AND NEW.from_at <> (SELECT to_at FROM shift ORDER BY n DESC LIMIT 1))
    BEGIN SELECT RAISE(ABORT, 'spans of duty follow each other'); END""",
    """CREATE TRIGGER shift_only_ends BEFORE UPDATE ON shift
    WHEN OLD.to_at IS NOT NULL OR (NEW.id, NEW.n, NEW.code, NEW.name, NEW.officer_id, NEW.badge, NEW.officer, NEW.rank,
            NEW.planned_from, NEW.planned_to, NEW.from_at, NEW.began, NEW.reason, NEW.clock_stepped)
        <> (OLD.id, OLD.n, OLD.code, OLD.name, OLD.officer_id, OLD.badge, OLD.officer, OLD.rank,
            OLD.planned_from, OLD.planned_to, OLD.from_at, OLD.began, OLD.reason, OLD.clock_stepped)
        OR NEW.gap_from IS NOT OLD.gap_from
    BEGIN SELECT RAISE(ABORT, 'a span of duty is not rewritten'); END""",
    "CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'spans of duty are kept'); END",
    f"""CREATE TABLE shift_log (
    n INTEGER NOT NULL PRIMARY KEY CHECK (n >= 1),
    id TEXT NOT NULL CHECK (length(id) = 36),
    shift_id TEXT REFERENCES shift (id),
    kind TEXT NOT NULL,
    {_time("event_at")},
    {_time("entered_at")},
    badge TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) <= 500),
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT""",
    "CREATE INDEX shift_log_shift ON shift_log (shift_id, n)",
    "CREATE INDEX shift_log_entered ON shift_log (entered_at)",
    "CREATE TRIGGER shift_log_no_update BEFORE UPDATE ON shift_log "
    "BEGIN SELECT RAISE(ABORT, 'shift_log is append-only'); END",
    "CREATE TRIGGER shift_log_no_delete BEFORE DELETE ON shift_log "
    "BEGIN SELECT RAISE(ABORT, 'shift_log is append-only'); END",
    """CREATE TRIGGER shift_log_in_order BEFORE INSERT ON shift_log
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM shift_log)
    BEGIN SELECT RAISE(ABORT, 'shift_log is append-only'); END""",
    f"""CREATE TABLE shift_check_item (
    {_ID},
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
    text_ur TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL,
    {_KEPT}
) STRICT""",
    f"""CREATE TABLE shift_check (
    {_ID},
    shift_id TEXT NOT NULL REFERENCES shift (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
    text_ur TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'ok', 'defect', 'unknown')),
    note TEXT NOT NULL DEFAULT '',
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    badge TEXT NOT NULL DEFAULT '',
    {_time("at", needed=False)},
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX shift_check_place ON shift_check (shift_id, position)",
    # `opened`: incident id -> revision at which the incoming officer opened it
    f"""CREATE TABLE handover_draft (
    {_ID},
    shift_id TEXT NOT NULL REFERENCES shift (id),
    events TEXT NOT NULL DEFAULT '',
    remarks TEXT NOT NULL DEFAULT '',
    incoming_remarks TEXT NOT NULL DEFAULT '',
    next_code TEXT NOT NULL DEFAULT '',
    incoming_id TEXT REFERENCES officer (id),
    opened TEXT NOT NULL CHECK (json_valid(opened)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX handover_draft_shift ON handover_draft (shift_id)",
    # What both signed: `content` is canonical JSON, `sha256` over its bytes; the audit's head at the signing is in it.
    f"""CREATE TABLE handover (
    n INTEGER NOT NULL PRIMARY KEY CHECK (n >= 1),
    id TEXT NOT NULL CHECK (length(id) = 36),
    shift_id TEXT NOT NULL REFERENCES shift (id),
    next_shift_id TEXT NOT NULL REFERENCES shift (id),
    outgoing TEXT NOT NULL CHECK (length(outgoing) BETWEEN 1 AND 20),
    incoming TEXT NOT NULL CHECK (length(incoming) BETWEEN 1 AND 20),
    {_time("signed_at")},
    content TEXT NOT NULL CHECK (json_valid(content)),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT""",
    "CREATE UNIQUE INDEX handover_shift ON handover (shift_id)",
    "CREATE TRIGGER handover_no_update BEFORE UPDATE ON handover "
    "BEGIN SELECT RAISE(ABORT, 'handover is append-only'); END",
    "CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover "
    "BEGIN SELECT RAISE(ABORT, 'handover is append-only'); END",
    """CREATE TRIGGER handover_in_order BEFORE INSERT ON handover
    WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM handover)
        OR EXISTS (SELECT 1 FROM handover WHERE shift_id = NEW.shift_id)
    BEGIN SELECT RAISE(ABORT, 'handover is append-only'); END""",
)


def up(db: Database) -> None:
    """Make the tables of shifts, running log, handovers."""
    for statement in _STATEMENTS:
        db.execute(statement)
