"""Watch notices in words: kinds, states, when one ends, who saw it last. Thread: GUI."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.watch_notice import OnBoard, WatchEvent, WatchKind, WatchNotice, WatchState, WatchTold
from safecity_console.ui.format import age_text, isolated, ltr, number_text
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.screen import Screen
from safecity_console.ui.wall.words import camera_name

translate = QCoreApplication.translate

_KINDS: Mapping[WatchKind, str] = {
    WatchKind.MISSING_CHILD: QT_TRANSLATE_NOOP("watch", "Missing child"),
    WatchKind.WANTED_PERSON: QT_TRANSLATE_NOOP("watch", "Wanted person"),
    WatchKind.VEHICLE: QT_TRANSLATE_NOOP("watch", "Vehicle"),
    WatchKind.OTHER: QT_TRANSLATE_NOOP("watch", "Other"),
}
_STATES: Mapping[WatchState, str] = {
    WatchState.OPEN: QT_TRANSLATE_NOOP("watch", "On the board"),
    WatchState.EXPIRED: QT_TRANSLATE_NOOP("watch", "Expired"),
    WatchState.WITHDRAWN: QT_TRANSLATE_NOOP("watch", "Withdrawn"),
    WatchState.FOUND: QT_TRANSLATE_NOOP("watch", "Found"),
}
KIND_ICONS: Mapping[WatchKind, str] = {WatchKind.MISSING_CHILD: "baby", WatchKind.WANTED_PERSON: "user",
                                       WatchKind.VEHICLE: "car", WatchKind.OTHER: "eye"}
ENDS_SOON = timedelta(hours=6)


def watch_kind_word(kind: WatchKind) -> str:
    """Give a kind's word."""
    return translate("watch", _KINDS[kind])


def watch_state_word(state: WatchState) -> str:
    """Give a state's word."""
    return translate("watch", _STATES[state])


def until_words(notice: WatchNotice, screen: Screen) -> str:
    """Say how long a notice counts, or how it ended."""
    now = screen.services.clock.now()
    state = notice.state(now)
    if state is WatchState.OPEN:
        left = notice.expires_at - now
        if left < ENDS_SOON:
            return translate("watch", "Ends in {age}").format(age=age_text(left))
        return translate("watch", "Until {time}").format(time=screen.moment(notice.expires_at))
    at = screen.moment(notice.ended_at or notice.expires_at)
    return {
        WatchState.EXPIRED: translate("watch", "Expired {time}"), WatchState.FOUND: translate("watch", "Found {time}"),
        WatchState.WITHDRAWN: translate("watch", "Withdrawn {time}"),
    }[state].format(time=at)


def seen_words(one: OnBoard, screen: Screen) -> str:
    """Say when it was seen last, and by which camera."""
    last = one.last_seen
    if last is None:
        return translate("watch", "Not seen yet")
    camera = screen.services.cameras.by_id(last.camera_id) if last.camera_id else None
    if camera is None:
        return translate("watch", "Last seen {time}").format(time=screen.moment(last.at))
    return translate("watch", "Last seen {time} · camera {number}").format(
        time=screen.moment(last.at), number=number_text(camera.number))


def event_words(event: WatchEvent, screen: Screen) -> tuple[str, str]:
    """Give headline and detail of a line of a notice's history."""
    content = event.content
    if event.told is WatchTold.SEEN:
        camera = screen.services.cameras.by_id(event.camera_id) if event.camera_id else None
        where = translate("watch", "Seen by camera {number} {name}").format(
            number=number_text(camera.number), name=isolated(camera_name(camera, screen.language))
        ) if camera is not None else translate("watch", "Seen")
        kept = content.get("snapshot")
        if kept:
            more = translate("watch", "Snapshot {file}").format(file=ltr(kept))
        elif kept == "":
            more = translate("watch", "The snapshot could not be taken.")
        else:
            more = ""
        return where, "\n".join(part for part in (content.get("note", ""), more) if part)
    if event.told is WatchTold.INCIDENT:
        return translate("watch", "Incident {label}").format(label=ltr(content.get("label", ""))), ""
    if event.told is WatchTold.ENDED:
        found = content.get("end") == WatchState.FOUND.value
        return (watch_state_word(WatchState.FOUND if found else WatchState.WITHDRAWN), content.get("reason", ""))
    return (translate("watch", "Posted") if event.told is WatchTold.POSTED else translate("watch", "Changed")), ""
