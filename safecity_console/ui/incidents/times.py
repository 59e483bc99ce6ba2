"""When something happened, as an officer types it: "14:35", "21 14:35", "10 min ago" as "-10".

Belongs here: reading such a text. Does not belong here: the widget, the rule that an event does not lie ahead
(services).
Invariants: 1. A time of day that lies ahead was yesterday's; a day that lies ahead was last month's. 2. What cannot be
read is refused, never guessed. Thread: any.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from safecity_console.domain.errors import Refused

MINUTES_MOST = 60 * 24 * 31
_AGO = re.compile(r"-\s*(\d{1,5})")
_DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-)?(\d{1,2})")
_CLOCK = re.compile(r"(?:(\d{4})-(\d{1,2})-)?(?:(\d{1,2})\s+)?(\d{1,2})[:.]?(\d{2})(?:[:.](\d{2}))?")


def event_time(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Read when it happened; None for an empty text (now). Raises Refused("time_unreadable")."""
    typed = " ".join(text.split())
    if not typed:
        return None
    ago = _AGO.fullmatch(typed)
    if ago is not None and int(ago[1]) <= MINUTES_MOST:
        return now - timedelta(minutes=int(ago[1]))
    found = _CLOCK.fullmatch(typed)
    if found is None or (found[1] and not found[3]):
        raise Refused("time_unreadable")
    year, month, day, hour, minute, second = (None if part is None else int(part) for part in found.groups())
    local = now.astimezone(zone)
    try:
        at = local.replace(year=year or local.year, month=month or local.month, day=day or local.day,
                           hour=hour or 0, minute=minute or 0, second=second or 0, microsecond=0)
        if at > local and not day:
            at -= timedelta(days=1)
        elif at > local and not year:
            at = _month_before(at)
    except ValueError:
        raise Refused("time_unreadable") from None
    return at.astimezone(now.tzinfo)


def span_edge(text: str, now: datetime, zone: ZoneInfo, last: bool = False) -> datetime | None:
    """Read one end of a span: a time as above, or a day, whole at either end. Raises Refused("time_unreadable")."""
    typed = " ".join(text.split())
    found = _DAY.fullmatch(typed)
    if found is None:
        return event_time(typed, now, zone)
    local = now.astimezone(zone)
    try:
        day = local.replace(year=int(found[1] or local.year), month=int(found[2] or local.month), day=int(found[3]),
                            hour=0, minute=0, second=0, microsecond=0)
        if not found[1] and day > local:
            day = _month_before(day)
    except ValueError:
        raise Refused("time_unreadable") from None
    return (day + timedelta(days=1) if last else day).astimezone(now.tzinfo)


def _month_before(at: datetime) -> datetime:
    year, month = (at.year, at.month - 1) if at.month > 1 else (at.year - 1, 12)
    return at.replace(year=year, month=month)
