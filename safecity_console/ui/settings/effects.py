"""What a setting does right now, in one line under it: figures of the running console, not promises.

Belongs here: the sentences and where their figures come from. Does not belong here: when they are renewed (page.py),
what a setting does.
Invariant: every figure is measured in this moment; where there is none, nothing is said. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import StreamRole, Transport
from safecity_console.domain.governor import Reduction
from safecity_console.domain.sound import SoundState
from safecity_console.domain.watch import Condition
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.format import ltr, number_text
from safecity_console.ui.settings.machine_note import decode_note, draw_note

translate = QCoreApplication.translate


def effect(key: str, services: ConsoleServices) -> str:
    """Give the line under a setting; empty where there is nothing to tell."""
    made = _EFFECTS.get(key)
    return made(services) if made is not None else ""


def _shown(services: ConsoleServices) -> str:
    rates = [one.shown_fps for one in services.figures.figures().values() if one.shown_fps is not None]
    if not rates:
        return ""
    pattern = translate("effects", "Now: {fps} pictures a second on {tiles} tiles, in the middle.")
    return pattern.format(fps=ltr(f"{median(rates):.1f}"), tiles=ltr(len(rates)))


def _streams(services: ConsoleServices) -> str:
    running = [w.facts.role for w in services.streams.watches().values() if w.works and w.facts.codec]
    if not running:
        return ""
    main = sum(role is StreamRole.MAIN for role in running)
    pattern = translate("effects", "Now: {main} full pictures and {small} small streams run.")
    return pattern.format(main=ltr(main), small=ltr(len(running) - main))


def _transport(services: ConsoleServices) -> str:
    used = [one.transport for one in services.figures.figures().values() if one.watch.works]
    parts = [f"{ltr(kind.value.upper())} {ltr(used.count(kind))}" for kind in Transport if kind in used]
    return translate("effects", "Now: {parts}.").format(parts=" · ".join(parts)) if parts else ""


def _late(services: ConsoleServices) -> str:
    late = sum(w.condition is Condition.LATE for w in services.streams.watches().values())
    return translate("effects", "Now late: {count}.").format(count=ltr(late))


def _reopened(services: ConsoleServices) -> str:
    count = sum(one.reconnects_today for one in services.figures.figures().values())
    return translate("effects", "Connections lost today: {count}.").format(count=ltr(count))


def _slowed(services: ConsoleServices) -> str:
    if not services.settings.flag("load.govern"):
        return ""
    slowed = sum(w.reduction is not Reduction.NONE for w in services.streams.watches().values())
    return translate("effects", "Now slowed: {count} tiles.").format(count=ltr(slowed))


def _busy(services: ConsoleServices) -> str:
    load = services.streams.governor.load
    pattern = translate("effects", "Now: {own} % by this console, {all} % by everything on this computer.")
    return pattern.format(own=ltr(round(100 * load.cpu_share)), all=ltr(round(100 * load.machine_share)))


def _behind_the_hand(services: ConsoleServices) -> str:
    late_ms = services.streams.governor.load.late_p95_ms
    return translate("effects", "Now: {ms} ms.").format(ms=ltr(f"{late_ms:.1f}"))


def _bad_pictures(services: ConsoleServices) -> str:
    if not services.settings.flag("picture.check"):
        return ""
    bad = sum(w.condition is Condition.IMPAIRED for w in services.streams.watches().values())
    return translate("effects", "Now reported as bad: {count}.").format(count=ltr(bad))


def _heard(services: ConsoleServices) -> str:
    status = services.sound.status()
    camera = services.cameras.by_id(status.camera_id) if status.state is SoundState.HEARD else None
    if camera is None:
        return translate("effects", "Now no camera is heard.")
    pattern = translate("effects", "Now heard: camera {number} {name}.")
    return pattern.format(number=ltr(number_text(camera.number)), name=camera.name)


def _second_engine(services: ConsoleServices) -> str:
    read = sum(w.works and w.facts.codec.endswith(" vlc") for w in services.streams.watches().values())
    return translate("effects", "Cameras read by VLC now: {count}.").format(count=ltr(read))


_EFFECTS: dict[str, Callable[[ConsoleServices], str]] = {
    "wall.fps": _shown,
    "wall.main_from_width_px": _streams,
    "stream.transport": _transport,
    "stream.late_after_s": _late,
    "stream.reopen_after_s": _reopened,
    "video.decode": decode_note,
    "video.draw": draw_note,
    "load.govern": _slowed,
    "load.cpu_most_percent": _busy,
    "load.late_most_ms": _behind_the_hand,
    "picture.check": _bad_pictures,
    "sound.volume": _heard,
    "video.second_engine": _second_engine,
}
