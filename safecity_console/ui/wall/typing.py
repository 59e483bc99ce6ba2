"""A number typed on the wall, followed from key to key to what it asks for.

Belongs here: keys into the entry, the entry into a call or a selection, refusing what cannot be. Does not belong here:
decoding keys (keys.py), the entry itself (entry.py), carrying out (controller.py).
Invariant: what was typed and cannot be done is said in one sentence. Thread: GUI; times are monotonic seconds.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.camera import Camera
from safecity_console.ui.format import ltr
from safecity_console.ui.wall.entry import CallCamera, NumberEntry, SelectTile
from safecity_console.ui.wall.keys import Act, Press

translate = QCoreApplication.translate


class Wall(Protocol):
    """What typing asks of the wall."""

    def tile_count(self) -> int:
        """Count the tiles."""
        ...

    def camera_numbered(self, number: int) -> Camera | None:
        """Give a camera by its number."""
        ...

    def call_camera(self, camera_id: str, tile: int | None = None) -> None:
        """Bring a camera into a tile."""
        ...

    def choose_tile(self, tile: int) -> bool:
        """Select a tile; False where there is nothing to show."""
        ...

    def toggle_expanded(self) -> bool:
        """Show the selected camera large, or go back."""
        ...

    def go_back(self) -> bool:
        """Leave the large view; False where there is none."""
        ...

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        ...


class Typing:
    """The keys of one wall."""

    def __init__(self, wall: Wall) -> None:
        self._wall = wall
        self.entry = NumberEntry()

    def press(self, press: Press, now_s: float) -> bool:
        """Take one key; False where it means nothing now."""
        entry = self.entry
        if press.act is Act.DIGIT:
            entry.digit(press.digit, now_s)
        elif press.act is Act.STAR:
            entry.star(now_s)
        elif press.act is Act.BACK:
            entry.back(now_s)
        elif press.act is Act.CLEAR:
            return entry.clear() or self._wall.go_back()
        elif press.act is Act.SLASH:
            self._obey(entry.slash())
        elif press.act is Act.ENTER:
            typed = entry.enter()
            if typed is None:
                return self._wall.toggle_expanded()
            self._obey(typed)
        return True

    def _obey(self, wish: CallCamera | SelectTile | None) -> None:
        if wish is None:
            return
        size = self._wall.tile_count()
        if wish.tile is not None and not 1 <= wish.tile <= size:
            pattern = translate("wall", "There is no tile {tile}; this wall has {count}.")
            self._wall.refuse(pattern.format(tile=ltr(wish.tile), count=ltr(size)))
            return
        if isinstance(wish, SelectTile):
            if not self._wall.choose_tile(wish.tile - 1):
                self._wall.refuse(translate("wall", "Tile {tile} is empty.").format(tile=ltr(wish.tile)))
            return
        camera = self._wall.camera_numbered(wish.number)
        if camera is None:
            self._wall.refuse(translate("wall", "There is no camera {number}.").format(number=ltr(wish.number)))
            return
        self._wall.call_camera(camera.id, wish.tile - 1 if wish.tile is not None else None)
