"""Who holds a camera, where it looks, what it lacks: words of steering.

Belongs here: the sentences and figures. Does not belong here: refusals (ui/ptz_refusals.py), widgets. Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Camera
from safecity_console.domain.onvif import Range
from safecity_console.domain.ptz import Holder, Lease
from safecity_console.services.ptz import PtzShown
from safecity_console.ui.format import isolated, ltr, number_text

translate = QCoreApplication.translate

FRESH_S = 14.5  # a lease with more than this left is being used now
_DEGREES_FROM = 1.5  # a way longer than the generic space's is in degrees
_UNSAID = "–"


def by_hand(lease: Lease | None) -> bool:
    """Tell a lease of an officer from one of the console itself."""
    return lease is not None and lease.holder not in (Holder.PATROL, Holder.RETURN_HOME)


def holder_text(shown: PtzShown, now_s: float) -> str:
    """Give who holds a camera: "You · 0:42"."""
    lease = shown.lease
    if lease is None:
        return translate("ptz", "Nobody")
    if lease.holder is Holder.PATROL:
        return translate("ptz", "Patrol")
    if lease.holder is Holder.RETURN_HOME:
        return translate("ptz", "Going home")
    since_s = max(0, int(now_s - lease.since_s))
    time = ltr(f"{since_s // 60}:{since_s % 60:02d}")
    if shown.mine:
        return translate("ptz", "You · {time}").format(time=time)
    return translate("ptz", "{name} · {time}").format(name=isolated(lease.name or lease.badge), time=time)


def holder_tip(shown: PtzShown) -> str:
    """Give what follows for others, as a whole sentence; empty where nothing does."""
    lease = shown.lease
    if lease is None or not by_hand(lease):
        return ""
    seconds = ltr(round(shown.left_s))
    if shown.mine:
        return translate("ptz", "Others may have it {seconds} s after your last move.").format(seconds=seconds)
    return translate("ptz", "It is free in {seconds} s if {name} does not move it; who ranks higher takes it at once."
                     ).format(seconds=seconds, name=isolated(lease.name or lease.badge))


def mark_text(shown: PtzShown) -> str:
    """Give what stands beside the mark of a steered tile: whose hand it is and how long it lasts without a move."""
    lease = shown.lease
    if lease is None:
        return ""
    if lease.holder is Holder.PATROL:
        return translate("ptz", "Patrol")
    if lease.holder is Holder.RETURN_HOME:
        return translate("ptz", "Going home")
    name = translate("ptz", "You") if shown.mine else isolated(lease.name or lease.badge)
    if shown.left_s > FRESH_S:
        return name
    return translate("ptz", "{name} · {seconds} s").format(name=name, seconds=ltr(round(shown.left_s)))


def lost_sentence(camera: Camera, by: Lease | None) -> str:
    """Say that somebody took a camera out of this officer's hand."""
    named = {"number": number_text(camera.number), "camera": isolated(camera.name)}
    if by is None:
        return translate("ptz", "Camera {number} {camera} is not in your hand any more.").format(**named)
    return translate("ptz", "{name} has taken camera {number} {camera} over from you.").format(
        name=isolated(by.name or by.badge), **named)


def taken_sentence(camera: Camera, lost: Lease | None) -> str:
    """Say that this officer took a camera from somebody, who is told."""
    return translate("ptz", "You have taken camera {number} {camera} over from {name}, who is told.").format(
        number=number_text(camera.number), camera=isolated(camera.name),
        name=isolated("" if lost is None else lost.name or lost.badge))


def place_text(value: float | None, of: Range | None) -> str:
    """Give a place on a way: degrees where the camera counts in degrees, else the share of its way."""
    if value is None or of is None or not of.useful:
        return ltr(_UNSAID)
    if max(abs(of.least), abs(of.most)) > _DEGREES_FROM:
        return ltr(f"{value:.1f}°".replace("-", "−"))
    share = 100 * value / max(abs(of.least), abs(of.most))
    return ltr(f"{round(share) or 0:+d} %".replace("-", "−").replace("+0 ", "0 "))


def zoom_text(value: float | None, of: Range | None) -> str:
    """Give how much of the zoom's way is gone."""
    if value is None or of is None or not of.useful:
        return ltr(_UNSAID)
    return ltr(f"{100 * (value - of.least) / (of.most - of.least):.0f} %")


def speed_text(speed: float) -> str:
    """Give a speed: "60 %"."""
    return ltr(f"{100 * speed:.0f} %")


def auxiliary_words(text: str) -> tuple[str, str]:
    """Give the name of what an auxiliary command is for, and what it does; its own text where it is none we know."""
    name, _, order = text.removeprefix("tt:").partition("|")
    names = {"Wiper": translate("ptz", "Wiper"), "Washer": translate("ptz", "Washer"),
             "IRLamp": translate("ptz", "Infrared light"), "Lamp": translate("ptz", "Light"),
             "WhiteLight": translate("ptz", "Light"), "Light": translate("ptz", "Light")}
    orders = {"On": translate("ptz", "Switch on"), "Off": translate("ptz", "Switch off"),
              "Auto": translate("ptz", "By itself")}
    if name in names and order in orders:
        return names[name], orders[order]
    return translate("ptz", "Other"), isolated(text)
