"""What is said of a tour: the line in the wall's bar, why it holds, why it ended.

Belongs here: whole sentences. Does not belong here: deciding (touring.py), the bar (tour_bar.py). Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Camera
from safecity_console.domain.tour import STEPS_MOST, Hold, Line, Tour, TourKind, TourStep, TourTiles, tour_of
from safecity_console.ui.format import isolated, ltr, number_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TourStatus:
    """A running tour as it is shown; `alarm` is a camera's number, `place` the name of the kept wall on screen."""

    name: str
    position: int
    of: int
    left_s: int
    hold: Hold | None = None
    alarm: int | None = None
    place: str = ""
    moves: bool = True


def tour_line(status: TourStatus) -> str:
    """Give "Tour: Night round · 3 of 12 · next in 4 s"."""
    return translate("tour", "Tour: {name} · {where}").format(name=isolated(status.name), where=tour_place(status))


def tour_place(status: TourStatus) -> str:
    """Give "3 of 12 · next in 4 s"; what holds it stands in the place of the countdown."""
    parts = []
    if status.of > 1:
        step = translate("tour", "{position} of {count}")
        parts.append(step.format(position=ltr(status.position), count=ltr(status.of)))
    if status.place:
        parts.append(isolated(status.place))
    parts.append(hold_words(status) if status.hold is not None else _next_words(status))
    return " · ".join(parts)


def hold_words(status: TourStatus) -> str:
    """Give why it stands still."""
    if status.hold is Hold.ALARM and status.alarm is not None:
        return translate("tour", "held: alarm {number}").format(number=number_text(status.alarm))
    return {
        Hold.ALARM: lambda: translate("tour", "held: alarm"),
        Hold.ASKED: lambda: translate("tour", "held by you"),
        Hold.LARGE: lambda: translate("tour", "held: one camera is large"),
        Hold.HAND: lambda: translate("tour", "held: your hand"),
        Hold.POINTER: lambda: translate("tour", "held: pointer"),
        Hold.HIDDEN: lambda: translate("tour", "held: out of sight"),
    }[status.hold or Hold.ASKED]()


def all_cameras(cameras: Sequence[Camera], tiles: TourTiles = TourTiles.PAGE) -> Tour | None:
    """Give a tour over all cameras that are switched on; None where there is none."""
    steps = [TourStep(c.id) for c in cameras if c.enabled][:STEPS_MOST]
    return tour_of(translate("tour", "All cameras"), TourKind.CAMERAS, steps, tiles) if steps else None


def refusal_words(tour: Tour, line: Line) -> str:
    """Give why a tour cannot run on this wall; empty where it can."""
    if not line.tiles and tour.tiles is TourTiles.ONE:
        return translate("tour", "The tile of the tour keeps its camera, so no tour runs in it.")
    if not line.tiles:
        return translate("tour", "Every tile keeps its camera, so a tour has no place. Unpin one first.")
    if not line.eligible and tour.kind is TourKind.WALLS:
        return translate("tour", "None of the walls of this tour is kept any more.")
    if not line.eligible:
        return translate("tour", "The tour has nothing to show: its cameras stand on the wall already, were removed or "
                                 "are switched off.")
    return ""


def _next_words(status: TourStatus) -> str:
    if not status.moves:
        return translate("tour", "all shown at once")
    if status.left_s <= 0:
        return translate("tour", "opening the next")
    return translate("tour", "next in {seconds} s").format(seconds=ltr(status.left_s))
