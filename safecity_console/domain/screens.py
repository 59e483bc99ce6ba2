"""Screens as the console remembers them, what stands on which, and finding the right one again.

Belongs here: what names a screen, what was sent where, the matching after a restart or an unplugged cable, a screen's
name as plain values and back (strictly), reading an officer's word for a screen. Does not belong here: windows and
Qt's screens (ui/screens/), rows (db/screen_windows.py).
Invariants: 1. `matched` never gives one screen to two. 2. The better evidence wins: serial and name, serial and model,
name, geometry, place in the row; equal evidence is settled by geometry, then by order. 3. As many find a screen as
there are free ones.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

TEXT_MOST = 120
COORDINATE_MOST = 100_000
INDEX_MOST = 64
_TEXTS = ("name", "model", "manufacturer", "serial")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the desktop, px."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ScreenName:
    """What a screen is known by; `index` is its place in the row, from 0."""

    name: str
    model: str = ""
    manufacturer: str = ""
    serial: str = ""
    box: Box = Box(0, 0, 0, 0)
    index: int = 0


class SentKind(StrEnum):
    """What was sent to a screen."""

    WALL = "wall"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True)
class SentWindow:
    """One window beside the main one: `place` names its wall, `screen` where it belongs.

    `box` is set where it stands in a window of its own instead of filling the screen; `camera_id` where one camera
    was sent.
    """

    place: str
    screen: ScreenName
    kind: SentKind = SentKind.WALL
    camera_id: str = ""
    box: Box | None = None


def screen_to(screen: ScreenName) -> dict[str, object]:
    """Give a screen's name as values a file can hold."""
    texts: dict[str, object] = {key: getattr(screen, key)[:TEXT_MOST] for key in _TEXTS}
    return texts | {"box": box_to(screen.box), "index": screen.index}


def screen_from(value: object) -> ScreenName | None:
    """Read what `screen_to` gave; None for anything else."""
    if not isinstance(value, dict):
        return None
    box, index, words = box_from(value.get("box")), value.get("index"), [value.get(key) for key in _TEXTS]
    if box is None or type(index) is not int or not 0 <= index <= INDEX_MOST:
        return None
    if not all(isinstance(word, str) and len(word) <= TEXT_MOST for word in words):
        return None
    name, model, manufacturer, serial = (str(word) for word in words)
    return ScreenName(name, model, manufacturer, serial, box, index)


def box_to(box: Box) -> list[int]:
    """Give a rectangle as four numbers."""
    return [box.x, box.y, box.width, box.height]


def box_from(value: object) -> Box | None:
    """Read four numbers that can be a rectangle; None for anything else."""
    if not isinstance(value, list) or len(value) != 4:
        return None
    if not all(type(part) is int and abs(part) <= COORDINATE_MOST for part in value):
        return None
    made = Box(*value)
    return made if made.width >= 0 and made.height >= 0 else None


def likeness(wanted: ScreenName, present: ScreenName) -> int:
    """Tell how surely this is the screen that is meant: 0 its serial and name … 4 nothing but that it is one."""
    same_serial = bool(wanted.serial) and wanted.serial == present.serial
    same_name = bool(wanted.name) and wanted.name == present.name
    if same_serial and same_name:
        return 0
    if same_serial and wanted.model == present.model:
        return 1
    if same_name:
        return 2
    return 3 if wanted.box == present.box else 4


def matched(wanted: Sequence[ScreenName], present: Sequence[ScreenName],
            taken: Collection[int] = ()) -> tuple[int | None, ...]:
    """Give, for each wanted screen, the place of the one that is meant, not one of `taken`; None where none is left."""
    pairs = sorted(
        (likeness(want, there), want.box != there.box, abs(want.index - at), asked, at)
        for asked, want in enumerate(wanted) for at, there in enumerate(present) if at not in taken
    )
    found: dict[int, int] = {}
    for *_evidence, asked, at in pairs:
        if asked not in found and at not in found.values():
            found[asked] = at
    return tuple(found.get(asked) for asked in range(len(wanted)))


def same_screen(wanted: ScreenName, present: Sequence[ScreenName]) -> int | None:
    """Give the place of a screen that is surely the one meant, not merely a free one."""
    (at,) = matched([wanted], present)
    return at if at is not None and likeness(wanted, present[at]) < 4 else None


def screen_called(text: str, present: Sequence[ScreenName]) -> int | None:
    """Give the place of the screen an officer calls "2", "HDMI-2" or by its model; None where there is none such."""
    said = text.strip().casefold()
    for word in ("name", "model", "serial"):
        for at, screen in enumerate(present):
            if said and str(getattr(screen, word)).casefold() == said:
                return at
    number = int(said) if said.isascii() and said.isdecimal() and len(said) <= 3 else 0
    return number - 1 if 1 <= number <= len(present) else None


def shifted(box: Box, before: Box, now: Box) -> Box:
    """Give where a window stands on another screen that stood at `box` on one: as far from its corner, inside it."""
    width, height = min(box.width, now.width), min(box.height, now.height)
    x = min(max(0, box.x - before.x), now.width - width)
    y = min(max(0, box.y - before.y), now.height - height)
    return Box(now.x + x, now.y + y, width, height)
