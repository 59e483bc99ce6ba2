"""A device's clock, read off one answer: its own words, else the Date of its HTTP.

Belongs here: the reading and what makes it doubtful. Does not belong here: sending (session.py), setting (upkeep.py).
Invariants: 1. A reading that makes no sense is None, never a guess. 2. Whole seconds are told, so half of one is added
and stands in the uncertainty.
Source: quirks 1 and 2 of onvif.md.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from onveef import parsers

from safecity_console.domain.onvif import DeviceClock, OnvifError, OnvifFault
from safecity_console.onvif.faults import soap_of
from safecity_console.onvif.http import Answer
from safecity_console.onvif.words import clean_line

SKEW_MATTERS_S = 4.0
AMBIGUOUS_S = 840.0  # a quarter of an hour less a minute: the smallest step between time zones
_ZONE_STEP_S = 900.0


def read_clock(answer: Answer) -> DeviceClock | None:
    """Give the clock that an answer to GetSystemDateAndTime tells; raises OnvifError(NOT_ONVIF) where it is no SOAP."""
    half_s, now = answer.took_s / 2, datetime.now(UTC)
    try:
        told = parsers.parse_system_datetime(soap_of(answer, "GetSystemDateAndTime"))
    except OnvifError as error:
        if error.fault is OnvifFault.NOT_ONVIF:
            raise
        told = {}
    at, source = _utc(told.get("UTCDateTime")), "GetSystemDateAndTime"
    if at is None:
        at, source = _date(answer), "Date"
    if at is None:
        return None
    kind = str(told.get("date_time_type", "")).upper()
    return DeviceClock((at - now).total_seconds() + half_s + 0.5, half_s + 0.5, now, source,
                       kind == "NTP" if kind else None, clean_line(str(told.get("timezone", "")), 60))


def looks_like_local_time(clock: DeviceClock) -> bool:
    """Tell whether an offset is a whole number of quarter hours: devices tell their local time as UTC."""
    off_s = clock.offset_s % _ZONE_STEP_S
    return min(off_s, _ZONE_STEP_S - off_s) < 30.0


def _utc(told: object) -> datetime | None:
    if not isinstance(told, dict):
        return None
    try:
        year, month, day, hour, minute, second = (
            int(told[part]) for part in ("year", "month", "day", "hour", "minute", "second"))
        return datetime(year, month, day, hour, minute, min(59, second), tzinfo=UTC)
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


def _date(answer: Answer) -> datetime | None:
    try:
        dated = parsedate_to_datetime(answer.header("date"))
        return dated.astimezone(UTC) if dated.tzinfo else dated.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
