"""Refusals of joysticks in words: one whole sentence per code.

Belongs here: code to sentence. Does not belong here: putting figures in (refusals.py).
"""

from __future__ import annotations

from safecity_console.ui.marked import QT_TRANSLATE_NOOP

STICK_REFUSALS: dict[str, str] = {
    "stick_axis_unfit": QT_TRANSLATE_NOOP(
        "refusals", "What is given for axis {axis} does not fit: its dead zone or its curve is out of range."),
    "stick_axis_twice": QT_TRANSLATE_NOOP("refusals", "Axis {axis} is used twice."),
    "stick_range_small": QT_TRANSLATE_NOOP(
        "refusals", "The range of axis {axis} is too small, or its centre lies outside it. Learn the range again."),
    "stick_button_unfit": QT_TRANSLATE_NOOP("refusals", "Button {button} cannot be given this command."),
    "stick_file_unfit": QT_TRANSLATE_NOOP(
        "refusals", "This file is no joystick arrangement of this version of the console; “{part}” does not fit."),
}
