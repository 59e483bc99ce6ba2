"""Words of the frame: commands, settings, conditions, rungs of the ladder; each by the code that floors below hand up.

Belongs here: whole sentences with placeholders, marked for translation. Does not belong here: refusals (refusals.py),
the words of tiles (ui/wall/words.py), figures and times (format.py).
Invariants: 1. Every command, setting, choice, condition and layer has its words (a test counts them). 2. No sentence is
put together from pieces. Thread: GUI; words follow the translator that is installed when they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from safecity_console.core.settings import Value
from safecity_console.domain.stream import Layer
from safecity_console.domain.watch import Condition
from safecity_console.ui.format import ltr
from safecity_console.ui.marked import QT_TRANSLATE_NOOP

__all__ = [
    "Words", "choice_text", "command_words", "condition_text", "digit_key_text", "group_text", "layer_text", "ltr",
    "setting_words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A title and one line of help."""

    title: str
    help: str = ""


_COMMANDS: dict[str, tuple[str, str]] = {
    "help.keys": (
        QT_TRANSLATE_NOOP("commands", "Keys and help"),
        QT_TRANSLATE_NOOP("commands", "Shows every key and what it does."),
    ),
    "wall.snapshot": (
        QT_TRANSLATE_NOOP("commands", "Snapshot"),
        QT_TRANSLATE_NOOP("commands", "Saves the selected camera's picture with its time and hash."),
    ),
    "wall.what_works": (
        QT_TRANSLATE_NOOP("commands", "What works / all places"),
        QT_TRANSLATE_NOOP("commands", "Gives the screen to the cameras that work, or back to all places."),
    ),
    "page.next": (
        QT_TRANSLATE_NOOP("commands", "Next page"),
        QT_TRANSLATE_NOOP("commands", "Goes to the next page of the console."),
    ),
    "page.wall": (QT_TRANSLATE_NOOP("commands", "Wall"), QT_TRANSLATE_NOOP("commands", "Goes to the video wall.")),
    "page.cameras": (
        QT_TRANSLATE_NOOP("commands", "Cameras"),
        QT_TRANSLATE_NOOP("commands", "Goes to the list of all cameras."),
    ),
    "page.settings": (
        QT_TRANSLATE_NOOP("commands", "Settings"),
        QT_TRANSLATE_NOOP("commands", "Goes to the settings of this console."),
    ),
    "wall.next_layout": (
        QT_TRANSLATE_NOOP("commands", "Next layout"),
        QT_TRANSLATE_NOOP("commands", "Changes how many tiles the wall has."),
    ),
    "window.full_screen": (
        QT_TRANSLATE_NOOP("commands", "Full screen"),
        QT_TRANSLATE_NOOP("commands", "Fills the whole screen with the console, or goes back to a window."),
    ),
    "wall.expand": (
        QT_TRANSLATE_NOOP("commands", "Expand"),
        QT_TRANSLATE_NOOP("commands", "Shows the selected camera alone, or all tiles again."),
    ),
    "wall.previous_camera": (
        QT_TRANSLATE_NOOP("commands", "Previous camera"),
        QT_TRANSLATE_NOOP("commands", "Puts the camera that was there before back into the selected tile."),
    ),
    "wall.clear_tile": (
        QT_TRANSLATE_NOOP("commands", "Clear tile"),
        QT_TRANSLATE_NOOP("commands", "Takes the camera out of the selected tile. The camera itself stays registered."),
    ),
    "wall.retry": (
        QT_TRANSLATE_NOOP("commands", "Try again now"),
        QT_TRANSLATE_NOOP("commands", "Connects to the selected camera at once instead of waiting."),
    ),
    "wall.save": (
        QT_TRANSLATE_NOOP("commands", "Save wall…"),
        QT_TRANSLATE_NOOP("commands", "Keeps this arrangement of cameras under a name."),
    ),
    "wall.find": (
        QT_TRANSLATE_NOOP("commands", "Go to camera…"),
        QT_TRANSLATE_NOOP("commands", "Finds a camera by number, name or place."),
    ),
    "camera.add": (
        QT_TRANSLATE_NOOP("commands", "Add a camera…"),
        QT_TRANSLATE_NOOP("commands", "Registers a new camera and tests it live."),
    ),
    "camera.edit": (
        QT_TRANSLATE_NOOP("commands", "Camera settings…"),
        QT_TRANSLATE_NOOP("commands", "Changes the name, address or login of the selected camera."),
    ),
    "camera.import": (
        QT_TRANSLATE_NOOP("commands", "Import a list…"),
        QT_TRANSLATE_NOOP("commands", "Takes in many cameras from a CSV file, with a preview first."),
    ),
    "app.quit": (
        QT_TRANSLATE_NOOP("commands", "Close the console"),
        QT_TRANSLATE_NOOP("commands", "Closes every stream and then the window."),
    ),
}

DIGIT_KEYS: tuple[tuple[str, str], ...] = (
    ("1 2 Enter", QT_TRANSLATE_NOOP("keys", "Camera 12 into the selected tile")),
    ("1 2 * 3 Enter", QT_TRANSLATE_NOOP("keys", "Camera 12 into tile 3")),
    ("3 /", QT_TRANSLATE_NOOP("keys", "Select tile 3")),
    ("← ↑ → ↓", QT_TRANSLATE_NOOP("keys", "Move the selection")),
    ("Num -", QT_TRANSLATE_NOOP("keys", "Previous camera")),
    ("Esc", QT_TRANSLATE_NOOP("keys", "Clear what was typed")),
)

