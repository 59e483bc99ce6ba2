"""A finished paper, and what stands on every one.

Belongs here: what asks for papers and what draws them both name. Does not belong here: anything that draws (sheet.py);
so this costs nothing to load. Thread: any, values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper."""

    content: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on every paper: where and by whom it was made. `zone` is the reader's, times show their offset."""

    place: str
    printed_by: str
    printed_at: datetime
    zone: ZoneInfo
    version: str = ""

    def moment(self, at: datetime | None) -> str:
        """Give a time as papers show it, with seconds and offset; a dash where there is none."""
        if at is None:
            return "–"
        local = at.astimezone(self.zone)
        return f"{local:%d %b %Y %H:%M:%S} {local:%z}"

    def clock(self, at: datetime) -> str:
        """Give day and time to the second without the offset, for lines of a table that says the zone in its head."""
        return f"{at.astimezone(self.zone):%d %b %H:%M:%S}"
