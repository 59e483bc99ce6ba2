"""The schema's steps, one a file, in order; a fresh file runs the same steps as an old one.

Belongs here: the list. Does not belong here: opening files and backups (database.py).
Invariants: 1. A step that was released never changes. 2. Step n brings a file from version n-1 to n, inside a
transaction its caller opened; it commits nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from safecity_console.db.migrations import (
    m0001_registry,
    m0002_history,
    m0003_walls,
    m0004_refused_login,
    m0005_desk,
    m0006_access,
    m0007_incidents,
    m0008_liaison,
    m0009_shifts,
    m0010_ptz,
)

STEPS: tuple[Callable[[Database], None], ...] = (
    m0001_registry.up, m0002_history.up, m0003_walls.up, m0004_refused_login.up, m0005_desk.up,
    m0006_access.up, m0007_incidents.up, m0008_liaison.up, m0009_shifts.up, m0010_ptz.up,
)  # fmt: skip
SCHEMA_VERSION = len(STEPS)
