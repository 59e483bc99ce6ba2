"""Imaging of a video source: exposure, iris, IR cut filter, focus.

Belongs here: these operations. Does not belong here: which of them an officer may touch (services/).
Invariants: 1. Only what is named is sent, in the order of the schema; the rest stays as it is. 2. What a device does
not tell is None or empty. 3. Focus that was started is stopped by `focus_stop` only.
Source: ONVIF Imaging 24.12 §5.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from xml.sax.saxutils import escape

from onveef import envelopes, parsers

from safecity_console.domain.onvif import Imaging, OnvifError
from safecity_console.onvif.session import MOVE_S
from safecity_console.onvif.wire import Wire
from safecity_console.onvif.words import clean_line

ImagingValue = float | str
# Settings in the schema's order: ours, the element, the element it stands in.
_ORDER = (
    ("backlight", "Mode", "BacklightCompensation"), ("brightness", "Brightness", ""),
    ("saturation", "ColorSaturation", ""), ("contrast", "Contrast", ""), ("exposure_mode", "Mode", "Exposure"),
    ("exposure_time_us", "ExposureTime", "Exposure"), ("gain", "Gain", "Exposure"),
    ("iris", "Iris", "Exposure"), ("focus_mode", "AutoFocusMode", "Focus"),
    ("ir_cut", "IrCutFilter", ""), ("sharpness", "Sharpness", ""), ("wide_dynamic", "Mode", "WideDynamicRange"),
    ("white_balance", "Mode", "WhiteBalance"),
)  # fmt: skip
SETTABLE = frozenset(name for name, _, _ in _ORDER)


class ImagingPart:
    """Imaging operations of one device."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def read(self, source_token: str) -> Imaging:
        """Read the settings, and their limits where the device tells them."""
        told = parsers.parse_imaging_settings(self._wire.ask(
            "imaging", envelopes.imaging_get_settings(video_source_token=source_token), "GetImagingSettings"))
        options: Mapping[str, object] = {}
        with suppress(OnvifError):
            options = parsers.parse_imaging_options(self._wire.ask(
                "imaging", envelopes.imaging_get_options(video_source_token=source_token), "GetOptions"))
        exposure = told.get("Exposure") or {}
        return Imaging(
            told.get("Brightness"), told.get("Contrast"), told.get("ColorSaturation"), told.get("Sharpness"),
            _word(exposure.get("mode")), exposure.get("Iris"), exposure.get("Gain"), exposure.get("ExposureTime"),
            _word((told.get("Focus") or {}).get("auto_focus_mode")), _word(told.get("IrCutFilter")),
            _word((told.get("WideDynamicRange") or {}).get("mode")),
            _word((told.get("BacklightCompensation") or {}).get("mode")),
            _word((told.get("WhiteBalance") or {}).get("mode")), options)

    def change(self, source_token: str, changes: Mapping[str, ImagingValue], persistent: bool = True) -> None:
        """Set what is named, by the fields of `Imaging`; raises OnvifError, ValueError for a name it does not know."""
        unknown = set(changes) - SETTABLE
        if unknown:
            raise ValueError(f"no imaging setting: {sorted(unknown)}")
        body = (f"<timg:SetImagingSettings><timg:VideoSourceToken>{escape(source_token)}</timg:VideoSourceToken>"
                f"<timg:ImagingSettings>{_settings(changes)}</timg:ImagingSettings>"
                f"<timg:ForcePersistence>{'true' if persistent else 'false'}</timg:ForcePersistence>"
                "</timg:SetImagingSettings>")
        self._wire.ask("imaging", body, "SetImagingSettings", again=False)

    def focus(self, source_token: str, speed: float) -> None:
        """Begin to focus, towards far with a positive speed, until `focus_stop`."""
        self._wire.ask("imaging", envelopes.imaging_move(video_source_token=source_token, focus_continuous=speed),
                       "Move", timeout_s=MOVE_S)

    def focus_stop(self, source_token: str) -> None:
        """End focusing."""
        self._wire.ask("imaging", envelopes.imaging_stop(video_source_token=source_token), "Stop", timeout_s=MOVE_S)


def _settings(changes: Mapping[str, ImagingValue]) -> str:
    parts: list[str] = []
    within = ""
    for name, element, owner in _ORDER:
        if name not in changes:
            continue
        if owner != within:
            parts.append((f"</tt:{within}>" if within else "") + (f"<tt:{owner}>" if owner else ""))
            within = owner
        parts.append(f"<tt:{element}>{escape(str(changes[name]))}</tt:{element}>")
    return "".join(parts) + (f"</tt:{within}>" if within else "")


def _word(value: object) -> str:
    return clean_line(str(value or ""), 32)
