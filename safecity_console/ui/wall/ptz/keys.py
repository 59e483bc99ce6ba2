"""Keys that steer: arrows, PgUp and PgDn while they are held, `5 +` to a preset, Esc stops.

Belongs here: decoding, held keys as a velocity, the wall's keys of steering. Does not belong here: keys of commands
(domain/command.py), moving (hand.py).
Invariants: 1. A key counts from its press to its release; auto-repeat is no second press, and its releases are none.
2. Arrows steer in PTZ mode only, or where the stick has the focus; digits of the number pad stay digits. 3. A focus
that goes lets every key go. Thread: GUI.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from safecity_console.domain.ptz import Velocity
from safecity_console.services.ptz import Source
from safecity_console.ui.wall.controller import WallController
from safecity_console.ui.wall.ptz.hand import PtzHand

_WAYS: dict[int, tuple[int, int, int]] = {
    Qt.Key.Key_Left: (-1, 0, 0), Qt.Key.Key_Right: (1, 0, 0), Qt.Key.Key_Up: (0, 1, 0), Qt.Key.Key_Down: (0, -1, 0),
    Qt.Key.Key_PageUp: (0, 0, 1), Qt.Key.Key_PageDown: (0, 0, -1),
}
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NUMPAD = Qt.KeyboardModifier.KeypadModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SteerKeys:
    """The keys that are held."""

    def __init__(self) -> None:
        self._held: dict[int, tuple[int, int, int]] = {}

    @staticmethod
    def means(event: QKeyEvent) -> bool:
        """Tell a key that steers."""
        return event.modifiers() == _NONE and event.key() in _WAYS

    def holds(self, event: QKeyEvent) -> bool:
        """Tell whether a key is held already, as its auto-repeat says."""
        return event.key() in self._held

    def press(self, event: QKeyEvent) -> bool:
        """Take a press; True where another key is held now."""
        if event.isAutoRepeat() or not self.means(event):
            return False
        self._held[event.key()] = _WAYS[event.key()]
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Take a release; True where one key less is held now."""
        return not event.isAutoRepeat() and self._held.pop(event.key(), None) is not None

    def clear(self) -> bool:
        """Hold none; tell whether any was."""
        had = bool(self._held)
        self._held.clear()
        return had

    def velocity(self) -> Velocity:
        """Give what the held keys want together."""
        pan, tilt, zoom = (sum(way[axis] for way in self._held.values()) for axis in range(3))
        return Velocity(pan, tilt, zoom)


class Steered(Protocol):
    """What the keys ask of the wall's PTZ."""

    @property
    def mode_camera(self) -> str:
        """Give the camera in PTZ mode; empty: none."""
        ...

    def escape(self) -> bool:
        """Stop what moves, else leave the mode; False where there was neither."""
        ...

    def preset(self, number: int, store: bool) -> None:
        """Go to a preset of the selected camera, or ask to store it."""
        ...


class WallKeys(QObject):
    """Hears the keys of one wall before the wall does."""

    def __init__(self, hand: PtzHand, controller: WallController, wall: QWidget, ptz: Steered) -> None:
        super().__init__(wall)
        self._hand, self._controller, self._ptz = hand, controller, ptz
        self._keys = SteerKeys()
        wall.installEventFilter(self)

    def let_go(self) -> None:
        """Hold no key."""
        if self._keys.clear():
            self._hand.let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that steer."""
        kind = event.type()
        if kind is QEvent.Type.FocusOut:
            self.let_go()
        elif isinstance(event, QKeyEvent):
            if kind is QEvent.Type.ShortcutOverride and self._ptz.mode_camera and self._keys.means(event):
                event.accept()
                return True
            if kind is QEvent.Type.KeyPress:
                return self._press(event)
            if kind is QEvent.Type.KeyRelease and self._keys.holds(event):
                return self._release(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == _NONE:
            return not event.isAutoRepeat() and self._escape()
        if event.key() == Qt.Key.Key_Plus and not event.modifiers() & _OTHERS:
            return not event.isAutoRepeat() and self._preset(bool(event.modifiers() & _CONTROL))
        camera_id = self._ptz.mode_camera
        if not camera_id or not self._keys.means(event):
            return False
        if self._keys.press(event):
            self._hand.steer(camera_id, self._keys.velocity(), Source.KEYS)
        return True

    def _release(self, event: QKeyEvent) -> bool:
        if self._keys.release(event):
            camera_id = self._ptz.mode_camera
            if camera_id:
                self._hand.steer(camera_id, self._keys.velocity(), Source.KEYS)
            else:
                self._hand.let_go()
        return True

    def _escape(self) -> bool:
        self._keys.clear()
        typed = bool(self._controller.entry.text)
        if typed:
            self._controller.entry.clear()
            self._controller.entry_changed.emit()
        return self._ptz.escape() or typed

    def _preset(self, store: bool) -> bool:
        number = self._controller.entry.preset()
        self._controller.entry_changed.emit()
        if number is not None:
            self._ptz.preset(number, store)
        return number is not None
