"""The number an officer types: digits, `*` for a tile, `/` to select one, Enter to call a camera.

Belongs here: the buffer and what a finished entry means. Does not belong here: Qt key codes (keys.py), doing it.
Invariants: 1. What was typed is dropped `DROP_AFTER_S` after the last key. 2. No more than four digits a number; a
further one is dropped and `too_long` says so until the next key.
Thread: GUI; times are monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass

DROP_AFTER_S = 3.0
DIGITS_MOST = 4


@dataclass(frozen=True, slots=True)
class CallCamera:
    """Camera `number` into tile `tile` (counted from 1; None: the selected one)."""

    number: int
    tile: int | None = None


@dataclass(frozen=True, slots=True)
class SelectTile:
    """Select a tile, counted from 1."""

    tile: int


class NumberEntry:
    """The buffer of typed digits."""

    def __init__(self) -> None:
        self._camera = ""
        self._tile: str | None = None
        self._touched_s = 0.0
        self.too_long = False

    @property
    def text(self) -> str:
        """Give what was typed so far, as it is shown large."""
        return self._camera if self._tile is None else f"{self._camera} * {self._tile}"

    def digit(self, digit: str, now_s: float) -> None:
        """Take one digit."""
        self._touched_s = now_s
        number = (self._tile if self._tile is not None else self._camera) + digit
        self.too_long = len(number) > DIGITS_MOST
        if self._tile is not None:
            self._tile = number[:DIGITS_MOST]
        else:
            self._camera = number[:DIGITS_MOST]

    def star(self, now_s: float) -> None:
        """Begin the tile's number."""
        self.too_long = False
        if self._camera:
            self._touched_s = now_s
            self._tile = self._tile or ""

    def slash(self) -> SelectTile | None:
        """Finish as "select this tile"."""
        chosen = SelectTile(int(self._camera)) if self._camera and self._tile is None else None
        self.clear()
        return chosen

    def preset(self) -> int | None:
        """Finish as "this preset"; nothing where a tile's number was begun, which stays."""
        if not self._camera or self._tile is not None:
            return None
        number = int(self._camera)
        self.clear()
        return number

    def enter(self) -> CallCamera | None:
        """Finish as "call this camera"."""
        camera, tile = self._camera, self._tile
        self.clear()
        if not camera:
            return None
        return CallCamera(int(camera), int(tile) if tile else None)

    def back(self, now_s: float) -> None:
        """Take back the last key."""
        self._touched_s = now_s
        self.too_long = False
        if self._tile is None:
            self._camera = self._camera[:-1]
        else:
            self._tile = self._tile[:-1] if self._tile else None

    def clear(self) -> bool:
        """Drop what was typed; tell whether there was anything."""
        had = bool(self._camera)
        self._camera, self._tile, self.too_long = "", None, False
        return had

    def dropped(self, now_s: float) -> bool:
        """Drop an entry that has waited too long; tell whether it did."""
        return bool(self._camera) and now_s - self._touched_s >= DROP_AFTER_S and self.clear()
