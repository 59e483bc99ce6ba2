"""Words of the frame by the codes that floors below hand up: translated here, written down here or beside.

Belongs here: whole sentences with placeholders, marked for translation. Does not belong here: refusals (refusals.py),
the words of tiles (ui/wall/words.py), figures and times (format.py), the texts of commands
and settings (command_texts.py, setting_texts.py).
Invariants: 1. Every command, setting, choice, condition and layer has its words (a test counts them). 2. No sentence is
put together from pieces. Thread: GUI; words follow the translator that is installed when they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from safecity_console.core.settings import Value
from safecity_console.domain.stream import Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.command_texts import COMMAND_TEXTS, DIGIT_KEYS
from safecity_console.ui.format import ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP
from safecity_console.ui.setting_texts import CHOICE_TEXTS, GROUP_TEXTS, OWN_NAMES, SETTING_TEXTS

__all__ = [
    "DIGIT_KEYS", "Words", "choice_text", "command_words", "condition_text", "digit_key_text", "group_text",
    "layer_text", "ltr", "setting_words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A title and one line of help."""

    title: str
    help: str = ""


_CONDITIONS: dict[Condition, str] = {
    Condition.LIVE: QT_TRANSLATE_NOOP("conditions", "Live"),
    Condition.LATE: QT_TRANSLATE_NOOP("conditions", "Late"),
    Condition.IMPAIRED: QT_TRANSLATE_NOOP("conditions", "Impaired"),
    Condition.CONNECTING: QT_TRANSLATE_NOOP("conditions", "Connecting"),
    Condition.OFFLINE: QT_TRANSLATE_NOOP("conditions", "Offline"),
    Condition.REFUSED: QT_TRANSLATE_NOOP("conditions", "Wrong password"),
    Condition.DISABLED: QT_TRANSLATE_NOOP("conditions", "Switched off"),
}

_LAYERS: dict[Layer, str] = {
    Layer.NAME: QT_TRANSLATE_NOOP("layers", "Name is known"),
    Layer.ROUTE: QT_TRANSLATE_NOOP("layers", "There is a way to it"),
    Layer.PORT: QT_TRANSLATE_NOOP("layers", "Its port answers"),
    Layer.RTSP: QT_TRANSLATE_NOOP("layers", "It speaks RTSP"),
    Layer.LOGIN: QT_TRANSLATE_NOOP("layers", "The login is accepted"),
    Layer.STREAM: QT_TRANSLATE_NOOP("layers", "It has this stream"),
    Layer.FIRST_PACKET: QT_TRANSLATE_NOOP("layers", "Video arrives"),
    Layer.FIRST_KEY_FRAME: QT_TRANSLATE_NOOP("layers", "A whole picture arrives"),
    Layer.FIRST_PICTURE: QT_TRANSLATE_NOOP("layers", "The picture can be shown"),
    Layer.CLOCK: QT_TRANSLATE_NOOP("layers", "Its clock is right"),
    Layer.PICTURE_QUALITY: QT_TRANSLATE_NOOP("layers", "The picture is good"),
}


def command_words(command_id: str) -> Words:
    """Give title and help of a command."""
    title, more = COMMAND_TEXTS[command_id]
    return Words(QCoreApplication.translate("commands", title), QCoreApplication.translate("commands", more))


def setting_words(key: str) -> Words:
    """Give title and help of a setting."""
    title, more = SETTING_TEXTS[key]
    return Words(QCoreApplication.translate("settings", title), QCoreApplication.translate("settings", more))


def choice_text(key: str, value: Value) -> str:
    """Give the words of one choice of a setting; languages are written in themselves."""
    own = OWN_NAMES.get((key, str(value)))
    return own if own is not None else QCoreApplication.translate("settings", CHOICE_TEXTS[(key, str(value))])


def group_text(group: str) -> str:
    """Give the heading of a group of settings: the part of their keys before the dot."""
    return QCoreApplication.translate("settings", GROUP_TEXTS[group])


def condition_text(condition: Condition) -> str:
    """Give the word of a condition."""
    return QCoreApplication.translate("conditions", _CONDITIONS[condition])


def layer_text(layer: str) -> str:
    """Give what a rung of the ladder asserts; an unknown rung shows its code."""
    try:
        return QCoreApplication.translate("layers", _LAYERS[Layer(layer)])
    except ValueError:
        return layer


def digit_key_text(source: str) -> str:
    """Give what a sequence of DIGIT_KEYS does."""
    return QCoreApplication.translate("keys", source)
