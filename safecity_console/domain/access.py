"""What an officer may be permitted to do, as data.

Belongs here: permissions. Officers, roles and the two-person rule join it with the access issue.
Does not belong here: who is signed in, passwords.
"""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """One thing a role may be allowed."""

    VIEW_LIVE = "view_live"
    ARRANGE_WALL = "arrange_wall"
    SNAPSHOT = "snapshot"
    EDIT_CAMERAS = "edit_cameras"
    EDIT_SETTINGS = "edit_settings"


EVERY_PERMISSION: frozenset[Permission] = frozenset(Permission)
