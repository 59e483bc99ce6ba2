"""Step 10: what is known of ONVIF devices, presets, patrols, limits, PTZ state, joysticks, camera events."""

from __future__ import annotations

from sqlite_utils import Database

_STATEMENTS: tuple[str, ...] = ()


def up(db: Database) -> None:
    """Make the tables of ONVIF, PTZ and events."""
    for statement in _STATEMENTS:
        db.execute(statement)
