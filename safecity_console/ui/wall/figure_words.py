"""Words and units of a stream's figures, for tile info and the table alike.

Belongs here: one text for each figure, the lines of tile info. Does not belong here: measuring (services/figures.py),
drawing.
Invariants: 1. A figure that is not there is "–", never 0. 2. Figures stand left-to-right in every language.
3. No address and no login is shown. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Camera, StreamRole, Transport
from safecity_console.domain.figures import StreamFigures
from safecity_console.ui.format import ltr
from safecity_console.ui.wall.words import fault_sentence, short_condition, slowed_badge

NOTHING = "–"
translate = QCoreApplication.translate
MomentText = Callable[[datetime], str]


def stream_text(camera: Camera, found: StreamFigures) -> str:
    """Give which stream runs."""
    if not found.watch.works:
        return NOTHING
    main = found.watch.facts.role is StreamRole.MAIN or not camera.has_two_streams
    return translate("streams", "main") if main else translate("streams", "small")


def codec_text(found: StreamFigures) -> str:
    """Give the codec by the name people know, and the graphics device that decodes it."""
    facts = found.watch.facts
    if not found.watch.works or not facts.codec:
        return NOTHING
    known = {"h264": "H.264", "hevc": "H.265", "mjpeg": "MJPEG"}
    name = known.get(facts.codec, facts.codec.upper())
    return ltr(f"{name} · {facts.hardware.upper()}" if facts.hardware else name)


def size_text(found: StreamFigures) -> str:
    """Give the picture's size as decoded."""
    facts = found.watch.facts
    return ltr(f"{facts.width}×{facts.height}") if found.watch.works and facts.width else NOTHING


def fps_text(fps: float | None, found: StreamFigures) -> str:
    """Give a rate of pictures."""
    return ltr(f"{fps:.1f}") if fps is not None and found.watch.works else NOTHING


def rate_text(found: StreamFigures) -> str:
    """Give the bit rate."""
    if not found.watch.works:
        return NOTHING
    kbit = found.watch.facts.bitrate_bps / 1000
    return ltr(f"{kbit / 1000:.1f} Mbit/s") if kbit >= 1000 else ltr(f"{kbit:.0f} kbit/s")


def lag_text(found: StreamFigures) -> str:
    """Give how far the picture is behind the quickest of the last minute."""
    return ltr(f"{found.watch.status.lag_s:.2f} s") if found.watch.works else NOTHING


def transport_text(found: StreamFigures) -> str:
    """Give how the video travels."""
    if found.transport is None:
        return translate("streams", "file")
    return {Transport.TCP: ltr("TCP"), Transport.UDP: ltr("UDP"), Transport.HTTP: ltr("HTTP")}[found.transport]


def error_text(found: StreamFigures) -> str:
    """Give the last error in words."""
    return fault_sentence(found.last_failure) if found.last_failure is not None else NOTHING


def lost_text(found: StreamFigures) -> str:
    """Give how many pictures never came to the screen, and how many packets were damaged."""
    if not found.watch.works:
        return NOTHING
    pattern = translate("streams", "{skipped} not shown · {damaged} damaged")
    return pattern.format(skipped=ltr(found.skipped), damaged=ltr(found.damaged))


def slowed_text(found: StreamFigures) -> str:
    """Give how the stream is slowed under load; empty where it is not."""
    fps = None if found.shown_fps is None else round(found.shown_fps)
    return slowed_badge(found.watch.reduction, fps, found.watch.facts.key_every_s) if found.watch.works else ""


def info_lines(camera: Camera, found: StreamFigures | None, moment: MomentText) -> tuple[tuple[str, str], ...]:
    """Give the lines of tile info: what it is, and the figure."""
    if found is None:
        return ((translate("streams", "State"), translate("streams", "Not measured yet")),)
    watch = found.watch
    last, slowed = error_text(found), slowed_text(found)
    if found.last_failure_at is not None:
        last = f"{last} · {moment(found.last_failure_at)}"
    return (
        (translate("streams", "State"), short_condition(watch.condition)),
        (translate("streams", "Stream"), " · ".join((stream_text(camera, found), codec_text(found), size_text(found)))),
        (translate("streams", "Received"), _a_second(found.watch.facts.received_fps, found)),
        (translate("streams", "Shown"), _a_second(found.shown_fps, found)),
        *(((translate("streams", "Under load"), slowed),) if slowed else ()),
        (translate("streams", "Bit rate"), rate_text(found)),
        (translate("streams", "Behind"), lag_text(found)),
        (translate("streams", "Pictures"), lost_text(found)),
        (translate("streams", "Transport"), transport_text(found)),
        (translate("streams", "Reconnects today"), ltr(found.reconnects_today)),
        (translate("streams", "Last error"), last),
    )


def _a_second(fps: float | None, found: StreamFigures) -> str:
    shown = fps_text(fps, found)
    return shown if shown == NOTHING else translate("streams", "{count} a second").format(count=shown)
