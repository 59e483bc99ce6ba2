"""The command line's English for codes of joysticks.

Belongs here: one sentence each. Does not belong here: putting figures in (sentences.py).
"""

from __future__ import annotations

STICK_SENTENCES: dict[str, str] = {
    "stick_axis_unfit": "What is given for axis {axis} does not fit: its dead zone or its curve is out of range.",
    "stick_axis_twice": "Axis {axis} is used twice.",
    "stick_range_small": "The range of axis {axis} is too small, or its centre lies outside it.",
    "stick_button_unfit": "Button {button} cannot be given this command.",
    "stick_file_unfit": "The file is no joystick arrangement of this version; {part} does not fit.",
}
