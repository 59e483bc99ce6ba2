"""The words of shifts: titles, lines the log writes itself, what checks found, states of a handover.

Belongs here: whole sentences by the domain's codes. Does not belong here: refusals (refusals.py), widgets.
Invariants: 1. Every kind of line and every source of a check has its sentence (a test counts them). 2. Names, texts and
figures are isolated in the direction they have. Thread: GUI.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.incident import State
from safecity_console.domain.roster import ShiftHours
from safecity_console.domain.shift import Check, CheckSource, CheckState, LineKind, LogLine, Shift
from safecity_console.ui.format import age_text, isolated, ltr, number_text, size_text
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.screen import Screen
from safecity_console.ui.texts import setting_words

translate = QCoreApplication.translate

_LINES: dict[LineKind, str] = {
    LineKind.ENTRY: QT_TRANSLATE_NOOP("shift", "{text}"),
    LineKind.TAKEN: QT_TRANSLATE_NOOP("shift", "Duty of shift {code} taken."),
    LineKind.HANDED_OVER: QT_TRANSLATE_NOOP("shift", "Handed over to {officer} (badge {badge}); both signed."),
    LineKind.ORDERED: QT_TRANSLATE_NOOP("shift", "The duty of {officer} was ended by order: {reason}"),
    LineKind.ABSENT: QT_TRANSLATE_NOOP("shift", "{officer} left the desk without a handover; duty goes on."),
    LineKind.RETURNED: QT_TRANSLATE_NOOP("shift", "{officer} is back at the desk."),
    LineKind.SIGNED_IN: QT_TRANSLATE_NOOP("shift", "{officer} signed in."),
    LineKind.SIGNED_OUT: QT_TRANSLATE_NOOP("shift", "{officer} signed out."),
    LineKind.LOCKED: QT_TRANSLATE_NOOP("shift", "{officer} locked the console."),
    LineKind.UNLOCKED: QT_TRANSLATE_NOOP("shift", "{officer} unlocked the console."),
    LineKind.CAMERA_LOST: QT_TRANSLATE_NOOP("shift", "Camera {number} {name} was lost."),
    LineKind.CAMERA_BACK: QT_TRANSLATE_NOOP("shift", "Camera {number} {name} is back after {away}."),
    LineKind.INCIDENT_ENTERED: QT_TRANSLATE_NOOP("shift", "Incident {label} ({severity}) entered: {what}"),
    LineKind.INCIDENT_ENDED: QT_TRANSLATE_NOOP("shift", "Incident {label} ended: {state}."),
    LineKind.SETTING: QT_TRANSLATE_NOOP("shift", "The setting “{title}” is now {value}."),
    LineKind.DEFECT: QT_TRANSLATE_NOOP("shift", "Defect at the check “{check}”: {note}"),
    LineKind.CONSOLE_STARTED: QT_TRANSLATE_NOOP("shift", "The console was started."),
}
_TAKEN_FROM = QT_TRANSLATE_NOOP("shift", "Duty of shift {code} taken over from {from}.")
_TAKEN_GAP = QT_TRANSLATE_NOOP("shift", "Duty of shift {code} taken. Nobody had been on duty for {gap}: {reason}")

_STATES: dict[State, str] = {
    State.NEW: QT_TRANSLATE_NOOP("shift", "New"),
    State.ACKNOWLEDGED: QT_TRANSLATE_NOOP("shift", "Acknowledged"),
    State.VERIFIED: QT_TRANSLATE_NOOP("shift", "Verified on camera"),
    State.DISPATCHED: QT_TRANSLATE_NOOP("shift", "Dispatched"),
    State.ON_SCENE: QT_TRANSLATE_NOOP("shift", "On scene"),
    State.RESOLVED: QT_TRANSLATE_NOOP("shift", "Resolved"),
    State.CLOSED: QT_TRANSLATE_NOOP("shift", "Closed"),
    State.FALSE_ALARM: QT_TRANSLATE_NOOP("shift", "False alarm"),
    State.HOAX: QT_TRANSLATE_NOOP("shift", "Hoax"),
    State.DUPLICATE: QT_TRANSLATE_NOOP("shift", "Duplicate"),
    State.TRANSFERRED: QT_TRANSLATE_NOOP("shift", "Transferred"),
}

_FOUND: dict[tuple[CheckSource, CheckState], str] = {
    (CheckSource.CLOCK, CheckState.OK): QT_TRANSLATE_NOOP("shift", "held, error about {error_ms} ms"),
    (CheckSource.CLOCK, CheckState.DEFECT): QT_TRANSLATE_NOOP("shift", "no time server holds this clock"),
    (CheckSource.CLOCK, CheckState.UNKNOWN): QT_TRANSLATE_NOOP("shift", "this computer does not say"),
    (CheckSource.DISK, CheckState.OK): QT_TRANSLATE_NOOP("shift", "{free} free of {total}"),
    (CheckSource.DISK, CheckState.DEFECT): QT_TRANSLATE_NOOP("shift", "only {free} free of {total}"),
    (CheckSource.DISK, CheckState.UNKNOWN): QT_TRANSLATE_NOOP("shift", "the disk cannot be read"),
    (CheckSource.CAMERAS, CheckState.OK): QT_TRANSLATE_NOOP("shift", "all {total} cameras give a picture"),
    (CheckSource.CAMERAS, CheckState.DEFECT): QT_TRANSLATE_NOOP(
        "shift", "{live} of {total} live, {impaired} impaired, {offline} offline"),
    (CheckSource.CAMERAS, CheckState.UNKNOWN): QT_TRANSLATE_NOOP("shift", "no camera is being watched yet"),
    (CheckSource.AUDIT, CheckState.OK): QT_TRANSLATE_NOOP("shift", "whole at its end, row {row}"),
    (CheckSource.AUDIT, CheckState.DEFECT): QT_TRANSLATE_NOOP("shift", "broken at row {row}: tell a supervisor"),
    (CheckSource.HEADQUARTERS, CheckState.UNKNOWN): QT_TRANSLATE_NOOP("shift", "not connected yet"),
}


def hour_text(at: datetime, screen: Screen) -> str:
    """Give "14:00" in the screen's zone."""
    return ltr(at.astimezone(screen.zone).strftime("%H:%M"))


