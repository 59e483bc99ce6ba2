"""Times, ages and sizes as an officer reads them.

Belongs here: turning values into short text in the screen's time zone. Does not belong here: sentences (texts.py).
Invariants: 1. Times carry seconds wherever an officer may write them down. 2. Every figure group is isolated
left-to-right, so that "14:30:00" stays itself in an Urdu line. Thread: any.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QLocale

DEFAULT_ZONE = "Asia/Karachi"
_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"


def ltr(text: object) -> str:
    """Isolate a number, time, code or address left-to-right inside any line."""
    return f"{_LRI}{text}{_PDI}"


def plain_tip(text: str) -> str:
    """Give a tool tip that shows a text as it stands: Qt would take tags in a camera's name for HTML."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text


def isolated(text: str) -> str:
    """Isolate a name in the direction of its own first letter, so that its hyphens stay where they belong."""
    return f"{_FSI}{text}{_PDI}"


def zone_of(name: str) -> ZoneInfo:
    """Give a time zone by name; an unknown one falls back to the district's own."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(DEFAULT_ZONE)


def clock_text(at: datetime, zone: ZoneInfo) -> str:
    """Give "15:42:07"."""
    return ltr(at.astimezone(zone).strftime("%H:%M:%S"))


def date_text(at: datetime, zone: ZoneInfo, language: str) -> str:
    """Give "Sat 22 Nov" in the language of the screen."""
    local = at.astimezone(zone)
    locale = QLocale("ur_PK" if language == "ur" else "en_GB")
    day = locale.dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)
    month = locale.monthName(local.month, QLocale.FormatType.ShortFormat)
    pattern = QCoreApplication.translate("format", "{weekday} {day} {month}", "date in the top strip")
    return pattern.format(weekday=day, day=ltr(local.day), month=month)


def moment_text(at: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    """Give the time today, day and time this year, day with year before that."""
    local, today = at.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return clock_text(at, zone)
    locale = QLocale("ur_PK" if language == "ur" else "en_GB")
    month = locale.monthName(local.month, QLocale.FormatType.ShortFormat)
    if local.year == today.year:
        pattern = QCoreApplication.translate("format", "{day} {month} {time}", "date and time this year")
    else:
        pattern = QCoreApplication.translate("format", "{day} {month} {year} {time}", "date and time of another year")
    return pattern.format(day=ltr(local.day), month=month, year=ltr(local.year), time=clock_text(at, zone))


def age_text(age: timedelta) -> str:
    """Give "42 s", "14 min", "2 h 05", "21 d"."""
    seconds = max(0, int(age.total_seconds()))
    if seconds < 60:
        return QCoreApplication.translate("format", "{seconds} s").format(seconds=ltr(seconds))
    if seconds < 3600:
        return QCoreApplication.translate("format", "{minutes} min").format(minutes=ltr(seconds // 60))
    if seconds < 86400:
        pattern = QCoreApplication.translate("format", "{hours} h {minutes}")
        return pattern.format(hours=ltr(seconds // 3600), minutes=ltr(f"{seconds % 3600 // 60:02d}"))
    return QCoreApplication.translate("format", "{days} d").format(days=ltr(seconds // 86400))


def size_text(count: int) -> str:
    """Give a size in the unit that reads best: "1.2 TB", "840 GB", "12 MB"."""
    value = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1000:
            return ltr(f"{value:.0f} {unit}")
        value /= 1000
    return ltr(f"{value:.1f} TB")


def number_text(number: int) -> str:
    """Give a camera's number as on its tile: two digits at least."""
    return ltr(f"{number:02d}")
