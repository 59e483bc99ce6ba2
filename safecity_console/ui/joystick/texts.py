"""Words of joysticks: what an axis steers, what a button gives.

Belongs here: words by code. Does not belong here: refusals (ui/stick_refusals.py), the words of commands
(ui/command_texts.py). Thread: GUI.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from safecity_console.domain.command import COMMAND_BY_ID
from safecity_console.domain.stick import STOP, TAKE, Motion, preset_number
from safecity_console.ui.format import ltr
from safecity_console.ui.texts import command_words

translate = QCoreApplication.translate


def motion_text(motion: Motion | None) -> str:
    """Give the word of what an axis steers; None: nothing."""
    words = {
        None: translate("joystick", "Nothing"), Motion.PAN: translate("joystick", "Pan, left and right"),
        Motion.TILT: translate("joystick", "Tilt, up and down"), Motion.ZOOM: translate("joystick", "Zoom"),
        Motion.FOCUS: translate("joystick", "Focus"),
    }
    return words[motion]


def button_word_text(word: str) -> str:
    """Give in words what a button gives."""
    number = preset_number(word)
    if number is not None:
        return translate("joystick", "Preset {number}").format(number=ltr(number))
    if word == TAKE:
        return translate("joystick", "Take the cameras")
    if word == STOP:
        return translate("joystick", "Stop")
    if word in COMMAND_BY_ID:
        return command_words(word).title
    return translate("joystick", "Nothing")


def axis_text(axis: int) -> str:
    """Give an axis' name, counted from 1."""
    return translate("joystick", "Axis {number}").format(number=ltr(axis + 1))


def axes_text(axes: tuple[int, ...]) -> str:
    """Give numbers of axes, counted from 1."""
    return ltr(", ".join(str(axis + 1) for axis in axes))
