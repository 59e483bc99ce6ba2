"""The sound on the wall: the command, the mark on the tile, why a camera cannot be heard.

Belongs here: asking the service, drawing the mark, saying a refusal. Does not belong here: what is heard
(services/sound.py).
Invariants: 1. The mark stands on every tile of the camera whose sound is on, in a shape and, where there is room, a
word. 2. Only the wall whose hand switched a sound on says why it fell silent. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from safecity_console.domain.errors import Refused
from safecity_console.domain.sound import SoundState, SoundStatus
from safecity_console.services.console import ConsoleServices
from safecity_console.ui.bridge import Bridge
from safecity_console.ui.refusals import code_sentence, world_sentence
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.sprites import STRIP_PX, Sprites
from safecity_console.ui.wall.tile import Tile
from safecity_console.ui.wall.words import Face

MARGIN_PX = 6
WORD_FROM_WIDTH_PX = 200
translate = QCoreApplication.translate

_MARKS: dict[SoundState, tuple[str, Callable[[], str]]] = {
    SoundState.OPENING: ("volume-2", lambda: translate("wall", "Sound…")),
    SoundState.HEARD: ("volume-2", lambda: translate("wall", "Sound")),
    SoundState.MUTED: ("volume-x", lambda: translate("wall", "Muted")),
    SoundState.WAITING: ("volume-x", lambda: translate("wall", "Sound interrupted")),
    SoundState.NONE: ("volume-x", lambda: translate("wall", "Sends no sound")),
}


class TileSound(QObject):
    """The sound's side of one wall."""

    def __init__(self, services: ConsoleServices, controller: WallController, bridge: Bridge, wall: QWidget) -> None:
        super().__init__(wall)
        self._services, self._controller, self._wall = services, controller, wall
        self._status = services.sound.status()
        self._asked = ""
        controller.offer({"tile.sound": self._toggle})
        controller.selection_changed.connect(services.sound.select)
        bridge.sound_changed.connect(self._on_sound_changed)

    def mark(self, camera_id: str | None) -> tuple[str, str]:
        """Give icon and word of a camera's mark; empty where its sound is off."""
        if camera_id is None or camera_id != self._status.camera_id or self._status.state is SoundState.OFF:
            return "", ""
        icon, word = _MARKS[self._status.state]
        return icon, word()

    def paint(self, painter: QPainter, tile: Tile, sprites: Sprites) -> None:
        """Draw the mark on a tile that has one: below the amber strip, where there is one."""
        icon, word = self.mark(tile.camera.id if tile.camera is not None else None)
        if not icon:
            return
        corner = QPoint(tile.rect.left() + MARGIN_PX, tile.rect.top() + MARGIN_PX)
        if tile.words.face is Face.PICTURE and tile.plan is not None:
            corner.setY(tile.plan.target.top() + MARGIN_PX + (STRIP_PX if tile.words.strip else 0))
        painter.drawPixmap(corner, sprites.badge(word if tile.rect.width() >= WORD_FROM_WIDTH_PX else "", icon))

    def spoken(self, said: str) -> str:
        """Add the mark to the words of the selected camera's place."""
        word = self.mark(self._controller.model.selected_camera)[1]
        return translate("wall", "{said}. {sound}").format(said=said, sound=word) if word else said

    def _toggle(self) -> bool:
        camera_id = self._controller.model.selected_camera
        if camera_id is None:
            return False
        self._asked = camera_id
        try:
            self._services.sound.toggle(camera_id)
        except Refused as refusal:
            self._controller.said.emit(world_sentence(refusal), "warning")
        return True

    def _on_sound_changed(self, status: SoundStatus) -> None:
        self._status = status
        self._wall.update()
        if status.refusal and self._asked:
            self._asked = ""
            self._controller.said.emit(code_sentence(status.refusal, {}), "warning")
