"""Words of the tiles: what an officer reads on a camera's place when it is live, late, impaired or gone.

Belongs here: whole sentences by condition, layer and fault, and their short forms. Does not belong here: drawing
(sprites.py), figures and times (ui/format.py), titles of commands (ui/texts.py).
Invariants: 1. Every fault and every picture fault has words (a test counts them). 2. No URL, login or foreign exception
text is ever shown: `Failure.detail` stays in the log. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Camera, StreamRole
from safecity_console.domain.governor import Reduction
from safecity_console.domain.health import PictureFault
from safecity_console.domain.stream import Failure, Fault, Layer, StreamState
from safecity_console.domain.watch import CameraWatch, Condition
from safecity_console.ui.format import age_text, ltr, moment_text
from safecity_console.ui.wall.entry import DIGITS_MOST, NumberEntry

NO_PICTURE_FROM_S = 1.0  # younger than this a late picture is called "behind", not "missing"
STANDARD_PORTS = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443}
translate = QCoreApplication.translate


class Face(StrEnum):
    """What a tile is made of."""

    PICTURE = "picture"
    CARD = "card"
    QUIET = "quiet"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class TileWords:
    """Everything written on one tile; `lines` from the most to the least needed, `short` the one word of tiny tiles.

    `since_countdown` is the countdown with since when, for tiles with room for one line only.
    `strip` and `strip_more` stand on the amber bar over a picture; `muted` says the picture must not look live.
    """

    face: Face
    title: str = ""
    lines: tuple[str, ...] = ()
    one_line: str = ""
    countdown: str = ""
    since_countdown: str = ""
    strip: str = ""
    strip_more: str = ""
    short: str = ""
    icon: str = ""
    amber: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """When and for whom words are made; `mono_s` is the monotonic clock."""

    now: datetime
    mono_s: float
    zone: ZoneInfo
    language: str


def fault_sentence(failure: Failure, port: int | None = None, failures: int = 0) -> str:
    """Give the plain sentence of a failed layer."""
    if failure.fault is Fault.PORT_REFUSED and port is not None:
        return translate("wall", "Nothing listens on its port {port}").format(port=ltr(port))
    if failure.fault is Fault.PORT_TIMEOUT and port is not None:
        return translate("wall", "No answer on port {port}").format(port=ltr(port))
    if failure.fault is Fault.CLOSED and failures > 1:
        pattern = translate("wall", "Drops the connection again and again ({count} times)")
        return pattern.format(count=ltr(failures))
    if failure.fault is Fault.NO_ANSWER and failure.layer is Layer.FIRST_PICTURE:
        return translate("wall", "Answers, but shows no picture in time")
    return _FAULTS[failure.fault]()


_FAULTS: dict[Fault, Callable[[], str]] = {
    Fault.NO_SUCH_HOST: lambda: translate("wall", "No such host name"),
    Fault.NO_ROUTE: lambda: translate("wall", "No way to it on the network"),
    Fault.PORT_REFUSED: lambda: translate("wall", "Nothing listens on its port"),
    Fault.PORT_TIMEOUT: lambda: translate("wall", "No answer from its address"),
    Fault.NO_ANSWER: lambda: translate("wall", "Accepts the connection and never answers"),
    Fault.BAD_ANSWER: lambda: translate("wall", "Sends something that is not RTSP"),
    Fault.WRONG_PASSWORD: lambda: translate("wall", "Refuses the user name or password"),
    Fault.NOT_FOUND: lambda: translate("wall", "Path not found on the camera (404)"),
    Fault.UNSUPPORTED: lambda: translate("wall", "Its video format is not known here"),
    Fault.NO_VIDEO: lambda: translate("wall", "Offers no video"),
    Fault.NO_PACKETS: lambda: translate("wall", "Answers, but sends no video"),
    Fault.NO_KEY_FRAME: lambda: translate("wall", "Sends video, but never a whole picture"),
    Fault.UNDECODABLE: lambda: translate("wall", "Its pictures cannot be read"),
    Fault.STALLED: lambda: translate("wall", "Stopped sending pictures"),
    Fault.CLOSED: lambda: translate("wall", "Dropped the connection"),
    Fault.SERVER_ERROR: lambda: translate("wall", "Reports an error of its own"),
    Fault.TLS: lambda: translate("wall", "Encryption could not be agreed"),
    Fault.TOO_LATE: lambda: translate("wall", "Its picture fell too far behind"),
}

_FAULT_ICONS: dict[Fault, str] = {
    Fault.NO_SUCH_HOST: "wifi-off", Fault.NO_ROUTE: "wifi-off", Fault.PORT_REFUSED: "server-off",
    Fault.PORT_TIMEOUT: "wifi-off", Fault.CLOSED: "unplug", Fault.WRONG_PASSWORD: "lock-keyhole",
}


def picture_fault_word(fault: PictureFault) -> str:
    """Give the words of a picture's own fault."""
    return _PICTURE_FAULTS[fault]()


