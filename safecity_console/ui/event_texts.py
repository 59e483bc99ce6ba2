"""Words for what cameras tell of themselves.

Belongs here: a title, a sentence and a short word for each kind, the line of a recent event. Does not belong here:
which of them are shown (attention.py, wall/info.py), words of the audit.
Invariants: 1. The console says that the camera said it: it has seen nothing itself. 2. What the console ended itself
says so. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera_event import CameraAlarm, CameraEvent, EventKind
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
MomentText = Callable[[datetime], str]

# short word, what the camera says while it lasts
_WORDS: Mapping[EventKind, tuple[str, str]] = {
    EventKind.MOTION: (
        QT_TRANSLATE_NOOP("events", "Motion"),
        QT_TRANSLATE_NOOP("events", "The camera sees motion.")),
    EventKind.TAMPER: (
        QT_TRANSLATE_NOOP("events", "Tampering"),
        QT_TRANSLATE_NOOP("events", "The camera says that it is covered, turned or opened.")),
    EventKind.SCENE_CHANGE: (
        QT_TRANSLATE_NOOP("events", "Scene changed"),
        QT_TRANSLATE_NOOP("events", "The camera says that its view has changed.")),
    EventKind.BLUR: (
        QT_TRANSLATE_NOOP("events", "Not sharp"),
        QT_TRANSLATE_NOOP("events", "The camera says that its picture is not sharp.")),
    EventKind.DARK: (
        QT_TRANSLATE_NOOP("events", "Too dark"),
        QT_TRANSLATE_NOOP("events", "The camera says that its picture is too dark.")),
    EventKind.BRIGHT: (
        QT_TRANSLATE_NOOP("events", "Too bright"),
        QT_TRANSLATE_NOOP("events", "The camera says that its picture is too bright.")),
    EventKind.SIGNAL_LOSS: (
        QT_TRANSLATE_NOOP("events", "Signal lost"),
        QT_TRANSLATE_NOOP("events", "The camera says that it gets no video signal.")),
    EventKind.DIGITAL_INPUT: (
        QT_TRANSLATE_NOOP("events", "Alarm input"),
        QT_TRANSLATE_NOOP("events", "A contact at the camera has switched.")),
    EventKind.RELAY: (
        QT_TRANSLATE_NOOP("events", "Relay switched"),
        QT_TRANSLATE_NOOP("events", "The camera has switched a relay.")),
    EventKind.STORAGE: (
        QT_TRANSLATE_NOOP("events", "Storage fails"),
        QT_TRANSLATE_NOOP("events", "The camera says that its storage fails.")),
    EventKind.REBOOT: (
        QT_TRANSLATE_NOOP("events", "Restarted"),
        QT_TRANSLATE_NOOP("events", "The camera has restarted.")),
    EventKind.CLOCK_SYNC: (
        QT_TRANSLATE_NOOP("events", "Clock set"),
        QT_TRANSLATE_NOOP("events", "The camera has set its clock.")),
    EventKind.OTHER: (
        QT_TRANSLATE_NOOP("events", "Other"),
        QT_TRANSLATE_NOOP("events", "The camera tells something that this console has no word for.")),
}


def kind_text(kind: EventKind) -> str:
    """Give the short word for a kind."""
    return translate("events", _WORDS[kind][0])


def alarm_words(alarm: CameraAlarm, number: str, name: str, moment: MomentText) -> tuple[str, str]:
    """Give headline and detail of what a camera told an officer."""
    event = alarm.newest
    title = translate("attention", "{fault} · {number} {name}").format(
        fault=kind_text(event.kind), number=number, name=isolated(name))
    said = [translate("events", _WORDS[event.kind][1])]
    if event.initial:
        said.append(translate("events", "It began before this console listened."))
    if not event.moment and event.ended_at is not None:
        said.append(translate("events", "It ended at {time}.").format(time=moment(event.ended_at)))
    others = tuple(one for one in alarm.kinds if one is not event.kind)
    if alarm.count > len(alarm.kinds):
        said.append(translate("events", "Told {count} times.").format(count=ltr(alarm.count)))
    if others:
        said.append(translate("events", "Also told: {kinds}.").format(kinds=", ".join(map(kind_text, others))))
    return title, " ".join(said)


def incident_words(alarm: CameraAlarm) -> str:
    """Give what a new incident begins with, made of what the camera told."""
    return translate("events", _WORDS[alarm.newest.kind][1])


def event_line(event: CameraEvent, moment: MomentText) -> str:
    """Give one line for a recent event."""
    what = kind_text(event.kind)
    if event.kind is EventKind.OTHER:
        what = ltr(event.topic.rpartition("/")[2].rpartition(":")[2][:40]) or what
    began = moment(event.began_at)
    if event.moment:
        return translate("events", "{what} · {began}").format(what=what, began=began)
    if event.ended_at is None:
        return translate("events", "{what} · since {began}").format(what=what, began=began)
    pattern = translate("events", "{what} · {began} to {ended}, ended by this console") if event.timed_out \
        else translate("events", "{what} · {began} to {ended}")
    return pattern.format(what=what, began=began, ended=moment(event.ended_at))


def left_out_line(count: int) -> str:
    """Say that a camera told more than is kept."""
    return translate("events", "{count} left out: it tells too much").format(count=ltr(count))
