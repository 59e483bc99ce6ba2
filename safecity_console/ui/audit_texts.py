"""Entries of the audit in whole sentences an officer reads, like "D-104 viewed cameras 1, 4, 9".

Belongs here: the sentences by action, the groups the page's filter offers, what fills their places. Does not belong
here: which entries (services/audit.py), refusals' own sentences (refusals.py).
Invariants: 1. Every action has a sentence that needs nothing but who, and stands in one group (a test counts them).
2. Of several the first is taken whose places the entry can fill. 3. What fills a place is data: isolated, never a
pattern. 4. An action this version does not know is shown by its code. Thread: GUI.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.access import Permission
from safecity_console.domain.audit import Action, AuditEntry, Outcome
from safecity_console.ui.access_texts import permission_title
from safecity_console.ui.audit_sentences import FAILED, REFUSED, SENTENCES
from safecity_console.ui.format import isolated, ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.refusals import code_sentence, known_codes
from safecity_console.ui.setting_texts import SETTING_TEXTS

GROUPS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (QT_TRANSLATE_NOOP("audit", "Signing in, locking"), (
        Action.SIGN_IN, Action.SIGN_OUT, Action.LOCK, Action.UNLOCK, Action.COUNTERSIGN)),
    (QT_TRANSLATE_NOOP("audit", "Refusals"), (Action.REFUSAL,)),
    (QT_TRANSLATE_NOOP("audit", "Looking at cameras"), (
        Action.VIEW, Action.SNAPSHOT, Action.CAMERA_EVENT)),
    (QT_TRANSLATE_NOOP("audit", "Steering cameras"), (
        Action.PTZ, Action.PTZ_TAKE, Action.PTZ_PRESET, Action.PTZ_PATROL, Action.PTZ_SECTOR)),
    (QT_TRANSLATE_NOOP("audit", "Officers and roles"), (
        Action.OFFICER_ADD, Action.OFFICER_CHANGE, Action.PASSWORD, Action.ROLE_CHANGE, Action.GROUP_CHANGE)),
    (QT_TRANSLATE_NOOP("audit", "List of cameras"), (
        Action.CAMERA_ADD, Action.CAMERA_CHANGE, Action.CAMERA_REMOVE, Action.CAMERA_IMPORT, Action.DISCOVER,
        Action.ONBOARD)),
    (QT_TRANSLATE_NOOP("audit", "Walls, settings, keys"), (
        Action.WALL_CHANGE, Action.SETTING, Action.KEYS, Action.STICK)),
    (QT_TRANSLATE_NOOP("audit", "Incidents"), (
        Action.INCIDENT_NEW, Action.INCIDENT_VIEW, Action.INCIDENT_STEP, Action.INCIDENT_CHANGE,
        Action.INCIDENT_NOTE)),
    (QT_TRANSLATE_NOOP("audit", "Sealed and locked"), (
        Action.SEALED_OPEN, Action.MISCONDUCT_VIEW, Action.CLIP_LOCK, Action.CLIP_UNLOCK)),
    (QT_TRANSLATE_NOOP("audit", "Searches, prints, files"), (Action.SEARCH, Action.EXPORT, Action.PRINT)),
    (QT_TRANSLATE_NOOP("audit", "Citizens, places, units"), (
        Action.CONTACT, Action.CONSENT, Action.PLACE, Action.UNIT, Action.PROCEDURE)),
    (QT_TRANSLATE_NOOP("audit", "Watch notices"), (Action.WATCH_NOTICE, Action.WATCH_VIEW)),
    (QT_TRANSLATE_NOOP("audit", "Shifts"), (
        Action.SHIFT_TAKE, Action.SHIFT_LOG, Action.SHIFT_HANDOVER, Action.SHIFT_END)),
    (QT_TRANSLATE_NOOP("audit", "Audit, clock, console"), (
        Action.SETUP, Action.STARTED, Action.STOPPED, Action.CLOCK, Action.AUDIT_READ, Action.AUDIT_VERIFY,
        Action.AUDIT_BREAK, Action.AUDIT_BREAK_SEEN, Action.RESTORE)),
)
_SHORT_ID = 20
_HEADS = frozenset({"left", "known", "found", "head"})
_HASH_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Named:
    """What an entry names and the screen knows: a camera's number by its id, how a time is written here."""

    number_of: Callable[[str], int | None]
    moment: Callable[[datetime], str]


def group_words(title: str) -> str:
    """Give a group's title in the screen's language."""
    return QCoreApplication.translate("audit", title)