_PICTURE_FAULTS: dict[PictureFault, Callable[[], str]] = {
    PictureFault.BLACK: lambda: translate("wall", "Picture black"),
    PictureFault.FROZEN: lambda: translate("wall", "Picture frozen"),
    PictureFault.DEFOCUS: lambda: translate("wall", "Out of focus"),
    PictureFault.COVERED: lambda: translate("wall", "View blocked"),
}


def short_condition(condition: Condition) -> str:
    """Give one word for the smallest places."""
    return _SHORT[condition]()


_SHORT: dict[Condition, Callable[[], str]] = {
    Condition.LIVE: lambda: translate("wall", "Live"),
    Condition.LATE: lambda: translate("wall", "Late"),
    Condition.IMPAIRED: lambda: translate("wall", "Impaired"),
    Condition.CONNECTING: lambda: translate("wall", "Connecting"),
    Condition.OFFLINE: lambda: translate("wall", "Offline"),
    Condition.REFUSED: lambda: translate("wall", "Wrong password"),
    Condition.DISABLED: lambda: translate("wall", "Switched off"),
}


def reason_word(watch: CameraWatch | None) -> str:
    """Give the word that says why a camera shows no picture."""
    return short_condition(watch.condition if watch is not None else Condition.CONNECTING)


def empty_words() -> TileWords:
    """Give the words of a tile without a camera."""
    return TileWords(Face.EMPTY, lines=(translate("wall", "Drag a camera here, or type its number and Enter"),),
                     short=translate("wall", "Empty"), icon="plus")


def barred_words() -> TileWords:
    """Give the words of a camera that is not for the role of whoever sits here."""
    title = translate("wall", "Not for your role")
    return TileWords(Face.CARD, title=title, short=title, icon="eye-off")


def tile_words(watch: CameraWatch | None, camera: Camera, moment: Moment, picture_age_s: float | None) -> TileWords:
    """Give the words of a camera's tile; `picture_age_s` since the newest picture we could show, None without one."""
    if watch is None:
        return TileWords(Face.QUIET, title=translate("wall", "Waiting for its turn"),
                         short=short_condition(Condition.CONNECTING))
    if watch.condition is Condition.OFFLINE:
        return _offline(watch, camera, moment)
    if watch.condition is Condition.REFUSED:
        return _refused(watch, moment)
    if watch.condition is Condition.DISABLED:
        off = short_condition(Condition.DISABLED)
        reason = translate("wall", "This camera is switched off in the list of cameras")
        return TileWords(Face.CARD, title=off, short=off, lines=(reason,), icon="power-off")
    if watch.condition is Condition.CONNECTING and (picture_age_s is None or picture_age_s >= NO_PICTURE_FROM_S):
        return _connecting(watch)
    if picture_age_s is None:
        return TileWords(Face.QUIET, title=translate("wall", "Waiting for the next whole picture"),
                         short=short_condition(Condition.CONNECTING), icon="loader")
    return _picture(watch, moment, picture_age_s)


def _picture(watch: CameraWatch, moment: Moment, age_s: float) -> TileWords:
    # A tile slowed to key frames says how seldom its pictures come; only one that misses even those is late.
    seldom_s = watch.facts.key_every_s if watch.reduction.sparse else NO_PICTURE_FROM_S
    missing = age_s >= seldom_s + NO_PICTURE_FROM_S
    if age_s >= NO_PICTURE_FROM_S and (watch.condition is Condition.LATE or missing):
        said = translate("wall", "No picture for {seconds} s").format(seconds=ltr(f"{age_s:.1f}"))
        return _late(said)
    if watch.condition is Condition.LATE:
        said = translate("wall", "{seconds} s behind").format(seconds=ltr(f"{watch.status.lag_s:.1f}"))
        return _late(said)
    if watch.condition is Condition.IMPAIRED and watch.picture_fault is not None:
        since = moment.now - watch.picture_since if watch.picture_since is not None else timedelta()
        said = picture_fault_word(watch.picture_fault)
        return TileWords(Face.PICTURE, strip=said, strip_more=age_text(since), short=said, icon="triangle-alert",
                         amber=True, muted=watch.picture_fault is PictureFault.FROZEN)
    return TileWords(Face.PICTURE, short=short_condition(Condition.LIVE))


def _late(said: str) -> TileWords:
    late = short_condition(Condition.LATE)
    return TileWords(Face.PICTURE, strip=said, short=late, icon="timer", amber=True, muted=True)


def _connecting(watch: CameraWatch) -> TileWords:
    if watch.status.state is StreamState.QUEUED:
        title = translate("wall", "Waiting for its turn")
    elif watch.status.connected_s is not None:
        title = translate("wall", "Waiting for the first whole picture")
    else:
        title = translate("wall", "Connecting…")
    return TileWords(Face.QUIET, title=title, short=short_condition(Condition.CONNECTING), icon="loader")


