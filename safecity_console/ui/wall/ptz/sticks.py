"""The one place where joysticks meet the steering of the wall.

Belongs here: a stick's preset buttons as the wall's own. Does not belong here: the stick's motion, which the service of
sticks hands to the service of PTZ (wiring), other buttons, which are commands of the table. Thread: GUI.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from safecity_console.ui.wall.ptz.wall_ptz import WallPtz


class PresetButtons(Protocol):
    """What of a window's joysticks asks for presets by number."""

    preset_wanted: SignalInstance


def join_sticks(sticks: PresetButtons, ptz: WallPtz) -> None:
    """Let the preset buttons of joysticks mean the selected camera of a wall."""
    sticks.preset_wanted.connect(lambda number: ptz.preset(int(number), store=False))
