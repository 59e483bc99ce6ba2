"""The main window over a room, as the frame's tests have it."""

from tests.gui.frame.conftest import _fonts, app, room, window

__all__ = ["_fonts", "app", "room", "window"]
