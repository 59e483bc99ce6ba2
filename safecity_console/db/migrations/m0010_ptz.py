"""Step 10: what is known of ONVIF devices, presets, patrols, limits, PTZ state, joysticks, camera events."""

from __future__ import annotations

from sqlite_utils import Database

_GLOB = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z'"
_KEPT = f"""revision INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at {_GLOB}),
    updated_at TEXT NOT NULL CHECK (updated_at {_GLOB})"""
_ID = "id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36)"

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
_STATEMENTS: tuple[str, ...] = (*_STICKS,)


def up(db: Database) -> None:
    """Make the tables of ONVIF, PTZ and events."""
    for statement in _STATEMENTS:
        db.execute(statement)
