"""Times as people write them on the command line.

Belongs here: reading one. Does not belong here: showing one. Invariant: a time without an offset is of the officers'
place (setting screen.time_zone), never of the machine's.
"""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from safecity_console.domain.errors import Refused
from safecity_console.services.settings import SettingsService


def zone_of(settings: SettingsService) -> tzinfo:
    """Give the officers' zone; UTC where the stored name is none this machine knows."""
    try:
        return ZoneInfo(settings.text("screen.time_zone"))
    except (KeyError, ValueError, OSError):
        return UTC


def moment(text: str, settings: SettingsService) -> datetime:
    """Read ISO 8601, a day too; raises Refused("time_unreadable")."""
    try:
        at = datetime.fromisoformat(text.strip())
        at = at if at.tzinfo is not None else at.replace(tzinfo=zone_of(settings))
        at.astimezone(UTC)  # the year 1 has no UTC
    except (ValueError, OverflowError):
        raise Refused("time_unreadable", text=text[:40]) from None
    return at


def optional_moment(text: str | None, settings: SettingsService) -> datetime | None:
    """Read a time that may be left out."""
    return moment(text, settings) if text else None
