"""The errors the house speaks of, and nothing else.

Belongs here: one class per thing a caller can do something about, with a code and figures.
Does not belong here: sentences (ui/texts.py, cli), foreign exceptions (each adapter translates its own).
Invariants: 1. `WorldError` means the world failed (network, disk, input); anything else is a bug of ours.
2. No error carries a password or a URL with one.
"""

from __future__ import annotations

from collections.abc import Mapping


class SafecityError(Exception):
    """Base of every error raised on purpose."""


class WorldError(SafecityError):
    """The world outside failed or said no; the program is well."""


class Refused(WorldError):
    """A request that may not be carried out, with a machine code and figures for the sentence."""

    def __init__(self, code: str, **figures: object) -> None:
        super().__init__(f"{code} {figures}" if figures else code)
        self.code = code
        self.figures: Mapping[str, object] = figures


class NotFound(Refused):
    """No such camera, site, wall or file."""


class Conflict(Refused):
    """Somebody else changed the row first, or a number is taken."""


class DatabaseTooNew(WorldError):
    """The database file was written by a newer program; it is left untouched."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"database schema {found} is newer than {known}")
        self.found = found
        self.known = known


class DatabaseDamaged(WorldError):
    """SQLite itself says the file is damaged."""


class VaultLocked(WorldError):
    """The key of the credential vault is missing or does not fit."""