_SETTINGS: dict[str, tuple[str, str]] = {
    "place.name": (
        QT_TRANSLATE_NOOP("settings", "Name of this control room"),
        QT_TRANSLATE_NOOP("settings", "Stands in the top strip."),
    ),
    "screen.theme": (
        QT_TRANSLATE_NOOP("settings", "Look"),
        QT_TRANSLATE_NOOP("settings", "Dark for rooms without daylight, light for rooms with windows."),
    ),
    "screen.language": (
        QT_TRANSLATE_NOOP("settings", "Language"),
        QT_TRANSLATE_NOOP("settings", "The screen is mirrored for Urdu; pictures never are."),
    ),
    "screen.time_zone": (
        QT_TRANSLATE_NOOP("settings", "Time zone of the screen"),
        QT_TRANSLATE_NOOP("settings", "Files always carry UTC."),
    ),
    "wall.fps": (
        QT_TRANSLATE_NOOP("settings", "Pictures per second on the wall"),
        QT_TRANSLATE_NOOP("settings", "The selected camera always gets its full rate."),
    ),
    "wall.mode": (
        QT_TRANSLATE_NOOP("settings", "The wall opens with"),
        QT_TRANSLATE_NOOP("settings", "F5 changes it at any time."),
    ),
    "wall.main_from_width_px": (
        QT_TRANSLATE_NOOP("settings", "Full picture from this tile width (pixels)"),
        QT_TRANSLATE_NOOP("settings", "Narrower tiles take the camera's small stream."),
    ),
    "wall.side_column": (
        QT_TRANSLATE_NOOP("settings", "Show the column beside the wall"),
        QT_TRANSLATE_NOOP("settings", "It holds what needs attention and the list of cameras."),
    ),
    "stream.transport": (
        QT_TRANSLATE_NOOP("settings", "How video travels for new cameras"),
        QT_TRANSLATE_NOOP("settings", "TCP loses nothing; UDP is for old cameras; HTTP passes firewalls."),
    ),
    "stream.late_after_s": (
        QT_TRANSLATE_NOOP("settings", "Call a picture late after (seconds)"),
        QT_TRANSLATE_NOOP("settings", "The tile turns amber and says how old the picture is."),
    ),
    "stream.reopen_after_s": (
        QT_TRANSLATE_NOOP("settings", "Connect again after silence of (seconds)"),
        QT_TRANSLATE_NOOP("settings", "Must be longer than the time after which a picture is late."),
    ),
    "stream.open_spacing_ms": (
        QT_TRANSLATE_NOOP("settings", "Pause between two cameras opening (milliseconds)"),
        QT_TRANSLATE_NOOP("settings", "Spares the network when many cameras start or return at once."),
    ),
    "stream.check_tls": (
        QT_TRANSLATE_NOOP("settings", "Check the certificates of encrypted cameras"),
        QT_TRANSLATE_NOOP("settings", "Most cameras carry a certificate nobody signed; leave it off for those."),
    ),
    "picture.check": (
        QT_TRANSLATE_NOOP("settings", "Watch the pictures themselves"),
        QT_TRANSLATE_NOOP("settings", "Finds frozen, covered, black and unsharp pictures."),
    ),
    "picture.hold_s": (
        QT_TRANSLATE_NOOP("settings", "Report a bad picture after (seconds)"),
        QT_TRANSLATE_NOOP("settings", "A picture must stay bad this long before the console says so."),
    ),
}

_CHOICES: dict[tuple[str, str], str] = {
    ("screen.theme", "dark"): QT_TRANSLATE_NOOP("settings", "Dark"),
    ("screen.theme", "light"): QT_TRANSLATE_NOOP("settings", "Light"),
    ("wall.mode", "all_places"): QT_TRANSLATE_NOOP("settings", "All places"),
    ("wall.mode", "what_works"): QT_TRANSLATE_NOOP("settings", "What works"),
    ("stream.transport", "tcp"): QT_TRANSLATE_NOOP("settings", "TCP (usual)"),
    ("stream.transport", "udp"): QT_TRANSLATE_NOOP("settings", "UDP"),
    ("stream.transport", "http"): QT_TRANSLATE_NOOP("settings", "HTTP tunnel"),
}
_OWN_NAMES = {("screen.language", "en"): "English", ("screen.language", "ur"): "اردو"}

_GROUPS: dict[str, str] = {
    "place": QT_TRANSLATE_NOOP("settings", "Place"),
    "screen": QT_TRANSLATE_NOOP("settings", "Screen"),
    "wall": QT_TRANSLATE_NOOP("settings", "Wall"),
    "stream": QT_TRANSLATE_NOOP("settings", "Streams"),
    "picture": QT_TRANSLATE_NOOP("settings", "Pictures"),
}

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
    title, more = _COMMANDS[command_id]
    return Words(QCoreApplication.translate("commands", title), QCoreApplication.translate("commands", more))


def setting_words(key: str) -> Words:
    """Give title and help of a setting."""
    title, more = _SETTINGS[key]
    return Words(QCoreApplication.translate("settings", title), QCoreApplication.translate("settings", more))


def choice_text(key: str, value: Value) -> str:
    """Give the words of one choice of a setting; languages are written in themselves."""
    own = _OWN_NAMES.get((key, str(value)))
    return own if own is not None else QCoreApplication.translate("settings", _CHOICES[(key, str(value))])


def group_text(group: str) -> str:
    """Give the heading of a group of settings: the part of their keys before the dot."""
    return QCoreApplication.translate("settings", _GROUPS[group])


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
