"""Presets, home, tours and auxiliary commands that lie in the camera.

Belongs here: these operations with quirk 16. Does not belong here: numbers and pictures of presets, patrols of our own
(services/), moving (ptz.py).
Invariants: 1. A preset is named by its token, never by its name. 2. No speed is sent with a preset: devices refuse it
(quirk 16: onvif_simple_server#27). 3. Names are decoded and cleaned; factory slots that were never set are left out.
Thread: one at a time.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from onveef import envelopes, parsers

from safecity_console.domain.onvif import OnvifError, OnvifFault
from safecity_console.domain.ptz import CameraTour, Position, Preset, TourOrder
from safecity_console.onvif.session import MOVE_S
from safecity_console.onvif.wire import Wire
from safecity_console.onvif.words import clean_line

NAME_MOST, TOKEN_MOST, PRESETS_MOST = 80, 128, 1000
SLOTS_FEW = 64  # a device with more than this many presets lists its factory slots
_SLOT = re.compile(r"(?:preset|pre|point|position|预置点)?[\s_\-]*0*\d*$", re.IGNORECASE)
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")


class Presets:
    """What is kept in one device for one profile."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def presets(self, profile_token: str) -> tuple[Preset, ...]:
        """Give the presets that somebody set."""
        body = envelopes.ptz_get_presets(profile_token=profile_token)
        return read_presets(self._wire.ask("ptz", body, "GetPresets"))

    def goto_preset(self, profile_token: str, preset_token: str) -> None:
        """Move to a preset."""
        self._ask(envelopes.ptz_goto_preset(profile_token=profile_token, preset_token=preset_token), "GotoPreset")

    def set_preset(self, profile_token: str, name: str, preset_token: str = "") -> str:
        """Keep the present view, over `preset_token` where one is named; gives its token."""
        try:
            return self._set(profile_token, name, preset_token)
        except OnvifError as error:
            # quirk 16: a name that is taken is refused
            if error.fault is not OnvifFault.DEVICE_FAULT or not name or preset_token \
                    or not any(word in error.words.casefold() for word in ("exist", "duplicate", "name")):
                raise
        return self._set(profile_token, f"{name} 2", preset_token)

    def remove_preset(self, profile_token: str, preset_token: str) -> None:
        """Forget a preset."""
        self._ask(envelopes.ptz_remove_preset(profile_token=profile_token, preset_token=preset_token), "RemovePreset",
                  again=False)

    def home(self, profile_token: str) -> None:
        """Move to the home position."""
        self._ask(envelopes.ptz_goto_home_position(profile_token=profile_token), "GotoHomePosition")

    def set_home(self, profile_token: str) -> None:
        """Make the present view the home position."""
        self._ask(envelopes.ptz_set_home_position(profile_token=profile_token), "SetHomePosition", again=False)

    def tours(self, profile_token: str) -> tuple[CameraTour, ...]:
        """Give the camera's own tours."""
        body = envelopes.ptz_get_preset_tours(profile_token=profile_token)
        text = self._wire.ask("ptz", body, "GetPresetTours")
        return tuple(CameraTour(str(one["token"])[:TOKEN_MOST], readable(str(one.get("name") or "")),
                                clean_line(str(one.get("state") or ""), 32), bool(one.get("auto_start")))
                     for one in parsers.parse_preset_tours(text)[:PRESETS_MOST] if one.get("token"))

    def operate_tour(self, profile_token: str, tour_token: str, order: TourOrder) -> None:
        """Start, stop or pause a tour."""
        self._ask(envelopes.ptz_operate_preset_tour(profile_token=profile_token, preset_tour_token=tour_token,
                                                    operation=order.value), "OperatePresetTour")

    def auxiliary(self, profile_token: str, text: str) -> None:
        """Send an auxiliary command, such as "tt:Wiper|On"."""
        self._ask(envelopes.ptz_send_auxiliary_command(profile_token=profile_token, auxiliary_data=text),
                  "SendAuxiliaryCommand", again=False)

    def _set(self, profile_token: str, name: str, preset_token: str) -> str:
        body = envelopes.ptz_set_preset(profile_token=profile_token, preset_name=name, preset_token=preset_token)
        text = self._wire.ask("ptz", body, "SetPreset", again=False)
        return parsers.parse_set_preset_token(text)[:TOKEN_MOST] or preset_token

    def _ask(self, body: str, operation: str, again: bool = True) -> str:
        return self._wire.ask("ptz", body, operation, timeout_s=MOVE_S, again=again)


def read_presets(text: str) -> tuple[Preset, ...]:
    """Read an answer to GetPresets."""
    told = [one for one in parsers.parse_ptz_presets(text) if one.get("token")]
    found = [_preset(one) for one in told[:PRESETS_MOST]]
    if len(told) > SLOTS_FEW:
        found = [one for one in found if not _SLOT.match(one.name) and one.name != one.token]
    return tuple(found)


def readable(name: str) -> str:
    """Give a name as people read it: some devices hand theirs out percent-encoded."""
    return clean_line(unquote(name) if _ESCAPED.search(name) else name, NAME_MOST)


def _preset(told: dict[str, Any]) -> Preset:
    return Preset(str(told["token"])[:TOKEN_MOST], readable(str(told.get("name") or "")), None,
                  Position(told.get("pan"), told.get("tilt"), told.get("zoom")))
