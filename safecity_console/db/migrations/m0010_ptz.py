"""Step 10: what is known of ONVIF devices, presets, patrols, limits, PTZ state, joysticks, camera events."""

from __future__ import annotations

from sqlite_utils import Database

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
_STATEMENTS: tuple[str, ...] = (*_DEVICE_STATEMENTS,)


def up(db: Database) -> None:
    """Make the tables of ONVIF, PTZ and events."""
    for statement in _STATEMENTS:
        db.execute(statement)
