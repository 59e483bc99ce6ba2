"""A stick's profile as plain values: as it is kept, and as a file for another console.

Belongs here: the form, both ways, with suspicion. Does not belong here: JSON itself (core/located_json.py, db/),
choosing files (ui/).
Invariants: 1. Values are taken whole or refused whole by Refused("stick_file_unfit") or what `fit_profile` refuses.
2. What is written is read back the same. 3. A key that is not known is refused: a newer console may mean something by
it. `version` counts up when an older console could misread the form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from safecity_console.domain.errors import Refused
from safecity_console.domain.stick import AXES_MOST, BUTTONS_MOST, AxisUse, Motion, StickProfile, fit_profile

FORMAT, VERSION = "safecity-stick", 1
_KEYS = frozenset({"format", "version", "model", "name", "axes", "buttons", "hat_steers"})
_AXIS_KEYS = frozenset({"axis", "motion", "invert", "dead_zone", "curve", "centre", "least", "most"})


def values_of(profile: StickProfile) -> dict[str, Any]:
    """Give a profile as plain values."""
    axes = [{"axis": use.axis, "motion": use.motion.value, "invert": use.invert, "dead_zone": use.dead_zone,
             "curve": use.curve, "centre": use.centre, "least": use.least, "most": use.most} for use in profile.axes]
    return {"format": FORMAT, "version": VERSION, "model": profile.model, "name": profile.name, "axes": axes,
            "buttons": {str(number): word for number, word in profile.buttons.items()},
            "hat_steers": profile.hat_steers}


def profile_of(values: object) -> StickProfile:
    """Read a profile from plain values; raises Refused."""
    whole = _object(values, _KEYS, "file")
    if whole["format"] != FORMAT or whole["version"] != VERSION or isinstance(whole["version"], bool):
        raise Refused("stick_file_unfit", part="format")
    axes, buttons = whole["axes"], whole["buttons"]
    if not isinstance(axes, list) or len(axes) > AXES_MOST:
        raise Refused("stick_file_unfit", part="axes")
    if not isinstance(buttons, Mapping) or len(buttons) > BUTTONS_MOST:
        raise Refused("stick_file_unfit", part="buttons")
    return fit_profile(StickProfile(
        _text(whole["model"], "model"), _text(whole["name"], "name"), tuple(_axis(one) for one in axes),
        {_number(key): _text(word, "buttons") for key, word in buttons.items()},
        _flag(whole["hat_steers"], "hat_steers")))


def _axis(values: object) -> AxisUse:
    one = _object(values, _AXIS_KEYS, "axes")
    motion = one["motion"]
    if motion not in [known.value for known in Motion]:
        raise Refused("stick_file_unfit", part="motion")
    axis = one["axis"]
    if not isinstance(axis, int) or isinstance(axis, bool):
        raise Refused("stick_file_unfit", part="axis")
    figures = {name: _figure(one[name], name) for name in ("dead_zone", "curve", "centre", "least", "most")}
    return AxisUse(axis, Motion(motion), _flag(one["invert"], "invert"), **figures)


def _object(values: object, keys: frozenset[str], part: str) -> Mapping[str, object]:
    if not isinstance(values, Mapping) or set(values) != keys:
        raise Refused("stick_file_unfit", part=part)
    return values


def _text(value: object, part: str) -> str:
    if not isinstance(value, str):
        raise Refused("stick_file_unfit", part=part)
    return value


def _flag(value: object, part: str) -> bool:
    if not isinstance(value, bool):
        raise Refused("stick_file_unfit", part=part)
    return value


def _figure(value: object, part: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1e6 < value < 1e6:
        raise Refused("stick_file_unfit", part=part)
    return float(value)


def _number(key: object) -> int:
    if not isinstance(key, str) or not key.isascii() or not key.isdigit() or len(key) > 3 or str(int(key)) != key:
        raise Refused("stick_file_unfit", part="buttons")
    return int(key)