def who_text(entry: AuditEntry) -> str:
    """Give who acted: a badge, the console itself, or nobody who was known."""
    if entry.actor.badge:
        return ltr(entry.actor.badge)
    said = {"console": QT_TRANSLATE_NOOP("audit", "The console"), "setup": QT_TRANSLATE_NOOP("audit", "The setup")}
    return QCoreApplication.translate(
        "audit", said.get(entry.actor.name, QT_TRANSLATE_NOOP("audit", "Somebody not signed in")))


def sentence(entry: AuditEntry, named: Named) -> str:
    """Give the entry as one sentence."""
    places = _places(entry, named)
    action = entry.known
    if action is None:
        places["action"] = ltr(entry.action)
        return _filled(("{who}: {action}.",), places)
    if entry.outcome == Outcome.REFUSED.value:
        return _filled((*REFUSED.get(action, ()), *REFUSED[Action.REFUSAL]), places)
    if entry.outcome == Outcome.FAILED.value and action in FAILED:
        return _filled(FAILED[action], places)
    return _filled(SENTENCES[action], places)


def about_text(entry: AuditEntry, named: Named) -> str:
    """Give what the entry is about, by its kind and number; empty where it is about nothing."""
    kind, said = entry.about.kind, entry.about.id
    if kind == "camera" and (number := named.number_of(said)) is not None:
        said = str(number)
    return ltr(f"{kind.replace('_', ' ')} {said}".strip()) if kind or said else ""


def _filled(patterns: tuple[str, ...], places: Mapping[str, str]) -> str:
    for pattern in patterns:
        if all(places.get(name) for name in _names(pattern)):
            return QCoreApplication.translate("audit", pattern).format_map(places)
    return ""


@cache
def _names(pattern: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in string.Formatter().parse(pattern) if name)


def _places(entry: AuditEntry, named: Named) -> dict[str, str]:
    places = {key: _shown(value) for key, value in entry.detail.items()
              if value not in (None, "", []) and key.isidentifier()}
    places |= {key: "" for key, value in entry.detail.items() if value is False}
    for key in _HEADS & places.keys():
        places[key] = head_text(str(entry.detail[key]))
    for key in ("before", "after") if entry.known is Action.CLOCK else ():
        places[key] = _moment(str(entry.detail.get(key, "")), named)
    about = entry.about.id
    places["who"] = who_text(entry)
    places["about"] = isolated(about) if len(about) <= _SHORT_ID else ""
    number = entry.detail.get("number") or entry.detail.get("camera")
    if entry.about.kind == "camera" and number is None:
        number = about if about.isdigit() else named.number_of(about)
    several = entry.detail.get("cameras") or entry.detail.get("numbers")
    places.pop("cameras", None)
    if isinstance(several, list) and len(several) == 1:
        number = several[0]
    elif isinstance(several, list):
        places["cameras"] = _shown(several)
    places["camera"] = "" if number is None else ltr(number)
    label = _short_label(str(entry.detail.get("label") or entry.detail.get("incident") or ""))
    places["incident"] = ltr(label) if label else (ltr(about) if 0 < len(about) <= _SHORT_ID else "")
    if "severity" in places:
        places["severity"] = ltr(str(entry.detail["severity"]).upper())
    if entry.about.kind == "setting" and about in SETTING_TEXTS:
        places["about"] = QCoreApplication.translate("settings", SETTING_TEXTS[about][0])
    places["permission"] = _permission(str(entry.detail.get("permission") or ""))
    reason = str(entry.detail.get("reason") or "")
    places["why"] = code_sentence(reason, {}) if reason in known_codes() else ""
    return places


def head_text(head: str) -> str:
    """Give a head as it is read out: its number and the beginning of its hash."""
    number, colon, kept = head.partition(":")
    return ltr(f"{number} · {kept[:_HASH_SHOWN]}") if colon else ltr(head)


def _short_label(label: str) -> str:
    """Give "I-2291" of "MPR-I-2026-002291"; any other label as it is."""
    found = re.fullmatch(r".+-([A-Z])-\d{4}-0*(\d+)", label)
    return f"{found[1]}-{found[2]}" if found else label


def _moment(text: str, named: Named) -> str:
    try:
        return named.moment(datetime.fromisoformat(text))
    except ValueError:
        return ltr(text)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return ltr("✓") if value else ""
    if isinstance(value, list):
        return isolated(", ".join(str(one) for one in value))
    return ltr(value) if isinstance(value, int) else isolated(str(value))


def _permission(word: str) -> str:
    return permission_title(Permission(word)) if word in Permission.__members__.values() else ""
