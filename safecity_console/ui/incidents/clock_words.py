"""The running clock of an incident in words: what is waited for, how long, and whether that is late.

Belongs here: pure text and its tone. Does not belong here: which clock runs (domain/incident_clock.py), drawing.
Invariants: 1. Late is never a colour alone: the text counts past its target, the tool tip says it. 2. Nothing counts up
on an ended incident. Thread: any that may translate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.incident import Incident, Severity
from safecity_console.domain.incident_clock import STANDARD_TARGETS, Targets, Wait, running
from safecity_console.ui.format import age_text, ltr, moment_text
from safecity_console.ui.incident_texts import state_text

translate = QCoreApplication.translate
NEARLY = 0.75


class Tone(StrEnum):
    """How a clock is dressed."""

    QUIET = "quiet"
    NEARLY = "nearly"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What the pill says; `more` is its whole sentence."""

    text: str
    tone: Tone = Tone.QUIET
    more: str = ""
    short: str = ""  # the count alone, where words beside it say what is waited for


@dataclass(frozen=True, slots=True)
class ClockFace:
    """For whom clocks are read: targets, zone, language."""

    zone: ZoneInfo
    language: str = "en"
    targets: Mapping[Severity, Targets] = field(default_factory=lambda: STANDARD_TARGETS)


def count_text(elapsed: timedelta) -> str:
    """Give a count as on a stopwatch: "0:12", "12:05"; from an hour on, as an age."""
    seconds = max(0, int(elapsed.total_seconds()))
    return ltr(f"{seconds // 60}:{seconds % 60:02d}") if seconds < 3600 else age_text(elapsed)


def clock_words(incident: Incident, now: datetime, face: ClockFace) -> ClockWords:
    """Give the pill of an incident."""
    if incident.ended:
        return _ended(incident, now, face)
    if incident.on_hold(now) and incident.hold_until is not None:
        until = moment_text(incident.hold_until, now, face.zone, face.language)
        return ClockWords(translate("incidents", "On hold until {time}").format(time=until),
                          short=translate("incidents", "on hold"))
    run = running(incident, now, face.targets)
    if run.wait is Wait.NOTHING or run.target_s is None:
        age = age_text(run.elapsed)
        pattern = translate("incidents", "{state} · open for {age}")
        return ClockWords(age, more=pattern.format(state=state_text(incident.state), age=age), short=age)
    short = count_text(run.elapsed)
    text = _PATTERNS[run.wait]().format(time=short)
    aim = count_text(timedelta(seconds=run.target_s))
    if run.late:
        more = translate("incidents", "Late: {what}, aim {aim}").format(what=text, aim=aim)
        return ClockWords(text, Tone.LATE, more, translate("incidents", "late {time}").format(time=short))
    tone = Tone.NEARLY if run.elapsed.total_seconds() >= run.target_s * NEARLY else Tone.QUIET
    return ClockWords(text, tone, translate("incidents", "{what}, aim {aim}").format(what=text, aim=aim), short)


_PATTERNS = {
    Wait.ACKNOWLEDGE: lambda: translate("incidents", "Acknowledge {time}"),
    Wait.DISPATCH: lambda: translate("incidents", "Send a unit {time}"),
    Wait.ARRIVE: lambda: translate("incidents", "On the way {time}"),
}


def _ended(incident: Incident, now: datetime, face: ClockFace) -> ClockWords:
    at = incident.ended_at or incident.entered_at
    moment = moment_text(at, now, face.zone, face.language)
    pattern = translate("incidents", "{state} {time}")
    return ClockWords(pattern.format(state=state_text(incident.state), time=moment))