def _offline(watch: CameraWatch, camera: Camera, moment: Moment) -> TileWords:
    failure = watch.failure
    since = moment_text(watch.since, moment.now, moment.zone, moment.language)
    said_since = translate("wall", "since {when}").format(when=since)
    title = short_condition(Condition.OFFLINE)
    if failure is None:
        return TileWords(Face.CARD, title=title, lines=(said_since,), short=title, icon="video-off", amber=True)
    reason = fault_sentence(failure, port_of(camera), watch.status.failures)
    pattern = translate("wall", "since {when} · {reason}")
    left = countdown(watch, moment.mono_s)
    return TileWords(Face.CARD, title=title, lines=(reason, said_since), countdown=left, short=title,
                     one_line=pattern.format(when=since, reason=reason),
                     since_countdown=pattern.format(when=since, reason=left) if left else "",
                     icon=_FAULT_ICONS.get(failure.fault, "video-off"), amber=True)


def countdown(watch: CameraWatch, mono_s: float) -> str:
    """Give when the next try comes, for a camera that is not there."""
    if watch.condition is not Condition.OFFLINE:
        return ""
    if watch.status.state in (StreamState.LIVE, StreamState.LATE):
        return translate("wall", "answers now; waiting whether it holds")
    if watch.status.state is StreamState.CONNECTING:
        return translate("wall", "trying now")
    retry_at_s = watch.status.retry_at_s
    if retry_at_s is None:
        return translate("wall", "waits for its turn to try")
    left_s = max(0, round(retry_at_s - mono_s + 0.49))
    return translate("wall", "next try in {seconds} s").format(seconds=ltr(left_s))


def _refused(watch: CameraWatch, moment: Moment) -> TileWords:
    title = short_condition(Condition.REFUSED)
    since = moment_text(watch.since, moment.now, moment.zone, moment.language)
    return TileWords(
        Face.CARD, title=title, short=title, icon="lock-keyhole", amber=True,
        lines=(translate("wall", "Not tried again until the login is changed (cameras lock accounts)"),
               translate("wall", "since {when}").format(when=since)),
    )


def port_of(camera: Camera) -> int | None:
    """Give the port a camera's small stream is asked on."""
    profile = camera.profile(StreamRole.SUB)
    if profile is None:
        return None
    try:
        parts = urlsplit(profile.url)
        return parts.port or STANDARD_PORTS.get(parts.scheme)
    except ValueError:
        return None


def spoken_words(number: str, name: str, words: TileWords, slowed: str = "") -> str:
    """Give a tile's words in one line, for screen readers."""
    said = words.strip or words.title or slowed or words.short
    return translate("wall", "Camera {number} {name}: {said}").format(number=number, name=name, said=said)


def entry_warning(entry: NumberEntry) -> str:
    """Give what is wrong with a typed number; empty where nothing is."""
    pattern = translate("wall", "No camera has more than {count} digits.")
    return pattern.format(count=ltr(DIGITS_MOST)) if entry.too_long else ""


def nothing_works_words() -> TileWords:
    """Give the words of "what works" where nothing does."""
    return TileWords(Face.QUIET, title=translate("wall", "No camera has a picture right now"),
                     lines=(translate("wall", "F5 goes back to all places."),), icon="video-off")


def hotspot_word() -> str:
    """Give the word that marks the tile that follows the selection."""
    return translate("wall", "Hotspot")


def fps_badge(fps: int) -> str:
    """Give the badge of pictures shown per second."""
    return translate("wall", "{fps} fps").format(fps=ltr(fps))


def slowed_badge(reduction: Reduction, fps: int | None, key_every_s: float) -> str:
    """Give what a tile says of being slowed under load; empty where it is not."""
    if reduction is Reduction.NONE:
        return ""
    if (reduction is Reduction.KEYS or fps == 0) and key_every_s >= 1.0:
        seconds = ltr(round(key_every_s))
        return translate("wall", "slowed: a picture every {seconds} s").format(seconds=seconds)
    if reduction is Reduction.SMALL:
        return translate("wall", "slowed: small stream")
    if fps is None:
        return slowed_word()
    return translate("wall", "slowed: {fps} fps").format(fps=ltr(fps))


def slowed_word() -> str:
    """Give the one word of a slowed tile that has no room for more."""
    return translate("wall", "slowed")


def stream_badge(role: StreamRole, codec: str, hardware: str = "") -> str:
    """Give the badge of the stream a prominent tile shows, and the graphics device that decodes it."""
    pattern = translate("wall", "main · {codec}") if role is StreamRole.MAIN else translate("wall", "sub · {codec}")
    said = f"{codec} · {hardware}" if hardware else codec
    return pattern.format(codec=ltr(said.upper()))


def camera_name(camera: Camera, language: str) -> str:
    """Give a camera's name in the language of the screen."""
    return camera.name_ur if language == "ur" and camera.name_ur else camera.name
