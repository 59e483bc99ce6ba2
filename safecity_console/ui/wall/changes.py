"""The changes of one wall in this session, to take back and make again, and what each was in words.

Belongs here: the two stacks, telling from two arrangements what was done. Does not belong here: changing the wall
(controller.py), tiles' own histories (tile_history.py).
Invariants: 1. At least `DEEP` changes are held; the oldest leaves first. 2. A new change forgets what was taken back.
3. What no hand did (cameras coming and going, tours) is never an entry. Thread: GUI.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.wall import Wall
from safecity_console.ui.format import isolated, ltr

translate = QCoreApplication.translate

DEEP = 100


@dataclass(frozen=True, slots=True)
class Stand:
    """A wall as it stood, and the name it is kept under (or empty)."""

    wall: Wall
    name: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One change taken back or made again: where it leads, and what it was."""

    to: Stand
    what: str


@dataclass(frozen=True, slots=True)
class _Entry:
    before: Stand
    after: Stand
    what: str


class Changes:
    """The session's changes; `number` gives a camera's number as it is shown."""

    def __init__(self, stand: Stand, number: Callable[[str], str]) -> None:
        self._now = stand
        self._number = number
        self._done: deque[_Entry] = deque(maxlen=DEEP)
        self._undone: list[_Entry] = []

    def note(self, stand: Stand, by_hand: bool) -> Stand:
        """Take note of how the wall stands now; gives how it stood before."""
        before, self._now = self._now, stand
        if by_hand and stand.wall != before.wall:
            self._done.append(_Entry(before, stand, described(before, stand, self._number)))
            self._undone.clear()
        return before

    def undo(self) -> Step | None:
        """Take the last change back; None where there is none."""
        while self._done:
            entry = self._done.pop()
            self._undone.append(entry)
            if entry.before.wall != self._now.wall:
                return Step(entry.before, entry.what)
        return None

    def redo(self) -> Step | None:
        """Make the change again that was taken back last; None where there is none."""
        while self._undone:
            entry = self._undone.pop()
            self._done.append(entry)
            if entry.after.wall != self._now.wall:
                return Step(entry.after, entry.what)
        return None


def described(before: Stand, after: Stand, number: Callable[[str], str]) -> str:
    """Say in a few words what leads from one arrangement to the other."""
    old, new = before.wall, after.wall
    if before.name != after.name and after.name:
        return translate("wall", "showing the wall “{name}”").format(name=isolated(after.name))
    if old.layout != new.layout:
        return translate("wall", "another layout")
    if old.locked != new.locked:
        return translate("wall", "locking the wall") if new.locked else translate("wall", "unlocking the wall")
    if old.hotspot != new.hotspot:
        if new.hotspot is None:
            return translate("wall", "making the hotspot an ordinary tile")
        return translate("wall", "making tile {tile} the hotspot").format(tile=ltr(new.hotspot + 1))
    if old.pinned != new.pinned:
        return translate("wall", "pinning a tile") if new.pinned > old.pinned else translate("wall", "unpinning a tile")
    return _moved(old, new, number)


def _moved(old: Wall, new: Wall, number: Callable[[str], str]) -> str:
    differing = [i for i, (a, b) in enumerate(zip(old.tiles, new.tiles, strict=True)) if a != b]
    if len(differing) == 1:
        tile, camera_id = differing[0], new.tiles[differing[0]]
        if camera_id is None:
            return translate("wall", "clearing tile {tile}").format(tile=ltr(tile + 1))
        pattern = translate("wall", "camera {number} into tile {tile}")
        return pattern.format(number=number(camera_id), tile=ltr(tile + 1))
    if len(differing) == 2 and {old.tiles[i] for i in differing} == {new.tiles[i] for i in differing}:
        pattern = translate("wall", "exchanging tiles {first} and {second}")
        return pattern.format(first=ltr(differing[0] + 1), second=ltr(differing[1] + 1))
    return translate("wall", "another arrangement")
