"""The border of SQLite: its errors become ours, once.

Belongs here: which SQLite error means what. Does not belong here: sentences.
Invariants: 1. What only a bug of ours can cause (a wrong statement, a broken rule nobody may break) stays as it is.
"""

from __future__ import annotations

import sqlite3

from safecity_console.domain.errors import Conflict, DatabaseDamaged, Refused

_TAKEN = {
    "camera.number": "number_taken",
    "index 'camera_number'": "number_taken",
    "site.name": "place_taken",
    "index 'site_name'": "place_taken",
    "wall.name": "wall_name_taken",
    "index 'wall_name'": "wall_name_taken",
    "own_layout.name": "layout_name_taken",
    "index 'own_layout_name'": "layout_name_taken",
    "tour.name": "tour_name_taken",
    "index 'tour_name'": "tour_name_taken",
}
_REFUSED = {
    "SQLITE_BUSY": "database_busy",
    "SQLITE_LOCKED": "database_busy",
    "SQLITE_FULL": "disk_full",
    "SQLITE_READONLY": "database_read_only",
    "SQLITE_CANTOPEN": "database_unreachable",
    "SQLITE_PERM": "database_unreachable",
    "SQLITE_IOERR": "disk_failed",
}


def translated(error: BaseException) -> BaseException:
    """Give our error for one of SQLite's; anything else is given back as it is."""
    if isinstance(error, OverflowError):
        # A revision spoilt by hand: the next one would not fit into a row.
        return DatabaseDamaged("a number does not fit into its column")
    if not isinstance(error, sqlite3.Error):
        return error
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DatabaseDamaged(str(error))
    for prefix, code in _REFUSED.items():
        if name.startswith(prefix):
            return Refused(code)
    if name.startswith("SQLITE_CONSTRAINT_UNIQUE"):
        for part, code in _TAKEN.items():
            if part in str(error):
                return Conflict(code)
    return error