def hours_text(begins: datetime, ends: datetime, screen: Screen) -> str:
    """Give "14:00–22:00"."""
    zone = screen.zone
    return ltr(f"{begins.astimezone(zone):%H:%M}–{ends.astimezone(zone):%H:%M}")


def plan_text(hours: ShiftHours) -> str:
    """Give "Shift B · 14:00–22:00" of the plan."""
    spoken = ltr(f"{_clock(hours.start_min)}–{_clock(hours.end_min)}")
    return translate("shift", "Shift {code} · {hours}").format(code=isolated(hours.code), hours=spoken)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def shift_text(code: str, begins: datetime, ends: datetime, screen: Screen) -> str:
    """Give "Shift B · 14:00–22:00"."""
    pattern = translate("shift", "Shift {code} · {hours}")
    return pattern.format(code=isolated(code), hours=hours_text(begins, ends, screen))


def strip_text(shift: Shift | None, screen: Screen) -> str:
    """Give what stands in the top strip."""
    if shift is None:
        return translate("shift", "Nobody on duty")
    return shift_text(shift.code, shift.planned_from, shift.planned_to, screen)


def span_text(gap: timedelta) -> str:
    """Give how long: "1 h 20"."""
    return age_text(gap)


def officer_text(name: str, badge: str) -> str:
    """Give "Aslam Khan · A-104"."""
    return translate("shift", "{name} · {badge}").format(name=isolated(name), badge=ltr(badge))


def state_text(state: str) -> str:
    """Give the word of an incident's state."""
    try:
        return translate("shift", _STATES[State(state)])
    except ValueError:
        return state


def line_text(line: LogLine) -> str:
    """Give a line of the log in words."""
    source = _LINES[line.kind]
    if line.kind is LineKind.TAKEN and "from" in line.content:
        source = _TAKEN_FROM
    elif line.kind is LineKind.TAKEN and "reason" in line.content:
        source = _TAKEN_GAP
    said: dict[str, str] = {key: isolated(str(value)) for key, value in line.content.items()}
    if "number" in line.content:
        said["number"] = number_text(int(line.content["number"]))
    for kind, place in (("away_s", "away"), ("gap_s", "gap")):
        if kind in line.content:
            said[place] = age_text(timedelta(seconds=int(line.content[kind])))
    if line.kind is LineKind.SETTING:
        said["title"] = _setting_title(str(line.content.get("key", "")))
    if line.kind is LineKind.INCIDENT_ENDED:
        said["state"] = state_text(str(line.content.get("state", "")))
    return translate("shift", source).format_map(_Said(said, text=isolated(line.text)))


class _Said(dict[str, str]):
    """Figures of a sentence; one that was not kept shows as a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _setting_title(key: str) -> str:
    try:
        return setting_words(key).title
    except KeyError:
        return ltr(key)


def check_title(check: Check, language: str) -> str:
    """Give a check's words in the language of the screen."""
    return check.text_ur if language == "ur" and check.text_ur else check.text


def found_text(check: Check) -> str:
    """Give what the program found, or the officer's note."""
    if check.source is CheckSource.HAND:
        return isolated(check.note) if check.note else ""
    source = _FOUND.get((check.source, check.state))
    if source is None:
        return ""
    said = {key: ltr(value) for key, value in check.figures.items()}
    for name in ("free", "total"):
        if f"{name}_mb" in check.figures:
            said[name] = size_text(int(check.figures[f"{name}_mb"]) * 1_000_000)
    return translate("shift", source).format_map(_Said(said))


def check_word(state: CheckState) -> str:
    """Give the word of a check's state."""
    return {
        CheckState.OPEN: translate("shift", "open"), CheckState.OK: translate("shift", "in order"),
        CheckState.DEFECT: translate("shift", "defect"), CheckState.UNKNOWN: translate("shift", "not known"),
    }[state]


def gap_text(since: datetime, until: datetime, screen: Screen) -> str:
    """Say since when nobody was on duty."""
    pattern = translate("shift", "The desk stood without a duty officer from {from} to {to} ({span}).")
    return pattern.format(**{"from": screen.moment(since), "to": screen.moment(until), "span": age_text(until - since)})


def clock_gap_text(since: datetime, screen: Screen) -> str:
    """Say that the clock was set back, so that the gap has no length."""
    pattern = translate(
        "shift", "The last duty ended at {at}, which by this clock lies ahead: the clock was set back. "
        "How long nobody was on duty cannot be known.")
    return pattern.format(at=screen.moment(since))
