"""Every setting of the program, declared once: key, kind, default, limits, former names.

Belongs here: declarations and strict reading of values. Does not belong here: storing (db/), titles (ui/texts.py, by
key).
Invariants: 1. An unknown key or an unfit value is refused, never guessed. 2. A former name is read as its new one.
3. `SAFECITY_<KEY>` in the environment wins over the stored value, for this process only. After qutebrowser's
configdata.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safecity_console.domain.errors import Refused
from safecity_console.domain.hygiene import clean_line

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One declaration; the kind is the default's type. `choices` or `low`/`high` bound the value.

    `own`: how whoever sits here likes it; anybody signed in changes it, every other one needs EDIT_SETTINGS.
    """

    key: str
    default: Value
    choices: tuple[Value, ...] = ()
    low: float | None = None
    high: float | None = None
    former: tuple[str, ...] = ()
    own: bool = False


SETTINGS: tuple[Setting, ...] = (
    Setting("place.name", "Mirpur Control Room"),
    Setting("place.code", "MPR"),
    Setting("screen.theme", "dark", ("dark", "light"), own=True),
    Setting("screen.language", "en", ("en", "ur"), own=True),
    Setting("screen.time_zone", "Asia/Karachi"),
    Setting("wall.fps", 15, low=5, high=30),
    Setting("wall.mode", "all_places", ("all_places", "what_works"), own=True),
    Setting("wall.main_from_width_px", 640, low=320, high=3840),
    Setting("wall.side_column", True, own=True),
    Setting("wall.watch_board", False),
    Setting("tour.dwell_s", 10, low=2, high=240),
    Setting("tour.hold_on_pointer", True),
    Setting("tour.hold_on_alarm", True),
    Setting("stream.transport", "tcp", ("tcp", "udp", "http")),
    Setting("stream.late_after_s", 1.5, low=0.5, high=10.0),
    Setting("stream.reopen_after_s", 3.0, low=1.0, high=60.0),
    Setting("stream.open_spacing_ms", 10, low=0, high=1000),
    Setting("stream.check_tls", False),
    Setting("video.decode", "auto", ("auto", "processor", "hardware")),
    Setting("video.hardware_most", 8, low=1, high=64),
    Setting("video.draw", "auto", ("auto", "processor", "graphics")),
    Setting("video.second_engine", "auto", ("off", "auto")),
    Setting("picture.check", True),
    Setting("picture.hold_s", 20.0, low=3.0, high=3600.0),
    # Whether a sound is on is no setting: after a start nothing is heard that nobody asked for.
    Setting("sound.volume", 80, low=0, high=100, own=True),
    Setting("sound.follow_selection", True),
    Setting("console.lock_after_min", 0, low=0, high=240),
    Setting("console.lock_covers_screens", False),
    Setting("incident.near_m", 500, low=50, high=5000),
    Setting("incident.lock_before_min", 30, low=0, high=240),
    Setting("incident.lock_after_min", 30, low=0, high=240),
    Setting("incident.keep_picture", True),
    Setting("shift.camera_hold_s", 60, low=10, high=3600),
    Setting("ptz.home_after_min", 0, low=0, high=240),
    Setting("camera.events", True),
    Setting("camera.events_keep_days", 30, low=1, high=365),
    Setting("load.govern", True),
    Setting("load.cpu_most_percent", 90, low=40, high=100),
    Setting("load.late_most_ms", 20, low=5, high=200),
    Setting("load.slow_fps", 8, low=1, high=30),
)
SETTING_BY_KEY: dict[str, Setting] = {s.key: s for s in SETTINGS}
_FORMER: dict[str, str] = {old: s.key for s in SETTINGS for old in s.former}


def declared(key: str) -> Setting:
    """Give a declaration; raises Refused("setting_unknown")."""
    setting = SETTING_BY_KEY.get(_FORMER.get(key, key))
    if setting is None:
        raise Refused("setting_unknown", key=key[:60])
    return setting


def fit(setting: Setting, value: object) -> Value:
    """Check a value of the right kind against its limits; raises Refused("setting_value")."""
    if setting.key == "place.code" and f"{clean_line(str(value), 20)}-".startswith("M-"):
        # "M-" marks a case of misconduct in the audit: every incident's rows would be hidden from who reads it.
        raise Refused("setting_value", key=setting.key)
    kind = type(setting.default)
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind or not isinstance(value, str | int | float | bool):
        raise Refused("setting_value", key=setting.key)
    if setting.choices and value not in setting.choices:
        raise Refused("setting_value", key=setting.key)
    if isinstance(value, int | float) and not isinstance(value, bool) and not _inside(setting, value):
        raise Refused("setting_value", key=setting.key, low=setting.low, high=setting.high)
    return value


def _inside(setting: Setting, value: float) -> bool:
    return (setting.low is None or value >= setting.low) and (setting.high is None or value <= setting.high)


def parse(setting: Setting, text: str) -> Value:
    """Read a value from text, as the environment gives it; raises Refused("setting_value")."""
    kind = type(setting.default)
    try:
        if kind is bool:
            return fit(setting, {"1": True, "true": True, "0": False, "false": False}[text.lower()])
        return fit(setting, kind(text))
    except (ValueError, KeyError):
        raise Refused("setting_value", key=setting.key) from None


def from_environment(environment: Mapping[str, str]) -> dict[str, Value]:
    """Read `SAFECITY_WALL_FPS`-like overrides; other SAFECITY_ names (PASSWORD, …) are not settings and left alone."""
    found: dict[str, Value] = {}
    for setting in SETTINGS:
        text = environment.get("SAFECITY_" + setting.key.replace(".", "_").upper())
        if text is not None:
            found[setting.key] = parse(setting, text)
    return found
