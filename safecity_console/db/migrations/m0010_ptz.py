"""Step 10: what is known of ONVIF devices, presets, patrols, limits, PTZ state, joysticks, camera events."""

from __future__ import annotations

from sqlite_utils import Database

_GLOB = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_GLOB}),
    updated_at TEXT NOT NULL CHECK (updated_at {_GLOB})"""
_ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"
_OF_CAMERA = "camera_id TEXT NOT NULL REFERENCES camera (id) ON DELETE CASCADE"
_BY_CAMERA = "camera_id TEXT NOT NULL PRIMARY KEY REFERENCES camera (id) ON DELETE CASCADE"
_PLACE = "pan REAL, tilt REAL, zoom REAL"

_PTZ: tuple[str, ...] = (
    # A camera's preset under our number: tokens are the camera's own and no names.
    f"""CREATE TABLE ptz_preset (
    {_ID},
    {_OF_CAMERA},
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
    token TEXT NOT NULL CHECK (length(token) BETWEEN 1 AND 200),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 60),
    {_PLACE},
    picture TEXT NOT NULL DEFAULT '' CHECK (picture NOT LIKE '%/%' AND picture NOT LIKE '%\\%'),
    made_by TEXT NOT NULL DEFAULT '',
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX ptz_preset_number ON ptz_preset (camera_id, number)",
    "CREATE UNIQUE INDEX ptz_preset_token ON ptz_preset (camera_id, token)",
    f"""CREATE TABLE ptz_patrol (
    {_ID},
    {_OF_CAMERA},
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    steps TEXT NOT NULL CHECK (json_valid(steps)),
    tour_token TEXT NOT NULL DEFAULT '',
    running INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1)),
    running_by TEXT NOT NULL DEFAULT '',
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX ptz_patrol_number ON ptz_patrol (camera_id, number)",
    "CREATE UNIQUE INDEX ptz_patrol_running ON ptz_patrol (camera_id) WHERE running = 1",
    f"""CREATE TABLE ptz_sector (
    {_ID},
    {_OF_CAMERA},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    pan_from REAL NOT NULL,
    pan_to REAL NOT NULL,
    tilt_from REAL NOT NULL,
    tilt_to REAL NOT NULL CHECK (tilt_to >= tilt_from),
    {_KEPT}
) STRICT""",
    "CREATE INDEX ptz_sector_camera ON ptz_sector (camera_id)",
    f"""CREATE TABLE ptz_state (
    {_BY_CAMERA},
    {_PLACE},
    preset INTEGER CHECK (preset BETWEEN 1 AND 99),
    off_home_since TEXT CHECK (off_home_since {_GLOB}),
    moved_at TEXT CHECK (moved_at {_GLOB}),
    moved_by TEXT NOT NULL DEFAULT '',
    {_KEPT}
) STRICT""",
    # Who holds a camera, for every process of this workstation; `console` is the process's console.
    f"""CREATE TABLE ptz_lease (
    {_BY_CAMERA},
    holder TEXT NOT NULL CHECK (holder IN ('patrol', 'return_home', 'officer', 'supervisor', 'head')),
    badge TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    console TEXT NOT NULL CHECK (length(console) = 36),
    since_at TEXT NOT NULL CHECK (since_at {_GLOB}),
    used_at TEXT NOT NULL CHECK (used_at {_GLOB}),
    {_KEPT}
) STRICT""",
)
_TIME = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"

_DEVICE_STATEMENTS: tuple[str, ...] = (
    # The ONVIF device behind a camera: `report` as domain/onvif.DeviceReport in JSON, without logins.
    f"""CREATE TABLE onvif_device (
    camera_id TEXT NOT NULL PRIMARY KEY REFERENCES camera (id) ON DELETE CASCADE,
    report TEXT NOT NULL CHECK (json_valid(report)),
    certificate TEXT NOT NULL DEFAULT '' CHECK (length(certificate) IN (0, 64)),
    clock_offset_s REAL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_TIME}),
    updated_at TEXT NOT NULL CHECK (updated_at {_TIME})
) STRICT""",
)

# How each model of joystick is used at this workstation; a model without a row has its standard profile.
_STICKS: tuple[str, ...] = (
    f"""CREATE TABLE stick_profile (
    {_ID},
    model TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 100),
    arranged TEXT NOT NULL CHECK (json_valid(arranged) AND length(arranged) <= 100000),
    {_KEPT}
) STRICT""",
    "CREATE UNIQUE INDEX stick_profile_model ON stick_profile (model)",
)
_EVENTS: tuple[str, ...] = (
    # What cameras told of themselves. A moment ends when it begins; a state that lasts has no end yet.
    f"""CREATE TABLE camera_event (
    {_ID},
    {_OF_CAMERA},
    kind TEXT NOT NULL CHECK (kind IN ('motion', 'tamper', 'scene_change', 'blur', 'dark', 'bright', 'signal_loss',
        'digital_input', 'relay', 'storage', 'reboot', 'clock_sync', 'other')),
    topic TEXT NOT NULL DEFAULT '' CHECK (length(topic) <= 200),
    source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 120),
    began_at TEXT NOT NULL CHECK (began_at {_GLOB}),
    ended_at TEXT CHECK (ended_at {_GLOB} AND ended_at >= began_at),
    device_began_at TEXT CHECK (device_began_at {_GLOB}),
    device_ended_at TEXT CHECK (device_ended_at {_GLOB}),
    moment INTEGER NOT NULL DEFAULT 0 CHECK (moment IN (0, 1)),
    initial INTEGER NOT NULL DEFAULT 0 CHECK (initial IN (0, 1)),
    timed_out INTEGER NOT NULL DEFAULT 0 CHECK (timed_out IN (0, 1)),
    seen_by TEXT NOT NULL DEFAULT '',
    seen_at TEXT CHECK (seen_at {_GLOB}),
    raw TEXT NOT NULL DEFAULT '' CHECK (length(raw) <= 1000),
    {_KEPT}
) STRICT""",
    "CREATE INDEX camera_event_camera ON camera_event (camera_id, began_at)",
    "CREATE INDEX camera_event_began ON camera_event (began_at)",
    "CREATE INDEX camera_event_lasting ON camera_event (camera_id) WHERE ended_at IS NULL",
)
_STATEMENTS: tuple[str, ...] = (*_DEVICE_STATEMENTS, *_PTZ, *_STICKS, *_EVENTS)


def up(db: Database) -> None:
    """Make the tables of ONVIF, PTZ and events."""
    for statement in _STATEMENTS:
        db.execute(statement)
